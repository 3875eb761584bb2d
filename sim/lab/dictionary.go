package lab

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
)

// Column is what a column of a table means.
type Column struct {
	Name, Meaning, Unit string
	Shape, Low, High    string // of a factor of a study: how it is spread, and between which ends
}

// DictionaryFile says what the columns of the tables of a folder mean.
const DictionaryFile = "dictionary.csv"

// Columned is an answer some of whose tables have columns that no other answer has, such as the factors of a study.
type Columned interface {
	Columns(table string) []Column
}

// Dictionary is the table of what the columns of an answer's tables mean, of those in CSV. It asks the tables themselves which they
// have.
func Dictionary(of Answer, tables []Table) Table {
	return Table{DictionaryFile, "one row per column of each table: what it means, and in what unit", func(out io.Writer) error {
		words := columnWords()
		var rows [][]string
		factors := false
		for _, t := range tables {
			if !strings.HasSuffix(t.Name, ".csv") {
				continue
			}
			var h heading
			if err := t.Write(&h); err != nil {
				return err
			}
			var own []Column
			if c, ok := of.(Columned); ok {
				own = c.Columns(t.Name)
			}
			for _, name := range h.names() {
				c := meaning(words, t.Name, name, own)
				if c.Meaning == "" { // of a file that somebody brought
					continue
				}
				factors = factors || c.Shape != ""
				rows = append(rows, []string{t.Name, name, c.Meaning, c.Unit, c.Shape, c.Low, c.High})
			}
		}
		header := []string{"table", "column", "meaning", "unit", "distribution", "low", "high"}
		if !factors {
			header = header[:4]
		}
		return Rows(out, header, func(row func(...string)) {
			for _, cells := range rows {
				row(cells[:len(header)]...)
			}
		})
	}}
}

// heading takes from who writes a table what its columns are: Rows gives it them and no row.
type heading struct {
	columns []string
	text    bytes.Buffer // of a file that is not written by Rows
}

func (h *heading) Write(p []byte) (int, error) { return h.text.Write(p) }

// names are the columns; of a file that is not written by Rows, they stand in its first line that is no remark.
func (h *heading) names() []string {
	if h.columns != nil {
		return h.columns
	}
	in := csv.NewReader(&h.text)
	in.Comment = '#'
	header, _ := in.Read() // which has just been written
	return header
}

// meaning is what a column of a table means: by the answer itself, by what is said of that table, or of all.
func meaning(words []columnWord, table, name string, own []Column) Column {
	for _, c := range own {
		if c.Name == name {
			return c
		}
	}
	var found Column
	for _, w := range words {
		if w.Name != name {
			continue
		}
		for _, of := range strings.Fields(w.of) {
			if table == of || strings.HasSuffix(table, "-"+of) { // the name of a scenario may stand before it
				return w.Column
			}
		}
		if w.of == "" {
			found = w.Column
		}
	}
	return found
}
