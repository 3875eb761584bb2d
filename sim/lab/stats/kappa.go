package stats

import "math"

// Kappa is Cohen's weighted kappa (1968, "Weighted Kappa", Psychological Bulletin 70(4)): how far two coders agree beyond what
// they would by luck, if each used the values as often as they did but without looking. 1 is full agreement, 0 none beyond luck.
//
//	kappa = 1 - apart / apart by luck
//
// where apart is the mean distance of the two values. table[i][j] is how often the first gave value i and the second value j;
// at is where the values lie on their scale. Coders who only ever gave one value, and the same, agree in full.
//
// By hand: two values one apart, tables 40, 10, 20, 30 of 100: apart 0.3; the first gave 50 and 50, the second 60 and
// 40, so by luck
// 0.5 x 0.4 + 0.5 x 0.6 = 0.5; kappa is 1 - 0.3/0.5 = 0.4.
func Kappa(table [][]float64, at []float64) float64 {
	first, second, all := make([]float64, len(at)), make([]float64, len(at)), 0.0
	for i, row := range table {
		for j, n := range row {
			first[i] += n
			second[j] += n
			all += n
		}
	}
	apart, byLuck := 0.0, 0.0
	for i, row := range table {
		for j, n := range row {
			far := math.Abs(at[i] - at[j])
			apart += float64(far * n)
			byLuck += float64(far * first[i] * second[j])
		}
	}
	if apart == 0 {
		return 1
	}
	return 1 - apart*all/byLuck
}
