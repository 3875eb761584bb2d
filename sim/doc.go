// Package sim is the theory of Entente: state agents that weigh threat, trade with the rival and politics at home, and
// decide each tick whether to sign a collective-defence clause.
//
// It knows no files, flags, charts or clock. Begin with tick.go, the table of contents; each file holds one idea with
// its constants, its equation and its source. ODD.md beside this file describes the model by the ODD protocol. What
// needs no run, such as the stability of a network of alliances, is in the package networks below.
package sim

// Version is that of the model and its data: one version gives the same answers for the same scenario, seed and number
// of runs.
const Version = "0.3.0"
