package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/template"

	"entente/plots/page/class"
	"entente/plots/words"
)

// workedOutAnew is a text for teaching with its figures worked out: its outline asks for each by a command and a place in what the
// command gives as JSON.
func workedOutAnew(ctx context.Context, name string) (string, error) {
	a := &asking{ctx: ctx, answers: map[string]any{}}
	t, err := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{
		"get":     a.get,
		"holds":   holds,
		"percent": func(v float64) string { return words.Percent(v) },
		"fixed":   func(digits int, v float64) string { return fmt.Sprintf("%.*f", digits, v) },
		"logits":  func(v float64) string { return fmt.Sprintf("%+.2f", v) },
		"less":    func(a, b float64) float64 { return a - b },
		"times":   func(a, b float64) float64 { return a * b },
	}).Parse(class.Outline(name))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := t.Execute(&b, nil); err != nil {
		return "", err
	}
	return inLines(b.String()), nil
}

// asking remembers what commands have answered.
type asking struct {
	ctx     context.Context
	answers map[string]any
}

// run gives a command line and returns what it prints.
func (a *asking) run(command string) ([]byte, error) {
	var out bytes.Buffer
	c := root()
	c.SetOut(&out)
	c.SetErr(io.Discard)
	c.SetArgs(strings.Fields(command))
	if err := c.ExecuteContext(a.ctx); err != nil {
		return nil, fmt.Errorf("entente %s: %w", command, err)
	}
	return out.Bytes(), nil
}

// get is what stands at a path of the JSON of a command: keys and places joined by strokes, a place below 0 counted from the end, and
// key=value for the first in a list that has it, or several, joined by commas.
func (a *asking) get(command, path string) (any, error) {
	at, ok := a.answers[command]
	if !ok {
		text, err := a.run(command + " --json")
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(text, &at); err != nil {
			return nil, err
		}
		a.answers[command] = at
	}
	for _, step := range strings.Split(path, "/") {
		next, ok := stepInto(at, step)
		if !ok {
			return nil, fmt.Errorf("the answer to entente %s has nothing at %s of %s", command, step, path)
		}
		at = next
	}
	return at, nil
}

func stepInto(at any, step string) (any, bool) {
	switch x := at.(type) {
	case map[string]any:
		v, ok := x[step]
		return v, ok
	case []any:
		if strings.Contains(step, "=") {
			for _, v := range x {
				if has(v, step) {
					return v, true
				}
			}
			return nil, false
		}
		k, err := strconv.Atoi(step)
		if k < 0 {
			k += len(x)
		}
		if err == nil && k >= 0 && k < len(x) {
			return x[k], true
		}
	}
	return nil, false
}

// has tells whether a row has each key=value of some that are joined by commas.
func has(row any, wanted string) bool {
	for _, pair := range strings.Split(wanted, ",") {
		key, want, _ := strings.Cut(pair, "=")
		if x, ok := row.(map[string]any); !ok || x[key] != want {
			return false
		}
	}
	return true
}

// holds ends a text that would claim what is not so.
func holds(so bool, claim string) (string, error) {
	if !so {
		return "", fmt.Errorf("it is no longer so that %s", claim)
	}
	return "", nil
}
