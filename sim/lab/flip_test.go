package lab

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/stats"
)

// brief is a scenario cut to three years, so that a search in it takes no time.
func brief(s sim.Scenario) sim.Scenario {
	s.End = s.Start + 2.75
	return s
}

func turnOf(t *testing.T, f *Flip, id string) Turn {
	t.Helper()
	for _, l := range f.Levers {
		if l.ID == id {
			return l
		}
	}
	t.Fatalf("%s was not searched", id)
	return Turn{}
}

// Where the freedom of action alone stands in the way, a shallower clause flips the answer: signing is as likely as not
// at 20 × depth = 5, for a state that decides once; who may think again crosses a little earlier. What counts for nothing
// flips nothing, and the search says so.
func TestFlipFindsWhatDecides(t *testing.T) {
	f := FindFlip(t.Context(), brief(onlyAutonomy(t)), "", 0.5, Options{Runs: 40, Seed: 1})
	if f.Above || f.AsIs.Mean > 0.1 || f.Cut || f.Last != "" {
		t.Fatalf("as it is the clause is in force in %v; nobody should sign", f.AsIs)
	}
	depth := turnOf(t, f, "depth")
	if depth.At == nil || depth.At.Values[0] < 0.1 || depth.At.Values[0] > 0.4 {
		t.Fatalf("the depth flips at %+v, want something like 0.25", depth.At)
	}
	if f.Cheapest().ID != "depth" || f.ByCost()[0].ID != "depth" {
		t.Errorf("the cheapest lever is %s, want the depth", f.Cheapest().ID)
	}
	for _, id := range []string{"threat", "trade", "friction", "commitment", "ties"} {
		if l := turnOf(t, f, id); l.At != nil || l.Best.Cost != 0 {
			t.Errorf("%s counts for nothing, and is said to flip at %+v, with the best at %+v", id, l.At, l.Best)
		}
	}
	if len(f.Invited) < 20 || !slices.IsSortedFunc(f.Invited, func(a, b *Move) int { return int(100 * (b.Chance.Mean - a.Chance.Mean)) }) {
		t.Errorf("%d changes of the invited were tried, or are not in order", len(f.Invited))
	}
}

// A flip lies on the far side of the target, and the step before it was tried and does not; the change is against the
// scenario as it is. So it is from either side of the target, and for one state.
func TestAFlipIsTheFirstStepThatCrosses(t *testing.T) {
	flips := 0
	for _, c := range []struct {
		name, state string
		target      float64
	}{{"pacific-2025", "", 0.1}, {"pacific-2025", "PHL", 0.1}, {"pacific-2025", "JPN", 0.1}, {"asia-1950", "", 0.3}, {"europe-1947", "", 0.5}} {
		f := FindFlip(t.Context(), brief(ablated(t, c.name)), c.state, c.target, Options{Runs: 20, Seed: 2})
		if f.Above != (f.AsIs.Mean >= c.target) {
			t.Errorf("%s %s: %v reaches %v: %v", c.name, c.state, f.AsIs.Mean, c.target, f.Above)
		}
		for _, l := range f.Levers {
			for _, m := range l.Points {
				if m.Crosses != ((m.Chance.Mean >= c.target) != f.Above) {
					t.Errorf("%s %s, %s: a chance of %v crosses %v: %v", c.name, c.state, m.Words, m.Chance.Mean, c.target, m.Crosses)
				}
				if math.Abs(m.Chance.Mean-f.AsIs.Mean-m.Change.Mean) > 1e-12 {
					t.Errorf("%s %s, %s: from %v to %v is a change of %v", c.name, c.state, m.Words, f.AsIs.Mean, m.Chance.Mean, m.Change.Mean)
				}
				if v := m.Values[0]; v < l.Low || v > l.High {
					t.Errorf("%s was tried at %v, outside %v to %v", l.ID, v, l.Low, l.High)
				}
				if farther := m.Chance.Mean - l.Best.Chance.Mean; farther > 0 && !f.Above || farther < 0 && f.Above {
					t.Errorf("%s %s: %s goes farther than the best, %s", c.name, c.state, m.Words, l.Best.Words)
				}
				if l.At != nil && m.Crosses && m.Cost < l.At.Cost {
					t.Errorf("%s %s: %s crosses at less cost than %s", c.name, c.state, m.Words, l.At.Words)
				}
			}
			if !slices.IsSortedFunc(l.Points, func(a, b *Move) int { return int(math.Copysign(1, a.Values[0]-b.Values[0])) }) {
				t.Errorf("the points of %s are not in order", l.ID)
			}
			if l.At == nil {
				continue
			}
			flips++
			before := l.At.Values[0] + 1.0/leverGrain
			if l.helps() == up {
				before = l.At.Values[0] - 1.0/leverGrain
			}
			if !slices.ContainsFunc(l.Points, func(m *Move) bool { return !m.Crosses && math.Abs(m.Values[0]-before) < 1e-9 }) {
				t.Errorf("%s %s: %s crosses, but the step before it was not seen not to", c.name, c.state, l.At.Words)
			}
		}
		if p := f.Pair; p != nil {
			a, b := turnOf(t, f, p.Levers[0]), turnOf(t, f, p.Levers[1])
			if want := math.Hypot(a.cost(p.Values[0]), b.cost(p.Values[1])); !p.Crosses || math.Abs(p.Cost-want) > 1e-9 || p.Values[0] == a.Now || p.Values[1] == b.Now {
				t.Errorf("%s %s: the pair %s crosses: %v, at a cost of %v, want %v", c.name, c.state, p.Words, p.Crosses, p.Cost, want)
			}
		}
	}
	if flips < 10 {
		t.Errorf("only %d flips were found: the scenarios do not put the claim to the test", flips)
	}
}

// Into pairs go the levers that cross alone, the cheapest first, then those that come nearest to the target, from
// whichever side. A lever that nowhere does better than now has nothing to add.
func TestWhichLeversGoTogether(t *testing.T) {
	lever := func(id string, cost, chance float64, crosses bool) Turn {
		m := &Move{Values: []float64{0.5}, Cost: cost, Chance: stats.Share{Mean: chance}, Crosses: crosses}
		turn := Turn{Lever: Lever{ID: id, Now: 1}, Best: m}
		if crosses {
			turn.At = m
		}
		return turn
	}
	for _, above := range []bool{false, true} {
		sign := func(v float64) float64 { // the same world from the other side
			if above {
				return 1 - v
			}
			return v
		}
		h := &hunt{Flip: &Flip{Target: 0.5, Above: above, Levers: []Turn{
			lever("far", 0.9, sign(0.2), false), lever("near", 0.9, sign(0.4), false), lever("idle", 0, sign(0.1), false),
			lever("nearer", 0.9, sign(0.45), false), lever("dear", 0.8, sign(0.6), true), lever("cheap", 0.2, sign(0.5), true),
			lever("dearest", 0.9, sign(0.6), true), lever("middling", 0.5, sign(0.6), true),
		}}}
		var got []string
		for _, m := range h.movers() {
			got = append(got, m.ID)
		}
		if want := []string{"cheap", "middling", "dear", "nearer", "near"}; !slices.Equal(got, want) {
			t.Errorf("above %v: %v go together, want %v", above, got, want)
		}
	}
}

// The cheapest pair is no dearer than the ray beside the cheapest lever, where the other helps or does no harm.
func TestThePairIsNoDearerThanItsRays(t *testing.T) {
	f := FindFlip(t.Context(), brief(ablated(t, "pacific-2025")), "", 0.4, Options{Runs: 20, Seed: 3})
	if f.Pair == nil || f.Cheapest() == nil {
		t.Fatalf("pacific-2025 has levers that bring it to 40 %%: pair %v, cheapest %v", f.Pair, f.Cheapest())
	}
	if f.PairIsCheaper() != (f.Pair.Cost < f.Cheapest().At.Cost) {
		t.Errorf("a pair at %v is cheaper than %v: %v", f.Pair.Cost, f.Cheapest().At.Cost, f.PairIsCheaper())
	}
	if most := f.Cheapest().At.Cost / rays[2][0]; f.Pair.Cost > most+0.05 {
		t.Errorf("the cheapest pair costs %v, and %v would do on the ray next to %s", f.Pair.Cost, most, f.Cheapest().Name)
	}
}

// The number of workers changes nothing, and the scenario is left as it was.
func TestFlipDependsOnScenarioAndSeedOnly(t *testing.T) {
	s := brief(ablated(t, "pacific-2025"))
	one := text(t, FindFlip(t.Context(), s, "JPN", 0.5, Options{Runs: 10, Seed: 3, Workers: 1}))
	for _, workers := range []int{2, 8} {
		if got := text(t, FindFlip(t.Context(), s, "JPN", 0.5, Options{Runs: 10, Seed: 3, Workers: workers})); got != one {
			t.Errorf("with %d workers the search finds\n%s\nwith one\n%s", workers, got, one)
		}
	}
	if !reflect.DeepEqual(s, brief(ablated(t, "pacific-2025"))) {
		t.Error("the search has changed the scenario it was given")
	}
}

// What follows --set makes the same scenario as the search played: the same levers, the same clause.
func TestMovesAreFiguresToSet(t *testing.T) {
	for _, name := range scenarios.Names() {
		plain := ablated(t, name)
		for _, state := range []string{"", plain.Clauses[plain.Headline].Founders[1]} {
			for _, l := range levers(plain, state) {
				for _, v := range []float64{l.Low, 0.635, l.High} {
					want := plain
					l.set(&want, v)
					got := ablated(t, name, l.setting(v))
					for who, row := range want.Levers { // the reader fills in what is not given
						for _, f := range []*sim.Series{&row.Threat, &row.Trade, &row.Volatility, &row.Ties, &row.Friction} {
							if len(*f) == 0 {
								*f = sim.Const(1)
							}
						}
						want.Levers[who] = row
					}
					if !reflect.DeepEqual(got, want) {
						t.Errorf("%s: --set %s makes another scenario than the search plays", name, l.setting(v))
					}
				}
			}
		}
		w, c := sim.NewWorld(plain), plain.Clauses[plain.Headline]
		for _, i := range ByRole(w, w.Headline()) {
			other := withFounder(c, w.States[i])
			switch RoleOf(w, w.Headline(), i) {
			case Founder:
				other = withoutFounder(c, w.States[i])
			case RivalRole:
				continue
			}
			got := ablated(t, name, clauseSettings(plain.Headline, c, other)...).Clauses[plain.Headline]
			if len(other.OpenTo) == 0 {
				other.OpenTo = nil
			}
			if len(other.Required) == 0 {
				other.Required = nil
			}
			if !reflect.DeepEqual(got, other) {
				t.Errorf("%s without or with %s: --set makes %+v, the search plays %+v", name, w.States[i], got, other)
			}
		}
	}
}

// Leaving a founder out lets nobody wait for it; a state made one need not wait to accede.
func TestTheInvitedByHand(t *testing.T) {
	c := sim.Clause{Founders: []string{"A", "B", "C"}, Required: []string{"A", "B"}, Minimum: 3, OpenTo: map[string]sim.Date{"D": 2027, "E": 2028}}
	without := withoutFounder(c, "B")
	if !slices.Equal(without.Founders, []string{"A", "C"}) || !slices.Equal(without.Required, []string{"A"}) || without.Minimum != 2 {
		t.Errorf("without B: %+v", without)
	}
	joined := withFounder(c, "D")
	if !slices.Equal(joined.Founders, []string{"A", "B", "C", "D"}) || len(joined.OpenTo) != 1 || joined.OpenTo["E"] != 2028 || joined.Minimum != 3 {
		t.Errorf("with D: %+v", joined)
	}
	if len(c.Founders) != 3 || len(c.OpenTo) != 2 || len(c.Required) != 2 {
		t.Errorf("the clause itself has changed: %+v", c)
	}
	for want, sets := range map[string][]string{
		`clauses.pact.founders=["A", "C"] clauses.pact.required=["A"] clauses.pact.minimum=2`:                    clauseSettings("pact", c, without),
		`clauses.pact.founders=["A", "B", "C", "D"] clauses.pact.open_to=[] clauses.pact.open_to={ E = "2028" }`: clauseSettings("pact", c, joined),
		`clauses.pact.founders=["A", "B", "C", "D", "E"] clauses.pact.open_to=[]`:                                clauseSettings("pact", c, withFounder(joined, "E")),
	} {
		if got := strings.Join(sets, " "); got != want {
			t.Errorf("after --set stands %s, want %s", got, want)
		}
	}
}

// The founder left out, and the state asked about, are not the same.
func TestTheStateAskedAboutIsNotLeftOut(t *testing.T) {
	f := FindFlip(t.Context(), brief(ablated(t, "asia-1950")), "JPN", 0.5, Options{Runs: 2, Seed: 1})
	for _, m := range f.Invited {
		if m.Words == "without Japan" {
			t.Error("asked whether Japan signs, the search leaves Japan out")
		}
	}
	for _, l := range f.Levers {
		if strings.HasPrefix(l.Path, "levers.") && !strings.HasPrefix(l.Path, "levers.JPN.") {
			t.Errorf("asked about Japan, the search moves %s", l.Path)
		}
	}
}

// To halve and to double cost the same; to take away costs all; at is the inverse of cost, never short of it.
func TestCostByHand(t *testing.T) {
	l := Lever{Now: 1, Low: 0, High: 5}
	for v, want := range map[float64]float64{1: 0, 0.5: 0.5, 2: 0.5, 0: 1, 5: 0.8, 0.75: 0.25, 1.25: 0.2} {
		if got := l.cost(v); math.Abs(got-want) > 1e-12 {
			t.Errorf("from 1 to %v costs %v, want %v", v, got, want)
		}
	}
	for _, l := range []Lever{l, {Now: 0.7, High: 1}, {Now: 1, High: 1}, {Now: 0.333, High: 1}, {Now: 2, High: 5}, {Now: 0, High: 5}} {
		for _, to := range []side{down, up} {
			for c := 0.0; c <= l.farthest(to)+1e-12; c += 0.01 {
				v := value(l.at(to, c))
				if v < l.Low || v > l.High || l.Now > 0 && (v-l.Now)*float64(to) < -1e-12 {
					t.Fatalf("from %v a cost of %v buys %v on side %v", l.Now, c, v, to)
				}
				if got := l.cost(v); l.Now > 0 && v != l.Low && v != l.High && (got < c-1e-9 || got > c+0.05) {
					t.Fatalf("from %v a cost of %v buys %v, which costs %v", l.Now, c, v, got)
				}
			}
		}
	}
	if v := value(Lever{Now: 0, High: 5}.at(up, 1)); v != 5 {
		t.Errorf("from nothing the end of the range is %v, want 5", v)
	}
}

// A lever that the scenario moves over time is held level by the search, and that is a change too.
func TestALeverThatMovesIsHeldLevel(t *testing.T) {
	s := brief(ablated(t, "pacific-2025", "levers.all.threat={2025=1, 2026=5}"))
	f := FindFlip(t.Context(), s, "", 0.5, Options{Runs: 10, Seed: 1})
	threat, trade := turnOf(t, f, "threat"), turnOf(t, f, "trade")
	if !threat.Moves || trade.Moves {
		t.Errorf("threat moves: %v, trade: %v", threat.Moves, trade.Moves)
	}
	if threat.Now <= 1 || threat.Now >= 5 {
		t.Errorf("on the day the clause opens the lever stands at %v, between 1 and 5", threat.Now)
	}
	for _, m := range threat.Points {
		if len(m.Set) == 0 {
			t.Errorf("the scenario as it is stands among the points of a lever that moves: %+v", m)
		}
	}
}

// Interrupted, a search holds the levers that were done, and says where it was.
func TestFlipCutShort(t *testing.T) {
	whole := FindFlip(t.Context(), brief(ablated(t, "asia-1950")), "", 0.5, Options{Runs: 4, Seed: 1, Workers: 1})
	for _, after := range []int{2, 30, whole.Played / 2, whole.Played - 1} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		f := FindFlip(ctx, brief(ablated(t, "asia-1950")), "", 0.5, Options{Runs: 4, Seed: 1, Workers: 1, Done: func(count int) {
			if count == after {
				cancel()
			}
		}})
		if !f.Cut || f.Last == "" || f.Played != after || f.ToPlay() <= f.Played {
			t.Errorf("after %d runs: cut %v in %q, %d of %d played", after, f.Cut, f.Last, f.Played, f.ToPlay())
		}
		for i, l := range f.Levers {
			if text(t, l) != text(t, whole.Levers[i]) {
				t.Errorf("after %d runs %s is not what the whole search finds", after, l.ID)
			}
		}
		if after == 30 && (len(f.Levers) != 0 || f.Last != "threat felt") {
			t.Errorf("after %d runs %d levers are done, and it was at %q", after, len(f.Levers), f.Last)
		}
	}
}

func TestFlipTableIsTidy(t *testing.T) {
	f := FindFlip(t.Context(), brief(ablated(t, "pacific-2025")), "", 0.1, Options{Runs: 20, Seed: 2})
	var b bytes.Buffer
	if err := f.Table().Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+len(f.Moves()) {
		t.Errorf("%d rows for %d worlds", len(rows)-1, len(f.Moves()))
	}
	flips := 0
	for _, r := range rows[1:] {
		if r[14] == "1" {
			flips++
			if r[13] != "1" {
				t.Errorf("a flip that does not cross: %v", r)
			}
		}
	}
	want := 0
	for _, l := range f.Levers {
		if l.At != nil {
			want++
		}
	}
	if f.Pair != nil {
		want++
	}
	if f.Invited[0].Crosses {
		want++
	}
	if flips != want || want < 2 {
		t.Errorf("%d flips are marked, want %d", flips, want)
	}
}
