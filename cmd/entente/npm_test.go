package main

import (
	"os"
	"os/exec"
	"testing"
)

// installed is a folder with a package of npm in it, of one version, with all that it needs.
func installed(t *testing.T, name string) string {
	t.Helper()
	need(t, "npm")
	dir := t.TempDir()
	c := exec.Command("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", dir, name)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		if os.Getenv("ENTENTE_CI") != "" {
			t.Fatalf("%s cannot be installed: %v\n%s", name, err, out)
		}
		t.Skipf("%s cannot be installed: %v", name, err)
	}
	return dir
}
