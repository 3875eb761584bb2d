package sim

// Diplomacy holds the constants of cooperation below a clause: how deep each rung is, and how ties grow and lapse.
// After Kinne (2018), "Defense Cooperation Agreements and the Emergence of a Global Security Network", International
// Organization 72(4): agreements spread through shared partners.
type Diplomacy struct {
	Exercises   float64 `toml:"exercises" range:"[0,1]" unit:"depth of joint exercises"`
	Capacity    float64 `toml:"capacity" range:"[0,1]" unit:"depth of capacity building"`
	Information float64 `toml:"information" range:"[0,1]" unit:"depth of information sharing"`
	Access      float64 `toml:"access" range:"[0,1]" unit:"depth of access and visiting forces"`
	Consult     float64 `toml:"consult" range:"[0,1]" unit:"depth of a promise to consult"`
	Defence     float64 `toml:"defence" range:"[0,1]" unit:"depth of a defence treaty that gives none of its own"`
	Rate        float64 `toml:"rate" range:"[0,20]" unit:"steps up the ladder a year, for a pair in full agreement under full threat"`
	Closure     float64 `toml:"closure" range:"[0,10]" unit:"rise of that rate when all partners are shared"`
	Lapse       float64 `toml:"lapse" range:"[0,2]" unit:"chance a year that a tie without shared threat falls a rung"`
	Minilateral float64 `toml:"minilateral" range:"[0,1]" unit:"chance that a tie which closes a triangle founds a trilateral"`
	Dormancy    float64 `toml:"dormancy" range:"[0,1]" unit:"chance a year that an arrangement falls asleep"`
	Dissolution float64 `toml:"dissolution" range:"[0,1]" unit:"chance a year that a defence treaty ends"`
}
