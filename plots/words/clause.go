package words

import "entente/sim/lab"

// InForce says that a clause, by its title or what else it is called, is in force at an end.
func InForce(title, end string) string {
	return title + " " + lab.Is(title) + " in force at the end of " + end
}
