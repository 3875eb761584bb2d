// Package fuses is here to be found out: its sum takes in an unrounded product.
package fuses

// Fused may round once where the machine can; Rounded rounds twice everywhere.
func Fused(x, y, z float64) float64 {
	return x*y + z
}

func Rounded(x, y, z float64) float64 {
	return float64(x*y) + z
}
