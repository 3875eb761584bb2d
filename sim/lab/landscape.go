package lab

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"entente/sim/lab/stats"
	"entente/sim/networks"
)

// Landscape is the search of a landscape for its local minima (Axelrod & Bennett 1993; sim/networks/camps.go tells the theory).
type Landscape struct {
	Head
	Actors    []string    `json:"actors"`          // by name, in the order of the file
	Strengths []float64   `json:"strengths"`       // of each, as the file has them
	Exact     bool        `json:"exact"`           // every configuration was looked at; else random starts were followed down
	Starts    int         `json:"starts"`          // configurations asked for: all of them, or the random starts
	Followed  int         `json:"starts_followed"` // fewer if interrupted; basins are then those of these starts
	Minima    []Alignment `json:"minima"`          // from the lowest energy up
}

// Alignment is a local minimum: a configuration that no actor would leave on its own.
type Alignment struct {
	Energy      float64     `json:"energy"`      // strength² × propensity, each pair counted twice
	Camps       []int       `json:"camps"`       // of each actor: 1 is the camp of the first actor, 2 the other
	Basin       stats.Share `json:"basin"`       // starts that end here; its interval is that of luck, if starts were drawn
	Frustration []float64   `json:"frustration"` // of each actor: strength × propensity
	Elsewhere   []float64   `json:"elsewhere"`   // what it would be if it alone changed camp
	Indifferent []string    `json:"indifferent"` // actors who would as soon be in the other camp
	Names       [][]string  `json:"names"`       // of the actors in camp 1 and camp 2; one camp only if nobody is apart
}

// Up to MostExact actors every configuration is looked at: 2^25 of them, a few seconds and 128 MB.
const MostExact = 26

// MostMinima is how many local minima a search keeps. A landscape with more has hardly any relief: most of its actors do
// not mind where they are.
const MostMinima = 10_000

// ErrFlat is a landscape with more than MostMinima local minima.
var ErrFlat = fmt.Errorf("more than %d local minima: hardly any actor minds which camp it is in, so the landscape has no "+
	"shape; are there actors whose propensities are all 0?", MostMinima)

// SearchLandscape finds the local minima of a landscape: all of them up to MostExact actors, else those that the steepest ways
// down from random starts lead to; minima with small basins may then be missed. opts.Runs is the number of starts. If ctx
// is cancelled, what it returns holds the minima found so far. The error is ErrFlat.
func SearchLandscape(ctx context.Context, file string, names []string, l *networks.Landscape, opts Options) (*Landscape, error) {
	s := &Landscape{
		Head: fileHead("landscape", "start", file), Actors: names, Strengths: l.Strength, Exact: len(names) <= MostExact,
		Minima: []Alignment{},
	}
	var err error
	if s.Exact {
		err = s.walk(ctx, l)
	} else {
		s.Seed = opts.Seed
		err = s.sample(ctx, l, opts)
	}
	if err != nil {
		return nil, err
	}
	s.Asked, s.Runs, s.Played, s.ToPlay = s.Starts, s.Followed, s.Followed, s.Starts
	slices.SortStableFunc(s.Minima, func(a, b Alignment) int {
		return cmp.Or(cmp.Compare(a.Energy, b.Energy), -cmp.Compare(a.Basin.Count, b.Basin.Count), slices.Compare(a.Camps, b.Camps))
	})
	return s, nil
}

// walk looks at every configuration once. The first actor stays where it is, which leaves mirror images out; the others change
// camp one at a time in the order of a Gray code (Gray 1953, US patent 2632058), so that each step costs one move. Bit k
// of a configuration's number is the camp of actor k+1.
func (s *Landscape) walk(ctx context.Context, l *networks.Landscape) error {
	n := len(s.Actors)
	s.Starts = 1 << (n - 1)
	whole := uint32(s.Starts - 1)
	c := l.NewConfiguration(oneCamp(n))
	next := make([]uint32, s.Starts) // where the steepest move leads; a minimum leads to itself
	var minima []uint32
	at := uint32(0)
	for step := uint32(1); ; step++ {
		switch k := c.Steepest(); k {
		case -1:
			next[at] = at
			minima = append(minima, at)
			if len(minima) > MostMinima {
				return ErrFlat
			}
		case 0: // the first actor moves: the mirror image, in which all others do
			next[at] = at ^ whole
		default:
			next[at] = at ^ 1<<(k-1)
		}
		s.Followed++
		if s.Followed == s.Starts || s.Followed%(1<<16) == 0 && ctx.Err() != nil {
			break
		}
		k := bits.TrailingZeros32(step)
		c.Move(k + 1)
		at ^= 1 << k
	}
	var count []int
	if s.Followed == s.Starts {
		count = basins(next, minima)
	}
	for i, m := range minima {
		camps := oneCamp(n)
		for k := range n - 1 {
			camps[k+1] = m>>k&1 == 0
		}
		a := s.alignment(l, camps)
		if count != nil {
			share := float64(count[i]) / float64(s.Starts)
			a.Basin = stats.Share{Count: count[i], Runs: s.Starts, Mean: share, Low: share, High: share}
		}
		s.Minima = append(s.Minima, a)
	}
	return nil
}

// basins counts how many configurations lead to each minimum. It overwrites next: a configuration whose end is known holds
// that instead, marked by the highest bit.
func basins(next, minima []uint32) []int {
	const known = 1 << 31
	for i, m := range minima {
		next[m] = known | uint32(i)
	}
	count := make([]int, len(minima))
	for start := range next {
		end := next[start]
		for end&known == 0 {
			end = next[end]
		}
		for at := uint32(start); next[at]&known == 0; {
			at, next[at] = next[at], end
		}
		count[end&^known]++
	}
	return count
}

// sample follows the steepest way down from random starts.
func (s *Landscape) sample(ctx context.Context, l *networks.Landscape, opts Options) error {
	n := len(s.Actors)
	s.Starts = opts.Runs
	c := l.NewConfiguration(oneCamp(n))
	found := map[string]int{} // place in Minima, by camps
	camps := make([]bool, n)
	for s.Followed < s.Starts && ctx.Err() == nil {
		luck := rand.New(rand.NewPCG(opts.Seed, uint64(s.Followed)))
		for i := range camps {
			camps[i] = luck.Uint64()>>63 == 0
		}
		c.Place(camps)
		c.Descend()
		for i := range camps {
			camps[i] = c.Camp(i) == c.Camp(0)
		}
		k, ok := found[key(camps)]
		if !ok {
			if k = len(s.Minima); k == MostMinima {
				return ErrFlat
			}
			found[key(camps)] = k
			s.Minima = append(s.Minima, s.alignment(l, camps))
		}
		s.Minima[k].Basin.Count++
		s.Followed++
		if opts.Done != nil {
			opts.Done(s.Followed)
		}
	}
	for k := range s.Minima {
		s.Minima[k].Basin = stats.ShareOf(s.Minima[k].Basin.Count, s.Followed)
	}
	return nil
}

func oneCamp(n int) []bool {
	camps := make([]bool, n)
	for i := range camps {
		camps[i] = true
	}
	return camps
}

// key tells camps apart: a byte an actor.
func key(camps []bool) string {
	bytes := make([]byte, len(camps))
	for i, in := range camps {
		if in {
			bytes[i] = 1
		}
	}
	return string(bytes)
}

// alignment describes a minimum; true is the camp of the first actor.
func (s *Landscape) alignment(l *networks.Landscape, camps []bool) Alignment {
	c := l.NewConfiguration(camps)
	a := Alignment{Energy: c.Energy(), Indifferent: []string{}}
	a.Frustration, a.Elsewhere = c.Frustrations()
	a.Names = make([][]string, 1, 2)
	for i, in := range camps {
		camp := 1
		if !in {
			camp = 2
			a.Names = a.Names[:2]
		}
		a.Camps = append(a.Camps, camp)
		a.Names[camp-1] = append(a.Names[camp-1], s.Actors[i])
		if c.Indifferent(i) {
			a.Indifferent = append(a.Indifferent, s.Actors[i])
		}
	}
	return a
}

// Tables are the search as tidy CSV.
func (s *Landscape) Tables() []Table {
	return []Table{
		{"minima.csv", "one row per local minimum, lowest energy first", s.writeMinima},
		{"frustration.csv", "one row per local minimum and actor", s.writeFrustration},
	}
}

func (s *Landscape) writeMinima(out io.Writer) error {
	header := []string{"minimum", "energy", "starts_that_end_here", "basin", "low95", "high95", "camp1", "camp2", "indifferent"}
	return Rows(out, header, func(row func(...string)) {
		for k, a := range s.Minima {
			apart := ""
			if len(a.Names) > 1 {
				apart = strings.Join(a.Names[1], ";")
			}
			basin := []string{"", "", "", ""}
			if a.Basin.Runs > 0 {
				basin = []string{strconv.Itoa(a.Basin.Count), Digits(a.Basin.Mean), Digits(a.Basin.Low), Digits(a.Basin.High)}
			}
			row(strconv.Itoa(k+1), precise(a.Energy), basin[0], basin[1], basin[2], basin[3],
				strings.Join(a.Names[0], ";"), apart, strings.Join(a.Indifferent, ";"))
		}
	})
}

func (s *Landscape) writeFrustration(out io.Writer) error {
	header := []string{"minimum", "actor", "strength", "camp", "frustration", "frustration_in_other_camp"}
	return Rows(out, header, func(row func(...string)) {
		for k, a := range s.Minima {
			for i, name := range s.Actors {
				row(strconv.Itoa(k+1), name, precise(s.Strengths[i]), strconv.Itoa(a.Camps[i]), precise(a.Frustration[i]),
					precise(a.Elsewhere[i]))
			}
		}
	})
}

// precise writes a number that was worked out, not drawn, with all the digits that the figures it comes from can carry.
func precise(v float64) string { return strconv.FormatFloat(v, 'g', 12, 64) }

// aboutLandscapes: what the columns of landscapes of camps mean.
func (l *wordList) aboutLandscapes() {
	l.say("", "minimum", "its number, from 1: the lowest energy", "")
	l.say("", "energy", "of the configuration: strength × strength × propensity, each pair counted twice", "")
	l.say("", "starts_that_end_here", "starts of the search from which this minimum is reached", "starts")
	l.say("", "basin", "share of the starts that end here", ofShare)
	l.say("", "camp1", "actors in the camp of the first, with ; between", "")
	l.say("", "camp2", "actors in the other", "")
	l.say("", "indifferent", "actors who would as soon be in the other camp", "")
	l.say("", "actor", "its name", "")
	l.say("", "strength", "as the file has it", "")
	l.say("", "camp", "1: that of the first actor; 2: the other", "")
	l.say("", "frustration", "of the actor: strength × propensity, summed over the others", "")
	l.say("", "frustration_in_other_camp", "what it would be if it alone changed camp", "")
}
