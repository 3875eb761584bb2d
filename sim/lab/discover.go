package lab

import (
	"io"
	"strconv"

	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// Interest is which points of a study are of interest: those at which the mean of an output is at least a value, or at
// most.
type Interest struct {
	Output string  `json:"output"` // id of the output
	Value  float64 `json:"value"`  // at which interest begins, in the unit of the output: a share from 0 to 1, or states
	Below  bool    `json:"below"`  // at most the value; else at least
}

// Discovery is the box, cut along the factors of a study, in which points of interest are frequent: scenario discovery
// by PRIM. It depends on the study, the interest and the box that is chosen alone.
type Discovery struct {
	Head
	Plan     Plan         `json:"plan"`          // what the study asks
	Interest Interest     `json:"interest"`      // which points are
	Whole    int          `json:"points_played"` // the first of all
	Boxes    stats.Boxes  `json:"boxes"`         // that were found, from the whole space to the smallest
	Middle   []Setting    `json:"middle"`        // each factor that the box limits, at the middle of its limits
	Cloud    [][2]float64 `json:"cloud"`         // points on the two factors with the clearest limits, at most mostCloud, as evenly as they come
	CloudHit []bool       `json:"cloud_hits"`    // of these, which are of interest
	Axes     []int        `json:"cloud_axes"`    // the two factors; none if fewer are limited
	Chosen   bool         `json:"chosen"`        // somebody said which box
	All      [][2]float64 `json:"factor_ends"`   // of each factor
}

// mostCloud is how many points a chart shows.
const mostCloud = 1500

// Discover looks for the box in what was played of a study. Its design must be a
// sample of the space of its factors. choose is the box of the path, below 0 the one that is best by itself.
func (p *Played) Discover(of Interest, choose int) *Discovery {
	d := &Discovery{
		Head: p.head("discover"), Plan: p.Plan, Interest: of, Whole: p.Whole, Middle: []Setting{}, Cloud: [][2]float64{}, CloudHit: []bool{},
		Axes: []int{}, Chosen: choose >= 0,
	}
	if !p.Design.Sample() {
		panic("lab: a box is looked for in a design that is no sample: " + string(p.Design))
	}
	output := -1
	for o := range p.Outputs {
		if p.Outputs[o].ID == of.Output {
			output = o
		}
	}
	x := make([][]float64, len(p.Factors))
	var hits []bool
	p.atPoints(func(point, runs int, means []float64) {
		if runs == 0 || p.Design == design.Saltelli && point%p.Layout.Width > 1 { // the others of a row are no sample
			return
		}
		for k, v := range p.Values(point) {
			x[k] = append(x[k], v)
		}
		hits = append(hits, of.Below == (means[output] <= of.Value) && (of.Below || means[output] >= of.Value))
	})
	for _, f := range p.Factors {
		d.All = append(d.All, [2]float64{f.Values.Low, f.Values.High})
	}
	d.Boxes = stats.FindBox(x, hits, choose)
	if len(d.Boxes.Path) == 0 {
		return d
	}
	b := d.Boxes.Box
	for k, f := range p.Factors {
		if b.Bounded[k] {
			d.Middle = append(d.Middle, number(f.Path, stats.Steady((b.Low[k]+b.High[k])/2)))
			d.Axes = append(d.Axes, k)
		}
	}
	d.Axes = clearest(d.Axes, d.Boxes.QuasiP)
	if len(d.Axes) == 2 {
		for i := 0; i < len(hits); i += (len(hits) + mostCloud - 1) / mostCloud {
			d.Cloud = append(d.Cloud, [2]float64{x[d.Axes[0]][i], x[d.Axes[1]][i]})
			d.CloudHit = append(d.CloudHit, hits[i])
		}
	}
	return d
}

// clearest are the two places with the smallest figures, in their order; none if there are fewer.
func clearest(places []int, quasi []float64) []int {
	if len(places) < 2 {
		return []int{}
	}
	for len(places) > 2 {
		worst := 0
		for i, k := range places {
			if quasi[k] >= quasi[places[worst]] {
				worst = i
			}
		}
		places = append(places[:worst:worst], places[worst+1:]...)
	}
	return places
}

// Tables are the boxes as tidy CSV, without those of runs and points.
func (d *Discovery) Tables() []Table {
	return []Table{
		{"box.csv", "one row per factor that the box limits", func(out io.Writer) error {
			return Rows(out, []string{"factor", "path", "low", "high", "quasi_p"}, func(row func(...string)) {
				for k, f := range d.Plan.Factors {
					if b := d.Boxes.Box; len(d.Boxes.Path) > 0 && b.Bounded[k] {
						row(f.ID, f.Path, Digits(b.Low[k]), Digits(b.High[k]), Digits(d.Boxes.QuasiP[k]))
					}
				}
			})
		}},
		{"tradeoff.csv", "one row per box on the way from the whole space to the densest", func(out io.Writer) error {
			header := []string{"box", "coverage", "density", "mass", "points", "of_interest", "limits"}
			return Rows(out, header, func(row func(...string)) {
				for i, b := range d.Boxes.Path {
					row(strconv.Itoa(i), Digits(b.Coverage), Digits(b.Density), Digits(b.Mass), strconv.Itoa(b.Inside), strconv.Itoa(b.Hits),
						strconv.Itoa(b.Limits()))
				}
			})
		}},
	}
}

// aboutBoxes: what the columns of boxes mean.
func (l *wordList) aboutBoxes() {
	l.say("", "quasi_p", "chance of as many points of interest if the limit told nothing", ofShare)
	l.say("", "box", "its place on the way, from 0: the whole space", "")
	l.say("", "coverage", "points of interest inside, as a share of all of interest", ofShare)
	l.say("", "density", "share of the points inside that are of interest", ofShare)
	l.say("", "mass", "share of all points that is inside", ofShare)
	l.say("", "of_interest", "points inside that are of interest", "points")
	l.say("", "limits", "ends of factors that the box cuts off", "limits")
}
