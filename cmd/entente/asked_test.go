package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

func shipped(t *testing.T, name string) world {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{Best: true})
	if err != nil {
		t.Fatal(err)
	}
	return world{name, l}
}

// drawing is a shipped scenario whose runs take the draws of the shipped posterior in turn, as a command plays it.
func drawing(t *testing.T, name string) sim.Scenario {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l.Scenario
}

// question is one that a command asks, of the same scenario each.
type question struct {
	verb string
	play func(context.Context, lab.Options) (lab.Answer, *tables.Page, []plots.Named)
}

// questions are all that play runs.
func questions(t *testing.T) []question {
	s := shipped(t, "pacific-2025").Scenario
	whatIf := s
	whatIf.Expects, whatIf.Expectation, whatIf.Name = "same", "Nothing comes of nothing.", "idle"
	two := []lab.Named{{Name: "pacific-2025", Scenario: s}, {Name: "idle", Scenario: whatIf}}
	return []question{
		{"run", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			e := lab.Play(ctx, sim.NewWorld(s), o)
			x := e.Summarise()
			return ensemble{x, e}, tables.Run(x), plots.OfRun(x)
		}},
		{"ablate", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			x := lab.Ablate(ctx, s, o)
			return x, tables.Ablation(x), plots.OfAblation(x)
		}},
		{"why", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			x := lab.AskWhy(ctx, s, lab.Mechanisms[:2], 0, o)
			return x, tables.Why(x), plots.OfWhy(x)
		}},
		{"compare", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			x := lab.Compare(ctx, two, o)
			return x, tables.Comparison(x), plots.OfComparison(x)
		}},
		{"library", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			x := lab.AskLibrary(ctx, [][]lab.Named{two}, o)
			return x, tables.Library(x), plots.OfLibrary(x)
		}},
		{"doubt", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			x := lab.AskDoubt(ctx, lab.Doubted{Scenario: s, Second: &two[1].Scenario, Error: 0.1, Figures: 1}, o)
			return x, tables.Doubt(x), plots.OfDoubt(x)
		}},
		{"flip", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			x := lab.FindFlip(ctx, s, "", 0.99, o)
			return x, tables.Flip(x), plots.OfFlip(x)
		}},
		{"pivots", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			w := sim.NewWorld(s)
			x := lab.FindPivots(ctx, w, w.Headline(), 18, lab.MedianDisposition, o)
			return x, tables.Pivots(x), plots.OfPivots(x)
		}},
		{"theories", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			x := history.AskTheories(ctx, []sim.Scenario{s}, o)
			return x, tables.Theories(x), plots.OfTheories(x)
		}},
		{"hindcast", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			ep, _ := history.FindEpisode("V10")
			x := history.AskHindcast(ctx, []history.Episode{ep}, map[string]sim.Scenario{s.Name: s}, o)
			return x, tables.Hindcast(x), plots.OfHindcast(x)
		}},
		{"report", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
			x := history.AskReport(ctx, history.AskedReport{Of: []history.Reported{{Name: s.Name, Title: s.Title}},
				Doubted: []lab.Doubted{{Scenario: s, Error: 0.1}}, Without: []string{history.PartDoubt, history.PartRecord},
				Rests: lab.NewBibliography()}, o)
			return x, tables.Report(x), plots.OfReport(x)
		}},
	}
}

// told is what a command comes to: what it prints and says, and the exit code. change may alter the answer before it is told.
func told(t *testing.T, ctx context.Context, out string, q question, o lab.Options, change func(*lab.Head)) (stdout,
	stderr string, code int) {
	t.Helper()
	var print, talk bytes.Buffer
	c := &cobra.Command{}
	c.SetContext(ctx)
	c.SetOut(&print)
	c.SetErr(&talk)
	f := flags{runs: o.Runs, seed: o.Seed, showing: showing{out: out}}
	a, err := f.ask(c, f.command(q.verb, "pacific-2025"), nil, shipped(t, "pacific-2025"))
	if err != nil {
		t.Fatal(err)
	}
	if a.shelf != nil {
		o.Ledger = a.shelf.Ledger()
	}
	found, page, charts := q.play(ctx, o)
	if change != nil {
		change(found.Top())
	}
	if err := a.answer(found, page, charts[:min(1, len(charts))]); err != nil {
		return print.String(), talk.String() + err.Error(), exitCode(err)
	}
	return print.String(), talk.String(), 0
}

// there are the files in a folder, the lock left out.
func there(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != ".entente-lock" {
			names = append(names, e.Name())
		}
	}
	return names
}

// A run that failed is told with its number and world, recorded, and the rest is reported; the command does not end as if all were
// well.
func TestRunsThatFailed(t *testing.T) {
	for _, q := range questions(t) {
		out := t.TempDir()
		stdout, stderr, code := told(t, t.Context(), out, q, lab.Options{Runs: 5, Seed: 4}, func(h *lab.Head) {
			h.Failures = []lab.Failure{{Run: 2, World: "the second", Message: "a promise of the model was broken"}}
		})
		if code != exitRun || stdout == "" {
			t.Errorf("%s ends with %d, want %d, and prints\n%s", q.verb, code, exitRun, stdout)
		}
		for _, want := range []string{"1 of ", " runs failed and are left out", "run 2 of seed 4 of the world the second:\na " +
			"promise of the model was broken"} {
			if !strings.Contains(stderr, want) {
				t.Errorf("%s does not say %q:\n%s", q.verb, want, stderr)
			}
		}
		m, err := shelf.Read(out)
		if err != nil || !strings.Contains(string(m.Failures), "a promise of the model was broken") {
			t.Errorf("%s: the manifest records %s: %v", q.verb, m.Failures, err)
		}
	}
}

// Interrupted, every command reports the runs that it played in every world, as so many, and keeps a folder that says so; with
// none of them it reports and keeps nothing but what was played, and the same command goes on from there.
func TestInterruptedCommands(t *testing.T) {
	for _, q := range questions(t) {
		ctx, cancel := context.WithCancel(t.Context())
		out := t.TempDir()
		last := 0
		o := lab.Options{Runs: 400, Seed: 1, Workers: 1, Done: func(count int) {
			last = count
			if count >= 200 {
				cancel()
			}
		}}
		stdout, stderr, code := told(t, ctx, out, q, o, nil)
		if code != exitInterrupted || !strings.Contains(stderr, "interrupted after ") || last == 0 {
			t.Errorf("%s ends with %d and says\n%s", q.verb, code, stderr)
		}
		if !strings.Contains(strings.ToLower(stdout), "cut short") {
			t.Errorf("%s does not say that it was cut short:\n%s", q.verb, stdout)
		}
		m, err := shelf.Read(out)
		if err != nil || !strings.HasPrefix(m.Cut, "interrupted: ") || m.Played >= m.ToPlay {
			t.Errorf("%s: the manifest says %q of %d of %d runs: %v", q.verb, m.Cut, m.Played, m.ToPlay, err)
		}

		cancelled, stop := context.WithCancel(t.Context())
		stop()
		out = t.TempDir()
		stdout, stderr, code = told(t, cancelled, out, q, lab.Options{Runs: 50, Seed: 1}, nil)
		if code != exitInterrupted || stdout != "" || !strings.Contains(stderr, "too few to tell anything") {
			t.Errorf("%s, with nothing played, ends with %d, prints %q and says %q", q.verb, code, stdout, stderr)
		}
		if left := there(t, out); len(left) > 0 {
			t.Errorf("%s, with nothing played, keeps %v", q.verb, left)
		}
		cancel()
	}
}

// What was played before a command was stopped is not played again, and the answer is the same to the last byte.
func TestTheSameCommandGoesOn(t *testing.T) {
	for _, q := range questions(t) {
		if slices.Contains([]string{"run", "pivots"}, q.verb) {
			continue // whose answers are those of the runs themselves
		}
		whole, cut := t.TempDir(), t.TempDir()
		o := lab.Options{Runs: 20, Seed: 1}
		if _, stderr, code := told(t, t.Context(), whole, q, o, nil); code != 0 {
			t.Fatal(stderr)
		}
		ctx, cancel := context.WithCancel(t.Context())
		played, enough := 0, 7
		if q.verb == "report" {
			enough = 50 // the first forty are those of the chance itself and of the drivers, which begin anew
		}
		o.Done = func(count int) {
			if played = count; count >= enough {
				cancel()
			}
		}
		told(t, ctx, cut, q, o, nil)
		cancel()
		if _, err := os.Stat(filepath.Join(cut, "ledger.csv")); err != nil {
			t.Errorf("%s keeps nothing of the %d runs it played: %v", q.verb, played, err)
		}
		o.Done = nil
		if _, stderr, code := told(t, t.Context(), cut, q, o, nil); code != 0 {
			t.Fatal(stderr)
		}
		a, b := there(t, whole), there(t, cut)
		if !slices.Equal(a, b) {
			t.Errorf("%s: the folders hold %v and %v", q.verb, a, b)
			continue
		}
		for _, name := range a {
			if name != "timing.json" && read(t, filepath.Join(whole, name)) != read(t, filepath.Join(cut, name)) {
				t.Errorf("%s: %s is another after an interruption", q.verb, name)
			}
		}
	}
}

// If every run fails there is nothing to report but that.
func TestAllRunsFail(t *testing.T) {
	w := sim.NewWorld(shipped(t, "pacific-2025").Scenario)
	w.Clauses = append(w.Clauses, "a clause nobody proposed") // breaks the promise that a world is never changed
	broken := question{"run", func(ctx context.Context, o lab.Options) (lab.Answer, *tables.Page, []plots.Named) {
		e := lab.Play(ctx, w, o)
		x := e.Summarise()
		return ensemble{x, e}, tables.Run(x), plots.OfRun(x)
	}}
	out := t.TempDir()
	stdout, stderr, code := told(t, t.Context(), out, broken, lab.Options{Runs: 6, Seed: 1}, nil)
	if code != exitRun || stdout != "" || !strings.Contains(stderr, "6 of 6 runs failed") || len(there(t, out)) > 0 {
		t.Errorf("ends with %d, prints %q, says %q and keeps %v", code, stdout, stderr, there(t, out))
	}
}

// Interrupted before its charts are drawn, the answer is whole, and the manifest says that charts are missing.
func TestInterruptedWhileDrawing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out := t.TempDir()
	c := &cobra.Command{}
	c.SetContext(ctx)
	var print, talk bytes.Buffer
	c.SetOut(&print)
	c.SetErr(&talk)
	f := flags{runs: 5, seed: 1, showing: showing{out: out}}
	a, err := f.ask(c, "entente run pacific-2025", nil, shipped(t, "pacific-2025"))
	if err != nil {
		t.Fatal(err)
	}
	found, page, charts := questions(t)[0].play(ctx, lab.Options{Runs: 5, Seed: 1})
	cancel() // all has been played, and the charts are not drawn yet
	err = a.answer(found, page, charts)
	if err == nil || exitCode(err) != exitInterrupted || !strings.Contains(err.Error(), "interrupted while drawing") || print.Len() == 0 {
		t.Errorf("ends with %v and prints %d bytes", err, print.Len())
	}
	m, err := shelf.Read(out)
	if err != nil || m.Cut != fmt.Sprintf("interrupted while drawing: %d of %d charts are missing", len(charts), len(charts)) {
		t.Errorf("the manifest says %q: %v", m.Cut, err)
	}
}

// A folder that fails costs no print: a file that came while it was played is left alone, and the answer is printed all the same.
func TestAFolderThatFails(t *testing.T) {
	out := t.TempDir()
	theirs := filepath.Join(out, "runs.csv")
	run := questions(t)[0]
	stdout, stderr, code := told(t, t.Context(), out, run, lab.Options{Runs: 3, Seed: 1}, func(*lab.Head) {
		if err := os.WriteFile(theirs, []byte("mine"), 0o666); err != nil {
			t.Fatal(err)
		}
	})
	if code != exitRun || stdout == "" || !strings.Contains(stderr, "holds runs.csv, which no manifest of entente lists") {
		t.Errorf("it ends with %d and says\n%s\nand prints\n%s", code, stderr, stdout)
	}
	if left := there(t, out); read(t, theirs) != "mine" || slices.Contains(left, "manifest.json") ||
		slices.Contains(left, ".entente-build") {
		t.Errorf("it leaves %v", left)
	}
}

// Every file of an answer has a name that is known before anything is played: a folder with files of its user's under all of
// those names is refused with all of them, and nothing is printed.
func TestEveryFileOfAnAnswerIsKnownBefore(t *testing.T) {
	actors := t.TempDir() + "/greece.csv"
	if err := os.WriteFile(actors, []byte("actor,strength,A,B,C\nA,5,0,1,0\nB,3,1,0,1\nC,2,0,1,0\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	share := filepath.Join(t.TempDir(), "share")
	if said, err := exec.Command("entente", "sweep", "tipping-2025", "--points", "2", "--runs", "1", "--shard", "1/1", "--out",
		share).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	// which give no answer, or none to keep
	asked := map[string]bool{"validate": true, "theatre": true, "submit": true, "version": true, "init": true, "schema": true, "cite": true, "plot": true, "slides": true, "rerun": true,
		"class": true, "man": true, "page": true, "serve": true}
	for _, command := range []string{
		"list", "play asia-1991", "roles asia-1991", "params", "figures", "figures asia-1991 states", "episodes asia-1991", "explain pacific-2025 --state JPN", "stable " + actors, "landscape " + actors,
		"run europe-1947 --runs 2", "doubt asia-1991 --runs 1 --figures 1",
		"ablate asia-1991 --runs 1", "why asia-1991 --runs 2 --mechanisms trade", "flip asia-1991 --runs 2", "pivots asia-1991 --runs 1",
		"compare asia-1991 --set theory=landscape --runs 2", "drivers asia-1991 --runs 1", "library soft-clause --runs 2", "report asia-1991 --runs 12 --without doubt,record,why,flip",
		"theories asia-1991 --runs 1",
		"theories asia-1991 asia-1950 --runs 1", "hindcast V6 --runs 2", "hindcast V10 --runs 2",
		"calibrate --runs 1 --rounds 1 --burn-in 2 --steps 4", "tournament --rules base --episodes V4,V6 --inputs coded " +
			"--trials 2 --runs 2",
		"sweep tipping-2025 --points 2 --runs 1", "sensitivity constants-2025 --points 2 --runs 1", "discover coding-2025 --points 200",
		"tip asia-1991 --x levers.all.threat --y levers.all.trade --levels 2 --runs 1", "convergence asia-1991 --runs 100",
		"merge " + share, "status " + share,
	} {
		asked[strings.Fields(command)[0]] = true
		dir := t.TempDir()
		args := append(strings.Fields(command), "--out", filepath.Join(dir, "answer"))
		if said, err := exec.Command("entente", args...).CombinedOutput(); err != nil {
			t.Errorf("entente %s: %v\n%s", command, err, said)
			continue
		}
		m, err := shelf.Read(filepath.Join(dir, "answer"))
		if err != nil {
			t.Fatal(err)
		}
		schema := strings.Fields(command)[0]
		if schema == "merge" {
			schema = m.Question
		}
		asItsSchemaSays(t, schema, []byte(read(t, filepath.Join(dir, "answer", answerFile))))
		inTheDictionary(t, command, filepath.Join(dir, "answer"), m)
		theirs := filepath.Join(dir, "theirs")
		if err := os.Mkdir(theirs, 0o777); err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, f := range m.Files {
			if f.Name == trials.Name || f.Name == fits.Name { // a ledger, which is told for itself
				continue
			}
			names = append(names, f.Name)
			if err := os.WriteFile(filepath.Join(theirs, f.Name), []byte("mine"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		slices.Sort(names)
		args[len(args)-1] = theirs
		var print, talk bytes.Buffer
		c := exec.Command("entente", args...)
		c.Stdout, c.Stderr = &print, &talk
		c.Run()
		if want := theirs + " holds " + strings.Join(names, ", ") + ", which no manifest"; c.ProcessState.ExitCode() != exitUsage ||
			print.Len() > 0 ||
			!strings.Contains(talk.String(), want) {
			t.Errorf("entente %s ends with %d, prints %d bytes and says\n%s\nwant\n%s", command, c.ProcessState.ExitCode(),
				print.Len(), talk.String(), want)
		}
	}
	for _, verb := range verbs {
		if name := verb().Name(); !asked[name] {
			t.Errorf("entente %s was not asked", name)
		}
	}
}

// inTheDictionary holds a folder to tell what each column of each of its tables means, but for files that somebody brought and
// for what is remembered of trials.
func inTheDictionary(t *testing.T, command, dir string, m shelf.Manifest) {
	t.Helper()
	rows := func(name string) [][]string {
		in := csv.NewReader(strings.NewReader(read(t, filepath.Join(dir, name))))
		in.Comment = '#'
		all, err := in.ReadAll()
		if err != nil {
			t.Fatalf("entente %s: %s: %v", command, name, err)
		}
		return all
	}
	told := map[string]bool{}
	for _, row := range rows(lab.DictionaryFile)[1:] {
		told[row[0]+" "+row[1]] = row[2] != ""
	}
	for _, f := range m.Files {
		if !strings.HasSuffix(f.Name, ".csv") || slices.Contains([]string{lab.DictionaryFile, trials.Name, fits.Name, "actors.csv"}, f.Name) {
			continue
		}
		for _, column := range rows(f.Name)[0] {
			if !told[f.Name+" "+column] {
				t.Errorf("entente %s: nothing says what %s of %s means", command, column, f.Name)
			}
		}
	}
}
