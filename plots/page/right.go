package page

import (
	"context"
	"slices"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Episode is what the model says of a piece of history, and what was.
type Episode struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Claims []Claim `json:"claims"`
}

// Claim is one of its claims.
type Claim struct {
	Who    string      `json:"who"`
	Says   string      `json:"says"` // in short
	By     string      `json:"by"`   // at the end of which it is looked at
	Chance stats.Share `json:"chance"`
	Truth  bool        `json:"truth"`
}

// Record is how the model does on one episode that history has decided.
type Record struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	Scenario string  `json:"scenario"`
	Targets  bool    `json:"targets"` // it has some
	Pass     bool    `json:"pass"`    // all of them are met
	Fitted   bool    `json:"fitted"`  // the constants were fitted to it
	Brier    float64 `json:"brier"`   // mean squared error, 0 best
	Rule     string  `json:"rule"`    // the best of the simple rules
	Beside   float64 `json:"beside"`  // and its score
}

// recordRuns is how many runs stand behind the record. Judgement: enough to tell a verdict from luck, few enough to wait for.
const recordRuns = 100

// hold holds the model to history.
func (st *Story) hold(ctx context.Context, shipped []sim.Scenario, opts lab.Options, played func(*lab.Head) error) error {
	on := map[string]sim.Scenario{}
	for _, s := range shipped {
		on[s.Name] = s
	}
	brief := opts
	brief.Runs = min(recordRuns, opts.Runs)
	all := history.AskHindcast(ctx, history.Decided(shipped), on, brief)
	if err := played(all.Top()); err != nil {
		return err
	}
	st.RecordRuns = brief.Runs
	for _, v := range all.Verdicts {
		best := v.Scores[1] // after the model come the rules to beat
		for _, s := range v.Scores[2:] {
			if s.Brier < best.Brier {
				best = s
			}
		}
		targets := slices.ContainsFunc(v.Figures, func(y history.Yardstick) bool { return y.Target != nil })
		st.Record = append(st.Record, Record{v.ID, v.Title, v.Scenario, targets, v.Pass, v.Fitted, v.Scores[0].Brier, best.Rule, best.Brier})
	}
	var episodes []history.Episode
	for _, id := range []string{"V1", "V2", "V4", "V6"} {
		ep, ok := history.FindEpisode(id)
		if !ok {
			panic("page: no episode " + id)
		}
		episodes = append(episodes, ep)
	}
	h := history.AskHindcast(ctx, episodes, on, opts)
	for _, v := range h.Verdicts {
		ep := Episode{ID: v.ID, Title: v.Title}
		for _, c := range v.Claims {
			ep.Claims = append(ep.Claims, Claim{c.Who, c.Who + " " + c.Does + " " + c.What, c.By, c.Chance, c.Truth})
		}
		st.Right = append(st.Right, ep)
	}
	return played(h.Top())
}
