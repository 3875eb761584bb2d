package plots

import (
	"image/color"
	"math"
	"testing"
)

// inks are the colours that tell categories apart, alone or beside a shape or a dash.
var inks = map[string]color.RGBA{"black": black, "green": green, "blue": blue, "vermilion": vermilion, "purple": purple, "brown": brown,
	"mid grey": midGrey}

// eyes are how colours look to who lacks one kind of cone: matrices on linear RGB at severity 1.0 of G. M. Machado, M. M. Oliveira,
// L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization
// and Computer Graphics 15(6), 1291-1298 (2009), table of matrices on the authors' page.
var eyes = map[string][3][3]float64{
	"all three cones": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":      {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia":    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":      {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// lab is a colour of CIELAB under D65.
type cieLab struct{ l, a, b float64 }

// seen is how a colour looks to such eyes.
func seen(c color.RGBA, eye [3][3]float64) cieLab {
	var linear, looks [3]float64
	for k, v := range []uint8{c.R, c.G, c.B} {
		if s := float64(v) / 255; s <= 0.04045 {
			linear[k] = s / 12.92
		} else {
			linear[k] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	for k, row := range eye {
		looks[k] = min(max(row[0]*linear[0]+row[1]*linear[1]+row[2]*linear[2], 0), 1)
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*looks[0] + 0.3576*looks[1] + 0.1805*looks[2]) / 0.95047)
	y := f(0.2126*looks[0] + 0.7152*looks[1] + 0.0722*looks[2])
	z := f((0.0193*looks[0] + 0.1192*looks[1] + 0.9505*looks[2]) / 1.08883)
	return cieLab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// ciede2000 is how far two colours look apart: G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula", Color
// Research & Application 30(1), 21-30 (2005).
func ciede2000(p, q cieLab) float64 {
	rad := func(degrees float64) float64 { return degrees * math.Pi / 180 }
	seventh := func(c float64) float64 { return math.Sqrt(math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7))) }
	g := 0.5 * (1 - seventh((math.Hypot(p.a, p.b)+math.Hypot(q.a, q.b))/2))
	polar := func(c cieLab) (chroma, hue float64) {
		a := c.a * (1 + g)
		chroma, hue = math.Hypot(a, c.b), math.Atan2(c.b, a)*180/math.Pi
		if hue < 0 {
			hue += 360
		}
		return chroma, hue
	}
	c1, h1 := polar(p)
	c2, h2 := polar(q)
	turn, hue := h2-h1, (h1+h2)/2
	switch {
	case c1*c2 == 0:
		turn, hue = 0, h1+h2
	case turn > 180:
		turn, hue = turn-360, hue+180
	case turn < -180:
		turn, hue = turn+360, hue+180
	}
	if hue >= 360 {
		hue -= 360
	}
	l, c := (p.l+q.l)/2, (c1+c2)/2
	t := 1 - 0.17*math.Cos(rad(hue-30)) + 0.24*math.Cos(rad(2*hue)) + 0.32*math.Cos(rad(3*hue+6)) - 0.2*math.Cos(rad(4*hue-63))
	sl := 1 + 0.015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50))
	dl, dc := (q.l-p.l)/sl, (c2-c1)/(1+0.045*c)
	dh := 2 * math.Sqrt(c1*c2) * math.Sin(rad(turn/2)) / (1 + 0.015*c*t)
	rt := -math.Sin(rad(60*math.Exp(-math.Pow((hue-275)/25, 2)))) * 2 * seventh(c)
	return math.Sqrt(dl*dl + dc*dc + dh*dh + rt*dc*dh)
}

// Four of the pairs by which Sharma, Wu and Dalal (2005, table 1) check an implementation.
func TestColoursAreAsFarApartAsPrinted(t *testing.T) {
	for _, c := range []struct {
		p, q cieLab
		want float64
	}{
		{cieLab{50, 2.6772, -79.7751}, cieLab{50, 0, -82.7485}, 2.0425},
		{cieLab{50, 2.5, 0}, cieLab{73, 25, -18}, 27.1492},
		{cieLab{50, 2.5, 0}, cieLab{58, 24, 15}, 19.4535},
		{cieLab{60.2574, -34.0099, 36.2677}, cieLab{60.4626, -34.1751, 39.4387}, 1.2644},
	} {
		if got := ciede2000(c.p, c.q); math.Abs(got-c.want) > 0.00006 {
			t.Errorf("%v and %v are %.4f apart, printed is %.4f", c.p, c.q, got, c.want)
		}
	}
}

// Who lacks a kind of cone tells all inks apart: ten units of CIEDE2000 are several times what is just seen.
func TestInksStayApartForAllEyes(t *testing.T) {
	for eye, matrix := range eyes {
		for a, one := range inks {
			for b, other := range inks {
				if d := ciede2000(seen(one, matrix), seen(other, matrix)); a < b && d < 10 {
					t.Errorf("%s: %s and %s are %.1f apart, want 10", eye, a, b, d)
				}
			}
		}
	}
}

// A line must stand out from the paper by 3 to 1 and text by 4.5 to 1 (WCAG 2.2, criteria 1.4.11 and 1.4.3), on every ground that
// text is set on.
func TestLinesAndTextStandOut(t *testing.T) {
	for name, ink := range inks {
		if c := contrast(ink, white); c < 3 {
			t.Errorf("a line in %s stands out from white by %.2f to 1, want 3", name, c)
		}
	}
	for name, ink := range map[string]color.RGBA{"black": black, "quiet text": quietText} {
		for ground, c := range map[string]color.RGBA{"white": white, "stripe": stripeGrey, "land": landGrey} {
			if c := contrast(ink, c); c < 4.5 {
				t.Errorf("%s on %s stands out by %.2f to 1, want 4.5", name, ground, c)
			}
		}
	}
	for part := 0.0; part <= 1; part += 0.01 {
		for name, ground := range map[string]color.RGBA{"shade": shade(part), "chance": chanceInk(part), "for": signedInk(part), "against": signedInk(-part)} {
			if c := contrast(inkOn(ground), ground); c < 4.5 {
				t.Errorf("text on a cell of %s %.2f stands out by %.2f to 1, want 4.5", name, part, c)
			}
		}
	}
}
