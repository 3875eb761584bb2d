package sim

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// near compares with a figure worked out by hand to four decimals. What is no number is near nothing.
func near(t *testing.T, why string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 5e-5) {
		t.Errorf("%s: got %.5f, want %.4f", why, got, want)
	}
}

// twoByTwo is a world small enough to work every term by hand: a patron PAT, a client CLI and a rival RIV, one tie,
// one clause. Means fall to 1/e nowhere: all capitals are in one place.
func twoByTwo() Scenario {
	state := func(capability, contest float64) State {
		return State{
			Name: "x", Capability: Const(capability), GDP: Const(100), Openness: Const(0.5),
			Trade: map[string]Series{"RIV": Const(0.2)}, Polyarchy: Const(0.8), IdealPoint: Const(0),
			Contest: map[string]Series{"RIV": Const(contest)}, Tradition: Const(0.5), Volatility: Const(0), Stance: Const(0.5),
			Spread: Const(0), Projection: Const(1), Commitment: Const(1),
		}
	}
	s := Scenario{
		Name: "hand", Title: "by hand", Start: 2000, End: 2000.75, Tick: Quarter, Headline: "pact",
		States: map[string]State{"PAT": state(0.3, 0.25), "CLI": state(0.1, 0.5), "RIV": state(0.2, 0)},
		Rivals: map[string]Rival{"RIV": {Posture: Steady(GreyZone), Offence: Const(1), Tempo: Const(0), Move: Const(0), Retaliation: Const(0.5)}},
		Clauses: map[string]Clause{"pact": {Title: "Pact", Opens: 2000, Founders: []string{"CLI", "PAT"}, Depth: Const(0.8),
			Against: []string{"RIV"}, Minimum: 2}},
		Ties:      map[string]Tie{"old": {Title: "Old", Members: []string{"CLI", "PAT"}, Kind: Defence, Depth: Const(0.3), Since: 1990}},
		Relations: map[string]Relation{"CLI-PAT": {Friction: Const(0.1), Affinity: Const(0.6)}},
	}
	s.Parameters = Parameters{
		Threat:    Threat{Offence: 1, Intent: 1, Fade: 1000, Chronic: 1, HalfLife: 1, Notice: 0.2, Salami: 0.1},
		Trade:     Trade{Diversion: 0.7, Episode: 1},
		Politics:  Politics{Resumption: 1},
		Aid:       Aid{Local: 1000, Global: 1000, Reliability: 0.5},
		Diplomacy: Diplomacy{},
		Decision: Weights{Security: 10, Interest: 20, Autonomy: 1, Entrapment: 2, Trade: 10, Friction: 3, Unlikeness: 2, Home: 2,
			Volatility: 1, Audience: 1, Reluctance: 0.5},
		Common: Common{Noise: 1, Span: 4, Quarrel: 2},
		Review: Review{Every: 1e9},
	}
	return s
}

// at stands a run of s on the eve of its first tick.
func at(s Scenario) *Run {
	r := NewRun(NewWorld(s))
	r.Start(1, 0)
	return r
}

// threeWay adds BYS, who may stand at the table too, to the world worked by hand.
func threeWay() Scenario {
	s := twoByTwo()
	s.States["BYS"] = s.States["CLI"]
	c := s.Clauses["pact"]
	c.Founders = []string{"BYS", "CLI", "PAT"}
	s.Clauses["pact"] = c
	return s
}

// tabled is a world in which states decide by a theory, at its first talks, with everyone expected in.
func tabled(s Scenario, theory string, set func(p *Parameters)) *Run {
	s.Theory = theory
	set(&s.Parameters)
	r := at(s)
	r.prelude()
	r.convene(0)
	return r
}

// says is what a state makes of the clause on the table.
func (r *Run) says(id string) Terms { return r.weigh(r.talks.seat[r.w.State(id)]) }

// utility is the sum of what it says.
func (r *Run) utility(id string) float64 {
	t := r.says(id)
	return t.Sum()
}

// explained is what a state makes of the pact in the world worked by hand, and the chance with which it expects the other to sign: the one
// figure that is not worked by hand.
func explained(t *testing.T, id string) (terms Terms, other float64) {
	t.Helper()
	w := NewWorld(twoByTwo())
	e, err := w.Decision(1, 0, w.Headline(), w.State(id), 0)
	if err != nil {
		t.Fatal(err)
	}
	return e.Terms, e.Expected[0].Chance
}

// restless is the world worked by hand with a client that changes its government three times in ten years, between parties half as far
// apart as they may be.
func restless() Scenario {
	return changed(twoByTwo(), "CLI", func(x *State) { x.Volatility, x.Spread = Const(0.3), Const(0.5) })
}

// changed changes a state of a scenario.
func changed(s Scenario, id string, change func(*State)) Scenario {
	states := map[string]State{}
	for k, x := range s.States {
		if k == id {
			change(&x)
		}
		states[k] = x
	}
	s.States = states
	return s
}

// The world of twoByTwo: the rival has 0.2, the patron 0.3 and feels 0.25, the client 0.1 and feels 0.5. The worth of PAT
// to CLI is 0.15, of CLI to PAT 0.05. CLI has 0.145 without the clause and 0.22 with it, PAT 0.315 and 0.34.
func danger(threat, aid float64) float64 { return threat * 0.2 / (0.2 + aid) }

// play steps a run to its end and calls see after every tick.
func play(r *Run, seed, number uint64, see func()) {
	r.Start(seed, number)
	for r.Step() {
		see()
	}
}

// anyWorld draws a small world: any number of states and rivals, any figures in their ranges, any ties, clauses, shocks
// and theory. A property that holds over such worlds does not lean on one scenario.
func anyWorld(r *rand.Rand) Scenario {
	s := Scenario{
		Name: "any", Title: "any", Start: 2000, End: Date(2001 + r.IntN(6)), Headline: "pact",
		Tick:   []Step{Month, Quarter, Year}[r.IntN(3)],
		States: map[string]State{}, Rivals: map[string]Rival{}, Relations: map[string]Relation{}, Ties: map[string]Tie{},
		Arrangements: map[string]Arrangement{}, Clauses: map[string]Clause{}, Shocks: map[string]Shock{},
	}
	drawParameters(r, &s.Parameters, false)
	n, rivals := 4+r.IntN(6), 1+r.IntN(2)
	var ids, rivalIDs []string
	for i := range n {
		ids = append(ids, fmt.Sprintf("S%02d", i))
	}
	rivalIDs = ids[:rivals]
	perRival := func() map[string]Series {
		m := map[string]Series{}
		for _, q := range rivalIDs {
			m[q] = anySeries(r, 0, 0.5)
		}
		return m
	}
	for _, id := range ids {
		s.States[id] = State{
			Name: id, Latitude: float64(160*r.Float64()) - 80, Longitude: float64(360*r.Float64()) - 180, Capability: anySeries(r, 0.001, 0.3),
			GDP: anySeries(r, 1, 20000), Openness: anySeries(r, 0, 2), Trade: perRival(), Polyarchy: anySeries(r, 0, 1),
			IdealPoint: anySeries(r, -2, 2), Contest: perRival(), Tradition: anySeries(r, 0, 1),
			Volatility: anySeries(r, 0, 1), Stance: anySeries(r, -1, 1), Spread: anySeries(r, 0, 1),
			Projection: anySeries(r, 0, 1), Commitment: anySeries(r, 0, 1),
		}
		if x := s.States[id]; r.IntN(3) == 0 {
			x.Centre, x.Elections = anySeries(r, -1, 1), []Date{2001.5, 2003.5}
			if r.IntN(3) == 0 {
				x.Barred = &Bar{Until: 2002, Reason: "occupied"}
			}
			s.States[id] = x
		}
	}
	postures := []Posture{GreyZone, Overt, Conciliatory, Adaptive}
	for _, id := range rivalIDs {
		s.Rivals[id] = Rival{
			Posture: Steady(postures[r.IntN(len(postures))]), Offence: anySeries(r, 0, 1), Tempo: anySeries(r, 0, 10),
			Move: anySeries(r, 0, 1), Retaliation: anySeries(r, 0, 1),
		}
	}
	for range r.IntN(6) {
		i, j := two(r, n)
		if _, there := s.Relations[ids[j]+"-"+ids[i]]; !there {
			s.Relations[ids[i]+"-"+ids[j]] = Relation{Friction: anySeries(r, 0, 1)}
		}
	}
	for k := range r.IntN(8) {
		i, j := two(r, n)
		tie := Tie{Title: "tie", Members: []string{ids[i], ids[j]}, Kind: kinds[1+r.IntN(rungs-1)], Since: Date(1990 + r.IntN(14))}
		if tie.Kind == Defence {
			tie.Depth = anySeries(r, 0, 1)
			if r.IntN(2) == 0 {
				tie.Guarantor, tie.Return = ids[i], anySeries(r, 0, 1)
			}
		}
		s.Ties[fmt.Sprintf("tie%d", k)] = tie
	}
	for k := range r.IntN(3) {
		p := r.Perm(n)
		s.Arrangements[fmt.Sprintf("circle%d", k)] = Arrangement{
			Title: "circle", Members: []string{ids[p[0]], ids[p[1]], ids[p[2]]}, Kind: kinds[1+r.IntN(rungs-2)], Since: 1995,
		}
	}
	free := ids[rivals:]
	for k, name := range []string{"pact", "other"}[:1+r.IntN(2)] {
		p := r.Perm(len(free))
		founders := 2 + r.IntN(len(free)-1)
		c := Clause{
			Title: name, Opens: Date(2000 + k), Depth: anySeries(r, 0.2, 1), Against: rivalIDs[:1+r.IntN(rivals)],
			Minimum: 2, Ratification: r.Float64(), Consent: []ConsentRule{Unanimous, Majority, NoConsent}[r.IntN(3)],
			OpenTo: map[string]Date{}, Binding: float64(r.IntN(3)), Notice: r.Float64(),
		}
		for x, f := range p {
			if x < founders {
				c.Founders = append(c.Founders, free[f])
			} else {
				c.OpenTo[free[f]] = 2001
			}
		}
		if r.IntN(2) == 0 {
			c.Required = c.Founders[:1+r.IntN(2)]
		}
		if r.IntN(3) == 0 {
			c.Area = c.Founders[1:]
		}
		if r.IntN(3) == 0 {
			c.Closes = c.Opens + 1
		}
		s.Clauses[name] = c
	}
	shockKinds := ShockKinds()
	for k := range r.IntN(5) {
		shock := Shock{
			Title: "shock", Kind: shockKinds[r.IntN(len(shockKinds))], Actor: rivalIDs[0], Size: 2*r.Float64() - 1,
			Felt: map[string]float64{free[r.IntN(len(free))]: r.Float64(), free[0]: 1}, Stance: 2*r.Float64() - 1,
			HalfLife: 3 * r.Float64() * float64(r.IntN(2)),
		}
		if r.IntN(2) == 0 {
			shock.Hazard = r.Float64()
		} else {
			shock.Date = 2000.5
		}
		s.Shocks[fmt.Sprintf("shock%d", k)] = shock
	}
	if r.IntN(3) == 0 {
		s.Levers = map[string]Levers{}
		for _, who := range []string{Everyone, ids[r.IntN(n)], ids[r.IntN(n)]}[r.IntN(2):] {
			s.Levers[who] = Levers{Threat: anySeries(r, 0, 5), Trade: anySeries(r, 0, 5), Volatility: anySeries(r, 0, 5),
				Ties: anySeries(r, 0, 2), Friction: anySeries(r, 0, 5)}
		}
	}
	drawParameters(r, &s.Parameters, true)
	s.Theory = Theories()[r.IntN(len(Theories()))].Name
	return s
}

func two(r *rand.Rand, n int) (int, int) {
	i := r.IntN(n)
	return i, (i + 1 + r.IntN(n-1)) % n
}

func anySeries(r *rand.Rand, low, high float64) Series {
	v := func() float64 { return low + float64((high-low)*r.Float64()) }
	if r.IntN(3) > 0 {
		return Const(v())
	}
	return Series{{2000, v()}, {2002, v()}}
}

// drawParameters draws every parameter from its range, near its lower end where the range is wide: those of the rival
// theories, or all others. Those of a measured twin are left out: no run looks at them.
func drawParameters(r *rand.Rand, p *Parameters, rivals bool) {
	s := Scenario{Parameters: *p}
	for _, f := range Figures() {
		if !strings.HasPrefix(f.Path, "parameters.") || rivals != (f.Theory != "") || strings.HasPrefix(f.Path, "parameters.measured.") ||
			slices.Contains(switches, f.Path) {
			continue
		}
		v := f.Low + float64((min(f.High, f.Low+20)-f.Low)*r.Float64())
		if f.High > 100 { // kilometres
			v = f.Low + float64(5000*r.Float64())
		}
		f.Set(&s, v)
	}
	*p = s.Parameters
}

// switches are pieces that were added with a weight of 0 and can be turned on. Each has luck of its own in random worlds, so that
// one more leaves all other figures of a world as they were.
var switches = []string{
	"parameters.decision.provocation", "parameters.decision.leash", "parameters.decision.novelty", "parameters.danger.joined",
	"parameters.politics.alarm", "parameters.decision.disputes",
}

// drawSwitches draws each switch from its range, and leaves it off in half of the worlds.
func drawSwitches(number uint64, s *Scenario) {
	for k, path := range switches {
		f, ok := FigureAt(path)
		if !ok {
			panic("there is no switch " + path)
		}
		r := rand.New(rand.NewPCG(number, 2+uint64(k)))
		if v := f.Low + float64((min(f.High, 20)-f.Low)*r.Float64()); r.IntN(2) == 0 {
			f.Set(s, v)
		}
	}
}

// switchedOff is a scenario with all switches off.
func switchedOff(s Scenario) Scenario {
	for _, path := range switches {
		f, _ := FigureAt(path)
		f.Set(&s, 0)
	}
	return s
}

// worlds calls f for many random worlds, each with the number by which it can be drawn again.
func worlds(count int, f func(number uint64, s Scenario)) {
	for k := range uint64(count) {
		s := anyWorld(rand.New(rand.NewPCG(k, 1)))
		drawSwitches(k, &s)
		f(k, s)
	}
}
