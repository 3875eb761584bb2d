package lab

import (
	"cmp"
	"context"
	"slices"

	"entente/sim"
	"entente/sim/lab/stats"
)

// coding finds what codings do, and the share of each figure that was coded by hand.
func (d *Doubt) coding(ctx context.Context, s sim.Scenario, opts Options) *view {
	recoded := s
	recoded.Recode = d.Error
	v, parts := d.otherwise(ctx, "recoded", recoded, opts)
	d.Recoded, _, _ = v.ends()
	d.Parts = parts
	d.Figures = d.shares(v, &s, codedTogether(&s), s.Clauses[s.Headline].Opens, opts.Seed)
	return v
}

// changeOfLots is by how much coding moves the chance, over the runs that were played both as coded and recoded. Runs of one coding
// are a lot, drawn as a whole (Cochran 1977, chapter 9), so that the interval holds which codings were drawn:
//
//	squares = Σ over codings of (Σ changes of its runs)²
func changeOfLots(asCoded, recoded *view) stats.Difference {
	net, pairs, ofCoding := 0, 0, map[int]int{}
	for k, a := range asCoded.runs {
		if k < len(recoded.runs) && a.Failure == "" && recoded.runs[k].Failure == "" {
			b := recoded.runs[k]
			change := whole(recoded.inForce(b)) - whole(asCoded.inForce(a))
			net, pairs, ofCoding[b.Coding] = net+change, pairs+1, ofCoding[b.Coding]+change
		}
	}
	squares := 0
	for _, sum := range ofCoding {
		squares += sum * sum
	}
	return stats.Added(float64(net), float64(squares), pairs)
}

// codedTogether are the figures that were coded by hand, those together that move by one error, a state's stance first.
func codedTogether(s *sim.Scenario) [][]string {
	var groups [][]string
	place := map[string]int{}
	paths := slices.Clone(s.Coded)
	slices.SortStableFunc(paths, func(a, b string) int { return cmp.Compare(b, a) }) // states before clauses
	for _, path := range paths {
		key := sim.CodedAs(path)
		at, known := place[key]
		if !known {
			at = len(groups)
			place[key] = at
			groups = append(groups, []string{})
		}
		groups[at] = append(groups[at], path)
	}
	return groups
}

// rungs moves the figures that matter most by a rung of the rubric, up and down, and plays each.
func (d *Doubt) rungs(ctx context.Context, s sim.Scenario, asIs *view, figures int, opts Options) {
	d.alone(ctx, asIs, d.Figures, figures, opts, nextRungs, func(f *FigureDoubt, to float64) sim.Scenario {
		moved := s
		for _, path := range append([]string{f.Path}, f.With...) {
			moved = moved.Shifted(path, to-f.Value)
		}
		return moved
	})
}

// nextRungs are the rungs of the rubric below and above a value; nil where there is none.
func nextRungs(f *FigureDoubt) (down, up *float64) {
	kind, _ := sim.FigureAt(f.Path)
	for _, rung := range kind.Rungs() {
		const same = 1e-9
		if rung < f.Value-same {
			down = &rung
		}
		if rung > f.Value+same && up == nil {
			up = &rung
		}
	}
	return down, up
}
