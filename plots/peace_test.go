package plots

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/networks"
)

// madeUpPeace is a network of countries drawn at random; it says nothing about the world.
func madeUpPeace(n int, gamma float64, trade *networks.TradeTies) *lab.Peace {
	r := rand.New(rand.NewPCG(uint64(n), 2))
	names, a := make([]string, n), &networks.Alliances{Gamma: gamma, Trade: trade}
	for i := range n {
		names[i] = fmt.Sprintf("Country %d", i+1)
		a.Strength, a.Allied = append(a.Strength, float64(1+r.IntN(9))), append(a.Allied, make([]bool, n))
		for j := range i {
			a.Allied[i][j] = r.IntN(3) == 0
			a.Allied[j][i] = a.Allied[i][j]
		}
	}
	p := lab.CheckPeace("made-up", names, a)
	p.Version = "0.0.0"
	return p
}

func oddPeaces() map[string]*lab.Peace {
	long := madeUpPeace(7, 2, nil)
	long.Title = strings.Repeat("a-long-file-name-", 8)
	for i := range long.Countries {
		long.Countries[i].Name += strings.Repeat(" of a very long name", 4)
		long.Countries[i].Strongest.Leader += strings.Repeat(" of a very long name", 4)
	}
	return map[string]*lab.Peace{
		"usual":        madeUpPeace(7, 2, nil),
		"two":          madeUpPeace(2, 1, nil),
		"many":         madeUpPeace(60, 3, nil),
		"nobody would": madeUpPeace(5, 1, &networks.TradeTies{Gain: []float64{3}}),
		"lopsided":     madeUpPeace(6, 1e-9, nil),
		"far from war": madeUpPeace(6, 1e9, nil),
		"with trade":   madeUpPeace(6, 1, &networks.TradeTies{Gain: []float64{3, 1}, Cost: 1, Spoils: 4}),
		"long names":   long,
	}
}

func TestPeaceIsAsLookedAt(t *testing.T) {
	checkLooks(t, "stable", Peace(Figure{}, oddPeaces()["usual"]))
}

func TestEveryNetworkGivesAChart(t *testing.T) {
	for name, p := range oddPeaces() {
		checkChart(t, name, Peace(Figure{}, p))
	}
}

// What stands right of the line can be beaten and is in bold; a mark for tomorrow stands right of the line as well.
func TestPeaceMarksTheBeaten(t *testing.T) {
	for name, p := range oddPeaces() {
		for _, c := range p.Countries {
			if c.Vulnerable != (pressure(c) > 1) || c.AfterNew != 0 && c.AfterNew <= 1 {
				t.Errorf("%s: %s can be beaten: %v, with pressure %v, after a new alliance %v", name, c.Name, c.Vulnerable, pressure(c),
					c.AfterNew)
			}
		}
	}
}

func ExamplePeace() {
	a := &networks.Alliances{Strength: []float64{5, 2}, Gamma: 1.5, Allied: [][]bool{{false, true}, {true, false}}}
	p := lab.CheckPeace("a pair", []string{"Giant", "Dwarf"}, a)
	p.Version = "0.0.0"
	fmt.Println(Peace(Figure{}, p).Title)
	fmt.Println(Peace(Figure{}, p).About)
	// Output:
	// Who can be beaten: the alliances of a pair are not stable
	// Dots, one for each state, on an axis of shares. The network of 1 alliances is not stable. Dwarf: led by Giant, 1.667 of what it takes. Giant: led by Dwarf, 0.2667 of what it takes. Source: Entente 0.0.0, file a pair.
}
