package sim

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
)

// Term is one reason in a decision.
type Term int

// The terms. The default rule weighs six of them, and more where a switch is turned on; the rival rules weigh some of them and some of
// the others.
const (
	Security     Term = iota // danger that the clause takes off one's own shoulders
	Interest                 // danger it takes off partners worth keeping: why a patron joins
	Autonomy                 // freedom of action given up, or gained
	Entrapment               // others' wars
	TradeLoss                // what the rival would stop buying
	Friction                 // the worst quarrel at the table
	Unlikeness               // how little the others are like the state
	Home                     // what the present government thinks of it
	Sponsorship              // what the leading power wants of it
	Unsteadiness             // one's own volatility
	Audience                 // the price at home of a promise a successor may break
	Provocation              // how much worse the rival could become for it
	Leash                    // live disputes newly owed at a table of many
	Novelty                  // promises that are bound already
	Reluctance               // the habit of not signing: the weight of leaving things as they are
	Imbalance                // how far the rival outweighs those who live near it (power-balance)
	Control                  // what a patron's say loses at a table of many (power-disparity)
	Binding                  // others' power bound by rules (institutional-bargain)
	Prospect                 // the gamble on an ally's word (prospect-theory)
	Burden                   // what the others' spending on the common defence is worth (burden-sharing)
	Stability                // being safe from conquest (war-stability)
	Commerce                 // trade among the members (war-stability)
	Camp                     // whom one would rather stand with (landscape)
	NumTerms                 // how many there are
)

var termNames = [NumTerms]string{
	"security", "interest", "autonomy", "entrapment", "trade", "friction", "unlikeness", "home", "sponsorship", "volatility", "audience",
	"provocation", "leash", "novelty", "reluctance",
	"imbalance", "control", "binding", "prospect", "burden", "stability", "commerce", "camp",
}

// String is the name of a term, as in tables and in JSON.
func (t Term) String() string { return termNames[t] }

// MarshalText writes a term by its name.
func (t Term) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (t *Term) UnmarshalText(text []byte) error {
	k := slices.Index(termNames[:], string(text))
	if k < 0 {
		return fmt.Errorf("%q is no term of a decision", text)
	}
	*t = Term(k)
	return nil
}

// Terms are the parts of one decision's utility, in logits: positive speaks for signing.
type Terms [NumTerms]float64

// MarshalJSON writes the parts by name, all of them, in the order in which they are added.
func (t Terms) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for k, v := range t {
		if k > 0 {
			b = append(b, ',')
		}
		b = append(strconv.AppendQuote(b, Term(k).String()), ':')
		b = strconv.AppendFloat(b, v+0, 'g', -1, 64)
	}
	return append(b, '}'), nil
}

// UnmarshalJSON reads what MarshalJSON wrote. A name that is no term is an error; a term that is not named is 0.
func (t *Terms) UnmarshalJSON(text []byte) error {
	var parts map[string]float64
	if err := json.Unmarshal(text, &parts); err != nil {
		return err
	}
	*t = Terms{}
	for name, v := range parts {
		var k Term
		if err := k.UnmarshalText([]byte(name)); err != nil {
			return err
		}
		t[k] = v
	}
	return nil
}

// Sum is the utility. It adds in the fixed order of the terms, so that the parts always add up to the whole, to the
// last bit.
func (t *Terms) Sum() float64 {
	u := 0.0
	for _, v := range t {
		u += v
	}
	return u
}
