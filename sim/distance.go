package sim

import "math"

// earth is the mean radius of the earth in km (IUGG 1980).
const earth = 6371.0

// kilometres is the great-circle distance of two places in whole km (haversine formula; Sinnott 1984). Whole, because
// the last bits of trigonometric functions differ between machines and a kilometre does not.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	rad := func(deg float64) float64 { return deg * math.Pi / 180 }
	half := func(a float64) float64 { s := math.Sin(a / 2); return float64(s * s) }
	h := half(rad(lat2-lat1)) + float64(math.Cos(rad(lat1))*math.Cos(rad(lat2))*half(rad(lon2-lon1)))
	return math.Round(2 * earth * math.Asin(math.Sqrt(min(h, 1))))
}
