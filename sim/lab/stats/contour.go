package stats

// Crossing is a straight piece of a contour, from one place to another, in the units of the axes.
type Crossing struct {
	X [2]float64 `json:"x"` // where its two ends lie on the first axis
	Y [2]float64 `json:"y"` // where they lie on the second
}

// Contour is where a surface that is known on a grid crosses a level: in each cell of the grid the places on its sides
// are found along straight lines and joined (marching squares, after Lorensen & Cline 1987). Where two corners across
// are above and two below, the mean of the four says which are joined. z is by row of y.
//
// By hand: of the corners 0 and 1 along x at both ends of y the level 1/4 is crossed a quarter of the way, from one end
// of y to the other.
func Contour(xs, ys []float64, z [][]float64, level float64) []Crossing {
	all := []Crossing{}
	for j := 1; j < len(ys); j++ {
		for i := 1; i < len(xs); i++ {
			corners := [4][3]float64{ // around the cell
				{xs[i-1], ys[j-1], z[j-1][i-1]}, {xs[i], ys[j-1], z[j-1][i]}, {xs[i], ys[j], z[j][i]}, {xs[i-1], ys[j], z[j][i-1]},
			}
			var cuts [][2]float64
			middle := 0.0
			for k, a := range corners {
				b := corners[(k+1)%4]
				middle += float64(a[2] / 4)
				if (a[2] < level) == (b[2] < level) {
					continue
				}
				part := (level - a[2]) / (b[2] - a[2])
				cuts = append(cuts, [2]float64{Steady(a[0] + float64(part*(b[0]-a[0]))), Steady(a[1] + float64(part*(b[1]-a[1])))})
			}
			// With four cuts either the second and fourth corner are cut off, as the cuts are paired now, or the first and
			// third.
			if len(cuts) == 4 && (corners[0][2] < level) != (middle < level) {
				cuts = [][2]float64{cuts[3], cuts[0], cuts[1], cuts[2]}
			}
			for k := 0; k+1 < len(cuts); k += 2 {
				all = append(all, Crossing{X: [2]float64{cuts[k][0], cuts[k+1][0]}, Y: [2]float64{cuts[k][1], cuts[k+1][1]}})
			}
		}
	}
	return all
}
