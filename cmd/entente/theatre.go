package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/words"
	"entente/scenarios"
	"entente/scenarios/theatre"
	"entente/sim"
)

// What help says of it.
const (
	wordsTheatre = "Make a scenario of any states and years from the data sets you have"

	wordsTheatreLong = `Makes a scenario from a folder of data sets as their publishers give them out, and refreshes its figures when
they publish again. What is measured is written with its source and years; what the rubric asks is written
as TODO with its question.

  entente theatre new --start 1954 --end 1960 --rival CHN \
    --states THA,PHL,USA --data ~/data -o manila.toml
  entente validate manila.toml     lists each question with its line
  entente theatre update manila.toml --data ~/data`

	wordsTheatreNew = "Write the scenario of a theatre, with all that is measured and a question for all that is not"

	wordsTheatreNewLong = `Reads the data sets in a folder, and those below it, and writes the scenario of a theatre: each figure with its
source and years, each year where a straight line would blur a step, treaties, elections, and hints of
quarrels. What the rubric asks is written as TODO with its question, so that

  entente theatre new --start 1954 --end 1960 --rival CHN \
    --states THA,PHL,PAK,AUS,NZL,GBR,FRA,USA --data ~/data -o manila.toml
  entente validate manila.toml

lists just what is to be coded. What was missing, stale or carried is told on stderr, by state and figure.

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

	wordsTheatreUpdate = "Measure the figures of a scenario anew and leave what hands have written"

	wordsTheatreUpdateLong = `Measures anew each figure whose comment begins with "measured:", from the data sets in a folder. All other lines
stay byte for byte, and nothing is put in that is not there. To keep a figure of your own, take the mark
away. Twice over changes nothing.

  entente theatre update manila.toml --data ~/data`
)

func init() { verbs = append(verbs, theatreCommand) }

func theatreCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "theatre",
		Short: wordsTheatre,
		Long:  wordsTheatreLong,
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return usage("entente theatre needs to be told what to do: new or update; see `entente theatre --help`")
		},
	}
	c.AddCommand(theatreNewCommand(), theatreUpdateCommand())
	return c
}

// wanted is the theatre that the flags of `entente theatre new` describe.
type wanted struct {
	start, end, states, rivals, data, title, out string
}

func theatreNewCommand() *cobra.Command {
	var f wanted
	c := &cobra.Command{
		Use:   "new --states A,B --rival C --start YEAR --end YEAR",
		Short: wordsTheatreNew,
		Long:  wordsTheatreNewLong,
		Args:  cobra.NoArgs,
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
			where := "the scenario"
			if f.out == "" {
				if _, err := fmt.Fprint(c.OutOrStdout(), s.Text); err != nil {
					return err
				}
			} else {
				if err := writeNew(f.out, s.Text); err != nil {
					return err
				}
				where = f.out
			}
			talk := c.ErrOrStderr()
			fmt.Fprint(talk, d.Told())
			tellRemarks(c, s.Remarks)
			fmt.Fprintf(talk, "%s has %s and %s; %s to be given, each with its question beside it", where, words.Count(len(a.States)+len(a.Rivals), "state"),
				words.Count(s.Ties, "tie"), words.Count(s.ToCode, "value"))
			if f.out != "" {
				fmt.Fprintf(talk, ": `entente validate %s` lists them", words.Shell(f.out))
			}
			fmt.Fprintln(talk, ".")
			return nil
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.start, "start", "", "first `year` or date, as in 1954 or 1954Q3")
	flags.StringVar(&f.end, "end", "", "last `year` or date, included")
	flags.StringVar(&f.states, "states", "", "the `states`, by three letters of ISO 3166 with commas between: THA,PHL,USA")
	flags.StringVar(&f.rivals, "rival", "", "the `states` that they fear, one or several")
	flags.StringVar(&f.data, "data", "", "the `folder` with the data sets as their publishers give them out")
	flags.StringVar(&f.title, "title", "", "a `title` for the scenario; made of states and years if not given")
	flags.StringVarP(&f.out, "out", "o", "", "the `file` to write, which must not be there yet; printed if not given")
	return c
}

// ask holds the flags to what they must be, and tells all that is wrong with them at once.
func (f *wanted) ask() (*theatre.Ask, error) {
	var wrong []string
	fault := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	for _, needed := range []struct{ flag, value string }{{"start", f.start}, {"end", f.end}, {"states", f.states}, {"rival", f.rivals}, {"data", f.data}} {
		if strings.TrimSpace(needed.value) == "" {
			fault("--%s is not given", needed.flag)
		}
	}
	date := func(flag, text string) sim.Date {
		if text == "" {
			return 0
		}
		d, err := sim.ParseDate(text)
		if err != nil {
			fault("--%s: %v", flag, err)
		}
		return d
	}
	if start, end := date("start", f.start), date("end", f.end); start != 0 && end != 0 && end < start {
		fault("--end is %s, before --start, which is %s", f.end, f.start)
	}
	a := &theatre.Ask{Start: f.start, End: f.end, Title: f.title}
	seen := map[string]string{}
	named := func(flag, list string, into *[]*theatre.Polity) {
		for id := range strings.SplitSeq(list, ",") {
			id = strings.TrimSpace(id)
			if id == "" {
				continue
			}
			p, err := theatre.PolityOf(id)
			switch {
			case err != nil:
				fault("--%s: %v", flag, err)
			case seen[id] == flag:
				fault("--%s names %s twice", flag, id)
			case seen[id] == "":
				*into = append(*into, p)
			}
			seen[id] = flag
		}
	}
	named("rival", f.rivals, &a.Rivals)
	rivals := len(wrong)
	for _, r := range a.Rivals {
		seen[r.ID] = "as a rival" // who may stand among the states as well
	}
	named("states", f.states, &a.States)
	if len(wrong) == rivals && f.states != "" && len(a.States) < 2 {
		fault("--states must name at least two beside the rivals: a clause needs founders")
	}
	if f.out != "" {
		if _, err := os.Stat(f.out); err == nil {
			fault("-o: %s is there already; `entente theatre update` measures its figures anew", f.out)
		}
	}
	if f.data != "" {
		if info, err := os.Stat(f.data); err != nil || !info.IsDir() {
			fault("--data: there is no folder %s", f.data)
		}
	}
	if len(wrong) > 0 {
		return nil, usage("%s", strings.Join(wrong, "\n"))
	}
	if a.Title == "" {
		a.Title = fmt.Sprintf("%s against %s, %s-%s", namesOf(a.States), namesOf(a.Rivals), f.start, f.end)
	}
	return a, nil
}

// namesOf are a few states by name, the rest by number.
func namesOf(all []*theatre.Polity) string {
	var names []string
	for _, p := range all {
		names = append(names, p.Name)
	}
	const few = 4
	if len(names) > few {
		names = append(names[:few-1:few-1], fmt.Sprintf("%d others", len(all)-few+1))
	}
	return words.And(names)
}

func theatreUpdateCommand() *cobra.Command {
	var data string
	c := &cobra.Command{
		Use:   "update FILE --data FOLDER",
		Short: wordsTheatreUpdate,
		Long:  wordsTheatreUpdateLong,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("entente theatre update takes one file, a scenario of your own")
			}
			if info, err := os.Stat(data); data == "" || err != nil || !info.IsDir() {
				if data == "" {
					return usage("--data is not given")
				}
				return usage("--data: there is no folder %s", data)
			}
			file := args[0]
			text, err := scenarios.ReadFile(file)
			if errors.Is(err, fs.ErrNotExist) {
				return failure{exitScenario, fmt.Errorf("there is no file %s", file)}
			} else if err != nil {
				return failure{exitScenario, err}
			}
			d, err := theatreData(c, data)
			if err != nil {
				return err
			}
			u, err := d.Update(file, string(text))
			if err != nil {
				return failure{exitScenario, err}
			}
			if len(u.Changed) > 0 {
				if err := replace(file, u.Text); err != nil {
					return err
				}
			}
			talk := c.ErrOrStderr()
			fmt.Fprint(talk, d.Told())
			tellRemarks(c, u.Remarks)
			tellPaths(c, "Left as they were, since the data have nothing for them", u.Kept)
			tellPaths(c, "In the data and not in the file, and so left out", u.Absent)
			_, err = fmt.Fprintf(c.OutOrStdout(), "%s: %s changed.\n", file, words.Count(len(u.Changed), "measured line"))
			return err
		},
	}
	c.Flags().StringVar(&data, "data", "", "the `folder` with the data sets as their publishers give them out")
	return c
}

// theatreData reads the data sets of a folder; what is wrong with them is told as it stands, and the command exits with 3.
func theatreData(c *cobra.Command, folder string) (*theatre.Data, error) {
	var d *theatre.Data
	err := heard(c.Context(), func() (err error) {
		d, err = theatre.Read(c.Context(), filepath.Clean(folder))
		return err
	})
	if err != nil {
		return nil, unread(c, err)
	}
	return d, nil
}

func tellRemarks(c *cobra.Command, remarks []theatre.Remark) {
	if len(remarks) > 0 {
		fmt.Fprint(c.ErrOrStderr(), "Missing, stale or carried:\n", theatre.Listed(remarks))
	}
}

// tellPaths lists figures, those of several states in one line.
func tellPaths(c *cobra.Command, what string, paths []string) {
	if len(paths) == 0 {
		return
	}
	var remarks []theatre.Remark
	for _, p := range paths {
		table, rest, _ := strings.Cut(p, ".")
		id, key, _ := strings.Cut(rest, ".")
		if table != "states" {
			id, key = p, table
		}
		remarks = append(remarks, theatre.Remark{State: id, Figure: key})
	}
	fmt.Fprintf(c.ErrOrStderr(), "%s:\n%s", what, theatre.Listed(remarks))
}

// writeNew writes a file that must not be there yet.
func writeNew(name, text string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return usage("-o: %w", err)
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// replace puts a new text in the place of a file, all of it or nothing.
func replace(name, text string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".entente-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Chmod(info.Mode().Perm()), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
