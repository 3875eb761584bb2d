package networks

// A crowd is a set of actors each of whom acts or not, given who else does: the bare skeleton of an assurance game. The
// expectations of the model are its counterpart in chances; here it is in plain yes and no, for questions about who
// carries a clause and for comparison with the literature.

// Decides tells whether actor i acts when those marked in do. It must be monotone for Rise and Settle to mean what they
// say: who acts in a crowd acts in a larger one.
type Decides func(i int, in []bool) bool

// Rise is where a crowd ends that starts from nobody: its least equilibrium (Granovetter 1978, "Threshold Models of
// Collective Behavior", American Journal of Sociology 83(6)).
func Rise(n int, decides Decides) []bool { return SettleFrom(make([]bool, n), decides) }

// Settle is where a crowd ends that starts from everyone: its largest equilibrium, the package on the table.
func Settle(n int, decides Decides) []bool {
	in := make([]bool, n)
	for i := range in {
		in[i] = true
	}
	return SettleFrom(in, decides)
}

// SettleFrom is where a crowd ends that starts from those in: all look at the same crowd and then move at once, until nobody
// moves. It overwrites in.
func SettleFrom(in []bool, decides Decides) []bool {
	next := make([]bool, len(in))
	for range len(in) + 1 {
		moved := false
		for i := range in {
			next[i] = decides(i, in)
			moved = moved || next[i] != in[i]
		}
		copy(in, next)
		if !moved {
			break
		}
	}
	return in
}

// KGroup is the smallest number of alike actors that do no worse by acting together than if nobody did, although each would do
// better alone not to: the k of Schelling (1978, Micromotives and Macrobehavior, chapter 7). gain is what one gets by acting when so
// many act in all, over what all get when nobody does; 0 if no number suffices.
func KGroup(n int, gain func(acting int) float64) int {
	for k := 1; k <= n; k++ {
		if gain(k) >= 0 {
			return k
		}
	}
	return 0
}

// Thresholds decides as Granovetter's rioters do: an actor acts when at least its own share of the crowd does.
func Thresholds(share []float64) Decides {
	return func(i int, in []bool) bool {
		acting := 0.0
		for _, a := range in {
			if a {
				acting++
			}
		}
		return acting/float64(len(in)) >= share[i]
	}
}
