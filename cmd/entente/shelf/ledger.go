package shelf

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Kept says how a ledger is kept: while a question is being played, or for good as a file of its result.
type Kept struct {
	Name    string // of the file; ledger.csv if empty
	About   string // what a row is, if the file stays; empty: it goes once the question is answered whole
	Columns string // heads of key, value; "key,value" if empty
}

// usualLedger is the name of a ledger that does not stay.
const usualLedger = "ledger.csv"

// Ledger is a file of what was played, a line each, added to as it is played. A command that was stopped or killed goes on
// from there.
type Ledger struct {
	path  string
	kept  Kept
	head  string
	file  *os.File
	mu    sync.Mutex
	known map[string]string
	text  bytes.Buffer // of the file, if it is to stay
	err   error        // the first line that could not be kept
}

// openLedger opens or begins the ledger of a question. One of another question is begun anew; a file that is no ledger of ours
// is left alone and told.
func openLedger(folder string, q Question, ours map[string]bool) (*Ledger, error) {
	kept := q.Ledger
	if kept.Name == "" {
		kept.Name = usualLedger
	}
	if kept.Columns == "" {
		kept.Columns = "key,value"
	}
	if kept.Name != usualLedger { // another question's may lie there
		if text, err := os.ReadFile(filepath.Join(folder, usualLedger)); err == nil && bytes.HasPrefix(text, []byte(ledgerMark)) {
			if err := os.Remove(filepath.Join(folder, usualLedger)); err != nil {
				return nil, err
			}
		}
	}
	l := &Ledger{path: filepath.Join(folder, kept.Name), kept: kept, known: map[string]string{}}
	l.head = "# " + q.Identity + "\n" + kept.Columns + ",crc32\n"
	old, err := os.ReadFile(l.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("what was played before cannot be read: %w", err)
	}
	if err := l.read(string(old), ours[kept.Name]); err != nil {
		return nil, err
	}
	whole := l.text.Bytes()
	if len(whole) == 0 {
		l.text.WriteString(l.head)
		whole = l.text.Bytes()
	}
	if !bytes.Equal(whole, old) { // begun, or with the torn last line of a kill taken off
		aside := filepath.Join(folder, buildFolder, kept.Name+".part")
		if err := writeFile(aside, func(out io.Writer) error { _, err := out.Write(whole); return err }); err != nil {
			return nil, fmt.Errorf("nothing can be written into %s: %w", folder, err)
		}
		if err := os.Rename(aside, l.path); err != nil {
			return nil, fmt.Errorf("nothing can be written into %s: %w", folder, err)
		}
	}
	if l.file, err = os.OpenFile(l.path, os.O_APPEND|os.O_WRONLY, 0o644); err != nil {
		return nil, fmt.Errorf("nothing can be written into %s: %w", folder, err)
	}
	return l, nil
}

// ledgerMark is how the first line of every ledger of ours begins.
const ledgerMark = "# entente "

// read takes in what an earlier command kept.
func (l *Ledger) read(old string, listed bool) error {
	if old == "" {
		return nil
	}
	lines := strings.SplitAfter(old, "\n")
	if !strings.HasPrefix(old, ledgerMark) && !(strings.HasPrefix(ledgerMark, old)) {
		return fmt.Errorf("%s is no ledger of ours: it is left alone; take another folder", l.path)
	}
	if len(lines) < 2 || lines[0]+lines[1] != l.head {
		first := strings.TrimSuffix(lines[0], "\n")
		if l.kept.About != "" && len(lines) > 2 { // one that is kept for good is nobody's to throw away
			return fmt.Errorf("%s is of another question\n  there: %s\n  here:  %s\ntake another folder, or the same flags", l.path, first,
				strings.SplitN(l.head, "\n", 2)[0])
		}
		return nil // begun anew
	}
	l.text.WriteString(l.head)
	for n, line := range lines[2:] {
		if !strings.HasSuffix(line, "\n") {
			break // torn by a kill
		}
		body, sum, ok := cutLast(strings.TrimSuffix(line, "\n"))
		cells, err := csv.NewReader(strings.NewReader(body)).Read()
		if !ok || err != nil || len(cells) < 2 || sum != checksum(body) {
			if n == len(lines)-4 { // the last whole line: its end may have reached the disk before its middle
				break
			}
			return fmt.Errorf("%s:%d: this line is damaged; take it and those below it away, or take another folder", l.path, n+3)
		}
		l.known[cells[0]] = strings.Join(cells[1:], ",")
		l.text.WriteString(line)
	}
	return nil
}

func cutLast(line string) (body, sum string, ok bool) {
	i := strings.LastIndexByte(line, ',')
	if i < 0 {
		return "", "", false
	}
	return line[:i], line[i+1:], true
}

func checksum(body string) string { return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(body))) }

// Recall is what was noted of a key.
func (l *Ledger) Recall(key string) (value string, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	value, ok = l.known[key]
	return value, ok
}

// Note adds a line. What cannot be kept is told by Close; play goes on.
func (l *Ledger) Note(key, value string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var b bytes.Buffer
	c := csv.NewWriter(&b)
	if l.kept.About != "" { // its values are columns
		c.Write(append([]string{key}, strings.Split(value, ",")...))
	} else {
		c.Write([]string{key, value})
	}
	c.Flush()
	body := strings.TrimSuffix(b.String(), "\n")
	line := body + "," + checksum(body) + "\n"
	l.known[key] = value
	l.text.WriteString(line)
	if l.err == nil {
		_, l.err = l.file.WriteString(line)
	}
}

// Len is how many lines there are.
func (l *Ledger) Len() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.known)
}

// close ends a ledger: one that stays becomes a file of the result.
func (l *Ledger) close(s *Shelf) error {
	if err := errors.Join(l.err, l.file.Close()); err != nil {
		return fmt.Errorf("what was played could not be kept: %w", err)
	}
	if l.kept.About == "" {
		return nil
	}
	s.ours[l.kept.Name] = true
	return s.Add(l.kept.Name, l.kept.About, func(out io.Writer) error { _, err := out.Write(l.text.Bytes()); return err })
}

// settle takes a ledger away that nobody needs any more: one of a question that is answered whole, or in which nothing was noted.
func (l *Ledger) settle(whole bool) error {
	if l.kept.About == "" && whole {
		return os.Remove(l.path)
	}
	return l.removeIfEmpty()
}

// removeIfEmpty takes away a ledger in which nothing was noted.
func (l *Ledger) removeIfEmpty() error {
	if l.Len() > 0 || l.kept.About != "" {
		return nil
	}
	return os.Remove(l.path)
}
