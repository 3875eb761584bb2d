package history

import (
	"context"
	"io"
	"strconv"
	"strings"

	"entente/sim"
	"entente/sim/lab"
)

// Hindcast is what became of some episodes of history in the model. Its head says what the scenarios
// share, and counts the runs of all.
type Hindcast struct {
	lab.Head
	Verdicts []Verdict `json:"verdicts"` // an episode each
	Record   Tally     `json:"record"`   // of all of them together

	// By which constants each scenario was played, if by such as had seen nothing of it.
	Unseen []Unseen `json:"outside,omitempty"`
}

// Tables are the hindcast as tidy CSV.
func (h *Hindcast) Tables() []lab.Table {
	all := []lab.Table{
		{Name: "claims.csv", About: "one row per episode and claim: how often it came true in the runs, and whether it did in history",
			Write: h.writeClaims},
		{Name: "scores.csv", About: "one row per episode and rule: the model's scores beside those of simple rules", Write: h.writeScores},
		{Name: "reliability.csv", About: "one row per tenth of the range of chances: what was foretold and what came true",
			Write: h.writeReliability},
	}
	if len(h.Unseen) > 0 {
		all = append(all, lab.Table{Name: "constants.csv", About: "one row per scenario and constant: what it was played with, by a fit " +
			"that had seen nothing of it", Write: h.writeOutside})
	}
	return all
}

func (h *Hindcast) writeOutside(out io.Writer) error {
	return lab.Rows(out, []string{"scenario", "held_out", "constant", "value"}, func(row func(...string)) {
		for _, o := range h.Unseen {
			for k, name := range o.Constants {
				row(o.Scenario, strings.Join(o.HeldOut, " "), "parameters."+name, exactly(o.Values[k]))
			}
		}
	})
}

func (h *Hindcast) writeClaims(out io.Writer) error {
	header := append([]string{"episode", "claim", "clause", "state", "by", "runs", "chance", "low95", "high95", "truth", "scored"}, lab.BandHeads("")...)
	return lab.Rows(out, header, func(row func(...string)) {
		for _, v := range h.Verdicts {
			claim := func(c Claim, scored bool) {
				truth := lab.YesNo(c.Truth)
				if v.Open {
					truth = ""
				}
				cells := []string{v.ID, c.About, c.Clause, c.State, c.By, strconv.Itoa(c.Chance.Runs), lab.Digits(c.Chance.Mean),
					lab.Digits(c.Chance.Low), lab.Digits(c.Chance.High), truth, lab.YesNo(scored)}
				row(append(cells, lab.BandCells(c.Chance.Constants, c.Chance.Coding)...)...)
			}
			for _, c := range v.Claims {
				claim(c, !v.Open)
			}
			for _, a := range v.Aside {
				claim(a.Claim, false)
			}
		}
	})
}

func (h *Hindcast) writeScores(out io.Writer) error {
	return lab.Rows(out, []string{"episode", "rule", "brier", "log_score", "accuracy"}, func(row func(...string)) {
		for _, v := range h.Verdicts {
			if v.Open {
				continue
			}
			for _, s := range v.Scores {
				row(v.ID, s.Rule, lab.Digits(s.Brier), lab.Digits(s.Log), lab.Digits(s.Accuracy))
			}
		}
	})
}

func (h *Hindcast) writeReliability(out io.Writer) error {
	heads := []string{"from", "to", "claims", "episodes", "mean_chance", "came_true", "low95", "high95", "if_chances_hold_low95",
		"if_chances_hold_high95"}
	return lab.Rows(out, heads, func(row func(...string)) {
		for _, b := range h.Record.Parts.Bins {
			low, high := "", ""
			if c := b.Trust.Came; c != nil {
				low, high = lab.Digits(c.Low), lab.Digits(c.High)
			}
			row(lab.Digits(b.Low), lab.Digits(b.High), strconv.Itoa(b.Forecasts), strconv.Itoa(b.Trust.Units), lab.Digits(b.Mean),
				lab.Digits(b.Happened), low, high, lab.Digits(b.Trust.Consistent.Low), lab.Digits(b.Trust.Consistent.High))
		}
	})
}

// AskHindcast plays the scenario of each episode and judges by it. If ctx is cancelled, what it returns rests on the first runs
// that were played of every scenario. Done counts the runs of all.
func AskHindcast(ctx context.Context, episodes []Episode, scenarios map[string]sim.Scenario, opts lab.Options) *Hindcast {
	cells, place := cellsOf(episodes, func(name string) sim.Scenario { return scenarios[name] })
	p := lab.PlayCells(ctx, cells, opts)
	h := &Hindcast{Head: lab.NewHead("hindcast", "of each scenario", cells[0].World, opts), Verdicts: []Verdict{}}
	p.Fill(&h.Head)
	for _, c := range cells {
		h.OfAll(c.World)
	}
	for _, ep := range episodes {
		if ends := endingsOf(p, place[ep.Scenario]); len(ends.runs) > 0 {
			v := ends.judge(ep, opts.Seed)
			ends.doubt(ep, &v)
			h.Verdicts = append(h.Verdicts, v)
		}
	}
	h.Record = tallyOf(h.Verdicts, opts.Seed)
	return h
}

// cellsOf are the scenarios that episodes are played on, each once, and which of them each is, by name.
func cellsOf(episodes []Episode, scenario func(name string) sim.Scenario) (cells []lab.Cell, place map[string]int) {
	place = map[string]int{}
	for _, ep := range episodes {
		if _, ok := place[ep.Scenario]; !ok {
			place[ep.Scenario] = len(cells)
			cells = append(cells, lab.Cell{Name: ep.Scenario, World: sim.NewWorld(scenario(ep.Scenario)), Whole: true})
		}
	}
	return cells, place
}
