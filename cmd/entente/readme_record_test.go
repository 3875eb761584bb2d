package main

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// What README.md says of all decided episodes is so, coded, coded again and measured.
func TestReadmeSaysHowItDoesOnTheRecord(t *testing.T) {
	if testing.Short() {
		t.Skip("plays all decided episodes three times")
	}
	says := saidInReadme(t)
	all, err := scenarios.List()
	if err != nil {
		t.Fatal(err)
	}
	two := func(x float64) string { return fmt.Sprintf("%.2f", x) }
	score := func(read func(name string) sim.Scenario) *history.Hindcast {
		on := map[string]sim.Scenario{}
		for _, ep := range history.Decided(all) {
			on[ep.Scenario] = read(ep.Scenario)
		}
		return history.AskHindcast(t.Context(), history.Decided(all), on, lab.Options{Runs: recordRuns, Seed: 1})
	}
	coded := score(func(name string) sim.Scenario { return drawing(t, name) })
	recoded := score(func(name string) sim.Scenario {
		l, err := scenarios.Load(name, scenarios.Options{SecondCoder: slices.Contains(scenarios.Codings(), name)})
		if err != nil {
			t.Fatal(err)
		}
		return l.Scenario
	})
	measured := score(func(name string) sim.Scenario { return sim.Measured(drawing(t, name)) })

	simpler := 0
	worst := slices.Clone(coded.Verdicts)
	for _, v := range worst {
		if slices.ContainsFunc(v.Scores[1:], func(s history.Score) bool { return s.Brier <= v.Scores[0].Brier }) {
			simpler++
		}
	}
	slices.SortStableFunc(worst, func(a, b history.Verdict) int { return cmp.Compare(b.Scores[0].Brier, a.Scores[0].Brier) })
	model := coded.Record.Rules[0].Brier
	got := []string{number(len(coded.Verdicts)), strconv.Itoa(recordRuns), two(model.Mean), two(model.Low), two(model.High)}
	for _, h := range []*history.Hindcast{coded, recoded, measured} {
		for _, rule := range []string{"model", "stance alone", "own and leading stance"} {
			if k := slices.IndexFunc(h.Record.Rules, func(r history.RuleTally) bool { return r.Rule == rule }); h != coded ||
				rule != "model" {
				got = append(got, two(h.Record.Rules[k].Brier.Mean))
			}
		}
	}
	for _, v := range worst[:3] {
		got = append(got, two(v.Scores[0].Brier))
	}
	got = append(got, number(simpler), number(len(coded.Verdicts)))
	said := says(`On all (\S+), to which it was fitted, played (\d+) times each, the set scores ([0-9.]+) \(([0-9.]+) to ([0-9.]+)\), ` +
		`stance alone ([0-9.]+), own and leading stance ([0-9.]+)\. ` +
		`With the stances of a second coder it scores ([0-9.]+) \(stance alone ([0-9.]+), own and leading stance ([0-9.]+)\), ` +
		`with nothing coded by hand but what the leading power wants ([0-9.]+) \(([0-9.]+) and ([0-9.]+)\)\. ` +
		`It is worst on [^(]* \(([0-9.]+)\), [^(]* \(([0-9.]+)\) and [^(]* \(([0-9.]+)\); on (\S+) of the (\S+) some simple rule`)
	if !slices.Equal(got, said) {
		t.Errorf("on the record README.md says\n%v, but it is\n%v", said, got)
	}
	for k, name := range []string{"mesa-2017", "gcc-1981", "arab-1950"} {
		if worst[k].ID != name {
			t.Errorf("the episode that is the worst but %d is %s, README.md says %s", k, worst[k].ID, name)
		}
	}
}

// So is what a second coder turns: the Asian NATO that the first coder's stances rule out.
func TestReadmeSaysWhatASecondCoderTurns(t *testing.T) {
	says := saidInReadme(t)
	said := append(says(`With Washington at 0 throughout, near what the first has, it comes in ([0-9.]+) % of the runs there too`),
		says(`By the stances of a second coder V6 is missed: a clause binds three Asian states in ([0-9.]+) % of 200 runs, where at most 5 % is asked`)...)
	run := answered[lab.Summary](t, "run asia-1991 --coder 2 --set states.USA.stance=0")
	v := answered[history.Hindcast](t, "hindcast V6 --coder 2 --runs 200").Verdicts[0]
	percent := func(s stats.Share) string { return strings.TrimSuffix(words.Percent(s.Mean), " %") }
	if want := []string{percent(run.InForce[len(run.InForce)-1]), percent(v.Claims[0].Chance)}; !slices.Equal(said, want) || v.Pass {
		t.Errorf("README.md says %v of what a second coder turns, it is %v; V6 passes: %v", said, want, v.Pass)
	}
}

// So is what its first screen says of the tournament.
func TestReadmeSaysHowItDoesOnWhatWasLeftOut(t *testing.T) {
	says, episodes := saidInReadme(t), decidedEpisodes(t)
	first := says(`fitted anew without each of (\S+) theatres in turn \(of (\d+) fits in all, the others without a leading power or of all episodes, (\d+) learnt nothing\), with (\S+) episodes of history in all, it has a mean squared error \(Brier score\) of ([0-9.]+) \(([0-9.]+ to [0-9.]+); ` +
		`0 is best\) on what was left out, where a coin has ([0-9.]+) and the signs of a state's own and of the leading power's coded stance ` +
		`have ([0-9.]+), from which so many episodes do not tell it \((?:better by [^)]*)\); its form was chosen with all of them in view\.`)
	first = append(first, says(`a state's own alone has ([0-9.]+)\. With nothing coded by hand but what the leading power wants the model has `+
		`([0-9.]+), and stance alone ([0-9.]+)\.`)...)
	row := func(rule string) []string {
		return says(`\| ` + rule + ` \| \d+ \| ([0-9.]+) \(([0-9.]+ to [0-9.]+)\) \|[^|]*\|[^|]*\| ([0-9.]+) \(`)
	}
	rule, stance, leading := row("The article's rule"), row("stance alone"), row("own and leading stance")
	standings := answered[history.Standings](t, "tournament --shipped")
	if want := []string{number(standings.Theatres()), fmt.Sprint(standings.Rows[0].Fits), fmt.Sprint(standings.Rows[0].Unmoved), number(episodes), rule[0], rule[1], "0.25", leading[0], stance[0], rule[2],
		stance[2]}; !slices.Equal(first, want) {
		t.Errorf("README.md says %v of what was left out, and its table of the tournament has %v", first, want)
	}
	apart := says(`from which so many episodes do not tell it \((better by \S+), (\S+ to \S+)\)`)
	if told := says(`beside the best simple rule, own and leading stance \([0-9.]+\), it is (better by \S+) \(95 % interval (\S+ to \S+)\), no more than`); !slices.Equal(apart, told) {
		t.Errorf("README.md says first %v, and of the tournament %v", apart, told)
	}
}

// So is that no driver is shown to add anything to who wanted a pact: a rule without it is no worse than luck would have it on the
// episodes that were left out.
func TestReadmeSaysWhatIsNotShown(t *testing.T) {
	episodes := decidedEpisodes(t)
	saidInReadme(t)(`that threat, trade, quarrels or unsteady governments add to that is not shown`)
	kept, err := shippedFits()
	if err != nil {
		t.Fatal(err)
	}
	for _, inputs := range []string{inputsCoded, inputsMeasured} {
		with := heldOut(kept, sim.DefaultTheory, inputs)
		for _, gone := range []string{"threat", "trade", "friction", "volatility"} {
			var worse []float64
			for id, score := range heldOut(kept, "without-"+gone, inputs) {
				worse = append(worse, score-with[id])
			}
			mean, squares := stats.Mean(worse), 0.0
			for _, d := range worse {
				squares += (d - mean) * (d - mean)
			}
			n := float64(len(worse))
			if beyond := mean > 2*math.Sqrt(squares/(n-1)/n); len(worse) != episodes || beyond {
				t.Errorf("README.md says that %s is not shown to add anything; without it the rule is worse by %.3f on %d "+
					"episodes, %s, beyond their choice: %v",
					gone, mean, len(worse), inputs, beyond)
			}
		}
	}
}

// So is how far two coders agree.
func TestReadmeSaysHowFarCodersAgree(t *testing.T) {
	two := func(x float64) string { return fmt.Sprintf("%.2f", x) }
	agreement := agreed(t)
	kappa := saidInReadme(t)(`agree with a weighted kappa of ([0-9.]+) \(([0-9.]+) to ([0-9.]+)\)`)
	if want := []string{two(agreement.Kappa.Mean), two(agreement.Kappa.Low), two(agreement.Kappa.High)}; !slices.Equal(kappa, want) {
		t.Errorf("README.md says that kappa is %v, it is %v", kappa, want)
	}
}

// decidedEpisodes is how many history has decided.
func decidedEpisodes(t *testing.T) int {
	t.Helper()
	all, err := scenarios.List()
	if err != nil {
		t.Fatal(err)
	}
	return len(history.Decided(all))
}

// recordRuns is how many times each episode is played for what README.md says of all of them.
const recordRuns = 200

// What the first screen says of the form of the rule is what the block of doubt says, and its interval is told apart from that
// of the block on what chances are worth.
func TestReadmesFirstScreenSaysWhatItsBlocksDo(t *testing.T) {
	says := saidInReadme(t)
	form := says(`by (\d+) rules that add a rival's reasons to the common base the pact of 2025 has anywhere from ([0-9.]+) % to ([0-9.]+) %`)
	if block := says(`By (\d+) other rules that stand on the common base, each with constants of its own, it is anywhere from ([0-9.]+) % ` +
		`\([^)]*\) to ([0-9.]+) % \([^)]* of 0\.25\); a coin has 0\.25`); !slices.Equal(form, block) {
		t.Errorf("the first screen of README.md says of other rules %v, and doubt %v", form, block)
	}
	first := says(`a mean squared error \(Brier score\) of [0-9.]+ \(([0-9.]+ to [0-9.]+); 0 is best\)`)
	if again := says(`another than that of the first screen \(([0-9.]+ to [0-9.]+)\)`); !slices.Equal(first, again) {
		t.Errorf("the first screen of README.md has the interval %v, and what says why another differs has %v", first, again)
	}
}

// number writes a small number in words.
func number(n int) string {
	words := strings.Fields("none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
		"sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four")
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

// heldOut is the score of each episode by weights that were not fitted to it.
func heldOut(kept *history.ShippedFits, entrant, inputs string) map[string]float64 {
	scores := map[string]float64{}
	for _, id := range kept.Episodes {
		if f, ok := kept.Unseen(entrant, inputs, id); ok {
			scores[id] = f.Scores[id]
		}
	}
	return scores
}

// Which rivals tell Europe from Asia is what README's table has: NATO forms in ten points more of the runs than either Asian pact.
func TestReadmeNamesTheRivalsThatTellTheRegionsApart(t *testing.T) {
	text := read(t, "../../README.md")
	row := regexp.MustCompile(`(?m)^\| ([A-Z][^|(]+) \([^|]*\| ([0-9.]+) % \|[^|]*\|[^|]*\| ([0-9.]+) % \|[^|]*\| ([0-9.]+) % \|`)
	var apart []string
	rows := row.FindAllStringSubmatch(text, -1)
	for _, m := range rows {
		var chances [3]float64
		for k := range chances {
			chances[k], _ = strconv.ParseFloat(m[2+k], 64)
		}
		if m[1] != "The article" && chances[0] > max(chances[1], chances[2])+10 {
			apart = append(apart, strings.ToLower(m[1]))
		}
	}
	if len(rows) != len(sim.Theories()) {
		t.Fatalf("README's table has %d theories", len(rows))
	}
	slices.Sort(apart)
	if said := "Of the rivals only " + words.And(apart) + " tell the two regions apart."; !strings.Contains(text, said) {
		t.Errorf("README does not say: %s", said)
	}
}
