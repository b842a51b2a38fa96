//go:build unix

package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// contents is all that is in a journal, every row of every table, as one short text: two journals
// that differ in a single character have different ones. The index over the words is no part of it;
// it comes of the rows.
func contents(s *Store) (string, error) {
	ctx, h := context.Background(), sha256.New()
	err := s.read(ctx, func(q querier) error {
		tables, err := list(ctx, q, func(r *sql.Rows) (name string, err error) { return name, r.Scan(&name) },
			"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search*' ORDER BY name")
		if err != nil {
			return err
		}
		for _, t := range tables {
			rows, err := q.QueryContext(ctx, "SELECT * FROM "+t+" ORDER BY rowid")
			if err != nil {
				return err
			}
			columns, err := rows.Columns()
			if err != nil {
				return errors.Join(err, rows.Close())
			}
			values, to := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				to[i] = &values[i]
			}
			for rows.Next() {
				if err := rows.Scan(to...); err != nil {
					return errors.Join(err, rows.Close())
				}
				fmt.Fprintf(h, "%s %q\n", t, values)
			}
			if err := errors.Join(rows.Err(), rows.Close()); err != nil {
				return err
			}
		}
		return nil
	})
	return fmt.Sprintf("%x", h.Sum(nil)[:8]), err
}

// whole checks that every page of a journal is what SQLite would have written.
func whole(s *Store) error {
	var said string
	if err := s.rd.QueryRow("PRAGMA integrity_check(3)").Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return errors.New(said)
	}
	return nil
}

// hand is somebody who works in a journal: now a word more of a draft, now a note, an answer, an
// edit, something undone. The same seed is the same hand.
type hand struct {
	*rand.Rand
	draft    journal.Draft
	sessions []int64
	answers  []int64
}

func newHand(seed uint64) *hand { return &hand{Rand: rand.New(rand.NewPCG(seed, 1))} }

// words are a text of n words, some of them with more bytes than letters.
func (h *hand) words(n int) string {
	all := []string{"chair", "listening", "Gespräch", "перед", "相談", "quiet", "panel", "asked", "why", "slept", "badly", "next", "🙂"}
	var b strings.Builder
	for range n {
		b.WriteString(all[h.IntN(len(all))])
		b.WriteString([]string{" ", " ", " ", "\n"}[h.IntN(4)])
	}
	return b.String()
}

// note is a text from which things lift themselves.
func (h *hand) note() string {
	return h.words(20+h.IntN(200)) + fmt.Sprintf("\n- [ ] send list %d fri\n- [ ] @them rehearse\nask: what then\ngot: a view\nshift: %s\n", h.Int(), h.words(3))
}

// works does one thing in the journal.
func (h *hand) works(ctx context.Context, s *Store) (err error) {
	switch n := h.IntN(21); {
	case n < 7 || len(h.sessions) == 0 && n < 10:
		if h.draft.UID == "" {
			h.draft = journal.Draft{UID: NewUID(), Writer: "hand", PersonName: "Sam T.", Role: journal.RoleMentee, At: s.now()}
		}
		h.draft.Text += h.words(1 + h.IntN(30))
		h.draft.Typed++
		_, err = s.SaveDraft(ctx, h.draft)
	case n < 10 && h.draft.UID != "":
		d := h.draft
		d.Typed++
		var kept journal.Kept
		kept, err = s.KeepNote(ctx, journal.Note{PersonName: d.PersonName, Role: d.Role, At: d.At, Text: d.Text, DraftUID: d.UID, DraftWriter: d.Writer, DraftTyped: d.Typed})
		if err == nil {
			h.sessions, h.draft = append(h.sessions, kept.Session.ID), journal.Draft{}
		}
	case n < 13:
		var kept journal.Kept
		kept, err = s.KeepNote(ctx, journal.Note{PersonName: fmt.Sprintf("Person %c", 'A'+h.IntN(8)), Role: journal.RoleMentor, At: s.now().Add(-time.Hour), Text: h.note()})
		if err == nil {
			h.sessions = append(h.sessions, kept.Session.ID)
		}
	case n < 15 && len(h.sessions) > 0:
		_, err = s.KeepNote(ctx, journal.Note{SessionID: h.sessions[h.IntN(len(h.sessions))], Text: h.note()})
	case n < 17:
		d := journal.Draft{Kind: journal.DraftAnswer, Text: h.note()}
		if len(h.answers) > 3 && h.IntN(2) == 0 {
			d.ReflectionID = h.answers[h.IntN(len(h.answers))]
		}
		var kept journal.KeptAnswer
		kept, err = s.KeepAnswer(ctx, d)
		if err == nil {
			h.answers = append(h.answers, kept.Reflection.ID)
		}
	case n < 18:
		_, _, err = s.Undo(ctx)
	case n < 19:
		_, _, err = s.Redo(ctx)
	case n < 20:
		_, err = s.Indexed(ctx)
	default:
		err = s.DismissHint(ctx, fmt.Sprintf("rhythm:%d", h.IntN(9)))
	}
	// What an undo took away cannot be edited; that is an answer like any other, and changes nothing.
	switch journal.ErrorCode(err) {
	case journal.CodeConflict, journal.CodeNotFound:
		return nil
	}
	return err
}

// faultClock is when these tests take place.
func faultClock(tb testing.TB) time.Time { return time.Date(2026, 11, 21, 14, 0, 0, 0, berlin(tb)) }
