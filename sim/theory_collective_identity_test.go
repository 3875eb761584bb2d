package sim

import "testing"

func TestCollectiveIdentityByHand(t *testing.T) {
	set := func(p *Parameters) {
		p.CollectiveIdentity = CollectiveIdentity{Security: 30, Interest: 20, Reluctance: 2.5, Identity: 6}
	}
	r := tabled(twoByTwo(), "collective-identity", set)
	// The 0.075 that the patron adds is believed by 0.6.
	near(t, "client", r.says("CLI")[Security], 30*(danger(0.5, 0.145)-danger(0.5, 0.19)))
	s := threeWay()
	s.Relations = map[string]Relation{"CLI-PAT": {Affinity: Const(0.6)}, "BYS-PAT": {Affinity: Const(0.2)}}
	near(t, "a table of strangers", tabled(s, "collective-identity", set).says("PAT")[Unlikeness], -6*0.6)
}

// Hemmer and Katzenstein: a patron gives a seat at one table to those it takes for its own, and deals with others one by
// one.
func TestHemmerAndKatzensteinSeatTheLike(t *testing.T) {
	set := func(p *Parameters) {
		p.CollectiveIdentity = CollectiveIdentity{Security: 30, Interest: 20, Reluctance: 0, Identity: 6}
	}
	table := func(s Scenario, affinity float64) float64 {
		s.Relations = map[string]Relation{"CLI-PAT": {Affinity: Const(affinity)}}
		if _, three := s.States["BYS"]; three {
			s.Relations["BYS-PAT"] = Relation{Affinity: Const(affinity)}
		}
		r := tabled(s, "collective-identity", set)
		return r.says("PAT")[Unlikeness]
	}
	if like, unlike := table(threeWay(), 1), table(threeWay(), 0.1); like != 0 || unlike > -5 {
		t.Errorf("at a table of its like the patron loses %v, at one of strangers %v", like, unlike)
	}
	if alone := table(twoByTwo(), 0.1); alone != 0 {
		t.Errorf("alone with a stranger the patron loses %v", alone)
	}
}
