package history

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"gonum.org/v1/gonum/optimize"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// fit finds the weights of a contender that are least surprised by the episodes it is shown, held to what was believed before, by
// CMA-ES as Calibration does. All trials have the same luck. It is told of no other episode, so that what it finds cannot hang on
// one.
type fit struct {
	contender
	name   string      // in the ledger
	shown  [][]Episode // those that share a scenario stand together
	trials int
	runs   int
	seed   uint64
	ledger lab.Ledger
	tried  int       // trials so far
	totals []float64 // of all trials
}

// try is the surprise and the penalty of a point. One that is hopeless is left before all is played: more surprised, by what it has
// been asked, than the middle of the last generation by everything. A generation keeps its better half, so that such a point would
// have been no parent there. What it returns then is less than its whole, and still beyond all that matters.
func (f *fit) try(ctx context.Context, x []float64) float64 {
	key := f.name + " " + strconv.Itoa(f.tried)
	f.tried++
	total, known := f.recall(key)
	if !known {
		total = penalty(x)
		limit := f.limit()
		for _, episodes := range f.shown {
			claims, ok := f.foretell(ctx, x, episodes, f.runs, f.seed)
			if !ok {
				total = math.Inf(1)
				break
			}
			for _, c := range claims {
				total += float64(perEpisode * surprise(c))
			}
			if total > limit {
				break
			}
		}
		if ctx.Err() == nil && f.ledger != nil {
			f.ledger.Note(key, exactly(total))
		}
	}
	f.totals = append(f.totals, total)
	return total
}

// limit is where hope ends.
func (f *fit) limit() float64 {
	n := 4 + int(3*math.Log(float64(f.weights()))) // of a generation, by Hansen's rule
	if len(f.totals) < n {
		return math.Inf(1)
	}
	return stats.Median(f.totals[len(f.totals)-n:])
}

func (f *fit) recall(key string) (float64, bool) {
	if f.ledger == nil {
		return 0, false
	}
	text, ok := f.ledger.Recall(key)
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil
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
	problem := optimize.Problem{
		Func: func(asked []float64) float64 {
			x := make([]float64, n)
			for i, v := range asked {
				x[i] = stats.Steady(v)
			}
			total := f.try(ctx, x)
			if total < least {
				point, least = x, total
			}
			return total
		},
		Status: func() (optimize.Status, error) {
			if ctx.Err() != nil {
				return optimize.Failure, errStopped
			}
			return optimize.NotTerminated, nil
		},
	}
	_, err := optimize.Minimize(problem, make([]float64, n),
		&optimize.Settings{FuncEvaluations: f.trials - 1, Concurrent: 1, Converger: optimize.NeverTerminate{}},
		&optimize.CmaEsChol{InitStepSize: firstStep, Src: rand.NewPCG(f.seed, 1)})
	if err != nil && !errors.Is(err, errStopped) {
		return nil, err
	}
	return slices.Clone(point), ctx.Err()
}
