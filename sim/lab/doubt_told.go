package lab

import (
	"io"
	"slices"

	"entente/sim/lab/stats"
)

// Tables are the doubt as tidy CSV.
func (d *Doubt) Tables() []Table {
	return []Table{
		{"doubt.csv", "one row per source of doubt: the chance, from where to where it reaches, and the change against the scenario as coded",
			d.writeSources},
		{"doubt-constants.csv", "one row per constant that the runs draw: what it does to turn it alone", d.writeKnobs},
		{"doubt-figures.csv", "one row per figure that was coded by hand: its share of what coding does, and what a rung of the rubric does",
			d.writeFigures},
		{"doubt-unfitted.csv", "one row per constant that was not fitted: its share of what moving all by a factor does, and what the factor does",
			d.writeUnfitted},
	}
}

func (d *Doubt) writeSources(out io.Writer) error {
	header := []string{"source", "name", "chance", "low95", "high95", "change", "change_low95", "change_high95", "variance", "variance_low95",
		"variance_high95", "held_out_brier"}
	return Rows(out, header, func(row func(...string)) {
		if d.Runs == 0 {
			return
		}
		variance := func(of func(*stats.Divided) stats.Interval) []string {
			if d.Parts == nil {
				return []string{"", "", ""}
			}
			i := of(d.Parts)
			return []string{Digits(i.Mean), Digits(i.Low), Digits(i.High)}
		}
		none := []string{"", "", ""}
		band := func(source string, mean float64, b *stats.Band, change, variance []string) {
			low, high := "", ""
			if b != nil {
				low, high = Digits(b.Low), Digits(b.High)
			}
			row(slices.Concat([]string{source, "", Digits(mean), low, high}, change, variance, []string{""})...)
		}
		share := func(source, name string, s stats.Share, change *stats.Difference, brier string) {
			changed := none
			if change != nil {
				changed = differenceCells(*change)
			}
			row(slices.Concat([]string{source, name}, shareCells(s), changed, none, []string{brier})...)
		}
		band("luck", d.InForce.Mean, &stats.Band{Low: d.InForce.Low, High: d.InForce.High}, none,
			variance(func(p *stats.Divided) stats.Interval { return p.Luck }))
		band("constants", d.InForce.Mean, d.InForce.Constants, none, variance(func(p *stats.Divided) stats.Interval { return p.Constants }))
		if d.Recoded.Runs > 0 { // else it was cut short before
			band("coding", d.Recoded.Mean, d.Recoded.Coding, differenceCells(d.Moved), variance(func(p *stats.Divided) stats.Interval { return p.Coding }))
		}
		if d.Rescaled.Runs > 0 { // else it was not asked for, or cut short before
			band("unfitted", d.Rescaled.Mean, d.Rescaled.Coding, differenceCells(d.RescaledMoved), none)
		}
		if d.Coder != nil {
			share("coder", d.Coder.Name, d.Coder.Chance, &d.Coder.Change, "")
		}
		for k := range d.Starts {
			share("start", d.Starts[k].Name, d.Starts[k].Chance, &d.Starts[k].Change, "")
		}
		for _, f := range d.Forms {
			share("form", f.Name, f.Chance, nil, Digits(f.Brier))
		}
	})
}

func (d *Doubt) writeKnobs(out io.Writer) error {
	header := slices.Concat([]string{"constant", "q05", "q95"}, spelt("chance_q05", "chance_q95", "change"))
	return Rows(out, header, func(row func(...string)) {
		for _, k := range d.Knobs {
			row(slices.Concat([]string{k.Path, Digits(k.Low), Digits(k.High)}, shareCells(k.AtLow), shareCells(k.AtHigh), differenceCells(k.Change))...)
		}
	})
}

func (d *Doubt) writeFigures(out io.Writer) error {
	return writeDoubted(out, "figure", "rung", d.Figures)
}

func (d *Doubt) writeUnfitted(out io.Writer) error {
	return writeDoubted(out, "constant", "scaled", d.Unfitted)
}

// writeDoubted writes figures of one kind, with what another value of each does, where such a value is called next.
func writeDoubted(out io.Writer, kind, next string, all []FigureDoubt) error {
	header := []string{kind, "value", "source", "share", "low95", "high95", "slope", "errors", next + "_down", "down_change",
		"down_low95", "down_high95", next + "_up", "up_change", "up_low95", "up_high95"}
	return Rows(out, header, func(row func(...string)) {
		rung := func(r *Rung) []string {
			if r == nil {
				return []string{"", "", "", ""}
			}
			return []string{Digits(r.Value), Digits(r.Change.Mean), Digits(r.Change.Low), Digits(r.Change.High)}
		}
		for _, f := range all {
			row(slices.Concat([]string{f.Path, Digits(f.Value), f.Source, Digits(f.Share.Mean), Digits(f.Share.Low), Digits(f.Share.High),
				Digits(f.Share.Slope), Digits(f.Share.Errors)}, rung(f.Down), rung(f.Up))...)
		}
	})
}

// aboutDoubt: what the columns of doubt mean.
func (l *wordList) aboutDoubt() {
	l.spelt("doubt.csv", "variance", "share of the variance of one run that this source makes; empty of sources that have none", ofShare)
	l.say("", "held_out_brier", "of another rule: its mean squared error on episodes of history that its constants had not seen, 0 best", ofShare)
	l.say("", "constant", "its path, as after --set", "")
	l.say("doubt-constants.csv", "q05", "5 % quantile of the constant over the draws", "that of the constant")
	l.say("doubt-constants.csv", "q95", "95 % quantile of the constant over the draws", "that of the constant")
	for _, end := range []string{"q05", "q95"} {
		l.spelt("doubt-constants.csv", "chance_"+end, "of the clause being in force at the end with the constant held at "+end+", all others as drawn", ofShare)
	}
	l.say("doubt-constants.csv", "change", "of the chance from q05 to q95, run by run", ofChange)
	l.say("doubt-figures.csv", "share", "of what all codings do to the chance: what would be gone if this figure were known", ofShare)
	l.say("doubt-unfitted.csv", "share", "of what moving all constants that were not fitted does to the chance: what would be gone if this one were known", ofShare)
	l.say("", "slope", "by how much the chance rises for one standard deviation of the figure", ofChange)
	l.say("", "errors", "how many standard errors the slope is from 0", "")
	l.say("", "figure", "its path, as after --set", "")
	for _, way := range []struct{ name, next, scaled string }{{"down", "below", "divided by"}, {"up", "above", "times"}} {
		l.say("", "rung_"+way.name, "value of the figure on the next rung "+way.next+" of the rubric; empty if there is none, or it was not played", "that of the figure")
		l.say("", "scaled_"+way.name, "value of the constant "+way.scaled+" the factor, within its range; empty if it stands there, or that was not played", "that of the constant")
		l.say("", way.name+"_change", "what that does to the chance, run by run", ofChange)
		l.ends("", way.name+"_low95", way.name+"_high95", way.name+"_change", ofChange)
	}
}
