package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothways/journal"
)

// formOneRows has rows of every table of the first form: a note that was kept with all that lifted,
// and then edited as a step of its own.
const formOneRows = `
INSERT INTO person (id, uid, name, name_key, created_at, updated_at) VALUES (3, 'p3', 'Priya Nambiar', 'priya nambiar', 1, 1);
INSERT INTO relationship (id, uid, person_id, role, state, focus, created_at, updated_at) VALUES (4, 'r4', 3, 'mentor', 'active', '["a"]', 1, 1);
INSERT INTO session (id, uid, relationship_id, person_id, held_at, held_zone, held_on, role, rev, created_at, updated_at, note)
	VALUES (7, '01930000-0003-7000-8000-00000000abcd', 4, 3, 1000, 'UTC', '1970-01-01', 'mentor', 2, 1, 2, 'later words' || char(10) || 'got: a view' || char(10) || 'shift: so' || char(10) || 'ask: why' || char(10) || '- [ ] act');
INSERT INTO exchange (id, uid, session_id, direction, text, source, pos, created_at, updated_at) VALUES (11, 'x11', 7, 'got', 'a view', 'got: a view', 0, 1, 1);
INSERT INTO exchange (id, uid, session_id, direction, text, created_at, updated_at, deleted_at) VALUES (20, 'x20', 7, 'gave', 'gone', 1, 1, 2);
INSERT INTO shift (id, uid, session_id, text, source, pos, created_at, updated_at) VALUES (12, 's12', 7, 'so it is', 'shift: so', 1, 1, 2);
INSERT INTO topic (id, uid, relationship_id, session_id, text, hard, state, source, pos, created_at, updated_at) VALUES (13, 't13', 4, 7, 'why', 1, 'waiting', 'ask: why', 2, 1, 1);
INSERT INTO action (id, uid, person_id, relationship_id, session_id, text, owner, due_on, state, source, pos, created_at, updated_at)
	VALUES (14, '01930000-0004-7000-8000-00000000beef', 3, 4, 7, 'act', 'me', '2026-12-01', 'open', '- [ ] act', 3, 1, 1);
INSERT INTO reflection (id, uid, person_id, held_at, held_zone, held_on, seconds, created_at, updated_at, question, text)
	VALUES (15, '01930000-0007-7000-8000-00000000cafe', 3, 2000, 'Europe/Berlin', '1970-01-01', 60, 1, 1, 'What then?', 'An answer.');
INSERT INTO reflection (id, uid, held_at, held_zone, held_on, created_at, updated_at, deleted_at, text) VALUES (30, 'f30', 1, 'UTC', '1970-01-01', 1, 1, 2, 'Taken away.');
INSERT INTO draft (id, uid, session_id, base_rev, created_at, updated_at, text) VALUES (16, 'd16', 7, 2, 1, 1, 'typed');
INSERT INTO step (id, at, what, name, updated_at) VALUES (1, 1, 'note kept', 'Priya Nambiar', 1), (2, 2, 'note edited', 'Priya Nambiar', 2);
INSERT INTO history (id, step_id, tbl, row_id, op, before) VALUES
	(1, 1, 'person', 3, 'insert', NULL), (2, 1, 'relationship', 4, 'insert', NULL), (3, 1, 'session', 7, 'insert', NULL),
	(4, 1, 'exchange', 11, 'insert', NULL), (5, 1, 'shift', 12, 'insert', NULL), (6, 1, 'topic', 13, 'insert', NULL), (7, 1, 'action', 14, 'insert', NULL),
	(8, 2, 'session', 7, 'update', '{"note":"first words"}'), (9, 2, 'shift', 12, 'update', '{"source":"shift: it","text":"it is"}'),
	(10, 2, 'exchange', 20, 'delete', '{"deleted_at":null}'), (11, 2, 'reflection', 30, 'delete', '{"deleted_at":null}');`

// formTwoRows has rows of what the second form added, on those of the first: check-ins, what lifted
// from answers, and the drafts of both. Ada is somebody with two relationships.
const formTwoRows = `
INSERT INTO checkin (id, uid, session_id, energy, trust, created_at, updated_at) VALUES (40, '01930000-0003-7000-8000-00000000abcd', 7, -1, 4, 1, 1);
INSERT INTO person (id, uid, name, name_key, created_at, updated_at) VALUES (50, 'p50', 'Ada', 'ada', 1, 1);
INSERT INTO relationship (id, uid, person_id, role, state, created_at, updated_at) VALUES (51, 'r51', 50, 'mentor', 'ended', 1, 1), (52, 'r52', 50, 'mentee', 'active', 1, 1), (53, 'r53', 50, 'mutual', 'active', 1, 1);
INSERT INTO session (id, uid, relationship_id, person_id, held_at, held_zone, held_on, role, created_at, updated_at, note)
	VALUES (54, 's54', 51, 50, 9000, 'UTC', '1970-01-01', 'mentor', 1, 1, 'late'), (55, 's55', 52, 50, 5000, 'UTC', '1970-01-01', 'mentee', 1, 1, 'early');
INSERT INTO checkin (id, uid, session_id, energy, created_at, updated_at, deleted_at) VALUES (41, 's54', 54, 2, 1, 1, 2);
INSERT INTO reflection (id, uid, person_id, held_at, held_zone, held_on, created_at, updated_at, text) VALUES (60, 'f60', 50, 7000, 'UTC', '1970-01-01', 1, 1, 'got: of Ada');
INSERT INTO reflection (id, uid, held_at, held_zone, held_on, created_at, updated_at, text) VALUES (61, 'f61', 8000, 'UTC', '1970-01-01', 1, 1, 'got: of nobody');
INSERT INTO exchange (id, uid, reflection_id, direction, text, source, created_at, updated_at) VALUES
	(70, 'x70', 60, 'got', 'of Ada', 'got: of Ada', 1, 1), (71, 'x71', 61, 'got', 'of nobody', 'got: of nobody', 1, 1), (72, 'x72', 15, 'gave', 'of Priya', '', 1, 1);
INSERT INTO draft (id, uid, kind, reflection_id, person_id, base_rev, checkin, created_at, updated_at, text) VALUES (80, 'd80', 'answer', 60, 50, 1, '', 1, 1, 'typed too');
INSERT INTO step (id, at, what, name, updated_at) VALUES (3, 3, 'conversation changed', 'Priya Nambiar', 3);
INSERT INTO history (id, step_id, tbl, row_id, op, before) VALUES (20, 3, 'session', 7, 'update', '{"held_at":500}'), (21, 3, 'checkin', 40, 'insert', NULL);`

// formOne makes a journal as the first version of the program left it.
func formOne(tb testing.TB, path string) { oldForm(tb, path, 1) }

// oldForm makes a journal as an earlier version of the program left it.
func oldForm(tb testing.TB, path string, form int) {
	tb.Helper()
	ok(tb, withDB(path, toFillNew(tb, path), func(db *sql.DB) error {
		script := string(must(schemaFiles.ReadFile("schema/0001.sql"))(tb)) + formOneRows
		if form == 2 {
			script += "PRAGMA foreign_keys = OFF;" + string(must(schemaFiles.ReadFile("schema/0002.sql"))(tb)) + formTwoRows
		}
		_, err := db.Exec(script + fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, form))
		return err
	}))
}

// toFillNew makes an empty file to be filled.
func toFillNew(tb testing.TB, path string) access {
	tb.Helper()
	ok(tb, os.WriteFile(path, nil, 0o600))
	return toWrite
}

func TestMigrate(t *testing.T) {
	ctx := context.Background()
	old := func(t *testing.T) *Store {
		t.Helper()
		path := filepath.Join(t.TempDir(), "journal.db")
		formOne(t, path)
		return mustOpenAt(t, path)
	}
	text := func(t *testing.T, s *Store, query string) (out string) {
		t.Helper()
		ok(t, s.wr.QueryRow(query).Scan(&out))
		return out
	}
	everyRow := func(t *testing.T, form int, tables ...table) {
		path := filepath.Join(t.TempDir(), "journal.db")
		oldForm(t, path, form)
		rows := func(db *sql.DB, columns map[table]string) string {
			var b strings.Builder
			for _, tbl := range append(tables, tablePerson, tableRelationship, tableSession, tableExchange, tableShift, tableTopic, tableAction, tableReflection, tableDraft, "step", "history") {
				if columns[tbl] == "" {
					names := must(list(ctx, db, func(r *sql.Rows) (c string, err error) { return c, r.Scan(&c) }, "SELECT quote(name) FROM pragma_table_info(?) ORDER BY name", string(tbl)))(t)
					columns[tbl] = strings.ReplaceAll(strings.Join(names, ", "), "'", `"`)
				}
				all := must(list(ctx, db, func(r *sql.Rows) (line string, err error) { return line, r.Scan(&line) },
					fmt.Sprintf("SELECT json_array(%s) FROM %s ORDER BY id", columns[tbl], tbl)))(t)
				fmt.Fprintf(&b, "%s\n%s\n", tbl, strings.Join(all, "\n"))
			}
			return b.String()
		}
		columns := map[table]string{}
		var before string
		ok(t, withDB(path, toRead, func(db *sql.DB) error { before = rows(db, columns); return nil }))
		s := mustOpenAt(t, path)
		if after := rows(s.wr, columns); after != before {
			t.Error(firstDiff(before, after))
		}
		if got := text(t, s, "PRAGMA integrity_check"); got != "ok" {
			t.Errorf("integrity_check: %s", got)
		}
		if n := scalar(t, s, "SELECT count(*) FROM pragma_foreign_key_check"); n != 0 {
			t.Errorf("%d rows point nowhere", n)
		}
		if got := text(t, s, "PRAGMA user_version"); got != fmt.Sprint(schemaVersion) {
			t.Errorf("user_version = %s", got)
		}
	}
	t.Run("every row is there", func(t *testing.T) { everyRow(t, 1) })
	t.Run("every row of the second form is there", func(t *testing.T) { everyRow(t, 2, tableCheckIn, tablePromptSet, tablePrompt, tablePromptPlace) })
	t.Run("the same form as a new one", func(t *testing.T) {
		const schema = "SELECT group_concat(type || ' ' || name || ' ' || ifnull(sql, ''), char(10)) FROM (SELECT * FROM sqlite_schema ORDER BY name)"
		s, fresh := old(t), MustOpen(t)
		_ = must(fresh.DataVersion(ctx))(t)
		if a, b := text(t, s, schema), text(t, fresh, schema); a != b {
			t.Error(firstDiff(a, b))
		}
	})
	t.Run("it is read", func(t *testing.T) {
		s := old(t)
		v := must(s.Session(ctx, 7))(t)
		if len(v.Exchanges) != 1 || v.Exchanges[0].SessionID != 7 || len(v.Shifts) != 1 || len(v.Actions) != 1 || v.Rev != 2 {
			t.Errorf("session = %+v", v)
		}
		r := must(s.Reflection(ctx, 15))(t)
		if r.Question != "What then?" || r.Text != "An answer." || r.PersonName != "Priya Nambiar" || r.Seconds != 60 || r.Rev != 1 || r.PromptID != "" {
			t.Errorf("reflection = %+v", r)
		}
		if d := must(s.Draft(ctx, 16))(t); d.Kind != journal.DraftNote || d.Text != "typed" || d.Name != "Priya Nambiar" {
			t.Errorf("draft = %+v", d)
		}
	})
	t.Run("a step made before is undone and done again", func(t *testing.T) {
		s := old(t)
		if step, did := must2(s.Undo(ctx))(t); !did || step.What != journal.StepNoteEdited {
			t.Fatalf("undone: %v %s", did, step)
		}
		v := must(s.Session(ctx, 7))(t)
		if v.Note != "first words" || v.Shifts[0] != "it is" || len(v.Exchanges) != 2 || v.Rev != 3 {
			t.Errorf("session = %+v", v)
		}
		if r := must(s.Reflection(ctx, 30))(t); r.Text != "Taken away." {
			t.Errorf("reflection = %+v", r)
		}
		must2(s.Redo(ctx))(t)
		if v = must(s.Session(ctx, 7))(t); !strings.HasPrefix(v.Note, "later words") || v.Shifts[0] != "so it is" || len(v.Exchanges) != 1 {
			t.Errorf("session = %+v", v)
		}
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		if _, err := s.Session(ctx, 7); journal.ErrorCode(err) != journal.CodeNotFound {
			t.Errorf("the note is there still: %v", err)
		}
	})
	t.Run("edited after it", func(t *testing.T) {
		s := old(t)
		v := must(s.Session(ctx, 7))(t)
		k := reword(t, s, v, strings.Replace(v.Note, "got: a view", "got: another view", 1))
		if len(k.Notices) != 0 || k.Exchanges[0].ID != 11 || k.Exchanges[0].Text != "another view" {
			t.Errorf("kept %+v, %v", k.Exchanges, k.Notices)
		}
	})
	t.Run("what lies beside a relationship is found", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		oldForm(t, path, 2)
		s := mustOpenAt(t, path)
		st := must(s.Standings(ctx, []int64{4, 51, 52}))(t)
		if v := st[4]; len(v.Energies) != 1 || v.Energies[0] != -1 || v.EnergyOn != date(t, "1970-01-01") {
			t.Errorf("standing = %+v", v)
		}
		if v := st[51]; len(v.Energies) != 0 || v.Last != date(t, "1970-01-01") {
			t.Errorf("a check-in that was taken away: %+v", v)
		}
		for rel, want := range map[int64]string{4: "of Priya, a view", 51: "", 52: "of Ada", 53: ""} {
			page, _ := must2(s.Exchanges(ctx, ExchangeQuery{RelationshipID: rel}))(t)
			var got []string
			for _, v := range page {
				got = append(got, v.Text)
			}
			if strings.Join(got, ", ") != want {
				t.Errorf("exchanges of %d: %q, want %q", rel, got, want)
			}
		}
		if n := scalar(t, s, "SELECT count(*) FROM exchange x WHERE held_at <> coalesce((SELECT held_at FROM session WHERE id = x.session_id), (SELECT held_at FROM reflection WHERE id = x.reflection_id))"); n != 0 {
			t.Errorf("%d exchanges are of another time", n)
		}
		if r := must(s.Relationship(ctx, 51))(t); r.State != journal.StateEnded || !r.EndedOn.IsZero() || r.SuggestedIn != 0 || r.Thanks != "" {
			t.Errorf("relationship = %+v", r)
		}
		if d := must(s.Draft(ctx, 80))(t); d.ReflectionID != 60 || d.Name != "Ada" || d.ReviewID != 0 || d.ReviewGone {
			t.Errorf("draft = %+v", d)
		}
		must2(s.Undo(ctx))(t)
		if v := must(s.Standings(ctx, []int64{4}))(t)[4]; len(v.Energies) != 0 {
			t.Errorf("after undo: %+v", v)
		}
		if n := scalar(t, s, "SELECT held_at FROM exchange WHERE id = 11"); n != 500 {
			t.Errorf("the exchange is at %d, and its conversation was moved back to 500", n)
		}
		must2(s.Redo(ctx))(t)
		if v := must(s.Standings(ctx, []int64{4}))(t)[4]; len(v.Energies) != 1 {
			t.Errorf("done again: %+v", v)
		}
		ok(t, s.PlanReview(ctx, 4, date(t, "2026-12-01")))
		must(s.AddGoal(ctx, journal.Goal{RelationshipID: 4, Text: "words"}))(t)
	})
}
