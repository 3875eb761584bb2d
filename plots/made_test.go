package plots

import (
	"bytes"
	"testing"
)

// A chart says in each format how it was made, whatever the command holds, and one of which nothing is known says nothing.
func TestAChartSaysHowItWasMade(t *testing.T) {
	s := madeUp(europe, 1947, 4, 8, 400)
	for _, command := range []string{
		"entente run pacific-2025 --runs 50 --seed 1", `entente run 'a (b) \) <c> & "d".toml' --set states.JPN.stance=0.2`, "entente run 'Übung 日本.toml'",
		"entente run 'a\rb'",
	} {
		made := Made{Version: "0.3.0", Chart: "in-force", Command: command, Plot: "--title none"}
		c := InForce(Figure{}, s)
		c.By(made)
		for _, format := range Formats {
			var b, again bytes.Buffer
			if err := c.Write(&b, format); err != nil {
				t.Fatal(err)
			}
			if got, ok := MadeIn(b.Bytes()); !ok || got != made {
				t.Errorf("%s: %+v is read as %+v (%v)", format, made, got, ok)
			}
			if c.Write(&again, format); !bytes.Equal(b.Bytes(), again.Bytes()) {
				t.Errorf("%s: two writings differ", format)
			}
		}
	}
	for _, format := range Formats {
		var b bytes.Buffer
		if err := InForce(Figure{}, s).Write(&b, format); err != nil {
			t.Fatal(err)
		}
		if got, ok := MadeIn(b.Bytes()); ok {
			t.Errorf("%s: a chart of which nothing is known says %+v", format, got)
		}
	}
}

// For a journal a chart gives up its title and its notes: the picture is lower by them, and who cannot see it loses nothing.
func TestABareChartKeepsItsWords(t *testing.T) {
	s := madeUp(europe, 1947, 4, 8, 400)
	whole, bare := InForce(Figure{}, s), InForce(Figure{}, s)
	caption := bare.Caption()
	bare.Retitle("")
	bare.Bare()
	var b bytes.Buffer
	if err := bare.Write(&b, "svg"); err != nil {
		t.Fatal(err)
	}
	if _, high := whole.Size(); true {
		if _, low := bare.Size(); low >= high-2*titleSize {
			t.Errorf("without title and notes it is %v high, with them %v", low, high)
		}
	}
	for _, words := range []string{"<title>" + whole.Title + "</title>", whole.About[:60]} {
		if !bytes.Contains(b.Bytes(), []byte(words)) {
			t.Errorf("the bare chart has lost %q", words)
		}
	}
	for _, words := range []string{whole.Title, whole.Measured, whole.Notes} {
		if !bytes.Contains([]byte(caption), []byte(words)) {
			t.Errorf("the caption has lost %q: %q", words, caption)
		}
	}
}

// Whatever bytes a file holds, it says how it was made or that it does not.
func FuzzMadeIn(f *testing.F) {
	c := InForce(Figure{}, madeUp(europe, 1947, 4, 8, 400))
	c.By(Made{Version: "0.3.0", Chart: "in-force", Command: "entente run (x)"})
	for _, format := range Formats {
		var b bytes.Buffer
		if err := c.Write(&b, format); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Add([]byte("%PDF /Keywords (\xfe\xff\x00"))
	f.Add([]byte(pngStart + "\xff\xff\xff\xffiTXt"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if m, ok := MadeIn(file); ok && (m.Version == "" || m.Chart == "" || m.Command == "") {
			t.Errorf("it says %+v", m)
		}
	})
}
