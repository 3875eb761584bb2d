package sim

// feltByDistance is who feels a shock, and how much of it, where the scenario names nobody: what its actor can do far from
// home is heard of far away, and what it cannot is not. The share falls with the distance of a capital from the place of the
// shock by the actor's own reach in aid.go (Boulding 1962), as its means do.
//
//	felt_i = reach(distance from the place to i, projection of the actor)
//
// The place is the actor's capital if none is given. The actor itself feels nothing. That fear travels as means do is
// judgement: what is known of a shock should be named in felt instead.
// By hand: an actor without projection whose means fall to 1/e at 1000 km is heard of in full where it strikes, to 0.3679 at
// 1000 km and to 0.1353 at 2000.
func (w *World) feltByDistance(s *Shock, tick int) []felt {
	actor, ok := w.Scenario.States[s.Actor]
	if !ok {
		panic("sim: a shock without an actor names nobody who feels it: the reader let it through")
	}
	latitude, longitude := s.Latitude, s.Longitude
	if latitude == 0 && longitude == 0 {
		latitude, longitude = actor.Latitude, actor.Longitude
	}
	projection := actor.Projection.At(w.Calendar.Date(tick))
	var all []felt
	for i, id := range w.States {
		if id == s.Actor {
			continue
		}
		at := w.Scenario.States[id]
		share := w.Parameters.Aid.reach(kilometres(latitude, longitude, at.Latitude, at.Longitude), projection)
		all = append(all, felt{i, share, share * s.Size})
	}
	return all
}
