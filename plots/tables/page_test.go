package tables

import (
	"strings"
	"testing"

	"entente/sim/lab"
)

func TestWhatWasPlayedIsTold(t *testing.T) {
	for _, c := range []struct {
		why       string
		head      lab.Head
		want, not string
	}{
		{"all of it", lab.Head{Asked: 100, Runs: 100, Played: 100, ToPlay: 100}, "", "Cut short"},
		{"interrupted", lab.Head{Asked: 1000, Runs: 40, Played: 40, ToPlay: 1000}, "Cut short: 1,000 runs were asked for.", ""},
		{"it knew enough before", lab.Head{Asked: 1000, Runs: 100, Played: 2000, ToPlay: 2000}, "", "Cut short"},
		{"one failed", lab.Head{Asked: 100, Runs: 99, Played: 100, ToPlay: 100, Failures: []lab.Failure{{Run: 3}}}, "Failed and left out: 1 of 100 runs.", "Cut short"},
		{"a what-if", lab.Head{Overrides: []string{"a.b = 1"}}, "What if: a.b = 1", ""},
		{"a scenario on another", lab.Head{Base: "pacific", Changes: []string{"a = 1", "b = 2"}}, "Changes in pacific: a = 1; b = 2.", ""},
		{"a parameter that its file changes, told once", lab.Head{Base: "pacific", Changes: []string{"a = 1"}, Overrides: []string{"a = 1"}}, "a = 1", "What if"},
		{"a forecast", lab.Head{AsOf: "2030-01-01"}, "As of 2030-01-01", "What if"},
	} {
		p := About(&c.head, "so many runs")
		p.Title = "A title"
		got := asText(t, p, 80)
		if !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s: told as\n%s", c.why, got)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"one two three", 7, "one two|three"},
		{"in 37.2 % of them", 7, "in|37.2 %|of them"},
		{"a\nb c", 10, "a|b c"},
		{"unbreakably long", 4, "unbreakably|long"},
		{"never broken at all", 0, "never broken at all"},
		{"東南 アジア", 6, "東南|アジア"},
		{"", 5, ""},
	} {
		if got := strings.Join(wrap(c.text, c.width), "|"); got != c.want {
			t.Errorf("%q in %d columns is %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// A table that is too wide is told row by row, with each cell beside its head or, where that is too long, below it.
func TestATableThatIsTooWideIsStacked(t *testing.T) {
	var p Page
	table := p.Part("").Columns(Text("state"), Figures("chance"), Figures("a head that takes more than half of the width"), Text("why"))
	table.Group("Founders")
	table.Add("Japan", "10.0 %", "99.0 %", "the trade it would lose")
	table.Add("Palau", "20.0 %", "", "")
	want := `  Founders:
  Japan
    chance  10.0 %
    a head that takes more
    than half of the width
            99.0 %
    why     the trade it would
            lose
  Palau
    chance  20.0 %
`
	if got := asText(t, &p, 30); got != want {
		t.Errorf("told as\n%s\nwant\n%s", got, want)
	}
}
