package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
	"entente/scenarios/theatre"
)

// What help says of it.
const (
	wordsTheatreNew = "Write the scenario of a theatre, with all that is measured and a question for all that is not"

	wordsTheatreNewLong = `Reads the data sets in a folder, and those below it, and writes the scenario of a theatre:
each figure with its source and years, each year where a straight line would blur a step, treaties, elections, and
hints of quarrels. What the rubric asks is written as TODO with its question, so that entente validate lists just what
is to be coded. What was missing, stale or carried is told on stderr, by state and figure.

Files are known by their names, whatever their version, as text (.csv, .tsv, .tab, .txt) or packed with gzip, with the columns
of their publishers or of the R packages peacesciencer and isard:

  COW NMC             NMC-60-abridged.csv        capabilities, military spending
  COW trade           Dyadic_COW_4.0.csv         shares of trade, openness
  COW contiguity      contdir.csv                hints
  COW disputes        dyadic_mid_4.03.csv, MIDB 5.0.csv    hints
  COW states          states2016.csv             who is not yet a state
  ATOP                atop5_1m.csv, or atop5_1ddyr.csv by year alone
  V-Dem               V-Dem-CY-Core-v15.csv      electoral democracy
  UN ideal points     IdealpointestimatesAll_Jun2024.csv
  Archigos, REIGN     archigos_4.1.txt, reign_leaders.csv, reign_elections.csv
  Thompson            tss_rivalries.csv          hints
  isard               gdp_pop_simulated.csv      GDP (column pwtrgdp)
  peacesciencer       capitals.csv               coordinates

None is required. A figure for which there is nothing is a TODO like the others. States are named by three letters
of ISO 3166; those that ended are SUN, DDR, CSK, YUG, YMD and RVN (Saigon).`

	wordsTheatreNewExample = `  entente theatre new --start 1954 --end 1960 --rival CHN \
    --states THA,PHL,PAK,AUS,NZL,GBR,FRA,USA --data ~/data -o manila.toml`
)

// wanted is the theatre that the flags of `entente theatre new` describe.
type wanted struct {
	start, end, states, rivals, data, title, out string
}

func theatreNewCommand() *cobra.Command {
	var f wanted
	asJSON := false
	c := &cobra.Command{
		Use:     "new --states A,B --rival C --start YEAR --end YEAR",
		Short:   wordsTheatreNew,
		Long:    wordsTheatreNewLong,
		Example: wordsTheatreNewExample,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			a, err := f.ask()
			if err != nil {
				return err
			}
			d, err := theatreData(c, f.data)
			if err != nil {
				return err
			}
			s := d.New(*a)
			found, err := f.write(s)
			if err != nil {
				return err
			}
			found.States = len(a.States) + len(a.Rivals)
			fmt.Fprint(c.ErrOrStderr(), d.Told())
			tellRemarks(c, s.Remarks)
			fmt.Fprint(c.ErrOrStderr(), f.told(found))
			if asJSON {
				return shelf.WriteJSON(c.OutOrStdout(), found)
			}
			_, err = fmt.Fprint(c.OutOrStdout(), found.Text)
			return err
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.start, "start", "", "first `year` or date, as in 1954 or 1954Q3")
	flags.StringVar(&f.end, "end", "", "last `year` or date, included")
	flags.StringVar(&f.states, "states", "", "the `states`, by three letters of ISO 3166 with commas between: THA,PHL,USA")
	flags.StringVar(&f.rivals, "rival", "", "the `states` that they fear, one or several")
	flags.StringVar(&f.data, "data", "", "the `folder` with the data sets as their publishers give them out")
	flags.StringVar(&f.title, "title", "", "a `title` for the scenario; made of states and years if not given")
	flags.StringVarP(&f.out, "out", "o", "", "the `file` to write, which must not be there yet; printed if not given, or if it is -")
	jsonFlag(c, &asJSON)
	return c
}

// NewTheatre is a scenario that was made of data sets.
type NewTheatre struct {
	Written
	States  int              `json:"states"`  // how many it has, rivals included
	Ties    int              `json:"ties"`    // how many it has
	ToCode  int              `json:"to_code"` // figures that are left to be given, each with its question beside it
	Remarks []theatre.Remark `json:"remarks"` // what was missing, stale or carried
}

// write writes the scenario where it was asked for.
func (f *wanted) write(s theatre.Scenario) (NewTheatre, error) {
	found := NewTheatre{Written: newWritten("theatre new"), Ties: s.Ties, ToCode: s.ToCode, Remarks: append([]theatre.Remark{}, s.Remarks...)}
	if f.out == "" || f.out == toStdout {
		found.Text = s.Text
		return found, nil
	}
	if err := writeNew(f.out, s.Text); err != nil {
		return found, usage("-o: %w", err)
	}
	return found, found.add(f.out, "the scenario of a theatre")
}

// told says what the scenario holds, and what is left to give.
func (f *wanted) told(s NewTheatre) string {
	where, lists := "the scenario", ""
	if len(s.Files) > 0 {
		where, lists = f.out, fmt.Sprintf(": `entente validate %s` lists them", words.Shell(f.out))
	}
	return fmt.Sprintf("%s has %s and %s; %s to be given, each with its question beside it%s.\n", where,
		words.Count(s.States, "state"),
		words.Count(s.Ties, "tie"), words.Count(s.ToCode, "value"), lists)
}
