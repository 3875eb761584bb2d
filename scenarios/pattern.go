package scenarios

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression that is laid out when a text is first held to it. Of some fifty that entente knows most commands
// need none, and all of them cost more than the rest of its start.
func Pattern(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
