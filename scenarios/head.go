package scenarios

import "strings"

// The comment that begins a file is prose for people, with two paragraphs that are told elsewhere too: one that begins with
// "Sources" names them, one to a line that stands in, each behind two blanks or more; one that begins with "Not in it:" or
// "Left out:" says what the file does not tell, because the format cannot say it or its author did not.

// Sources are the names of the data that the head of the file names. Where it names none they are those of the base: own is
// false.
func (l *Loaded) Sources() (names []string, own bool) {
	for k := len(l.files) - 1; k >= 0; k-- {
		for _, r := range l.files[k].references() {
			if r.Name != "" {
				names = append(names, r.Name)
			}
		}
		if len(names) > 0 {
			return names, l.files[k] == l.top()
		}
	}
	return nil, false
}

// references are what the head of a layer names as its sources: a line each, those that stand in farther belong to the one before. The
// name stands before two blanks or more; a line without has none.
func (s *source) references() (all []Reference) {
	if s.over() || s.name == parametersFile {
		return nil
	}
	for _, paragraph := range s.head() {
		if paragraph[0] != "Sources" {
			continue
		}
		for _, line := range paragraph[1:] {
			line = strings.TrimPrefix(line, "  ")
			if text := strings.TrimLeft(line, " "); text != line && len(all) > 0 {
				all[len(all)-1].Text += " " + text
				continue
			}
			r := Reference{Text: strings.TrimSpace(line)}
			if name, text, found := strings.Cut(r.Text, "  "); found {
				r = Reference{Name: name, Text: strings.TrimSpace(text)}
			}
			all = append(all, r)
		}
	}
	return all
}

// LeftOut is what the file says that it does not tell; "" if it does not say.
func (l *Loaded) LeftOut() string {
	for _, paragraph := range l.top().head() {
		text := strings.Join(paragraph, " ")
		for _, begins := range []string{"Not in it: ", "Left out: "} {
			if rest, found := strings.CutPrefix(text, begins); found {
				return rest
			}
		}
	}
	return ""
}

// top is the file that was asked for, over its bases and below each --set.
func (l *Loaded) top() *source {
	k := len(l.files) - 1
	for l.files[k].over() {
		k--
	}
	return l.files[k]
}

// head is the paragraphs of the comment before the title, by lines. A line begins where the text of the comment does.
func (s *source) head() (paragraphs [][]string) {
	var now []string
	flush := func() {
		if len(now) > 0 {
			paragraphs, now = append(paragraphs, now), nil
		}
	}
	for line := range strings.Lines(s.text) {
		text, comment := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "#")
		if strings.HasPrefix(line, "title") {
			break
		}
		text = strings.TrimPrefix(text, " ")
		if !comment || text == "" {
			flush()
			continue
		}
		now = append(now, text)
	}
	flush()
	return paragraphs
}
