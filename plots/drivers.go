package plots

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Drivers puts the states of some scenarios on one plane, in the first year in which somebody decides: threat felt
// upwards, trade at risk to the right, a mark the larger the more volatile policy is, and a line for each scenario at
// which a typical state would be as willing as not.
func Drivers(fig Figure, d *lab.Drivers) *Chart {
	shown := d.Worlds[:min(len(d.Worlds), len(driverLooks))]
	plane := driverPlane{fig: fig, shown: shown}
	keys := plane.keys()
	width, height := fig.wide(column), 8.8*vg.Centimeter
	return (&Chart{
		Title: driversTitle(shown),
		Measured: fmt.Sprintf("Threat felt (0 to 1) by trade at risk (%% of GDP), in the first year in which somebody decides; %s of each",
			words.Count(d.Runs, "run")),
		About:  driversInWords(shown),
		Notes:  driversNotes(shown, len(d.Worlds)-len(shown)),
		width:  width,
		height: keys.height(width-2*margin) + spacing + height,
		body:   keyed{keys: keys, picture: plane.plot(), beside: fig.fixed()},
	}).from(scenariosSource(&d.Head, drivenSources(d)))
}

func driversTitle(shown []lab.DrivenScenario) string {
	var would, never []string
	told := func(k int) string {
		count, of := above(&shown[k])
		many, states := words.Thousands(count), words.Thousands(of)
		if count == 0 {
			many = "none"
		}
		if would == nil && never == nil {
			states = words.Count(of, "state") + " above it"
		}
		return fmt.Sprintf("(%s of %s)", many, states)
	}
	for k := range shown {
		if shown[k].Half == nil {
			continue
		}
		clause := lab.The(shown[k].ClauseTitle)
		switch threat := needed(&shown[k]); {
		case threat > 1:
			never = append(never, clause+" "+told(k))
		case threat <= 0:
			would = append(would, clause+" whatever the threat "+told(k))
		default:
			would = append(would, fmt.Sprintf("%s from a threat of %.2f on %s", clause, threat, told(k)))
		}
	}
	switch {
	case would == nil && never == nil:
		return "Threat felt and trade at risk: " + words.And(scenariosOf(shown))
	case would == nil:
		return "All else as it is, no threat would have a typical state sign " + words.Or(never)
	case never == nil:
		return "All else as it is, a typical state would sign " + words.And(would)
	}
	return "All else as it is, a typical state would sign " + words.And(would) + "; no threat would have it sign " + words.Or(never)
}

// needed is the threat from which on a typical state would rather sign with the median trade of those that decide: above 1 none there is.
func needed(s *lab.DrivenScenario) float64 {
	var trade []float64
	for _, st := range deciders(s) {
		trade = append(trade, st.Years[s.First].Trade.Mean)
	}
	return s.Half.Threat(stats.Median(trade))
}

// firstYear names the clause of a scenario and the first year in which somebody decides.
func firstYear(s *lab.DrivenScenario) string {
	return fit(keyStyle, s.ClauseTitle, column-2*margin-60) + ", " + s.Years[s.First]
}

func scenariosOf(all []lab.DrivenScenario) []string {
	var names []string
	for k := range all {
		names = append(names, all[k].Scenario)
	}
	return names
}

// drivenSources names each scenario, and of one of several what it changes in its base; of one alone its head tells that.
func drivenSources(d *lab.Drivers) []string {
	names := scenariosOf(d.Worlds)
	for k := range names {
		if names[k] != d.Scenario {
			names[k] += built(&d.Worlds[k].Head, mostChanges/2)
		}
	}
	return names
}

// driverLooks tell scenarios apart by shape, ink and dashes.
var driverLooks = []struct {
	mark   func(*draw.Canvas, vg.Point, vg.Length, color.Color)
	ink    color.RGBA
	dashes []vg.Length
}{
	{disc, blue, nil},
	{square, vermilion, []vg.Length{4, 2}},
	{pointer(vg.Point{Y: 1}), black, []vg.Length{1.2, 1.6}},
	{pointer(vg.Point{Y: -1}), green, []vg.Length{6, 2, 1.2, 2}},
	{pointer(vg.Point{X: 1}), purple, []vg.Length{2.5, 2.5}},
	{pointer(vg.Point{X: -1}), brown, []vg.Length{8, 3}},
}

// deciders are the states of a scenario on the plane: those that decide in its first year, and all if nobody does.
func deciders(s *lab.DrivenScenario) []*lab.DrivenState {
	var some, all []*lab.DrivenState
	for k := range s.States {
		st := &s.States[k]
		if all = append(all, st); st.Years[s.First].Decided > 0 {
			some = append(some, st)
		}
	}
	if len(some) == 0 {
		return all
	}
	return some
}

// above counts the states of a scenario that stand above its line, which it has.
func above(s *lab.DrivenScenario) (count, of int) {
	for _, st := range deciders(s) {
		if v := &st.Years[s.First]; v.Threat.Mean > s.Half.Threat(v.Trade.Mean) {
			count++
		}
		of++
	}
	return count, of
}

// driverPlane is the picture of Drivers.
type driverPlane struct {
	fig   Figure
	shown []lab.DrivenScenario
}

func (d driverPlane) keys() legend {
	var keys legend
	for k := range d.shown {
		look := driverLooks[k]
		keys = append(keys, key{text: firstYear(&d.shown[k]), breaks: k > 0, sample: func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(draw.LineStyle{Color: look.ink, Width: 0.8, Dashes: look.dashes}, left.X, left.Y, left.X+keyWidth, left.Y)
			look.mark(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, 3.4, white)
			look.mark(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, 2.6, look.ink)
		}})
	}
	ends := func(hollow bool) func(c *draw.Canvas, left vg.Point) {
		return func(c *draw.Canvas, left vg.Point) {
			spot(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, 2.6, midGrey, hollow)
		}
	}
	return append(keys, key{text: "bound at the end in most runs", breaks: true, sample: ends(false)}, key{text: "not", sample: ends(true)},
		key{text: "a typical state as willing as not", breaks: true, sample: func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(draw.LineStyle{Color: midGrey, Width: 0.8}, left.X, left.Y, left.X+keyWidth, left.Y)
		}}, key{text: "policy volatility 0.01, 0.1, 0.5", breaks: true, sample: func(c *draw.Canvas, left vg.Point) {
			at := left
			for _, v := range []float64{0.01, 0.1, 0.5} {
				at.X += volatilityRadius(v)
				disc(c, at, volatilityRadius(v), midGrey)
				at.X += volatilityRadius(v)
			}
		}})
}

// volatilityRadius makes the area of a mark grow with policy volatility, from one that can be seen to one that hides little.
func volatilityRadius(volatility float64) vg.Length {
	return vg.Length(1.4 + 2.8*math.Sqrt(min(volatility, 1)))
}

func (d driverPlane) plot() *picture {
	p := newPlot()
	most, worst := 0.001, 0.1
	for k := range d.shown {
		s := &d.shown[k]
		for _, st := range deciders(s) {
			v := &st.Years[s.First]
			most, worst = max(most, v.Trade.Q95), max(worst, v.Threat.Q95)
		}
		if s.Half != nil && s.Half.Threat(0) <= 1 {
			worst = max(worst, s.Half.Threat(0))
		}
	}
	p.X.Min, p.X.Max = 0, 100*most*1.1
	p.Y.Min, p.Y.Max = 0, min(worst*1.12, 1)
	p.X.Scale = rootScale{}
	p.X.Tick.Marker, p.Y.Tick.Marker = rootSteps{}, wholeSteps{}
	p.X.Label.Text, p.Y.Label.Text = "Trade at risk (% of GDP)", "Threat felt (0 to 1)"
	p.Add(gridlines(true, true), d)
	return p
}

// rootScale gives the small figures room and keeps 0: places go with the square root.
type rootScale struct{}

// Normalize implements plot.Normalizer.
func (rootScale) Normalize(from, to, x float64) float64 {
	return (math.Sqrt(max(x, 0)) - math.Sqrt(from)) / (math.Sqrt(to) - math.Sqrt(from))
}

// rootSteps are the ticks of such an axis.
type rootSteps struct{}

// Ticks implements plot.Ticker.
func (rootSteps) Ticks(_, to float64) []plot.Tick {
	ticks := []plot.Tick{{Value: 0, Label: "0"}}
	last := 0.0
	for e := -4.0; e <= 2; e++ {
		for _, digit := range []float64{1, 2, 5} {
			v := digit * math.Pow(10, e)
			if at := math.Sqrt(v / to); v <= to && at-last > 0.1 {
				ticks = append(ticks, plot.Tick{Value: v, Label: round(v)})
				last = at
			}
		}
	}
	return ticks
}

// Plot implements plot.Plotter.
func (d driverPlane) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	at := func(v *lab.StateDrivers) vg.Point { return vg.Point{X: x(100 * v.Trade.Mean), Y: y(v.Threat.Mean)} }
	var lines [][2]vg.Point
	for k := range d.shown {
		s, look := &d.shown[k], driverLooks[k]
		if s.Half != nil {
			curve := d.contour(p, s.Half, x, y)
			c.StrokeLines(draw.LineStyle{Color: look.ink, Width: 0.8, Dashes: look.dashes}, c.ClipLinesXY(curve)...)
			for i := 1; i < len(curve); i++ {
				lines = append(lines, [2]vg.Point{curve[i-1], curve[i]})
			}
		}
		for _, st := range deciders(s) {
			v := &st.Years[s.First]
			m, thin := at(v), draw.LineStyle{Color: look.ink, Width: 0.4}
			for _, bar := range [][2]vg.Point{
				{{X: m.X, Y: y(v.Threat.Q05)}, {X: m.X, Y: y(v.Threat.Q95)}},
				{{X: x(100 * v.Trade.Q05), Y: m.Y}, {X: x(100 * v.Trade.Q95), Y: m.Y}},
			} {
				c.StrokeLine2(thin, bar[0].X, bar[0].Y, bar[1].X, bar[1].Y)
			}
		}
	}
	var tags []tag
	var names []string
	for k := range d.shown {
		s, look := &d.shown[k], driverLooks[k]
		for _, st := range deciders(s) {
			v := &st.Years[s.First]
			radius := volatilityRadius(v.Volatility)
			look.mark(&c, at(v), radius+0.5, white)
			look.mark(&c, at(v), radius, look.ink)
			if st.Member.Mean <= 0.5 {
				look.mark(&c, at(v), radius-0.8, white)
			}
			name := driverLabel(st)
			names = append(names, name)
			tags = append(tags, tag{at: at(v), width: driverName.Width(name) + 1.4, height: tinySize})
		}
	}
	for i, box := range placeLabels(tags, 3, lines, c.Rectangle) {
		if box == (vg.Rectangle{}) {
			continue
		}
		if from, to, long := leader(tags[i].at, box); long {
			c.StrokeLine2(draw.LineStyle{Color: midGrey, Width: 0.3}, from.X, from.Y, to.X, to.Y)
		}
		write(&c, driverName, vg.Point{X: box.Min.X + 0.7, Y: (box.Min.Y + box.Max.Y) / 2}, names[i])
	}
}

var driverName = style(tinySize, black)

func driverLabel(st *lab.DrivenState) string {
	return fit(driverName, nameShown(st.ID, st.Name), longestName/2)
}

// contour is where a typical state would be as willing as not, over the width of the picture.
func (d driverPlane) contour(p *plot.Plot, h *lab.Half, x, y func(float64) vg.Length) []vg.Point {
	const pieces = 60
	var curve []vg.Point
	for i := range pieces + 1 {
		trade := p.X.Max * math.Pow(float64(i)/pieces, 2)
		curve = append(curve, vg.Point{X: x(trade), Y: y(h.Threat(trade / 100))})
	}
	return curve
}

func driversNotes(shown []lab.DrivenScenario, left int) string {
	var typical []string
	for k := range shown {
		s := &shown[k]
		if s.Half == nil {
			typical = append(typical, "none for "+s.Scenario+", where nobody decides in that year or threat makes nobody more willing")
			continue
		}
		beyond := ""
		if s.Half.Threat(0) > 1 {
			beyond = ", beyond the greatest threat there is"
		}
		typical = append(typical, fmt.Sprintf("for %s %s logits of all else and %s a unit of threat (%s)%s", s.Scenario,
			minus(words.More(s.Half.Intercept)), minus(words.More(s.Half.Slope)), words.Count(s.Half.States, "state"), beyond))
	}
	notes := "Marks: means over the runs in the first year in which somebody decides, of those who do; thin lines: nine runs in " +
		"ten. The larger, the more volatile policy is (changes of government a year × spread). Lines: the chance is one half for " +
		"a state with the median of the scenario's deciders in all but threat and trade, if all at the table felt the threat in " +
		"proportion: " +
		strings.Join(typical, "; ") + ". Above its line a typical state would rather sign; an open mark there is kept from it by " +
		"something else. The axis of trade goes with the square root."
	if left > 0 {
		notes += fmt.Sprintf(" %d more scenarios are left out.", left)
	}
	return notes
}

func driversInWords(shown []lab.DrivenScenario) string {
	var text strings.Builder
	text.WriteString("Marks on a plane, one for each state: threat felt upwards, trade at risk in per cent of GDP to the right.")
	for k := range shown {
		s := &shown[k]
		fmt.Fprintf(&text, " %s:", firstYear(s))
		states := deciders(s)
		for i, st := range states {
			v, sep := &st.Years[s.First], ";"
			if i == len(states)-1 {
				sep = "."
			}
			fmt.Fprintf(&text, " %s threat %.2f, trade at risk %.2f %%, policy volatility %.3f%s", st.Name, v.Threat.Mean,
				100*v.Trade.Mean, v.Volatility, sep)
		}
	}
	return text.String()
}
