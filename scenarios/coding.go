package scenarios

import (
	"slices"
	"strings"
)

// A second coder coded the stances anew, from the rubric and from what governments had said, without sight of the first coding.
// A coding is a layer that holds stances alone; it lies on the scenario of its name, and so on all that stands on that.

// codings is how the files of second codings begin, and codingOf the one of a shipped scenario.
const codings = "coding/"

func codingOf(file string) string { return codings + file }

// Codings are the names of the shipped scenarios that were coded twice.
func Codings() []string {
	return tomlFiles(strings.TrimSuffix(codings, "/"))
}

// secondCoding lays the second codings of a scenario and of what it stands on over it, and notes which stances the file itself was
// given anew. A scenario of which nothing was coded twice is a fault.
func (r *reader) secondCoding(root *node) *node {
	top := r.files[len(r.files)-1]
	found := false
	for _, below := range slices.Clone(r.files) {
		if !below.shipped {
			continue
		}
		src, err := shippedFile(codingOf(below.name))
		if err != nil {
			continue
		}
		over := r.parse(src)
		if over == nil || !r.format(over) {
			return nil
		}
		delete(over.table, "format")
		paths := stances(over)
		for _, path := range over.leaves("") {
			if !slices.ContainsFunc(paths, func(stance string) bool { return path == stance || strings.HasPrefix(path, stance+".") }) {
				r.faults.value(over.get(path), path, "is no stance, and a coding holds nothing else")
			}
		}
		if below == top {
			r.codedTwice = paths
		}
		found = true
		r.files = append(r.files, src)
		root = root.merge(over, scenarioType)
	}
	if !found && len(r.later) == 0 { // a history stays as it is
		r.faults.add(top, span{}, "", "of this scenario no stance was coded a second time; coded twice are %s", list(Codings(), "and"))
	}
	return root
}

// stances are the paths of the stances that a coding gives: of states, and of states on one clause.
func stances(coding *node) []string {
	var all []string
	for _, path := range coding.paths(3) {
		if strings.HasPrefix(path, "states.") && strings.HasSuffix(path, ".stance") {
			all = append(all, path)
		}
	}
	for _, path := range coding.paths(4) {
		if keys := strings.Split(path, "."); keys[0] == "clauses" && keys[2] == "stance" {
			all = append(all, path)
		}
	}
	return all
}

// leaves are the paths of all that is no table.
func (n *node) leaves(path string) []string {
	if n.table == nil {
		return []string{path}
	}
	var all []string
	for _, k := range n.keys() {
		all = append(all, n.table[k].leaves(join(path, k))...)
	}
	return all
}

// secondCoderTold says that stances are the second coder's.
func (r *reader) secondCoderTold() []Override {
	var from []string
	for _, f := range r.files {
		if f.coding() {
			from = append(from, f.name)
		}
	}
	if len(from) == 0 {
		return nil
	}
	return []Override{{"coder", "2"}, {"stances", "those of a second coder: " + list(from, "and")}}
}
