package scenarios

import "testing"

// What is nearest to a misspelt word is suggested, and nothing where nothing is near.
func TestTheNearestNameIsSuggested(t *testing.T) {
	for _, c := range []struct {
		word  string
		known []string
		want  string
	}{
		{"opennes", []string{"openness", "name"}, "; did you mean openness?"},
		{"CNH", []string{"CHN", "PRK"}, "; did you mean CHN?"},
		{"jpn", []string{"JPN", "KOR"}, "; did you mean JPN?"},
		{"FRA", []string{"AAA", "BBB"}, " (there are AAA and BBB)"},
		{"FRA", []string{"USSR"}, " (there is only USSR)"},
		{"FRA", nil, ""},
		{"prospect", []string{"prospect-theory", "power-balance"}, "; did you mean prospect-theory?"},
		{"power", []string{"power-disparity", "power-balance"}, " (there are power-disparity and power-balance)"},
		{"pr", []string{"prospect-theory", "power-balance"}, " (there are prospect-theory and power-balance)"},
	} {
		if got := Suggest(c.word, c.known); got != c.want {
			t.Errorf("%q for %q, want %q", got, c.word, c.want)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "abc", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "ab", 1}, {"abcd", "abxd", 1}, {"ca", "abc", 3}} {
		if got := slips(c.a, c.b); got != c.want {
			t.Errorf("%q and %q are %d apart, want %d", c.a, c.b, got, c.want)
		}
	}
}
