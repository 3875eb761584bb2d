package words

import "testing"

func TestNothingInATextSteersWhatShowsIt(t *testing.T) {
	for _, c := range [][2]string{
		{"Côte d'Ivoire, 日本", "Côte d'Ivoire, 日本"},
		{"\x1b[31mred", `\x1b[31mred`},
		{"a\tb\rc\x00", `a\tb\rc\x00`},
		{"\u202egnp.exe", `\u202egnp.exe`},
		{"two\nlines", "two\nlines"},
		{"no\u00a0break", "no\u00a0break"},
		{"bad \xff byte", "bad \ufffd byte"},
	} {
		if got := Plain(c[0]); got != c[1] {
			t.Errorf("%q is shown as %q, want %q", c[0], got, c[1])
		}
	}
}

func TestMarkdownShowsATextAsItStands(t *testing.T) {
	for _, c := range []struct{ text, line, prose string }{
		{"a*b_c`d", "a\\*b\\_c\\`d", "a\\*b\\_c\\`d"},
		{"<b> & &lt;", "&lt;b&gt; & &amp;lt;", "&lt;b&gt; & &amp;lt;"},
		{"[x](y)", `\[x\](y)`, `\[x\](y)`},
		{"# no heading", "# no heading", `\# no heading`},
		{"said\n- no list\n2. nor this", "said\n- no list\n2. nor this", "said\n\\- no list\n2\\. nor this"},
		{"title\n---", "title\n---", `title` + "\n" + `--\-`},
		{"+3.2 points", "+3.2 points", "+3.2 points"},
		{"2025 was", "2025 was", "2025 was"},
	} {
		if got := Markdown(c.text); got != c.line {
			t.Errorf("within a line %q is %q, want %q", c.text, got, c.line)
		}
		if got := MarkdownProse(c.text); got != c.prose {
			t.Errorf("at the beginning of a line %q is %q, want %q", c.text, got, c.prose)
		}
	}
}
