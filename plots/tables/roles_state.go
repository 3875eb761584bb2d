package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// statesSheet is what a delegation gets to read.
func statesSheet(r *lab.Roles, s lab.StateRole, world string) *Page {
	x := s.Explained
	p := &Page{Title: x.Names[s.ID], Asked: []string{words.Capital(fmt.Sprintf("%s; %s", lab.The(r.ClauseTitle), x.Tick))}}
	p.Section("Who you are").Text = whoYouAre(s)
	p.Section("Your threat").Text = yourThreat(s)
	p.Section("Your trade").Text = yourTrade(s)
	p.Section("Your ties").Text = yourTies(s)
	p.Section("Your voters").Text = yourVoters(s)
	p.Section("Your private goal").Text = yourGoal(x)
	p.Section("Your red line").Text = yourRedLine(s)
	expect := &Page{}
	whomItExpects(expect, x)
	p.Section("What you expect of the others").Text = expect.Sections[0].Text
	sources(p, "states."+s.ID+".", s.Figures).Below = []string{fmt.Sprintf("To see more: entente explain %s --state %s.", world, s.ID)}
	return p
}

// sentences are what a part of a sheet says, each with a capital.
type sentences []string

func (said *sentences) say(format string, a ...any) {
	*said = append(*said, words.Capital(fmt.Sprintf(format, a...)))
}

func whoYouAre(s lab.StateRole) (who sentences) {
	switch {
	case s.Barred != "":
		who.say("you may sign nothing by law. %s.", strings.TrimSuffix(s.Barred, "."))
	case s.Required:
		who.say("a founder without whom the clause cannot come: you have a veto.")
	case s.Role == lab.Founder:
		who.say("a founder: you may sign from %s on.", s.From)
	default:
		who.say("not a founder: you may join from %s on, once the clause is in force and its members will have you.", s.From)
	}
	if f, ok := s.Figure("capability"); ok {
		who.say("you have %.1f %% of the world's material capabilities.", 100*f.Value)
	}
	if f, ok := s.Figure("polyarchy"); ok {
		who.say("your democracy is %.2f on a scale from 0 to 1.", f.Value)
	}
	if f, ok := s.Figure("autonomy_tradition"); ok {
		who.say("your tradition of standing alone is %.2g, where 0 is an ally by broad consent and 1 neutral by constitution.", f.Value)
	}
	return who
}

func yourThreat(s lab.StateRole) (threat sentences) {
	x := s.Explained
	for _, f := range x.Behind.Fears {
		threat.say("you feel a threat of %.2f from %s, on a scale from 0 to 1.", f.Threat, words.State(x.Names[f.Rival]))
		if c, ok := s.Figure("contest." + f.Rival); ok && c.Value > 0 {
			threat.say("what it disputes with you is coded %.2g.", c.Value)
		}
	}
	threat.say("the danger that is left with the ties you have is %.3f; alone it would be %.3f, with the clause %.3f.", x.Behind.Without,
		x.Behind.Alone, x.Behind.With)
	return threat
}

func yourTrade(s lab.StateRole) (trade sentences) {
	x := s.Explained
	for _, f := range x.Behind.Fears {
		if v, ok := s.Figure("trade." + f.Rival); ok {
			trade.say("%.0f %% of your trade is with %s.", 100*v.Value, words.State(x.Names[f.Rival]))
		}
	}
	if v := x.Terms[sim.TradeLoss]; v < -leastTold {
		trade.say("what you may lose of it by signing weighs %s logits.", words.Logits(v))
	} else {
		trade.say("what you may lose of it by signing hardly weighs.")
	}
	return trade
}

func yourTies(s lab.StateRole) (ties sentences) {
	if len(s.Ties) == 0 {
		ties.say("you have none with the states of this table.")
	} else {
		const most = 6
		var told []string
		for _, t := range s.Ties[:min(most, len(s.Ties))] {
			kind := string(t.Kind)
			if t.Owed {
				kind = "it owes you defence"
			}
			told = append(told, fmt.Sprintf("%s (%s, %s)", s.Explained.Names[t.With], t.Title, kind))
		}
		more := ""
		if n := len(s.Ties) - len(told); n > 0 {
			more = "; and " + words.Count(n, "lesser one")
		}
		ties.say("%s%s.", strings.Join(told, "; "), more)
	}
	if len(s.Circles) > 0 {
		ties.say("you work with others in %s.", words.And(s.Circles))
	}
	return ties
}

func yourVoters(s lab.StateRole) (voters sentences) {
	if f, ok := s.Figure("stance"); ok {
		where := ""
		if c, ok := s.Figure("centre"); ok {
			where = " The middle of your parties is at " + signed(c.Value) + "."
		}
		voters.say("your government is at %s between -1 (against any such clause) and 1 (it presses for one).%s", signed(f.Value), where)
	}
	if f, ok := s.Figure("volatility"); ok && f.Value > 0 {
		next := ""
		if len(s.Elections) > 0 {
			next = fmt.Sprintf("; the next election that is known is %s", s.Elections[0])
		}
		voters.say("your government changes every %.1f years on average%s.", 1/f.Value, next)
	}
	return voters
}

// yourGoal is what speaks most for signing, and what is nearest to turning the decision.
func yourGoal(x *lab.Explanation) (goal sentences) {
	if w := reasons(x); len(w.forIt) > 0 {
		goal.say("what speaks most for signing is %s (%s logits).", w.forIt[0].noun, words.Logits(w.forIt[0].size))
	} else {
		goal.say("nothing to speak of speaks for signing.")
	}
	if flips := plausible(x); len(flips) > 0 {
		in := flips[0]
		now, needed := apartBy(in.Value, in.FlipAt)
		goal.say("what is nearest to turning your government's mind: %s, if it were %s and is %s. Find out whether the table can move it, and "+
			"tell nobody which way it would turn you.", inWords(x, in.Path), needed, now)
	} else {
		goal.say("no figure that anybody has had would turn your government's mind by itself: it would take more than one.")
	}
	return goal
}

// yourRedLine is what weighs most against signing.
func yourRedLine(s lab.StateRole) (red sentences) {
	x := s.Explained
	if w := reasons(x); len(w.against) > 0 {
		red.say("what weighs most against signing, besides the habit of not signing, is %s (%s logits). Give no yes that leaves it as it is "+
			"without an answer that you could defend at home.", w.against[0].noun, words.Logits(-w.against[0].size))
	} else {
		red.say("nothing weighs against signing but the habit of leaving things as they are: you have no red line but your own judgement.")
	}
	for _, q := range s.Quarrels[:min(2, len(s.Quarrels))] {
		red.say("you have a quarrel of %.2g with %s, where 1 is a war unsettled.", q.Size, words.State(x.Names[q.With]))
	}
	return red
}

// sources is the part of a sheet that says where its figures are from; under is how the paths of all of them begin.
func sources(p *Page, under string, figures []lab.SheetFigure) *Section {
	section := p.Section("Sources")
	figures = slices.DeleteFunc(slices.Clone(figures), func(f lab.SheetFigure) bool { return f.Source == "" })
	if len(figures) > 0 {
		t := section.Columns(Text("figure"), Figures("number"), Text("source"))
		for _, f := range figures {
			t.Add(strings.TrimPrefix(f.Path, under), words.Amount(f.Value), withoutPlace(f.Source))
		}
	}
	return section
}

// signed writes a figure with its sign; 0 has none.
func signed(v float64) string {
	if v == 0 {
		return "0"
	}
	return fmt.Sprintf("%+.2g", v)
}

// withoutPlace is a source without the line of the file that has it.
func withoutPlace(source string) string {
	text, _, _ := strings.Cut(source, " [")
	return text
}

// plausible are the figures that would turn a decision at values that some state has had: the nearest first, and last what the
// government itself is coded to think, which a table can hardly move.
func plausible(x *lab.Explanation) []sim.Input {
	var found []sim.Input
	for _, in := range x.Inputs {
		if in.Plausible() {
			found = append(found, in)
		}
	}
	own := func(in sim.Input) int {
		if in.Path == "states."+x.State+".stance" {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(found, func(a, b sim.Input) int { return cmp.Or(own(a)-own(b), cmp.Compare(farOff(a), farOff(b))) })
	return found
}
