package plots

import (
	"context"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"fmt"
	"os"
	"testing"
)

func TestZZReal(t *testing.T) {
	d := os.Getenv("REAL")
	if d == "" {
		t.Skip()
	}
	var vs []lab.Verdict
	for _, ep := range lab.Episodes {
		l, err := scenarios.Load(ep.Scenario, scenarios.Options{})
		if err != nil {
			fmt.Println(ep.ID, err)
			continue
		}
		e := lab.Play(context.Background(), sim.NewWorld(l.Scenario), lab.Options{Runs: 150, Seed: 1})
		vs = append(vs, e.Hindcast(ep))
	}
	for _, c := range Hindcasts(vs) {
		Save(context.Background(), d, "real-"+c.Name, c.Chart)
		checkChart(t, c.Name, c.Chart)
	}
}
