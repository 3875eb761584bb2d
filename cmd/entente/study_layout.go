package main

import (
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/design"
)

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
