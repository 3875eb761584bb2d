package page

import (
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"fmt"

	"entente/sim"
)

// storyFile holds the story as it was worked out last, so that nobody waits for it who only wants to see the page.
// `go test ./cmd/entente -run TheStoryIsOfToday -args -update` writes it.
//
//go:embed story.json
var storyFile []byte

// Kept is the story that is kept, if it is of this model and of these scenarios to the last figure; otherwise nil.
func Kept(shipped []sim.Scenario) (*Story, error) {
	var st Story
	if err := json.Unmarshal(storyFile, &st); err != nil {
		return nil, fmt.Errorf("the story that is kept with the page: %w", err)
	}
	of, err := readAs(shipped)
	if err != nil || st.Read != of {
		return nil, err
	}
	return &st, nil
}

// readAs is a fingerprint of the model's version and of scenarios, with all constants and with what became of their clauses.
func readAs(shipped []sim.Scenario) (string, error) {
	text, err := json.Marshal(shipped)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256(append(text, sim.Version...)))[:16], nil
}
