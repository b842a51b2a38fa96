package tui

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// TestDiscreet puts names everywhere a journal holds words, and things told in confidence wherever they
// are told, and looks at every page and at all that lies over pages: none of it may be seen.
func TestDiscreet(t *testing.T) {
	w := newWall(t)
	w.confide()
	d := w.desk
	d.keys("v")
	if !d.root.env.Veil.On() {
		t.Fatal("v did not turn it on")
	}
	d.seesNot("Zorblatquix")
	for i, page := range w.morePages() {
		for _, size := range [][2]int{{80, 24}, {130, 40}, {52, 16}, {40, 10}} {
			d.alone(page, size)
			w.discreet(fmt.Sprintf("%T", page))
		}
		for _, size := range [][2]int{{80, 24}, {44, 14}} {
			w.overlays(page, size, i == 0)
		}
	}
}

// secrets are what nobody may see.
func secrets() []string {
	all := []string{"confidecanary", "secretapart", "secretcontact", "5550123", "欧阳", "阳修", "修明"}
	for _, name := range []string{"zorblatquix", "quoffwyzzov"} {
		for i := range len(name) - 3 {
			all = append(all, name[i:i+4])
		}
	}
	return all
}

// confide fills the journal with secrets.
func (w *wall) confide() {
	const names = "With Zorblatquix Quoffwyzzov, zorblatquix’s friends, 和欧阳修明谈话 and QUOFFWYZZOV-Zorblatquix"
	w.paint(names)
	const told = "About Zorblatquix.\n- Priv : Confidecanary goes away and says it at such length that it needs several rows in any window at all, Confidecanary, which is what Confidecanary does\nNamed Quoffwyzzov later, 和欧阳修明.\n"
	for _, query := range []string{
		"UPDATE person SET name = CASE id % 3 WHEN 0 THEN '欧阳修明' ELSE 'Zorblatquix Quoffwyzzov' END, contact = 'Secretcontact +44 20 5550123', notes = ?1",
		"UPDATE session SET note = ?1, private = 'Secretapart one' || char(10) || 'Secretapart two'", "UPDATE reflection SET text = ?1", "UPDATE review SET text = ?1", "UPDATE draft SET text = ?1, person_name = 'Zorblatquix Quoffwyzzov'",
		"UPDATE step SET name = 'Zorblatquix Quoffwyzzov', text = 'About it priv: Confidecanary'",
	} {
		args := []any{told}
		if !strings.Contains(query, "?1") {
			args = nil
		}
		if _, err := w.db.Exec(query, args...); err != nil {
			w.t.Fatalf("%s: %v", query, err)
		}
	}
}

// alone shows a page as the only one over the first.
func (d *desk) alone(page Screen, size [2]int) {
	d.root.pages, d.root.overlays, d.root.news = []Screen{NewToday(d.root.env)}, nil, sayMsg{}
	d.size(size[0], size[1])
	d.settle(d.root.Init())
	d.open(page)
}

// discreet requires that no secret is on the screen, and that the corner says why.
func (w *wall) discreet(where string) {
	w.t.Helper()
	got := w.desk.screen()
	folded := journal.Fold(got)
	for _, s := range secrets() {
		if strings.Contains(folded, s) {
			w.t.Errorf("%s shows %q at %d columns:\n%s", where, s, w.desk.root.w, got)
			return
		}
	}
	if !strings.Contains(got, discreetSign) {
		w.t.Errorf("%s does not say that it is discreet:\n%s", where, got)
	}
}

// overlays tries all that can be done on a page, and everywhere else as well where that is asked, field by field where a form opens.
func (w *wall) overlays(page Screen, size [2]int, everywhere bool) {
	d := w.desk
	d.alone(page, size)
	var acts []Action
	offered := page.Actions()
	if everywhere {
		offered = d.root.actions()
	}
	for _, a := range offered {
		if a.Group == groupMove && !everywhere {
			continue
		}
		switch a.ID {
		case "discreet", "quit", "suspend", "editor":
		default:
			if a.Disabled == "" && len(a.Keys) > 0 {
				acts = append(acts, a)
			}
		}
	}
	for _, a := range acts {
		d.alone(page, size)
		d.keys(a.Keys[0])
		where := fmt.Sprintf("%T after %s", page, a.ID)
		w.discreet(where)
		for range 9 {
			if d.root.overlay() == nil {
				break
			}
			d.keys("tab")
			w.discreet(where + " and tab")
		}
		if d.root.overlay() != nil {
			d.keys("x")
			w.discreet(where + " and a letter")
			d.keys("esc")
			w.discreet(where + " and esc")
		}
	}
}

// morePages are the pages of the wall, and those it has not: what is typed, what was deleted and what
// words were before.
func (w *wall) morePages() []Screen {
	d, env, ctx := w.desk, w.desk.root.env, w.t.Context()
	id := func(query string) (n int64) {
		if err := w.db.QueryRow(query).Scan(&n); err != nil {
			w.t.Fatalf("%s: %v", query, err)
		}
		return n
	}
	text := func(query string) (s string) {
		if err := w.db.QueryRow(query).Scan(&s); err != nil {
			w.t.Fatalf("%s: %v", query, err)
		}
		return s
	}
	talk, answer := id("SELECT min(id) FROM session"), id("SELECT min(id) FROM reflection")
	d.must(d.store().ChangeSession(ctx, talk, store.SessionChange{At: d.now, Role: journal.RoleMentor, Private: "Secretapart three, 和欧阳修明"}))
	d.must(d.store().DeleteSession(ctx, id("SELECT max(id) FROM session")))
	d.must(d.store().DeleteReflection(ctx, id("SELECT max(id) FROM reflection")))
	d.must(d.store().DeletePerson(ctx, id("SELECT max(id) FROM person")))
	for range 2 {
		d.must(d.store().DeleteAction(ctx, id("SELECT max(id) FROM action WHERE deleted_at IS NULL")))
	}
	_, _, err := d.store().Undo(ctx)
	d.must(err)
	trash, err := d.store().Trash(ctx)
	d.must(err)
	if len(trash) < 4 {
		w.t.Fatalf("in the trash are only %v", trash)
	}
	pages := append(w.pages(), NewTrash(env))
	for _, t := range trash {
		pages = append(pages, NewTrashed(env, t))
	}
	prompt := text("SELECT prompt_id FROM reflection WHERE prompt_id <> '' AND deleted_at IS NULL ORDER BY id DESC LIMIT 1")
	rel := id("SELECT relationship_id FROM review WHERE held_at IS NOT NULL AND deleted_at IS NULL ORDER BY id LIMIT 1")
	pages = append(pages, NewReflection(env, answer),
		NewVersions(env, "Zorblatquix", journal.Texts(talk, journal.SessionTexts()...)...),
		NewWrite(env, WriteStart{SessionID: talk}), NewWrite(env, WriteStart{DraftID: id("SELECT id FROM draft")}),
		NewAnswer(env, AnswerStart{ReflectionID: answer}), NewQuestion(env, QuestionStart{PromptID: prompt, Alone: true}),
		NewReview(env, rel, 0), NewReview(env, rel, id("SELECT max(id) FROM review WHERE held_at IS NOT NULL AND deleted_at IS NULL")),
		NewSetPage(env, text("SELECT uid FROM prompt_set LIMIT 1")), NewCard(env, "critical-friend"))
	for tab := tabActions; tab < tabParts+6; tab++ {
		p := NewRelationship(env, rel)
		p.tab = tab
		pages = append(pages, p)
	}
	return pages
}

// TestDiscreetKeeps changes things while names are hidden: what the journal has then is what was typed.
func TestDiscreetKeeps(t *testing.T) {
	d := newDesk(t)
	c := someYears(d)
	d.keys("v")
	steps := func() int64 {
		t.Helper()
		s, ok, err := d.store().Undo(t.Context())
		d.must(err)
		if !ok {
			return 0
		}
		_, _, err = d.store().Redo(t.Context())
		d.must(err)
		return s.ID
	}
	before := steps()
	changed := func(what string) {
		t.Helper()
		now := steps()
		if now == before {
			t.Fatalf("%s changed nothing:\n%s", what, d.screen())
		}
		before = now
	}
	d.send(push(NewRelationship(d.root.env, c.priya))())
	d.keys("e")
	d.seesNot("Priya", "priya@")
	d.types(" more")
	d.keys("ctrl+s")
	changed("a form")
	d.keys("a")
	d.alone(NewActions(d.root.env), [2]int{80, 24})
	d.keys("e")
	d.types(" with Priya")
	d.keys("ctrl+s")
	changed("an action's form")
	d.keys("c", "enter")
	changed("carrying over")
	d.keys("x")
	d.types("Priya did it")
	d.keys("enter")
	changed("an outcome")
	d.seesNot("Priya")
	d.keys("u")
	d.sees("Undone")
	d.seesNot("Priya")
	d.keys("ctrl+r")
	d.sees("Done again")

	d.alone(NewWrite(d.root.env, WriteStart{RelationshipID: c.priya}), [2]int{80, 24})
	d.types("Priya Nair spoke.\npriv: Priya leaves\n- [ ] @priya call Sam\nshift: as Priya said")
	d.seesNot("Priya", "leaves")
	d.sees("P···· N··· spoke.", "priv: ····· ······")
	d.keys("up", "up")
	d.sees("priv: P···· leaves") // the line that is written in
	d.keys("ctrl+s")
	changed("a note")
	d.seesNot("Priya", "leaves")

	if words := everyWord(t, d); strings.Contains(words, "··") || strings.Contains(words, "P.") || !strings.Contains(words, "priv: Priya leaves") {
		t.Errorf("what was hidden was written:\n%s", words)
	}
}

// TestDiscreetToggle turns it on and off on pages that are laid out as they are read.
func TestDiscreetToggle(t *testing.T) {
	d := newDesk(t)
	c := someYears(d)
	v, err := d.store().KeepNote(t.Context(), journal.Note{RelationshipID: c.priya, Role: journal.RoleMentor, At: d.now, Text: "Priya came\npriv: she leaves"})
	d.must(err)
	d.open(NewSession(d.root.env, v.Session.ID))
	d.sees("Priya came", "she leaves")
	d.keys("v")
	d.sees("P. came", "priv: "+journal.Veiled, discreetSign)
	d.seesNot("she leaves")
	d.keys("f3")
	d.sees("Priya came", "she leaves")
	d.seesNot(discreetSign)
}

// TestDiscreetNews names the key that shows the names again where it was pressed, in one row of 80 cells.
func TestDiscreetNews(t *testing.T) {
	d := newDesk(t)
	c := someYears(d)
	d.keys("v")
	d.sees("are hidden. v shows them again.")
	d.keys("v")
	for name, page := range map[string]Screen{"write": NewWrite(d.root.env, WriteStart{RelationshipID: c.priya}), "search": NewSearch(d.root.env)} {
		t.Run(name, func(t *testing.T) {
			d.alone(page, [2]int{80, 24})
			d.keys("f3")
			d.sees("are hidden. f3 shows them again.")
			d.keys("f3")
			d.seesNot(discreetSign)
		})
	}
}

// TestDiscreetEditor says once that another editor hides nothing.
func TestDiscreetEditor(t *testing.T) {
	d := newDesk(t)
	c := someYears(d)
	d.keys("v")
	d.open(NewWrite(d.root.env, WriteStart{RelationshipID: c.priya}))
	d.types("words")
	d.keys("ctrl+e")
	d.sees("The other editor shows every")
	if p := d.root.top().(*WriteScreen); p.lent != nil || !p.warned {
		t.Error("the words were lent before it was said")
	}
}

// everyWord is every text in a journal's file.
func everyWord(t *testing.T, d *desk) string {
	t.Helper()
	db, err := sql.Open("sqlite", d.store().Path())
	d.must(err)
	defer func() { d.must(db.Close()) }()
	rows, err := db.Query(`SELECT t.name, c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c
		WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND c.type = 'TEXT' AND c.hidden = 0`)
	d.must(err)
	var columns [][2]string
	for rows.Next() {
		var c [2]string
		d.must(rows.Scan(&c[0], &c[1]))
		columns = append(columns, c)
	}
	d.must(rows.Err())
	var b strings.Builder
	for _, c := range columns {
		var all sql.NullString
		d.must(db.QueryRow(fmt.Sprintf("SELECT group_concat(%s, char(10)) FROM %s", c[1], c[0])).Scan(&all))
		b.WriteString(all.String + "\n")
	}
	return b.String()
}

// TestDiscreetNew hides somebody as well whom the journal does not know before their first note is kept.
func TestDiscreetNew(t *testing.T) {
	d := newDesk(t)
	d.keys("v", "n")
	d.types("Zorblatquix Person")
	d.keys("enter")
	d.types("With Zorblatquix")
	d.sees("Z. P. · I mentor", "With Z··········")
	d.seesNot("orblat")
	d.keys("ctrl+s")
	d.seesNot("orblat")
	if words := everyWord(t, d); !strings.Contains(words, "With Zorblatquix") {
		t.Errorf("the journal has %s", words)
	}
}

// TestDiscreetOnce reads whom to hide once where it is turned on.
func TestDiscreetOnce(t *testing.T) {
	d := newDesk(t)
	someYears(d)
	read := 0
	var count func(tea.Cmd)
	count = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		switch m := cmd().(type) {
		case tea.BatchMsg:
			for _, c := range m {
				count(c)
			}
		case veilMsg:
			read++
			count(d.root.veiled(m))
		}
	}
	count(d.root.discreet())
	if read != 1 || !d.root.env.Veil.On() {
		t.Errorf("the names were read %d times", read)
	}
}

// TestDiscreetWindows hides here what another window hides from now on. What is shown again there
// stays hidden here, and the other way round.
func TestDiscreetWindows(t *testing.T) {
	d := newDesk(t)
	someYears(d)
	other, err := store.Open(t.Context(), store.Options{Path: d.store().Path(), Now: d.clock})
	d.must(err)
	defer func() { d.must(other.Close()) }()
	window := NewRoot(&Env{Ctx: t.Context(), Store: other, Now: d.clock, Theme: d.root.env.Theme})
	there := &desk{t: t, now: d.now, root: window}
	there.size(80, 24)
	there.settle(window.Init())
	look := func() {
		t.Helper()
		d.settle(d.root.follow(d.root.look()().(lookedMsg).discreet))
	}
	hidden := func(want bool) {
		t.Helper()
		if d.root.env.Veil.On() != want {
			t.Fatalf("hidden is %v:\n%s", !want, d.screen())
		}
	}
	look()
	hidden(false)
	there.keys("v")
	look()
	hidden(true)
	d.sees("Discreet, as in another window. v shows names again.", discreetSign)
	d.seesNot("Priya")
	d.keys("v")
	look()
	hidden(false)
	there.keys("v", "v") // off, and on again
	look()
	hidden(true)
	there.keys("v")
	look()
	hidden(true)
}

// TestDiscreetColumns has columns hold initials, not what is left of a name that was cut first.
func TestDiscreetColumns(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"Anne-Marie Leroux-Duvalier", `Elizabeth "Lizzo" Hallorann`, "priya_n"} {
		d.writes(name, "We talked.\n- [ ] ask about the map")
	}
	d.keys("v")
	for _, page := range []func(*Env) Screen{func(env *Env) Screen { return NewToday(env) }, func(env *Env) Screen { return NewActions(env) }} {
		d.alone(page(d.root.env), [2]int{80, 24})
		d.sees("A. L.    ask about", "E. L. H. ask about", "P.       ask about")
	}
	d.alone(NewPeople(d.root.env), [2]int{60, 20})
	d.sees("A. L.", "E. L. H.")
	d.seesNot("P._n", "…")
}

// TestDiscreetField shows what was told in confidence to whoever changes it in a form, once a key in
// that field asks for it.
func TestDiscreetField(t *testing.T) {
	d := newDesk(t)
	d.writes("Zorblatquix Person", "We talked.\n- [ ] priv: she leaves")
	d.keys("v")
	d.open(NewActions(d.root.env))
	d.keys("e")
	d.seesNot("leaves", "orblat")
	d.keys("left")
	d.sees("priv: she leaves")
	d.types(" Zorblatquix ")
	d.seesNot("orblat")
	d.keys("tab")
	d.seesNot("leaves")
	d.sees("priv: " + journal.Veiled)
	d.keys("ctrl+s")
	d.seesNot("leaves")
	if words := everyWord(t, d); !strings.Contains(words, "she leave Zorblatquix s") {
		t.Errorf("the journal has %s", words)
	}
}
