package shelf

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
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
// if something did, and what was measured. study.txt beside them says whose they are. Other folders with the same
// study.txt hold blocks of the same study: copied together they join.
type Blocks struct {
	folder string
	head   string // of every block, but for its number
	count  int
	heads  string
}

const (
	blocksFolder = "blocks"
	blocksOf     = "study.txt"
)

// Blocks opens those of a study: identity is what two studies must share for their blocks to be the same, a line of
// text that begins with entente; heads are the heads of the columns. Blocks of another study are left alone and told.
func (s *Shelf) Blocks(identity, heads string, count int) (*Blocks, error) {
	b := &Blocks{folder: s.path(blocksFolder), head: "# " + inOneLine(identity), count: count, heads: heads}
	if err := os.MkdirAll(b.folder, 0o755); err != nil {
		return nil, s.unwritable(err)
	}
	of := filepath.Join(b.folder, blocksOf)
	there, err := os.ReadFile(of)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := b.write(of, inOneLine(identity)+"\n"); err != nil {
			return nil, s.unwritable(err)
		}
	case err != nil:
		return nil, fmt.Errorf("the blocks of a study that was begun cannot be read: %w; take another folder", err)
	case string(there) != inOneLine(identity)+"\n":
		return nil, fmt.Errorf("%s holds blocks of another study, or of another version, scenario, seed or number of points or runs\n  there: "+
			"%s\n  here:  %s\n"+
			"take another folder, or take that one away", b.folder, strings.TrimSpace(string(there)), inOneLine(identity))
	}
	left, err := filepath.Glob(filepath.Join(b.folder, "*.part"))
	for _, path := range left { // of a command that was killed
		err = errors.Join(err, os.Remove(path))
	}
	return b, err
}

func (b *Blocks) path(k int) string { return filepath.Join(b.folder, fmt.Sprintf("block-%06d.csv", k)) }

func (b *Blocks) first(k int) string {
	return fmt.Sprintf("%s, block %d of %d\n%s\n", b.head, k, b.count, b.heads)
}

const sumMark = "# crc32 "

// Read is a block that is there and whole.
func (b *Blocks) Read(k int) (rows string, ok bool) {
	text, err := os.ReadFile(b.path(k))
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

// Joined is what came of joining shares.
type Joined struct {
	Study   string // whose blocks they are
	There   int    // blocks in the folder now
	Of      int    // of so many
	Taken   int    // from the shares, that were not there before
	Refused int    // files that are torn or of another study
}

// Join takes the blocks of a study from the folders of its shares into one. The shares must be of one study: same
// version, plan, scenario, seed and posterior, which their study.txt says.
func (s *Shelf) Join(shares []string) (j Joined, err error) {
	var identity, first string
	for _, share := range shares {
		text, err := os.ReadFile(filepath.Join(share, blocksFolder, blocksOf))
		if err != nil {
			return j, fmt.Errorf("%s holds no share of a study: %w", share, err)
		}
		switch {
		case identity == "":
			identity, first = string(text), share
		case identity != string(text):
			return j, fmt.Errorf("%s and %s are shares of different studies, and cannot be joined\n  %s: %s  %s: %s", first, share, first,
				identity, share, text)
		}
	}
	j.Study = strings.TrimSuffix(identity, "\n")
	for _, share := range shares {
		files, err := filepath.Glob(filepath.Join(share, blocksFolder, "block-*.csv"))
		if err != nil {
			return j, err
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return j, err
			}
			k, count, heads, ok := readHead(string(text), j.Study)
			if !ok {
				j.Refused++
				continue
			}
			into, err := s.Blocks(j.Study, heads, count)
			if err != nil {
				return j, err
			}
			j.Of = count
			if _, known := into.Read(k); known {
				continue
			}
			from := *into
			from.folder = filepath.Join(share, blocksFolder)
			rows, whole := from.Read(k)
			if !whole || from.path(k) != file {
				j.Refused++
				continue
			}
			if err := into.Write(k, rows); err != nil {
				return j, err
			}
			j.Taken++
		}
	}
	found, err := filepath.Glob(s.path(filepath.Join(blocksFolder, "block-*.csv")))
	j.There = len(found)
	return j, err
}

// readHead reads which block of a study a file says it is.
func readHead(text, identity string) (k, count int, heads string, ok bool) {
	first, rest, _ := strings.Cut(text, "\n")
	heads, _, _ = strings.Cut(rest, "\n")
	numbers, ok := strings.CutPrefix(first, "# "+identity+", block ")
	if !ok {
		return 0, 0, "", false
	}
	n, err := fmt.Sscanf(numbers, "%d of %d", &k, &count)
	return k, count, heads, err == nil && n == 2
}
