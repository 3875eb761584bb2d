package page

import (
	"maps"
	"regexp"
	"slices"
)

// shared is many texts in one: what several of them say is in it once. Scenarios that are built on another repeat most of it, and
// so far apart that gzip does not see it.
type shared struct {
	Pieces []string         `json:"pieces"`
	Texts  map[string][]int `json:"texts"` // by path: where a row of pieces begins, how many they are, where the next begins, …
}

// pieceEnds are where a text may be cut: after the end of a list or an object of JSON. Any place would do.
var pieceEnds = regexp.MustCompile(`[\]}],`)

// sharedBy puts texts together.
func sharedBy(texts map[string][]byte) shared {
	s := shared{Texts: map[string][]int{}}
	known := map[string]int{}
	for _, path := range slices.Sorted(maps.Keys(texts)) {
		text := string(texts[path])
		var rows []int
		from := 0
		take := func(to int) {
			piece := text[from:to]
			from = to
			at, ok := known[piece]
			if !ok {
				at = len(s.Pieces)
				known[piece], s.Pieces = at, append(s.Pieces, piece)
			}
			if n := len(rows); n > 0 && rows[n-2]+rows[n-1] == at {
				rows[n-1]++
				return
			}
			rows = append(rows, at, 1)
		}
		for _, end := range pieceEnds.FindAllStringIndex(text, -1) {
			take(end[1])
		}
		take(len(text))
		s.Texts[path] = rows
	}
	return s
}
