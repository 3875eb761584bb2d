package stats

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Drawn is the draw of constants and the coding that each of some runs was played with; nil if all were played with one set and one
// coding. What is counted over the runs is divided by it into what luck, constants and coding do.
type Drawn []Dealt

// Dealt is what a run was played with, by numbers; Same where all runs share one.
type Dealt struct {
	Draw   int       // of constants
	Coding int       // of what was coded by hand
	At     []float64 // the constants of the draw, in one order for all; nil if they are not known
}

// Same is the number of what is not dealt anew.
const Same = -1

// Band is the range in which a figure lies as constants vary over what history leaves open, or as codings vary: from the 2.5 to the
// 97.5 % quantile. It speaks of the one alone. Ends that are the same say that nothing was seen of it beyond luck.
type Band struct {
	Low  float64 `json:"low95"`  // lower end, in the unit of the figure
	High float64 `json:"high95"` // upper end
}

// Wide is how far a band of a chance may reach before its middle says nothing, by judgement: forty points.
const Wide = 0.4

// Wide tells whether constants leave so much open that the level of a chance is not worth telling. Nothing is known of a band
// that is not told.
func (b *Band) Wide() bool { return b != nil && b.High-b.Low > Wide }

// Parts is where the variance of a figure over runs comes from: the one-way random-effects analysis of variance (Searle, Casella &
// McCulloch 1992, Variance Components, chapter 3), with runs grouped by the draw of constants that they were played with. Of N runs y in
// a draws of n_i runs each,
//
//	within  = Σ_ij (y_ij - ȳ_i)² / (N - a)
//	between = ((Σ_i n_i (ȳ_i - ȳ)² / (a - 1)) - within) / n0,   n0 = (N - Σ n_i²/N) / (a - 1)
//
// An estimate of the part between draws below 0 is taken for 0. Where the constants of enough draws are known, between is that of a
// regression on them (fitted.go), which is steadier.
//
// By hand: two draws of two runs each, 1 1 and 0 0. The means are 1 and 0, and 1/2 of all; within = 0, n0 = 4 - 2 = 2,
// between = ((2/4 + 2/4) / 1 - 0) / 2 = 1/2. Of 1 1 and 0 1, within = (1/4 + 1/4) / 2 = 1/4, and between =
// ((2/16 + 2/16) / 1 - 1/4) / 2 = 0.
type Parts struct {
	Mean    float64 // of the figure over all runs
	Within  float64 // variance of runs about the mean of their draw: luck
	Between float64 // variance of the means of draws, luck taken off: constants
	Coding  float64 // variance of what codings do
	Runs    int     // N

	ofDraws, ofCodings bool // the part is told
}

// around is the sum of squares about the mean that luck alone would make.
func (p Parts) around() float64 { return p.Within * float64(p.Runs) }

// Telling is how many runs it takes to tell luck from constants: two of each draw. With three runs of two draws each the band of a
// chance of about one third holds three quarters of the draws it should, and not 95 % (doubt_test.go).
func Telling(draws int) int { return 2 * draws }

// Parts divides the variance of whole numbers. It is not ok if there are too few runs to tell, and then nothing is known of the
// parts.
func (by Drawn) Parts(values []int) (p Parts, ok bool) {
	if len(by) == 0 || len(values) != len(by) || by[0].Draw == Same && by[0].Coding == Same {
		return p, false
	}
	draws, codings := by.Draws(), by.Codings()
	ofDraws, ofCodings := telling(draws), telling(codings) && different(codings) >= leastCodings
	switch {
	case ofDraws && ofCodings:
		c, crossed := Cross(values, draws, codings)
		if !crossed {
			return p, false
		}
		sum := 0
		for _, v := range values {
			sum += v
		}
		p = Parts{
			Mean: float64(sum) / float64(len(values)), Within: c.Residual, Between: Steady(c.Draws), Coding: Steady(c.Codings), Runs: len(values),
		}
		if between, fits := by.fitted(values); fits { // together they are what they were
			p.Within, p.Between = max(p.Within+p.Between-between, 0), between
		}
	case ofDraws:
		p = oneWay(draws, values)
		if between, fits := by.fitted(values); fits {
			p.Between = between
		}
	case ofCodings:
		p = oneWay(codings, values)
		p.Between, p.Coding = 0, p.Between
	}
	p.ofDraws, p.ofCodings = ofDraws, ofCodings
	return p, ofDraws || ofCodings
}

// Draws are the draws of the runs, and Codings their codings.
func (by Drawn) Draws() []int   { return by.each(func(d *Dealt) int { return d.Draw }) }
func (by Drawn) Codings() []int { return by.each(func(d *Dealt) int { return d.Coding }) }

func (by Drawn) each(of func(*Dealt) int) []int {
	all := make([]int, len(by))
	for k := range by {
		all[k] = of(&by[k])
	}
	return all
}

// leastCodings is from how many codings on it is told what they do: the deviation of so few is known to a ninth, luck aside. By judgement.
const leastCodings = 40

// telling tells whether there are enough runs to tell what the groups do that they are in.
func telling(groups []int) bool {
	if len(groups) == 0 || slices.Min(groups) == Same {
		return false
	}
	count := different(groups)
	return count >= 2 && len(groups) >= Telling(count)
}

// different is how many groups there are.
func different(groups []int) int {
	seen, count := make([]bool, slices.Max(groups)+1), 0
	for _, d := range groups {
		if !seen[d] {
			seen[d] = true
			count++
		}
	}
	return count
}

// oneWay are the estimates, for as many runs as there are.
func oneWay(by, values []int) Parts {
	counts, sums := make([]int, slices.Max(by)+1), make([]int, slices.Max(by)+1)
	total, squares := 0, 0
	for k, v := range values {
		counts[by[k]]++
		sums[by[k]] += v
		total += v
		squares += v * v
	}
	draws, ofMeans, sizes := 0, 0.0, 0.0 // a, Σ n_i ȳ_i², Σ n_i²
	for d, c := range counts {
		if c > 0 {
			draws++
			ofMeans += float64(sums[d]*sums[d]) / float64(c)
			sizes += float64(c * c)
		}
	}
	all, apart := float64(len(values)), float64(draws-1)
	within := max(float64(squares)-ofMeans, 0) / float64(len(values)-draws)
	between := (ofMeans - float64(total)*float64(total)/all) / apart
	return Parts{
		Mean: float64(total) / all, Within: within, Between: Steady(max((between-within)/((all-sizes/all)/apart), 0)), Runs: len(values),
	}
}

// Share is how often something happened. Where luck is told from constants, its interval is that of Clopper and Pearson for as many
// runs as would leave a share as uncertain as luck within draws leaves this one, and no fewer than there are: draws are strata, each
// with its runs (Korn & Graubard 1998, Survey Methodology 24(2)),
//
//	runs in effect = mean (1 - mean) N / within
//
// where half a disagreement is added within the draws, so that runs that agree are not taken for certainty.
func (by Drawn) Share(happened []bool) Share {
	count := 0
	values := make([]int, len(happened))
	for k, yes := range happened {
		if yes {
			count++
			values[k] = 1
		}
	}
	s := ShareOf(count, len(happened))
	p, ok := by.Parts(values)
	if !ok {
		return s
	}
	if p.ofDraws {
		s.Constants = bandOfShare(s.Mean, p.Between)
	}
	if p.ofCodings {
		s.Coding = bandOfShare(s.Mean, p.Coding)
	}
	within := p.Within + 0.5/float64(p.Runs)
	if inEffect := s.Mean * (1 - s.Mean) * float64(s.Runs) / within; inEffect > float64(s.Runs) {
		low, high := clopperPearson(s.Mean*inEffect, inEffect)
		s.Low, s.High = max(s.Low, low), min(s.High, high)
	}
	return s
}

// bandOfShare is the band of a chance: the quantiles of the beta distribution with this mean and variance.
func bandOfShare(mean, variance float64) *Band {
	room := mean * (1 - mean)
	if variance <= 0 || room <= 0 {
		return &Band{Steady(mean), Steady(mean)}
	}
	size := max(room/variance-1, leastSize)
	b := distuv.Beta{Alpha: mean * size, Beta: (1 - mean) * size}
	return &Band{Steady(b.Quantile(tail)), Steady(b.Quantile(1 - tail))}
}

// leastSize is the sum of the two parameters of a beta distribution at which all but all of it lies at 0 and at 1.
const leastSize = 0.01

// bandOfDifference is the band of the mean of figures between -most and most: normal, and clipped there. Where no figure is below 0,
// or none above, neither is the band: it is then that of a beta distribution from 0 to most.
func bandOfDifference(figures []int, mean, variance, most float64) *Band {
	oneWay := bandOfShare(math.Abs(mean)/most, variance/(most*most))
	switch {
	case slices.Min(figures) >= 0:
		return &Band{Steady(oneWay.Low * most), Steady(oneWay.High * most)}
	case slices.Max(figures) <= 0:
		return &Band{Steady(-oneWay.High * most), Steady(-oneWay.Low * most)}
	}
	half := float64(Normal95 * math.Sqrt(variance))
	return &Band{max(mean-half, -most), min(mean+half, most)}
}
