// Package page makes the seminar page: a static site in which the model itself runs in the browser. It knows no command line and
// reads no scenario; what it shows of them it is given.
package page

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/russross/blackfriday/v2"

	"entente/plots/page/class"
	"entente/plots/page/model"
	"entente/sim"
)

//go:embed site words/*.json
var parts embed.FS

// built is what make build compiles for browsers. A binary that was built otherwise has none.
//
//go:embed all:built
var built embed.FS

// The names of what is built.
const (
	wasmFile    = "entente.wasm.gz"
	starterFile = "wasm_exec.js"
)

// ErrNoModel is that this binary has no model for browsers in it.
var ErrNoModel = errors.New("this entente was built without the model for browsers")

// Engine is the model as WebAssembly, and the script of the Go distribution that starts it; both are of one compiler.
type Engine struct {
	Wasm    []byte // gzip
	Starter []byte
}

// Built is the engine in this binary, or ErrNoModel.
func Built() (Engine, error) {
	wasm, err := built.ReadFile("built/" + wasmFile)
	starter, err2 := built.ReadFile("built/" + starterFile)
	if err != nil || err2 != nil {
		return Engine{}, ErrNoModel
	}
	return Engine{wasm, starter}, nil
}

// Site is the page, ready to be written.
type Site struct {
	story, index, draws []byte
	words               map[string]map[string]string // by language
	aside               map[string][]byte            // what is read when it is asked for: scenes and texts for teaching, by path
	engine              Engine
}

// New puts a site together: what the guided screens show, and the scenarios of the sandbox.
func New(story *Story, shown []Shown, engine Engine) (*Site, error) {
	s := &Site{aside: texts(), engine: engine}
	type entry struct {
		Name    string `json:"name"`
		Title   string `json:"title"`
		Summary string `json:"summary"`
	}
	var index struct {
		Scenarios []entry      `json:"scenarios"`
		Theories  []sim.Theory `json:"theories"`
		Texts     []string     `json:"texts"`
	}
	index.Theories = sim.Theories()
	for _, t := range class.Texts() {
		index.Texts = append(index.Texts, t.Name)
	}
	for _, sc := range shown {
		index.Scenarios = append(index.Scenarios, entry{sc.Name, sc.Title, sc.Summary})
		text, err := model.MarshalLean(sceneOf(sc))
		if err != nil {
			return nil, err
		}
		s.aside["scenes/"+sc.Name+".json"] = text
		if sc.Draws != nil && s.draws == nil {
			if s.draws, err = json.Marshal(sc.Draws); err != nil {
				return nil, err
			}
		}
	}
	if s.draws == nil {
		s.draws = []byte("null")
	}
	var err error
	if s.words, err = languages(parts); err != nil {
		return nil, err
	}
	for _, part := range []struct {
		to   *[]byte
		from any
	}{{&s.story, story}, {&s.index, index}} {
		if *part.to, err = json.Marshal(part.from); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// texts are those for teaching, in HTML, by path.
func texts() map[string][]byte {
	all := map[string][]byte{}
	plain := blackfriday.NewHTMLRenderer(blackfriday.HTMLRendererParameters{
		Flags: blackfriday.CommonHTMLFlags &^ blackfriday.SmartypantsFractions, // whose letters are small
	})
	for _, t := range class.Texts() {
		all["class/"+t.Name+".html"] = blackfriday.Run([]byte(class.Read(t.Name)), blackfriday.WithExtensions(blackfriday.CommonExtensions), blackfriday.WithRenderer(plain))
	}
	return all
}

// languages are the words of the page by language, from a folder with a file each in words.
func languages(from fs.FS) (map[string]map[string]string, error) {
	all := map[string]map[string]string{}
	files, err := fs.Glob(from, "words/*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		text, err := fs.ReadFile(from, name)
		if err != nil {
			return nil, err
		}
		var words map[string]string
		if err := json.Unmarshal(text, &words); err != nil {
			return nil, fmt.Errorf("words of the page in %s: %w", name, err)
		}
		all[strings.TrimSuffix(path.Base(name), ".json")] = words
	}
	return all, nil
}

func part(name string) []byte {
	text, err := parts.ReadFile(name)
	if err != nil {
		panic("page: " + err.Error())
	}
	return text
}

// modules are the scripts of the page, each after those that it imports.
var modules = []string{"words", "dom", "tiles", "charts", "model", "trouble", "question", "story", "trials", "take", "levers", "record", "sandbox", "roles", "texts", "main"}

// script is the modules as one classic script, which runs from a file on disk too. What they say of each other is left out: in one
// script all know each other.
func script() []byte {
	importing := regexp.MustCompile(`(?m)^import [^;]*;\n`)
	exporting := regexp.MustCompile(`(?m)^export `)
	remarks := regexp.MustCompile(`(?m)^\s*//.*\n`)
	var b bytes.Buffer
	b.WriteString("\"use strict\";\n(() => {\n")
	for _, name := range modules {
		text := part("site/" + name + ".js")
		text = importing.ReplaceAll(text, nil)
		text = exporting.ReplaceAll(text, nil)
		b.Write(remarks.ReplaceAll(text, nil))
	}
	b.WriteString("})();\n")
	return b.Bytes()
}

// worker is what runs in a worker: Go's starter, and ours.
func (s *Site) worker() []byte {
	return slices.Concat(s.engine.Starter, []byte("\n"), part("site/worker.js"))
}

// Files are those of the site, by path; index.html is where it begins.
func (s *Site) Files() map[string][]byte {
	files := map[string][]byte{
		"index.html":       s.html(`<link rel="stylesheet" href="page.css">`, s.dataTags(), `<script src="page.js"></script>`),
		"page.css":         part("site/page.css"),
		"page.js":          script(),
		"worker.js":        s.worker(),
		"entente.wasm.bin": s.engine.Wasm,
	}
	maps.Copy(files, s.aside)
	return files
}

// Single is the site as one file.
func (s *Site) Single() ([]byte, error) {
	var data strings.Builder
	data.WriteString(s.dataTags())
	tag := func(id string, zipped []byte) {
		fmt.Fprintf(&data, "<script type=\"text/plain\" id=%q>%s</script>\n", id, base64.StdEncoding.EncodeToString(zipped))
	}
	tag("entente.wasm.bin", s.engine.Wasm)
	aside := maps.Clone(s.aside)
	aside["worker.js"] = s.worker()
	text, err := json.Marshal(sharedBy(aside))
	if err != nil {
		return nil, err
	}
	zipped, err := Zip(text)
	if err != nil {
		return nil, err
	}
	tag("aside", zipped)
	return s.html("<style>\n"+string(part("site/page.css"))+"</style>", data.String(), "<script>\n"+safe(script())+"</script>"), nil
}

// safe is a script that may stand within a page: nothing in it closes the element that holds it.
func safe(script []byte) string { return strings.ReplaceAll(string(script), "</script", `<\/script`) }

// dataTags are what is worked out already. JSON of ours holds no "<".
func (s *Site) dataTags() string {
	var b strings.Builder
	words, err := json.Marshal(s.words)
	if err != nil {
		panic("page: " + err.Error())
	}
	for _, d := range []struct {
		id   string
		text []byte
	}{{"words", words}, {"story", s.story}, {"index", s.index}, {"draws", s.draws}} {
		fmt.Fprintf(&b, "<script type=\"application/json\" id=%q>%s</script>\n", d.id, d.text)
	}
	return b.String()
}

func (s *Site) html(style, data, script string) []byte {
	words := s.words["en"]
	return []byte(strings.NewReplacer("{{style}}", style, "{{data}}", data, "{{script}}", script, "{{title}}", words["title"],
		"{{skip}}", words["skip"], "{{noscript}}", words["noscript"]).Replace(string(part("site/index.html"))))
}

// Zip is gzip, the same bytes for the same text.
func Zip(text []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
