package model

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// asked is a scenario as the command line would play it, with what the page would ask of it.
type asked struct {
	spec Spec
	set  []string // the same, as after --set
}

var worlds = []asked{
	{Spec{Scenario: "pacific-2025"}, nil},
	{Spec{Scenario: "pacific-2025", Set: []Setting{{"levers.all.trade", 0.5}, {"states.JPN.stance", 0.8}}},
		[]string{"levers.all.trade=0.5", "states.JPN.stance=0.8"}},
	{Spec{Scenario: "pacific-2025", Set: []Setting{{"levers.all.ties", 1.5}, {"levers.JPN.stance", 0.25}}},
		[]string{"levers.all.ties=1.5", "levers.JPN.stance=0.25"}},
	{Spec{Scenario: "europe-1947", Theory: "collective-identity"}, []string{"theory=collective-identity"}},
	{Spec{Scenario: "europe-1947", Set: []Setting{{"parameters.decision.reluctance", 4}}}, []string{"parameters.decision.reluctance=4"}},
	{Spec{Scenario: "us-retrenchment"}, nil},
}

// loaded is a world as the command line reads it.
func (a asked) loaded(t testing.TB) sim.Scenario {
	t.Helper()
	l, err := scenarios.Load(a.spec.Scenario, scenarios.Options{Set: a.set})
	if err != nil {
		t.Fatal(err)
	}
	return l.Scenario
}

// load is the question that gives a desk the shipped scenarios that the tests ask about.
func load(t testing.TB) string {
	t.Helper()
	q := Question{Ask: "load", Packs: map[string]*Pack{}}
	for _, a := range worlds {
		s := asked{spec: Spec{Scenario: a.spec.Scenario}}.loaded(t)
		q.Packs[s.Name], q.Draws = PackOf(s), s.Draws
	}
	text, err := MarshalLean(q)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func question(t testing.TB, q Question) string {
	t.Helper()
	text, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func answered[T any](t *testing.T, d *Desk, q Question) (found T) {
	t.Helper()
	text := d.Ask(question(t, q))
	if strings.HasPrefix(text, `{"fault"`) {
		t.Fatalf("%s has no answer: %s", q.Ask, text)
	}
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		t.Fatal(err)
	}
	return found
}

// A scenario comes out of the page as it went in, but for what no run looks at.
func TestAScenarioComesBackAsItWasPacked(t *testing.T) {
	d := NewDesk()
	d.Ask(load(t))
	for name, p := range d.packs {
		want := PackOf(asked{spec: Spec{Scenario: name}}.loaded(t))
		a, _ := MarshalLean(p)
		b, _ := MarshalLean(want)
		if !bytes.Equal(a, b) {
			t.Errorf("%s changed on its way", name)
		}
	}
}

// The page has the numbers of the command line: what it tells of runs played in batches, some out of turn, is what an ensemble
// of as many runs says.
func TestThePageHasTheNumbersOfTheCommandLine(t *testing.T) {
	d := NewDesk()
	d.Ask(load(t))
	const runs, size = 75, 25
	for _, a := range worlds {
		batches := make([]lab.Batch, 0, runs/size)
		for _, from := range []int{50, 0, 25} {
			batches = append(batches, answered[lab.Batch](t, d, Question{Ask: "play", World: a.spec, Seed: 7, From: from, To: from + size}))
		}
		batches[0], batches[1], batches[2] = batches[1], batches[2], batches[0]
		got := answered[lab.Brief](t, d, Question{Ask: "brief", World: a.spec, Seed: 7, Batches: batches})
		want := lab.Play(context.Background(), sim.NewWorld(a.loaded(t)), lab.Options{Runs: runs, Seed: 7}).Summarise()
		if !reflect.DeepEqual(got.InForce, want.InForce) || got.Runs != want.Runs || got.Members != want.Members.Mean {
			t.Errorf("%v: in force at the end in %+v, want %+v", a.spec, got.InForce[len(got.InForce)-1], want.InForce[len(want.InForce)-1])
		}
		for k, s := range got.States {
			if w := want.States[k]; s.ID != w.ID || !reflect.DeepEqual(s.Signed, w.Signed) || !reflect.DeepEqual(s.Member, w.Member) {
				t.Errorf("%v: %s signs in %+v, want %s in %+v", a.spec, s.ID, s.Signed, w.ID, w.Signed)
			}
			for tick, count := range s.SignedBy {
				if count != want.States[k].SignedBy[tick].Count {
					t.Fatalf("%v: %s has signed by tick %d in %d runs, want %d", a.spec, s.ID, tick, count, want.States[k].SignedBy[tick].Count)
				}
			}
		}
	}
}

// Two worlds beside each other are those of entente compare.
func TestTwoWorldsBesideEachOther(t *testing.T) {
	d := NewDesk()
	d.Ask(load(t))
	a, b := worlds[0], worlds[1]
	play := func(spec Spec) []lab.Batch {
		return []lab.Batch{answered[lab.Batch](t, d, Question{Ask: "play", World: spec, Seed: 1, To: 60})}
	}
	got := answered[lab.Beside](t, d, Question{Ask: "beside", World: a.spec, Second: &b.spec, Batches: play(a.spec), Others: play(b.spec)})
	c := lab.Compare(context.Background(), []lab.Named{{Name: "A", Scenario: a.loaded(t)}, {Name: "B", Scenario: b.loaded(t)}},
		lab.Options{Runs: 60, Seed: 1})
	if !reflect.DeepEqual(got.InForce.Change, c.Worlds[1].Change.InForce) {
		t.Errorf("the change is %+v, want %+v", got.InForce.Change, c.Worlds[1].Change.InForce)
	}
}

// A history told by its events ends as the run does in a batch.
func TestAHistoryEndsAsItsRunDoes(t *testing.T) {
	d := NewDesk()
	d.Ask(load(t))
	spec := Spec{Scenario: "europe-1947"}
	s := asked{spec: spec}.loaded(t)
	w := sim.NewWorld(s)
	b := answered[lab.Batch](t, d, Question{Ask: "play", World: spec, Seed: 1, To: 6})
	shocks := 0
	for k, run := range b.Courses {
		tale := answered[lab.Tale](t, d, Question{Ask: "history", World: spec, Seed: 1, Run: k})
		first, inForce := map[string]string{}, false
		for _, e := range tale.Events {
			switch {
			case e.Kind == lab.EventSigns && e.Clause == s.Headline:
				if _, again := first[e.Of]; !again {
					first[e.Of] = e.Tick
				}
			case e.Of == s.Headline:
				inForce = e.Kind == lab.EventInForce
			case e.Kind == lab.EventShock:
				shocks++
				if day := s.Shocks[e.Of].Date; s.Shocks[e.Of].Hazard == 0 && w.Calendar.Label(w.Calendar.Tick(day)) != e.Tick {
					t.Errorf("run %d: %s strikes in %s, and is dated %v", k, e.Of, e.Tick, day)
				}
			}
		}
		if inForce != run.AtEnd[w.Headline()] {
			t.Errorf("run %d: in force at the end by its events: %v", k, inForce)
		}
		for i, id := range w.States {
			want := ""
			if tick := run.Signed[w.Headline()*w.N()+i]; tick >= 0 {
				want = w.Calendar.Label(int(tick))
			}
			if first[id] != want {
				t.Errorf("run %d: %s first signs in %q, want %q", k, id, first[id], want)
			}
		}
	}
	if shocks == 0 {
		t.Error("no shock strikes in six histories")
	}
}

// What is told of so many runs fits into 20 kB.
func TestTheBriefIsLean(t *testing.T) {
	d := NewDesk()
	d.Ask(load(t))
	for _, a := range worlds {
		b := answered[lab.Batch](t, d, Question{Ask: "play", World: a.spec, Seed: 1, To: 25})
		if size := len(d.Ask(question(t, Question{Ask: "brief", World: a.spec, Batches: []lab.Batch{b}}))); size > 20_000 {
			t.Errorf("%v: the summary is %d bytes", a.spec, size)
		}
	}
}

// A question that cannot be answered says what is wrong with it.
func TestAFaultIsNamed(t *testing.T) {
	d := NewDesk()
	d.Ask(load(t))
	pacific := func(set Setting) Spec { return Spec{Scenario: "pacific-2025", Set: []Setting{set}} }
	for _, c := range []struct {
		q    Question
		kind string
	}{
		{Question{Ask: "world", World: Spec{Scenario: "atlantis"}}, "scenario"},
		{Question{Ask: "world", World: Spec{Scenario: "pacific-2025", Theory: "astrology"}}, "theory"},
		{Question{Ask: "world", World: pacific(Setting{"states.JPN.mood", 1})}, "figure"},
		{Question{Ask: "world", World: pacific(Setting{"states.*.stance", 1})}, "figure"},
		{Question{Ask: "world", World: pacific(Setting{"states.XYZ.stance", 1})}, "figure"},
		{Question{Ask: "world", World: pacific(Setting{"states.JPN.stance", 1.5})}, "range"},
		{Question{Ask: "world", World: pacific(Setting{"clauses.ratner.minimum", 2.5})}, "whole"},
		{Question{Ask: "world", World: pacific(Setting{"states.JPN.military_spending", 100})}, "idle"},
		{Question{Ask: "world", World: pacific(Setting{"parameters.landscape.camp", 3})}, "idle"},
		{Question{Ask: "world", World: pacific(Setting{"parameters.measured.tempo", 3})}, "idle"},
		{Question{Ask: "world", World: Spec{Scenario: "pacific-2025", Theory: "landscape", Set: []Setting{{"parameters.decision.home", 3}}}}, "idle"},
		{Question{Ask: "explain", World: Spec{Scenario: "pacific-2025"}, State: "CHN"}, "state"},
		{Question{Ask: "explain", World: Spec{Scenario: "pacific-2025"}, State: "JPN", Tick: 4000}, "tick"},
		{Question{Ask: "sing", World: Spec{Scenario: "pacific-2025"}}, "question"},
	} {
		var got struct{ Fault Fault }
		if err := json.Unmarshal([]byte(d.Ask(question(t, c.q))), &got); err != nil || got.Fault.Kind != c.kind {
			t.Errorf("%+v: the fault is %+v, want %s", c.q, got.Fault, c.kind)
		}
	}
	for why, text := range map[string]string{
		"half a question":               "{",
		"a scenario of another version": `{"ask":"load","packs":{"pacific-2025":{"Scenario":{"Mood":1}}}}`,
	} {
		if got := d.Ask(text); !strings.Contains(got, `"question"`) {
			t.Errorf("%s is answered by %s", why, got)
		}
	}
}

// The browser's WebAssembly gives every answer that this machine gives, to the last byte.
func TestWebAssemblyGivesTheSameAnswers(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		if os.Getenv("ENTENTE_CI") != "" {
			t.Fatal("node is not here")
		}
		t.Skip("node is not here")
	}
	wasm := filepath.Join(t.TempDir(), "entente.wasm")
	c := exec.Command("go", "build", "-o", wasm, "../wasm")
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	d := NewDesk()
	questions := []string{load(t)}
	want := []string{d.Ask(questions[0])}
	ask := func(q Question) {
		text := question(t, q)
		questions, want = append(questions, text), append(want, d.Ask(text))
	}
	for _, a := range worlds {
		ask(Question{Ask: "world", World: a.spec})
		ask(Question{Ask: "play", World: a.spec, Seed: 3, From: 5, To: 20})
		var b lab.Batch
		if err := json.Unmarshal([]byte(want[len(want)-1]), &b); err != nil {
			t.Fatal(err)
		}
		ask(Question{Ask: "brief", World: a.spec, Batches: []lab.Batch{b}})
		ask(Question{Ask: "beside", World: a.spec, Second: &a.spec, Batches: []lab.Batch{b}, Others: []lab.Batch{b}})
		ask(Question{Ask: "history", World: a.spec, Seed: 3, Run: 5})
	}
	ask(Question{Ask: "explain", World: worlds[0].spec, Seed: 1, State: "JPN", Tick: 7, Inputs: true})
	ask(Question{Ask: "world", World: Spec{Scenario: "atlantis"}})
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	input, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, "testdata/ask.mjs", filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/wasm_exec.js"), wasm)
	run.Stdin = bytes.NewReader(input)
	var stderr bytes.Buffer
	run.Stderr = &stderr
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	var got []string
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	for k := range want {
		if got[k] != want[k] {
			t.Errorf("%.120s: WebAssembly answers %.300s, and this machine %.300s", questions[k], got[k], want[k])
		}
	}
}

// A class in the browser plays the game of entente play, to the last figure; what it may not say is told.
func TestAClassPlaysTheGameOfTheCommandLine(t *testing.T) {
	d := NewDesk()
	d.Ask(load(t))
	for _, a := range worlds {
		w := sim.NewWorld(a.loaded(t))
		h := w.Headline()
		founders, openTo := w.Invited(h)
		var said []lab.Said
		var sayings []Saying
		for turn := 1; turn <= 3; turn++ {
			for k, i := range append(slices.Clone(founders), openTo...) {
				if yes := (k+turn)%2 == 0; k < 5 {
					said, sayings = append(said, lab.Said{Turn: turn, State: i, Yes: yes}), append(sayings, Saying{turn, w.States[i], yes})
				}
			}
		}
		turns := len(lab.Turns(w, h)) - 1
		for _, n := range []int{2, turns} {
			got := answered[lab.RolePlay](t, d, Question{Ask: "roles", World: a.spec, Seed: 1, Run: 3, Said: sayings, Turns: n})
			want := *lab.PlayRoles(w, 3, h, said, n, lab.Options{Seed: 1})
			got.Head, want.Head = lab.Head{}, lab.Head{} // how the world came to be is told apart
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%v, %d turns: the class surprises by %v nats in the browser and by %v on the command line", a.spec, n, got.Surprise, want.Surprise)
			}
			if want.Surprise == 0 || len(want.Seats) != 5 {
				t.Errorf("%v: nothing surprises, or nobody plays: nothing is compared", a.spec)
			}
		}
		if about := answered[World](t, d, Question{Ask: "world", World: a.spec}); len(about.Turns) != turns || about.Turns[turns-1].To != w.Calendar.Label(w.Calendar.Ticks()-1) {
			t.Errorf("%v: its turns are %v", a.spec, about.Turns)
		}
	}
	for _, c := range []struct {
		why  string
		q    Question
		want Fault
	}{
		{"no turn is played", Question{}, Fault{Kind: "turn", What: "0"}},
		{"there are eight turns", Question{Turns: 9}, Fault{Kind: "turn", What: "9"}},
		{"China is not invited", Question{Turns: 1, Said: []Saying{{1, "CHN", true}}}, Fault{Kind: "state", What: "CHN"}},
		{"nobody lives there", Question{Turns: 1, Said: []Saying{{1, "XXX", true}}}, Fault{Kind: "state", What: "XXX"}},
		{"said too late", Question{Turns: 1, Said: []Saying{{9, "JPN", true}}}, Fault{Kind: "turn", What: "9"}},
	} {
		c.q.Ask, c.q.World = "roles", worlds[0].spec
		if got := d.Ask(question(t, c.q)); got != reply(nil, &c.want) {
			t.Errorf("%s: %s", c.why, got)
		}
	}
}
