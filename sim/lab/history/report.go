package history

import (
	"context"
	"io"
	"slices"

	"entente/sim"
	"entente/sim/lab"
)

// Report is what a paper would tell of some scenarios: the house's own questions, each asked of every scenario, and the record of the
// rule on history. Its head counts the runs of all parts; Runs are those of the chance itself.
type Report struct {
	lab.Head
	LeftOut   []string          `json:"left_out"`                           // parts that nobody asked for
	Unreached []string          `json:"unreached"`                          // parts that were not begun, or of which too little was played to tell
	Reported  []Reported        `json:"reported"`                           // scenario by scenario
	Hindcast  *Hindcast         `json:"hindcast,omitempty"`                 // nil if left out or not reached
	Standings *Standings        `json:"tournament,omitempty"`               // the tournament of rules; nil if left out or not reached
	Rests     *lab.Bibliography `json:"bibliography" jsonschema:"nullable"` // what all of it rests on; nil until the parts are played
	Commands  []string          `json:"commands"`                           // each plays one part of what concerns no scenario alone
}

// Reported is what is told of one scenario. A part is nil if it was left out or not reached.
type Reported struct {
	Name     string       `json:"scenario"`          // as a command takes it
	Title    string       `json:"title"`             // of the scenario
	Question string       `json:"question"`          // what its file says that it asks
	NotIn    string       `json:"not_in"`            // what its file says that it does not tell
	States   int          `json:"states"`            // how many it has
	Ticks    int          `json:"ticks"`             // that a run has
	From     string       `json:"from"`              // first tick
	Run      *lab.Summary `json:"run,omitempty"`     // the chance
	Drivers  *lab.Drivers `json:"drivers,omitempty"` // the three drivers
	Doubt    *lab.Doubt   `json:"doubt,omitempty"`   // how far the chance can be trusted
	Why      *lab.Why     `json:"why,omitempty"`     // parts of the chance
	Flip     *lab.Flip    `json:"flip,omitempty"`    // what would turn it
	Inputs   []Given      `json:"inputs"`            // its figures
	Bases    lab.Bases    `json:"rests_on"`          // counts of them
	Commands []string     `json:"commands"`          // each plays one part
}

// Given is a figure of a scenario, with where its file says that it is from.
type Given struct {
	Path   string `json:"path"`   // as after --set
	Value  string `json:"value"`  // as a file has it
	Unit   string `json:"unit"`   // of the value
	Basis  string `json:"basis"`  // source, judgement, memory, remark, none or set
	Source string `json:"source"` // the comment beside it
}

// The parts of a report that may be left out, in the order in which they are played.
const (
	PartDrivers = "drivers"
	PartWhy     = "why"
	PartFlip    = "flip"
	PartDoubt   = "doubt"
	PartRecord  = "record"
)

// ReportParts are those parts.
var ReportParts = []string{PartDrivers, PartWhy, PartFlip, PartDoubt, PartRecord}

// Each part is played as often as its own question is if nobody says otherwise, in proportion to the runs of the chance. The drivers are
// played as often as that: it tells of them too, and is to say the same.
var partOf = map[string]float64{PartDrivers: 1, PartWhy: 2, PartFlip: 0.08, PartDoubt: 1, PartRecord: 0.2}

// RunsOf is how many runs a part of a report has, by those of the chance: at least one, and of a flip as many as tell anything of the
// side on which a chance lies.
func RunsOf(part string, runs int) int {
	least := 1
	if part == PartFlip {
		least = LeastRuns
	}
	return max(least, int(float64(partOf[part]*float64(runs))+0.5))
}

// AskedReport is what a report is asked of.
type AskedReport struct {
	Of         []Reported    // with all but what is played
	Doubted    []lab.Doubted // the scenarios, in the same order, with what each might as well have been
	Without    []string      // parts to leave out
	Episodes   []Episode     // of the record
	Scenarios  map[string]sim.Scenario
	Tournament *Tournament // whose fits are made already
	Made       string      // the command that made them
	Stale      bool        // they were made on other files than stand here now
	Rests      *lab.Bibliography
	Replays    []func([]lab.Setting) string // as lab.Options.Replay, of each of the scenarios; may be nil
}

// AskReport asks all questions of a report, scenario by scenario and then of history, with the same luck. If ctx is cancelled, what it
// returns has the parts that were played to their end, and what can be told of the one in hand.
func AskReport(ctx context.Context, asked AskedReport, opts lab.Options) *Report {
	r := &Report{Reported: slices.Clone(asked.Of), LeftOut: append([]string{}, asked.Without...), Unreached: []string{}, Rests: asked.Rests,
		Commands: []string{}}
	for k, d := range asked.Doubted {
		w := sim.NewWorld(d.Scenario)
		if k == 0 {
			r.Head = lab.NewHead("report", "", w, opts)
		} else {
			r.Head.Each = "of each scenario"
			r.OfAll(w)
		}
	}
	r.ToPlay = 0
	p := &reporting{ctx: ctx, report: r, opts: opts}
	for k := range r.Reported {
		s, of := asked.Doubted[k].Scenario, &r.Reported[k]
		p.part("run", s.Name, opts.Runs, func(o lab.Options) *lab.Head {
			of.Run = lab.Play(ctx, sim.NewWorld(s), o).Summarise()
			return of.Run.Top()
		}, func() { of.Run = nil })
		p.part(PartDrivers, s.Name, 0, func(o lab.Options) *lab.Head {
			of.Drivers = lab.AskDrivers(ctx, []*sim.World{sim.NewWorld(s)}, o)
			return of.Drivers.Top()
		}, func() { of.Drivers = nil })
		p.part(PartWhy, s.Name, 0, func(o lab.Options) *lab.Head {
			of.Why = lab.AskWhy(ctx, s, lab.Mechanisms, lab.WhyPrecision, o)
			return of.Why.Top()
		}, func() { of.Why = nil })
		p.part(PartFlip, s.Name, 0, func(o lab.Options) *lab.Head {
			if k < len(asked.Replays) {
				o.Replay = asked.Replays[k]
			}
			of.Flip = lab.FindFlip(ctx, s, "", lab.FlipTarget, o)
			return of.Flip.Top()
		}, func() { of.Flip = nil })
		p.part(PartDoubt, s.Name, 0, func(o lab.Options) *lab.Head {
			of.Doubt = lab.AskDoubt(ctx, asked.Doubted[k], o)
			return of.Doubt.Top()
		}, func() { of.Doubt = nil })
	}
	p.part(PartRecord, "", 0, func(o lab.Options) *lab.Head {
		r.Hindcast = AskHindcast(ctx, asked.Episodes, asked.Scenarios, o)
		return r.Hindcast.Top()
	}, func() { r.Hindcast = nil })
	if r.Hindcast != nil && ctx.Err() == nil {
		var err error
		if r.Standings, err = asked.Tournament.Run(ctx); err != nil {
			r.Standings = nil
		} else {
			r.Standings.Made, r.Standings.Stale = asked.Made, asked.Stale
		}
	}
	if r.Reported[0].Run != nil {
		r.Runs = r.Reported[0].Run.Runs
	}
	return r
}

// reporting is a report in the making.
type reporting struct {
	ctx    context.Context
	report *Report
	opts   lab.Options
}

// part plays one part with so many runs, in proportion if 0, unless it is left out or the user is in a hurry. What comes to nothing is
// taken back.
func (p *reporting) part(name, scenario string, runs int, play func(lab.Options) *lab.Head, drop func()) {
	r := p.report
	if slices.Contains(r.LeftOut, name) {
		return
	}
	o, before := p.opts, r.Played
	if o.Runs = runs; runs == 0 {
		o.Runs = RunsOf(name, p.opts.Runs)
	}
	full := name
	if scenario != "" {
		full += " of " + scenario
	}
	if p.ctx.Err() != nil {
		r.ToPlay += o.Runs
		r.Unreached = append(r.Unreached, full)
		return
	}
	if o.Done = nil; p.opts.Done != nil {
		o.Done = func(count int) { p.opts.Done(before + count) }
	}
	if o.Ledger = nil; p.opts.Ledger != nil {
		o.Ledger = shared{p.opts.Ledger, full + ": "}
	}
	h := play(o)
	r.Played, r.ToPlay = r.Played+h.Played, r.ToPlay+h.ToPlay
	for _, f := range h.Failures {
		if f.World = full + " " + f.World; f.World[len(f.World)-1] == ' ' {
			f.World = full
		}
		r.Failures = append(r.Failures, f)
	}
	if h.Runs == 0 {
		drop()
		r.Unreached = append(r.Unreached, full)
	}
}

// shared is a ledger of which a part has a corner of its own.
type shared struct {
	lab.Ledger
	corner string
}

func (s shared) Recall(key string) (string, bool) { return s.Ledger.Recall(s.corner + key) }

func (s shared) Note(key, value string) { s.Ledger.Note(s.corner+key, value) }

// Prefix begins the names of the files of one of several scenarios.
func (r *Report) Prefix(of *Reported) string {
	if len(r.Reported) == 1 {
		return ""
	}
	return of.Name + "-"
}

// Together are the drivers of all its scenarios as one answer; nil if it tells those of fewer than two.
func (r *Report) Together() *lab.Drivers {
	d := &lab.Drivers{Head: r.Head}
	for k := range r.Reported {
		if of := r.Reported[k].Drivers; of != nil {
			d.Worlds, d.Runs = append(d.Worlds, of.Worlds...), of.Runs
		}
	}
	if len(d.Worlds) < 2 {
		return nil
	}
	return d
}

// Tables are those of all parts, and the figures of each scenario.
func (r *Report) Tables() []lab.Table {
	var all []lab.Table
	for k := range r.Reported {
		of := &r.Reported[k]
		add := func(tables []lab.Table) {
			for _, t := range tables {
				t.Name = r.Prefix(of) + t.Name
				all = append(all, t)
			}
		}
		add([]lab.Table{{Name: "inputs.csv", About: "one row per figure of the scenario: its value, and what it rests on", Write: of.writeInputs}})
		if of.Run != nil {
			add(of.Run.Tables())
		}
		if of.Drivers != nil {
			add(of.Drivers.Tables())
		}
		if of.Doubt != nil {
			add(of.Doubt.Tables())
		}
		if of.Why != nil {
			add(of.Why.Tables())
		}
		if of.Flip != nil {
			add(of.Flip.Tables())
		}
	}
	if d := r.Together(); d != nil {
		all = append(all, d.Tables()...)
	}
	if r.Hindcast != nil {
		all = append(all, r.Hindcast.Tables()...)
	}
	if r.Standings != nil {
		all = append(all, r.Standings.Tables()...)
	}
	return all
}

func (of *Reported) writeInputs(out io.Writer) error {
	return lab.Rows(out, []string{"path", "value", "unit", "rests_on", "source"}, func(row func(...string)) {
		for _, in := range of.Inputs {
			row(in.Path, in.Value, in.Unit, in.Basis, in.Source)
		}
	})
}

// Miss is a claim about history of which the model thought the other more likely.
type Miss struct {
	Episode string
	Claim
}

// Untold tells whether the runs leave open on which side of one half the chance of a claim lies.
func (c Claim) Untold() bool { return c.Chance.Low <= 0.5 && c.Chance.High >= 0.5 }

// Misses are the claims of decided episodes, those that are told and not scored included, that came out on the other side of one half, the
// worst first, of so many; of open ones among all claims the interval holds one half, so that their runs do not tell the side.
func (h *Hindcast) Misses() (misses []Miss, claims, open int) {
	for _, v := range h.Verdicts {
		if v.Open {
			continue
		}
		all := slices.Clone(v.Claims)
		for _, a := range v.Aside { // what no score holds is wrong all the same
			all = append(all, a.Claim)
		}
		for _, c := range all {
			claims++
			if c.Untold() {
				open++
			}
			if c.Side() < 0 {
				misses = append(misses, Miss{v.ID, c})
			}
		}
	}
	slices.SortStableFunc(misses, func(a, b Miss) int {
		switch x, y := a.off(), b.off(); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return misses, claims, open
}

// off is how far the chance was from what happened.
func (m Miss) off() float64 {
	if m.Truth {
		return 1 - m.Chance.Mean
	}
	return m.Chance.Mean
}
