package sim

// Response holds the constants of what a rival does about a signature.
type Response struct {
	Worthwhile float64 `toml:"worthwhile" range:"[0,1]" unit:"trade with the rival as a share of GDP above which an adaptive rival thinks punishment worth it"`
	Sting      float64 `toml:"sting" range:"[0,1]" unit:"size of the alarm that coercion causes"`
	Courtship  float64 `toml:"courtship" range:"[0,2]" unit:"share a year by which courting lowers alarm and raises trade"`
}
