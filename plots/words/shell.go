package words

import "strings"

// plainInShell are the letters that a shell takes as they are.
const plainInShell = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,=/:+@"

// Shell makes a word safe to paste into a shell.
func Shell(word string) string {
	if word != "" && strings.IndexFunc(word, func(r rune) bool { return !strings.ContainsRune(plainInShell, r) }) < 0 {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// ShellAll makes words safe to paste into a shell, one after the other.
func ShellAll(all []string) string {
	safe := make([]string, len(all))
	for k, w := range all {
		safe[k] = Shell(w)
	}
	return strings.Join(safe, " ")
}
