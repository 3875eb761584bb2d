package lab

import (
	"fmt"
)

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
