package words

import (
	"fmt"
	"strings"

	"entente/sim/lab"
)

// Laid says how the points of a study are laid out.
func Laid(p *lab.Plan) string {
	points := Count(p.Points, "point")
	switch p.Design {
	case "saltelli":
		return fmt.Sprintf("%s of a Saltelli design (%s)", Count(p.Rows, "row"), points)
	case "morris":
		if p.Rows == 1 {
			return fmt.Sprintf("one Morris trajectory of %d levels (%s)", p.Levels, points)
		}
		return fmt.Sprintf("%s Morris trajectories of %d levels (%s)", Thousands(p.Rows), p.Levels, points)
	case "factorial":
		return points + " of a factorial, every combination of its levels"
	case "latin-hypercube":
		return points + " of a Latin hypercube"
	case "sobol":
		return points + " of a scrambled Sobol sequence"
	}
	return points + " of a Halton sequence"
}

// ChanceOf begins a sentence about an output: the chance that something happens, or a mean number.
func ChanceOf(o *lab.Output) string {
	if o.IsChance() {
		return "the chance that " + o.Name
	}
	return "the mean number of " + o.Name
}

// ValueOf is a value of an output, or a mean of it.
func ValueOf(o *lab.Output, v float64) string {
	if o.IsChance() {
		return Percent(min(max(v, 0), 1))
	}
	return fmt.Sprintf("%.2f", v)
}

// Index writes a share of variance, or another figure that two decimals tell.
func Index(v float64) string { return strings.TrimPrefix(unsignedZero(fmt.Sprintf("%.2f", v)), "+") }

// Size is how much an output moves, in percentage points of a chance, without the unit.
func Size(o *lab.Output, v float64) string {
	if o.IsChance() {
		return unsignedZero(fmt.Sprintf("%.1f", 100*v))
	}
	return Index(v)
}

// Interest is what makes a point of a study one of interest, as a sentence without its end.
func Interest(p *lab.Plan, i *lab.Interest) string {
	for k := range p.Outputs {
		o := &p.Outputs[k]
		switch {
		case o.ID != i.Output:
		case o.IsChance() && p.Each == 1 && i.Value > 0 && i.Value < 1 && i.Below:
			return "it is not so that " + o.Name
		case o.IsChance() && p.Each == 1 && i.Value > 0 && i.Value < 1:
			return o.Name
		case i.Below:
			return ChanceOf(o) + " is at most " + ValueOf(o, i.Value)
		default:
			return ChanceOf(o) + " is at least " + ValueOf(o, i.Value)
		}
	}
	return i.Output
}

// unsignedZero takes the sign from what is written as nothing.
func unsignedZero(figure string) string {
	if strings.Trim(figure, "-0.") == "" {
		return strings.TrimPrefix(figure, "-")
	}
	return figure
}

// Near writes a limit, which is known to three digits at most.
func Near(v float64) string { return fmt.Sprintf("%.3g", v) }

// MovesOf says how much an output moves: percentage points of a chance, else a number.
func MovesOf(o *lab.Output, v float64) string {
	if o.IsChance() {
		return Size(o, v) + " points"
	}
	return Size(o, v)
}
