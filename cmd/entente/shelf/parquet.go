package shelf

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// Kind is what a column of a table holds.
type Kind int

// The kinds. Of all but text and whole numbers a cell may be empty.
const (
	Text     Kind = iota
	Whole         // a whole number
	Unsigned      // a whole number that may take all of 64 bits, such as a seed
	Perhaps       // a whole number, or nothing
	Number        // a number, or nothing
)

// node is a column as Parquet has it. Nothing is packed: how tightly libraries pack differs from one processor to
// another. Values that come again and again are numbered, which packs most of it.
func (k Kind) node() parquet.Node {
	switch k {
	case Whole:
		return parquet.Encoded(parquet.Int(64), &parquet.DeltaBinaryPacked)
	case Unsigned:
		return parquet.Encoded(parquet.Uint(64), &parquet.RLEDictionary)
	case Perhaps:
		return parquet.Optional(parquet.Encoded(parquet.Int(64), &parquet.RLEDictionary))
	case Number:
		return parquet.Optional(parquet.Encoded(parquet.Leaf(parquet.DoubleType), &parquet.RLEDictionary))
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}

// value reads a cell.
func (k Kind) value(cell string) (parquet.Value, error) {
	switch {
	case k == Text:
		return parquet.ByteArrayValue([]byte(cell)), nil
	case cell == "" && (k == Perhaps || k == Number):
		return parquet.NullValue(), nil
	case k == Number:
		v, err := strconv.ParseFloat(cell, 64)
		return parquet.DoubleValue(v), err
	case k == Unsigned:
		v, err := strconv.ParseUint(cell, 10, 64)
		return parquet.Int64Value(int64(v)), err
	}
	v, err := strconv.ParseInt(cell, 10, 64)
	return parquet.Int64Value(v), err
}

// columns are those of a table in its own order, where the library sorts them by name.
type columns struct {
	parquet.Group
	names []string
}

// Fields are the columns.
func (c columns) Fields() []parquet.Field {
	fields := c.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int { return slices.Index(c.names, a.Name()) - slices.Index(c.names, b.Name()) })
	return fields
}

// rowsTogether is how many rows are written at a time, and held in memory.
const rowsTogether = 1 << 14

// Parquet writes a table, which is given as CSV, in the form of Apache Parquet with the same columns and rows. of tells
// what a column holds.
func Parquet(out io.Writer, name, version string, table func(io.Writer) error, of func(column string) Kind) error {
	from, to := io.Pipe()
	go func() { to.CloseWithError(table(to)) }()
	err := parquetOf(out, name, version, csv.NewReader(from), of)
	return errors.Join(err, from.CloseWithError(err)) // whoever writes the table does not wait for ever
}

func parquetOf(out io.Writer, name, version string, in *csv.Reader, of func(column string) Kind) error {
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	c := columns{Group: parquet.Group{}, names: slices.Clone(head)}
	kinds := make([]Kind, len(head))
	for k, column := range c.names {
		kinds[k] = of(column)
		c.Group[column] = kinds[k].node()
	}
	w := parquet.NewWriter(out, parquet.NewSchema(name, c), parquet.CreatedBy("entente", version, ""), parquet.MaxRowsPerRowGroup(rowsTogether))
	row := make(parquet.Row, len(kinds))
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return w.Close()
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for k, cell := range cells {
			v, err := kinds[k].value(cell)
			if err != nil {
				return fmt.Errorf("%s, column %s: %w", name, c.names[k], err)
			}
			defined := 0
			if !v.IsNull() && (kinds[k] == Perhaps || kinds[k] == Number) {
				defined = 1
			}
			row[k] = v.Level(0, defined, k)
		}
		if _, err := w.WriteRows([]parquet.Row{row}); err != nil {
			return err
		}
	}
}
