package lab

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// Shard says which part of a question one of several machines plays: share K of N holds every Nth block of a study, fit of a
// tournament or chain of a calibration, from the Kth on, so that shares take about as long as each other wherever the slow ones lie.
type Shard struct {
	K  int `json:"share"`  // from 1
	Of int `json:"shares"` // all of them
}

// Has tells whether the k-th block falls to the share, from 0; all do to one that is not cut.
func (s Shard) Has(k int) bool { return s.Of == 0 || k%s.Of == s.K-1 }

// Count is how many of so many blocks fall to a share.
func (s Shard) Count(blocks int) int { return (blocks - s.K + s.Of) / s.Of }

// Numbers are those of so many blocks that fall to a share, from 0.
func (s Shard) Numbers(blocks int) []int {
	var all []int
	for i := range s.Count(blocks) {
		all = append(all, s.number(i))
	}
	return all
}

func (s Shard) number(i int) int { return s.K - 1 + i*s.Of }

// Runs is how many runs there are in some blocks of a study.
func (st *Study) Runs(blocks []int) (runs int) {
	for _, k := range blocks {
		from, to := st.points(k)
		runs += (to - from) * st.Each
	}
	return runs
}

// FailedRuns is how many runs failed in a block.
func FailedRuns(rows string) (n int) {
	in := csv.NewReader(strings.NewReader(rows))
	in.ReuseRecord = true
	for {
		cells, err := in.Read()
		if err != nil { // the end: a block that is read is whole
			return n
		}
		if cells[2] != "" {
			n++
		}
	}
}

// ShardPlayed is what was played of a share of a study. What the study says is told by all shares together.
type ShardPlayed struct {
	Head
	Shard
	Plan   Plan `json:"plan"`          // what the study asks
	Blocks int  `json:"blocks"`        // of the share
	Whole  int  `json:"blocks_played"` // blocks of the share that are played

	points []int // of the runs that failed, in the order of Failures
}

// BlankShare is a share of which nothing is known but its name.
func (st *Study) BlankShare(of Shard) *ShardPlayed {
	s := &ShardPlayed{Head: st.newHead("sweep"), Shard: of, Plan: st.Plan, Blocks: of.Count(st.Blocks())}
	s.ToPlay = st.Runs(of.Numbers(st.Blocks()))
	s.Asked = s.ToPlay
	return s
}

// PlayShare plays a share of a study, as Play plays all of it.
func (st *Study) PlayShare(ctx context.Context, blocks Blocks, of Shard, mostFailures int, opts Options) (*ShardPlayed, error) {
	s := st.BlankShare(of)
	finished, played, stopped := st.playBlocks(ctx, blocks, s.Blocks, of.number, mostFailures, opts)
	s.Whole, s.Played = finished, played
	p := &Played{Study: st, blocks: blocks}
	for i := range finished {
		p.eachOf(of.number(i), func(point, run int, failure string, _ []float64) {
			if failure == "" {
				s.Runs++
				return
			}
			p.Failures = append(p.Failures, RunFailure{point, run, failure})
			s.points = append(s.points, point)
		})
	}
	s.Failures = p.failed()
	return s, stopped
}

// Tables are the runs of the share that failed: its blocks hold the others.
func (s *ShardPlayed) Tables() []Table {
	return []Table{{"failures.csv", "one row per run that failed", func(out io.Writer) error {
		return Rows(out, []string{"point", "seed", "run", "message"}, func(row func(...string)) {
			for k, f := range s.Failures {
				row(strconv.Itoa(s.points[k]), strconv.FormatUint(s.Seed, 10), strconv.Itoa(f.Run), f.Message)
			}
		})
	}}}
}
