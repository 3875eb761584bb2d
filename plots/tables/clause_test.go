package tables

import "testing"

func TestTheArticleOfAClause(t *testing.T) {
	for _, c := range [][2]string{
		{"Pacific Pact", "the Pacific Pact"}, {"The Hague Pact", "the Hague Pact"}, {"the Pact", "the Pact"}, {"A pact of four", "a pact of four"},
		{"Theatre Pact", "the Theatre Pact"}, {"ANZUS", "the ANZUS"},
	} {
		if got := the(c[0]); got != c[1] {
			t.Errorf("%q is told as %q, want %q", c[0], got, c[1])
		}
	}
}
