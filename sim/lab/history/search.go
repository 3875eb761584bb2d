package history

import (
	"context"
	"errors"
	"math/rand/v2"

	"gonum.org/v1/gonum/optimize"

	"entente/sim/lab/stats"
)

// How wide a search steps at first, in spreads of the priors. Settings of the search, by judgement: wide enough to
// leave the neighbourhood of the priors' centres, and narrower about a point that is given, which is to be polished.
const (
	firstStep    = 0.6
	polishedStep = 0.15
)

// search is a minimisation by CMA-ES (Hansen & Ostermeier 2001, Evolutionary Computation 9(2)), driven by its seed
// alone. Its population follows Hansen's rule. It goes on for so many generations or trials, whichever is given.
type search struct {
	from        []float64 // in spreads of the priors
	step        float64
	seed        uint64
	generations int // 0: no limit
	trials      int // 0: no limit
}

// errStopped ends a search that is interrupted.
var errStopped = errors.New("stopped")

// minimise asks try for point after point. It is an error if the search fails or ctx is cancelled.
func (s search) minimise(ctx context.Context, try func(x []float64) float64) error {
	problem := optimize.Problem{
		Func: func(asked []float64) float64 { // the search itself adds up otherwise on one processor than on another
			x := make([]float64, len(asked))
			for i, v := range asked {
				x[i] = stats.Steady(v)
			}
			return try(x)
		},
		Status: func() (optimize.Status, error) {
			if ctx.Err() != nil {
				return optimize.Failure, errStopped
			}
			return optimize.NotTerminated, nil
		},
	}
	_, err := optimize.Minimize(problem, s.from,
		&optimize.Settings{MajorIterations: s.generations, FuncEvaluations: s.trials, Concurrent: 1,
			Converger: optimize.NeverTerminate{}},
		&optimize.CmaEsChol{InitStepSize: s.step, Src: rand.NewPCG(s.seed, 1)})
	if err != nil && !errors.Is(err, errStopped) {
		return err
	}
	return ctx.Err()
}
