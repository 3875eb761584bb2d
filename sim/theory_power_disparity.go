package sim

// PowerDisparity is the rule that the article draws from Weber (1992, "Shaping the Postwar Balance of Power:
// Multilateralism in NATO", International Organization 46(3), 633-680): a patron far stronger than its partners has more
// say over each of them alone than at a table where all have a voice. It gives that say up among partners who together
// count for something, as in Europe, and keeps to bilateral ties where they do not, as in Asia. Its partners want
// protection. The reading is that of later writers: Crone (1993, "Does Hegemony Matter? The Reorganization of the Pacific
// Political Economy", World Politics 45(4), 501-525; memory) on extreme hegemony, and Cha (2010, "Powerplay: Origins of the
// U.S. Alliance System in Asia", International Security 34(3), 158-196; pages from memory) on control over each client
// alone. Weber himself asks why NATO was multilateral in principle.
//
//	utility of a patron  = security + interest - control × C_i / Σ_j e_j C_j - reluctance,    j over the others
//	utility of any other = security + interest - reluctance
//
// The patron is the strongest at the table, if more than two are invited. Security and interest are those of the
// default rule. The control lost grows as the partners' share of the table's capabilities falls: with a share s for the
// patron it is control × s/(1-s), whatever the depth. At a table without a great power the strongest is taken for the
// patron. No author gives a formula.
//
// By hand, with control 2: NATO of 1949 (s = 0.625) costs 2 × 0.625/0.375 = 3.3 logits, SEATO of 1954 (0.712) 4.9, the
// four of 2022 (0.767) 6.6, the Asian spokes of 1954 at one table (0.824) 9.4.
type PowerDisparity struct {
	Security   float64 `toml:"security" range:"[0,300]" unit:"logits for a danger wholly removed" prior:"30" why:"as in the default rule of 0.2.0"`
	Interest   float64 `toml:"interest" range:"[0,300]" unit:"logits for a danger wholly removed from a partner as capable as the rival" prior:"30" why:"as in the default rule of 0.2.0"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
	Control    float64 `toml:"control" range:"[0,20]" unit:"logits that a patron as strong as its partners together loses at their common table" prior:"2" why:"as much as full non-alignment costs"`
}

func (p *PowerDisparity) reasons() []reason {
	return []reason{
		{Security, &p.Security, security},
		{Interest, &p.Interest, interest},
		{Reluctance, &p.Reluctance, reluctance},
		{Control, &p.Control, sayLost},
	}
}

// sayLost is the say that a patron loses at a table of many.
var sayLost = measure{
	func(r *Run, a int, weight float64) float64 {
		if !r.patronOfMany(a) {
			return 0
		}
		return -weight * r.disparity(a)
	},
	func(r *Run, a int, weight float64) Working {
		if !r.patronOfMany(a) {
			return weighed(-weight, leaf("it is no patron at a table of many", 0))
		}
		return weighed(-weight, leaf("times that it outweighs the others", r.disparity(a)))
	},
}

// mostDisparity bounds how many times a patron may outweigh its partners, so that there is a number where none are
// expected. It is a setting of the arithmetic and no constant of the theory (judgement): who would lose 0.1 logits beside
// partners as strong as itself loses 100 there, and its chance of signing is below the least that a roll can tell from
// nothing, 2^-53.
const mostDisparity = 1e3

// disparity is the capability of the state on seat a over that of the others expected, at most mostDisparity.
func (r *Run) disparity(a int) float64 {
	capability := r.w.capability[r.Tick]
	own, others := capability[r.talks.seats[a]], r.expected(a, func(j int) float64 { return capability[j] })
	switch {
	case own == 0:
		return 0
	case own >= mostDisparity*others:
		return mostDisparity
	}
	return own / others
}
