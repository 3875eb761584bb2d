package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/design"
)

// What the commands that play studies have in common.

// studyFlags are theirs.
type studyFlags struct {
	flags
	points       int
	mostFailures int
	shard        string
	share        lab.Shard // that shard says; none if it is nothing
}

// What help says of them.
const (
	wordsPoints   = "take so many points instead of those of the study: of morris trajectories, of saltelli rows; of a factorial, levels"
	wordsFailures = "stop once more runs than this have failed; until then a failed run is left out and told"

	wordsShard = "play `K/N`, the K-th of N shares, into the folder of --out alone; entente merge joins shares"

	wordsStudy = `A study is a TOML file: a scenario, factors with their ranges, a design, runs at each point, a seed,
and outputs. For a study write a
shipped name, one of %s, or the path of a file of your own; its form is in entente/scenarios, Study.

With --out each finished block of points is kept in the folder blocks: whoever is interrupted or killed asks again
with the same
command and goes on from there, and so do sweep, sensitivity and discover with one folder. The files that come out
are the same.`
)

// aboutStudies ends the help of a command.
func aboutStudies(long string) string {
	return long + "\n\n" + fmt.Sprintf(wordsStudy, words.Or(scenarios.StudyNames()))
}

func (f *studyFlags) register(c *cobra.Command) {
	f.flags.register(c, 0)
	c.Flags().Lookup("runs").Usage = "how many histories to play at each point; 0 as the study says"
	c.Flags().Lookup("seed").Usage = "the luck of points and runs; the study says it if not given"
	c.Flags().Lookup("seed").DefValue = ""
	c.Flags().IntVar(&f.points, "points", 0, wordsPoints)
	c.Flags().StringVar(&f.shard, "shard", "", wordsShard)
	c.Flags().IntVar(&f.mostFailures, "max-failures", 100, wordsFailures)
	f.asOfFlag(c)
}

// oneStudy asks for exactly one study.
func oneStudy(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("entente %s takes one study, a shipped name or a path: there are %s", c.Name(), words.And(scenarios.StudyNames()))
	}
	return nil
}

// load reads a study as it is asked for.
func (f *studyFlags) load(c *cobra.Command, name string) (*scenarios.Study, error) {
	switch {
	case f.points < 0:
		return nil, usage("--points is %d; it must be at least 1, or 0 for those of the study", f.points)
	case f.runs < 0:
		return nil, usage("--runs is %d; it must be at least 1, or 0 for those of the study", f.runs)
	case f.mostFailures < 0:
		return nil, usage("--max-failures is %d; it must be at least 0", f.mostFailures)
	}
	if err := f.checkShard(c); err != nil {
		return nil, err
	}
	opts, err := f.options(c)
	if err != nil {
		return nil, err
	}
	s, err := scenarios.LoadStudy(name, opts)
	if err != nil {
		return nil, unread(c, err)
	}
	f.asAsked(c, s.Scenario)
	if f.points > 0 {
		if s.Kind == design.Factorial {
			s.Levels = f.points
		} else {
			s.Count = f.points
		}
	}
	if f.runs > 0 {
		s.Runs = f.runs
	}
	if c.Flags().Changed("seed") {
		s.Seed = f.seed
	}
	f.runs, f.seed = s.Runs, s.Seed
	f.points = s.Count
	if s.Kind == design.Factorial {
		f.points = s.Levels
	}
	return s, f.check()
}

// checkShard reads --shard.
func (f *studyFlags) checkShard(c *cobra.Command) error {
	if f.shard == "" {
		return nil
	}
	k, of, ok := strings.Cut(f.shard, "/")
	var err, err2 error
	f.share.K, err = strconv.Atoi(k)
	f.share.Of, err2 = strconv.Atoi(of)
	if !ok || err != nil || err2 != nil || f.share.K < 1 || f.share.K > f.share.Of {
		return usage("--shard is %s; write 2/4 for the second of four shares", f.shard)
	}
	if f.out == "" {
		return usage("--shard plays a share into a folder: say which with --out")
	}
	return nil
}

// layout is the design of a study.
func layout(s *scenarios.Study) *design.Design {
	k := len(s.Factors)
	switch s.Kind {
	case design.LatinHypercube:
		return design.NewLatinHypercube(k, s.Count, s.Seed)
	case design.Halton:
		return design.NewHalton(k, s.Count, s.Seed)
	case design.Sobol:
		return design.NewSobol(k, s.Count, s.Seed)
	case design.Morris:
		return design.NewMorris(k, s.Count, s.Levels, s.Seed)
	case design.Saltelli:
		return design.NewSaltelli(k, s.Count, s.Seed)
	}
	var levels [][]float64
	for _, f := range s.Factors {
		levels = append(levels, f.Values.Levels(s.Levels))
	}
	return design.NewFactorial(levels)
}

// studyOf is a study as the lab knows it.
func studyOf(s *scenarios.Study) *lab.Study {
	p := lab.Plan{Study: s.Name, Title: s.Title, Levels: s.Levels, Each: s.Runs}
	for _, f := range s.Factors {
		p.Factors = append(p.Factors, lab.Factor{ID: f.ID, Name: f.Name, Path: f.Figure.Path, Unit: f.Figure.Unit, Values: f.Values})
	}
	var by []sim.Date
	for _, o := range s.Outputs {
		p.Outputs = append(p.Outputs, lab.Output{ID: o.ID, Name: o.Name, Measure: lab.Measure(o.Measure), Clause: o.Clause, State: o.State})
		by = append(by, o.By)
	}
	return lab.NewStudy(p, s.Scenario.Scenario, layout(s), s.Seed, by)
}

// studyAsked is a question about a study under way.
type studyAsked struct {
	*asked
	study *lab.Study
	flags *studyFlags
	name  string // as it was asked for
}

// command is the shortest that gives the same answer.
func (f *studyFlags) command(verb, name string) string {
	return fmt.Sprintf("entente %s %s --points %d --runs %d --seed %d%s", verb, words.Shell(name), f.points, f.runs, f.seed, f.reading.flags())
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

func (f *studyFlags) askOf(c *cobra.Command, s *scenarios.Study, command, name string, can func(*lab.Study) error,
	blank func(lab.Plan) []string) (*studyAsked, error) {
	st := studyOf(s)
	if can != nil {
		if err := can(st); err != nil {
			return nil, usage("%w", err)
		}
	}
	names := append(blank(st.Plan), "points.csv", "runs.csv", "failures.csv", "dictionary.csv")
	q := f.question(c, command, names, world{s.Asked, s.Scenario})
	if s.File != "" {
		q.files = append(q.files, attached{"study.toml", "the study as it was read", plain(s.File)})
	}
	a := &studyAsked{asked: q, study: st, flags: f, name: name}
	return a, q.open()
}

// studyIdentity is what two questions must share to share their blocks.
func (a *studyAsked) studyIdentity() string {
	h := sha256.New()
	fmt.Fprintf(h, "%+v %d %d\n", a.study.Plan, a.study.Seed, a.study.BlockPoints())
	for _, f := range a.resolved(0) {
		f.write(h) // a hash takes everything
	}
	fmt.Fprintf(h, "%v %v", a.study.Scenario.Coded, a.study.Scenario.Recode)
	return fmt.Sprintf("entente %s, study %s of %s, %s, %s each, seed %d, read as %x", sim.Version, a.study.Study, a.study.Scenario.Name,
		words.Laid(&a.study.Plan),
		words.Count(a.study.Each, "run"), a.study.Seed, h.Sum(nil)[:8])
}

// play plays the study, from where an earlier command left off.
func (a *studyAsked) play() (*lab.Played, error) {
	var blocks lab.Blocks = &lab.Memory{}
	if a.shelf != nil {
		heads := "point,run,failed"
		for _, o := range a.study.Outputs {
			heads += "," + o.ID
		}
		b, err := a.shelf.Blocks(a.studyIdentity(), heads, a.study.Blocks())
		if err != nil {
			return nil, errors.Join(usage("--out: %w", err), a.leave())
		}
		blocks, a.resumes = b, true
		if n := b.There(); n > 0 {
			fmt.Fprintf(a.c.ErrOrStderr(), "%s of %s of this study are in %s; the rest is played.\n", words.Thousands(n),
				words.Count(a.study.Blocks(), "block"), a.show.out)
		}
	}
	if a.flags.share.Of > 0 {
		return nil, a.playShare(blocks)
	}
	p, err := a.study.Play(a.ctx, blocks, a.flags.mostFailures, a.progress(a.study.Points*a.study.Each))
	if err != nil && !errors.Is(err, lab.ErrFailures) {
		return nil, a.stopped(err)
	}
	return p, nil
}

// progress are the options of playing so many runs.
func (a *studyAsked) progress(runs int) lab.Options {
	o := lab.Options{Workers: a.flags.workers}
	o.Done, a.clear = progress(a.c.ErrOrStderr(), runs)
	if o.Done == nil {
		o.Done = plainProgress(a.c.ErrOrStderr(), runs)
	}
	return o
}

// stopped ends a study that could not go on.
func (a *studyAsked) stopped(err error) error {
	a.clear()
	return failure{exitRun, errors.Join(fmt.Errorf("the study was stopped, and what is finished is kept: %w", err), a.leave())}
}

// errShare is how a command ends that has played a share: there is no answer to tell yet.
var errShare = errors.New("a share is no answer")

// shared is how a command ends that did not come to an answer: well, if a share was all that was asked for.
func shared(err error) error {
	if errors.Is(err, errShare) {
		return nil
	}
	return err
}

// playShare plays the share that is asked for and says what to do with it.
func (a *studyAsked) playShare(blocks lab.Blocks) error {
	runs := a.flags.share.Runs(a.study)
	played, err := a.study.PlayShard(a.ctx, a.flags.share, blocks, a.flags.mostFailures, a.progress(runs))
	if err != nil {
		return a.stopped(err)
	}
	a.clear()
	if err := a.leave(); err != nil {
		return failure{exitRun, err}
	}
	if played < runs {
		return failure{exitInterrupted, fmt.Errorf("interrupted after %s of %s runs of this share; the same command goes on from there",
			words.Thousands(played), words.Thousands(runs))}
	}
	_, err = fmt.Fprintf(a.c.OutOrStdout(), "Share %d of %d, %s of %s, is whole in %s.\n", a.flags.share.K, a.flags.share.Of,
		words.Count(runs, "run"), words.Thousands(a.study.Points*a.study.Each), a.show.out)
	if err != nil {
		return failure{exitRun, err}
	}
	return errShare
}

// plainEvery is how often a line tells how far a study is where nobody looks at a terminal.
const plainEvery = 30 * time.Second

// plainProgress tells how far it is, a line at a time; what is done within the first half minute needs no word.
func plainProgress(out io.Writer, total int) func(int) {
	began := time.Now()
	next := make(chan time.Time, 1)
	next <- began.Add(plainEvery)
	return func(count int) {
		select {
		case at := <-next:
			now := time.Now()
			if now.Before(at) {
				next <- at
				return
			}
			rate := float64(count) / now.Sub(began).Seconds()
			left := time.Duration(float64(total-count) / rate * float64(time.Second)).Round(time.Second)
			fmt.Fprintf(out, "%s of %s runs, %.0f a second, about %s left\n", words.Thousands(count), words.Thousands(total), rate, left)
			next <- now.Add(plainEvery)
		default: // another tells already
		}
	}
}

// answer keeps what was found with the tables of the study.
func (a *studyAsked) answer(p *lab.Played, found lab.Answer, told *tables.Page, charts []plots.Named) error {
	replay := func(point int) string {
		return fmt.Sprintf("%s --point %d", a.flags.command("sweep", a.name), point)
	}
	return a.asked.answer(studied{found, p.Kept(replay)}, told, charts)
}

// studied is an answer with the tables of the study that it is about.
type studied struct {
	lab.Answer
	kept []lab.Table
}

// Tables are those of the answer, then those of the study.
func (s studied) Tables() []lab.Table { return append(s.Answer.Tables(), s.kept...) }

// MarshalJSON leaves the tables out.
func (s studied) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	err := shelf.WriteJSON(&b, s.Answer)
	return b.Bytes(), err
}
