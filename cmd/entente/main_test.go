package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"entente/cmd/entente/shelf"
	"entente/sim"
)

// The tests call the command as people do: by its name, in a process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"entente": main})
}

// Each script in testdata/script is a session at a terminal and what should come of it.
func TestSessions(t *testing.T) {
	shipped, err := filepath.Abs("../../scenarios")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SHIPPED", shipped)
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits, "json": jsonHolds, "whole": whole, "same": same, "again": again, "sound": sound, "cited": citedThere,
			"agrees": agrees, "cutshort": cutShort, "replays": replays, "asschema": asSchema,
		},
	})
}

// need is for tests that call another program. Where all of them should be there, a missing one is a failure.
func need(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("ENTENTE_CI") != "" {
			t.Fatalf("%s is not installed: this test cannot be run", program)
		}
		t.Skipf("%s is not installed", program)
	}
}

// cutShort FILE NEW copies the first half of a file, in the middle of a line, as a kill leaves it.
func cutShort(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[1])), 0o755))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text[:strings.LastIndex(text[:len(text)/2], ",")+2]), 0o644))
}

// exits CODE COMMAND... runs a command that must exit with just that code.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s exits with %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

func decode(ts *testscript.TestScript, file string, v any) {
	if err := json.Unmarshal([]byte(ts.ReadFile(file)), v); err != nil {
		ts.Fatalf("%s is not the JSON it should be: %v", file, err)
	}
}

// json FILE [KEY VALUE]... tells whether the file is JSON and holds these values; a key is a path such as states.0.id.
func jsonHolds(ts *testscript.TestScript, _ bool, args []string) {
	var all any
	decode(ts, args[0], &all)
	for k := 1; k < len(args); k += 2 {
		v := all
		for _, key := range strings.Split(args[k], ".") {
			switch x := v.(type) {
			case map[string]any:
				v = x[key]
			case []any:
				n, err := strconv.Atoi(key)
				if err != nil || n >= len(x) {
					ts.Fatalf("%s: there is no %s", args[0], args[k])
				}
				v = x[n]
			default:
				v = nil
			}
		}
		got, err := json.Marshal(v)
		ts.Check(err)
		if s, ok := v.(string); ok {
			got = []byte(s)
		}
		if string(got) != args[k+1] {
			ts.Fatalf("%s: %s is %s, want %s", args[0], args[k], got, args[k+1])
		}
	}
}

// whole FOLDER tells whether the manifest of a folder of results lists what is there, and nothing that is not.
func whole(ts *testscript.TestScript, _ bool, args []string) {
	m, err := shelf.Read(ts.MkAbs(args[0]))
	ts.Check(err)
	listed := map[string]bool{"manifest.json": true, "timing.json": true, ".entente-lock": true}
	for _, f := range m.Files {
		if listed[f.Name] || f.About == "" {
			ts.Fatalf("the manifest lists %s twice or says nothing about it", f.Name)
		}
		listed[f.Name] = true
		if len(ts.ReadFile(filepath.Join(args[0], f.Name))) == 0 {
			ts.Fatalf("%s is empty", f.Name)
		}
	}
	for _, w := range m.Worlds {
		if !listed[w.Resolved] || w.Hash == "" {
			ts.Fatalf("the manifest names %s as the scenario and does not vouch for it", w.Resolved)
		}
	}
	there, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, f := range there {
		if !listed[f.Name()] {
			ts.Fatalf("%s is in the folder and not in its manifest", f.Name())
		}
	}
}

// same FOLDER FOLDER tells whether two folders of results are the same to the last byte, with all that is in them. Only timing.json may
// differ.
func same(ts *testscript.TestScript, _ bool, args []string) {
	var names [2][]string
	for k, folder := range args {
		root := ts.MkAbs(folder)
		ts.Check(filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				names[k] = append(names[k], strings.TrimPrefix(path, root))
			}
			return err
		}))
	}
	if a, b := strings.Join(names[0], " "), strings.Join(names[1], " "); a != b || a == "" {
		ts.Fatalf("%s holds %s; %s holds %s", args[0], a, args[1], b)
	}
	for _, name := range names[0] {
		if filepath.Base(name) != "timing.json" && ts.ReadFile(args[0]+name) != ts.ReadFile(args[1]+name) {
			ts.Fatalf("%s is not the same in %s and %s", name, args[0], args[1])
		}
	}
}

// again FOLDER NEW gives the command that a manifest records to a shell, with its results in a new folder.
func again(ts *testscript.TestScript, _ bool, args []string) {
	var m shelf.Manifest
	decode(ts, filepath.Join(args[0], "manifest.json"), &m)
	ts.Check(ts.Exec("sh", "-c", m.Command+" --out "+args[1]))
}

// sound tells whether the explanation just printed as JSON hangs together.
func sound(ts *testscript.TestScript, _ bool, _ []string) {
	var e sim.Explanation
	decode(ts, "stdout", &e)
	if e.Terms.Sum() != e.Utility {
		ts.Fatalf("the terms add up to %v, and the utility is %v", e.Terms.Sum(), e.Utility)
	}
	if e.Willing != (e.Chance > e.Disposition) || e.Chance <= 0 || e.Chance >= 1 || e.Disposition < 0 || e.Disposition >= 1 {
		ts.Fatalf("with a chance of %v and a disposition of %v it signs: %v", e.Chance, e.Disposition, e.Willing)
	}
	if len(e.Inputs) < 10 || len(e.Expected) == 0 {
		ts.Fatalf("it rests on %d figures and %d states at the table", len(e.Inputs), len(e.Expected))
	}
	for _, in := range e.Inputs {
		if in.Value < in.Low || in.Value > in.High || in.Flips && (in.FlipAt < in.Low || in.FlipAt > in.High) {
			ts.Fatalf("%s: %v or the turn at %v is outside %v to %v", in.Path, in.Value, in.FlipAt, in.Low, in.High)
		}
	}
}

var citation = regexp.MustCompile(`(?m)^ +([a-z]+\.\S+) .*\[(\S+\.toml):(\d+)\] *$`)

// cited tells whether each figure of the explanation just printed stands at the file and line that it names.
func citedThere(ts *testscript.TestScript, _ bool, _ []string) {
	found := citation.FindAllStringSubmatch(ts.ReadFile("stdout"), -1)
	if len(found) < 10 {
		ts.Fatalf("only %d figures name a file and a line", len(found))
	}
	for _, f := range found {
		path, file, number := f[1], f[2], f[3]
		n, err := strconv.Atoi(number)
		ts.Check(err)
		lines := strings.Split(ts.ReadFile(filepath.Join(ts.Getenv("SHIPPED"), file)), "\n")
		key := path[strings.LastIndex(path, ".")+1:]
		if n < 1 || n > len(lines) || !strings.Contains(lines[n-1], key) {
			ts.Fatalf("%s is not at %s:%s", path, file, number)
		}
	}
}

// agrees FOLDER SCENARIO tells whether explain tells the same story as the table of fates: who signed in a run decides
// to sign when it is asked about that tick.
func agrees(ts *testscript.TestScript, _ bool, args []string) {
	checked := 0
	for _, line := range strings.Split(ts.ReadFile(filepath.Join(args[0], "fates.csv")), "\n")[1:] {
		row := strings.Split(line, ",")
		if checked == 5 || len(row) < 4 {
			break
		}
		run, state, signed := row[0], row[1], row[3]
		if signed == "" {
			continue
		}
		checked++
		ts.Check(ts.Exec("entente", "explain", args[1], "--state", state, "--run", run, "--at", signed, "--json"))
		var e sim.Explanation
		decode(ts, "stdout", &e)
		if !e.Decides || !e.Willing || !e.Signs {
			ts.Fatalf("in run %s %s signed at %s; explain has it that it %s, signs: %v", run, state, signed, e.Standing, e.Signs)
		}
	}
	if checked == 0 {
		ts.Fatalf("nobody signed in any run of %s: nothing could be compared", args[0])
	}
}
