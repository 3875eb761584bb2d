package page

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/plots/page/class"
	"entente/sim"
	"entente/sim/lab"
)

func wordsOf(t *testing.T, code string) map[string]string {
	t.Helper()
	all, err := languages(parts)
	if err != nil {
		t.Fatal(err)
	}
	return all[code]
}

var fillsIn = regexp.MustCompile(`\{\w+\}`)

// ofNames tells whether a key is a name that scenarios write, which a language may call otherwise or give an article.
func ofNames(key string) bool {
	return strings.HasPrefix(key, "given.") || strings.HasPrefix(key, "the.")
}

// unlike says what a language lacks that English has, what it has that English lacks, and where it fills in other names.
func unlike(english, words map[string]string) (found []string) {
	filled := func(text string) []string {
		return slices.Compact(slices.Sorted(slices.Values(fillsIn.FindAllString(text, -1))))
	}
	for _, key := range slices.Sorted(maps.Keys(english)) {
		if text, ok := words[key]; ofNames(key) {
			continue
		} else if !ok {
			found = append(found, "no word for "+key)
		} else if !slices.Equal(filled(text), filled(english[key])) {
			found = append(found, fmt.Sprintf("%s fills in %v, and in English %v", key, filled(text), filled(english[key])))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if _, ok := english[key]; !ok && !ofNames(key) {
			found = append(found, "a word for "+key+", and English has none")
		}
	}
	return found
}

// Every language has the words that English has, and fills in the same names.
func TestLanguagesHaveTheSameWords(t *testing.T) {
	all, err := languages(parts)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 2 {
		t.Error("English is alone: nothing is compared")
	}
	for code, words := range all {
		for _, what := range unlike(all["en"], words) {
			t.Errorf("%s: %s", code, what)
		}
	}
}

// A file that is put beside the others is a language of the page; what it lacks, has too much or fills in otherwise is found.
func TestALanguageThatIsNotLikeTheOthersIsFound(t *testing.T) {
	all, err := languages(os.DirFS("testdata"))
	if err != nil {
		t.Fatal(err)
	}
	got := unlike(all["en"], all["xx"])
	if want := []string{"nav.back fills in [{from}], and in English [{to}]", "no word for no", "a word for perhaps, and English has none"}; !slices.Equal(got, want) {
		t.Errorf("it is found that %q, want %q", got, want)
	}
	site := Site{words: all}
	if text := site.dataTags(); !strings.Contains(text, `"language":"Xx"`) {
		t.Error("the page does not hold the language")
	}
}

// kinds are the keys that the page makes of what it is given, by how they begin.
func kinds() map[string][]string {
	var terms, theories, reasonIDs, mendIDs []string
	for k := range sim.NumTerms {
		terms = append(terms, sim.Term(k).String())
	}
	for _, theory := range sim.Theories() {
		theories = append(theories, theory.Name)
	}
	for _, r := range reasons {
		reasonIDs = append(reasonIDs, r.id, r.id+".more")
	}
	for _, m := range mends[1:] {
		mendIDs = append(mendIDs, m.id)
	}
	for _, name := range guessed {
		theories = append(theories, name+".says")
	}
	var events []string
	for _, e := range []lab.EventKind{lab.EventShock, lab.EventSigns, lab.EventRefused, lab.EventRatifies, lab.EventWithdraws, lab.EventSuspends,
		lab.EventReturns, lab.EventLeaves, lab.EventInForce, lab.EventEnds, lab.EventGovernment, lab.EventFounded} {
		events = append(events, string(e))
	}
	var standings []string
	for _, s := range []sim.Standing{sim.Weighs, sim.HasSigned, sim.IsMember, sim.SitsOut, sim.Barred, sim.Refused, sim.Uninvited, sim.Waits, sim.TooLate} {
		standings = append(standings, string(s))
	}
	levers := []string{"threat", "trade", "volatility", "ties", "friction", "stance"}
	var units []string
	for _, l := range levers {
		units = append(units, l, l+".unit")
	}
	var decided []string
	for _, path := range []string{"levers.JPN.stance", "levers.USA.stance", "levers.JPN.trade"} {
		decided = append(decided, path, path+".more")
	}
	var screens []string
	for _, s := range regexp.MustCompile(`\["(\d)", \w+\]`).FindAllStringSubmatch(string(part("site/main.js")), -1) {
		screens = append(screens, s[1])
	}
	var intros []string
	for _, m := range regexp.MustCompile(`intro\("(\w+)"\)`).FindAllStringSubmatch(string(part("site/story.js"))+string(part("site/trials.js")), -1) {
		intros = append(intros, m[1]+".title", m[1]+".lead")
	}
	var teaching []string
	for _, text := range class.Texts() {
		teaching = append(teaching, text.Name)
	}
	return map[string][]string{
		"": intros, "term.": terms, "theory.": theories, "reason.": reasonIDs, "mend.": mendIDs, "event.": events, "standing.": standings, "stands.": standings, "texts.": teaching, "lever.": units,
		"whatif.lever.": slices.DeleteFunc(slices.Clone(levers), func(l string) bool { return l == "volatility" }),
		"held.":         {string(sim.ByTooFew), string(sim.ByOthers)}, "side.": {"higher", "same", "lower"}, "episode.": {"V1", "V2", "V4", "V6"},
		"trouble.":       {"wasm", "old", "worker", "dead", "disk", "network", "scenario", "theory", "figure", "range", "whole", "idle", "state", "tick", "turn", "question", "model", "other"},
		"sandbox.shade.": {"chance", "stance"}, "decide.lever.": decided, "screen.": screens, "isnot.": {"title", "1", "2", "3", "4", "5"}, "sources.": {"title", "1", "2", "3", "4"},
	}
}

// Whatever the page says has a word, and no word is there that nobody says.
func TestEveryWordIsThereAndIsSaid(t *testing.T) {
	english := wordsOf(t, "en")
	said := map[string]bool{"language": true, "title": true, "skip": true, "noscript": true}
	all := ""
	for _, name := range modules {
		all += string(part("site/" + name + ".js"))
	}
	for key := range english {
		if strings.Contains(all, `"`+key+`"`) {
			said[key] = true
		}
	}
	for _, m := range regexp.MustCompile(`\bt\("([\w.-]+)"`).FindAllStringSubmatch(all, -1) {
		if english[m[1]] == "" {
			t.Errorf("the page says %s, and there is no word for it", m[1])
		}
	}
	for begins, ends := range kinds() {
		for _, end := range ends {
			said[begins+end] = true
			if english[begins+end] == "" {
				t.Errorf("the page may say %s, and there is no word for it", begins+end)
			}
		}
	}
	for key := range english {
		if !said[key] && !strings.HasPrefix(key, "term.says.") && !ofNames(key) {
			t.Errorf("nobody says %s", key)
		}
	}
	for key := range english {
		if term, ok := strings.CutPrefix(key, "term.says."); ok && !slices.Contains(kinds()["term."], term) {
			t.Errorf("%s is about no term", key)
		}
	}
}

// What is joined into one script names nothing twice, and leaves nothing of modules in it.
func TestTheScriptIsOne(t *testing.T) {
	text := string(script())
	if m := regexp.MustCompile(`(?m)^(import|export)\b.*$`).FindString(text); m != "" {
		t.Errorf("the script still says %q", m)
	}
	names := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^(?:async )?(?:const|let|class|function) (\w+)`).FindAllStringSubmatch(text, -1) {
		names[m[1]]++
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if names[name] > 1 {
			t.Errorf("%s is named in %d modules", name, names[name])
		}
	}
}

// Tiles keep their neighbours: no two share a cell, and the map is cut in the widest ocean.
func TestTilesKeepTheirNeighbours(t *testing.T) {
	states := map[string]sim.State{"JPN": {Latitude: 36, Longitude: 139}, "AUS": {Latitude: -35, Longitude: 149}, "USA": {Latitude: 39, Longitude: -77},
		"IND": {Latitude: 28, Longitude: 77}, "PHL": {Latitude: 14, Longitude: 121}, "NZL": {Latitude: -41, Longitude: 175}}
	ids := slices.Sorted(maps.Keys(states))
	at := tiles(states, ids, 3)
	taken := map[place]string{}
	for _, id := range ids {
		if other, ok := taken[at[id]]; ok {
			t.Errorf("%s and %s share a cell", id, other)
		}
		taken[at[id]] = id
	}
	if at["IND"].col > at["JPN"].col || at["JPN"].col > at["USA"].col {
		t.Errorf("from west to east lie India %v, Japan %v and the United States %v", at["IND"], at["JPN"], at["USA"])
	}
	if at["JPN"].row > at["AUS"].row || at["USA"].row > at["NZL"].row {
		t.Errorf("north is not up: Japan %v, Australia %v, the United States %v, New Zealand %v", at["JPN"], at["AUS"], at["USA"], at["NZL"])
	}
}
