package plots

import (
	"fmt"
	"strings"

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
	names := s.Names()
	c.Title = movesMost(s, output)
	var of factorRows
	if found.Sobol != nil {
		of = sobolRows(fig, found, names)
		c.Measured = "Share of the variance between points and runs that each factor accounts for; " + words.Count(s.Runs, "run")
	} else {
		of = morrisRows(fig, found, names, o)
		c.Measured = "Mean size of the effect of the whole range of each factor" + ofChance(o) + "; " + words.Count(s.Runs, "run")
	}
	c.About = "Dots with intervals, one a factor." + of.text + " " + c.About
	c.Notes = of.notes + of.still() + " " + c.Notes
	c.height, c.least, c.body = of.rows.height(), of.rows.least(), of.rows.plot(of.axis)
	return c
}

// ofChance is the unit of an effect on a chance; nothing of another output.
func ofChance(o *lab.Output) string {
	if o.IsChance() {
		return " (percentage points)"
	}
	return ""
}

// factorRows are what is drawn of factors, with what is said of them.
type factorRows struct {
	rows              indexRows
	text, axis, notes string
	nothing           []string // names of factors of which all figures are written as 0
}

// still names the factors that have no row, as they do nothing.
func (f factorRows) still() string {
	if len(f.nothing) == 0 {
		return ""
	}
	return " Nothing, as far as two places tell: " + words.And(f.nothing) + "."
}

// add is a row of a factor, or no row if all its figures are written as 0.
func (f *factorRows) add(name string, at dot, cells ...string) (shown bool) {
	for _, cell := range cells {
		for _, figure := range strings.Split(cell, " to ") {
			shown = shown || strings.Trim(figure, "−0.") != ""
		}
	}
	if !shown {
		f.nothing = append(f.nothing, name)
		return false
	}
	f.rows.cols.add(name, false, cells...)
	f.rows.dots = append(f.rows.dots, &at)
	return true
}

// sobolRows are total indices with rings at first-order ones.
func sobolRows(fig Figure, found *lab.Sensitive, names []string) factorRows {
	f := factorRows{rows: indexRows{dotRows: dotRows{fig: fig, cols: columns{most: fig.claimRoom(), right: []textColumn{
		{head: "first", style: bandStyle}, {head: "total", style: endStyle}, {head: "95 % interval", style: bandStyle}}}}},
		axis: "Share of the variance",
		notes: "Dot: total index, what would remain of the variance of a point if all but this were known; ring: first-order index, what " +
			"would go if this alone were known (Saltelli et al. 2010; Jansen 1999). Bar: 95 % percentile interval of the total index over " +
			"resampled rows. Luck: which runs are played."}
	for _, k := range found.ByWeight() {
		w, first := found.Weight(k), found.Sobol.First[k]
		interval := words.Index(w.Low) + " to " + words.Index(w.High)
		at := dot{at: w.Mean, low: w.Low, high: w.High, hollow: w.Low <= 0}
		if f.add(names[k], at, minus(words.Index(first.Mean)), minus(words.Index(w.Mean)), minus(interval)) {
			f.rows.first = append(f.rows.first, first.Mean)
		}
		f.text += fmt.Sprintf(" %s: total %s (95 %% interval %s), first %s.", names[k], words.Index(w.Mean), interval, words.Index(first.Mean))
	}
	return f
}

// morrisRows are mean sizes of effects.
func morrisRows(fig Figure, found *lab.Sensitive, names []string, o *lab.Output) factorRows {
	f := factorRows{rows: indexRows{dotRows: dotRows{fig: fig, cols: columns{most: fig.claimRoom(), right: []textColumn{
		{head: "mu*", style: endStyle}, {head: "mu", style: bandStyle}, {head: "sigma", style: bandStyle}}}}},
		axis: "Mean size of the effect of the whole range" + ofChance(o),
		notes: "Dot: mean size of what moving a factor over its whole range does, mu* (Campolongo et al. 2007); bar: 95 % percentile " +
			"interval over resampled trajectories. mu: the same with its sign; sigma: how much it differs from place to place (Morris 1991)."}
	scale, figure := outputScale(o), func(v float64) string { return minus(words.Size(o, v)) }
	for _, k := range found.ByWeight() {
		w, m := found.Weight(k), found.Morris[k]
		at := dot{at: scale * w.Mean, low: scale * w.Low, high: scale * w.High, hollow: w.Low <= 0}
		f.add(names[k], at, figure(m.MuStar.Mean), figure(m.Mu.Mean), figure(m.Sigma.Mean))
		f.text += fmt.Sprintf(" %s: mean size %s, mean %s, standard deviation %s.", names[k], figure(m.MuStar.Mean), figure(m.Mu.Mean),
			figure(m.Sigma.Mean))
	}
	return f
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
