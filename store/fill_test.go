package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bothways/journal"
	"bothways/journal/material"
)

// madeUp writes a journal of so many conversations, each with three actions, as a lifetime has
// them: over many people, of whom few are still talked to.
func madeUp(f *Filler, conversations int) error {
	start := time.Date(1966, 11, 21, 15, 0, 0, 0, time.UTC)
	uid := func(kind, n int) string { return fmt.Sprintf("01930000-%04x-7000-8000-%012x", kind, n*7919) }
	people := max(12, conversations/70)
	at := func(n int) time.Time {
		return start.Add(time.Duration(n) * 60 * 365 * 24 * time.Hour / time.Duration(conversations))
	}
	for p := 1; p <= people; p++ {
		id := int64(p)
		state := journal.StateEnded
		if p > people-10 {
			state = journal.StateActive
		}
		if err := errors.Join(
			f.Person(journal.Person{ID: id, UID: uid(1, p), Name: fmt.Sprintf("Person %c%d", 'A'+p%26, p)}),
			f.Relationship(journal.Relationship{ID: id, UID: uid(2, p), PersonID: id, Role: journal.Roles()[p%3], State: state}),
		); err != nil {
			return err
		}
	}
	// A part of the answers are free words.
	asked := []journal.Prompt{{}}
	sets, err := material.Sets()
	if err != nil {
		return err
	}
	for _, set := range sets {
		asked = append(asked, set.Prompts...)
	}
	plain := strings.Repeat("She asked what a chair is for and we talked about listening. ", 25)
	for n := 1; n <= conversations; n++ {
		rel := int64((n-1)*people/conversations + 1)
		if n%5 == 0 {
			rel = int64(people - n%10) // some last
		}
		v := journal.SessionView{Session: journal.Session{ID: int64(n), UID: uid(3, n), RelationshipID: rel, At: at(n), Role: journal.RoleMentor},
			CheckIn: journal.CheckIn{Trust: n % 6, Needs: journal.Needs()[:n%3]}}
		note := plain
		for i := range 3 {
			a := journal.Action{ID: int64(n*3 + i), UID: uid(4, n*3+i), PersonID: rel, RelationshipID: rel, Text: fmt.Sprintf("do thing %d of %d", i, n),
				Owner: []journal.Owner{journal.OwnerMe, journal.OwnerThem}[i%2], State: journal.ActionDone, ClosedAt: at(n + i)}
			if n > conversations-70 {
				a.State, a.ClosedAt = journal.ActionOpen, time.Time{}
			}
			a.Source = "- [ ] " + a.Text
			note += "\n" + a.Source
			v.Actions = append(v.Actions, a)
		}
		v.Note = note + "\nshift: so that is it\nask: why\n"
		topic := journal.Topic{ID: int64(n), UID: uid(5, n), RelationshipID: rel, SessionID: v.ID, Text: "why", Source: "ask: why", State: journal.TopicRaised, RaisedIn: v.ID}
		shift := journal.Shift{ID: int64(n), UID: uid(6, n), Text: "so that is it", Source: "shift: so that is it"}
		if err := errors.Join(
			f.Session(v, nil, []journal.Shift{shift}),
			f.Topic(topic),
			f.Reflection(journal.Reflection{ID: int64(n), UID: uid(7, n), PersonID: rel, Text: plain[:300], At: at(n), Asked: asked[n%len(asked)].Asked()}),
		); err != nil {
			return err
		}
	}
	return nil
}

func TestFill(t *testing.T) {
	ctx := context.Background()
	fill := func(t *testing.T, path string) *Store {
		t.Helper()
		s := mustOpenAt(t, path)
		ok(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 150) }))
		return s
	}
	t.Run("all of it, to be used at once", func(t *testing.T) {
		s := fill(t, filepath.Join(t.TempDir(), "journal.db"))
		for tbl, want := range map[string]int64{"session": 150, "action": 450, "reflection": 150, "topic": 150, "shift": 150, "history": 0, "step": 0} {
			if n := scalar(t, s, "SELECT count(*) FROM "+tbl); n != want {
				t.Errorf("%d rows of %s", n, tbl)
			}
		}
		v := must(s.Session(ctx, 150))(t)
		again := reword(t, s, v, strings.Replace(v.Note, "do thing 1", "do the thing 1", 1))
		if len(again.Notices) != 0 || len(again.Actions) != 3 || again.Actions[1].Text != "do the thing 1 of 150" || again.Actions[1].ID != v.Actions[1].ID {
			t.Errorf("an edit after it: %v, %+v", again.Notices, again.Actions)
		}
		must2(s.Undo(ctx))(t)
		if got := must(s.Session(ctx, 150))(t); got.Note != v.Note || got.Actions[1].Text != v.Actions[1].Text {
			t.Error("the edit was not undone")
		}
		if info := must(os.Stat(s.Path()))(t); info.Mode().Perm() != 0o600 {
			t.Errorf("the file is %o", info.Mode().Perm())
		}
		if n := scalar(t, s, "SELECT count(*) FROM sqlite_schema WHERE type = 'index'"); n != scalar(t, MustOpen(t), "SELECT count(*) FROM sqlite_schema WHERE type = 'index'") {
			t.Errorf("%d indexes", n)
		}
		var mode, check string
		ok(t, s.wr.QueryRow("PRAGMA journal_mode").Scan(&mode))
		ok(t, s.wr.QueryRow("PRAGMA integrity_check").Scan(&check))
		if mode != "wal" || check != "ok" {
			t.Errorf("journal_mode %s, integrity %s", mode, check)
		}
	})
	t.Run("the same twice", func(t *testing.T) {
		a, b := fill(t, filepath.Join(t.TempDir(), "a.db")), fill(t, filepath.Join(t.TempDir(), "b.db"))
		if x, y := dump(t, a), dump(t, b); x != y {
			t.Error(firstDiff(x, y))
		}
	})
	t.Run("not over what was written", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, "words")
		wantCode(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 10) }), journal.CodeConflict)
		if v := must(s.Session(ctx, 1))(t); v.Note != "words" {
			t.Errorf("note = %q", v.Note)
		}
	})
	t.Run("over a draft that never had words", func(t *testing.T) {
		s := MustOpen(t)
		ok(t, s.SetDraftAsideAs(ctx, journal.Draft{UID: "d1", Writer: "w1", Typed: 1}))
		ok(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 10) }))
	})
	t.Run("not over questions of one's own", func(t *testing.T) {
		s := MustOpen(t)
		must(s.AddSet(ctx, journal.PromptSet{Title: "Mine"}))(t)
		wantCode(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 10) }), journal.CodeConflict)
		if today := must(s.Today(ctx, journal.Date{}, TodayLimits{}))(t); !today.Empty {
			t.Error("the journal is not empty for whoever opens it")
		}
	})
	t.Run("not over words that were set aside", func(t *testing.T) {
		s := MustOpen(t)
		d := must(s.SaveDraft(ctx, journal.Draft{UID: "d1", Text: "words"}))(t)
		ok(t, s.SetDraftAside(ctx, d.ID))
		wantCode(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 10) }), journal.CodeConflict)
	})
	t.Run("given up half way", func(t *testing.T) {
		s := MustOpen(t)
		err := s.Fill(ctx, func(f *Filler) error { return errors.Join(madeUp(f, 10), errors.New("no")) })
		wantCode(t, err, journal.CodeInternal)
		if n := scalar(t, s, "SELECT count(*) FROM person"); n != 0 {
			t.Errorf("%d people", n)
		}
		priya(t, s, "words")
		for _, name := range dirNames(t, filepath.Dir(s.Path())) {
			if !strings.HasPrefix(name, "journal.db") {
				t.Errorf("%s is left", name)
			}
		}
	})
}
