package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"bothways/journal"
)

// Hints are the hints that were shown, or told no, about the relationships with these uids and about
// none, by their keys.
func (s *Store) Hints(ctx context.Context, relUIDs []string) (map[string]journal.HintState, error) {
	all := map[string]journal.HintState{}
	about, err := json.Marshal(journal.HintsAbout(relUIDs))
	if err != nil {
		return all, err
	}
	err = s.read(ctx, func(db querier) error {
		// That one was shown is no decision, and is there also where telling it no was undone.
		found, err := list(ctx, db, func(r *sql.Rows) (h journal.HintState, err error) {
			var shown sql.NullString
			var no sql.NullInt64
			err = r.Scan(&h.Key, &shown, &no)
			h.Shown, h.No = day(shown), s.clockOf(no)
			return h, err
		}, `SELECT h.uid, h.shown_on, CASE WHEN h.deleted_at IS NULL THEN h.no_at END
			FROM json_each(?) j CROSS JOIN hint h ON h.uid >= j.value || ':' AND h.uid < j.value || ';'`, string(about))
		for _, h := range found {
			if !h.Shown.IsZero() || !h.No.IsZero() {
				all[h.Key] = h
			}
		}
		return err
	})
	return all, err
}

// ShowHint remembers the last day a hint was shown. It is no step, as reading is none; a journal
// that can only be read remembers nothing.
func (s *Store) ShowHint(ctx context.Context, key string, on journal.Date) error {
	if s.wr == nil {
		return nil
	}
	// Mostly it is known already, and then nobody who writes need be waited for.
	var known bool
	err := s.read(ctx, func(db querier) error {
		n, err := count(ctx, db, "SELECT count(*) FROM hint WHERE uid = ? AND shown_on = ?", key, on.String())
		known = n > 0
		return err
	})
	if err != nil || known {
		return err
	}
	return s.write(ctx, func(ctx context.Context, x *sql.Tx) error {
		_, err := x.ExecContext(ctx, `INSERT INTO hint (uid, shown_on, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
			ON CONFLICT (uid) DO UPDATE SET shown_on = ?2, updated_at = ?3`, key, dateOrNull(on), s.now().UnixMilli())
		return err
	})
}

// DismissHint tells a hint no. One that was told no already stays so from then on.
func (s *Store) DismissHint(ctx context.Context, key string) error {
	return s.step(ctx, journal.StepHintNo, "", "", func(t *tx) error {
		was, there, err := t.named(tableHint, key)
		if err != nil {
			return err
		}
		if there {
			return t.update(tableHint, was.id, row{"no_at": t.now, "deleted_at": nil})
		}
		_, err = t.insert(tableHint, row{"uid": key, "no_at": t.now})
		return err
	})
}
