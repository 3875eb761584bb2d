package shelf

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// A folder that cannot be written is told before anything is played, with what can be done; so is one whose lock is there already.
func TestAFolderThatCannotBeWrittenIsToldFirst(t *testing.T) {
	runtime.LockOSThread()                          // and never unlocked: the thread ends with the test
	if err := syscall.Setfsuid(65534); err != nil { // root may write anywhere
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "shelf")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	for _, has := range []string{"", lockFile} {
		closed := filepath.Join(dir, "closed"+has)
		if err := os.Mkdir(closed, 0o755); err != nil {
			t.Fatal(err)
		}
		if has != "" {
			put(t, closed, has, "")
		}
		if err := os.Chmod(closed, 0o555); err != nil {
			t.Fatal(err)
		}
		_, err := Open(closed, ask("entente one"))
		if err == nil || !strings.HasPrefix(err.Error(), "nothing can be written into "+closed) ||
			!strings.Contains(err.Error(), "take another folder") {
			t.Errorf("a closed folder with %q in it: %v", has, err)
		}
		if err := os.Chmod(closed, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}
