package sim

// Scenario is everything a run is caused by, besides its seed: the states with their figures, the ties they have, the
// clauses on the table and the shocks to come. It is data; the constants of the theory are in Parameters, one set for
// all scenarios.
//
// The struct tags are the contract with the reader of TOML: range is the closed interval a figure must lie in, unit
// what it counts, default what a missing one means; need marks what must be given; ref says whose names a word must be;
// about says what something is that has no unit; idle says what to set instead of a figure that no equation uses, through which term of
// decisions alone one acts.
type Scenario struct {
	Name     string `toml:"-"` // of its file, without .toml
	Origin   `toml:"-"`
	Title    string `toml:"title" need:"true" about:"what people call it"`
	Summary  string `toml:"summary" about:"what it is about, in a sentence or two"`
	Start    Date   `toml:"start" need:"true" about:"first moment: the tick that holds it is tick 0"`
	End      Date   `toml:"end" need:"true" about:"the tick that holds it is the last one"`
	Tick     Step   `toml:"tick" default:"quarter" oneof:"month quarter year" about:"how long a step of time is"`
	Headline string `toml:"headline" need:"true" ref:"clauses" about:"the clause whose fate heads the table"`
	Theory   string `toml:"theory" default:"article" about:"the rule by which states decide"`
	History  string `toml:"history" about:"the scenario with whose alarm and lost ground this one begins"`
	Past     *Past  `toml:"-"` // that scenario, as it was read

	Expectation string `toml:"expectation" about:"of a what-if: what its author expected before it was run"`
	Expects     string `toml:"expects" oneof:"higher lower same" about:"the same in a word: the chance of the headline clause against the base"`

	States       map[string]State       `toml:"states" need:"true" about:"by id, such as JPN: the governments of the story"`
	Rivals       map[string]Rival       `toml:"rivals" need:"true" ref:"states" about:"by the id of the state"`
	Relations    map[string]Relation    `toml:"relations" about:"by pair, such as JPN-KOR; what is not given is 0, and likeness by votes"`
	Ties         map[string]Tie         `toml:"ties" about:"by id: a treaty or another tie of two states"`
	Arrangements map[string]Arrangement `toml:"arrangements" about:"by id: three states or more that work together without a clause"`
	Clauses      map[string]Clause      `toml:"clauses" need:"true" about:"by id: a collective-defence clause on offer or in force"`
	Shocks       map[string]Shock       `toml:"shocks" about:"by id: an event from outside, dated or random"`
	Levers       map[string]Levers      `toml:"levers" ref:"states" about:"by state, or for all"`

	Fixed  []string `toml:"-"` // paths of constants that somebody set on the way: no run draws them
	Coded  []string `toml:"-"` // paths of the figures that were coded by hand from the rubric, sorted: what Recoded moves
	Recode float64  `toml:"-"` // standard deviation of the error by which runs are to move them, each in its unit; 0: they stand as they are

	// factor within which runs are to move 95 % of the constants that nobody fitted, up or down; 0: they stand as they are
	Rescale float64 `toml:"-"`

	Truth   map[string]Truth `toml:"truth" ref:"clauses" about:"what became of each clause, for hindcasts; no run looks at it"`
	Targets Targets          `toml:"targets" about:"what a hindcast of this scenario must reach to pass"`

	Parameters Parameters `toml:"parameters" about:"of the theory: the shipped set, unless a what-if departs from it"`
	Draws      *Draws     `toml:"-"` // sets of constants that runs take in turn; nil if all play Parameters
}

// Origin is where a scenario comes from and how it departs from what a reader would expect. Nothing in a run looks at it;
// every answer tells it.
type Origin struct {
	Base      string   // the name of the scenario that this one is built on; "" if none
	Changes   []string // what it changes in its base, "path = value"
	Overrides []string // what departs from the scenario as it stands in its files, "path = value"
	AsOf      string   // the day of a forecast, as it was asked for; "" if none
	Refused   []string // facts later than that day, which are left out, each "path (date)"
}

// Targets are what a hindcast of a scenario is held to, over all its claims. One of 0 is not given; without any there is no
// verdict.
type Targets struct {
	Brier    float64 `toml:"brier" about:"mean squared error of the chances, at most"`
	Log      float64 `toml:"log_score" about:"mean surprise in nats, at most"`
	Accuracy float64 `toml:"accuracy" about:"share of claims on the right side of one half, at least"`
}

// State is a government and what it governs.
type State struct {
	Name       string            `toml:"name" need:"true" about:"what people call it"`
	Latitude   float64           `toml:"latitude" need:"true" range:"[-90,90]" unit:"degrees north, of the capital"`
	Longitude  float64           `toml:"longitude" need:"true" range:"[-180,180]" unit:"degrees east, of the capital"`
	Capability Series            `toml:"capability" need:"true" range:"[0,1]" unit:"CINC, share of the world's material capabilities"`
	GDP        Series            `toml:"gdp" range:"[0,200000]" unit:"US$ bn a year"`
	Military   Series            `toml:"military_spending" range:"[0,5000]" unit:"US$ bn a year" idle:"capability, of which it is a part"`
	Openness   Series            `toml:"openness" need:"true" range:"[0,6]" unit:"trade as a share of GDP"`
	Trade      map[string]Series `toml:"trade" range:"[0,1]" unit:"share of total trade, by rival" ref:"rivals"`
	Polyarchy  Series            `toml:"polyarchy" need:"true" range:"[0,1]" unit:"V-Dem electoral democracy index"`
	IdealPoint Series            `toml:"ideal_point" need:"true" range:"[-4,4]" unit:"UN General Assembly ideal point"`
	Contest    map[string]Series `toml:"contest" range:"[0,1]" unit:"rubric: what the rival disputes, by rival" rungs:"0 0.1 0.2 0.35 0.5 0.65 0.8 1" ref:"rivals"`
	Tradition  Series            `toml:"autonomy_tradition" need:"true" range:"[0,1]" unit:"rubric: from no to constitutional non-alignment" rungs:"0 0.2 0.4 0.6 0.8 1" through:"autonomy"`
	Volatility Series            `toml:"volatility" need:"true" range:"[0,3]" unit:"changes of government expected a year"`
	Stance     Series            `toml:"stance" need:"true" range:"[-1,1]" unit:"rubric: the present government on a clause" rungs:"-1 -0.5 -0.2 0 0.3 0.6 1"`
	Centre     Series            `toml:"centre" range:"[-1,1]" unit:"rubric: middle of the party system; the stance if not given" rungs:"-1 -0.5 -0.2 0 0.3 0.6 1"`
	Spread     Series            `toml:"spread" need:"true" range:"[0,1]" unit:"rubric: half the distance between the parties" rungs:"0.1 0.3 0.6 0.8"`
	Elections  []Date            `toml:"elections" about:"dates of those that are known, in any order; none: the volatility is spread evenly"`
	Projection Series            `toml:"projection" need:"true" range:"[0,1]" unit:"rubric: 0 home waters, 0.5 region, 1 world" rungs:"0 0.25 0.5 0.75 1"`
	Commitment Series            `toml:"commitment" default:"1" range:"[0,1]" unit:"share of its promises that partners believe, besides reliability"`
	Barred     *Bar              `toml:"barred" about:"by law from signing"`
}

// Bar is a legal bar to signing any clause: occupation, a neutrality treaty, a constitution.
type Bar struct {
	From   Date   `toml:"from" about:"from when; from the start if not given"`
	Until  Date   `toml:"until" about:"until when; for good if not given"`
	Reason string `toml:"reason" need:"true" about:"why, for the reader"`
}

// Rival is what makes a state of the table the one that others fear.
type Rival struct {
	Posture     Course `toml:"posture" need:"true" oneof:"grey-zone overt conciliatory adaptive" about:"how it goes about revision, over time"`
	Offence     Series `toml:"offence" need:"true" range:"[0,1]" unit:"rubric: Walt's offensive means" rungs:"0.2 0.5 0.8 1"`
	Tempo       Series `toml:"tempo" need:"true" range:"[0,50]" unit:"moves a year"`
	Move        Series `toml:"move" postures:"grey-zone overt conciliatory" need:"true" range:"[0,1]" unit:"size of one move (1: open war)"`
	Retaliation Series `toml:"retaliation" need:"true" range:"[0,1]" unit:"chance that it punishes a signature in trade"`
}

// Relation is what two states are to each other beside treaties. Its key names them: "JPN-KOR".
type Relation struct {
	Friction Series `toml:"friction" range:"[0,1]" unit:"rubric: quarrels of history, territory, trust" rungs:"0 0.2 0.4 0.6 0.8 1"`
	Affinity Series `toml:"affinity" range:"[0,1]" unit:"1 alike; from UN ideal points if not given"`
}

// TieKind is a rung of the ladder of cooperation, or a defence treaty.
type TieKind string

// The kinds of tie, from the cheapest up; Consult is a promise to consult, Defence one to act.
const (
	Exercises   TieKind = "exercises"
	Capacity    TieKind = "capacity-building"
	Information TieKind = "information-sharing"
	Access      TieKind = "access"
	Consult     TieKind = "consultation"
	Defence     TieKind = "defence"
)

// Tie is an agreement of two states that is in force when the run starts or comes into force at a known date.
type Tie struct {
	Title     string   `toml:"title" need:"true" about:"what people call it"`
	Members   []string `toml:"members" need:"true" count:"2" ref:"states" about:"ids of the two"`
	Kind      TieKind  `toml:"kind" need:"true" oneof:"exercises capacity-building information-sharing access consultation defence" about:"the rung of the ladder of cooperation, or defence"`
	Depth     Series   `toml:"depth" range:"[0,1]" unit:"share of its means a member would bring; the kind's rung if not given"`
	Guarantor string   `toml:"guarantor" ref:"members" about:"the only member that owes defence, if one-sided"`
	Return    Series   `toml:"return_depth" range:"[0,1]" unit:"what the guarantor may count on in return"`
	Since     Date     `toml:"since" need:"true" about:"the day on which it comes into force"`
	Until     Date     `toml:"until" about:"the day on which it ends; never if not given"`
	Article   string   `toml:"article" about:"of the text that promises it, for the reader"`
}

// Arrangement is a minilateral: three or more states that work together without a clause.
type Arrangement struct {
	Title   string   `toml:"title" need:"true" about:"what people call it"`
	Members []string `toml:"members" need:"true" count:"2+" ref:"states" about:"ids of the states"`
	Kind    TieKind  `toml:"kind" need:"true" oneof:"exercises capacity-building information-sharing access consultation" about:"the rung to which it brings each two of its members"`
	Since   Date     `toml:"since" need:"true" about:"the day on which it begins"`
	Until   Date     `toml:"until" about:"the day on which it ends; never if not given"`
}

// ConsentRule says which members must agree to a later accession.
type ConsentRule string

// The three rules of consent.
const (
	Unanimous ConsentRule = "unanimous"
	Majority  ConsentRule = "majority"
	NoConsent ConsentRule = "none"
)

// Clause is a collective-defence proposal. A bilateral treaty on offer is a clause with two founders.
type Clause struct {
	Title    string          `toml:"title" need:"true" about:"what people call it"`
	Proposer string          `toml:"proposer" ref:"states" about:"who put it on the table, for the reader: no equation uses it"`
	Opens    Date            `toml:"opens" need:"true" about:"first day for founders to sign"`
	Closes   Date            `toml:"closes" about:"last day for founders to sign; none if not given"`
	Founders []string        `toml:"founders" need:"true" count:"2+" ref:"states" about:"ids of those who may bring it into force"`
	OpenTo   map[string]Date `toml:"open_to" ref:"states" about:"who may accede once it is in force, and from when"`
	Depth    Series          `toml:"depth" need:"true" range:"[0,1]" unit:"0.3 consult, 0.5 act by constitutional processes, 0.7 act as deemed necessary, 0.9 all aid in power"`
	Members  map[string]Date `toml:"members" ref:"states" about:"whom it binds when the run starts, and since when; none if it is only on offer"`
	Against  []string        `toml:"against" need:"true" ref:"rivals" about:"ids of the rivals whom its promise is about"`
	Area     []string        `toml:"area" ref:"states" about:"whose home territory it covers; all members if not given"`

	Required     []string    `toml:"required" ref:"founders" about:"who must ratify for it to enter into force"`
	Minimum      int         `toml:"minimum" default:"2" range:"[2,200]" unit:"ratifications"`
	Ratification float64     `toml:"ratification_years" need:"true" range:"[0,10]" unit:"years from signature to the vote"`
	Binding      float64     `toml:"binding_years" range:"[0,100]" unit:"years before a member may give notice"`
	Notice       float64     `toml:"notice_years" range:"[0,10]" unit:"years from notice to leaving"`
	Consent      ConsentRule `toml:"consent" default:"unanimous" oneof:"unanimous majority none" about:"to later accessions, and among founders when they sign"`

	Stance   map[string]Series `toml:"stance" range:"[-1,1]" unit:"rubric: a government on this clause, where it differs from its general stance" rungs:"-1 -0.5 -0.2 0 0.3 0.6 1" ref:"states"`
	Blessing map[string]Series `toml:"blessing" range:"[-1,1]" unit:"rubric: a power that is not invited; 1 presses for it, -1 against it" rungs:"-1 -0.5 -0.2 0 0.3 0.6 1" ref:"states"`
}

// Shock is an event from outside the model: dated, or random with a hazard.
type Shock struct {
	Title  string             `toml:"title" need:"true" about:"what people call it"`
	Kind   ShockKind          `toml:"kind" need:"true" oneof:"overt grey-zone coercion abandonment leadership trade" about:"what it works on"`
	Actor  string             `toml:"actor" ref:"states" about:"id of the state whose act it is; none for a change of government"`
	Date   Date               `toml:"date" about:"of a dated shock; of a random one the start of its window"`
	Until  Date               `toml:"until" about:"end of the window of a random one"`
	Hazard float64            `toml:"hazard" range:"[0,12]" unit:"times expected a year" about:"of a random shock; a dated one has none"`
	Felt   map[string]float64 `toml:"felt" range:"[-1,1]" unit:"share of the size that the state feels" ref:"states" about:"by the distance from its place if nobody is named"`

	Latitude  float64 `toml:"latitude" range:"[-90,90]" unit:"degrees north, of where it struck; the capital of its actor if not given"`
	Longitude float64 `toml:"longitude" range:"[-180,180]" unit:"degrees east, of where it struck"`

	Size     float64 `toml:"size" need:"true" range:"[-1,1]" unit:"1: open war, or all of it"`
	HalfLife float64 `toml:"half_life" range:"[0,50]" unit:"years; the model's own if not given"`
	Stance   float64 `toml:"stance" range:"[-1,1]" unit:"what the new government thinks of a clause (leadership only)"`
}
