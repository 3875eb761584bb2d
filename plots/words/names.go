package words

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// takesThe are names that end in a common noun, and those that are plurals.
var takesThe = pattern(` (States|Kingdom|Emirates|Union|Republic|Empire|Federation|Islands)$|` +
	`^(Bahamas|Maldives|Netherlands|Philippines|Seychelles)$`)

// pattern is a regular expression that is laid out when a text is first held to it: a start waits for none.
func pattern(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

// State is the name of a state as it stands within a sentence.
func State(name string) string {
	if takesThe().MatchString(name) {
		return "the " + name
	}
	return name
}

// States are the names of some states within a sentence, in alphabetical order. Who has no name is called by its id.
func States(ids []string, names map[string]string) string {
	var all []string
	for _, id := range ids {
		name := names[id]
		if name == "" {
			name = id
		}
		all = append(all, name)
	}
	slices.Sort(all)
	for k, name := range all {
		all[k] = State(name)
	}
	return And(all)
}

// And joins names with commas and a last "and".
func And(names []string) string { return joined(names, "and") }

// Or joins names with commas and a last "or".
func Or(names []string) string { return joined(names, "or") }

func joined(names []string, word string) string {
	switch last := len(names) - 1; {
	case last < 0:
		return ""
	case last == 0:
		return names[0]
	default:
		return strings.Join(names[:last], ", ") + " " + word + " " + names[last]
	}
}
