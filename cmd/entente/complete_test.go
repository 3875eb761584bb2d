package main

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// A shell proposes what may come next: names of scenarios, and of what is in the one on the line. It asks by a command of the
// library's, and each line is a word with what it means behind a tab; the last says what else the shell should do.
func TestCompletionProposes(t *testing.T) {
	const nothing, noSpace, noFile, files, csv, dirs = "", 2, 4, 0, 8, 16
	for _, c := range []struct {
		line  string // its last word is being typed
		want  string // words proposed, in their order; with ... behind them others may follow
		after int    // what the shell is told to do besides
	}{
		{"ru", "run", noFile},
		{"run pacific-2", "pacific-2025", files},
		{"run own/", nothing, files},
		{"run pacific-2025 ", nothing, noFile},
		{"compare pacific-2025 asia-19", "asia-1950 asia-1957 asia-1991", files},
		{"compare asia-1950 asia-1957 asia-19", "asia-1991", files},
		{"sweep tip", "tipping-2025", files},
		{"hindcast V1", "V1 V10 ...", files},
		{"schema scen", "scenario", noFile},
		{"landscape a", "csv", csv},
		{"merge ", nothing, dirs},
		{"list ", nothing, noFile},
		{"explain pacific-2025 --state J", "JPN", noFile},
		{"explain europe-1947 --state J", nothing, noFile},
		{"explain --state JP", "JPN", noFile}, // with no scenario yet, those of all
		{"explain pacific-2025 --at 2035", "2035Q1 2035Q2 ...", noFile},
		{"explain pacific-2025 --clause ", "jakarta pukpuk ratner", noFile},
		{"run pacific-2025 --theory power-", "power-balance power-disparity", noFile},
		{"run pacific-2025 --set states.JP", "states.JPN.", noSpace | noFile},
		{"run pacific-2025 --set states.JPN.st", "states.JPN.stance=", noSpace | noFile},
		{"run pacific-2025 --set levers.JPN.tr", "levers.JPN.trade=", noSpace | noFile},
		{"run pacific-2025 --set parameters.decision.re", "parameters.decision.reluctance=", noSpace | noFile},
		{"run --set levers.all.tr", "levers.all.trade=", noSpace | noFile},
		{"run pacific-2025 --set theory=war", "theory=war-stability", noFile},
		{"run pacific-2025 --set headline=", "headline=jakarta headline=pukpuk headline=ratner", noFile},
		{"run pacific-2025 --set tick=q", "tick=quarter", noFile},
		{"run pacific-2025 --set hea", "headline=", noSpace | noFile},
		{"run pacific-2025 --set states.JPN.military", nothing, noSpace | noFile},
		{"figures pacific-2025 states.PHL.sp", "states.PHL.spread", noSpace | noFile},
		{"run pacific-2025 --figure ", "column page slide", noFile},
		{"run pacific-2025 --font ", "sans serif", noFile},
		{"run pacific-2025 --text ", "real outlines", noFile},
		{"run pacific-2025 --format svg,p", "svg,pdf svg,png svg,pgf", noSpace | noFile},
		{"report pacific-2025 --without doubt,r", "doubt,record", noSpace | noFile},
		{"class re", "reader", noFile},
		{"plot in-force ", nothing, dirs},
		{"hindcast --inputs ", "coded measured", noFile},
		{"why pacific-2025 --mechanisms trade,fr", "trade,friction", noSpace | noFile},
		{"run pacific-2025 --out ", nothing, dirs},
		{"run pacific-2025 --runs ", nothing, noFile},
		{"run no-such --set states.", nothing, noSpace | noFile},
		{"theatre new --out", "--out", noFile},
	} {
		out, err := exec.Command("entente", append([]string{"__complete"}, strings.Split(c.line, " ")...)...).Output()
		if err != nil {
			t.Fatalf("entente %s: %v", c.line, err)
		}
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		var words []string
		for _, line := range lines[:len(lines)-1] {
			word, _, _ := strings.Cut(line, "\t")
			words = append(words, word)
		}
		got := strings.Join(words, " ")
		if want, more := strings.CutSuffix(c.want, " ..."); got != want && !(more && strings.HasPrefix(got, want)) {
			t.Errorf("for entente %s it proposes %q, want %q", c.line, got, c.want)
		}
		if after := lines[len(lines)-1]; after != ":"+strconv.Itoa(c.after) {
			t.Errorf("for entente %s the shell is told %s, want :%d", c.line, after, c.after)
		}
	}
}

// Each shell has its script; that of bash, loaded into one, completes a line as whoever types it sees.
func TestCompletionScripts(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		script, err := exec.Command("entente", "completion", shell).Output()
		if err != nil || !strings.Contains(string(script), "__complete") {
			t.Errorf("entente completion %s: %v, with %d bytes", shell, err, len(script))
		}
	}
	need(t, "bash")
	// The script leaves it to the package bash-completion to tell it the words of the line.
	out, err := exec.Command("bash", "-c", `_get_comp_words_by_ref() {
	cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} words=("${COMP_WORDS[@]}") cword=$COMP_CWORD
}
source <(entente completion bash)
COMP_WORDS=(entente run pacific-2025 --theory power-d) COMP_CWORD=4
COMP_LINE="${COMP_WORDS[*]}" COMP_POINT=${#COMP_LINE}
__start_entente 2>/dev/null
echo "${COMPREPLY[@]}"`).CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "power-disparity" {
		t.Errorf("bash completes to %q: %v", out, err)
	}
}
