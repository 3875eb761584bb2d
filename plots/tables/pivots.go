package tables

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// mostSets is how many sets a table shows.
const mostSets = 12

// Pivots tells who could carry a clause, who stands in the way, and on whom the others hang.
func Pivots(p *lab.Pivots) *Page {
	verb := "find"
	if p.Runs == 1 {
		verb = "finds"
	}
	t := pivotsTold{p, aboutPlayed(&p.Head, fmt.Sprintf("%s as %s of %s %s it at %s, seed %d", words.Capital(lab.The(p.ClauseTitle)),
		words.Count(p.Runs, "run"), p.Scenario,
		verb, p.Tick, p.Seed)), map[string]string{}}
	for _, st := range p.States {
		t.names[st.ID] = st.Name
	}
	t.carriers()
	t.table()
	t.obstacles()
	t.anchors()
	t.sets()
	t.nearest()
	t.states()
	t.Notes = append(t.Notes, notesCarry(&p.Head, p.Disposition)...)
	return t.Page
}

type pivotsTold struct {
	*lab.Pivots
	*Page
	names map[string]string // of states
}

// called are the names of states.
func (t pivotsTold) called(ids []string) string { return words.States(ids, t.names) }

// carriers is the finding: how often some set carries the clause, and which.
func (t pivotsTold) carriers() {
	if t.Carried.Count == 0 {
		t.Say(fmt.Sprintf("No set of states carries %s at %s in any run (95 %% interval of the chance that one does: %s).",
			lab.The(t.ClauseTitle), t.Tick,
			words.Interval(t.Carried)))
		return
	}
	t.Say(fmt.Sprintf("Some set of states carries %s at %s in %s.", lab.The(t.ClauseTitle), t.Tick, words.ShareOf(t.Carried)))
	switch first := t.Pivots.Foremost(); {
	case t.LeastUntold > 0:
		t.Say(fmt.Sprintf("Which sets do is not told: in %s the table has too many to look at all. One that carries it was found there, "+
			"and any other of its size may do as well.",
			words.ShareOf(stats.ShareOf(t.LeastUntold, t.Runs))))
	case first.Most == nil:
	case len(first.Rivals) == 0:
		t.Say(fmt.Sprintf("Most often that is %s: a set that carries it, with none smaller within, in %s.", t.called(first.Most.Members),
			words.ShareOf(*first.Most.Minimal)))
	case t.always(first) > 1:
		more := ""
		if rest := len(first.Rivals) + 1 - t.always(first); rest > 0 {
			more = fmt.Sprintf("; of %s more these runs do not tell that they do so less often", words.Thousands(rest))
		}
		t.Say(fmt.Sprintf("%s do so equally: each carries it, with none smaller within, in every run in which some set does%s.",
			words.Capital(words.Count(t.always(first), "set")), more))
	default:
		t.Say(fmt.Sprintf("Which set does so most often, with none smaller within, these runs do not tell: it may be any of "+
			"%s, and none was seen in more than %s.", words.Count(len(first.Rivals)+1, "set"), words.ShareOf(*first.Most.Minimal)))
	}
}

// always is how many of the sets that may be foremost carry it, with none smaller within, in every run in which some set does.
func (t pivotsTold) always(first lab.Foremost[lab.CarryingSet]) int {
	count := 0
	for _, s := range append([]lab.CarryingSet{*first.Most}, first.Rivals...) {
		if s.Minimal.Count == t.Carried.Count {
			count++
		}
	}
	return count
}

// table says who is at the table, what the text needs, how many it takes and whether they come by themselves.
func (t pivotsTold) table() {
	section := t.Section("What it takes")
	say := func(format string, args ...any) { section.Text = append(section.Text, fmt.Sprintf(format, args...)) }
	seats := words.Count(t.Seats[1], "state")
	if t.Seats[0] < t.Seats[1] {
		seats = fmt.Sprintf("%d to %s", t.Seats[0], seats)
	}
	verb := "are"
	if t.Seats[1] == 1 {
		verb = "is"
	}
	required := ""
	if len(t.Required) > 0 {
		required = t.called(t.Required) + ", and "
	}
	say("%s %s at the table. The text needs %s%d in all.", seats, verb, required, t.Minimum)
	var away, bound []string
	for _, st := range t.States {
		if st.AtStart {
			bound = append(bound, words.State(st.Name))
		}
		if st.Role == lab.Founder && st.Seated.Count == 0 {
			away = append(away, words.State(st.Name))
		}
	}
	if len(away) > 0 {
		say("Never at the table, though founders: %s.", words.And(away))
	}
	if len(bound) > 0 {
		say("Bound from the start, so that to carry it is to stay: %s.", words.And(bound))
	}
	if t.Carried.Count > 0 {
		var sizes []string
		for _, s := range t.Sizes {
			atMost := ""
			if s.AtMost {
				atMost = "at most "
			}
			sizes = append(sizes, fmt.Sprintf("%s%s in %s", atMost, words.Count(s.Size, "state"), words.Percent(s.Share.Mean)))
		}
		say("The smallest set has %s of the runs.", words.And(sizes))
		together := ""
		if 2*t.Rises.Count < t.Carried.Count {
			together = " Those who would carry it must move together."
		}
		say("Starting from nobody, %.1f states gather on average, and the clause rises by itself in %s of the runs; starting from "+
			"everyone, %.1f stay.%s",
			t.Risen, words.Percent(t.Rises.Mean), t.Settled, together)
	}
	if t.Cut > 0 {
		one, looked := "", fmt.Sprintf("all of up to %d states were looked at", t.UpTo)
		if t.UpTo < t.Minimum {
			looked = "none that the text allows was looked at"
		}
		if t.LeastUntold > 0 {
			one = " That one carries it is known from the largest set, out of which states were taken one by one."
		}
		say("The table has too many sets to look at all in %s of the runs: %s.%s",
			words.Percent(float64(t.Cut)/float64(max(t.Runs, 1))), looked, one)
	}
}

// obstacles says who has a veto, who uses one, and what comes nearest.
func (t pivotsTold) obstacles() {
	section := t.Section("Who stands in the way")
	say := func(format string, args ...any) { section.Text = append(section.Text, fmt.Sprintf(format, args...)) }
	var weight []string
	vetoes := oftenest(t.Pivots.States, func(st lab.PivotalState) stats.Share { return st.ByWeight })
	for _, st := range vetoes {
		weight = append(weight, words.State(st.Name)+" in "+words.ShareOf(st.ByWeight))
	}
	holds := oftenest(t.Pivots.States, func(st lab.PivotalState) stats.Share { return st.HoldsUp })
	switch {
	case len(weight) > 0:
		seldom := ""
		if 2*vetoes[0].ByWeight.Count < t.Carried.Count {
			seldom = " That is seldom: where some set carries it, mostly another does without any one state."
		}
		say("Veto by weight, whatever the text asks for: %s.%s", strings.Join(weight, "; "), seldom)
	case t.Carried.Count > 0:
		where := "Where some set carries it"
		if t.Carried.Count < fewRuns {
			where += ", in but " + words.Count(t.Carried.Count, "run") + " of " + words.Thousands(t.Runs)
		}
		say("%s, nobody has a veto by weight: were it not for the text, some set would do without any one state.", where)
	}
	switch {
	case t.Carried.Count == t.Runs:
	case len(holds) == 0:
		say("Where no set carries it, no single state could change that by coming round.")
	case len(holds) == 1:
		say("In %s no set carries it, and one would if %s alone came round.", words.ShareOf(t.HeldUp), words.State(holds[0].Name))
	default:
		var each []string
		for _, st := range holds {
			each = append(each, words.State(st.Name)+" in "+words.ShareOf(st.HoldsUp))
		}
		say("In %s no set carries it, and one would if a single state came round: %s.", words.ShareOf(t.HeldUp), strings.Join(each, "; "))
	}
	switch near := t.Nearer(); {
	case t.NearestUntold > 0:
		say("Which set comes nearest is not told: in %s the table has too many to look at all.",
			words.ShareOf(stats.ShareOf(t.NearestUntold, t.Runs)))
	case near.Most == nil:
	case len(near.Rivals) == 0:
		n := near.Most
		say("Nearest come %s, in %s; the least likely of them to sign, most often %s, has a chance of %.2f on average.",
			t.called(n.Members), words.ShareOf(n.Nearest), words.State(t.names[n.Laggard]), n.Reach)
	default:
		say("Which set comes nearest most often, these runs do not tell: it may be any of %s.", words.Count(len(near.Rivals)+1, "set"))
	}
}

// oftenest lists the states of which something is true in some run, most often first, at most four.
func oftenest(states []lab.PivotalState, of func(lab.PivotalState) stats.Share) []lab.PivotalState {
	var some []lab.PivotalState
	for _, st := range states {
		if of(st).Count > 0 {
			some = append(some, st)
		}
	}
	slices.SortStableFunc(some, func(x, y lab.PivotalState) int { return of(y).Count - of(x).Count })
	return some[:min(len(some), 4)]
}

// anchors says on whom most others hang, and who keeps most out.
func (t pivotsTold) anchors() {
	var said []string
	switch anchor := t.Anchor(); {
	case anchor.Most != nil && len(anchor.Rivals) == 0:
		st := anchor.Most
		said = append(said, fmt.Sprintf("The others hang most on %s: without it %.1f of them leave on average (95 %% interval "+
			"%.1f to %.1f).",
			words.State(st.Name), -st.Leave.Mean, -st.Leave.High, -st.Leave.Low))
	case anchor.Most != nil:
		said = append(said, fmt.Sprintf("The others hang most on %s in these runs; with other luck it might be %s.", words.State(anchor.Most.Name),
			words.Or(rivalsOf(anchor))))
	case t.Carried.Count > 0 && t.Carried.Count < fewRuns:
		said = append(said, "Whether somebody anchors it, "+words.Count(t.Carried.Count, "run")+map[bool]string{true: " that carries", false: " that carry"}[t.Carried.Count == 1]+" it cannot tell.")
	case t.Carried.Count > 0:
		said = append(said, "Nobody anchors it: no state takes others with it when it leaves, beyond luck.")
	}
	switch spoiler := t.Spoiler(); {
	case spoiler.Most != nil && len(spoiler.Rivals) == 0:
		st := spoiler.Most
		said = append(said, fmt.Sprintf("%s keeps most others out: if it stayed away, %.1f more would be in on average (95 %% "+
			"interval %.1f to %.1f).",
			words.Capital(words.State(st.Name)), st.Join.Mean, st.Join.Low, st.Join.High))
	case spoiler.Most != nil:
		said = append(said, fmt.Sprintf("%s keeps most others out in these runs; with other luck it might be %s.", words.Capital(words.State(spoiler.Most.Name)),
			words.Or(rivalsOf(spoiler))))
	}
	if len(said) > 0 {
		t.Section("Who anchors it").Text = said
	}
}

// rivalsOf names the states of which luck leaves open that they are foremost.
func rivalsOf(f lab.Foremost[lab.PivotalState]) (names []string) {
	for _, st := range f.Rivals {
		names = append(names, words.State(st.Name))
	}
	return names
}

// sets are those that carry the clause.
func (t pivotsTold) sets() {
	if len(t.Sets) == 0 {
		return
	}
	section := t.Section("Least sets that carry it")
	table := section.Columns(Figures("size"), Text("states"), Figures("least in"), Figures("95 % interval"), Figures("carries it in"))
	often := func(k int) stats.Share { // as a least set, or where that is untold, as one that carries it
		if s := t.Sets[k]; s.Minimal == nil {
			return s.Carries
		}
		return *t.Sets[k].Minimal
	}
	shown := t.notOnce(len(t.Sets), often)
	for _, s := range t.Sets[:min(shown, mostSets)] {
		least, interval := "-", "-"
		if s.Minimal != nil {
			least, interval = words.Percent(s.Minimal.Mean), words.Interval(*s.Minimal)
		}
		table.Add(strconv.Itoa(len(s.Members)), t.called(s.Members), least, interval, words.Percent(s.Carries.Mean))
	}
	moreSets(section, shown, len(t.Sets), "sets.csv")
}

// nearest are the sets that come nearest where none carries it.
func (t pivotsTold) nearest() {
	if len(t.Nearest) == 0 {
		return
	}
	section := t.Section("Where none does, the sets that come nearest")
	table := section.Columns(Figures("size"), Text("states"), Figures("nearest in"), Text("least likely to sign"), Figures("chance"))
	shown := t.notOnce(len(t.Nearest), func(k int) stats.Share { return t.Nearest[k].Nearest })
	for _, s := range t.Nearest[:min(shown, mostSets)] {
		table.Add(strconv.Itoa(len(s.Members)), t.called(s.Members), words.Percent(s.Nearest.Mean), t.names[s.Laggard],
			fmt.Sprintf("%.2f", s.Reach))
	}
	moreSets(section, shown, len(t.Nearest), "nearest.csv")
}

// notOnce is how many of some sets, most often first, were seen in more than one run; all of them if there is one run, or one set
// that was seen once.
func (t pivotsTold) notOnce(sets int, seen func(k int) stats.Share) int {
	shown := sets
	for shown > 0 && seen(shown-1).Count == 1 {
		shown--
	}
	if t.Runs == 1 || sets-shown == 1 {
		return sets
	}
	return shown
}

// moreSets says how many sets a table leaves out: those seen in one run each, and those that it has no room for.
func moreSets(part *Section, shown, count int, file string) {
	var more []string
	if shown > mostSets {
		more = append(more, words.Thousands(shown-mostSets)+" more, each at most as often")
	}
	if count > shown {
		more = append(more, words.Count(count-shown, "set")+" that were seen in one run each")
	}
	if len(more) > 0 {
		part.Below = append(part.Below, fmt.Sprintf("Not shown: %s; --json and %s have them all.", words.And(more), file))
	}
	if shown == 0 {
		part.Table = nil
	}
}

// states are two tables: what each does for the clause, and how each stands in its way.
func (t pivotsTold) states() {
	carries, bars := t.Section("The states: who carries it"), &Section{Heading: "The states: who stands in its way"}
	carry := carries.Columns(Text("state"), Figures("in a least set"), Figures("in the largest"),
		Figures("leave without it"), Figures("kept out"))
	bar := bars.Columns(Text("state"), Figures("veto by text"),
		Figures("by weight"), Figures("holds it up"),
		Figures("least likely in"))
	for _, st := range t.Pivots.States {
		if st.Seated.Count == 0 {
			continue
		}
		text, leave := "-", "-"
		if st.Required {
			text = words.Percent(st.ByText.Mean)
		}
		if st.Settled.Count > 0 {
			leave = fmt.Sprintf("%.1f", -st.Leave.Mean+0)
		}
		carry.Add(st.Name, shareOrStroke(st.Minimal), words.Percent(st.Settled.Mean), leave, fmt.Sprintf("%.1f", st.Join.Mean))
		bar.Add(st.Name, text, words.Percent(st.ByWeight.Mean), words.Percent(st.HoldsUp.Mean), shareOrStroke(st.Lags))
	}
	carries.withoutZeros()
	bars.withoutZeros()
	t.Sections = append(t.Sections, *bars)
}

// shareOrStroke is a share, or a stroke where it is untold.
func shareOrStroke(s *stats.Share) string {
	if s == nil {
		return "-"
	}
	return words.Percent(s.Mean)
}

// medianDisposition is that of a government of which as many are keener as are not.
const medianDisposition = 0.5

// notesCarry says what the words of a table of sets mean.
func notesCarry(h *lab.Head, disposition float64) []string {
	government := "the median government would, that is, the chance is at least one half"
	if disposition != medianDisposition {
		government = fmt.Sprintf("a government with a disposition of %v would, that is, the chance is at least that", disposition)
	}
	return []string{
		"A set carries the clause if each of its members would sign expecting just the others of the set, and it has what the text needs " +
			"(Schelling's k-groups). A state would sign if " + government + ".",
		"Least: no smaller set within it carries the clause. Largest: what is left when all start at the table and those who " +
			"would not stay leave, whatever the text needs. Leave without it, kept out: others of the largest set who would not " +
			"stay if the state did not come, and others who then would; means. By weight: no set would do without the state even " +
			"if the text did not need it. Holds it up: no set carries it, and one would if this state signed whatever it thinks " +
			"of it. Nearest: of the sets that have what the text needs, the one whose member least likely to sign has the highest chance. Least likely in: no set carries it, and in the nearest one nobody is less likely to sign.",
		bothTogether(h, "Intervals are exact (Clopper-Pearson) for shares, normal for means"),
	}
}
