package main

import (
	"context"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A sheet for a seat of a role play takes one leaf of A5, with its sources or nothing on the back, however many ties and prizes a
// state has.
func TestASeatTakesOneLeaf(t *testing.T) {
	b := open(t)
	for _, name := range []string{"us-retrenchment", "warsaw-1955", "europe-1982"} {
		dir := t.TempDir()
		if out, err := exec.Command("entente", "roles", name, "--out", dir).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
		file := filepath.Join(dir, "roles.html")
		seats := strings.Count(read(t, file), "<section>")
		var printed []byte
		b.do(chromedp.Navigate("file://"+file), chromedp.ActionFunc(func(ctx context.Context) (err error) {
			printed, _, err = cdppage.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
			return err
		}))
		if sides := len(regexp.MustCompile(`/Type\s*/Page\b[^s]`).FindAll(printed, -1)); sides != 2*seats || seats < 10 {
			t.Errorf("%s: %d sheets take %d sides, and may take %d", name, seats, sides, 2*seats)
		}
	}
}
