package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
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
	for _, want := range []string{"run", "test", "build", "bench", "fuzz", "golden", "clean"} {
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
