package words

import "strings"

// Measured says what measured inputs leave to coding by hand.
const Measured = "stances from UN votes, and no figure coded by hand but geography, dates and what the leading power thinks"

// recode begins the override that has runs draw codings.
const recode = "recode = "

// Departs says what departs from a scenario, where "path = value" would not tell it to who has not read how the inputs are made.
func Departs(override string) string {
	switch override {
	case "inputs = measured":
		return "inputs measured: " + Measured
	case "coder = 2":
		return "coder 2: stances are those of a second coder"
	}
	if sd, ok := strings.CutPrefix(override, recode); ok {
		return "recode " + sd + ": each figure coded by hand is moved by an error of that standard deviation, anew in every five runs"
	}
	return override
}
