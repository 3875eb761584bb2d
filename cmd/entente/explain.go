package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"sort"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/history"
)

type explainFlags struct {
	state, clause, at string
	run               uint64
	seed              uint64
	json              bool
	reading
}

func explainCommand() *cobra.Command {
	var f explainFlags
	c := &cobra.Command{
		Use:   "explain SCENARIO --state JPN",
		Short: wordsExplain,
		Long:  wordsExplainLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			if f.state == "" {
				return usage("entente explain needs --state, as in --state JPN")
			}
			return f.explain(c, args[0])
		},
	}
	c.Flags().StringVar(&f.state, "state", "", "the `state` that decides, by its id or name")
	c.Flags().StringVar(&f.clause, "clause", "", "the `clause` it weighs; the scenario's headline if not given")
	c.Flags().StringVar(&f.at, "at", "", "the `tick`, as in 2027Q1; the first at which it may decide if not given")
	c.Flags().Uint64Var(&f.run, "run", 0, "which run to replay")
	c.Flags().Uint64Var(&f.seed, "seed", 1, "of which seed")
	c.Flags().BoolVar(&f.json, "json", false, "print JSON instead of text")
	f.setFlag(c)
	f.asOfFlag(c)
	return c
}

func (f *explainFlags) explain(c *cobra.Command, name string) error {
	l, err := f.load(c, name)
	if err != nil {
		return err
	}
	w := sim.NewWorld(l.Scenario)
	f.state = idOf(l.Scenario.States, f.state)
	if _, ok := l.Scenario.States[f.state]; !ok {
		return usage("--state: no state %s in %s; there are %s", f.state, name, strings.Join(w.States, " "))
	}
	clause, err := clauseNamed(w, f.clause)
	if err != nil {
		return err
	}
	state := w.State(f.state)
	tick, err := tickAt(w, f.at, w.FirstDecision(clause, state))
	if err != nil {
		return err
	}
	e, err := w.Explain(f.seed, f.run, clause, state, tick)
	if err != nil {
		return usage("--state: %w", err)
	}
	if f.json {
		return writeJSON(c.OutOrStdout(), e)
	}
	return writeExplanation(c.OutOrStdout(), l, e, w.Terms())
}

// clauseNamed is the clause that --clause names, the headline if it names none.
func clauseNamed(w *sim.World, id string) (int, error) {
	if id == "" {
		return w.Headline(), nil
	}
	if _, ok := w.Scenario.Clauses[id]; !ok {
		return 0, usage("--clause: no clause %s in %s; there are %s", id, w.Scenario.Name, strings.Join(w.Clauses, " "))
	}
	return w.Clause(id), nil
}

// tickAt is the tick that --at names, first if it names none.
func tickAt(w *sim.World, at string, first int) (int, error) {
	tick := first
	if at != "" {
		d, err := sim.ParseDate(at)
		if err != nil {
			return 0, usage("--at: %w", err)
		}
		tick = w.Calendar.Tick(d)
	}
	if tick < 0 || tick >= w.Calendar.Ticks() {
		return 0, usage("--at: %s runs from %s to %s", w.Scenario.Name, w.Calendar.Label(0), w.Calendar.Label(w.Calendar.Ticks()-1))
	}
	return tick, nil
}

// idOf finds a state by its id or its name, in capitals or not.
func idOf(states map[string]sim.State, text string) string {
	for id, s := range states {
		if strings.EqualFold(id, text) || strings.EqualFold(s.Name, text) {
			return id
		}
	}
	return text
}

func writeExplanation(out io.Writer, l *scenarios.Loaded, e *sim.Explanation, terms []sim.Term) error {
	var b strings.Builder
	name := func(id string) string { return l.Scenario.States[id].Name }
	fmt.Fprintf(&b, "%s and %s, %s, run %d of seed %d\n", name(e.State), l.Scenario.Clauses[e.Clause].Title, e.Tick, e.Run, e.Seed)
	for _, o := range l.Overrides {
		fmt.Fprintf(&b, "What if: %s = %s\n", o.Path, o.Value)
	}
	b.WriteString("\n")
	fmt.Fprintf(&b, "%s %s.\n", name(e.State), e.Standing)
	act := map[bool]string{true: "It is willing to sign", false: "It is not willing to sign"}
	if !e.Decides {
		act = map[bool]string{true: "It would", false: "It would not"}
	}
	fmt.Fprintf(&b, "The chance is %.3f; this government's draw is %.3f. %s, because the chance is %s the draw.\n",
		e.Chance, e.Draw, act[e.Willing], map[bool]string{true: "above", false: "not above"}[e.Willing])
	b.WriteString("\nWhom it expects at the table\n\n")
	table(&b, func(t *tabwriter.Writer) {
		for _, x := range e.Expected {
			if x.Signed {
				fmt.Fprintf(t, "  %s\thas signed\t\n", name(x.State))
				continue
			}
			fmt.Fprintf(t, "  %s\t%.2f\t\n", name(x.State), x.Chance)
		}
	})
	b.WriteString("\nWhat speaks for and against, in logits (+1 multiplies the odds by 2.7)\n")
	for _, t := range terms {
		fmt.Fprintf(&b, "\n  %-44s %+8.3f\n", t.String()+": "+reasons[t], e.Terms[t]+0)
		writeInputs(&b, l, e, t)
	}
	fmt.Fprintf(&b, "\n  %-44s %+8.3f\n", "all together", e.Utility)
	writeConstants(&b, l)
	writeFlips(&b, e)
	_, err := io.WriteString(out, b.String())
	return err
}

// writeInputs lists the figures behind one term with their sources. Figures of other states that are many and small
// are told by the list of flips below.
func writeInputs(b *strings.Builder, l *scenarios.Loaded, e *sim.Explanation, term sim.Term) {
	table(b, func(t *tabwriter.Writer) {
		for _, in := range e.Inputs {
			if slices.Contains(in.Terms, term) {
				value := fmt.Sprintf("%.4g", in.Value)
				if in.Times != 1 {
					value += fmt.Sprintf(" × %.4g", in.Times) // by levers
				}
				fmt.Fprintf(t, "    %s\t%s\t%s\t\n", in.Path, value, source(l, in))
			}
		}
		if l.Scenario.Theory == sim.DefaultTheory {
			if f, ok := l.Scenario.Parameters.WeightOf(l.Scenario.Theory, term); ok {
				writeConstant(t, l, history.Knob{Name: strings.TrimPrefix(f.Path, "parameters.")})
			}
		}
	})
}

// writeConstants lists the constants of a rival theory.
func writeConstants(b *strings.Builder, l *scenarios.Loaded) {
	if l.Scenario.Theory == sim.DefaultTheory {
		return
	}
	fmt.Fprintf(b, "\n  The constants of %s\n", l.Scenario.Theory)
	table(b, func(t *tabwriter.Writer) {
		for _, k := range history.KnobsOf(l.Scenario.Theory) {
			writeConstant(t, l, k)
		}
	})
}

func writeConstant(out io.Writer, l *scenarios.Loaded, k history.Knob) {
	c, _ := l.Cite("parameters." + k.Name)
	fmt.Fprintf(out, "    parameters.%s\t%.4g\t%s\t\n", k.Name, k.Value(l.Scenario.Parameters), cited(c))
}

func source(l *scenarios.Loaded, in sim.Input) string {
	if in.Felt {
		return "worked out in this run"
	}
	c, ok := l.Cite(in.Path)
	switch {
	case ok:
		return cited(c)
	case strings.HasSuffix(in.Path, ".affinity"):
		return "from the two UN ideal points"
	}
	return "not in the scenario: the default"
}

func cited(c scenarios.Citation) string {
	if c.Line == 0 || strings.HasPrefix(c.File, "--set") {
		return c.Text
	}
	return fmt.Sprintf("%s [%s:%d]", c.Text, c.File, c.Line)
}

// writeFlips lists what would turn the decision, nearest first by the share of the range it takes.
func writeFlips(b *strings.Builder, e *sim.Explanation) {
	flips := slices.Clone(e.Inputs)
	share := func(in sim.Input) float64 { return math.Abs(in.FlipAt-in.Value) / (in.High - in.Low) }
	sort.SliceStable(flips, func(x, y int) bool {
		if flips[x].Flips != flips[y].Flips {
			return flips[x].Flips
		}
		return flips[x].Flips && share(flips[x]) < share(flips[y])
	})
	b.WriteString("\nThe nearest change in each figure that would turn the decision, if nothing else changed\n\n")
	table(b, func(t *tabwriter.Writer) {
		for _, in := range flips {
			if in.Flips {
				fmt.Fprintf(t, "  %s\t%.4g\tto %.4g\t\n", in.Path, in.Value, in.FlipAt)
			}
		}
	})
	not := 0
	for _, in := range flips {
		if !in.Flips {
			not++
		}
	}
	if not > 0 {
		fmt.Fprintf(b, "  For the other %d figures no value within their ranges would do so; --json lists them.\n", not)
	}
}
