package plots

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLook(t *testing.T) {
	for name, s := range oddities() {
		if only := os.Getenv("ONLY"); only != "" && !strings.Contains(","+only+",", ","+name+",") {
			continue
		}
		dir := filepath.Join("/tmp/look", strings.ReplaceAll(name, " ", "-"))
		os.MkdirAll(dir, 0o755)
		for _, n := range All(s) {
			if err := Save(context.Background(), dir, n.Name, n.Chart); err != nil {
				t.Fatal(err)
			}
		}
	}
}
