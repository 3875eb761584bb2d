package lab

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Convergence says how many runs of a scenario are enough: it plays until the interval of the chance is as narrow as is
// wanted. It depends on the scenario, the seed, the most runs and the wanted width alone.
type Convergence struct {
	Head
	Wanted  float64     `json:"wanted"`   // width of the 95 % interval of the chance
	Reached bool        `json:"reached"`  // within the most runs
	InForce stats.Share `json:"in_force"` // the headline clause, at the end
	Steps   []Settling  `json:"steps"`    // the chance after 1, 2, 5, 10, 20, 50 ... hundreds of runs, and at the end
	Needs   []Need      `json:"needs"`    // how many runs give which width, as far as the chance is known
}

// Settling is the chance after the first so many runs.
type Settling struct {
	Played int         `json:"played"` // how many
	Share  stats.Share `json:"share"`  // of these, with the clause in force at the end
}

// Need is how many runs make the interval of a chance as narrow as a width.
type Need struct {
	Width float64 `json:"width"` // of the 95 % interval of the chance, on the scale from 0 to 1
	Runs  int     `json:"runs"`  // that make it so narrow
}

// convergenceStep is how many runs are played before it is asked whether they tell enough.
const convergenceStep = 100

// FindConvergence plays w until the exact interval of the chance that the headline clause is in force at the end is no
// wider than wanted, or for opts.Runs. If ctx is cancelled, it rests on the first runs.
func FindConvergence(ctx context.Context, w *sim.World, wanted float64, opts Options) *Convergence {
	c := &Convergence{Head: NewHead("convergence", "", w, opts), Wanted: wanted, Steps: []Settling{}, Needs: []Need{}}
	c.Failures = []Failure{}
	count, next := 0, convergenceStep
	whole := false
	for !whole {
		from := c.Played
		to := min(from+convergenceStep, opts.Runs)
		ends := playInForce(ctx, w, from, to, opts)
		for k, e := range ends {
			switch e {
			case "0", "1":
				c.Runs++
				if e == "1" {
					count++
				}
			default:
				c.Failures = append(c.Failures, Failure{Run: from + k, Message: e})
			}
		}
		c.Played = from + len(ends)
		c.InForce = stats.ShareOf(count, c.Runs)
		c.Reached = c.Runs > 0 && wanted > 0 && c.InForce.High-c.InForce.Low <= wanted
		whole = c.Reached || c.Played == opts.Runs
		if c.Runs > 0 && (c.Played >= next || whole || len(ends) < to-from) {
			c.Steps = append(c.Steps, Settling{c.Played, c.InForce})
			for c.Played >= next {
				next = following(next)
			}
		}
		if len(ends) < to-from {
			break // cut short
		}
	}
	if whole {
		c.ToPlay = c.Played
	}
	for _, width := range []float64{0.2, 0.1, 0.05, 0.02, 0.01, 0.005} {
		c.Needs = append(c.Needs, Need{width, stats.RunsFor(c.InForce.Mean, width)})
	}
	return c
}

// following is the next of 1, 2, 5, 10 ... times a hundred.
func following(n int) int {
	if strings.HasPrefix(strconv.Itoa(n), "2") {
		return n / 2 * 5
	}
	return n * 2
}

// playInForce plays some runs, or remembers them: "1" for each at whose end the clause is in force, "0" if not, else
// what failed. If ctx is cancelled it gives the first ones.
func playInForce(ctx context.Context, w *sim.World, from, to int, opts Options) []string {
	key := fmt.Sprintf("in force %d-%d", from, to-1)
	if opts.Ledger != nil {
		if known, ok := opts.Ledger.Recall(key); ok && len(known) == to-from && strings.Trim(known, "01") == "" {
			return strings.Split(known, "")
		}
	}
	ends := make([]string, to-from)
	some := opts
	some.Runs = to - from
	some.Done = nil
	if opts.Done != nil {
		some.Done = func(count int) { opts.Done(from + count) }
	}
	ends = ends[:inTurn(ctx, w, some, func(run *sim.Run, k int) bool {
		d := playToEnd(ctx, run, opts.Seed, from+k, false)
		switch {
		case d == nil:
			return false
		case d.Failure != "":
			ends[k] = d.Failure
		default:
			ends[k] = YesNo(d.AtEnd[w.Headline()])
		}
		return true
	})]
	if all := strings.Join(ends, ""); opts.Ledger != nil && len(ends) == to-from && len(all) == len(ends) {
		opts.Ledger.Note(key, all)
	}
	return ends
}

// Tables are the convergence as tidy CSV.
func (c *Convergence) Tables() []Table {
	return []Table{
		{"convergence.csv", "one row per step: the chance after the first so many runs", func(out io.Writer) error {
			return Rows(out, []string{"runs", "ended", "in_force", "low95", "high95"}, func(row func(...string)) {
				for _, s := range c.Steps {
					row(strconv.Itoa(s.Played), strconv.Itoa(s.Share.Runs), Digits(s.Share.Mean), Digits(s.Share.Low), Digits(s.Share.High))
				}
			})
		}},
		{"runs_needed.csv", "one row per width of the interval: runs that give it", func(out io.Writer) error {
			return Rows(out, []string{"width", "runs"}, func(row func(...string)) {
				for _, n := range c.Needs {
					row(Digits(n.Width), strconv.Itoa(n.Runs))
				}
			})
		}},
	}
}

// aboutConvergence: what the columns of how many runs it takes mean.
func (l *wordList) aboutConvergence() {
	l.say("runs_needed.csv", "runs", "that make the interval so narrow", ofRuns)
	l.say("convergence.csv", "runs", "the first so many, those that failed included", ofRuns)
	l.say("", "ended", "of these, runs that came to an end", ofRuns)
	l.say("", "width", "of the 95 % interval of the chance", ofShare)
}
