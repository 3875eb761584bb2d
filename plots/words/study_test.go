package words

import (
	"testing"

	"entente/sim/lab"
)

func TestStudiesInWords(t *testing.T) {
	for got, want := range map[string]string{
		Laid(&lab.Plan{Design: "saltelli", Rows: 512, Points: 7168}):        "512 rows of a Saltelli design (7,168 points)",
		Laid(&lab.Plan{Design: "morris", Rows: 40, Points: 480, Levels: 4}): "40 Morris trajectories of 4 levels (480 points)",
		Laid(&lab.Plan{Design: "morris", Rows: 1, Points: 3, Levels: 4}):    "one Morris trajectory of 4 levels (3 points)",
		Laid(&lab.Plan{Design: "halton", Points: 1}):                        "1 point of a Halton sequence",
		ValueOf(&lab.Output{Measure: lab.Members}, 2.345):                   "2.35",
		ValueOf(&lab.Output{Measure: lab.Signs}, 0.0004):                    "<0.1 %",
		ChanceOf(&lab.Output{Measure: lab.Signs, Name: "Japan signs"}):      "the chance that Japan signs",
		Index(-0.001): "0.00",
		Index(-0.011): "-0.01",
		MovesOf(&lab.Output{Measure: lab.IsInForce}, 0.256): "25.6 points",
	} {
		if got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}
