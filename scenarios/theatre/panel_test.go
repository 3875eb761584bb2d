package theatre

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

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
