package store

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// purge destroys what a query finds.
func purge(tb testing.TB, s *Store, q PurgeQuery) Purged {
	tb.Helper()
	p := must(s.Purgeable(context.Background(), q))(tb)
	done := must(s.Purge(context.Background(), p.Steps()))(tb)
	if got, want := countsSaid(done.Counts), countsSaid(p.Counts); got != want {
		tb.Errorf("purged %s, said %s", got, want)
	}
	if done.Warning != "" {
		tb.Errorf("warning: %s", done.Warning)
	}
	wantSound(tb, s)
	return done
}

func countsSaid(all []journal.TrashCount) string {
	var out []string
	for _, c := range all {
		out = append(out, c.String())
	}
	return strings.Join(out, ", ")
}

// wantSound checks that the file is whole and no row refers to one that is not there.
func wantSound(tb testing.TB, s *Store) {
	tb.Helper()
	for _, query := range []string{"PRAGMA integrity_check", "SELECT count(*) FROM pragma_foreign_key_check"} {
		var got string
		ok(tb, s.wr.QueryRowContext(context.Background(), query).Scan(&got))
		if got != "ok" && got != "0" {
			tb.Errorf("%s: %s", query, got)
		}
	}
}

// inFiles are the words that are in a byte of the journal's files.
func inFiles(tb testing.TB, s *Store, words ...string) []string {
	tb.Helper()
	var found []string
	for _, end := range []string{"", walEnd, "-shm", "-journal"} {
		b, err := os.ReadFile(s.Path() + end)
		if err != nil && !os.IsNotExist(err) {
			tb.Fatal(err)
		}
		for _, w := range words {
			if bytes.Contains(bytes.ToLower(b), []byte(strings.ToLower(w))) {
				found = append(found, w)
			}
		}
	}
	return found
}

func secrets() []string {
	return []string{"secretdraft", "secretfirst", "secretsecond", "secretlist", "secretdone", "secretview", "secretshift", "secretask", "secretprivate", "secretpassed",
		"secretgoal", "secretprogress", "secretoften", "secretwhy", "secretword", "secretreview", "secretpromise", "secretanswer", "secretanswered", "secretnotes"}
}

func TestPurge(t *testing.T) {
	ctx := context.Background()
	t.Run("leaves no byte of a person", func(t *testing.T) {
		s := MustOpen(t)
		k := fullLife(t, s)
		samOnly := priya(t, s, "later") // with the person who goes
		ok(t, s.DeleteSession(ctx, samOnly.Session.ID))
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		if found := inFiles(t, s, append(secrets(), "Nambiar")...); len(found) < len(secrets()) {
			t.Fatalf("only %q are in the files before", found)
		}
		done := purge(t, s, PurgeQuery{With: "priya"})
		if done.Versions < 40 || len(done.Counts) < 10 {
			t.Errorf("purged %+v", done)
		}
		if found := inFiles(t, s, append(secrets(), "Nambiar", "later")...); len(found) > 0 {
			t.Errorf("%q are still in the files", found)
		}
		wantTrash(t, s)
		if n := scalar(t, s, "SELECT count(*) FROM person WHERE deleted_at IS NULL"); n != 1 {
			t.Errorf("%d people are left", n)
		}
	})
	t.Run("leaves no byte of one conversation, and the rest as it was", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "secretone\n- [ ] secretlift\n- [ ] livingline done")
		for _, a := range k.Actions {
			if strings.HasPrefix(a.Text, "living") {
				ok(t, s.CloseAction(ctx, a.ID, journal.ActionDone, "gladly"))
			}
		}
		reword(t, s, must(s.Session(ctx, k.Session.ID))(t), "secrettwo\n- [ ] livingline done")
		must2(s.Undo(ctx))(t)
		other := priya(t, s, "stays as it was")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		purge(t, s, PurgeQuery{All: true})
		if found := inFiles(t, s, "secretone", "secrettwo", "secretlift"); len(found) > 0 {
			t.Errorf("%q are still in the files", found)
		}
		if v := must(s.Session(ctx, other.Session.ID))(t); v.Note != "stays as it was" || v.PersonName != "Priya Nambiar" {
			t.Errorf("the other one is %+v", v)
		}
		done, _ := must2(s.Actions(ctx, ActionQuery{Closed: true}))(t)
		if len(done) != 1 || done[0].Text != "livingline done" || done[0].SessionID != 0 || done[0].Source != "" {
			t.Errorf("what was done is %+v", done)
		}
	})
	t.Run("what became of advice outlives the conversation", func(t *testing.T) {
		s := MustOpen(t)
		k := fullLife(t, s)
		sam := must(s.FindPerson(ctx, "sam"))(t)
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		purge(t, s, PurgeQuery{All: true})
		if found := inFiles(t, s, "secretfirst", "secretprivate", "secretshift", "secretdraft"); len(found) > 0 {
			t.Errorf("%q are still in the files", found)
		}
		to := must(s.AdviceTo(ctx, sam.Relationships[0].ID))(t)
		if len(to) != 1 || to[0].Text != "secretview" || to[0].FromName != "Priya Nambiar" {
			t.Errorf("advice = %+v", to)
		}
		goals := must(s.Goals(ctx, k.Session.RelationshipID))(t)
		if len(goals) != 1 || len(goals[0].Notes) != 1 || goals[0].Notes[0].SessionUID != "" {
			t.Errorf("goals = %+v", goals)
		}
	})
	t.Run("only what is older than it is offered", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "old words")
		clock := s.now
		s.now = func() time.Time { return clock().AddDate(0, 0, -31) }
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		s.now = clock
		young := priya(t, s, "young words")
		ok(t, s.DeleteSession(ctx, young.Session.ID))
		done := purge(t, s, PurgeQuery{})
		if countsSaid(done.Counts) != "1 conversation" {
			t.Errorf("purged %s", countsSaid(done.Counts))
		}
		wantTrash(t, s, "conversation: young words (Priya Nambiar)")
		if found := inFiles(t, s, "old words", "young words"); !slices.Equal(found, []string{"young words"}) {
			t.Errorf("in the files: %q", found)
		}
	})
	t.Run("undo says so and harms nothing", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, "before")
		k := priya(t, s, "gone")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		purge(t, s, PurgeQuery{All: true})
		before := dump(t, s)
		_, did, err := s.Undo(ctx)
		wantCode(t, err, journal.CodeConflict)
		if did || dump(t, s) != before {
			t.Error("something was undone")
		}
		step, _ := must2(s.Undo(ctx))(t)
		if step.What != journal.StepNoteKept || step.Name != "Priya Nambiar" {
			t.Errorf("then undone: %s", step)
		}
		must2(s.Redo(ctx))(t)
		if got := dump(t, s); got != before {
			t.Errorf("done again:\n%s", firstDiff(before, got))
		}
	})
	t.Run("undo of a step with more in it stops there", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "gone") // its step made the person too
		ok(t, s.ChangePerson(ctx, journal.Person{ID: k.Session.PersonID, Name: "Priya N."}))
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		purge(t, s, PurgeQuery{All: true})
		_, _, err := s.Undo(ctx)
		wantCode(t, err, journal.CodeConflict)
		must2(s.Undo(ctx))(t)
		before := dump(t, s)
		for range 3 {
			_, did, err := s.Undo(ctx)
			wantCode(t, err, journal.CodeConflict)
			if did || dump(t, s) != before {
				t.Error("something was undone")
			}
		}
		must2(s.Redo(ctx))(t)
		if p := must(s.Person(ctx, k.Session.PersonID))(t); p.Name != "Priya N." {
			t.Errorf("done again: %+v", p)
		}
	})
	t.Run("nothing is done again on what is gone", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "gone")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		step := must(s.Trash(ctx))(t)[0].StepID
		must(s.BringBackTrashed(ctx, step))(t)
		must2(s.Undo(ctx))(t)
		purge(t, s, PurgeQuery{Step: step})
		if _, did := must2(s.Redo(ctx))(t); did {
			t.Error("something was done again")
		}
	})
	t.Run("a history that refers to what is gone", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk")
		topic := must(s.AddTopic(ctx, journal.Topic{RelationshipID: k.Session.RelationshipID, Text: "the promotion"}))(t)
		raised := priya(t, s, "we raised it")
		ok(t, s.SetTopicState(ctx, topic.ID, journal.TopicRaised, raised.Session.ID))
		ok(t, s.SetTopicState(ctx, topic.ID, journal.TopicWaiting, 0))
		ok(t, s.DeleteSession(ctx, raised.Session.ID))
		purge(t, s, PurgeQuery{All: true})
		_, _, err := s.Undo(ctx)
		wantCode(t, err, journal.CodeConflict)
		must2(s.Undo(ctx))(t)
		if v := must(s.Topic(ctx, topic.ID))(t); v.State != journal.TopicRaised || v.RaisedIn != 0 {
			t.Errorf("topic = %+v", v)
		}
	})
	t.Run("a number is never given to another", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "gone")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		purge(t, s, PurgeQuery{All: true})
		if next := priya(t, s, "next"); next.Session.ID == k.Session.ID {
			t.Error("the next conversation has the number of the one that is gone")
		}
		_, err := s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: "an edit from another window"})
		wantCode(t, err, journal.CodeConflict)
	})
	t.Run("what was brought back meanwhile stays", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "here again")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		p := must(s.Purgeable(ctx, PurgeQuery{All: true}))(t)
		must2(s.Undo(ctx))(t)
		_, err := s.Purge(ctx, p.Steps())
		wantCode(t, err, journal.CodeNotFound)
		must(s.Session(ctx, k.Session.ID))(t)
	})
	t.Run("while another window reads", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "secretword")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		other := mustOpenAt(t, s.Path())
		ok(t, other.read(ctx, func(q querier) error {
			if _, err := count(ctx, q, "SELECT count(*) FROM session"); err != nil {
				return err
			}
			done := must(s.Purge(ctx, must(s.Purgeable(ctx, PurgeQuery{All: true}))(t).Steps()))(t)
			if !strings.Contains(done.Warning, "being read just now") {
				t.Errorf("warning = %q", done.Warning)
			}
			return nil
		}))
	})
	t.Run("whose name", func(t *testing.T) {
		s := MustOpen(t)
		for _, name := range []string{"Ada Lane", "Ada Moor", "Sam"} {
			ok(t, s.DeletePerson(ctx, must(s.AddPerson(ctx, journal.Person{Name: name}, nil))(t).ID))
		}
		_, err := s.Purgeable(ctx, PurgeQuery{With: "ada"})
		wantCode(t, err, journal.CodeAmbiguous)
		_, err = s.Purgeable(ctx, PurgeQuery{With: "nobody"})
		wantCode(t, err, journal.CodeNotFound)
		purge(t, s, PurgeQuery{With: "moor"})
		wantTrash(t, s, "person:  (Sam)", "person:  (Ada Lane)")
	})
	t.Run("in a journal that can only be read", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		mustOpenAt(t, path)
		s := must(Open(ctx, Options{Path: path, ReadOnly: true}))(t)
		defer s.Close()
		_, err := s.Purge(ctx, []int64{1})
		wantCode(t, err, journal.CodeReadOnly)
	})
}

// TestTies checks that every way in which rows refer to others is known, and every text of a row that
// is emptied.
func TestTies(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	known := map[string]bool{}
	for _, c := range ties() {
		known[strings.Join([]string{string(c.child), c.column, string(c.parent)}, " ")] = c.required
	}
	harmless := []string{"uid", "role", "kind", "formality", "state", "rhythm_unit", "held_zone", "held_on", "medium", "direction", "owner", "due_on", "due_key", "from_on", "until_on", "next_on",
		"asked_on", "trial_until", "ended_on", "resumed_on", "agreed_on", "review_unit", "noted_on", "again_on", "decision", "prompt_id", "set_id", "prompt_language", "language", "moment", "of_uid", "writer"}
	for _, tbl := range trashTables() {
		found := must(list(ctx, s.rd, func(r *sql.Rows) (c [3]string, err error) { return c, r.Scan(&c[0], &c[1], &c[2]) },
			"SELECT f.\"from\", f.\"table\", i.\"notnull\" FROM pragma_foreign_key_list(?1) f JOIN pragma_table_info(?1) i ON i.name = f.\"from\"", string(tbl)))(t)
		for _, f := range found {
			key := strings.Join([]string{string(tbl), f[0], f[1]}, " ")
			if required, ok := known[key]; !ok || required != (f[2] == "1") {
				t.Errorf("%s (required %s) is known: %v, %v", key, f[2], ok, required)
			}
			delete(known, key)
		}
		texts := must(list(ctx, s.rd, func(r *sql.Rows) (c string, err error) { return c, r.Scan(&c) }, "SELECT name FROM pragma_table_xinfo(?) WHERE type = 'TEXT'", string(tbl)))(t)
		for _, c := range texts {
			if _, ok := emptied(tbl)[c]; !ok && !slices.Contains(harmless, c) {
				t.Errorf("%s.%s is left in a row that is emptied", tbl, c)
			}
		}
	}
	if len(known) > 0 {
		t.Errorf("there is no %v", known)
	}
}

// TestOnlyPurgeDestroys looks through the sources for whatever takes rows out of a file.
func TestOnlyPurgeDestroys(t *testing.T) {
	var files []string
	for _, in := range []string{"*.go", "../*.go", "../journal/*.go", "../journal/*/*.go", "../tui/*.go", "../tui/*/*.go"} {
		files = append(files, must(filepath.Glob(in))(t)...)
	}
	seen := false
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		// What is found of a row is taken out of the index with it, and comes of the row again.
		text := strings.ReplaceAll(string(must(os.ReadFile(f))(t)), "DELETE FROM search", "")
		text = strings.ReplaceAll(text, "DELETE FROM sqlite_schema WHERE \" + parts", "")
		for _, word := range []string{"DELETE FROM", "DROP TABLE", "INSERT OR REPLACE", "REPLACE INTO", "ON CONFLICT REPLACE", "UPDATE OR REPLACE", "TRUNCATE TABLE"} {
			if !strings.Contains(strings.ToUpper(text), word) {
				continue
			}
			if f != "purge_run.go" && f != "salvage_rows.go" { // the latter writes a new file, out of what it could read
				t.Errorf("%s has %s", f, word)
			}
			seen = true
		}
	}
	if !seen {
		t.Error("nothing was looked through")
	}
}
