package shelf

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What was noted is recalled by the next command that asks the same, and by no other.
func TestLedgerGoesOn(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, ask("one"))
	if err != nil {
		t.Fatal(err)
	}
	for k := range 5 {
		s.Ledger().Note(fmt.Sprint("cell, ", k), `{"a":[1,2],"b":"q""uote"}`)
	}
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(dir, ask("one"))
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := again.Ledger().Recall("cell, 3"); !ok || v != `{"a":[1,2],"b":"q""uote"}` || again.Ledger().Len() != 5 {
		t.Errorf("recalls %q of %d lines", v, again.Ledger().Len())
	}
	again.Abandon()
	other, err := Open(dir, ask("two"))
	if err != nil {
		t.Fatal(err)
	}
	if other.Ledger().Len() != 0 {
		t.Error("another question goes on with what is not its own")
	}
	if err := other.Close(Manifest{Version: "test", Command: "entente two"}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, usualLedger)); err == nil {
		t.Error("the ledger of a question that is answered whole is still there")
	}
}

// Cut at any byte, a ledger recalls whole lines only; damaged in its middle it is told with its line.
func TestLedgerCutOrDamaged(t *testing.T) {
	dir := t.TempDir()
	s, _ := Open(dir, ask("one"))
	for k := range 3 {
		s.Ledger().Note(fmt.Sprint(k), fmt.Sprint("value ", k))
	}
	s.Abandon()
	path := filepath.Join(dir, usualLedger)
	whole := read(t, path)
	for cut := len(ledgerMark); cut < len(whole); cut++ {
		os.WriteFile(path, []byte(whole[:cut]), 0o644)
		s, err := Open(dir, ask("one"))
		if err != nil {
			t.Fatalf("cut after %d bytes: %v", cut, err)
		}
		want := max(strings.Count(whole[:cut], "\n")-2, 0)
		if s.Ledger().Len() != want {
			t.Errorf("cut after %d bytes it recalls %d lines, want %d", cut, s.Ledger().Len(), want)
		}
		s.Ledger().Note("next", "value") // after what was torn is off
		s.Abandon()
		if s, err = Open(dir, ask("one")); err != nil {
			t.Fatalf("cut after %d bytes and gone on: %v", cut, err)
		}
		if s.Ledger().Len() != want+1 {
			t.Errorf("cut after %d bytes and gone on it recalls %d lines, want %d", cut, s.Ledger().Len(), want+1)
		}
		s.Abandon()
	}
	os.WriteFile(path, []byte(strings.Replace(whole, "value 2", "value 7", 1)), 0o644)
	last, err := Open(dir, ask("one"))
	if err != nil || last.Ledger().Len() != 2 {
		t.Fatalf("damaged at its end: %v", err)
	}
	last.Abandon()
	os.WriteFile(path, []byte(strings.Replace(whole, "value 1", "value 7", 1)), 0o644)
	if _, err := Open(dir, ask("one")); err == nil || !strings.Contains(err.Error(), usualLedger+":4: this line is damaged") {
		t.Errorf("damaged in its middle: %v", err)
	}
}

// A ledger that stays is a file of the result; one of another question is not thrown away.
func TestLedgerThatStays(t *testing.T) {
	dir := t.TempDir()
	q := ask("one")
	q.Ledger = Kept{Name: "trace.csv", About: "one row per trial", Columns: "trial,stage,distance"}
	s, err := Open(dir, q)
	if err != nil {
		t.Fatal(err)
	}
	s.Ledger().Note("0", "best,1.5")
	if err := s.Close(Manifest{Version: "test", Command: "entente one"}); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(dir, "trace.csv")); !strings.Contains(got, "\ntrial,stage,distance,crc32\n0,best,1.5,") {
		t.Errorf("the trace says %q", got)
	}
	if _, err := Read(dir); err != nil {
		t.Error(err)
	}
	s, err = Open(dir, q)
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := s.Ledger().Recall("0"); v != "best,1.5" {
		t.Errorf("recalls %q", v)
	}
	s.Abandon()
	q.Identity = "entente test, other"
	if _, err := Open(dir, q); err == nil || !strings.Contains(err.Error(), "another question") {
		t.Errorf("another calibration in the same folder: %v", err)
	}
	passing := ask("two") // a question whose ledger goes, and is left behind by a kill
	s, err = Open(dir, passing)
	if err != nil {
		t.Fatal(err)
	}
	s.Ledger().Note("a", "b")
	s.Abandon()
	q.Identity = "entente test, one"
	if s, err = Open(dir, q); err != nil {
		t.Fatal(err)
	}
	s.Abandon()
	if there(filepath.Join(dir, usualLedger)) {
		t.Error("a ledger that nobody asks for any more is still there")
	}
	put(t, dir, "trace.csv", "# entente test, other\ntrial,stage,distance,crc32\n")
	if s, err = Open(dir, q); err != nil {
		t.Fatalf("a trace in which nothing was noted stands in the way: %v", err)
	}
	s.Abandon()
	q.Identity = "entente test, other"
	for _, mine := range []string{"a,b\n1,2\n3,4\n", "x", "trial,stage\n", "", "#"} {
		dir := t.TempDir()
		os.WriteFile(filepath.Join(dir, "trace.csv"), []byte(mine), 0o644)
		if _, err := Open(dir, q); err == nil {
			t.Errorf("a file that says %q is taken for a trace", mine)
		}
		if read(t, filepath.Join(dir, "trace.csv")) != mine {
			t.Errorf("a file that said %q was changed", mine)
		}
	}
}

// What was noted is with the operating system at once: a kill loses no line.
func TestLedgerOutlivesItsWriter(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, ask("one"))
	if err != nil {
		t.Fatal(err)
	}
	odd := "a key\nof two lines, named so"
	s.Ledger().Note(odd, "[1,2]")
	s.Ledger().Note("other", "3")
	s.lock.held.Unlock() // as the system does for the dead
	again, err := Open(dir, ask("one"))
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := again.Ledger().Recall(odd); !ok || v != "[1,2]" || again.Ledger().Len() != 2 {
		t.Errorf("recalls %q of %d lines", v, again.Ledger().Len())
	}
	again.Abandon()
}

// A ledger that cannot be written does not cost the answer, if that is whole; where it is needed again the user is told.
func TestLedgerThatCannotBeKept(t *testing.T) {
	for _, c := range []struct {
		cut  string
		told bool
	}{{"", false}, {"interrupted", true}} {
		dir := t.TempDir()
		s, err := Open(dir, ask("entente one"))
		if err != nil {
			t.Fatal(err)
		}
		s.Ledger().Note("0", "kept")
		s.Ledger().file.Close() // it takes no more, as when a disk is full
		s.Ledger().Note("1", "lost")
		s.Ledger().file, _ = os.OpenFile(s.Ledger().path, os.O_APPEND|os.O_WRONLY, 0)
		s.Ledger().Note("2", "after room was made")
		if text := read(t, s.Ledger().path); strings.Contains(text, "room") {
			t.Errorf("a line follows one that may be torn:\n%s", text)
		}
		if v, ok := s.Ledger().Recall("1"); !ok || v != "lost" {
			t.Error("play does not go on")
		}
		err = s.Close(Manifest{Version: "test", Command: "entente one", Cut: c.cut})
		if (err != nil) != c.told {
			t.Errorf("cut %q: told %v", c.cut, err)
		}
		if _, err := Read(dir); err != nil {
			t.Errorf("cut %q: the answer is lost: %v", c.cut, err)
		}
	}
}

// A ledger in which nothing was noted is not left behind.
func TestLedgerWithNothingInIt(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, ask("entente one"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(Manifest{Version: "test", Command: "entente one", Cut: "interrupted"}); err != nil {
		t.Fatal(err)
	}
	if there(filepath.Join(dir, usualLedger)) {
		t.Error("it is")
	}
}

// A ledger that stays is a file of the result, and tells the same in whatever order its lines were noted.
func TestAKeptLedgerIsInOrder(t *testing.T) {
	var told []string
	for _, keys := range [][]string{{"chain-10", "chain-2", "best", "chain-1-3", "chain-1-20"}, {"best", "chain-1-20", "chain-2", "chain-1-3", "chain-10"}} {
		dir := filepath.Join(t.TempDir(), "out")
		q := ask("one")
		q.Ledger = Kept{Name: "trace.csv", About: "one row per trial", Columns: "trial,distance"}
		s, err := Open(dir, q)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			s.Ledger().Note(key, "1.5")
		}
		if err := s.Close(Manifest{Version: "test", Command: "entente one"}); err != nil {
			t.Fatal(err)
		}
		told = append(told, read(t, filepath.Join(dir, "trace.csv")))
	}
	if told[0] != told[1] {
		t.Errorf("noted in two orders, it tells\n%s\nand\n%s", told[0], told[1])
	}
	at := -1
	for _, key := range []string{"\nbest,", "\nchain-1-3,", "\nchain-1-20,", "\nchain-2,", "\nchain-10,"} {
		next := strings.Index(told[0], key)
		if next < at {
			t.Errorf("%q stands too early in\n%s", key, told[0])
		}
		at = next
	}
}
