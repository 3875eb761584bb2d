package tables

import (
	"fmt"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
)

// mostListed is how many shares a page lists one by one.
const mostListed = 50

// Standing tells how far a study has come.
func Standing(s *lab.Progress) *Page {
	page := &Page{Title: s.Study}
	howFarItIs(page, s)
	page.Asked = []string{"In " + s.Folder + "."}
	if s.Failed > 0 {
		page.Asked = append(page.Asked, words.Count(s.Failed, "run")+" failed; failures.csv of the study tells which.")
	}
	if s.Spoilt > 0 {
		page.Asked = append(page.Asked, words.Count(s.Spoilt, "block")+" spoilt on the disk; they are played again.")
	}
	if s.Unknown != "" && len(s.Start) == 0 {
		known := "nothing"
		if len(s.Jobs) > 0 {
			known = "not all"
		}
		page.Asked = append(page.Asked, "Of the jobs "+known+" is known: "+s.Unknown+".")
	}
	shareByShare(page, s)
	if len(s.Scripts) > 0 {
		page.Section("Scripts").Text = append([]string{"Written: " + words.And(s.Scripts) + "."}, s.Start...)
	}
	if s.Again != "" && !s.Joined && s.AtWork() == 0 && len(s.Start) == 0 {
		page.Section("To have the rest played").Text = []string{s.Again}
	}
	return page
}

// howFarItIs is the answer in a sentence or two: what is there, and who plays the rest.
func howFarItIs(page *Page, s *lab.Progress) {
	blocks := fmt.Sprintf("%s of %s", words.Thousands(s.Done), words.Count(s.Blocks, "block"))
	switch {
	case len(s.Start) > 0:
		page.Say(fmt.Sprintf("Nothing was submitted: %s of the study are there, and the scripts can be looked at.", blocks))
	case s.Joined:
		page.Say(fmt.Sprintf("The study is whole: %s are there and joined.", blocks))
	case s.Missing() == 0 && s.Again == "":
		page.Say(fmt.Sprintf("The share is whole: %s are there, for entente merge to join with those of the others.", blocks))
	case s.Missing() == 0:
		page.Say(fmt.Sprintf("All is played and not joined yet: %s are there.", blocks))
	default:
		page.Say(fmt.Sprintf("%s are there, and %s missing.", words.Capital(blocks), isOrAre(s.Missing())))
	}
	switch n := s.AtWork(); {
	case n > 0:
		page.Say(fmt.Sprintf("%s still with Slurm.", words.Capital(words.Count(n, "job")+map[bool]string{true: " is", false: " are"}[n == 1])))
	case s.Again != "" && !s.Joined && len(s.Start) == 0 && (s.Unknown == "" || len(s.Jobs) > 0):
		page.Say("No job is left that would do the rest: the command below submits what is missing.")
	}
}

// shareByShare is a row for each share, with its job, and the job that joins them.
func shareByShare(page *Page, s *lab.Progress) {
	states := map[int]string{}
	for _, j := range s.Jobs {
		states[j.Share] = stateOf(j)
	}
	shares := page.Section("Shares").Columns(Figures("share"), Figures("blocks"), Figures("done"), Figures("missing"), Figures("runs failed"), Text("job"))
	left := 0
	for _, p := range s.Shares {
		if len(s.Shares) > mostListed && p.Done == p.Blocks && p.Failed == 0 {
			left++
			continue
		}
		shares.Add(words.Thousands(p.K), words.Thousands(p.Blocks), words.Thousands(p.Done), words.Thousands(p.Blocks-p.Done), words.Thousands(p.Failed),
			states[p.K])
	}
	if left > 0 {
		page.Sections[len(page.Sections)-1].Below = []string{words.Count(left, "share") + " with all blocks and no failed run left out."}
	}
	if state, ok := states[0]; ok {
		page.Section("Join").Text = []string{"The job that joins the shares: " + state + "."}
	}
}

// stateOf is how a job is, in the words of Slurm.
func stateOf(j lab.Job) string {
	state := j.ID + " " + strings.ToLower(strings.ReplaceAll(j.State, "_", " "))
	if j.Reason != "" {
		state += " (" + j.Reason + ")"
	}
	return state
}

// isOrAre counts what is missing.
func isOrAre(n int) string {
	if n == 1 {
		return "1 is"
	}
	return words.Thousands(n) + " are"
}
