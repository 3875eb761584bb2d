package lab

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/design"
)

// aStudy moves reluctance, which decides, and diversion, which does next to nothing, on a short scenario; both are
// constants.
func aStudy(t *testing.T, layout *design.Design, each int) *Study {
	t.Helper()
	s := brief(ablated(t, "pacific-2025"))
	uniform := func(low, high float64) design.Marginal {
		return design.Marginal{Shape: design.Uniform, Low: low, High: high}
	}
	p := Plan{Study: "made-up", Title: "A made-up study", Each: each, Levels: layout.Levels,
		Factors: []Factor{{"reluctance", "reluctance", "parameters.decision.reluctance", "logits", uniform(-4, 6)},
			{"diversion", "lost trade sold elsewhere", "parameters.trade.diversion", "share", uniform(0.5, 1)}},
		Outputs: []Output{{ID: "in-force", Measure: IsInForce, Clause: s.Headline}, {ID: "members", Measure: Members, Clause: s.Headline},
			{ID: "japan", Measure: Signs, Clause: s.Headline, State: "JPN"}, {ID: "soon", Measure: IsInForce, Clause: s.Headline}},
	}
	return NewStudy(p, s, layout, 5, []sim.Date{0, 0, 0, s.Start})
}

// tables are all that is kept of a study, as one text.
func tables(t *testing.T, p *Played, more ...Answer) string {
	t.Helper()
	var b bytes.Buffer
	all := p.Kept(func(int) string { return "again" })
	for _, a := range more {
		all = append(all, a.Tables()...)
		b.WriteString(text(t, a))
	}
	for _, table := range all {
		b.WriteString(table.Name + "\n")
		if err := table.Write(&b); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func studied(t *testing.T, st *Study, blocks Blocks, opts Options) *Played {
	t.Helper()
	p, err := st.Play(t.Context(), blocks, 0, opts)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The constants that a study moves are those of its points, whatever history leaves open of them; the others are drawn,
// run by run, and each run tells by which set.
func TestAStudyHoldsWhatItMoves(t *testing.T) {
	layout := design.NewLatinHypercube(2, 210, 5)
	l, err := scenarios.Load("pacific-2025", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := brief(l.Scenario)
	of := aStudy(t, layout, 1)
	st := NewStudy(of.Plan, s, layout, 5, make([]sim.Date, 4))
	if s.Draws == nil || !slices.Contains(s.Draws.Constants, "parameters.decision.reluctance") {
		t.Fatalf("history leaves reluctance open, and the draws are %v", s.Draws)
	}
	if slices.Contains(st.Scenario.Draws.Constants, "parameters.decision.reluctance") ||
		len(st.Scenario.Draws.Constants) != len(s.Draws.Constants)-1 {
		t.Errorf("reluctance is moved, and drawn are %v", st.Scenario.Draws.Constants)
	}
	w := st.world(7)
	for _, run := range []uint64{0, 1, 205} {
		r := sim.NewRun(w)
		r.Start(5, run)
		if got, want := r.World().Parameters.Decision.Reluctance, st.Values(7)[0]; got != want {
			t.Errorf("at point 7 run %d has a reluctance of %v, want %v", run, got, want)
		}
	}
	p := studied(t, st, &Memory{}, Options{})
	if h := p.Sweep().Head; !slices.Contains(h.HeldFast, "parameters.decision.reluctance") || h.Draws != len(s.Draws.Sets) {
		t.Errorf("the head says that %v are held, of %d draws", h.HeldFast, h.Draws)
	}
	if rows := tables(t, p); !strings.Contains(rows, "\nlatin-hypercube,203,5,203,3,0,") {
		t.Error("run 203 of 200 sets plays the fourth, and its row does not say so")
	}
}
