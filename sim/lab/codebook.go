package lab

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Codebook is which numbers there are that a person may set: the kinds that a scenario may hold, those of one scenario, or the
// constants of the theory. Nothing is played.
type Codebook struct {
	Head
	Figures []Numbered `json:"figures"` // one after another, in the order of the format
}

// Numbered is a figure with the number that it stands at.
type Numbered struct {
	sim.Figure
	Name    string   `json:"name,omitempty"`   // for people, of a figure that is one state's; "" of others
	Value   *float64 `json:"value,omitempty"`  // at the start, if it moves; what holds if it is not given; none if nothing does
	Numbers []Dated  `json:"dated_numbers"`    // if it moves
	Source  string   `json:"source,omitempty"` // of the number
	Drawn   *InDraws `json:"drawn,omitempty"`  // none if all runs play the one number
}

// Dated is a number of a figure that moves over time.
type Dated struct {
	Date  string  `json:"date"`  // from which the number holds
	Value float64 `json:"value"` // in the unit of the figure
}

// InDraws is between what numbers 90 of 100 sets of constants lie that runs play in turn: the 5 % and the 95 % quantile.
type InDraws struct {
	Low  float64 `json:"low"`  // the 5 % quantile, in the unit of the constant
	High float64 `json:"high"` // the 95 % quantile
}

// inParameters is how the path of a constant begins.
const inParameters = "parameters."

// KindsOfFigure are the kinds that a scenario may hold, but for the constants of the theory.
func KindsOfFigure() *Codebook {
	b := &Codebook{Head: fileHead("figures", "", ""), Figures: []Numbered{}}
	for _, f := range sim.Figures() {
		if !strings.HasPrefix(f.Path, inParameters) {
			b.Figures = append(b.Figures, Numbered{Figure: f, Value: assumed(f), Numbers: []Dated{}})
		}
	}
	return b
}

// assumed is what holds of a figure that nobody gives; nothing if nothing does.
func assumed(f sim.Figure) *float64 {
	if v, ok := f.Default(); ok {
		return &v
	}
	return nil
}

// FiguresOf are the figures of a world at some paths, each with its number, row by row. given tells whether somebody gave the figure,
// so that it does not stand for what is not known, and source where it is from.
func FiguresOf(w *sim.World, paths []string, given func(path string) bool, source func(path string) string) *Codebook {
	s := &w.Scenario
	b := &Codebook{Head: NewHead("figures", "", w, Options{}), Figures: []Numbered{}}
	b.Unit = "" // nothing is played
	for _, path := range paths {
		f, ok := sim.FigureAt(path)
		if !ok || strings.HasPrefix(path, inParameters) {
			continue
		}
		n := Numbered{Figure: f, Name: FigureName(s, path), Value: assumed(f), Numbers: []Dated{}, Source: source(path)}
		if n.Name == path {
			n.Name = ""
		}
		if given(path) {
			v := f.At(s, s.Start)
			n.Value = &v
			if points := f.Series(s); len(points) > 1 {
				for _, p := range points {
					n.Numbers = append(n.Numbers, Dated{p.Date.Text(), p.Value})
				}
			}
		}
		b.Figures = append(b.Figures, n)
	}
	var tables []string // in the order of the format
	for _, n := range b.Figures {
		if table, _, _ := strings.Cut(n.Path, "."); !slices.Contains(tables, table) {
			tables = append(tables, table)
		}
	}
	slices.SortStableFunc(b.Figures, func(x, y Numbered) int {
		one, other := strings.SplitN(x.Path, ".", 3), strings.SplitN(y.Path, ".", 3)
		return cmp.Or(slices.Index(tables, one[0])-slices.Index(tables, other[0]), strings.Compare(one[1], other[1]))
	})
	return b
}

// ConstantsOf are the constants of the theory. source says where one is from.
func ConstantsOf(p sim.Parameters, draws *sim.Draws, source func(path string) string) *Codebook {
	b := &Codebook{Head: fileHead("params", "", ""), Figures: []Numbered{}}
	b.Parameters, b.Draws = fingerprint(p), len(draws.Sets)
	s := &sim.Scenario{Parameters: p}
	for _, f := range sim.Figures() {
		if !strings.HasPrefix(f.Path, inParameters) {
			continue
		}
		v := f.At(s, 0)
		n := Numbered{Figure: f, Value: &v, Numbers: []Dated{}, Source: source(f.Path)}
		if c := slices.Index(draws.Constants, f.Path); c >= 0 {
			var drawn []float64
			for _, set := range draws.Sets {
				drawn = append(drawn, set[c])
			}
			spread := stats.SpreadOf(drawn)
			n.Drawn = &InDraws{spread.Q05, spread.Q95}
		}
		b.Figures = append(b.Figures, n)
	}
	return b
}

// Tables are the codebook as tidy CSV.
func (b *Codebook) Tables() []Table {
	return []Table{
		{"figures.csv", "one row per figure", b.writeFigures},
		{"numbers.csv", "one row per figure and date, of those that move over time", b.writeNumbers},
	}
}

func (b *Codebook) writeFigures(out io.Writer) error {
	header := []string{"path", "name", "value", "unit", "low", "high", "may_be_dated", "rubric", "theory", "idle", "through_term", "drawn_low", "drawn_high", "source"}
	return Rows(out, header, func(row func(...string)) {
		for _, n := range b.Figures {
			value, low, high := "", "", ""
			if n.Value != nil {
				value = exact(*n.Value)
			}
			if n.Drawn != nil {
				low, high = exact(n.Drawn.Low), exact(n.Drawn.High)
			}
			row(n.Path, n.Name, value, n.Unit, exact(n.Low), exact(n.High), YesNo(n.Dated), YesNo(n.Rubric), n.Theory, n.Idle, n.Through, low, high, n.Source)
		}
	})
}

func (b *Codebook) writeNumbers(out io.Writer) error {
	return Rows(out, []string{"path", "date", "value"}, func(row func(...string)) {
		for _, n := range b.Figures {
			for _, at := range n.Numbers {
				row(n.Path, at.Date, exact(at.Value))
			}
		}
	})
}

// exact writes a number that a person gave, to its last digit.
func exact(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// aboutFigures: what the columns of figures and constants mean.
func (l *wordList) aboutFigures() {
	l.say("", "path", "as after --set", "")
	l.say("", "value", "of the figure or the constant", "that of the figure or constant")
	l.say("figures.csv", "value", "at the start, if it moves over time; what holds if it is not given; empty if nothing does", "in unit")
	l.say("inputs.csv", "value", "as it is: at the tick of the decision, or as a file has it", "that of the figure")
	l.say("doubt-figures.csv", "value", "on the day on which talks open", "that of the figure")
	l.say("sensitivity.csv", "value", "of the measure", "first and total: share of the output's variance; else that of the output")
	l.say("", "unit", "of the value, in words", "")
	for _, of := range []struct{ table, what string }{{"figures.csv", "of the values that it may have"}, {"inputs.csv", "of the values that were tried"},
		{"effects.csv", "of the values in this part of the factor's range"}, {"box.csv", "of the factor's values inside"}} {
		l.say(of.table, "low", "the least "+of.what, "that of the figure")
		l.say(of.table, "high", "the greatest "+of.what, "that of the figure")
	}
	l.say("", "may_be_dated", "it may move over time", ofYesNo)
	l.say("", "rubric", "no data set has it: it is coded by hand, by the rubric", ofYesNo)
	l.say("figures.csv", "theory", "whose constant it is, if a rival theory's", "")
	l.say("figures.csv", "idle", "what to set instead, of a figure that no equation uses", "")
	l.say("figures.csv", "through_term", "the term of decisions through which alone it acts by the article's rule", "")
	l.say("", "drawn_low", "5 % quantile over the sets of constants that runs play in turn", "that of the constant")
	l.say("", "drawn_high", "95 % quantile over these sets", "that of the constant")
	l.say("", "rests_on", "source, judgement, memory, computed, remark, none or set: what the figure rests on", "")
}
