package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsFigures = "Every figure that a scenario may hold: its path for --set, unit, range and source"

	wordsFiguresLong = `Without a scenario it lists the kinds of figure that there are. Of a scenario it lists each figure with the
number that it stands at and where that is from; a path behind it keeps to the figures below. The constants of the
theory are told by entente params.`

	wordsFiguresExample = `  entente figures
  entente figures pacific-2025 states.JPN
  entente figures pacific-2025 --json`
)

func init() { verbs = append(verbs, figuresCommand) }

func figuresCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:     "figures [SCENARIO [PATH]]",
		Short:   wordsFigures,
		Long:    wordsFiguresLong,
		Example: wordsFiguresExample,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				q, err := f.ask(c, "entente figures", filesOf(&f.drawn, &lab.Codebook{}, nil))
				if err != nil {
					return err
				}
				found := lab.KindsOfFigure()
				return q.answer(found, tables.Kinds(found), nil)
			}
			l, err := f.load(c, args[0])
			if err != nil {
				return err
			}
			paths, err := below(&l.Scenario, args[1:])
			if err != nil {
				return err
			}
			q, err := f.ask(c, "entente figures "+words.Shell(args...)+f.reading.flags(), filesOf(&f.drawn, &lab.Codebook{}, nil), world{args[0], l})
			if err != nil {
				return err
			}
			found := lab.FiguresOf(sim.NewWorld(l.Scenario), paths, l.Gives, sourceIn(l))
			return q.answer(found, tables.FiguresOf(found), nil)
		},
	}
	mustHoldOf(c, func(args []string, wrong *complaints) {
		switch {
		case len(args) > 2:
			wrong.add("entente figures takes a scenario and a path in it, and was given %s: see `entente figures --help`", words.And(args))
		case len(args) == 0 && f.reading.flags() != "":
			wrong.add("entente figures without a scenario has nothing to change with%s: name one", f.reading.flags())
		}
	})
	f.showing.register(c)
	f.setFlag(c)
	f.coderFlag(c)
	f.asOfFlag(c)
	return c
}

// below are the paths of the figures of a scenario, or of those at and below a path.
func below(s *sim.Scenario, within []string) ([]string, error) {
	all := scenarios.FiguresIn(s)
	if len(within) == 0 {
		return all, nil
	}
	path := within[0]
	paths := slices.DeleteFunc(slices.Clone(all), func(p string) bool { return p != path && !strings.HasPrefix(p, path+".") })
	if len(paths) == 0 {
		rows := all // and each row that they stand in
		for _, p := range all {
			for at := strings.LastIndex(p, "."); at > 0; at = strings.LastIndex(p[:at], ".") {
				rows = append(rows, p[:at])
			}
		}
		slices.Sort(rows)
		hint := ""
		if nearest := scenarios.Nearest(path, slices.Compact(rows)); nearest != "" {
			hint = "; did you mean " + nearest + "?"
		}
		return nil, usage("there is no figure at or below %s in %s%s", path, s.Name, hint)
	}
	return paths, nil
}
