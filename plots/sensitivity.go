package plots

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

// Sensitivity shows on which factors an output of a study hangs: a dot and its interval for the total index of each,
// with a ring at the first-order index; or the mean size of its effects.
func Sensitivity(fig Figure, s *lab.Sensitivity, output int) *Chart {
	o := &s.Plan.Outputs[output]
	c := (&Chart{Title: "What it hangs on: " + o.Name, width: fig.wide(wide)}).from(studySource(&s.Head, &s.Plan))
	if len(s.Found) == 0 {
		c.height, c.body, c.About = remarkHeight, remark("Too little was played."), "Nothing is drawn: too little was played. "+c.About
		return c
	}
	found := &s.Found[output]
	if found.Flat() {
		why := "On no trajectory does a factor move it: there is nothing to rank."
		if found.Sobol != nil {
			why = "It is the same at every point: nothing has a share of its variance."
		}
		c.height, c.body, c.About = remarkHeight, remark(why), why+" "+c.About
		return c
	}
	rows, names := indexRows{dotRows: dotRows{fig: fig}}, s.Names()
	c.Title = movesMost(s, output)
	text := "Dots with intervals, one a factor."
	if found.Sobol != nil {
		rows.cols.right = []textColumn{{head: "first", style: bandStyle}, {head: "total", style: endStyle}, {head: "95 % interval",
			style: bandStyle}}
	} else {
		rows.cols.right = []textColumn{{head: "mu*", style: endStyle}, {head: "mu", style: bandStyle}, {head: "sigma", style: bandStyle}}
	}
	for _, k := range found.ByWeight() {
		name := fit(endStyle, names[k], longestFactor)
		w, scale := found.Weight(k), 1.0
		if found.Sobol != nil {
			first := found.Sobol.First[k]
			rows.cols.add(name, false, minus(words.Index(first.Mean)), minus(words.Index(w.Mean)), minus(words.Index(w.Low))+" to "+
				""+minus(words.Index(w.High)))
			rows.first = append(rows.first, first.Mean)
			text += fmt.Sprintf(" %s: total %s (95 %% interval %s to %s), first %s.", names[k], words.Index(w.Mean), words.Index(w.Low),
				words.Index(w.High),
				words.Index(first.Mean))
		} else {
			m := found.Morris[k]
			scale = outputScale(o)
			figure := func(v float64) string { return minus(words.Size(o, v)) }
			rows.cols.add(name, false, figure(m.MuStar.Mean), figure(m.Mu.Mean), figure(m.Sigma.Mean))
			text += fmt.Sprintf(" %s: mean size %s, mean %s, standard deviation %s.", names[k], figure(m.MuStar.Mean), figure(m.Mu.Mean),
				figure(m.Sigma.Mean))
		}
		rows.dots = append(rows.dots, &dot{at: scale * w.Mean, low: scale * w.Low, high: scale * w.High, hollow: w.Low <= 0})
	}
	c.About = text + " " + c.About
	axis := "Share of the variance"
	notes := "Dot: total index, what would remain of the variance of a point if all but this were known; ring: first-order index, what " +
		"would go if this alone were " +
		"known (Saltelli et al. 2010; Jansen 1999). Bar: 95 % percentile interval of the total index over resampled rows. Luck: which runs " +
		"are played."
	if found.Sobol == nil {
		axis = "Mean size of the effect of the whole range"
		if o.IsChance() {
			axis += " (percentage points)"
		}
		notes = "Dot: mean size of what moving a factor over its whole range does, mu* (Campolongo et al. 2007); bar: 95 % percentile " +
			"interval over resampled trajectories. " +
			"mu: the same with its sign; sigma: how much it differs from place to place (Morris 1991)."
	}
	c.Notes = notes + " " + c.Notes
	c.height, c.body = rows.height(), rows.plot(axis)
	return c
}

// movesMost is what moves an output most, as far as what was found may be ranked.
func movesMost(s *lab.Sensitivity, output int) string {
	name, names := words.Capital(s.Plan.Outputs[output].Name), s.Names()
	var most []string
	for _, k := range s.Found[output].Foremost() {
		most = append(most, names[k])
	}
	switch {
	case !s.Ranks(output):
		return name + ": these runs do not yet rank what moves this"
	case len(most) == 1:
		return name + ": what moves this most is " + most[0]
	case len(most) > 3:
		return fmt.Sprintf("%s: which of %s moves this most, these runs do not tell", name, words.Count(len(most), "factor"))
	}
	return name + ": which of " + words.And(most) + " moves this most, these runs do not tell"
}

// indexRows are rows of dots with a ring in each.
type indexRows struct {
	dotRows
	first []float64 // where the rings are; none if there are none
}

func (r indexRows) plot(axis string) *picture {
	r.cols.above = r.fig.narrow() // for the rings, too, which keep the same room
	from, to := 0.0, 0.0
	for i, d := range r.dots {
		from, to = min(from, d.low), max(to, d.high)
		if r.first != nil {
			from, to = min(from, r.first[i]), max(to, r.first[i])
		}
	}
	p := r.plotOver(from-0.03*(to-from), to+0.03*(to-from), axis, false)
	p.Add(rings(r))
	return p
}

// rings draws the rings of the rows.
type rings indexRows

// Plot implements plot.Plotter.
func (r rings) Plot(c draw.Canvas, p *plot.Plot) {
	height := c.Size().Y / vg.Length(len(r.dots))
	for i, v := range r.first {
		hollow(&c, disc, vg.Point{X: c.X(p.X.Norm(v)), Y: c.Max.Y - (vg.Length(i)+0.5)*height})
	}
}
