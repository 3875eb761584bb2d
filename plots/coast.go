package plots

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed coast.txt
var coastText string

// place is a point on the globe, in degrees. Longitudes may run past 180 where an outline crosses the date line.
type place struct{ longitude, latitude float64 }

// coast reads the outlines of all land north of 60 S; coast.txt says where they come from.
var coast = sync.OnceValue(func() [][]place {
	var rings [][]place
	for line := range strings.Lines(coastText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var ring []place
		x, y := 0, 0
		for _, pair := range strings.Fields(line) {
			var dx, dy int
			if _, err := fmt.Sscanf(pair, "%d,%d", &dx, &dy); err != nil {
				panic("plots: coast.txt: " + pair + ": " + err.Error())
			}
			x, y = x+dx, y+dy
			ring = append(ring, place{float64(x) / 100, float64(y) / 100})
		}
		rings = append(rings, ring)
	}
	return rings
})
