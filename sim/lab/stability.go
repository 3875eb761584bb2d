package lab

import (
	"io"
	"strconv"
	"strings"

	"entente/sim/networks"
)

// Peace is a network of alliances held to the conditions of stability of Jackson & Nei (2015); sim/networks/alliances.go tells the
// theory.
type Peace struct {
	Head
	Gamma     float64             `json:"gamma"`           // advantage of defence; 1: none
	Trade     *networks.TradeTies `json:"trade,omitempty"` // none: military stability
	Links     int                 `json:"alliances"`       // how many there are
	Stable    bool                `json:"stable"`          // none of the three conditions is broken
	Countries []Country           `json:"countries"`       // in the order of the file
	Attacks   []Attack            `json:"attacks"`         // S1: of each country that can be beaten, the smallest winning attack of each leader
	New       []NewLink           `json:"new"`             // S2: alliances whose making would break the peace, or that both would make for trade
	Dropped   []SuperfluousLink   `json:"dropped"`         // S3: alliances that an end would drop
}

// Country is one of the network, and the strongest attack that would be made on it.
type Country struct {
	Name       string  `json:"name"`                            // as in the file
	Strength   float64 `json:"strength"`                        // as the file has it
	Allies     int     `json:"allies"`                          // how many it has
	Vulnerable bool    `json:"vulnerable"`                      // some coalition would beat it
	Strongest  *Attack `json:"strongest" jsonschema:"nullable"` // none: nobody would attack
	AfterNew   float64 `json:"pressure_after"`                  // greatest pressure of the attacks that a new alliance opens on it; 0 if none makes it vulnerable
}

// Attack is a coalition against a country.
type Attack struct {
	Victim    string   `json:"victim"`    // name of the country that is attacked
	Leader    string   `json:"leader"`    // the attackers are its allies
	Coalition []string `json:"coalition"` // the leader among them
	Force     float64  `json:"force"`     // their strength together
	Defence   float64  `json:"defence"`   // of the victim and its allies who do not attack
	Pressure  float64  `json:"pressure"`  // force / (gamma × defence): above 1 the attackers win
}

// NewLink is an alliance that is not there and would be made.
type NewLink struct {
	A       string   `json:"a"`         // name of one of the two
	B       string   `json:"b"`         // name of the other
	Trade   bool     `json:"for_trade"` // both would like it, or one would and the other would not mind
	Attacks []Attack `json:"attacks"`   // on each country that it would make vulnerable, the smallest that wins
}

// SuperfluousLink is an alliance that an end would drop.
type SuperfluousLink struct {
	A         string   `json:"a"`          // name of one of the two
	B         string   `json:"b"`          // name of the other
	DroppedBy []string `json:"dropped_by"` // names of those of the two that would
}

// MostCountries is how many countries a network may have: its check takes about a second and grows with the fourth power.
const MostCountries = 100

// CheckPeace holds a network to the conditions of stability, those with trade if it has trade.
func CheckPeace(file string, names []string, a *networks.Alliances) *Peace {
	p := &Peace{Head: fileHead("stable", "", file), Gamma: a.Gamma, Trade: a.Trade, Attacks: []Attack{}, New: []NewLink{},
		Dropped: []SuperfluousLink{}}
	attack := func(at networks.Attack) Attack {
		t := Attack{Victim: names[at.Victim], Leader: names[at.Leader], Force: at.Force, Defence: at.Defence,
			Pressure: at.Force / float64(a.Gamma*at.Defence)}
		for _, k := range at.Coalition {
			t.Coalition = append(t.Coalition, names[k])
		}
		return t
	}
	for i, name := range names {
		c := Country{Name: name, Strength: a.Strength[i]}
		for j := range names {
			if a.Allied[i][j] {
				c.Allies++
			}
			if at, ok := a.Strongest(j, i); ok {
				if t := attack(at); c.Strongest == nil || t.Pressure > c.Strongest.Pressure {
					c.Strongest = &t
				}
			}
		}
		p.Links += c.Allies
		p.Countries = append(p.Countries, c)
	}
	p.Links /= 2
	s := a.Check()
	p.Stable = s.Stable()
	for _, at := range s.Vulnerable {
		p.Attacks = append(p.Attacks, attack(at))
		p.Countries[at.Victim].Vulnerable = true
	}
	for _, l := range s.New {
		link := NewLink{A: names[l.A], B: names[l.B], Trade: l.Traded, Attacks: []Attack{}}
		for _, at := range l.Attacks {
			t := attack(at)
			link.Attacks = append(link.Attacks, t)
			c := &p.Countries[at.Victim]
			c.AfterNew = max(c.AfterNew, t.Pressure)
		}
		p.New = append(p.New, link)
	}
	for _, l := range s.Dropped {
		link := SuperfluousLink{A: names[l.A], B: names[l.B]}
		if !l.AKeeps {
			link.DroppedBy = append(link.DroppedBy, names[l.A])
		}
		if !l.BKeeps {
			link.DroppedBy = append(link.DroppedBy, names[l.B])
		}
		p.Dropped = append(p.Dropped, link)
	}
	return p
}

// Tables are the check as tidy CSV.
func (p *Peace) Tables() []Table {
	return []Table{
		{"countries.csv", "one row per state: its strength and the strongest attack that would be made on it", p.writeCountries},
		{"attacks.csv", "one row per winning attack: today (S1), or once a new alliance is made (S2)", p.writeAttacks},
		{"links.csv", "one row per alliance that would be made (S2) or dropped (S3)", p.writeLinks},
	}
}

func (p *Peace) writeCountries(out io.Writer) error {
	header := []string{"country", "strength", "allies", "vulnerable", "attackers", "force", "defence", "pressure"}
	return Rows(out, header, func(row func(...string)) {
		for _, c := range p.Countries {
			cells := []string{c.Name, precise(c.Strength), strconv.Itoa(c.Allies), YesNo(c.Vulnerable), "", "", "", ""}
			if at := c.Strongest; at != nil {
				copy(cells[4:], []string{strings.Join(at.Coalition, ";"), precise(at.Force), precise(at.Defence), precise(at.Pressure)})
			}
			row(cells...)
		}
	})
}

func (p *Peace) writeAttacks(out io.Writer) error {
	header := []string{"condition", "new_alliance", "victim", "leader", "attackers", "force", "defence", "pressure"}
	return Rows(out, header, func(row func(...string)) {
		line := func(condition, link string, at Attack) {
			row(condition, link, at.Victim, at.Leader, strings.Join(at.Coalition, ";"), precise(at.Force), precise(at.Defence),
				precise(at.Pressure))
		}
		for _, at := range p.Attacks {
			line("S1", "", at)
		}
		for _, l := range p.New {
			for _, at := range l.Attacks {
				line("S2", l.A+";"+l.B, at)
			}
		}
	})
}

func (p *Peace) writeLinks(out io.Writer) error {
	header := []string{"condition", "a", "b", "makes_vulnerable", "for_trade", "dropped_by"}
	return Rows(out, header, func(row func(...string)) {
		for _, l := range p.New {
			var victims []string
			for _, at := range l.Attacks {
				victims = append(victims, at.Victim)
			}
			row("S2", l.A, l.B, strings.Join(victims, ";"), YesNo(l.Trade), "")
		}
		for _, l := range p.Dropped {
			row("S3", l.A, l.B, "", "", strings.Join(l.DroppedBy, ";"))
		}
	})
}

// aboutPeace: what the columns of networks of alliances mean.
func (l *wordList) aboutPeace() {
	l.say("", "country", "its name", "")
	l.say("", "allies", "how many it has", "countries")
	l.say("", "vulnerable", "some coalition would beat it", ofYesNo)
	l.say("", "condition", "of stability that is broken: S1, S2 or S3", "")
	l.say("", "new_alliance", "that opens the attack, a;b; empty of one today", "")
	l.say("", "victim", "the country that is attacked", "")
	l.say("", "leader", "of the attack: the others are its allies", "")
	l.say("", "attackers", "the coalition, with ; between; the leader among them", "")
	l.say("", "force", "strength of the attackers together", "that of strength")
	l.say("", "defence", "strength of the victim and its allies who do not attack", "that of strength")
	l.say("", "pressure", "force / (gamma × defence): above 1 the attackers win", "")
	l.say("links.csv", "a", "name of one of the two", "")
	l.say("links.csv", "b", "name of the other", "")
	l.say("", "makes_vulnerable", "countries that the new alliance would expose, with ; between", "")
	l.say("", "for_trade", "both would make it for trade", ofYesNo)
	l.say("", "dropped_by", "those of the two that would drop it, with ; between", "")
}
