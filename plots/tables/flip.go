package tables

import (
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
)

// mostInvited is how many of the changes of the invited are told.
const mostInvited = 3

// Flip tells what would change the answer. While nobody can say on which side of the target the scenario lies it tells that, and
// how many runs would settle it.
func Flip(f *lab.Flip) *Page {
	played := fmt.Sprintf("%s of %s, seed %d", words.Count(f.Runs, "run"), f.Scenario, f.Seed)
	if f.Worlds > 1 {
		played = fmt.Sprintf("%s of %s in each of %s, seed %d", words.Count(f.Runs, "run"), f.Scenario, words.Count(f.Worlds, "world"),
			f.Seed)
	}
	p := aboutDoubted(&f.Head, played)
	if f.Last != "" {
		p.Asked = append(p.Asked, "Cut short while searching "+f.Last+".")
	}
	if f.Undecided {
		undecided(p, f)
		return p
	}
	smallest(p, f)
	p.Say(fmt.Sprintf("%s, %s in %s; the question was what would bring that %s.", words.Capital(words.StartsFrom(&f.Head)),
		words.FlipOf(f, lab.The(f.ClauseTitle)), words.ShareOf(f.AsIs), words.FlipAim(f)))
	if c := f.AsIs.Constants; c != nil && c.Low <= f.Target && f.Target <= c.High {
		p.Say(fmt.Sprintf("Some constants that fit history about as well start from the other side of %s %%: what turns the answer is told "+
			"of all draws together.", words.Digits(100*f.Target)))
	}
	moves := leversThatFlip(p, f)
	moves = leversThatDoNot(p, f) || moves
	if moves {
		last := &p.Sections[len(p.Sections)-1]
		last.Below = append(last.Below, "* moves over time: the value is that of the day the clause opens, and a flip holds the "+
			"figure level.")
	}
	whoIsInvited(p, f)
	thePair(p, f)
	commandsOf(p, f)
	p.Notes = append(append(p.Notes, notesFlip...), doubtOfMany(&f.Head, len(f.Moves())+max(f.Pairs-1, 0), "Intervals are exact (Clopper-Pearson) for chances, those of Agresti "+
		"and Min (2005) for matched pairs for changes; 95 % each for itself"))
	return p
}

// How flips are compared, below their table.
var notesFlip = []string{
	words.FlipCost + " To halve a figure and to double it cost 0.5 each, to take it away costs 1. It says nothing of what a " +
		"change would cost in the world. The cost of a pair is the root of the sum of squares.",
	"A flip is that of these runs: with other luck it moves, and with other constants. Its interval goes from the last value " +
		"at which the chance surely lies on today's side of the target to the first at which it surely lies on the other: surely is with its whole 95 % interval, of luck or of constants. More --runs bring those of luck together.",
}

// undecided refuses to name a side.
func undecided(p *Page, f *lab.Flip) {
	target := words.Digits(100*f.Target) + " %"
	p.Say(fmt.Sprintf("Too close to call: %s in %s, and that interval holds the target of %s.", words.FlipOf(f, lab.The(f.ClauseTitle)),
		words.ShareOf(f.AsIs), target))
	p.Say("Nobody can say on which side of it the scenario lies, so nothing was searched.")
	if f.Settles == 0 {
		p.Say("These runs lie on the target itself: no number of runs can be named that would settle it. Ask with another --target.")
		return
	}
	p.Say(fmt.Sprintf("About %s would settle it, if the chance is what it seems to be: ask entente flip again with --runs %d.",
		words.Count(f.Settles, "run"), f.Settles))
}

// smallest is the answer in a sentence.
func smallest(p *Page, f *lab.Flip) {
	one := f.Cheapest()
	switch {
	case one != nil:
		p.Say(fmt.Sprintf("The answer turns with %s (%s now; %s): the smallest change of one lever in these runs.", words.Move(f, one.At),
			words.Digits(one.Now), words.FlipBetween(one)))
	case len(f.Levers) == 0:
		p.Say("The search was cut short before any lever was searched: nothing is known of what would turn the answer.")
	case f.Pair != nil:
		p.Say(fmt.Sprintf("No lever turns the answer alone within its range; two together do: %s. %s",
			words.Move(f, f.Pair), noBoundsOfPair))
	case len(f.Invited) > 0 && f.Invited[0].Crosses:
		p.Say(fmt.Sprintf("No lever turns the answer within its range; who is invited does: %s.", words.Move(f, f.Invited[0])))
	case f.Last != "":
		p.Say("No lever that was searched before the search was cut short turns the answer alone within its range.")
	default:
		p.Say("Nothing that was tried turns the answer: no lever within its range, no pair of levers, nobody invited or left out.")
	}
	if f.Pair != nil && f.PairIsCheaper() {
		if one != nil {
			p.Say(fmt.Sprintf("Two levers at once cost less in these runs, %.2f against %.2f: %s. %s", f.Pair.Cost, one.At.Cost,
				words.Move(f, f.Pair), noBoundsOfPair))
		}
	}
}

// noBoundsOfPair is what the search does not know of a pair.
const noBoundsOfPair = "How far luck may shift a pair was not measured."

// now is what a lever is, marked if that moves over time.
func now(l lab.Pull) string {
	if l.Moves {
		return words.Digits(l.Now) + " *"
	}
	return words.Digits(l.Now)
}

// leversThatFlip are those that cross alone. It tells whether one of them moves over time.
func leversThatFlip(p *Page, f *lab.Flip) (moves bool) {
	flips := slices.DeleteFunc(f.ByCost(), func(l lab.Pull) bool { return l.At == nil })
	if len(flips) == 0 {
		return false
	}
	told := anyTold(f.AsIs)
	told.coding = false // where a lever flips is searched for over luck and constants
	table := p.Section("Each lever alone, the smallest change first").Columns(slices.Concat([]Column{Text("lever"), Figures("now")},
		doubtColumns("flips at", told), []Column{Figures("cost")})...)
	for _, l := range flips {
		moves = moves || l.Moves
		cells := []string{l.Name, now(l), words.Digits(l.At.Values[0]), words.FlipBounds(&l, l.Luck)}
		if told.constants {
			open := "-" // it flips as soon as it is held level
			if l.Constants != nil {
				open = words.FlipBounds(&l, *l.Constants)
			}
			cells = append(cells, open)
		}
		table.Add(append(cells, fmt.Sprintf("%.2f", l.At.Cost))...)
	}
	return moves
}

// leversThatDoNot are those that cross nowhere within their range. It tells whether one of them moves over time.
func leversThatDoNot(p *Page, f *lab.Flip) (moves bool) {
	others := slices.DeleteFunc(f.ByCost(), func(l lab.Pull) bool { return l.At != nil })
	if len(others) == 0 {
		return false
	}
	told := anyTold(f.AsIs)
	table := p.Section("Not reachable within range: no value that was tried crosses; the best of them").Columns(slices.Concat(
		[]Column{Text("lever"), Figures("now"), Figures("range"), Figures("best at"), Figures("chance there")},
		doubtColumns("change, points", told))...)
	for _, l := range others {
		moves = moves || l.Moves
		best, change := words.Digits(l.Best.Values[0]), changeCells(l.Best.Change, told)
		if len(l.Best.Set) == 0 { // the scenario as it is, which is the same by any luck
			best, change = "no change", append([]string{words.Points(0)}, make([]string, len(change)-1)...)
		}
		table.Add(slices.Concat([]string{l.Name, now(l), words.Digits(l.Low) + " to " + words.Digits(l.High), best,
			words.Level(l.Best.Chance)}, change)...)
	}
	return moves
}

func whoIsInvited(p *Page, f *lab.Flip) {
	if len(f.Invited) == 0 {
		return
	}
	section := p.Section("Who is invited: one founder left out, or one state more made a founder")
	verdict := "None of %d crosses; the best of them"
	if f.Invited[0].Crosses {
		verdict = "The best of %d"
	}
	section.Text = append(section.Text, fmt.Sprintf(verdict, len(f.Invited))+":")
	told := anyTold(f.AsIs)
	table := section.Columns(slices.Concat([]Column{Text("change"), Figures("chance")}, doubtColumns("change, points", told),
		[]Column{Text("")})...)
	for _, m := range f.Invited[:min(mostInvited, len(f.Invited))] {
		crosses := ""
		if m.Crosses {
			crosses = "crosses"
		}
		table.Add(slices.Concat([]string{words.Move(f, m), words.Level(m.Chance)}, changeCells(m.Change, told), []string{crosses})...)
	}
}

func thePair(p *Page, f *lab.Flip) {
	said := ""
	switch m := f.Pair; {
	case m != nil && f.Cheapest() != nil && !f.PairIsCheaper():
		said = fmt.Sprintf("The cheapest of %s costs %.2f, no less than %s alone, %.2f; --json has it.", words.Count(f.Pairs, "pair"), m.Cost,
			f.Cheapest().Name, f.Cheapest().At.Cost)
	case m != nil:
		said = fmt.Sprintf("The cheapest of %s: %s. The chance is then %s, a change of %s. It "+
			"costs %.2f: %s. %s",
			words.Count(f.Pairs, "pair"), words.Move(f, m), words.ShareOf(m.Chance), words.Change(m.Change), m.Cost,
			againstOne(f), noBoundsOfPair)
	case f.Pairs > 0:
		said = fmt.Sprintf("None of the pairs of levers that were tried (%d) turns the answer on the three ways along which they "+
			"were moved together.", f.Pairs)
	case f.Last == "":
		said = "Fewer than two levers bring the chance nearer to the target by themselves, so no pair was tried."
	default:
		return
	}
	section := p.Section("Two levers at once")
	section.Text = append(section.Text, said)
}

// againstOne compares the pair with the cheapest lever alone.
func againstOne(f *lab.Flip) string {
	one := f.Cheapest()
	if one == nil {
		return "no lever does so alone"
	}
	return fmt.Sprintf("in these runs less than %s alone, %.2f", one.Name, one.At.Cost)
}

// commandsOf lists the command that plays each flip again.
func commandsOf(p *Page, f *lab.Flip) {
	var lines []string
	note := func(name string, m *lab.Move) {
		if m.Replay != "" {
			lines = append(lines, name+":\n"+continued(m.Replay))
		}
	}
	for _, l := range f.ByCost() {
		if l.At != nil {
			note(l.Name, l.At)
		}
	}
	if len(f.Invited) > 0 && f.Invited[0].Crosses {
		note("who is invited", f.Invited[0])
	}
	if f.Pair != nil && (f.Cheapest() == nil || f.PairIsCheaper()) {
		note("the pair", f.Pair)
	}
	if len(lines) > 0 {
		p.Section("To see each flip").Text = lines
	}
}

// longestCommand is how wide a line of a command may be, so that no terminal breaks it where a shell would not go on reading.
const longestCommand = 74

// continued breaks a command before its flags, the way a shell joins it again.
func continued(command string) string {
	var b strings.Builder
	line := 0
	for k, flag := range strings.Split(command, " --") {
		if k > 0 {
			flag = "--" + flag
			if line+1+breadth(flag) > longestCommand {
				b.WriteString(" \\\n")
				line = 0
			} else {
				b.WriteString(" ")
				line++
			}
		}
		b.WriteString(flag)
		line += breadth(flag)
	}
	return b.String()
}
