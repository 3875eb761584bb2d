package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// termLook is how a term is told apart: by a letter of its name on its piece of the bar, by its colour, and by its place, since
// all bars stack the terms in one order.
var termLook = [sim.NumTerms]struct {
	letter string
	fill   color.RGBA
}{
	sim.Security:     {"S", blue},
	sim.Interest:     {"P", skyBlue},
	sim.Autonomy:     {"F", vermilion},
	sim.Entrapment:   {"W", yellow},
	sim.TradeLoss:    {"T", purple},
	sim.Friction:     {"Q", brown},
	sim.Unlikeness:   {"U", lightGrey},
	sim.Home:         {"G", green},
	sim.Sponsorship:  {"N", orange},
	sim.Unsteadiness: {"Y", midGrey},
	sim.Audience:     {"B", quietText},
	sim.Provocation:  {"C", pale(vermilion)},
	sim.Leash:        {"I", pale(blue)},
	sim.Novelty:      {"K", white},
	sim.Reluctance:   {"H", black},
	sim.Imbalance:    {"R", blue}, // the terms of the rival theories: no two of one theory look alike
	sim.Control:      {"L", vermilion},
	sim.Binding:      {"O", green},
	sim.Prospect:     {"A", purple},
	sim.Burden:       {"E", orange},
	sim.Stability:    {"V", green},
	sim.Commerce:     {"M", orange},
	sim.Camp:         {"D", skyBlue},
}

// Terms shows what spoke for and against signing in each state, on average over its decisions.
func Terms(s *lab.Summary) *Chart {
	var states []lab.StateSummary
	used := [sim.NumTerms]bool{}
	from, to := 0.0, 0.0
	before := "."
	for _, st := range s.States {
		if st.Decided == 0 {
			continue
		}
		if st.AtStart {
			before = "; before: the clause bound it from the start."
		}
		states = append(states, st)
		against, in := 0.0, 0.0
		for t, v := range st.Terms {
			used[t] = used[t] || v != 0
			against += min(v, 0)
			in += max(v, 0)
		}
		from, to = min(from, against, st.Utility), max(to, in, st.Utility)
	}
	slices.SortStableFunc(states, func(a, b lab.StateSummary) int {
		switch founder := a.Role == lab.Founder; {
		case founder == (b.Role == lab.Founder):
			return cmp.Compare(b.Utility, a.Utility)
		case founder:
			return -1
		}
		return 1
	})
	if from == to {
		from, to = -1, 1
	}

	p := newPlot()
	p.X.Min, p.X.Max = from-0.03*(to-from), to+0.03*(to-from)
	p.X.Label.Text = "Mean part of the utility of signing (logits): left of 0 against, right of 0 for"
	p.X.Tick.Marker = wholeSteps{}
	p.Y.Min, p.Y.Max = 0, float64(max(len(states), 1))
	p.HideY()
	p.Add(gridlines(true, false), bars{states})

	keys := termKeys(used)
	body := keyed{keys: keys, picture: p}
	return (&Chart{
		Title: fmt.Sprintf("What speaks for and against signing, by state: %s", s.ClauseTitle),
		About: termsInWords(s, states),
		Notes: "Means over the decisions of all runs in which the state weighed the clause. Both sides of a bar grow " +
			"outwards from 0 in the order of the key. Utility: the sum of the parts. Signed: share of all runs in which it " +
			"ever signed" + before,
		width:  wide,
		height: keys.height(wide-2*margin) + spacing + rowHeight(len(states))*vg.Length(max(len(states), 2)) + 40,
		body:   body,
	}).of(&s.Head)
}

func termKeys(used [sim.NumTerms]bool) legend {
	var keys legend
	for t := range sim.NumTerms {
		if !used[t] {
			continue
		}
		keys = append(keys, key{text: words.Terms[t].Name, sample: func(c *draw.Canvas, left vg.Point) {
			piece(c, t, left.X, left.X+keyWidth, left.Y-4, left.Y+4)
			letter(c, t, vg.Point{X: left.X + keyWidth/2, Y: left.Y})
		}})
	}
	if len(keys) == 0 {
		return nil
	}
	return append(keys, key{text: "utility: the sum", sample: func(c *draw.Canvas, left vg.Point) {
		sumMark(c, left.X+keyWidth/2, left.Y-5, left.Y+5)
	}})
}

// bars draws the rows of Terms: name, stacked bar, figures.
type bars struct{ states []lab.StateSummary }

// Plot implements plot.Plotter.
func (b bars) Plot(c draw.Canvas, p *plot.Plot) {
	zero := c.X(p.X.Norm(0))
	if len(b.states) == 0 {
		s := aligned(style(labelSize, quietText), draw.XCenter, baseline)
		write(&c, s, c.Center(), "No state weighed the clause in any run.")
		return
	}
	cols := b.columns()
	cols.heads(&c)
	height := c.Size().Y / vg.Length(len(b.states))
	half := min(height*0.36, 7)
	for i, st := range b.states {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		sum := c.X(p.X.Norm(st.Utility))
		for _, span := range stack(st.Terms) {
			left, right := c.X(p.X.Norm(span.from)), c.X(p.X.Norm(span.to))
			piece(&c, span.term, left, right, y-half, y+half)
			if x, ok := letterPlace(span.term, left, right, sum); ok {
				letter(&c, span.term, vg.Point{X: x, Y: y})
			}
		}
		sumMark(&c, sum, y-min(half+2.5, height/2), y+min(half+2.5, height/2))
		cols.row(&c, i, y)
	}
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.6}, zero, c.Min.Y, zero, c.Max.Y)
}

// GlyphBoxes implements plot.GlyphBoxer.
func (b bars) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return b.columns().room() }

func (b bars) columns() columns {
	cols := columns{right: []textColumn{{head: "utility", style: endStyle}, {head: "signed", style: bandStyle}}}
	for _, st := range b.states {
		cols.add(rowName(st), false, minus(words.Logits(st.Utility)), signedShare(st))
	}
	return cols
}

// signedShare is how often a state ever signs, if it has not before.
func signedShare(st lab.StateSummary) string {
	if st.AtStart {
		return "before"
	}
	return words.Percent(st.Signed.Mean)
}

// span is where one term lies on a bar.
type span struct {
	term     sim.Term
	from, to float64
}

// stack lays the terms end to end: what speaks for signing to the right of 0, what speaks against to the left.
func stack(terms sim.Terms) []span {
	var spans []span
	left, right := 0.0, 0.0
	for t, v := range terms {
		switch {
		case v > 0:
			spans = append(spans, span{sim.Term(t), right, right + v})
			right += v
		case v < 0:
			spans = append(spans, span{sim.Term(t), left + v, left})
			left += v
		}
	}
	return spans
}

// piece draws one term's part of a bar.
func piece(c *draw.Canvas, t sim.Term, left, right, bottom, top vg.Length) {
	box := closed(vg.Rectangle{Min: vg.Point{X: left, Y: bottom}, Max: vg.Point{X: right, Y: top}})
	c.FillPolygon(termLook[t].fill, box)
	c.StrokeLines(draw.LineStyle{Color: black, Width: 0.3}, box)
}

func letter(c *draw.Canvas, t sim.Term, at vg.Point) {
	s := aligned(bold(style(smallSize, inkOn(termLook[t].fill))), draw.XCenter, baseline)
	write(c, s, at, termLook[t].letter)
}

// letterPlace finds room for a term's letter on its piece, clear of the mark of the sum.
func letterPlace(t sim.Term, left, right, sum vg.Length) (x vg.Length, ok bool) {
	need := bold(style(smallSize, black)).Width(termLook[t].letter) + 1.6
	const clear = vg.Length(2)
	free := [][2]vg.Length{{left, right}}
	if sum+clear > left && sum-clear < right {
		free = [][2]vg.Length{{left, sum - clear}, {sum + clear, right}}
	}
	widest := need
	for _, f := range free {
		if f[1]-f[0] >= widest {
			widest, x, ok = f[1]-f[0], (f[0]+f[1])/2, true
		}
	}
	return x, ok
}

func termsInWords(s *lab.Summary, states []lab.StateSummary) string {
	if len(states) == 0 {
		return "No state weighed the clause in any run."
	}
	text := fmt.Sprintf("Stacked bars, one for each state that weighed %s, founders first and among them the highest utility, in logits.",
		s.ClauseTitle)
	for _, st := range states {
		text += fmt.Sprintf(" %s: utility %.2f", st.Name, st.Utility)
		for t, v := range st.Terms {
			if math.Abs(v) >= 0.005 { // what shows as 0 is not told
				text += fmt.Sprintf(", %s %+.2f", words.Terms[t].Name, v)
			}
		}
		text += "."
	}
	return text
}
