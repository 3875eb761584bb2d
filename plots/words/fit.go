package words

// LearntNothing is what is said of fits whose search found no better than where it began (history.Fit.Unmoved); whose is the pronoun
// for them.
func LearntNothing(whose string) string {
	return "learnt nothing: " + whose + " search found no better than the centres of what was believed before"
}

// FitsLearntNothing heads a column of how many did.
const FitsLearntNothing = "fits that learnt nothing"
