package sim

import (
	"math"
	"reflect"
	"slices"
	"strings"
)

// What if another hand had coded the scenario? A figure that no data set holds was read off documents by the rungs of
// scenarios/RUBRIC.md, and another coder who is as careful reads it a little otherwise. A coding moves each such figure
// by an error of its own:
//
//	figure = what the scenario has + sd × z,   z from the standard normal, within the range of the figure
//
// A series moves as a whole: who takes a dispute for graver takes it so in each year. A centre that is not given is the
// stance and moves with it. What a government thinks of one clause moves by the same error as what it thinks of clauses
// in general: who takes Tokyo for keener than it was, takes it so of every pact. All others err apart. What a scenario
// does not give stays as it is: no quarrel stays none.
//
// A figure at an end of its range can only move inwards, so that its mean over codings lies a little inside: that of a
// figure at 0 by 0.4 sd. That errors are normal, apart, and as large for every figure is judgement. How large they are,
// the second codings say of stances alone: two coders are 0.18 apart on average (scenarios/EPISODES.md), which is an sd
// of 0.16 for each, as two normal figures are 2/√π = 1.13 sd apart.
//
// A scenario that this one remembers moves with it, the same figure by the same error.

// Recoded is the scenario as coding number of the seed has it: with each figure of Coded moved by an error of standard
// deviation sd, in the figure's own unit. The luck of a coding is keyed by seed, number and the figure's path, so that
// another figure disturbs none. What the scenario shares with others is copied first.
func (s *Scenario) Recoded(sd float64, seed, number uint64) Scenario {
	r, m := *s, shifter{}
	for _, path := range s.Coded {
		by := sd * CodingError(seed, number, path)
		m.shift(&r, path, by)
		if centre, with := s.centreWith(path); with {
			m.shift(&r, centre, by)
		}
	}
	if s.Past != nil {
		r.Past = s.Past.recoded(sd, seed, number)
	}
	r.Recode = 0
	return r
}

// Shifted is the scenario with the figure at a path moved as a whole, within its range.
func (s *Scenario) Shifted(path string, by float64) Scenario {
	r, m := *s, shifter{}
	m.shift(&r, path, by)
	if centre, with := s.centreWith(path); with {
		m.shift(&r, centre, by)
	}
	return r
}

// centreWith is the path of the centre that moves with a stance, as nobody coded it by itself.
func (s *Scenario) centreWith(path string) (centre string, with bool) {
	id, isStance := strings.CutSuffix(path, ".stance")
	state, known := s.States[strings.TrimPrefix(id, "states.")]
	centre = id + ".centre"
	return centre, isStance && known && slices.Equal(state.Centre, state.Stance) && !slices.Contains(s.Coded, centre)
}

// CodingError is by how many standard deviations coding number of a seed moves the figure at a path.
func CodingError(seed, number uint64, path string) float64 {
	luck := newLuck(seed, number)
	return fine(math.Sqrt2 * math.Erfinv(2*max(luck.roll(recoding, keyOf(CodedAs(path)), 0), 1e-16)-1)) // the quantile of the normal
}

// fine drops the digits in which processors differ. No coder has more than three.
func fine(v float64) float64 { return math.Round(v*1e9) / 1e9 }

// shifter moves figures of a scenario, and knows which maps on the way to them it has copied.
type shifter map[string]bool

// shift moves the figure at a path, a series as a whole, within its range.
func (sh shifter) shift(s *Scenario, path string, by float64) {
	f, ok := FigureAt(path)
	if !ok {
		panic("sim: " + path + " is no figure that could be coded otherwise")
	}
	moved := slices.Clone(f.Series(s))
	for k := range moved {
		moved[k].Value = clamp(fine(moved[k].Value+by), f.Low, f.High)
	}
	sh.lay(reflect.ValueOf(s).Elem(), strings.Split(path, "."), "", reflect.ValueOf(moved))
}

// lay puts a series at a path.
func (sh shifter) lay(at reflect.Value, keys []string, path string, series reflect.Value) {
	switch {
	case len(keys) == 0:
		at.Set(series)
	case at.Kind() == reflect.Map:
		if !sh[path] {
			rows := reflect.MakeMap(at.Type())
			for k, row := range at.Seq2() {
				rows.SetMapIndex(k, row)
			}
			at.Set(rows)
			sh[path] = true
		}
		name, row := reflect.ValueOf(keys[0]), reflect.New(at.Type().Elem()).Elem()
		if was := at.MapIndex(name); was.IsValid() {
			row.Set(was)
		} else if row.Kind() == reflect.Struct {
			panic("sim: no " + path + "." + keys[0] + " in the scenario to move")
		}
		sh.lay(row, keys[1:], path+"."+keys[0], series)
		at.SetMapIndex(name, row)
	default:
		sh.lay(under(at, keys[0]), keys[1:], path+"."+keys[0], series)
	}
}

// CodedAs is the path by which a figure errs: that of a state's stance on one clause is that of its stance.
func CodedAs(path string) string {
	if keys := strings.Split(path, "."); len(keys) == 4 && keys[0] == "clauses" && keys[2] == "stance" {
		return "states." + keys[3] + ".stance"
	}
	return path
}

// codingOf tells the codings of a history apart.
type codingOf struct {
	sd           float64
	seed, number uint64
}

// recoded is a history by one coding, the same for all that share the history.
func (p *Past) recoded(sd float64, seed, number uint64) *Past {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	key := codingOf{sd, seed, number}
	if p.codings[key] == nil {
		if p.codings == nil {
			p.codings = map[codingOf]*Past{}
		}
		p.codings[key] = &Past{Scenario: p.Scenario.Recoded(sd, seed, number)}
	}
	return p.codings[key]
}

// stillCoded are the figures that a twin leaves to the coder: what the leading power thinks, wants at home and can do.
func stillCoded(coded []string, lead string) []string {
	return slices.DeleteFunc(slices.Clone(coded), func(path string) bool {
		keys := strings.Split(CodedAs(path), ".")
		return keys[0] != "states" || keys[1] != lead || !slices.Contains([]string{"stance", "centre", "spread", "projection"}, keys[2])
	})
}
