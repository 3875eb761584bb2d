package lab

import (
	"strings"
	"testing"

	"entente/sim/networks"
)

// The three countries of sim's example: two small states allied against a giant that can win either over.
func threatened() *Peace {
	return CheckPeace("alliances.toml", []string{"Giant", "Less", "More"}, &networks.Alliances{
		Strength: []float64{5, 2, 3}, Gamma: 1.5, Allied: [][]bool{{false, false, false}, {false, false, true}, {false, true, false}},
	})
}

func TestPeaceTellsWhoBreaksIt(t *testing.T) {
	p := threatened()
	if p.Stable || p.Links != 1 || len(p.Attacks) != 0 || len(p.Dropped) != 0 || len(p.New) != 2 {
		t.Fatalf("stable %v, %d alliances, %d attacks, %d dropped, %d new; want false, 1, 0, 0, 2", p.Stable, p.Links, len(p.Attacks),
			len(p.Dropped), len(p.New))
	}
	more := p.Countries[2]
	// Less alone could attack its ally More with 2 against 1.5·3, Giant with 5 against 1.5·(3+2).
	if at := more.Strongest; more.Vulnerable || at.Leader != "Giant" || at.Force != 5 || at.Defence != 5 || at.Pressure != 5/7.5 {
		t.Errorf("the strongest attack on More is %+v, want Giant's 5 against 5", at)
	}
	if want := 7.0 / 4.5; more.AfterNew != want {
		t.Errorf("after a new alliance the pressure on More is %v, want %v", more.AfterNew, want)
	}
	tables := map[string]string{
		"countries.csv": "country,strength,allies,vulnerable,attackers,force,defence,pressure\n" +
			"Giant,5,0,0,Less;More,5,5,0.666666666667\nLess,2,1,0,More,3,2,1\nMore,3,1,0,Giant,5,5,0.666666666667\n",
		"attacks.csv": "condition,new_alliance,victim,leader,attackers,force,defence,pressure\n" +
			"S2,Giant;Less,More,Giant,Giant;Less,7,3,1.55555555556\nS2,Giant;More,Less,Giant,Giant;More,8,2,2.66666666667\n",
		"links.csv": "condition,a,b,makes_vulnerable,for_trade,dropped_by\nS2,Giant,Less,More,0,\nS2,Giant,More,Less,0,\n",
	}
	for _, table := range p.Tables() {
		var b strings.Builder
		if err := table.Write(&b); err != nil || b.String() != tables[table.Name] {
			t.Errorf("%s (%v) is\n%swant\n%s", table.Name, err, b.String(), tables[table.Name])
		}
	}
}

func TestPeaceTellsWhatIsDropped(t *testing.T) {
	p := CheckPeace("alliances.toml", []string{"A", "B", "C"}, &networks.Alliances{
		Strength: []float64{1, 1, 3}, Gamma: 1, Allied: [][]bool{{false, true, false}, {true, false, false}, {false, false, false}},
		Trade: &networks.TradeTies{Gain: []float64{0.5}, Cost: 1, Spoils: 2},
	})
	// C takes either of the two, allied or not; so neither would pay for the alliance, but each is lost without it too.
	if len(p.Attacks) != 2 || len(p.Dropped) != 0 || !p.Countries[0].Vulnerable || p.Countries[2].Vulnerable {
		t.Errorf("%+v", p)
	}
	p = CheckPeace("alliances.toml", []string{"A", "B"},
		&networks.Alliances{Strength: []float64{1, 1}, Gamma: 1, Allied: [][]bool{{false, true}, {true, false}}})
	if len(p.Dropped) != 1 || strings.Join(p.Dropped[0].DroppedBy, " ") != "A B" {
		t.Errorf("two equals alone would drop their alliance; it says %+v", p.Dropped)
	}
}
