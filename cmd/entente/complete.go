package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/page/class"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// What a shell proposes while a command is typed: names of scenarios, states, clauses, theories and paths of figures, those of
// the scenario that stands on the line already. A file of one's own is proposed by the shell itself, where no name begins as
// what was typed.

// proposal is what a word that is being typed may become.
type proposal = func(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective)

// completes teaches a command, and all below it, what to propose.
func completes(c *cobra.Command) {
	if c.ValidArgsFunction == nil && c.HasParent() {
		c.ValidArgsFunction = argumentsOf(c)
	}
	for name, propose := range flagProposals {
		if c.Flags().Lookup(name) != nil {
			if err := c.RegisterFlagCompletionFunc(name, propose); err != nil {
				panic("the flag --" + name + " is proposed for twice: " + err.Error())
			}
		}
	}
	for _, below := range c.Commands() {
		if below.Name() != "completion" && below.Name() != "help" { // the library's own
			completes(below)
		}
	}
}

// argumentsOf says what may stand behind a command, by the words of its first line of help.
func argumentsOf(c *cobra.Command) proposal {
	takes := func(word string) bool { return strings.Contains(c.Use, word) }
	oneOf := func(all func() []string, rest cobra.ShellCompDirective) proposal {
		return func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 && !takes("...") {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return beginning(without(all(), args), typed), rest
		}
	}
	switch {
	case takes("[PATH]"):
		scenario := oneOf(scenarios.Names, cobra.ShellCompDirectiveDefault)
		return func(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return step(pathsIn(args[0]), typed, "")
			}
			return scenario(c, args, typed)
		}
	case takes("SCENARIO"):
		return oneOf(scenarios.Names, cobra.ShellCompDirectiveDefault)
	case takes("EPISODE"):
		return oneOf(episodeIDs, cobra.ShellCompDirectiveDefault)
	case takes("STUDY"):
		return oneOf(scenarios.StudyNames, cobra.ShellCompDirectiveDefault)
	case takes("class"):
		return oneOf(classNames, cobra.ShellCompDirectiveNoFileComp)
	case takes("ANSWER"):
		return oneOf(schemaNames, cobra.ShellCompDirectiveNoFileComp)
	case takes("[CHART]"): // a name of a chart may come first; those of the folder are told once it is read
		return folders
	case takes("DIR..."), takes("DIR") && !takes("--"):
		return oneOf(none, cobra.ShellCompDirectiveFilterDirs)
	case takes(".csv"):
		return cobra.FixedCompletions([]string{"csv"}, cobra.ShellCompDirectiveFilterFileExt)
	case takes("FILE"):
		return oneOf(none, cobra.ShellCompDirectiveDefault)
	}
	return cobra.NoFileCompletions
}

// flagProposals are what may stand behind a flag, by its name.
var flagProposals = map[string]proposal{
	"set":     settings,
	"theory":  among(theoryNames),
	"inputs":  among(func() []string { return []string{inputsCoded, inputsMeasured} }),
	"coder":   among(func() []string { return []string{"1", "2"} }),
	"figure":  among(figureNames),
	"font":    among(plots.Fonts),
	"text":    among(func() []string { return []string{textReal, textOutlines} }),
	"format":  listOf(func() []string { return plots.FormatsAsked }),
	"without": listOf(func() []string { return history.ReportParts }),
	"state": inScenario(func(s *sim.Scenario) []string {
		return ids(s.States, func(state sim.State) string { return state.Name })
	}),
	"clause": inScenario(clauseIDs),
	"out":    folders,
	"data":   folders,
	"as-of":  cobra.NoFileCompletions,
	"at": inScenario(func(s *sim.Scenario) (ticks []string) {
		calendar := sim.NewWorld(*s).Calendar
		for t := range calendar.Ticks() {
			ticks = append(ticks, calendar.Label(t))
		}
		return ticks
	}),
	"runs":    cobra.NoFileCompletions,
	"seed":    cobra.NoFileCompletions,
	"workers": cobra.NoFileCompletions,
	"width":   cobra.NoFileCompletions,
	"mechanisms": listOf(func() []string {
		var ids []string
		for _, m := range lab.Mechanisms {
			ids = append(ids, m.ID)
		}
		return ids
	}),
	"episodes": listOf(episodeIDs),
}

// settings proposes paths of figures, and of the few texts that are often set what each may be.
func settings(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	texts := map[string]proposal{
		"theory": among(theoryNames), "headline": inScenario(clauseIDs), "tick": among(func() []string { return []string{"month", "quarter", "year"} }),
	}
	if path, value, ok := strings.Cut(typed, "="); ok && texts[path] != nil {
		proposed, after := texts[path](c, args, value)
		return prefixed(path+"=", proposed), after
	}
	used := slices.DeleteFunc(pathsIn(first(args)), func(path string) bool { // what no equation uses is refused
		f, _ := sim.FigureAt(path)
		return f.Idle != ""
	})
	return step(append(used, slices.Collect(maps.Keys(texts))...), typed, "=")
}

func clauseIDs(s *sim.Scenario) []string {
	return ids(s.Clauses, func(c sim.Clause) string { return c.Title })
}

func none() []string { return nil }

func classNames() (names []string) {
	for _, t := range class.Texts() {
		names = append(names, cobra.CompletionWithDesc(t.Name, t.About))
	}
	return names
}

func episodeIDs() (ids []string) {
	for _, e := range history.Episodes {
		ids = append(ids, e.ID)
	}
	return ids
}

func folders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// among proposes some words, read when they are asked for.
func among(all func() []string) proposal {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return beginning(all(), typed), cobra.ShellCompDirectiveNoFileComp
	}
}

// listOf proposes the next word of a list with commas.
func listOf(all func() []string) proposal {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		next := beginning(without(all(), strings.Split(before, ",")), typed[len(before):])
		return prefixed(before, next), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// inScenario proposes words of the scenario on the line; of all that are shipped while there is none.
func inScenario(of func(*sim.Scenario) []string) proposal {
	return func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		names := args[:min(1, len(args))]
		if len(names) == 0 {
			names = scenarios.Names()
		}
		var all []string
		for _, name := range names {
			if s := scenarioOn(name); s != nil {
				all = append(all, of(s)...)
			}
		}
		slices.Sort(all)
		all = slices.CompactFunc(all, func(a, b string) bool { return word(a) == word(b) })
		return beginning(all, typed), cobra.ShellCompDirectiveNoFileComp
	}
}

// word is a proposal without what it means.
func word(proposed string) string {
	word, _, _ := strings.Cut(proposed, "\t")
	return word
}

// step proposes paths key by key: those that begin as what was typed, up to their next dot. A path that is whole ends as is
// said, and is told with what it counts.
func step(paths []string, typed, end string) ([]string, cobra.ShellCompDirective) {
	var next []string
	for _, p := range paths {
		rest, ok := strings.CutPrefix(p, typed)
		if !ok {
			continue
		}
		word := p + end
		if dot := strings.Index(rest, "."); dot >= 0 {
			word = typed + rest[:dot+1]
		} else if f, ok := sim.FigureAt(p); ok {
			word = cobra.CompletionWithDesc(word, words.Plain(f.Unit+" "+f.Within()))
		}
		next = append(next, word)
	}
	slices.Sort(next)
	return slices.Compact(next), cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// scenarioOn reads the scenario on the line; nil if there is none that can be read, which is told once the command is given.
func scenarioOn(name string) *sim.Scenario {
	if name == "" || name == scenarios.Stdin {
		return nil
	}
	l, err := scenarios.Load(name, scenarios.Options{Best: true})
	if err != nil {
		return nil
	}
	return &l.Scenario
}

// pathsIn are the paths of the figures of the scenario on the line; none but those of constants and levers of all without one.
func pathsIn(name string) []string {
	s := scenarioOn(name)
	if s == nil {
		s = &sim.Scenario{}
	}
	return scenarios.FiguresIn(s)
}

func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

func beginning(all []string, typed string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(word string) bool { return !strings.HasPrefix(word, typed) })
}

func without(all, given []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(word string) bool { return slices.Contains(given, word) })
}

func prefixed(with string, all []string) []string {
	for k := range all {
		all[k] = with + all[k]
	}
	return all
}

func theoryNames() []string {
	var names []string
	for _, t := range sim.Theories() {
		names = append(names, t.Name)
	}
	return names
}

// ids are those of a table of the scenario, told with their names.
func ids[T any](table map[string]T, name func(T) string) []string {
	var all []string
	for id, row := range table {
		all = append(all, cobra.CompletionWithDesc(id, words.Plain(name(row))))
	}
	slices.Sort(all)
	return all
}
