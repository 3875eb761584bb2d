package main

import (
	"io"
	"os"

	"entente/plots/words"
)

// screen is a file that a person reads, or may read: what comes from other people's files is shown there and never
// obeyed. Our own progress goes to the file itself.
type screen struct {
	io.Writer
	file  *os.File
	talk  bool // sentences, to be laid out for whoever reads them
	width int  // of the talk, as --width says

	lost error // the first thing that could not be written: who writes help tells nobody
}

// Write lays talk out for the width that was asked for or the terminal has; in a file each sentence is a line.
func (s *screen) Write(text []byte) (int, error) {
	if !s.talk {
		n, err := s.Writer.Write(text)
		if s.lost == nil {
			s.lost = err
		}
		return n, err
	}
	width := 0
	if s.width >= leastWidth {
		width = s.width
	} else if _, ok := terminal(s.file); ok {
		width = new(showing).columns(s.file)
	}
	if _, err := io.WriteString(s.Writer, fold(string(text), width)); err != nil {
		return 0, err
	}
	return len(text), nil
}

// newScreen is standard output: at a terminal it is a screen, and in a pipe or a file the bytes are left as they are.
func newScreen(file *os.File) *screen {
	if _, ok := terminal(file); ok {
		return &screen{Writer: words.Terminal(file), file: file}
	}
	return &screen{Writer: file, file: file}
}

// newTalk is standard error, which people read wherever it goes.
func newTalk(file *os.File) io.Writer {
	return &screen{Writer: words.Terminal(file), file: file, talk: true}
}
