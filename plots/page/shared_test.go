package page

import (
	"strings"
	"testing"
)

// Texts that share pieces come back as they were, and what they share is kept once.
func TestSharedTextsComeBack(t *testing.T) {
	texts := map[string][]byte{
		"a": []byte(`{"rows":[["x",1],["y",2],["z",3]]}`),
		"b": []byte(`{"rows":[["x",1],["y",2.5],["z",3]]}`),
		"c": []byte("no list at all"),
		"d": {},
	}
	s := sharedBy(texts)
	for path, want := range texts {
		got, rows := "", s.Texts[path]
		for k := 0; k < len(rows); k += 2 {
			got += strings.Join(s.Pieces[rows[k]:rows[k]+rows[k+1]], "")
		}
		if got != string(want) {
			t.Errorf("%s comes back as %q", path, got)
		}
	}
	if all := strings.Join(s.Pieces, ""); strings.Count(all, `["x",1]`) != 1 {
		t.Errorf("what two texts share is kept more than once, or never: %q", all)
	}
}
