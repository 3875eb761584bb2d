package theatre

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
)

// A new theatre has no fault but what it asks, and each question is told.
func TestLoadsButForWhatItAsks(t *testing.T) {
	s := read(t, lay(t, asPublished, false)).New(manila(t))
	load := func(text string) (*scenarios.Loaded, error) {
		return scenarios.Load("manila.toml", scenarios.Options{ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
	}
	_, err := load(s.Text)
	var faults scenarios.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("it loads with %v", err)
	}
	var asked []int
	for k, line := range strings.Split(s.Text, "\n") {
		if strings.Contains(line, `= "TODO"`) {
			asked = append(asked, k+1)
		}
	}
	var told []int
	for _, f := range faults {
		told = append(told, f.Line)
		if _, question, _ := strings.Cut(f.Source, " # "); question == "" ||
			!strings.Contains(f.Message, "is still to be given: "+question[:10]) {
			t.Errorf("line %d is at fault without a question: %s", f.Line, f.Message)
		}
	}
	if !slices.Equal(asked, told) || len(asked) != s.ToCode {
		t.Errorf("it asks in lines %v (%d by its own count), and lines %v are at fault", asked, s.ToCode, told)
	}

	coded := strings.NewReplacer(`posture = "TODO"`, `posture = "overt"`, `ratification_years = "TODO"`, "ratification_years = 0.5",
		`"TODO"`, "0.3").Replace(s.Text)
	l, err := load(coded)
	if err != nil {
		t.Fatalf("coded, it does not load: %v", err)
	}
	for _, w := range l.Warnings() {
		t.Errorf("coded, it is warned of: %s", w)
	}
}

// What many states lack is told within a screen, each state whole.
func TestAListStaysWithinAScreen(t *testing.T) {
	var remarks []Remark
	for range 60 {
		remarks = append(remarks, Remark{State: "USA", Figure: "ideal_point", What: "missing: nothing in UN, all votes"})
	}
	text := Listed(remarks)
	for line := range strings.Lines(text) {
		if len(strings.TrimRight(line, "\n")) > 80 || !strings.HasPrefix(line, "  ideal_point ") &&
			!strings.HasPrefix(line, strings.Repeat(" ", 23)) {
			t.Errorf("a line is %q", line)
		}
	}
	if n := strings.Count(text, "USA"); n != 60 {
		t.Errorf("%d of 60 states are told", n)
	}
}
