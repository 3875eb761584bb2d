package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestCrossedByHand(t *testing.T) {
	for _, c := range []struct {
		why                   string
		values, draws, coding []int
		want                  Crossed
	}{
		{"draws do all", []int{1, 1, 0, 0}, []int{0, 0, 1, 1}, []int{0, 1, 0, 1}, Crossed{Draws: 0.5}},
		{"codings do all", []int{1, 0, 1, 0}, []int{0, 0, 1, 1}, []int{0, 1, 0, 1}, Crossed{Codings: 0.5}},
		{"nothing moves", []int{3, 3, 3, 3}, []int{0, 0, 1, 1}, []int{0, 1, 0, 1}, Crossed{}},
	} {
		got, ok := Cross(c.values, c.draws, c.coding)
		if !ok || got != c.want {
			t.Errorf("%s: %+v (%v), want %+v", c.why, got, ok, c.want)
		}
	}
	if _, ok := Cross([]int{1, 0}, []int{0, 0}, []int{0, 1}); ok {
		t.Error("of runs that all share a draw, what draws do is told")
	}
}

// made is runs whose chance is 0.4, moved by each draw and by each coding by so much up or down, with the runs of lab:
// run k of draw k mod 200 and of coding k / 5.
func made(runs int, byDraw, byCoding float64, luck *rand.Rand) (values, draws, codings []int) {
	d, c := make([]float64, 200), make([]float64, runs/5+1)
	for k := range d {
		d[k] = byDraw * float64(2*luck.IntN(2)-1)
	}
	for k := range c {
		c[k] = byCoding * float64(2*luck.IntN(2)-1)
	}
	for k := range runs {
		draw, coding, yes := k%200, k/5, 0
		if luck.Float64() < 0.4+d[draw]+c[coding] {
			yes = 1
		}
		values, draws, codings = append(values, yes), append(draws, draw), append(codings, coding)
	}
	return values, draws, codings
}

// Of a chance that draws move by 0.2 and codings by 0.1, the variances are 0.04 and 0.01, and the residual 0.4 × 0.6 - 0.05
// = 0.19. The estimates come to that on average, and lie about it as closely as can be used.
func TestCrossedFindsWhatIsThere(t *testing.T) {
	luck := rand.New(rand.NewPCG(11, 11))
	for _, c := range []struct{ byDraw, byCoding float64 }{{0.2, 0.1}, {0.05, 0.25}, {0, 0}} {
		const times = 300
		var draws, codings, residual []float64
		for range times {
			got, ok := Cross(made(1000, c.byDraw, c.byCoding, luck))
			if !ok {
				t.Fatal("a thousand runs tell nothing")
			}
			draws, codings, residual = append(draws, got.Draws), append(codings, got.Codings), append(residual, got.Residual)
		}
		near := func(what string, got []float64, want float64) {
			slack := 4*Deviation(got)/math.Sqrt(times) + 0.0005
			if want == 0 {
				slack += 0.003 // what is below 0 is taken for 0
			}
			if m := Mean(got); math.Abs(m-want) > slack || Deviation(got) > 0.015 {
				t.Errorf("draws move a chance by %v and codings by %v: %s = %.4f ± %.4f on average, want %.4f", c.byDraw, c.byCoding, what,
					m, Deviation(got), want)
			}
		}
		near("draws", draws, c.byDraw*c.byDraw)
		near("codings", codings, c.byCoding*c.byCoding)
		near("the residual", residual, 0.24-c.byDraw*c.byDraw-c.byCoding*c.byCoding)
	}
}

func TestLineByHand(t *testing.T) {
	got := Line([]float64{0, 1, 1, 2}, []int{1, 1, 1, 1}, []float64{-1, -1, 1, 1}, 0.5)
	half := Normal95 / 4
	want := FirstOrder{0.5, 2, Interval{0.375, Steady(2 * (0.5 - half) * (0.5 - half)), 1}}
	if got != want {
		t.Errorf("the line by hand has %+v, want %+v", got, want)
	}
	if got := Line([]float64{0, 1}, []int{1, 1}, []float64{3, 3}, 0.5); got != (FirstOrder{Interval: Interval{High: 1}}) {
		t.Errorf("of a figure that does not move, %+v is told", got)
	}
	for _, c := range []struct {
		errors float64
		of     int
		out    bool
	}{{1.95, 1, false}, {-1.97, 1, true}, {3, 200, false}, {3.7, 200, true}} { // of 200, 0.05/400 in a tail: 3.66
		if got := (FirstOrder{Errors: c.errors}).StandsOut(c.of); got != c.out {
			t.Errorf("%v errors, of %d lines: stands out is %v", c.errors, c.of, got)
		}
	}
}

// Neighbours in a chain of draws are alike, and a coding is played with neighbours: what they have in common by that is no doing of the
// coding. Here five draws in turn have one chance, which differs by 0.2 from other fives, and codings do nothing, or 0.05.
func TestNeighboursThatAreAlikeAreNoCoding(t *testing.T) {
	luck := rand.New(rand.NewPCG(23, 23))
	for _, byCoding := range []float64{0, 0.05} {
		const times, runs = 300, 2000
		mean := 0.0
		for range times {
			var values, draws, codings []int
			var p [40]float64
			for f := range p {
				p[f] = 0.4 + 0.2*float64(2*luck.IntN(2)-1)
			}
			by := 0.0
			for k := range runs {
				if k%5 == 0 {
					by = byCoding * float64(2*luck.IntN(2)-1)
				}
				yes := 0
				if luck.Float64() < p[k%200/5]+by {
					yes = 1
				}
				values, draws, codings = append(values, yes), append(draws, k%200), append(codings, k/5)
			}
			c, ok := Cross(values, draws, codings)
			if !ok {
				t.Fatal("two thousand runs tell nothing")
			}
			mean += c.Codings / times
		}
		if want := byCoding * byCoding; math.Abs(mean-want) > 0.002 {
			t.Errorf("codings that move a chance by %v are told as a variance of %.4f, want %.4f", byCoding, mean, want)
		}
	}
}

// Of 200 draws a chance moves by 0.1 for one standard deviation of the first of two figures and by 0.05 of the second:
// shares of 0.8 and 0.2, which the intervals hold nineteen times in twenty.
func TestFirstOrderShares(t *testing.T) {
	luck := rand.New(rand.NewPCG(5, 5))
	const times, groups, each = 200, 200, 10
	held, sum := [3]int{}, [3]float64{}
	for range times {
		z := make([][]float64, 3)
		means, runs := make([]float64, groups), make([]int, groups)
		for k := range groups {
			for f := range z {
				z[f] = append(z[f], luck.NormFloat64())
			}
			chance := clip(0.5 + 0.1*z[0][k] + 0.05*z[1][k])
			runs[k] = each
			for range each {
				if luck.Float64() < chance {
					means[k] += 1. / each
				}
			}
		}
		for f, want := range []float64{0.8, 0.2, 0} {
			got := Line(means, runs, z[f], 0.0125)
			sum[f] += got.Mean / times
			if got.Low <= want && want <= got.High {
				held[f]++
			}
		}
	}
	for f, want := range []float64{0.8, 0.2, 0} {
		if math.Abs(sum[f]-want) > 0.03 || held[f] < times*88/100 {
			t.Errorf("figure %d: share %.3f on average, want %.2f; the interval holds it %d times in %d", f, sum[f], want, held[f], times)
		}
	}
}

// The bands of a share of runs that are recoded hold what they should: draws move a chance of 0.4 by 0.2, codings by
// 0.1, so that of each the band is that of a beta distribution with that deviation, and the interval of luck is no
// wider for either.
func TestBandsOfDrawsAndCodings(t *testing.T) {
	luck := rand.New(rand.NewPCG(17, 17))
	for _, c := range []struct{ byDraw, byCoding float64 }{{0.2, 0.1}, {0.1, 0.2}} {
		wantDraws, wantCodings := bandOfShare(0.4, c.byDraw*c.byDraw), bandOfShare(0.4, c.byCoding*c.byCoding)
		const times, runs = 100, 2000
		var draws, codings, change []float64
		for range times {
			values, ofDraws, ofCodings := made(runs, c.byDraw, c.byCoding, luck)
			happened, never := make([]bool, runs), make([]bool, runs)
			by := make(Drawn, runs)
			for k, v := range values {
				happened[k], by[k] = v == 1, Dealt{Draw: ofDraws[k], Coding: ofCodings[k]}
			}
			s := by.Share(happened)
			if s.Constants == nil || s.Coding == nil {
				t.Fatal("two thousand runs tell nothing of draws or codings")
			}
			draws, codings = append(draws, s.Constants.High-s.Constants.Low), append(codings, s.Coding.High-s.Coding.Low)
			if plain := Drawn(nil).Share(happened); s.Low < plain.Low || s.High > plain.High {
				t.Error("the interval of luck is wider where draws and codings are told")
			}
			d := by.PairShares(happened, never).Change
			change = append(change, d.Coding.High-d.Coding.Low)
		}
		for _, w := range []struct {
			what string
			got  []float64
			want float64
		}{
			{"constants", draws, wantDraws.High - wantDraws.Low}, {"coding", codings, wantCodings.High - wantCodings.Low},
			{"coding, of a difference", change, wantCodings.High - wantCodings.Low}, // which falls in no run
		} {
			if m := Mean(w.got); math.Abs(m-w.want) > 0.03 {
				t.Errorf("%s: the band is %.3f wide on average, want %.3f", w.what, m, w.want)
			}
		}
	}
	var by Drawn
	var happened []bool
	for k := range 1000 { // no draws: codings alone
		by, happened = append(by, Dealt{Draw: Same, Coding: k / 5}), append(happened, k/5%2 == 0)
	}
	if s := by.Share(happened); s.Constants != nil || s.Coding == nil || s.Coding.High-s.Coding.Low < 0.9 {
		t.Errorf("codings that decide, without draws, come to %+v", s)
	}
}
