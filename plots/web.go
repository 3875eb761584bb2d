package plots

import (
	"cmp"
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
// to, on two maps, at the start and as they have changed by the end.
func Web(fig Figure, s *lab.Summary) *Chart {
	m := newMaps(fig, s)
	note := ""
	if slices.ContainsFunc(s.States, bound) {
		note += "What the clause ties is shown by rings, not lines. "
	}
	if m.spans {
		note += "Figures in brackets span 90 % of the runs. "
	}
	if m.anyOff() {
		note += "Triangles on an edge: states off the map, in that direction. "
	}
	if m.parted {
		note += "Marks that would overlap are moved apart. "
	}
	if m.more > 0 {
		note += fmt.Sprintf("Without a letter: %s more. ", words.Count(m.more, "arrangement"))
	}
	note += m.codes()
	if m.hidden > 0 {
		note += fmt.Sprintf("Not drawn: ties between two states off the map (%d at the end). ", m.hidden)
	}
	return (&Chart{
		Title: fmt.Sprintf("The web: from %s to %s, from %s to %s", words.Count(int(s.Web.Ties[0].Mean), "tie"), words.Between(s.Web.Ties[1]),
			words.Count(int(s.Web.Minilaterals[0].Mean), "arrangement"), words.Between(s.Web.Minilaterals[1])),
		Measured: fmt.Sprintf("Ties between states and arrangements of three or more, at the start and as they change, beside %s; %s, "+
			"in brackets nine in ten of them", lab.The(s.ClauseTitle), words.Count(s.Looked(), "run")),
		About: webInWords(s),
		Notes: "At the end a tie has its median kind over the runs; what is new or deeper then is drawn as that kind, what is as it was in grey. " +
			"A letter: at least half of the runs have the arrangement. " + note +
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
	change   change
}

// change is what becomes of a tie by the end.
type change int

const (
	stays change = iota
	fades        // gone, or less deep
	isNew        // or deeper; so are all at the start
)

// clauseRung is that of a defence treaty or a clause.
const clauseRung = 6

// bound tells whether a state is a member of the headline clause at the end of at least half of the runs.
func bound(st lab.StateSummary) bool { return st.Member.Mean >= 0.5 }

// links are the ties at the start (0), or what has become of them by the end (1): what stays first, then what fades, then what is
// new, each with the lightest class first.
func links(s *lab.Summary, when int, index map[string]int) []link {
	var all []link
	for _, p := range s.Web.Pairs {
		a, okA := index[p.A]
		b, okB := index[p.B]
		start, end := classOf(p.Start), classOf(medianRung(p))
		switch {
		case !okA || !okB || max(start, end) < 0 || when == 0 && start < 0:
		case when == 0:
			all = append(all, link{a, b, start, p.Depth[0], isNew})
		case p.Start < clauseRung && bound(s.States[a]) && bound(s.States[b]): // the rings say it
		case end < start:
			all = append(all, link{a, b, start, p.Depth[0], fades})
		case end == start:
			all = append(all, link{a, b, end, p.Depth[1], stays})
		default:
			all = append(all, link{a, b, end, p.Depth[1], isNew})
		}
	}
	slices.SortStableFunc(all, func(a, b link) int {
		return cmp.Or(cmp.Compare(a.change, b.change), cmp.Compare(a.class, b.class))
	})
	return all
}

// lettered is an arrangement that the maps show by a letter beside its members.
type lettered struct {
	letter string
	lab.ArrangementEnd
	present [2]bool
}

const mostLetters = 12

// letterArrangements gives letters to so many of the arrangements that the maps show, and counts those left over.
func letterArrangements(s *lab.Summary, most int) (shown []lettered, more int) {
	for _, a := range s.Web.Arrangements {
		present := [2]bool{a.AtStart, a.AtEnd.Mean >= 0.5}
		switch {
		case !present[0] && !present[1]:
		case len(shown) == most:
			more++
		default:
			shown = append(shown, lettered{string(rune('A' + len(shown))), a, present})
		}
	}
	return shown, more
}

// webKeys is the legend of the maps: lines, marks, arrangements.
func webKeys(s *lab.Summary, arrangements []lettered, roles map[lab.Role]bool, changes map[change]bool) legend {
	names := namesIn(s)
	var keys legend
	for i := len(rungClasses) - 1; i >= 0; i-- {
		keys = append(keys, key{text: rungClasses[i].words, sample: func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(lineLook(i, 0.5), left.X, left.Y, left.X+keyWidth, left.Y)
		}})
	}
	for _, k := range []struct {
		change change
		words  string
	}{{stays, "as at the start"}, {fades, "gone or less deep"}} {
		if changes[k.change] {
			keys = append(keys, key{text: k.words, sample: func(c *draw.Canvas, left vg.Point) {
				c.StrokeLine2(link{change: k.change, depth: 0.5}.look(), left.X, left.Y, left.X+keyWidth, left.Y)
			}})
		}
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

// look is how a tie is drawn.
func (l link) look() draw.LineStyle {
	switch l.change {
	case stays:
		return draw.LineStyle{Color: lightGrey, Width: 0.8}
	case fades:
		return draw.LineStyle{Color: vermilion, Width: depthWidth(l.depth), Dashes: []vg.Length{2, 2}}
	}
	return lineLook(l.class, l.depth)
}

// webCounts is the head of one map: the moment, and how much there is.
func webCounts(s *lab.Summary, when int, spans bool) (moment, counts string) {
	w := s.Web
	figure := func(v stats.Spread) string { return fmt.Sprintf("%.0f", v.Mean) }
	if when == 1 && spans {
		figure = func(v stats.Spread) string { return fmt.Sprintf("%.0f (%.0f–%.0f)", v.Mean, v.Q05, v.Q95) }
	}
	counts = fmt.Sprintf("ties: %s; access or more: %s; arrangements: %s",
		figure(w.Ties[when]), figure(w.AccessOrMore[when]), figure(w.Minilaterals[when]))
	if len(s.Labels) == 0 {
		return "", counts
	}
	return []string{"Start: " + s.Labels[0], "What has changed by " + s.Labels[len(s.Labels)-1]}[when], counts
}

func webInWords(s *lab.Summary) string {
	text := []string{"Two maps."}
	for when := range 2 {
		moment, counts := webCounts(s, when, true)
		text = append(text, moment+": "+counts+".")
	}
	names, rare := namesIn(s), 0
	for _, a := range s.Web.Arrangements {
		if a.Grew && a.AtEnd.Mean < 0.5 { // it has no letter either
			rare++
			continue
		}
		called := a.Title + " (" + words.States(a.Members, names) + ")"
		if a.Grew {
			called = "New, " + words.States(a.Members, names)
		}
		text = append(text, called+": at the end in "+words.Percent(a.AtEnd.Mean)+" of the runs.")
	}
	if rare > 0 {
		text = append(text, words.Count(rare, "new arrangement")+" in less than half of the runs each.")
	}
	return strings.Join(text, " ")
}
