package sim_test

import (
	"entente/scenarios"
	"entente/sim"
	"fmt"
	"os"
	"testing"
)

func TestScratch(t *testing.T) {
	name := os.Getenv("SC")
	if name == "" {
		name = "pacific-2025"
	}
	l, err := scenarios.Load(name, scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := sim.NewWorld(l.Scenario)
	r := sim.NewRun(w)
	h := w.Headline()
	n := w.N()
	sig := make([]int, n)
	mem := make([]int, n)
	dec := make([]int, n)
	sum := make([]sim.Terms, n)
	first := make([]sim.Terms, n)
	ch := make([]float64, n)
	runs := 400
	forces := make([]int, len(w.Clauses))
	circ := 0
	for k := 0; k < runs; k++ {
		r.Start(1, uint64(k))
		for r.Step() {
			for i := 0; i < n; i++ {
				if tm, c, ok := r.Decided(h, i); ok {
					if dec[i] == 0 {
						first[i] = *tm
					}
					dec[i]++
					ch[i] += c
					for j := range tm {
						sum[i][j] += tm[j]
					}
				}
			}
		}
		for i := 0; i < n; i++ {
			if r.FirstSigned(h, i) >= 0 {
				sig[i]++
			}
			if r.Bound(h, i) {
				mem[i]++
			}
		}
		for c := range w.Clauses {
			if r.FirstInForce(c) >= 0 {
				forces[c]++
			}
		}
		circ += r.Circles()
	}
	for c := range w.Clauses {
		fmt.Println(w.Clauses[c], float64(forces[c])/float64(runs))
	}
	fmt.Println("circles", float64(circ)/float64(runs))
	fo, op := w.Invited(h)
	for _, i := range append(append([]int{}, fo...), op...) {
		fmt.Printf("%s signed %.2f member %.2f meanP %.3f ", w.States[i], float64(sig[i])/float64(runs), float64(mem[i])/float64(runs), ch[i]/float64(max(dec[i], 1)))
		for j := range sum[i] {
			fmt.Printf("%s %.2f ", sim.Term(j), sum[i][j]/float64(max(dec[i], 1)))
		}
		fmt.Println()
		_ = first
	}
}
func BenchmarkRun(b *testing.B) {
	l, err := scenarios.Load("pacific-2025", scenarios.Options{})
	if err != nil {
		b.Fatal(err)
	}
	w := sim.NewWorld(l.Scenario)
	r := sim.NewRun(w)
	b.ReportAllocs()
	for k := 0; k < b.N; k++ {
		r.Start(1, uint64(k))
		for r.Step() {
		}
	}
}
