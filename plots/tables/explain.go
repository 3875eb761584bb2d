package tables

import (
	"fmt"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// Explanation tells one decision; with inputs, every figure behind it.
func Explanation(x *lab.Explanation, inputs bool) *Page {
	p := About(&x.Head, fmt.Sprintf("%s and %s, %s, run %d of %s, seed %d", x.Names[x.State], x.ClauseTitle, x.Tick, x.Run, x.Scenario, x.Head.Seed))
	p.Say(fmt.Sprintf("%s %s.", x.Names[x.State], x.Standing))
	t := p.Part("What speaks for and against, in logits").Columns(Text("reason"), Figures("logits"))
	for k, v := range x.Terms {
		if v != 0 {
			t.Add(words.Reasons[sim.Term(k)], fmt.Sprintf("%+.3f", v))
		}
	}
	return p
}
