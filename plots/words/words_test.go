package words

import "testing"

func TestPercentSaysThatTheUnlikelyCanHappen(t *testing.T) {
	for share, want := range map[float64]string{
		0: "0.0 %", 0.0004: "<0.1 %", 0.001: "0.1 %", 0.004: "0.4 %", 0.126: "12.6 %", 0.99: "99.0 %", 0.999: "99.9 %",
		0.9996: ">99.9 %", 1: "100.0 %",
	} {
		if got := Percent(share); got != want {
			t.Errorf("%v is written %q, want %q", share, got, want)
		}
	}
}

func TestWholePerCentTellsNeverFromHardlyEver(t *testing.T) {
	for share, want := range map[float64]string{0: "0", 1e-9: "<1", 0.0049: "<1", 0.005: "<1", 0.0051: "1", 0.5: "50", 0.994: "99", 0.995: ">99", 1: "100"} {
		if got := Whole(share); got != want {
			t.Errorf("%v is written %q, want %q", share, got, want)
		}
	}
}
