package scenarios

import (
	"slices"
	"strings"
	"testing"
)

func decided(text string) (*Decisions, error) {
	return LoadDecisions("class.csv", []string{"AUS", "JPN", "PHL", "USA"}, 8, func(string) ([]byte, error) { return []byte(text), nil })
}

func TestDecisionsAreRead(t *testing.T) {
	d, err := decided("# seminar of 3 May\nturn, JPN, usa\n\n2,Yes,n\n1,,no\n8, y ,\n")
	want := []Decision{{1, "USA", false}, {2, "JPN", true}, {2, "USA", false}, {8, "JPN", true}}
	if err != nil || !slices.Equal(d.All, want) {
		t.Errorf("read %+v, %v; want %+v", d, err, want)
	}
}

// All that is wrong is told at once, each with its place.
func TestFaultsOfDecisions(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"turn,JPN,AUS\n1,yes,maybe\n1,no,\n9,,\nx,,\n2,yes\n", []string{`class.csv:2:7: "maybe" is neither yes nor no`,
			"class.csv:3:1: turn 1 has a row already", `class.csv:4:1: "9" is no turn: they are numbered from 1 to 8`, `class.csv:5:1: "x"`,
			"class.csv:6:3: the row has 2 cells, must have 3", "5 faults"}},
		{"turn,JPM,AUS,AUS\n", []string{`class.csv:1:6: "JPM" is no state that the clause is offered to; did you mean JPN?`,
			"class.csv:1:14: the header names AUS twice"}},
		{"turn;JPN;AUS\n1;yes;no\n", []string{"the header must begin with turn", "put commas between its cells"}},
		{"# nothing\n", []string{"class.csv has no table"}},
		{"turn,JPN\n1,\"yes\n", []string{"class.csv:2:1: this is no line of a table"}},
	} {
		_, err := decided(c.text)
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("of %q it is said\n%v\nand not %q", c.text, err, want)
			}
		}
	}
}

// Whatever a file of decisions holds, it is read or each fault has its place; what is read is of states that are invited, in turns that there are.
func FuzzLoadDecisions(f *testing.F) {
	f.Add("# seminar of 3 May\nturn, JPN, usa\n\n2,Yes,n\n1,,no\n8, y ,\n")
	f.Add("turn;JPN;AUS\n1;yes;no\n")
	f.Add("turn,JPN\n1,\"yes\n")
	f.Add("turn,JPN,JPN\r\n99999999999999999999,yes,\x00\n")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := decided(text)
		if err != nil {
			for _, fault := range err.(Faults) {
				if fault.Line < 1 || fault.Col < 1 || fault.Message == "" {
					t.Errorf("a fault without its place: %+v", fault)
				}
			}
			return
		}
		for _, said := range d.All {
			if said.Turn < 1 || said.Turn > 8 || !slices.Contains([]string{"AUS", "JPN", "PHL", "USA"}, said.State) {
				t.Errorf("%+v is decided", said)
			}
		}
	})
}
