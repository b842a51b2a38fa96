package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// search is what is found for words, as "kind: snippet" with what is lit in brackets.
func search(tb testing.TB, s *Store, typed string) []string {
	tb.Helper()
	_ = must(s.Indexed(context.Background()))(tb)
	q, _ := journal.ReadSearch(typed, journal.DateOf(s.now()))
	found := must(s.Search(context.Background(), q, SearchOptions{}))(tb)
	if found.Due != 0 {
		tb.Errorf("%d things are not in the index", found.Due)
	}
	out := found.Notes
	for _, f := range found.Found {
		line, lit := q.Snippet(f.Text(journal.Veil{}), 60)
		for _, at := range slices.Backward(lit) {
			line = line[:at.Start] + "[" + line[at.Start:at.End] + "]" + line[at.End:]
		}
		out = append(out, string(f.Kind)+": "+line)
	}
	return out
}

func wantFound(tb testing.TB, s *Store, typed string, want ...string) {
	tb.Helper()
	if got := search(tb, s, typed); !slices.Equal(got, want) {
		tb.Errorf("%q finds\n\t%s\nnot\n\t%s", typed, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestSearch(t *testing.T) {
	ctx := context.Background()
	t.Run("words of everything", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "She froze.\n- [ ] send the panel list fri\ngave: how I prepare panels\nshift: a panel is listening\nask: panel fear")
		wantFound(t, s, "panel",
			"session: …[ ] send the [panel] list fri · gave: how I prepare [panels]…",
			"action: send the [panel] list", "exchange: how I prepare [panels]", "shift: a [panel] is listening", "topic: [panel] fear")
	})
	t.Run("case, accents, the last word begun", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "Zoë met ŁUKASZ at the café")
		wantFound(t, s, "zoe lukasz caf", "session: [Zoë] met [ŁUKASZ] at the [café]")
		wantFound(t, s, "caf zoe")
	})
	t.Run("phrase", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "the list of panels; a panel list")
		_ = priya(t, s, "a list, no panel")
		wantFound(t, s, `"panel list"`, "session: the list of panels; a [panel list]")
	})
	t.Run("without spaces between words", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "在会议室谈了很久")
		_ = priya(t, s, "面談: 会って議論")
		wantFound(t, s, "会议", "session: 在[会议]室谈了很久")
		wantFound(t, s, "议", "session: 在会[议]室谈了很久")
		wantFound(t, s, "久", "session: 在会议室谈了很[久]")
		wantFound(t, s, "会議")
	})
	t.Run("the person's name is a word of what is with them", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "slept badly")
		wantFound(t, s, "priya badly", "session: slept [badly]")
		wantFound(t, s, "pri", "person: [Priya] Nambiar")
	})
	t.Run("filters", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "panel one\n- [ ] panel two")
		_ = must(s.KeepNote(ctx, journal.Note{PersonName: "Tomás Vale", Role: journal.RoleMentee, Text: "panel three", At: time.Date(2025, 3, 1, 9, 0, 0, 0, berlin(t))}))(t)
		wantFound(t, s, "panel with:tomas", "session: [panel] three")
		wantFound(t, s, "panel role:mentor is:action", "action: [panel] two")
		wantFound(t, s, "panel before:2026", "session: [panel] three")
		wantFound(t, s, "before:2025-03-01 is:session")
		wantFound(t, s, "after:2025-02 before:2025-04 is:session", "session: panel three")
		wantFound(t, s, "with:nobody", "Nobody in the journal is called nobody.")
		wantFound(t, s, "focus:hiring", "No relationship is about hiring.")
		wantFound(t, s, `with:"to va" panel`, "session: [panel] three")
	})
	t.Run("by the days that are shown", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "panel in a note")
		r := must(s.Relationship(ctx, k.Session.RelationshipID))(t).Relationship
		r.Purpose, r.From = "panel nerves", date(t, "2019-05-02")
		ok(t, s.ChangeRelationship(ctx, r))
		wantFound(t, s, "panel", "session: [panel] in a note", "relationship: [panel] nerves")
		wantFound(t, s, "panel before:2020", "relationship: [panel] nerves")
		wantFound(t, s, "panel after:2020", "session: [panel] in a note")
	})
	t.Run("a list that is none stops nothing else", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "panel in a note")
		_, err := s.wr.ExecContext(ctx, "UPDATE relationship SET focus = '[\"panel' WHERE id = ?", k.Session.RelationshipID)
		ok(t, err)
		wantFound(t, s, "is:session panel", "session: [panel] in a note")
		_ = must(s.Indexed(ctx))(t)
	})
	t.Run("nothing asked", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "words")
		for _, typed := range []string{"", " ", "-", "*", `"`, "\x00", "with:"} {
			wantFound(t, s, typed)
		}
	})
	t.Run("signs of the index's own language", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "text and near or not title k1")
		for _, typed := range []string{"AND", "NOT near", "text:near", "NEAR(text", "{text}", "^text", "text*", "tags:ksession", "te\x00xt", strings.Repeat("text ", 2000)} {
			_ = search(t, s, typed)
		}
		wantFound(t, s, "AND (near", "session: text [and] [near] or not title k1")
		wantFound(t, s, "ksession")
	})
	t.Run("NUL in a note", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "before\x00after")
		if got := search(t, s, "after"); len(got) != 1 {
			t.Errorf("what is after a NUL is not found: %q", got)
		}
	})
	t.Run("changed, undone, done again, deleted, back", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "the old words")
		_ = reword(t, s, k.Session, "the new words")
		wantFound(t, s, "old")
		_, _, err := s.Undo(ctx)
		ok(t, err)
		wantFound(t, s, "new")
		wantFound(t, s, "old", "session: the [old] words")
		_, _, err = s.Redo(ctx)
		ok(t, err)
		wantFound(t, s, "new", "session: the [new] words")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		wantFound(t, s, "words")
		_, _, err = s.Undo(ctx)
		ok(t, err)
		wantFound(t, s, "words", "session: the new [words]")
	})
	t.Run("the newest first, a page of them", func(t *testing.T) {
		s := MustOpen(t)
		for i := range 5 {
			_ = must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentor, Text: fmt.Sprint("word ", i),
				At: time.Date(2020+(i*3)%5, 1, 1, 12, 0, 0, 0, berlin(t))}))(t)
		}
		wantFound(t, s, "word", "session: [word] 3", "session: [word] 1", "session: [word] 4", "session: [word] 2", "session: [word] 0")
		q, _ := journal.ReadSearch("word", journal.Date{})
		page := must(s.Search(ctx, q, SearchOptions{Limit: 2}))(t)
		if len(page.Found) != 2 || page.Next == "" {
			t.Errorf("a page of two has %d, more: %q", len(page.Found), page.Next)
		}
	})
	t.Run("many in one minute", func(t *testing.T) {
		s := MustOpen(t)
		at := time.Date(2026, 1, 1, 12, 0, 0, 0, berlin(t))
		for i := range 3 {
			_ = must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentor, Text: fmt.Sprint("word ", i), At: at}))(t)
		}
		if got := search(t, s, "word"); len(got) != 3 {
			t.Errorf("found %q", got)
		}
	})
	t.Run("what is not taken in yet is counted", func(t *testing.T) {
		s := MustOpen(t)
		_ = priya(t, s, "words")
		q, _ := journal.ReadSearch("words", journal.Date{})
		if found := must(s.Search(ctx, q, SearchOptions{}))(t); found.Due == 0 || len(found.Found) > 0 {
			t.Errorf("%d are due and %d found", found.Due, len(found.Found))
		}
	})
}

// TestSearchedWords makes sure that a column of the person's words is either found or left out for a
// reason.
func TestSearchedTables(t *testing.T) {
	s := MustOpen(t)
	ctx := context.Background()
	for _, tbl := range searched() {
		if searchKind(tbl) == "" {
			t.Errorf("what is found in %s has no kind", tbl)
		}
		rows, err := s.rd.QueryContext(ctx, searchQuery(tbl), "[1]")
		if err != nil {
			t.Errorf("%s: %v", tbl, err)
			continue
		}
		const columns = 9 // as scanSearchDoc reads them
		if names := must(rows.Columns())(t); len(names) != columns {
			t.Errorf("%s has %q", tbl, names)
		}
		ok(t, rows.Close())
		for _, end := range []string{"_is_new", "_is_other", "_is_gone"} {
			if n := must(count(ctx, s.rd, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name = ?", string(tbl)+end))(t); n != 1 {
				t.Errorf("%s%s is missing", tbl, end)
			}
		}
	}
	// Names of states and days, lines that are part of a note, and what is typed just now.
	not := map[string]bool{"step": true, "history": true, "draft": true, "hint": true, "checkin": true, "prompt_place": true, "search_due": true, "search_doc": true, "setting": true}
	rows := must(readTexts(ctx, s.rd, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search*'"))(t)
	for _, name := range rows {
		if !not[name] && !slices.Contains(searched(), table(name)) {
			t.Errorf("nothing of %s can be found", name)
		}
	}
}
