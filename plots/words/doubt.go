package words

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// How doubt is told: each chance with what luck leaves open, and what constants do. Where constants leave so much open that
// its level says nothing, their band stands in its place.

// ShareOf writes a share of runs in a sentence.
func ShareOf(s stats.Share) string { return chance(s, " of the runs") }

// Chance writes a chance with what is open of it.
func Chance(s stats.Share) string { return chance(s, "") }

func chance(s stats.Share, of string) string {
	switch {
	case s.Constants == nil:
		return Percent(s.Mean) + of + " (95 % interval " + Interval(s) + coding(s.Coding) + ")"
	case s.Constants.Wide():
		return Level(s) + of + ", depending on the constants (luck " + Luck(s) + coding(s.Coding) + ")"
	}
	return Percent(s.Mean) + of + " (luck " + Luck(s) + "; " + constants(s.Constants) + coding(s.Coding) + ")"
}

// coding writes the band of codings, behind the others; nothing if it is not told.
func coding(b *stats.Band) string {
	switch {
	case b == nil:
		return ""
	case none(b):
		return "; coding no more than luck"
	}
	return "; coding " + strings.TrimSuffix(ConstantsOf(b), " %")
}

// Level writes a chance, or what constants leave of it if that is so much that its level says nothing.
func Level(s stats.Share) string {
	if s.Constants.Wide() {
		return ConstantsOf(s.Constants)
	}
	return Percent(s.Mean)
}

// LuckOf writes what luck leaves open of a chance: an interval, or how far it reaches where the level is not told.
func LuckOf(s stats.Share) string {
	if s.Constants.Wide() {
		return Luck(s)
	}
	return Interval(s)
}

// Luck writes how far luck reaches to either side of a chance, in points; from where to where, in per cent, if that would lead
// below never or above always.
func Luck(s stats.Share) string {
	switch reach := s.Reach(); {
	case s.Mean-reach < 0 || s.Mean+reach > 1:
		return strings.TrimSuffix(Interval(s), " %")
	case 100*reach < 9.95:
		return fmt.Sprintf("±%.1f", 100*reach)
	default:
		return fmt.Sprintf("±%.0f", 100*reach)
	}
}

// ConstantsOf writes the band of a chance; a dash if it is not told.
func ConstantsOf(b *stats.Band) string {
	if b == nil {
		return "-"
	}
	if none(b) {
		return "none seen"
	}
	return Whole(b.Low) + " to " + Whole(b.High) + " %" // it is known to no more than a point
}

// constants writes the band in a sentence that speaks of the chance.
func constants(b *stats.Band) string {
	if none(b) {
		return "constants no more than luck"
	}
	return "constants " + strings.TrimSuffix(ConstantsOf(b), " %")
}

// none tells that nothing was seen of constants beyond luck.
func none(b *stats.Band) bool { return b.Low == b.High }

// Change writes a change of a share in points, with what luck and constants leave open of it.
func Change(d stats.Difference) string {
	band := func(what string, b *stats.Band) string {
		switch {
		case b == nil:
			return ""
		case none(b):
			return "; " + what + " no more than luck"
		}
		return "; " + what + " " + PointsBand(b)
	}
	luck := "luck "
	if d.Constants == nil {
		luck = "95 % interval "
	}
	return Points(d.Mean) + " points (" + luck + PointsInterval(d) + band("constants", d.Constants) + band("coding", d.Coding) + ")"
}

// ChangeInSize writes a change after raises or lowers, which say its direction: what goes the other way has a minus.
func ChangeInSize(d stats.Difference) string {
	if d.Mean < 0 {
		other := func(b *stats.Band) *stats.Band {
			if b == nil {
				return nil
			}
			return &stats.Band{Low: -b.High, High: -b.Low}
		}
		d = stats.Difference{Mean: -d.Mean, Low: -d.High, High: -d.Low, Constants: other(d.Constants), Coding: other(d.Coding)}
	}
	return strings.ReplaceAll(Change(d), "+", "")
}

// TooWide says why a level is not told where there is no room for its range.
const TooWide = "constants leave more than 40 points open"

// PointsBand writes the band of a change in points; a dash if it is not told.
func PointsBand(b *stats.Band) string {
	switch {
	case b == nil:
		return "-"
	case none(b):
		return "none seen"
	}
	return Points(b.Low) + " to " + Points(b.High)
}

// Turns tells whether some constants would turn a change around that is beyond luck.
func Turns(d stats.Difference) bool {
	b := d.Constants
	return b != nil && (d.Mean > 0 && b.Low < 0 || d.Mean < 0 && b.High > 0)
}

// Reference says what the reference class of a forecast gives: a sentence; nothing of what has none.
func Reference(r *lab.Reference) string {
	if r == nil {
		return ""
	}
	return "Its reference class alone, " + ReferenceClass(r) + ", gives " + Percent(r.Mean) + " (" + FromTo(r.Low, r.High) + ")."
}

// ReferenceClass says what a reference class counts.
func ReferenceClass(r *lab.Reference) string {
	if r.Class != lab.QuietPacific {
		panic("words: no words for the reference class " + r.Class)
	}
	return fmt.Sprintf("no new multilateral defence pact with members in East Asia and the Pacific in %d years", r.Years)
}

// Odds writes an odds ratio.
func Odds(ratio float64) string { return fmt.Sprintf("odds × %.2g", ratio) }

// Drawn says in a sentence which constants were played, and how many runs would tell what they do if these do not; nothing for what
// plays no scenario.
func Drawn(h *lab.Head) string {
	switch {
	case h.Draws > 0:
	case h.HeldOut:
		return "Constants: for each scenario one set, of a fit to the episodes of others, so that doubt about them is not told."
	case h.Parameters == "" && h.Theory == "":
		return ""
	case h.Theory != "" && h.Theory != sim.DefaultTheory:
		return "Constants: one set. A rival theory has no posterior, so that doubt about its constants is not told."
	case len(h.HeldFast) > 0:
		return "Constants: one set, since all that history leaves open were set."
	default:
		return "Constants: the shipped set alone (--best), so that doubt about them is not told."
	}
	told := fmt.Sprintf("Constants: runs take turns at %s sets of the %s that were fitted to history (--best plays the shipped set); "+
		"the other %d of the theory are held", Thousands(h.Draws), Spelt(len(history.Knobs())), ofTheory()-len(history.Knobs()))
	if len(h.HeldFast) > 0 {
		told += "; " + Constants(h.HeldFast) + " held as set"
	}
	if h.Theory == "" {
		told += "; rival theories have one set each, and doubt about it is not told"
	}
	return told + "."
}

// ofTheory is how many constants the default rule has.
var ofTheory = sync.OnceValue(func() (n int) {
	for _, f := range sim.Figures() {
		if strings.HasPrefix(f.Path, "parameters.") && f.Theory == "" {
			n++
		}
	}
	return n
})

// Constants names several in a sentence.
func Constants(paths []string) string {
	var short []string
	for _, path := range paths {
		short = append(short, Constant(path))
	}
	return And(short)
}

// HeldApart says which constants only some of several worlds hold as set, each world by its letter; nothing if none does. What all of
// them hold is told of them together.
func HeldApart(all *lab.Head, worlds []lab.ComparedWorld) string {
	var each []string
	for k := range worlds {
		own := slices.DeleteFunc(slices.Clone(worlds[k].HeldFast), func(path string) bool { return slices.Contains(all.HeldFast, path) })
		if len(own) > 0 {
			each = append(each, lab.Letter(k)+" "+Constants(own))
		}
	}
	if len(each) == 0 {
		return ""
	}
	return "Held as set: in " + strings.Join(each, ", in ") + "."
}

// Rough says that there are few runs to tell luck from constants by; nothing if there are enough, or not even so many.
func Rough(h *lab.Head) string {
	if h.Draws == 0 || h.Runs < stats.Telling(h.Draws) || h.Runs >= perDraw*h.Draws {
		return ""
	}
	return "What constants do is told roughly with fewer than " + Count(perDraw*h.Draws, "run") + "."
}

// perDraw is how many runs of each draw make a range of constants that another seed hardly moves. Judgement, on what sim/ODD.md
// tells of one range by seed and number of runs.
const perDraw = 5

// TooFew says that there are too few runs to tell luck from constants; nothing if there are enough, or nothing is drawn.
func TooFew(h *lab.Head) string {
	if h.Draws == 0 || h.Runs >= stats.Telling(h.Draws) {
		return ""
	}
	return "How far constants move a chance is told from " + Count(stats.Telling(h.Draws), "run") + " on."
}

// MostFigures is how many figures coded by hand a table or a chart of doubt shows; the CSV file has all.
const MostFigures = 12

// DoubtBands says what each kind of doubt about a chance is, where codings err by so much, and constants that were not fitted are moved by such a factor, if they are.
func DoubtBands(deviation, factor float64) string {
	text := fmt.Sprintf("Luck: 95 %% interval of the luck of the draw, which more runs narrow; so for the second coder, the starts and the "+
		"rules. Constants: where the middle 95 %% of the chances lie over the draws of the fitted constants that fit history about as well; the "+
		"theory's others are held. "+
		"Coding: the same over codings, each of which moves every figure that was coded by hand by an error of its own, with a "+
		"standard deviation of %g in its unit (scenarios/RUBRIC.md).", deviation)
	if factor > 0 {
		text += fmt.Sprintf(" Unfitted constants: the same over sets in which each constant that no history was asked for is multiplied by a factor of "+
			"its own, 95 %% of them between 1/%g and %g (log-normal), within its range; what stands at 0 stays there.", factor, factor)
	}
	return text
}

// DoubtShare says what the share of a figure is.
const DoubtShare = "Share: first-order index (Sobol' 1993) of the straight line through a figure, with its 95 % interval: the part of " +
	"the variance that would be gone if it were known."
