package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"entente/plots/words"
)

// hostile is a scenario whose texts would do something on a page, in a paper or in a bibliography.
const hostile = `format = 1
base = "pacific-2025"

# Sources
#   <b>A&B</b>   100 % of {$x_1} by \input{/etc/passwd}, ~"quoted"~ #1 ^2 @misc{x,
#   Büro  Żółć, Σ 日本 – “so” ` + "``?`--set''" + `

# Not in it: <script>alert(1)</script> \end{document}

title = "<script>alert(1)</script> & \\input{x} 50 % of_it"
summary = "Is <img src=x onerror=alert(1)> \\write18{id} $told$?"

[states.JPN]
name = "J<i>p</i>n & \\Co_{1} 日本"
stance = 0.9 # rubric 0.9: }}\end{longtable}<svg onload=alert(1)> (Gazette & Co_1, 3 May 2025)
gdp = 4000 # <b>A&B</b>, 2025
`

// reports are two, made once: of a shipped scenario, and of two built on it, one of them hostile.
var reports = sync.OnceValues(func() (dirs [2]string, err error) {
	dir, err := os.MkdirTemp("", "entente-report")
	if err != nil {
		return dirs, err
	}
	file := filepath.Join(dir, "odd.toml")
	if err := os.WriteFile(file, []byte(hostile), 0o644); err != nil {
		return dirs, err
	}
	for k, names := range [2][]string{{"pacific-2025"}, {file, "us-retrenchment", "--without", "record"}} {
		dirs[k] = filepath.Join(dir, fmt.Sprint(k))
		args := append(append([]string{"report"}, names...), "--runs", "12", "--out", dirs[k])
		if out, err := exec.Command("entente", args...).CombinedOutput(); err != nil {
			return dirs, fmt.Errorf("%w\n%s", err, out)
		}
	}
	return dirs, nil
})

// made are the folders of the two reports.
func made(t *testing.T) [2]string {
	t.Helper()
	if testing.Short() {
		t.Skip("makes two reports")
	}
	dirs, err := reports()
	if err != nil {
		t.Fatal(err)
	}
	return dirs
}

// A report tells all that it is to tell, asks nothing of a network, and what stands in a file is shown and never obeyed.
func TestReportIsWholeAndHarmless(t *testing.T) {
	for k, dir := range made(t) {
		page, paper := read(t, filepath.Join(dir, "report.html")), read(t, filepath.Join(dir, "report.tex"))
		for _, want := range []string{"What was found", "What was asked", "What goes in, and what it rests on", "Three drivers", "Results",
			"How far the chance can be trusted: luck, constants, coding", "Why: the parts of the chance", "What would turn it",
			"What it gets wrong", "Method, as a paper may tell it", "To have the same again", "Every figure of"} {
			if !strings.Contains(page, want) || want != "What was found" && !strings.Contains(paper, want) {
				t.Errorf("report %d lacks %q", k, want)
			}
		}
		if strings.Contains(page, "Side by side") != (k == 1) || strings.Contains(paper, "on one plane") != (k == 1) {
			t.Errorf("report %d has its scenarios beside each other, or not", k)
		}
		for _, want := range []string{"The record", "the tournament", "The worst first"} {
			if strings.Contains(page, want) != (k == 0) || strings.Contains(paper, want) != (k == 0) {
				t.Errorf("%q stands in report %d, or it does not", want, k)
			}
		}
		if strings.Contains(page, "Left out, as asked: record.") != (k == 1) {
			t.Errorf("report %d does not say what is left out", k)
		}
		page = fontInPage.ReplaceAllString(page, "")
		for _, wrong := range []string{"<script", "<img", "<i>p", "<b>A", "onload=alert(1)>", "url(", "@import", "%!", "<nil>", "ZgotmplZ", "NaN"} {
			if strings.Contains(page, wrong) {
				t.Errorf("the page of report %d holds %q", k, wrong)
			}
		}
		if does := regexp.MustCompile(`<[^>]* (src|on[a-z]+|formaction|xlink:href)=`).FindString(page); does != "" {
			t.Errorf("the page of report %d holds %s", k, does)
		}
		for _, wrong := range []string{`\input{`, `\write18{`, `}\end{longtable}<`, "%!", "<nil>", "NaN"} {
			if strings.Contains(paper, wrong) {
				t.Errorf("the paper of report %d holds %q", k, wrong)
			}
		}
		for _, link := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if id, ok := strings.CutPrefix(link[1], "#"); !ok || strings.Count(page, `id="`+id+`"`) != 1 {
				t.Errorf("a link of report %d leads to %s, which is not there once", k, link[1])
			}
		}
		if n := strings.Count(page, "<figure"); n < 8 || strings.Count(page, "<title>") != n+1 || strings.Count(page, "<desc>") != n {
			t.Errorf("report %d has %d charts, and not each has a title and a description", k, n)
		}
		asItsSchemaSays(t, "report", []byte(read(t, filepath.Join(dir, "answer.json"))))
		bib := read(t, filepath.Join(dir, "references.bib"))
		for _, cited := range regexp.MustCompile(`\\cite\{([^}]*)\}`).FindAllStringSubmatch(paper, -1) {
			if strings.Count(bib, "{"+cited[1]+",\n") != 1 {
				t.Errorf("the paper of report %d cites %s, which is not in its bibliography once", k, cited[1])
			}
		}
		for _, drawn := range regexp.MustCompile(`\]\{([^}]*\.pdf)\}`).FindAllStringSubmatch(paper, -1) {
			if _, err := os.Stat(filepath.Join(dir, drawn[1])); err != nil {
				t.Error(err)
			}
		}
	}
}

// Each part of a report is the answer to the question that it says it is, of each of its scenarios.
func TestReportIsWhatItsCommandsSay(t *testing.T) {
	for k, dir := range made(t) {
		var told struct {
			Reported []map[string]any
			Hindcast any
			Commands []string
		}
		if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, "answer.json"))), &told); err != nil {
			t.Fatal(err)
		}
		compared := 0
		holds := func(command string, part any) {
			args, ok := words.FromShell(strings.TrimPrefix(command, "entente "))
			if !ok || part == nil {
				t.Errorf("report %d has no part that is made by %s", k, command)
				return
			}
			compared++
			out, err := exec.Command("entente", append(args, "--json")...).Output()
			if err != nil {
				t.Fatalf("%s: %v", command, err)
			}
			var alone any
			if err := json.Unmarshal(out, &alone); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(alone, part) {
				t.Errorf("%s answers otherwise than report %d", command, k)
			}
		}
		for _, of := range told.Reported {
			for _, command := range of["commands"].([]any) {
				holds(command.(string), of[strings.Fields(command.(string))[1]])
			}
		}
		for _, command := range told.Commands {
			if strings.HasPrefix(command, "entente hindcast ") {
				holds(command, told.Hindcast)
			}
		}
		if want := map[int]int{0: 6, 1: 10}[k]; compared != want {
			t.Errorf("%d of %d parts of report %d have a command", compared, want, k)
		}
	}
}

// fontInPage is a font that a chart holds, which asks no network.
var fontInPage = regexp.MustCompile(`url\(data:font/ttf;base64,[A-Za-z0-9+/=]+\)`)

// axe is the checker of pages, of one version.
const axe = "axe-core@4.14.1"

// checker is axe's script.
func checker(t *testing.T) string {
	t.Helper()
	return read(t, filepath.Join(installed(t, axe), "node_modules", "axe-core", "axe.min.js"))
}

// chromium is a browser without a head.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium-headless-shell", "chromium", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	need(t, "chromium-headless-shell")
	return ""
}

// The page is read in a browser, on a telephone and on a desk, by day and by night: nothing is wider than the screen, axe finds nothing
// to mend, nothing is asked of a network, and it prints.
func TestReportInABrowser(t *testing.T) {
	dirs := made(t)
	browser, script := chromium(t), checker(t)
	start, end := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browser),
		chromedp.NoSandbox, chromedp.Flag("force-color-profile", "srgb"))...)
	defer end()
	tab, stop := chromedp.NewContext(start)
	defer stop()
	ctx, late := context.WithTimeout(tab, 5*time.Minute)
	defer late()
	defer chromedp.Cancel(tab) // which waits for the browser to end, and must not come after its time is up; else it outlives the test
	var mu sync.Mutex
	var asked []string
	chromedp.ListenTarget(ctx, func(event any) {
		e, ok := event.(*network.EventRequestWillBeSent)
		if ok && !strings.HasPrefix(e.Request.URL, "file://") && !strings.HasPrefix(e.Request.URL, "data:font/") { // which charts bring
			mu.Lock()
			asked = append(asked, e.Request.URL)
			mu.Unlock()
		}
	})
	if err := chromedp.Run(ctx, network.Enable()); err != nil {
		t.Fatal(err)
	}
	for k, dir := range dirs {
		for _, width := range []int64{360, 1280} {
			for _, light := range []string{"light", "dark"} {
				if k > 0 && (width > 360 || light == "dark") { // it has no more than the other but odd words
					continue
				}
				where := fmt.Sprintf("report %d at %d px, %s", k, width, light)
				var scroll, inner int64
				var found string
				err := chromedp.Run(ctx,
					emulation.SetDeviceMetricsOverride(width, 800, 1, width < 600),
					emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: light}}),
					chromedp.Navigate("file://"+filepath.Join(dir, "report.html")),
					chromedp.Evaluate(`document.querySelectorAll("details").forEach(d => d.open = true); document.documentElement.scrollWidth`, &scroll),
					chromedp.Evaluate(`document.documentElement.clientWidth`, &inner),
					chromedp.Evaluate(script+`; 0`, nil),
					chromedp.Evaluate(`axe.run({exclude: ["svg > *"]}, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations.map(v => v.id + ": " + v.help + " " +
						v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " " + n.failureSummary).join(" | "))))`, &found,
						func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }),
				)
				if err != nil {
					t.Fatalf("%s: %v", where, err)
				}
				if scroll > inner {
					t.Errorf("%s: the page is %d px wide and the screen %d", where, scroll, inner)
				}
				if found != "[]" {
					t.Errorf("%s: axe finds %s", where, found)
				}
			}
		}
		var printed []byte
		if err := chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
			printed, _, err = page.PrintToPDF().WithPrintBackground(false).Do(ctx)
			return err
		})); err != nil || len(printed) < 10_000 || !strings.HasPrefix(string(printed), "%PDF") {
			t.Errorf("report %d prints %d bytes: %v", k, len(printed), err)
		}
	}
	if len(asked) > 0 {
		t.Errorf("the page asks for %v", asked)
	}
}

// The paper compiles as its help says, has no line that stands out of its margins, and holds the finding as text.
func TestPaperCompiles(t *testing.T) {
	for _, program := range []string{"pdflatex", "bibtex", "pdftotext"} {
		need(t, program)
	}
	for k, dir := range made(t) {
		at := t.TempDir()
		if err := os.CopyFS(at, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		var said string
		for _, program := range [][]string{{"pdflatex", "-interaction=nonstopmode", "-halt-on-error", "report"}, {"bibtex", "report"},
			{"pdflatex", "-interaction=nonstopmode", "report"}, {"pdflatex", "-interaction=nonstopmode", "report"}} {
			c := exec.Command(program[0], program[1:]...)
			c.Dir = at
			out, err := c.CombinedOutput()
			if said = string(out); err != nil || program[0] == "bibtex" && strings.Contains(said, "Warning") {
				t.Fatalf("report %d: %s: %v\n%s", k, program[0], err, said[max(0, len(said)-3000):])
			}
		}
		for _, wrong := range []string{"undefined", "Missing character", "Warning: Citation", "multiply"} {
			if strings.Contains(said, wrong) {
				t.Errorf("report %d: pdflatex says %s", k, wrong)
			}
		}
		for _, box := range regexp.MustCompile(`Overfull \\[hv]box \(([0-9.]+)pt too (wide|high)\)[^\n]*`).FindAllStringSubmatch(said, -1) {
			if len(box[1]) > len("9.99999") { // ten points or more
				t.Errorf("report %d: %s", k, box[0])
			}
		}
		c := exec.Command("pdftotext", "-layout", "report.pdf", "-")
		c.Dir = at
		text, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		shown := strings.Join(strings.Fields(string(text)), " ")
		for _, chart := range []string{"in-force", "terms"} { // a caption of the paper's says the rest
			name := map[int]string{0: "", 1: "us-retrenchment-"}[k] + chart
			c := exec.Command("pdftotext", name+".pdf", "-")
			c.Dir = at
			alone, err := c.Output()
			if text := string(alone); err != nil || strings.Contains(text, "Source: Entente") || strings.Contains(text, " runs") {
				t.Errorf("report %d: the picture of %s has what its caption says: %v %s", k, name, err, text)
			}
		}
		if !strings.Contains(shown, "Figure 1. ") || strings.Count(shown, "Source: Entente") < 7 {
			t.Errorf("report %d: figures have no captions that say where they are from", k)
		}
		finding, _, _ := strings.Cut(read(t, filepath.Join(dir, "table.txt")), ".\n")
		if k == 0 && !strings.Contains(shown, strings.Join(strings.Fields(finding), " ")[:60]) {
			t.Errorf("the paper does not say %q", finding)
		}
	}
}
