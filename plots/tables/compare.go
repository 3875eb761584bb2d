package tables

import (
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Comparison tells what differs between worlds. Each has a letter; the first, A, is the one that the others are compared with.
func Comparison(c *lab.Comparison) *Page {
	head := c.Head
	if !c.OneScenario {
		head.Title = "Scenarios compared"
	}
	worlds := len(c.Worlds)
	if head.Asked > 0 {
		worlds = head.ToPlay / head.Asked
	}
	p := aboutDoubted(&head, fmt.Sprintf("%s of each of %s with the same luck, seed %d", words.Count(c.Runs, "run"),
		words.Count(worlds, "world"),
		c.Seed))
	if len(c.Worlds) == 0 {
		p.Say("Nothing can be compared: no run of the first world came to an end.")
		return p
	}
	againstFirst(p, c)
	whichWorlds(p, c)
	worldByWorld(p, c)
	for k := range c.Worlds[1:] {
		statesMoved(p, c, k+1)
	}
	p.Notes = []string{"All worlds are played with the same luck, so that a pair of runs differs by what was changed alone. " +
		doubtOfMany(&c.Head, comparisons(c), "Intervals of chances are exact (Clopper-Pearson), those of their changes are those of Agresti and Min (2005) "+
			"for matched pairs, those of members normal; 95 % each for itself")}
	return p
}

// comparisons are the changes that have an interval in all worlds of a comparison.
func comparisons(c *lab.Comparison) int {
	n := 0
	for k := range c.Worlds {
		n += changesIn(&c.Worlds[k])
	}
	return n
}

// changesIn are the changes that have an interval in one world: of the chance, and of whether each state signs.
func changesIn(w *lab.ComparedWorld) int {
	if w.Change == nil || w.Change.Same {
		return 0
	}
	n := 1
	for _, st := range w.States {
		if st.Change != nil {
			n++
		}
	}
	return n
}

// mostTold is how many other worlds are told one by one. Of more the table tells.
const mostTold = 3

// againstFirst is the answer in a few sentences: the chance in the first world, then what becomes of it in each other.
func againstFirst(p *Page, c *lab.Comparison) {
	first, others := &c.Worlds[0], c.Worlds[1:]
	ends, differ := c.Differ()
	clause, is, when := lab.The(first.ClauseTitle), lab.Is(first.ClauseTitle), "the end of "+first.End
	if differ {
		clause, is = "the headline clause", "is"
	}
	if ends {
		when = "the end"
	}
	if len(others) == 0 {
		p.Say("No other world had been played before the end.")
		p.Say(inForce(first.ClauseTitle, first.End, first.InForce))
		return
	}
	p.Say(fmt.Sprintf("%s (A) %s %s in force at %s in %s.", words.Capital(inWorld(c, first)), clause, is, when, words.ShareOf(first.InForce)))
	if first.InForce.Constants.Wide() {
		p.sayIf(words.Reference(first.Reference))
	}
	if len(others) > mostTold {
		inSum(p, others, !differ)
		return
	}
	for k := range others {
		w := &others[k]
		how, d := "luck leaves open whether it is likelier", w.Change.InForce
		switch {
		case w.Change.Same:
			p.Say(fmt.Sprintf("%s (%s) all is as in A: it is the same world.", words.Capital(inWorld(c, w)), lab.Letter(k+1)))
			continue
		case !differ && w.Change.NoRunDiffers():
			p.Say(fmt.Sprintf("%s (%s) no run differs: each of %s ends as in A, in the clause and in how many it binds.",
				words.Capital(inWorld(c, w)), lab.Letter(k+1), words.Count(w.Change.Pairs, "run")))
			continue
		case lab.IsSlight(d) && !d.BeyondLuck():
			how = "it is as likely, as far as luck lets one tell"
		case d.BeyondLuck():
			how = map[bool]string{true: "it is likelier", false: "it is less likely"}[d.Mean > 0]
			if words.Turns(d) {
				how += ", which some constants may turn around"
			}
		}
		level := words.Percent(w.InForce.Mean) + ", "
		if first.InForce.Constants.Wide() || w.InForce.Constants.Wide() {
			level = words.Odds(w.Change.Odds) + ", "
		}
		p.Say(fmt.Sprintf("%s (%s) %s: %s%s.", words.Capital(inWorld(c, w)), lab.Letter(k+1), how, level, pointBetween(d)))
	}
	if !c.OneScenario {
		p.sayIf(inEachHistory(c.Worlds))
	}
}

// inEachHistory says what became of the clause in each of some worlds whose scenarios hold that.
func inEachHistory(worlds []lab.ComparedWorld) string {
	var each []string
	for k, w := range worlds {
		if text := words.InHistory(w.InHistory); text != "" {
			each = append(each, strings.Replace(text, "in history it", "the clause of "+lab.Letter(k), 1))
		}
	}
	if len(each) == 0 {
		return ""
	}
	return "In history " + words.And(each) + "."
}

// inSum says of many worlds which are likelier and which less, by their letters.
func inSum(p *Page, others []lab.ComparedWorld, oneClause bool) {
	var likelier, less, idle, open, none, same []string
	for k, w := range others {
		switch letter, d := lab.Letter(k+1), w.Change.InForce; {
		case w.Change.Same:
			same = append(same, letter)
		case oneClause && w.Change.NoRunDiffers():
			none = append(none, letter)
		case !d.BeyondLuck() && lab.IsSlight(d):
			idle = append(idle, letter)
		case !d.BeyondLuck():
			open = append(open, letter)
		case d.Mean > 0:
			likelier = append(likelier, letter)
		default:
			less = append(less, letter)
		}
	}
	var parts []string
	say := func(how string, letters []string) {
		if len(letters) > 0 {
			parts = append(parts, how+" "+words.And(letters))
		}
	}
	say("likelier in", likelier)
	say("less likely in", less)
	say("as likely, as far as luck lets one tell, in", idle)
	say("likelier or less likely, which luck leaves open, in", open)
	say("the same in every run in", none)
	say("the same world in", same)
	p.Say("It is " + words.And(parts) + ".")
}

// inWorld says in which world something is so: a scenario by its name, the same scenario with other figures by what is set.
func inWorld(c *lab.Comparison, w *lab.ComparedWorld) string {
	switch {
	case !c.OneScenario:
		return "in " + w.Name
	case w.Change == nil:
		return w.Name
	}
	return "with " + words.And(settings(c, w))
}

// settings are what a world has that the first has not, each as "path = value".
func settings(c *lab.Comparison, w *lab.ComparedWorld) []string {
	own := slices.DeleteFunc(slices.Clone(w.Overrides), func(o string) bool { return slices.Contains(c.Overrides, o) })
	if len(own) == 0 {
		return []string{w.Name}
	}
	return own
}

// whichWorlds says what the letters stand for, and what differs besides the chance.
func whichWorlds(p *Page, c *lab.Comparison) {
	section := p.Section("The worlds")
	t := section.Columns(Text(""), Text(""))
	for k, w := range c.Worlds {
		told := []string{worldName(c, &w)}
		if !c.OneScenario {
			told = append(told, changes(&w.Head)...)
			if text := words.InHistory(w.InHistory); text != "" {
				told = append(told, words.Capital(text)+".")
			}
		}
		for _, o := range whatIf(&w.Head) {
			if !c.OneScenario && !slices.Contains(whatIf(&c.Head), o) { // else its name says it, or the top of the page
				told = append(told, "What if: "+o)
			}
		}
		t.Add(lab.Letter(k), strings.Join(told, "\n"))
	}
	ends, clauses := c.Differ()
	own := func(what string, of func(*lab.ComparedWorld) string) {
		var each []string
		for k := range c.Worlds {
			each = append(each, lab.Letter(k)+" "+of(&c.Worlds[k]))
		}
		section.Below = append(section.Below, "Each world is taken "+what+": "+strings.Join(each, ", ")+".")
	}
	if held := words.HeldApart(&c.Head, c.Worlds); held != "" {
		section.Below = append(section.Below, held)
	}
	if clauses {
		own("by its own headline clause", func(w *lab.ComparedWorld) string { return w.ClauseTitle })
	}
	if ends {
		own("at its own end", func(w *lab.ComparedWorld) string { return w.End })
	}
}

// worldName is how a world is introduced.
func worldName(c *lab.Comparison, w *lab.ComparedWorld) string {
	switch {
	case !c.OneScenario:
		return w.Name + ": " + w.Title
	case w.Change == nil:
		return w.Scenario + " " + w.Name
	}
	return strings.Join(settings(c, w), "\n")
}

func worldByWorld(p *Page, c *lab.Comparison) {
	name := func(k int) string {
		if w := &c.Worlds[k]; w.Runs < c.Runs {
			return lab.Letter(k) + " (" + words.Count(w.Runs, "run") + ")"
		}
		return lab.Letter(k)
	}
	var chances []stats.Share
	for _, w := range c.Worlds {
		chances = append(chances, w.InForce)
	}
	told := anyTold(chances...)
	levels := append([]Column{Text("world")}, doubtColumns("chance", told)...)
	section := p.Section("In force at the end of each world")
	if told == (doubts{}) {
		t := section.Columns(append(levels, doubtColumns("change against A, points", told)...)...)
		for k, w := range c.Worlds {
			cells := append([]string{name(k)}, chanceCells(w.InForce, told)...)
			if w.Change != nil {
				cells = append(cells, againstA(w.Change, told)...)
			}
			t.Add(cells...)
		}
	} else { // side by side they would be too wide
		t := section.Columns(levels...)
		changes := p.Section("Change against A, points").Columns(append([]Column{Text("world")},
			append(doubtColumns("change", told), Figures("odds ratio"))...)...)
		for k, w := range c.Worlds {
			t.Add(append([]string{name(k)}, chanceCells(w.InForce, told)...)...)
			if w.Change != nil {
				changes.Add(slices.Concat([]string{name(k)}, againstA(w.Change, told),
					[]string{fmt.Sprintf("%.2g", w.Change.Odds)})...)
			}
		}
	}
	members := p.Section("Members at the end of each world, mean").Columns(Text("world"), Figures("members"), Figures("change against A"),
		Figures("95 % interval"))
	for k, w := range c.Worlds {
		cells := []string{name(k), fmt.Sprintf("%.2f", w.Members), "", ""}
		if w.Change != nil {
			m := w.Change.Members
			cells[2], cells[3] = words.More(m.Mean), words.More(m.Low)+" to "+words.More(m.High)
			if m.Low == m.High { // where no pair of runs differs, the normal interval has no width
				cells[3] = "no run differs"
			}
		}
		members.Add(cells...)
	}
}

// againstA fills the columns of a change; of the same world there is nothing to tell.
func againstA(c *lab.Change, told doubts) []string {
	cells := changeCells(c.InForce, told)
	if c.Same {
		cells[0], cells[1] = "same world", "-"
	}
	return cells
}

// statesMoved tells whose signing differs between the first world and another, and of whom that cannot be asked.
func statesMoved(p *Page, c *lab.Comparison, k int) {
	first, w, letter := &c.Worlds[0], &c.Worlds[k], lab.Letter(k)
	section := p.Section("Who signs otherwise in " + letter + " than in A")
	if w.Change.Same {
		section.Text = []string{"Nobody: it is the same world."}
		return
	}
	moved := w.Moved()
	if len(moved) > 0 {
		inFirst := map[string]stats.Share{}
		for _, st := range first.States {
			inFirst[st.ID] = st.Signed
		}
		told := toldOf(moved[0].Change.Constants, moved[0].Change.Coding)
		t := section.Columns(append([]Column{Text("state"), Figures("in A"), Figures("in " + letter)},
			doubtColumns("change, points", told)...)...)
		for _, st := range moved {
			t.Add(append([]string{st.Name, words.Level(inFirst[st.ID]), words.Level(st.Signed)}, changeCells(*st.Change, told)...)...)
		}
	}
	others := notMoved(first, w)
	if len(moved) == 0 && len(others.still) > 0 {
		section.Text, others.still = []string{"Nobody, beyond luck."}, nil
	}
	for _, of := range []struct {
		said  string
		names []string
	}{
		{"No more than luck would", others.still},
		{"Bound from the start in both", others.boundInBoth},
		{"Bound from the start in A, with the chance of signing in " + letter, others.boundInFirst},
		{"Bound from the start in " + letter + ", with the chance of signing in A", others.boundInOther},
		{"Not invited in A, with the chance of signing in " + letter, others.onlyInOther},
		{"Not invited in " + letter + ", with the chance of signing in A", others.onlyInFirst},
	} {
		if len(of.names) > 0 {
			section.Below = append(section.Below, of.said+": "+words.And(of.names)+".")
		}
	}
	if len(section.Text)+len(section.Below) == 0 && section.Table == nil {
		section.Text = []string{"Nobody is invited."}
	}
}

// unmoved are the states that do not sign otherwise in one world than in the first, by why not. Where only one of the
// two worlds has a chance of their signing, it stands behind the name.
type unmoved struct {
	still                                   []string // beyond luck
	boundInBoth, boundInFirst, boundInOther []string // from the start
	onlyInFirst, onlyInOther                []string // invited
}

func notMoved(first, w *lab.ComparedWorld) unmoved {
	var u unmoved
	signs := func(st lab.ComparedState) string {
		if st.AtStart {
			return " (bound from the start)"
		}
		return " (" + words.Percent(st.Signed.Mean) + ")"
	}
	for i, st := range w.States {
		switch was := first.States[i]; {
		case st.AtStart && was.AtStart:
			u.boundInBoth = append(u.boundInBoth, words.State(st.Name))
		case was.AtStart && st.Role.Invited():
			u.boundInFirst = append(u.boundInFirst, words.State(st.Name)+signs(st))
		case st.AtStart && was.Role.Invited():
			u.boundInOther = append(u.boundInOther, words.State(st.Name)+signs(was))
		case st.Change != nil:
			if !st.Change.BeyondLuck() {
				u.still = append(u.still, st.Name)
			}
		case st.Role.Invited():
			u.onlyInOther = append(u.onlyInOther, st.Name+signs(st))
		case was.Role.Invited():
			u.onlyInFirst = append(u.onlyInFirst, st.Name+signs(was))
		}
	}
	return u
}
