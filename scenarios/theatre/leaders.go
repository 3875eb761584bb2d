package theatre

import (
	"cmp"
	"slices"

	"entente/sim"
)

// rulers are the leaders of states with their terms.
type rulers struct {
	sys      system
	of       map[string][]term
	from, to sim.Date // the terms on record end between
}

type term struct{ start, end sim.Date }

func (x *rulers) add(state string, t term) {
	if x.from == 0 {
		x.from = t.end
	}
	x.from, x.to = min(x.from, t.end), max(x.to, t.end)
	x.of[state] = append(x.of[state], t)
}

// starts are the days on which a leader came to office in a state, in order, each with whether another had just left it: who
// comes first after independence or occupation changes no government.
func (x *rulers) starts(s *Polity) (at []sim.Date, change []bool) {
	if x == nil {
		return nil, nil
	}
	var terms []term
	for _, name := range s.ever(x.sys) {
		terms = append(terms, x.of[name]...)
	}
	slices.SortFunc(terms, func(a, b term) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	const vacant = 0.25 // years without a leader after which the next one begins anew
	for k, t := range terms {
		at = append(at, t.start)
		change = append(change, k > 0 && t.start-terms[k-1].end < vacant)
	}
	return at, change
}

// World's rate of changes of leader, 0.157 a year in 1946-2014 (Archigos), of which one change is the weight of the prior.
const worldsRate = 0.157

// rate is how many changes of government are expected a year, from so many changes in so many years. Few years say little, so each
// rate is drawn to the world's as if one change had been seen there, which is the mean of a gamma prior worth one change:
//
//	volatility = (changes + 1) / (years + 1 / 0.157)
func rate(changes int, years float64) float64 { return (float64(changes) + 1) / (years + 1/worldsRate) }

// changes counts the changes of leader of a state between two days, and the years of them that are on record: Archigos
// as far as it goes, then REIGN. Not ok if none of it is, or none of the last two years.
func (d *Data) changes(s *Polity, from, to sim.Date) (n int, years float64, ok bool) {
	seam := from
	for _, x := range []*rulers{d.rulers, d.later} {
		if x == nil {
			continue
		}
		at, change := x.starts(s)
		if len(at) == 0 {
			continue
		}
		begin, end := max(seam, x.from, at[0]), min(to, x.to)
		if begin >= end {
			continue
		}
		for k := range at {
			if at[k] >= begin && at[k] < end && change[k] {
				n++
			}
			if at[k] > begin && at[k] < end && !change[k] && k > 0 { // a state that began anew
				n, years, begin = 0, 0, at[k]
			}
		}
		years += float64(end - begin)
		seam = end
	}
	const behind = 2 // years that the record may end before the day
	return n, years, years > 0 && to-seam < behind
}
