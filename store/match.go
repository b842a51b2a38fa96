package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"unicode/utf8"

	"bothways/journal"
)

// keptCheck is an answered line of the checklist as it is kept.
type keptCheck struct {
	Line   string `json:"line"`
	Answer string `json:"answer"`
	Word   string `json:"word"`
}

func scanMatch(r *sql.Rows) (m journal.Match, err error) {
	var checks string
	if err := r.Scan(&m.RelationshipID, &m.Why, &m.Common, &m.Watch, &checks); err != nil {
		return m, err
	}
	var kept []keptCheck
	if err := json.Unmarshal([]byte(checks), &kept); err != nil {
		return m, err
	}
	for _, c := range kept {
		m.Checks = append(m.Checks, journal.Check{Line: c.Line, Answer: journal.CheckAnswer(c.Answer), Word: c.Word})
	}
	return m, nil
}

// Match is why two people came together; it says nothing where nothing was noted.
func (s *Store) Match(ctx context.Context, relID int64) (m journal.Match, err error) {
	err = s.read(ctx, func(db querier) error {
		m, _, err = first(ctx, db, scanMatch, "SELECT relationship_id, why, common, watch, checks FROM pairing WHERE relationship_id = ? AND deleted_at IS NULL", relID)
		m.RelationshipID = relID
		return err
	})
	return m, err
}

// SetMatch sets all that is noted of why two people came together; the zero Match takes it away.
func (s *Store) SetMatch(ctx context.Context, m journal.Match) error {
	if err := m.Validate(); err != nil {
		return err
	}
	set, err := matchRow(m)
	if err != nil {
		return err
	}
	return s.step(ctx, journal.StepMatchChanged, "", "", func(t *tx) error {
		r, err := s.with(t, m.RelationshipID)
		if err != nil {
			return err
		}
		// A match that was taken away or undone has a row still.
		was, there, err := t.named(tableMatch, r.UID)
		switch {
		case err != nil:
			return err
		case m.IsZero():
			if there && !was.gone {
				return t.delete(tableMatch, was.id)
			}
			return nil
		case there:
			set["deleted_at"] = nil
			return t.update(tableMatch, was.id, set)
		}
		set["uid"], set["relationship_id"] = r.UID, r.ID
		_, err = t.insert(tableMatch, set)
		return err
	})
}

// namedRow is a row that is found by its uid, also one that is gone.
type namedRow struct {
	id   int64
	gone bool
}

func (t *tx) named(tbl table, uid string) (namedRow, bool, error) {
	return first(t.ctx, t.Tx, func(r *sql.Rows) (n namedRow, err error) { return n, r.Scan(&n.id, &n.gone) },
		"SELECT id, deleted_at IS NOT NULL FROM "+string(tbl)+" WHERE uid = ?", uid)
}

// matchRow is a match as it is kept: the answered lines in the order of the checklist.
func matchRow(m journal.Match) (row, error) {
	lines := journal.Checklist(journal.RoleMentee)
	place := func(id string) int {
		return slices.IndexFunc(lines, func(l journal.CheckLine) bool { return l.ID == id })
	}
	kept := make([]keptCheck, len(m.Checks))
	for i, c := range m.Checks {
		if !utf8.ValidString(c.Word) { // JSON would make other characters of it
			return nil, journal.Errorf(journal.CodeInvalid, "The text is not UTF-8, so it was not kept; the text itself is untouched.")
		}
		kept[i] = keptCheck{c.Line, string(c.Answer), c.Word}
	}
	slices.SortFunc(kept, func(a, b keptCheck) int { return cmp.Compare(place(a.Line), place(b.Line)) })
	checks, err := json.Marshal(kept)
	return row{"why": m.Why, "common": m.Common, "watch": m.Watch, "checks": string(checks)}, err
}
