package sim

import "math/bits"

// Set is some of the states of a world, by number. The zero value holds nobody; sets are equal if they hold the same.
type Set [maxStates / 64]uint64

// maxStates is the largest number of states a world may have: what fits a Set.
const maxStates = 256

// Has tells whether state i is in the set.
func (s *Set) Has(i int) bool { return s[uint(i)/64]>>(uint(i)%64)&1 != 0 }

// With is the set and state i.
func (s Set) With(i int) Set {
	s.add(i)
	return s
}

func (s *Set) add(i int) { s[uint(i)/64] |= 1 << (uint(i) % 64) }

// put adds state i if it is to be in the set, and drops it if not.
func (s *Set) put(i int, in bool) {
	if in {
		s.add(i)
	} else {
		s[uint(i)/64] &^= 1 << (uint(i) % 64)
	}
}

// And is who is in both sets.
func (s Set) And(o Set) Set {
	return Set{s[0] & o[0], s[1] & o[1], s[2] & o[2], s[3] & o[3]}
}

// Without is who is in the set and not in the other.
func (s Set) Without(o Set) Set {
	return Set{s[0] &^ o[0], s[1] &^ o[1], s[2] &^ o[2], s[3] &^ o[3]}
}

// Or is who is in either set.
func (s Set) Or(o Set) Set {
	return Set{s[0] | o[0], s[1] | o[1], s[2] | o[2], s[3] | o[3]}
}

// Holds tells whether all of o are in the set.
func (s Set) Holds(o Set) bool { return s.And(o) == o }

// Len is how many are in the set.
func (s Set) Len() int {
	c := 0
	for _, word := range s {
		c += bits.OnesCount64(word)
	}
	return c
}

// List gives the states in their numbering.
func (s Set) List() []int { return s.appendTo(nil) }

// appendTo adds the states to a list, in their numbering.
func (s *Set) appendTo(l []int) []int {
	for k, word := range s {
		for ; word != 0; word &= word - 1 {
			l = append(l, 64*k+bits.TrailingZeros64(word))
		}
	}
	return l
}

// setOf is the states of these ids.
func (w *World) setOf(ids []string) Set {
	var s Set
	for _, id := range ids {
		s.add(w.State(id))
	}
	return s
}
