package sim

import (
	"encoding/json"
	"strings"
	"testing"
)

// Terms are written by name, in their order, and read back to the last bit.
func TestTermsAsJSON(t *testing.T) {
	var terms Terms
	for k := range terms {
		terms[k] = 1 / float64(k+3)
	}
	b, err := json.Marshal(terms)
	if err != nil {
		t.Fatal(err)
	}
	last := -1
	for k := range NumTerms {
		at := strings.Index(string(b), `"`+k.String()+`":`)
		if at <= last {
			t.Errorf("%s stands at %d of %s, after what follows it", k, at, b)
		}
		last = at
	}
	var back Terms
	if err := json.Unmarshal(b, &back); err != nil || back != terms {
		t.Errorf("%v reads back as %v: %v", terms, back, err)
	}
	if err := json.Unmarshal([]byte(`{"securty": 1}`), &back); err == nil {
		t.Error("a term that does not exist is read")
	}
}
