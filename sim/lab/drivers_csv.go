package lab

import (
	"io"
	"strconv"
)

// Tables are the answer as tidy CSV.
func (d *Drivers) Tables() []Table {
	return []Table{{"drivers.csv", "one row per scenario, state and year: the drivers, and what each adds", d.write}}
}

func (d *Drivers) write(out io.Writer) error {
	header := []string{"scenario", "state", "role", "year", "variable", "mean", "q05", "q95", "runs"}
	return Rows(out, header, func(row func(...string)) {
		for k := range d.Worlds {
			s := &d.Worlds[k]
			for i := range s.States {
				st := &s.States[i]
				for y, year := range s.Years {
					v := &st.Years[y]
					line := func(name string, b Range, runs int) {
						row(s.Scenario, st.ID, string(st.Role), year, name, Digits(b.Mean), Digits(b.Q05),
							Digits(b.Q95), strconv.Itoa(runs))
					}
					fixed := func(name string, mean float64) {
						row(s.Scenario, st.ID, string(st.Role), year, name, Digits(mean), "", "", strconv.Itoa(s.Runs))
					}
					line("threat", v.Threat, s.Runs)
					fixed("power", v.Power)
					fixed("proximity", v.Proximity)
					fixed("offence", v.Offence)
					line("intent", v.Intent, s.Runs)
					fixed("shock", v.Shock)
					line("trade_at_risk", v.Trade, s.Runs)
					fixed("changes_of_government", v.Turnover)
					fixed("spread", v.Spread)
					fixed("policy_volatility", v.Volatility)
					if v.Decided == 0 {
						continue
					}
					line("willing", v.Willing, v.Decided)
					line("threat_when_it_decides", v.Felt, v.Decided)
					line("utility", v.Utility, v.Decided)
					for _, a := range v.Adds {
						line(a.Driver.String()+"_adds_logits", a.Logits, v.Decided)
						line(a.Driver.String()+"_adds_chance", a.Chance, v.Decided)
					}
				}
			}
		}
	})
}

// aboutDrivers: what the columns of drivers, over runs mean.
func (l *wordList) aboutDrivers() {
	l.say("drivers.csv", "variable", "threat and its sources (power, proximity, offence, intent), shock: alarm of the worst shock that strikes, trade_at_risk, changes_of_government, spread between "+
		"parties, policy_volatility; willing: chance of being ready to sign; X_adds_logits and X_adds_chance: what would be missing "+
		"of utility and of that chance without X", "0 to 1; changes_of_government a year; utility and X_adds_logits in logits")
	l.say("drivers.csv", "mean", "over the runs, each by its mean over the year", "that of the variable")
}
