package sim

// Trade holds the constants of dependence, after Hirschman (1945), National Power and the Structure of Foreign Trade.
type Trade struct {
	Diversion  float64 `toml:"diversion" range:"[0,1]" unit:"share of a lost flow that is sold elsewhere"`
	Cut        float64 `toml:"cut" range:"[0,1]" unit:"share of the flow that coercion stops"`
	Episode    float64 `toml:"episode" range:"[0.1,20]" unit:"years in which a coercion episode halves"`
	Adjustment float64 `toml:"adjustment" range:"[0,2]" unit:"share of a stopped flow that turns elsewhere for good, a year"`
}

// stake is trade with a rival as a share of GDP: what a full embargo would stop. Its arguments are the share of trade that a state has
// with the rival, and all its trade as a share of GDP.
//
//	stake = dependence × openness
func (t Trade) stake(dependence, openness float64) float64 { return dependence * openness }

// stake is that of a state and a rival, as things stand.
func (r *Run) stake(place int) float64 {
	return r.w.Parameters.Trade.stake(r.dependence[place], r.w.openness[r.Tick][place/len(r.w.rivals)])
}

// stakeWorked is stake on paper.
func (r *Run) stakeWorked(place int) Working {
	return made("×", leaf("share of trade", r.dependence[place]), leaf("openness to trade", r.w.openness[r.Tick][place/len(r.w.rivals)])).
		called("stake in trade")
}

// exchange is step 3: trade with each rival goes on, stops and turns elsewhere. The scenario's series carry decoupling
// and growth; coercion stops a part, some of which is sold elsewhere at once and some of which never comes back. With flow and
// stopped as shares, and Δ a tick in years,
//
//	lost_i  += flow_ir × openness_i × GDP_i × stopped_ir × (1 - diversion) × Δ
//	shift_ir = shift_ir × max(1 - adjustment × stopped_ir × Δ, 0)
//
// By hand: of 0.2 × 0.5 × 100 bn a year a third (0.336) is stopped for a quarter, and 0.7 of that sold elsewhere. Lost for good is
// 10 × 0.336 × 0.3 × 0.25 = 0.25 bn.
func (r *Run) exchange() {
	r.open()
	w, k := r.w, len(r.w.rivals)
	p := w.Parameters.Trade
	for place, stopped := range r.stopped {
		if stopped > 0 {
			i := place / k
			flow := p.stake(r.flow(place), w.openness[r.Tick][i]) * w.gdp[r.Tick][i]
			r.lost[i] += float64(flow * stopped * (1 - p.Diversion) * w.years)
			r.shift[place] *= max(1-float64(p.Adjustment*stopped*w.years), 0)
		}
	}
}

// flow is the share of its trade that a state would have with a rival if none of it were stopped, in [0, 1].
//
//	flow = trade × shift, at most 1
func (r *Run) flow(place int) float64 { return min(r.w.trade[r.Tick][place]*r.shift[place], 1) }

// open works out the dependence of each state on each rival: the share of its trade as things stand.
//
//	dependence = flow × (1 - stopped)
func (r *Run) open() {
	for place := range r.dependence {
		r.dependence[place] = r.flow(place) * (1 - r.stopped[place])
	}
}

// tradeLoss is what the rival could stop, as a share of GDP, less what could be sold elsewhere: of the whole
// stake, not of the part that it stopped in past episodes (Hirschman 1945).
//
//	trade = -trade × trade at risk (drivers.go)
var tradeLoss = measure{
	func(r *Run, a int, weight float64) float64 {
		return -weight * r.tradeAtRisk(r.talks.clause, r.talks.seats[a], r.talks.depth)
	},
	func(r *Run, a int, weight float64) Working {
		i, k := r.talks.seats[a], len(r.w.rivals)
		var parts []Working
		for _, q := range r.w.clauses[r.talks.clause].against {
			place := i*k + q
			parts = append(parts, made("×", r.stakeWorked(place),
				leaf("chance of retaliation", r.retaliation(q, r.talks.depth, r.stake(place))),
				made("-", leaf("1", 1), leaf("diversion", r.w.Parameters.Trade.Diversion))).about(r.w.Rivals[q]))
		}
		return weighed(-weight, made("+", parts...).called("share of GDP that would be lost"))
	},
}
