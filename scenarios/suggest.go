package scenarios

import (
	"fmt"
	"strings"
)

// Nearest is the known word that was probably meant by an unknown one: that with the fewest slips, or else the only one that begins
// with it. It is empty if there is none.
func Nearest(word string, known []string) string {
	best, least := "", min((len([]rune(word))+1)/3, 3)
	for _, k := range known {
		if d := slips(strings.ToLower(word), strings.ToLower(k)); d <= least && k != word {
			if d < least || best == "" {
				best, least = k, d
			}
		}
	}
	if best != "" || len(word) < leastBeginning {
		return best
	}
	for _, k := range known {
		if strings.HasPrefix(strings.ToLower(k), strings.ToLower(word)) && k != word {
			if best != "" {
				return ""
			}
			best = k
		}
	}
	return best
}

// mostKnown is how many known words are few: the keys of any table of a scenario are.
const mostKnown = 24

// leastBeginning is how many bytes of a word tell what was meant.
const leastBeginning = 3

// Suggest ends a fault about an unknown word: the known word that was probably meant, or else the known words if they
// are few.
func Suggest(word string, known []string) string {
	switch nearest := Nearest(word, known); {
	case nearest != "":
		return fmt.Sprintf("; did you mean %s?", nearest)
	case len(known) == 1:
		return fmt.Sprintf(" (there is only %s)", known[0])
	case len(known) > 1 && len(known) <= mostKnown:
		return fmt.Sprintf(" (there are %s)", list(known, "and"))
	}
	return ""
}

// list joins words as a sentence does.
func list(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}

// slips counts those between two words, after Damerau and Levenshtein: a letter too many, too few, another in
// its place, or two neighbours swapped.
func slips(a, b string) int {
	s, t := []rune(a), []rune(b)
	d := make([][]int, len(s)+1)
	for i := range d {
		d[i] = make([]int, len(t)+1)
		for j := range d[i] {
			if i == 0 || j == 0 {
				d[i][j] = i + j
				continue
			}
			wrong := 1
			if s[i-1] == t[j-1] {
				wrong = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+wrong)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(s)][len(t)]
}
