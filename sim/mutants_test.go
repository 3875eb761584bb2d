//go:build mutants

package sim_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	mutants    = flag.Int("mutants", 100, "how many mutants of the model are tried, of all that there are")
	mutantSeed = flag.Uint64("mutant-seed", 1, "of the choice among them")
	mutantsIn  = flag.String("mutants-in", ".", "the folder of the package that is changed")
)

// others are what stands in the place of an operator in a mutant.
var others = map[token.Token]token.Token{
	token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL,
	token.LSS: token.GEQ, token.LEQ: token.LSS, token.GTR: token.LEQ, token.GEQ: token.GTR,
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LAND: token.LOR, token.LOR: token.LAND,
	token.ADD_ASSIGN: token.SUB_ASSIGN, token.SUB_ASSIGN: token.ADD_ASSIGN, token.MUL_ASSIGN: token.QUO_ASSIGN, token.QUO_ASSIGN: token.MUL_ASSIGN,
}

// mutant is one change in one place of one file.
type mutant struct {
	file, what string
	text       []byte
}

// mutantsOf are all mutants of a file: in the bodies of its functions each operator is exchanged, and each number is one more.
func mutantsOf(t *testing.T, file string) (all []mutant) {
	t.Helper()
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, file, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	keep := func(at token.Pos, what string) {
		var out bytes.Buffer
		if err := format.Node(&out, set, tree); err != nil {
			t.Fatal(err)
		}
		all = append(all, mutant{file, fmt.Sprintf("%s:%d: %s", file, set.Position(at).Line, what), out.Bytes()})
	}
	exchange := func(at token.Pos, op *token.Token) {
		if was := *op; others[was] != 0 {
			*op = others[was]
			keep(at, was.String()+" becomes "+op.String())
			*op = was
		}
	}
	body := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr: // words for a broken promise are no equation
			if name, ok := n.Fun.(*ast.Ident); ok && name.Name == "panic" {
				return false
			}
		case *ast.BinaryExpr:
			exchange(n.OpPos, &n.Op)
		case *ast.AssignStmt:
			exchange(n.TokPos, &n.Tok)
		case *ast.BasicLit:
			if v, err := strconv.ParseFloat(n.Value, 64); err == nil && (n.Kind == token.INT || n.Kind == token.FLOAT) {
				was := n.Value
				n.Value = strconv.FormatFloat(v+1, 'g', -1, 64)
				keep(n.Pos(), was+" becomes "+n.Value)
				n.Value = was
			}
		}
		return true
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				ast.Inspect(n.Body, body)
			}
			return false
		case *ast.FuncLit: // a term is a variable
			ast.Inspect(n.Body, body)
			return false
		}
		return true
	})
	return all
}

// Change one operator or one number of the model, and some test of it fails: `make mutants`. Told are those that no test minds. Of the first 35 of
// seed 1 (`make mutants MUTANTS=60`, cut short, 28 November 2026) tests killed 28, 80 %. Two of the others were gaps, in inputs.go and talks.go, and
// are closed. Five change nothing: what is passed over in interest.go, quarrel.go and theory_burden_sharing.go would add nothing, a clause opens
// to its first seat when it opens (explain.go), and any number below 0 is no seat (theory_power_balance.go). Nobody has yet tried a hundred. Of the
// first 7 of scenarios (`make mutants OF=scenarios MUTANTS=8`) tests killed 4; two were gaps and are closed, and one changes nothing (any number
// of digits below 0 is as few as tell a figure, setting.go).
func TestMutants(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(*mutantsIn, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var all []mutant
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.go") {
			all = append(all, mutantsOf(t, file)...)
		}
	}
	rand.New(rand.NewPCG(*mutantSeed, 0)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	chosen := all[:min(*mutants, len(all))]
	killed, stillborn := 0, 0
	for _, m := range chosen {
		switch fate := m.fate(t); fate {
		case "it does not compile":
			stillborn++
		case "":
			t.Logf("lives    %s", m.what)
		default:
			killed++
			t.Logf("killed   %s: %s", m.what, fate)
		}
	}
	tried := len(chosen) - stillborn
	t.Logf("%d of %d mutants were killed, %.0f %% (%d more do not compile; there are %d in all)", killed, tried,
		100*float64(killed)/float64(tried), stillborn, len(all))
}

// patience is how long the tests of a mutant may take: one that never ends is killed as well.
const patience = 5 * time.Minute

// slow are the tests that take most of the time.
const slow = "^(TestEveryKnobTurnsSomething|TestAFormulaComesToItsTerm|TestFlipsUnderLeversAreFiguresToSet)$"

// fate is how the tests of the model find a mutant out, "" if they do not.
func (m mutant) fate(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name string, text []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	real, err := filepath.Abs(m.file)
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {real: put("mutant.go", m.text)}})
	if err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(dir, "mutant.test")
	build := exec.Command("go", "test", "-c", "-vet=off", "-o", binary, "-overlay", put("overlay.json", overlay), ".")
	build.Dir = *mutantsIn
	if out, err := build.CombinedOutput(); err != nil {
		if strings.Contains(string(out), filepath.Base(m.file)+":") || strings.Contains(string(out), "mutant.go:") {
			return "it does not compile"
		}
		t.Fatalf("%s: %v\n%s", m.what, err, out)
	}
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	var out []byte
	for _, which := range []string{"-test.skip=" + slow, "-test.run=" + slow} { // those that take long come last
		c := exec.CommandContext(ctx, binary, "-test.failfast", "-test.short", which)
		c.Dir = *mutantsIn
		out, err = c.CombinedOutput()
		if ctx.Err() != nil {
			return "its tests never end"
		}
		if err != nil {
			break
		}
	}
	if err == nil {
		return ""
	}
	for line := range strings.Lines(string(out)) {
		if name, ok := strings.CutPrefix(line, "--- FAIL: "); ok {
			name, _, _ = strings.Cut(name, " ")
			return name
		}
		if strings.HasPrefix(line, "panic: ") {
			return strings.TrimSpace(line)
		}
	}
	return "it fails"
}
