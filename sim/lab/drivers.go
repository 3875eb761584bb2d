package lab

import (
	"context"
	"slices"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Drivers is what the states of some scenarios see of the three drivers, and what each adds to their decisions. Its head is that of
// the first scenario, and counts the runs of all.
type Drivers struct {
	Head
	Worlds []DrivenScenario `json:"worlds"` // those of which a run came to an end
}

// DrivenScenario is one scenario, by its headline clause. It depends on scenario, seed and number of runs only.
type DrivenScenario struct {
	Head
	Years []string `json:"years"` // of the scenario, as labels
	// place among the years of the first in which somebody decides; of that in which talks open if nobody ever does
	First  int           `json:"first"`
	States []DrivenState `json:"states"`                     // founders, then those it is open to; by name within each
	Adds   []Added       `json:"adds"`                       // what each driver adds to decisions: mean over the states that decide in a run, each alike; none if nobody does
	Half   *Half         `json:"half" jsonschema:"nullable"` // where a typical state would be as willing as not; none if nobody decides in the first year
}

// DrivenState is one state in it.
type DrivenState struct {
	ID      string         `json:"id"`                       // as in the scenario
	Name    string         `json:"name"`                     // of the state, for people
	Role    Role           `json:"role"`                     // in the headline clause
	AtStart bool           `json:"bound_at_start,omitempty"` // the clause bound it when the scenario began
	Member  stats.Share    `json:"member"`                   // bound by it at the end
	Whole   StateDrivers   `json:"whole"`                    // over the whole run
	Years   []StateDrivers `json:"by_year"`                  // in the order of the years
}

// StateDrivers is what a state sees of the drivers over some ticks, each run's mean by itself, and what they add to its decisions
// there; zero of a state that sees or decides nothing there.
type StateDrivers struct {
	Threat     Range   `json:"threat"`                // felt from the clause's worst rival, 0..1
	Power      float64 `json:"power"`                 // the first source of threat, how capable the rival is, 0..1: mean over the runs
	Proximity  float64 `json:"proximity"`             // the second source, how near the rival is, 0..1: mean over the runs
	Offence    float64 `json:"offence"`               // the third source, what the rival could attack with, 0..1: mean over the runs
	Intent     Range   `json:"intent"`                // the fourth source, what the rival is seen to mean, 0..1
	Shock      float64 `json:"shock"`                 // alarm of the worst shock that strikes there, 0..1: mean over the runs
	Trade      Range   `json:"trade_at_risk"`         // share of GDP, 0..1
	Turnover   float64 `json:"changes_of_government"` // expected a year
	Spread     float64 `json:"spread"`                // half the distance between the parties, 0..1
	Volatility float64 `json:"policy_volatility"`     // the product of the two

	Decided int                   `json:"decided"`                // runs in which it weighs the clause at least once there
	Willing Range                 `json:"willing"`                // its chance of being ready to sign when it does
	Felt    Range                 `json:"threat_when_it_decides"` // the threat it feels at its decisions, 0..1
	Utility Range                 `json:"utility"`                // behind its chance, in logits
	Adds    [sim.NumDrivers]Added `json:"adds"`                   // what each driver adds to its decisions
}

// Added is what a driver adds to a decision.
type Added struct {
	Driver sim.Driver `json:"driver"` // its name
	Logits Range      `json:"logits"` // to the utility of signing
	Chance Range      `json:"chance"` // of being willing: that with the driver less that without it, expectations as they are
}

// Range is a figure over the runs: its mean, and where nine in ten of them lie.
type Range struct {
	Mean float64 `json:"mean"` // over the runs
	Q05  float64 `json:"q05"`  // 5 % quantile of the runs
	Q95  float64 `json:"q95"`  // 95 % quantile of the runs
}

func rangeOf(v []float64) Range {
	s := stats.SpreadOf(v)
	return Range{s.Mean, s.Q05, s.Q95}
}

// glimpse is what a state sees of the drivers over some ticks of one run, in sums.
type glimpse struct {
	ticks, decided int
	shock          float64            // the greatest
	seen           [seenKinds]float64 // over the ticks
	weighed        [weighedKinds]float64
	logits, chance [sim.NumDrivers]float64 // over the decisions, as the kinds before
}

const (
	seenThreat = iota
	seenPower
	seenProximity
	seenOffence
	seenIntent
	seenTrade
	seenTurnover
	seenSpread
	seenVolatility
	seenKinds
)

const (
	weighedWilling = iota
	weighedFelt
	weighedUtility
	weighedKinds
)

// see adds one tick of a run.
func (g *glimpse) see(run *sim.Run, clause, i int) {
	d := run.Drivers(clause, i)
	g.ticks++
	g.shock = max(g.shock, run.Shocked(i))
	for k, v := range [seenKinds]float64{d.Threat, d.Power, d.Proximity, d.Offence, d.Intent, d.Trade, d.Turnover,
		d.Spread, d.PolicyVolatility()} {
		g.seen[k] += v
	}
	terms, chance, ok := run.Decided(clause, i)
	if !ok {
		return
	}
	g.decided++
	for k, v := range [weighedKinds]float64{chance, d.Threat, terms.Sum()} {
		g.weighed[k] += v
	}
	for d := range sim.NumDrivers {
		spared, _ := run.Spared(d, clause, i)
		g.logits[d] += d.Adds(terms)
		g.chance[d] += chance - spared
	}
}

// stateDrivers is what the runs have in common of what one state saw.
func stateDrivers(runs []*glimpse) StateDrivers {
	over := func(count func(*glimpse) int, sum func(*glimpse) float64) Range {
		var v []float64
		for k := range runs {
			if n := count(runs[k]); n > 0 {
				v = append(v, sum(runs[k])/float64(n))
			}
		}
		return rangeOf(v)
	}
	ticks, decisions := func(g *glimpse) int { return g.ticks }, func(g *glimpse) int { return g.decided }
	seen := func(kind int) Range { return over(ticks, func(g *glimpse) float64 { return g.seen[kind] }) }
	weighed := func(kind int) Range { return over(decisions, func(g *glimpse) float64 { return g.weighed[kind] }) }
	s := StateDrivers{
		Threat: seen(seenThreat), Power: seen(seenPower).Mean, Proximity: seen(seenProximity).Mean, Offence: seen(seenOffence).Mean,
		Intent: seen(seenIntent), Shock: rangeOf(each(runs, func(g *glimpse) float64 { return g.shock })).Mean, Trade: seen(seenTrade), Turnover: seen(seenTurnover).Mean, Spread: seen(seenSpread).Mean,
		Volatility: seen(seenVolatility).Mean, Willing: weighed(weighedWilling), Felt: weighed(weighedFelt),
		Utility: weighed(weighedUtility),
	}
	for k := range runs {
		if runs[k].decided > 0 {
			s.Decided++
		}
	}
	for d := range sim.NumDrivers {
		s.Adds[d] = Added{d, over(decisions, func(g *glimpse) float64 { return g.logits[d] }),
			over(decisions, func(g *glimpse) float64 { return g.chance[d] })}
	}
	return s
}

// addedByAll is what each driver adds to the decisions of the states that decide in a run, each counted alike, over the runs; none if
// nobody ever decides. States holds the runs of each state, and says nothing of one that does not decide.
func addedByAll(states [][]*glimpse) []Added {
	type means struct{ logits, chance [sim.NumDrivers]float64 }
	var runs []means
	for k := range states[0] {
		var m means
		deciding := 0.0
		for _, of := range states {
			g := of[k]
			if g.decided == 0 {
				continue
			}
			deciding++
			for d := range sim.NumDrivers {
				m.logits[d] += g.logits[d] / float64(g.decided)
				m.chance[d] += g.chance[d] / float64(g.decided)
			}
		}
		if deciding == 0 {
			continue
		}
		for d := range sim.NumDrivers {
			m.logits[d] /= deciding
			m.chance[d] /= deciding
		}
		runs = append(runs, m)
	}
	all := []Added{}
	if len(runs) == 0 {
		return all
	}
	for d := range sim.NumDrivers {
		all = append(all, Added{d, rangeOf(each(runs, func(m means) float64 { return m.logits[d] })),
			rangeOf(each(runs, func(m means) float64 { return m.chance[d] }))})
	}
	return all
}

// AskDrivers plays some worlds, each of a scenario of its own, as often as opts say and looks at the drivers of its
// headline clause, year by year. If ctx is cancelled, what it returns of each rests on its first runs. Done counts the
// runs of all.
func AskDrivers(ctx context.Context, worlds []*sim.World, opts Options) *Drivers {
	var found *Drivers
	played, of := 0, ""
	if len(worlds) > 1 {
		of = "of each scenario"
	}
	for _, w := range worlds {
		if found == nil {
			found = &Drivers{Head: NewHead("drivers", of, w, opts), Worlds: []DrivenScenario{}}
			found.ToPlay = opts.Runs * len(worlds)
		}
		found.OfAll(w)
		each, before := opts, played
		if done := opts.Done; done != nil {
			each.Done = func(count int) { done(before + count) }
		}
		one := drivenScenario(ctx, w, each)
		played += one.Played
		found.Played = played
		for _, f := range one.Failures {
			f.World = w.Scenario.Name
			found.Failures = append(found.Failures, f)
		}
		if one.Runs > 0 {
			if len(found.Worlds) == 0 {
				found.Runs = one.Runs
			}
			found.Worlds = append(found.Worlds, *one)
		}
	}
	return found
}

// seenRun is what the states saw in one run.
type seenRun struct {
	glimpses []glimpse   // state × year, and behind the years the whole run
	members  []bool      // state: bound at the end
	dealt    stats.Dealt // what it was played with
	failure  string
}

// drivenScenario plays one world and keeps what its invited states saw.
func drivenScenario(ctx context.Context, w *sim.World, opts Options) *DrivenScenario {
	headline, ends := w.Headline(), w.Calendar.YearEnds()
	d := &DrivenScenario{Head: NewHead("drivers", "", w, opts), Years: []string{}, States: []DrivenState{}}
	years := make([]int, w.Calendar.Ticks()) // tick: place of its year
	for t := range years {
		years[t], _ = slices.BinarySearch(ends, t)
	}
	for _, t := range ends {
		d.Years = append(d.Years, w.Calendar.Label(t)[:4])
	}
	d.First = years[min(max(w.Calendar.Tick(w.Opens(headline)), 0), len(years)-1)]
	var invited []int
	for _, i := range ByRole(w, headline) {
		if RoleOf(w, headline, i).Invited() {
			invited = append(invited, i)
		}
	}
	runs := make([]*seenRun, opts.Runs)
	d.Played = inTurn(ctx, w, opts, func(run *sim.Run, k int) bool {
		if runs[k] = lookOn(ctx, run, opts.Seed, k, invited, years, len(ends)); runs[k] != nil {
			runs[k].dealt = dealtTo(w, k)
		}
		return runs[k] != nil
	})
	var good []*seenRun
	for k, r := range runs[:d.Played] {
		if r.failure != "" {
			d.Failures = append(d.Failures, Failure{Run: k, Message: r.failure})
			continue
		}
		good = append(good, r)
	}
	if d.Runs = len(good); d.Runs > 0 {
		d.sum(w, good, invited)
	}
	return d
}

// sum tells of each state that is invited what drove it, by year and over all of them, and where the line of one half lies.
func (d *DrivenScenario) sum(w *sim.World, good []*seenRun, invited []int) {
	headline, years := w.Headline(), len(d.Years)
	by := stats.Drawn(each(good, func(r *seenRun) stats.Dealt { return r.dealt }))
	whole := make([][]*glimpse, len(invited)) // state: runs
	for place, i := range invited {
		st := DrivenState{ID: w.States[i], Name: w.Scenario.States[w.States[i]].Name, Role: RoleOf(w, headline, i),
			AtStart: BoundAtStart(&w.Scenario, w.Scenario.Headline, w.States[i])}
		at := func(period int) []*glimpse {
			return each(good, func(r *seenRun) *glimpse { return &r.glimpses[place*(years+1)+period] })
		}
		st.Member = by.Share(each(good, func(r *seenRun) bool { return r.members[place] }))
		for y := range years {
			st.Years = append(st.Years, stateDrivers(at(y)))
		}
		whole[place] = at(years)
		st.Whole = stateDrivers(whole[place])
		d.States = append(d.States, st)
	}
	d.Adds = addedByAll(whole)
	for y := range years {
		if slices.ContainsFunc(d.States, func(st DrivenState) bool { return st.Years[y].Decided > 0 }) {
			d.First = y
			break
		}
	}
	d.Half = half(w, d.States, d.First)
}

// lookOn plays one run and keeps what the invited saw; nil if ctx was cancelled before its end. What the model takes for impossible
// comes back as a failure.
func lookOn(ctx context.Context, run *sim.Run, seed uint64, k int, invited, years []int, count int) *seenRun {
	headline := run.World().Headline()
	r := &seenRun{glimpses: make([]glimpse, len(invited)*(count+1)), members: make([]bool, len(invited))}
	failure, given := playOn(ctx, run, seed, k, func() bool { return true }, func() {
		for place, i := range invited {
			own := r.glimpses[place*(count+1):]
			own[years[run.Tick]].see(run, headline, i)
			own[count].see(run, headline, i)
		}
	}, func() {
		for place, i := range invited {
			r.members[place] = run.Bound(headline, i)
		}
	})
	switch {
	case failure != "":
		return &seenRun{failure: failure}
	case given:
		return nil
	}
	return r
}
