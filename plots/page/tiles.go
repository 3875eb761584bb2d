package page

import (
	"cmp"
	"math"
	"slices"

	"entente/sim"
)

// place is where the tile of a state lies on a map of tiles.
type place struct{ col, row int }

// tiles lays states out as tiles that keep their neighbours: each state's rank from west to east and from north to south is
// spread over a grid, each takes the nearest free cell, and two change places as long as that brings both nearer to where they
// belong. The map is cut where nobody lives for longest.
func tiles(states map[string]sim.State, ids []string, cols int) map[string]place {
	n := len(ids)
	rows := (n + cols - 1) / cols
	if n > cols*rows-rows/2 { // room to move
		rows++
	}
	around := func(id string) float64 { return math.Mod(states[id].Longitude+360, 360) }
	var at360 []float64
	for _, id := range ids {
		at360 = append(at360, around(id))
	}
	slices.Sort(at360)
	west, widest := at360[0], at360[0]+360-at360[n-1]
	for k := 1; k < n; k++ {
		if gap := at360[k] - at360[k-1]; gap > widest {
			west, widest = at360[k], gap
		}
	}
	east := func(id string) float64 { return math.Mod(around(id)-west+360, 360) }
	rank := func(of func(string) float64) map[string]float64 {
		sorted := slices.Clone(ids)
		slices.SortFunc(sorted, func(a, b string) int { return cmp.Or(cmp.Compare(of(a), of(b)), cmp.Compare(a, b)) })
		at := map[string]float64{}
		for k, id := range sorted {
			at[id] = float64(k) / float64(max(n-1, 1))
		}
		return at
	}
	x, y := rank(east), rank(func(id string) float64 { return -states[id].Latitude })
	far := func(id string, p place) float64 {
		dx, dy := float64(p.col)-float64(x[id]*float64(cols-1)), float64(p.row)-float64(y[id]*float64(rows-1))
		return float64(dx*dx) + float64(dy*dy)
	}
	at, taken := map[string]place{}, map[place]bool{}
	for _, id := range ids {
		best, least := place{}, math.Inf(1)
		for row := range rows {
			for col := range cols {
				if p := (place{col, row}); !taken[p] && far(id, p) < least {
					best, least = p, far(id, p)
				}
			}
		}
		at[id], taken[best] = best, true
	}
	for moved := true; moved; {
		moved = false
		for _, a := range ids {
			for _, b := range ids {
				if a < b && far(a, at[b])+far(b, at[a]) < far(a, at[a])+far(b, at[b])-1e-9 {
					at[a], at[b] = at[b], at[a]
					moved = true
				}
			}
		}
	}
	return at
}
