package history

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// fit finds the weights of a forecaster that are least surprised by the episodes it is shown, held to what was believed
// before, by CMA-ES as Calibration does. Every search starts from the middle of the priors, whoever is fitted: the
// shipped constants have seen what may be held out. All trials have the same luck. It is told of no other episode, so
// that what it finds cannot hang on one.
type fit struct {
	forecaster
	name     string      // in the ledger
	shown    [][]Episode // those that share a scenario stand together, and what is cheap to play first
	trials   int
	runs     int
	seed     uint64
	ledger   lab.Ledger
	openings *openings // what the fits of one forecaster share; may be nil
	totals   []float64 // of all trials
	least    []float64 // that any trial so far was surprised by each of shown
}

// perEpisodeOfAFit is how many independent observations each episode counts for in a fit. Judgement: four times as many
// as in a posterior, which is to tell how much is open. A fit is to find a point, and the priors only keep it from
// running off.
const perEpisodeOfAFit = 4 * PerEpisode

// openings remembers how surprising the first points of a search were. Fits of one forecaster that are shown different
// episodes try the same ones: they start alike, with the same dice.
type openings struct {
	mutex sync.Mutex
	known map[string]float64
}

// try is the surprise and the penalty of a point. It is given up before all is played once it is hopeless. What is left to play
// will hardly surprise it less than it has surprised the best point there; if even with that it has no less in sum than the middle
// of the last points, as many as a generation has, it is hopeless. A generation keeps its better half, so that such a point would
// most likely have been no parent. What is told of it then is that sum.
func (f *fit) try(ctx context.Context, x []float64) float64 {
	key := f.name + " " + strconv.Itoa(len(f.totals))
	known := f.recall(key)
	limit, total := f.limit(), fromCentres(x)
	if f.least == nil {
		f.least = slices.Repeat([]float64{math.Inf(1)}, len(f.shown))
	}
	var found []string
	for k := range f.shown {
		if rest := stats.Sum(f.least[k:]); k > 0 && !(total+rest < limit) && !math.IsInf(rest, 1) {
			total += rest
			break
		}
		var s float64
		if k < len(known) {
			s = known[k]
		} else {
			s = f.surprise(ctx, x, f.shown[k])
		}
		total += s
		f.least[k] = min(f.least[k], s)
		found = append(found, exactly(s))
		if math.IsInf(total, 1) {
			break
		}
	}
	if ctx.Err() == nil && f.ledger != nil && len(known) == 0 {
		f.ledger.Note(key, strings.Join(found, " "))
	}
	f.totals = append(f.totals, total)
	return total
}

// surprise is that of a point at episodes which share a scenario.
func (f *fit) surprise(ctx context.Context, x []float64, episodes []Episode) float64 {
	shared := f.openings != nil && len(f.totals) <= f.generation()
	key := ""
	if shared {
		for _, ep := range episodes {
			key += ep.ID + " "
		}
		key += fmt.Sprint(x)
		f.openings.mutex.Lock()
		s, ok := f.openings.known[key]
		f.openings.mutex.Unlock()
		if ok {
			return s
		}
	}
	claims, ok := f.foretell(ctx, x, episodes, f.runs, f.seed)
	if !ok {
		return math.Inf(1)
	}
	total := 0.0
	for _, c := range claims {
		total += float64(perEpisodeOfAFit * surprise(c))
	}
	if shared {
		f.openings.mutex.Lock()
		f.openings.known[key] = total
		f.openings.mutex.Unlock()
	}
	return total
}

// fixedWorld is the one in which a fit tries the constants that it is given: what history leaves open about them is drawn
// from nothing.
func fixedWorld(s sim.Scenario) *sim.World {
	s.Draws = nil
	return sim.NewWorld(s)
}

// generation is how many points are drawn at a time, by Hansen's rule.
func (f *fit) generation() int { return 4 + int(3*math.Log(float64(max(f.weights(), 1)))) }

// limit is where hope ends: the middle of the last points, as many as a generation has; without as many there is none.
func (f *fit) limit() float64 {
	n := f.generation()
	if len(f.totals) < n {
		return math.Inf(1)
	}
	return stats.Median(f.totals[len(f.totals)-n:])
}

// recall is what was noted of a trial: how surprising it was, scenario by scenario, as far as it was played.
func (f *fit) recall(key string) []float64 {
	if f.ledger == nil {
		return nil
	}
	text, _ := f.ledger.Recall(key)
	known, ok := numbers(text)
	if !ok {
		return nil
	}
	return known
}

// numbers reads figures apart by blanks.
func numbers(text string) (all []float64, ok bool) {
	for _, word := range strings.Fields(text) {
		v, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return nil, false
		}
		all = append(all, v)
	}
	return all, true
}

// exactly writes a number so that it reads back to the last bit.
func exactly(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// best searches and returns the best point.
func (f *fit) best(ctx context.Context) ([]float64, error) {
	n := f.weights()
	point, least := make([]float64, n), f.try(ctx, make([]float64, n))
	if n == 0 || f.trials < 2 {
		return point, ctx.Err()
	}
	err := search{from: make([]float64, n), step: firstStep, seed: f.seed, trials: f.trials - 1}.minimise(ctx, func(x []float64) float64 {
		total := f.try(ctx, x)
		if total < least {
			point, least = x, total
		}
		return total
	})
	if err != nil && ctx.Err() == nil {
		return nil, err
	}
	return slices.Clone(point), ctx.Err()
}
