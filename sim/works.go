package sim

import "slices"

// Work is a publication that the theory or its statistics rest on, as ODD.md has it among its references: a field that was not looked up
// is left empty, and given names are left out.
type Work struct {
	Authors   []string `json:"authors"`             // family names, in their order; Others are not listed
	Others    bool     `json:"others,omitempty"`    // there are more authors
	Year      int      `json:"year"`                // of publication
	Title     string   `json:"title,omitempty"`     // of the article, the chapter or the book
	Journal   string   `json:"journal,omitempty"`   // that it is in
	Book      string   `json:"book,omitempty"`      // that it is a chapter of
	Editors   []string `json:"editors,omitempty"`   // family names, of the book
	Volume    string   `json:"volume,omitempty"`    // of the journal
	Number    string   `json:"number,omitempty"`    // of the issue
	Pages     string   `json:"pages,omitempty"`     // first-last
	Publisher string   `json:"publisher,omitempty"` // of the book
	For       string   `json:"for"`                 // what rests on it
}

// Works are the publications that the theory rests on: its submodels, the terms of a decision, the rival rules and the constants. Each
// is told where its equation stands.
func Works() []Work { return slices.Clone(works) }

var works = []Work{
	{Authors: []string{"Weber"}, Year: 1834, Title: "De pulsu, resorptione, auditu et tactu: Annotationes anatomicae et physiologicae",
		Publisher: "Koehler", For: "threat: the step that is just noticed"},
	{Authors: []string{"Hirschman"}, Year: 1945, Title: "National Power and the Structure of Foreign Trade", For: "trade: dependence"},
	{Authors: []string{"Boulding"}, Year: 1962, Title: "Conflict and Defense", For: "threat and aid: loss of strength by distance"},
	{Authors: []string{"Tinbergen"}, Year: 1962, Title: "Shaping the World Economy", For: "war-stability: trade among members"},
	{Authors: []string{"Olson", "Zeckhauser"}, Year: 1966, Title: "An Economic Theory of Alliances",
		Journal: "Review of Economics and Statistics", Volume: "48", Number: "3", Pages: "266-279", For: "burden-sharing"},
	{Authors: []string{"Schelling"}, Year: 1966, Title: "Arms and Influence", Publisher: "Yale University Press", For: "threat: salami tactics"},
	{Authors: []string{"Kindleberger"}, Year: 1973, Title: "The World in Depression, 1929-1939", Publisher: "University of California Press",
		For: "the leading power's will"},
	{Authors: []string{"Schelling"}, Year: 1973, Title: "Hockey Helmets, Concealed Weapons, and Daylight Saving: A Study of Binary Choices with Externalities",
		Journal: "Journal of Conflict Resolution", Volume: "17", Number: "3", Pages: "381-428", For: "pivots: k-groups"},
	{Authors: []string{"McFadden"}, Year: 1974, Title: "Conditional Logit Analysis of Qualitative Choice Behavior",
		Book: "Frontiers in Econometrics", Editors: []string{"Zarembka"}, Publisher: "Academic Press", Pages: "105-142", For: "the chance of signing"},
	{Authors: []string{"Granovetter"}, Year: 1978, Title: "Threshold Models of Collective Behavior",
		Journal: "American Journal of Sociology", Volume: "83", Number: "6", For: "expectations at the table"},
	{Authors: []string{"Jervis"}, Year: 1978, Title: "Cooperation under the Security Dilemma", Journal: "World Politics",
		Volume: "30", Number: "2", For: "provocation"},
	{Authors: []string{"Schelling"}, Year: 1978, Title: "Micromotives and Macrobehavior",
		Publisher: "Norton", For: "pivots: k-groups"},
	{Authors: []string{"Waltz"}, Year: 1979, Title: "Theory of International Politics", Publisher: "Addison-Wesley", For: "power-balance"},
	{Authors: []string{"Tullock"}, Year: 1980, Title: "Efficient Rent Seeking", Book: "Toward a Theory of the Rent-Seeking Society",
		Editors: []string{"Buchanan", "Tollison", "Tullock"}, Publisher: "Texas A&M University Press", Pages: "97-112", For: "danger: a contest of strength"},
	{Authors: []string{"Altfeld"}, Year: 1984, Title: "The Decision to Ally: A Theory and Test",
		Journal: "Western Political Quarterly", Volume: "37", Number: "4", Pages: "523-544", For: "autonomy-security"},
	{Authors: []string{"Snyder"}, Year: 1984, Title: "The Security Dilemma in Alliance Politics", Journal: "World Politics",
		Volume: "36", Number: "4", For: "entrapment, and what a dependent ally must heed"},
	{Authors: []string{"Sinnott"}, Year: 1984, Title: "Virtues of the Haversine",
		Journal: "Sky and Telescope", Volume: "68", Number: "2", For: "distance on the globe"},
	{Authors: []string{"Walt"}, Year: 1985, Title: "Alliance Formation and the Balance of World Power",
		Journal: "International Security", Volume: "9", Number: "4", Pages: "3-43", For: "threat and its four sources"},
	{Authors: []string{"Walt"}, Year: 1987, Title: "The Origins of Alliances", Publisher: "Cornell University Press",
		For: "balance-of-threat"},
	{Authors: []string{"Morrow"}, Year: 1991,
		Title:   "Alliances and Asymmetry: An Alternative to the Capability Aggregation Model of Alliances",
		Journal: "American Journal of Political Science", Volume: "35", Number: "4", Pages: "904-933", For: "autonomy-security"},
	{Authors: []string{"Tversky", "Kahneman"}, Year: 1992,
		Title:   "Advances in Prospect Theory: Cumulative Representation of Uncertainty",
		Journal: "Journal of Risk and Uncertainty", Volume: "5", Number: "4", Pages: "297-323", For: "prospect-theory"},
	{Authors: []string{"Weber"}, Year: 1992, Title: "Shaping the Postwar Balance of Power: Multilateralism in NATO",
		Journal: "International Organization", Volume: "46", Number: "3", Pages: "633-680", For: "power-disparity"},
	{Authors: []string{"Axelrod", "Bennett"}, Year: 1993, Title: "A Landscape Theory of Aggregation",
		Journal: "British Journal of Political Science", Volume: "23", Number: "2", Pages: "211-233", For: "landscape"},
	{Authors: []string{"Crone"}, Year: 1993,
		Title:   "Does Hegemony Matter? The Reorganization of the Pacific Political Economy",
		Journal: "World Politics", Volume: "45", Number: "4", Pages: "501-525", For: "power-disparity"},
	{Authors: []string{"Fearon"}, Year: 1994, Title: "Domestic Political Audiences and the Escalation of International Disputes",
		Journal: "American Political Science Review", Volume: "88", Number: "3", Pages: "577-592", For: "audience costs"},
	{Authors: []string{"Snyder"}, Year: 1997, Title: "Alliance Politics",
		Publisher: "Cornell University Press", For: "what a dependent ally must heed"},
	{Authors: []string{"Topkis"}, Year: 1998, Title: "Supermodularity and Complementarity", Publisher: "Princeton University Press", For: "expectations at the table"},
	{Authors: []string{"Leeds", "Long", "Mitchell"}, Year: 2000, Title: "Reevaluating Alliance Reliability", Journal: "Journal of Conflict Resolution",
		Volume: "44", Number: "5", For: "aid: reliability"},
	{Authors: []string{"Ikenberry"}, Year: 2001, Title: "After Victory", Publisher: "Princeton University Press",
		For: "the leading power's will; institutional-bargain"},
	{Authors: []string{"Mearsheimer"}, Year: 2001, Title: "The Tragedy of Great Power Politics", Publisher: "Norton", For: "power-balance"},
	{Authors: []string{"Hemmer", "Katzenstein"}, Year: 2002,
		Title:   "Why Is There No NATO in Asia? Collective Identity, Regionalism, and the Origins of Multilateralism",
		Journal: "International Organization", Volume: "56", Number: "3", Pages: "575-607", For: "collective-identity"},
	{Authors: []string{"Ikenberry"}, Year: 2003, Title: "State Power and the Institutional Bargain",
		Book: "US Hegemony and International Organizations", Editors: []string{"Foot", "MacFarlane", "Mastanduno"},
		Publisher: "Oxford University Press", Pages: "49-70", For: "institutional-bargain"},
	{Authors: []string{"Leeds", "Mattes", "Vogel"}, Year: 2009, Title: "Interests, Institutions, and the Reliability of International Commitments",
		Journal: "American Journal of Political Science", Volume: "53", Number: "2", Pages: "461-476",
		For: "politics: what restrains a new government; aid: doubt"},
	{Authors: []string{"Cha"}, Year: 2010, Title: "Powerplay: Origins of the U.S. Alliance System in Asia",
		Journal: "International Security", Volume: "34", Number: "3", Pages: "158-196", For: "power-disparity"},
	{Authors: []string{"Crawford"}, Year: 2011, Title: "Preventing Enemy Coalitions: How Wedge Strategies Shape Power Politics",
		Journal: "International Security", Volume: "35", Number: "4", For: "rivals that woo"},
	{Authors: []string{"He", "Feng"}, Year: 2012,
		Title:   "'Why is there no NATO in Asia?' Revisited: Prospect Theory, Balance of Threat, and US Alliance Strategies",
		Journal: "European Journal of International Relations", Volume: "18", Number: "2", Pages: "227-250", For: "prospect-theory"},
	{Authors: []string{"Steele", "Lea", "Flood"}, Year: 2014, Title: "Fast Splittable Pseudorandom Number Generators",
		Journal: "ACM SIGPLAN Notices", Volume: "49", Number: "10", Pages: "453-472", For: "luck: how keys are mixed"},
	{Authors: []string{"Jackson", "Nei"}, Year: 2015, Title: "Networks of Military Alliances, Wars, and International Trade",
		Journal: "PNAS", Volume: "112", Number: "50", Pages: "15277-15284", For: "war-stability"},
	{Authors: []string{"Altman"}, Year: 2017, Title: "By Fait Accompli, Not Coercion: How States Wrest Territory from Their Adversaries",
		Journal: "International Studies Quarterly", Volume: "61", Number: "4", Pages: "881-891", For: "threat: salami tactics"},
	{Authors: []string{"Johnson"}, Year: 2017, Title: "External Threat and Alliance Formation", Journal: "International Studies Quarterly",
		Volume: "61", Number: "3", Pages: "736-745", For: "danger: a contest of strength"},
	{Authors: []string{"Bailey", "Strezhnev", "Voeten"}, Year: 2017, Title: "Estimating Dynamic State Preferences from United Nations Voting Data",
		Journal: "Journal of Conflict Resolution", Volume: "61", Number: "2", Pages: "430-456", For: "stances that are measured"},
	{Authors: []string{"Berkemeier", "Fuhrmann"}, Year: 2018, Title: "Reassessing the Fulfillment of Alliance Commitments in War",
		Journal: "Research & Politics", Volume: "5", Number: "2", For: "aid: reliability"},
	{Authors: []string{"Kinne"}, Year: 2018,
		Title:   "Defense Cooperation Agreements and the Emergence of a Global Security Network",
		Journal: "International Organization", Volume: "72", Number: "4", For: "ties that spread through shared partners"},
	{Authors: []string{"Kinne"}, Year: 2020, Title: "The Defense Cooperation Agreement Dataset (DCAD)",
		Journal: "Journal of Conflict Resolution", Volume: "64", Number: "4", Pages: "729-755", For: "how often agreements lapse"},
	{Authors: []string{"Wickes", "Adams", "Brown"}, Year: 2021,
		Title: "Economic Coercion by China: The Impact on Australia's Merchandise Exports", For: "trade: what coercion costs"},
	{Authors: []string{"Forsberg"}, Year: 2023, Title: "Finland and Sweden's Road to NATO", Journal: "Current History",
		Volume: "122", Number: "842", For: "alarm that moves governments"},
}
