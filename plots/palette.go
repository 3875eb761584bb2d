package plots

import (
	"image/color"
	"math"
)

// Five of the eight colours of Okabe and Ito, which stay apart under every common kind of colour blindness: M. Okabe, K. Ito,
// "Color Universal Design (CUD): How to make figures and presentations that are friendly to colorblind people" (2002,
// revised 2008), jfly.uni-koeln.de/color; also B. Wong, Nature Methods 8, 441 (2011). Their orange, sky blue and yellow are left
// out: a line in them stands out from white paper by less than 3 to 1.
var (
	black     = color.RGBA{0, 0, 0, 255}
	green     = color.RGBA{0, 158, 115, 255}
	blue      = color.RGBA{0, 114, 178, 255}
	vermilion = color.RGBA{213, 94, 0, 255}
	purple    = color.RGBA{204, 121, 167, 255}
)

// The greys: text that stands back, frames, gridlines, land, stripes behind rows.
var (
	white     = color.RGBA{255, 255, 255, 255}
	quietText = color.RGBA{85, 85, 85, 255}
	midGrey   = color.RGBA{110, 110, 110, 255} // dark enough to be told from green and purple by who sees no red or green
	lightGrey = color.RGBA{200, 200, 200, 255}
	gridGrey  = color.RGBA{218, 218, 218, 255}
	landGrey  = color.RGBA{232, 232, 232, 255}

	stripeGrey = color.RGBA{244, 244, 244, 255}
)

// brown is a sixth colour for the one chart that needs it.
var brown = color.RGBA{101, 67, 33, 255}

// pale mixes a colour with white, for bands. Charts use no transparency, which prints badly.
func pale(c color.RGBA) color.RGBA { return mixed(c, 3) }

// faint is paler still, for what lies behind a band.
func faint(c color.RGBA) color.RGBA { return mixed(c, 8) }

// mixed is one part of a colour with so many of white.
func mixed(c color.RGBA, white int) color.RGBA {
	mix := func(v uint8) uint8 { return uint8((int(v) + white*255) / (1 + white)) }
	return color.RGBA{mix(c.R), mix(c.G), mix(c.B), 255}
}

// luminance is how light a colour is, 0 black to 1 white: the relative luminance of WCAG 2.2.
func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 { // IEC 61966-2-1
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return float64(0.2126*linear(c.R)) + float64(0.7152*linear(c.G)) + float64(0.0722*linear(c.B))
}

// contrast is how much two colours stand out from each other, 1 not at all to 21 (WCAG 2.2).
func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// inkOn is the colour of text that stands out on c.
func inkOn(c color.RGBA) color.RGBA {
	if contrast(c, black) > contrast(c, white) {
		return black
	}
	return white
}
