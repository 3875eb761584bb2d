// Package scenarios reads scenarios written in TOML and holds the shipped ones.
//
// # The format in one page
//
// A scenario is one TOML file. It begins with the format it is written in, may build on another scenario, and then
// gives the world, with the source of each figure in the comment beside it:
//
//	format  = 1
//	base    = "pacific-2025"             # optional: this scenario is that one, except ...
//	without = ["ties.us-jpn", "ties.*"]  # optional: what of the base to leave out; * stands for any text
//
//	title    = "A Pacific pact"
//	start    = 2025
//	end      = 2050
//	headline = "pact"                    # the clause whose fate heads the table
//	theory   = "article"                 # optional: the rule by which states decide; see [sim.Theories]
//	history  = "asia-1991"               # optional: begin with the alarm and the lost ground with which that scenario ends
//
//	expectation = "It comes sooner."     # of a what-if: what its author expected before it was run,
//	expects     = "higher"               # and what the chance of the headline clause does against the base: or lower, same
//
//	[states.JPN]
//	name     = "Japan"
//	openness = { 2015 = 0.36, "2022Q3" = 0.47 } # World Bank NE.TRD.GNFS.ZS
//	stance   = 0                                # rubric: silent
//	trade    = { CHN = 0.2 }                    # IMF DOTS: share of total trade with the rival
//
//	[rivals.CHN]                   # a state that others fear: posture, offence, tempo, move, retaliation
//	posture = { 2012 = "grey-zone", 2022 = "overt" } # or one for all time
//
//	[relations.JPN-KOR]            # friction and affinity of a pair
//	[ties.us-jpn]                  # a treaty or other tie of two states: members, kind, since, ...
//	[arrangements.quad]            # a minilateral: members, kind, since
//	[clauses.pact]                 # a proposal: opens, founders, open_to, depth, against, ...
//	members  = { USA = 1949-08-24 }        # optional: whom it binds when the scenario starts, and since when
//	stance   = { SWE = 1 }                 # optional: on this clause, in place of the state's general stance
//	blessing = { USA = -0.5 }              # optional: what a power that is not invited makes of it
//
//	[shocks.landing]               # an event from outside: kind, actor, date or hazard, size, felt, or where it struck
//	[truth.pact]                   # what became of a clause: signed, members, refused, notice, suspended, left, in_force, ended, ties
//	[targets]                      # what a hindcast must reach: brier, log_score, accuracy
//	[levers.all]                   # optional what-if: times threat, trade, volatility, ties, friction, or added to stance, of all or of one state
//	[parameters.threat]            # optional what-if: other constants of the theory, printed on every output
//
// Keys, units and ranges are those of [sim.Scenario]; a key that is not there is a fault.
//
// A figure over time is a number, or a table of dated numbers: straight lines between the dates, level before the
// first and after the last. Most figures of states, rivals, relations and ties may be dated; a fault says so where one
// may not.
// A date is a year (2025), a quarter ("2025Q3"), a month ("2025-07") or a day (1951-09-08, with or without quotes).
//
// open_to is a list of states, which may accede from the day the clause opens, or a table of dates. felt is a list of
// states that feel a shock in full, or a table of shares; "all" stands for every state but the actor. Without felt a shock
// is felt by the distance from its latitude and longitude, or from the capital of its actor.
//
// A history is played as it stands in its file, up to the eve of the start: no --set reaches it. It is named as a base is.
//
// The truth of a clause is by state and day, each the one on which it took effect: who signed, whom it came to bind (members; by
// the later of signature and in_force if not given), whom a vote at home refused, who gave notice, sat out or left. Scored are
// its candidates, or all it is offered to, but not those that were not_asked: signatures a year after the first, or at the last
// day for them; membership a year after it came, at each day in by, or at the end. What grew beside it is in ties:
// { JPN-PHL = { kind = "access", since = 2025-09-11 } }, and without since it did not.
//
// Layers lie on each other in this order: the constants of parameters.toml, the base (and its base), the file, and each
// --set path=value. Tables are merged key by key; figures, series and lists are replaced whole.
//
// The text "TODO" stands for a value that is still to be given: a fault that tells the comment beside it, which is the question.
// Package entente/scenarios/theatre writes such files from data sets.
//
// Every fault is found at one reading, each with its file, line and column. What is no fault and yet most likely not meant
// is a warning: see Loaded.Warnings.
//
// A file is UTF-8. Ids and names are such as come back from a spreadsheet, R or pandas as they went out: NA, 1E5 or MAR1
// would not. No text holds a control character. limits.go says how large all may be.
//
// # Constants that history leaves open
//
// A scenario that is read plays the draws of posterior.csv in turn ([sim.Draws]) unless Options.Best is set. A constant of
// these that a layer gives another value than the shipped one is the same in every run.
//
// # As of a day
//
// With Options.AsOf a scenario is reduced to what a government could have known on that day. Later points of a series
// are refused, and the figure stays level; later ties, arrangements, clauses, dated shocks, elections, bars and
// invitations are refused; an end or a deadline that comes later is taken off. Without known elections the model
// spreads a state's volatility evenly over time. Random shocks stay with their windows, and so does the record of
// history of the clauses that stay. What is given with --set is a what-if, and stays whatever its date.
//
// Of a series with no point left the first figure is carried back, and Loaded.Carried lists it: the one hindsight that is
// let in, since no run can do without the figure. Often it held all the time until its first date, and the reader of its
// source can tell. Another figure can be given with --set, or in a scenario of one's own with this one as its base.
//
// The reader goes by the dates in the file and knows of no others. A figure without a date passes even if the comment
// beside it names a later year, and so do names, founders and parameters, which are fitted to all of history. A figure
// dated 1948 passes from the first day of 1948. And the author of a scenario chose its states, clauses and shocks
// knowing how the story went on.
package scenarios

import (
	"embed"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"entente/sim"
)

// Format is the format of scenario files that this reader reads.
const Format = 1

//go:embed *.toml coding/*.toml studies/*.toml
var shipped embed.FS

const parametersFile = "parameters.toml"

// rivalsBegin is the line of parameters.toml from which on it gives the constants of the rival theories.
const rivalsBegin = "# The rival theories."

// rivalTheories is the part of the shipped constants that belongs to the rival theories, as it stands in the file.
func rivalTheories() string {
	text, err := shipped.ReadFile(parametersFile)
	if err != nil {
		panic(fmt.Sprintf("the embedded parameters cannot be read: %v", err))
	}
	i := strings.Index(string(text), rivalsBegin)
	if i < 0 {
		panic("parameters.toml has no rival theories")
	}
	return string(text)[i:]
}

// Options say what else to read.
type Options struct {
	Set         []string                          // each "path=value", as after --set
	ReadFile    func(name string) ([]byte, error) // of scenarios that are not shipped; the function ReadFile if nil
	AsOf        sim.Date                          // day of a forecast, one that sim.ParseDate reads; 0: off
	SecondCoder bool                              // with the stances that a second coder found
	Best        bool                              // runs play the constants as they stand, and draw none
	Theories    bool                              // several rules decide: constants of any theory may be set
	Measured    bool                              // the scenario is to be measured: constants of measured twins may be set
}

// Loaded is a scenario with what is known of where it came from.
type Loaded struct {
	Scenario   sim.Scenario // ready to be played
	Layers     []string     // the files read, lowest first
	Base       string       // what Load reads the base by: its name or path; "" if there is none
	Overrides  []Override   // parameters other than those of parameters.toml, then each --set
	Refused    []string     // facts later than Options.AsOf, each "path (date)", sorted
	CodedTwice []string     // paths of the stances that were coded a second time for just this scenario
	Carried    []string     // figures of which all are later, and the first stands for before, each "path = figure (date)"

	changed sim.Scenario // what the file changes; the zero value if it has no base

	root  *node
	files []*source // as Layers, with their text
	past  *Loaded   // the history that it begins with; nil if there is none
}

// Override is a figure that departs from the scenario as shipped: outputs print it.
type Override struct {
	Path  string // as after --set
	Value string // as it was written
}

// Names are the names of the shipped scenarios.
func Names() []string {
	parameters := strings.TrimSuffix(parametersFile, ".toml")
	return slices.DeleteFunc(tomlFiles("."), func(name string) bool { return name == parameters })
}

// tomlFiles are the names of the embedded files of a folder, in their order.
func tomlFiles(folder string) []string {
	entries, err := shipped.ReadDir(folder)
	if err != nil {
		panic(fmt.Sprintf("the embedded directory cannot be read: %v", err))
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".toml"); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// List reads the shipped scenarios, in the order of Names.
func List() ([]sim.Scenario, error) {
	var all []sim.Scenario
	var faults []error
	for _, name := range Names() {
		l, err := Load(name, Options{})
		if err != nil {
			faults = append(faults, err)
			continue
		}
		all = append(all, l.Scenario)
	}
	return all, errors.Join(faults...)
}

// layersOf names the files that were read and finds the base, the last below the scenario itself.
func layersOf(files []*source) (layers []string, base string) {
	for _, f := range files {
		if f.set > 0 {
			continue
		}
		layers = append(layers, f.name)
	}
	under := slices.DeleteFunc(slices.Clone(files), func(f *source) bool { return f.over() })
	if len(under) > 2 { // the constants, the base, the scenario
		below := under[len(under)-2]
		base = below.name
		if below.shipped {
			base = strings.TrimSuffix(base, ".toml")
		}
	}
	return layers, base
}

// Load reads a scenario: a shipped one by its name, any other by its path, which holds a slash or ends in .toml, or is
// Stdin. The error is Faults when what was read is at fault.
func Load(nameOrPath string, opts Options) (*Loaded, error) {
	r := &reader{opts: opts}
	top, err := r.open(nameOrPath, nil)
	if err != nil {
		return nil, err
	}
	return r.load(top)
}

// load reads a scenario, with its history if it has one.
func (r *reader) load(top *source) (*Loaded, error) {
	opts := r.opts
	root := r.read(top)
	l := &Loaded{root: root, files: r.files}
	if root != nil {
		d := &decoder{root: root, faults: &r.faults}
		d.scenario(&l.Scenario)
		l.Scenario.Name = strings.TrimSuffix(filepath.Base(top.name), ".toml")
		d.inert(&l.Scenario, opts)
		l.past = r.history(d, &l.Scenario, top)
		if opts.AsOf != 0 {
			l.Refused, l.Carried = d.refuse(&l.Scenario, opts.AsOf)
		}
	}
	if err := r.faults.all(); err != nil {
		return nil, err
	}
	l.Scenario.Coded = l.coded()
	l.Layers, l.Base = layersOf(r.files)
	l.Overrides, l.CodedTwice = r.overrides(root), r.codedTwice
	if !opts.Best {
		l.Scenario.Draws = draws()
		for _, path := range l.Scenario.Draws.Constants {
			if root.get(path).isSet() {
				l.Scenario.Fixed = append(l.Scenario.Fixed, path)
			}
		}
	}
	l.Scenario.Origin = sim.Origin{Refused: l.Refused}
	for _, o := range l.Overrides {
		l.Scenario.Overrides = append(l.Scenario.Overrides, o.Path+" = "+o.Value)
	}
	if opts.AsOf != 0 {
		l.Scenario.AsOf = opts.AsOf.Text()
	}
	if l.Base != "" {
		l.Scenario.Base = strings.TrimSuffix(filepath.Base(l.Base), ".toml")
		l.Scenario.Changes, l.changed = changes(r.below, r.plain), r.below
	}
	return l, nil
}
