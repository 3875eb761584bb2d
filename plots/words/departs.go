package words

// Departs says what departs from a scenario, where "path = value" would not tell it to who has not read how the inputs are made.
func Departs(override string) string {
	switch override {
	case "inputs = measured":
		return "inputs measured: no figure is coded by hand but geography, dates and what the leading power thinks"
	case "inputs = recoded":
		return "inputs recoded: stances are those of a second coder"
	}
	return override
}
