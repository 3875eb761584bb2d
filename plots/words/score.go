package words

import (
	"fmt"

	"entente/sim/lab/stats"
)

// Score writes a Brier or a log score. A few episodes bear two digits, and no third.
func Score(v float64) string { return fmt.Sprintf("%.2f", v) }

// ScoreInterval writes the interval of a score.
func ScoreInterval(i stats.Interval) string { return Score(i.Low) + " to " + Score(i.High) }

// Worse writes by how much one score is above another, above 0 if it is worse. What is written as nothing has no sign.
func Worse(v float64) string { return unsigned(fmt.Sprintf("%+.2f", v)) }

// WorseInterval writes the interval of that.
func WorseInterval(i stats.Interval) string { return Worse(i.Low) + " to " + Worse(i.High) }
