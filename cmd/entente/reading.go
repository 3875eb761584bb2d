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

// What help says of the flags that change how a scenario is read.
const (
	wordsAsOf   = "forecast as of this `day`: refuse all that is dated later in the scenario, but not what --set says"
	wordsInputs = "`kind` of figures: coded, as they stand, or measured: " + words.Measured
	wordsCoder  = "whose stances: `1` those of the scenario, 2 those of a second coder, who had not seen them"
	wordsRecode = "move each figure coded by hand by an error of this standard `deviation`, such as 0.1, anew in every five runs"
	wordsBest   = "play the shipped constants alone, and no draws of what history leaves open: for teaching, and to compare with " +
		"older versions"
	wordsTheory = "let states decide by a rival theory, as in power-disparity; entente theories compares them"
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

	theories bool // several rules decide: constants of any theory may be set
	twins    bool // measured twins are played: constants of theirs may be set

	histories map[string]*sim.Past // by what stands in them

	// what must hold of the flags that speak of what is in the scenario, which was asked for by a name; nil if none do
	about func(w *sim.World, name string) error
	apart bool // of one scenario each --set makes a world of its own
}

// setFlag adds --set, which every command that reads a scenario has.
func (r *reading) setFlag(c *cobra.Command) {
	c.Flags().Var((*changeFlag)(r), "set", "change one figure: `path=value`, as in states.JPN.stance=0.5 (may be repeated)")
	c.Flags().Var((*theoryFlag)(r), "theory", wordsTheory)
	mustHoldOf(c, func(names []string, wrong *complaints) {
		for _, bare := range r.bare {
			wrong.add("--set is %q; write path=value, such as states.JPN.stance=0.5", bare)
		}
		if r.apart && len(names) == 1 {
			return
		}
		values := map[string]string{}
		for _, set := range r.set {
			path, value, _ := strings.Cut(set, "=")
			path, value = strings.TrimSpace(path), strings.TrimSpace(value)
			if before, twice := values[path]; twice && before != value {
				wrong.add("%s is set twice, to %s and to %s; give it one value", path, before, value)
			}
			values[path] = value
		}
	})
}

// changeFlag is --set path=value. It keeps what --theory has set before it, which a list of cobra's own would not, and takes what is
// no change too: the library would end there, and what is wrong with the other changes would not be told.
type changeFlag reading

func (f *changeFlag) String() string { return "" }

func (f *changeFlag) Type() string { return "change" }

func (f *changeFlag) Set(change string) error {
	if strings.Contains(change, "=") {
		f.set = append(f.set, change)
	} else {
		f.bare = append(f.bare, change)
	}
	return nil
}

// theoryFlag is --theory NAME, which stands for --set theory=NAME.
type theoryFlag reading

func (f *theoryFlag) String() string { return "" }

func (f *theoryFlag) Type() string { return "theory" }

func (f *theoryFlag) Set(name string) error {
	var names []string
	hint := ""
	for _, t := range sim.Theories() {
		if t.Name == name {
			f.set = append(f.set, "theory="+name)
			return nil
		}
		if slices.Contains(strings.Fields(strings.ToLower(t.By)), strings.ToLower(name)) { // a theory is often called by its author
			hint = fmt.Sprintf("; did you mean %s (%s)?", t.Name, t.By)
		}
		names = append(names, t.Name)
	}
	if hint == "" {
		hint = meant(name, names)
	}
	return errors.New("no theory is called that" + hint)
}

// bestFlag adds --best, which every command has that plays a scenario.
func (r *reading) bestFlag(c *cobra.Command) {
	c.Flags().BoolVar(&r.best, "best", false, wordsBest)
}

// asOfFlag adds --as-of, which every command has that asks what a scenario leads to.
func (r *reading) asOfFlag(c *cobra.Command) {
	c.Flags().StringVar(&r.asOf, "as-of", "", wordsAsOf)
	mustHold(c, func(wrong *complaints) {
		if r.asOf != "" {
			if _, err := sim.ParseDate(r.asOf); err != nil {
				wrong.add("--as-of: %w", err)
			}
		}
	})
}

// inputsFlag adds --inputs, which every command has that holds the model to history. A figure that is set and then measured
// would be told and not played.
func (r *reading) inputsFlag(c *cobra.Command) {
	c.Flags().StringVar(&r.inputs, "inputs", inputsCoded, wordsInputs)
	mustHold(c, func(wrong *complaints) {
		switch r.inputs {
		case inputsCoded:
			return
		case inputsMeasured:
		default:
			wrong.add("--inputs is %s; it must be coded or measured", r.inputs)
			return
		}
		for _, set := range r.set {
			if !strings.HasPrefix(set, "parameters.") && !strings.HasPrefix(set, "theory=") {
				wrong.add("--set %s would be measured over: with --inputs measured only constants (parameters.*) and the theory may be set",
					set)
			}
		}
	})
}

// coderFlag adds --coder, which every command has that looks into a scenario.
func (r *reading) coderFlag(c *cobra.Command) {
	c.Flags().IntVar(&r.coder, "coder", 1, wordsCoder)
	mustHold(c, func(wrong *complaints) {
		if r.coder < 1 || r.coder > 2 {
			wrong.add("--coder is %d; it must be 1, the coder of the scenario, or 2, the second", r.coder)
		}
	})
}

// recodeFlag adds --recode, which every command has that plays scenarios.
func (r *reading) recodeFlag(c *cobra.Command) {
	c.Flags().Float64Var(&r.recode, "recode", 0, wordsRecode)
	mustHold(c, func(wrong *complaints) {
		if !(r.recode >= 0 && r.recode <= mostRecode) {
			wrong.add("--recode is %g; it must lie between 0 and %d, the length of most scales", r.recode, mostRecode)
		}
	})
}

// mostRecode is the greatest error that may be asked for: of a scale from 0 to 1 it leaves nothing.
const mostRecode = 1

// notRecoded refuses --recode where it would say nothing, and says why.
func (r *reading) notRecoded(c *cobra.Command, why string) {
	c.Flags().Float64Var(&r.recode, "recode", 0, wordsRecode)
	c.Flags().Lookup("recode").Hidden = true
	mustHold(c, func(wrong *complaints) {
		if c.Flags().Changed("recode") {
			wrong.add("entente %s takes no --recode: %s", c.Name(), why)
		}
	})
}

// The kinds of input.
const (
	inputsCoded    = "coded"
	inputsMeasured = "measured"
)

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
