package plots

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"gonum.org/v1/gonum/mathext"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// The summaries here are made up, so that the charts can be tested without the model: the states and where they lie are
// real, every other figure is drawn at random around a guess. They say nothing about the world.

// madeUpHead is that of a question that plays so many runs of each of some worlds, and says so by each.
func madeUpHead(question, each string, runs, worlds int) lab.Head {
	return lab.Head{
		Format: lab.Format, Question: question, Version: "0.0.0", Scenario: "made-up", Title: "A made-up scenario",
		Theory: sim.DefaultTheory,
		Clause: "pact", ClauseTitle: "a made-up defence pact", End: "1955Q4", Seed: 7, Unit: "run", Each: each, Asked: runs,
		Runs: runs, Played: runs * worlds,
		ToPlay: runs * worlds,
	}
}

// country is one made-up state: how willing it is (the chance that it signs in the end) and its part.
type country struct {
	id, name  string
	role      lab.Role
	lat, lon  float64
	willing   float64
	followers string // partners with whom it has ties at the start, "USA6 AUS5": id and rung
}

var pacific = []country{
	{"AUS", "Australia", lab.Founder, -35.3, 149.1, 0.41, "USA6 NZL6 JPN4 GBR3 PNG2 PHL4"},
	{"JPN", "Japan", lab.Founder, 35.7, 139.8, 0.22, "USA6 PHL4 KOR3 IND1 VNM2"},
	{"PHL", "Philippines", lab.Founder, 14.6, 121, 0.31, "USA6 VNM1 IND1"},
	{"USA", "United States", lab.Founder, 38.9, -77, 0.27, "KOR6 THA5 GBR6 CAN6 SGP4 FRA6 DEU6 NLD6 IND3"},
	{"GBR", "United Kingdom", lab.OpenTo, 51.5, -0.1, 0.05, "FRA6 DEU6 NLD6 CAN6"},
	{"KOR", "South Korea", lab.OpenTo, 37.6, 127, 0.04, ""},
	{"NZL", "New Zealand", lab.OpenTo, -41.3, 174.8, 0.03, "FJI2"},
	{"CAN", "Canada", lab.OpenTo, 45.4, -75.7, 0.02, "FRA6 DEU6"},
	{"DEU", "Germany", lab.Bystander, 52.5, 13.4, 0, "FRA6 NLD6"},
	{"FJI", "Fiji", lab.Bystander, -18.1, 178.4, 0, "AUS2"},
	{"FRA", "France", lab.Bystander, 48.9, 2.3, 0, "AUS3 NLD6"},
	{"IDN", "Indonesia", lab.Bystander, -6.2, 106.8, 0, "AUS5 SGP1"},
	{"IND", "India", lab.Bystander, 28.6, 77.2, 0, "AUS3 VNM2"},
	{"KHM", "Cambodia", lab.Bystander, 11.6, 104.9, 0, ""},
	{"LAO", "Laos", lab.Bystander, 18, 102.6, 0, ""},
	{"MMR", "Myanmar", lab.Bystander, 19.8, 96.1, 0, ""},
	{"MYS", "Malaysia", lab.Bystander, 3.2, 101.7, 0, "GBR5 AUS5 SGP5"},
	{"NLD", "Netherlands", lab.Bystander, 52.4, 4.9, 0, ""},
	{"PNG", "Papua New Guinea", lab.Bystander, -9.5, 147.2, 0, "USA4"},
	{"SGP", "Singapore", lab.Bystander, 1.4, 103.8, 0, "GBR5 AUS5 NZL5"},
	{"THA", "Thailand", lab.Bystander, 13.8, 100.5, 0, "SGP1"},
	{"TWN", "Taiwan", lab.Bystander, 25, 121.6, 0, "USA4"},
	{"VNM", "Vietnam", lab.Bystander, 21, 105.9, 0, ""},
	{"CHN", "China", lab.RivalRole, 40.2, 116.4, 0, "PRK6 KHM3 RUS3"},
	{"PRK", "North Korea", lab.RivalRole, 39, 125.7, 0, "RUS6"},
	{"RUS", "Russia", lab.RivalRole, 55.6, 37.6, 0, ""},
}

var europe = []country{
	{"BEL", "Belgium", lab.Founder, 50.8, 4.4, 0.95, "FRA6 GBR6 NLD6"},
	{"CAN", "Canada", lab.Founder, 45.4, -75.7, 0.9, "USA6"},
	{"DNK", "Denmark", lab.Founder, 55.7, 12.6, 0.8, ""},
	{"FRA", "France", lab.Founder, 48.9, 2.3, 0.94, "GBR6 NLD6"},
	{"GBR", "United Kingdom", lab.Founder, 51.5, -0.1, 0.97, "NLD6 USA3"},
	{"ISL", "Iceland", lab.Founder, 64.1, -21.9, 0.7, "USA4"},
	{"ITA", "Italy", lab.Founder, 41.9, 12.5, 0.82, ""},
	{"NLD", "Netherlands", lab.Founder, 52.4, 4.9, 0.96, ""},
	{"NOR", "Norway", lab.Founder, 59.9, 10.8, 0.86, "DNK1"},
	{"PRT", "Portugal", lab.Founder, 38.7, -9.1, 0.66, "GBR6"},
	{"USA", "United States", lab.Founder, 38.9, -77, 0.93, ""},
	{"GRC", "Greece", lab.OpenTo, 38, 23.7, 0.6, "USA2"},
	{"TUR", "Turkey", lab.OpenTo, 39.9, 32.9, 0.62, "USA2 GBR6"},
	{"SWE", "Sweden", lab.Bystander, 59.3, 18.1, 0, ""},
	{"CHE", "Switzerland", lab.Bystander, 46.9, 7.4, 0, ""},
	{"IRL", "Ireland", lab.Bystander, 53.3, -6.3, 0, ""},
	{"FIN", "Finland", lab.Bystander, 60.2, 24.9, 0, ""},
	{"AUT", "Austria", lab.Bystander, 48.2, 16.4, 0, ""},
	{"ESP", "Spain", lab.Bystander, 40.4, -3.7, 0, "PRT6"},
	{"RUS", "Soviet Union", lab.RivalRole, 55.6, 37.6, 0, "FIN6"},
}

// madeUp invents a summary over these countries.
func madeUp(countries []country, start float64, perYear, ticks, runs int) *lab.Summary {
	luck := rand.New(rand.NewPCG(1, 2))
	s := &lab.Summary{Head: madeUpHead("run", "", runs, 1)}
	for t := range ticks {
		date := start + float64(t)/float64(perYear)
		s.Dates = append(s.Dates, date)
		s.Labels = append(s.Labels, tickLabel(date, perYear))
		if t%perYear == perYear-1 || t == ticks-1 {
			s.YearEnds = append(s.YearEnds, t)
		}
	}
	index := map[string]bool{}
	for _, c := range countries {
		index[c.id] = true
	}
	all := 1.0
	for _, c := range countries {
		st := lab.StateSummary{ID: c.id, Name: c.name, Role: c.role, Latitude: c.lat, Longitude: c.lon}
		st.SignedBy = make([]stats.Share, ticks)
		for t := range ticks {
			st.SignedBy[t] = share(c.willing*rise(t, ticks, luck.Float64()*0.02), runs)
		}
		st.Signed = st.SignedBy[ticks-1]
		if st.Signed.Count > 0 {
			st.When = s.Labels[ticks/2]
		}
		if c.role == lab.Founder || c.role == lab.OpenTo {
			st.Decided = runs
			for i, guess := range [12]float64{1.9, 0.9, -1.2, -0.5, -1.1, -0.7, 0.4, -0.2, -0.15, -0.6} {
				st.Terms[i] = guess * (0.4 + 1.2*luck.Float64())
			}
			if luck.Float64() < 0.4 {
				st.Terms[sim.Home] *= -1
			}
			st.Utility = st.Terms.Sum()
		}
		if c.role == lab.Founder {
			all = min(all, c.willing)
		}
		s.States = append(s.States, st)
	}
	for t := range ticks {
		s.InForce = append(s.InForce, share(all*0.4*rise(t, ticks, 0.1), runs))
	}
	s.Web = madeUpWeb(countries, index, runs, luck)
	for kind := range 6 {
		var path []stats.Spread
		for t := range ticks {
			path = append(path, about(float64(kind%5)*(1+10*rise(t, ticks, 0.1*float64(kind))), 1)) // of two kinds there are none
		}
		s.Web.ByKind = append(s.Web.ByKind, path)
	}
	s.Coalitions, s.Sizes = madeUpCoalitions(s)
	return s
}

func tickLabel(date float64, perYear int) string {
	y := math.Floor(date + 1e-9)
	k := int((date-y)*float64(perYear)+0.5) + 1
	switch perYear {
	case 12:
		return fmt.Sprintf("%.0f-%02d", y, k)
	case 4:
		return fmt.Sprintf("%.0fQ%d", y, k)
	}
	return fmt.Sprintf("%.0f", y)
}

// rise climbs from 0 to 1, late by delay.
func rise(t, ticks int, delay float64) float64 {
	x := float64(t+1)/float64(ticks) - delay
	return 1 / (1 + math.Exp(-9*(x-0.5)))
}

// share is a count with its Clopper-Pearson interval.
func share(p float64, runs int) stats.Share {
	k := int(p*float64(runs) + 0.5)
	s := stats.Share{Count: k, Runs: runs, Mean: float64(k) / float64(runs), High: 1}
	if k > 0 {
		s.Low = mathext.InvRegIncBeta(float64(k), float64(runs-k+1), 0.025)
	}
	if k < runs {
		s.High = mathext.InvRegIncBeta(float64(k+1), float64(runs-k), 0.975)
	}
	return s
}

func madeUpWeb(countries []country, index map[string]bool, runs int, luck *rand.Rand) lab.Web {
	var w lab.Web
	start := map[[2]string]int{}
	for _, c := range countries {
		for _, f := range strings.Fields(c.followers) {
			if index[f[:3]] {
				start[pairOf(c.id, f[:3])] = int(f[3] - '0')
			}
		}
	}
	count := [2]float64{}
	deep := [2]float64{}
	for i, a := range countries {
		for _, b := range countries[i+1:] {
			pair := pairOf(a.id, b.id)
			rung := start[pair]
			grows := a.role != lab.RivalRole && b.role != lab.RivalRole && luck.Float64() < 0.22
			if rung == 0 && !grows {
				continue
			}
			end := rung
			if grows && rung < 5 {
				end = min(rung+1+luck.IntN(3), 5)
			}
			p := lab.Pair{A: pair[0], B: pair[1], Start: rung, End: float64(end)}
			p.Depth = [2]float64{float64(rung) / 8, float64(end) / 8}
			p.Rungs[end] = share(0.7, runs)
			p.Rungs[rung].Mean += 1 - p.Rungs[end].Mean
			w.Pairs = append(w.Pairs, p)
			for when, r := range []int{rung, end} {
				if r > 0 {
					count[when]++
				}
				if r >= 4 {
					deep[when]++
				}
			}
		}
	}
	for when := range 2 {
		w.Ties[when] = about(count[when], when)
		w.AccessOrMore[when] = about(deep[when], when)
	}
	add := func(title string, grew bool, end float64, members ...string) {
		for _, m := range members {
			if !index[m] {
				return
			}
		}
		w.Arrangements = append(w.Arrangements, lab.ArrangementEnd{
			Title: title, Members: members, Grew: grew, AtStart: !grew, AtEnd: share(end, runs),
		})
	}
	add("Quad", false, 0.93, "AUS", "IND", "JPN", "USA")
	add("AUKUS", false, 0.88, "AUS", "GBR", "USA")
	add("Five Power Defence Arrangements", false, 0.97, "AUS", "GBR", "MYS", "NZL", "SGP")
	add("Japan-Philippines-United States trilateral", false, 0.81, "JPN", "PHL", "USA")
	add("Japan-South Korea-United States trilateral", false, 0.44, "JPN", "KOR", "USA")
	add("AUS-JPN-PHL", true, 0.72, "AUS", "JPN", "PHL")
	add("AUS-FRA-NZL", true, 0.55, "AUS", "FRA", "NZL")
	add("AUS-IND-IDN", true, 0.12, "AUS", "IND", "IDN")
	add("Western Union", false, 0.9, "BEL", "FRA", "GBR", "NLD")
	w.Minilaterals = [2]stats.Spread{about(4, 0), about(6, 1)}
	return w
}

// madeUpCoalitions drop the least likely to sign of those whom the clause is offered to, one after the other.
func madeUpCoalitions(s *lab.Summary) (all []lab.Coalition, sizes []stats.Share) {
	var ids []string
	for _, st := range s.States {
		if st.Role == lab.Founder || st.Role == lab.OpenTo {
			ids = append(ids, st.ID)
		}
	}
	of := map[int]int{}
	for left := s.Runs / 3; len(ids) > 1 && left > 0; left /= 2 {
		all = append(all, lab.Coalition{Members: slices.Clone(ids), AtEnd: share(float64(left)/float64(s.Runs), s.Runs)})
		of[len(ids)] += left
		ids = ids[:len(ids)-1]
	}
	none := 1.0
	for k := 1; k <= len(s.States) && len(all) > 0 && k <= len(all[0].Members); k++ {
		none -= float64(of[k]) / float64(s.Runs)
	}
	sizes = []stats.Share{share(none, s.Runs)}
	for k := 1; len(all) > 0 && k <= len(all[0].Members); k++ {
		sizes = append(sizes, share(float64(of[k])/float64(s.Runs), s.Runs))
	}
	return all, sizes
}

func about(v float64, when int) stats.Spread {
	d := float64(when) * math.Round(0.15*v)
	return stats.Spread{Mean: v, Q05: v - d, Q25: v, Q50: v, Q75: v, Q95: v + d}
}

func pairOf(a, b string) [2]string {
	if b < a {
		a, b = b, a
	}
	return [2]string{a, b}
}

// pacificSummary is the summary that most tests draw: twenty-six states, eleven years of quarters, a thousand runs.
func pacificSummary() *lab.Summary { return madeUp(pacific, 2025, 4, 44, 1000) }

func europeSummary() *lab.Summary { return madeUp(europe, 1947, 4, 36, 400) }

// oddities are the summaries a chart may meet at the edge of what a scenario allows.
func oddities() map[string]*lab.Summary {
	odd := map[string]*lab.Summary{
		"pacific":        pacificSummary(),
		"europe":         europeSummary(),
		"one run":        madeUp(pacific, 2025, 4, 44, 1),
		"one tick":       madeUp(pacific, 2025, 1, 1, 50),
		"half a year":    madeUp(pacific, 2025, 12, 6, 50),
		"many ticks":     madeUp(pacific, 1800, 12, 3000, 200),
		"two states":     madeUp(europe[3:5], 1947, 4, 12, 30),
		"all one place":  madeUp(slices.Clone(europe[:5]), 1947, 4, 12, 30),
		"sixty states":   madeUp(sixty(), 2000, 1, 40, 300),
		"nobody decided": madeUp(europe, 1947, 4, 36, 400),
		"no web":         madeUp(pacific, 2025, 4, 44, 100),
		"never":          madeUp(pacific, 2025, 4, 44, 1000),
		"always":         madeUp(pacific, 2025, 4, 44, 1000),
		"long names":     madeUp(slices.Clone(pacific), 2025, 4, 44, 1000),
	}
	for i := range odd["all one place"].States {
		odd["all one place"].States[i].Latitude, odd["all one place"].States[i].Longitude = 0, 0
	}
	for i := range odd["nobody decided"].States {
		st := &odd["nobody decided"].States[i]
		st.Decided, st.Terms, st.Utility = 0, sim.Terms{}, 0
	}
	odd["no web"].Web = lab.Web{}
	odd["never"].Coalitions, odd["never"].Sizes = nil, []stats.Share{share(1, 1000)}
	for t := range odd["never"].InForce {
		odd["never"].InForce[t] = share(0, 1000)
		odd["always"].InForce[t] = share(1, 1000)
	}
	for i := range odd["never"].States {
		st := &odd["never"].States[i]
		st.Signed, st.When = share(0, 1000), ""
		for t := range st.SignedBy {
			st.SignedBy[t] = share(0, 1000)
		}
	}
	past := odd["europe"]
	past.InHistory = &lab.InHistory{InForce: 1949.64, Signed: map[string]float64{"BEL": 1949.25, "FRA": 1949.25, "GRC": 1952.1}}
	odd["no web"].InHistory = &lab.InHistory{Signed: map[string]float64{}}
	long := odd["long names"]
	for i := range long.States {
		long.States[i].Name = "The Federated and Most Serene Commonwealth of " + long.States[i].Name
	}
	long.ClauseTitle = "the Treaty of Amity, Cooperation, Mutual Assistance and Collective Self-Defence of the States " +
		"of the Western Pacific and of Adjacent Seas, with protocols (" + strings.Repeat("Donaudampfschiffahrt", 6) + ")"
	long.Scenario = strings.Repeat("a-long-scenario-name-", 8)
	return odd
}

// sixty states lie all over the world.
func sixty() []country {
	luck := rand.New(rand.NewPCG(3, 4))
	var all []country
	for i := range 60 {
		id := string([]byte{'A' + byte(i/26), 'A' + byte(i%26), 'X'})
		role := []lab.Role{lab.Founder, lab.OpenTo, lab.OpenTo, lab.Bystander, lab.RivalRole}[i%5]
		if i%10 == 3 {
			role = lab.OpenTo
		}
		all = append(all, country{
			id: id, name: "State of " + id, role: role, willing: luck.Float64(),
			lat: -50 + 110*luck.Float64(), lon: -180 + 360*luck.Float64(),
		})
	}
	return all
}
