package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsTournament = "Which rule foretells what it was not fitted to?"

	wordsTournamentLong = `Fits each rule to all episodes of history but some, and scores it on those: the episodes of one scenario and of what
is built on it, then those of one leading power. Enter the article's rule, the same without each of its terms and drivers, and
each rival theory, alone and on a common base of danger, trade, stance and reluctance; on figures as they are coded, and on
their measured twins. A theory of your own enters by its line in sim/parameters.go.

Beside them stand rules that have no constants. More constants fit what they are shown, always; here that helps only as far as it
holds elsewhere. Each fit tries --trials points by CMA-ES, all with the same luck, and leaves hopeless ones early.

Such a tournament takes hours. The shipped one is told by
  entente tournament --shipped
and kept in scenarios/tournament.csv, every fit with its constants and its scores; --out writes the same file.

With --out it goes on where it stopped. Interrupted, it tells of the fits that are made. Large ones can be made in parts, on several machines, and then be told together:
  entente tournament --out a --shard 1/2
  entente tournament --out b --shard 2/2
  entente tournament --out c --join a,b`
)

func init() { verbs = append(verbs, tournamentCommand) }

// tournamentFlags add who enters, on what, and how long is searched.
type tournamentFlags struct {
	flags
	episodes, rules, join []string
	kinds, shard          string
	trials                int
	shipped, short        bool
}

func tournamentCommand() *cobra.Command {
	var f tournamentFlags
	c := &cobra.Command{
		Use:   "tournament",
		Short: wordsTournament,
		Long:  wordsTournamentLong,
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return f.play(c) },
	}
	f.register(c, 30)
	c.Flags().StringSliceVar(&f.episodes, "episodes", nil, "`which` episodes, by number or file, with commas; all that history has decided if not given")
	c.Flags().StringSliceVar(&f.rules, "rules", nil, "`which` rules enter, as in article,without-trade,base+prospect-theory; all if not given")
	c.Flags().IntVar(&f.trials, "trials", 300, "points that each fit tries")
	c.Flags().StringVar(&f.kinds, "inputs", "both", "`kind` of figures: coded, measured or both")
	c.Flags().StringVar(&f.shard, "shard", "", "make one part of the fits: `K/N` is the K-th of N")
	c.Flags().BoolVar(&f.shipped, "shipped", false, "play nothing: tell the shipped tournament")
	c.Flags().BoolVar(&f.short, "short", false, wordsShort)
	c.Flags().StringSliceVar(&f.join, "join", nil, "`folders` of the other parts, to be told together")
	return c
}

func (f *tournamentFlags) play(c *cobra.Command) error {
	if err := f.check(); err != nil {
		return err
	}
	var kept *history.ShippedFits
	if f.shipped {
		for _, name := range []string{"runs", "seed", "trials", "inputs", "episodes", "rules", "shard", "join", "set", "theory"} {
			if c.Flags().Changed(name) {
				return usage("--shipped tells what was made, and leaves nothing to --%s", name)
			}
		}
		var err error
		if kept, err = shippedFits(); err != nil {
			return err
		}
		f.runs, f.seed, f.trials, f.episodes = kept.Runs, kept.Seed, kept.Trials, kept.Episodes
	}
	part, of, err := f.part()
	switch {
	case err != nil:
		return err
	case f.trials < 1:
		return usage("--trials is %d; it must be at least 1", f.trials)
	case of > 0 && f.out == "":
		return usage("--shard needs --out, a folder for its part")
	}
	for _, set := range f.set {
		if !strings.HasPrefix(set, "parameters.") {
			return usage("--set %s: in a tournament only constants (parameters.*) may be set, those that no fit turns", set)
		}
	}
	entrants, unknown := history.FindEntrants(f.rules)
	if unknown != "" {
		var names []string
		for _, e := range history.Entrants() {
			names = append(names, e.Name)
		}
		return usage("--rules: there is no %s%s; there are %s", unknown, scenarios.Suggest(unknown, names), strings.Join(names, ", "))
	}
	for _, set := range f.set {
		path, _, _ := strings.Cut(strings.TrimPrefix(set, "parameters."), "=")
		if k := slices.IndexFunc(entrants, func(e history.Entrant) bool { return slices.Contains(e.Weights, strings.TrimSpace(path)) }); k >= 0 {
			return usage("--set %s: the fits of %s turn that constant; only those that no fit turns may be set", set, entrants[k].Name)
		}
	}
	kinds := []string{inputsCoded, inputsMeasured}
	switch f.kinds {
	case "both":
	case inputsCoded, inputsMeasured:
		kinds = []string{f.kinds}
	default:
		return usage("--inputs is %s; it must be coded, measured or both", f.kinds)
	}
	asked := f.episodes
	if len(asked) == 0 {
		if asked, err = decided(); err != nil {
			return err
		}
	}
	episodes, coded, worlds, err := f.flags.episodes(c, asked)
	if err != nil {
		return err
	}
	for _, ep := range episodes {
		if ep.Open {
			return usage("--episodes: history has not decided %s yet", ep.ID)
		}
	}
	t := tournamentOn(episodes, coded, kinds...)
	t.Entrants, t.Trials, t.Runs, t.Seed, t.Workers, t.Part, t.Of, t.TellOnly = entrants, f.trials, f.runs, f.seed, f.workers, part, of, f.shipped
	if len(t.Worlds()) < 2 {
		return usage("--episodes: what shares a world is held out together, so that a tournament takes episodes of two worlds or more")
	}
	return f.hold(c, t, worlds, kept)
}

// tournamentOn is a tournament on some episodes, whose figures are coded, by kinds of input.
func tournamentOn(episodes []history.Episode, coded map[string]sim.Scenario, kinds ...string) *history.Tournament {
	t := &history.Tournament{Episodes: episodes, Scenarios: map[string]map[string]sim.Scenario{}, Inputs: kinds}
	for _, kind := range kinds {
		t.Scenarios[kind] = map[string]sim.Scenario{}
		for name, s := range coded {
			if kind == inputsMeasured {
				s = sim.Measured(s)
			}
			t.Scenarios[kind][name] = s
		}
	}
	return t
}

// decided are the episodes that history has decided: those with a number, and every shipped one that no constant was fitted to.
func decided() ([]string, error) {
	var ids []string
	for _, ep := range history.Episodes {
		if !ep.Open {
			ids = append(ids, ep.ID)
		}
	}
	return withUnseen(append(ids, unseen))
}

// shippedFits reads the shipped tournament.
func shippedFits() (*history.ShippedFits, error) {
	kept, err := history.ReadShippedFits(scenarios.Tournament)
	if err != nil {
		return nil, failure{exitCrash, fmt.Errorf("the shipped tournament: %w", err)}
	}
	return kept, nil
}

// readAs is a fingerprint of the scenarios that a tournament is fitted to, with all constants.
func readAs(worlds []world) string {
	h := sha256.New()
	for _, w := range worlds {
		io.WriteString(h, scenarios.TOML(w.Scenario))
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:8])
}

func (f *tournamentFlags) hold(c *cobra.Command, t *history.Tournament, worlds []world, kept *history.ShippedFits) error {
	q := f.question(c, f.command(), worlds...)
	q.ledger = fits
	if err := q.open(); err != nil {
		return err
	}
	known := joined{known: map[string]string{}}
	if kept != nil {
		var err error
		if known.known, err = kept.Known(); err != nil {
			return errors.Join(failure{exitRun, fmt.Errorf("the shipped tournament is of another version: %w; make it again by `%s`", err, kept.Made)}, q.leave())
		}
	}
	for _, folder := range f.join {
		if err := shelf.Recorded(folder, shelf.Question{Identity: q.identity(), Ledger: fits}, known.known); err != nil {
			return errors.Join(usage("--join: %w", err), q.leave())
		}
	}
	if q.shelf != nil {
		known.Ledger = q.shelf.Ledger()
	}
	t.Ledger = known
	t.Fitted = func(done, all int) { fmt.Fprintf(c.ErrOrStderr(), "fit %d of %d\n", done, all) }
	found, err := t.Run(q.ctx)
	if err != nil && !errors.Is(err, context.Canceled) {
		return q.fail(err)
	}
	if kept != nil {
		found.Made, found.Stale = kept.Made, kept.Read != readAs(worlds)
	} else {
		kept = found.Shipped(f.command(), readAs(worlds))
	}
	q.files = append(q.files, attached{"tournament.csv", "every fit with its constants and scores, to stand in for the shipped file", kept.Write})
	told := tables.Tournament(found)
	if f.short {
		told = tables.TournamentInShort(found)
	}
	return q.answer(found, told, plots.OfTournament(found))
}

// fits is the ledger of a tournament, which stays in the folder so that parts can be joined.
var fits = shelf.Kept{Name: "trials.csv", About: "one row per trial of a fit: how surprised it was by each scenario that it was played on; then the constants and scores of the fit",
	Columns: "fit,value"}

// joined remembers what other parts have noted, and notes for its own.
type joined struct {
	lab.Ledger // of this folder; nil if there is none
	known      map[string]string
}

func (j joined) Recall(key string) (string, bool) {
	if v, ok := j.known[key]; ok || j.Ledger == nil {
		return v, ok
	}
	return j.Ledger.Recall(key)
}

func (j joined) Note(key, value string) {
	if j.Ledger != nil {
		j.Ledger.Note(key, value)
	}
}

// part reads --shard.
func (f *tournamentFlags) part() (part, of int, err error) {
	if f.shard == "" {
		return 0, 0, nil
	}
	k, n, ok := strings.Cut(f.shard, "/")
	part, bad := strconv.Atoi(k)
	of, worse := strconv.Atoi(n)
	if !ok || bad != nil || worse != nil || part < 1 || part > of {
		return 0, 0, usage("--shard is %s; write K/N, as in 2/8, the second of eight parts", f.shard)
	}
	return part, of, nil
}

// command is the shortest command line that gives the same numbers. All parts have the same, so that one goes on with another.
func (f *tournamentFlags) command() string {
	if f.shipped {
		return "entente tournament --shipped"
	}
	line := f.flags.command("tournament") + fmt.Sprintf(" --trials %d --inputs %s", f.trials, f.kinds)
	if len(f.episodes) > 0 {
		line += " --episodes " + words.Shell(strings.Join(f.episodes, ","))
	}
	if len(f.rules) > 0 {
		line += " --rules " + words.Shell(strings.Join(f.rules, ","))
	}
	return line
}
