package words

import (
	"bytes"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestATerminalShowsAndObeysNothing(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"text is left alone", "Österreich\tnaïve 日本\n", "Österreich\tnaïve 日本\n"},
		{"a colour is seen and not shown", "\x1b[31mred", "␛[31mred"},
		{"the cursor does not go back over a line", "safe\rforged", "safe␍forged"},
		{"nor up a line, by the controls of Latin-1", "a\u009b1Ab", "a\ufffd1Ab"},
		{"bells, backspaces and deletes are seen", "\a\b\x7f\x00", "␇␈␡␀"},
		{"the direction of writing does not turn", "a\u202eb\u2066c\u200f", "a\ufffdb\ufffdc\ufffd"},
		{"a line ends where we end it", "a\u2028b\u0085", "a\ufffdb\ufffd"},
		{"what is no text is told as such", "Syri\xeb.", "Syri\ufffd."},
	} {
		if got := Shown(c.text); got != c.want {
			t.Errorf("%s: %q is shown as %q, want %q", c.why, c.text, got, c.want)
		}
	}
}

// However a text is cut into pieces on its way, a terminal gets the same.
func FuzzTerminal(f *testing.F) {
	f.Add("日本 \x1b[2J é", 1)
	f.Add("\xe2\x82", 1)
	f.Fuzz(func(t *testing.T, text string, step int) {
		if step < 1 {
			step = 1
		}
		var b bytes.Buffer
		w := Terminal(&b)
		for rest := text; rest != ""; {
			n := min(step, len(rest))
			if k, err := w.Write([]byte(rest[:n])); k != n || err != nil {
				t.Fatalf("wrote %d of %d: %v", k, n, err)
			}
			rest = rest[n:]
		}
		got := b.String()
		if !utf8.ValidString(got) || Shown(got) != got {
			t.Errorf("%q comes out as %q", text, got)
		}
		if want := Shown(text); utf8.ValidString(text) && got != want {
			t.Errorf("%q in pieces of %d comes out as %q, want %q", text, step, got, want)
		}
	})
}

// A shell reads back just the words that were meant.
func TestAShellReadsTheWordsBack(t *testing.T) {
	words := []string{"run", "my file; echo x.toml", "", "it's", "$HOME", "`id`", "a\"b", "~", "*", "#x", "é", "a=b", "=ls",
		"{a,b}", "two\nlines", `\`, "!!"}
	out, err := exec.Command("sh", "-c", `for w in `+Shell(words...)+`; do printf '%s\0' "$w"; done`).Output()
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join(words, "\x00") + "\x00"; string(out) != want {
		t.Errorf("the shell reads %q, want %q", out, want)
	}
	if got, ok := FromShell(Shell(words...)); !ok || !slices.Equal(got, words) {
		t.Errorf("we read %q, want %q", got, words)
	}
	for _, other := range []string{"a  b", "a $b", "a 'b", `a\`, "a;b"} {
		if got, ok := FromShell(other); ok {
			t.Errorf("%s is taken for a line of ours: %q", other, got)
		}
	}
	if got := Shell("entente", "run", "pacific-2025", "--set", "states.JPN.stance=0.5"); strings.Contains(got, "'") {
		t.Errorf("plain words are quoted: %s", got)
	}
}
