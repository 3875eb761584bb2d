package scenarios_test

import (
	"fmt"

	"entente/scenarios"
)

func ExampleLoad() {
	l, err := scenarios.Load("testdata/good/thaw.toml", scenarios.Options{Set: []string{"end=2040"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := l.Scenario
	fmt.Printf("%s: %d states, %.0f to %.0f\n", s.Title, len(s.States), s.Start, s.End)

	stance := s.States["AAA"].Stance.At(s.Start)
	source, _ := l.Cite("states.AAA.stance")
	fmt.Printf("Alfa's stance is %v (%s)\n", stance, source.Text)

	for _, o := range l.Overrides {
		fmt.Println("not as shipped:", o.Path, "=", o.Value)
	}
	// Output:
	// Thaw: 4 states, 2025 to 2040
	// Alfa's stance is 0.6 (rubric: has welcomed the clause)
	// not as shipped: parameters.threat.chronic = 0.6
	// not as shipped: end = 2040
}

// A slip is told where it stands, with what was probably meant.
func ExampleFaults() {
	_, err := scenarios.Load("testdata/good/triad.toml", scenarios.Options{Set: []string{
		"states.AAA.opennes=0.4",
		"rivals.CCC.posture=grayzone",
	}})
	fmt.Println(err)
	// Output:
	// --set 1: unknown key states.AAA.opennes; did you mean openness?
	//        | states.AAA.opennes=0.4
	//        |            ^^^^^^^
	//
	// --set 2: rivals.CCC.posture is "grayzone", must be grey-zone, overt, conciliatory or adaptive; did you mean grey-zone?
	//        | rivals.CCC.posture=grayzone
	//        |                    ^^^^^^^^
	//
	// 2 faults
}
