package theatre

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

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

// rounds tells whether a figure rounds to the digits that a scenario prints.
func rounds(x, printed float64) bool {
	_, places, _ := strings.Cut(strconv.FormatFloat(printed, 'f', -1, 64), ".")
	return math.Abs(x-printed) <= 0.5*math.Pow10(-len(places))+1e-9
}

// The shipped scenarios were measured by hand from the same data sets. What is read here gives their figures again, but for those
// named with the reason why.
func TestReproducesWhatWasMeasured(t *testing.T) {
	d := published(t)
	if d == nil {
		return
	}
	var bloc []*Polity
	for _, id := range strings.Fields("SUN POL CSK HUN ROU BGR ALB DDR") {
		p, err := PolityOf(id)
		if err != nil {
			t.Fatal(err)
		}
		bloc = append(bloc, p)
	}
	panels := func(p *panel) func(*Polity, int) (float64, bool) { return p.figure }
	for _, c := range []struct {
		scenario string
		figures  map[string]func(*Polity, int) (float64, bool)
		least    int // how many figures must be the same, so that a scenario that lost its figures is noticed
		others   map[string]string
	}{
		{"pacific-2025", map[string]func(*Polity, int) (float64, bool){
			"capability": panels(d.capability), "polyarchy": panels(d.polyarchy), "ideal_point": panels(d.idealFinal),
			"latitude": latitude(d, 2025), "longitude": longitude(d, 2025),
		}, 150, map[string]string{
			"states.TWN.ideal_point": "it has no vote at the UN: a judgement",
		}},
		{"europe-1947", map[string]func(*Polity, int) (float64, bool){
			"capability": panels(d.capability), "polyarchy": panels(d.polyarchy), "ideal_point": panels(d.ideal), "gdp": panels(d.product),
			"military_spending": panels(d.military), "openness": d.openness,
			"trade.SUN": func(p *Polity, year int) (float64, bool) { return d.commerce.share(p, year, bloc...) },
			"latitude":  latitude(d, 1950), "longitude": longitude(d, 1950),
		}, 750, map[string]string{
			"states.CHE.ideal_point":       "it had no seat at the UN: a judgement",
			"states.ISL.military_spending": "it has no forces, and the data set no figure: the scenario has 0",
			"states.LUX.openness":          "its trade is on record with Belgium's: a judgement",
		}},
	} {
		l, err := scenarios.Load(c.scenario, scenarios.Options{})
		if err != nil {
			t.Fatal(err)
		}
		same := 0
		for key, at := range c.figures {
			l.Scenario.Given("states.*."+key, func(path string, values sim.Series) {
				p, err := PolityOf(strings.Split(path, ".")[1])
				if err != nil {
					t.Error(err)
					return
				}
				cite, _ := l.Cite(path)
				for _, v := range values {
					x, ok := at(p, int(v.Date))
					if v.Date == 0 {
						x, ok = mean(p, cite.Text, at)
					}
					switch why := c.others[path]; {
					case ok && rounds(x, v.Value) && why == "":
						same++
					case ok && rounds(x, v.Value):
						t.Errorf("%s: %s is the same, and yet it is said that %s", c.scenario, path, why)
					case why == "":
						t.Errorf("%s: %s of %v is %v there, and %v (%v) here; %s", c.scenario, path, v.Date, v.Value, x, ok, cite.Text)
					}
				}
			})
		}
		if same < c.least {
			t.Errorf("%s: only %d figures are the same", c.scenario, same)
		}
		t.Logf("%s: %d figures are the same", c.scenario, same)
	}
}

var aYear = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// mean is an undated figure: of the year that its comment names, or the mean of two.
func mean(p *Polity, comment string, at func(*Polity, int) (float64, bool)) (float64, bool) {
	sum, n := 0.0, 0
	years := aYear.FindAllString(strings.ReplaceAll(comment, "2011 US$", ""), -1)
	if len(years) == 0 {
		years = []string{"0"}
	}
	for _, y := range years {
		year, _ := strconv.Atoi(y)
		if x, ok := at(p, year); ok {
			sum, n = sum+x, n+1
		}
	}
	return sum / float64(n), n > 0
}

func latitude(d *Data, year int) func(*Polity, int) (float64, bool) {
	return func(p *Polity, _ int) (float64, bool) {
		at, _, ok := d.capital(p, sim.Date(year), sim.Date(year))
		return at.latitude, ok
	}
}

func longitude(d *Data, year int) func(*Polity, int) (float64, bool) {
	return func(p *Polity, _ int) (float64, bool) {
		at, _, ok := d.capital(p, sim.Date(year), sim.Date(year))
		return at.longitude, ok
	}
}

var (
	counted = regexp.MustCompile(`^Archigos: (\d+) changes? May 1945-47, (\d+) to 1949, (\d+) in 1950-54$`)
	drawn   = regexp.MustCompile(`\((\d+) \+ 1\) / \(3 \+ 6.37\), Archigos 1946-48`)
)

// firstAfterWar are states in which the scenario counts the first government after the war as a change. Here who begins anew changes
// nothing.
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
			t.Errorf("%s: %s counts %s changes from %.2f to %.2f, and here they are %d", scenario, path, want, float64(from), float64(to), n)
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

// Elections that the scenarios have from REIGN are found again.
func TestFindsElections(t *testing.T) {
	d := published(t)
	if d == nil {
		return
	}
	l, err := scenarios.Load("europe-1947", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	same := 0
	for id, s := range l.Scenario.States {
		p, err := PolityOf(id)
		if err != nil {
			t.Fatal(err)
		}
		var here []sim.Date
		for _, e := range d.elections(p, 1946, 1955) {
			here = append(here, e.at.date())
		}
		cite, _ := l.Cite("states." + id + ".elections")
		for k, day := range s.Elections {
			switch memory := k == 0 && strings.Contains(cite.Text, "the first from memory"); {
			case slices.Contains(here, day) != memory:
				same++
			case memory:
				t.Errorf("%s votes on %s by memory, and REIGN has it too", id, day.Text())
			default:
				t.Errorf("%s votes on %s in europe-1947, and never here; %s", id, day.Text(), cite.Text)
			}
		}
	}
	t.Logf("%d elections are the same", same)
}

// Defence treaties that the scenarios have from ATOP bind the same pair to the same, and the same state alone where it is one-sided.
func TestFindsTreaties(t *testing.T) {
	d := published(t)
	if d == nil {
		return
	}
	same := 0
	for _, name := range []string{"pacific-2025", "asia-1950", "europe-1947"} {
		l, err := scenarios.Load(name, scenarios.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for id, there := range l.Scenario.Ties {
			cite, _ := l.Cite("ties." + id + ".since")
			if !strings.Contains(cite.Text, "ATOP") || there.Kind != sim.Defence || there.Since > 2018 {
				continue
			}
			a, _ := PolityOf(there.Members[0])
			b, _ := PolityOf(there.Members[1])
			at := max(there.Since+1, 1946)
			found := slices.ContainsFunc(d.ties(a, b, at, at), func(x tie) bool {
				return x.kind == there.Kind && (x.guarantor == nil) == (there.Guarantor == "") && (x.guarantor == nil || x.guarantor.ID == there.Guarantor)
			})
			if !found {
				t.Errorf("%s: %s (%s) is not found: %v", name, id, cite.Text, d.ties(a, b, at, at))
				continue
			}
			same++
		}
	}
	t.Logf("%d treaties are the same", same)
}
