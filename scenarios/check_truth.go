package scenarios

import (
	"slices"

	"entente/sim"
)

// truth holds the record of a clause to what can have been.
func (d *decoder) truth(s *sim.Scenario, t sim.Truth, c sim.Clause, path string) {
	for _, id := range t.NotAsked {
		switch {
		case slices.Contains(t.Candidates, id):
			d.wrongName(path+".not_asked", id, "names %s, which is among the candidates", id)
		case t.Signed[id] != 0:
			d.wrongName(path+".not_asked", id, "names %s, which signed", id)
		}
	}
	for _, id := range sorted(t.Members) {
		switch {
		case t.InForce == 0 && len(c.Members) == 0:
			d.wrongName(path+".members", id, "names %s, but the clause never came into force: in_force is not given", id)
		case t.Members[id] != 0 && t.Members[id] < t.Signed[id]:
			d.wrong(path+".members."+id, "is %s, before it signed in %s", t.Members[id].Text(), t.Signed[id].Text())
		}
	}
	for key, dates := range map[string]map[string]sim.Date{"left": t.Left, "suspended": t.Suspended, "notice": t.Notice} {
		for _, id := range sorted(dates) {
			_, was := c.Members[id]
			if joined, ok := t.Joined(id); !was && (!ok || dates[id] != 0 && dates[id] < joined) {
				d.wrongName(path+"."+key, id, "names %s, which was no member then", id)
			}
		}
	}
	for _, id := range sorted(t.Refused) {
		if _, joined := t.Members[id]; !joined && t.Signed[id] == 0 {
			d.wrongName(path+".refused", id, "names %s, which did not sign: there was nothing to refuse", id)
		}
	}
	if t.Ended != 0 && (t.InForce == 0 && len(c.Members) == 0 || t.Ended < t.InForce) {
		d.wrong(path+".ended", "is %s, when the clause was not in force", t.Ended.Text())
	}
	for _, id := range sorted(t.Ties) {
		if bare(id) {
			d.pair(s, id, path+".ties."+id)
		}
	}
}

// targets holds what a hindcast must reach to what it can.
func (d *decoder) targets(t sim.Targets) {
	for _, x := range []struct {
		key   string
		value float64
		most  float64
	}{{"brier", t.Brier, 1}, {"log_score", t.Log, 10}, {"accuracy", t.Accuracy, 1}} {
		if path := "targets." + x.key; d.root.get(path) != nil && !d.faults.within(path) && !(x.value > 0 && x.value <= x.most) {
			d.wrong(path, "is %s, must be above 0 and at most %s", d.root.get(path).text(), short(x.most))
		}
	}
}
