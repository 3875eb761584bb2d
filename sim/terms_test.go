package sim

import (
	"encoding/json"
	"math"
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
	var one Term
	if b, err := json.Marshal([]Term{Burden}); err != nil || string(b) != `["burden"]` || json.Unmarshal([]byte(`"home"`), &one) != nil ||
		one != Home {
		t.Errorf("a term is written %s (%v), and home is read as %v", b, err, one)
	}
	if err := json.Unmarshal([]byte(`"hoem"`), &one); err == nil {
		t.Error("one term that does not exist is read")
	}
}

func TestTermsAddUpToTheUtility(t *testing.T) {
	weighed := 0
	worlds(200, func(number uint64, s Scenario) {
		w := NewWorld(s)
		r := NewRun(w)
		play(r, 2, 0, func() {
			for c := range w.Clauses {
				for i := range w.States {
					terms, chance, ok := r.Decided(c, i)
					if !ok {
						continue
					}
					weighed++
					sum := 0.0
					for _, v := range terms {
						sum += v
					}
					if want := 1 / (1 + math.Exp(-sum/s.Parameters.Common.Noise)); math.Abs(chance-want) > 1e-12 {
						t.Fatalf("world %d: %s has chance %v, its utility says %v", number, w.States[i], chance, want)
					}
				}
			}
		})
	})
	if weighed < 1000 {
		t.Errorf("only %d decisions were seen: the worlds do not put the claim to the test", weighed)
	}
}
