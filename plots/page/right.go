package page

import (
	"context"

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
	Says   string      `json:"says"`  // in short
	About  string      `json:"about"` // with the date
	Chance stats.Share `json:"chance"`
	Truth  bool        `json:"truth"`
}

// hold holds the model to history.
func (st *Story) hold(ctx context.Context, scenario func(string) sim.Scenario, opts lab.Options, played func(*lab.Head) error) error {
	var episodes []history.Episode
	on := map[string]sim.Scenario{}
	for _, id := range []string{"V1", "V2", "V4", "V6"} {
		ep, ok := history.FindEpisode(id)
		if !ok {
			panic("page: no episode " + id)
		}
		episodes, on[ep.Scenario] = append(episodes, ep), scenario(ep.Scenario)
	}
	h := history.AskHindcast(ctx, episodes, on, opts)
	for _, v := range h.Verdicts {
		ep := Episode{ID: v.ID, Title: v.Title}
		for _, c := range v.Claims {
			ep.Claims = append(ep.Claims, Claim{c.Who, c.Who + " " + c.Does + " " + c.What, c.About, c.Chance, c.Truth})
		}
		st.Right = append(st.Right, ep)
	}
	return played(h.Top())
}
