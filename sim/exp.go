package sim

import "math"

// exp is e to the x with the same bits on every machine, which math.Exp is not: it has assembly of its own on some
// processors. The algorithm is that of FreeBSD's e_exp.c (Sun Microsystems, 1993), accurate to 1 ulp. Each product is
// rounded by a conversion, so that no compiler may fuse it with the sum that follows.
func exp(x float64) float64 {
	const (
		ln2Hi = 6.93147180369123816490e-01
		ln2Lo = 1.90821492927058770002e-10
		log2e = 1.44269504088896338700e+00
		p1    = 1.66666666666666657415e-01
		p2    = -2.77777777770155933842e-03
		p3    = 6.61375632143793436117e-05
		p4    = -1.65339022054652515390e-06
		p5    = 4.13813679705723846039e-08
	)
	switch {
	case math.IsNaN(x):
		return x
	case x > 709:
		return math.Inf(1)
	case x < -708:
		return 0
	}
	k := math.Floor(float64(log2e*x) + 0.5)
	hi, lo := x-float64(k*ln2Hi), float64(k*ln2Lo)
	r := hi - lo
	t := float64(r * r)
	c := r - float64(t*(p1+float64(t*(p2+float64(t*(p3+float64(t*(p4+float64(t*p5)))))))))
	y := 1 - ((lo - float64(r*c)/(2-c)) - hi)
	return float64(y * math.Float64frombits(uint64(int64(k)+1023)<<52))
}

// ln is the natural logarithm of x > 0 with the same bits on every machine. The algorithm is that of FreeBSD's e_log.c
// (Sun Microsystems, 1993), accurate to 1 ulp.
func ln(x float64) float64 {
	const (
		ln2Hi = 6.93147180369123816490e-01
		ln2Lo = 1.90821492927058770002e-10
		l1    = 6.666666666666735130e-01
		l2    = 3.999999999940941908e-01
		l3    = 2.857142874366239149e-01
		l4    = 2.222219843214978396e-01
		l5    = 1.818357216161805012e-01
		l6    = 1.531383769920937332e-01
		l7    = 1.479819860511658591e-01
	)
	switch {
	case math.IsNaN(x) || x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	case math.IsInf(x, 1):
		return x
	}
	f1, ki := math.Frexp(x)
	if f1 < math.Sqrt2/2 {
		f1 *= 2
		ki--
	}
	f, k := f1-1, float64(ki)
	s := f / (2 + f)
	s2 := float64(s * s)
	s4 := float64(s2 * s2)
	t1 := float64(s2 * (l1 + float64(s4*(l3+float64(s4*(l5+float64(s4*l7)))))))
	t2 := float64(s4 * (l2 + float64(s4*(l4+float64(s4*l6)))))
	half := float64(0.5 * f * f)
	return float64(k*ln2Hi) - ((half - (float64(s*(half+t1+t2)) + float64(k*ln2Lo))) - f)
}

// pow is x to the y, for x ≥ 0 and y > 0, with the same bits on every machine; to within some ulp.
func pow(x, y float64) float64 {
	if x == 0 {
		return 0
	}
	return exp(float64(y * ln(x)))
}

// logistic turns logits into a chance: 1 / (1 + exp(-x)).
func logistic(x float64) float64 { return 1 / (1 + exp(-x)) }

// clamp holds v within [lo, hi].
func clamp(v, lo, hi float64) float64 { return min(max(v, lo), hi) }

// below is the largest number less than x.
func below(x float64) float64 { return math.Nextafter(x, math.Inf(-1)) }
