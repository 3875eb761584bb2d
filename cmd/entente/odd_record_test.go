package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// answered is the answer to a command.
func answered[A any](t *testing.T, command string) *A {
	t.Helper()
	print, err := exec.Command("entente", append(strings.Fields(command), "--json")...).Output()
	if err != nil {
		t.Fatalf("entente %s: %v", command, err)
	}
	found := new(A)
	if err := json.Unmarshal(print, found); err != nil {
		t.Fatalf("entente %s: %v", command, err)
	}
	return found
}

// quotes holds numbers that a page says to what they are.
func quotes(t *testing.T, what string, said, are []string) {
	t.Helper()
	if !slices.Equal(said, are) {
		t.Errorf("%s is said to be %v; it is %v", what, said, are)
	}
}

// scored is a score as pages write it.
func scored(score float64) string { return fmt.Sprintf("%.2f", score) }

// What ODD.md and CHANGES.md quote of the tournament is what the shipped one has, and what they quote of the record is
// what README.md says, which another test plays.
func TestThePagesQuoteTheTournamentAsItIs(t *testing.T) {
	odd, changes, readme := saidIn(t, "../../sim/ODD.md"), saidIn(t, "../../sim/CHANGES.md"), saidInReadme(t)
	standings := answered[history.Standings](t, "tournament --shipped")
	score := map[string]string{}
	for _, r := range standings.Rows {
		if r.Inputs == inputsCoded {
			score[r.Name] = scored(r.Brier.Mean)
		}
	}
	of := func(names ...string) (all []string) {
		for _, name := range names {
			if score[name] == "" {
				t.Errorf("nothing called %s is held to all episodes", name)
			}
			all = append(all, score[name])
		}
		return all
	}
	quotes(t, "the tournament in ODD.md",
		odd(`has ([0-9.]+) for the rule, ([0-9.]+) without the stance, ([0-9.]+) without sponsorship and ([0-9.]+) without `+
			`reluctance; without friction ([0-9.]+), without trade ([0-9.]+), without threat ([0-9.]+), `+
			`without lasting dispositions ([0-9.]+)\. `),
		of("article", "without-home", "without-sponsorship", "without-reluctance", "without-friction", "without-trade",
			"without-threat", "without-lasting"))
	said := changes(`over (\d+) episodes: ([0-9.]+) for the rule, ([0-9.]+) without the stance, ([0-9.]+) without reluctance, ` +
		`([0-9.]+) without sponsorship, ([0-9.]+) without friction or trade, ([0-9.]+) without threat, ([0-9.]+) without ` +
		`lasting dispositions\.`)
	quotes(t, "the tournament in CHANGES.md", said, append([]string{strconv.Itoa(len(standings.Episodes))},
		of("article", "without-home", "without-reluctance", "without-sponsorship", "without-trade", "without-threat", "without-lasting")...))
	quotes(t, "the rule without friction in CHANGES.md", said[5:6], of("without-friction"))

	quotes(t, "the score of the form in ODD.md", odd(`stance alone ([0-9.]+), a coin [0-9.]+ and this form ([0-9.]+)\. `),
		append(readme(`\| stance alone \| 0 \| ([0-9.]+) `), score["article"]))
	quotes(t, "the second coder's score in ODD.md", odd(`With the stances of a second coder the shipped set has ([0-9.]+), where stance `+
		`alone has ([0-9.]+) and own and leading stance ([0-9.]+)\.`),
		readme(`With the stances of a second coder it scores ([0-9.]+) \(stance alone ([0-9.]+), own and leading stance ([0-9.]+)\)`))

	var others []int
	for _, theory := range sim.Theories()[1:] {
		others = append(others, len(history.KnobsOf(theory.Name)))
	}
	six := number(len(history.KnobsOf(sim.DefaultTheory)))
	quotes(t, "the number of constants in README.md",
		readme(`It has (\S+) constants where the others have (\S+) to (\S+), and two of its (\S+) weigh`),
		[]string{six, number(slices.Min(others)), number(slices.Max(others)), six})

	quotes(t, "what a chance is worth in ODD.md",
		odd(`tournament fit that had not seen it .*? has (\d+) claims in all\. Of the (\d+) at chances of 10 to 90 %, ([0-9.]+ %) came true where `+
			`([0-9.]+ %) were foretold: such chances are too low by ([0-9.]+) points \(95 % interval ([0-9.]+) to ([0-9.]+), .*? `+
			`too sure, with (\d+) % of (\d+) claims`), reliability(t))

	var whole []string
	for _, share := range readme(`Treaty, 1947 to 1955 \| ([0-9.]+) % .*? proposed in 2025, by 2035 \| ([0-9.]+) %`) {
		percent, err := strconv.ParseFloat(share, 64)
		if err != nil {
			t.Fatal(err)
		}
		whole = append(whole, fmt.Sprintf("%.0f", percent))
	}
	quotes(t, "what moved in 0.3.0, in CHANGES.md",
		changes(`the North Atlantic Treaty forms in (\d+) % of the runs and not in \d+, .*? of 2025 in (\d+) % and not in`), whole)
}

// What ODD.md says that removing shows, and that the model still gets wrong, is what its commands say today.
func TestODDSaysWhatTheModelGetsWrong(t *testing.T) {
	if testing.Short() {
		t.Skip("plays what ODD.md tells of")
	}
	odd := saidIn(t, "../../sim/ODD.md")
	percent := func(share float64) string { return fmt.Sprintf("%.0f", 100*share) }

	record := answered[history.Hindcast](t, "hindcast V1 V4 mesa-2017 gcc-1981 arab-1950 --runs 500 --best")
	figure := func(k int, name string) float64 {
		for _, f := range record.Verdicts[k].Figures {
			if f.Name == name {
				return f.Value
			}
		}
		t.Fatalf("%s has no figure %q", record.Verdicts[k].ID, name)
		return 0
	}
	chance := func(v *history.Verdict, about string) float64 {
		for _, c := range v.Claims {
			if strings.HasPrefix(c.About, about) {
				return c.Chance.Mean
			}
		}
		t.Fatalf("%s makes no claim that %s", v.ID, about)
		return 0
	}
	europe := answered[lab.Summary](t, "run europe-1947 --runs 500 --best")
	dunkirk := slices.IndexFunc(europe.Others, func(c lab.ClauseShare) bool { return c.ID == "dunkirk" })
	quotes(t, "V1", odd(`\*V1\*: Dunkirk is ever in force in (\d+) % .*? Jaccard of ([0-9.]+), where it wants 0\.8, because no treaty `+
		`comes in (\d+) %`),
		[]string{percent(europe.Others[dunkirk].InForce.Mean), scored(figure(0, "expected Jaccard of the founders")),
			percent(1 - chance(&record.Verdicts[0], "United States signs"))})
	var treaties []float64
	for _, c := range record.Verdicts[1].Claims[:5] {
		treaties = append(treaties, c.Chance.Mean)
	}
	quotes(t, "V4", odd(`Japan and Korea comes in (\d+) %, .*? in (\d+) %; the five treaties of Washington in (\d+) to (\d+) % each, so `+
		`that the Jaccard is ([0-9.]+)\.`),
		[]string{percent(figure(1, "chance of a clause with Japan and Korea")), percent(figure(1, "chance of any Pacific pact")),
			percent(slices.Min(treaties)), percent(slices.Max(treaties)), scored(figure(1, "expected Jaccard of the bilateral set"))})
	quotes(t, "the pacts without a great power, and Washington's alone",
		odd(`nobody made comes in (\d+) %: .*? which came, come in (\d+) and (\d+) %`),
		[]string{percent(chance(&record.Verdicts[2], "the Middle East Strategic Alliance is in force")),
			percent(chance(&record.Verdicts[3], "the Gulf Cooperation Council is in force")),
			percent(chance(&record.Verdicts[4], "the Arab League treaty of joint defence is in force"))})

	nato := &answered[history.Hindcast](t, "hindcast nato-1994 --runs 200 --best").Verdicts[0]
	quotes(t, "NATO's open door", odd(`Georgia \(([0-9.]+) %\) and Ukraine \(([0-9.]+) %\) by the end and Finland \(([0-9.]+) %\)`),
		[]string{fmt.Sprintf("%.1f", 100*chance(nato, "Georgia is a member of the North Atlantic Treaty by 2024")),
			fmt.Sprintf("%.1f", 100*chance(nato, "Ukraine is a member of the North Atlantic Treaty by 2024")),
			fmt.Sprintf("%.1f", 100*chance(nato, "Finland is a member of the North Atlantic Treaty by 2021"))})
	door := func(set string, claims ...string) (all []string) {
		v := &answered[history.Hindcast](t, "hindcast nato-1994 --runs 200 --best --set "+set).Verdicts[0]
		for _, c := range claims {
			state, day, _ := strings.Cut(c, " ")
			about := state + " is a member of the North Atlantic Treaty by " + day
			all = append(all, fmt.Sprintf("%.1f", 100*chance(v, about)), fmt.Sprintf("%.1f", 100*chance(nato, about)))
		}
		return all
	}
	disputes := door("parameters.decision.disputes=9", "Georgia 2021", "Moldova 2021", "Ukraine 2021", "Georgia 2024")
	quotes(t, "the open door with disputes in votes", odd(`Georgia is a member in ([0-9.]+) % in place of ([0-9.]+), Moldova in ([0-9.]+) in place `+
		`of ([0-9.]+), Ukraine in ([0-9.]+) in place of ([0-9.]+), .*? all fear Russia, Georgia in ([0-9.]+)\. No`), disputes[:7])
	quotes(t, "the open door with alarm in stances", odd(`Finland in by 2021 in ([0-9.]+) % in place of ([0-9.]+), Sweden in ([0-9.]+) in place of `+
		`([0-9.]+);`), door("parameters.politics.alarm=0.25", "Finland 2021", "Sweden 2021"))
	wheel := answered[lab.Summary](t, "run asia-1957 --runs 200 --best").InForce
	quotes(t, "the wheel of 1957-90", odd(`no wider pact \((\d+) %\)`), []string{percent(wheel[len(wheel)-1].Mean)})

	without := func(a *lab.Ablation, id string) float64 {
		k := slices.IndexFunc(a.Removals, func(r lab.Removal) bool { return r.ID == id })
		return a.Removals[k].InForce.Change.Mean
	}
	atlantic, pacific := answered[lab.Ablation](t, "ablate europe-1947 --runs 300 --best"),
		answered[lab.Ablation](t, "ablate pacific-2025 --runs 300 --best")
	quotes(t, "what removing shows", odd(`a part of Europe \(without them (\d+) points less\), and quarrels hold it back \((\d+) points more `+
		`without\); .*? Trade holds back the Pacific of 2025 \((\d+) % without it, (\d+) % with\)`),
		[]string{percent(-without(atlantic, "shocks")), percent(without(atlantic, "friction")),
			percent(pacific.InForce.Mean + without(pacific, "trade")), percent(pacific.InForce.Mean)})
	if all, lead := -without(atlantic, "stances"), -without(atlantic, "sponsorship"); all < 0.99*atlantic.InForce.Mean ||
		lead < 0.72*atlantic.InForce.Mean || lead > 0.88*atlantic.InForce.Mean {
		t.Errorf("of %v the stances carry %v and the leading power's will %v; ODD.md says all and four fifths", atlantic.InForce.Mean, all, lead)
	}
}

// What ODD.md says two simple rules get right of 1949 is what they do by the scenario and its truth.
func TestODDSaysWhatSimpleRulesGetRightOf1949(t *testing.T) {
	s := drawing(t, "europe-1947")
	truth := s.Truth["north-atlantic"]
	day, err := sim.ParseDate("1949-04-04")
	if err != nil {
		t.Fatal(err)
	}
	signed, right := 0, 0
	for _, id := range truth.Candidates {
		founder := truth.Signed[id] == day
		if founder {
			signed++
		}
		if (s.States[id].Polyarchy.At(day) > 0.5) == founder {
			right++
		}
	}
	share := func(n int) string { return fmt.Sprintf("%.0f", 100*float64(n)/float64(len(truth.Candidates))) }
	quotes(t, "what simple rules get right", saidIn(t, "../../sim/ODD.md")(`Of the (\S+) candidates for the North Atlantic Treaty in .europe-1947., of whom `+
		`(\S+) signed on 4 April 1949, "all sign" is right for (\d+) %, "who has electoral democracy above 0\.5 signs" for (\d+) %`),
		[]string{number(len(truth.Candidates)), number(signed), share(signed), share(right)})
}

// reliability is what is told of held-out claims: how many there are, what came true of those in the middle and what was foretold, by how
// much the second is too low, and how much of the last tenth came true, of how many.
func reliability(t *testing.T) []string {
	t.Helper()
	parts := answered[history.Hindcast](t, "hindcast --held-out").Record.Parts
	m, last := parts.Middle, parts.Bins[len(parts.Bins)-1]
	points := func(x float64) string { return strings.TrimPrefix(words.Points(x), "+") }
	return []string{strconv.Itoa(parts.Forecasts), strconv.Itoa(m.Forecasts), words.Percent(m.Happened), words.Percent(m.Mean),
		points(m.Above.Mean), points(m.Above.Low), points(m.Above.High), fmt.Sprintf("%.0f", 100*last.Happened), strconv.Itoa(last.Forecasts)}
}
