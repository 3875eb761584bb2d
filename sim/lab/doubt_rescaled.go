package lab

import (
	"context"

	"entente/sim"
)

// rescaling finds what it does to move all constants at once that were not fitted, and the share that each has of it.
func (d *Doubt) rescaling(ctx context.Context, s sim.Scenario, opts Options) *view {
	rescaled := s
	rescaled.Rescale = d.Factor
	v, _ := d.otherwise(ctx, "rescaled", rescaled, opts)
	d.Rescaled, _, _ = v.ends()
	d.Unfitted = d.shares(v, &s, unfitted(&s), s.Start, opts.Seed)
	return v
}

// unfitted are the constants that a rescaling moves, each by itself.
func unfitted(s *sim.Scenario) (groups [][]string) {
	for _, path := range s.Unfitted() {
		groups = append(groups, []string{path})
	}
	return groups
}

// scaled moves the constants that matter most, each alone by the factor, down and up.
func (d *Doubt) scaled(ctx context.Context, s sim.Scenario, asIs *view, constants int, opts Options) {
	d.alone(ctx, asIs, d.Unfitted, constants, opts, func(f *FigureDoubt) (down, up *float64) {
		kind, _ := sim.FigureAt(f.Path)
		end := func(to float64) *float64 {
			if to = min(max(to, kind.Low), kind.High); to == f.Value {
				return nil
			}
			return &to
		}
		low, high := f.Value/d.Factor, f.Value*d.Factor
		return end(min(low, high)), end(max(low, high))
	}, func(f *FigureDoubt, to float64) sim.Scenario {
		moved := s
		kind, _ := sim.FigureAt(f.Path)
		kind.Set(&moved, to)
		return moved
	})
}
