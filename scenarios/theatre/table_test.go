package theatre

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente/scenarios"
)

// A device that bears the name of a data set has no end: it is told and not read.
func TestADeviceIsNoDataSet(t *testing.T) {
	const endless = "/dev/zero"
	if _, err := os.Stat(endless); err != nil {
		t.Skip("there is no device without end here")
	}
	dir := t.TempDir()
	if err := os.Symlink(endless, filepath.Join(dir, "NMC-60-abridged.csv")); err != nil {
		t.Fatal(err)
	}
	told := make(chan error, 1)
	go func() {
		_, err := Read(t.Context(), dir)
		told <- err
	}()
	select {
	case err := <-told:
		if faults, ok := err.(scenarios.Faults); !ok || !strings.Contains(faults.Error(), "is a device, and only files are read") {
			t.Errorf("of a device it says %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("a device is read without end")
	}
}
