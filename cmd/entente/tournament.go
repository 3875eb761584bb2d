package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsTournament = "Which rule foretells what it was not fitted to?"

	wordsTournamentLong = `Fits each rule to all episodes of history but some, and scores it on those: the episodes of one scenario and of what
is built on it, then those of one leading power. Enter the article's rule, the same without each of its pieces and drivers, the
same with each term that was left out of it, and each rival theory, alone and on a common base of danger, trade, stance and
reluctance; on figures as they are coded, and on their measured twins. A theory of your own enters by its line in sim/parameters.go.

Beside them stand rules that have no constants. More constants fit what they are shown, always; here that helps only as far as it
holds elsewhere. Each fit tries --trials points by CMA-ES, all with the same luck, and leaves hopeless ones early.

Such a tournament takes hours. The shipped one is told with --shipped, and kept in scenarios/tournament.csv, every fit with its constants and its scores; --out writes the same file.

With --out it goes on where it stopped. Interrupted, it tells of the fits that are made. Large ones can be made in shares, on
several machines, and then be joined.`

	wordsTournamentExample = `  entente tournament --shipped
  entente tournament --out a --shard 1/2
  entente tournament --out b --shard 2/2
  entente tournament --out c --join a,b`
)

func init() { verbs = append(verbs, tournamentCommand) }

// tournamentFlags add who enters, on what, and how long is searched.
type tournamentFlags struct {
	flags
	episodes, rules, join []string
	kinds                 string
	shard                 shareFlag
	trials                int
	shipped, short        bool
}

func tournamentCommand() *cobra.Command {
	var f tournamentFlags
	c := &cobra.Command{
		Use:     "tournament",
		Short:   wordsTournament,
		Long:    wordsTournamentLong,
		Example: wordsTournamentExample,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			kept, err := f.kept()
			if err != nil {
				return err
			}
			t, worlds, err := f.tournament(c)
			if err != nil {
				return err
			}
			return f.hold(c, t, worlds, kept)
		},
	}
	f.register(c, 30)
	f.theories = true
	mustHold(c, func(wrong *complaints) { f.check(c, wrong) })
	c.Flags().StringSliceVar(&f.episodes, "episodes", nil, wordsEpisodesFlag)
	c.Flags().StringSliceVar(&f.rules, "rules", nil, "`which` rules enter, as in article,without-trade,base+prospect-theory; all "+
		"if not given")
	c.Flags().IntVar(&f.trials, "trials", 300, "points that each fit tries")
	c.Flags().StringVar(&f.kinds, "inputs", "both", "`kind` of figures: coded, measured or both")
	f.shard.registerAs(c, wordsJoined)
	c.Flags().BoolVar(&f.shipped, "shipped", false, "play nothing: tell the shipped tournament")
	c.Flags().BoolVar(&f.short, "short", false, wordsShort)
	joinFlag(c, &f.join)
	return c
}

// hold plays a tournament, or tells the one that is kept.
func (f *tournamentFlags) hold(c *cobra.Command, t *history.Tournament, worlds []world, kept *history.ShippedFits) error {
	q := f.question(c, f.command(), append(filesOf(&f.drawn, &history.Standings{}, plots.OfTournament), tournamentFile), worlds...)
	q.ledger = fits
	if err := q.open(); err != nil {
		return err
	}
	made, err := f.made(q, kept)
	if err != nil {
		return errors.Join(err, q.leave())
	}
	t.Ledger = made
	toPlay(c, words.Count(f.runs, "run")+" a trial", f.seed, f.workers)
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
	q.files = append(q.files, attached{tournamentFile, "every fit with its constants and scores, to stand in for the shipped file",
		kept.Write})
	told := tables.Tournament(found)
	if f.short {
		told = tables.TournamentInShort(found)
	}
	return q.answer(found, told, plots.OfTournament(found))
}

// command is the shortest command line that gives the same numbers.
func (f *tournamentFlags) command() string {
	if f.shipped {
		return "entente tournament --shipped"
	}
	line := f.flags.command("tournament") + fmt.Sprintf(" --trials %d --inputs %s", f.trials, f.kinds)
	line += episodesFlag(f.episodes)
	if len(f.rules) > 0 {
		line += " --rules " + words.Shell(strings.Join(f.rules, ","))
	}
	return line + f.shard.flag()
}
