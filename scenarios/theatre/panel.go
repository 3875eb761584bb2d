package theatre

// panel is a figure by state and year.
type panel struct {
	sys system
	at  map[string]map[int]float64
}

func newPanel(s system) *panel { return &panel{s, map[string]map[int]float64{}} }

// put keeps a figure of a state in a year.
func (p *panel) put(state string, year int, x float64) {
	if p.at[state] == nil {
		p.at[state] = map[int]float64{}
	}
	p.at[state][year] = x
}

// figure is that of a state in a year; not ok if there is none.
func (p *panel) figure(s *Polity, year int) (float64, bool) {
	if p == nil {
		return 0, false
	}
	for _, name := range s.names(p.sys, year) {
		if x, ok := p.at[name][year]; ok {
			return x, true
		}
	}
	return 0, false
}
