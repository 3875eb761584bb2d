package shelf

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
)

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

func there(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// openFile opens a file of results. A named pipe or a device is none: it may have no end, or keep whoever reads it waiting.
func openFile(path string) (*os.File, error) {
	i, err := os.Stat(path)
	if err == nil && !i.Mode().IsRegular() && !i.IsDir() {
		err = &fs.PathError{Op: "read", Path: path, Err: errors.New("a pipe or a device, and no file")}
	}
	if err != nil {
		return nil, err
	}
	return os.Open(path)
}

func readFile(path string) ([]byte, error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	f.Sync() // some systems cannot do this for a folder, which is no fault
	return f.Close()
}

func sorted(names map[string]bool) []string { return slices.Sorted(maps.Keys(names)) }

// WriteJSON writes JSON as people may want to read it.
func WriteJSON(out io.Writer, v any) error {
	j := json.NewEncoder(out)
	j.SetIndent("", " ")
	j.SetEscapeHTML(false)
	return j.Encode(v)
}
