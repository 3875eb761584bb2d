package history

import (
	"context"
	"math"
	"strconv"
	"strings"
	"sync"

	"entente/sim"
	"entente/sim/lab"
)

// trial is a point that was tried, in spreads from the priors' centres, with its surprise.
type trial struct {
	x        []float64
	surprise float64
}

// trials makes trials, or remembers them by their keys. Chains ask it side by side.
type trials struct {
	c    *Calibration
	ctx  context.Context
	play func(ctx context.Context, p sim.Parameters, workers int, seeds []uint64) (surprise float64)

	mutex sync.Mutex
	count int // of trials, those remembered too
	seeds int // by which all of them were played
}

// try is the surprise of a point, played by so many workers; +Inf once ctx is cancelled.
func (t *trials) try(key string, x []float64, workers int, seeds []uint64) float64 {
	p := turn(t.c.Start, t.c.Knobs, x)
	t.mutex.Lock()
	t.count, t.seeds = t.count+1, t.seeds+len(seeds)
	n := t.count
	t.mutex.Unlock()
	values := ""
	for _, k := range t.c.Knobs {
		values += "," + lab.Digits(k.Value(p))
	}
	if s, ok := t.recall(key, values); ok {
		return s
	}
	if t.ctx.Err() != nil {
		return math.Inf(1)
	}
	s := t.play(t.ctx, p, workers, seeds)
	if t.ctx.Err() != nil {
		return math.Inf(1)
	}
	if t.c.Ledger != nil {
		t.c.Ledger.Note(key, exactly(s)+values)
	}
	if t.c.Tried != nil {
		t.c.Tried(n, key, s)
	}
	return s
}

// recall is the surprise that was noted under a key, if it is of these values.
func (t *trials) recall(key, values string) (surprise float64, ok bool) {
	if t.c.Ledger == nil {
		return 0, false
	}
	text, _ := t.c.Ledger.Recall(key)
	first, ok := strings.CutSuffix(text, values)
	if !ok {
		return 0, false
	}
	s, err := strconv.ParseFloat(first, 64)
	return s, err == nil
}
