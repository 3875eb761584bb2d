package lab

import "entente/sim"

// Works are the publications that the statistics of an answer rest on, each told where it is used.
func Works() []sim.Work {
	return []sim.Work{
		{Authors: []string{"Clopper", "Pearson"}, Year: 1934, Title: "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial",
			Journal: "Biometrika", Volume: "26", Number: "4", Pages: "404-413",
			For: "interval of luck of a chance"},
		{Authors: []string{"Brier"}, Year: 1950, Title: "Verification of Forecasts Expressed in Terms of Probability",
			Journal: "Monthly Weather Review", Volume: "78", Number: "1", Pages: "1-3", For: "score of chances"},
		{Authors: []string{"Shapley"}, Year: 1953, Title: "A Value for n-Person Games", Book: "Contributions to the Theory of Games II",
			Pages: "307-317", For: "parts of a gap"},
		{Authors: []string{"Koch"}, Year: 1967, Title: "A General Approach to the Estimation of Variance Components",
			Journal: "Technometrics", Volume: "9", Number: "1", For: "luck, constants and coding told apart"},
		{Authors: []string{"Cochran"}, Year: 1977, Title: "Sampling Techniques", Publisher: "Wiley", For: "interval of a part of a sweep"},
		{Authors: []string{"Künsch"}, Year: 1989, Title: "The Jackknife and the Bootstrap for General Stationary Observations",
			Journal: "The Annals of Statistics", Volume: "17", Number: "3", Pages: "1217-1241", For: "intervals of the shares of luck, constants and coding"},
		{Authors: []string{"Searle", "Casella", "McCulloch"}, Year: 1992, Title: "Variance Components", Publisher: "Wiley",
			For: "luck and constants told apart"},
		{Authors: []string{"Sobol"}, Year: 1993, Title: "Sensitivity Estimates for Nonlinear Mathematical Models",
			Journal: "Mathematical Modelling and Computational Experiments", Volume: "1", Number: "4", Pages: "407-414",
			For: "share of a figure"},
		{Authors: []string{"Jansen"}, Year: 1999, Title: "Analysis of Variance Designs for Model Output",
			Journal: "Computer Physics Communications", Volume: "117", Number: "1-2", Pages: "35-43", For: "total-order index"},
		{Authors: []string{"Agresti", "Min"}, Year: 2005,
			Title:   "Simple improved confidence intervals for comparing matched proportions",
			Journal: "Statistics in Medicine", Volume: "24", Number: "5", Pages: "729-740", For: "interval of a change"},
		{Authors: []string{"Castro", "Gómez", "Tejada"}, Year: 2009, Title: "Polynomial Calculation of the Shapley Value Based on Sampling",
			Journal: "Computers & Operations Research", Volume: "36", Number: "5", Pages: "1726-1730",
			For: "parts of a gap, sampled"},
		{Authors: []string{"Saltelli"}, Others: true, Year: 2010,
			Title:   "Variance Based Sensitivity Analysis of Model Output: Design and Estimator for the Total Sensitivity Index",
			Journal: "Computer Physics Communications", Volume: "181", Number: "2", Pages: "259-270", For: "first-order index and design"},
		{Authors: []string{"Shorrocks"}, Year: 2013,
			Title:   "Decomposition procedures for distributional analysis: a unified framework based on the Shapley value",
			Journal: "Journal of Economic Inequality", Volume: "11", Pages: "99-126", For: "parts of a gap"},
		{Authors: []string{"Mitchell"}, Others: true, Year: 2022, Title: "Sampling Permutations for Shapley Value Estimation",
			Journal: "Journal of Machine Learning Research", Volume: "23", Number: "43", For: "parts of a gap, sampled"},
		{Authors: []string{"Grimm"}, Others: true, Year: 2020,
			Title:   "The ODD Protocol for Describing Agent-Based and Other Simulation Models: A Second Update",
			Journal: "JASSS", Volume: "23", Number: "2", For: "how the model is described"},
	}
}
