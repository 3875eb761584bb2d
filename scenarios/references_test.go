package scenarios

import (
	"slices"
	"testing"
)

// What a figure rests on is what the comment beside it says.
func TestAFigureRestsOnWhatItsCommentSays(t *testing.T) {
	names := []Reference{{Name: "FB"}, {Name: "COW NMC"}, {Name: "MID"}}
	for _, c := range []struct {
		text string
		want Basis
	}{
		{"FB, 2024", Sourced},
		{"computed from FB: (3191 + 4108) / 29185, 2024", Sourced},
		{"COW NMC v7.0, 2010", Sourced},
		{"as FBX has it", Remarked},
		{"AFB, 2024", Sourced}, // a name and a year, though none of the file's sources
		{"rubric 0.5: patron without a claim (MID v5.0)", Judged},
		{"judgement", Judged},
		{"MID v5.0, from memory", Recalled},
		{"never signed (Time, 24 June 1966)", Sourced},
		{"Ishiba, 2024: the core", Sourced},
		{"computed: 2 (2010, 2023) in the 15.5 years from 2010", Computed},
		{"hit or facing it", Remarked},
	} {
		if got := basis(Citation{Text: c.text, File: "x.toml"}, names); got != c.want {
			t.Errorf("%q is %s, want %s", c.text, got, c.want)
		}
	}
	if got := basis(Citation{Text: "set on the command line", File: "--set 1"}, names); got != SetHere {
		t.Errorf("what is set is %s", got)
	}
}

// "The same" points to the line above, through any that say so too, and up to the first of a file.
func TestTheSamePointsUpToTheFirstLine(t *testing.T) {
	s := newSource("x.toml", "a = 1 # FB, 2024\nb = 2 # the same\nc = 3\nd = 4 # the same\n")
	s.index()
	for line, want := range []string{"FB, 2024", "FB, 2024", "", "FB, 2024"} {
		if got := s.pointed(s.comments[line], line); got != want {
			t.Errorf("line %d rests on %q, want %q", line+1, got, want)
		}
	}
}

// A comment cites a text where it names it with a date; what else it says is no source.
func TestACommentCitesWhatItNamesWithADate(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"rubric 0.45: 0.6 Ishiba's Asian NATO of 2024; 0.3 his ministers shelved it (Asahi, 2 Oct 2024)", []string{"Asahi, 2 Oct 2024"}},
		{"rubric 0.3: Hegseth, 31 May 2025: closer work with allies", []string{"Hegseth, 31 May 2025"}},
		{"Foreign Affairs, 27 May 2025; its author is in no government", []string{"Foreign Affairs, 27 May 2025"}},
		{"signed (Hansard, 19 April 1971; Time, 24 June 1966)", []string{"Hansard, 19 April 1971", "Time, 24 June 1966"}},
		{"FB, 2024", nil},
		{"Kishi seeks it anew, June 1957", nil},
		{"Mischief Reef 1995, Scarborough 2012", nil},
		{"said (Asahi, 2 Oct 2024), from memory", nil},
		{"to 25 Feb 1948", nil},
	} {
		if got := phrases(c.text, []Reference{{Name: "FB"}}); !slices.Equal(got, c.want) {
			t.Errorf("%q cites %q, want %q", c.text, got, c.want)
		}
	}
}

// sharesSourced is how many of a hundred figures of each scenario name a source, at least, as on 28 November 2026. It may only rise.
var sharesSourced = map[string]int{
	"arab-1950":            44,
	"asia-1950":            28,
	"asia-1957":            23,
	"asia-1991":            29,
	"asian-nato-ishiba":    49,
	"aspac-1966":           22,
	"baghdad-1955":         46,
	"balkan-1953":          41,
	"decoupling":           49,
	"edc-1952":             41,
	"energy-transition":    49,
	"europe-1947":          41,
	"europe-1982":          30,
	"europe-joins":         49,
	"gcc-1981":             42,
	"manila-turns":         49,
	"mediterranean-1948":   39,
	"mesa-2017":            35,
	"nato-1994":            49,
	"no-prior-ties":        50,
	"ocean-pact-1951":      28,
	"overt-china":          43,
	"pacific-2025":         49,
	"pacific-union-1949":   28,
	"quad-aukus-joined":    49,
	"rio-1947":             51,
	"sadc-2003":            46,
	"scandinavia-1948":     41,
	"seoul-reversal":       49,
	"soft-clause":          49,
	"south-atlantic-1956":  36,
	"taiwan-blockade-2027": 47,
	"trade-weapon":         48,
	"us-retrenchment":      49,
	"warsaw-1955":          46,
}

// Every figure of every shipped scenario says what it rests on: a source, memory, a judgement or arithmetic. No fewer than before name a source.
func TestShippedScenariosNameTheirSources(t *testing.T) {
	for _, name := range Names() {
		l, err := Load(name, Options{})
		if err != nil {
			t.Fatal(err)
		}
		was, known := sharesSourced[name]
		if !known {
			t.Errorf("%s stands in no row of sharesSourced", name)
		}
		inputs, by := l.Inputs(), map[Basis]int{}
		for _, in := range inputs {
			by[in.Basis]++
			if in.Basis == Silent || in.Basis == Remarked {
				t.Errorf("%s: %s does not say what it rests on: %q", name, in.Path, in.Text)
			}
			if in.Text == "the same" {
				t.Errorf("%s: %s is told to be from where another is, and not from where", name, in.Path)
			}
		}
		if share := by[Sourced] * 100 / len(inputs); share < was {
			t.Errorf("%s has a source for %d figures in a hundred, and had for %d", name, share, was)
		}
		if n := len(l.References()); n < 5 {
			t.Errorf("%s names %d sources", name, n)
		}
	}
}
