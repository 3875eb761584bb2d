package shelf

import (
	"os"
	"path/filepath"
	"testing"
)

// Whatever stands in a ledger, the same question goes on from whole lines of it, or it is left as it is and told; what is noted then is recalled.
func FuzzLedger(f *testing.F) {
	head := newLedger("", ask("one"), nil).head
	body := `"cell, 1","{""a"":[1,2]}"`
	f.Add(head)
	f.Add(head + body + "," + checksum(body) + "\n")
	f.Add(head + body + "," + checksum(body) + "\ntorn")
	f.Add(head + "damaged,00000000\n\n\n\n")
	f.Add("# mine\n")
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		put(t, dir, usualLedger, text)
		s, err := Open(dir, ask("one"))
		if err != nil {
			if left := read(t, filepath.Join(dir, usualLedger)); left != text {
				t.Errorf("%v, and yet the file is now %q", err, left)
			}
			return
		}
		known := s.Ledger().Len()
		s.Ledger().Note("a key that nobody else has", "noted")
		if err := s.Abandon(); err != nil {
			t.Fatal(err)
		}
		s, err = Open(dir, ask("one"))
		if err != nil {
			t.Fatalf("what we wrote cannot be read again: %v", err)
		}
		defer s.Abandon()
		if v, ok := s.Ledger().Recall("a key that nobody else has"); !ok || v != "noted" || s.Ledger().Len() < known {
			t.Errorf("of %d lines and a note %d are left; the note is %q", known, s.Ledger().Len(), v)
		}
	})
}

// Whatever a folder says that it holds, it is read or refused, and a new result in it touches no file of others.
func FuzzManifest(f *testing.F) {
	folder := f.TempDir()
	if err := fill(folder, "entente one", 0); err != nil {
		f.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(folder, ManifestFile))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(text))
	f.Add(`{"version":"0.2.0","command":"entente x","files":[{"name":"../mine.txt"}]}`)
	f.Add(`{"version":"0.2.0","command":"entente x","files":[{"name":"mine.txt"}]}`)
	f.Add(`{"files":null,"worlds":[{"resolved":"/etc/passwd"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		around := t.TempDir()
		in := filepath.Join(around, "in")
		if err := os.Mkdir(in, 0o755); err != nil {
			t.Fatal(err)
		}
		put(t, around, "mine.txt", "mine")
		put(t, in, ManifestFile, text)
		if m, err := Read(in); err == nil {
			for _, file := range m.Files {
				if _, err := m.Bytes(file.Name); err != nil {
					t.Errorf("%q is read and has no %q: %v", text, file.Name, err)
				}
			}
		}
		if err := fill(in, "entente one", 0); err == nil {
			whole(t, in)
		}
		if read(t, filepath.Join(around, "mine.txt")) != "mine" {
			t.Errorf("%q reaches out of its folder", text)
		}
	})
}

// Whatever stands in the folder of blocks, it is those of a study as we write them, or none: what is read is what was written.
func FuzzBlocks(f *testing.F) {
	mark := StudyMark{"1", "as 7", "4", "none", "89ab", 3, "point,run,failed,x"}
	const rows = "0,0,,1\n1,1,\"a\n# crc32 b\",0\n"
	first := (&Blocks{Of: mark}).first(1)
	f.Add(mark.text(), first+rows+sumMark+checksum(rows)+"\n")
	f.Add(mark.text(), first+rows)
	f.Add(mark.text(), first+sumMark+checksum("")+"\n")
	f.Add(mark.text()+"blocks: 4\n", first)
	f.Add("entente: \nstudy: \nseed: \nposterior: \nread as: \ncolumns: \nblocks: -1\n", "# entente , study , seed , posterior , read as , block 1 of -1\n\n# crc32 00000000\n")
	f.Fuzz(func(t *testing.T, of, block string) {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, blocksFolder), 0o755); err != nil {
			t.Fatal(err)
		}
		put(t, dir, filepath.Join(blocksFolder, blocksOf), of)
		b, err := FindBlocks(dir)
		if err != nil {
			return
		}
		if b.Of.text() != of {
			t.Errorf("%q is taken for %q", of, b.Of.text())
		}
		put(t, b.folder, "block-000001.csv", block)
		rows, ok := b.Read(1)
		if !ok {
			return
		}
		if err := b.Write(1, rows); err != nil {
			t.Fatal(err)
		}
		if again := read(t, b.path(1)); again != block {
			t.Errorf("%q is read as %q, which is written as %q", block, rows, again)
		}
	})
}
