package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsPlay = "One history, turn by turn, in which a class decides for some states: what happens, and what the rule would have done"

	wordsPlayLong = `Plays one history and tells what happens in it, in eight turns. With --decide some states are played by people:
a CSV file has a column for each of them, by its id, and a row for each turn so far.

  turn,AUS,JPN,PHL,USA
  1,yes,no,,yes
  2,yes,yes,,yes

Yes or no is to the clause, whenever the state is asked in that turn; where a cell is empty the rule decides, as it does for all
who have no column. All else keeps its luck. The debrief says for each seat what the rule would have done and how surprising the
class was, in nats.

After each turn add a row and give the same command with the next --turn: it tells the news of that turn and nothing of the rule, and
the turns before it stay as they were. Without --turn all turns are told, with the debrief.
entente roles writes the sheets for the players, and an empty file of decisions.`

	wordsPlayExample = `  entente play pacific-2025
  entente play pacific-2025 --decide class.csv --turn 2`
)

// playFlags say which history, and by whose decisions.
type playFlags struct {
	oneHistory
	turn   int
	decide string

	of int // the clause, once the scenario is read
}

func init() { verbs = append(verbs, playCommand) }

func playCommand() *cobra.Command {
	var f playFlags
	c := &cobra.Command{
		Use:     "play SCENARIO",
		Short:   wordsPlay,
		Long:    wordsPlayLong,
		Example: wordsPlayExample,
		Args:    oneScenario,
		RunE:    func(c *cobra.Command, args []string) error { return f.play(c, args[0]) },
	}
	c.Flags().StringVar(&f.decide, "decide", "", "a `file` of decisions in CSV, a column a state and a row a turn")
	c.Flags().IntVar(&f.turn, "turn", 0, "play to the end of this `turn` and tell its news alone; all turns and the debrief if not given")
	mustHoldOf(c, func(args []string, wrong *complaints) {
		if f.decide == scenarios.Stdin && slices.Contains(args, scenarios.Stdin) {
			wrong.add("the scenario and --decide cannot both be read from standard input")
		}
	})
	f.about = f.inTurn
	f.register(c, "which history to play", "it plays one history by the figures as they stand")
	return c
}

func (f *playFlags) play(c *cobra.Command, name string) error {
	l, w, err := f.read(c, name)
	if err != nil {
		return err
	}
	turns := len(lab.Turns(w, f.of)) - 1
	decided, said, err := f.decisions(c, w, f.of, turns)
	if err != nil {
		return err
	}
	q := f.question(c, f.command(name), filesOf(&f.drawn, &lab.RolePlay{}, nil), world{name, l})
	if decided != nil {
		q.files = []attached{{"said.csv", "the decisions of the class", plain(decided.Text)}}
	}
	if err := q.open(); err != nil {
		return err
	}
	last := f.turn
	if last == 0 {
		last = turns
	}
	found := lab.PlayRoles(w, f.run, f.of, said, last, lab.Options{Runs: 1, Seed: f.seed})
	return q.answer(found, tables.RolePlay(found, f.turn), nil)
}

// inTurn finds the clause, and holds that the scenario has the turn.
func (f *playFlags) inTurn(w *sim.World, _ string) (err error) {
	if f.of, err = f.clauseIn(w); err != nil {
		return err
	}
	if turns := len(lab.Turns(w, f.of)) - 1; f.turn != 0 && (f.turn < 1 || f.turn > turns) {
		return usage("--turn is %d; there are turns 1 to %d", f.turn, turns)
	}
	return nil
}

// decisions reads those of --decide.
func (f *playFlags) decisions(c *cobra.Command, w *sim.World, clause, turns int) (*scenarios.Decisions, []lab.Said, error) {
	if f.decide == "" {
		return nil, nil, nil
	}
	founders, openTo := w.Invited(clause)
	var invited []string
	for _, i := range append(append([]int{}, founders...), openTo...) {
		invited = append(invited, w.States[i])
	}
	decided, err := scenarios.LoadDecisions(f.decide, invited, turns, reader(c))
	if err != nil {
		return nil, nil, unread(c, err)
	}
	var said []lab.Said
	for _, d := range decided.All {
		said = append(said, lab.Said{Turn: d.Turn, State: w.State(d.State), Yes: d.Yes})
	}
	return decided, said, nil
}

// command is the shortest command line that gives the same answer.
func (f *playFlags) command(name string) string {
	line := fmt.Sprintf("entente play %s --seed %d --run %d", words.Shell(name), f.seed, f.run) + f.moment.line()
	if f.decide != "" {
		line += " --decide " + words.Shell(f.decide)
	}
	if f.turn != 0 {
		line += fmt.Sprintf(" --turn %d", f.turn)
	}
	return line + f.reading.flags()
}
