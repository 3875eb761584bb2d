package main

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"image/png"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/spf13/cobra"

	"entente/plots/page"
	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// seminarOnce is the page as the tests look at it: with the model for browsers compiled anew.
var seminarOnce = sync.OnceValues(func() (*page.Site, error) {
	dir, err := os.MkdirTemp("", "seminar")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	wasm := filepath.Join(dir, "entente.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", wasm, "../../plots/page/wasm")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	plain, err := os.ReadFile(wasm)
	if err != nil {
		return nil, err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	var engine page.Engine
	if engine.Starter, err = os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")); err != nil {
		return nil, err
	}
	if engine.Wasm, err = page.Zip(plain); err != nil {
		return nil, err
	}
	c := &cobra.Command{}
	c.SetContext(context.Background())
	c.SetErr(&bytes.Buffer{})
	return seminarWith(c, engine, 0)
})

func seminarPage(t *testing.T) *page.Site {
	t.Helper()
	site, err := seminarOnce()
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// The page is small: what is read before the first look, the model, and all of it in one file.
func TestThePageIsSmall(t *testing.T) {
	site := seminarPage(t)
	files := site.Files()
	sum := 0
	for _, name := range []string{"index.html", "page.css", "page.js", "worker.js"} {
		var b bytes.Buffer
		w := brotli.NewWriterLevel(&b, brotli.BestCompression)
		w.Write(files[name])
		w.Close()
		sum += b.Len()
	}
	if sum > 150_000 {
		t.Errorf("HTML, CSS and JavaScript take %d bytes compressed, and may take 150,000", sum)
	}
	if size := len(files["entente.wasm.bin"]); size > 1_700_000 {
		t.Errorf("the model takes %d bytes compressed, and may take 1,700,000", size)
	}
	if single, err := site.Single(); err != nil || len(single) > 2_700_000 {
		t.Errorf("the page in one file takes %d bytes, and may take 2,700,000; fault: %v", len(single), err)
	}
}

// The server lets in who asks for the page by its own address, to read it, and says what the page may do.
func TestServeLetsInWhoReads(t *testing.T) {
	at := &net.TCPAddr{IP: net.ParseIP("127.0.0.1"), Port: 8080}
	all := map[string][]byte{"index.html": []byte("the page"), "scenes/a.json": []byte("{}")}
	ask := func(open bool, at *net.TCPAddr, method, host, path, body string) *http.Response {
		r := httptest.NewRequest(method, path, strings.NewReader(body))
		r.Host = host
		w := httptest.NewRecorder()
		visitors(files(all), at, open).ServeHTTP(w, r)
		return w.Result()
	}
	for _, c := range []struct {
		why, method, host, path, body string
		want                          int
	}{
		{"its address", "GET", "127.0.0.1:8080", "/", "", 200},
		{"its name", "GET", "localhost:8080", "/scenes/a.json", "", 200},
		{"only the head", "HEAD", "127.0.0.1:8080", "/index.html", "", 200},
		{"a name that was made to point here", "GET", "evil.example:8080", "/", "", 421},
		{"another port", "GET", "127.0.0.1:80", "/", "", 421},
		{"no port", "GET", "127.0.0.1", "/", "", 421},
		{"another address", "GET", "10.0.0.1:8080", "/", "", 421},
		{"to write", "POST", "127.0.0.1:8080", "/", "", 405},
		{"with a body", "GET", "127.0.0.1:8080", "/", "x", 413},
		{"what is not there", "GET", "127.0.0.1:8080", "/../page.go", "", 404},
	} {
		r := ask(false, at, c.method, c.host, c.path, c.body)
		if r.StatusCode != c.want {
			t.Errorf("%s: %d, want %d", c.why, r.StatusCode, c.want)
		}
		if got := r.Header.Get("Content-Security-Policy"); !strings.Contains(got, "default-src 'none'") || strings.Contains(got, "unsafe-inline") {
			t.Errorf("%s: the policy is %q", c.why, got)
		}
	}
	every := &net.TCPAddr{IP: net.IPv4zero, Port: 8080}
	if r := ask(true, every, "GET", "10.0.0.1:8080", "/", ""); r.StatusCode != 200 {
		t.Errorf("a page open to others is not found at an address of the machine: %d", r.StatusCode)
	}
	if r := ask(true, every, "GET", "evil.example:8080", "/", ""); r.StatusCode != 421 {
		t.Errorf("a page open to others answers to a name: %d", r.StatusCode)
	}
}

// tab is a tab of a browser that looks at the page, as served.
type tab struct {
	*testing.T
	ctx  context.Context
	base string
}

// open begins a browser and serves the page. What the page's scripts complain of fails the test.
func open(t *testing.T) *tab {
	program := chromium(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: visitors(files(seminarPage(t).Files()), listener.Addr().(*net.TCPAddr), false)}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	start, end := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program),
		chromedp.NoSandbox, chromedp.WindowSize(1280, 900))...)
	t.Cleanup(end)
	window, stop := chromedp.NewContext(start)
	t.Cleanup(stop)
	ctx, late := context.WithTimeout(window, 4*time.Minute)
	t.Cleanup(late)
	t.Cleanup(func() { chromedp.Cancel(window) }) // which waits for the browser to end; else it outlives the test
	chromedp.ListenTarget(ctx, func(event any) {
		if e, ok := event.(*runtime.EventExceptionThrown); ok {
			t.Errorf("a script of the page fails: %s", e.ExceptionDetails.Error())
		}
	})
	b := &tab{t, ctx, "http://" + listener.Addr().String() + "/"}
	b.do(network.Enable(), runtime.Enable())
	return b
}

func (b *tab) do(actions ...chromedp.Action) {
	b.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// visit opens a screen anew.
func (b *tab) visit(hash string) {
	b.Helper()
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(b.base+hash), chromedp.WaitReady("main h1"))
}

// eval asks the page something.
func (b *tab) eval(script string) (found string) {
	b.Helper()
	b.do(chromedp.Evaluate(`(async () => String(await (`+script+`)))()`, &found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams {
		return p.WithAwaitPromise(true)
	}))
	return found
}

// until waits for something to hold.
func (b *tab) until(what, script string) {
	b.Helper()
	for range 600 {
		if b.eval(`(async () => !!(await (`+script+`)))()`) == "true" {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	b.Fatalf("it never came that %s; the page says %q", what, b.eval(`document.querySelector("main").innerText.slice(0, 800)`))
}

// tabTo goes from one thing to the next by the keyboard until one that matches is reached.
func (b *tab) tabTo(selector string) {
	b.Helper()
	for range 120 {
		if b.eval(`document.activeElement.matches(`+quoted(selector)+`)`) == "true" {
			return
		}
		b.do(chromedp.KeyEvent(kb.Tab))
	}
	b.Fatalf("the keyboard does not lead to %s", selector)
}

func quoted(text string) string {
	q, _ := json.Marshal(text)
	return string(q)
}

func (b *tab) heading() string { return b.eval(`document.querySelector("main h1").textContent`) }

// clickOn clicks with the pointer, once the page lies still.
func (b *tab) clickOn(selector string) {
	b.Helper()
	b.until("the page has "+selector, `document.querySelector(`+quoted(selector)+`)`)
	b.until("the page lies still", `new Promise((still) => { const tall = document.body.scrollHeight; setTimeout(() => still(tall === document.body.scrollHeight), 150); })`)
	b.do(chromedp.ScrollIntoView(selector, chromedp.ByQuery), chromedp.Click(selector, chromedp.ByQuery, chromedp.NodeVisible))
}

// headings are those of the screens, in their order.
var headings = []string{"Two photographs", "One state decides", "Everybody at once", "Was it right?", "Six accounts", "What if?",
	"Why no Asian NATO?", "You decide", "Sandbox", "The instructor’s guide"}

// sandboxAt is the place of the sandbox among them, and its number in a link.
const sandboxAt = 8

// The story can be walked by the keyboard alone, from the bet to the sandbox.
func TestTheStoryByKeyboard(t *testing.T) {
	b := open(t)
	b.do(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}))
	b.visit("#/3")
	b.tabTo(".skip")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until("the head of a screen is left out", `document.activeElement.id === "main"`)
	if got := b.heading(); got != headings[3] || b.eval(`location.hash`) != "#/3" {
		t.Errorf("who leaves out the head of %s comes to %s", headings[3], got)
	}
	b.visit("")
	b.tabTo(".tile")
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	if b.eval(`document.activeElement.matches(".tile")`) != "true" {
		t.Error("arrow keys leave the map of tiles")
	}
	b.tabTo(`[data-id="threat"] [data-down]`)
	b.do(chromedp.KeyEvent(kb.Enter))
	if got := b.eval(`document.querySelector(".order li").dataset.id`); got == "threat" {
		t.Error("the first reason cannot be moved down by the keyboard")
	}
	b.until("a move is told to who listens", `document.querySelector("#live").textContent.includes("number 2")`)
	b.tabTo("main button.main")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until("the bet leads on", `document.querySelector("main h1").textContent === `+quoted(headings[1]))

	for range 3 { // motion is reduced, so that but the last reason and the sum are left
		if b.eval(`!!document.querySelector("button.main:not([hidden])")`) == "true" {
			b.tabTo("button.main")
			b.do(chromedp.KeyEvent(kb.Enter))
		}
	}
	b.tabTo("input[type=radio]")
	b.do(chromedp.KeyEvent(" "))
	b.tabTo(".slider input")
	for range 40 {
		b.do(chromedp.KeyEvent(kb.ArrowRight))
		if strings.Contains(b.eval(`document.querySelector("[data-found]").textContent`), "flips") {
			break
		}
	}
	if got := b.eval(`document.querySelector("[data-found]").textContent`); !strings.Contains(got, "flips") {
		t.Errorf("Japan does not flip, however far its governments' stance is pushed: %s", got)
	}
	for k := 2; k <= sandboxAt; k++ {
		if headings[k-1] == "You decide" {
			b.class()
		}
		b.tabTo("a.forward")
		b.do(chromedp.KeyEvent(kb.Enter))
		b.until("the keyboard leads to "+headings[k], `document.querySelector("main h1").textContent === `+quoted(headings[k]))
		if b.eval(`document.activeElement.id`) != "main" {
			t.Errorf("%s does not begin where the keyboard is", headings[k])
		}
	}
	b.tabTo("[data-play]")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until("the sandbox has played", `document.querySelector("[data-found]").dataset.runs === "200"`)
	b.tabTo(".tile:not(.rival)")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until("a reason is given", `document.querySelector(".why svg")`)
}

// class plays a turn by the keyboard: Japan says yes.
func (b *tab) class() {
	b.Helper()
	b.until("the seats are there", `document.querySelectorAll(".seat").length === 16`)
	b.tabTo(`[data-id="JPN"] input`)
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	b.tabTo("[data-turn]")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until("a turn is played", `document.querySelectorAll(".turns .done").length === 1`)
	if got := b.eval(`document.activeElement.textContent`); !strings.HasPrefix(got, "News of turn 1") {
		b.Errorf("after a turn the keyboard is at %q", got)
	}
	if got := b.eval(`document.querySelector("[data-rule]").open`); got != "false" {
		b.Error("the rule is told before all turns are played")
	}
}

// A class that decides in the browser plays the game of entente play: its file of decisions gives the same surprise to the last
// digit, turns can be taken back, and a page that is loaded again goes on where it was.
func TestAClassInTheBrowserPlaysTheGameOfTheCommandLine(t *testing.T) {
	b := open(t)
	b.visit("#/7?s=pacific-2025&set=states.USA.stance=0.6&seed=1&run=4")
	b.until("the seats are there", `document.querySelectorAll(".seat").length === 16`)
	says := func(id, what string) {
		b.eval(`document.querySelector('[data-id="` + id + `"] input[value="` + what + `"]').click()`)
	}
	for k := 1; k <= 8; k++ {
		switch k {
		case 1:
			says("USA", "yes")
			says("AUS", "no")
			says("JPN", "yes")
		case 3:
			says("AUS", "")
			says("KOR", "no")
		case 4:
			b.eval(`(globalThis.before = true, location.reload())`)
			b.until("the game is as it was", `!globalThis.before && document.querySelectorAll(".turns .done").length === 3 && document.querySelector("[data-found]")`)
		case 5:
			b.clickOn("[data-back]")
			b.until("a turn is taken back", `document.querySelectorAll(".turns .done").length === 3`)
			says("JPN", "no")
			b.clickOn("[data-turn]")
			b.until("it is played otherwise", `document.querySelectorAll(".turns .done").length === 4`)
		}
		b.clickOn("[data-turn]")
		b.until(fmt.Sprintf("turn %d is played", k), fmt.Sprintf(`document.querySelectorAll(".turns .done").length === %d`, k))
	}
	dir := t.TempDir()
	b.do(browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(dir))
	b.clickOn("[data-csv]")
	file := filepath.Join(dir, "class.csv")
	b.untilThereIs(file)
	line := b.eval(`document.querySelector("main > section code.command").textContent`)
	if want := "entente play pacific-2025 --seed 1 --run 4 --set states.USA.stance=0.6 --decide class.csv"; line != want {
		t.Fatalf("the command is %q, want %q", line, want)
	}
	c := exec.Command("entente", append(strings.Fields(line)[1:], "--json")...)
	c.Dir = dir
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	var found lab.RolePlay
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatal(err)
	}
	if got, want := b.eval(`document.querySelector("[data-surprise]").dataset.surprise`), fmt.Sprint(found.Surprise); got != want || found.Surprise == 0 {
		t.Errorf("the class surprises by %s nats in the browser, and by %s on the command line", got, want)
	}
	for _, s := range found.Seats {
		if got, want := b.eval(`document.querySelector('[data-seat="`+s.State+`"]')?.dataset.nats`), fmt.Sprint(s.Surprise); got != want {
			t.Errorf("%s surprises by %s nats in the browser, and by %s on the command line", s.State, got, want)
		}
	}
}

// untilThereIs waits for a file that the page gives.
func (b *tab) untilThereIs(file string) {
	b.Helper()
	for range 100 {
		if _, err := os.Stat(file); err == nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	b.Fatalf("%s does not come", filepath.Base(file))
}

// The story can be walked by the pointer, and each screen tells what it should.
func TestTheStoryByPointer(t *testing.T) {
	b := open(t)
	b.do(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}))
	b.visit("")
	b.clickOn("main button.main")
	b.until("the bet leads on", `document.querySelector("main h1").textContent === `+quoted(headings[1]))
	b.clickOn("a.forward")
	b.until("the next screen comes", `document.querySelector("main h1").textContent === `+quoted(headings[2]))
	for n := 1; n <= 3; n++ {
		b.clickOn("main p > button.main")
		b.until("a history ends", fmt.Sprintf(`[...document.querySelectorAll(".finding")].some((f) => f.textContent.startsWith("History %d:"))`, n))
	}
	b.eval(`[...document.querySelectorAll("main button.main")].at(-1).click()`)
	b.until("200 histories are played", `/In \d+ of 200/.test(document.querySelector("[data-found]").textContent)`)
	if told := b.eval(`document.querySelector("[data-found]").textContent`); strings.Contains(told, "other numbers") || strings.Contains(told, "does not run") {
		t.Errorf("the model in the browser is not that of the page: %s", told)
	}
	b.visit("#/3")
	b.until("what was wrong is vermilion", `[...document.querySelectorAll('input[name="episode"]')].some((r) => { r.click(); return document.querySelector("svg .wrong"); })`)
	b.clickOn(`input[name="mend"]`)
	b.until("a change of the theory is told", `document.querySelectorAll("main table tbody tr").length === 3`)
	b.visit("#/4")
	b.eval(`document.querySelectorAll(".account select").forEach((s, k) => { s.value = ["collective-identity", "article", "burden-sharing", "balance-of-threat",
		"landscape", "power-disparity"][k]; s.dispatchEvent(new Event("change")); })`)
	b.clickOn("button.main")
	b.until("all six are named", `document.querySelector("[data-found]").textContent.startsWith("6 of 6")`)
	b.visit("#/5")
	b.clickOn(`article [data-side="lower"]`)
	b.until("a bet is scored", `/of 1 bets right/.test(document.querySelector(".score").textContent)`)
	var first struct{ Base, Then stats.Share }
	if err := json.Unmarshal([]byte(b.eval(`(() => { const w = JSON.parse(document.getElementById("story").textContent).whatifs[0]; return JSON.stringify({ Base: w.base, Then: w.chance }); })()`)), &first); err != nil {
		t.Fatal(err)
	}
	from, to := strings.ReplaceAll(words.Percent(first.Base.Mean), " ", "\u00a0"), strings.ReplaceAll(words.Percent(first.Then.Mean), " ", "\u00a0")
	if told := strings.ReplaceAll(b.eval(`document.querySelector("article .finding").textContent`), " ", "\u00a0"); !strings.Contains(told, from) || !strings.Contains(told, to) {
		t.Errorf("the command line writes %s and %s of two chances, and the page says %q", from, to, told)
	}
	b.eval(`document.querySelector('section > .guesses [data-side="higher"]').click()`)
	b.until("a lever of one's own is played", `/of 2 bets right/.test(document.querySelector(".score").textContent)`)
	b.visit("#/6")
	if got := b.eval(`document.querySelectorAll(".reasons tbody tr").length`); got != "5" {
		t.Errorf("%s of five reasons are weighed", got)
	}
}

// What the sandbox says is what the command line says: of a lever moved, of the link opened again, and of the TOML that it gives.
func TestTheSandboxHasTheNumbersOfTheCommandLine(t *testing.T) {
	b := open(t)
	b.visit("#/8")
	b.until("the sandbox is there", `document.querySelector('[data-path="levers.all.trade"]')`)
	b.eval(`(() => { const r = document.querySelector('[data-path="levers.all.stance"]'); r.focus(); })()`)
	for range 4 {
		b.do(chromedp.KeyEvent(kb.ArrowRight))
	}
	b.clickOn(`[name="shade"][value="stance"]`)
	if got := b.eval(`document.querySelector('[data-id="JPN"] .mark').textContent`); got != "0.65" {
		t.Errorf("Tokyo's stance is coded 0.45 and moved by 0.2, and its tile says %s", got)
	}
	b.clickOn(`[name="shade"][value="chance"]`)
	b.clickOn("[data-play]")
	played := `document.querySelector("[data-found]").dataset.runs === "200" && document.querySelector(".result table")`
	b.until("it has played", played)
	count := func() string { return b.eval(`document.querySelector("[data-found]").dataset.count`) }
	shown, line := count(), b.eval(`document.querySelector(".command").textContent`)
	if want := "entente run pacific-2025 --runs 200 --seed 1 --set levers.all.stance=0.2"; line != want {
		t.Fatalf("the command is %q, want %q", line, want)
	}
	run := func(args ...string) string {
		out, err := exec.Command("entente", append(args, "--json")...).Output()
		if err != nil {
			t.Fatalf("%v: %v", args, err)
		}
		var found lab.Summary
		if err := json.Unmarshal(out, &found); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(found.InForce[len(found.InForce)-1].Count)
	}
	if got := run(strings.Fields(line)[1:]...); got != shown {
		t.Errorf("the command finds the pact in force in %s runs, and the page in %s", got, shown)
	}
	if shown == "0" {
		t.Error("nothing ever comes into force: nothing is compared")
	}
	bands := func() string { return b.eval(`document.querySelector(".chart ~ p.soft > span").textContent`) }
	if got := bands(); !strings.Contains(got, "Outer band") {
		t.Errorf("of a chart with the doubt of constants it is said: %s", got)
	}
	b.scrub()
	b.exported(shown)
	link := b.eval(`location.hash`)
	b.visit(link)
	b.until("the link is played", played)
	if got := count(); got != shown {
		t.Errorf("the link gives %s runs, and the page it was taken from %s", got, shown)
	}
	dir := t.TempDir()
	b.do(browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(dir))
	const moveBack = `(() => { const r = document.querySelector('[data-path="levers.all.stance"]'); r.value = 0; r.dispatchEvent(new Event("input")); })()`
	b.eval(moveBack) // what is taken away is what was played
	b.clickOn("[data-take=toml]")
	file := filepath.Join(dir, "what-if.toml")
	b.untilThereIs(file)
	if got := run("run", file, "--runs", "200", "--seed", "1"); got != shown {
		t.Errorf("the TOML gives %s runs, and the page %s", got, shown)
	}
	b.visit("#/8?s=europe-1947&seed=1&runs=400")
	b.until("400 runs are played", `document.querySelector("[data-found]")?.dataset.runs === "400" && document.querySelector(".result table")`)
	if got, want := count(), run("run", "europe-1947", "--runs", "400", "--seed", "1"); got != want {
		t.Errorf("of 400 runs the page has the treaty in force in %s, and the command line in %s", got, want)
	}
	if got := b.eval(`document.querySelectorAll(".arcs .defence").length`); got == "0" {
		t.Error("no defence treaty is drawn on the map")
	}
	if got := b.eval(`[...document.querySelectorAll(".result td.wrong")].length`); got == "0" {
		t.Error("nothing that the model got wrong is told beside history")
	}
	b.visit("#/8?s=europe-1947&seed=1&runs=25")
	b.until("25 runs are played", `document.querySelector("[data-found]")?.dataset.runs === "25" && document.querySelector(".result table")`)
	b.clickOn("[data-theories]")
	b.until("theories stand side by side", `document.querySelectorAll("[data-theory] td:nth-child(3)").length === 11`)
	for _, name := range []string{"article", "collective-identity"} {
		if got, want := b.eval(`document.querySelector('[data-theory="`+name+`"]').dataset.count`), run("run", "europe-1947", "--runs", "25", "--seed", "1", "--theory", name); got != want {
			t.Errorf("by %s the treaty is in force in %s runs on the page, and in %s on the command line", name, got, want)
		}
	}
	b.visit("#/8?s=pacific-2025&t=balance-of-threat&seed=1&runs=25")
	b.until("25 runs are played", `document.querySelector("[data-found]")?.dataset.runs === "25" && document.querySelector(".result table")`)
	if got := bands(); got != "Band: luck." {
		t.Errorf("of a theory whose constants have one value each it is said: %s", got)
	}
	b.visit(link)
	b.until("the link is played", played)
	b.clickOn("[data-keep]")
	b.eval(moveBack)
	b.clickOn("[data-play]")
	b.until("two worlds stand beside each other", `/a change of/.test(document.querySelector(".findings").innerText)`)
}

// scrub moves the date by the keyboard: tiles, ties, shocks and the sentence go with it.
func (b *tab) scrub() {
	b.Helper()
	b.tabTo(".time input")
	b.do(chromedp.KeyEvent(kb.Home))
	told := map[string]bool{}
	grown, struck := false, false
	for range 41 {
		told[b.eval(`document.querySelector("[data-web]").textContent`)] = true
		arcs := b.eval(`document.querySelectorAll(".arcs .grown").length`)
		if says := b.eval(`/just grown (\d+)/.exec(document.querySelector("[data-web]").textContent)[1]`); says != arcs {
			b.Fatalf("%s ties are drawn as just grown, and %s are told to be", arcs, says)
		}
		grown = grown || arcs != "0"
		struck = struck || b.eval(`!!document.querySelector(".time .strike.here")`) == "true"
		b.do(chromedp.KeyEvent(kb.ArrowRight))
	}
	if len(told) < 40 || !grown || !struck {
		b.Errorf("%d sentences are told of 42 dates; a tie grows: %v; a shock strikes: %v", len(told), grown, struck)
	}
	if got := b.eval(`document.querySelector(".time output").textContent`); got != "2035Q4" {
		b.Errorf("the last date is %s", got)
	}
}

// titled tells whether a chart of the page has dark letters at its top.
func titled(picture string) bool {
	chart, err := png.Decode(strings.NewReader(picture))
	if err != nil {
		return false
	}
	dark := 0
	for y := range 80 {
		for x := range chart.Bounds().Dx() {
			if r, _, _, _ := chart.At(x, y).RGBA(); r < 0x6000 {
				dark++
			}
		}
	}
	return dark > 200
}

// exported takes away what was played: the same count in the table, and a chart that other programs read.
func (b *tab) exported(count string) {
	b.Helper()
	dir := b.TempDir()
	b.do(browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(dir))
	for kind, holds := range map[string]string{"csv": "in_force,,2035Q4,200," + count + ",", "svg": `fill="rgb(251, 250, 246)"`, "png": "\x89PNG\r\n"} {
		b.clickOn("[data-take=" + kind + "]")
		file := filepath.Join(dir, "pacific-2025-changed."+kind)
		b.untilThereIs(file)
		text := read(b.T, file)
		if !strings.Contains(text, holds) {
			b.Errorf("the %s begins %.300q and does not hold %q", kind, text, holds)
		}
		if kind == "svg" && xml.Unmarshal([]byte(text), new(struct{})) != nil {
			b.Error("the SVG is no XML")
		}
		if kind == "png" && !titled(text) {
			b.Error("the PNG shows no title")
		}
	}
}

// Each lever moves by the keyboard, says so in the command, and counts: with all of them moved the page has the number of the command
// line.
func TestEachLeverMoves(t *testing.T) {
	b := open(t)
	b.visit("#/8")
	b.until("the sandbox is there", `document.querySelector('[data-path="levers.all.trade"]')`)
	var paths []string
	if err := json.Unmarshal([]byte(b.eval(`JSON.stringify([...document.querySelectorAll(".levers [data-path]")].map((x) => x.dataset.path))`)), &paths); err != nil {
		t.Fatal(err)
	}
	if len(paths) != 8 {
		t.Fatalf("the levers are %v", paths)
	}
	for _, path := range paths {
		b.tabTo(`[data-path="` + path + `"]`)
		key := kb.ArrowRight
		if strings.HasSuffix(path, ".commitment") || strings.HasSuffix(path, ".trade") {
			key = kb.ArrowLeft
		}
		b.do(chromedp.KeyEvent(key), chromedp.KeyEvent(key))
		if line := b.eval(`document.querySelector(".command").textContent`); !strings.Contains(line, "--set "+path+"=") {
			t.Errorf("%s is moved, and the command is %s", path, line)
		}
	}
	b.eval(`(() => { const r = document.querySelector("#runs"); r.value = "100"; r.dispatchEvent(new Event("change")); })()`)
	b.clickOn("[data-play]")
	b.until("it has played", `document.querySelector("[data-found]").dataset.runs === "100" && document.querySelector(".result table")`)
	out, err := exec.Command("entente", append(strings.Fields(b.eval(`document.querySelector(".command").textContent`))[1:], "--json")...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var found lab.Summary
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatal(err)
	}
	if got, want := b.eval(`document.querySelector("[data-found]").dataset.count`), fmt.Sprint(found.InForce[len(found.InForce)-1].Count); got != want || got == "0" {
		t.Errorf("with all levers moved the pact is in force in %s runs on the page, and in %s on the command line", got, want)
	}
}

// A language is chosen on the page, and stays when a screen is left or the page is loaded again.
func TestThePageSpeaksAnotherLanguage(t *testing.T) {
	b := open(t)
	b.visit("#/3")
	b.eval(`(() => { const s = document.querySelector("#top select"); s.value = "de"; s.dispatchEvent(new Event("change")); })()`)
	b.until("the page speaks German", `document.querySelector("main h1").textContent === "Traf es zu?" && document.documentElement.lang === "de"`)
	b.eval(`location.hash = "#/4"`)
	b.until("the next screen does, too", `document.querySelector("main h1").textContent === "Sechs Erklärungen"`)
	b.visit("#/8?s=europe-1947&seed=1&runs=50")
	b.until("the sandbox speaks German", `/in 6\d,\d\s% von 50 Läufen in Kraft/.test(document.querySelector("[data-found]")?.textContent) && document.querySelector(".result table")`)
	b.eval(`(document.querySelector("[data-record]").open = true, document.querySelector("[data-theories]").click())`)
	b.until("theories stand side by side", `document.querySelectorAll("[data-theory] td:nth-child(3)").length === 11`)
	for _, width := range []int64{320, 720, 1024, 1280} {
		b.do(emulation.SetDeviceMetricsOverride(width, 800, 1, false))
		b.until(fmt.Sprintf("in German, the sandbox and its tables fit %d px", width), fmt.Sprintf(`document.documentElement.scrollWidth === %d &&
			[...document.querySelectorAll(".scroll")].every((e) => e.scrollWidth <= e.clientWidth)`, width))
	}
	for _, hash := range []string{"", "#/1", "#/3", "#/4", "#/6"} { // the sandbox stands open already
		if hash != "" {
			b.visit(hash)
		}
		// what scenarios and the browser itself write stays as it is
		b.eval(`document.querySelectorAll("main code, main .source, main option, .lever .soft").forEach((e) => e.remove())`)
		if got := b.eval(`/\d\.\d.{0,30}/.exec(document.querySelector("main").innerText) ?? ""`); got != "" {
			t.Errorf("%s writes numbers as English does: %s", hash, got)
		}
	}
}

// What goes wrong is said in words, and the rest stays.
func TestWhatGoesWrongIsSaid(t *testing.T) {
	b := open(t)
	b.visit("#/8?s=atlantis&t=astrology&set=levers.all.trade&runs=1e9&colour=red")
	b.until("a bad link is told", `document.querySelectorAll("[data-faults] li").length === 5`)
	b.visit("#/8?s=pacific-2025&set=states.JPN.stance=7&seed=1&runs=100")
	b.until("a figure out of its range is told", `/must lie between/.test(document.querySelector(".findings")?.innerText)`)
	if got := b.eval(`document.querySelector("[data-play]").textContent`); got != "Play" {
		t.Errorf("before anything was played one may %s", got)
	}
	b.visit("#/8?s=pacific-2025&set=states.JPN.stance=0.1&set=states.JPN.stance=0.2&seed=3&seed=4&runs=25")
	b.until("what a link says twice is told", `document.querySelectorAll("[data-faults] li").length === 2`)
	b.until("the first counts, as a command that runs", `document.querySelector(".command")?.textContent === "entente run pacific-2025 --runs 25 --seed 3 --set states.JPN.stance=0.1"`)
	b.eval(`(() => { for (const [field, says] of [["seed", "5e9"], ["run", "1.5"]]) { const f = document.getElementById(field); f.value = says; f.dispatchEvent(new Event("change")); } })()`)
	if got := b.eval(`[seed.value, run.value, new URLSearchParams(location.hash).get("seed"), new URLSearchParams(location.hash).get("run")]`); got != "4294967295,1,4294967295,1" {
		t.Errorf("a seed of 5e9 and run 1.5 become, in their fields and in the link, %s", got)
	}
	b.visit("#/10")
	b.until("a link to no screen is told", `document.querySelector("main .trouble")`)
	b.visit("#/8?s=pacific-2025&seed=1&runs=100")
	b.until("it has played", `document.querySelector("[data-found]")?.dataset.runs === "100" && document.querySelector(".result table")`)
	b.eval(`(Object.defineProperty(navigator, "clipboard", { value: undefined }), document.querySelector("[data-copy]").click())`)
	b.until("it is told that nothing can be copied", `/does not let the page copy/.test(document.querySelector(".result").innerText)`)
	b.workersEnd()

	var added cdppage.ScriptIdentifier
	b.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		added, err = cdppage.AddScriptToEvaluateOnNewDocument(`delete globalThis.WebAssembly`).Do(ctx)
		return err
	}))
	b.visit("#/8?s=pacific-2025&seed=1&runs=100")
	b.until("it is told that WebAssembly is refused", `/does not let the page run WebAssembly/.test(document.querySelector(".findings")?.innerText ?? "")`)
	b.do(cdppage.RemoveScriptToEvaluateOnNewDocument(added))

	b.do(network.SetBlockedURLs().WithURLPatterns([]*network.BlockPattern{{URLPattern: "*://*:*/entente.wasm.bin", Block: true}}))
	b.visit("#/2")
	b.do(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}))
	b.eval(`document.querySelectorAll("main button.main").forEach((x) => x.textContent === "Play 200" && x.click())`)
	b.until("what was played before is shown without the model", `/In \d+ of 200.*does not run here/.test(document.querySelector("[data-found]").textContent)`)
	b.visit("#/8?s=pacific-2025&seed=1&runs=100")
	b.until("it is told that the model does not come", `/could not be loaded/.test(document.querySelector(".findings")?.innerText ?? "")`)
	paint := "slow" // what the page itself takes, at best: other work of the machine is not its fault
	for range 20 {  // a busy machine is slow now and then
		b.visit("")
		b.until("something is painted", `performance.getEntriesByName("first-contentful-paint").length`)
		if paint = b.eval(`performance.getEntriesByName("first-contentful-paint")[0].startTime < 1000 ? "quick" : "slow"`); paint == "quick" {
			break
		}
	}
	if paint != "quick" || b.heading() != headings[0] || b.eval(`document.querySelectorAll(".tile").length > 20`) != "true" {
		t.Errorf("without the model the first look is %s, and shows %s", paint, b.heading())
	}
}

// workersEnd ends workers while the model plays, as a browser does that runs short of memory: without a word. The page says so, starts
// others, and comes to the same.
func (b *tab) workersEnd() {
	b.Helper()
	was := b.eval(`document.querySelector("[data-found]").dataset.count`)
	for _, c := range []struct{ why, which string }{{"one", "slice(0, 1)"}, {"each", "slice()"}} {
		b.eval(`(() => { const real = setTimeout; globalThis.patiently = () => { globalThis.setTimeout = real; }; globalThis.setTimeout = (f, ms) => real(f, ms / 30); })()`)
		b.eval(`(document.querySelector("[data-play]").click(), ententeWorkers.` + c.which + `.forEach((w) => w.terminate()))`)
		b.until(c.why+" worker that was ended is told", `/The model stopped/.test(document.querySelector(".findings").innerText)`)
		b.eval(`patiently()`)
		b.clickOn(".findings .trouble button")
		b.until("others play", `!document.querySelector("[data-play]").disabled && document.querySelector("[data-found]").dataset.runs === "100" && !document.querySelector(".trouble")`)
		if got := b.eval(`document.querySelector("[data-found]").dataset.count`); got != was || was == "" {
			b.Errorf("after %s worker ended, others find the pact in force in %s runs, and the first in %s", c.why, got, was)
		}
	}
	b.eval(`(document.querySelector("[data-play]").click(), new Promise((r) => setTimeout(r, 0)))`)
	b.eval(`ententeWorkers.forEach((w) => w.dispatchEvent(new ErrorEvent("error", { message: "killed" })))`)
	b.until("an error of workers is told", `/The model stopped/.test(document.querySelector(".findings").innerText)`)
}

// What is known so far is told again and again while runs arrive, also if a later batch comes before an earlier one; and if all ends
// in the midst of it, that is all that is told.
func TestRunsAreToldAsTheyArrive(t *testing.T) {
	b := open(t)
	b.visit("#/2")
	b.eval(`(() => {
		const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (m) { setTimeout(() => post.call(this, m), m.question?.includes('"from":0,') ? 300 : 0); };
		globalThis.told = new Set();
		new MutationObserver(() => told.add(document.querySelector("[data-found]")?.dataset.runs)).observe(document.body, { subtree: true, childList: true, attributes: true });
	})()`)
	b.eval(`location.hash = "#/8?s=pacific-2025&seed=1&runs=1000"`)
	b.until("1000 runs are played", `document.querySelector("[data-found]")?.dataset.runs === "1000" && document.querySelector(".result table")`)
	if times := b.eval(`[...told].filter((n) => n > 0).length`); times == "0" || times == "1" {
		t.Errorf("of 1000 runs it is told %s times how they stand: when all are played, and not before", times)
	}
	b.eval(`(() => {
		const post = Worker.prototype.postMessage, real = setTimeout;
		globalThis.setTimeout = (f, ms) => real(f, ms / 30);
		Worker.prototype.postMessage = function (m) { post.call(this, m); if (m.question?.startsWith('{"ask":"brief"')) ententeWorkers.forEach((w) => w.terminate()); };
		document.querySelector("[data-play]").click();
	})()`)
	b.until("the end of workers is told", `/The model stopped/.test(document.querySelector(".findings").innerText)`)
}

// axe finds nothing serious on any screen, by day and by night, on a telephone and on a desk, and none is wider than its screen.
func TestEverybodyCanReadThePage(t *testing.T) {
	script := checker(t)
	b := open(t)
	look := func(light string, width int64) {
		b.do(emulation.SetDeviceMetricsOverride(width, 800, 1, false), emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: light}, {Name: "prefers-reduced-motion", Value: "reduce"}}))
	}
	for k := range headings {
		const desk, telephone = 1280, 320 // of the width to which WCAG 2.2 (1.4.10) has content reflow
		look("light", desk)
		hash := fmt.Sprintf("#/%d", k)
		if k == sandboxAt {
			hash = "#/8?s=europe-1947&set=levers.all.trade=0.5&seed=1&runs=25" // whose tables have history beside them
		}
		b.visit(hash)
		switch k {
		case 1:
			b.eval(`(() => { for (let i = 0; i < 12; i++) document.querySelector("button.main:not([hidden])")?.click(); document.querySelector("input[type=radio]").click(); })()`)
		case 3:
			b.eval(`document.querySelector("input[name=mend]").click()`)
		case 5:
			b.eval(`document.querySelector("[data-side]").click()`)
		case 7:
			b.until("the seats are there", `document.querySelector(".seat")`)
			b.eval(`document.querySelector('[data-id="JPN"] input[value="no"]').click()`)
			b.eval(`document.querySelector("[data-turn]").click()`)
			b.until("a turn is played", `document.querySelector("[data-found]")`)
			b.eval(`(document.querySelector("[data-rule]").open = true, document.querySelector("[data-debrief]").click())`)
		case sandboxAt:
			b.until("the sandbox has played", `document.querySelector(".result table")`)
			b.eval(`(document.querySelector("[data-record]").open = true, document.querySelector("[data-theories]").click())`)
			b.until("theories stand side by side", `document.querySelectorAll("[data-theory] td:nth-child(3)").length > 0`)
			b.eval(`document.querySelector(".tile:not(.rival)").click()`)
			b.until("a reason is given", `document.querySelector(".why svg")`)
		case len(headings) - 1:
			b.until("the guide is there", `document.querySelector(".text h2")`)
			if lines := b.eval(`[...document.querySelectorAll(".text pre")].map((p) => p.textContent.trim().split("\n").length).reduce((a, b) => a + b) - document.querySelectorAll(".text pre .line").length`); lines != "0" {
				t.Errorf("%s lines of commands in the guide are not set in where they run on", lines)
			}
			if torn := b.eval(`/.{20}\d %/.exec(document.querySelector(".text").innerText) ?? ""`); torn != "" {
				t.Errorf("the guide may break a line before a per cent: %s", torn)
			}
		}
		if b.heading() != headings[k] {
			t.Errorf("%s shows %q", hash, b.heading())
		}
		b.do(chromedp.Evaluate(script+`; 0`, nil))
		for _, light := range []string{"light", "dark"} {
			width := int64(telephone)
			if light == "dark" != (k%2 == 0) {
				width = desk
			}
			look(light, width)
			b.eval(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))`)
			if found := b.eval(`axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.filter((v) => v.impact === "serious" ||
				v.impact === "critical").map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + n.failureSummary).join(" | ")).join("\n"))`); found != "" {
				t.Errorf("%s at %d px, %s: axe finds %s", headings[k], width, light, found)
			}
			if wide := b.eval(`document.documentElement.scrollWidth - document.documentElement.clientWidth`); wide != "0" {
				t.Errorf("%s is %s px wider than a screen of %d px", headings[k], wide, width)
			}
			if small := b.eval(`[...document.querySelectorAll("main *, footer *")].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
				&& e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) < 16).map((e) => e.outerHTML.slice(0, 80)).slice(0, 3).join(" ")`); small != "" {
				t.Errorf("%s at %d px has text under 16 px: %s", headings[k], width, small)
			}
		}
	}
}

// The page as one file opens from disk and runs the model, without asking for anything else.
func TestTheSingleFileOpensFromDisk(t *testing.T) {
	text, err := seminarPage(t).Single()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "seminar.html")
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	b := open(t)
	var mu sync.Mutex
	var asked []string
	chromedp.ListenTarget(b.ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok && !regexp.MustCompile(`^(file|blob|data|about):`).MatchString(e.Request.URL) {
			mu.Lock()
			asked = append(asked, e.Request.URL)
			mu.Unlock()
		}
	})
	b.base = "file://" + file
	b.visit("#/9?t=reader")
	b.until("the reader is in it", `document.querySelector("main h1").textContent === "Clause, threat, logit" && document.querySelectorAll(".text table tr").length > 5`)
	b.visit("#/8?s=europe-1947&seed=2&runs=50")
	b.until("it has played", `document.querySelector("[data-found]")?.dataset.runs === "50"`)
	mu.Lock()
	defer mu.Unlock()
	if len(asked) > 0 {
		t.Errorf("the file asks for %v", slices.Compact(asked))
	}
}
