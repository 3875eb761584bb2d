package main

import "testing"

func TestFoldBreaksSentencesOnly(t *testing.T) {
	for _, c := range []struct {
		what, text string
		width      int
		want       string
	}{
		{"a sentence", "a file:3:1: is not so\n", 12, "a file:3:1:\nis not so\n"},
		{"without a width", "a file:3:1: is not so\n", 0, "a file:3:1: is not so\n"},
		{"a line at fault", "     3 | a = long and wide\n       |     ^^^^\n", 12, "     3 | a = long and wide\n       |     ^^^^\n"},
		{"a line at fault far down", "123456 | a = long and wide\n", 12, "123456 | a = long and wide\n"},
		{"a word that is wider", "see /a/very/long/path now", 12, "see\n/a/very/long/path\nnow"},
		{"an empty line", "one\n\ntwo\n", 12, "one\n\ntwo\n"},
		{"wide letters", "日本 日本 日本", 9, "日本 日本\n日本"},
	} {
		if got := fold(c.text, c.width); got != c.want {
			t.Errorf("%s: fold gives %q, want %q", c.what, got, c.want)
		}
	}
}
