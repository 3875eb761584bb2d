package scenarios

import _ "embed"

// Tournament is the shipped tournament, as `entente tournament --out` writes it: every fit with its weights and scores.
//
//go:embed tournament.csv
var Tournament string
