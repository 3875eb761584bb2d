package lab

import (
	"math"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Reference is what a forecast's reference class alone says: how often such a thing came about before, and nothing of the case
// (Kahneman & Tversky 1979, "Intuitive Prediction", on the outside view).
type Reference struct {
	Class string  `json:"class"`  // id of what is counted: QuietPacific
	Years int     `json:"years"`  // over which it was counted
	Mean  float64 `json:"mean"`   // chance by the end, from 0 to 1
	Low   float64 `json:"low95"`  // lower end of its 95 % interval
	High  float64 `json:"high95"` // upper end
}

// quietYears are the years without a new multilateral defence pact with members in East Asia and the Pacific: from the Manila
// Treaty of September 1954 to the end of 2024, in whole years. ANZUS of 1951 lies before; the Five Power Defence Arrangements of
// 1971 are a promise to consult.
const quietYears = 70

// QuietPacific is the class of years without such a pact.
const QuietPacific = "quiet-pacific"

// never is the chance that what has not happened in so many years does within some more. Its events are taken for a Poisson
// process, whose yearly rate λ has Jeffreys' prior λ^-1/2 (Jeffreys 1946, Proc. R. Soc. A 186); after T years without any, λ is
// gamma with shape 1/2 and rate T, so that λ T is half the square of a standard normal z.
//
//	P(t) = 1 - exp(-λ t),   mean 1 - √(T / (T + t)),   quantile p by λ = z²/2T with z = the normal quantile of (1 + p)/2
//
// By hand: in 10 years after 70, the mean is 1 - √(7/8) = 0.0646. The 0.975 quantile has z = 2.2414, z²/2 = 2.512, and so
// 1 - exp(-2.512/7) = 0.301; the 0.025 quantile has z = 0.03134 and 0.00007.
func never(class string, quiet int, more float64) Reference {
	years := float64(quiet)
	at := func(z float64) float64 { return stats.Steady(1 - math.Exp(-z*z/2*more/years)) }
	return Reference{class, quiet, stats.Steady(1 - math.Sqrt(years/(years+more))), at(zLow), at(zHigh)}
}

// The normal quantiles of 0.5125 and 0.9875, written out so that they are the same on every machine.
const (
	zLow  = 0.03133798202142661
	zHigh = 2.2414027276049473
)

// QuietUntil is the reference class of a forecast that begins with a scenario and ends with a tick.
func QuietUntil(w *sim.World, by int) *Reference {
	more := float64(by+1) / float64(w.Calendar.PerYear())
	r := never(QuietPacific, quietYears, more)
	return &r
}

// forecastOn is the scenario of the forecast that has this reference class; what is built on it asks for the same.
const forecastOn = "pacific-2025"

// ReferenceOf is the reference class of what a scenario forecasts for its end; nil if it is no forecast, or nobody has counted.
func ReferenceOf(w *sim.World) *Reference {
	if s := &w.Scenario; s.Name != forecastOn && s.Base != forecastOn || len(s.Truth) > 0 {
		return nil
	}
	return QuietUntil(w, w.Calendar.Ticks()-1)
}
