package scenarios

import (
	"slices"

	"entente/sim"
)

func (d *decoder) shock(s *sim.Scenario, x sim.Shock, path string) {
	random := x.Hazard != 0 || d.faults.within(path+".hazard")
	given := func(key string) bool { return d.root.get(path+"."+key) != nil }
	switch at, named := d.root.get(path+".felt"), given("felt"); {
	case named && at.table != nil && len(at.table) == 0, named && at.items != nil && len(at.items) == 0:
		d.wrong(path+".felt", "is empty: name who feels it, or leave it out and it is felt by distance")
	case !named && slices.Contains(sim.ShockKinds(), x.Kind) && !x.Kind.Spreads():
		d.wrong(path, "lacks felt: a shock of kind %s does not spread by distance, so say whom it is about", x.Kind)
	case named && (given("latitude") || given("longitude")):
		d.wrong(path+"."+map[bool]string{true: "latitude", false: "longitude"}[given("latitude")],
			"says where it struck, which counts only where felt is not given")
	case given("latitude") != given("longitude"):
		d.wrong(path, "has a latitude or a longitude; a place has both")
	case given("latitude") && x.Latitude == 0 && x.Longitude == 0:
		d.wrong(path+".latitude", "is 0 and so is the longitude, which stands for no place: for one in the Gulf of Guinea write 0.001")
	}
	switch {
	case !random && !given("date"):
		d.wrong(path, "has no date and no hazard; give it one of them")
	case !random && given("until"):
		d.wrong(path+".until", "ends the window of a random shock, and this one has no hazard")
	case !random && x.Date != 0 && s.End != 0 && (x.Date < s.Start || x.Date > s.End):
		d.wrong(path+".date", "is %s, outside the scenario's %s to %s", x.Date.Text(),
			s.Start.Text(), s.End.Text())
	case random && x.Date != 0 && s.End != 0 && x.Date > s.End:
		d.wrong(path+".date", "is %s, after the end of the scenario in %s", x.Date.Text(), s.End.Text())
	case x.Until != 0 && x.Until < max(x.Date, s.Start):
		d.wrong(path+".until", "is %s, before the window begins in %s", x.Until.Text(),
			max(x.Date, s.Start).Text())
	}
	if x.Kind == sim.Leadership || x.Kind == "" {
		return
	}
	if given("stance") {
		d.wrong(path+".stance", "is that of a new government, and a shock of kind %s brings none", x.Kind)
	}
	_, known := s.States[x.Actor]
	switch _, rival := s.Rivals[x.Actor]; {
	case !given("actor"):
		d.wrong(path, "lacks an actor: only a change of government comes about without one")
	case known && len(s.Rivals) > 0 && !rival && !x.Kind.ShakesTrust():
		d.wrong(path+".actor", "is %s, which is no rival; what it does alarms nobody%s", x.Actor,
			d.faults.suggest(x.Actor, sorted(s.Rivals)))
	}
}
