package config

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// keys takes in the keys of actions. An action none of whose keys can be keeps its usual ones.
func (p *parsing) keys(value any) {
	table, ok := value.(map[string]any)
	if !ok {
		p.wrongOf("", true, p.lines.of("keys"), "sets keys, which is a table: write [keys] on a line, and below it lines such as note = \"f4\"; the usual keys are in force.")
		return
	}
	all := Actions()
	var ids []string
	for _, a := range all {
		if !slices.Contains(ids, a.ID) {
			ids = append(ids, a.ID)
		}
	}
	names := slices.SortedFunc(maps.Keys(table), func(a, b string) int { // of an action named twice the first counts
		return cmp.Or(p.lines.of("keys."+a)-p.lines.of("keys."+b), strings.Compare(a, b))
	})
	for _, name := range names {
		id := ID(name)
		if isSetting(name) && (!slices.Contains(ids, id) || meantAsSetting(name, table[name])) {
			p.misplaced(name, p.lines.of("keys."+name))
			continue
		}
		if !slices.Contains(ids, id) {
			p.wrongOf("", true, p.lines.of("keys."+name), "gives keys to %s, which is no action and changes nothing; %s.", quoted(name), perhaps(id, ids, "`bothways config` lists them all"))
			continue
		}
		if keys, ok := p.listOfKeys(name, all, table[name]); ok {
			if _, twice := p.config.Keys[id]; twice {
				p.wrongOf("", true, p.lines.of("keys."+name), "gives keys to %s a second time; the other ones are in force.", quoted(id))
				continue
			}
			p.config.Keys[id] = keys
			p.config.Said["keys."+id] = true
			p.lines["keys."+id] = p.lines.of("keys." + name)
		}
	}
	p.reachable(all)
	for p.clash(all) {
	}
}

// listOfKeys reads the keys of one action.
func (p *parsing) listOfKeys(name string, all []Action, value any) ([]string, bool) {
	line, id := p.lines.of("keys."+name), ID(name)
	var said []string
	switch v := value.(type) {
	case string:
		said = []string{v}
	case []any:
		for _, one := range v {
			s, ok := one.(string)
			if !ok {
				said = nil
				break
			}
			said = append(said, s)
		}
	}
	wrong := func(format string, args ...any) { p.wrongOf("keys."+id, true, line, format, args...) }
	if len(said) == 0 {
		wrong("needs a key in quotes, or a list of them, as in %s = [\"f4\", \"ctrl+n\"]", id)
		return nil, false
	}
	var keys []string
	for _, s := range said {
		key, why := readKey(s)
		switch {
		case why != "":
			wrong("gives %s the key %s, which %s", id, quoted(s), why)
		case leads(key) && !slices.Contains(usualKeys(all, id), key):
			wrong("gives %s the key %s, which always leads out and cannot be taken", id, key)
		case !slices.Contains(keys, key):
			keys = append(keys, key)
		}
	}
	return keys, len(keys) > 0
}

// reachable takes back the keys of an action that is done only while somebody writes, where all of
// them would go into the text.
func (p *parsing) reachable(all []Action) {
	for _, id := range slices.Sorted(maps.Keys(p.config.Keys)) {
		keys := p.config.Keys[id]
		elsewhere := slices.ContainsFunc(all, func(a Action) bool { return a.ID == id && !a.Typing })
		if elsewhere || slices.ContainsFunc(keys, notOfText) || !slices.ContainsFunc(usualKeys(all, id), notOfText) {
			continue
		}
		p.wrongOf("keys."+id, true, p.lines.of("keys."+id), "gives %s the key %s, which goes into the text where you write; take one with ctrl, or f1 to f12", id, keys[0])
		p.takeBack(id)
	}
}

// takeBack leaves an action its usual keys.
func (p *parsing) takeBack(id string) {
	delete(p.config.Keys, id)
	delete(p.config.Said, "keys."+id)
}

// takeOne takes one key of an action back, and leaves it the others.
func (p *parsing) takeOne(id, key string) {
	rest := slices.DeleteFunc(slices.Clone(p.config.Keys[id]), func(k string) bool { return k == key })
	if len(rest) == 0 || len(rest) == len(p.config.Keys[id]) { // the key is one it has anyway
		p.takeBack(id)
		return
	}
	p.config.Keys[id] = rest
}

func notOfText(key string) bool { return !OfText(key) }

// clash finds an action whose new key is another's on the same page, and takes that key back.
func (p *parsing) clash(all []Action) bool {
	pages := map[string][]Action{}
	for _, a := range all {
		pages[a.Page] = append(pages[a.Page], a)
	}
	ids := slices.SortedFunc(maps.Keys(p.config.Keys), func(a, b string) int { // the later line gives way
		return p.lines.of("keys."+b) - p.lines.of("keys."+a)
	})
	for _, id := range ids {
		for _, page := range append([]string{Everywhere}, slices.Sorted(maps.Keys(pages))...) {
			here := pages[page]
			if page != Everywhere {
				here = append(slices.Clone(here), pages[Everywhere]...)
			}
			key, other, ok := p.taken(id, here)
			if !ok {
				continue
			}
			where := "on the page " + page
			if other.Page == Everywhere {
				where = "on every page"
			}
			p.wrongOf("keys."+id, true, p.lines.of("keys."+id), "gives %s the key %s, which is %s %s", id, key, other.ID, where)
			p.takeOne(id, key)
			return true
		}
	}
	return false
}

// taken is a key of the action id that is another's among the actions of one page. Those that share a
// key as it is never stand on the page at once, or one goes before the other knowingly.
func (p *parsing) taken(id string, here []Action) (key string, other Action, found bool) {
	for _, a := range here {
		if a.ID != id {
			continue
		}
		mine := Keys(p.config.Keys, a.ID, a.Keys, a.Typing)
		for _, b := range here {
			if b.ID == id || slices.ContainsFunc(a.Keys, func(k string) bool { return slices.Contains(b.Keys, k) }) {
				continue
			}
			theirs := Keys(p.config.Keys, b.ID, b.Keys, b.Typing)
			for _, k := range mine {
				if slices.Contains(theirs, k) {
					return k, b, true
				}
			}
		}
	}
	return "", Action{}, false
}

// usualKeys are all the keys an action has as it is.
func usualKeys(all []Action, id string) []string {
	var keys []string
	for _, a := range all {
		for _, k := range a.Keys {
			if a.ID == id && !slices.Contains(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	return keys
}
