package tables

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// tippingMap is one of made-up chances, so many of 100 runs: a row for each level of friction, from 0 on, of threats from 0 on.
func tippingMap(counts ...[]int) *lab.Tip {
	t := &lab.Tip{Head: head("tip", plain), Whole: true, Plan: lab.Plan{Each: 100, Factors: []lab.Factor{{Name: "threat"}, {Name: "friction"}},
		Outputs: []lab.Output{{ID: "in-force", Name: "the pact is in force", Measure: "in-force"}}}}
	for i := range counts[0] {
		t.X = append(t.X, float64(i))
	}
	for j, row := range counts {
		t.Y = append(t.Y, float64(j))
		var shares []stats.Share
		for _, k := range row {
			shares = append(shares, stats.ShareOf(k, 100))
		}
		t.Chance = append(t.Chance, shares)
	}
	t.Along = [2]stats.Difference{stats.Matched(0, 40, 100), stats.Matched(3, 4, 100)}
	t.Now = [2]float64{0.5, 0.25}
	return t
}

// By hand, of 100 runs: the interval of 2 of them ends at 7.0 %, of 40 at 50.3 %, and that of 60 begins at 49.7 %, of 98 at 93.0 %.
func TestATippingMapSaysWhetherItTips(t *testing.T) {
	still := func(do func(*lab.Tip), counts ...[]int) *Page {
		m := tippingMap(counts...)
		do(m)
		return Tip(m)
	}
	as := func(*lab.Tip) {}
	for _, c := range []struct {
		why           string
		page          *Page
		want, without string
	}{
		{"surely low and surely high", still(as, []int{2, 98}), "The chance that the pact is in force tips: it goes from 2.0 %", "Nowhere"},
		{"nowhere one half", still(as, []int{2, 20}), "Nowhere on this map does the chance that the pact is in force reach one half: it goes from 2.0 %",
			"Everywhere"},
		{"everywhere one half", still(as, []int{80, 98}),
			"Everywhere on this map is the chance that the pact is in force at least one half: it goes from 80.0 %", "Nowhere"},
		{"luck leaves it open", still(as, []int{40, 60}),
			"Whether the chance that the pact is in force tips on this map, so few runs cannot tell: it goes from 40.0 %", "through one half"},
		{"either way, a low side that luck leaves open", still(as, []int{40, 98}), "so few runs cannot tell", " tips: "},
		{"a high side that luck leaves open", still(as, []int{2, 60}), "so few runs cannot tell", " tips: "},
		{"one lowest and one highest", still(as, []int{2, 98}), "It is lowest at threat 0 and friction 0, and highest at threat 1 and friction 0.",
			"do not tell"},
		{"two are as low", still(as, []int{2, 3, 98}), "It is highest at threat 2 and friction 0; these runs do not tell which of 2 points is lowest.",
			"It is lowest"},
		{"two are as high", still(as, []int{2, 97, 98}), "It is lowest at threat 0 and friction 0; these runs do not tell which of 2 points is highest.",
			"It is highest"},
		{"two at either end", still(as, []int{2, 3, 97, 98}), "These runs do not tell which of 2 points is lowest, nor which of 2 is highest.",
			"It is"},
		{"it rises", still(as, []int{2, 98}), "Along threat it rises through one half between 0 and 1 where friction is 0.", "falls"},
		{"it falls, in two rows", still(as, []int{98, 2, 2}, []int{98, 98, 2}),
			"Along threat it falls through one half between 0 and 1 where friction is 0, and between 1 and 2 where it is 1.", "rises"},
		{"along one axis beyond luck, along the other not", still(as, []int{2, 98}),
			"From the lowest threat to the highest it changes by +40.0 points (95 % interval", "threat to the highest it changes by no more"},
		{"along the other not beyond luck", still(as, []int{2, 98}), "from the lowest friction to the highest by no more than luck would do, +1.0 points",
			"friction to the highest by +1.0"},
		{"where the scenario stands", still(as, []int{2, 98}), "The scenario stands at threat 0.5 and friction 0.25.", "\x00"},
		{"what moves over time stands nowhere", still(func(m *lab.Tip) { m.Moves[1] = true }, []int{2, 98}), "tips:", "The scenario stands at"},
	} {
		said := strings.Join(c.page.Finding, "\n")
		if !strings.Contains(said, c.want) || strings.Contains(said, c.without) {
			t.Errorf("%s: it is said\n%s\nwant %q, and not %q", c.why, said, c.want, c.without)
		}
	}
}
