package scenarios

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
)

// decoder walks the layered scenario and sim.Scenario side by side, as the struct tags say.
type decoder struct {
	root   *node
	faults *collector
	of     string // what the file holds; "" for a scenario
}

var (
	seriesType = reflect.TypeFor[sim.Series]()
	courseType = reflect.TypeFor[sim.Course]()
	dateType   = reflect.TypeFor[sim.Date]()
)

// scenario fills s and checks it.
func (d *decoder) scenario(s *sim.Scenario) {
	d.table(d.root, reflect.ValueOf(s).Elem(), "")
	d.complete(s)
	d.check(s)
}

// read fills v from n. tag is what the field says of it, owner the table that n stands in.
func (d *decoder) read(n *node, v reflect.Value, tag reflect.StructTag, path string, owner *node) {
	switch {
	case v.Type() == seriesType:
		v.Set(reflect.ValueOf(d.series(n, tag, path)))
	case v.Type() == courseType:
		v.Set(reflect.ValueOf(d.course(n, tag, path, owner)))
	case v.Type() == dateType:
		v.SetFloat(float64(d.date(n, path)))
	case v.Kind() == reflect.Slice:
		d.list(n, v, tag, path, owner)
	case v.Kind() == reflect.Map:
		d.named(n, v, tag, path, owner)
	case v.Kind() == reflect.Struct:
		d.table(n, v, path)
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.table(n, v.Elem(), path)
	case v.Kind() == reflect.String:
		v.SetString(d.word(n, tag, path, owner))
	case v.Kind() == reflect.Float64:
		v.SetFloat(d.float(n, tag, path))
	case v.Kind() == reflect.Int:
		v.SetInt(d.integer(n, tag, path))
	default:
		panic(fmt.Sprintf("no scenario holds a %s", v.Type()))
	}
}

// table fills a struct.
func (d *decoder) table(n *node, v reflect.Value, path string) {
	if n.table == nil {
		d.faults.value(n, path, "is %s, must be a table", n.kind())
		return
	}
	var known, missing []string
	for i := range v.NumField() {
		f := v.Type().Field(i)
		key := f.Tag.Get("toml")
		if key == "-" {
			continue
		}
		known = append(known, key)
		child := n.table[key]
		switch {
		case child != nil:
			d.read(child, v.Field(i), f.Tag, join(path, key), n)
		case required(f, join(path, key)):
			missing = append(missing, key+unit(f.Tag))
		case f.Tag.Get("default") != "":
			byDefault(v.Field(i), f.Tag.Get("default"))
		case f.Type.Kind() == reflect.Struct: // each of its keys has a default
			d.table(&node{table: map[string]*node{}, src: n.src, mark: n.mark}, v.Field(i), join(path, key))
		}
	}
	for _, k := range n.keys() {
		if !slices.Contains(known, k) {
			at := n.table[k]
			hint := d.faults.suggest(k, known)
			if now, ok := moved[join(path, k)]; ok {
				hint = "; it is " + now + " now"
			}
			d.faults.add(at.src, at.mark.key, join(path, k), "unknown key %s%s", join(path, k), hint)
		}
	}
	if len(missing) > 0 {
		d.lacks(n, path, missing)
	}
}

// moved says where figures of older files are kept now.
var moved = map[string]string{
	"parameters.decision.noise":    "parameters.common.noise",
	"parameters.decision.span":     "parameters.common.span",
	"parameters.decision.goodwill": "parameters.common.goodwill",
}

// required tells whether a key must be given: where its tag says so, and throughout the parameters, of which none has a
// default but that of parameters.toml, unless its theory is new and says one itself. A theory all of whose constants have
// one, or that has none, has nothing to give.
func required(f reflect.StructField, path string) bool {
	if f.Tag.Get("need") != "" {
		return true
	}
	if !strings.HasPrefix(path, "parameters") || f.Tag.Get("default") != "" {
		return false
	}
	if f.Type.Kind() != reflect.Struct {
		return true
	}
	for k := range f.Type.NumField() {
		if required(f.Type.Field(k), path) {
			return true
		}
	}
	return false
}

// lacks notes the keys that a table must have and has not. A table that only a --set speaks of is a slip in its name; so may be one
// whose name is near to one that a base has.
func (d *decoder) lacks(n *node, path string, missing []string) {
	if len(missing) > 3 { // too many to explain each
		for i, m := range missing {
			missing[i], _, _ = strings.Cut(m, " ")
		}
	}
	switch i := strings.LastIndex(path, "."); {
	case path == "":
		d.faults.add(d.root.src, span{}, path, "the %s lacks %s", cmp.Or(d.of, "scenario"), list(missing, "and"))
	case n.src.set > 0 && strings.Count(path, ".") == 1:
		d.faults.add(n.src, n.mark.key, path, "there is no %s%s", path, Suggest(path[i+1:], d.besides(n, path[:i])))
	case strings.Count(path, ".") == 1 && len(d.faults.faults) < mostHints:
		meant := ""
		if near := Nearest(path[i+1:], d.besides(n, path[:i])); near != "" {
			meant = "; did you mean " + near + ", which its base has?"
		}
		d.faults.key(n, path, "lacks %s%s", list(missing, "and"), meant)
	default:
		d.faults.key(n, path, "lacks %s", list(missing, "and"))
	}
}

// besides are the keys of the table at path that were written elsewhere than n.
func (d *decoder) besides(n *node, path string) []string {
	siblings := d.root.get(path)
	return slices.DeleteFunc(siblings.keys(), func(k string) bool { return siblings.table[k].src == n.src })
}

// byDefault fills a field that is not given with what its tag says.
func byDefault(v reflect.Value, text string) {
	if v.Kind() == reflect.String {
		v.SetString(text)
		return
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(fmt.Sprintf("default %q is no number", text))
	}
	switch {
	case v.Type() == seriesType:
		v.Set(reflect.ValueOf(sim.Const(x)))
	case v.Kind() == reflect.Float64:
		v.SetFloat(x)
	default:
		v.SetInt(int64(x))
	}
}

// complete fills in what a scenario may leave to other figures.
func (d *decoder) complete(s *sim.Scenario) {
	for id, x := range s.States {
		if x.Centre == nil {
			x.Centre = slices.Clone(x.Stance)
			s.States[id] = x
		}
	}
	for _, c := range s.Clauses {
		for id, from := range c.OpenTo {
			if from == 0 {
				c.OpenTo[id] = c.Opens
			}
		}
	}
	for _, x := range s.Shocks {
		share, all := x.Felt[sim.Everyone]
		if !all {
			continue
		}
		delete(x.Felt, sim.Everyone)
		for id := range s.States {
			if _, own := x.Felt[id]; !own && id != x.Actor {
				x.Felt[id] = share
			}
		}
	}
}
