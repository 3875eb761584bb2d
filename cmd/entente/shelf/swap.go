package shelf

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// recover brings a folder that a command was killed in to one side: a build with its manifest is whole and is moved in, any other
// is taken away.
func (s *Shelf) recover() error {
	build := s.path(buildFolder)
	if !there(build) {
		return nil
	}
	if there(filepath.Join(build, ManifestFile)) {
		if _, err := s.swap(); err != nil {
			return fmt.Errorf("an earlier command was stopped while it moved its result in, and this cannot be finished: %w; mend "+
				"that, or take another folder", err)
		}
		return nil
	}
	// The move of the manifest is the last: what is left of a build without one was moved in before, or never whole.
	if err := os.RemoveAll(build); err != nil {
		return fmt.Errorf("what an earlier command left in %s cannot be taken away: %w", s.folder, err)
	}
	return nil
}

// sweep takes away what version 0.2.0 left beside its results when it was killed.
func (s *Shelf) sweep() error {
	if len(s.ours) == 0 {
		return nil
	}
	left, err := os.ReadDir(s.folder)
	chartInTheMaking := regexp.MustCompile(`^\.chart-[0-9]+$`) // by version 0.2.0
	for _, e := range left {
		of, half := strings.CutSuffix(e.Name(), ".part")
		if half && (s.ours[of] || of == ManifestFile) || chartInTheMaking.MatchString(e.Name()) {
			err = errors.Join(err, os.Remove(s.path(e.Name())))
		}
	}
	return err
}

// finish makes the build whole. The manifest appears whole or not at all: it is what says so.
func (s *Shelf) finish(m Manifest) error {
	if err := s.ledger.close(s); err != nil {
		return err
	}
	m.Format, m.Files, m.Unhashed = manifestFormat, s.files, []string{timingFile}
	build := s.path(buildFolder)
	aside := filepath.Join(build, ManifestFile+".part")
	return errors.Join(writeFile(filepath.Join(build, timingFile), m.timing), writeFile(aside, m.write), syncFolder(build),
		os.Rename(aside, filepath.Join(build, ManifestFile)), syncFolder(build))
}

// swap moves a whole build in, and tells whether it began to.
func (s *Shelf) swap() (begun bool, err error) {
	steps, err := s.steps()
	if err != nil {
		return false, err
	}
	for n, step := range steps {
		if err := step(); err != nil {
			return n > 0, err
		}
	}
	return true, nil
}

// steps are what a swap does, in order. Each may have been done before, by a command that was killed, and does nothing then.
func (s *Shelf) steps() ([]func() error, error) {
	build, folder := func(name string) string { return s.path(filepath.Join(buildFolder, name)) }, s.path
	m, err := readManifest(build(ManifestFile))
	if err != nil {
		return nil, err
	}
	was, err := readManifest(build(oldManifest))
	if errors.Is(err, fs.ErrNotExist) {
		was, err = readManifest(folder(ManifestFile))
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	move := func(from, to string) func() error { return func() error { return unlessDone(os.Rename(from, to)) } }
	remove := func(path string) func() error { return func() error { return unlessDone(os.Remove(path)) } }
	onDisk := func(path string) func() error { return func() error { return syncFolder(path) } }

	steps := []func() error{move(folder(ManifestFile), build(oldManifest)), onDisk(s.folder)}
	names, old := m.names(), was.names()
	var waiting []string
	for _, name := range sorted(names) {
		if there(build(name)) {
			waiting = append(waiting, name)
		}
	}
	for _, name := range sorted(old) {
		if names[name] && !there(build(name)) {
			continue // moved in already
		}
		if i, err := os.Lstat(folder(name)); err == nil && i.IsDir() {
			return nil, fmt.Errorf("%s is a folder now, where a file of results was; take it away", folder(name))
		}
		steps = append(steps, remove(folder(name)))
	}
	s.ours = old
	for _, name := range waiting {
		if isLedger(folder(name)) { // which the file that waits goes on with
			s.ours[name] = true
		}
		steps = append(steps, move(build(name), folder(name)))
	}
	if err := s.inTheWay(waiting); err != nil {
		return nil, err
	}
	return append(steps, onDisk(s.folder), move(build(ManifestFile), folder(ManifestFile)), onDisk(s.folder),
		func() error { return os.RemoveAll(s.path(buildFolder)) }), nil
}

func unlessDone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
