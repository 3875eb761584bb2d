package tables

import (
	"fmt"

	"entente/plots/words"
	"entente/sim/lab"
)

// Share tells how much of a share of a study was played.
func Share(s *lab.ShardPlayed) *Page {
	page := aboutStudy(&s.Head, &s.Plan)
	if s.Runs == 0 {
		return nothingPlayed(page)
	}
	is := fmt.Sprintf("is played: %s with %s", words.Count(s.Blocks, "block"), words.Count(s.Runs, "run"))
	if s.Whole < s.Blocks {
		is = fmt.Sprintf("is not whole yet: it has %d of %s", s.Whole, words.Count(s.Blocks, "block"))
	}
	of := s.Plan.Study
	if of == "" { // a map, which is a study without a file
		of = "of " + s.Scenario
	}
	page.Say(fmt.Sprintf("Share %d of %d of the study %s %s.", s.K, s.Of, of, is))
	page.Say("What the study says is told once `entente merge` has joined all shares.")
	return page
}
