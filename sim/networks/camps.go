package networks

import (
	"fmt"
	"math"
)

// Landscape is the energy of all configurations of some actors. Weights s_i s_j p_ij are kept as whole multiples of a
// grain, so that a million moves add up without rounding, in any order and on any machine. Figures that are whole
// numbers stay exact.
//
// # The landscape theory of aggregation
//
// Axelrod & Bennett (1993), "A Landscape Theory of Aggregation", British Journal of Political Science 23(2): 211-233.
//
// Who ends up with whom when everyone likes some and dislikes others, and leaders are short-sighted? Each actor has a
// strength (size) s_i and each pair a propensity p_ij: positive if the two would work together, negative if they would
// not. A configuration puts every actor in one of two camps; the distance d_ij is 0 within a camp and 1 across. An actor
// is frustrated by friends across and by enemies beside it, the more so the stronger they are:
//
//	frustration  F_i = Σ_j s_j p_ij d_ij
//	energy       E   = Σ_i s_i F_i = Σ_i Σ_j s_i s_j p_ij d_ij    (each pair is counted twice, as in the source)
//
// Actors look one step ahead and move one at a time: one changes camp if that lowers its frustration. Changing camp
// moves E by 2 s_i times the change of F_i, so what is good for the mover lowers the whole landscape, and the path ends in
// a local minimum: a configuration that nobody leaves. That needs p_ij = p_ji; the source assumes it and proves the point
// in its note 2 (read). With propensities that differ both ways actors may chase each other for ever, so they are refused.
//
// What we settled where the source leaves it open, or where we could not read it:
//   - The camps have no names: a configuration and its mirror image are one. Of n actors there are 2^(n-1).
//   - Order: of all who would gain by moving, the one whose move lowers energy most goes first: the steepest way down the
//     landscape. From one start there is then one end, so basins are well defined and add up to all starts. Another
//     order gives the same minima with other basins. We take the source to leave the order open (from memory).
//   - Ties: an actor moves only if it gains. A configuration whose best move changes nothing is a minimum, and so is the
//     one on the other side of that move; each is listed, with the actors who would as soon be elsewhere. Of two actors
//     whose moves lower energy alike, the first one moves.
//   - Changes smaller than one part in 2^50 of all weights together, for each actor, are the rounding of decimals and
//     count as none.
type Landscape struct {
	Strength   []float64   // of each actor, above 0
	Propensity [][]float64 // of each actor towards each other, symmetric; the diagonal is 0

	grain  float64
	weight [][]int64 // twice s_i s_j p_ij, in grains
}

// Frustration is F_i of one actor: Σ_j s_j p_ij d_ij, in units of strength times propensity. propensity are its own
// towards each actor (its own entry is passed over if 0), distance how far each is: 0 in its camp, 1 in the other, or the
// chance of the latter. It allocates nothing.
func Frustration(propensity, strength, distance []float64) float64 {
	sum := 0.0
	for j, p := range propensity {
		sum += float64(float64(strength[j]*p) * distance[j])
	}
	return sum
}

// Hold is how much more frustrated an actor would be in the other camp than where it is: Σ_j s_j p_ij (1 - 2 d_ij). It
// stays where that is positive and changes camp where it is negative. Arguments as in Frustration. It allocates nothing.
func Hold(propensity, strength, distance []float64) float64 {
	sum := 0.0
	for j, p := range propensity {
		sum += float64(float64(strength[j]*p) * (1 - 2*distance[j]))
	}
	return sum
}

// grainsInAll is the sum of all weights, in grains: small enough for whole numbers to be exact as float64.
const grainsInAll = 1 << 50

// NewLandscape lays out a landscape. It panics if the propensities are not symmetric.
func NewLandscape(strength []float64, propensity [][]float64) *Landscape {
	n := len(strength)
	l := &Landscape{Strength: strength, Propensity: propensity, grain: 1}
	total := 0.0
	for i, row := range propensity {
		for j, p := range row {
			if p != propensity[j][i] || i == j && p != 0 {
				panic(fmt.Sprintf("networks: the propensities of actors %d and %d are not those of a landscape", i, j))
			}
			total += math.Abs(float64(float64(strength[i]*strength[j]) * p))
		}
	}
	if total > 0 {
		_, exponent := math.Frexp(total / grainsInAll)
		l.grain = math.Ldexp(1, exponent)
	}
	l.weight = make([][]int64, n)
	for i := range n {
		l.weight[i] = make([]int64, n)
		for j := range n {
			// The product of the two strengths comes first: it is the same both ways to the last bit.
			l.weight[i][j] = 2 * int64(math.Round(float64(strength[i]*strength[j])*propensity[i][j]/l.grain))
		}
	}
	return l
}

// Configuration is a landscape with its actors in two camps.
type Configuration struct {
	land  *Landscape
	side  []int64 // of each actor: +1 or -1
	force []int64 // Σ_j weight_ij side_j: positive if the actor is drawn to side +1
	slack int64   // grains that count as none
}

// NewConfiguration puts actors into camps: true is one, false the other.
func (l *Landscape) NewConfiguration(camps []bool) *Configuration {
	n := len(l.Strength)
	c := &Configuration{land: l, side: make([]int64, n), force: make([]int64, n), slack: 2 * int64(n)}
	c.Place(camps)
	return c
}

// Place puts the actors into these camps.
func (c *Configuration) Place(camps []bool) {
	for i, in := range camps {
		c.side[i] = -1
		if in {
			c.side[i] = 1
		}
	}
	for i, row := range c.land.weight {
		c.force[i] = 0
		for j, w := range row {
			c.force[i] += w * c.side[j]
		}
	}
}

// Camp tells which camp an actor is in.
func (c *Configuration) Camp(i int) bool { return c.side[i] > 0 }

// Move takes an actor into the other camp.
func (c *Configuration) Move(k int) {
	row, force := c.land.weight[k], c.force[:len(c.land.weight[k])]
	if c.side[k] > 0 {
		for i, w := range row {
			force[i] -= 2 * w
		}
	} else {
		for i, w := range row {
			force[i] += 2 * w
		}
	}
	c.side[k] = -c.side[k]
}

// Steepest is the actor whose change of camp would lower energy most, or -1 in a local minimum.
func (c *Configuration) Steepest() int {
	best, least := -1, -c.slack
	side := c.side[:len(c.force)]
	for i, f := range c.force {
		if change := f * side[i]; change < least {
			best, least = i, change
		}
	}
	return best
}

// Indifferent tells whether an actor's change of camp would leave energy as it is.
func (c *Configuration) Indifferent(i int) bool {
	change := c.force[i] * c.side[i]
	return -c.slack <= change && change <= c.slack
}

// Descend moves one actor at a time, the steepest way down, until nobody would gain by moving.
func (c *Configuration) Descend() {
	for k := c.Steepest(); k >= 0; k = c.Steepest() {
		c.Move(k)
	}
}

// Energy is E of this configuration, in units of strength squared times propensity, each pair counted twice.
func (c *Configuration) Energy() float64 {
	sum := int64(0)
	for i, row := range c.land.weight {
		for j, w := range row[:i] {
			if c.side[i] != c.side[j] {
				sum += w
			}
		}
	}
	return float64(sum) * c.land.grain
}

// Frustrations are F_i of each actor where it is, and what it would be in the other camp.
func (c *Configuration) Frustrations() (here, there []float64) {
	n := len(c.side)
	here, there = make([]float64, n), make([]float64, n)
	distance := make([]float64, n)
	for i := range n {
		for j := range n {
			distance[j] = 0
			if c.side[i] != c.side[j] {
				distance[j] = 1
			}
		}
		here[i] = Frustration(c.land.Propensity[i], c.land.Strength, distance)
		there[i] = here[i] + Hold(c.land.Propensity[i], c.land.Strength, distance)
	}
	return here, there
}
