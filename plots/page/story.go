package page

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"

	"entente/plots/page/model"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Story is what the guided screens show, worked out where the page is made: the first look needs no model in the browser.
type Story struct {
	Version   string    `json:"version"`
	Runs      int       `json:"runs"` // behind each chance
	Seed      uint64    `json:"seed"`
	Europe    []tile    `json:"europe"` // who signed at Washington in 1949
	Asia      []tile    `json:"asia"`   // who is invited in 2025
	Decision  Decision  `json:"decision"`
	Everybody Everybody `json:"everybody"`
	Right     []Episode `json:"right"`
	Mends     []Mend    `json:"mends"`
	Places    []Place   `json:"places"`
	Accounts  []Account `json:"accounts"`
	WhatIfs   []WhatIf  `json:"whatifs"`
	Reasons   Reasons   `json:"reasons"`
}

// Decision is one decision with what becomes of it as one figure is moved.
type Decision struct {
	Scenario string         `json:"scenario"`
	State    string         `json:"state"`
	Run      int            `json:"run"`
	AsIs     model.Decision `json:"as_is"`
	Levers   []Moved        `json:"levers"`
}

// Moved is a decision under values of one figure.
type Moved struct {
	Path   string           `json:"path"`
	Now    float64          `json:"now"` // the value of Values nearest to the one that the scenario has
	Values []float64        `json:"values"`
	Made   []model.Decision `json:"made"` // by value, without what would turn them
}

// Everybody is a few histories of a scenario, and what many come to as they are played.
type Everybody struct {
	Scenario  string      `json:"scenario"`
	Clause    string      `json:"clause"`
	ID        string      `json:"clause_id"`
	Ticks     []string    `json:"ticks"`
	States    []tile      `json:"states"`
	Shocks    []shock     `json:"shocks"`
	Histories []*lab.Tale `json:"histories"`
	Growing   []Grown     `json:"growing"`
}

// Grown is what so many runs tell of a clause, tick by tick: mean, low and high of the interval of luck.
type Grown struct {
	Runs    int          `json:"runs"`
	InForce [][3]float64 `json:"in_force"`
}

// Episode is what the model says of a piece of history, and what was.
type Episode struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Claims []Claim `json:"claims"`
}

// Claim is one of its claims.
type Claim struct {
	Who    string      `json:"who"`
	Says   string      `json:"says"`  // in short
	About  string      `json:"about"` // with the date
	Chance stats.Share `json:"chance"`
	Truth  bool        `json:"truth"`
}

// Mend is a change of the theory that a reader might ask for, with what it makes of some scenarios.
type Mend struct {
	ID     string        `json:"id"`
	Set    string        `json:"set"` // as after --set; "" for none
	Chance []stats.Share `json:"chance"`
}

// Place is a scenario that theories are held to, with what became of its clause.
type Place struct {
	Scenario string `json:"scenario"`
	Clause   string `json:"clause"`
	Happened bool   `json:"happened"`
}

// Account is what a theory makes of the places.
type Account struct {
	sim.Theory
	Chance []stats.Share `json:"chance"`
}

// WhatIf is a shipped what-if beside its base.
type WhatIf struct {
	Name        string           `json:"name"`
	Title       string           `json:"title"`
	Expectation string           `json:"expectation"`
	Base        stats.Share      `json:"base"`
	Chance      stats.Share      `json:"chance"`
	Change      stats.Difference `json:"change"`
}

// Reasons is what each of the five reasons of the first bet is worth: what it carries of Europe's pact, and what the chance of an
// Asian one would be if that reason alone were as good as the model knows.
type Reasons struct {
	Europe  stats.Share   `json:"europe"`
	Without stats.Share   `json:"europe_without"` // any of the five
	Asia    stats.Share   `json:"asia"`
	Parts   []ReasonsPart `json:"parts"`
}

// ReasonsPart is one of them.
type ReasonsPart struct {
	ID     string           `json:"id"`
	Gives  stats.Difference `json:"gives"` // points that it gives Europe's chance
	Set    string           `json:"set"`   // what is set in Asia, as after --set
	Asia   stats.Share      `json:"asia"`
	Change stats.Difference `json:"change"`
}

// WhatIfsOn is the scenario on which states decide, and on which the what-ifs are built that the page shows.
const WhatIfsOn = "pacific-2025"

// The scenarios that the story is about. Judgement: a decision that fails for reasons a student can push, the one history that
// everybody knows, and three regions that theories should tell apart.
const (
	pacific = WhatIfsOn
	europe  = "europe-1947"
	spokes  = "asia-1950"
	asia    = "asia-1991"
	decider = "JPN"
	when    = 6 // ticks from mid-2025: 2027Q1
	inRun   = 5 // of the histories of seed 1 one in which Japan is not willing then, and not far from it
	seed    = 1
	show    = 3   // histories
	batch   = 25  // runs that a page plays at a time
	grown   = 200 // runs that it plays in all
)

// Tell works the story out: chances of so many runs each. scenario finds a shipped scenario by its name, whatIfs are those built on
// the one that states decide on. Done counts runs.
func Tell(ctx context.Context, scenario func(string) sim.Scenario, whatIfs []sim.Scenario, opts lab.Options) (*Story, error) {
	opts.Seed = seed
	st := &Story{Version: sim.Version, Runs: opts.Runs, Seed: seed}
	total, done := 0, opts.Done
	opts.Done = func(count int) {
		if done != nil {
			done(total + count)
		}
	}
	played := func(h *lab.Head) error {
		total += h.Played
		if len(h.Failures) > 0 {
			return fmt.Errorf("run %d of the seminar page failed: %s", h.Failures[0].Run, h.Failures[0].Message)
		}
		return ctx.Err()
	}
	w := sim.NewWorld(scenario(pacific))
	st.Asia = around(w)
	st.Decision = decide(scenario(pacific))
	past := sim.NewWorld(scenario(europe))
	for _, t := range tilesOf(past) {
		if day, ok := past.Scenario.Truth[past.Scenario.Headline].Signed[t.ID]; ok && day < 1950 {
			st.Europe = append(st.Europe, t)
		}
	}
	st.Europe = laidOut(past, st.Europe)
	var err error
	if st.Everybody, err = everybody(ctx, past); err != nil {
		return nil, err
	}
	if err := st.hold(ctx, scenario, opts, played); err != nil {
		return nil, err
	}
	if err := st.compare(ctx, scenario, whatIfs, opts, played); err != nil {
		return nil, err
	}
	return st, st.weigh(ctx, scenario, opts, played)
}

// around are the tiles of those that a clause is offered to on the shores of the Pacific and of the east of the Indian Ocean.
func around(w *sim.World) []tile {
	return laidOut(w, slices.DeleteFunc(tilesOf(w), func(t tile) bool {
		east := w.Scenario.States[t.ID].Longitude
		return !t.Role.Invited() || east > -60 && east < 60
	}))
}

// decide lays the decision open, as it is and with one figure moved at a time, for the whole run.
func decide(s sim.Scenario) Decision {
	look := func(s sim.Scenario, inputs bool) model.Decision {
		return model.Decide(sim.NewWorld(s), seed, inRun, decider, when, inputs)
	}
	d := Decision{Scenario: s.Name, State: decider, Run: inRun, AsIs: look(s, true)}
	for _, l := range []struct {
		path string
		step float64
	}{{"levers." + decider + ".stance", 0.05}, {"levers.USA.stance", 0.05}, {"levers." + decider + ".trade", 0.1}} {
		f, ok := sim.FigureAt(l.path)
		if !ok {
			panic("page: no figure " + l.path)
		}
		low, high := f.Low, min(f.High, 2)
		if low < 0 {
			low, high = -1, 1
		}
		m := Moved{Path: l.path, Now: math.Inf(1)}
		now := f.At(&s, sim.Date(2027))
		for k := range int(math.Round((high-low)/l.step)) + 1 {
			v := math.Round((low+float64(float64(k)*l.step))*100) / 100
			if math.Abs(v-now) < math.Abs(m.Now-now) {
				m.Now = v
			}
			changed := s
			f.Set(&changed, v)
			m.Values, m.Made = append(m.Values, v), append(m.Made, look(changed, false))
		}
		d.Levers = append(d.Levers, m)
	}
	return d
}

// everybody plays histories of a scenario one by one, and many.
func everybody(ctx context.Context, w *sim.World) (Everybody, error) {
	s := &w.Scenario
	e := Everybody{Scenario: s.Name, Clause: s.Clauses[s.Headline].Title, ID: s.Headline, States: tilesOf(w), Shocks: []shock{}}
	e.States = slices.DeleteFunc(e.States, func(t tile) bool { return !t.Role.Invited() })
	for t := range w.Calendar.Ticks() {
		e.Ticks = append(e.Ticks, w.Calendar.Label(t))
	}
	for _, id := range slices.Sorted(maps.Keys(s.Shocks)) {
		e.Shocks = append(e.Shocks, shock{ID: id, Title: s.Shocks[id].Title})
	}
	for k := range show {
		tale, failure := lab.TaleOf(w, seed, k)
		if failure != "" {
			return e, fmt.Errorf("history %d of %s failed: %s", k, s.Name, failure)
		}
		tale.Events = slices.DeleteFunc(tale.Events, func(ev lab.Event) bool {
			return ev.Kind != lab.EventShock && ev.Clause != s.Headline && ev.Of != s.Headline
		})
		e.Histories = append(e.Histories, tale)
	}
	var batches []lab.Batch
	for from := 0; from < grown && ctx.Err() == nil; from += batch {
		batches = append(batches, lab.PlayBatch(ctx, w, seed, from, from+batch))
		b := lab.BriefOf(w, batches)
		if len(b.Failed) > 0 {
			return e, fmt.Errorf("run %d of %s failed: %s", b.Failed[0].Run, s.Name, b.Failed[0].Message)
		}
		g := Grown{Runs: b.Runs}
		for _, share := range b.InForce {
			g.InForce = append(g.InForce, [3]float64{share.Mean, share.Low, share.High})
		}
		e.Growing = append(e.Growing, g)
	}
	return e, ctx.Err()
}

// hold holds the model to history.
func (st *Story) hold(ctx context.Context, scenario func(string) sim.Scenario, opts lab.Options, played func(*lab.Head) error) error {
	var episodes []history.Episode
	on := map[string]sim.Scenario{}
	for _, id := range []string{"V1", "V2", "V4", "V6"} {
		ep, ok := history.FindEpisode(id)
		if !ok {
			panic("page: no episode " + id)
		}
		episodes, on[ep.Scenario] = append(episodes, ep), scenario(ep.Scenario)
	}
	h := history.AskHindcast(ctx, episodes, on, opts)
	for _, v := range h.Verdicts {
		ep := Episode{ID: v.ID, Title: v.Title}
		for _, c := range v.Claims {
			ep.Claims = append(ep.Claims, Claim{c.Who, c.Who + " " + c.Does + " " + c.What, c.About, c.Chance, c.Truth})
		}
		st.Right = append(st.Right, ep)
	}
	return played(h.Top())
}

// mends are the changes of the theory that a reader might ask for: constants of the article's rule, one at a time. Judgement:
// twice as much or half as much is what people ask for.
var mends = []struct {
	id, path string
	times    float64
}{
	{"none", "", 0},
	{"stances-less", "parameters.decision.home", 0.5},
	{"leader-more", "parameters.decision.sponsorship", 2},
	{"habit-more", "parameters.decision.reluctance", 1.5},
	{"habit-less", "parameters.decision.reluctance", 0.5},
	{"trade-more", "parameters.decision.trade", 3},
}

// told are the theories whose names the reader guesses. Judgement: those that tell the regions apart in some way.
var told = []string{sim.DefaultTheory, "balance-of-threat", "power-disparity", "collective-identity", "burden-sharing", "landscape"}

// compare plays three places by other constants and by other theories, and the what-ifs.
func (st *Story) compare(ctx context.Context, scenario func(string) sim.Scenario, whatIfs []sim.Scenario, opts lab.Options,
	played func(*lab.Head) error) error {
	for _, mend := range mends {
		st.Mends = append(st.Mends, Mend{ID: mend.id})
	}
	for _, name := range told {
		k := slices.IndexFunc(sim.Theories(), func(t sim.Theory) bool { return t.Name == name })
		st.Accounts = append(st.Accounts, Account{Theory: sim.Theories()[k]})
	}
	for _, name := range []string{europe, spokes, asia} {
		s := scenario(name)
		st.Places = append(st.Places, Place{s.Name, s.Clauses[s.Headline].Title, s.Truth[s.Headline].InForce != 0})
		var worlds []lab.Named
		for k, mend := range mends {
			changed := s
			if mend.path != "" {
				f, _ := sim.FigureAt(mend.path)
				v := math.Round(f.At(&s, s.Start)*mend.times*1000) / 1000
				f.Set(&changed, v)
				st.Mends[k].Set = fmt.Sprintf("%s=%v", mend.path, v)
			}
			worlds = append(worlds, lab.Named{Name: mend.id, Scenario: changed})
		}
		for _, theory := range told {
			changed := s
			changed.Theory = theory
			worlds = append(worlds, lab.Named{Name: theory, Scenario: changed})
		}
		c := lab.Compare(ctx, worlds, opts)
		if err := played(c.Top()); err != nil {
			return err
		}
		for k, w := range c.Worlds {
			if k < len(mends) {
				st.Mends[k].Chance = append(st.Mends[k].Chance, w.InForce)
			} else {
				a := &st.Accounts[k-len(mends)]
				a.Chance = append(a.Chance, w.InForce)
			}
		}
	}
	worlds := []lab.Named{{Name: pacific, Scenario: scenario(pacific)}}
	for _, s := range whatIfs {
		worlds = append(worlds, lab.Named{Name: s.Name, Scenario: s})
	}
	c := lab.Compare(ctx, worlds, opts)
	if err := played(c.Top()); err != nil {
		return err
	}
	for _, w := range c.Worlds[1:] {
		st.WhatIfs = append(st.WhatIfs, WhatIf{w.Name, w.Title, w.Expectation, c.Worlds[0].InForce, w.InForce, w.Change.InForce})
	}
	return nil
}

// reasons are the five of the first bet: which mechanisms each stands for, and the lever that makes it as good for an Asian pact as the
// levers reach.
var reasons = []struct {
	id         string
	mechanisms []string
	terms      []sim.Term // that weigh nothing without it
	lever      string
	at         float64
}{
	{"threat", []string{"shocks", "alarm"}, []sim.Term{sim.Security}, "levers.all.threat", 5},
	{"trade", []string{"trade"}, nil, "levers.all.trade", 0},
	{"ties", []string{"prior-ties"}, nil, "levers.all.ties", 2},
	{"quarrels", []string{"friction"}, nil, "levers.all.friction", 0},
	{"governments", []string{"stances", "sponsorship"}, nil, "levers.all.stance", 1},
}

// weigh asks what each reason carries in Europe, and what it could give Asia.
func (st *Story) weigh(ctx context.Context, scenario func(string) sim.Scenario, opts lab.Options, played func(*lab.Head) error) error {
	var parts []lab.Mechanism
	s := scenario(asia)
	worlds := []lab.Named{{Name: "as it is", Scenario: s}}
	for _, r := range reasons {
		parts = append(parts, lab.Mechanism{ID: r.id, Name: r.id, Remove: func(s sim.Scenario) sim.Scenario {
			for _, m := range lab.Mechanisms {
				if slices.Contains(r.mechanisms, m.ID) {
					s = m.Remove(s)
				}
			}
			s.Parameters = s.Parameters.Without(s.Theory, r.terms...)
			return s
		}})
		f, _ := sim.FigureAt(r.lever)
		changed := s
		f.Set(&changed, r.at)
		worlds = append(worlds, lab.Named{Name: r.id, Scenario: changed})
	}
	why := lab.AskWhy(ctx, scenario(europe), parts, 0, opts)
	if err := played(why.Top()); err != nil {
		return err
	}
	c := lab.Compare(ctx, worlds, opts)
	if err := played(c.Top()); err != nil {
		return err
	}
	st.Reasons = Reasons{Europe: why.AsIs, Without: why.Removed, Asia: c.Worlds[0].InForce}
	for k, m := range why.Mechanisms {
		st.Reasons.Parts = append(st.Reasons.Parts, ReasonsPart{
			ID: m.ID, Gives: turned(m.Carries), Set: fmt.Sprintf("%s=%v", reasons[k].lever, reasons[k].at),
			Asia: c.Worlds[k+1].InForce, Change: c.Worlds[k+1].Change.InForce,
		})
	}
	return nil
}

// turned is a difference seen from the other side: what removal takes away is what a reason gives.
func turned(d stats.Difference) stats.Difference {
	d.Mean, d.Low, d.High = 0-d.Mean, 0-d.High, 0-d.Low
	if b := d.Constants; b != nil {
		d.Constants = &stats.Band{Low: 0 - b.High, High: 0 - b.Low}
	}
	return d
}
