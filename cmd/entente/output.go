package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"entente/plots"
	"entente/scenarios"
	"entente/sim/lab"
)

// output is a folder of results in the making. All of it but timing.json depends on scenario, seed, runs and version
// alone.
type output struct {
	folder   string
	manifest manifest
}

// manifest says how to get the same files again.
type manifest struct {
	Version   string        `json:"version"`
	Command   string        `json:"command"`
	Scenario  string        `json:"scenario"`
	Layers    []string      `json:"layers"`                  // files it was read from, lowest first
	Overrides []string      `json:"overrides"`               // what departs from the scenario as shipped
	AsOf      string        `json:"as_of,omitempty"`         // the day of the forecast
	Refused   int           `json:"refused_facts,omitempty"` // facts later than that day
	Seed      uint64        `json:"seed"`
	Asked     int           `json:"runs_asked"` // of all worlds played
	Finished  int           `json:"runs_finished"`
	Failures  []lab.Failure `json:"failures"`
	Files     []file        `json:"files"`
	Resolved  string        `json:"resolved,omitempty"` // the file with the scenario, all overrides in place
	Worlds    []worldFile   `json:"worlds,omitempty"`   // where there are several
}

// worldFile is what a manifest says about one of several worlds.
type worldFile struct {
	Name      string   `json:"name"`
	Scenario  string   `json:"scenario"`
	Layers    []string `json:"layers"`
	Overrides []string `json:"overrides"`
	Refused   int      `json:"refused_facts,omitempty"`
	Resolved  string   `json:"resolved"`
}

type file struct {
	Name  string `json:"name"`
	About string `json:"about"`
}

// timing is what is not the same the next time.
type timing struct {
	Began   string  `json:"began"`
	Seconds float64 `json:"seconds"`
	Workers int     `json:"workers"`
	Go      string  `json:"go"`
	System  string  `json:"system"`
}

// add writes a file and lists it in the manifest.
func (o *output) add(name, about string, write func(io.Writer) error) error {
	o.manifest.Files = append(o.manifest.Files, file{name, about})
	return writeFile(filepath.Join(o.folder, name), write)
}

// addChart writes a chart in all its formats.
func (o *output) addChart(ctx context.Context, c plots.Named) error {
	if err := plots.Save(ctx, o.folder, c.Name, c.Chart); err != nil {
		return err
	}
	for _, format := range plots.Formats {
		o.manifest.Files = append(o.manifest.Files, file{c.Name + "." + format, c.Title})
	}
	return nil
}

// addScenario writes the scenario, all overrides in place, so that the folder stands on its own.
func (o *output) addScenario(l *scenarios.Loaded) error {
	o.manifest.Resolved = "scenario.toml"
	return o.addResolved(o.manifest.Resolved, "the scenario with all layers and overrides resolved", l)
}

// addWorld does the same for one of several worlds.
func (o *output) addWorld(w world) error {
	name := "scenario-" + w.short + ".toml"
	o.manifest.Worlds = append(o.manifest.Worlds, worldFile{
		Name: w.name, Scenario: w.Scenario.Name, Layers: w.Layers, Overrides: overrides(w.Loaded), Refused: len(w.Refused),
		Resolved: name,
	})
	return o.addResolved(name, fmt.Sprintf("the world %s, %s, with all layers and overrides resolved", w.short, w.name), w.Loaded)
}

func (o *output) addResolved(name, about string, l *scenarios.Loaded) error {
	return o.add(name, about, func(w io.Writer) error {
		_, err := io.WriteString(w, l.TOML())
		return err
	})
}

// close writes what is not the same the next time, and last the manifest: a folder without one is not whole.
func (o *output) close(took time.Duration, workers int) error {
	if err := writeFile(filepath.Join(o.folder, "timing.json"), func(w io.Writer) error {
		return writeJSON(w, timing{
			Began: time.Now().Add(-took).UTC().Format(time.RFC3339), Seconds: took.Seconds(), Workers: workers,
			Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH,
		})
	}); err != nil {
		return err
	}
	return writeFile(filepath.Join(o.folder, "manifest.json"), func(w io.Writer) error { return writeJSON(w, o.manifest) })
}

// writeFile makes a file appear whole or not at all.
func writeFile(path string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	temp := path + ".part"
	if err := os.WriteFile(temp, b.Bytes(), 0o644); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		os.Remove(temp)
		return err
	}
	return nil
}
