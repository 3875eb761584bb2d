package lab

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"entente/sim"
)

// Blocks keeps what was played of a study, a block of points at a time. Each block is asked for and written whole, by
// several workers at once. What is read and cannot be a block of the study is played anew.
type Blocks interface {
	Read(k int) (rows string, ok bool)
	Write(k int, rows string) error
}

// blockRuns is about how many runs a block holds: some tenths of a second of play, which is what a kill costs a worker.
const blockRuns = 200

// BlockPoints is how many points a block holds; the last may hold fewer.
func (st *Study) BlockPoints() int { return max((blockRuns+st.Each-1)/st.Each, 1) }

// Blocks is how many there are.
func (st *Study) Blocks() int { return (st.Points + st.BlockPoints() - 1) / st.BlockPoints() }

// points are those of a block, from one to before another.
func (st *Study) points(block int) (from, to int) {
	return block * st.BlockPoints(), min((block+1)*st.BlockPoints(), st.Points)
}

// Played is what was played of a study: its first points, in the order of the design.
type Played struct {
	*Study
	Whole    int          // points, the first of all
	Runs     int          // of these, that came to an end
	Played   int          // of all points, failed ones included
	Failures []RunFailure // of the first points

	blocks Blocks
}

// RunFailure is a run that broke a promise of the model.
type RunFailure struct {
	Point   int    `json:"point"`
	Run     int    `json:"run"`
	Message string `json:"message"`
}

// ErrFailures is why a study was stopped that fails again and again.
var ErrFailures = errors.New("so many runs failed that the rest was not played")

// Play plays what is not in the blocks yet. If ctx is cancelled, or more than so many runs fail, it stops after the
// blocks in hand. Done counts runs, those found included. The error says that a block could not be kept, or is
// ErrFailures: what is returned then rests on the first blocks. Options.Runs, Seed and Ledger are the study's own.
func (st *Study) Play(ctx context.Context, blocks Blocks, mostFailures int, opts Options) (*Played, error) {
	finished, played, stopped := st.playBlocks(ctx, blocks, st.Blocks(), func(i int) int { return i }, mostFailures, opts)
	p := &Played{Study: st, Whole: min(finished*st.BlockPoints(), st.Points), Played: played, blocks: blocks,
		Failures: []RunFailure{}}
	p.each(func(point, run int, failure string, _ []float64) {
		if failure == "" {
			p.Runs++
		} else {
			p.Failures = append(p.Failures, RunFailure{point, run, failure})
		}
	})
	return p, stopped
}

// playBlocks plays so many blocks, by their numbers, and tells how many of the first are whole and how many runs were
// played of all.
func (st *Study) playBlocks(ctx context.Context, blocks Blocks, count int, number func(i int) int, mostFailures int,
	opts Options) (finished, played int, stopped error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var done, failed atomic.Int64
	var lost error
	var once sync.Once
	finished = InParallel(ctx, opts.Workers, count, func() func(int) bool {
		return func(i int) bool {
			k := number(i)
			from, to := st.points(k)
			failures, known := st.count(blocks, k)
			if !known {
				rows, n := st.playPoints(ctx, from, to)
				if rows == "" {
					return false
				}
				if err := blocks.Write(k, rows); err != nil {
					once.Do(func() { lost = err })
					cancel(err)
					return false
				}
				failures = n
			}
			if int(failed.Add(int64(failures))) > mostFailures {
				cancel(ErrFailures)
			}
			if count := int(done.Add(int64((to - from) * st.Each))); opts.Done != nil {
				opts.Done(count)
			}
			return true
		}
	})
	switch {
	case lost != nil:
		stopped = lost
	case errors.Is(context.Cause(ctx), ErrFailures) && finished < count:
		stopped = ErrFailures
	}
	return finished, int(done.Load()), stopped
}

// count tells how many runs of a block failed; not known if the block is not there or cannot be this one.
func (st *Study) count(blocks Blocks, k int) (failures int, known bool) {
	rows, ok := blocks.Read(k)
	if !ok {
		return 0, false
	}
	from, to := st.points(k)
	point, next := from, 0
	err := st.read(rows, func(p, run int, failure string, _ []float64) error {
		if p != point || run != st.FirstRun(p)+next || p >= to {
			return errors.New("out of order")
		}
		if failure != "" {
			failures++
		}
		if next++; next == st.Each {
			point, next = point+1, 0
		}
		return nil
	})
	return failures, err == nil && point == to
}

// playPoints plays some points, from one to before another; nothing if ctx was cancelled before their end.
func (st *Study) playPoints(ctx context.Context, from, to int) (rows string, failures int) {
	var b strings.Builder
	out := csv.NewWriter(&b)
	for p := from; p < to; p++ {
		var room player
		broken := attempt(func() { room.worlds = &codedWorlds{world: st.world(p), seed: st.Seed} })
		for n := range st.Each {
			number := st.FirstRun(p) + n
			failure, values := broken, make([]float64, len(st.Outputs))
			var run *sim.Run
			if failure == "" {
				failure = attempt(func() { run = room.on(number) })
			}
			if failure == "" {
				d := playToEnd(ctx, run, st.Seed, number, st.whole())
				if d == nil {
					return "", 0
				}
				if failure = d.Failure; failure == "" {
					for i := range st.Outputs {
						values[i] = st.Outputs[i].of(d, run.World())
					}
				}
			}
			cells := []string{strconv.Itoa(p), strconv.Itoa(number), failure}
			for _, v := range values {
				cells = append(cells, strconv.FormatFloat(v, 'g', -1, 64))
			}
			if failure != "" {
				failures++
			}
			out.Write(cells)
		}
	}
	out.Flush()
	return b.String(), failures
}

// read visits the rows of a block: point, run, what failed ("" if nothing), and the outputs.
func (st *Study) read(rows string, see func(point, run int, failure string, values []float64) error) error {
	in := csv.NewReader(strings.NewReader(rows))
	in.FieldsPerRecord, in.ReuseRecord = 3+len(st.Outputs), true
	values := make([]float64, len(st.Outputs))
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		point, err := strconv.Atoi(cells[0])
		run, err2 := strconv.Atoi(cells[1])
		err = errors.Join(err, err2)
		for i := range values {
			if values[i], err2 = strconv.ParseFloat(cells[3+i], 64); err2 != nil {
				err = err2
			}
		}
		if err != nil {
			return err
		}
		if err := see(point, run, cells[2], values); err != nil {
			return err
		}
	}
}

// each visits the runs of the first points in their order. It holds one block at a time.
func (p *Played) each(see func(point, run int, failure string, values []float64)) {
	for k := 0; k*p.BlockPoints() < p.Whole; k++ {
		p.eachOf(k, see)
	}
}

// eachOf visits the runs of a block that is there.
func (p *Played) eachOf(k int, see func(point, run int, failure string, values []float64)) {
	rows, ok := p.blocks.Read(k)
	err := errors.New("it is gone")
	if ok {
		err = p.read(rows, func(point, run int, failure string, values []float64) error {
			see(point, run, failure, values)
			return nil
		})
	}
	if err != nil {
		panic(fmt.Sprintf("lab: block %d of the study was there and cannot be read any more: %v", k, err))
	}
}

// atPoints visits the first points in their order: how many of their runs came to an end, and the mean of each output
// over these.
func (p *Played) atPoints(see func(point, runs int, means []float64)) {
	sums, runs := make([]float64, len(p.Outputs)), 0
	seen := 0
	p.each(func(point, _ int, failure string, values []float64) {
		if failure == "" {
			runs++
			for i, v := range values {
				sums[i] += v
			}
		}
		if seen++; seen == p.Each {
			for i := range sums {
				if sums[i] /= float64(runs); runs == 0 {
					sums[i] = 0
				}
			}
			see(point, runs, sums)
			clear(sums)
			runs, seen = 0, 0
		}
	})
}

// Fill tells a head how much was played.
func (p *Played) Fill(h *Head) {
	h.Asked, h.ToPlay = p.Points*p.Each, p.Points*p.Each
	h.Runs, h.Played, h.Failures = p.Runs, p.Played, p.failed()
}

// failed are the runs that failed, as a head tells of them.
func (p *Played) failed() []Failure {
	all := []Failure{}
	for _, f := range p.Failures {
		all = append(all, Failure{Run: f.Run, World: fmt.Sprintf("at point %d", f.Point), Message: f.Message})
	}
	return all
}

// newHead begins the answer to a question about a study. What the study moves is held at each point.
func (st *Study) newHead(question string) Head {
	h := NewHead(question, "", st.base, Options{Runs: st.Each, Seed: st.Seed})
	h.HeldFast = append(h.HeldFast, st.moved...)
	return h
}

// head begins the answer to a question about a study.
func (p *Played) head(question string) Head {
	h := p.newHead(question)
	p.Fill(&h)
	return h
}

// Memory keeps blocks for as long as a command runs.
type Memory struct {
	mu   sync.Mutex
	kept map[int]string
}

// Read is a block that was written.
func (m *Memory) Read(k int) (string, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	rows, ok := m.kept[k]
	return rows, ok
}

// Write keeps a block.
func (m *Memory) Write(k int, rows string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil {
		m.kept = map[int]string{}
	}
	m.kept[k] = rows
	return nil
}

// Kept are the tables of a study: its points, its runs, its failures, and what their columns mean. replay is the
// command that plays a point again.
func (p *Played) Kept(replay func(point int) string) []Table {
	names := func(prefix []string, last ...string) []string {
		header := slices.Clone(prefix)
		for _, f := range p.Factors {
			header = append(header, f.ID)
		}
		header = append(header, last...)
		for _, o := range p.Outputs {
			header = append(header, o.ID)
		}
		return header
	}
	of := []string{string(p.Design)}
	width, seed := p.Layout.Width, strconv.FormatUint(p.Seed, 10)
	return []Table{
		{"points.csv", "one row per point of the design, in its order: factors, and the means of outputs over its runs",
			func(out io.Writer) error {
				return Rows(out, names([]string{"design", "point", "row", "seed", "run"}, "runs", "failed"), func(row func(...string)) {
					p.atPoints(func(point, runs int, means []float64) {
						cells := append(of[:1:1], strconv.Itoa(point), strconv.Itoa(point/width), seed, strconv.Itoa(p.FirstRun(point)))
						for _, v := range p.Values(point) {
							cells = append(cells, strconv.FormatFloat(v, 'g', -1, 64))
						}
						cells = append(cells, strconv.Itoa(runs), strconv.Itoa(p.Each-runs))
						for _, m := range means {
							if runs == 0 {
								cells = append(cells, "")
								continue
							}
							cells = append(cells, Digits(m))
						}
						row(cells...)
					})
				})
			}},
		{"runs.csv", "one row per run, in the order of points", func(out io.Writer) error {
			header := []string{"design", "point", "seed", "run", "draw", "failed"}
			for _, o := range p.Outputs {
				header = append(header, o.ID)
			}
			return Rows(out, header, func(row func(...string)) {
				p.each(func(point, run int, failure string, values []float64) {
					cells := append(of[:1:1], strconv.Itoa(point), seed, strconv.Itoa(run), p.draw(run), YesNo(failure != ""))
					for _, v := range values {
						if failure != "" {
							cells = append(cells, "")
							continue
						}
						cells = append(cells, Digits(v))
					}
					row(cells...)
				})
			})
		}},
		{"failures.csv", "one row per run that failed, with the command that plays its point again", func(out io.Writer) error {
			return Rows(out, []string{"point", "seed", "run", "replay", "message"}, func(row func(...string)) {
				for _, f := range p.Failures {
					row(strconv.Itoa(f.Point), seed, strconv.Itoa(f.Run), replay(f.Point), f.Message)
				}
			})
		}},
		{"dictionary.csv", "one row per column of points.csv and runs.csv: what it means", func(out io.Writer) error {
			return Rows(out, []string{"column", "meaning", "unit", "distribution", "low", "high"}, func(row func(...string)) { p.Dictionary(row) })
		}},
	}
}
