package lab

import (
	"math"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Lever is one figure of a scenario that a search moves to see what becomes of the answer. A search holds it level over
// the whole run.
type Lever struct {
	ID    string  `json:"id"`              // its short name
	Name  string  `json:"name"`            // in words
	Path  string  `json:"path"`            // as after --set
	Unit  string  `json:"unit"`            // what its figure counts, as a scenario may say it: of a lever it begins with times or added
	Now   float64 `json:"now"`             // as the scenario has it, on the day the headline clause opens
	Moves bool    `json:"moves,omitempty"` // the scenario has it move over time, so that to hold it level is a change too
	Low   float64 `json:"low"`             // the least value that is tried
	High  float64 `json:"high"`            // the greatest

	set func(*sim.Scenario, float64)
}

// leverGrain is the number of steps in which values are tried: three decimals, in steps of five of the last.
const leverGrain = 200

// leverNames are what the levers of states are called in words, wherever one is told of.
var leverNames = map[string]string{"threat": "threat felt", "trade": "trade with the rival", "volatility": "policy volatility",
	"ties": "prior ties", "friction": "friction", "stance": "governments' stance"}

// levers lists what a search may move: what a state feels, trades and so on, and what its governments think of a clause, of
// all states or of one; the depth of the headline clause; and what others believe of its strongest founder.
func levers(s sim.Scenario, state string) []Lever {
	who := sim.Everyone
	if state != "" {
		who = state
	}
	day := max(s.Clauses[s.Headline].Opens, s.Start)
	var list []Lever
	for _, id := range []string{"threat", "trade", "volatility", "ties", "friction"} {
		list = append(list, newLever(s, id, leverNames[id], "levers."+who+"."+id, day))
	}
	strongest := s.StrongestFounder()
	return append(list, newLever(s, "stance", leverNames["stance"], "levers."+who+".stance", day),
		newLever(s, "depth", "depth of the clause", "clauses."+s.Headline+".depth", day),
		newLever(s, "commitment", "commitment ("+s.States[strongest].Name+")", "states."+strongest+".commitment", day))
}

// newLever is one that turns the figure at a path, within its range, from what it is on a day.
func newLever(s sim.Scenario, id, name, path string, day sim.Date) Lever {
	f, ok := sim.FigureAt(path)
	if !ok {
		panic("lab: no figure " + path)
	}
	now := f.Series(&s)
	l := Lever{ID: id, Name: name, Path: path, Unit: f.Unit, Now: now.At(day), Low: f.Low, High: f.High, set: f.Set}
	for _, p := range now {
		l.Moves = l.Moves || p.Value != l.Now
	}
	return l
}

// cost is the size of a change, so that changes of different levers can be compared:
//
//	cost = |value - now| / max(value, now)
//
// the change as a share of the larger of the two figures. To halve a figure and to double it cost 0.5 each, to take it
// away costs 1, and nothing costs more. It leans on no range, the ends of which are judgements, and it knows nothing of
// what a change costs in the world: trade is not halved as easily as a promise. A figure that may be below 0 has no such
// shares: of a stance, from -1 to 1, the whole way costs 1,
//
//	cost = |value - now| / 2
func (l Lever) cost(value float64) float64 {
	if l.Low < 0 {
		return math.Abs(value-l.Now) / 2
	}
	most := max(value, l.Now)
	if most == 0 {
		return 0
	}
	return math.Abs(value-l.Now) / most
}

// side is a direction in which a lever may move.
type side int

const (
	down side = -1
	up   side = 1
)

// farthest is the cost of going to the end of the range.
func (l Lever) farthest(to side) float64 {
	if to == down {
		return l.cost(l.Low)
	}
	return l.cost(l.High)
}

// at is the value that a cost buys on a side, in steps of the grain: the inverse of cost, rounded away from now, so that
// it may cost a little more.
func (l Lever) at(to side, cost float64) int {
	if l.Low < 0 {
		v := stats.Steady((l.Now + float64(float64(to)*2*cost)) * leverGrain)
		if to == down {
			return int(max(math.Floor(v), math.Ceil(l.Low*leverGrain)))
		}
		return int(min(math.Ceil(v), math.Floor(l.High*leverGrain)))
	}
	if to == down {
		return int(max(math.Floor(stats.Steady(l.Now*(1-cost)*leverGrain)), math.Ceil(l.Low*leverGrain)))
	}
	end := math.Floor(l.High * leverGrain)
	if l.Now == 0 { // any value costs all there is: go along the range instead
		return int(math.Ceil(stats.Steady(cost * end)))
	}
	if cost >= 1 {
		return int(end)
	}
	return int(min(math.Ceil(stats.Steady(l.Now/(1-cost)*leverGrain)), end))
}

// value is the figure that so many steps of the grain make.
func value(steps int) float64 { return float64(steps) / leverGrain }
