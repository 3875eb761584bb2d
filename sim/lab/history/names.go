package history

// The names that episodes call clauses and states by in the shipped scenarios. Nothing else here knows them.

const (
	washington  = "north-atlantic"
	seato       = "seato"
	pacificPact = "pacific-pact"
)

// treaties are those of Western Europe, in the order in which they were signed.
var treaties = []string{"dunkirk", "brussels", washington}

// doubtful are those at the edge of the treaty of 1949. All but the last stayed out.
var doubtful = []string{"IRL", "SWE", "ESP", "CHE", "FIN", "AUT", "PRT"}

// latecomers acceded to that treaty: the first two together, then one, then the other.
var latecomers = []string{"GRC", "TUR", "DEU", "ESP"}

// spokes are the American treaties on offer in Asia.
var spokes = []string{"anzus", "us-jpn", "us-kor", "us-phl", "us-roc"}

// estranged are two allies of the United States whom no clause bound to each other.
var estranged = []string{"JPN", "KOR"}

// asian are the states that count as Asian members.
var asian = []string{"JPN", "KOR", "PHL", "THA", "SGP", "MYS", "IDN", "VNM", "TWN", "IND", "BRN"}
