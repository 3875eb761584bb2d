package sim

// reluctance is the habit of not signing: the weight of leaving things as they are. It is the same for all clauses, so its measure is 1.
//
//	reluctance = -reluctance
var reluctance = product(-1)
