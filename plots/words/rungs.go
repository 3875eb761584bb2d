package words

// Rungs names the rungs of the ladder of cooperation.
var Rungs = [...]string{"none", "exercises", "capacity building", "information sharing", "access", "consultation", "defence"}
