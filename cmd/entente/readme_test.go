package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/plots"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// shown is a command that README.md shows.
type shown struct {
	line    int
	command string
}

// commands are the lines of the blocks marked sh, comments and blank lines left out, continued lines joined.
func commands(text string) []shown {
	var all []shown
	inside, joined := false, ""
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "```"):
			inside = !inside && line == "```sh"
		case !inside || line == "" || strings.HasPrefix(line, "#"):
		case strings.HasSuffix(line, `\`):
			joined += strings.TrimSuffix(line, `\`)
		default:
			all = append(all, shown{n + 1, joined + line})
			joined = ""
		}
	}
	return all
}

// What README.md tells people to type works as it stands, in a folder that looks like a fresh clone. A make command is
// not run here, since make runs this test: its target must exist.
func TestReadmeCommands(t *testing.T) {
	if testing.Short() {
		t.Skip("plays all that README shows, at the runs it shows")
	}
	need(t, "sh")
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	dir := clone(t, root)
	played := 0
	for _, c := range commands(string(text)) {
		switch words := strings.Fields(c.command); words[0] {
		case "git", "cd": // they fetch the clone and enter it
		case "make":
			for _, target := range words[1:] {
				if !strings.Contains(target, "=") && !targets(string(makefile))[target] {
					t.Errorf("README.md:%d: %s: the Makefile has no target %s", c.line, c.command, target)
				}
			}
		case "entente", "bin/entente", "./bin/entente":
			played++
			sh := exec.Command("sh", "-ec", c.command)
			sh.Dir = dir
			var stdout, stderr bytes.Buffer
			sh.Stdout, sh.Stderr = &stdout, &stderr
			if err := sh.Run(); err != nil || stdout.Len() == 0 {
				t.Errorf("README.md:%d: %s\n%v, with %d bytes printed\n%s", c.line, c.command, err, stdout.Len(), stderr.String())
			}
		default:
			t.Errorf("README.md:%d: the test does not know how to try out %q", c.line, c.command)
		}
	}
	if played == 0 {
		t.Error("README.md shows no entente command in a block marked sh")
	}
}

// clone is a folder with what README's commands may need of a clone: the scenarios and the built command.
func clone(t *testing.T, root string) string {
	t.Helper()
	entente, err := exec.LookPath("entente")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "scenarios"), os.DirFS(filepath.Join(root, "scenarios"))); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(entente, filepath.Join(dir, "bin", "entente")); err != nil {
		t.Fatal(err)
	}
	return dir
}

var target = regexp.MustCompile(`(?m)^([a-z/][a-z/-]*):`)

func targets(makefile string) map[string]bool {
	all := map[string]bool{}
	for _, m := range target.FindAllStringSubmatch(makefile, -1) {
		all[m[1]] = true
	}
	return all
}

// The two commands everyone is told of, and the rest, are there, and help lists them all.
func TestMakeTargets(t *testing.T) {
	need(t, "make")
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	help, err := exec.Command("make", "-C", "../..", "--no-print-directory", "help").CombinedOutput()
	if err != nil {
		t.Fatalf("make help: %v\n%s", err, help)
	}
	for _, want := range []string{"run", "test", "check", "build", "bench", "fuzz", "golden", "clean"} {
		if !targets(string(makefile))[want] {
			t.Errorf("the Makefile has no target %s", want)
		}
		if !strings.Contains(string(help), "make "+want+" ") {
			t.Errorf("make help does not list %s:\n%s", want, help)
		}
		plan := exec.Command("make", "-C", "../..", "-n", want)
		if out, err := plan.CombinedOutput(); err != nil {
			t.Errorf("make -n %s: %v\n%s", want, err, out)
		}
	}
}

// Each word of the first table is declared where the table says.
func TestReadmeWordsAreWhereItSays(t *testing.T) {
	rows := regexp.MustCompile(`(?m)^\| \*\*([a-z]+)\*\* \|.*\[([a-z/]+\.go)\]\(([a-z/]+\.go)\) \|$`).FindAllStringSubmatch(
		read(t, "../../README.md"), -1)
	if len(rows) != 10 {
		t.Errorf("README.md has %d of ten words with a place", len(rows))
	}
	for _, row := range rows {
		word, shown, file := row[1], row[2], row[3]
		declares := "type " + strings.ToUpper(word[:1]) + word[1:] + " struct"
		switch word {
		case "tick":
			declares = "func (r *Run) Step() bool"
		case "answer":
			declares = "type Head struct"
		}
		if shown != file || !strings.Contains(read(t, filepath.Join("../..", file)), declares) {
			t.Errorf("README.md sends who looks for %s to %s, where there is no %q", word, file, declares)
		}
	}
}

// What README.md says a new thing takes is there to be changed.
func TestReadmeContributingNamesFiles(t *testing.T) {
	_, table, _ := strings.Cut(read(t, "../../README.md"), "| new | files |")
	table, _, _ = strings.Cut(table, "\n\n")
	named := regexp.MustCompile("`((?:sim|scenarios|plots|cmd)[a-z_/]*(?:\\.[a-z]+)?)`").FindAllStringSubmatch(table, -1)
	if len(named) < 15 {
		t.Errorf("README.md says only of %d files that a new thing takes them", len(named))
	}
	for _, m := range named {
		if _, err := os.Stat(filepath.Join("../..", m[1])); err != nil {
			t.Errorf("README.md says that a new thing takes %s: %v", m[1], err)
		}
	}
}

// saidInReadme gives what README.md says: the parts in brackets of a pattern that it must hold.
func saidInReadme(t *testing.T) func(pattern string) []string { return saidIn(t, "../../README.md") }

// saidIn finds what a page says, whatever its line breaks.
func saidIn(t *testing.T, page string) func(pattern string) []string {
	text := strings.Join(strings.Fields(read(t, page)), " ")
	return func(pattern string) []string {
		t.Helper()
		found := regexp.MustCompile(pattern).FindStringSubmatch(text)
		if found == nil {
			t.Fatalf("%s no longer says %q", filepath.Base(page), pattern)
		}
		return found[1:]
	}
}

// The numbers of the first screen of README.md are those that `entente run` gives, each with what is open of it.
func TestReadmeBeginsWithWhatIsSo(t *testing.T) {
	if testing.Short() {
		t.Skip("plays eighteen thousand histories")
	}
	row := func(pact string) string { return `\| ` + pact + ` \| (.*?) \| (.*?) \| ` }
	said := saidInReadme(t)(row("the North Atlantic Treaty, 1947 to 1955") + row("the same, with Washington against it") +
		row("a Pacific pact, 1949 to 1956, which never came: here it is wrong") +
		row("an Asian NATO, 1991 to 2024") + row("the same, with Washington all for it") +
		row("the Pacific defence pact that was proposed in 2025, by 2035") + row("the same, with the present government in Washington against it") +
		row("the same, with both parties there against it") + row("the same, with Washington all for it"))
	grows := saidInReadme(t)(`from 2025 to 2035 the pairs of states with some tie go from (\d+) to ([0-9.]+) \((\d+ to \d+) in nine runs of ten\) ` +
		`and the arrangements of three or more that are at work from (\d+) to (.*?); how fast`)
	page := read(t, "../../README.md")
	for k, asked := range []struct {
		scenario string
		set      []string
	}{
		{"europe-1947", nil}, {"europe-1947", []string{"states.USA.stance=-0.5"}}, {"asia-1950", nil}, {"asia-1991", nil}, {"asia-1991", []string{"states.USA.stance=1"}},
		{"pacific-2025", nil}, {"pacific-2025", []string{"states.USA.stance=-0.5"}},
		{"pacific-2025", []string{"states.USA.stance=-0.5", "states.USA.centre=-0.5"}}, {"pacific-2025", []string{"states.USA.stance=1"}},
	} {
		for _, set := range asked.set {
			path, value, _ := strings.Cut(set, "=")
			if !strings.Contains(page, "--set "+path) || !strings.Contains(page, map[string]string{"-0.5": "stance of -0.5", "1": "all for it one of 1 "}[value]) {
				t.Errorf("README.md does not say what %s is", set)
			}
		}
		play := func(recode float64, second bool) *lab.Summary {
			l, err := scenarios.Load(asked.scenario, scenarios.Options{Set: asked.set, SecondCoder: second})
			if err != nil {
				t.Fatal(err)
			}
			l.Scenario.Recode = recode
			return lab.Play(t.Context(), sim.NewWorld(l.Scenario), lab.Options{Runs: 1000, Seed: 1}).Summarise()
		}
		last := func(s *lab.Summary) stats.Share { return s.InForce[len(s.InForce)-1] }
		found := play(0, false)
		level := last(found)
		level.Coding = last(play(usualError, false)).Coding
		for i, got := range []string{words.Chance(level), words.Chance(last(play(0, true)))} {
			if got != said[2*k+i] {
				t.Errorf("of %s, with %v, by coder %d it is %s; README.md says %s", asked.scenario, asked.set, i+1, got, said[2*k+i])
			}
		}
		if asked.scenario == "pacific-2025" && asked.set == nil {
			ties, groups := found.Web.Ties, found.Web.Minilaterals
			if want := []string{fmt.Sprint(ties[0].Mean), words.Between(ties[1]), fmt.Sprint(groups[0].Mean), words.Between(groups[1])}; !slices.Equal(want,
				[]string{grows[0], grows[1] + " (" + grows[2] + ")", grows[3], grows[4]}) {
				t.Errorf("of what grows README.md says %v, it is %v", grows, want)
			}
		}
	}
}

// What README.md says outside its tables is so: each command has its row, and the rest is played.
func TestReadmeSaysWhatIsSo(t *testing.T) {
	says := saidInReadme(t)
	var rows []string
	for _, m := range regexp.MustCompile("(?m)^\\| (`.*`) \\| ").FindAllStringSubmatch(read(t, "../../README.md"), -1) {
		for _, c := range regexp.MustCompile("`([a-z]+)").FindAllStringSubmatch(m[1], -1) {
			rows = append(rows, c[1])
		}
	}
	for _, verb := range verbs {
		if name := verb().Name(); !slices.Contains(rows, name) {
			t.Errorf("README.md has no row for entente %s", name)
		}
	}
	studies := regexp.MustCompile("[a-z]+-[0-9]+").FindAllString(says(`Four studies are shipped: (.*?)\.`)[0], -1)
	slices.Sort(studies)
	if got := scenarios.StudyNames(); len(got) != 4 || !slices.Equal(studies, got) {
		t.Errorf("README.md names the studies %v; there are %v", studies, got)
	}
	constants := says(`It has (\w+) constants where the others have (\w+) to (\w+), and`)
	least, most := 99, 0
	for _, theory := range sim.Theories()[1:] {
		n := len(history.KnobsOf(theory.Name))
		least, most = min(least, n), max(most, n)
	}
	if got := []string{number(len(history.Knobs())), number(least), number(most)}; !slices.Equal(got, constants) {
		t.Errorf("README.md counts %v constants, there are %v", constants, got)
	}

	// The forecast stands beside its reference class.
	class := says(`gives ([0-9.]+ %) by the end of 2030 and ([0-9.]+ %) by the end of 2035 \(Jeffreys' prior\): ` +
		`less than the model, whose chances lie within the intervals of the class`)
	open, _ := history.FindEpisode("V10")
	forecast := history.AskHindcast(t.Context(), []history.Episode{open},
		map[string]sim.Scenario{open.Scenario: drawing(t, open.Scenario)}, lab.Options{Runs: 1000, Seed: 1})
	for k, c := range forecast.Verdicts[0].Claims {
		if got := words.Percent(c.Reference.Mean); got != class[k] || c.Chance.Mean <= c.Reference.Mean || c.Chance.Mean > c.Reference.High {
			t.Errorf("the reference class gives %s, and the model %v; README.md says %s", got, c.Chance.Mean, class[k])
		}
	}

	// One constant from end to end of what calibration leaves.
	ends := says(`Nine in ten of the \d+ sets of the \S+ have reluctance, one constant of six, between (-?[0-9.]+) and ([0-9.]+); ` +
		`from one end to the other, all else as shipped, .*? goes from ([0-9.]+) % to ([0-9.]+) % of the runs`)
	for k, value := range ends[:2] {
		l, err := scenarios.Load("pacific-2025", scenarios.Options{Set: []string{"parameters.decision.reluctance=" + value}, Best: true})
		if err != nil {
			t.Fatal(err)
		}
		s := lab.Play(t.Context(), sim.NewWorld(l.Scenario), lab.Options{Runs: 200, Seed: 1}).Summarise()
		if got := strings.TrimSuffix(words.Percent(s.InForce[len(s.InForce)-1].Mean), " %"); got != ends[2+k] {
			t.Errorf("with a reluctance of %s it is in force in %s %%, README.md says %s", value, got, ends[2+k])
		}
	}
	posterior, err := scenarios.ShippedPosterior()
	if err != nil {
		t.Fatal(err)
	}
	var drawn []float64
	at := slices.Index(posterior.Constants, "decision.reluctance")
	for _, d := range posterior.Draws {
		drawn = append(drawn, d.Values[at])
	}
	slices.Sort(drawn)
	if n := len(drawn); fmt.Sprintf("%.2f %.2f", drawn[n/20], drawn[n-1-n/20]) != ends[0]+" "+ends[1] {
		t.Errorf("nine in ten sets have a reluctance between %v and %v, README.md says %v", drawn[n/20], drawn[n-1-n/20], ends[:2])
	}
}

// What README.md counts is there so many times: nobody has to remember to count again.
func TestReadmeCountsWhatThereIs(t *testing.T) {
	says := saidInReadme(t)
	posterior, err := scenarios.ShippedPosterior()
	if err != nil {
		t.Fatal(err)
	}
	draws := len(posterior.Draws)
	held, judged, off, twins := 0, 0, 0, 0
	shipped := scenarios.Constants()
	for _, f := range lab.ConstantsOf(shipped.Scenario.Parameters, shipped.Scenario.Draws, sourceIn(shipped)).Figures {
		if f.Theory == "" && f.Drawn == nil {
			held++
			if strings.Contains(f.Source, "judgement") {
				judged++
			}
			if constant, _ := sim.FigureAt(f.Path); constant.OfTwins() {
				twins++
			} else if *f.Value == 0 {
				off++
			}
		}
	}
	for _, c := range []struct {
		pattern string
		want    any
	}{
		{`a machine with Go ([0-9.]+) and make`, regexp.MustCompile(`(?m)^go ([0-9]+\.[0-9]+)`).FindStringSubmatch(read(t, "../../go.mod"))[1]},
		{`runs take turns at ([0-9]+) sets of them`, draws},
		{`what other values of the (\w+) fitted weights would`, number(len(posterior.Constants))},
		{`doubt about the theory's other ([0-9]+) constants`, held},
		{`other [0-9]+ constants, of which ([0-9]+) are judgement`, judged},
		{`\(([0-9]+) of the [0-9]+ stand at 0 and`, off},
		{`\([0-9]+ of the ([0-9]+) stand at 0 and`, held},
		{`and ([0-9]+) act with measured inputs alone`, twins},
		{`the ([0-9]+) that act here .entente doubt. moves apart`, len(shipped.Scenario.Unfitted())},
		{`and with ([0-9]+) runs or more it is told`, stats.Telling(draws)},
		{`Nine in ten of the ([0-9]+) sets of the \[posterior\]`, draws},
		{`more than (\w+) points no level is told`, map[float64]string{0.4: "forty"}[stats.Wide]},
		{`One set of constants for every theatre and century: (\w+) weights`, number(len(posterior.Constants))},
		{`Reasons\*\* are in logits: \+1 multiplies the odds of signing by ([0-9.]+)\.`, fmt.Sprintf("%.1f", math.E)},
		{`The same states and the same luck, by (\w+) theories`, number(len(sim.Theories()))},
		{`chosen among some (\w+) with these episodes in view`, strings.ToLower(saidIn(t, "../../sim/ODD.md")(`(\w+) variants were tried on the way`)[0])},
		{`Its reference class alone, (.*?), gives`, words.ReferenceClass(lab.ReferenceOf(sim.NewWorld(drawing(t, "pacific-2025"))))},
	} {
		if got, want := says(c.pattern)[0], fmt.Sprint(c.want); got != want {
			t.Errorf("README.md says %q where it is to say %s: %s", got, want, c.pattern)
		}
	}
}

// Who reads of a reason on the screen finds in README.md by which constant it is weighed, and in what unit.
func TestReadmeNamesTheFittedWeights(t *testing.T) {
	var rows []string
	for _, k := range history.Knobs() {
		f := k.Figure()
		rows = append(rows, fmt.Sprintf("| `%s` | %s | %s |\n", f.Path, words.Weighs(f.Path), f.Unit))
	}
	table := "| constant | reason | unit |\n|---|---|---|\n" + strings.Join(rows, "") + "\n"
	if _, below, _ := strings.Cut(read(t, "../../README.md"), "\n## How to read the output\n"); !strings.Contains(strings.Split(below, "\n## ")[0], table) {
		t.Errorf("README.md is to name the fitted weights below how to read the output:\n%s", table)
	}
}

// What README.md says of the three drivers is the first sentence of the command that it names.
func TestReadmeTellsTheDrivers(t *testing.T) {
	if testing.Short() {
		t.Skip("plays three scenarios as often as the command does")
	}
	names := strings.Fields(saidInReadme(t)("`entente drivers ([a-z0-9 -]+)`:")[0])
	out, err := exec.Command("entente", append([]string{"drivers", "--width", "100000"}, names...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(out), "\n")
	saidInReadme(t)(regexp.QuoteMeta(first))
}

// What README.md says of another world is the second sentence of the command that it names.
func TestReadmeTellsWhatAnotherWorldDoes(t *testing.T) {
	if testing.Short() {
		t.Skip("plays four worlds as often as the command does")
	}
	for _, before := range []string{"Without any change of government the pact of 2025 is", "that outlasts them, the pact of 2025 would be"} {
		said := saidInReadme(t)(before + " (.*?), by `entente (compare [^`]*)`")
		out, err := exec.Command("entente", append([]string{"--width", "100000"}, strings.Fields(said[1])...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(out), " (B) it is "+said[0]+".") {
			t.Errorf("%s %s, says README.md, and the command %.300s", before, said[0], out)
		}
	}
}

// The flags and files that README.md names are there: each command that it lists takes each of them.
func TestReadmeNamesFlagsThatAreThere(t *testing.T) {
	said := saidInReadme(t)("`run`, (`compare`.*? and `hindcast`) take `--runs`, `--seed`, `--set path=value` to change one " +
		"figure, `--as-of DATE` to refuse later facts, `--coder 2` for the stances of a second coder and \\(but for doubt\\) `--recode 0.16` " +
		".*?; all but `completion`, `help` and `serve` take `--json`")
	commands := []string{"run"}
	for _, m := range regexp.MustCompile("`([a-z]+)`").FindAllStringSubmatch(said[0], -1) {
		commands = append(commands, m[1])
	}
	for _, c := range root().Commands() {
		for _, flag := range []string{"runs", "seed", "set", "as-of", "coder", "recode", "json"} {
			if f := c.Flags().Lookup(flag); slices.Contains(commands, c.Name()) && (f == nil || f.Hidden) && !(c.Name() == "doubt" && flag == "recode") {
				t.Errorf("README.md says that %s takes --%s, and it does not", c.Name(), flag)
			}
		}
		if known := c.Flags().Lookup("json") != nil || c.HasSubCommands() && c.Name() != "completion"; known == (withoutJSON(c) != "") {
			t.Errorf("README.md says whether %s takes --json, and it is not so", c.Name())
		}
	}
	drawn := strings.ToUpper(words.And(plots.Formats))
	if charts := saidInReadme(t)("charts in ([A-Z, ]+ and [A-Z]+), beside each its caption")[0]; strings.ToUpper(charts) != drawn {
		t.Errorf("README.md says that charts are in %s, and they are in %s", charts, drawn)
	}
}
