package headed

import (
	"reflect"
	"strings"
	"testing"
)

type made struct {
	by       string
	runs     int
	seed     uint64
	weight   float64
	episodes []string
	seeds    []uint64
}

func (m *made) head() []Line {
	return []Line{{"made by", &m.by}, {"runs", &m.runs}, {"seed", &m.seed}, {"weight", &m.weight}, {"episodes", &m.episodes}, {"seeds", &m.seeds}}
}

const page = "# made by: a command\n# runs: 8\n# seed: 18446744073709551615\n# weight: 0.1\n# episodes: V1 V2\n# seeds: 1 2\n"

// What is written is read again, and what stands below is left.
func TestAHeadIsReadAsItWasWritten(t *testing.T) {
	m := made{"a command", 8, 1<<64 - 1, 0.1, []string{"V1", "V2"}, []uint64{1, 2}}
	var b strings.Builder
	if err := Write(&b, m.head()); err != nil || b.String() != page {
		t.Errorf("it is written as\n%s(%v), want\n%s", b.String(), err, page)
	}
	var back made
	if below, faults := Read(page+"a,b\n1,2\n", back.head()); below != "a,b\n1,2\n" || len(faults) > 0 || !reflect.DeepEqual(back, m) {
		t.Errorf("it is read as %+v, with %q below it, and %v", back, below, faults)
	}
}

// Every fault is told at once, each with its place.
func TestFaultsOfAHead(t *testing.T) {
	var m made
	_, faults := Read(strings.NewReplacer("runs: 8", "runs: eight", "made by: a command", "made by: ", "1 2", "1 -2").Replace(page), m.head())
	want := []Fault{
		{1, 1, `here stands "# made by: ", and must "# made by: " with its value`},
		{2, 9, `runs: strconv.Atoi: parsing "eight": invalid syntax`},
		{6, 10, `seeds: strconv.ParseUint: parsing "-2": invalid syntax`},
	}
	if !reflect.DeepEqual(faults, want) {
		t.Errorf("it tells\n%v\nand not\n%v", faults, want)
	}
}
