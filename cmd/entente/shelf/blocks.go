package shelf

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Blocks are what was played of a study, in the folder blocks of its results: a file for each finished block of points,
//
//	# entente 0.3.0, study as 0123456789abcdef, block 12 of 34
//	point,run,failed,in-force,members
//	2400,4800,,1,3
//	# crc32 89abcdef
//
// A file is written aside, seen to the disk and renamed, so that one that is there is whole; the sum at its end finds
// out what a disk has spoilt. A row is a run, in the order of the design: the number of its point, its own, what failed
// if something did, and what was measured. study.txt beside them says whose they are, a line for each thing that two
// studies must share. Other folders with the same study.txt hold blocks of the same study: copied together they join.
type Blocks struct {
	Of     StudyMark
	folder string
}

// StudyMark is what two studies must share for their blocks to be the same, each in words.
type StudyMark struct {
	Version   string // of the model
	Study     string // its name, scenario, points and runs
	Seed      string
	Posterior string // the sets of constants that its runs draw
	Read      string // a sum over all that was read
	Blocks    int    // how many it has
	Columns   string // heads of their columns
}

// The lines of study.txt, in their order.
func (m *StudyMark) lines() []struct {
	name string
	is   *string
} {
	return []struct {
		name string
		is   *string
	}{{"entente", &m.Version}, {"study", &m.Study}, {"seed", &m.Seed}, {"posterior", &m.Posterior}, {"read as", &m.Read},
		{"columns", &m.Columns}}
}

// text is what study.txt says.
func (m StudyMark) text() string {
	var b strings.Builder
	for _, l := range m.lines() {
		fmt.Fprintf(&b, "%s: %s\n", l.name, inOneLine(*l.is))
	}
	return b.String() + fmt.Sprintf("blocks: %d\n", m.Blocks)
}

// head begins the first line of a block.
func (m StudyMark) head() string {
	return inOneLine(fmt.Sprintf("# entente %s, study %s, seed %s, posterior %s, read as %s", m.Version, m.Study, m.Seed, m.Posterior, m.Read))
}

// Differs tells in which lines another study differs, as "seed: 4 there, 5 here".
func (m StudyMark) Differs(there StudyMark) (faults []string) {
	other := there.lines()
	for k, l := range m.lines() {
		if inOneLine(*l.is) != inOneLine(*other[k].is) {
			faults = append(faults, fmt.Sprintf("%s: %s there, %s here", l.name, *other[k].is, *l.is))
		}
	}
	if m.Blocks != there.Blocks {
		faults = append(faults, fmt.Sprintf("blocks: %d there, %d here", there.Blocks, m.Blocks))
	}
	return faults
}

// readMark understands what study.txt says.
func readMark(text string) (m StudyMark, ok bool) {
	rest := text
	for _, l := range m.lines() {
		line, after, whole := strings.Cut(rest, "\n")
		*l.is, ok = strings.CutPrefix(line, l.name+": ")
		if rest = after; !ok || !whole {
			return StudyMark{}, false
		}
	}
	count, ok := strings.CutPrefix(strings.TrimSuffix(rest, "\n"), "blocks: ")
	var err error
	if m.Blocks, err = strconv.Atoi(count); !ok || err != nil || m.text() != text {
		return StudyMark{}, false
	}
	return m, true
}

const (
	blocksFolder = "blocks"
	blocksOf     = "study.txt"
)

// Blocks opens those of a study. Blocks of another study are left alone and told.
func (s *Shelf) Blocks(of StudyMark) (*Blocks, error) {
	b := &Blocks{folder: s.path(blocksFolder), Of: of}
	if err := os.MkdirAll(b.folder, 0o755); err != nil {
		return nil, s.unwritable(err)
	}
	there, err := FindBlocks(s.folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := b.write(filepath.Join(b.folder, blocksOf), of.text()); err != nil {
			return nil, s.unwritable(err)
		}
	case err != nil:
		return nil, fmt.Errorf("the blocks of a study that was begun cannot be read: %w; take another folder", err)
	default:
		if faults := of.Differs(there.Of); len(faults) > 0 {
			return nil, fmt.Errorf("%s holds blocks of another study\n  %s\ntake another folder, or take that one away", b.folder,
				strings.Join(faults, "\n  "))
		}
	}
	left, err := filepath.Glob(filepath.Join(b.folder, "*.part"))
	for _, path := range left { // of a command that was killed
		err = errors.Join(err, os.Remove(path))
	}
	return b, err
}

// FindBlocks are those that the folder of a study holds, of whatever study, to be read. The error is fs.ErrNotExist if
// there are none.
func FindBlocks(folder string) (*Blocks, error) {
	b := &Blocks{folder: filepath.Join(folder, blocksFolder)}
	text, err := readFile(filepath.Join(b.folder, blocksOf))
	if err != nil {
		return nil, err
	}
	ok := false
	if b.Of, ok = readMark(string(text)); !ok {
		return nil, fmt.Errorf("%s does not say whose the blocks beside it are", filepath.Join(b.folder, blocksOf))
	}
	return b, nil
}

func (b *Blocks) path(k int) string { return filepath.Join(b.folder, fmt.Sprintf("block-%06d.csv", k)) }

func (b *Blocks) first(k int) string {
	return fmt.Sprintf("%s, block %d of %d\n%s\n", b.Of.head(), k, b.Of.Blocks, b.Of.Columns)
}

const sumMark = "# crc32 "

// Read is a block that is there and whole.
func (b *Blocks) Read(k int) (rows string, ok bool) {
	text, err := readFile(b.path(k))
	if err != nil {
		return "", false
	}
	rows, ok = strings.CutPrefix(string(text), b.first(k))
	if !ok {
		return "", false
	}
	at := strings.LastIndex(rows, sumMark)
	if at < 0 || rows[at:] != sumMark+checksum(rows[:at])+"\n" {
		return "", false
	}
	return rows[:at], true
}

// Spoilt tells whether a block is there and not whole.
func (b *Blocks) Spoilt(k int) bool {
	_, whole := b.Read(k)
	return !whole && there(b.path(k))
}

// Write keeps a block.
func (b *Blocks) Write(k int, rows string) error {
	return b.write(b.path(k), b.first(k)+rows+sumMark+checksum(rows)+"\n")
}

func (b *Blocks) write(path, text string) error {
	aside := path + ".part"
	if err := writeFile(aside, func(out io.Writer) error { _, err := io.WriteString(out, text); return err }); err != nil {
		return errors.Join(err, unlessDone(os.Remove(aside)))
	}
	return os.Rename(aside, path)
}

// There are how many blocks are there, whole or not.
func (b *Blocks) There() int {
	found, _ := filepath.Glob(filepath.Join(b.folder, "block-*.csv")) // the pattern is sound
	return len(found)
}
