package sim

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// TwinFigures holds what a measured twin has in place of figures that are coded by hand: the line through the stances,
// by distance between UN ideal points (Bailey, Strezhnev & Voeten 2017, JCR 61(2)), and means of the rubrics' figures.
// The means are over the rivals of europe-1947, asia-1950, asia-1991 and pacific-2025, over their states that are no
// rivals, for contest over all that they say of it, and over their shocks with what soothes counted below 0; a test
// finds them again. A figure that changes counts once, with the mean of its values.
type TwinFigures struct {
	Level       float64 `toml:"stance_level" range:"[-1,1]" unit:"stance of a government that votes as the leading power does"`
	Slope       float64 `toml:"stance_slope" range:"[0,1]" unit:"stance lost per unit of distance between UN ideal points"`
	Contest     float64 `toml:"contest" range:"[0,1]" unit:"what each rival disputes with each state"`
	Tradition   float64 `toml:"autonomy_tradition" range:"[0,1]" unit:"tradition of non-alignment of each state"`
	Spread      float64 `toml:"spread" range:"[0,1]" unit:"half the distance between the parties of each state but the leading power"`
	Projection  float64 `toml:"projection" range:"[0,1]" unit:"projection of each state but the leading power"`
	Offence     float64 `toml:"offence" range:"[0,1]" unit:"offensive means of each rival"`
	Tempo       float64 `toml:"tempo" range:"[0,50]" unit:"moves a year of each rival"`
	Move        float64 `toml:"move" range:"[0,1]" unit:"size of one move of each rival"`
	Retaliation float64 `toml:"retaliation" range:"[0,1]" unit:"chance that each rival punishes a signature in trade"`
	Overt       float64 `toml:"overt" range:"[0,1]" unit:"size of each overt shock, alarming or soothing"`
	GreyZone    float64 `toml:"grey_zone" range:"[0,1]" unit:"size of each grey-zone shock, alarming or soothing"`
	Coercion    float64 `toml:"coercion" range:"[0,1]" unit:"size of each shock of coercion, alarming or soothing"`
	Abandonment float64 `toml:"abandonment" range:"[0,1]" unit:"size of each shock of abandonment, or of its opposite"`
}

// Measured is the twin of a scenario in which no figure is coded by hand but geography, dates and what the table's leading power
// thinks: what would the theory say if nobody had read the documents? A coder who knows how a story ended may leak it; the twin
// has nothing to leak. What data sets hold stays: capability, trade, regimes, votes, changes of government, ties and the texts of
// clauses. What governments think of a clause is taken from their votes:
//
//	stance_i = stance_level - stance_slope × |ideal point_i - ideal point of the leading power|, within -1 and 1
//
// The two are a least-squares line through the hand-coded stances of the scenarios of version 0.2 (left-out R² 0.41). On
// which days the stances were read was not kept, so that the line, 0.44 - 0.29 × distance, cannot be found again to the last digit;
// read on the day on which talks open, the same scenarios give 0.45 - 0.31 × distance today. It is to be found anew once the record
// is broader. As the two were found from coded stances they have seen, in two numbers, some of what they stand in for. The leading
// power is the strongest founder of the headline clause on the day on which talks open; it keeps its own stance, also where it has
// one on a single clause, its centre, spread and projection, the one part of the coding that no vote can tell.
//
// A rubric's figure that no data set holds is the same for everybody, its mean over the scenarios of 0.2: it can then
// tell nobody apart. Quarrels and likeness given by hand go, and likeness follows from votes. A shock is as large as
// others of its kind, and felt by distance (felt.go); what a new leader is said to think goes with the shock that
// brought him. What is promised is believed in full: a commitment of 1 is no mean, but what a scenario has that says
// nothing of it. A history has the constants of the present.
//
// By hand, with 0.44 and 0.29: a state at 0.2 with the leading power at 1.7 is 1.5 apart, so that its stance is 0.44 -
// 0.435 = 0.005.
//
// What stays of the coder's hand: whether a rival goes by the grey zone or openly, that a shock was one, and the depth of texts.
func Measured(s Scenario) Scenario {
	m := &s.Parameters.Measured
	if s.Past != nil {
		past := s.Past.Scenario
		past.Parameters = s.Parameters
		s.Past = &Past{Scenario: Measured(past)}
	}
	lead := s.StrongestFounder()
	s.States = maps.Clone(s.States)
	for id, st := range s.States {
		st.Contest = map[string]Series{}
		for rival := range s.Rivals {
			if rival != id {
				st.Contest[rival] = Const(m.Contest)
			}
		}
		st.Tradition, st.Commitment = Const(m.Tradition), Const(1)
		if id != lead {
			st.Stance = s.voted(id, lead)
			st.Centre, st.Spread, st.Projection = nil, Const(m.Spread), Const(m.Projection)
		}
		s.States[id] = st
	}
	s.Rivals = maps.Clone(s.Rivals)
	for id, r := range s.Rivals {
		r.Offence, r.Tempo, r.Move, r.Retaliation = Const(m.Offence), Const(m.Tempo), Const(m.Move), Const(m.Retaliation)
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
			k.Size = math.Copysign(does.mean(m), k.Size)
			if k.Actor != "" {
				k.Felt = nil
			}
			s.Shocks[id] = k
		}
	}
	s.Coded = stillCoded(s.Coded, lead)
	s.Overrides = append(slices.Clone(s.Overrides), m.told(s.States[lead].Name)...)
	return s
}

// told says what a twin departs in, as paths and values. Only the last line is not the same for all twins: who leads, by name.
func (m *TwinFigures) told(lead string) []string {
	var shocks, none []string
	for _, kind := range slices.Sorted(slices.Values(ShockKinds())) {
		switch does := effectOf(kind); does.twin {
		case atMean:
			shocks = append(shocks, fmt.Sprintf("%s %g", kind, does.mean(m)))
		case leftOut:
			none = append(none, string(kind)+" none")
		}
	}
	return []string{
		"inputs = measured",
		fmt.Sprintf("states.*.stance = %g - %g × UN distance from the leading power, which keeps its own", m.Level, m.Slope),
		fmt.Sprintf("states.* = contest %g, autonomy_tradition %g, spread %g, projection %g, commitment 1", m.Contest,
			m.Tradition, m.Spread, m.Projection),
		fmt.Sprintf("rivals.* = offence %g, tempo %g, move %g, retaliation %g", m.Offence, m.Tempo, m.Move, m.Retaliation),
		"relations, clauses.*.stance but that of the leading power, clauses.*.blessing = none; likeness by votes",
		"shocks.* = " + strings.Join(shocks, ", ") + ", felt by distance; " + strings.Join(none, ", "),
		"leading power = " + lead,
	}
}

// StrongestFounder is the strongest founder of the headline clause when its talks open; of equals the first by id. It leads the
// clause unless a stronger power outside presses for it or against it (sponsorship.go).
func (s *Scenario) StrongestFounder() string {
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
	m := &s.Parameters.Measured
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
		all = append(all, Point{d, clamp(m.Level-float64(m.Slope*apart), -1, 1)})
	}
	return all
}
