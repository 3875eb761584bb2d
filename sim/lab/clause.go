package lab

import "strings"

// The is the title of a clause within a sentence. It is here, and not with the words of tables and charts, because the claims of
// history are worded as they are made.
func The(title string) string {
	first, rest, _ := strings.Cut(title, " ")
	switch strings.ToLower(first) {
	case "the", "a", "an":
		return strings.ToLower(first) + " " + rest
	}
	return "the " + title
}

// Is is the verb behind the title of a clause: arrangements are, a treaty of whatever things is.
func Is(title string) string {
	for _, of := range []string{" of ", " on ", " for ", " between ", ","} {
		title, _, _ = strings.Cut(title, of)
	}
	if last := strings.ToLower(title); strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && !strings.HasSuffix(last, "us") {
		return "are"
	}
	return "is"
}
