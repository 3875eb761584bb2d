package theatre

// questions stand beside figures that wait for their code. Their answers are the rungs of scenarios/RUBRIC.md.
var questions = map[string]string{
	"contest":            "what does %s dispute with it?",
	"autonomy_tradition": "is non-alignment its habit?",
	"stance":             "what has its government said of a clause with the leading power?",
	"centre":             "where is the middle of its party system, on the scale of stance?",
	"spread":             "how far apart are those who can govern?",
	"projection":         "where can it fight?",
	"friction":           "what is their quarrel?",
	"posture":            "how does it go about revision: grey-zone, overt, conciliatory or adaptive?",
	"offence":            "what offensive means has it?",
	"tempo":              "how many moves a year does it make against all whom it contests?",
	"move":               "how large is its usual move?",
	"retaliation":        "how often does it punish a signature in trade?",
	"depth":              "what does the text bind to?",
}

// rungs are the rubric's in short, for the head of a file.
var rungs = []struct{ key, text string }{
	{"contest", "0 nothing; 0.1 unease; 0.2 zones overlap; 0.35 a quiet dispute; 0.5 incidents in 5 years; 0.65 force used in 5 years; " +
		"0.8 populated land claimed, or deaths in 10 years; 1 its right to exist"},
	{"autonomy_tradition", "0 allied by consent, hosts forces; 0.2 allied or seeking it; 0.4 has declined clauses; 0.6 non-aligned by " +
		"policy; 0.8 by doctrine; 1 neutral by law"},
	{"stance", "-1 rejects it in principle; -0.5 has spoken against one; 0 silent or divided; 0.3 closer work but no clause; " +
		"0.6 has welcomed the idea; 1 proposes one"},
	{"spread", "0.1 consensus; 0.3 tone; 0.6 the opposition would reverse course; 0.8 it sides with the rival"},
	{"projection", "0 at home; 0.25 with its neighbours; 0.5 over its region; 0.75 in two regions; 1 anywhere"},
	{"friction", "0 none; 0.2 an old quarrel; 0.4 a live one, with diplomats; 0.6 ambassadors recalled, or populated land claimed; " +
		"0.8 war within a generation, or clashes in 10 years; 1 no recognition"},
	{"offence", "0.2 none beyond its borders; 0.5 takes what adjoins it; 0.8 could overrun or blockade the theatre; 1 also nuclear " +
		"arms that the defenders lack"},
	{"move", "0.05 patrols and notes; 0.15 ramming; 0.3 a place seized; 0.5 a satellite subverted; 0.7 blockade; 1 open war"},
	{"retaliation", "0.1 has no trade to stop; 0.5 has done it to about half; 0.8 to most"},
	{"depth", "0.3 consult; 0.5 meet the common danger; 0.7 an attack on all; 0.9 all aid in its power; 0.1 more where forces " +
		"rotate through, 0.2 where they are stationed"},
}
