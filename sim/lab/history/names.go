package history

// The names that episodes call clauses and states by in the shipped scenarios. Nothing else here knows them.

const (
	washington  = "north-atlantic"
	seato       = "seato"
	pacificPact = "pacific-pact"
)

var (
	treaties   = []string{"dunkirk", "brussels", washington}                                           // of Western Europe, in the order in which they were signed
	doubtful   = []string{"IRL", "SWE", "ESP", "CHE", "FIN", "AUT", "PRT"}                             // at the edge of the treaty of 1949: all but the last stayed out
	latecomers = []string{"GRC", "TUR", "DEU", "ESP"}                                                  // to the same treaty: the first two came together, then one, then the other
	spokes     = []string{"anzus", "us-jpn", "us-kor", "us-phl", "us-roc"}                             // the American treaties on offer in Asia
	enemies    = []string{"JPN", "KOR"}                                                                // whom no clause bound to each other
	asian      = []string{"JPN", "KOR", "PHL", "THA", "SGP", "MYS", "IDN", "VNM", "TWN", "IND", "BRN"} // that count as Asian members
)
