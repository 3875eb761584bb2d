package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strconv"
	"time"

	"entente/cmd/entente/shelf"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

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
	of := st.Scenario.Name
	if st.Study != "" {
		of = st.Study + " of " + of
	}
	columns := "point,run,failed"
	for _, o := range st.Outputs {
		columns += "," + o.ID
	}
	return shelf.StudyMark{
		Version: sim.Version, Seed: strconv.FormatUint(st.Seed, 10), Posterior: posterior, Read: fmt.Sprintf("%x", h.Sum(nil)[:8]),
		Study:  fmt.Sprintf("%s, %s, %s each", of, words.Laid(&st.Plan), words.Count(st.Each, "run")),
		Blocks: st.Blocks(), Columns: columns,
	}
}

// ready opens the blocks of the study, with what an earlier command left there, before so many runs are played.
func (a *studyAsked) ready(runs int) (lab.Blocks, lab.Options, error) {
	var blocks lab.Blocks = &lab.Memory{}
	known := 0
	if a.shelf != nil {
		b, err := a.shelf.Blocks(a.mark())
		if err == nil {
			err = a.join(b)
		}
		if err != nil {
			return nil, lab.Options{}, errors.Join(usage("--out: %w", err), a.leave())
		}
		blocks, a.resumes = b, true
		if n, all := b.There(), a.study.Blocks(); n > 0 && a.flags.shares == nil {
			rest := "; the rest is played"
			if n >= all {
				n, rest = all, ""
			}
			known = min(n*a.study.BlockPoints()*a.study.Each, runs)
			fmt.Fprintf(a.c.ErrOrStderr(), "%s of %s of this study are in %s%s.\n", words.Thousands(n), words.Count(all, "block"), a.show.out, rest)
		}
	}
	toPlay(a.c, words.Count(runs-known, "run"), a.study.Seed, a.flags.workers)
	o := lab.Options{Workers: a.flags.workers}
	o.Done, a.clear = progress(a.c.ErrOrStderr(), runs)
	if o.Done == nil {
		o.Done = plainProgress(a.c.ErrOrStderr(), known, runs, time.Now)
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

// playShare plays a share of a study and tells of it.
func (a *studyAsked) playShare() error {
	of := lab.Shard(a.flags.shard)
	blocks, o, err := a.ready(a.study.Runs(of.Numbers(a.study.Blocks())))
	if err != nil {
		return err
	}
	found, err := a.study.PlayShare(a.ctx, blocks, of, a.flags.mostFailures, o)
	if err := a.lost(err); err != nil {
		return err
	}
	return a.asked.answer(found, tables.Share(found), nil)
}
