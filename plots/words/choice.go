package words

import "entente/sim/lab/stats"

// What is told of the scores of two rules on the same episodes, by a bootstrap of their difference over so many theatres.

// EnoughTheatres is from how many theatres on an interval by bootstrap is told in a sentence.
const EnoughTheatres = stats.FewestUnits

// BeyondChoice says whether a difference of scores may be due to which episodes there are.
func BeyondChoice(d stats.Interval, theatres int) string {
	if theatres < EnoughTheatres {
		return "and so few episodes cannot say how others would come out"
	}
	if d.BeyondLuck() {
		return "beyond what the choice of episodes would do"
	}
	return "no more than the choice of episodes may do"
}

// NotApart says at the end of a title that two scores are not told apart; "" if they are.
func NotApart(d stats.Interval, theatres int) string {
	if theatres >= EnoughTheatres && d.BeyondLuck() {
		return ""
	}
	return "; so few episodes do not tell them apart"
}
