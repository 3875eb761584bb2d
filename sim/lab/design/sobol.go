package design

import "math/bits"

// MostSobol is the number of factors that a Sobol sample may have; a Saltelli design takes two coordinates a factor.
const MostSobol = len(joeKuo) + 1

// joeKuo are the direction numbers of dimensions 2 to 64, from the file new-joe-kuo-6.21201 of Joe & Kuo (2008),
// "Constructing Sobol sequences with better two-dimensional projections", SIAM Journal on Scientific Computing 30(5):
// the inner coefficients of a primitive polynomial as the bits of a, and the first numbers m, as many as its degree.
var joeKuo = [...]struct {
	a uint32
	m []uint32
}{
	{0, []uint32{1}}, {1, []uint32{1, 3}}, {1, []uint32{1, 3, 1}}, {2, []uint32{1, 1, 1}}, {1, []uint32{1, 1, 3, 3}},
	{4, []uint32{1, 3, 5, 13}}, {2, []uint32{1, 1, 5, 5, 17}}, {4, []uint32{1, 1, 5, 5, 5}},
	{7, []uint32{1, 1, 7, 11, 19}}, {11, []uint32{1, 1, 5, 1, 1}}, {13, []uint32{1, 1, 1, 3, 11}},
	{14, []uint32{1, 3, 5, 5, 31}}, {1, []uint32{1, 3, 3, 9, 7, 49}}, {13, []uint32{1, 1, 1, 15, 21, 21}},
	{16, []uint32{1, 3, 1, 13, 27, 49}}, {19, []uint32{1, 1, 1, 15, 7, 5}}, {22, []uint32{1, 3, 1, 15, 13, 25}},
	{25, []uint32{1, 1, 5, 5, 19, 61}}, {1, []uint32{1, 3, 7, 11, 23, 15, 103}}, {4, []uint32{1, 3, 7, 13, 13, 15, 69}},
	{7, []uint32{1, 1, 3, 13, 7, 35, 63}}, {8, []uint32{1, 3, 5, 9, 1, 25, 53}}, {14, []uint32{1, 3, 1, 13, 9, 35, 107}},
	{19, []uint32{1, 3, 1, 5, 27, 61, 31}}, {21, []uint32{1, 1, 5, 11, 19, 41, 61}},
	{28, []uint32{1, 3, 5, 3, 3, 13, 69}}, {31, []uint32{1, 1, 7, 13, 1, 19, 1}}, {32, []uint32{1, 3, 7, 5, 13, 19, 59}},
	{37, []uint32{1, 1, 3, 9, 25, 29, 41}}, {41, []uint32{1, 3, 5, 13, 23, 1, 55}},
	{42, []uint32{1, 3, 7, 3, 13, 59, 17}}, {50, []uint32{1, 3, 1, 3, 5, 53, 69}}, {55, []uint32{1, 1, 5, 5, 23, 33, 13}},
	{56, []uint32{1, 1, 7, 7, 1, 61, 123}}, {59, []uint32{1, 1, 7, 9, 13, 61, 49}}, {62, []uint32{1, 3, 3, 5, 3, 55, 33}},
	{14, []uint32{1, 3, 1, 15, 31, 13, 49, 245}}, {21, []uint32{1, 3, 5, 15, 31, 59, 63, 97}},
	{22, []uint32{1, 3, 1, 11, 11, 11, 77, 249}}, {38, []uint32{1, 3, 1, 11, 27, 43, 71, 9}},
	{47, []uint32{1, 1, 7, 15, 21, 11, 81, 45}}, {49, []uint32{1, 3, 7, 3, 25, 31, 65, 79}},
	{50, []uint32{1, 3, 1, 1, 19, 11, 3, 205}}, {52, []uint32{1, 1, 5, 9, 19, 21, 29, 157}},
	{56, []uint32{1, 3, 7, 11, 1, 33, 89, 185}}, {67, []uint32{1, 3, 3, 3, 15, 9, 79, 71}},
	{70, []uint32{1, 3, 7, 11, 15, 39, 119, 27}}, {84, []uint32{1, 1, 3, 1, 11, 31, 97, 225}},
	{97, []uint32{1, 1, 1, 3, 23, 43, 57, 177}}, {103, []uint32{1, 3, 7, 7, 17, 17, 37, 71}},
	{115, []uint32{1, 3, 1, 5, 27, 63, 123, 213}}, {122, []uint32{1, 1, 3, 5, 11, 43, 53, 133}},
	{8, []uint32{1, 3, 5, 5, 29, 17, 47, 173, 479}}, {13, []uint32{1, 3, 3, 11, 3, 1, 109, 9, 69}},
	{16, []uint32{1, 1, 1, 5, 17, 39, 23, 5, 343}}, {22, []uint32{1, 3, 1, 5, 25, 15, 31, 103, 499}},
	{25, []uint32{1, 1, 1, 11, 11, 17, 63, 105, 183}}, {44, []uint32{1, 1, 5, 11, 9, 29, 97, 231, 363}},
	{47, []uint32{1, 1, 5, 15, 19, 45, 41, 7, 383}}, {52, []uint32{1, 3, 7, 7, 31, 19, 83, 137, 221}},
	{55, []uint32{1, 1, 1, 3, 23, 15, 111, 223, 83}}, {59, []uint32{1, 1, 5, 13, 31, 15, 55, 25, 161}},
	{62, []uint32{1, 1, 3, 13, 25, 47, 39, 87, 257}},
}

// directions are the direction numbers of a dimension, from 0, with the binary point before the highest bit. Dimension
// 0 is the sequence of van der Corput; the others follow the recurrence of Sobol (1967) as Joe and Kuo state it,
//
//	v_k = v_(k-s) ⊕ (v_(k-s) >> s) ⊕ a_1 v_(k-1) ⊕ ... ⊕ a_(s-1) v_(k-s+1),    v_k = m_k / 2^k for k ≤ s
func directions(dim int) (v [32]uint32) {
	if dim == 0 {
		for k := range v {
			v[k] = 1 << (31 - k)
		}
		return v
	}
	of := joeKuo[dim-1]
	s := len(of.m)
	for k := range v {
		if k < s {
			v[k] = of.m[k] << (31 - k)
			continue
		}
		v[k] = v[k-s] ^ v[k-s]>>s
		for j := 1; j < s; j++ {
			v[k] ^= v[k-j] * (of.a >> (s - 1 - j) & 1)
		}
	}
	return v
}

// sequence is the Sobol sequence in some dimensions.
type sequence struct {
	v    [][32]uint32 // by dimension
	seed uint64
}

func newSequence(dims int, seed uint64) *sequence {
	s := &sequence{seed: seed}
	for d := range dims {
		s.v = append(s.v, directions(d))
	}
	return s
}

// raw is a coordinate of the n-th point before it is scrambled, in the order of Gray codes (Antonov & Saleev 1979), so
// that the first points are those that Joe and Kuo's own program prints.
func (s *sequence) raw(n uint32, dim int) (x uint32) {
	for gray := n ^ n>>1; gray != 0; gray &= gray - 1 {
		x ^= s.v[dim][bits.TrailingZeros32(gray)]
	}
	return x
}

// scrambled is that coordinate scrambled as a nested tree (Owen 1995, "Randomly permuted (t,m,s)-nets and
// (t,s)-sequences"): each binary digit is turned or left by a coin that hangs on the seed, the dimension and all digits
// before it. Each point is then uniform on the cube, and the points stay as even as they were.
func (s *sequence) scrambled(n uint32, dim int) (x uint32) {
	raw := s.raw(n, dim)
	for bit := range 32 {
		before := uint64(raw) >> (32 - bit) // the digits before this one
		coin := mix(s.seed ^ mix(uint64(dim)<<40|uint64(bit)<<32|before))
		x |= (raw ^ uint32(coin>>32)) & (1 << (31 - bit))
	}
	return x
}

// mix is the finisher of SplitMix64 (Steele, Lea & Flood 2014, OOPSLA): near numbers come out far from each other.
func mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// unit is a coordinate as a number in [0, 1).
func unit(x uint32) float64 { return float64(x) / (1 << 32) }

// NewSobol is the first points of the Sobol sequence, scrambled by the seed. A power of two of them is most even. There
// may be at most MostSobol factors.
func NewSobol(dims, points int, seed uint64) *Design {
	s := newSequence(dims, seed)
	return sample(Sobol, dims, points, func(p int, u []float64) {
		for d := range u {
			u[d] = unit(s.scrambled(uint32(p), d))
		}
	})
}
