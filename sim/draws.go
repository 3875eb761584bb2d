package sim

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Draws are sets of constants that fit history about as well as each other: draws from the posterior of the default rule's
// weights. Run k of a world plays set k mod their number, so that what the runs of a world have in common holds doubt about
// the constants beside luck, at no run more. Luck is keyed by seed and run and never by the draw, so that the same run of two
// worlds shares both.
//
//	draw of run k = k mod number of sets
//
// A constant that somebody set, be it to what is shipped, or that a file has otherwise than shipped, is held where it was set in every draw. Rival theories
// have no posterior.
//
// By hand: of 200 sets, runs 3, 203 and 403 play the fourth; run 403 of another world with as many sets does, too.
type Draws struct {
	Constants []string    // paths of weights of the default rule, as in parameters.decision.trade
	Shipped   []float64   // their values as shipped, by constant; none is 0
	Sets      [][]float64 // draw × constant
}

// NoDraw is the draw of a run whose constants are those of its world.
const NoDraw = -1

// layDraws finds which constants the runs of this world draw: those of the default rule that stand as shipped.
func (w *World) layDraws() {
	w.draws, w.drawn = nil, nil
	d := w.openToDraw()
	if d == nil {
		return
	}
	for c, path := range d.Constants {
		at := w.Parameters.at(path)
		if d.Shipped[c] == 0 {
			panic("sim: " + path + " weighs nothing as shipped, and cannot be drawn")
		}
		if *at == d.Shipped[c] && !slices.Contains(w.Scenario.Fixed, path) {
			w.drawn = append(w.drawn, c)
		}
	}
	if len(w.drawn) == 0 {
		return
	}
	w.draws, w.drawnAt = d, make([][]float64, len(d.Sets))
	for s, set := range d.Sets {
		for _, c := range w.drawn {
			w.drawnAt[s] = append(w.drawnAt[s], set[c])
		}
	}
}

// openToDraw are the draws that runs of this world could take: those of the default rule alone.
func (w *World) openToDraw() *Draws {
	if w.Scenario.Theory != "" && w.Scenario.Theory != DefaultTheory {
		return nil
	}
	return w.Scenario.Draws
}

// Draws is the number of sets of constants that runs of this world take in turn; 0 if all play those of the world.
func (w *World) Draws() int {
	if w.draws == nil {
		return 0
	}
	return len(w.draws.Sets)
}

// DrawOf is the set of constants that a run plays; NoDraw if those of the world.
func (w *World) DrawOf(run uint64) int {
	if w.draws == nil {
		return NoDraw
	}
	return int(run % uint64(len(w.draws.Sets)))
}

// Drawn are the constants that the runs of this world draw, as one draw has them; nil for NoDraw.
func (w *World) Drawn(draw int) []float64 {
	if draw == NoDraw {
		return nil
	}
	return w.drawnAt[draw]
}

// Held lists the constants of the posterior that this world holds where they were set, in the order of Draws.
func (w *World) Held() []string {
	var held []string
	if d := w.openToDraw(); d != nil {
		for c, path := range d.Constants {
			if !slices.Contains(w.drawn, c) {
				held = append(held, path)
			}
		}
	}
	return held
}

// By is the constants of this world in one draw; as they are for NoDraw.
func (w *World) By(draw int) Parameters {
	p := w.Parameters
	if draw != NoDraw {
		for _, c := range w.drawn {
			*p.at(w.draws.Constants[c]) = w.draws.Sets[draw][c]
		}
	}
	return p
}

// ownWorld gives a run whose constants are drawn a world of its own, which differs from the one it shares in them alone.
func (r *Run) ownWorld() {
	if r.w.draws == nil {
		return
	}
	own := *r.w
	own.rule = &own.Parameters.Decision
	r.w = &own
	for _, c := range own.drawn {
		r.adopted = append(r.adopted, own.Parameters.at(own.draws.Constants[c]))
	}
}

// adopt sets the constants of a run to those of a draw.
func (r *Run) adopt(draw int) {
	for k, at := range r.adopted {
		*at = r.w.draws.Sets[draw][r.w.drawn[k]]
	}
}

// same tells whether two sets of draws are one: nothing is the same as nothing.
func (d *Draws) same(o *Draws) bool {
	return d == o || d != nil && o != nil && slices.Equal(d.Constants, o.Constants) && slices.Equal(d.Shipped, o.Shipped) &&
		slices.EqualFunc(d.Sets, o.Sets, slices.Equal)
}

// drawnGroup is where the constants stand that may be drawn: a run reads the weights of the default rule as it goes,
// whereas much else is laid out when the world is made.
const drawnGroup = "parameters.decision."

// at is where a constant that may be drawn is kept.
func (p *Parameters) at(path string) *float64 {
	key, ok := strings.CutPrefix(path, drawnGroup)
	if v := under(reflect.ValueOf(&p.Decision).Elem(), key); ok && v.IsValid() {
		return v.Addr().Interface().(*float64)
	}
	panic(fmt.Sprintf("sim: %s is no weight of the default rule, and cannot be drawn", path))
}
