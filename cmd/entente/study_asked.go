package main

import (
	"github.com/spf13/cobra"

	"entente/scenarios"
	"entente/sim/lab"
)

// studyAsked is a question about a study under way.
type studyAsked struct {
	*asked
	study *lab.Study
	flags *studyFlags
	name  string // as it was asked for
}

// ask reads a study and opens the folder for an answer. can says what the question asks of the study; blank are the
// names of the answer's own tables and charts; more are flags of the verb.
func (f *studyFlags) ask(c *cobra.Command, verb, name, more string, can func(*lab.Study) error,
	blank func(lab.Plan) []string) (*studyAsked, error) {
	s, err := f.load(c, name)
	if err != nil {
		return nil, err
	}
	return f.askOf(c, s, f.command(verb, name)+more, name, can, blank)
}

// answered plays the share that was asked for, or all of the study and tells what that comes to.
func (q *studyAsked) answered(tell func(*lab.Played) error) error {
	if q.flags.sharded() {
		return q.playShare()
	}
	p, err := q.play()
	if err != nil {
		return err
	}
	return tell(p)
}

func (f *studyFlags) askOf(c *cobra.Command, s *scenarios.Study, command, name string, can func(*lab.Study) error,
	blank func(lab.Plan) []string) (*studyAsked, error) {
	st := studyOf(s)
	if can != nil {
		if err := can(st); err != nil {
			return nil, usage("%w", err)
		}
	}
	if err := f.shard.check(f.out, st.Blocks(), "block"); err != nil {
		return nil, err
	}
	if command += f.shard.flag(); f.sharded() {
		blank = func(lab.Plan) []string { return filesOf(&f.drawn, st.BlankShare(lab.Shard(f.shard)), nil) }
	}
	names := append(blank(st.Plan), "points.csv", "runs.csv", "failures.csv", "points.parquet", "runs.parquet")
	q := f.question(c, command, names, world{s.Asked, s.Scenario})
	if s.File != "" {
		q.files = append(q.files, attached{"study.toml", "the study as it was read", plain(s.File)})
	}
	a := &studyAsked{asked: q, study: st, flags: f, name: name}
	return a, q.open()
}
