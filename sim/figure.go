package sim

import (
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Figure is one number that a person may set, with what its struct tag says of it. It is found by the path that --set takes:
// states.JPN.commitment, levers.all.trade, clauses.ratner.depth, parameters.decision.security. It has four uses: a knob of
// calibration, a lever of a search, an input of an explanation, an axis of a study.
type Figure struct {
	Path  string  `json:"path"`            // as after --set
	Unit  string  `json:"unit"`            // what it counts
	Low   float64 `json:"low"`             // the closed interval in which it must lie
	High  float64 `json:"high"`            // its upper end
	Dated bool    `json:"dated,omitempty"` // it may move over time

	Rubric bool `json:"rubric,omitempty"` // no data set has it: it is coded by hand, by scenarios/RUBRIC.md, unless a scenario says otherwise

	Theory string  `json:"theory,omitempty"` // whose constant it is, if a rival theory's
	Open   bool    `json:"open,omitempty"`   // calibration may turn it, from the centre of what was believed before
	Prior  float64 `json:"prior,omitempty"`  // centre of what was believed before
	Spread float64 `json:"spread,omitempty"` // standard deviation of the prior, of the logarithm if the constant cannot be negative
	Why    string  `json:"why,omitempty"`    // what the centre says

	Idle    string `json:"idle,omitempty"`         // what to set instead, of a figure that no equation uses
	Through string `json:"through_term,omitempty"` // the term of decisions through which alone it acts by the article's rule

	missing float64 // what a figure that is not given means
	assumed bool    // so its tag says; without one nothing is given, or another figure stands for it
	rungs   string  // those of the rubric, from below
	terms   string  // of a constant that no rule owns: the terms of which it is a part

	postures string // of a rival, under which alone it acts; "": under any
}

// Row stands in the path of a kind of figure for the name of a state, a clause and so on.
const Row = "*"

// Figures lists all kinds of figure, in the order of Scenario. A kind has Row in its path where a figure has a name.
func Figures() []Figure { return slices.Clone(figures()) }

// figures are read off the struct tags once.
var figures = sync.OnceValue(func() (all []Figure) {
	walk(reflect.TypeFor[Scenario](), "", Figure{}, func(f Figure) { all = append(all, f) })
	return all
})

// FigureAt is the figure at a path, whether or not a scenario has rows of the names in it. ok is false if nothing there is
// a number with a range.
func FigureAt(path string) (f Figure, ok bool) {
	f, ok = figuresByPath()[KindOf(path)]
	if ok {
		f.Path = path
	}
	return f, ok
}

// KindOf is the path of the kind of figure at a path; nothing if nothing there is a number with a range.
func KindOf(path string) string {
	kinds, keys := figuresByPath(), strings.Split(path, ".")
	for _, names := range [][]int{{}, {1}, {1, 3}} { // the places in a path where a name may stand
		kind := slices.Clone(keys)
		for _, k := range names {
			if k < len(kind) {
				kind[k] = Row
			}
		}
		if whole := strings.Join(kind, "."); kinds[whole].Path != "" {
			return whole
		}
	}
	return ""
}

// Given visits the figures of a kind that a scenario gives, by path.
func (s *Scenario) Given(kind string, see func(path string, values Series)) {
	given(reflect.ValueOf(s).Elem(), "", strings.Split(kind, "."), see)
}

// given walks down the keys of a path, through all rows where it asks for a row, and shows each figure at its end.
func given(at reflect.Value, path string, keys []string, see func(string, Series)) {
	if len(keys) == 0 {
		switch x := at.Interface().(type) {
		case Series:
			if len(x) > 0 {
				see(path, x)
			}
		case float64:
			see(path, Const(x))
		case int:
			see(path, Const(float64(x)))
		}
		return
	}
	below := func(key string) {
		if v := under(at, key); v.IsValid() {
			given(v, strings.TrimPrefix(path+"."+key, "."), keys[1:], see)
		}
	}
	if keys[0] != Row {
		below(keys[0])
		return
	}
	var rows []string
	for _, k := range at.MapKeys() {
		rows = append(rows, k.String())
	}
	slices.Sort(rows)
	for _, k := range rows {
		below(k)
	}
}

// figuresByPath is Figures by path.
var figuresByPath = sync.OnceValue(func() map[string]Figure {
	kinds := map[string]Figure{}
	for _, f := range figures() {
		kinds[f.Path] = f
	}
	return kinds
})

// Within writes the range of a figure as its tag does: [0,1].
func (f Figure) Within() string {
	short := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	return "[" + short(f.Low) + "," + short(f.High) + "]"
}

// Rungs are the values that the rubric describes, from below; none of a figure that it does not code.
func (f Figure) Rungs() []float64 {
	var all []float64
	for text := range strings.FieldsSeq(f.rungs) {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			panic(fmt.Sprintf("sim: the rungs of a struct tag are %q", f.rungs))
		}
		all = append(all, v)
	}
	return all
}

// Muted is the constant, at 0, by which the rule of a scenario weighs the one term through which the figure acts there; "" if it
// acts. By a rival rule it is told of figures that act through that term in the article's.
func (f Figure) Muted(s *Scenario) (constant string) {
	var through Term
	if f.Through == "" {
		return ""
	}
	if err := through.UnmarshalText([]byte(f.Through)); err != nil {
		panic(err)
	}
	weight, ok := s.Parameters.WeightOf(s.Theory, through)
	if !ok || weight.At(s, s.Start) != 0 {
		return ""
	}
	return weight.Path
}

// Default is what a figure that is not given means; ok is false if its unit says what then holds, or it must be given.
func (f Figure) Default() (v float64, ok bool) { return f.missing, f.assumed }

// Series is the figure as a scenario has it: one point if it does not move, what a missing one means if it is not given.
func (f Figure) Series(s *Scenario) Series {
	v := reflect.ValueOf(s).Elem()
	for key := range strings.SplitSeq(f.Path, ".") {
		if v = under(v, key); !v.IsValid() {
			return Const(f.missing)
		}
	}
	switch x := v.Interface().(type) {
	case Series:
		if len(x) == 0 {
			return Const(f.missing)
		}
		return x
	case int:
		return Const(float64(x))
	}
	return Const(v.Float())
}

// In tells whether a scenario has the row that the figure stands in, so that it can be set: a lever needs a state, or Everyone.
func (f Figure) In(s *Scenario) bool {
	at := reflect.ValueOf(s).Elem()
	for key := range strings.SplitSeq(f.Path, ".") {
		rows := at.Kind() == reflect.Map
		lever := rows && at.Type().Elem() == reflect.TypeFor[Levers]()
		at = under(at, key)
		switch _, state := s.States[key]; {
		case at.IsValid():
		case lever:
			return state || key == Everyone
		default:
			return false
		}
	}
	return true
}

// At is the figure on a day.
func (f Figure) At(s *Scenario, d Date) float64 { return f.Series(s).At(d) }

// Set holds the figure at v, over the whole run if it may move. What the scenario shares with others is copied first. It
// panics if the scenario has no such row, but for a lever, which comes into being when it is pulled.
func (f Figure) Set(s *Scenario, v float64) {
	set(reflect.ValueOf(s).Elem(), strings.Split(f.Path, "."), f, v)
}

// set walks down the keys of a path and copies each map on the way before it changes it.
func set(at reflect.Value, keys []string, f Figure, x float64) {
	switch {
	case len(keys) == 0 && at.Type() == reflect.TypeFor[Series]():
		at.Set(reflect.ValueOf(Const(x)))
	case len(keys) == 0 && at.Kind() == reflect.Int:
		at.SetInt(int64(x))
	case len(keys) == 0:
		at.SetFloat(x)
	case at.Kind() == reflect.Map:
		rows := reflect.MakeMap(at.Type())
		for k, row := range at.Seq2() {
			rows.SetMapIndex(k, row)
		}
		name, row := reflect.ValueOf(keys[0]), reflect.New(at.Type().Elem()).Elem()
		if was := at.MapIndex(name); was.IsValid() {
			row.Set(was)
		} else if row.Kind() == reflect.Struct && row.Type() != reflect.TypeFor[Levers]() {
			panic("sim: no " + f.Path + " in the scenario to set")
		}
		set(row, keys[1:], f, x)
		rows.SetMapIndex(name, row)
		at.Set(rows)
	default:
		set(under(at, keys[0]), keys[1:], f, x)
	}
}

// under is what a key of a struct or a map holds; invalid if there is none.
func under(v reflect.Value, key string) reflect.Value {
	if v.Kind() == reflect.Map {
		return v.MapIndex(reflect.ValueOf(key))
	}
	for k := range v.NumField() {
		if v.Type().Field(k).Tag.Get("toml") == key {
			return v.Field(k)
		}
	}
	return reflect.Value{}
}

// walk visits the kinds of figure below a type: the one walk of the struct tags. so is what is known of all of them.
func walk(t reflect.Type, path string, so Figure, see func(Figure)) {
	for k := range t.NumField() {
		field, f := t.Field(k), so
		tag := field.Tag
		f.Path = strings.TrimPrefix(path+"."+tag.Get("toml"), ".")
		if tag.Get("theory") != "" {
			f.Theory = tag.Get("toml")
		}
		of := field.Type
		for of.Kind() == reflect.Map {
			of, f.Path = of.Elem(), f.Path+"."+Row
		}
		if tag.Get("range") != "" {
			f.Low, f.High = Range(tag)
			f.Unit, f.Why, f.Dated = tag.Get("unit"), tag.Get("why"), of == reflect.TypeFor[Series]()
			f.Rubric = strings.HasPrefix(f.Unit, "rubric:")
			f.missing, f.assumed = number(tag, "default")
			f.rungs, f.Idle, f.Through, f.terms, f.postures = tag.Get("rungs"), tag.Get("idle"), tag.Get("through"), tag.Get("terms"), tag.Get("postures")
			f.prior(tag)
			see(f)
		} else if of.Kind() == reflect.Struct {
			walk(of, f.Path, f, see)
		}
	}
}

// Range reads the range of a figure off its struct tag.
func Range(tag reflect.StructTag) (low, high float64) {
	text := tag.Get("range")
	from, to, _ := strings.Cut(strings.Trim(text, "[]"), ",")
	low, err := strconv.ParseFloat(from, 64)
	high, err2 := strconv.ParseFloat(to, 64)
	if err != nil || err2 != nil {
		panic(fmt.Sprintf("sim: the range of a struct tag is %q", text))
	}
	return low, high
}

// How far from the centre of its prior a constant may lie, one standard deviation, where its tag names no spread; both are judgement.
const (
	fourfold = 0.7 // of the natural logarithm of a weight, which may shrink or grow about fourfold within two of them
	either   = 1.5 // of a constant that may be negative, in its unit, logits: three to either side within two
)

// prior reads what was believed of a constant before.
func (f *Figure) prior(tag reflect.StructTag) {
	f.Prior, f.Open = number(tag, "prior")
	spread, given := number(tag, "spread")
	switch {
	case !f.Open:
	case given:
		f.Spread = spread
	case f.Low < 0:
		f.Spread = either
	default:
		f.Spread = fourfold
	}
}

// number reads a number off a struct tag; ok is false if there is none.
func number(tag reflect.StructTag, key string) (v float64, ok bool) {
	text := tag.Get(key)
	if text == "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(fmt.Sprintf("sim: the %s %q of a struct tag: %v", key, text, err))
	}
	return v, true
}

// figureOf is the constant that is kept at a place.
func (p *Parameters) figureOf(at *float64) Figure {
	groups := reflect.ValueOf(p).Elem()
	for g := range groups.NumField() {
		for k := range groups.Field(g).NumField() {
			if groups.Field(g).Field(k).Addr().Interface() == any(at) {
				group, key := groups.Type().Field(g), groups.Field(g).Type().Field(k)
				return figuresByPath()["parameters."+group.Tag.Get("toml")+"."+key.Tag.Get("toml")]
			}
		}
	}
	panic("sim: a rule weighs by a number that is no constant of the theory")
}

// rivalGroups visits the constants of the rival theories in their order, each with its tag.
func (p *Parameters) rivalGroups() iter.Seq2[reflect.StructTag, reflect.Value] {
	return func(yield func(reflect.StructTag, reflect.Value) bool) {
		groups := reflect.ValueOf(p).Elem()
		for k := range groups.NumField() {
			if tag := groups.Type().Field(k).Tag; tag.Get("theory") != "" && !yield(tag, groups.Field(k)) {
				return
			}
		}
	}
}
