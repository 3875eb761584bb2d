package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayKnow says which of our packages each room may ask questions of. The theory asks nobody.
var mayKnow = map[string][]string{
	"entente/cmd/entente": all("cmd/entente/shelf", "plots/page", "plots/page/class", "plots/report", "plots/tables", "plots", "plots/words",
		"scenarios/theatre", "scenarios", "sim/lab/history", "sim/lab", "sim/lab/design", "sim/lab/stats", "sim", "sim/networks"),
	"entente/cmd/entente/shelf": {},
	"entente/plots/page/class":  {},
	"entente/plots/report":      all("plots/tables", "plots", "plots/words", "sim/lab/history", "sim/lab", "sim/lab/stats", "sim"),
	"entente/plots/tables":      all("plots/words", "sim/lab/history", "sim/lab", "sim/lab/design", "sim/lab/stats", "sim"),
	"entente/plots":             all("plots/words", "sim/lab/history", "sim/lab", "sim/lab/stats", "sim", "sim/networks"),
	"entente/plots/page":        all("plots/page/class", "plots/page/model", "sim/lab/history", "sim/lab", "sim/lab/stats", "sim"),
	"entente/plots/page/model":  all("sim/lab", "sim"),
	"entente/plots/words":       all("sim/lab/history", "sim/lab", "sim/lab/stats", "sim"),
	"entente/scenarios":         all("sim/lab/design", "sim/lab/headed", "sim"),
	"entente/scenarios/theatre": all("scenarios", "sim"),
	"entente/sim/lab/history":   all("sim/lab", "sim/lab/headed", "sim/lab/stats", "sim"),
	"entente/sim/lab":           all("sim/lab/design", "sim/lab/stats", "sim", "sim/networks"),
	"entente/sim/lab/design":    {},
	"entente/sim/lab/headed":    {},
	"entente/sim/lab/stats":     {},
	"entente/sim":               all("sim/networks"),
	"entente/sim/networks":      {},
}

// all are rooms by their places in the house.
func all(rooms ...string) []string {
	paths := make([]string, len(rooms))
	for k, r := range rooms {
		paths[k] = "entente/" + r
	}
	return paths
}

// neverIn says which parts of the world outside a room knows nothing of, everything below them included.
var neverIn = map[string][]string{
	"entente/sim":             outside,
	"entente/sim/networks":    outside,
	"entente/sim/lab":         outside,
	"entente/sim/lab/history": outside,
	"entente/sim/lab/design":  outside,
	"entente/sim/lab/headed":  outside,
	"entente/sim/lab/stats":   outside,
}

var outside = []string{"os", "io/fs", "flag", "time", "net", "embed", "path"}

// dice is the one library that the theory uses, and the file that uses it.
const dice, diceFile = "golang.org/x/exp/rand", "luck.go"

type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string // of the package; those of its tests are apart
	Standard   bool
}

// list asks the go command about packages.
func list(t *testing.T, args ...string) []listed {
	t.Helper()
	c := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,GoFiles,Imports,Standard"}, args...)...)
	c.Dir = "../.."
	var stderr bytes.Buffer
	c.Stderr = &stderr
	out, err := c.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func within(path, tree string) bool { return path == tree || strings.HasPrefix(path, tree+"/") }

// Each room asks questions only of the rooms below it.
func TestRooms(t *testing.T) {
	planned := maps.Clone(mayKnow)
	for _, p := range list(t, "./...") {
		below, ok := mayKnow[p.ImportPath]
		delete(planned, p.ImportPath)
		if !ok {
			t.Errorf("%s is a room that nobody planned", p.ImportPath)
		}
		for _, i := range p.Imports {
			if within(i, "entente") && !slices.Contains(below, i) {
				t.Errorf("%s imports %s, which is not below it", p.ImportPath, i)
			}
			for _, never := range neverIn[p.ImportPath] {
				if within(i, never) {
					t.Errorf("%s imports %s", p.ImportPath, i)
				}
			}
		}
	}
	for room := range planned {
		t.Errorf("%s is planned and not there", room)
	}
}

// The browser's room is built for no other machine: it knows the desk alone, and what is below that reads no file, so that nothing
// of the command line is in what a browser loads.
func TestTheBrowsersRoom(t *testing.T) {
	t.Setenv("GOOS", "js")
	t.Setenv("GOARCH", "wasm")
	found := list(t, "-deps", "./plots/page/wasm")
	for _, p := range found {
		if p.ImportPath == "entente/plots/page/wasm" {
			if !slices.Equal(p.Imports, []string{"entente/plots/page/model", "syscall/js"}) {
				t.Errorf("the browser's room imports %v", p.Imports)
			}
			continue
		}
		if within(p.ImportPath, "entente") && p.ImportPath != "entente/plots/page/model" && !within(p.ImportPath, "entente/sim") {
			t.Errorf("what a browser loads holds %s", p.ImportPath)
		}
		for _, heavy := range []string{"github.com", "gonum.org/v1/plot", "net/http"} {
			if within(p.ImportPath, heavy) {
				t.Errorf("what a browser loads holds %s", p.ImportPath)
			}
		}
	}
}

// The theory stands on the standard library and one source of luck, which one file uses.
func TestTheoryStandsAlone(t *testing.T) {
	theory := list(t, "./sim")[0]
	var foreign []string
	for _, p := range list(t, theory.Imports...) {
		if !p.Standard && !slices.Contains(mayKnow["entente/sim"], p.ImportPath) {
			foreign = append(foreign, p.ImportPath)
		}
	}
	if !slices.Equal(foreign, []string{dice}) {
		t.Errorf("sim imports %v besides the standard library, want only %s", foreign, dice)
	}
	if users := importers(t, theory, dice); !slices.Equal(users, []string{diceFile}) {
		t.Errorf("%v import %s, want only %s", users, dice, diceFile)
	}
}

// numerics is the library of numbers, and mayAsk what our packages use of it. Its sums, means and variances are added
// up several figures at a time on some processors and round otherwise there: ours are in sim/lab/stats. What is solved by its
// matrices is the emulator's alone, which rounds its word to fewer digits than that.
const numerics = "gonum.org/v1/gonum"

var mayAsk = map[string][]string{
	"stat":     {"Quantile", "Empirical"},
	"distmv":   {"NewUnitUniform"},
	"distuv":   {"Beta", "Normal", "UnitNormal"},
	"mat":      {"Cholesky", "Dot", "NewDense", "NewSymDense", "NewVecDense", "VecDense"},
	"mathext":  {"NormalQuantile"},
	"samplemv": {"Halton", "LatinHypercube", "Owen", "Sampler"},
	"optimize": {"CmaEsChol", "Failure", "Minimize", "NeverTerminate", "NotTerminated", "Problem", "Settings", "Status"},
}

// Whatever is added up and shown is added up in order, by us.
func TestSumsAreOurs(t *testing.T) {
	asked := map[string][]string{}
	for _, p := range list(t, "./...") {
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			libraries := map[string]bool{}
			for _, i := range f.Imports {
				if path, _ := strconv.Unquote(i.Path.Value); within(path, numerics) {
					if i.Name != nil {
						t.Errorf("%s calls %s %s, which hides what it asks of it", name, path, i.Name.Name)
					}
					libraries[path[strings.LastIndex(path, "/")+1:]] = true
				}
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					if of, ok := s.X.(*ast.Ident); ok && libraries[of.Name] {
						asked[of.Name] = append(asked[of.Name], s.Sel.Name)
						if !slices.Contains(mayAsk[of.Name], s.Sel.Name) {
							t.Errorf("%s/%s uses %s.%s", p.ImportPath, name, of.Name, s.Sel.Name)
						}
					}
				}
				return true
			})
		}
	}
	for library, names := range mayAsk {
		for _, name := range names {
			if !slices.Contains(asked[library], name) {
				t.Errorf("nobody uses %s.%s any more", library, name)
			}
		}
	}
}

// Whoever clones the project finds the rooms and little else.
func TestTopLevel(t *testing.T) {
	need(t, "git")
	c := exec.Command("git", "-c", "safe.directory=*", "ls-files")
	c.Dir = "../.."
	out, err := c.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	want := []string{"cmd", "sim", "scenarios", "plots", "go.mod", "go.sum", "Makefile", "README.md", "LICENSE",
		"CITATION.cff"}
	found := map[string]bool{}
	for _, path := range strings.Fields(string(out)) {
		top, _, _ := strings.Cut(path, "/")
		if !found[top] && !strings.HasPrefix(top, ".") && !slices.Contains(want, top) {
			t.Errorf("%s lies at the top, where only %v belong", top, want)
		}
		found[top] = true
	}
	for _, w := range want {
		if !found[w] {
			t.Errorf("%s is missing at the top", w)
		}
	}
}

// importers are the files of a package that import a path.
func importers(t *testing.T, p listed, path string) []string {
	t.Helper()
	var users []string
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range f.Imports {
			if i.Path.Value == strconv.Quote(path) {
				users = append(users, name)
			}
		}
	}
	return users
}
