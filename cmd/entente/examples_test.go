package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// example is a command line that help shows.
type example struct {
	of   string   // the command whose help shows it
	line string   // without what is said of it
	path []string // the command that it calls
}

// continued is where an example goes on in the next line.
var continued = regexp.MustCompile(`\s*\\\n\s*`)

// saidOfIt is what help says of an example behind it.
var saidOfIt = regexp.MustCompile(`(\s{2,}|\s+#\s).*$`)

// examples are all that are shown, by command. Commands of the library's own show none of ours.
func examples(t *testing.T) (all []example) {
	t.Helper()
	var each func(c *cobra.Command)
	each = func(c *cobra.Command) {
		if name := c.Name(); name == "help" || name == "completion" {
			return
		}
		own := false
		if c.Example == "" {
			t.Errorf("%s --help shows no example", c.CommandPath())
			return
		}
		for line := range strings.SplitSeq(continued.ReplaceAllString(c.Example, " "), "\n") {
			line = saidOfIt.ReplaceAllString(strings.TrimSpace(line), "")
			if strings.HasPrefix(line, "man ") { // of the system
				continue
			}
			called, _, err := root().Find(strings.Fields(line)[1:])
			if err != nil || !strings.HasPrefix(line, "entente ") {
				t.Errorf("%s --help shows %q: %v", c.CommandPath(), line, err)
				continue
			}
			own = own || called.CommandPath() == c.CommandPath()
			all = append(all, example{c.CommandPath(), line, strings.Fields(called.CommandPath())[1:]})
		}
		if !own && !c.HasSubCommands() {
			t.Errorf("%s --help shows no example of it", c.CommandPath())
		}
		for _, below := range c.Commands() {
			each(below)
		}
	}
	each(root())
	return all
}

// soon is what makes an example play no more than shows that it runs, by command.
var soon = map[string]string{
	"calibrate": "--runs 1 --rounds 1 --burn-in 2 --steps 4", "discover": "--points 200 --runs 1", "sensitivity": "--points 2 --runs 1",
	"sweep": "--points 8 --runs 1", "tip": "--levels 2 --runs 1", "hindcast": "--runs 2", "convergence": "--runs 100",
	"doubt": "--runs 1", "flip": "--runs 2", "ablate": "--runs 1", "why": "--runs 1", "compare": "--runs 2", "run": "--runs 2",
	"drivers": "--runs 1", "theories": "--runs 1", "library": "--runs 2", "pivots": "--runs 1",
	"slides": "--runs 2",
	"report": "--runs 12 --without doubt,record",
}

// triedElsewhere are the commands whose examples need what is not here, with the tests that try them on what they make.
var triedElsewhere = map[string]string{
	"theatre":    "TestSessions/theatre, on data sets in the layouts of their publishers",
	"submit":     "the tests of slurm_test.go, on a Slurm of their own",
	"status":     "the same",
	"page":       "the tests of page_test.go, with the model for browsers",
	"serve":      "the same, which end it",
	"plot":       "TestSessions/plot, on results of their own",
	"rerun":      "the same",
	"tournament": "the tests of tournament_test.go, on a short one",
}

// Each command shows an example in its help, and each example runs as it stands but for how much it plays.
func TestExamplesRun(t *testing.T) {
	all := examples(t)
	if testing.Short() {
		t.Skip("runs them")
	}
	need(t, "sh")
	dir := t.TempDir()
	for name, text := range map[string]string{
		"actors.csv":    "actor,strength,US,Rus,Syr\nUS,10,0,-1,-1\nRus,10,-1,0,1\nSyr,50,-1,1,0\n",
		"alliances.csv": "actor,strength,A,B,C\nA,5,0,1,0\nB,3,1,0,1\nC,2,0,1,0\n",
		"class.csv":     "turn,AUS,JPN,PHL,USA\n1,yes,no,,yes\n2,yes,yes,,yes\n",
		"my-study.toml": "format = 1\ntitle = \"Two blocks\"\nscenario = \"arab-1950\"\ndesign = \"halton\"\npoints = 600\n" +
			"[factors.trade]\npath = \"levers.all.trade\"\nlow = 0\nhigh = 2\n[outputs.members]\nmeasure = \"members\"\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ran := 0
	tried := map[string]bool{}
	for _, x := range all {
		verb := x.path[0]
		if _, elsewhere := triedElsewhere[verb]; elsewhere && !strings.Contains(x.line, "--shipped") || tried[x.line] ||
			strings.Contains(x.line, "manila.toml") {
			continue
		}
		tried[x.line] = true
		line := x.line
		if more := soon[verb]; more != "" && !strings.Contains(line, "--shipped") && !strings.Contains(line, "--point ") &&
			!strings.Contains(line, "my-study.toml") {
			command, redirect, _ := strings.Cut(line, " >")
			line = regexp.MustCompile(` --runs \d+`).ReplaceAllString(command, "") + " " + more
			if redirect != "" {
				line += " >" + redirect
			}
		}
		sh := exec.Command("sh", "-ec", line)
		sh.Dir = dir
		if said, err := sh.CombinedOutput(); err != nil {
			t.Errorf("%s --help shows `%s`, which comes to %v\n%s", x.of, x.line, err, said)
		}
		ran++
	}
	if ran < 30 {
		t.Errorf("only %d examples ran", ran)
	}
	for verb := range triedElsewhere {
		if !slices.ContainsFunc(all, func(x example) bool { return x.path[0] == verb }) {
			t.Errorf("no help shows an example of %s, which is tried elsewhere", verb)
		}
	}
}
