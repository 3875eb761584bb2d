package words

import "testing"

func TestMonth(t *testing.T) {
	for _, c := range []struct {
		date float64
		want string
	}{{0, "never"}, {1949, "1949-01"}, {1949.26, "1949-04"}, {1949.999, "1949-12"}} {
		if got := Month(c.date); got != c.want {
			t.Errorf("%v is %s, want %s", c.date, got, c.want)
		}
	}
}
