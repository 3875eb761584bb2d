package lab

import (
	"sync"
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
