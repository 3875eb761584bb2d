package tables

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// Explanation tells one decision; with inputs, every figure behind it.
func Explanation(x *lab.Explanation, inputs bool) *Page {
	p := aboutPlayed(&x.Head, fmt.Sprintf("%s and %s, %s, in %s, run %d, seed %d", words.Capital(words.State(x.Names[x.State])),
		lab.The(x.ClauseTitle), x.Tick,
		x.Scenario, x.Run, x.Seed))
	p.Finding = whatItDoes(x)
	if x.ByDraws != nil {
		p.Say(byConstants(x))
	}
	waterfall(p, x)
	nearest(p, x)
	whomItExpects(p, x)
	if inputs {
		workedOut(p, x)
		constants(p, x)
		everyFigure(p, x)
	}
	return p
}

// byConstants says what other constants would make of the decision.
func byConstants(x *lab.Explanation) string {
	name, b, more := words.State(x.Names[x.State]), x.ByDraws, ""
	switch x.Standing {
	case sim.HasSigned, sim.IsMember, sim.SitsOut: // with other constants it may be no member
		more = " Willing is to stay where it is a member, and to sign where it is not."
	}
	of := fmt.Sprintf("of %d sets of constants that history leaves open", b.Draws)
	switch {
	case b.Willing == 0:
		return fmt.Sprintf("With none %s would this government of %s be willing.", of, name) + more
	case b.Willing == b.Draws:
		return fmt.Sprintf("With each %s this government of %s would be willing.", of, name) + more
	}
	return fmt.Sprintf("With %s %s this government of %s would be willing; this run plays set %d, counted from 0.",
		words.Percent(float64(b.Willing)/float64(b.Draws)), of, name, x.Set) + more
}

func waterfall(p *Page, x *lab.Explanation) {
	section := p.Section("What speaks for and against, in logits")
	t := section.Columns(Text("reason"), Text("formula"), Figures("logits"))
	told, nothing := words.Weighed(x)
	for _, f := range told {
		formula := words.Formula(f.Work, logits)
		if id := dominant(f); id != "" {
			formula += " (" + x.Names[id] + ")"
		}
		t.Add(words.Terms[f.Term].Name, formula, logits(f.Value))
	}
	if x.Inertia != 0 {
		t.Add("the sum so far", "", logits(x.Utility))
		t.Add("inertia of what has been ratified", "", logits(x.Inertia))
	}
	t.Add("the sum", "", logits(sum(x)))
	if len(nothing) > 0 {
		section.Below = append(section.Below, "Nothing comes of "+words.And(nothing)+".")
	}
	verdict := "not willing"
	if x.Willing {
		verdict = "willing"
	}
	chance, asked := apart(x.Chance, x.Disposition)
	section.Below = append(section.Below, fmt.Sprintf("The chance is 1 / (1 + exp(%.4g / %.4g)) = %s against this government's disposition of "+
		"%s, where 0 is the keenest: %s.",
		-sum(x)+0, x.Noise, chance, asked, verdict))
}

func logits(v float64) string { return fmt.Sprintf("%+.3f", v) }

// sum is what is weighed in the end.
func sum(x *lab.Explanation) float64 { return x.Utility + x.Inertia }

// apart writes two chances so that one can see which is the larger, and neither as certain.
func apart(a, b float64) (string, string) {
	const least, most = 2, 9
	write := func(v float64, digits int) string {
		for ; digits < most; digits++ {
			if text := fmt.Sprintf("%.*f", digits, v); strings.Trim(text, "0.") != "" && strings.TrimRight(text, "0.") != "1" {
				break
			}
		}
		return fmt.Sprintf("%.*f", digits, v)
	}
	digits := least
	for digits < most && write(a, digits) == write(b, digits) {
		digits++
	}
	return write(a, digits), write(b, digits)
}

// dominant is the other state, or the rival, that more than half of a term comes from; none if no single one does.
func dominant(f sim.Formula) string {
	for _, piece := range f.Work.Parts {
		if piece.Of != "" && piece.Op != "-" {
			return piece.Of
		}
		if piece.Op == "+" {
			for _, item := range piece.Parts {
				if item.Value > piece.Value/2 {
					return item.Of
				}
			}
		}
	}
	return ""
}

// pathOf is where a figure stands, or in words what is no figure of the scenario.
func pathOf(x *lab.Explanation, in sim.Input) string {
	if rival, ok := strings.CutPrefix(in.Path, sim.ThreatFelt); ok {
		return sim.ThreatFelt + words.State(x.Names[rival])
	}
	return in.Path
}

// nearestShown is how many changes the first screen has.
const nearestShown = 3

func nearest(p *Page, x *lab.Explanation) {
	turned := "willing"
	if x.Willing {
		turned = "unwilling"
	}
	section := p.Section("Nearest changes within what some state has had that would make it " + turned + ", all else as it is")
	var found []sim.Input
	implausible := 0
	for _, in := range x.Inputs {
		switch {
		case in.Plausible():
			found = append(found, in)
		case in.Flips && !in.Felt:
			implausible++
		}
	}
	slices.SortStableFunc(found, func(a, b sim.Input) int { return cmp.Compare(farOff(a), farOff(b)) })
	if n := len(found); n < nearestShown {
		told := "Only " + words.Spelt(n) + " figures would"
		if n == 1 {
			told = "Only one figure would"
		}
		if n == 0 {
			told = "None would"
		}
		if implausible > 0 {
			told += fmt.Sprintf("; %s more would take a value that no state has had in the data", words.Spelt(implausible))
		}
		section.Below = []string{told + "."}
	}
	if len(found) == 0 {
		return
	}
	t := section.Columns(Text("figure"), Figures("now"), Figures("needed"), Text("in the data"))
	for _, in := range found[:min(nearestShown, len(found))] {
		now, needed := apartBy(in.Value, in.FlipAt)
		t.Add(words.Capital(inWords(x, in.Path)), now, needed, inTheData(in))
	}
}

// farOff is how far a figure would have to move, as a share of what figures of the kind are known to be.
func farOff(in sim.Input) float64 {
	return math.Abs(in.FlipAt-in.Value) / max(in.Seen.High-in.Seen.Low, math.SmallestNonzeroFloat64)
}

// apartBy writes a value and another that it would have to take, told apart.
func apartBy(now, needed float64) (string, string) {
	for digits := 3; ; digits++ {
		x, y := fmt.Sprintf("%.*g", digits, now), fmt.Sprintf("%.*g", digits, needed)
		if x != y || digits == 9 {
			return x, y
		}
	}
}

// inWords says what figure stands at a path.
func inWords(x *lab.Explanation, path string) string {
	text, ok := words.Figures[sim.KindOf(path)]
	if !ok {
		return path
	}
	keys := strings.Split(path, ".")
	var names []any
	for k := 1; k < len(keys) && len(names) < strings.Count(text, "%s"); k += 2 {
		table := keys[0]
		if k > 1 { // what stands further down a path is always about a state
			table = "states"
		}
		names = append(names, rowNamed(x, table, keys[k]))
	}
	return words.Of(text, names...)
}

// rowNamed is the name of a row of a scenario within a sentence.
func rowNamed(x *lab.Explanation, table, row string) string {
	switch a, b, _ := strings.Cut(row, "-"); table {
	case "relations":
		return words.State(x.Names[a]) + " and " + words.State(x.Names[b])
	case "clauses", "ties":
		return lab.The(x.Titles[table+"."+row])
	}
	return words.State(x.Names[row])
}

// alike is how near two figures must be to be called alike, as a share of what figures of the kind are known to be.
const alike = 0.05

// inTheData says what figures of the kind are, and who has one like what would be needed: one that would do, from where the figure
// stands now, and not one that falls just short.
func inTheData(in sim.Input) string {
	s := in.Seen
	text := fmt.Sprintf("%.3g to %.3g", s.Low, s.High)
	for _, l := range s.Like {
		if past := l.Value - in.FlipAt; past*(in.FlipAt-in.Value) >= 0 && math.Abs(past) <= alike*(s.High-s.Low) {
			return text + ", as " + whoHas(l)
		}
	}
	switch {
	case len(s.Like) == 0:
		return text
	case len(s.Like) == 1:
		return text + ", the nearest " + whoHas(s.Like[0])
	}
	return text + ", between " + whoHas(s.Like[0]) + " and " + whoHas(s.Like[1])
}

func whoHas(l sim.Like) string {
	told := words.State(l.Of)
	if l.Date != "" {
		told += " in " + l.Date
	}
	told += fmt.Sprintf(" (%.3g", l.Value)
	if l.Scenario != "" {
		told += ", " + l.Scenario
	}
	return told + ")"
}

// unlikely is the chance below which a party is not named one by one.
const unlikely = 0.01

func whomItExpects(p *Page, x *lab.Explanation) {
	var signed, needed, named []string
	few := 0
	sorted := slices.Clone(x.Expected)
	slices.SortStableFunc(sorted, func(a, b sim.ExpectedAtTable) int { return cmp.Compare(b.Chance, a.Chance) })
	for _, e := range sorted {
		name := words.State(x.Names[e.State])
		switch {
		case e.Signed:
			signed = append(signed, name)
		case e.Needed:
			needed = append(needed, name)
		case e.Chance < unlikely:
			few++
		default:
			named = append(named, name+" "+words.Percent(e.Chance))
		}
	}
	section := p.Section("Whom it expects at the table")
	say := func(text string, names []string) {
		if len(names) > 0 {
			section.Text = append(section.Text, text+": "+strings.Join(names, ", ")+".")
		}
	}
	say("In already", signed)
	say("Weighed as if in, because the clause cannot do without", needed)
	say("With a chance of signing", named)
	switch {
	case few > 0 && len(named) > 0:
		each := "Each of "
		if few == 1 {
			each = ""
		}
		section.Text = append(section.Text, each+words.Count(few, "other")+": below 1 %.")
	case few > 0:
		section.Text = append(section.Text, "Of "+words.Count(few, "other")+" each is expected with less than 1 %.")
	case len(sorted) == 0:
		section.Text = append(section.Text, "Nobody.")
	}
}

func fiveDigits(v float64) string { return fmt.Sprintf("%.5g", v) }

// workedOut shows what the numbers in the formulas are.
func workedOut(p *Page, x *lab.Explanation) {
	section := p.Section("What the numbers in the formulas are")
	t := section.Columns(Text("number"), Figures("value"), Text("comes of"))
	for _, f := range x.Formulas {
		if math.Abs(f.Value) < words.LeastTerm {
			continue
		}
		t.Group(words.Terms[f.Term].Name)
		seen := map[string]bool{}
		var add func(piece sim.Working, of []string)
		add = func(piece sim.Working, of []string) {
			if name := x.Names[piece.Of]; name != "" && piece.Of != x.State && !slices.Contains(of, name) {
				of = append(slices.Clip(of), name)
			}
			name, value, how := piece.Name, fiveDigits(piece.Value), ""
			if len(of) > 0 {
				name += " (" + strings.Join(of, ", ") + ")"
			}
			if piece.Op != "" {
				how = words.Formula(piece, fiveDigits)
			}
			switch {
			case piece.Name == "weight":
				t.Add(f.Weight, fiveDigits(math.Abs(piece.Value)), "")
			case piece.Name != "" && piece.Name != value && !seen[name+value]: // 1 goes without saying
				t.Add(name, value, how)
				seen[name+value] = true
			}
			for _, q := range piece.Parts {
				add(q, of)
			}
		}
		add(f.Work, nil)
	}
}

func constants(p *Page, x *lab.Explanation) {
	t := p.Section("The constants that it is weighed by").Columns(Text("constant"), Figures("value"), Text("what it weighs"), Text("source"))
	for _, c := range x.Constants {
		t.Add(c.Path, fmt.Sprintf("%.4g", c.Value), words.Weighs(c.Path), c.Source)
	}
}

func everyFigure(p *Page, x *lab.Explanation) {
	section := p.Section("Every figure behind it")
	t := section.Columns(Text("figure"), Figures("value"), Figures("turns it at"), Text("moves"), Text("source"))
	for _, in := range x.Inputs {
		var moves []string
		for _, k := range in.Terms {
			moves = append(moves, words.Terms[k].Name)
		}
		value, flip := fmt.Sprintf("%.4g", in.Value), "-"
		if in.Flips {
			value, flip = apartBy(in.Value, in.FlipAt)
			if in.Seen != nil && !in.Plausible() {
				flip += " (never seen)"
			}
		}
		if in.Times != 1 {
			value += fmt.Sprintf(" × %.4g", in.Times)
		}
		t.Add(pathOf(x, in), value, flip, strings.Join(moves, ", "), in.Source)
	}
	section.Below = []string{"Turns it at: the nearest value that would turn the decision if nothing else changed, not even what the others are " +
		"expected to do; - if none would within the figure's range. Never seen: no state has had it in the data."}
}
