package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/history"
)

// reading is how a scenario is to be read.
type reading struct {
	set  []string
	bare []string // what --set was given and is no change: it has no =
	asOf string

	inputs string  // coded, the figures as they stand, or measured, their twin; "" for a command that does not ask
	coder  int     // whose stances: 2 for the second coder's
	recode float64 // standard deviation of the error of each figure coded by hand; 0: none

	best  bool // no draws of constants were asked for
	fixed bool // a fit plays the sets that it tries, and draws none

	theories  bool // several rules decide: constants of any theory may be set
	validates bool // warnings are told with all others

	twins bool // measured twins are played: constants of theirs may be set

	histories map[string]*sim.Past // by what stands in them

	// what must hold of the flags that speak of what is in the scenario, which was asked for by a name; nil if none do
	about func(w *sim.World, name string) error
	apart bool // of one scenario each --set makes a world of its own
}

// load reads a scenario and tells what it refused; what is wrong with it is told as it stands, and the command exits
// with 3.
func (r *reading) load(c *cobra.Command, name string) (*scenarios.Loaded, error) {
	l, err := r.read(c, name)
	if err != nil {
		return nil, r.alsoWrong(c, name, err)
	}
	r.asAsked(c, l)
	did(c, "read %s, of %s: %s, %s, %s", name, words.And(l.Layers), words.Count(len(l.Scenario.States), "state"),
		words.Count(len(l.Scenario.Clauses), "clause"), words.Count(len(r.set), "change"))
	if r.about != nil {
		return l, r.about(sim.NewWorld(l.Scenario), name)
	}
	return l, nil
}

// read reads a scenario with its changes, and does nothing else.
func (r *reading) read(c *cobra.Command, name string) (*scenarios.Loaded, error) {
	l, err := scenarios.Load(name, r.options(c))
	if err != nil {
		return nil, unread(c, whereToLook(err))
	}
	return l, nil
}

// alsoWrong adds to the fault of a scenario what is wrong with the flags that speak of what is in it: they are held to the
// scenario with those of its changes alone that it takes.
func (r *reading) alsoWrong(c *cobra.Command, name string, fault error) error {
	if r.about == nil || exitCode(fault) != exitScenario {
		return fault
	}
	sound := *r
	sound.set = nil
	for _, set := range r.set {
		more := sound
		more.set = append(slices.Clone(sound.set), set)
		if _, err := more.read(c, name); err == nil {
			sound = more
		}
	}
	l, err := sound.read(c, name)
	if err != nil {
		return fault
	}
	return errors.Join(r.about(sim.NewWorld(l.Scenario), name), fault)
}

// wrongInside is what is wrong with the scenarios that a call names, with the changes that it makes in them and with the flags
// that speak of what is in them. What standard input holds is not waited for.
func (r *reading) wrongInside(c *cobra.Command, names []string) error {
	changes := [][]string{r.set}
	if r.apart && len(names) == 1 {
		changes = nil
		for _, set := range r.set {
			changes = append(changes, strings.Split(set, together))
		}
	}
	var wrong complaints
	for _, name := range slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == scenarios.Stdin }) {
		for _, set := range changes {
			one := *r
			one.set = set
			l, err := one.read(c, name)
			switch {
			case err != nil:
				wrong.join(one.alsoWrong(c, name, err))
			case r.about != nil:
				wrong.join(r.about(sim.NewWorld(l.Scenario), name))
			}
		}
	}
	return wrong.told()
}

// options say what else to read with a scenario.
func (r *reading) options(c *cobra.Command) scenarios.Options {
	opts := scenarios.Options{Set: r.set, ReadFile: reader(c), SecondCoder: r.coder == 2, Best: r.best || r.fixed, Theories: r.theories,
		Measured: r.twins || r.inputs == inputsMeasured}
	if day, err := sim.ParseDate(r.asOf); err == nil { // what is no day was told with the flags
		opts.AsOf = day
	}
	return opts
}

// asAsked does to a scenario what is no matter of its file, and tells what it refused.
func (r *reading) asAsked(c *cobra.Command, l *scenarios.Loaded) {
	if !r.theories {
		inVain(c, l.SetInVain()...)
		if !r.validates {
			for _, f := range l.ChangedInVain() {
				fmt.Fprintf(c.ErrOrStderr(), "Warning: %s\n\n", f)
			}
		}
	}
	if r.asOf != "" {
		l.Scenario.AsOf = r.asOf // a day has more than one spelling: tell it in that of who asked
		fmt.Fprintln(c.ErrOrStderr(), asOfLine(r.asOf, l.Refused))
		fmt.Fprint(c.ErrOrStderr(), carriedLine(l.Carried))
	}
	r.share(&l.Scenario)
	if r.inputs == inputsMeasured {
		l.Scenario = sim.Measured(l.Scenario)
	}
	if r.recode > 0 {
		l.Scenario.Recode = r.recode
		l.Scenario.Overrides = append(slices.Clone(l.Scenario.Overrides), fmt.Sprintf("recode = %g", r.recode))
	}
}

// inVain warns of figures that move nothing.
func inVain(c *cobra.Command, told ...string) {
	for _, line := range told {
		fmt.Fprintln(c.ErrOrStderr(), "Warning: "+line+".")
	}
}

// whereToLook ends the fault about a name that no shipped scenario has, nor one like it.
func whereToLook(err error) error {
	var unknown scenarios.Unknown
	if !errors.As(err, &unknown) || unknown.Nearest != "" {
		return err
	}
	if ep, ok := history.FindEpisode(unknown.Name); ok {
		return fmt.Errorf("%w; %s is the number of an episode, which is played on %s", err, ep.ID, ep.Scenario)
	}
	if slices.Contains(scenarios.StudyNames(), unknown.Name) {
		return fmt.Errorf("%s is a study, and no scenario: sweep, sensitivity and discover play it", unknown.Name)
	}
	return fmt.Errorf("%w: try `entente list`, or give the path of a file of your own", err)
}

// share lets scenarios that begin with the same history have it played once for all of them.
func (r *reading) share(s *sim.Scenario) {
	if s.Past == nil {
		return
	}
	text := scenarios.TOML(s.Past.Scenario)
	if r.histories[text] == nil {
		if r.histories == nil {
			r.histories = map[string]*sim.Past{}
		}
		r.histories[text] = s.Past
	}
	s.Past = r.histories[text]
}

// flags are those of a command line, beside the scenario, that change what is read.
func (r *reading) flags() string {
	line := ""
	if r.asOf != "" {
		line += " --as-of " + words.Shell(r.asOf)
	}
	if r.best {
		line += " --best"
	}
	if r.inputs != "" && r.inputs != inputsCoded {
		line += " --inputs " + r.inputs
	}
	if r.coder == 2 {
		line += " --coder 2"
	}
	if r.recode > 0 {
		line += fmt.Sprintf(" --recode %g", r.recode)
	}
	for _, s := range r.set {
		line += " --set " + words.Shell(s)
	}
	return line
}

// reader reads what a command is given by name: a file, or standard input, which whoever types may interrupt.
func reader(c *cobra.Command) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		read := func() ([]byte, error) { return scenarios.ReadFile(name) }
		if name == scenarios.Stdin {
			read = stdin
		}
		var text []byte
		if err := heard(c.Context(), func() (err error) { text, err = read(); return err }); err != nil {
			return nil, err
		}
		did(c, "read %s, %s", name, words.Count(len(text), "byte"))
		return text, nil
	}
}

// stdin is all of standard input, which can be read once however often it is named.
var stdin = sync.OnceValues(func() ([]byte, error) { return scenarios.ReadAll(os.Stdin) })

// unread is how a command ends that could not read what it was given.
func unread(c *cobra.Command, err error) error {
	if c.Context().Err() != nil {
		return failure{exitInterrupted, errors.New("interrupted while reading")}
	}
	return failure{exitScenario, err}
}
