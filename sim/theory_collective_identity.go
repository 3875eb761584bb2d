package sim

// CollectiveIdentity is the rule of Hemmer & Katzenstein (2002, "Why Is There No NATO in Asia? Collective Identity,
// Regionalism, and the Origins of Multilateralism", International Organization 56(3), 575-607): American leaders saw
// Europeans as members of one community and Asians as others. Identity makes a promise believable, and decides whether a
// patron gives its partners a seat at one table; alone with each it need not care.
//
//	utility = security, with each gain counted by affinity, + interest - reluctance
//	          - identity × Σ_j e_j (1 - affinity_ij) / Σ_j e_j       for the patron, if more than two are invited
//
// The patron is the strongest at the table. The security of the default rule is counted with gain_ij × affinity_ij in
// place of gain_ij. The authors give no formula. They speak of American leaders, and describe
// identity by race, history, politics and culture, beside power and threat; that clients too believe their like more is
// ours. Our affinity is likeness at the United Nations unless a scenario gives it.
//
// By hand: a patron whose partners differ from it by 0.4 on average loses 6 × 0.4 = 2.4 logits; from partners of a
// likeness of 0.5 a client counts on half of what they promise.
type CollectiveIdentity struct {
	Security   float64 `toml:"security" range:"[0,300]" unit:"logits for a danger wholly removed" prior:"30" why:"as in the default rule of 0.2.0"`
	Interest   float64 `toml:"interest" range:"[0,300]" unit:"logits for a danger wholly removed from a partner as capable as the rival" prior:"30" why:"as in the default rule of 0.2.0"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
	Identity   float64 `toml:"identity" range:"[0,50]" unit:"logits for partners wholly unlike" prior:"6" why:"four times the unlikeness of the default rule, since here identity decides"`
}

func (p *CollectiveIdentity) reasons() []reason {
	return []reason{
		{Security, &p.Security, believedSecurity},
		{Interest, &p.Interest, interest},
		{Unlikeness, &p.Identity, strangersAtOneTable},
		{Reluctance, &p.Reluctance, reluctance},
	}
}

// believedSecurity is security, with each promise believed by how like the other is.
var believedSecurity = measure{
	func(r *Run, a int, weight float64) float64 {
		t, i := &r.talks, r.talks.seats[a]
		return weight * (r.danger(i, t.without[a]) - r.danger(i, t.without[a]+r.trusted(a)))
	},
	func(r *Run, a int, weight float64) Working {
		t, i := &r.talks, r.talks.seats[a]
		return weighed(weight, made("-", r.dangerWorked(i, t.without[a]).called("danger without"),
			r.dangerWorked(i, t.without[a]+r.trusted(a)).called("danger with what is believed")))
	},
}

// strangersAtOneTable is how unlike its partners a patron is, which it minds where it would sit with many at once.
var strangersAtOneTable = measure{
	func(r *Run, a int, weight float64) float64 {
		if !r.patronOfMany(a) {
			return 0
		}
		return unlikeness.of(r, a, weight)
	},
	func(r *Run, a int, weight float64) Working {
		if !r.patronOfMany(a) {
			return weighed(weight, leaf("it is no patron at a table of many", 0))
		}
		return unlikeness.worked(r, a, weight)
	},
}

// trusted is what the others' promises add for the state on seat a, each believed by how like the other is.
func (r *Run) trusted(a int) float64 {
	t, n, m := &r.talks, r.w.N(), len(r.talks.seats)
	sum := 0.0
	for b, j := range t.seats {
		sum += float64(t.expect[b] * t.gain[b*m+a] * r.w.affinity[r.Tick][t.seats[a]*n+j])
	}
	return sum
}
