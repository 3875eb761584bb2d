package tables

import (
	"strings"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// The answers here are made up, so that tables can be tested without the model. They say nothing about the world.

const runs = 1000

// madeUp are answers of each kind, their names changed.
func madeUp(name func(string) string) map[string]any {
	return map[string]any{
		"run": summary(name), "ablate": ablation(name), "why": sampledWhy(name), "why-exact": exactWhy(name), "compare": comparison(name),
		"compare-set": comparisonOfSettings(name), "library": library(name), "drivers": drivers(name), "drivers-two": driversOfTwo(name),
		"doubt": doubt(name), "doubt-wide": doubtWide(name),
	}
}

// told is the page of an answer.
func told(a any) *Page {
	switch a := a.(type) {
	case *lab.Summary:
		return Run(a)
	case *lab.Ablation:
		return Ablation(a)
	case *lab.Why:
		return Why(a)
	case *lab.Comparison:
		return Comparison(a)
	case *lab.Library:
		return Library(a)
	case *lab.Drivers:
		return Drivers(a)
	case *lab.Doubt:
		return Doubt(a)
	case *lab.Sweep:
		return Sweep(a)
	case *lab.Sensitivity:
		return Sensitivity(a)
	case *lab.Progress:
		return Standing(a)
	case *lab.ShardPlayed:
		return Share(a)
	case *lab.Discovery:
		return Discovery(a, "")
	case *lab.Tip:
		return Tip(a)
	case *lab.Convergence:
		return Convergence(a)
	}
	panic("no page")
}

func head(question string, name func(string) string) lab.Head {
	return lab.Head{
		Format: lab.Format, Question: question, Version: "0", Scenario: name("pacific"), Title: name("A made-up Pacific pact"),
		Changes:   []string{},
		Overrides: []string{}, Clause: "pact", ClauseTitle: name("Pacific Pact"), End: "2035Q4", Seed: 7, Asked: runs,
		Runs: runs, Played: runs,
		ToPlay: runs, Failures: []lab.Failure{},
	}
}

// ofAll makes the head of one scenario that of an answer about others too.
func ofAll(h lab.Head, others ...string) lab.Head {
	for _, name := range others {
		var w sim.World
		w.Scenario.Name, w.Scenario.Theory = name, h.Theory
		h.OfAll(&w)
	}
	return h
}

func share(of int) stats.Share { return stats.ShareOf(of, runs) }

// changed is how often something happened in two worlds, of which the second loses some of the runs and wins others.
func changed(with, lost, won int) stats.PairedShare {
	return stats.PairedShare{First: share(with), Second: share(with - lost + won), Change: stats.Matched(lost, won, runs)}
}

func summary(name func(string) string) *lab.Summary {
	s := &lab.Summary{
		Head: head("run", name), Labels: []string{"2033Q4", "2034Q4", "2035Q4"}, Dates: []float64{2033.75, 2034.75, 2035.75},
		YearEnds: []int{0, 1, 2},
		InForce:  []stats.Share{share(0), share(4), share(372)}, EverSigned: share(500),
		Members:      stats.Spread{Mean: 1.663, Q95: 6},
		MembersGiven: stats.Spread{Mean: 4.47, Q05: 3, Q25: 4, Q50: 4, Q75: 5, Q95: 6},
		EverInForce:  390, FirstInForce: &stats.Spread{Mean: 2034.1, Q50: 2034.75},
		Others: []lab.ClauseShare{{ID: "treaty", Title: name("Treaty of Amity"), InForce: share(280), Ever: 300, When: "2032Q2"},
			{ID: "none", Title: name("Talks"), InForce: share(0)}},
	}
	s.Base, s.Changes = name("pacific-as-it-is"), []string{"states.JPN.stance = 0.9", "shocks.blockade: added"}
	s.Overrides, s.AsOf = []string{"threat.chronic = 0.6"}, "2034-07-01"
	add := func(id, country string, role lab.Role, signs int, for1, against1 float64) {
		st := lab.StateSummary{ID: id, Name: name(country), Role: role, Signed: share(signs), Ratified: share(signs * 9 / 10),
			Member: share(signs * 8 / 10)}
		if signs > 0 {
			st.When = "2034Q1"
		}
		if for1 != 0 {
			st.Decided, st.Willing = runs, float64(signs)/runs/2
			st.Terms[sim.Security], st.Terms[sim.Home] = for1, for1/2
			st.Terms[sim.Friction], st.Terms[sim.TradeLoss], st.Terms[sim.Reluctance] = against1, against1/3, -0.4
			st.Drivers = driven(for1/10, -against1/100, for1/10, against1/60, st.Willing)
		}
		s.States = append(s.States, st)
	}
	add("AUS", "Australia", lab.Founder, 410, 1.9, -0.6)
	add("JPN", "Japan", lab.Founder, 480, 2.1, -0.8)
	add("USA", "United States", lab.Founder, 480, 0.9, -0.02)
	add("FRA", "France", lab.OpenTo, 4, 0.02, -4.9)
	add("PNG", "Papua New Guinea", lab.OpenTo, 0, 0, 0)
	add("DEU", "Germany", lab.Bystander, 0, 0, 0)
	add("CHN", "China", lab.RivalRole, 0, 0, 0)
	s.States[1].TradeLost = stats.Spread{Mean: 51.3, Q05: 30, Q95: 75}
	s.States[0].TradeLost = stats.Spread{Mean: 11.4, Q05: 0, Q95: 35}
	s.Adds = added(0.1, -0.026, -0.002)
	s.Web = lab.Web{
		Pairs:        []lab.Pair{{A: "AUS", B: "FRA", Start: 1, End: 1.2}, {A: "JPN", B: "PNG", End: 3.9}},
		Ties:         [2]stats.Spread{{Mean: 61, Q05: 61, Q95: 61}, {Mean: 91.6, Q05: 81, Q95: 99}},
		AccessOrMore: [2]stats.Spread{{Mean: 49, Q05: 49, Q95: 49}, {Mean: 52.6, Q05: 44, Q95: 59}},
		Minilaterals: [2]stats.Spread{{Mean: 7, Q05: 7, Q95: 7}, {Mean: 8.9, Q05: 6, Q95: 12}},
		Arrangements: []lab.ArrangementEnd{
			{Title: name("Quad"), Members: []string{"AUS", "JPN", "USA"}, AtStart: true, AtEnd: share(930)},
			{Title: "AUS-JPN-PNG", Members: []string{"AUS", "JPN", "PNG"}, Grew: true, AtEnd: share(220)},
		},
	}
	return s
}

// driven is what a state sees and weighs of the drivers: threat felt, trade at risk, and what each adds to a chance.
func driven(threat, trade, adds, costs, willing float64) lab.StateDrivers {
	v := lab.StateDrivers{
		Threat: lab.Range{Mean: threat, Q05: threat * 0.8, Q95: threat * 1.3}, Power: 0.9, Proximity: 0.4, Offence: 0.8,
		Intent: lab.Range{Mean: threat * 1.4},
		Trade:  lab.Range{Mean: trade, Q05: trade, Q95: trade}, Turnover: 0.25, Spread: 0.6, Volatility: 0.15,
		Decided: runs, Willing: lab.Range{Mean: willing}, Felt: lab.Range{Mean: threat},
	}
	copy(v.Adds[:], added(adds, costs, -0.002))
	return v
}

// added is what each driver adds to a chance, with half of it and twice of it as its range.
func added(threat, trade, volatility float64) []lab.Added {
	var all []lab.Added
	for d, chance := range []float64{threat, trade, volatility} {
		all = append(all, lab.Added{Driver: sim.Driver(d), Logits: lab.Range{Mean: chance * 5},
			Chance: lab.Range{Mean: chance, Q05: min(chance/2, chance*2), Q95: max(chance/2, chance*2)}})
	}
	return all
}

// drivers are those of a scenario of which one state decides in the first year and another later.
func drivers(name func(string) string) *lab.Drivers {
	d := &lab.Drivers{Head: head("drivers", name)}
	s := lab.DrivenScenario{Head: head("drivers", name), Years: []string{"2033", "2034", "2035"}}
	idle, jpn, fra := driven(0.02, 0.004, 0, 0, 0), driven(0.21, 0.0125, 0.19, -0.013, 0.24), driven(0.02, 0.0004, 0.011, -0.002, 0.004)
	idle.Decided = 0
	s.States = []lab.DrivenState{
		{ID: "JPN", Name: name("Japan"), Role: lab.Founder, Member: share(384), Whole: jpn, Years: []lab.StateDrivers{jpn, jpn, jpn}},
		{ID: "FRA", Name: name("France"), Role: lab.OpenTo, Member: share(4), Whole: fra, Years: []lab.StateDrivers{idle, idle, fra}},
	}
	s.Adds = added(0.101, -0.0075, -0.002)
	d.Worlds = []lab.DrivenScenario{s}
	return d
}

// driversOfTwo adds another, of which only threat speaks, and which departs from its base.
func driversOfTwo(name func(string) string) *lab.Drivers {
	d, other := drivers(name), drivers(name).Worlds[0]
	d.Played, d.ToPlay = 2*runs, 2*runs
	other.Scenario, other.Base, other.Changes = name("atlantic"), name("europe"), []string{"states.FRA.stance = 0.9"}
	d.Head = ofAll(d.Head, other.Scenario)
	fra := driven(0.6, 0.0001, 0.7, -0.001, 0.9)
	other.States = []lab.DrivenState{{ID: "FRA", Name: name("France"), Role: lab.Founder, Member: share(900), Whole: fra,
		Years: []lab.StateDrivers{fra, fra, fra}}}
	other.Adds = added(0.7, -0.001, -0.002)
	d.Worlds = append(d.Worlds, other)
	return d
}

// moved are states whose signing changes: the first by as many runs, the others less.
func moved(name func(string) string, by int) []lab.StateChange {
	var all []lab.StateChange
	for k, country := range []string{"Australia", "Japan", "United States", "France"} {
		lost, won := 0, by/(k+1)
		if by < 0 {
			lost, won = -by/(k+1), 0
		}
		all = append(all, lab.StateChange{ID: country, Name: name(country), Role: lab.Founder, Second: lab.Founder,
			Signed: changed(450, lost, won)})
	}
	return all
}

func ablation(name func(string) string) *lab.Ablation {
	a := &lab.Ablation{Head: head("ablate", name), InForce: share(372), Members: 1.663, Removals: []lab.Removal{}}
	by := []int{-190, 360, 130, 190, 5, 478, 0, 6, 0, 40, 3, -340}
	a.Played, a.ToPlay = (1+len(by))*runs, (1+len(by))*runs
	for k, m := range lab.Mechanisms[:len(by)] {
		lost, won := 0, by[k]
		if by[k] < 0 {
			lost, won = -by[k], 0
		}
		a.Removals = append(a.Removals, lab.Removal{Mechanism: m, Beside: lab.Beside{
			Pairs: runs, InForce: changed(372, lost, won), Members: stats.PairedMean{First: 1.663, Second: 1.663 + 4*float64(by[k])/runs},
			States: moved(name, by[k]),
		}})
	}
	return a
}

func divided(name func(string) string, mechanisms []lab.Mechanism, carries []int) *lab.Why {
	w := &lab.Why{Head: head("why", name), AsIs: share(372), Mechanisms: []lab.Carried{}, Wanted: 0.03}
	gap := 0
	for k, m := range mechanisms[:len(carries)] {
		c := lab.Carried{Mechanism: m, Inert: carries[k] == 0}
		if !c.Inert {
			c.Carries = stats.Added(float64(carries[k]), float64(max(carries[k], -carries[k])), runs)
			w.Reached = max(w.Reached, c.Carries.Reach())
		}
		gap += carries[k]
		w.Mechanisms = append(w.Mechanisms, c)
	}
	w.Removed, w.Gap = share(372+gap), stats.Matched(0, gap, runs)
	return w
}

func sampledWhy(name func(string) string) *lab.Why {
	w := divided(name, lab.Mechanisms, []int{-70, 180, 115, 120, 5, 380, 4, 25, 0, 30, 2, -325})
	w.Runs, w.Asked, w.Played, w.ToPlay, w.Wanted, w.Enough = 1000, 1000, 20000, 20000, 0.01, 8900
	return w
}

func exactWhy(name func(string) string) *lab.Why {
	w := divided(name, lab.Mechanisms[3:6], []int{130, 10, 400})
	w.Exact, w.Asked, w.Wanted = true, 5000, 0.035 // and stopped where it knew enough
	return w
}

// comparedStates are those of a world whose runs of signatures are given, none for one it does not invite.
func comparedStates(name func(string) string, signs []int, change []int) []lab.ComparedState {
	var all []lab.ComparedState
	for k, country := range []string{"Australia", "Japan", "United States", "France"} {
		st := lab.ComparedState{ID: country, Name: name(country), Role: lab.Founder}
		if signs[k] < 0 {
			st.Role = lab.Bystander
		} else {
			st.Signed = share(signs[k])
		}
		if change != nil && change[k] != none {
			d := stats.Matched(max(-change[k], 0), max(change[k], 0), runs)
			st.Change = &d
		}
		all = append(all, st)
	}
	return all
}

// none is the change of a state that one of the worlds does not invite.
const none = 9999

func comparison(name func(string) string) *lab.Comparison {
	c := &lab.Comparison{Head: head("compare", name)}
	c.Played, c.ToPlay = 3*runs, 3*runs
	world := func(id, title string) lab.ComparedWorld {
		w := lab.ComparedWorld{Head: head("compare", name), Name: name(id)}
		w.Scenario, w.Title = name(id), name(title)
		return w
	}
	a := world("pacific", "A made-up Pacific pact")
	a.InForce, a.Members, a.States = share(372), 1.663, comparedStates(name, []int{410, 480, 480, -1}, nil)
	b := world("blockade", "A made-up Pacific pact after a blockade")
	b.Base, b.Changes = name("pacific"), []string{"states.JPN.stance = 0.9", "shocks.blockade: added", "rivals.CHN.posture = \"overt\""}
	b.InForce, b.Members, b.States = share(812), 5.7, comparedStates(name, []int{850, 482, 860, 40}, []int{440, 2, 380, none})
	b.Change = &lab.Change{Pairs: runs, InForce: stats.Matched(0, 440, runs), Members: stats.Difference{Mean: 4.037, Low: 3.9, High: 4.1}}
	d := world("asia", "A made-up Asian pact")
	d.ClauseTitle, d.End = name("Asian Pact"), "1960"
	d.InForce, d.Members, d.States = share(3), 0.01, comparedStates(name, []int{30, 40, -1, -1}, []int{-380, -440, none, none})
	d.Change = &lab.Change{Pairs: runs, InForce: stats.Matched(369, 0, runs), Members: stats.Difference{Mean: -1.65, Low: -1.7, High: -1.6}}
	c.Worlds = []lab.ComparedWorld{a, b, d}
	c.Head = ofAll(c.Head, b.Scenario, d.Scenario)
	return c
}

func comparisonOfSettings(name func(string) string) *lab.Comparison {
	c := comparison(name)
	c.OneScenario, c.Worlds, c.Head = true, c.Worlds[:2], head("compare", name)
	c.Played, c.ToPlay = 2*runs, 2*runs
	c.Worlds[0].Name = "as it is"
	b := &c.Worlds[1]
	b.Name, b.Scenario, b.Title, b.Base, b.Changes = "states.JPN.stance=0.9 && states.USA.commitment=0.5", c.Scenario, c.Title, "", nil
	b.Overrides = []string{"states.JPN.stance = 0.9", "states.USA.commitment = 0.5"}
	return c
}

func library(name func(string) string) *lab.Library {
	c := comparison(name)
	l := &lab.Library{Head: c.Head}
	l.Question = "library"
	l.Played, l.ToPlay = 3*runs, 3*runs
	for k, expects := range []string{"", "higher", "same"} {
		c.Worlds[k].Expects = expects
		if expects != "" {
			c.Worlds[k].Expectation = "What is feared together\nis met together."
		}
	}
	l.Shelves = []lab.Shelf{{Comparison: c, CameOut: []lab.CameOut{"", lab.Held, lab.Missed}}}
	return l
}

func doubt(name func(string) string) *lab.Doubt {
	d := &lab.Doubt{Head: head("doubt", name), Error: 0.1, InForce: share(372), Recoded: share(391)}
	d.Draws, d.Theory, d.Parameters, d.Each = 200, "article", "0123456789ab", lab.EachWorld
	d.InForce.Constants, d.Recoded.Coding = &stats.Band{Low: 0.25, High: 0.52}, &stats.Band{Low: 0.2, High: 0.55}
	d.Moved = changed(372, 20, 39).Change
	d.Factor, d.Rescaled, d.RescaledMoved = 2, share(380), changed(372, 30, 38).Change
	d.Rescaled.Coding = &stats.Band{Low: 0.22, High: 0.53}
	share3 := func(mean, low, high float64) stats.Interval { return stats.Interval{Mean: mean, Low: low, High: high} }
	d.Parts = &stats.Divided{Luck: share3(0.87, 0.84, 0.9), Constants: share3(0.09, 0.07, 0.11), Coding: share3(0.04, 0.02, 0.06)}
	line := func(mean, low, high, slope float64) stats.FirstOrder {
		return stats.FirstOrder{Slope: slope, Errors: slope / 0.01, Interval: stats.Interval{Mean: mean, Low: low, High: high}}
	}
	knob := func(path string, low, high float64, lost, won int) lab.KnobDoubt {
		p := changed(372, lost, won)
		return lab.KnobDoubt{Path: path, Low: low, High: high, AtLow: p.First, AtHigh: p.Second, Change: p.Change}
	}
	d.Knobs = []lab.KnobDoubt{
		knob("parameters.decision.trade", 8.6, 202, 182, 20), knob("parameters.decision.home", 5, 10, 3, 4),
	}
	rung := func(value float64, with, lost, won int) *lab.Rung {
		p := changed(with, lost, won)
		return &lab.Rung{Value: value, Chance: p.Second, Change: p.Change}
	}
	d.Figures = []lab.FigureDoubt{
		{Path: "states.USA.centre", Value: 0.3, Source: "rubric 0.3: both parties want the allies closer [pacific.toml:64]",
			Share: line(0.349, 0.215, 0.526, 0.059), Down: rung(0, 372, 80, 10), Up: rung(0.6, 372, 5, 230)},
		{Path: "states.JPN.stance", With: []string{"clauses.pact.stance.JPN"}, Value: 1, Source: "rubric 1: proposes one [pacific.toml:90]",
			Share: line(0.02, 0, 0.07, 0.01), Down: rung(0.6, 372, 4, 5)},
		{Path: "relations.JPN-KOR.friction", Value: 0.4, Source: "rubric 0.4: a live dispute [pacific.toml:600]",
			Share: line(0, 0, 0.01, -0.001)},
	}
	d.Unfitted = []lab.FigureDoubt{
		{Path: "parameters.trade.diversion", Value: 0.7, Source: "Wickes, Adams & Brown (2021) [parameters.toml:30]",
			Share: line(0.8, 0.6, 0.98, 0.06), Down: rung(0.35, 372, 60, 10), Up: rung(1, 372, 5, 45)},
		{Path: "parameters.threat.notice", Value: 0.2, Source: "judgement [parameters.toml:24]",
			Share: line(0.01, 0, 0.05, 0.01), Down: rung(0.1, 372, 4, 5), Up: rung(0.4, 372, 5, 4)},
		{Path: "parameters.politics.lasting", Value: 0.8, Source: "judgement: outlasts most changes [parameters.toml:48]",
			Share: line(0, 0, 0.01, -0.001)},
	}
	world := func(title string, lost, won int) lab.DoubtWorld {
		p := changed(372, lost, won)
		return lab.DoubtWorld{Name: title, Chance: p.Second, Change: p.Change}
	}
	coder := world("second coder", 20, 180)
	d.Coder, d.Starts = &coder, []lab.DoubtWorld{world("10 years of the same before the start", 3, 4)}
	for k, title := range []string{"The common base", "Balance of power, on the base"} {
		form := lab.Form{Name: "base", Title: name(title), Brier: 0.19 - 0.02*float64(k)}
		d.Forms = append(d.Forms, lab.DoubtForm{Form: form, Chance: share(100 + 300*k)})
	}
	return d
}

// doubtWide is of a scenario that nobody coded twice, whose constants leave all open and where no figure stands out.
func doubtWide(name func(string) string) *lab.Doubt {
	d := doubt(name)
	d.InForce.Constants, d.Coder, d.Parts = &stats.Band{Low: 0.02, High: 0.83}, nil, nil
	d.Figures = d.Figures[1:]
	d.Knobs, d.Forms = nil, nil
	return d
}

func plain(name string) string { return name }

// oddly named worlds, as a scenario may have them.
var odd = map[string]func(string) string{
	"plain": plain,
	"long": func(name string) string {
		return "The Federated and Most Serene Commonwealth of " + name + " and its Dependencies"
	},
	"a word": func(name string) string {
		return strings.ReplaceAll(name, " ", "-") + "-verfassungsgebende-Versammlung"
	},
	"wide":    func(name string) string { return "東南アジア条約機構 " + name },
	"control": func(name string) string { return "\x1b[31m" + name + "\u202e\x07" },
	"markup":  func(name string) string { return "<b>*" + name + "*</b> | [x](y) `_&lt;_`" },
	"one":     func(name string) string { return name[:1] },
}

// each calls do with every answer under every kind of name.
func each(do func(label string, p *Page)) {
	for kind, name := range odd {
		for question, a := range madeUp(name) {
			do(question+", "+kind+" names", told(a))
		}
		for question, a := range studyAnswers(name) {
			do(question+", "+kind+" names", told(a))
		}
	}
}
