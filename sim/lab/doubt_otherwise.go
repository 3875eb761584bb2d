package lab

import (
	"context"
	"slices"
	"strconv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// manyCodings is how many times as often as the others a scenario is played whose figures are all moved at once: what one figure does
// among some two hundred is seen in few runs. A thousand runs are two thousand codings then.
const manyCodings = 10

// otherwise plays a scenario whose figures are all moved at once, a few runs in a row by the same errors, with what is known of how the
// variance of one run is divided.
func (d *Doubt) otherwise(ctx context.Context, name string, s sim.Scenario, opts Options) (*view, *stats.Divided) {
	opts.Runs *= manyCodings
	v := d.more(ctx, []Cell{{Name: name, World: sim.NewWorld(s)}}, opts).view(0)
	good := v.good()
	if divided, ok := Drawn(good).Divided(each(each(good, v.inForce), whole)); ok {
		return v, &divided
	}
	return v, nil
}

// shares are what each of some groups of figures, which err together, has of what moving all at once does, the largest first. Their values
// are those that the scenario has on a day before it is moved.
func (d *Doubt) shares(v *view, s *sim.Scenario, groups [][]string, day sim.Date, seed uint64) []FigureDoubt {
	all := []FigureDoubt{}
	good := v.good()
	if len(good) == 0 {
		return all
	}
	happened, by := each(good, v.inForce), Drawn(good)
	of := 0.0
	if p, ok := by.Parts(each(happened, whole)); ok {
		of = p.Coding
	}
	codings := 1 + slices.Max(by.Codings())
	means, runs := byGroup(happened, by.Codings(), codings)
	for _, group := range groups {
		z := make([]float64, codings)
		for c := range z {
			z[c] = sim.CodingError(seed, uint64(c), group[0])
		}
		f, _ := sim.FigureAt(group[0])
		all = append(all, FigureDoubt{Path: group[0], With: group[1:], Value: f.At(s, day), Share: stats.Line(means, runs, z, of)})
	}
	slices.SortStableFunc(all, func(a, b FigureDoubt) int { return largest(a.Share, b.Share) })
	return all
}

// alone moves so many of some figures, those first that matter most, each alone: down and up, to where it is told, and plays each. Those that
// move nothing come last then.
func (d *Doubt) alone(ctx context.Context, asIs *view, all []FigureDoubt, figures int, opts Options,
	ends func(f *FigureDoubt) (down, up *float64), at func(f *FigureDoubt, to float64) sim.Scenario) {
	if ctx.Err() != nil {
		return
	}
	figures = min(figures, len(all))
	type probe struct {
		rung **Rung
		to   float64
	}
	var cells []Cell
	var probes []probe
	for k := range all[:figures] {
		f := &all[k]
		down, up := ends(f)
		for _, p := range []struct {
			to   *float64
			rung **Rung
		}{{down, &f.Down}, {up, &f.Up}} {
			if p.to == nil {
				continue
			}
			name := f.Path + " by " + strconv.FormatFloat(stats.Steady(*p.to-f.Value), 'g', -1, 64)
			cells, probes = append(cells, Cell{Name: name, World: sim.NewWorld(at(f, *p.to))}), append(probes, probe{p.rung, *p.to})
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
	slices.SortStableFunc(all, func(a, b FigureDoubt) int { return whole(a.Idle()) - whole(b.Idle()) })
}
