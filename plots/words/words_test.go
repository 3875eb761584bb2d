package words

import (
	"testing"

	"entente/sim/lab/stats"
)

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

// What is as much in nine runs of ten as in all is told without a range.
func TestAFigureOverTheRuns(t *testing.T) {
	for _, c := range []struct {
		s    stats.Spread
		want string
	}{
		{stats.Spread{Mean: 6.73, Q05: 5, Q95: 9}, "6.7 (5 to 9)"},
		{stats.Spread{Mean: 2, Q05: 2, Q95: 2}, "2.0"},
		{stats.Spread{Mean: 1.9, Q05: 2, Q95: 4}, "1.9 (2 to 4)"}, // a few runs far below the rest
	} {
		if got := Between(c.s); got != c.want {
			t.Errorf("%+v is written %q, want %q", c.s, got, c.want)
		}
	}
}

func TestNumbersAreWrittenAsPeopleReadThem(t *testing.T) {
	for got, want := range map[string]string{
		Amount(0.123456): "0.1235", Amount(9999.4): "9999", Amount(9999.5): "10,000", Amount(12345.6): "12,346", Amount(-1000): "-1,000", Amount(3): "3",
		Thousands(-1234): "-1,234", Thousands(999): "999", Thousands(1234567): "1,234,567",
		Count(1, "run"): "1 run", Count(0, "run"): "0 runs", Count(1000, "run"): "1,000 runs",
		Spelt(0): "no", Spelt(10): "ten", Spelt(11): "11",
		Points(0.0004): "0.0", Points(-0.0004): "0.0", Points(-0.012): "-1.2", More(0.004): "0.00", Logits(1.26): "+1.3",
	} {
		if got != want {
			t.Errorf("%q is to be %q", got, want)
		}
	}
}
