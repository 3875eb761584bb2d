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
	shard        shareFlag
	shares       []*shelf.Blocks // that entente merge joins, instead of playing
}

// What help says of them.
const (
	wordsPoints   = "take so many points instead of those of the study: of morris trajectories, of saltelli rows; of a factorial, levels"
	wordsFailures = "stop once more runs than this have failed; until then a failed run is left out and told"

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
	case design.Factorial:
		var levels [][]float64
		for _, f := range s.Factors {
			levels = append(levels, f.Values.Levels(s.Levels))
		}
		return design.NewFactorial(levels)
	}
	panic("no design of the kind " + string(s.Kind))
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
	if err := f.checkShare(st); err != nil {
		return nil, err
	}
	if f.sharded() {
		command += " --shard " + f.shard.String()
		blank = func(lab.Plan) []string { return filesOf(st.BlankShare(lab.Shares(f.shard)), nil) }
	}
	names := append(blank(st.Plan), "points.csv", "runs.csv", "failures.csv", "dictionary.csv", "points.parquet", "runs.parquet")
	q := f.question(c, command, names, world{s.Asked, s.Scenario})
	if s.File != "" {
		q.files = append(q.files, attached{"study.toml", "the study as it was read", plain(s.File)})
	}
	a := &studyAsked{asked: q, study: st, flags: f, name: name}
	return a, q.open()
}

// mark is what two questions must share to share their blocks.
func (a *studyAsked) mark() shelf.StudyMark {
	st := a.study
	h := sha256.New()
	fmt.Fprintf(h, "%+v %d %d\n", st.Plan, st.Seed, st.BlockPoints())
	for _, f := range a.resolved(0) {
		f.write(h) // a hash takes everything
	}
	fmt.Fprintf(h, "%v %v", st.Scenario.Coded, st.Scenario.Recode)
	posterior := "none"
	if d := st.Scenario.Draws; d != nil {
		sum := sha256.Sum256(fmt.Appendf(nil, "%v", *d))
		posterior = fmt.Sprintf("%s of %s, %x", words.Count(len(d.Sets), "set"), words.Count(len(d.Constants), "constant"), sum[:8])
	}
	columns := "point,run,failed"
	for _, o := range st.Outputs {
		columns += "," + o.ID
	}
	return shelf.StudyMark{
		Version: sim.Version, Seed: strconv.FormatUint(st.Seed, 10), Posterior: posterior, Read: fmt.Sprintf("%x", h.Sum(nil)[:8]),
		Study:  fmt.Sprintf("%s of %s, %s, %s each", st.Study, st.Scenario.Name, words.Laid(&st.Plan), words.Count(st.Each, "run")),
		Blocks: st.Blocks(), Columns: columns,
	}
}

// ready opens the blocks of the study, with what an earlier command left there, before so many runs are played.
func (a *studyAsked) ready(runs int) (lab.Blocks, lab.Options, error) {
	var blocks lab.Blocks = &lab.Memory{}
	if a.shelf != nil {
		b, err := a.shelf.Blocks(a.mark())
		if err == nil {
			err = a.join(b)
		}
		if err != nil {
			return nil, lab.Options{}, errors.Join(usage("--out: %w", err), a.leave())
		}
		blocks, a.resumes = b, true
		if n := b.There(); n > 0 && a.flags.shares == nil {
			fmt.Fprintf(a.c.ErrOrStderr(), "%s of %s of this study are in %s; the rest is played.\n", words.Thousands(n),
				words.Count(a.study.Blocks(), "block"), a.show.out)
		}
	}
	o := lab.Options{Workers: a.flags.workers}
	o.Done, a.clear = progress(a.c.ErrOrStderr(), runs)
	if o.Done == nil {
		o.Done = plainProgress(a.c.ErrOrStderr(), runs)
	}
	return blocks, o, nil
}

// play plays the study, from where an earlier command left off.
func (a *studyAsked) play() (*lab.Played, error) {
	blocks, o, err := a.ready(a.study.Points * a.study.Each)
	if err != nil {
		return nil, err
	}
	p, err := a.study.Play(a.ctx, blocks, a.flags.mostFailures, o)
	return p, a.lost(err)
}

// lost is how a study ends whose blocks cannot be kept.
func (a *studyAsked) lost(err error) error {
	if err == nil || errors.Is(err, lab.ErrFailures) {
		return nil
	}
	a.clear()
	return failure{exitRun, errors.Join(fmt.Errorf("the study was stopped, and what is finished is kept: %w", err), a.leave())}
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
	kept := p.Kept(replay)
	for _, t := range kept {
		if name, _ := strings.CutSuffix(t.Name, ".csv"); name == "points" || name == "runs" {
			kept = append(kept, lab.Table{Name: name + ".parquet", About: t.Name + " in the form of Apache Parquet", Write: func(out io.Writer) error {
				return shelf.Parquet(out, name, sim.Version, t.Write, kindOf)
			}})
		}
	}
	return a.asked.answer(studied{found, kept}, told, charts)
}

// kindOf is what a column of the tables of a study holds; factors and outputs are numbers.
func kindOf(column string) shelf.Kind {
	switch column {
	case "design":
		return shelf.Text
	case "seed":
		return shelf.Unsigned
	case "draw":
		return shelf.Perhaps
	case "point", "row", "run", "runs", "failed":
		return shelf.Whole
	}
	return shelf.Number
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
