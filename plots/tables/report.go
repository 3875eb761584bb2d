package tables

import (
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// mostMisses is how many of what the model gets wrong are told one by one; claims.csv has all.
const mostMisses = 30

// Misses tells what the rule gets wrong on the record of history.
func Misses(h *history.Hindcast) *Page {
	p := &Page{}
	misses, claims, open := h.Misses()
	episodes := map[string]bool{}
	for _, m := range misses {
		episodes[m.Episode] = true
	}
	came := "none"
	if n := len(misses); n > 0 {
		came = words.Thousands(n)
	}
	if 2*open > claims {
		rest := 0
		for _, m := range misses {
			if !m.Untold() {
				rest++
			}
		}
		these := fmt.Sprintf("Of %s about history these runs (%s an episode) ", words.Count(claims, "claim"), words.Thousands(h.Runs))
		switch {
		case open == claims:
			p.Say(these + "tell of none on which side of one half it comes out, since all their intervals hold one half.")
		default:
			came = "none"
			if rest > 0 {
				came = words.Thousands(rest)
			}
			p.Say(these + fmt.Sprintf("do not tell the side of %s, since their intervals hold one half; of the rest %s came out on the other "+
				"side.", words.Thousands(open), came))
		}
	} else {
		in := ""
		if n := len(episodes); n > 0 {
			in = ", in " + words.Count(n, "episode")
		}
		p.Say(fmt.Sprintf("Of %s about history %s came out on the other side of one half%s%s.", words.Count(claims, "claim"), came, in,
			sidesUntold(open)))
	}
	if len(misses) == 0 {
		return p
	}
	section := p.Section("The worst first")
	t := section.Columns(Text("episode"), Text("claim"), Figures("chance"), Figures("95 % interval"), Text("in history"))
	for _, m := range misses[:min(len(misses), mostMisses)] {
		t.Add(m.Episode, claimed(m.Claim), words.Percent(m.Chance.Mean), words.Interval(m.Chance), map[bool]string{true: "yes", false: "no"}[m.Truth])
	}
	section.Below = []string{"Of claims whose intervals meet these runs do not tell which is worse."}
	if more := len(misses) - mostMisses; more > 0 {
		rest := words.Thousands(more) + " more stand in claims.csv."
		if more == 1 {
			rest = "One more stands in claims.csv."
		}
		section.Below = append(section.Below, rest)
	}
	return p
}

// sidesUntold says of how many claims, of either side, luck leaves the side open.
func sidesUntold(open int) string {
	switch open {
	case 0:
		return ""
	case 1:
		return "; for one of the claims these runs do not tell the side, since its interval holds one half"
	}
	return fmt.Sprintf("; for %s of the claims these runs do not tell the side, since their intervals hold one half", words.Thousands(open))
}

func claimed(c history.Claim) string { return words.Capital(c.About) }

// Given tells what the figures of a scenario rest on, and each of them with where it is from.
func Given(of *history.Reported) *Page {
	p := &Page{}
	p.Say(words.Capital(words.Bases(of.Bases)) + ".")
	t := p.Section("Every figure").Columns(Text("figure"), Text("value"), Text("rests on"), Text("where it is from, as the file says"))
	group := ""
	for _, in := range of.Inputs {
		keys := strings.Split(in.Path, ".")
		rows := min(2, len(keys)-1)
		if g := strings.Join(keys[:rows], "."); g != group {
			group = g
			t.Group(g)
		}
		t.Add(strings.Join(keys[rows:], "."), series(in.Value), in.Basis, in.Source)
	}
	return p
}

// series is a figure over time as people write it.
func series(value string) string {
	return strings.NewReplacer("{ ", "", " }", "", " = ", ": ").Replace(value)
}

// SideBySide tells the chances of several scenarios beside each other; nil if fewer than two have one.
func SideBySide(r *history.Report) *Page {
	p := &Page{}
	s := p.Section("")
	t := s.Columns(Text("scenario"), Text("pact"), Text("chance that it is in force at the end"), Text("by a second coder"), Text("in history"))
	for k := range r.Reported {
		of := &r.Reported[k]
		if of.Run == nil {
			continue
		}
		chance, second := of.Run.InForce[len(of.Run.InForce)-1], ""
		if d := of.Doubt; d != nil {
			chance.Coding = d.Recoded.Coding
			if d.Coder != nil {
				second = words.Chance(d.Coder.Chance)
			}
		}
		t.Add(of.Name, of.Run.ClauseTitle, words.Chance(chance), second, strings.TrimPrefix(words.InHistory(of.Run.Head.InHistory), "in history it "))
	}
	if len(t.Rows) < 2 {
		return nil
	}
	s.Below = []string{"These are different worlds, so that no one figure makes the difference between two of them: why and compare take figures apart."}
	return p
}

// Report tells what a report finds; the page and the paper in its folder have the rest.
func Report(r *history.Report) *Page {
	head := r.Head
	head.ToPlay = head.Played // what is missing is told by its parts
	p := About(&head, words.Count(r.Asked, "run")+fmt.Sprintf(" of the chance, seed %d", r.Seed))
	if r.CutShort() {
		p.Asked = append(p.Asked, fmt.Sprintf("Cut short: of all parts together %s of %s were played.", words.Thousands(r.Played),
			words.Count(r.ToPlay, "run")))
	}
	for k := range r.Reported {
		of := &r.Reported[k]
		prefix := ""
		if len(r.Reported) > 1 {
			prefix = of.Title + ": "
		}
		for k, sentence := range ReportFinding(of) {
			if k == 0 {
				sentence = prefix + sentence
			}
			p.Say(sentence)
		}
	}
	if r.Hindcast != nil {
		p.Say(Misses(r.Hindcast).Finding[0])
	}
	if len(r.LeftOut) > 0 {
		p.Asked = append(p.Asked, "Left out, as asked: "+words.And(r.LeftOut)+".")
	}
	if len(r.Unreached) > 0 {
		p.Asked = append(p.Asked, "Nothing is told of "+words.And(r.Unreached)+".")
	}
	p.Notes = []string{"report.html is the whole of it as a page; report.tex is a paper: pdflatex report, bibtex report, pdflatex report, " +
		"pdflatex report."}
	return p
}

// ReportFinding is what is told first of a scenario: its chance, by how far it can be trusted if that was asked, what stands beside it, then the first sentence on
// why and on what would turn it.
func ReportFinding(of *history.Reported) (sentences []string) {
	switch {
	case of.Doubt != nil:
		sentences = slices.Clone(DoubtInShort(of.Doubt).Finding[:1])
	case of.Run != nil:
		sentences = slices.Clone(Run(of.Run).Finding[:1])
	default:
		return nil
	}
	if of.Run != nil {
		sentences = append(sentences, besideChance(of.Run)...)
	}
	if of.Why != nil { // it has fewer runs too, so that it says which
		sentences = append(sentences, whyBeside(of.Why))
	}
	if of.Flip != nil && !of.Flip.Undecided { // it has fewer runs, and its level would stand beside another
		sentences = append(sentences, Flip(of.Flip).Finding[0])
	}
	return sentences
}
