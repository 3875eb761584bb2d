package shelf

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// lock is what a writer holds. The operating system gives it back when its holder dies, whatever of.
type lock struct {
	path string
	held *flock.Flock // nil where the system knows no locks, as in a browser
}

// take makes the folder and its lock ours, or says who else writes there. A holder takes the file away before it gives the lock
// back, so whoever comes to hold a file that is gone begins again: two files would be two locks.
func (s *Shelf) take() error {
	for range patience {
		if err := s.make(); err != nil {
			return err
		}
		s.lock = &lock{path: s.path(lockFile)}
		l := flock.New(s.lock.path, flock.SetPermissions(0o644))
		locked, err := l.TryLock()
		switch opening := new(fs.PathError); {
		case errors.Is(err, errors.ErrUnsupported):
			return nil
		case errors.Is(err, fs.ErrNotExist):
			continue // the folder went in between, with a command that had made it for nothing
		case errors.As(err, &opening):
			return errors.Join(s.unwritable(err), s.letGo())
		case err != nil:
			return errors.Join(fmt.Errorf("%s cannot be locked against other commands: %w; take a folder on another disk", s.folder, err),
				s.letGo())
		case !locked:
			return fmt.Errorf("another command is writing into %s%s; wait for it to end, or take another folder", s.folder, s.other())
		}
		mine, err := l.Stat()
		if err != nil {
			return errors.Join(err, l.Unlock())
		}
		if named, err := os.Stat(s.lock.path); err == nil && os.SameFile(mine, named) {
			s.lock.held = l
			return nil
		}
		if err := l.Unlock(); err != nil {
			return err
		}
	}
	return fmt.Errorf("other commands keep writing into %s; wait for them to end, or take another folder", s.folder)
}

// patience is how often a lock is tried that others keep taking away.
const patience = 1000

// make makes the folder and those above it, and remembers which.
func (s *Shelf) make() error {
	s.made = nil
	for path := filepath.Clean(s.folder); !there(path); path = filepath.Dir(path) {
		if s.made = append(s.made, path); path == filepath.Dir(path) {
			break // a disk that is not there
		}
	}
	if err := os.MkdirAll(s.folder, 0o755); err != nil {
		return fmt.Errorf("no folder can be made there: %w; take another", err)
	}
	return nil
}

// other is what the other command asks, if it can be known.
func (s *Shelf) other() string {
	command, err := readFile(s.path(filepath.Join(buildFolder, commandFile)))
	if err != nil || len(command) == 0 {
		return ""
	}
	return ", `" + string(command) + "`"
}

// giveBack lets others write. The file goes first, while nobody else can hold it; a system that lets nobody take away a file that
// is open keeps it, which does no harm.
func (l *lock) giveBack() error {
	if l.held == nil {
		return nil
	}
	os.Remove(l.path)
	return l.held.Unlock()
}
