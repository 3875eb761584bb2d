package sim

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// Measured is the twin of a scenario in which no figure is coded by hand but geography, dates and what the table's leading power
// thinks: what would the theory say if nobody had read the documents? A coder who knows how a story ended may leak it; the twin
// has nothing to leak. What data sets hold stays: capability, trade, regimes, votes, changes of government, ties and the texts of
// clauses. What governments think of a clause is taken from their votes:
//
//	stance_i = 0.44 - 0.29 × |ideal point_i - ideal point of the leading power|, within -1 and 1
//
// These two numbers are a least-squares line through the hand-coded stances of the scenarios of version 0.2 (left-out
// R² 0.41). On which days the stances were read was not kept, so that the line cannot be found again to the last digit;
// read on the day on which talks open, the same scenarios give 0.45 - 0.31 × distance today. It is to be found anew
// once the record is broader. As the two numbers were found from coded stances they have seen, in two numbers, some of
// what they stand in for. The leading power is the strongest founder of the headline clause on the day on which talks
// open; it keeps its own stance, also where it has one on a single clause, its centre, spread and projection, the one
// part of the coding that no vote can tell.
//
// A rubric's figure that no data set holds is the same for everybody, its mean over the scenarios of 0.2: it can then tell nobody
// apart. Quarrels and likeness given by hand go, and likeness follows from votes. A shock is as large as others of its kind, and
// felt by distance (felt.go); what a new leader is said to think goes with the shock that brought him.
//
// By hand: a state at 0.2 with the leading power at 1.7 is 1.5 apart, so that its stance is 0.44 - 0.435 = 0.005.
//
// What stays of the coder's hand: whether a rival goes by the grey zone or openly, that a shock was one, and the depth of texts.
func Measured(s Scenario) Scenario {
	if s.Past != nil {
		s.Past = &Past{Scenario: Measured(s.Past.Scenario)}
	}
	lead := s.Leads()
	s.States = maps.Clone(s.States)
	for id, st := range s.States {
		st.Contest = map[string]Series{}
		for rival := range s.Rivals {
			if rival != id {
				st.Contest[rival] = Const(meanContest)
			}
		}
		st.Tradition, st.Commitment = Const(meanTradition), Const(1)
		if id != lead {
			st.Stance = s.voted(id, lead)
			st.Centre, st.Spread, st.Projection = nil, Const(meanSpread), Const(meanProjection)
		}
		s.States[id] = st
	}
	s.Rivals = maps.Clone(s.Rivals)
	for id, r := range s.Rivals {
		r.Offence, r.Tempo, r.Move, r.Retaliation = Const(meanOffence), Const(meanTempo), Const(meanMove), Const(meanRetaliation)
		s.Rivals[id] = r
	}
	s.Relations = nil
	s.Clauses = maps.Clone(s.Clauses)
	for id, c := range s.Clauses {
		c.Stance, c.Blessing = keep(c.Stance, func(id string) bool { return id == lead }), nil
		s.Clauses[id] = c
	}
	s.Shocks = maps.Clone(s.Shocks)
	maps.DeleteFunc(s.Shocks, func(_ string, k Shock) bool { return effectOf(k.Kind).twin == leftOut })
	for id, k := range s.Shocks {
		if does := effectOf(k.Kind); does.twin == atMean {
			k.Size = math.Copysign(does.mean, k.Size)
			if k.Actor != "" {
				k.Felt = nil
			}
			s.Shocks[id] = k
		}
	}
	s.Overrides = append(slices.Clone(s.Overrides), measuredTold(s.States[lead].Name)...)
	return s
}

// The line through the coded stances.
const (
	votedLevel = 0.44
	votedSlope = 0.29 // a unit of distance between UN ideal points (Bailey, Strezhnev & Voeten 2017, JCR 61(2))
)

// Means of the rubrics' figures over the rivals of europe-1947, asia-1950, asia-1991 and pacific-2025, over their
// states that are no rivals, and for contest over all that they say of it. A figure that changes counts once, with the
// mean of its values.
const (
	meanContest     = 0.32
	meanTradition   = 0.31
	meanSpread      = 0.25
	meanProjection  = 0.26
	meanOffence     = 0.62
	meanTempo       = 4.9
	meanMove        = 0.16
	meanRetaliation = 0.21
)

// measuredTold says what a twin departs in, as paths and values. Only the last line is not the same for all twins: who
// leads, by name.
func measuredTold(lead string) []string {
	var shocks, none []string
	for _, kind := range slices.Sorted(slices.Values(ShockKinds())) {
		switch does := effectOf(kind); does.twin {
		case atMean:
			shocks = append(shocks, fmt.Sprintf("%s %g", kind, does.mean))
		case leftOut:
			none = append(none, string(kind)+" none")
		}
	}
	return []string{
		"inputs = measured",
		fmt.Sprintf("states.*.stance = %g - %g × UN distance from the leading power, which keeps its own", votedLevel, votedSlope),
		fmt.Sprintf("states.* = contest %g, autonomy_tradition %g, spread %g, projection %g, commitment 1", meanContest, meanTradition, meanSpread, meanProjection),
		fmt.Sprintf("rivals.* = offence %g, tempo %g, move %g, retaliation %g", meanOffence, meanTempo, meanMove, meanRetaliation),
		"relations, clauses.*.stance but that of the leading power, clauses.*.blessing = none; likeness by votes",
		"shocks.* = " + strings.Join(shocks, ", ") + ", felt by distance; " + strings.Join(none, ", "),
		"leading power = " + lead,
	}
}

// Leads is the table's leading power: the strongest founder of the headline clause when its talks open; of equals the first by
// id.
func (s *Scenario) Leads() string {
	c, lead := s.Clauses[s.Headline], ""
	at := func(id string) float64 { return s.States[id].Capability.At(c.Opens) }
	for _, id := range sorted(c.Founders) {
		if lead == "" || at(id) > at(lead) {
			lead = id
		}
	}
	return lead
}

// voted is what votes say that a government thinks of a clause with the leading power, every year and wherever either moves
// otherwise.
func (s *Scenario) voted(id, lead string) Series {
	one, other := s.States[id].IdealPoint, s.States[lead].IdealPoint
	days := map[Date]bool{s.Start: true, s.End: true}
	for _, series := range []Series{one, other} {
		for _, p := range series {
			if p.Date != 0 { // a figure that does not move has no day
				days[p.Date] = true
			}
		}
	}
	for y := math.Ceil(float64(s.Start)); y <= float64(s.End); y++ {
		days[Date(y)] = true
	}
	var all Series
	for _, d := range slices.Sorted(maps.Keys(days)) {
		apart := math.Abs(one.At(d) - other.At(d))
		all = append(all, Point{d, clamp(votedLevel-float64(votedSlope*apart), -1, 1)})
	}
	return all
}
