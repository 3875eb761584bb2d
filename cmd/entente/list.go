package main

import (
	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsList = "List the shipped scenarios and studies"

	wordsListExample = `  entente list
  entente list --json`
)

func init() { verbs = append(verbs, listCommand) }

func listCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:     "list",
		Short:   wordsList,
		Example: wordsListExample,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			all, err := scenarios.List()
			if err != nil {
				return failure{exitScenario, err}
			}
			q, err := f.ask(c, "entente list", filesOf(&f.drawn, &lab.Catalogue{}, nil))
			if err != nil {
				return err
			}
			studies, err := shippedStudies()
			if err != nil {
				return q.fail(err)
			}
			found := lab.NewCatalogue(all, studies)
			return q.answer(found, tables.Catalogue(found), nil)
		},
	}
	f.showing.register(c)
	return c
}

// shippedStudies are the shipped studies, as a list tells them.
func shippedStudies() ([]lab.StudyEntry, error) {
	var all []lab.StudyEntry
	for _, name := range scenarios.StudyNames() {
		s, err := scenarios.LoadStudy(name, scenarios.Options{})
		if err != nil {
			return nil, err
		}
		all = append(all, lab.StudyEntry{Name: s.Name, Title: s.Title, Scenario: s.Scenario.Scenario.Name, Design: string(s.Kind), Factors: len(s.Factors)})
	}
	return all, nil
}
