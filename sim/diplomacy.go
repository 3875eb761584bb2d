package sim

// Diplomacy holds the constants of cooperation below a clause: how deep each rung of the ladder is (ladder.go), how pairs
// climb it and fall (climb.go), and what becomes of treaties (treaty.go) and minilaterals (arrangement.go).
type Diplomacy struct {
	Exercises   float64 `toml:"exercises" range:"[0,1]" unit:"depth of joint exercises"`
	Capacity    float64 `toml:"capacity" range:"[0,1]" unit:"depth of capacity building"`
	Information float64 `toml:"information" range:"[0,1]" unit:"depth of information sharing"`
	Access      float64 `toml:"access" range:"[0,1]" unit:"depth of access and visiting forces"`
	Consult     float64 `toml:"consult" range:"[0,1]" unit:"depth of a promise to consult"`
	Defence     float64 `toml:"defence" range:"[0,1]" unit:"depth of a defence treaty that gives none of its own"`
	Rate        float64 `toml:"rate" range:"[0,20]" unit:"steps up the ladder a year, for a pair in full agreement under full threat"`
	Closure     float64 `toml:"closure" range:"[0,10]" unit:"rise of that rate when all partners are shared"`
	Lapse       float64 `toml:"lapse" range:"[0,2]" unit:"rate a year at which a tie without shared threat falls a rung"`
	Minilateral float64 `toml:"minilateral" range:"[0,1]" unit:"chance that a tie which closes a triangle founds a trilateral"`
	Dormancy    float64 `toml:"dormancy" range:"[0,1]" unit:"rate a year at which an arrangement falls asleep"`
	Dissolution float64 `toml:"dissolution" range:"[0,1]" unit:"rate a year at which a defence treaty ends"`
}

// weave is step 5: treaties begin and end, cooperation below a clause grows and lapses, minilaterals are founded, fall asleep
// and wake. Every pair looks at the web as it was before any pair moved: with the treaties of this tick and what its new governments
// have suspended, and with allies as they were at the end of the last. Who is barred by law from clauses makes no new agreement of any kind.
func (r *Run) weave() {
	r.keepTreaties()     // treaty.go
	r.keepLinks()        // links.go
	r.keepRungs()        // climb.go
	r.keepArrangements() // arrangement.go
}

// tieUp lays down what the ties below a clause let each state count on: the deepest of its rung on the ladder, its
// arrangements and its treaties, times what levers make of it. A suspended pair keeps its defence treaty and nothing else.
//
//	ties_ij = max(depth of the rung, depth of the arrangements that are awake, depth of the treaties), 0 if there is none
//
// A treaty below defence counts while the pair is at work and stands on its rung or above.
func (r *Run) tieUp() {
	w, n := r.w, r.w.N()
	clear(r.ties)
	clear(r.class)
	for i := range n {
		at := r.worksWith[i].Without(r.asleep[i])
		rungs, ties, class := r.rung[i*n:i*n+n], r.ties[i*n:i*n+n], r.class[i*n:i*n+n]
		for _, j := range at.appendTo(r.sitting[:0]) {
			ties[j], class[j] = w.ladder[rungs[j]], rungs[j]
		}
	}
	for c := range r.circles {
		if r.circles[c].awake {
			r.gather(&r.circles[c])
		}
	}
	clear(r.ally)
	for k := range w.treaties {
		t := &w.treaties[k]
		ab, ba := t.a*n+t.b, t.b*n+t.a
		if !r.alive[k] || t.rung < RungDefence && (r.asleep[t.a].Has(t.b) || r.rung[ab] < t.rung) {
			continue
		}
		r.ties[ab] = max(r.ties[ab], t.toA[r.Tick][0])
		r.ties[ba] = max(r.ties[ba], t.toB[r.Tick][0])
		if t.rung == RungDefence {
			r.bindTo(t.a, t.b)
			r.bindTo(t.b, t.a)
		}
	}
	copy(r.sworn, r.ally)
	if w.tied != nil {
		for p, times := range w.tied[r.Tick] {
			r.ties[p] = shareTimes(r.ties[p], times)
		}
	}
}

// bindTo notes that a defence treaty or a clause binds state i to another.
func (r *Run) bindTo(i, j int) {
	r.ally[i].add(j)
	r.class[i*r.w.N()+j] = RungDefence
}
