package words

import "entente/sim"

// Drivers are what the three drivers are called.
var Drivers = [sim.NumDrivers]string{sim.ThreatDriver: "threat", sim.TradeDriver: "trade at risk",
	sim.VolatilityDriver: "policy volatility"}
