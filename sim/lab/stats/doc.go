// Package stats is the arithmetic of answers: how often, how much, by how much two worlds differ, and who is to be
// thanked. It knows numbers and nothing of states, clauses or runs.
package stats
