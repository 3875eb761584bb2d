package theatre

import (
	"bytes"
	"compress/gzip"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entente/scenarios"
)

// The figures in these files are made up. Their names, headers and codes for what is missing are those of the publishers.

// asPublished are the data sets as they are downloaded.
var asPublished = map[string]string{
	"NMC-60-abridged.csv": `stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version
USA,2,1953,49621000,3555,0,0,0,0,0.31,6
USA,2,1954,42786000,3302,0,0,0,0,0.28,6
USA,2,1955,40518000,2935,0,0,0,0,0.27,6
THI,800,1953,57000,60,0,0,0,0,0.003,6
THI,800,1954,-9,60,0,0,0,0,0.003,6
THI,800,1955,41000,60,0,0,0,0,0.0035,6
PHI,840,1953,60000,60,0,0,0,0,0.002,6
PHI,840,1954,54000,60,0,0,0,0,-9,6
PHI,840,1955,53000,60,0,0,0,0,0.004,6
CHN,710,1953,2000000,3000,0,0,0,0,0.11,6
CHN,710,1954,2500000,3000,0,0,0,0,0.12,6
CHN,710,1955,2600000,3000,0,0,0,0,0.13,6
`,
	"COW_Trade_4.0/Dyadic_COW_4.0.csv": `ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,version
2,800,1954,United States of America,Thailand,50,30,50,4
2,840,1954,United States of America,Philippines,300,300,300,4
710,800,1954,China,Thailand,2,-9,2,4
710,840,1954,China,Philippines,-9,-9,-9,4
800,840,1954,Thailand,Philippines,10,8,10,4
2,710,1954,United States of America,China,0,0,0,4
`,
	"COW_Trade_4.0/National_COW_4.0.csv": "ccode,stateabb,year,imports,exports\n2,USA,1954,1,1\n",
	"V-Dem-CY-Core-v15.csv": `country_name,country_text_id,country_id,year,historical_date,project,COWcode,v2x_polyarchy,v2x_libdem
Thailand,THA,49,1953,1953-12-31,0,800,0.121,0.1
Thailand,THA,49,1954,1954-12-31,0,800,0.123,0.1
"Philippines, the",PHL,46,1954,1954-12-31,0,840,0.368,0.1
"Philippines, the",PHL,46,1955,1955-12-31,0,840,0.375,0.1
China,CHN,110,1954,1954-12-31,0,710,0.08,NA
United States of America,USA,20,1954,1954-12-31,0,2,0.609,0.6
Hong Kong,HKG,167,1954,1954-12-31,0,NA,0.1,0.1
`,
	"IdealpointestimatesAll_Jun2024.csv": `"","ccode","session","NVotesAll","IdealPointAll","IdealPointFP","iso3c","Countryname"
"1",2,9,40,1.9,1.7,"USA","United States"
"2",800,8,40,0.5,0.4,"THA","Thailand"
"3",800,9,40,0.6,0.4,"THA","Thailand"
"4",840,9,40,NA,NA,"PHL","Philippines"
"5",840,12,40,0.9,0.8,"PHL","Philippines"
"6",710,26,40,-1.9,-1.8,"CHN","China"
`,
	"arch_annual.txt": strings.ReplaceAll(`obsid	leadid	ccode	idacr	leader	startdate	eindate	enddate	eoutdate	entry	exit
USA-1945	A	2	USA	Truman	1945-04-12	x	1953-01-20	x	Regular	Regular
USA-1953	B	2	USA	Eisenhower	1953-01-20	x	1961-01-20	x	Regular	Regular
THI-1948	C	800	THI	Phibun	1948-04-08	x	1957-09-16	x	Irregular	Irregular
PHI-1946	D	840	PHI	Roxas	1946-07-04	x	1948-04-15	x	Regular	Natural Death
PHI-1948	E	840	PHI	Quirino	1948-04-17	x	1953-12-30	x	Regular	Regular
PHI-1953	F	840	PHI	Magsaysay	1953-12-30	x	1957-03-17	x	Regular	Natural Death
CHN-1949	G	710	CHN	Mao	1949-10-01	x	1976-09-09	x	Irregular	Natural Death
JPN-1948	H	740	JPN	Yoshida	15oct1948	x	10dec1954	x	Regular	Regular
OLD-1940	I	200	UKG	Older	1940-05-10	x	1945-07-26	x	Regular	Regular
`, "	x	", "	.	"),
	"reign_elections.csv": `ccode,electionnumber,country,elec_year,elec_month,elec_day,sequence,event,elecnum,type,direct,regular
840,1,Philippines,1953,11,10,1,"Vote, As Scheduled",1,X,Y,Y
840,2,Philippines,1955,3, ,1,Announced,2,X,Y,Y
840,2,Philippines,1955,11,8,2,"Vote, Early",2,X,Y,Y
840,2,Philippines,1955,11,22,3,"Vote, Early",2,X,Y,Y
840,3,Philippines,1954,5,1,1,"Vote, Early",3,R,Y,Y
800,1,Thailand,1954,2,26,1,"Vote, As Scheduled",4,L,Y,Y
`,
	"atop5_1m.csv": `atopid,atopphase,member,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,phase,defense,offense,neutral,nonagg,consul
3210,32100,2,1951,8,30,0,0,0,1,0,1,0,0,1,1
3210,32100,840,1951,8,30,0,0,0,1,0,1,0,0,1,1
3260,32601,2,1954,9,8,1977,6,30,0,1,1,0,0,1,1
3260,32601,800,1954,9,8,1977,6,30,0,1,1,0,0,1,1
3260,32602,2,1977,6,30,0,0,0,1,2,1,0,0,1,1
3260,32602,800,1977,6,30,0,0,0,1,2,1,0,0,1,1
9001,90010,800,1950,5,,0,0,0,1,0,0,0,0,0,1
9001,90010,840,1951,0,0,0,0,0,1,0,0,0,0,0,1
9002,90020,2,1940,1,1,1950,1,1,0,0,1,0,0,0,0
9002,90020,800,1940,1,1,1950,1,1,0,0,1,0,0,0,0
9003,90030,840,1952,1,1,0,0,0,1,0,0,0,0,0,0
9003,90030,2,1952,1,1,0,0,0,1,0,1,0,0,0,0
`,
	"dyadic_mid_4.03.csv": `disno,dyindex,statea,namea,stateb,nameb,strtyr,year,fatlev,highact,hihost
51,1,710,CHN,800,THI,1950,1950,6,20,5
51,1,710,CHN,800,THI,1950,1951,6,20,5
52,1,800,THI,710,CHN,1952,1952,0,1,2
60,1,800,THI,840,PHI,1955,1955,-9,15,4
`,
	"contdir.csv": `dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version
2840,2,USA,840,PHI,5,194607,201612,,3.2
800840,800,THI,840,PHI,5,194607,201612,,3.2
`,
	"tss_rivalries.csv": `tssr_id,rivalry,ccode1,ccode2,start,end
1,China-Thailand,710,800,1949,1989
2,China-US,2,710,1949,2020
3,China-Old,710,840,1900,1910
`,
	"capitals.csv": `ccode,statenme,capital,stdate,enddate,lat,lng
2,United States of America,Washington D.C.,1816-01-01,2024-12-31,38.895,-77.0365
800,Thailand,Bangkok,1816-01-01,2024-12-31,13.75,100.5
840,Philippines,Manila,1946-07-04,1948-07-16,14.59,120.98
840,Philippines,Quezon City,1948-07-17,1976-06-23,14.651,121.049
710,China,Beijing,1949-10-01,2024-12-31,40.19,116.41
`,
	"states2016.csv": `stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
USA,2,United States of America,1816,1,1,2016,12,31,2016
THI,800,Thailand,1887,5,8,2016,12,31,2016
PHI,840,Philippines,1946,7,4,2016,12,31,2016
CHN,710,China,1860,10,25,2016,12,31,2016
MAL,820,Malaysia,1957,8,31,2016,12,31,2016
RVN,817,Republic of Vietnam,1954,6,4,1975,4,30,2016
`,
	"gdp_pop_simulated.csv": `ccode,year,mrgdppc,pwtrgdp
2,1954,16000,3000000
800,1954,1500,30000
840,1954,1900,46000
710,1954,800,500000
`,
}

// asPackages are the same facts under the headers of peacesciencer and isard, two of them by the numbers of Gleditsch and Ward.
var asPackages = map[string]string{
	"cow_nmc.csv":          renamed(asPublished["NMC-60-abridged.csv"], "stateabb", "abb"),
	"cow_trade.csv":        asPublished["COW_Trade_4.0/Dyadic_COW_4.0.csv"],
	"democracy_gw.csv":     renamed(asPublished["V-Dem-CY-Core-v15.csv"], "COWcode", "gwcode"),
	"un_ideal_points.csv":  "iso3c,year,idealpointfp,idealpointall\nUSA,1954,1.7,1.9\nTHA,1953.0,0.4,0.5\nTHA,1954.0,0.4,0.6\nPHL,1957,0.8,0.9\nCHN,1971,-1.8,-1.9\n",
	"archigos.csv":         renamed(strings.ReplaceAll(asPublished["arch_annual.txt"], "\t", ";"), "ccode", "gwcode"),
	"reign_elections.csv":  asPublished["reign_elections.csv"],
	"atop_members.csv":     strings.ReplaceAll(asPublished["atop5_1m.csv"], ",0,0,0,1,", ",0.0,0.0,0.0,1,"),
	"gml_mid_dyadic.csv":   "dispnum,ccode1,ccode2,year,fatality,hostlev\n51,710,800,1950,6,5\n51,710,800,1951,6,5\n52,800,710,1952,0,2\n60,800,840,1955,NA,4\n",
	"cow_contiguity.csv":   "ccode1,ccode2,conttype,stdate,enddate\n2,840,5,1946-07-01,2016-12-01\n800,840,5,1946-07-01,2016-12-01\n",
	"tss_rivalries.csv":    renamed(asPublished["tss_rivalries.csv"], "start,end", "styear,endyear"),
	"capitals.csv":         asPublished["capitals.csv"],
	"cow_states.csv":       asPublished["states2016.csv"],
	"gdp_pop_isard.csv":    asPublished["gdp_pop_simulated.csv"],
	"unrelated/notes.txt":  "nothing to see here\n",
	"unrelated/leaders.md": "# no table\n",
}

// renamed gives a column of a header another name.
func renamed(text, column, name string) string { return strings.Replace(text, column, name, 1) }

// lay writes files into a folder of the test, each packed if asked.
func lay(t *testing.T, files map[string]string, pack bool) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		data := []byte(text)
		if pack && strings.HasSuffix(name, ".csv") {
			var b bytes.Buffer
			w := gzip.NewWriter(&b)
			if _, err := w.Write(data); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			name, data = name+".gz", b.Bytes()
		}
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func read(t *testing.T, folder string) *Data {
	t.Helper()
	d, err := Read(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// polity is a state that is there.
func polity(t *testing.T, id string) *Polity {
	t.Helper()
	p, err := PolityOf(id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// manila is a theatre of the files above.
func manila(t *testing.T) Ask {
	return Ask{Title: "Manila", Start: "1954", End: "1955", States: []*Polity{polity(t, "THA"), polity(t, "PHL"), polity(t, "USA")},
		Rivals: []*Polity{polity(t, "CHN")}}
}

// The publishers' files and those of the packages, packed or not, hold the same facts: they give the same figures.
func TestLayoutsAgree(t *testing.T) {
	figures := func(files map[string]string, pack bool) []string {
		var lines []string
		for line := range strings.Lines(read(t, lay(t, files, pack)).New(manila(t)).Text) {
			if !strings.HasPrefix(line, "#") {
				lines = append(lines, comment.ReplaceAllString(line, ""))
			}
		}
		return lines
	}
	want := figures(asPublished, false)
	for why, got := range map[string][]string{"packages": figures(asPackages, false), "packages, packed": figures(asPackages, true),
		"publishers, packed": figures(asPublished, true)} {
		for k := range min(len(got), len(want)) {
			if got[k] != want[k] {
				t.Errorf("%s: line %d is %s, want %s", why, k+1, got[k], want[k])
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d lines, want %d", why, len(got), len(want))
		}
	}
}

var comment = regexp.MustCompile(` # .*`)

// All that is wrong with the files of a folder is told at once, each with its line.
func TestFaultsOfData(t *testing.T) {
	folder := lay(t, map[string]string{
		"nmc.csv":          "ccode,year,cinc,milex\n2,1953,0.3,many\n2,1954,1.4,5\n2,nineteen,0.3,5\n2,1956\n",
		"vdem.csv":         "COWcode;year;v2x_polyarchy\n2;1953;0.6\n2;1954;6\n",
		"Archigos.csv":     "ccode,startdate,enddate\n2,1945-04-12,soon\n",
		"capitals.csv":     "ccode,capital,stdate,enddate,breadth,length\n",
		"contdir.gz":       "no table",
		"cow_trade.csv.gz": "\x1f\x8bnot gzip",
	}, false)
	_, err := Read(t.Context(), folder)
	var faults scenarios.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("the error is %v", err)
	}
	for _, want := range []string{
		"nmc.csv:2:12: milex is \"many\", must be a number",
		"nmc.csv:3:8: cinc is 1.4, must lie in [0, 1]",
		"nmc.csv:4:3: year is \"nineteen\", must be a number",
		"nmc.csv:5:1: the row has 2 columns and the header 4",
		"vdem.csv:3:8: v2x_polyarchy is 6, must lie in [0, 1]",
		"     3 | 2;1954;6",
		"Archigos.csv:2:14: enddate is \"soon\", must be a date",
		"capitals.csv:1:1: it is named like peacesciencer and lacks the column lat, lng",
		"cow_trade.csv.gz:1:1: it cannot be read",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("nobody says %s", want)
		}
	}
	if len(faults) != 8 {
		t.Errorf("there are %d faults, want 8", len(faults))
	}
	if t.Failed() {
		t.Log(err)
	}
}

// Of two versions the newer is read, and the other is told.
func TestTakesTheNewest(t *testing.T) {
	d := read(t, lay(t, map[string]string{
		"NMC_5_0.csv": "ccode,year,cinc\n2,1954,0.1\n", "NMC-60-abridged.csv": "ccode,year,cinc\n2,1954,0.2\n", "NMC-7.0.zip": "PK",
		"V-Dem-CY-Core-v15.dta": "x",
	}, false))
	if x, _ := d.capability.figure(polity(t, "USA"), 1954); x != 0.2 {
		t.Errorf("it is %v, which is of the older file", x)
	}
	for _, want := range []string{"COW NMC v6.0", "not taken: NMC_5_0.csv", "cannot be read: V-Dem-CY-Core-v15.dta",
		"not there: it gives polyarchy"} {
		if !strings.Contains(d.Told(), want) {
			t.Errorf("nobody says %q:\n%s", want, d.Told())
		}
	}
}

// A folder without any data set, and one that is not there, are told apart.
func TestNoData(t *testing.T) {
	if _, err := Read(t.Context(), filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "there is no folder") {
		t.Errorf("a folder that is not there: %v", err)
	}
	if _, err := Read(t.Context(), t.TempDir()); err == nil || !strings.Contains(err.Error(), "none of the data sets") {
		t.Errorf("an empty folder: %v", err)
	}
}

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

// published is where data sets lie that their publishers gave out. They are not ours to pass on, so a clone has none: then there is
// nothing to compare with, which is told and is no failure.
func published(t *testing.T) *Data {
	t.Helper()
	folder := os.Getenv("ENTENTE_DATA")
	if folder == "" {
		folder = "../../../shared/data/raw"
	}
	if _, err := os.Stat(folder); err != nil {
		t.Logf("no data sets at %s: nothing was compared. ENTENTE_DATA says where they are.", folder)
		return nil
	}
	d, err := Read(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
