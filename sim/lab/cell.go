package lab

import (
	"context"
	"encoding/json"
	"fmt"
	"sync/atomic"

	"entente/sim"
)

// Cell is one world that a question asks for. All cells of a question are played with the same luck, run by run, so that
// they differ by their worlds alone (common random numbers).
type Cell struct {
	Name  string     // among the cells of the question: what is changed; "" for the scenario as it is
	World *sim.World // that is played
	Whole bool       // keep how every clause fared to the last tick; else only the headline, and a run ends once that is lost for good
}

// A Ledger remembers what has been played, so that nobody need play it again. Keys and values are lines of text, asked for and
// noted by several workers at once. Where it cannot keep something, play goes on, and whoever opened it learns of that; what
// it recalls and cannot be, is played.
type Ledger interface {
	Recall(key string) (value string, ok bool)
	Note(key, value string)
}

// Plays is how the runs of some cells ended.
type Plays struct {
	Cells    []Cell    // as they were asked for
	Runs     int       // the first so many runs were played in every cell
	Played   int       // runs of all cells that ended, failed ones included
	ToPlay   int       // runs of all cells that were asked for
	Failures []Failure // of those first runs

	endings [][]*Ending // cell × run
}

// block is the number of runs that are played in each cell before the next ones are begun: what is cut short then has the
// first so many runs of every cell to tell of. It holds whole codings, so that the world of each is laid once.
const block = 5

// stretch is some runs of one cell: what a worker plays at a time and a ledger keeps.
type stretch struct{ cell, from, to int }

// PlayCells plays each cell as often as opts say, block by block. If ctx is cancelled it stops after the blocks in hand.
func PlayCells(ctx context.Context, cells []Cell, opts Options) *Plays {
	var stretches []stretch
	for from := 0; from < opts.Runs; from += block {
		for c := range cells {
			stretches = append(stretches, stretch{c, from, min(from+block, opts.Runs)})
		}
	}
	p, done := playStretches(ctx, cells, stretches, opts)
	if len(cells) > 0 {
		p.Runs = min(done/len(cells)*block, opts.Runs)
	}
	p.listFailures()
	return p
}

// playStretches plays some stretches and tells how many were played: always the first ones.
func playStretches(ctx context.Context, cells []Cell, stretches []stretch, opts Options) (*Plays, int) {
	p := &Plays{Cells: cells, endings: make([][]*Ending, len(cells))}
	for c := range cells {
		p.endings[c] = make([]*Ending, opts.Runs)
	}
	for _, s := range stretches {
		p.ToPlay += s.to - s.from
	}
	var played atomic.Int64
	done := InParallel(ctx, opts.Workers, len(stretches), func() func(int) bool {
		return func(k int) bool {
			s := stretches[k]
			if !p.play(ctx, s, opts) {
				return false
			}
			if count := int(played.Add(int64(s.to - s.from))); opts.Done != nil {
				opts.Done(count)
			}
			return true
		}
	})
	p.Played = int(played.Load())
	return p, done
}

// play plays one stretch, or remembers it; false if ctx was cancelled before its end.
func (p *Plays) play(ctx context.Context, s stretch, opts Options) bool {
	cell := p.Cells[s.cell]
	key := fmt.Sprintf("%s %d-%d", cell.Name, s.from, s.to-1)
	if opts.Ledger != nil {
		if text, ok := opts.Ledger.Recall(key); ok {
			if known, ok := readEndings(text, s.to-s.from, cell.World); ok {
				for i, e := range known {
					e.deal(cell.World, s.from+i)
					p.endings[s.cell][s.from+i] = e
				}
				return true
			}
		}
	}
	room := player{worlds: &codedWorlds{world: cell.World, seed: opts.Seed}}
	for k := s.from; k < s.to; k++ {
		e := playToEnd(ctx, room.on(k), opts.Seed, k, cell.Whole)
		if e == nil {
			return false
		}
		e.deal(cell.World, k)
		p.endings[s.cell][k] = e
	}
	if opts.Ledger != nil {
		text, err := json.Marshal(p.endings[s.cell][s.from:s.to])
		if err != nil {
			panic(fmt.Sprintf("lab: an ending that JSON cannot hold: %v", err))
		}
		opts.Ledger.Note(key, string(text))
	}
	return true
}

// readEndings reads what a ledger kept of so many runs of a world; not ok if it cannot be that.
func readEndings(text string, runs int, w *sim.World) (known []*Ending, ok bool) {
	if err := json.Unmarshal([]byte(text), &known); err != nil || len(known) != runs {
		return nil, false
	}
	for _, e := range known {
		if e == nil || !e.fits(w) {
			return nil, false
		}
	}
	return known, true
}

// listFailures lists the failures of the runs that every cell has played, in the order of runs.
func (p *Plays) listFailures() {
	p.Failures = []Failure{}
	for k := range p.Runs {
		for c, cell := range p.Cells {
			if e := p.endings[c][k]; e.Failure != "" {
				p.Failures = append(p.Failures, Failure{Run: k, World: cell.Name, Message: e.Failure})
			}
		}
	}
}

// Endings are those of the runs of a cell that every cell has played, failed ones included.
func (p *Plays) Endings(cell int) []*Ending { return p.endings[cell][:p.Runs] }

// Some is what was played of some of the cells, from one to before another.
func (p *Plays) Some(from, to int) *Plays {
	part := &Plays{Cells: p.Cells[from:to], Runs: p.Runs, endings: p.endings[from:to]}
	for _, runs := range part.endings {
		part.ToPlay += len(runs)
		for _, e := range runs {
			if e != nil {
				part.Played++
			}
		}
	}
	part.listFailures()
	return part
}

// Fill tells a head how much of its question was played. Its runs are those of the first cell that came to an end.
func (p *Plays) Fill(h *Head) {
	h.Played, h.ToPlay, h.Failures, h.Runs = p.Played, p.ToPlay, p.Failures, 0
	for _, e := range p.Endings(0) {
		if e.Failure == "" {
			h.Runs++
		}
	}
}
