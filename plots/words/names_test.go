package words

import "testing"

func TestStatesAreNamedAsASentenceDoes(t *testing.T) {
	names := map[string]string{"USA": "United States", "AUS": "Australia", "KOR": "South Korea", "DOM": "Dominican Republic",
		"HND": "Honduras", "NLD": "Netherlands"}
	for _, c := range []struct {
		ids  []string
		want string
	}{
		{[]string{"USA", "KOR", "AUS"}, "Australia, South Korea and the United States"},
		{[]string{"USA"}, "the United States"},
		{[]string{"DOM", "HND", "NLD"}, "the Dominican Republic, Honduras and the Netherlands"},
		{[]string{"KOR", "TWN"}, "South Korea and TWN"}, // who has no name
		{nil, ""},
	} {
		if got := States(c.ids, names); got != c.want {
			t.Errorf("%v are called %q, want %q", c.ids, got, c.want)
		}
	}
}
