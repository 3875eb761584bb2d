package design

import "math"

// steady keeps 32 binary digits, as a Sobol point has, and drops those in which processors differ.
func steady(u float64) float64 { return math.Floor(u*(1<<32)+0.25) / (1 << 32) }
