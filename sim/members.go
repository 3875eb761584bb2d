package sim

import "math/bits"

// members is a set of states, by number.
type members [maxStates / 64]uint64

// maxStates is the largest number of states a world may have: what fits the fixed sets above.
const maxStates = 256

func (m *members) add(i int)      { m[i/64] |= 1 << (i % 64) }
func (m *members) has(i int) bool { return m[i/64]&(1<<(i%64)) != 0 }
func (m members) and(o members) members {
	for k := range m {
		m[k] &= o[k]
	}
	return m
}

func (m members) or(o members) members {
	for k := range m {
		m[k] |= o[k]
	}
	return m
}

func (m members) count() int {
	c := 0
	for _, word := range m {
		c += bits.OnesCount64(word)
	}
	return c
}

// holds tells whether every member of o is in m.
func (m members) holds(o members) bool { return m.and(o) == o }

// list gives the members in their numbering.
func (m members) list() []int { return m.appendTo(nil) }

// appendTo adds the members to a list, in their numbering.
func (m *members) appendTo(l []int) []int {
	for k, word := range m {
		for ; word != 0; word &= word - 1 {
			l = append(l, 64*k+bits.TrailingZeros64(word))
		}
	}
	return l
}

func (w *World) membersOf(ids []string) members {
	var m members
	for _, id := range ids {
		m.add(w.State(id))
	}
	return m
}
