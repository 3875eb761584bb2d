package tables

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// Roles tells who sits at the table of a role play.
func Roles(r *lab.Roles) *Page {
	p := aboutPlayed(&r.Head, fmt.Sprintf("%s in %s, run %d, seed %d", capital(lab.The(r.ClauseTitle)), r.Scenario, r.Run, r.Seed))
	p.Say(fmt.Sprintf("%s: %s, %s, a press desk of %s and a bench of theory.", words.Count(r.Seats(), "seat"),
		words.Count(len(r.States), "invited state"), words.Count(len(r.Rivals), "rival"), words.Spelt(r.Press)))
	part := p.Part("Seats of states")
	t := part.Columns(Text("state"), Text("role"), Text("may sign from"), Text("speaks most for it"), Text("speaks most against it"))
	for _, s := range r.States {
		w := reasons(s.Explained)
		t.Add(s.Explained.Names[s.ID], roleIn(s), s.From, mostOn(w.forIt), mostOn(w.against))
	}
	part.Below = []string{"Against it: besides the habit of not signing."}
	part = p.Part("Turns")
	t = part.Columns(Figures("turn"), Text("from"), Text("to"))
	for k, turn := range r.Turns {
		t.Add(fmt.Sprint(k+1), turn.From, turn.To)
	}
	p.Part("Fewer and more").Text = []string{
		fmt.Sprintf("Ten: %s, one for the rival, one for the press and one for the bench of theory; the rule plays the other states.",
			words.States(r.FirstTen, r.Names())),
		"Forty: two to a seat, a head of government and a minister of finance who must agree; who cannot agree says nothing, and the rule " +
			"decides.",
	}
	return p
}

func mostOn(list []speaking) string {
	if len(list) == 0 {
		return "-"
	}
	return list[0].bare
}

func roleIn(s lab.StateRole) string {
	switch {
	case s.Barred != "":
		return "barred by law"
	case s.Required:
		return "founder, needed"
	case s.Role == lab.Founder:
		return "founder"
	}
	return "may join later"
}

// Sheet is one printed sheet: a page for one seat, and how many copies of it there are.
type Sheet struct {
	*Page
	Copies int
}

// RoleSheets are the sheets of a role play, that of the lecturer first. world is as a command line has
// it that plays the same: the scenario and its flags.
func RoleSheets(r *lab.Roles, world string) []Sheet {
	sheets := []Sheet{{lecturers(r, world), 1}}
	for _, s := range r.States {
		sheets = append(sheets, Sheet{statesSheet(r, s, world), 1})
	}
	for _, q := range r.Rivals {
		sheets = append(sheets, Sheet{rivalsSheet(r, q), 1})
	}
	return append(sheets, Sheet{pressSheet(r), r.Press}, Sheet{theorySheet(r, world), 1})
}

func lecturers(r *lab.Roles, world string) *Page {
	p := &Page{Title: "For the lecturer: " + r.ClauseTitle}
	p.Asked = []string{fmt.Sprintf("%s, run %d, seed %d", r.Scenario, r.Run, r.Seed),
		fmt.Sprintf("%s: %s of states, %d of rivals, %d of the press, 1 of theory", words.Count(r.Seats(), "seat"), fmt.Sprint(len(r.States)),
			len(r.Rivals), r.Press)}
	part := p.Part("The clause")
	part.Text = []string{fmt.Sprintf("It needs %s, and %d ratifications in all. It is signed when all of these are willing in the same quarter; others "+
		"may come in later. A yes is a will, and parliaments have the last word.", words.States(r.Required, r.Names()), r.Minimum)}
	t := p.Part("Turns").Columns(Figures("turn"), Text("from"), Text("to"))
	for k, turn := range r.Turns {
		t.Add(fmt.Sprint(k+1), turn.From, turn.To)
	}
	p.Part("In each turn").Text = []string{
		"The press reads its headline and its bet. Delegations talk. Each state that may sign writes yes or no on a slip.",
		"Enter the slips in class.csv: a row a turn, a column a state, empty where nobody plays it.",
		fmt.Sprintf("Show the news: entente play %s --decide class.csv --turn 1, then 2, and so on.", world),
		"After the last turn leave --turn out: that is the debrief, with what the rule would have done.",
	}
	p.Part("Fewer and more").Text = Roles(r).Parts[2].Text
	return p
}

func statesSheet(r *lab.Roles, s lab.StateRole, world string) *Page {
	x := s.Explained
	p := &Page{Title: x.Names[s.ID], Asked: []string{fmt.Sprintf("%s; %s", lab.The(r.ClauseTitle), x.Tick)}}
	p.Asked[0] = capital(p.Asked[0])

	who := p.Part("Who you are")
	say := func(part *Part, format string, a ...any) {
		part.Text = append(part.Text, capital(fmt.Sprintf(format, a...)))
	}
	switch {
	case s.Barred != "":
		say(who, "you may sign nothing by law. %s.", strings.TrimSuffix(s.Barred, "."))
	case s.Required:
		say(who, "a founder without whom the clause cannot come: you have a veto.")
	case s.Role == lab.Founder:
		say(who, "a founder: you may sign from %s on.", s.From)
	default:
		say(who, "not a founder: you may join from %s on, once the clause is in force and its members will have you.", s.From)
	}
	if f, ok := s.Figure("capability"); ok {
		say(who, "you have %.1f %% of the world's material capabilities.", 100*f.Value)
	}
	if f, ok := s.Figure("polyarchy"); ok {
		say(who, "your democracy is %.2f on a scale from 0 to 1.", f.Value)
	}
	if f, ok := s.Figure("autonomy_tradition"); ok {
		say(who, "your tradition of standing alone is %.2g, where 0 is an ally by broad consent and 1 neutral by constitution.", f.Value)
	}

	threat := p.Part("Your threat")
	for _, f := range x.Behind.Fears {
		say(threat, "you feel a threat of %.2f from %s, on a scale from 0 to 1.", f.Threat, words.State(x.Names[f.Rival]))
		if c, ok := s.Figure("contest." + f.Rival); ok && c.Value > 0 {
			say(threat, "what it disputes with you is coded %.2g.", c.Value)
		}
	}
	say(threat, "the danger that is left with the ties you have is %.3f; alone it would be %.3f, with the clause %.3f.", x.Behind.Without,
		x.Behind.Alone, x.Behind.With)

	trade := p.Part("Your trade")
	for _, f := range x.Behind.Fears {
		if v, ok := s.Figure("trade." + f.Rival); ok {
			say(trade, "%.0f %% of your trade is with %s.", 100*v.Value, words.State(x.Names[f.Rival]))
		}
	}
	if v := x.Terms[sim.TradeLoss]; v < -leastTold {
		say(trade, "what you may lose of it by signing weighs %s logits.", words.Logits(v))
	} else {
		say(trade, "what you may lose of it by signing hardly weighs.")
	}

	ties := p.Part("Your ties")
	if len(s.Ties) == 0 {
		say(ties, "you have none with the states of this table.")
	}
	const most = 6
	var told []string
	for _, t := range s.Ties[:min(most, len(s.Ties))] {
		kind := string(t.Kind)
		if t.Owed {
			kind = "it owes you defence"
		}
		told = append(told, fmt.Sprintf("%s (%s, %s)", x.Names[t.With], t.Title, kind))
	}
	if len(told) > 0 {
		more := ""
		if n := len(s.Ties) - len(told); n > 0 {
			more = "; and " + words.Count(n, "lesser one")
		}
		say(ties, "%s%s.", strings.Join(told, "; "), more)
	}
	if len(s.Circles) > 0 {
		say(ties, "you work with others in %s.", words.And(s.Circles))
	}

	voters := p.Part("Your voters")
	if f, ok := s.Figure("stance"); ok {
		where := ""
		if c, ok := s.Figure("centre"); ok {
			where = " The middle of your parties is at " + signed(c.Value) + "."
		}
		say(voters, "your government is at %s between -1 (against any such clause) and 1 (it presses for one).%s", signed(f.Value), where)
	}
	if f, ok := s.Figure("volatility"); ok && f.Value > 0 {
		next := ""
		if len(s.Elections) > 0 {
			next = fmt.Sprintf("; the next election that is known is %s", s.Elections[0])
		}
		say(voters, "your government changes every %.1f years on average%s.", 1/f.Value, next)
	}

	w := reasons(x)
	goal := p.Part("Your private goal")
	if len(w.forIt) > 0 {
		say(goal, "what speaks most for signing is %s (%s logits).", w.forIt[0].noun, words.Logits(w.forIt[0].size))
	} else {
		say(goal, "nothing to speak of speaks for signing.")
	}
	if flips := plausible(x); len(flips) > 0 {
		in := flips[0]
		now, needed := apartBy(in.Value, in.FlipAt)
		say(goal, "what is nearest to turning your government's mind: %s, if it were %s and is %s. Find out whether the table can move it, and "+
			"tell nobody which way it would turn you.", inWords(x, in.Path), needed, now)
	} else {
		say(goal, "no figure that anybody has had would turn your government's mind by itself: it would take more than one.")
	}
	red := p.Part("Your red line")
	if len(w.against) > 0 {
		say(red, "what weighs most against signing, besides the habit of not signing, is %s (%s logits). Give no yes that leaves it as it is "+
			"without an answer that you could defend at home.", w.against[0].noun, words.Logits(-w.against[0].size))
	} else {
		say(red, "nothing weighs against signing but the habit of leaving things as they are: you have no red line but your own judgement.")
	}
	for _, q := range s.Quarrels[:min(2, len(s.Quarrels))] {
		say(red, "you have a quarrel of %.2g with %s, where 1 is a war unsettled.", q.Size, words.State(x.Names[q.With]))
	}

	expect := &Page{}
	whomItExpects(expect, x)
	p.Part("What you expect of the others").Text = expect.Parts[0].Text

	var sources []string
	for _, f := range s.Figures {
		if f.Source != "" {
			sources = append(sources, fmt.Sprintf("%s = %s: %s", strings.TrimPrefix(f.Path, "states."+s.ID+"."), words.Amount(f.Value), withoutPlace(f.Source)))
		}
	}
	p.Part("Sources").Text = []string{strings.Join(sources, " | ") + ".",
		fmt.Sprintf("To see more: entente explain %s --state %s.", world, s.ID)}
	return p
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

func rivalsSheet(r *lab.Roles, q lab.RivalSeat) *Page {
	names := r.Names()
	p := &Page{Title: names[q.ID], Asked: []string{"The rival: " + lab.The(r.ClauseTitle) + " is about you"}}
	p.Part("Who you are").Text = []string{fmt.Sprintf("Your posture is %s.", q.Posture)}
	t := p.Part("Your means").Columns(Text("figure"), Figures("number"), Text("what it counts"))
	for _, f := range q.Figures {
		t.Add(last(f.Path), words.Amount(f.Value), f.Unit)
	}
	list := func(heading, of string, figures []lab.SheetFigure, told func(v float64) string) {
		const most = 8
		var all []string
		for _, f := range figures[:min(most, len(figures))] {
			all = append(all, names[f.State]+" "+told(f.Value))
		}
		p.Part(heading).Text = []string{of + strings.Join(all, ", ") + "."}
	}
	list("Whom you press", "What you dispute with each, from 0 to 1: ", q.Presses, func(v float64) string { return fmt.Sprintf("%.2g", v) })
	list("Who trades with you", "Your share of its trade: ", q.Trades, func(v float64) string { return fmt.Sprintf("%.0f %%", 100*v) })
	p.Part("Your private goal").Text = []string{fmt.Sprintf("That the clause does not come into force. It cannot without %s, and takes %d ratifications: "+
		"one no among these is enough for you.", words.States(r.Required, names), r.Minimum)}
	p.Part("Your red line").Text = []string{"In the model small steps alarm less than their size, and a punishment of trade costs who is punished " +
		"and is seen by all. What you do at the table moves minds, and no figure: the history moves you by the figures above, unless the " +
		"lecturer turns one before the next round."}
	var sources []string
	for _, f := range q.Figures {
		if f.Source != "" {
			sources = append(sources, fmt.Sprintf("%s: %s", last(f.Path), withoutPlace(f.Source)))
		}
	}
	p.Part("Sources").Text = []string{strings.Join(sources, " | ")}
	return p
}

func last(path string) string { return path[strings.LastIndex(path, ".")+1:] }

func pressSheet(r *lab.Roles) *Page {
	p := &Page{Title: "Press desk", Asked: []string{"For your eyes only until the turn has been played"}}
	p.Part("What you do").Text = []string{
		"Before each turn you read out one headline and one bet: who will say yes.",
		"You may ask any delegation one question a turn, which it must answer in public, truly or not.",
		"After the turn you hold your bet against what was said, and what was said against the sheet of who said it.",
	}
	t := p.Part("What is known to come, and what may").Columns(Text("event"), Text("when"))
	dated := slices.Clone(r.Shocks)
	slices.SortStableFunc(dated, func(a, b lab.ShockToken) int { return cmp.Compare(a.Hazard, b.Hazard) })
	for _, s := range dated {
		when := s.Date
		if s.Hazard > 0 {
			when = fmt.Sprintf("once in %.0f years on average", 1/s.Hazard)
		}
		t.Add(s.Title, when)
	}
	p.Part("Your private goal").Text = []string{"To have bet right more often than the bench of theory."}
	p.Part("Your red line").Text = []string{"You print no figure without its source, and no forecast as a fact."}
	return p
}

func theorySheet(r *lab.Roles, world string) *Page {
	p := &Page{Title: "Bench of theory", Asked: []string{"You explain; nobody may sign for you"}}
	p.Part("What you do").Text = []string{
		"Choose one account below, and tell nobody which. Before each turn write down who will say yes by it, and why in one line.",
		"After the last turn read your lines out; the class guesses the account. The debrief says how surprising the class was to each:",
		fmt.Sprintf("entente play %s --decide class.csv --theory NAME", world),
	}
	t := p.Part("The accounts").Columns(Text("NAME"), Text("account"), Text("after"))
	for _, theory := range r.Theories {
		t.Add(theory.Name, theory.Title, theory.By)
	}
	p.Part("Your private goal").Text = []string{"That the class surprises your account less than it surprises the default rule."}
	p.Part("Your red line").Text = []string{"You change no line once the turn has begun."}
	return p
}

// style prints each sheet on pages of A5, and shows them as sheets on a screen.
const style = `@page { size: A5; margin: 8mm 10mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 8.9pt/1.27 Georgia, "Liberation Serif", serif; color: #111; background: #fff; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { font-size: 18pt; line-height: 1.1; margin: 0 0 1mm; }
h1 + ul { list-style: none; margin: 0 0 3mm; padding: 0 0 2mm; border-bottom: 0.6pt solid #111; color: #444; font-size: 9pt; }
h2 { font: bold 8.6pt/1.2 Helvetica, Arial, "Liberation Sans", sans-serif; margin: 2mm 0 0.4mm; break-after: avoid; }
p { margin: 0 0 0.6mm; }
h2#sources ~ p { font-size: 6.2pt; line-height: 1.2; color: #444; overflow-wrap: anywhere; }
h2#your-private-goal + p, h2#your-red-line + p { border-left: 2pt solid #111; padding-left: 2.5mm; }
table { border-collapse: collapse; font-size: 8.4pt; }
th { text-align: left; border-bottom: 0.6pt solid #111; font-weight: bold; }
td, th { padding: 0.5mm 5mm 0.5mm 0; vertical-align: top; }
@media screen { body { background: #ddd; font-size: 16px; }
section { width: 148mm; max-width: 100%; min-height: 210mm; margin: 6mm auto; padding: 8mm 10mm; background: #fff; }
table, h1 + ul, h2 { font-size: 16px; } h2#sources ~ p { font-size: 16px; } }
`

// SheetsHTML writes sheets as one web page that needs nothing else, and prints as pages of A5.
func SheetsHTML(out io.Writer, title string, sheets []Sheet) error {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"+
		"<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n", escaped(title), style)
	for _, s := range sheets {
		for range s.Copies {
			b.WriteString("<section>\n")
			if err := s.HTML(&b); err != nil {
				return err
			}
			b.WriteString("</section>\n")
		}
	}
	b.WriteString("</body>\n</html>\n")
	_, err := io.WriteString(out, b.String())
	return err
}

// SheetsMarkdown writes each sheet once, with how many copies it takes.
func SheetsMarkdown(out io.Writer, sheets []Sheet) error {
	for k, s := range sheets {
		if k > 0 {
			if _, err := io.WriteString(out, "\n---\n\n"); err != nil {
				return err
			}
		}
		page := *s.Page
		if s.Copies > 1 {
			page.Asked = append(slices.Clone(page.Asked), fmt.Sprintf("%d copies", s.Copies))
		}
		if err := page.Markdown(out); err != nil {
			return err
		}
	}
	return nil
}
