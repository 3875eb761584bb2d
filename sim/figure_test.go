package sim

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A figure is found by the path that --set takes, with the range and unit of its tag.
func TestAFigureIsFoundByItsPath(t *testing.T) {
	for path, want := range map[string]Figure{
		"states.JPN.commitment":            {Unit: "share of its promises that partners believe, besides reliability", High: 1, Dated: true, missing: 1, assumed: true},
		"states.JPN.trade.CHN":             {Unit: "share of total trade, by rival", High: 1, Dated: true},
		"levers.all.ties":                  {Unit: "times what it and its partners may count on below a clause", High: 2, Dated: true, missing: 1, assumed: true},
		"clauses.ratner.minimum":           {Unit: "ratifications", Low: 2, High: 200, missing: 2, assumed: true},
		"shocks.blockade.felt.JPN":         {Unit: "share of the size that the state feels", Low: -1, High: 1},
		"parameters.threat.fade":           {Unit: "km at which proximity falls to 1/e", Low: 200, High: 20000},
		"parameters.war-stability.defence": {Unit: "attackers' strength over defenders' at which a war is even", Low: 0.1, High: 10, Theory: "war-stability", Why: "neither side has an advantage"},
		"parameters.landscape.camp":        {Unit: "logits for a mean propensity of 1 towards one's camp, net of the other", High: 50, Theory: "landscape", Open: true, Prior: 2, Spread: 0.7, Why: "a propensity of 1 moves the odds sevenfold"},
		"parameters.decision.reluctance":   {Unit: "logits that reasons to sign must outweigh", Low: -5, High: 20, Open: true, Prior: 2.5, Spread: 1.5, Why: "without reasons a state signs about once in twelve"},
		"parameters.decision.trade":        {Unit: "logits for trade worth the whole GDP lost", High: 300, Open: true, Prior: 50, Spread: 1, Why: "trade of a tenth of GDP costs three quarters of a logit when half of crossings are punished and 0.7 is sold elsewhere; the panel has 77 to 190, and blocs in it"},
		"states." + Row + ".capability":    {Unit: "CINC, share of the world's material capabilities", High: 1, Dated: true},
	} {
		want.Path = path
		if got, ok := FigureAt(path); !ok || got != want {
			t.Errorf("at %s there is %+v (%v), want %+v", path, got, ok, want)
		}
	}
	for _, path := range []string{"", "states", "states.JPN", "states.JPN.name", "states.JPN.trade", "states.JPN.welth",
		"parameters.decision", "parameters.decision.luck", "start", "states.JPN.barred.from", "threat felt from CHN"} {
		if f, ok := FigureAt(path); ok {
			t.Errorf("at %q, where no figure is, there is %+v", path, f)
		}
	}
}

// Whatever figure of whatever world is set reads as it was set, and the world that it was copied from is left alone.
func TestWhatIsSetIsRead(t *testing.T) {
	worlds(20, func(number uint64, s Scenario) {
		s.Levers = map[string]Levers{Everyone: {}}
		for _, f := range Figures() {
			f.Path = inWorld(f.Path, s)
			if f.Path == "" {
				continue
			}
			changed, middle := s, (f.Low+f.High)/2
			before := f.Series(&s)
			f.Set(&changed, middle)
			if got := f.At(&changed, 2001); got != middle {
				t.Fatalf("world %d: %s, set to %v, reads %v", number, f.Path, middle, got)
			}
			if after := f.Series(&s); !reflect.DeepEqual(before, after) {
				t.Fatalf("world %d: setting %s in a copy moves it from %v to %v in the original", number, f.Path, before, after)
			}
		}
	})
}

// inWorld puts names of a world into the path of a kind of figure; nothing if it has no row of the kind.
func inWorld(path string, s Scenario) string {
	v := reflect.ValueOf(s)
	whole := ""
	for key := range strings.SplitSeq(path, ".") {
		if key == Row {
			if v.Len() == 0 {
				return ""
			}
			key = v.MapKeys()[0].String()
		}
		whole, v = whole+"."+key, under(v, key)
	}
	return whole[1:]
}

// Levers come into being when they are pulled; a state does not when its figure is set.
func TestOnlyLeversComeIntoBeing(t *testing.T) {
	s := twoByTwo()
	f, _ := FigureAt("levers.all.trade")
	near(t, "a lever nobody has pulled", f.At(&s, 2000), 1)
	s.Levers = map[string]Levers{Everyone: {Threat: Const(2)}}
	near(t, "one beside one that is pulled", f.At(&s, 2000), 1)
	f.Set(&s, 0.5)
	near(t, "pulled", f.At(&s, 2000), 0.5)
	f, _ = FigureAt("states.NOB.capability")
	defer func() {
		if recover() == nil {
			t.Error("a state comes into being when its capability is set")
		}
	}()
	f.Set(&s, 0.5)
}

// What a scenario gives of a kind of figure is visited by path, in order, and what it does not give is not.
func TestWhatAScenarioGivesOfAKind(t *testing.T) {
	s := twoByTwo()
	s = changed(s, "CLI", func(x *State) {
		x.Trade = map[string]Series{"RIV": {{Date: 2000, Value: 0.1}, {Date: 2001, Value: 0.2}}}
	})
	for _, id := range []string{"PAT", "RIV"} {
		s = changed(s, id, func(x *State) { x.Trade = nil })
	}
	var got []string
	s.Given(KindOf("states.CLI.trade.RIV"), func(path string, values Series) {
		got = append(got, path)
		if len(values) != 2 || values[1].Value != 0.2 {
			t.Errorf("%s is %v", path, values)
		}
	})
	if !slices.Equal(got, []string{"states.CLI.trade.RIV"}) {
		t.Errorf("trade is given at %v", got)
	}
	got = nil
	s.Given(KindOf("states.RIV.capability"), func(path string, _ Series) { got = append(got, path) })
	if !slices.Equal(got, []string{"states.CLI.capability", "states.PAT.capability", "states.RIV.capability"}) {
		t.Errorf("capability is given at %v", got)
	}
}

// A figure can be set in a scenario that has its row; a lever comes into being for a state or for all.
func TestFiguresAreInScenariosThatHaveTheirRow(t *testing.T) {
	s := Scenario{States: map[string]State{"AAA": {Trade: map[string]Series{"BBB": Const(0.1)}}}}
	for path, want := range map[string]bool{
		"states.AAA.stance": true, "states.BBB.stance": false, "states.AAA.trade.BBB": true, "states.AAA.trade.CCC": false,
		"levers.all.threat": true, "levers.AAA.threat": true, "levers.BBB.threat": false, "parameters.decision.reluctance": true,
	} {
		f, ok := FigureAt(path)
		if !ok || f.In(&s) != want {
			t.Errorf("%s is in a scenario of AAA alone: %v, want %v", path, f.In(&s), want)
			continue
		}
		if want {
			f.Set(&s, 0.25)
			if got := f.At(&s, 2000); got != 0.25 {
				t.Errorf("%s is set to 0.25 and is %v", path, got)
			}
			s.Levers = nil
		}
	}
}
