package main

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsStatus = "How far has a study come, and how are its jobs?"

	wordsStatusLong = `Says of the folder of a study how many of its blocks are there, how many are missing or spoilt,
and how many of its runs have failed; and of a study that was submitted to Slurm also how each task is, as far as
Slurm still knows.`

	wordsStatusExample = `  entente status results`
)

func init() { verbs = append(verbs, statusCommand) }

func statusCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:     "status DIR",
		Short:   wordsStatus,
		Long:    wordsStatusLong,
		Example: wordsStatusExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("entente status takes the folder of one study")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			found, err := standing("status", args[0])
			if err != nil {
				return failure{exitUsage, err}
			}
			q, err := f.ask(c, "entente status "+words.Shell(args[0]), filesOf(&f.drawn, found, nil))
			if err != nil {
				return err
			}
			return q.answer(found, tables.Standing(found), nil)
		},
	}
	f.showing.register(c)
	return c
}

// standing is how far the study in a folder has come.
func standing(question, folder string) (*lab.Progress, error) {
	jobs, err := readSubmitted(folder)
	one, missing := shelf.FindBlocks(folder)
	switch {
	case err == nil:
		return jobs.standing(question, folder)
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	case errors.Is(missing, fs.ErrNotExist):
		return nil, usage("%s holds no study: neither blocks nor jobs are there", folder)
	case missing != nil:
		return nil, missing
	}
	s := lab.NewStanding(question, one.Of.Study, folder)
	command, err := shelf.Command(folder)
	of := sharedOut(command)
	s.Blocks, s.Joined = of.Count(one.Of.Blocks), err == nil && of.Of == 1
	p, err := playedOf(folder, of, one.Of.Blocks)
	s.Add(p)
	s.Joined = s.Joined && s.Missing() == 0
	return s, err
}

// standing is how far a study that was submitted has come.
func (j submitted) standing(question, folder string) (*lab.Progress, error) {
	s := lab.NewStanding(question, j.Study, folder)
	s.Blocks, s.Again = j.Blocks, j.Command
	// Slurm is asked before the folder is looked at: what a job that has ended has left is there then.
	s.Jobs, s.Unknown = j.jobs()
	if s.Jobs == nil {
		s.Jobs = []lab.Job{}
	}
	for k := range j.Tasks {
		p, err := playedOf(shareFolder(folder, k+1), lab.Shard{K: k + 1, Of: j.Tasks}, j.Blocks)
		if err != nil {
			return nil, err
		}
		s.Add(p)
	}
	if whole, err := shelf.FindBlocks(folder); err == nil && whole.There() == j.Blocks {
		_, err := shelf.Command(folder)
		s.Joined = err == nil
	}
	return s, nil
}
