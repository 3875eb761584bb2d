package networks

import "fmt"

func acting(in []bool) int {
	n := 0
	for _, a := range in {
		if a {
			n++
		}
	}
	return n
}

// Granovetter's two crowds (1978, p. 1424): a hundred people with thresholds 0, 1, 2 ... 99 all riot; if the one with
// threshold 1 is replaced by one with threshold 2, one person riots.
func ExampleRise() {
	crowd := make([]float64, 100)
	for i := range crowd {
		crowd[i] = float64(i) / 100
	}
	fmt.Println(acting(Rise(100, Thresholds(crowd))))
	crowd[1] = 0.02
	fmt.Println(acting(Rise(100, Thresholds(crowd))))
	// From everyone in the street both crowds go on rioting: that is the package on the table.
	fmt.Println(acting(Settle(100, Thresholds(crowd))))
	// Output:
	// 100
	// 1
	// 100
}

// Schelling's k-group: each actor's effort costs 5 and is worth 1 to each of those who take part.
func ExampleKGroup() {
	fmt.Println(KGroup(20, func(acting int) float64 { return float64(acting) - 5 }))
	fmt.Println(KGroup(4, func(acting int) float64 { return float64(acting) - 5 }))
	// Output:
	// 5
	// 0
}
