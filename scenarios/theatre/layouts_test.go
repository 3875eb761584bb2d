package theatre

import (
	"maps"
	"strings"
	"testing"

	"entente/sim"
)

// Where a publisher gives one data set out in two forms, either will do; what a form does not hold is told.
func TestOtherForms(t *testing.T) {
	files := maps.Clone(asPublished)
	for _, name := range []string{"dyadic_mid_4.03.csv", "contdir.csv", "atop5_1m.csv"} {
		delete(files, name)
	}
	files["MIDB 5.0.csv"] = `dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,fatality,hiact,hostlev,orig,version
51,CHN,710,1,1,1950,1,6,1951,1,1,6,20,5,1,5
51,THI,800,1,1,1950,1,6,1951,0,0,4,17,4,1,5
51,PHI,840,1,1,1952,1,6,1952,0,0,4,17,4,1,5
52,THI,800,1,1,1952,1,1,1952,1,0,0,1,2,1,5
52,CHN,710,1,1,1952,1,1,1952,0,0,-9,1,2,1,5
60,THI,800,1,1,1955,1,1,1955,1,0,-9,15,4,1,5
60,PHI,840,1,1,1955,1,1,1955,0,0,0,15,4,1,5
60,USA,2,1,1,1955,1,1,1955,0,0,0,15,4,1,5
`
	files["contdird.csv"] = "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n800840,800,THI,840,PHI,1954,5,3.2\n2840,2,USA,840,PHI,1955,1,3.2\n"
	files["atop5_1ddyr.csv"] = `ddyad,stateA,stateB,year,atopally,defense,offense,neutral,nonagg,consul
2840,2,840,1953,1,1,0,0,1,1
840002,840,2,1953,1,0,0,0,1,1
2840,2,840,1954,1,1,0,0,1,1
840002,840,2,1954,1,0,0,0,1,1
2840,2,840,1955,1,1,0,0,1,1
840002,840,2,1955,1,1,0,0,1,1
800840,800,840,1954,1,0,0,0,0,1
840800,840,800,1954,1,0,0,0,0,0
2800,2,800,1954,1,0,0,1,1,0
2710,2,710,1956,0,0,0,0,0,0
`
	d := read(t, lay(t, files, false))
	a := manila(t)
	a.End = "1956"
	text := d.New(a).Text
	for _, c := range []struct{ why, lines string }{
		{"opponents in one dispute are a pair, the worst of either side counts",
			`contest.CHN = "TODO" # rubric: what does China dispute with it? Hints: 2 disputes 1944-53, force used in 1, deaths, the last in 1952 (MID v5.0); rivals 1949-1989 (Thompson)`},
		{"who came when the other had left is no opponent", "[states.PHL]"},
		{"who stood on one side is no pair, who stood on two is", "[relations.PHL-THA]\n" +
			`friction = "TODO" # rubric: what is their quarrel? Hints: 1 dispute 1954-56, force used in 1, the last in 1955 (MID v5.0); 400 miles of water between`},
		{"a one-sided promise has a guarantor, to the year in which it is mutual", "[ties.atop-defence-phl-usa-1953]\n" +
			"title = \"Defence pact of Philippines and United States\" # measured: ATOP dyads v5.1\n" +
			"members = [\"PHL\", \"USA\"] # measured: ATOP dyads v5.1\n" +
			"kind = \"defence\" # measured: ATOP dyads v5.1\n" +
			"guarantor = \"USA\" # measured: alone owes defence, ATOP dyads v5.1\n" +
			"since = 1953 # measured: ATOP dyads v5.1; or earlier: the file begins there\n" +
			"until = 1955-12-31 # measured: ATOP dyads v5.1"},
		{"a mutual one has none, and its day is the last of the year", "kind = \"defence\" # measured: ATOP dyads v5.1\n" +
			"since = 1955-12-31 # measured: ATOP dyads v5.1; the day is not on record: taken as the last of the year\nuntil = 1956 #"},
		{"one promise to consult is a tie to consult", "[ties.atop-consultation-phl-tha-1954]"},
	} {
		if !strings.Contains(text, "\n"+c.lines) {
			t.Errorf("%s: there is no\n%s", c.why, c.lines)
		}
	}
	for why, never := range map[string]string{
		"a promise not to attack is no tie":           "ties.atop-consultation-tha-usa",
		"of one side against a third is no quarrel":   "relations.PHL-USA",
		"a dispute that one joined later is its own":  "1 dispute 1944-53, force used in 1, deaths, the last in 1952",
		"what is one file is not said to be missing ": "MID                  not there",
	} {
		if strings.Contains(text, never) || strings.Contains(d.Told(), never) {
			t.Errorf("%s, and yet %q is written", why, never)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

// REIGN goes on where Archigos ends, and a change is counted once.
func TestRulersAfterArchigos(t *testing.T) {
	d := read(t, lay(t, map[string]string{
		"archigos_v41.csv":  "gwcode,startdate,enddate\n2,1944-01-01,2009-01-20\n2,2009-01-20,2015-12-31\n",
		"reign_leaders.csv": "stateabb,ccode,leader,sdate,smonth,syear,emonth,eyear\nUSA,2,Obama,20,1,2009,1,2017\nUSA,2,Trump,20,1,2017,1,2021\nUSA,2,Biden,20,1,2021,,\nCAN,20,Other,1,1,2018,3,2021\n",
	}, false))
	for _, c := range []struct {
		from, to int
		changes  int
		ok       bool
	}{{2005, 2010, 1, true}, {2010, 2015, 0, true}, {2014, 2019, 1, true}, {2016, 2021, 1, true}, {2017, 2022, 2, true}, {2025, 2030, 0, false}} {
		n, years, ok := d.changes(polity(t, "USA"), sim.Date(c.from), sim.Date(c.to))
		if n != c.changes && ok || ok != c.ok {
			t.Errorf("from %d to %d there are %d changes in %.2f years (%v), want %d (%v)", c.from, c.to, n, years, ok, c.changes, c.ok)
		}
	}
}
