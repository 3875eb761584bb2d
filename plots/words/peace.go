package words

import (
	"fmt"
	"strconv"
	"strings"

	"entente/sim/lab"
)

// Conditions says in words which kind of stability a network of alliances is held to.
func Conditions(p *lab.Peace) string {
	text := fmt.Sprintf("defence counts %g times", p.Gamma)
	if p.Gamma == 1 {
		text = "attack and defence count alike"
	}
	if p.Trade == nil {
		return text + ", without trade"
	}
	gains := make([]string, len(p.Trade.Gain))
	for k, g := range p.Trade.Gain {
		gains[k] = strconv.FormatFloat(g, 'g', -1, 64)
	}
	return fmt.Sprintf("%s, with trade: gain %s, cost %g an alliance, spoils %g", text, strings.Join(gains, ", "),
		p.Trade.Cost, p.Trade.Spoils)
}
