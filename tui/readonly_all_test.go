package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bothways/store"
)

// TestReadOnlyEverywhere presses every key of every page of a full journal that can only be read, and
// answers whatever comes up. What would change it says why it cannot, in a sentence and before a word
// is typed; nothing else goes wrong.
func TestReadOnlyEverywhere(t *testing.T) {
	w := newWall(t)
	d := w.desk
	talks, _, err := d.store().Sessions(t.Context(), store.SessionQuery{Limit: 3})
	d.must(err)
	for _, talk := range talks {
		d.must(d.store().DeleteSession(t.Context(), talk.ID))
	}
	d.must(d.store().Fold(t.Context()))
	st, err := store.Open(t.Context(), store.Options{Path: d.store().Path(), Now: d.clock, ReadOnly: true})
	d.must(err)
	t.Cleanup(func() { d.must(st.Close()) })
	d.root.env.Store = st
	t.Setenv("TMPDIR", t.TempDir())
	pressed := 0
	for i, page := range w.readPages() {
		for _, before := range page.before {
			name := fmt.Sprintf("%02d %T %s", i, page.open(), strings.Join(before, " "))
			t.Run(name, func(t *testing.T) {
				r := &presser{t: t, d: d, open: page.open, before: before}
				pressed += r.all()
			})
		}
	}
	if pressed < 900 {
		t.Errorf("only %d keys were pressed", pressed)
	}
}

// readPage is a page and ways to come to a place on it.
type readPage struct {
	open   func() Screen
	before [][]string
}

func (w *wall) readPages() []readPage {
	env := w.desk.root.env
	places := [][]string{nil, {"down", "down", "down"}, {"tab", "down"}}
	var out []readPage
	for i, p := range w.pages() {
		before := places
		if _, ok := p.(*LookBackScreen); ok {
			before = append(before[:len(before):len(before)], []string{"tab", "tab"}, []string{"tab", "tab", "tab", "down"})
		}
		if _, ok := p.(*InsightsScreen); ok {
			before = append(before[:len(before):len(before)], []string{"enter"}, []string{"enter", "down", "enter"})
		}
		if _, ok := p.(*RelationshipScreen); ok {
			for n := 2; n < 10; n++ {
				turns := slices.Repeat([]string{"tab"}, n)
				before = append(before[:len(before):len(before)], append(turns[:n:n], "down"))
			}
		}
		if _, typing := p.(Typing); typing {
			before = [][]string{nil, {"W", "o"}}
		}
		out = append(out, readPage{func() Screen { return w.pages()[i] }, before})
	}
	one := func(open func() Screen) { out = append(out, readPage{open, places}) }
	mine := ""
	if err := w.db.QueryRow("SELECT uid FROM prompt_set ORDER BY id DESC LIMIT 1").Scan(&mine); err != nil {
		w.t.Fatal(err)
	}
	one(func() Screen { return NewTrash(env) })
	one(func() Screen { return NewSetPage(env, mine) })
	one(func() Screen { return NewSetPage(env, "critical-friend") })
	one(func() Screen { return NewQuestion(env, QuestionStart{SetID: "critical-friend"}) })
	one(func() Screen { return NewCard(env, "critical-friend") })
	for _, open := range []func() Screen{
		func() Screen { return NewAnswer(env, AnswerStart{}) },
		func() Screen { return NewWrite(env, WriteStart{Name: "Somebody", Role: "mentor"}) },
		func() Screen { return NewWrite(env, WriteStart{DraftID: 1}) },
	} {
		out = append(out, readPage{open, [][]string{nil, {"W", "o"}}})
	}
	return out
}

// presser presses the keys of one place.
type presser struct {
	t      *testing.T
	d      *desk
	open   func() Screen
	before []string
}

func (r *presser) come() {
	root, page := r.d.root, r.open()
	under := Screen(NewLibrary(root.env)) // which reads nothing
	if page.ID() == "today" || page.ID() == under.ID() {
		under = NewToday(root.env)
	}
	root.pages, root.overlays, root.news, root.insisted = []Screen{under}, nil, sayMsg{}, false
	root.turns = turns{}
	r.d.size(100, 40)
	r.d.settle(root.Init())
	if page.ID() != under.ID() {
		r.d.open(page)
	}
	r.d.keys(r.before...)
	root.overlays, root.news = nil, sayMsg{}
}

func (r *presser) all() (pressed int) {
	r.t.Helper()
	r.come()
	for _, a := range r.d.root.actions() {
		if a.ID == "suspend" || a.ID == "editor" || a.ID == "help" || a.ID == "palette" {
			continue // they leave the program, or name what is pressed here anyway
		}
		for i, key := range a.Keys {
			for _, answer := range []string{"enter", "ctrl+s"} {
				if answer == "ctrl+s" && (i > 0 || a.Writes || a.Group == groupMove || a.Group == groupGo) {
					break
				}
				r.come()
				r.press(a, key, answer)
				pressed++
			}
		}
	}
	return pressed
}

func (r *presser) press(a Action, key, answer string) {
	r.t.Helper()
	root, was, from := r.d.root, r.d.screen(), r.d.root.top().ID()
	what := fmt.Sprintf("%s (%s) then %s", key, a.ID, answer)
	r.d.keys(key)
	r.fine(what)
	if a.Writes {
		if root.news.text == "" || len(root.overlays) > 0 {
			r.t.Fatalf("%s: it says %q, with %d overlays:\n%s", what, root.news.text, len(root.overlays), r.d.screen())
		}
		return
	}
	if r.d.screen() == was && a.Group != groupMove && a.ID != "quit" && (a.Group != groupGo || a.ID != from) && root.news.text == "" {
		r.t.Fatalf("%s: nothing happens:\n%s", what, was)
	}
	for range 6 {
		if root.overlay() == nil {
			break
		}
		if _, isMenu := root.overlay().(*menu); isMenu {
			return
		}
		r.d.types("word")
		r.d.keys(answer)
		r.fine(what + ", answered")
		if strings.Contains(flatly(r.d.screen()), typedInVain[:20]) && root.overlay() != nil {
			r.t.Fatalf("%s: words were typed in vain:\n%s", what, r.d.screen())
		}
	}
	if page, ok := root.top().(Typing); ok && root.overlay() == nil {
		r.types(what, page)
	}
}

// typedInVain is what the store says of a change that came so far.
const typedInVain = "This journal can only be read: its file"

// types writes on a page for words: they cannot be kept, and are lost nowhere.
func (r *presser) types(what string, page Typing) {
	r.t.Helper()
	l, ok := page.(Lender)
	if !ok {
		return
	}
	r.d.types("Onlyhere.")
	if !strings.Contains(l.Words(), "Onlyhere.") {
		return // the page takes no letters just now
	}
	r.d.keys("ctrl+s")
	r.fine(what + ", kept")
	if o := r.d.root.overlay(); o != nil {
		r.d.keys("ctrl+s")
		r.fine(what + ", kept and answered")
	}
	if !strings.Contains(l.Words(), "Onlyhere.") || !strings.Contains(flatly(r.d.root.news.text), "ctrl+f") {
		r.t.Fatalf("%s: kept, it says %q, with %d overlays:\n%s", what, r.d.root.news.text, len(r.d.root.overlays), r.d.screen())
	}
	r.d.keys("esc")
	r.fine(what + ", left")
	said := r.d.root.news.text
	_, name, _ := strings.Cut(said, "the words are in ")
	b, err := os.ReadFile(strings.TrimSuffix(name, "."))
	if err != nil || !strings.Contains(string(b), "Onlyhere.") {
		r.t.Fatalf("%s: it says %q, and there is %q, %v", what, said, b, err)
	}
}

func flatly(s string) string { return strings.Join(strings.Fields(s), " ") }

// fine requires that nothing on the screen is a fault of the program or of its parts.
func (r *presser) fine(what string) {
	r.t.Helper()
	said := strings.ToLower(r.d.screen() + r.d.root.news.text)
	for _, bad := range []string{"something went wrong", "sql", "constraint", "query_only", "readonly database", "nil pointer", "%!"} {
		if strings.Contains(said, bad) {
			r.t.Fatalf("%s: %q is on the screen:\n%s", what, bad, r.d.screen())
		}
	}
	if n := r.d.root.news; n.bad && !strings.HasSuffix(strings.TrimSpace(n.text), ".") {
		r.t.Fatalf("%s: %q is no sentence", what, n.text)
	}
	if bad, _ := filepath.Glob(r.d.store().Path() + ".report*"); len(bad) > 0 {
		r.t.Fatalf("%s: there are %v", what, bad)
	}
}
