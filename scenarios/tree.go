package scenarios

import (
	"maps"
	"reflect"
	"slices"
	"strings"
)

// node is one key of the layered scenario: a table, a list or a plain value, with the place where it is written.
type node struct {
	table map[string]*node
	items []*node
	value any // neither table nor list
	src   *source
	mark  *mark
}

// grow joins what the TOML library read with where we found it.
func grow(value any, src *source, m *mark) *node {
	n := &node{src: src, mark: m}
	switch v := value.(type) {
	case map[string]any:
		n.table = map[string]*node{}
		for k, x := range v {
			child := m.table[k]
			if child == nil {
				child = m
			}
			n.table[k] = grow(x, src, child)
		}
	case []map[string]any:
		n.items = []*node{}
		for i, x := range v {
			n.items = append(n.items, grow(x, src, m.item(i)))
		}
	case []any:
		n.items = []*node{}
		for i, x := range v {
			n.items = append(n.items, grow(x, src, m.item(i)))
		}
	default:
		n.value = v
	}
	return n
}

func (m *mark) item(i int) *mark {
	if i < len(m.items) {
		return m.items[i]
	}
	return m
}

// keys are the names in a table, sorted.
func (n *node) keys() []string {
	if n == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(n.table))
}

// get is the node at a dotted path; nil if there is none. Names that may have to be quoted have no part in paths: ids
// are bare keys.
func (n *node) get(path string) *node {
	for _, k := range strings.Split(path, ".") {
		if n == nil {
			return nil
		}
		n = n.table[k]
	}
	return n
}

// text is a value as it is written, cut short if long.
func (n *node) text() string {
	t := n.src.text[n.mark.value.from:n.mark.value.to]
	if line, rest, _ := strings.Cut(t, "\n"); rest != "" {
		t = strings.TrimSpace(line) + " ..."
	}
	if r := []rune(t); len(r) > 40 {
		t = string(r[:40]) + " ..."
	}
	return t
}

// merge lays over on n, which is to become a t. Tables that hold further keys are merged, all else is replaced: a
// series of dated numbers is one figure. What lies on a scenario does not move the place of a table that its file has written.
func (n *node) merge(over *node, t reflect.Type) *node {
	if n == nil || n.table == nil || over.table == nil || !holdsKeys(t) {
		return over
	}
	for k, v := range over.table {
		n.table[k] = n.table[k].merge(v, under(t, k))
	}
	if !over.src.over() {
		n.src, n.mark = over.src, over.mark
	}
	return n
}

// holdsKeys tells whether a t is a table of further keys, rather than one figure or list.
func holdsKeys(t reflect.Type) bool {
	return t != nil && slices.Contains([]reflect.Kind{reflect.Struct, reflect.Map, reflect.Pointer}, t.Kind())
}

// under is the type of what key k of a t holds; nil if there is no such key.
func under(t reflect.Type, k string) reflect.Type {
	switch t.Kind() {
	case reflect.Map:
		return t.Elem()
	case reflect.Pointer:
		return under(t.Elem(), k)
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).Tag.Get("toml") == k {
				return t.Field(i).Type
			}
		}
	}
	return nil
}

// join is the path of key k of the table at path.
func join(path, k string) string {
	if !bare(k) {
		k = `"` + k + `"`
	}
	if path == "" {
		return k
	}
	return path + "." + k
}

// bare tells whether TOML lets a key stand without quotes.
func bare(k string) bool {
	return k != "" && strings.Trim(k, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == ""
}
