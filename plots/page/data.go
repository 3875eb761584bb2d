package page

import (
	"maps"
	"slices"
	"strings"

	"entente/plots/page/model"
	"entente/sim"
	"entente/sim/lab"
)

// Shown is a scenario that the page shows, with its figures, each with number, unit, range and source.
type Shown struct {
	sim.Scenario
	Figures *lab.Codebook
}

// scene is a scenario as the sandbox has it: what is shown of it, and the pack that is played.
type scene struct {
	Name    string      `json:"name"`
	Title   string      `json:"title"`
	Summary string      `json:"summary,omitempty"`
	Clause  string      `json:"clause"`
	ID      string      `json:"clause_id"`
	Patron  string      `json:"patron"`
	Theory  string      `json:"theory"`
	Cols    int         `json:"cols"`
	States  []tile      `json:"states"`
	Shocks  []shock     `json:"shocks"`
	Truth   *truth      `json:"truth,omitempty"` // nil if history has not spoken
	Figures [][]any     `json:"figures"`         // path, number or null, place of its unit, low, high, source, true if it moves over time
	Units   []string    `json:"units"`
	Pack    *model.Pack `json:"pack"`
}

// tile is a state on the map of tiles.
type tile struct {
	ID   string   `json:"id"`
	Name string   `json:"name"`
	Role lab.Role `json:"role"`
	Col  int      `json:"col"`
	Row  int      `json:"row"`
}

// shock is a dated shock, or one that strikes at random, with what it is called.
type shock struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Tick  int    `json:"tick"` // -1 of a random one
}

// truth is what became of the headline clause in history.
type truth struct {
	InForce bool            `json:"in_force"` // at the end
	Signed  map[string]bool `json:"signed"`   // by state whose part is known: whether it did
}

// columns is how many tiles lie side by side: with 16 pixels for three letters as many as a phone has room for.
const columns = 6

// tilesOf are the invited and the rivals of a world as tiles, invited first.
func tilesOf(w *sim.World) []tile {
	h := w.Headline()
	var all []tile
	for _, i := range lab.ByRole(w, h) {
		role := lab.RoleOf(w, h, i)
		if role.Invited() || role == lab.RivalRole {
			id := w.States[i]
			all = append(all, tile{ID: id, Name: w.Scenario.States[id].Name, Role: role})
		}
	}
	return laidOut(w, all)
}

// laidOut gives tiles their places.
func laidOut(w *sim.World, all []tile) []tile {
	var ids []string
	for _, t := range all {
		ids = append(ids, t.ID)
	}
	at := tiles(w.Scenario.States, ids, columns)
	for k := range all {
		all[k].Col, all[k].Row = at[all[k].ID].col, at[all[k].ID].row
	}
	return all
}

// sceneOf prepares a scenario for the sandbox.
func sceneOf(s Shown) scene {
	w := sim.NewWorld(s.Scenario)
	sc := scene{
		Name: s.Name, Title: s.Title, Summary: s.Summary, Clause: s.Clauses[s.Headline].Title, ID: s.Headline, Patron: s.StrongestFounder(),
		Theory: s.Theory, Cols: columns, States: tilesOf(w), Shocks: []shock{}, Pack: model.PackOf(s.Scenario),
	}
	for _, id := range slices.Sorted(maps.Keys(s.Shocks)) {
		x := shock{id, s.Shocks[id].Title, -1}
		if s.Shocks[id].Hazard == 0 {
			x.Tick = w.Calendar.Tick(s.Shocks[id].Date)
		}
		sc.Shocks = append(sc.Shocks, x)
	}
	sc.Truth = truthOf(w)
	for _, f := range s.Figures.Figures {
		if f.Idle != "" { // no equation uses it: moving it would show nothing
			continue
		}
		unit := slices.Index(sc.Units, f.Unit)
		if unit < 0 {
			unit, sc.Units = len(sc.Units), append(sc.Units, f.Unit)
		}
		source, _, _ := strings.Cut(f.Source, " [") // the line of a file that no reader of the page has
		figure := []any{f.Path, f.Value, unit, f.Low, f.High, source}
		if len(f.Numbers) > 0 {
			figure = append(figure, true)
		}
		sc.Figures = append(sc.Figures, figure)
	}
	return sc
}

// truthOf is what became of the headline clause of a world; nil if nobody knows.
func truthOf(w *sim.World) *truth {
	s := &w.Scenario
	record, ok := s.Truth[s.Headline]
	if !ok {
		return nil
	}
	c := s.Clauses[s.Headline]
	t := &truth{InForce: lab.InHistoryOf(s).Stands(), Signed: map[string]bool{}}
	for _, id := range record.Scored(&c) {
		_, t.Signed[id] = record.Signed[id]
	}
	return t
}
