package theatre

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The head of a file gives the rungs of the rubric, and every question is about a row of it.
func TestRungsAreTheRubrics(t *testing.T) {
	text, err := os.ReadFile("../RUBRIC.md")
	if err != nil {
		t.Fatal(err)
	}
	number := regexp.MustCompile(`-?\b\d(?:\.\d+)?\b`)
	sections := map[string]string{}
	for _, s := range strings.Split(string(text), "\n## ")[1:] {
		head, body, _ := strings.Cut(s, "\n")
		names, _, _ := strings.Cut(head, ":")
		for name := range strings.SplitSeq(names, ", ") {
			sections[name] = body
		}
	}
	sections["centre"], sections["spread"] = sections["stance"], sections["stance"]
	for _, r := range rungs {
		for _, rung := range strings.Split(r.text, ";") {
			if n := number.FindString(rung); n == "" || !slices.Contains(number.FindAllString(sections[r.key], -1), n) {
				t.Errorf("%s has a rung %q that the rubric has not", r.key, rung)
			}
		}
	}
	for key := range questions {
		if key != "posture" && sections[key] == "" { // posture is one of four words, and no rung
			t.Errorf("the rubric has no row for %s", key)
		}
	}
}
