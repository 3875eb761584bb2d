// Package shelf keeps answers in folders: one keeper for every command.
//
// A folder of results is whole or not there. Files are written beside, into a hidden folder within the folder, and moved in
// when all of them are written; the manifest, which vouches for them with their hashes, goes before the first file changes
// and comes last. Whoever is killed on the way leaves the old result whole, or one that the next command finishes moving in.
// The results of another question are replaced whole; files that no manifest of ours lists are never touched. A second writer
// is refused by a lock that the operating system gives back when its holder dies.
package shelf

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// ManifestFile is the name of the manifest in a folder of results.
const ManifestFile = "manifest.json"

// The names of what else is ours in a folder, besides the files of a result.
const (
	lockFile    = ".entente-lock"
	buildFolder = ".entente-build"
	commandFile = ".command"           // in the build folder: what is being asked
	oldManifest = ".old-manifest.json" // in the build folder: that of the result that is being replaced
)

// Question is what a folder is to hold the answer of.
type Question struct {
	Identity string   // what two commands must share for one to go on with what the other has played: a line of text
	Command  string   // that gives the same answer, as it may be pasted
	Ledger   Kept     // how what was played is kept
	Files    []string // that the answer will have
}

// Shelf is a folder of results in the making.
type Shelf struct {
	folder string
	made   []string // folders that were not there before, the deepest first
	lock   *lock
	ours   map[string]bool // files that a manifest of ours lists
	files  []File
	ledger *Ledger
	left   bool // the folder is no longer held
}

// Open makes a folder ready before anything is played: it is there, it can be written, nobody else writes it, and what
// earlier commands left of themselves is cleared away. The errors are sentences for whoever named the folder.
func Open(folder string, q Question) (*Shelf, error) {
	s := &Shelf{folder: folder}
	if err := s.take(); err != nil {
		return nil, err
	}
	if err := s.prepare(q); err != nil {
		return nil, errors.Join(err, s.letGo())
	}
	return s, nil
}

func (s *Shelf) prepare(q Question) error {
	if err := s.recover(); err != nil {
		return err
	}
	m, err := readManifest(s.path(ManifestFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w; take another folder", err)
	}
	s.ours = m.names()
	if err := s.changed(m); err != nil {
		return err
	}
	if err := s.inTheWay(append([]string{timingFile}, q.Files...)); err != nil {
		return err
	}
	if err := s.begin(q); err != nil {
		return errors.Join(err, os.RemoveAll(s.path(buildFolder)))
	}
	return nil
}

// begin makes the folder beside and the ledger. That a file can be written is tried, since no right to do so tells of a full disk.
func (s *Shelf) begin(q Question) error {
	if err := os.Mkdir(s.path(buildFolder), 0o755); err != nil {
		return s.unwritable(err)
	}
	command := func(out io.Writer) error { _, err := io.WriteString(out, q.Command); return err }
	if err := writeFile(s.path(filepath.Join(buildFolder, commandFile)), command); err != nil {
		return s.unwritable(err)
	}
	if err := s.sweep(); err != nil {
		return s.unwritable(err)
	}
	var err error
	s.ledger, err = openLedger(s, q)
	return err
}

func (s *Shelf) unwritable(err error) error {
	return fmt.Errorf("nothing can be written into %s: %w; take another folder, or make room and rights in this one", s.folder, err)
}

func (s *Shelf) path(name string) string { return filepath.Join(s.folder, name) }

// plain says whether a name is that of a file of results: in the folder itself, seen, and not the manifest. Names that differ in
// capitals alone are one on some systems.
func plain(name string) bool {
	return name != "" && filepath.IsLocal(name) && !strings.ContainsAny(name, `/\:`) && !strings.HasPrefix(name, ".") &&
		strings.IndexFunc(name, unicode.IsControl) < 0 && !strings.EqualFold(name, ManifestFile)
}

// inTheWay tells of files that are there and that no manifest of ours lists.
func (s *Shelf) inTheWay(names []string) error {
	var others []string
	for _, name := range names {
		if there(s.path(name)) && !s.ours[name] {
			others = append(others, name)
		}
	}
	if len(others) == 0 {
		return nil
	}
	slices.Sort(others)
	return fmt.Errorf("%s holds %s, which no manifest of entente lists and which would be written over; take another folder", s.folder,
		strings.Join(slices.Compact(others), ", "))
}

// changed tells of files of the old result that somebody has written into since: they are not ours to replace. A ledger
// grows by itself.
func (s *Shelf) changed(m Manifest) error {
	var faults []error
	for _, f := range m.Files {
		if _, err := m.Bytes(f.Name); errors.Is(err, errChanged) && !isLedger(s.path(f.Name)) {
			faults = append(faults, fmt.Errorf("%w, and would be replaced; move it away, or take another folder", err))
		}
	}
	return errors.Join(faults...)
}

// Add writes a file beside, to be moved in by Close.
func (s *Shelf) Add(name, about string, write func(io.Writer) error) error {
	again := func(f File) bool { return strings.EqualFold(f.Name, name) }
	if !plain(name) || strings.EqualFold(name, timingFile) || slices.ContainsFunc(s.files, again) {
		panic(fmt.Sprintf("shelf: %q is no name for a file of results, or was given twice", name))
	}
	if err := s.inTheWay([]string{name}); err != nil {
		return err
	}
	f := File{Name: name, About: about}
	if err := writeFile(s.path(filepath.Join(buildFolder, name)), func(out io.Writer) error {
		hash := sha256.New()
		counted := &counter{to: io.MultiWriter(out, hash)}
		err := write(counted)
		f.Bytes, f.Hash = counted.bytes, fmt.Sprintf("%x", hash.Sum(nil))
		return err
	}); err != nil {
		return fmt.Errorf("%s could not be written: %w", s.path(name), err)
	}
	s.files = append(s.files, f)
	return nil
}

// Close writes the manifest, moves the result in and lets the folder go, also if it fails. What fails before the move leaves the
// old result as it stands; what fails on the way is finished by the next command.
func (s *Shelf) Close(m Manifest) error {
	if err := s.finish(m); err != nil {
		return errors.Join(err, s.Abandon())
	}
	switch begun, err := s.swap(); {
	case err != nil && begun:
		return errors.Join(fmt.Errorf("the result is whole, but could not be moved into %s: %w; the next command into that folder "+
			"finishes this",
			s.folder, err), s.letGo())
	case err != nil:
		return errors.Join(err, s.Abandon())
	}
	return errors.Join(s.ledger.settle(m.Cut == ""), s.letGo())
}

// Abandon lets the folder go as it was found; what was played stays in the ledger. After Close it does nothing.
func (s *Shelf) Abandon() error {
	if s.left {
		return nil
	}
	return errors.Join(s.ledger.abandon(), os.RemoveAll(s.path(buildFolder)), s.letGo())
}

// letGo gives the lock back. Folders that were made for nothing go too.
func (s *Shelf) letGo() error {
	s.left = true
	err := s.lock.giveBack()
	for _, path := range s.made {
		if os.Remove(path) != nil { // something is in it
			break
		}
	}
	return err
}

// Ledger remembers what was played.
func (s *Shelf) Ledger() *Ledger { return s.ledger }
