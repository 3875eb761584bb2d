package networks

import (
	"cmp"
	"slices"
)

// Alliances is a network of military alliances among countries.
//
// # War stability of networks of alliances
//
// Jackson & Nei (2015), "Networks of military alliances, wars, and international trade", PNAS 112(50): 15277-15284.
//
// Countries have a strength M_i and alliances with each other, a network g. N_i are the allies of i. A country j and some
// of its allies, together a coalition C without i, attack i; those allies of i who are not among the attackers defend
// it. Attackers win if
//
//	M(C) > γ · M({i} ∪ (N_i \ C))
//
// γ above 1 is an advantage of defence, below 1 one of attack. Country i is vulnerable if some j and C win against it
// (the condition is the one the abstracts of the working papers state in words; the symbols are from memory).
//
// Without trade a network is war-stable if
//
//	S1  no country is vulnerable;
//	S2  no two countries without an alliance could make one and thereby some country vulnerable;
//	S3  no country would drop an alliance: without it, both of its ends would be vulnerable (an alliance costs a little,
//	    so one that does not protect both is dropped by the one it does not protect).
//
// Theorem (theirs): no network with an alliance in it is war-stable; trade must come in for peace to last. Why, in our
// words, for any γ above 0 and any strengths: take an alliance jk. By S3 some C, led by l, beats j once jk is gone. k is not
// in C, or C would beat j with jk in place too, against S1: so k was what saved j. Let k change sides: C with k beats j all
// the more. If k and l are allies that attack exists already, against S1; if not, their alliance would make it, against
// S2. (k is not l, who leads C.) The empty network is stable if no two countries together beat a third, nor one another.
//
// With trade a country gets u_i(g) from the network, and attackers also weigh what trade they lose. i is vulnerable
// despite trade if a coalition C wins as above and
//
//	u_k(g without i's alliances) + E_k(C) ≥ u_k(g)   for every k in C, and > for one of them
//
// where E_k is k's part of the spoils of i. War and trade stability:
//
//	S1  no country is vulnerable despite trade;
//	S2  no two countries without an alliance could make one that makes some country vulnerable, or that both would like for
//	    its trade (one more, the other no less);
//	S3  no country gains by dropping an alliance, unless it would then be vulnerable.
//
// What we could read of the source are its abstracts and a garbled copy of some paragraphs, which name u_i(g), the net gain
// E_ik(g, C) and the cost c_ij(g) > 0 of an alliance, and S3. The exact form of S2 and of the conditions with trade is from
// memory. So is the form we give u and E, that of the source's symmetric example: u_i depends on the number of alliances
// only, with a gain from each further one and a cost for each, and the spoils of a conquered country are divided equally
// among the attackers. The source allows any u_i and E_ik.
//
// Finding attackers needs no search through coalitions. Without trade the more of j's allies come along the better: each
// adds to the attack, or also takes itself from the defence. With trade a coalition of m gives each E/m; among those who
// would come for that, the m who count most are best, an ally of i counting M_k + γ M_k and any other M_k.
type Alliances struct {
	Strength []float64 // of each country, above 0
	Allied   [][]bool  // symmetric; nobody is its own ally
	Gamma    float64   // advantage of defence, above 0; 1: none
	Trade    *TradeTies
}

// Vulnerable tells whether a country of this strength with defenders of this strength beside it falls to an attack:
// attack > γ · (own + defenders). The ally who attacks counts among the attackers and not among the defenders. Strengths
// in any one unit, at least 0; gamma above 0.
func Vulnerable(own, defenders, attack, gamma float64) bool {
	return attack > float64(gamma*(own+defenders))
}

// TradeTies are what alliances are worth to those who trade along them. Without them an alliance is worth its protection
// only and costs next to nothing.
type TradeTies struct {
	Gain   []float64 `json:"gain"`   // from a country's first alliance, its second, and so on; the last holds for all further ones
	Cost   float64   `json:"cost"`   // of each alliance
	Spoils float64   `json:"spoils"` // of a conquered country, for all attackers together; same unit as Gain and Cost
}

// utility is u_i of a country with so many alliances.
func (t *TradeTies) utility(alliances int) float64 {
	sum := 0.0
	for k := range alliances {
		sum += t.Gain[min(k, len(t.Gain)-1)] - t.Cost
	}
	return sum
}

// Attack is a coalition that would attack a country, and how it would end.
type Attack struct {
	Victim, Leader int
	Coalition      []int   // the leader and those of its allies who come along, in the order of the countries
	Force          float64 // strength of the attackers
	Defence        float64 // strength of the victim and those of its allies who do not attack
	Wins           bool    // Force > γ Defence
}

// Strongest is the attack of a leader on a victim that comes nearest to winning, or wins by most; not ok if none would
// come.
func (a *Alliances) Strongest(leader, victim int) (attack Attack, ok bool) {
	margin := func(at Attack) float64 { return at.Force - float64(a.Gamma*at.Defence) }
	a.coalitions(leader, victim, func(at Attack) bool {
		if !ok || margin(at) > margin(attack) {
			attack, ok = at, true
		}
		return true
	})
	return attack, ok
}

// Smallest is the winning attack of a leader on a victim with the fewest members; not ok if none wins.
func (a *Alliances) Smallest(leader, victim int) (attack Attack, ok bool) {
	if !a.inReach(leader, victim) {
		return attack, false
	}
	a.coalitions(leader, victim, func(at Attack) bool {
		attack, ok = at, at.Wins
		return !ok
	})
	return attack, ok
}

// inReach tells whether a victim would fall if all the leader's allies came along: without that, nothing need be tried.
func (a *Alliances) inReach(leader, victim int) bool {
	attack, defence := a.counts(leader, victim), a.Strength[victim]
	for k, m := range a.Strength {
		if k != victim && a.Allied[leader][k] {
			attack += a.counts(k, victim)
		}
		if a.Allied[victim][k] {
			defence += m
		}
	}
	return attack >= float64(a.Gamma*defence)*(1-1e-9) // a hair of room for rounding: the coalitions themselves decide
}

// coalitions visits, from the smallest size to the largest, the strongest coalition of each size that a leader can
// bring against a victim, until visit has seen enough.
func (a *Alliances) coalitions(leader, victim int, visit func(Attack) bool) {
	if leader == victim {
		return
	}
	var allies []int
	for k, allied := range a.Allied[leader] {
		if allied && k != victim {
			allies = append(allies, k)
		}
	}
	slices.SortStableFunc(allies, func(x, y int) int {
		return cmp.Compare(a.counts(y, victim), a.counts(x, victim))
	})
	for m := 1; m <= len(allies)+1; m++ {
		if coalition := a.willing(leader, victim, m, allies); coalition != nil && !visit(a.attack(leader, victim, coalition)) {
			return
		}
	}
}

// willing are the leader and the first m-1 of its allies who would come along for their part of the spoils; nil if
// so few would, or if none of them gained by it.
func (a *Alliances) willing(leader, victim, m int, allies []int) []int {
	if a.Trade == nil {
		return mustered(leader, allies[:m-1])
	}
	gain := func(k int) float64 { return a.Trade.Spoils/float64(m) - a.loses(k, victim) }
	if gain(leader) < 0 {
		return nil
	}
	var coalition []int
	gains := gain(leader) > 0
	for _, k := range allies {
		switch g := gain(k); {
		case g < 0:
		case len(coalition) < m-2, len(coalition) == m-2 && (gains || g > 0): // the last place is for one who gains, if nobody does yet
			coalition, gains = append(coalition, k), gains || g > 0
		}
	}
	if len(coalition) < m-1 || !gains {
		return nil
	}
	return mustered(leader, coalition)
}

func mustered(leader int, allies []int) []int {
	coalition := append([]int{leader}, allies...)
	slices.Sort(coalition)
	return coalition
}

// loses is the trade that an attacker gives up with its victim.
func (a *Alliances) loses(k, victim int) float64 {
	if a.Trade == nil || !a.Allied[k][victim] {
		return 0
	}
	d := a.degree(k)
	return a.Trade.utility(d) - a.Trade.utility(d-1)
}

// counts is what one more attacker is worth against a victim: its strength, and γ of it once more if it would have defended.
func (a *Alliances) counts(k, victim int) float64 {
	w := a.Strength[k]
	if a.Allied[k][victim] {
		w += float64(a.Gamma * a.Strength[k])
	}
	return w
}

// degree is how many allies a state has.
func (a *Alliances) degree(i int) int {
	d := 0
	for _, ally := range a.Allied[i] {
		if ally {
			d++
		}
	}
	return d
}

// attack is what comes of an attack on a victim by a coalition: its force, the defence, and whether it wins.
func (a *Alliances) attack(leader, victim int, coalition []int) Attack {
	at := Attack{Victim: victim, Leader: leader, Coalition: coalition}
	for _, k := range coalition {
		at.Force += a.Strength[k]
	}
	defenders := 0.0
	for k, ally := range a.Allied[victim] {
		if ally && !slices.Contains(coalition, k) {
			defenders += a.Strength[k]
		}
	}
	at.Defence = a.Strength[victim] + defenders
	at.Wins = Vulnerable(a.Strength[victim], defenders, at.Force, a.Gamma)
	return at
}

// Beatable tells whether some coalition would attack and beat a country.
func (a *Alliances) Beatable(victim int) bool {
	return slices.ContainsFunc(a.everyone(), func(leader int) bool {
		_, ok := a.Smallest(leader, victim)
		return ok
	})
}

// trying is what the network would be with an alliance made or dropped: f looks at it, and it is put back.
func (a *Alliances) trying(j, k int, allied bool, f func()) {
	was := a.Allied[j][k]
	a.Allied[j][k], a.Allied[k][j] = allied, allied
	f()
	a.Allied[j][k], a.Allied[k][j] = was, was
}

// Link is a pair of countries whose alliance, there or not, breaks the peace.
type Link struct {
	A, B int
	// Of an alliance that is there: whether A and B would keep it.
	AKeeps, BKeeps bool
	// Of one that is not: the countries it would make vulnerable, each with the smallest attack that wins, and whether
	// both would make it for its trade.
	Attacks []Attack
	Traded  bool
}

// Stability is what the three conditions say of a network.
type Stability struct {
	Vulnerable []Attack // S1: of each leader on each victim that it can beat, the smallest winning one; by victim
	New        []Link   // S2: alliances that would be made
	Dropped    []Link   // S3: alliances that one end or both would drop
}

// Stable tells whether all three conditions hold.
func (s *Stability) Stable() bool { return len(s.Vulnerable)+len(s.New)+len(s.Dropped) == 0 }

// Check holds a network to the three conditions: those without trade if Trade is nil.
func (a *Alliances) Check() *Stability {
	s := &Stability{}
	safe := make([]bool, len(a.Strength))
	for i := range a.Strength {
		attacks := a.attacksOn(i, a.everyone())
		safe[i] = len(attacks) == 0
		s.Vulnerable = append(s.Vulnerable, attacks...)
	}
	for j := range a.Strength {
		for k := range j {
			if a.Allied[j][k] {
				l := Link{A: k, B: j, AKeeps: a.keeps(k, j), BKeeps: a.keeps(j, k)}
				if !l.AKeeps || !l.BKeeps {
					s.Dropped = append(s.Dropped, l)
				}
			} else if l := a.adding(k, j, safe); len(l.Attacks) > 0 || l.Traded {
				s.New = append(s.New, l)
			}
		}
	}
	return s
}

// attacksOn are the smallest winning attacks on a country, one of each of these leaders who has any.
func (a *Alliances) attacksOn(victim int, leaders []int) []Attack {
	var all []Attack
	for _, leader := range leaders {
		if at, ok := a.Smallest(leader, victim); ok {
			all = append(all, at)
		}
	}
	return all
}

func (a *Alliances) everyone() []int {
	all := make([]int, len(a.Strength))
	for i := range all {
		all[i] = i
	}
	return all
}

// keeps tells whether a country would keep an alliance.
func (a *Alliances) keeps(j, ally int) (keeps bool) {
	if a.Trade != nil {
		if d := a.degree(j); a.Trade.utility(d) >= a.Trade.utility(d-1) {
			return true
		}
	}
	a.trying(j, ally, false, func() { keeps = a.Beatable(j) })
	return keeps
}

// adding is what a new alliance would bring about. Only countries that were safe count: the others need no new alliance to
// fall.
func (a *Alliances) adding(j, k int, safe []bool) Link {
	l := Link{A: j, B: k}
	if a.Trade != nil {
		dj, dk := a.degree(j), a.degree(k)
		more, less := a.Trade.utility(dj+1)-a.Trade.utility(dj), a.Trade.utility(dk+1)-a.Trade.utility(dk)
		l.Traded = more >= 0 && less >= 0 && (more > 0 || less > 0)
	}
	a.trying(j, k, true, func() {
		leaders := a.roused(j, k)
		for i := range a.Strength {
			if !safe[i] {
				continue
			}
			smallest, found := Attack{}, false
			for _, at := range a.attacksOn(i, leaders) {
				if !found || len(at.Coalition) < len(smallest.Coalition) {
					smallest, found = at, true
				}
			}
			if found {
				l.Attacks = append(l.Attacks, smallest)
			}
		}
	})
	return l
}

// roused are those who may lead an attack that a new alliance of j and k makes possible. Without trade it is one of the two:
// whoever else leads both could do so before. With trade the two also think anew about their other trade.
func (a *Alliances) roused(j, k int) []int {
	if a.Trade == nil {
		return []int{j, k}
	}
	return slices.DeleteFunc(a.everyone(), func(l int) bool { return l != j && l != k && !a.Allied[l][j] && !a.Allied[l][k] })
}
