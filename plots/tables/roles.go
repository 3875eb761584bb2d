package tables

import (
	"fmt"

	"entente/plots/words"
	"entente/sim/lab"
)

// Roles tells who sits at the table of a role play.
func Roles(r *lab.Roles) *Page {
	p := aboutPlayed(&r.Head, fmt.Sprintf("%s in %s, run %d, seed %d", words.Capital(lab.The(r.ClauseTitle)), r.Scenario, r.Run, r.Seed))
	p.Say(fmt.Sprintf("%s: %s, %s, a press desk of %s and a bench of theory.", words.Count(r.Seats(), "seat"),
		words.Count(len(r.States), "invited state"), words.Count(len(r.Rivals), "rival"), words.Spelt(r.Press)))
	section := p.Section("Seats of states")
	t := section.Columns(Text("state"), Text("role"), Text("may sign from"), Text("speaks most for it"), Text("speaks most against it"))
	for _, s := range r.States {
		w := reasons(s.Explained)
		t.Add(s.Explained.Names[s.ID], roleIn(s), s.From, mostOn(w.forIt), mostOn(w.against))
	}
	section.Below = []string{"Against it: besides the habit of not signing."}
	section = p.Section("Turns")
	t = section.Columns(Figures("turn"), Text("from"), Text("to"))
	for k, turn := range r.Turns {
		t.Add(fmt.Sprint(k+1), turn.From, turn.To)
	}
	p.Section("Fewer and more").Text = []string{
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
	section := p.Section("The clause")
	section.Text = []string{fmt.Sprintf("It needs %s, and %d ratifications in all. It is signed when all of these are willing in the same quarter; others "+
		"may come in later. A yes is a will, and parliaments have the last word.", words.States(r.Required, r.Names()), r.Minimum)}
	t := p.Section("Turns").Columns(Figures("turn"), Text("from"), Text("to"))
	for k, turn := range r.Turns {
		t.Add(fmt.Sprint(k+1), turn.From, turn.To)
	}
	p.Section("In each turn").Text = []string{
		"The press reads its headline and its bet. Delegations talk. Each state that may sign writes yes or no on a slip.",
		"Enter the slips in class.csv: a row a turn, a column a state, empty where nobody plays it.",
		fmt.Sprintf("Show the news: entente play %s --decide class.csv --turn 1, then 2, and so on.", world),
		"After the last turn leave --turn out: that is the debrief, with what the rule would have done.",
	}
	p.Section("Fewer and more").Text = Roles(r).Sections[2].Text
	return p
}
