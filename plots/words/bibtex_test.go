package words

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

func TestAnEntryHasWhatIsKnown(t *testing.T) {
	for _, c := range []struct {
		why  string
		e    Entry
		want string
		told string
	}{
		{"an article", OfWork(sim.Work{Authors: []string{"Olson", "Zeckhauser"}, Year: 1966, Title: "Alliances & Theory", Journal: "REStat",
			Volume: "48", Number: "3", Pages: "266-279", For: "burden"}),
			"@article{olson1966,\n  author = {Olson and Zeckhauser},\n  title = {{Alliances \\& Theory}},\n  journal = {{REStat}},\n  year = {1966},\n" +
				"  volume = {48},\n  number = {3},\n  pages = {266--279},\n  annote = {{burden}},\n}\n",
			"Olson, Zeckhauser (1966). Alliances & Theory. REStat 48(3): 266-279."},
		{"one of which only who and when is told", OfWork(sim.Work{Authors: []string{"Gómez"}, Others: true, Year: 2009}),
			"@misc{gomez2009,\n  author = {Gómez and others},\n  year = {2009},\n}\n", "Gómez et al. (2009)."},
		{"a chapter", OfWork(sim.Work{Authors: []string{"A"}, Year: 2003, Title: "T", Book: "B", Editors: []string{"C", "D"}, Publisher: "P"}),
			"@incollection{a2003,\n  author = {A},\n  title = {{T}},\n  booktitle = {{B}},\n  editor = {C and D},\n  publisher = {{P}},\n  year = {2003},\n}\n",
			"A (2003). T. In B, edited by C, D, P."},
		{"a source of a file", OfSource("FB 23", "50 % of {it}; v1_2, \"x\"."),
			"@misc{fb-23-3fcc45,\n  key = {{FB 23}},\n  title = {{FB 23}},\n  note = {{50 \\% of \\textbraceleft{}it\\textbraceright{}; v1\\_2, \\textquotedbl{}x\\textquotedbl{}.}},\n}\n",
			"FB 23. 50 % of {it}; v1_2, \"x\"."},
		{"a phrase", OfSource("", "Asahi, 2 Oct 2024"),
			"@misc{asahi-2-oct-2024-9e3faa,\n  key = {{Asahi, 2 Oct 2024}},\n  title = {{Asahi, 2 Oct 2024}},\n}\n", "Asahi, 2 Oct 2024."},
	} {
		if got := c.e.BibTeX(); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.why, got, c.want)
		}
		if got := c.e.Reference(); got != c.told {
			t.Errorf("%s is told as %q, want %q", c.why, got, c.told)
		}
	}
}

// Each work has a title and stands among the references of ODD.md, and a text of the model names it by author and year.
func TestWorksAreAsOurTextsTellThem(t *testing.T) {
	var b bytes.Buffer
	references := ""
	for _, pattern := range []string{"../../sim/*.go", "../../sim/*/*.go", "../../sim/*/*/*.go", "../../sim/ODD.md",
		"../../scenarios/parameters.toml", "../tables/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "works.go") || strings.HasSuffix(name, "_test.go") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text, list, _ := bytes.Cut(text, []byte("\n## References\n"))
			b.Write(text)
			references += string(list)
		}
	}
	plain := func(text string) string {
		text = strings.NewReplacer("//", " ", " and ", " & ", "Sobol'", "Sobol").Replace(text)
		return strings.Join(strings.Fields(text), " ")
	}
	all := strings.ToLower(plain(b.String()))
	keys := map[string]bool{}
	for _, w := range slices.Concat(sim.Works(), lab.Works()) {
		if w.Title == "" || !strings.Contains(references, "\n- "+OfWork(w).Reference()+"\n") {
			t.Errorf("ODD.md does not have among its references: %s", OfWork(w).Reference())
		}
		year := regexp.MustCompile(strings.ToLower(regexp.QuoteMeta(w.Authors[len(w.Authors)-1])) + `( et al\.)?('s)?,? \(?([0-9,; ]*)` + itoa(w.Year))
		if !year.MatchString(all) && !strings.Contains(all, strings.ToLower(w.Authors[0])+" et al. "+itoa(w.Year)) {
			t.Errorf("no text of ours names %s (%d)", strings.Join(w.Authors, ", "), w.Year)
		}
		if key := OfWork(w).Key; keys[key] {
			t.Errorf("two works have the key %s", key)
		} else {
			keys[key] = true
		}
	}
	// And whom the constants of the theory are taken from is among them.
	parameters, err := os.ReadFile("../../scenarios/parameters.toml")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`([A-Z][a-z]+)(, [A-Z][a-z]+)*( & [A-Z][a-z]+)? \(((?:19|20)[0-9]{2})\)`).FindAllStringSubmatch(string(parameters), -1)
	if len(named) < 5 {
		t.Errorf("the constants name %d works", len(named))
	}
	for _, n := range named {
		if key := strings.ToLower(n[1]) + n[4]; !keys[key] && n[1] != "VFA" && n[1] != "Lowy" {
			t.Errorf("%s is the source of a constant, and no work has the key %s", n[0], key)
		}
	}
}

// notWorks are what a capital and a year stand for in our texts beside publications: days, events, pacts and programs.
var notWorks = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
	"ANZUS", "Asia", "Australia", "Community", "EDC", "GSOMIA", "Germany", "Greece", "IUGG", "Microsystems", "Spain", "Turkey", "VFA", "From"}

// Whom ODD.md and the comments of the model name by author and year is among the works.
func TestWhomOurTextsNameIsAmongTheWorks(t *testing.T) {
	known := map[string]bool{}
	for _, w := range slices.Concat(sim.Works(), lab.Works()) {
		names := strings.Fields(w.Authors[0])
		known[names[len(names)-1]+" "+strconv.Itoa(w.Year)] = true
	}
	cited := regexp.MustCompile(`(\p{Lu}[\p{L}-]+)(?:(?:, \p{Lu}[\p{L}-]+)*,? (?:&|and) \p{Lu}[\p{L}-]+| et al\.)?(?:'s?)?,? \(?((?:18|19|20)[0-9]{2}(?:[,;] (?:18|19|20)[0-9]{2})*)\b`)
	comment := regexp.MustCompile(`(?m)(?:^|\s)//(.*)$`)
	found := 0
	for _, pattern := range []string{"../../sim/ODD.md", "../../sim/*.go", "../../sim/*/*.go", "../../sim/*/*/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text, _, _ := strings.Cut(string(file), "\n## References\n")
			if strings.HasSuffix(name, ".go") {
				var all []string
				for _, c := range comment.FindAllStringSubmatch(text, -1) {
					all = append(all, c[1])
				}
				text = strings.Join(all, " ")
			}
			for _, c := range cited.FindAllStringSubmatch(strings.Join(strings.Fields(text), " "), -1) {
				for year := range strings.SplitSeq(strings.ReplaceAll(c[2], ";", ","), ", ") {
					found++
					if !known[c[1]+" "+year] && !slices.Contains(notWorks, c[1]) {
						t.Errorf("%s names %q, which is not among the works", name, c[0])
					}
				}
			}
		}
	}
	if found < 100 {
		t.Errorf("our texts name %d works", found)
	}
}

// BibTeX reads what we write, and finds nothing to warn of.
func TestBibTeXReadsEveryEntry(t *testing.T) {
	if _, err := exec.LookPath("bibtex"); err != nil {
		if os.Getenv("ENTENTE_CI") != "" {
			t.Fatal("bibtex is not installed: this test cannot be run")
		}
		t.Skip("bibtex is not installed")
	}
	dir := t.TempDir()
	b := lab.NewBibliography()
	b.Add("odd", "A&B", `100 % of $x_1 {open, "quoted" \textbf ^~# – “so” 日本`, 1)
	b.Add("odd", "", "Ö @misc, 2 Oct 2024", 1)
	for name, text := range map[string]string{"all.bib": "% a word\n" + BibTeX(b),
		"all.aux": "\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{all}\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c := exec.Command("bibtex", "all")
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil || strings.Contains(string(out), "Warning") {
		t.Errorf("%v\n%s", err, out)
	}
	set, err := os.ReadFile(filepath.Join(dir, "all.bbl"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Count(string(set), `\bibitem`), len(Entries(b)); got != want {
		t.Errorf("BibTeX sets %d of %d entries", got, want)
	}
}

func itoa(n int) string { return Thousands(n)[:1] + Thousands(n)[2:] }
