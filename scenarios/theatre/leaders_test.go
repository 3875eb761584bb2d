package theatre

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

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
	}{{2005, 2010, 1, true}, {2010, 2015, 0, true}, {2014, 2019, 1, true}, {2016, 2021, 1, true}, {2017, 2022, 2, true},
		{2025, 2030, 0, false}} {
		n, years, ok := d.changes(polity(t, "USA"), sim.Date(c.from), sim.Date(c.to))
		if n != c.changes && ok || ok != c.ok {
			t.Errorf("from %d to %d there are %d changes in %.2f years (%v), want %d (%v)", c.from, c.to, n, years, ok, c.changes, c.ok)
		}
	}
}

var (
	counted = regexp.MustCompile(`^Archigos: (\d+) changes? May 1945-47, (\d+) to 1949, (\d+) in 1950-54$`)
	drawn   = regexp.MustCompile(`\((\d+) \+ 1\) / \(3 \+ 6.37\), Archigos 1946-48`)
)

// firstAfterWar are states in which the scenario counts the first government after the war as a change. Here who begins
// anew changes nothing.
var firstAfterWar = map[string]string{
	"DDR": "the scenario counts its first leader",
	"LUX": "the scenario counts the return from exile",
	"NLD": "the scenario counts the return from exile",
}

// Changes of leader are counted as they were by hand, but where the scenario counts who came first after the war.
func TestCountsChangesOfLeader(t *testing.T) {
	d := published(t)
	if d == nil {
		return
	}
	peace, _ := sim.ParseDate("1945-05-08")
	same := 0
	count := func(scenario, path string, from, to sim.Date, want string) {
		p, err := PolityOf(strings.Split(path, ".")[1])
		if err != nil {
			t.Fatal(err)
		}
		n, _, _ := d.changes(p, from, to)
		if first := firstAfterWar[p.ID]; first != "" && from == peace && to <= 1950 {
			if fmt.Sprint(n+1) != want {
				t.Errorf("%s: %s counts %s changes and not one more than the %d here, although %s", scenario, path, want, n, first)
			}
			return
		}
		if fmt.Sprint(n) != want {
			t.Errorf("%s: %s counts %s changes from %.2f to %.2f, and here they are %d", scenario, path, want,
				float64(from), float64(to), n)
			return
		}
		same++
	}
	europe, err := scenarios.Load("europe-1947", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	europe.Scenario.Given("states.*.volatility", func(path string, _ sim.Series) {
		cite, _ := europe.Cite(path)
		if m := counted.FindStringSubmatch(cite.Text); m != nil {
			count("europe-1947", path, peace, 1948, m[1])
			count("europe-1947", path, peace, 1950, m[2])
			count("europe-1947", path, 1950, 1955, m[3])
		}
	})
	asia, err := scenarios.Load("asia-1950", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	asia.Scenario.Given("states.*.volatility", func(path string, v sim.Series) {
		cite, _ := asia.Cite(path)
		m := drawn.FindStringSubmatch(cite.Text)
		if m == nil {
			return
		}
		count("asia-1950", path, 1946, 1949, m[1])
		n, _ := strconv.Atoi(m[1])
		if x := rate(n, 3); !rounds(x, v[0].Value) {
			t.Errorf("asia-1950: %s is %v there, and %v here", path, v[0].Value, x)
		}
	})
	t.Logf("%d counts are the same", same)
}
