package words

import (
	"fmt"

	"entente/sim/lab"
)

// CanDiscover says why a study is not laid out to look for a box in; nil if it is.
func CanDiscover(st *lab.Study) error {
	if st.Design.Sample() {
		return nil
	}
	return fmt.Errorf("the design of %s is %s, whose points are no sample of the space of its factors, so that no share of them tells how "+
		"much of it is of interest: give it the design latin-hypercube, halton, sobol or saltelli", st.Study, st.Design)
}

// CanTellSensitivity says why a study is not laid out for indices or effects; nil if it is.
func CanTellSensitivity(st *lab.Study) error {
	if st.TellsSensitivity() {
		return nil
	}
	return fmt.Errorf("the design of %s is %s, from which neither Sobol's indices nor the effects of Morris can be told: give it the "+
		"design saltelli or morris, or sweep it to see how its outputs go with each factor", st.Study, st.Design)
}
