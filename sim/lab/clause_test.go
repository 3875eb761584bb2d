package lab

import "testing"

func TestATitleStandsInASentence(t *testing.T) {
	for title, want := range map[string]string{
		"Treaty of Brussels":              "the Treaty of Brussels is",
		"Five Power Defence Arrangements": "the Five Power Defence Arrangements are",
		"The pact":                        "the pact is",
		"a made-up defence pact":          "a made-up defence pact is",
		"Middle East Alliances, then one": "the Middle East Alliances, then one are",
		"Pacific Pact":                    "the Pacific Pact is",
		"The Hague Pact":                  "the Hague Pact is",
		"A pact of four":                  "a pact of four is",
		"Theatre Pact":                    "the Theatre Pact is",
		"ANZUS":                           "the ANZUS is",
		"Prague Consensus":                "the Prague Consensus is",
		"Joint Darkness":                  "the Joint Darkness is",
	} {
		if got := The(title) + " " + Is(title); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}
