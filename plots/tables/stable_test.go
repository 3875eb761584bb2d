package tables

import (
	"testing"

	"entente/sim/lab"
	"entente/sim/networks"
)

// A network is told with who would gain by war or by a change of alliance.
func TestANetworkIsToldWithWhatUpsetsIt(t *testing.T) {
	names := []string{"Athens", "Sparta", "Corinth", "Thebes"}
	allied := [][]bool{{false, true, false, false}, {true, false, true, false}, {false, true, false, false}, {false, false, false, false}}
	network := &networks.Alliances{Strength: []float64{5, 3, 2, 2}, Gamma: 1, Allied: allied}
	golden(t, "stable", Peace(lab.CheckPeace("greece", names, network)))

	alone := make([][]bool, 3)
	for i := range alone {
		alone[i] = make([]bool, 3)
	}
	quiet := &networks.Alliances{Strength: []float64{1, 1, 1}, Gamma: 3, Allied: alone}
	golden(t, "stable-peace", Peace(lab.CheckPeace("quiet", names[:3], quiet)))
}
