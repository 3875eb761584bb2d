package shelf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

func kindOf(column string) Kind {
	return map[string]Kind{"point": Whole, "seed": Unsigned, "draw": Perhaps, "x": Number}[column]
}

// A table that is written as Parquet is read back with its columns in their order, and with what is not known as not known.
func TestParquetIsTheTable(t *testing.T) {
	const head = "point,design,seed,x,draw\n"
	rows := []string{`0,"halton, or so",18446744073709551615,0.1,`, `1,halton,1,,7`, `2,,0,-1e-300,0`}
	for range 70_000 { // more than are written together
		rows = append(rows, fmt.Sprintf("%d,halton,1,%g,%d", len(rows), float64(len(rows))/3, len(rows)%200))
	}
	text := head + strings.Join(rows, "\n") + "\n"
	write := func() *bytes.Reader {
		var b bytes.Buffer
		if err := Parquet(&b, "runs", "1", func(out io.Writer) error { _, err := io.WriteString(out, text); return err }, kindOf); err != nil {
			t.Fatal(err)
		}
		return bytes.NewReader(b.Bytes())
	}
	first, second := write(), write()
	a, _ := io.ReadAll(first)
	b, _ := io.ReadAll(second)
	if !bytes.Equal(a, b) {
		t.Error("written twice it is not the same")
	}
	f, err := parquet.OpenFile(first, first.Size())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range f.Schema().Columns() {
		names = append(names, strings.Join(c, "."))
	}
	if got := strings.Join(names, ",") + "\n"; got != head {
		t.Errorf("its columns are %s", got)
	}
	if f.NumRows() != int64(len(rows)) || len(f.RowGroups()) < 2 {
		t.Errorf("it has %d rows in %d groups", f.NumRows(), len(f.RowGroups()))
	}
	n := 0
	for _, g := range f.RowGroups() {
		in := g.Rows()
		all := make([]parquet.Row, g.NumRows())
		if _, err := in.ReadRows(all); err != nil && !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		for _, row := range all {
			cells := make([]string, len(row))
			for k, v := range row {
				switch {
				case v.IsNull():
				case names[k] == "seed":
					cells[k] = fmt.Sprint(v.Uint64())
				case names[k] == "x":
					cells[k] = fmt.Sprintf("%g", v.Double())
				case names[k] == "design" && strings.Contains(v.String(), ","):
					cells[k] = `"` + v.String() + `"`
				default:
					cells[k] = v.String()
				}
			}
			if got := strings.Join(cells, ","); got != rows[n] && n < len(rows) {
				t.Fatalf("row %d is %s, want %s", n, got, rows[n])
			}
			n++
		}
		in.Close()
	}
	if n != len(rows) {
		t.Errorf("%d of %d rows are read back", n, len(rows))
	}
}

// A table that fails, or whose cells are not what its columns hold, is no Parquet.
func TestParquetOfAFault(t *testing.T) {
	fault := errors.New("the disk is full")
	for _, c := range []struct {
		table func(io.Writer) error
		want  string
	}{
		{func(out io.Writer) error { io.WriteString(out, "point,x\n1,2\n"); return fault }, "the disk is full"},
		{func(io.Writer) error { return fault }, "the disk is full"},
		{func(out io.Writer) error { _, err := io.WriteString(out, "point,x\n1,many\n"); return err }, "column x"},
		{func(out io.Writer) error { _, err := io.WriteString(out, "point,x\n,1\n"); return err }, "column point"},
	} {
		if err := Parquet(io.Discard, "runs", "1", c.table, kindOf); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("it is answered with %v, want %s", err, c.want)
		}
	}
}
