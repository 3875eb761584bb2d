package lab

import (
	"io"
	"strings"
	"testing"
)

// aGame is an answer with columns of its own in one table.
type aGame struct{ RolePlay }

func (aGame) Columns(table string) []Column {
	if table != "said.csv" {
		return nil
	}
	return []Column{{Name: "chance", Meaning: "what is said of it here", Unit: "tosses"}}
}

// The dictionary asks each table for its header and for no row, and takes the word for the table before that for all.
func TestTheDictionaryIsOfTheColumnsThatTablesHave(t *testing.T) {
	of := func(name string, header ...string) Table {
		return Table{Name: name, Write: func(out io.Writer) error {
			return Rows(out, header, func(func(...string)) { t.Errorf("the dictionary has %s write its rows", name) })
		}}
	}
	var b strings.Builder
	d := Dictionary(&aGame{}, []Table{of("surface.csv", "x", "chance", "nobody"), of("asia-1991-claims.csv", "chance"), of("said.csv", "chance"),
		{Name: "brought.csv", Write: func(out io.Writer) error { _, err := io.WriteString(out, "# a remark\nrun,mine\n0,1\n"); return err }},
		of("points.parquet", "run")})
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	want := `table,column,meaning,unit
surface.csv,x,the first figure,that of the figure
surface.csv,chance,that the clause is in force at the end,0 to 1
asia-1991-claims.csv,chance,share of runs in which the claim came true,0 to 1
said.csv,chance,what is said of it here,tosses
brought.csv,run,"number of the run, from 0: with the seed its luck; runs of the same number have the same luck in all worlds",
`
	if b.String() != want {
		t.Errorf("the dictionary is\n%s\nwant\n%s", b.String(), want)
	}
}
