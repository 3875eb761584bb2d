package plots

import "image/color"

// The eight colours of Okabe and Ito, which stay apart under every common kind of colour blindness: M. Okabe, K. Ito,
// "Color Universal Design (CUD): How to make figures and presentations that are friendly to colorblind people" (2002,
// revised 2008), jfly.uni-koeln.de/color; also B. Wong, Nature Methods 8, 441 (2011).
var (
	black     = color.RGBA{0, 0, 0, 255}
	orange    = color.RGBA{230, 159, 0, 255}
	skyBlue   = color.RGBA{86, 180, 233, 255}
	green     = color.RGBA{0, 158, 115, 255}
	yellow    = color.RGBA{240, 228, 66, 255}
	blue      = color.RGBA{0, 114, 178, 255}
	vermilion = color.RGBA{213, 94, 0, 255}
	purple    = color.RGBA{204, 121, 167, 255}
)

// The greys: text that stands back, frames, gridlines, land, stripes behind rows.
var (
	white     = color.RGBA{255, 255, 255, 255}
	quietText = color.RGBA{85, 85, 85, 255}
	midGrey   = color.RGBA{140, 140, 140, 255}
	lightGrey = color.RGBA{200, 200, 200, 255}
	gridGrey  = color.RGBA{218, 218, 218, 255}
	landGrey  = color.RGBA{232, 232, 232, 255}

	stripeGrey = color.RGBA{244, 244, 244, 255}
)

// brown is a ninth colour for the one chart that needs it; letters beside it keep it apart from vermilion.
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

// luminance is how light a colour looks in grey, 0 black to 255 white (ITU-R BT.601 luma).
func luminance(c color.RGBA) float64 {
	return 0.299*float64(c.R) + 0.587*float64(c.G) + 0.114*float64(c.B)
}

// inkOn is the colour of text that stands out on c.
func inkOn(c color.RGBA) color.RGBA {
	if luminance(c) > 125 {
		return black
	}
	return white
}
