package words

import (
	"strconv"
	"strings"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// FlipCost says what the size of a change is.
const FlipCost = "Cost is the change as a share of the larger of the two figures, before and after; of a figure that may be below " +
	"0, as a stance, half the change."

// FlipOf is the event whose chance a search asks about, in words that "in so many of the runs" may follow. The clause is called by
// its title, with an article where a sentence wants one.
func FlipOf(f *lab.Flip, clause string) string {
	if f.State != "" {
		return f.StateName + " signs " + clause
	}
	return InForce(clause, f.End)
}

// FlipAim is where the chance is to be brought.
func FlipAim(f *lab.Flip) string {
	target := strconv.FormatFloat(stats.Steady(100*f.Target), 'g', -1, 64) + " %"
	if f.Above {
		return "below " + target
	}
	return "to " + target + " or more"
}

// Move is a world that a search tried, in words that "as it is" could take the place of.
func Move(f *lab.Flip, m *lab.Move) string {
	switch {
	case m.Left != "":
		return "without " + State(f.Names[m.Left])
	case m.Founder != "":
		return State(f.Names[m.Founder]) + " a founder"
	}
	text := ""
	for i, id := range m.Levers {
		if i > 0 {
			text += " and "
		}
		for _, t := range f.Levers {
			if t.ID == id {
				text += lever(t.Lever, m.Values[i])
			}
		}
	}
	return text
}

func lever(l lab.Lever, v float64) string {
	figure := strconv.FormatFloat(v, 'g', -1, 64)
	switch how, _, _ := strings.Cut(l.Unit, " "); how {
	case "times":
		return l.Name + " times " + figure
	case "added":
		if v > 0 {
			figure = "+" + figure
		}
		return l.Name + " moved by " + figure
	}
	return l.Name + " at " + figure
}

// FlipBetween says between which values a flip point lies, from the near one on.
func FlipBetween(t *lab.Pull) string {
	if t.Constants == nil {
		return "95 % interval " + FlipBounds(t, t.Luck)
	}
	return "luck " + FlipBounds(t, t.Luck) + "; constants " + FlipBounds(t, *t.Constants)
}

// FlipBounds are two values between which a flip point lies. Where nothing tells one, it is what the lever is now, or the end of
// its range. The lower value comes first.
func FlipBounds(t *lab.Pull, b lab.Bounds) string {
	near, far := "now", Digits(t.High)
	if b.Near != nil {
		near = Digits(*b.Near)
	}
	down := t.At.Values[0] < t.Now
	if down {
		far = Digits(t.Low)
	}
	if far += " (end)"; b.Far != nil {
		far = Digits(*b.Far)
	}
	if down {
		near, far = far, near
	}
	return near + " to " + far
}
