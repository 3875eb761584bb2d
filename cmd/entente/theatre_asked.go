package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/scenarios/theatre"
	"entente/sim"
)

// ask holds the flags to what they must be, and tells all that is wrong with them at once.
func (f *wanted) ask() (*theatre.Ask, error) {
	var wrong complaints
	f.given(&wrong)
	f.years(&wrong)
	a := &theatre.Ask{Start: f.start, End: f.end, Title: f.title}
	f.parties(a, &wrong)
	f.places(&wrong)
	if err := wrong.told(); err != nil {
		return nil, err
	}
	if a.Title == "" {
		a.Title = fmt.Sprintf("%s against %s, %s-%s", namesOf(a.States), namesOf(a.Rivals), f.start, f.end)
	}
	return a, nil
}

// given holds that nothing is left out that must be said.
func (f *wanted) given(wrong *complaints) {
	for _, needed := range []struct{ flag, value string }{{"start", f.start}, {"end", f.end}, {"states", f.states},
		{"rival", f.rivals}, {"data", f.data}} {
		if strings.TrimSpace(needed.value) == "" {
			wrong.add("--%s is not given", needed.flag)
		}
	}
}

// years holds that the end does not come before the start.
func (f *wanted) years(wrong *complaints) {
	date := func(flag, text string) sim.Date {
		if text == "" {
			return 0
		}
		d, err := sim.ParseDate(text)
		if err != nil {
			wrong.add("--%s: %v", flag, err)
		}
		return d
	}
	if start, end := date("start", f.start), date("end", f.end); start != 0 && end != 0 && end < start {
		wrong.add("--end is %s, before --start, which is %s", f.end, f.start)
	}
}

// parties reads the rivals and the states. A rival may stand among the states as well.
func (f *wanted) parties(a *theatre.Ask, wrong *complaints) {
	a.Rivals = polities("rival", f.rivals, nil, wrong)
	before := len(*wrong)
	a.States = polities("states", f.states, a.Rivals, wrong)
	if len(*wrong) == before && f.states != "" && len(a.States) < 2 {
		wrong.add("--states must name at least two beside the rivals: a clause needs founders")
	}
}

// polities are those that a flag names, but for some that are known already.
func polities(flag, list string, known []*theatre.Polity, wrong *complaints) []*theatre.Polity {
	var all []*theatre.Polity
	seen := map[string]bool{}
	for id := range strings.SplitSeq(list, ",") {
		id = strings.TrimSpace(id)
		if id == "" {
			continue
		}
		p, err := theatre.PolityOf(id)
		switch {
		case err != nil:
			wrong.add("--%s: %v", flag, err)
		case seen[id]:
			wrong.add("--%s names %s twice", flag, id)
		case !slices.Contains(known, p):
			all = append(all, p)
		}
		seen[id] = true
	}
	return all
}

// places holds that the file is not there yet, and the data are.
func (f *wanted) places(wrong *complaints) {
	if f.out != "" && f.out != toStdout {
		if _, err := os.Stat(f.out); err == nil {
			wrong.add("-o: %s is there already; `entente theatre update` measures its figures anew", f.out)
		}
	}
	if f.data != "" {
		if info, err := os.Stat(f.data); err != nil || !info.IsDir() {
			wrong.add("--data: there is no folder %s", f.data)
		}
	}
}

// namesOf are a few states by name, the rest by number.
func namesOf(all []*theatre.Polity) string {
	var names []string
	for _, p := range all {
		names = append(names, p.Name)
	}
	const few = 4
	if len(names) > few {
		names = append(names[:few-1:few-1], fmt.Sprintf("%d others", len(all)-few+1))
	}
	return words.And(names)
}
