package scenarios

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab/design"
)

// Study is a plan to play one scenario at many points of the space of its figures, as a file says it:
//
//	format   = 1
//	title    = "What moves the Pacific pact"
//	scenario = "pacific-2025"      # a shipped name, or a path from this file on
//	design   = "saltelli"          # or factorial, latin-hypercube, halton, sobol, morris
//	points   = 512                 # of morris trajectories, of saltelli rows; a factorial has levels instead
//	runs     = 1                   # at each point
//	seed     = 1                   # of the points and of all luck
//
//	[factors.threat]               # an id, and what is moved
//	name = "threat felt"           # optional, for tables and charts
//	path = "levers.all.threat"     # any figure, lever or constant, as --set takes it
//	low  = 0.5
//	high = 2
//	distribution = "log-uniform"   # optional: uniform, log-uniform, triangular with a mode, normal with a mean and sd
//
//	[factors.reluctance]
//	path   = "parameters.decision.reluctance"
//	values = [2.24, 3, 4.1]        # instead of low and high: these values, each as likely
//
//	[outputs.in-force]             # an id, and what is measured of each run
//	measure = "in-force"           # of the clause, by a date or at the end; members, how many it binds; or signed, bound: of a state
//	clause  = "pact"               # optional: the headline clause if not given
//	by      = 2030                 # optional: at the end if not given
//	state   = "JPN"                # of signed and bound
//
// A figure over time is held level at the value of its point. Factors and outputs stay in the order of the file; the
// first output is the one that is asked about if nobody says which.
type Study struct {
	Name     string // that of its file
	Title    string
	File     string // the text as it was read
	Scenario *Loaded
	Asked    string // name or path of the scenario, as the file gives it
	Kind     design.Kind
	Count    int // points, trajectories or rows
	Levels   int // of a factorial and of trajectories
	Runs     int // at each point
	Seed     uint64
	Factors  []Factor
	Outputs  []Output
}

// Factor is a figure that a study moves, and how its values are spread.
type Factor struct {
	ID     string
	Name   string // for people; the id if the file gives none
	Figure sim.Figure
	Values design.Marginal
}

// Output is what a study measures of each run.
type Output struct {
	ID      string
	Name    string   // for people; "" if the file gives none
	Measure string   // one of Measures
	Clause  string   // id
	By      sim.Date // 0: at the end
	State   string   // id; "" if it is of no state
}

// Measures are what can be measured of a run: whether a clause is in force, how many states it binds, whether a state
// has signed it or is bound by it.
var Measures = []string{"in-force", "members", "signed", "bound"}

// The tags of a study's file, from which faults are told.
type (
	studyFile struct {
		Title    string                `toml:"title" need:"true"`
		Scenario string                `toml:"scenario" need:"true"`
		Design   string                `toml:"design" need:"true" oneof:"factorial latin-hypercube halton sobol morris saltelli"`
		Points   int                   `toml:"points" range:"[2,1000000]" unit:"points; of morris trajectories, of saltelli rows"`
		Levels   int                   `toml:"levels" range:"[1,1000]" unit:"values of each factor"`
		Runs     int                   `toml:"runs" default:"1" range:"[1,1000000]" unit:"runs at each point"`
		Seed     int                   `toml:"seed" default:"1" range:"[0,9007199254740992]" unit:"of the points and of all luck"`
		Factors  map[string]factorFile `toml:"factors" need:"true"`
		Outputs  map[string]outputFile `toml:"outputs" need:"true"`
	}
	factorFile struct {
		Name         string    `toml:"name"`
		Path         string    `toml:"path" need:"true"`
		Low          float64   `toml:"low"`
		High         float64   `toml:"high"`
		Values       []float64 `toml:"values"`
		Distribution string    `toml:"distribution" default:"uniform" oneof:"uniform log-uniform triangular normal"`
		Mode         float64   `toml:"mode"`
		Mean         float64   `toml:"mean"`
		SD           float64   `toml:"sd"`
	}
	outputFile struct {
		Name    string   `toml:"name"`
		Measure string   `toml:"measure" need:"true" oneof:"in-force members signed bound"`
		Clause  string   `toml:"clause"`
		By      sim.Date `toml:"by"`
		State   string   `toml:"state"`
	}
)

// studies is how the files of shipped studies begin.
const studies = "studies/"

// StudyNames are the names of the shipped studies.
func StudyNames() []string { return tomlFiles(strings.TrimSuffix(studies, "/")) }

// LoadStudy reads a study with its scenario: a shipped one by its name, any other by its path. opts are for the
// scenario. The error is Faults when what was read is at fault, in the study or in its scenario.
func LoadStudy(nameOrPath string, opts Options) (*Study, error) {
	r := &reader{opts: opts}
	src, err := r.openStudy(nameOrPath)
	if err != nil {
		return nil, err
	}
	study := &Study{Name: strings.TrimSuffix(filepath.Base(src.name), ".toml"), File: src.text}
	if root := r.parse(src); root != nil && r.format(root) {
		delete(root.table, "format")
		var file studyFile
		d := &studyReader{decoder{root: root, faults: &r.faults, of: "study"}, study}
		d.table(root, reflect.ValueOf(&file).Elem(), "")
		d.scenario(r, src, file)
		d.design(file)
		d.factors(file)
		d.outputs(file)
	}
	if err := r.faults.all(); err != nil {
		return nil, err
	}
	return study, nil
}

// openStudy finds the text of a study.
func (r *reader) openStudy(nameOrPath string) (*source, error) {
	name := strings.TrimSuffix(nameOrPath, ".toml")
	if name != nameOrPath || strings.Contains(nameOrPath, "/") || nameOrPath == Stdin {
		return r.open(nameOrPath, nil)
	}
	if !slices.Contains(StudyNames(), name) {
		switch nearest := Nearest(name, StudyNames()); {
		case nearest != "":
			return nil, fmt.Errorf("no shipped study is called %q; did you mean %s?", name, nearest)
		case slices.Contains(Names(), name):
			return nil, fmt.Errorf("%s is a scenario, and no study; the shipped studies are %s", name, list(StudyNames(), "and"))
		}
		return nil, fmt.Errorf("no shipped study is called %q; there are %s; the path of a file of your own ends in .toml", name,
			list(StudyNames(), "and"))
	}
	text, err := shipped.ReadFile(studies + name + ".toml")
	src := newSource(name+".toml", string(text))
	src.shipped = true
	return src, err
}

// studyReader checks a study while it is made.
type studyReader struct {
	decoder
	study *Study
}

// scenario reads the scenario that is played, with its own faults among those of the study.
func (d *studyReader) scenario(r *reader, src *source, file studyFile) {
	d.study.Title, d.study.Asked = file.Title, file.Scenario
	if file.Scenario == "" {
		return
	}
	sub := &reader{opts: r.opts}
	top, err := sub.open(file.Scenario, src)
	if err != nil {
		d.wrong("scenario", "cannot be read: %v", err)
		return
	}
	loaded, err := sub.load(top)
	if err != nil {
		d.faults.faults = append(d.faults.faults, sub.faults.faults...)
		return
	}
	d.study.Scenario = loaded
}

// inOrder are the rows of a table, as the file has them.
func inOrder[V any](n *node, rows map[string]V) []string {
	ids := sorted(rows)
	slices.SortStableFunc(ids, func(a, b string) int { return n.table[a].mark.key.from - n.table[b].mark.key.from })
	return ids
}
