package tui

import (
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"bothways/journal"
	"bothways/tui/config"
)

// TestActionList compares the list of actions that can have other keys with what the pages offer, in
// many places of a full journal; with -update it is written anew.
func TestActionList(t *testing.T) {
	list := config.ActionsText(offered(t))
	const file = "config/actions.txt"
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(file, []byte(list), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	is, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(is) != list {
		t.Errorf("%s is not what the pages offer; -update writes it anew.\n%s", file, firstOther(string(is), list))
	}
}

// TestActionListIsWhole finds every action in the source and asks for it on the list.
func TestActionListIsWhole(t *testing.T) {
	var listed []string
	for _, a := range config.Actions() {
		listed = append(listed, a.ID)
	}
	for id, where := range sourceActions(t) {
		if !slices.Contains(listed, config.ID(id)) {
			t.Errorf("%s: no page of TestActionList offers %q", where, id)
		}
	}
}

func firstOther(a, b string) string {
	was, is := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			return fmt.Sprintf("row %d\nlisted  %q\noffered %q", i+1, was[i], is[i])
		}
	}
	return "one is longer"
}

// offered are the actions of all pages, in as many places of them as can be come to.
func offered(t *testing.T) []config.Action {
	w := newWall(t)
	d := w.desk
	rows := map[string]config.Action{}
	note := func(page string, typing bool, as []Action) {
		for _, a := range as {
			if a.ID == "" || len(a.Keys) == 0 {
				continue
			}
			one := config.Action{Page: page, Typing: typing, ID: config.ID(a.ID), Keys: a.Keys, Help: a.Help}
			key := page + "\t" + one.ID
			if was, ok := rows[key]; ok {
				one.Keys = slices.Clone(was.Keys)
				for _, k := range a.Keys {
					if !slices.Contains(one.Keys, k) {
						one.Keys = append(one.Keys, k)
					}
				}
				one.Help = was.Help
			}
			rows[key] = one
		}
	}
	here := func() {
		top := d.root.top()
		_, typing := top.(Typing)
		page := pageName(top)
		if d != w.desk {
			page = "welcome"
		}
		note(page, typing, top.Actions())
	}
	walk := func(open func() Screen, before ...string) {
		r := &presser{t: t, d: d, open: open, before: before}
		r.come()
		here()
		if _, typing := d.root.top().(Typing); typing {
			return
		}
		for range 14 {
			d.keys("down")
			here()
		}
	}
	for _, p := range w.readPages() {
		for _, before := range p.before {
			walk(p.open, before...)
		}
	}
	for _, p := range w.rarePages() {
		walk(p.open, p.before[0]...)
	}
	note(config.Everywhere, false, d.root.global())
	empty := newDesk(t)
	d = empty
	here()
	out := make([]config.Action, 0, len(rows))
	for _, a := range rows {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b config.Action) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(fmt.Sprint(a.Typing), fmt.Sprint(b.Typing)), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// pageName is what a page is called in a sentence.
func pageName(s Screen) string {
	var b strings.Builder
	for i, r := range strings.TrimSuffix(strings.TrimPrefix(fmt.Sprintf("%T", s), "*tui."), "Screen") {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	switch name := b.String(); name {
	case "farewell":
		return "ending"
	case "narrowing":
		return "finding"
	default:
		return name
	}
}

// rarePages are places that a journal as it usually is does not lead to.
func (w *wall) rarePages() []readPage {
	env := w.desk.root.env
	at := func(open func() Screen, keys ...string) readPage { return readPage{open, [][]string{keys}} }
	var rel, person int64
	if err := w.db.QueryRow("SELECT id, person_id FROM relationship WHERE state = 'active' ORDER BY id DESC LIMIT 1").Scan(&rel, &person); err != nil {
		w.t.Fatal(err)
	}
	w.desk.must(w.desk.store().PlanReview(w.t.Context(), rel, w.desk.root.env.Day().AddDays(9)))
	ended := func() Screen {
		if _, err := w.db.Exec("UPDATE relationship SET state = 'ended' WHERE id = ?", rel); err != nil {
			w.t.Fatal(err)
		}
		return NewEnding(env, rel)
	}
	suggested := func() Screen { // by somebody who declined
		if _, err := w.db.Exec("UPDATE relationship SET suggested_in = ?1 WHERE id = (SELECT min(id) FROM relationship WHERE person_id <> ?2)", rel, person); err != nil {
			w.t.Fatal(err)
		}
		return NewRelationship(env, rel)
	}
	tabs := func(n int) []string { return slices.Repeat([]string{"tab"}, n) }
	return []readPage{
		at(func() Screen { return NewActions(env) }, "f", "a"),
		at(func() Screen { return NewActions(env) }, "f", "a", "enter"),
		at(func() Screen { return NewPeople(env) }, "f", "a"),
		at(func() Screen { return NewPeople(env) }, "f", "a", "enter"),
		at(func() Screen { return NewSearch(env) }, "a"),
		at(func() Screen { return NewSearch(env) }, "i", "s", ":", "s", "e", "s", "space", "t", "h", "e", "enter"),
		at(func() Screen { return NewVersions(env, "them", journal.Texts(person, journal.PersonTexts()...)...) }),
		at(func() Screen { return NewRelationship(env, rel) }, tabs(4)...),
		at(func() Screen { return NewRelationship(env, rel) }, tabs(5)...),
		at(func() Screen { return NewRelationship(env, rel) }, tabs(6)...),
		at(func() Screen { return NewRelationship(env, rel) }, tabs(7)...),
		at(func() Screen { return NewRelationship(env, rel) }, tabs(8)...),
		at(ended),
		at(suggested, "tab", "tab"), at(suggested, tabs(9)...), at(suggested, tabs(3)...),
		at(suggested),
	}
}

// sourceActions are the ids of the actions named in the source of the screens, and where.
func sourceActions(t *testing.T) map[string]string {
	out := map[string]string{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			id, isAction := "", false
			for _, e := range lit.Elts {
				pair, ok := e.(*ast.KeyValueExpr)
				if !ok {
					continue
				}
				key, _ := pair.Key.(*ast.Ident)
				value, _ := pair.Value.(*ast.BasicLit)
				if key != nil && key.Name == "ID" && value != nil && value.Kind == token.STRING {
					id, _ = strconv.Unquote(value.Value)
				}
				isAction = isAction || key != nil && (key.Name == "Group" || key.Name == "Help")
			}
			if isAction && id != "" {
				out[id] = set.Position(lit.Pos()).String()
			}
			return true
		})
	}
	if len(out) < 100 {
		t.Fatalf("only %d actions were found", len(out))
	}
	return out
}
