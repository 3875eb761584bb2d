package sim

// Term is one reason in a decision.
type Term int

// The eleven terms of the default rule, in the order in which they are added.
const (
	Security     Term = iota // danger that the clause takes off one's own shoulders
	Interest                 // danger it takes off partners worth keeping: why a patron joins
	Autonomy                 // freedom of action given up
	Entrapment               // others' wars
	TradeLoss                // what the rival would stop buying
	Friction                 // the worst quarrel at the table
	Unlikeness               // how little the others are like the state
	Home                     // what the present government thinks of it
	Unsteadiness             // one's own volatility
	Audience                 // the price at home of a promise a successor may break
	Reluctance               // the weight of leaving things as they are
	NumTerms                 // how many there are
)

var termNames = [NumTerms]string{
	"security", "interest", "autonomy", "entrapment", "trade", "friction", "unlikeness", "home", "volatility", "audience", "reluctance",
}

func (t Term) String() string { return termNames[t] }

// Terms are the parts of one decision's utility, in logits: positive speaks for signing.
type Terms [NumTerms]float64

// Sum is the utility. It adds in the fixed order of the terms, so that the parts always add up to the whole, to the
// last bit.
func (t *Terms) Sum() float64 {
	u := 0.0
	for _, v := range t {
		u += v
	}
	return u
}
