package lab

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// coding finds what codings do, and the share of each figure that was coded by hand.
func (d *Doubt) coding(ctx context.Context, s sim.Scenario, opts Options) *view {
	recoded := s
	recoded.Recode = d.Error
	opts.Runs *= manyCodings
	v := d.more(ctx, []Cell{{Name: "recoded", World: sim.NewWorld(recoded)}}, opts).view(0)
	d.Recoded, _, _ = v.ends()
	good := v.good()
	happened, by := each(good, v.inForce), Drawn(good)
	of := 0.0
	values := each(happened, whole)
	if p, ok := by.Parts(values); ok {
		of = p.Coding
	}
	if divided, ok := by.Divided(values); ok {
		d.Parts = &divided
	}
	if len(good) == 0 {
		return v
	}
	codings := 1 + slices.Max(by.Codings())
	means, runs := byGroup(happened, by.Codings(), codings)
	for _, group := range codedTogether(&s) {
		z := make([]float64, codings)
		for c := range z {
			z[c] = sim.CodingError(opts.Seed, uint64(c), group[0])
		}
		f, _ := sim.FigureAt(group[0])
		d.Figures = append(d.Figures, FigureDoubt{Path: group[0], With: group[1:], Value: f.At(&s, s.Clauses[s.Headline].Opens),
			Share: stats.Line(means, runs, z, of)})
	}
	slices.SortStableFunc(d.Figures, func(a, b FigureDoubt) int { return largest(a.Share, b.Share) })
	return v
}

// recodedChange is by how much coding moves the chance, over the runs that were played both as coded and recoded. Runs of one coding
// are a lot, drawn as a whole (Cochran 1977, chapter 9), so that the interval holds which codings were drawn:
//
//	squares = Σ over codings of (Σ changes of its runs)²
func recodedChange(asCoded, recoded *view) stats.Difference {
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
	if len(d.Figures) == 0 || ctx.Err() != nil {
		return
	}
	figures = min(figures, len(d.Figures))
	type probe struct {
		rung **Rung
		to   float64
	}
	var cells []Cell
	var probes []probe
	for k := range d.Figures[:figures] {
		f := &d.Figures[k]
		down, up := nextRungs(f.Path, f.Value)
		for _, p := range []struct {
			to   *float64
			rung **Rung
		}{{down, &f.Down}, {up, &f.Up}} {
			if p.to == nil {
				continue
			}
			moved := s
			for _, path := range append([]string{f.Path}, f.With...) {
				moved = moved.Shifted(path, *p.to-f.Value)
			}
			name := f.Path + " by " + strconv.FormatFloat(stats.Steady(*p.to-f.Value), 'g', -1, 64)
			cells, probes = append(cells, Cell{Name: name, World: sim.NewWorld(moved)}), append(probes, probe{p.rung, *p.to})
		}
	}
	d.ToPlay += opts.Runs * (len(cells) - 2*figures)
	if len(cells) == 0 {
		return
	}
	p := d.more(ctx, cells, opts)
	for k, probe := range probes {
		if b := beside(asIs, p.view(k)); b.Pairs > 0 {
			*probe.rung = &Rung{probe.to, b.InForce.Second, b.InForce.Change}
		}
	}
	slices.SortStableFunc(d.Figures, func(a, b FigureDoubt) int { return whole(a.Idle()) - whole(b.Idle()) })
}

// nextRungs are the rungs of the rubric below and above a value; nil where there is none.
func nextRungs(path string, value float64) (down, up *float64) {
	f, _ := sim.FigureAt(path)
	for _, rung := range f.Rungs() {
		const same = 1e-9
		if rung < value-same {
			down = &rung
		}
		if rung > value+same && up == nil {
			up = &rung
		}
	}
	return down, up
}
