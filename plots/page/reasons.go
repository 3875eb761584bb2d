package page

import (
	"context"
	"fmt"
	"slices"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Reasons is what each of the five reasons of the first bet is worth: what it carries of Europe's pact, and what the chance of an
// Asian one would be if that reason alone were as good as the model knows.
type Reasons struct {
	Europe  stats.Share   `json:"europe"`
	Without stats.Share   `json:"europe_without"` // any of the five
	Asia    stats.Share   `json:"asia"`
	Parts   []ReasonsPart `json:"parts"`
}

// ReasonsPart is one of them.
type ReasonsPart struct {
	ID     string           `json:"id"`
	Gives  stats.Difference `json:"gives"` // points that it gives Europe's chance
	Set    string           `json:"set"`   // what is set in Asia, as after --set
	Asia   stats.Share      `json:"asia"`
	Change stats.Difference `json:"change"`
}

// reasons are the five of the first bet: which mechanisms each stands for, and the lever that makes it as good for an Asian pact as the
// levers reach.
var reasons = []struct {
	id         string
	mechanisms []string
	terms      []sim.Term // that weigh nothing without it
	lever      string
	at         float64
}{
	{"threat", []string{"shocks", "alarm"}, []sim.Term{sim.Security}, "levers.all.threat", 5},
	{"trade", []string{"trade"}, nil, "levers.all.trade", 0},
	{"ties", []string{"prior-ties"}, nil, "levers.all.ties", 2},
	{"quarrels", []string{"friction"}, nil, "levers.all.friction", 0},
	{"governments", []string{"stances", "sponsorship"}, nil, "levers.all.stance", 1},
}

// weigh asks what each reason carries in Europe, and what it could give Asia.
func (st *Story) weigh(ctx context.Context, scenario func(string) sim.Scenario, opts lab.Options, played func(*lab.Head) error) error {
	var parts []lab.Mechanism
	s := scenario(asia)
	worlds := []lab.Named{{Name: "as it is", Scenario: s}}
	for _, r := range reasons {
		parts = append(parts, lab.Mechanism{ID: r.id, Remove: func(s sim.Scenario) sim.Scenario {
			for _, m := range lab.Mechanisms {
				if slices.Contains(r.mechanisms, m.ID) {
					s = m.Remove(s)
				}
			}
			s.Parameters = s.Parameters.Without(s.Theory, r.terms...)
			return s
		}})
		f, _ := sim.FigureAt(r.lever)
		changed := s
		f.Set(&changed, r.at)
		worlds = append(worlds, lab.Named{Name: r.id, Scenario: changed})
	}
	why := lab.AskWhy(ctx, scenario(europe), parts, 0, opts)
	if err := played(why.Top()); err != nil {
		return err
	}
	c := lab.Compare(ctx, worlds, opts)
	if err := played(c.Top()); err != nil {
		return err
	}
	st.Reasons = Reasons{Europe: why.AsIs, Without: why.Removed, Asia: c.Worlds[0].InForce}
	for k, m := range why.Mechanisms {
		st.Reasons.Parts = append(st.Reasons.Parts, ReasonsPart{
			ID: m.ID, Gives: turned(m.Carries), Set: fmt.Sprintf("%s=%v", reasons[k].lever, reasons[k].at),
			Asia: c.Worlds[k+1].InForce, Change: c.Worlds[k+1].Change.InForce,
		})
	}
	return nil
}

// turned is a difference seen from the other side: what removal takes away is what a reason gives.
func turned(d stats.Difference) stats.Difference {
	d.Mean, d.Low, d.High = 0-d.Mean, 0-d.High, 0-d.Low
	if b := d.Constants; b != nil {
		d.Constants = &stats.Band{Low: 0 - b.High, High: 0 - b.Low}
	}
	return d
}
