package shelf

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// manifestFormat is the format of manifests written today. Those of version 0.2.0 have none.
const manifestFormat = 3

// Manifest says what a folder holds and how to get the same again. All of it depends on the question and the version alone.
type Manifest struct {
	Format    int             `json:"format"`              // of the JSON of manifests, which count apart from the format of answers
	Version   string          `json:"version"`             // of the model and its data
	Commit    string          `json:"commit"`              // of the code, if the build knows it
	Command   string          `json:"command"`             // that gives the same files, as it may be pasted
	Answer    string          `json:"answer,omitempty"`    // of a folder of charts drawn again: the command that gives what they are drawn from
	Question  string          `json:"question"`            // its verb
	Scenario  string          `json:"scenario"`            // "" of several
	Scenarios []string        `json:"scenarios,omitempty"` // that it is about, if several
	Overrides []string        `json:"overrides"`           // what departs from the scenario as it stands
	Changes   []string        `json:"changes"`             // what the scenario changes in its base
	AsOf      string          `json:"as_of,omitempty"`     // day of a forecast: later facts are left out; "" if there is none
	Seed      uint64          `json:"seed"`                // of all luck
	Asked     int             `json:"runs_asked"`          // of each world, as in the answer
	ToPlay    int             `json:"runs_to_play"`        // of all worlds together, that were asked for
	Played    int             `json:"runs_played"`         // of all worlds together, failed ones included
	Failures  json.RawMessage `json:"failures"`            // runs that failed, as in the answer
	Cut       string          `json:"cut"`                 // what is missing, in words; "" if nothing is
	Worlds    []World         `json:"worlds"`              // what was read
	Files     []File          `json:"files"`               // that the folder holds, but for the manifest and those that are not hashed
	Unhashed  []string        `json:"unhashed"`            // files that are not the same the next time

	Began   time.Time `json:"-"`
	Workers int       `json:"-"`

	folder string // that it was read from
}

// World is one of the scenarios that were read.
type World struct {
	Name      string   `json:"name"`          // as it was asked for
	Scenario  string   `json:"scenario"`      // its name
	Layers    []string `json:"layers"`        // files it was read from, lowest first
	Overrides []string `json:"overrides"`     // what departs from the scenario as it stands, "path = value"
	Refused   int      `json:"refused_facts"` // later than the day of a forecast
	Resolved  string   `json:"resolved"`      // the file that holds it with all layers, overrides and parameters in place
	Hash      string   `json:"sha256"`        // of that file
}

// File is one that the manifest vouches for.
type File struct {
	Name  string `json:"name"`   // within the folder
	About string `json:"about"`  // what it holds
	Bytes int64  `json:"bytes"`  // its size
	Hash  string `json:"sha256"` // of what it holds
}

// timingFile holds what is not the same the next time.
const timingFile = "timing.json"

func (m *Manifest) timing(out io.Writer) error {
	return WriteJSON(out, struct {
		Began   string  `json:"began"`
		Seconds float64 `json:"seconds"`
		Workers int     `json:"workers"`
		Go      string  `json:"go"`
		System  string  `json:"system"`
	}{m.Began.UTC().Format(time.RFC3339), time.Since(m.Began).Seconds(), m.Workers, runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH})
}

// write writes a manifest. A list without entries is [] for those who read it by program.
func (m *Manifest) write(out io.Writer) error {
	m.Overrides, m.Changes, m.Worlds, m.Files = list(m.Overrides), list(m.Changes), list(m.Worlds), list(m.Files)
	if len(m.Failures) == 0 || string(m.Failures) == "null" {
		m.Failures = json.RawMessage("[]")
	}
	for k := range m.Worlds {
		w := &m.Worlds[k]
		w.Layers, w.Overrides = list(w.Layers), list(w.Overrides)
		for _, f := range m.Files {
			if f.Name == w.Resolved {
				w.Hash = f.Hash
			}
		}
	}
	return WriteJSON(out, m)
}

func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}

// names are the files of the result, the manifest itself left out.
func (m *Manifest) names() map[string]bool {
	all := map[string]bool{}
	for _, f := range m.Files {
		all[f.Name] = true
	}
	for _, name := range m.Unhashed {
		all[name] = true
	}
	if m.Format == 0 && len(m.Files) > 0 { // of version 0.2.0, which left it out
		all[timingFile] = true
	}
	return all
}

// readManifest reads one. A file that is none is an error; so is one that names files outside its folder.
func readManifest(path string) (Manifest, error) {
	var m Manifest
	text, err := readFile(path)
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(text, &m); err != nil {
		return Manifest{}, fmt.Errorf("%s is no manifest of entente: %w", path, err)
	}
	if !strings.HasPrefix(m.Command, "entente ") || m.Version == "" {
		return Manifest{}, fmt.Errorf("%s is no manifest of entente: it says neither which command made it nor by which version", path)
	}
	if m.Format > manifestFormat {
		return Manifest{}, fmt.Errorf("%s was written by a later version, %s, in format %d; this one knows formats up to %d",
			path, m.Version, m.Format,
			manifestFormat)
	}
	for name := range m.names() {
		if !plain(name) {
			return Manifest{}, fmt.Errorf("%s lists %q, which is no file of results in its folder", path, name)
		}
	}
	m.folder = filepath.Dir(path)
	return m, nil
}

// ErrNone is of a folder without a manifest.
var ErrNone = errors.New("holds no whole result")

// Read reads the manifest of a folder and holds every file to it. All that is not as it says is told.
func Read(folder string) (Manifest, error) {
	m, err := readManifest(filepath.Join(folder, ManifestFile))
	if _, absent := os.Stat(folder); errors.Is(absent, fs.ErrNotExist) {
		return m, fmt.Errorf("there is no folder %s", folder)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return m, fmt.Errorf("%s %w: there is no manifest.json in it", folder, ErrNone)
	}
	if err != nil {
		return m, err
	}
	var faults []error
	for _, name := range sorted(m.names()) {
		_, err := m.Bytes(name)
		faults = append(faults, err)
	}
	return m, errors.Join(faults...)
}

var errChanged = errors.New("it was changed since")

// Bytes are those of a file that the manifest lists, if they are what it vouches for. Version 0.2.0 vouched for names alone.
func (m Manifest) Bytes(name string) ([]byte, error) {
	if !m.names()[name] {
		return nil, fmt.Errorf("the manifest of %s lists no %s", m.folder, name)
	}
	text, err := readFile(filepath.Join(m.folder, name))
	if err != nil {
		return nil, fmt.Errorf("%s is listed in the manifest of %s and cannot be read: %w", name, m.folder, err)
	}
	for _, f := range m.Files {
		if f.Name == name && f.Hash != "" && fmt.Sprintf("%x", sha256.Sum256(text)) != f.Hash {
			return nil, fmt.Errorf("%s is not what the manifest of %s vouches for: %w", name, m.folder, errChanged)
		}
	}
	return text, nil
}

// Command is that which has made the results in a folder. The error is fs.ErrNotExist if it holds none that are whole.
func Command(folder string) (string, error) {
	m, err := readManifest(filepath.Join(folder, ManifestFile))
	return m.Command, err
}
