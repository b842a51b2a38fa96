package tui

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/journal/demo"
	"bothways/store"
	"bothways/tui/theme"
)

// FuzzPages puts a text everywhere a journal holds words, past every door that would refuse it, as a
// journal from elsewhere may have it, and draws every page: nothing of it may steer the terminal.
func FuzzPages(f *testing.F) {
	for _, s := range []string{
		"plain words", "\x1b]0;OWNED\x07", "\x1b[2J\x1b[31mred", "a\x00b\x7f\x9b31m", "\u009b31m\u009d0;x\u009c", "\u202eright to left\u2066", "\u200e\u200f\u061c\u2028\u2029",
		"\t\r\n\v\f\x05", "\xff\xfe\xc0\xaf", "- [ ] @them a\x1bc fri\nshift: b\u202e\ngot: \x9b\nask!: \u0085\npriv: \x1bZ", "会議\u200d👩‍👩‍👧\x1b", strings.Repeat("w\u202e", 300),
	} {
		f.Add(s)
	}
	w := newWall(f)
	f.Fuzz(func(t *testing.T, s string) {
		w.t, w.desk.t = t, t
		w.paint(s)
		for _, page := range w.pages() {
			w.look(page)
		}
	})
}

// wall is a made-up journal in which every free text can be painted over.
type wall struct {
	t      testing.TB
	desk   *desk
	db     *sql.DB
	update []string // one statement for each table with words in it
}

func newWall(f testing.TB) *wall {
	d := newDesk(f)
	err := d.store().Fill(f.Context(), func(to *store.Filler) error {
		return demo.Write(demo.Plan{Seed: 1, Years: 2, Until: d.now}, pouring{to})
	})
	d.must(err)
	_, err = d.store().SaveDraft(f.Context(), journal.Draft{UID: store.NewUID(), PersonName: "Ona", Role: journal.RoleMentor, Text: "half", UpdatedAt: d.now})
	d.must(err)
	set, err := d.store().AddSet(f.Context(), journal.PromptSet{Title: "Mine"})
	d.must(err)
	_, err = d.store().AddPrompt(f.Context(), journal.Prompt{SetID: set.ID, Text: "Why?"})
	d.must(err)
	name := url.URL{Scheme: "file", Path: d.store().Path(), RawQuery: "mode=rw&_pragma=busy_timeout(5000)"}
	db, err := sql.Open("sqlite", name.String())
	d.must(err)
	f.Cleanup(func() { d.must(db.Close()) })
	w := &wall{t: f, desk: d, db: db}
	w.findWords()
	*d.root.env.Theme = theme.Theme{} // so that the program itself writes no escape sequence
	return w
}

// findWords finds the columns that hold words: all that hold text but those the program reads itself.
func (w *wall) findWords() {
	own := strings.Fields(`uid of_uid name_key role state held_zone zone due_key rhythm_unit review_unit owner direction kind
		tbl op before after what slug prompt_id set_id writer language prompt_language moment sources checks needs interventions moves
		relations focus checkin raised was decision stopped_at trial_until`)
	rows, err := w.db.Query(`SELECT t.name, c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c
		WHERE t.type = 'table' AND c.type = 'TEXT' AND c.hidden = 0 AND c.name NOT LIKE '%\_on' ESCAPE '\' ORDER BY 1, 2`)
	w.desk.must(err)
	defer rows.Close()
	columns := map[string][]string{}
	for rows.Next() {
		var table, column string
		w.desk.must(rows.Scan(&table, &column))
		if !slices.Contains(own, column) {
			columns[table] = append(columns[table], column+" = ?1")
		}
	}
	w.desk.must(rows.Err())
	for table, set := range columns {
		w.update = append(w.update, fmt.Sprintf("UPDATE %s SET %s", table, strings.Join(set, ", ")))
	}
	w.update = append(w.update, "UPDATE relationship SET focus = ?2")
	if len(columns) < 12 {
		w.t.Fatalf("words are only in %v", columns)
	}
}

// paint writes s over every word.
func (w *wall) paint(s string) {
	list, err := json.Marshal([]string{s, "confidence"})
	w.desk.must(err)
	tx, err := w.db.Begin()
	w.desk.must(err)
	for _, query := range w.update {
		args := []any{s}
		if strings.Contains(query, "?2") {
			args = append(args, string(list))
		}
		if _, err := tx.Exec(query, args...); err != nil {
			w.t.Fatalf("%s: %v", query, err)
		}
	}
	w.desk.must(tx.Commit())
}

// pages are a page of each sort, with something on it.
func (w *wall) pages() []Screen {
	env := w.desk.root.env
	id := func(query string) (n int64) {
		if err := w.db.QueryRow(query).Scan(&n); err != nil {
			w.t.Fatalf("%s: %v", query, err)
		}
		return n
	}
	rel := id("SELECT relationship_id FROM goal ORDER BY id LIMIT 1")
	talk := id("SELECT max(id) FROM session WHERE relationship_id = (SELECT relationship_id FROM goal ORDER BY id LIMIT 1)")
	return []Screen{
		NewToday(env), NewPeople(env), NewRelationship(env, rel), NewRelationship(env, id("SELECT id FROM relationship WHERE role = 'mentee' LIMIT 1")),
		NewSession(env, talk), NewPrepare(env, rel), NewActions(env), NewReflect(env), NewReflection(env, id("SELECT max(id) FROM reflection")),
		NewAnswersAbout(env, id("SELECT max(person_id) FROM reflection"), "somebody"), NewGoal(env, id("SELECT max(id) FROM goal")),
		NewHeldReview(env, id("SELECT max(id) FROM review WHERE held_at IS NOT NULL")), NewEnding(env, rel), NewLibrary(env),
		NewInsights(env), NewLookBack(env), NewSearch(env),
		NewWrite(env, WriteStart{RelationshipID: rel}),
	}
}

// look opens a page over the first and reads it as a terminal would: alone, with the mouse listened to,
// with a list of people to choose from laid over, and with all that can be gone to.
func (w *wall) look(page Screen) {
	d := w.desk
	d.root.pages, d.root.overlays, d.root.news = []Screen{NewToday(d.root.env)}, nil, sayMsg{}
	d.size(110, 40)
	d.open(page)
	w.harmless(page)
	d.size(44, 14)
	w.harmless(page)
	d.root.listen(true)
	w.harmless(page)
	d.root.listen(false)
	d.send(overlayMsg{newPicker(d.root.env, "Who?", true, func(WriteStart) tea.Cmd { return nil })})
	w.harmless(page)
	d.root.overlays = nil
	d.send(overlayMsg{newPalette(d.root.env, nil, d.root.run)})
	w.harmless(page)
	d.types("a")
	d.root.listen(true)
	w.harmless(page)
	d.root.listen(false)
}

// harmless requires that nothing on the screen is more than a character to be drawn.
func (w *wall) harmless(page Screen) {
	w.t.Helper()
	view := w.desk.root.View()
	if view.WindowTitle != "bothways" || !utf8.ValidString(view.Content) {
		w.t.Fatalf("%T: the title is %q, the page %q", page, view.WindowTitle, view.Content)
	}
	for i, r := range view.Content {
		c1 := r >= 0x7f && r <= 0x9f
		bidi := r == 0x61c || r == 0x200e || r == 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
		if r < 0x20 && r != '\n' && r != '\t' || c1 || bidi {
			w.t.Fatalf("%T: %U reached the screen, in %q", page, r, view.Content[max(0, i-60):min(len(view.Content), i+60)])
		}
	}
}

// pouring passes a made-up journal on to a store.
type pouring struct{ *store.Filler }

func (p pouring) Conversation(c demo.Conversation) error { return p.Session(c.View(), nil, c.Shifts) }
