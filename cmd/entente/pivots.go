package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

type pivotsFlags struct {
	runFlags
	clause, at string
	draw       float64
}

func pivotsCommand() *cobra.Command {
	var f pivotsFlags
	c := &cobra.Command{
		Use:   "pivots SCENARIO",
		Short: wordsPivots,
		Long:  wordsPivotsLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			if !(f.draw > 0 && f.draw < 1) {
				return usage("--draw is %v; it must lie between 0 and 1", f.draw)
			}
			return f.pivots(c, args[0])
		},
	}
	f.register(c, 200)
	f.asOfFlag(c)
	c.Flags().StringVar(&f.clause, "clause", "", "the `clause` to carry; the scenario's headline if not given")
	c.Flags().StringVar(&f.at, "at", "", "the `tick`, as in 2028Q1; the first at which founders may sign if not given")
	c.Flags().Float64Var(&f.draw, "draw", medianDraw, "the governments' draw, as explain tells it: 0.5 is the median, 0.2 keener than four in five")
	return c
}

// medianDraw is that of a government of which as many are keener as are not.
const medianDraw = 0.5

func (f *pivotsFlags) pivots(c *cobra.Command, name string) error {
	l, err := f.load(c, name)
	if err != nil {
		return err
	}
	w := sim.NewWorld(l.Scenario)
	clause, err := clauseNamed(w, f.clause)
	if err != nil {
		return err
	}
	founders, _ := w.Invited(clause)
	opens := w.FirstDecision(clause, founders[0])
	tick, err := tickAt(w, f.at, opens)
	if err != nil {
		return err
	}
	if tick < opens {
		return usage("--at: nobody may sign %s before %s", w.Clauses[clause], w.Calendar.Label(opens))
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	p := lab.FindPivots(c.Context(), w, clause, tick, f.draw, lab.Options{
		Runs: f.runs, Seed: f.seed, Workers: f.workers, Done: progress(c.ErrOrStderr(), f.runs),
	})
	return f.tell(c, name, l, p, time.Since(began))
}

// tell prints and writes who could carry a clause.
func (f *pivotsFlags) tell(c *cobra.Command, name string, l *scenarios.Loaded, p *lab.Pivots, took time.Duration) error {
	p.Overrides = overrides(l)
	return f.deliver(c, result{
		found: p, table: func(out io.Writer) error { return writePivots(out, p) }, some: p.Runs > 0,
		kept: "Tables, summary and chart", tables: p.Tables(),
		json: "pivots.json", about: "everything the table says and more, with every set",
		charts:  one("pivots", func() *plots.Chart { return plots.Pivots(p) }),
		command: f.command("pivots", name), loaded: l, seed: p.Seed, asked: p.Asked, played: p.Finished, failed: p.Failures,
	}, took)
}

// command is that of run with what was asked.
func (f *pivotsFlags) command(verb, name string) string {
	line := f.runFlags.command(verb, name)
	if f.clause != "" {
		line += " --clause " + words.Shell(f.clause)
	}
	if f.at != "" {
		line += " --at " + words.Shell(f.at)
	}
	if f.draw != medianDraw {
		line += fmt.Sprintf(" --draw %v", f.draw)
	}
	return line
}

// writePivots prints who could carry a clause.
func writePivots(out io.Writer, p *lab.Pivots) error {
	var b strings.Builder
	runs := "runs"
	if p.Runs == 1 {
		runs = "run"
	}
	heading(&b, p.Title, fmt.Sprintf("%s as %s %s of %s find it at %s, seed %d", p.ClauseTitle, thousands(p.Runs), runs, p.Scenario,
		p.Tick, p.Seed), p.Finished, p.Asked, p.Overrides)
	names := map[string]string{}
	for _, st := range p.States {
		names[st.ID] = st.Name
	}
	whoIsAsked(&b, p, names)
	whoCarries(&b, p, names)
	whoStandsInTheWay(&b, p, names)
	whoAnchors(&b, p)
	setsThatCarry(&b, p, names)
	statesAtTheTable(&b, p)
	b.WriteString("\n" + wordsCarry(p.Draw))
	_, err := io.WriteString(out, b.String())
	return err
}

// whoIsAsked says who is at the table and what the text needs.
func whoIsAsked(b *strings.Builder, p *lab.Pivots, names map[string]string) {
	seats := fmt.Sprint(p.Seats[1])
	if p.Seats[0] < p.Seats[1] {
		seats = fmt.Sprintf("%d to %d", p.Seats[0], p.Seats[1])
	}
	required := ""
	if len(p.Required) > 0 {
		required = and(short(p.Required, names)) + ", and "
	}
	fmt.Fprintf(b, "%s states are at the table. The text needs %s%d in all.\n", seats, required, p.Minimum)
	var away []string
	for _, st := range p.States {
		if st.Role == lab.Founder && st.Seated.Count == 0 {
			away = append(away, st.Name)
		}
	}
	if len(away) > 0 {
		fmt.Fprintf(b, "Never at the table, though founders: %s.\n", and(away))
	}
}

// whoCarries says how many it takes, who they are and whether they come by themselves.
func whoCarries(b *strings.Builder, p *lab.Pivots, names map[string]string) {
	if p.Carried.Count == 0 {
		fmt.Fprintf(b, "No set of states carries the clause in any run (95 %% interval of the chance that one does: %s).\n",
			interval(p.Carried))
	} else {
		var sizes []string
		for _, s := range p.Sizes {
			sizes = append(sizes, fmt.Sprintf("%d states in %s", s.Size, percent(s.Share.Mean)))
		}
		fmt.Fprintf(b, "Some set of states carries the clause in %s of the runs (95 %% interval %s). The smallest has %s of the runs.\n",
			percent(p.Carried.Mean), interval(p.Carried), and(sizes))
		first := p.Sets[0]
		fmt.Fprintf(b, "Most often %s carry it, and none smaller within (%s).\n", and(short(first.Members, names)), percent(first.Minimal.Mean))
		fmt.Fprintf(b, "Starting from nobody, %.1f states gather on average, and the clause rises by itself in %s of the runs;\n"+
			"starting from everyone, %.1f stay.%s\n", p.Risen, percent(p.Rises.Mean), p.Settled, map[bool]string{
			true: " Those who would carry it must move together."}[2*p.Rises.Count < p.Carried.Count])
	}
	if p.Cut > 0 {
		fmt.Fprintf(b, "The table has too many sets to look at all in %s of the runs: all of up to %d states were, and where none of\n"+
			"these carries the clause, one larger set found by taking states out of the largest.\n", thousands(p.Cut), p.UpTo)
	}
}

// whoStandsInTheWay says who has a veto, and who uses one.
func whoStandsInTheWay(b *strings.Builder, p *lab.Pivots, names map[string]string) {
	var weight, holds []string
	for _, st := range byShare(p.States, func(st lab.PivotalState) stats.Share { return st.ByWeight }) {
		weight = append(weight, fmt.Sprintf("%s (%s of the runs)", st.Name, percent(st.ByWeight.Mean)))
	}
	for _, st := range byShare(p.States, func(st lab.PivotalState) stats.Share { return st.HoldsUp }) {
		holds = append(holds, fmt.Sprintf("%s (%s)", st.Name, percent(st.HoldsUp.Mean)))
	}
	if len(weight) > 0 {
		fmt.Fprintf(b, "By its weight, whatever the text asks for, no set does without %s.\n", and(weight))
	} else if p.Carried.Count > 0 {
		b.WriteString("By weight nobody has a veto: were it not for the text, some set would do without any one state.\n")
	}
	switch {
	case p.Carried.Count == p.Runs:
	case len(holds) == 0:
		b.WriteString("Where no set carries it, no single state could change that by coming round.\n")
	default:
		fmt.Fprintf(b, "Where no set carries it, one would in %s of the runs if a single state came round: %s.\n",
			percent(p.HeldUp.Mean), and(holds))
	}
	if len(p.Nearest) > 0 {
		n := p.Nearest[0]
		fmt.Fprintf(b, "Nearest come %s (%s of the runs);\nthe least willing of them, most often %s, has a chance of %.2f on average.\n",
			and(short(n.Members, names)), percent(n.Nearest.Mean), names[n.Laggard], n.Reach)
	}
}

// byShare lists the states of which something is true in some run, most often first, at most four.
func byShare(states []lab.PivotalState, of func(lab.PivotalState) stats.Share) []lab.PivotalState {
	var some []lab.PivotalState
	for _, st := range states {
		if of(st).Count > 0 {
			some = append(some, st)
		}
	}
	slices.SortStableFunc(some, func(x, y lab.PivotalState) int { return of(y).Count - of(x).Count })
	return some[:min(len(some), 4)]
}

// whoAnchors says on whom most others hang, and who keeps most out.
func whoAnchors(b *strings.Builder, p *lab.Pivots) {
	var anchor, spoiler *lab.PivotalState
	for k := range p.States {
		st := &p.States[k]
		if st.Leave.BeyondLuck() && (anchor == nil || st.Leave.Mean < anchor.Leave.Mean) {
			anchor = st
		}
		if st.Join.BeyondLuck() && (spoiler == nil || st.Join.Mean > spoiler.Join.Mean) {
			spoiler = st
		}
	}
	if anchor != nil {
		fmt.Fprintf(b, "The others hang most on %s: without it %.1f of them leave on average (95 %% interval %.1f to %.1f).\n",
			anchor.Name, -anchor.Leave.Mean, -anchor.Leave.High, -anchor.Leave.Low)
	} else if p.Carried.Count > 0 {
		b.WriteString("Nobody anchors it: no state takes others with it when it leaves, beyond luck.\n")
	}
	if spoiler != nil {
		fmt.Fprintf(b, "%s keeps most others out: if it stayed away, %.1f more would be in on average (95 %% interval %.1f to %.1f).\n",
			spoiler.Name, spoiler.Join.Mean, spoiler.Join.Low, spoiler.Join.High)
	}
}

// mostSets is how many sets the table shows.
const mostSets = 12

func setsThatCarry(b *strings.Builder, p *lab.Pivots, names map[string]string) {
	more := func(count int, file string) {
		if count > mostSets {
			fmt.Fprintf(b, "  and %s more, each at most as often; --json and %s have them all.\n", thousands(count-mostSets), file)
		}
	}
	if len(p.Sets) > 0 {
		b.WriteString("\nLeast sets that carry it\n\n")
		table(b, func(t *tabwriter.Writer) {
			fmt.Fprintln(t, "  states\tleast in\t95 % interval\tcarries it in\t\t")
			for _, s := range p.Sets[:min(len(p.Sets), mostSets)] {
				fmt.Fprintf(t, "  %d\t%s\t%s\t%s\t%s\t\n", len(s.Members), percent(s.Minimal.Mean), interval(s.Minimal),
					percent(s.Carries.Mean), and(short(s.Members, names)))
			}
		})
		more(len(p.Sets), "sets.csv")
	}
	if len(p.Nearest) > 0 {
		b.WriteString("\nWhere none does, the sets that come nearest\n\n")
		table(b, func(t *tabwriter.Writer) {
			fmt.Fprintln(t, "  states\tnearest in\t95 % interval\tleast willing\tchance\t\t")
			for _, s := range p.Nearest[:min(len(p.Nearest), mostSets)] {
				fmt.Fprintf(t, "  %d\t%s\t%s\t%s\t%.2f\t%s\t\n", len(s.Members), percent(s.Nearest.Mean), interval(s.Nearest),
					names[s.Laggard], s.Reach, and(short(s.Members, names)))
			}
		})
		more(len(p.Nearest), "nearest.csv")
	}
}

func statesAtTheTable(b *strings.Builder, p *lab.Pivots) {
	b.WriteString("\nThe states\n\n")
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  state\tin a least set\tin the largest\tveto by text\tby weight\tholds it up\tleast willing\tleave without it\tkept out\t")
		for _, st := range p.States {
			if st.Seated.Count == 0 {
				continue
			}
			text, leave := "-", "-"
			if st.Required {
				text = percent(st.ByText.Mean)
			}
			if st.Settled.Count > 0 {
				leave = fmt.Sprintf("%.1f", -st.Leave.Mean+0)
			}
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%.1f\t\n", st.Name, percent(st.Minimal.Mean), percent(st.Settled.Mean),
				text, percent(st.ByWeight.Mean), percent(st.HoldsUp.Mean), percent(st.Lags.Mean), leave, st.Join.Mean)
		}
	})
}

func named(ids []string, names map[string]string) []string {
	var all []string
	for _, id := range ids {
		all = append(all, names[id])
	}
	slices.Sort(all)
	return all
}

// short names the states of a set in full, or by their ids if they are many.
func short(ids []string, names map[string]string) []string {
	if len(ids) > 4 {
		return ids
	}
	return named(ids, names)
}

// and joins names with commas and a last "and".
func and(names []string) string { return inWords(names, "and") }
