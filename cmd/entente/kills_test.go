//go:build unix

package main

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente/cmd/entente/shelf"
)

// kills is how many moments are tried: a few in each test, and make kills asks for a thousand.
var kills = flag.Int("kills", 4, "how many kills at random moments TestKillsAtRandomMoments tries, over all commands")

// killable are commands that fill a folder, in the order in which they are tried, with a question that is soon answered. own.toml and small.toml
// are those of the sessions, sobol.toml is own.toml with another design.
var killable = []string{
	"sweep own.toml --points 60",
	"run small.toml --runs 40",
	"why small.toml --runs 20 --precision 20",
	"calibrate --episodes V6 --runs 1 --rounds 1 --burn-in 2 --steps 4",
	"compare small.toml pacific-2025 --runs 4",
	"doubt small.toml --runs 20",
	"sensitivity sobol.toml --points 16",
	"discover own.toml --points 60",
	"tip small.toml --x parameters.decision.reluctance --y levers.all.threat --levels 4 --runs 4",
	"flip small.toml --runs 20",
	"drivers small.toml --runs 20",
	"explain small.toml --state AAA",
	"play small.toml",
	"roles small.toml",
	"pivots small.toml --runs 20",
	"ablate small.toml --runs 20",
	"convergence small.toml --runs 200",
	"theories small.toml --runs 5",
	"landscape actors.csv",
	"stable allies.csv",
	"hindcast V6 --runs 4",
	"figures small.toml",
	"params",
	"list",
	"report small.toml --runs 8 --without doubt,why,flip,drivers,record",
	"library --runs 2",
	"episodes",
	"tournament --shipped",
}

// unkillable are the commands with --out that are not tried, with the reason.
var unkillable = map[string]string{
	"man":    "its pages are written one by one, and it has no answer",
	"page":   "its files are written one by one, and it has no answer",
	"merge":  "it asks what the shares were asked, and those are tried",
	"plot":   "it reads a folder that is whole, and draws from it",
	"slides": "it asks questions that are tried, and draws",
	"submit": "it writes two scripts",
	"status": "it reads what others play",
}

// Killed at random moments and given again, each command ends with the bytes that it has when nobody kills it. Of the 1,000
// kills of `make kills`, 35 or 36 a command, 886 came before its end, and all ended so: 26 minutes on two busy cores of 2025.
func TestKillsAtRandomMoments(t *testing.T) {
	const together = 4 // kills before a command is let go on to its end
	for at := 0; at < min(*kills, len(killable)); at++ {
		share := *kills / len(killable)
		if at < *kills%len(killable) {
			share++
		}
		args := append(strings.Fields(killable[at]), "--out", "out")
		whole, killed := killableIn(t), killableIn(t)
		began := time.Now()
		finish := func(dir string) {
			t.Helper()
			if out, err := entente(dir, args...).CombinedOutput(); err != nil {
				t.Fatalf("entente %s: %v\n%s", killable[at], err, out)
			}
		}
		finish(whole)
		takes := time.Since(began)
		onTheWay := 0
		for k := range share {
			c := entente(killed, args...)
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(rand.Float64() * float64(takes)))
			c.Process.Kill()
			c.Wait()
			if c.ProcessState.ExitCode() < 0 {
				onTheWay++
			}
			if k%together == together-1 || k == share-1 {
				finish(killed)
				sameResult(t, killable[at], filepath.Join(whole, "out"), filepath.Join(killed, "out"))
				if err := os.RemoveAll(filepath.Join(killed, "out")); err != nil {
					t.Fatal(err)
				}
			}
		}
		t.Logf("%d of %d kills of entente %s came before its end", onTheWay, share, killable[at])
	}
}

// killableIn is a folder with the files that they are asked of.
func killableIn(t *testing.T) string {
	dir := aStudy(t, "60")
	write(t, filepath.Join(dir, "sobol.toml"), strings.Replace(read(t, filepath.Join(dir, "own.toml")), "latin-hypercube", "saltelli", 1))
	write(t, filepath.Join(dir, "actors.csv"), "actor,strength,US,Rus,Syr\nUS,10,0,-1,-1\nRus,10,-1,0,1\nSyr,50,-1,1,0\n")
	write(t, filepath.Join(dir, "allies.csv"), "actor,strength,A,B,C\nA,1,0,1,1\nB,1,1,0,1\nC,1,1,1,0\n")
	return dir
}

// sameResult holds that two folders have the same result, to the last byte.
func sameResult(t *testing.T, command, one, two string) {
	t.Helper()
	m, err := shelf.Read(two)
	if err != nil || len(m.Files) < 3 {
		t.Fatalf("entente %s: after the kills there are %d files: %v", command, len(m.Files), err)
	}
	for _, f := range append(m.Files, shelf.File{Name: "manifest.json"}) {
		if read(t, filepath.Join(one, f.Name)) != read(t, filepath.Join(two, f.Name)) {
			t.Errorf("entente %s: killed and given again, %s is not what it is otherwise", command, f.Name)
		}
	}
}

// Every command that fills a folder is among those that are killed, or it is told why not.
func TestAllCommandsAreKilled(t *testing.T) {
	tried := map[string]bool{}
	for _, command := range killable {
		name, _, _ := strings.Cut(command, " ")
		tried[name] = true
	}
	for _, verb := range root().Commands() {
		if verb.Flags().Lookup("out") != nil && !tried[verb.Name()] && unkillable[verb.Name()] == "" {
			t.Errorf("entente %s fills a folder, and nobody kills it", verb.Name())
		}
	}
}
