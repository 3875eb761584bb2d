package scenarios

import (
	"errors"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"entente/sim"
)

// deepest is how many scenarios may stand on each other. A chain that long is a slip.
const deepest = 16

var scenarioType = reflect.TypeFor[sim.Scenario]()

// reader lays the files of a scenario and the --sets on each other.
type reader struct {
	opts   Options
	files  []*source // lowest first, then the --sets
	faults collector

	below, plain sim.Scenario // the base, and what stands on it, before any --set
	codedTwice   []string     // stances that were coded a second time for the scenario itself
	later        []*source    // the scenarios of whose histories this one is part, the present first
}

// read is the layered scenario; nil if a layer is too faulty to read on.
func (r *reader) read(top *source) *node {
	root := r.stack(top, nil)
	if r.opts.SecondCoder && root != nil {
		root = r.secondCoding(root)
	}
	if n := len(r.opts.Set); n > mostSets {
		src := newSource("--set", r.opts.Set[mostSets])
		src.set = mostSets + 1
		r.faults.add(src, span{}, "", "there are %d --sets, and may be at most %d: write a file that has this one as its base", n, mostSets)
		return nil
	}
	for i, set := range r.opts.Set {
		if over := r.setting(i, set); over != nil && root != nil {
			r.files = append(r.files, over.src)
			root = root.merge(over, scenarioType)
		}
	}
	return root
}

// stack reads a file, on its base if it has one and on the constants if not. above are the files that stand on it.
func (r *reader) stack(src *source, above []*source) *node {
	over := r.parse(src)
	if over == nil || !r.format(over) {
		return nil
	}
	var root *node
	without := over.table["without"]
	if base := over.table["base"]; base != nil {
		below := r.base(base, append(above, src))
		if below == nil {
			return nil
		}
		if root = r.stack(below, append(above, src)); root == nil {
			return nil
		}
		if above == nil {
			decode(root, &r.below)
		}
		if without != nil {
			r.prune(root, without)
		}
		for _, k := range []string{"expectation", "expects"} { // of the base, not of what stands on it
			delete(root.table, k)
		}
	} else {
		root = constants()
		r.files = append(r.files, root.src)
		if without != nil {
			r.faults.key(without, "without", "needs a base, and there is none here")
		}
	}
	for _, k := range []string{"format", "base", "without"} {
		delete(over.table, k)
	}
	r.files = append(r.files, src)
	root = root.merge(over, scenarioType)
	if above == nil && len(r.files) > 2 { // the constants, a base, and this
		decode(root, &r.plain)
	}
	return root
}

// decode reads a tree whose faults are told elsewhere.
func decode(root *node, s *sim.Scenario) {
	d := &decoder{root: root, faults: &collector{}}
	d.scenario(s)
}

// base opens the scenario that the last of the files above stands on.
func (r *reader) base(n *node, above []*source) *source {
	name, ok := n.value.(string)
	if !ok {
		r.faults.value(n, "base", "is %s, must be the name or the path of a scenario", n.kind())
		return nil
	}
	if c, found := unseen(name, false); found {
		r.faults.value(n, "base", "holds %s, which is not seen and changes how the rest is shown", character(c))
		return nil
	}
	src, err := r.open(name, n.src)
	if err != nil {
		r.faults.value(n, "base", "cannot be read: %v", err)
		return nil
	}
	if way := circle(above, src); way != "" {
		r.faults.value(n, "base", "leads back to where it came from: %s", way)
		return nil
	}
	if len(above) >= deepest {
		r.faults.value(n, "base", "is the %dth below another: too many", deepest)
		return nil
	}
	return src
}

// circle is the way from a file back to itself over those above it; "" if there is none.
func circle(above []*source, src *source) string {
	same := func(s *source) bool { return s.name == src.name && s.shipped == src.shipped }
	i := slices.IndexFunc(above, same)
	if i < 0 {
		return ""
	}
	var way []string
	for _, s := range append(slices.Clone(above[i:]), src) {
		way = append(way, s.name)
	}
	return strings.Join(way, " -> ")
}

// constants are the shipped parameters, as the lowest layer. They are read once, and laid out anew for each reading, which
// merges other layers into them.
func constants() *node {
	values, src := shippedConstants()
	n := grow(values, src, src.marks.table["parameters"])
	return &node{table: map[string]*node{"parameters": n}, src: src, mark: src.marks}
}

var shippedConstants = sync.OnceValues(func() (values map[string]any, src *source) {
	text, err := shipped.ReadFile(parametersFile)
	if err != nil {
		panic(fmt.Sprintf("the embedded parameters cannot be read: %v", err))
	}
	src = newSource(parametersFile, string(text))
	src.shipped = true
	if _, err := toml.Decode(src.text, &values); err != nil {
		panic(fmt.Sprintf("the embedded parameters are no TOML: %v", err))
	}
	src.index()
	src.marks = &mark{implied: true, table: map[string]*mark{"parameters": src.marks}}
	return values, src
})

// prune leaves out of the base what the patterns say.
func (r *reader) prune(root, without *node) {
	if without.items == nil {
		r.faults.value(without, "without", `is %s, must be a list of paths: ["ties.us-jpn", "states.PRK"]`,
			without.kind())
	}
	if n := len(without.items); n > mostSets {
		r.faults.value(without, "without", "holds %d paths, and may hold at most %d; * stands for any text", n, mostSets)
		return
	}
	for _, item := range without.items {
		pattern, ok := item.value.(string)
		if !ok {
			r.faults.value(item, "without", `holds %s, must hold paths such as "ties.us-jpn"`, item.kind())
			continue
		}
		steps := strings.Split(pattern, ".")
		if constants, _ := path.Match(steps[0], "parameters"); constants {
			r.faults.value(item, "without",
				"names %s, but no run can do without a constant; give another under [parameters]", pattern)
		} else if root.prune(steps) == 0 {
			r.faults.value(item, "without", "names %s, which the base does not have%s", pattern,
				r.faults.suggest(pattern, root.paths(len(steps))))
		}
	}
}

// prune removes what matches and counts it.
func (n *node) prune(steps []string) int {
	found := 0
	for _, k := range n.keys() {
		if ok, err := path.Match(steps[0], k); err != nil || !ok {
			continue
		}
		if len(steps) == 1 {
			delete(n.table, k)
			found++
		} else {
			found += n.table[k].prune(steps[1:])
		}
	}
	return found
}

// paths are all paths of so many steps.
func (n *node) paths(steps int) []string {
	var all []string
	for _, k := range n.keys() {
		if steps == 1 {
			all = append(all, k)
			continue
		}
		for _, rest := range n.table[k].paths(steps - 1) {
			all = append(all, k+"."+rest)
		}
	}
	return all
}

// setting reads one --set. A bare word stands for itself in quotes.
func (r *reader) setting(i int, set string) *node {
	src := newSource(fmt.Sprintf("--set %d", i+1), set)
	src.set = i + 1
	key, value, found := strings.Cut(set, "=")
	value = strings.TrimSpace(value)
	if !found || value == "" || strings.ContainsAny(set, "\r\n") {
		r.faults.add(src, span{0, len(set)}, "", "write path=value, such as states.JPN.stance=0.5")
		return nil
	}
	if !r.faults.legible(src, mostBytes, longestLine) || !r.faults.shallow(src) {
		return nil
	}
	values := map[string]any{}
	_, err := toml.Decode(set, &values)
	if _, no := strconv.ParseFloat(value, 64); err != nil && !strings.ContainsAny(value[:1], `"'[{`) && !errors.Is(no, strconv.ErrRange) {
		quoted := map[string]any{}
		if _, again := toml.Decode(key+"="+strconv.Quote(value), &quoted); again == nil {
			values, err = quoted, nil
		}
	}
	if err != nil {
		r.syntax(src, err)
		return nil
	}
	src.index()
	n := grow(values, src, src.marks)
	for _, k := range []string{"format", "base", "without"} {
		if n.table[k] != nil {
			r.faults.key(n.table[k], k, "is for files, and cannot be set")
			delete(n.table, k)
		}
	}
	return n
}

// overrides are the parameters and the theory that a file changes, then the --sets; of two for one path the last counts.
func (r *reader) overrides(root *node) []Override {
	var all []Override
	shipped := constants()
	for _, p := range root.paths(3) {
		n, was := root.get(p), shipped.get(p)
		if was != nil && n.src.set == 0 && n.number() != was.number() {
			all = append(all, Override{Path: p, Value: n.text()})
		}
	}
	if n := root.get("theory"); n != nil && n.src.set == 0 && n.value != sim.DefaultTheory {
		all = append(all, Override{Path: "theory", Value: n.text()})
	}
	all = append(all, r.secondCoderTold()...)
	for i, set := range r.opts.Set {
		key, value, _ := strings.Cut(set, "=")
		o := Override{Path: strings.TrimSpace(key), Value: strings.TrimSpace(value)}
		last := !slices.ContainsFunc(r.opts.Set[i+1:], func(later string) bool {
			k, _, _ := strings.Cut(later, "=")
			return strings.TrimSpace(k) == o.Path
		})
		if last && o != (Override{"theory", sim.DefaultTheory}) { // which is no departure
			all = append(all, o)
		}
	}
	return all
}
