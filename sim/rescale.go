package sim

import (
	"math"
	"slices"
	"strings"
)

// What if the constants that nobody fitted were others? History was asked for six of them; the rest were read from studies or judged,
// and every run plays them as they stand. A rescaling multiplies each by a factor of its own:
//
//	constant = shipped × factor ^ (z / 1.96),   z from the standard normal, within the range of the constant
//
// so that 95 % of them lie between shipped / factor and shipped × factor. A constant of 0 stays 0: what is left out stays out. One
// at an end of its range can only move inwards. That they err apart, and all by as much, is judgement.

// Unfitted are the paths of the constants that act in a scenario, are not 0, and that no draw of its runs has.
func (s *Scenario) Unfitted() []string {
	var all []string
	for _, f := range figures() {
		drawn := s.Draws != nil && slices.Contains(s.Draws.Constants, f.Path)
		if strings.HasPrefix(f.Path, "parameters.") && !drawn && !f.Inert(s) && f.At(s, s.Start) != 0 {
			all = append(all, f.Path)
		}
	}
	return all
}

// Rescaled is the scenario as rescaling number of the seed has it. The luck of a rescaling is keyed by seed, number and path, as that of
// a coding is.
func (s *Scenario) Rescaled(seed, number uint64) Scenario {
	r := *s
	for _, path := range s.Unfitted() {
		f, _ := FigureAt(path)
		f.Set(&r, clamp(fine(f.At(s, s.Start)*math.Pow(s.Rescale, CodingError(seed, number, path)/normal95)), f.Low, f.High))
	}
	r.Rescale = 0
	return r
}

const normal95 = 1.96 // standard deviations from the mean within which 95 % of a normal figure lie
