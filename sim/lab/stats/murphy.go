package stats

// Bin is the forecasts of one tenth of the range of chances, beside what became of them.
type Bin struct {
	Low       float64 `json:"low"`             // the chances that it holds
	High      float64 `json:"high"`            // up to here, which only the last bin holds too
	Forecasts int     `json:"forecasts"`       // how many
	Mean      float64 `json:"mean"`            // of their chances
	Happened  float64 `json:"happened"`        // share of them that came true
	Trust     *Trust  `json:"trust,omitempty"` // how far its chances can be taken at their word
}

// Partition is what a Brier score is made of, after Murphy (1973, "A New Vector Partition of the Probability Score", Journal of
// Applied Meteorology 12(4)). Forecasts are sorted into bins k of n_k, with mean chance f_k and share that came true o_k; o is
// that share of all n.
//
//	Brier = reliability - resolution + uncertainty + within
//	reliability = Σ n_k (f_k - o_k)² / n     0 if chances mean what they say
//	resolution  = Σ n_k (o_k - o)² / n       how far they tell cases apart
//	uncertainty = o (1 - o)                  the Brier score of who says o for ever
//
// Murphy's forecasts have few values; of ours each may have its own, and within is what that adds in a bin (Stephenson, Coelho &
// Jolliffe 2008, "Two Extra Components in the Brier Score Decomposition", Weather and Forecasting 23(4)), so that the parts add up.
type Partition struct {
	Forecasts   int     `json:"forecasts"`        // how many
	Brier       float64 `json:"brier"`            // score, in [0, 1]; the next four make it up
	Reliability float64 `json:"reliability"`      // how far chances lie from what came true; 0 if they mean what they say
	Resolution  float64 `json:"resolution"`       // how far they tell cases apart: the more the better
	Uncertainty float64 `json:"uncertainty"`      // score of who foretells the share that came true for ever
	Within      float64 `json:"within"`           // what chances that differ within a bin add
	Bins        []Bin   `json:"bins"`             // those that hold a forecast
	Middle      *Middle `json:"middle,omitempty"` // all bins but the lowest and the highest together
}

// bins is into how many forecasts are sorted.
const bins = 10

// Murphy divides the Brier score of some chances by what came true.
func Murphy(chances []float64, truths []bool) Partition {
	p := Partition{Forecasts: len(chances), Bins: []Bin{}}
	if len(chances) == 0 {
		return p
	}
	var sorted [bins]Bin
	n, base := float64(len(chances)), 0.0
	for k, c := range chances {
		b := &sorted[min(int(c*bins), bins-1)]
		came := 0.0
		if truths[k] {
			came = 1
		}
		b.Forecasts++
		b.Mean += c
		b.Happened += came
		base += came / n
		p.Brier += float64((c-came)*(c-came)) / n
	}
	p.Uncertainty = base * (1 - base)
	for k, b := range sorted {
		if b.Forecasts == 0 {
			continue
		}
		count := float64(b.Forecasts)
		b.Low, b.High = float64(k)/bins, float64(k+1)/bins
		b.Mean, b.Happened = b.Mean/count, b.Happened/count
		p.Reliability += float64(count * (b.Mean - b.Happened) * (b.Mean - b.Happened) / n)
		p.Resolution += float64(count * (b.Happened - base) * (b.Happened - base) / n)
		p.Bins = append(p.Bins, b)
	}
	p.Within = p.Brier - p.Reliability + p.Resolution - p.Uncertainty
	return p
}
