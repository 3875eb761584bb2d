package lab_test

import (
	"encoding/json"
	"math"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// aClass says something for five states in each of eight turns.
func aClass(w *sim.World) (said []lab.Said) {
	for turn := range lab.MostTurns {
		for k, id := range []string{"AUS", "JPN", "PHL", "USA", "KOR"} {
			said = append(said, lab.Said{Turn: turn + 1, State: w.State(id), Yes: (turn+k)%5 > 0})
		}
	}
	return said
}

func asText(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A class plays turn by turn: what has happened does not change when the next turn is played, nor by what is said of later ones.
func TestTurnsThatWerePlayedStay(t *testing.T) {
	w := world(t, "pacific-2025")
	said, opts := aClass(w), lab.Options{Seed: 1}
	whole := lab.PlayRoles(w, 0, w.Headline(), said, lab.MostTurns, opts)
	if len(whole.Turns) != lab.MostTurns || whole.Of != lab.MostTurns {
		t.Fatalf("%d of %d turns were played", len(whole.Turns), whole.Of)
	}
	for turns := 1; turns < lab.MostTurns; turns++ {
		for _, known := range [][]lab.Said{said, said[:5*turns]} {
			p := lab.PlayRoles(w, 0, w.Headline(), known, turns, opts)
			if got, want := asText(t, p.Turns), asText(t, whole.Turns[:turns]); got != want {
				t.Errorf("played to turn %d it is\n%s\nand not\n%s", turns, got, want)
			}
		}
	}
}

// Turns follow one another without a gap, from the start of the history to its end, and differ by a tick at most.
func TestTurnsCoverTheHistory(t *testing.T) {
	for _, name := range []string{"pacific-2025", "europe-1947", "asia-1991"} {
		w := world(t, name)
		for clause := range w.Clauses {
			begins := lab.Turns(w, clause)
			if begins[len(begins)-1] != w.Calendar.Ticks() || len(begins) > lab.MostTurns+1 || len(begins) < 2 {
				t.Errorf("%s: turns of %s begin at %v, of %d ticks", name, w.Clauses[clause], begins, w.Calendar.Ticks())
			}
			least, most := math.MaxInt, 0
			for k := range begins[1:] {
				least, most = min(least, begins[k+1]-begins[k]), max(most, begins[k+1]-begins[k])
			}
			if least < 1 || most-least > 1 {
				t.Errorf("%s: turns of %s have %d to %d ticks", name, w.Clauses[clause], least, most)
			}
		}
	}
}

// Where nothing is said, the history is that of the rule: the chances are those that a decision laid open has, each state that has
// signed at the end was told to sign and not to leave, and the fate is what the last event says.
func TestAHistoryWithoutAClassIsThatOfTheRule(t *testing.T) {
	events := map[lab.EventKind]int{}
	for _, name := range []string{"pacific-2025", "europe-1947"} {
		w := world(t, name)
		c := w.Headline()
		for run := range uint64(12) {
			p := lab.PlayRoles(w, run, c, nil, lab.MostTurns, lab.Options{Seed: 1})
			if asText(t, p.Class) != asText(t, p.Rule) || len(p.Seats) > 0 {
				t.Errorf("nothing was said, and it is told as if: %+v", p.Seats)
			}
			in, inForce := map[string]bool{}, false
			for k, turn := range p.Turns {
				for _, e := range turn.Events {
					events[e.Kind]++
					if e.Of == p.Clause && inForce == (e.Kind == lab.EventInForce) && (inForce || e.Kind == lab.EventEnds) {
						t.Errorf("%s, run %d, turn %d: %s is told of what is so already", name, run, k+1, e.Kind)
					}
					switch {
					case e.Kind == lab.EventInForce && e.Of == p.Clause:
						inForce = true
					case e.Kind == lab.EventEnds && e.Of == p.Clause:
						inForce = false
					case e.Clause != p.Clause:
					case e.Kind == lab.EventSigns:
						in[e.Of] = true
					case e.Kind == lab.EventRefused || e.Kind == lab.EventWithdraws || e.Kind == lab.EventLeaves:
						delete(in, e.Of)
					}
				}
				if inForce != turn.InForce {
					t.Errorf("%s, run %d, turn %d: by its events it is in force: %v", name, run, k+1, inForce)
				}
				if d := turn.Decisions; len(d) > 0 && run < 3 && name == "pacific-2025" && d[0].Stands == string(sim.Weighs) {
					day, err := sim.ParseDate(d[0].At)
					if err != nil {
						t.Fatal(err)
					}
					x, err := w.Decision(1, run, c, w.State(d[0].State), w.Calendar.Tick(day))
					if err != nil || x.Chance != d[0].Chance || x.Willing != d[0].Would {
						t.Errorf("run %d: %+v, laid open it has the chance %v", run, d[0], x.Chance)
					}
				}
			}
			if p.Class.InForce {
				for _, id := range p.Class.Members {
					if !in[id] {
						t.Errorf("%s, run %d: %s is bound and was not told to sign", name, run, id)
					}
				}
			}
		}
	}
	for _, kind := range []lab.EventKind{lab.EventShock, lab.EventGovernment, lab.EventFounded, lab.EventSigns, lab.EventRatifies, lab.EventInForce} {
		if events[kind] == 0 {
			t.Errorf("nothing of the kind %s happened: %v", kind, events)
		}
	}
}

// The debrief adds up what is told turn by turn, and who said what the rule would say is never more surprising than what it says
// with a chance of one half.
func TestDebriefAddsUp(t *testing.T) {
	w := world(t, "pacific-2025")
	p := lab.PlayRoles(w, 0, w.Headline(), aClass(w), lab.MostTurns, lab.Options{Seed: 1})
	if len(p.Seats) != 5 {
		t.Fatalf("five states were played, and %d are told of", len(p.Seats))
	}
	for _, s := range p.Seats {
		said, asked, as, surprise := 0, 0, 0, 0.0
		for _, turn := range p.Turns {
			for _, d := range turn.Decisions {
				if d.State != s.State || d.Said == "" {
					continue
				}
				said++
				if !d.Asked {
					if d.Surprise != 0 {
						t.Errorf("%s was not asked and surprises: %+v", d.State, d)
					}
					continue
				}
				asked++
				surprise += d.Surprise
				if (d.Said == "yes") == d.Would {
					as++
				}
				chance := d.Chance
				if d.Said == "no" {
					chance = 1 - chance
				}
				if chance > 1e-9 && math.Abs(math.Exp(-d.Surprise)-chance) > 1e-9 {
					t.Errorf("%s says what has a chance of %v, and surprises by %v", d.State, chance, d.Surprise)
				}
			}
		}
		if said != s.Said || asked != s.Asked || as != s.AsRule || math.Abs(surprise/float64(asked)-s.Surprise) > 1e-12 || said != lab.MostTurns {
			t.Errorf("%+v; by its turns it said %d, asked %d, as the rule %d, surprise %v", s, said, asked, as, surprise)
		}
	}
	least, most := math.Inf(1), 0.0
	for _, s := range p.Seats {
		least, most = min(least, s.Surprise), max(most, s.Surprise)
	}
	if !(p.Surprise > least && p.Surprise < most) || p.Expected <= 0 || p.Expected > math.Ln2 {
		t.Errorf("all is %v, of seats from %v to %v; to expect %v", p.Surprise, least, most, p.Expected)
	}
}
