// Package theatre makes a scenario of any states and years from the data sets that the discipline shares, as their
// publishers lay them out. It measures what is measured and asks what has to be coded: a figure of the rubric is written
// as TODO with its question beside it, and so is a measured one for which the folder has nothing.
//
// No data set is shipped. The reader of each is a file of its own here; it knows the names under which its publisher and the
// R package peacesciencer (Miller) give it out, the columns of both, the codes for what is missing, and the codes of states.
//
//	Correlates of War   capabilities (NMC), dyadic trade, contiguity, militarized disputes, members of the state system
//	ATOP                treaties by member, or dyad by dyad
//	V-Dem               electoral democracy index
//	UN                  ideal points of Bailey, Strezhnev and Voeten
//	Archigos, REIGN     rulers and elections
//	Thompson            strategic rivalries
//	peacesciencer       coordinates of capitals; isard: simulated GDP
//
// A line that was measured has a comment that begins with Mark. [Data.Update] rewrites those lines and no others; whoever
// wants to keep a figure of their own takes the mark away.
package theatre

import "entente/scenarios"

// Mark begins the comment beside a measured figure.
const Mark = scenarios.Measured
