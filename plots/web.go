package plots

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Web shows what grows instead of the clause, or beside it: the ties between states and the arrangements they belong
// to, on two maps, at the start and at the end.
func Web(fig Figure, s *lab.Summary) *Chart {
	m := newMaps(fig, s)
	note := ""
	if slices.ContainsFunc(s.States, bound) {
		note += "What the clause ties is shown by rings, not lines. "
	}
	if m.anyOff() {
		note += "Triangles on an edge: states off the map, in that direction. "
	}
	if m.parted {
		note += "Marks that would overlap are moved apart. "
	}
	if m.more > 0 {
		note += fmt.Sprintf("%d further arrangements are not lettered. ", m.more)
	}
	if m.hidden > 0 {
		note += fmt.Sprintf("Not drawn: ties between two states off the map (%d at the end). ", m.hidden)
	}
	return (&Chart{
		Title: fmt.Sprintf("The web: from %s to %.0f, from %s to %.0f", words.Count(int(s.Web.Ties[0].Mean), "tie"), s.Web.Ties[1].Mean,
			words.Count(int(s.Web.Minilaterals[0].Mean), "arrangement"), s.Web.Minilaterals[1].Mean),
		Measured: fmt.Sprintf("Ties between states and arrangements of three or more, at the start and at the end, beside %s; %s",
			lab.The(s.ClauseTitle), words.Count(s.Runs, "run")),
		About: webInWords(s),
		Notes: "At the end, a line is drawn if at least half of the runs have the tie, in its median kind; a letter, if at " +
			"least half of the runs have the arrangement. Figures in brackets span 90 % of the runs. " + note +
			"Equirectangular; coasts: Natural Earth.",
		width:  fig.wide(page),
		height: m.height() + m.keys.height(fig.wide(page)-2*margin) + spacing,
		body:   m,
		names:  m.called(),
	}).of(&s.Head)
}

// rungClass is how a tie is drawn. Six rungs are too many to tell apart on a map; three are not.
type rungClass struct {
	lowest int // rung
	words  string
	ink    color.RGBA
	dashes []vg.Length
}

// rungClasses run from the lightest, drawn first, to the deepest, drawn on top. The rungs are those of lab.Pair.
var rungClasses = []rungClass{
	{1, "exercises, capacity or information", purple, []vg.Length{1, 1.6}},
	{4, "access or consultation", blue, []vg.Length{4.5, 1.8}},
	{6, "defence treaty", black, nil},
}

// classOf is the class of a rung, or -1 for none.
func classOf(rung int) int {
	class := -1
	for i, c := range rungClasses {
		if rung >= c.lowest {
			class = i
		}
	}
	return class
}

// medianRung is the highest rung that at least half of the runs reach at the end.
func medianRung(p lab.Pair) int {
	reached := 0.0
	for rung := len(p.Rungs) - 1; rung > 0; rung-- {
		reached += p.Rungs[rung].Mean
		if reached >= 0.5 {
			return rung
		}
	}
	return 0
}

// depthWidth is the width of a line for a tie of that depth.
func depthWidth(depth float64) vg.Length { return vg.Length(0.4 + float64(1.5*depth)) } // rounded: see sim/exp.go

// link is a tie as one map shows it.
type link struct {
	from, to int // states
	class    int
	depth    float64
}

// clauseRung is that of a defence treaty or a clause.
const clauseRung = 6

// bound tells whether a state is a member of the headline clause at the end of at least half of the runs.
func bound(st lab.StateSummary) bool { return st.Member.Mean >= 0.5 }

// links are the ties at the start (0) or the end (1), lightest class first.
func links(s *lab.Summary, when int, index map[string]int) []link {
	var all []link
	for class := range rungClasses {
		for _, p := range s.Web.Pairs {
			rung := p.Start
			if when == 1 {
				rung = medianRung(p)
			}
			a, okA := index[p.A]
			b, okB := index[p.B]
			if okA && okB && when == 1 && p.Start < clauseRung && bound(s.States[a]) && bound(s.States[b]) {
				continue // the rings say it
			}
			if okA && okB && classOf(rung) == class {
				all = append(all, link{a, b, class, p.Depth[when]})
			}
		}
	}
	return all
}

// lettered is an arrangement that the maps show by a letter beside its members.
type lettered struct {
	letter string
	lab.ArrangementEnd
	present [2]bool
}

const mostLetters = 12

// letterArrangements gives letters to the arrangements that the maps show, and counts those left over.
func letterArrangements(s *lab.Summary) (shown []lettered, more int) {
	for _, a := range s.Web.Arrangements {
		present := [2]bool{a.AtStart, a.AtEnd.Mean >= 0.5}
		switch {
		case !present[0] && !present[1]:
		case len(shown) == mostLetters:
			more++
		default:
			shown = append(shown, lettered{string(rune('A' + len(shown))), a, present})
		}
	}
	return shown, more
}

// webKeys is the legend of the maps: lines, marks, arrangements.
func webKeys(s *lab.Summary, arrangements []lettered, roles map[lab.Role]bool) legend {
	names := namesIn(s)
	var keys legend
	for i := len(rungClasses) - 1; i >= 0; i-- {
		keys = append(keys, key{text: rungClasses[i].words, sample: func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(lineLook(i, 0.5), left.X, left.Y, left.X+keyWidth, left.Y)
		}})
	}
	keys = append(keys, key{text: "line width: mean depth 0.1, 0.5, 0.9", sample: func(c *draw.Canvas, left vg.Point) {
		for i, depth := range []float64{0.1, 0.5, 0.9} {
			y := left.Y + vg.Length(1-i)*3
			c.StrokeLine2(draw.LineStyle{Color: black, Width: depthWidth(depth)}, left.X, y, left.X+keyWidth, y)
		}
	}})
	for _, role := range []lab.Role{lab.Founder, lab.OpenTo, lab.RivalRole, lab.Bystander} {
		if roles[role] {
			keys = append(keys, key{text: roleWords[role], sample: func(c *draw.Canvas, left vg.Point) {
				node(c, role, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, vg.Point{})
			}})
		}
	}
	if slices.ContainsFunc(s.States, bound) {
		keys = append(keys, key{text: "member of the clause at the end", sample: func(c *draw.Canvas, left vg.Point) {
			at := vg.Point{X: left.X + keyWidth/2, Y: left.Y}
			disc(c, at, ringRadius, green)
			disc(c, at, pointRadius+0.7, white)
		}})
	}
	for i, a := range arrangements {
		text := fmt.Sprintf("%s (end: %s)", a.Title, words.Percent(a.AtEnd.Mean))
		if a.Grew { // and has no title but its members' ids
			text = fmt.Sprintf("%s (new; end: %s)", words.States(a.Members, names), words.Percent(a.AtEnd.Mean))
		}
		keys = append(keys, key{text, i == 0, func(c *draw.Canvas, left vg.Point) {
			write(c, aligned(letterStyle, draw.XCenter, baseline), vg.Point{X: left.X + keyWidth/2, Y: left.Y}, a.letter)
		}})
	}
	return keys
}

// namesIn are the names of the states of a summary, by id.
func namesIn(s *lab.Summary) map[string]string {
	names := map[string]string{}
	for _, st := range s.States {
		names[st.ID] = st.Name
	}
	return names
}

var roleWords = map[lab.Role]string{
	lab.Founder: "founder", lab.OpenTo: "may accede", lab.RivalRole: "rival", lab.Bystander: "other state",
}

func lineLook(class int, depth float64) draw.LineStyle {
	c := rungClasses[class]
	return draw.LineStyle{Color: c.ink, Width: depthWidth(depth), Dashes: c.dashes}
}

// webCounts is the head of one map: the moment, and how much there is.
func webCounts(s *lab.Summary, when int) (moment, counts string) {
	w := s.Web
	figure := func(v stats.Spread) string { return fmt.Sprintf("%.0f", v.Mean) }
	if when == 1 {
		figure = func(v stats.Spread) string { return fmt.Sprintf("%.0f (%.0f–%.0f)", v.Mean, v.Q05, v.Q95) }
	}
	counts = fmt.Sprintf("ties: %s; access or more: %s; arrangements: %s",
		figure(w.Ties[when]), figure(w.AccessOrMore[when]), figure(w.Minilaterals[when]))
	if len(s.Labels) == 0 {
		return "", counts
	}
	return []string{"Start: " + s.Labels[0], "End: " + s.Labels[len(s.Labels)-1]}[when], counts
}

func webInWords(s *lab.Summary) string {
	text := []string{"Two maps."}
	for when := range 2 {
		moment, counts := webCounts(s, when)
		text = append(text, moment+": "+counts+".")
	}
	names := namesIn(s)
	for _, a := range s.Web.Arrangements {
		called := a.Title + " (" + words.States(a.Members, names) + ")"
		if a.Grew {
			called = "New, " + words.States(a.Members, names)
		}
		text = append(text, called+": at the end in "+words.Percent(a.AtEnd.Mean)+" of the runs.")
	}
	return strings.Join(text, " ")
}
