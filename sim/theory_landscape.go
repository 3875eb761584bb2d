package sim

// Landscape is the rule of Axelrod & Bennett (1993, "A Landscape Theory of Aggregation", British Journal of Political
// Science 23(2), 211-233): states fall into two camps so that each is as little as possible apart from those it would work
// with and together with those it would not. A state moves to the camp in which its frustration is less:
//
//	F_i(camp) = Σ_j s_j p_ij d_ij        d_ij the chance that j is in the other camp
//	utility   = camp × [F_i(with the rival) - F_i(with the clause)] / Σ_j s_j c_j - reluctance
//
// The camps are the clause's, in which each at the table is with the chance that it is expected, and the rival's, with
// those of its allies whom no clause asks to stand against it; c_j is the chance that j is in either, and s is capability
// (CINC). The propensity p_ij is what the two have in common less what divides them, each
// counting as much at its worst as any other:
//
//	p_ij = (1 - 2 |polyarchy_i - polyarchy_j|) + (2 affinity_ij - 1) - 2 friction_ij - 2 contest_ij
//
// contest is that of a rival with a state. The authors took ethnic and religious ties, borders, regimes and past wars for
// 1936-39, in equal parts (memory). That a state may be in neither camp, that the camps are given, and the division by
// sizes, which keeps the term apart from the size of the scenario, are ours. Threat, ties already held and the worth of a
// promise do not count. Energy over all camps is in networks/camps.go.
//
// By hand: a rival of size 0.2 with p = -2 and a partner of size 0.1 with p = +1 give F(with the rival) = 0.1 and F(with
// the clause) = -0.4; the difference of 0.5 over sizes of 0.3 makes 1.67, and 2 logits of camp 3.3.
type Landscape struct {
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
	Camp       float64 `toml:"camp" range:"[0,50]" unit:"logits for a mean propensity of 1 towards one's camp, net of the other" prior:"2" why:"a propensity of 1 moves the odds sevenfold"`
}

func (p *Landscape) reasons() []reason {
	return []reason{{Reluctance, &p.Reluctance, reluctance},
		{Camp, &p.Camp, product(1, factor{"mean propensity towards the camp", (*Run).pull})}}
}

// pull is how much less frustrated the state on seat a is in the camp of the clause than in that of the rival.
func (r *Run) pull(a int) float64 {
	capability, i := r.w.capability[r.Tick], r.talks.seats[a]
	pull, size := 0.0, 0.0
	for j := range r.w.N() {
		if j == i {
			continue
		}
		s := capability[j]
		if in := r.side(j); in != 0 {
			pull += float64(s * r.propensity(i, j) * in)
			size += float64(s * max(in, -in))
		}
	}
	if size > 0 {
		pull /= size
	}
	return pull
}

// approves is what a member makes of a newcomer j: what it is to have it in one's own camp and not in neither. The sum is that of
// the utility, with j in.
//
//	goodwill + camp × s_j p_ij / Σ_k s_k c_k
func (p *Landscape) approves(r *Run, a, b int) float64 {
	i, newcomer := r.talks.seats[a], r.talks.seats[b]
	size := 0.0
	for j := range r.w.N() {
		if in := r.side(j); j != i {
			size += float64(r.w.capability[r.Tick][j] * max(in, -in))
		}
	}
	size += float64((1 - r.talks.expect[b]) * r.w.capability[r.Tick][newcomer])
	u := r.w.Parameters.Common.Goodwill
	if size > 0 {
		u += float64(p.Camp * r.w.capability[r.Tick][newcomer] * r.propensity(i, newcomer) / size)
	}
	return u
}

// side is where j stands: 1 with the clause, less if it is not sure to be there; -1 with the rivals that the clause is
// against; 0 with neither.
func (r *Run) side(j int) float64 {
	for _, q := range r.w.clauses[r.talks.clause].against {
		if s := r.w.rivals[q].state; s == j || r.ally[s].Has(j) && !r.w.rivals[q].asked[j] {
			return -1
		}
	}
	if b := r.talks.seat[j]; b >= 0 {
		return r.talks.expect[b]
	}
	return 0
}

// propensity is how much two states would rather be in one camp: 2 at most, down to -6, and -8 between two rivals.
func (r *Run) propensity(i, j int) float64 {
	n, k, t := r.w.N(), len(r.w.rivals), r.Tick
	apart := r.w.polyarchy[t][i] - r.w.polyarchy[t][j]
	p := (1 - 2*max(apart, -apart)) + float64(2*r.w.affinity[t][i*n+j]-1) - float64(2*r.w.friction[t][i*n+j])
	for q := range r.w.rivals {
		switch r.w.rivals[q].state {
		case j:
			p -= 2 * r.w.contest[t][i*k+q]
		case i:
			p -= 2 * r.w.contest[t][j*k+q]
		}
	}
	return p
}
