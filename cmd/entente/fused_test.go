package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"testing"
)

// fused is a product and a sum rounded once, in the listing of an amd64 (VFMADD...) or arm64 (FMADD..., FNMSUB...).
var fused = regexp.MustCompile(`\(([^()]+:\d+)\)\s+V?FN?M(?:ADD|SUB)\w*\s`)

// fusedIn lists the places where the compiler fuses a product with a sum in packages built for some processor.
func fusedIn(t *testing.T, dir string, processor []string, packages ...string) []string {
	t.Helper()
	c := exec.Command("go", append([]string{"build", "-gcflags=-S"}, packages...)...)
	c.Dir = dir
	c.Env = append(os.Environ(), append(processor, "GOOS=linux", "CGO_ENABLED=0")...)
	listing, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("go build: %v\n%.2000s", err, listing)
	}
	if !bytes.Contains(listing, []byte(" STEXT ")) {
		t.Fatalf("the compiler listed no code:\n%.2000s", listing)
	}
	places := map[string]bool{}
	for _, m := range fused.FindAllSubmatch(listing, -1) {
		places[string(m[1])] = true
	}
	return slices.Sorted(maps.Keys(places))
}

// The same seed gives the same history on every machine. Where a processor can fuse x*y + z, the compiler does so, and
// the last bits differ; float64(x*y) + z forbids it. The compiler follows the same rules for amd64 and arm64, which has
// more such instructions: for the laboratory, whose libraries take long to build, arm64 is enough.
func TestNothingIsFused(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the standard library for two other processors")
	}
	for _, c := range []struct {
		processor []string
		packages  []string
	}{
		{[]string{"GOARCH=amd64", "GOAMD64=v3"}, []string{"./sim"}},
		{[]string{"GOARCH=arm64"}, []string{"./sim", "./sim/lab", "./sim/lab/history", "./sim/lab/stats"}},
	} {
		for _, place := range fusedIn(t, "../..", c.processor, c.packages...) {
			t.Errorf("%s: a product is fused with a sum for %v: write float64(x*y) + z", place, c.processor)
		}
	}
}

// The test above can fail: a package that fuses is found out, on both processors, at the right line.
func TestFusionIsFound(t *testing.T) {
	for _, processor := range [][]string{{"GOARCH=amd64", "GOAMD64=v3"}, {"GOARCH=arm64"}} {
		found := fusedIn(t, "testdata/fuses", processor, ".")
		if len(found) != 1 || !regexp.MustCompile(`fuses\.go:6$`).MatchString(found[0]) {
			t.Errorf("for %v it found %v, want line 6 of fuses.go", processor, found)
		}
	}
}
