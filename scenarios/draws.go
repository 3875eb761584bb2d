package scenarios

import (
	"fmt"
	"sync"

	"entente/sim"
)

// draws is the shipped posterior as runs play it, beside the constants as they are shipped. All scenarios share it.
var draws = sync.OnceValue(func() *sim.Draws {
	p, err := ShippedPosterior()
	if err != nil {
		panic(fmt.Sprintf("the embedded posterior cannot be read: %v", err))
	}
	if p.Rule != sim.DefaultTheory {
		panic("the embedded posterior is of " + p.Rule + ", and only the default rule draws")
	}
	d, shipped := &sim.Draws{}, constants()
	for _, name := range p.Constants {
		path := "parameters." + name
		d.Constants, d.Shipped = append(d.Constants, path), append(d.Shipped, shipped.get(path).number())
	}
	for _, draw := range p.Draws {
		d.Sets = append(d.Sets, draw.Values)
	}
	return d
})
