package sim

// unsteadiness is the brake that the article sees in one's own changes of government. The record does not show it (see
// ODD.md), so its weight may take either sign.
//
//	volatility = -volatility × changes of government a year × spread
//
// By hand, volatility 1: of 0.3 changes a year between parties 0.5 apart, -0.15.
var unsteadiness = product(-1, policyVolatility)
