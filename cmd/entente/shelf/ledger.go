package shelf

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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

// Ledger is a file of what was played, a line each, added to as it is played: first whose it is, then the heads of its columns,
// then key, value and a sum over both by which a line that was torn or changed is known. A command that was stopped or killed
// goes on from there.
type Ledger struct {
	path  string
	kept  Kept
	head  string
	file  *os.File
	mu    sync.Mutex
	known map[string]string
	err   error // the first line that could not be kept
}

// newLedger is the ledger of a question in a folder, which is not looked at yet.
func newLedger(folder string, q Question, known map[string]string) *Ledger {
	kept := q.Ledger
	if kept.Name == "" {
		kept.Name = usualLedger
	}
	if kept.Columns == "" {
		kept.Columns = "key,value"
	}
	l := &Ledger{path: filepath.Join(folder, kept.Name), kept: kept, known: known, head: inOneLine("# "+q.Identity) + "\n" +
		kept.Columns + ",crc32\n"}
	if !strings.HasPrefix(l.head, ledgerMark) {
		panic("shelf: an identity does not begin with entente, so its ledger would not be known for one of ours: " + q.Identity)
	}
	return l
}

// openLedger opens or begins the ledger of a question. One of another question is begun anew, unless it was to stay; a file that
// is no ledger of ours is left alone and told.
func openLedger(s *Shelf, q Question) (*Ledger, error) {
	l := newLedger(s.folder, q, map[string]string{})
	old, err := readFile(l.path)
	fresh := errors.Is(err, fs.ErrNotExist)
	if err != nil && !fresh {
		return nil, fmt.Errorf("what was played before cannot be read: %w; take another folder", err)
	}
	sound := []byte(l.head)
	if !fresh {
		if sound, err = l.read(old); err != nil {
			return nil, err
		}
	}
	if fresh || !bytes.Equal(sound, old) {
		aside := s.path(filepath.Join(buildFolder, l.kept.Name+".part"))
		if err := writeFile(aside, func(out io.Writer) error { _, err := out.Write(sound); return err }); err != nil {
			return nil, s.unwritable(err)
		}
		if err := os.Rename(aside, l.path); err != nil {
			return nil, s.unwritable(err)
		}
	}
	if other := s.path(usualLedger); l.path != other && isLedger(other) {
		if err := os.Remove(other); err != nil {
			return nil, s.unwritable(err)
		}
	}
	if l.file, err = os.OpenFile(l.path, os.O_APPEND|os.O_WRONLY, 0o644); err != nil {
		return nil, s.unwritable(err)
	}
	return l, nil
}

// ledgerMark is how every ledger of ours begins. It appears at once with the whole first line, however short the file is.
const ledgerMark = "# entente "

// isLedger tells a ledger of ours, of whatever question.
func isLedger(path string) bool {
	f, err := openFile(path)
	if err != nil {
		return false
	}
	defer f.Close()
	mark := make([]byte, len(ledgerMark))
	_, err = io.ReadFull(f, mark)
	return err == nil && string(mark) == ledgerMark
}

// read takes in what an earlier command kept, and returns what of it is to stay.
func (l *Ledger) read(old []byte) (sound []byte, err error) {
	if !bytes.HasPrefix(old, []byte(ledgerMark)) {
		return nil, fmt.Errorf("%s is no ledger of entente: it is left alone; take another folder", l.path)
	}
	lines := strings.SplitAfter(string(old), "\n")
	if len(lines) < 2 || lines[0]+lines[1] != l.head {
		if l.kept.About != "" && len(lines) > 3 { // one that is kept for good is nobody's to throw away
			return nil, fmt.Errorf("%w\ntake another folder, or ask the same", l.foreign(lines[0]))
		}
		return []byte(l.head), nil
	}
	sound = old[:len(l.head)]
	for n, line := range lines[2:] {
		key, value, ok := l.parse(line)
		if !ok {
			if n >= len(lines)-4 { // the last, torn by a kill: its end may have reached the disk before its middle
				return sound, nil
			}
			return nil, fmt.Errorf("%s:%d: this line is damaged; take it and those below it away, or take another folder", l.path, n+3)
		}
		l.known[key] = value
		sound = old[:len(sound)+len(line)]
	}
	return sound, nil
}

// foreign tells of a ledger that begins with the line of another question.
func (l *Ledger) foreign(first string) error {
	here, _, _ := strings.Cut(l.head, "\n")
	return fmt.Errorf("%s is of another question\n  there: %s\n  here:  %s", l.path, strings.TrimSuffix(first, "\n"), here)
}

// parse reads a line, and says whether it is whole.
func (l *Ledger) parse(line string) (key, value string, ok bool) {
	line, ended := strings.CutSuffix(line, "\n")
	at := strings.LastIndexByte(line, ',')
	if !ended || at < 0 || line[at+1:] != checksum(line[:at]) {
		return "", "", false
	}
	cells, err := csv.NewReader(strings.NewReader(line[:at])).Read()
	if err != nil || len(cells) < 2 {
		return "", "", false
	}
	return cells[0], strings.Join(cells[1:], ","), true
}

func checksum(body string) string { return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(body))) }

// inOneLine writes what ends a line as two letters: a file may be named like that.
func inOneLine(text string) string { return lineEnds.Replace(text) }

var lineEnds = strings.NewReplacer("\n", `\n`, "\r", `\r`)

// Recall is what was noted of a key.
func (l *Ledger) Recall(key string) (value string, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	value, ok = l.known[inOneLine(key)]
	return value, ok
}

// Note adds a line, which is with the operating system before Note returns. What cannot be kept is told by Close; play goes on.
func (l *Ledger) Note(key, value string) {
	if strings.ContainsAny(value, "\r\n") {
		panic("shelf: a value to keep is more than a line of text: " + value)
	}
	key = inOneLine(key)
	cells := []string{key, value}
	if l.kept.About != "" { // its values are columns
		cells = append([]string{key}, strings.Split(value, ",")...)
	}
	var b strings.Builder
	c := csv.NewWriter(&b)
	c.Write(cells)
	c.Flush()
	body := strings.TrimSuffix(b.String(), "\n")

	l.mu.Lock()
	defer l.mu.Unlock()
	l.known[key] = value
	if l.err == nil { // a line after a torn one would be taken for damage
		_, l.err = l.file.WriteString(body + "," + checksum(body) + "\n")
	}
}

// Len is how many keys there are.
func (l *Ledger) Len() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.known)
}

// close ends a ledger: one that stays becomes a file of the result.
func (l *Ledger) close(s *Shelf) error {
	l.err = errors.Join(l.err, l.file.Close())
	if l.kept.About == "" {
		return nil
	}
	if l.err != nil {
		return l.unkept()
	}
	s.ours[l.kept.Name] = true
	return s.Add(l.kept.Name, l.kept.About, func(out io.Writer) error {
		kept, err := readFile(l.path)
		if err != nil {
			return err
		}
		body, ok := bytes.CutPrefix(kept, []byte(l.head))
		if !ok {
			return fmt.Errorf("%s has been written into by somebody else", l.path)
		}
		_, err = out.Write(append([]byte(l.head), inOrder(body)...))
		return err
	})
}

// inOrder sorts the lines of a ledger by their text, numbers in it by their size. They were noted as workers came to their ends, in
// an order that is another one with every number of workers and every interruption.
func inOrder(lines []byte) []byte {
	all := bytes.SplitAfter(lines, []byte("\n"))
	slices.SortStableFunc(all[:len(all)-1], func(a, b []byte) int { return natural(string(a), string(b)) })
	return bytes.Join(all, nil)
}

// natural compares two texts with the whole numbers in them by their size: chain-2 comes before chain-10.
func natural(a, b string) int {
	number := func(text string) (digits, rest string) {
		n := 0
		for n < len(text) && '0' <= text[n] && text[n] <= '9' {
			n++
		}
		return strings.TrimLeft(text[:n], "0"), text[n:]
	}
	for a != "" && b != "" {
		m, restA := number(a)
		n, restB := number(b)
		if len(restA) < len(a) && len(restB) < len(b) {
			if by := cmp.Or(cmp.Compare(len(m), len(n)), strings.Compare(m, n)); by != 0 {
				return by
			}
			a, b = restA, restB
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// unkept tells once what went wrong.
func (l *Ledger) unkept() error {
	err := l.err
	l.err = nil
	return fmt.Errorf("not all that was played could be kept in %s: %w", l.path, err)
}

// settle takes a ledger away that nobody needs any more: one of a question that is answered whole, or in which nothing was noted.
func (l *Ledger) settle(whole bool) error {
	switch {
	case l.kept.About != "":
		return nil
	case whole || l.Len() == 0:
		return unlessDone(os.Remove(l.path))
	case l.err != nil:
		return l.unkept()
	}
	return nil
}

// abandon ends a ledger whose question has no answer.
func (l *Ledger) abandon() error {
	if err := l.file.Close(); err != nil && !errors.Is(err, fs.ErrClosed) {
		l.err = errors.Join(l.err, err)
	}
	if l.Len() == 0 {
		return unlessDone(os.Remove(l.path))
	}
	if l.err != nil {
		return l.unkept()
	}
	return nil
}

// Recorded adds to known what the ledger in a folder holds of a question: another part of its answer was found there.
func Recorded(folder string, q Question, known map[string]string) error {
	l := newLedger(folder, q, known)
	old, err := readFile(l.path)
	if err != nil {
		return err
	}
	if lines := strings.SplitAfterN(string(old), "\n", 3); len(lines) < 3 || lines[0]+lines[1] != l.head {
		return l.foreign(lines[0])
	}
	_, err = l.read(old)
	return err
}
