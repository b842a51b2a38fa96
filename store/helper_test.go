package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// berlin is where the tests' clock is.
func berlin(tb testing.TB) *time.Location {
	tb.Helper()
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		tb.Fatal(err)
	}
	return loc
}

// clockAt is a clock that goes on by a second whenever it is read.
type clockAt struct{ t time.Time }

func (c *clockAt) now() time.Time {
	c.t = c.t.Add(time.Second)
	return c.t
}

// MustOpen opens a new journal in a folder of the test's own.
func MustOpen(tb testing.TB) *Store {
	tb.Helper()
	return mustOpenAt(tb, filepath.Join(tb.TempDir(), "journal.db"))
}

func mustOpenAt(tb testing.TB, path string) *Store {
	tb.Helper()
	clock := &clockAt{time.Date(2026, 11, 21, 14, 0, 0, 0, berlin(tb))}
	s, err := Open(context.Background(), Options{Path: path, Now: clock.now})
	if err != nil {
		tb.Fatalf("Open(%s): %v", path, err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Errorf("Close: %v", err)
		}
	})
	return s
}

// must is v, or the end of the test.
func must[T any](v T, err error) func(testing.TB) T {
	return func(tb testing.TB) T {
		tb.Helper()
		if err != nil {
			tb.Fatalf("%v (%v)", err, journal.ErrorCode(err))
		}
		return v
	}
}

func ok(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// wantCode checks what sort of error err is and that it is a sentence.
func wantCode(tb testing.TB, err error, code journal.Code) {
	tb.Helper()
	if got := journal.ErrorCode(err); got != code {
		tb.Fatalf("code = %q (%v), want %q", got, err, code)
	}
	if m := journal.ErrorMessage(err); !strings.HasSuffix(m, ".") {
		tb.Errorf("message %q is no sentence", m)
	}
}

func date(tb testing.TB, s string) journal.Date {
	tb.Helper()
	return must(journal.ParseISODate(s))(tb)
}

// joined is the text of each of all, with between between them, for comparing.
func joined[T any](all []T, between string, text func(T) string) string {
	texts := make([]string, len(all))
	for i, one := range all {
		texts[i] = text(one)
	}
	return strings.Join(texts, between)
}

// priya keeps a note with a new person I mentor.
func priya(tb testing.TB, s *Store, text string) journal.Kept {
	tb.Helper()
	return must(s.KeepNote(context.Background(), journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentor, Text: text,
		At: time.Date(2026, 11, 20, 14, 30, 0, 0, berlin(tb))}))(tb)
}

// reword keeps an edit of a note.
func reword(tb testing.TB, s *Store, v journal.SessionView, text string) journal.Kept {
	tb.Helper()
	return must(s.KeepNote(context.Background(), journal.Note{SessionID: v.ID, BaseRev: v.Rev, Text: text}))(tb)
}

// dump is all that is in the journal as text, besides the log of steps and what an undo moves on
// rather than back: revisions, versions and times of the last change.
func dump(tb testing.TB, s *Store) string {
	tb.Helper()
	var b strings.Builder
	for _, t := range []table{tablePerson, tableRelationship, tableSession, tableExchange, tableShift, tableTopic, tableAction, tableReflection, tableCheckIn,
		tablePromptSet, tablePrompt, tablePromptPlace, tableMatch, tableAgreement, tableGoal, tableGoalNote, tableReview, tableAdvice, tableHint, tableDraft, tableEnding} {
		where := "true"
		switch t { // where somebody stopped, and what was shown, is outside of steps, as typing is
		case tablePromptPlace:
			where = "(hidden = 1 OR pos IS NOT NULL)"
		case tableHint:
			where = "no_at IS NOT NULL"
		}
		columns := must(list(context.Background(), s.rd, func(r *sql.Rows) (c string, err error) { return c, r.Scan(&c) },
			"SELECT name FROM pragma_table_xinfo(?) WHERE name NOT IN ('rev', 'version', 'updated_at', 'stopped_at', 'shown_on') ORDER BY name", string(t)))(tb)
		// A row that an undo hid is as good as never made.
		rows := must(list(context.Background(), s.rd, func(r *sql.Rows) (string, error) {
			values := make([]any, len(columns))
			to := make([]any, len(columns))
			for i := range values {
				to[i] = &values[i]
			}
			err := r.Scan(to...)
			return fmt.Sprintf("%q", values), err
		}, "SELECT "+strings.Join(columns, ", ")+" FROM "+string(t)+` x WHERE `+where+` AND NOT (deleted_at IS NOT NULL AND EXISTS (
			SELECT 1 FROM history h JOIN step st ON st.id = h.step_id
			WHERE h.tbl = '`+string(t)+`' AND h.row_id = x.id AND h.op = 'insert' AND st.state <> 'done')) ORDER BY id`))(tb)
		fmt.Fprintf(&b, "%s %v\n%s\n", t, columns, strings.Join(rows, "\n"))
	}
	return b.String()
}

// scalar is the one value a query answers.
func scalar(tb testing.TB, s *Store, query string, args ...any) int64 {
	tb.Helper()
	var n int64
	ok(tb, s.rd.QueryRowContext(context.Background(), query, args...).Scan(&n))
	return n
}

func firstDiff(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("%s\n%s", x[i], y[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

// must2 is must for two values.
func must2[A, B any](a A, b B, err error) func(testing.TB) (A, B) {
	return func(tb testing.TB) (A, B) {
		tb.Helper()
		ok(tb, err)
		return a, b
	}
}
