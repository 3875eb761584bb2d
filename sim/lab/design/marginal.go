package design

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Shape is how the values of a factor are spread between its ends.
type Shape string

// The shapes.
const (
	Uniform    Shape = "uniform"
	LogUniform Shape = "log-uniform" // each ratio as likely as another of its size; both ends above 0
	Triangular Shape = "triangular"  // rising to the mode and falling from it
	Normal     Shape = "normal"      // about the mode, with a standard deviation, cut off at the ends
	Listed     Shape = "listed"      // the values given, each as likely
)

// Marginal turns a coordinate in [0, 1] into the value of a factor: its quantile.
type Marginal struct {
	Shape  Shape     `json:"shape"`            // how likely which values are
	Low    float64   `json:"low"`              // lower end, in the unit of the factor
	High   float64   `json:"high"`             // upper end
	Mode   float64   `json:"mode,omitempty"`   // of a triangular, and the middle of a normal
	SD     float64   `json:"sd,omitempty"`     // of a normal, before it is cut off
	Values []float64 `json:"values,omitempty"` // of a list
}

// Value is the quantile at u, held to the ends and to nine decimals.
//
// By hand: a triangular from 0 to 4 with mode 1 has its quarter at the mode, and half at 4 - √(½ · 4 · 3) = 1.55.
func (m Marginal) Value(u float64) float64 {
	if m.Shape == Listed {
		n := len(m.Values)
		return m.Values[min(int(u*float64(n)), n-1)]
	}
	v, span := 0.0, m.High-m.Low
	switch m.Shape {
	case LogUniform:
		v = math.Exp(math.Log(m.Low) + float64(u*(math.Log(m.High)-math.Log(m.Low))))
	case Triangular:
		if below := m.Mode - m.Low; float64(u*span) < below {
			v = m.Low + math.Sqrt(u*span*below)
		} else {
			v = m.High - math.Sqrt((1-u)*span*(m.High-m.Mode))
		}
	case Normal:
		n := distuv.Normal{Mu: m.Mode, Sigma: m.SD}
		from, to := n.CDF(m.Low), n.CDF(m.High)
		v = n.Quantile(from + float64(u*(to-from)))
	default:
		v = m.Low + float64(u*span)
	}
	return min(max(math.Round(v*1e9)/1e9, m.Low), m.High)
}

// Levels are the coordinates at which a factorial design of so many levels looks: those of each value of a list, else
// evenly spaced.
func (m Marginal) Levels(count int) []float64 {
	if m.Shape == Listed {
		return Middles(len(m.Values))
	}
	return Even(count)
}
