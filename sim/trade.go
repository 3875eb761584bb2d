package sim

// Trade holds the constants of dependence, after Hirschman (1945), National Power and the Structure of Foreign Trade.
type Trade struct {
	Diversion  float64 `toml:"diversion" range:"[0,1]" unit:"share of a lost flow that is sold elsewhere"`
	Cut        float64 `toml:"cut" range:"[0,1]" unit:"share of the flow that coercion stops"`
	Episode    float64 `toml:"episode" range:"[0.1,20]" unit:"years in which a coercion episode halves"`
	Adjustment float64 `toml:"adjustment" range:"[0,2]" unit:"share of a stopped flow that turns elsewhere for good, a year"`
}

// exposure is trade with the rival as a share of GDP: what a full embargo would stop.
func (t Trade) exposure(share, openness float64) float64 { return share * openness }

// exchange is step 3: trade with each rival drifts, is stopped and recovers. The scenario's series carry decoupling and
// growth; coercion stops a part, some of which is sold elsewhere and some of which never comes back.
func (r *Run) exchange() {
	w, k := r.w, len(r.w.rivals)
	p := w.Parameters.Trade
	for i := range w.States {
		for q := range k {
			place := i*k + q
			share := min(w.trade[r.Tick][place]*r.shift[place], 1)
			if stopped := r.stopped[place]; stopped > 0 {
				flow := p.exposure(share, w.openness[r.Tick][i]) * w.gdp[r.Tick][i]
				r.lost[i] += float64(flow * stopped * (1 - p.Diversion) * w.years)
				r.shift[place] *= max(1-float64(p.Adjustment*stopped*w.years), 0)
				share *= 1 - stopped
				r.stopped[place] *= w.stoppageKept
			}
			r.share[place] = share
		}
	}
}
