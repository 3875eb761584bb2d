package sim

import "slices"

// admits tells whether the members of clause c consent to the accession of i (Turkey and Hungary kept Finland and
// Sweden waiting in 2022-24). A member that says no says so until its government changes or thinks again.
func (r *Run) admits(c, i int) bool {
	r.agree(c)
	return r.consent(c, i, func(j int) bool { return r.bound(c, j) })
}

// welcome takes from the willing founders those whom others will not have at the table: the states that the clause
// cannot do without, and those that have signed already. Spain wanted in and was not asked; Italy and Portugal were
// argued over (1949).
func (r *Run) welcome(c int) {
	clause, n := &r.w.clauses[c], r.w.N()
	r.agree(c)
	for _, i := range clause.invited[:clause.founders] {
		if p := c*n + i; r.willing[p] && !slices.Contains(clause.required, i) {
			r.willing[p] = r.consent(c, i, func(j int) bool {
				return slices.Contains(clause.required, j) || r.status[c*n+j] == signed || r.status[c*n+j] == ratified
			})
		}
	}
}

// consent tells whether enough of the voters at the table would have i, by the clause's own rule. A member votes by chance, as it signs;
// where nobody is asked, all consent.
//
//	P(j says yes) = 1 / (1 + exp(-approves_j(i) / noise))
func (r *Run) consent(c, i int, voter func(j int) bool) bool {
	rule := r.w.clauses[c].consent
	if rule == NoConsent {
		return true
	}
	t := &r.talks
	votes, yes := 0, 0
	for a, j := range t.seats {
		if j == i || !voter(j) {
			continue
		}
		votes++
		key := r.w.pairKey[i*r.w.N()+j] ^ r.w.clauses[c].key
		u := r.approves(a, t.seat[i])
		if r.luck.roll(consents, key, r.reviewedAt[j]) < r.w.Parameters.Common.chance(u) {
			yes++
		}
	}
	if rule == Majority && votes > 0 {
		return 2*yes > votes
	}
	return yes == votes
}

// approves is what the member on seat a makes of one more at the table, on seat b, in logits: over a stock of goodwill,
// what its presence changes by the world's rule, unless the rule is an admitter.
func (r *Run) approves(a, b int) float64 {
	if p, ok := r.w.rule.(admitter); ok {
		return p.approves(r, a, b)
	}
	with := func(e float64) float64 {
		return r.supposing(b, e, func() float64 { return r.utilityOf(a) })
	}
	return r.w.Parameters.Common.Goodwill + (with(1) - with(0))
}

// supposing is a figure as it would be if the state on seat b were expected with chance e. The table is left as it was.
func (r *Run) supposing(b int, e float64, figure func() float64) float64 {
	t := &r.talks
	was := t.expect[b]
	t.expect[b] = e
	r.sum()
	v := figure()
	t.expect[b] = was
	r.sum()
	return v
}

// admitter is a rule that says in its own words what a newcomer is worth, in logits over goodwill.
type admitter interface {
	approves(r *Run, a, b int) float64
}

// approves is what the default rule makes of a newcomer: security, the wars it may bring and the quarrel with it. Member i
// makes of newcomer j:
//
//	goodwill + security × [p_i(with_i less j's gain) - p_i(with_i and j's gain in full)]
//	         - entrapment × duty_ij × p_j(with_j) × (1 - overlap_ij)
//	         - friction × friction_ij ^ quarrel - unlikeness × (1 - affinity_ij) - disputes × brought_ij
//
// It is not what j's presence changes in the utility of i, by which members vote under other theories. Friction there
// is the worst quarrel at the table and unlikeness the mean, so that a lesser quarrel would be let in for nothing and
// one less unlike than the others would be a gain; a vote is on the newcomer alone. Interest and what the government
// thinks of the clause are not about j and stay out. That is judgement, as goodwill is. p_j is
// that of entrapment.go: who votes is expected with certainty, so that with_j holds i's gain in full.
//
// By hand, goodwill 3, security 20, friction 5 and quarrel 2: a newcomer that takes a danger of 0.02 off the member and has a quarrel of
// 0.4 with it, all else 0, is worth 3 + 20 × 0.02 - 5 × 0.16 = 2.6.
func (p *Weights) approves(r *Run, a, b int) float64 {
	t, m, n := &r.talks, len(r.talks.seats), r.w.N()
	i, j := t.seats[a], t.seats[b]
	without, with := t.aided(a, b)
	u := r.w.Parameters.Common.Goodwill + float64(p.Security*(r.danger(i, without)-r.danger(i, with)))
	unshared := 1 - overlap(r.fear(i), r.fear(j))
	u -= float64(p.Entrapment * t.duty[a*m+b] * r.danger(j, t.with[b]) * unshared)
	if p.Disputes > 0 {
		u -= float64(p.Disputes * r.brought(i, j, unshared))
	}
	return u - float64(p.Friction*r.w.Parameters.Common.quarrel(r.w.friction[r.Tick][i*n+j])) - float64(p.Unlikeness*(1-r.w.affinity[r.Tick][i*n+j]))
}
