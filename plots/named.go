package plots

import (
	"io"
	"strings"
	"sync"

	"entente/sim/lab"
	"entente/sim/lab/history"
)

// Named is a chart with the name that its files bear. It is drawn once it is wanted.
type Named struct {
	Name  string
	Data  string // the table of the answer that has what is drawn
	build func(Figure) *Chart
	draw  func() *Chart
}

func named(name string, build func(Figure) *Chart) Named {
	return Named{Name: name, build: build}.For(Figure{})
}

// For is the chart laid out anew for a figure.
func (n Named) For(fig Figure) Named {
	n.draw = sync.OnceValue(func() *Chart { return fig.laid(n.build) })
	return n
}

// from says which table of the answer has what is drawn.
func (n Named) from(table string) Named {
	n.Data = table
	return n
}

// Bare is the picture alone, for a paper that sets title, caption and notes in type of its own.
func (n Named) Bare() Named {
	whole := n.draw
	n.draw = sync.OnceValue(func() *Chart {
		c := *whole()
		c.Retitle("")
		c.Bare()
		return &c
	})
	return n
}

// Chart is the chart itself.
func (n Named) Chart() *Chart { return n.draw() }

// Title is what the chart shows, in words.
func (n Named) Title() string { return n.Chart().heading() }

// Write writes the chart in one of Formats.
func (n Named) Write(w io.Writer, format string) error { return n.Chart().Write(w, format) }

// OfRun are the charts of an ensemble.
func OfRun(s *lab.Summary) []Named {
	return []Named{
		named("in-force", func(fig Figure) *Chart { return InForce(fig, s) }).from("in_force.csv"),
		named("signatures", func(fig Figure) *Chart { return Signatures(fig, s) }).from("paths.csv"),
		named("terms", func(fig Figure) *Chart { return Terms(fig, s) }).from("paths.csv"), named("web", func(fig Figure) *Chart { return Web(fig, s) }).from("web.csv"),
		named("growth", func(fig Figure) *Chart { return Growth(fig, s) }).from("growth.csv"),
		named("coalitions", func(fig Figure) *Chart { return Coalitions(fig, s) }).from("coalitions.csv"),
	}
}

// OfExplanation are the charts of a decision: how it is weighed, and the history that it is of.
func OfExplanation(x *lab.Explanation) []Named {
	return []Named{
		named("decision", func(fig Figure) *Chart { return Decision(fig, x) }).from("terms.csv"),
		named("score", func(fig Figure) *Chart { return Score(fig, x) }).from("score.csv"),
	}
}

// OfDrivers are the charts of the three drivers: all scenarios on one plane, then each over its years; none if nothing was played.
// Those of several scenarios bear their places.
func OfDrivers(d *lab.Drivers) []Named {
	if len(d.Worlds) == 0 {
		return nil
	}
	all := []Named{named("drivers", func(fig Figure) *Chart { return Drivers(fig, d) }).from("drivers.csv")}
	for k := range d.Worlds {
		name := "drivers-by-year"
		if len(d.Worlds) > 1 {
			name += "-" + lab.Letter(k)
		}
		all = append(all, named(name, func(fig Figure) *Chart { return DriverPaths(fig, &d.Worlds[k]) }).from("drivers.csv"))
	}
	return all
}

// OfAblation are the charts of an ablation.
func OfAblation(a *lab.Ablation) []Named {
	return []Named{named("ablation", func(fig Figure) *Chart { return Ablation(fig, a) }).from("ablation.csv")}
}

// OfDoubt are the charts of what a chance hangs on; none if nothing was played.
func OfDoubt(d *lab.Doubt) []Named {
	return []Named{named("doubt", func(fig Figure) *Chart { return Doubt(fig, d) }).from("doubt.csv")}
}

// OfWhy are the charts of a gap divided.
func OfWhy(w *lab.Why) []Named {
	return []Named{named("why", func(fig Figure) *Chart { return Why(fig, w) }).from("why.csv")}
}

// OfComparison are the charts of worlds side by side; none if nothing was played.
func OfComparison(c *lab.Comparison) []Named { return compared("", "compare.csv", c) }

// OfLibrary are the charts of a library, those of each shelf under the name of its base.
func OfLibrary(l *lab.Library) []Named {
	var all []Named
	for k := range l.Shelves {
		s := &l.Shelves[k]
		base := s.Base().Scenario
		all = append(all, compared(base+"-", base+".csv", s.Comparison)...)
	}
	return all
}

func compared(prefix, table string, c *lab.Comparison) []Named {
	if len(c.Worlds) == 0 {
		return nil
	}
	return []Named{
		named(prefix+"compare", func(fig Figure) *Chart { return Comparison(fig, c) }).from(table),
		named(prefix+"compare-states", func(fig Figure) *Chart { return ComparedStates(fig, c) }).from(table),
	}
}

// OfFlip are the charts of a search for what would change the answer.
func OfFlip(f *lab.Flip) []Named {
	return []Named{named("flip", func(fig Figure) *Chart { return Flip(fig, f) }).from("flip.csv")}
}

// OfPivots are the charts of who could carry a clause.
func OfPivots(p *lab.Pivots) []Named {
	return []Named{named("pivots", func(fig Figure) *Chart { return Pivots(fig, p) }).from("states.csv")}
}

// OfTheories are the charts of scenarios under each theory. Those of several scenarios bear their names.
func OfTheories(t *history.Theories) []Named {
	var all []Named
	for k := range t.Boards {
		b, prefix := &t.Boards[k], ""
		if len(t.Boards) > 1 {
			prefix = b.Scenario + "-"
		}
		all = append(all, named(prefix+"theories", func(fig Figure) *Chart { return Theories(fig, b) }).from(prefix+"theories.csv"))
	}
	return all
}

// OfHindcast are the charts of how the model fares on history: one of all episodes beside the rules to beat, what its
// chances are worth, one for each episode with what it asks, its claims and its dates, then all pacts on one axis.
func OfHindcast(h *history.Hindcast) []Named {
	all := []Named{named("hindcast", func(fig Figure) *Chart { return Hindcast(fig, h) }).from("scores.csv")}
	if h.Record.Episodes > 0 {
		all = append(all, named("reliability", func(fig Figure) *Chart { return Reliability(fig, h) }).from("reliability.csv"))
	}
	for _, v := range h.Verdicts {
		all = append(all, named("hindcast-"+strings.ToLower(v.ID), func(fig Figure) *Chart { return Episode(fig, h, v) }).from("claims.csv"))
	}
	if len(h.Verdicts) > 0 {
		all = append(all, named("theatres", func(fig Figure) *Chart { return Theatres(fig, h) }).from("claims.csv"))
	}
	return all
}

// OfTournament are the charts of a tournament.
func OfTournament(s *history.Standings) []Named {
	return []Named{named("tournament", func(fig Figure) *Chart { return Tournament(fig, s) }).from("standings.csv")}
}

// OfCalibrated are the charts of a calibration.
func OfCalibrated(c *history.Calibrated) []Named {
	return []Named{
		named("posterior", func(fig Figure) *Chart { return Posterior(fig, c) }).from("chains.csv"),
		named("trace", func(fig Figure) *Chart { return Trace(fig, c) }).from("chains.csv"),
	}
}

// OfLandscape are the charts of a landscape.
func OfLandscape(s *lab.Landscape) []Named {
	return []Named{named("landscape", func(fig Figure) *Chart { return Landscape(fig, s) }).from("minima.csv")}
}

// OfPeace are the charts of a network of alliances.
func OfPeace(p *lab.Peace) []Named {
	return []Named{named("stable", func(fig Figure) *Chart { return Peace(fig, p) }).from("attacks.csv")}
}

// OfSweep are the charts of a sweep, one an output.
func OfSweep(s *lab.Sweep) []Named {
	var all []Named
	for k, o := range s.Plan.Outputs {
		all = append(all, named("sweep-"+o.ID, func(fig Figure) *Chart { return Sweep(fig, s, k) }).from("effects.csv"))
	}
	return all
}

// OfSensitivity are the charts of what outputs hang on, one an output.
func OfSensitivity(s *lab.Sensitivity) []Named {
	var all []Named
	for k, o := range s.Plan.Outputs {
		all = append(all, named("sensitivity-"+o.ID, func(fig Figure) *Chart { return Sensitivity(fig, s, k) }).from("sensitivity.csv"))
	}
	return all
}

// OfDiscovery are the charts of a box.
func OfDiscovery(d *lab.Discovery) []Named {
	return []Named{named("discover", func(fig Figure) *Chart { return Discovery(fig, d) }).from("tradeoff.csv")}
}

// OfTip are the charts of a tipping map.
func OfTip(t *lab.Tip) []Named {
	return []Named{named("tip", func(fig Figure) *Chart { return Tip(fig, t) }).from("surface.csv")}
}

// OfConvergence are the charts of how many runs are enough.
func OfConvergence(c *lab.Convergence) []Named {
	return []Named{named("convergence", func(fig Figure) *Chart { return Convergence(fig, c) }).from("convergence.csv")}
}

// OfReport are the charts of a report. Those of several scenarios bear their names.
func OfReport(r *history.Report) []Named {
	var all []Named
	for k := range r.Reported {
		of := &r.Reported[k]
		add := func(charts []Named) {
			for _, c := range charts {
				c.Name, c.Data = r.Prefix(of)+c.Name, r.Prefix(of)+c.Data
				all = append(all, c)
			}
		}
		if of.Run != nil {
			add(OfRun(of.Run))
		}
		if of.Drivers != nil {
			add(OfDrivers(of.Drivers))
		}
		if of.Doubt != nil {
			add(OfDoubt(of.Doubt))
		}
		if of.Why != nil {
			add(OfWhy(of.Why))
		}
		if of.Flip != nil {
			add(OfFlip(of.Flip))
		}
	}
	if d := r.Together(); d != nil {
		all = append(all, OfDrivers(d)[0]) // each over its years stands with its scenario
	}
	if r.Hindcast != nil {
		reliability := named("reliability", func(fig Figure) *Chart { return Reliability(fig, r.Hindcast) }).from("reliability.csv")
		all = append(all, reliability) // a table tells its episodes
	}
	if r.Standings != nil {
		all = append(all, OfTournament(r.Standings)...)
	}
	return all
}
