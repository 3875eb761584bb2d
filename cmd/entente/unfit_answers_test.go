package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente/cmd/entente/shelf"
	"entente/sim"
	"entente/sim/lab"
)

// forged is a folder whose manifest vouches for an answer that somebody made up.
func forged(t *testing.T, question string, answer []byte) string {
	t.Helper()
	dir := t.TempDir()
	var text bytes.Buffer
	m := shelf.Manifest{Format: 3, Version: sim.Version, Command: "entente " + question, Question: question,
		Files: []shelf.File{{Name: answerFile, Bytes: int64(len(answer)), Hash: fmt.Sprintf("%x", sha256.Sum256(answer))}}}
	if err := shelf.WriteJSON(&text, m); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{shelf.ManifestFile: text.Bytes(), answerFile: answer} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// blank is an answer of a kind in which nothing stands, with so many runs in its head.
func blank(t *testing.T, question string, runs int) []byte {
	t.Helper()
	found := reflect.New(reflect.TypeOf(answers[question])).Interface().(lab.Answer)
	*found.Top() = lab.Head{Format: lab.Format, Question: question, Version: sim.Version, Runs: runs}
	var text bytes.Buffer
	if err := shelf.WriteJSON(&text, found); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

// An answer that lacks what is drawn of it draws nothing and breaks nothing, whoever vouches for it: it is refused with a sentence. One that says
// it rests on runs and holds nothing else may be drawn empty, or break a chart: that is told as a fault of ours, which it would be had nobody
// made it up. No folder is left by one that is refused.
func TestNoChartOfAnAnswerWithoutWhatItDraws(t *testing.T) {
	for _, question := range slices.Sorted(maps.Keys(drawers)) {
		for what, answer := range map[string][]byte{
			"no more than its format":     []byte(fmt.Sprintf("{\"format\": %d}\n", lab.Format)),
			"nothing that was played":     blank(t, question, 0),
			"runs that left nothing":      blank(t, question, 5),
			"a list where a number was":   []byte(fmt.Sprintf("{\"format\": %d, \"runs\": []}\n", lab.Format)),
			"a key that no answer has":    bytes.Replace(blank(t, question, 5), []byte("{"), []byte(`{ "another": 1,`), 1),
			"the head of another command": bytes.Replace(blank(t, question, 5), []byte(`"`+question+`"`), []byte(`"another"`), 1),
		} {
			folder, out := forged(t, question, answer), filepath.Join(t.TempDir(), "out")
			var print, talk bytes.Buffer
			c := root()
			c.SetOut(&print)
			c.SetErr(&talk)
			c.SetArgs([]string{"plot", folder, "--out", out, "--format", "svg"})
			err := c.ExecuteContext(t.Context())
			code := exitScenario
			if what == "runs that left nothing" {
				code = exitCrash
			}
			refused := exitCode(err) == code && strings.Contains(err.Error(), "the answer in "+folder) && !exists(out)
			if drawn := what == "runs that left nothing" && err == nil || question == "stable" && what == "nothing that was played"; !refused && !drawn {
				t.Errorf("%s with %s: %v", question, what, err)
			}
		}
	}
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }
