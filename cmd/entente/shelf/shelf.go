// Package shelf keeps answers in folders: one keeper for every command.
//
// A folder of results is whole or not there. Files are written beside, into a hidden folder within the folder, and moved in
// when all of them are written; the manifest, which vouches for them with their hashes, goes before the first file changes
// and comes last. Whoever is killed on the way leaves the old result whole, or one that the next command finishes moving in.
// A second writer is refused by a lock that the operating system gives back when its holder dies. Files that no manifest of
// ours lists are never touched.
package shelf

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gofrs/flock"
)

// The names of what is ours in a folder, besides the files of a result.
const (
	manifestFile = "manifest.json"
	lockFile     = ".entente-lock"
	buildFolder  = ".entente-build"
	oldManifest  = ".old-manifest.json" // in the build folder: that of the result that is being replaced
)

// Question is what a folder is to hold the answer of.
type Question struct {
	Identity string // what two commands must share for one to go on with what the other has played: a line of text
	Command  string // that gives the same answer, as it may be pasted
	Ledger   Kept   // how what was played is kept
}

// Shelf is a folder of results in the making.
type Shelf struct {
	folder string
	lock   *flock.Flock
	ours   map[string]bool // files that a manifest of ours lists
	files  []File
	ledger *Ledger
}

// Open makes a folder ready before anything is played: it is there, it can be written, nobody else writes it, and what
// earlier commands left of themselves is cleared away. The errors are sentences for whoever named the folder.
func Open(folder string, q Question) (*Shelf, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("no folder can be made there: %w", err)
	}
	s := &Shelf{folder: folder, lock: flock.New(filepath.Join(folder, lockFile))}
	locked, err := s.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("nothing can be written into %s: %w", folder, err)
	}
	if !locked {
		return nil, fmt.Errorf("another command is writing into %s; wait for it to end, or take another folder", folder)
	}
	if err := s.prepare(q); err != nil {
		return nil, errors.Join(err, s.lock.Unlock())
	}
	return s, nil
}

func (s *Shelf) prepare(q Question) error {
	if err := s.recover(); err != nil {
		return err
	}
	if err := os.Mkdir(s.path(buildFolder), 0o755); err != nil {
		return fmt.Errorf("nothing can be written into %s: %w", s.folder, err)
	}
	m, err := readManifest(s.path(manifestFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return errors.Join(fmt.Errorf("%s holds a manifest.json that is none of ours: %w; take another folder", s.folder, err), os.Remove(s.path(buildFolder)))
	}
	s.ours = m.names()
	if err := s.sweep(); err != nil {
		return err
	}
	s.ledger, err = openLedger(s.folder, q, s.ours)
	if err != nil {
		return errors.Join(err, os.Remove(s.path(buildFolder)))
	}
	return nil
}

func (s *Shelf) path(name string) string { return filepath.Join(s.folder, name) }

// recover brings a folder that a command was killed in to one side: a build with its manifest is whole and is moved in, any other
// is taken away.
func (s *Shelf) recover() error {
	build := s.path(buildFolder)
	if _, err := os.Lstat(build); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := readManifest(filepath.Join(build, manifestFile)); err == nil {
		return s.swap()
	}
	// The move of the manifest is the last: what is left of a build without one was moved in before, or never whole.
	if err := os.RemoveAll(build); err != nil {
		return fmt.Errorf("what an earlier command left in %s cannot be taken away: %w", s.folder, err)
	}
	return nil
}

// sweep takes away what version 0.2.0 left when it was killed: a file beside one that its manifest lists.
func (s *Shelf) sweep() error {
	for name := range s.ours {
		if err := os.Remove(s.path(name + ".part")); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if len(s.ours) == 0 {
		return nil
	}
	left, err := filepath.Glob(s.path(".chart-*"))
	for _, path := range left {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// Add writes a file beside, to be moved in by Close.
func (s *Shelf) Add(name, about string, write func(io.Writer) error) error {
	if name == "" || name != filepath.Base(name) || strings.HasPrefix(name, ".") || name == manifestFile {
		panic("shelf: no name for a file of results: " + name)
	}
	if _, err := os.Lstat(s.path(name)); err == nil && !s.ours[name] {
		return fmt.Errorf("%s is there, and no manifest of ours lists it: it is left alone, and nothing is written; take another folder", s.path(name))
	}
	f := File{Name: name, About: about}
	if err := writeFile(filepath.Join(s.path(buildFolder), name), func(out io.Writer) error {
		hash := sha256.New()
		counted := &counter{to: io.MultiWriter(out, hash)}
		err := write(counted)
		f.Bytes, f.Hash = counted.bytes, fmt.Sprintf("%x", hash.Sum(nil))
		return err
	}); err != nil {
		return fmt.Errorf("%s: %w", s.path(name), err)
	}
	s.files = append(s.files, f)
	return nil
}

// counter counts what goes through it.
type counter struct {
	to    io.Writer
	bytes int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.bytes += int64(n)
	return n, err
}

// writeFile writes a file and sees to it that it is on the disk.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Sync(), f.Close())
}

// Close writes the manifest, moves the result in and lets the folder go. If anything fails before the move, the old result
// stands.
func (s *Shelf) Close(m Manifest) error {
	m.Format, m.Files = manifestFormat, s.files
	if err := s.ledger.close(s); err != nil {
		return err
	}
	m.Files = s.files
	build := s.path(buildFolder)
	if err := writeFile(filepath.Join(build, timingFile), m.timing); err != nil {
		return err
	}
	m.Unhashed = []string{timingFile}
	// The manifest appears whole or not at all: it is what says that the build is whole.
	aside := filepath.Join(build, manifestFile+".part")
	if err := writeFile(aside, m.write); err != nil {
		return err
	}
	if err := errors.Join(os.Rename(aside, filepath.Join(build, manifestFile)), syncFolder(build)); err != nil {
		return err
	}
	if err := errors.Join(s.swap(), s.ledger.settle(m.Cut == "")); err != nil {
		return err
	}
	return s.lock.Unlock()
}

// swap moves a whole build in. Each of its steps may have been done before, by a command that was killed.
func (s *Shelf) swap() error {
	build := s.path(buildFolder)
	m, err := readManifest(filepath.Join(build, manifestFile))
	if err != nil {
		return err
	}
	old := filepath.Join(build, oldManifest)
	if err := os.Rename(s.path(manifestFile), old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	was, err := readManifest(old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	names := m.names()
	for name := range was.names() {
		if _, err := os.Lstat(filepath.Join(build, name)); names[name] && errors.Is(err, fs.ErrNotExist) {
			continue // moved in already
		}
		if err := os.Remove(s.path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, name := range slices.Sorted(keys(names)) {
		if err := os.Rename(filepath.Join(build, name), s.path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := errors.Join(syncFolder(s.folder), os.Remove(old)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(filepath.Join(build, manifestFile), s.path(manifestFile)); err != nil {
		return err
	}
	return errors.Join(os.RemoveAll(build), syncFolder(s.folder))
}

// Abandon lets the folder go as it was found; what was played stays in the ledger.
func (s *Shelf) Abandon() error {
	return errors.Join(s.ledger.file.Close(), s.ledger.removeIfEmpty(), os.RemoveAll(s.path(buildFolder)), s.lock.Unlock())
}

// Ledger remembers what was played.
func (s *Shelf) Ledger() *Ledger { return s.ledger }

func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	f.Sync() // some systems cannot do this for a folder, which is no fault
	return f.Close()
}

func keys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// encode writes JSON as people may want to read it.
func encode(out io.Writer, v any) error {
	j := json.NewEncoder(out)
	j.SetIndent("", " ")
	j.SetEscapeHTML(false)
	return j.Encode(v)
}
