package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"

	"bothways/journal"
)

// Version is a text as it was kept once. Its words are read one version at a time: see VersionText.
type Version struct {
	Step      journal.Step // that made it; of one that was there before steps were kept only At is known
	TakenBack bool         // the step was undone, or what was undone was never done again
	Present   bool         // the text is like this now
	Bytes     int          // of its words

	at  versionAt
	sum [sha256.Size]byte
}

// SameWords reports whether two versions of a text have the same words.
func (v Version) SameWords(o Version) bool { return v.sum == o.sum }

// versionAt is where the words of a version are: in a line of history, or, where that is 0, in the
// row itself.
type versionAt struct {
	line  int64
	after bool
}

// textColumn is where a kind of text is kept.
func textColumn(kind journal.TextKind) (tbl table, column string) {
	switch kind {
	case journal.TextNote:
		return tableSession, "note"
	case journal.TextPrivate:
		return tableSession, "private"
	case journal.TextAnswer:
		return tableReflection, "text"
	case journal.TextReview:
		return tableReview, "text"
	case journal.TextGoal:
		return tableGoal, "text"
	case journal.TextGoalTag:
		return tableGoal, "tag"
	case journal.TextGoalNote:
		return tableGoalNote, "text"
	case journal.TextTopic:
		return tableTopic, "text"
	case journal.TextAction:
		return tableAction, "text"
	case journal.TextOutcome:
		return tableAction, "outcome"
	case journal.TextExpectMine:
		return tableAgreement, "expect_mine"
	case journal.TextExpectTheirs:
		return tableAgreement, "expect_theirs"
	case journal.TextConfidence:
		return tableAgreement, "confidence"
	case journal.TextBoundaries:
		return tableAgreement, "boundaries"
	case journal.TextFeedback:
		return tableAgreement, "feedback"
	case journal.TextOften:
		return tableAgreement, "often"
	case journal.TextAgreementEnding:
		return tableAgreement, "ending"
	case journal.TextWhy:
		return tableMatch, "why"
	case journal.TextCommon:
		return tableMatch, "common"
	case journal.TextWatch:
		return tableMatch, "watch"
	case journal.TextPurpose:
		return tableRelationship, "purpose"
	case journal.TextAskedHow:
		return tableRelationship, "asked_how"
	case journal.TextThanks:
		return tableRelationship, "thanks"
	case journal.TextPastThanks:
		return tableEnding, "thanks"
	case journal.TextSetting:
		return tableRelationship, "setting"
	case journal.TextFocus:
		return tableRelationship, "focus"
	case journal.TextPersonNotes:
		return tablePerson, "notes"
	case journal.TextHowKnown:
		return tablePerson, "how_known"
	case journal.TextCommonGround:
		return tablePerson, "common_ground"
	case journal.TextCoreValues:
		return tablePerson, "core_values"
	case journal.TextContact:
		return tablePerson, "contact"
	case journal.TextName:
		return tablePerson, "name"
	case journal.TextAdvice:
		return tableAdvice, "outcome"
	case journal.TextQuestion:
		return tablePrompt, "text"
	case journal.TextSetTitle:
		return tablePromptSet, "title"
	case journal.TextSetAbout:
		return tablePromptSet, "about"
	}
	if kind.CheckLine() != "" {
		return tableMatch, "checks"
	}
	return "", ""
}

// findText is the row a text is kept in. What was never written has none: id is 0 then.
func findText(ctx context.Context, q querier, of journal.TextOf) (tbl table, column string, id int64, err error) {
	tbl, column = textColumn(of.Kind)
	if tbl == "" {
		return "", "", 0, fmt.Errorf("no text is called %q", of.Kind)
	}
	if of.ID != 0 {
		return tbl, column, of.ID, nil
	}
	// A question that was read from a file is known by the name it has there.
	where := "uid = ?1"
	if tbl == tablePrompt || tbl == tablePromptSet {
		where = "uid = ?1 OR slug = ?1 AND slug <> ''"
	}
	id, _, err = first(ctx, q, scanID, fmt.Sprintf("SELECT id FROM %s WHERE %s ORDER BY deleted_at IS NOT NULL, id DESC LIMIT 1", tbl, where), of.UID)
	return tbl, column, id, err
}

// Versions are the versions of a text in the order they were kept, also those that were taken back.
// A text that was never written, or never had a word, has none. Only one stands for versions with
// the same words that follow each other.
func (s *Store) Versions(ctx context.Context, of journal.TextOf) (all []Version, err error) {
	err = s.read(ctx, func(q querier) error {
		_, _, id, err := findText(ctx, q, of)
		if err != nil || id == 0 {
			return err
		}
		all, err = s.versions(ctx, q, of.Kind, id)
		return err
	})
	return all, err
}

// reading is the versions of a text while its history is read, line by line.
type reading struct {
	kind   journal.TextKind
	all    []Version
	maker  journal.Step // of the words whose end is not reached yet
	undone []Version    // that were taken back since those were made
}

func (s *Store) versions(ctx context.Context, q querier, kind journal.TextKind, id int64) ([]Version, error) {
	tbl, column := textColumn(kind)
	now, err := current(ctx, q, tbl, id, []string{column, "created_at"})
	if err != nil {
		return nil, err
	}
	r := reading{kind: kind}
	if created, ok := now["created_at"].(int64); ok {
		r.maker.At = s.clock(created)
	}
	// One line at a time: a long text is in many of them.
	_, err = list(ctx, q, func(rows *sql.Rows) (none struct{}, err error) {
		var c change
		var step journal.Step
		var at int64
		var state string
		if err := rows.Scan(&c.id, &c.op, &c.before, &c.after, &step.ID, &at, &step.What, &step.Name, &step.Text, &state); err != nil {
			return none, err
		}
		step.At = s.clock(at)
		return none, r.line(c, step, state == "done")
	}, `SELECT h.id, h.op, h.before, h.after, s.id, s.at, s.what, s.name, s.text, s.state
		FROM history h JOIN step s ON s.id = h.step_id WHERE h.tbl = ? AND h.row_id = ? ORDER BY h.id`, string(tbl), id)
	if err != nil {
		return nil, err
	}
	kept, _ := now[column].(string)
	text, err := wordsIn(kind, kept)
	if err != nil {
		return nil, err
	}
	r.made(Version{Step: r.maker, Present: true}, text)
	for len(r.all) > 0 && r.all[0].Bytes == 0 { // before there was a word
		r.all = r.all[1:]
	}
	return r.all, nil
}

// line takes in a line of history.
func (r *reading) line(c change, step journal.Step, done bool) error {
	_, column := textColumn(r.kind)
	switch {
	case c.op == opPurged+column:
		r.maker = step // of what came after the words that were destroyed
		return nil
	case c.op == "insert":
		r.maker = step
		return nil
	case done:
		text, ok, err := r.textOf(c.before)
		if err != nil || !ok {
			return err
		}
		if r.maker.ID != step.ID { // else nobody ever saw it like that
			r.made(Version{Step: r.maker, at: versionAt{line: c.id}}, text)
		}
		r.maker = step
	default:
		text, ok, err := r.textOf(c.after)
		if err != nil || !ok {
			return err
		}
		v := Version{Step: step, TakenBack: true, at: versionAt{c.id, true}, Bytes: len(text), sum: sha256.Sum256([]byte(text))}
		if n := len(r.undone); n > 0 && r.undone[n-1].Step.ID == step.ID {
			r.undone = r.undone[:n-1]
		}
		r.undone = append(r.undone, v)
	}
	return nil
}

// textOf is the text in one side of a line of history; ok is false where it is not in it.
func (r *reading) textOf(side sql.NullString) (text string, ok bool, err error) {
	_, column := textColumn(r.kind)
	kept, ok, err := columnOf(side, column)
	if err == nil && ok {
		text, err = wordsIn(r.kind, kept)
	}
	return text, ok, err
}

// made puts a version at the end, and after it those that were taken back while it stood.
func (r *reading) made(v Version, text string) {
	v.Bytes, v.sum = len(text), sha256.Sum256([]byte(text))
	r.add(v)
	for _, u := range r.undone {
		r.add(u)
	}
	r.undone = nil
}

func (r *reading) add(v Version) {
	n := len(r.all)
	switch {
	case n == 0 || r.all[n-1].sum != v.sum:
		r.all = append(r.all, v)
	case r.all[n-1].TakenBack && !v.TakenBack:
		r.all[n-1] = v // the same words were kept after all
	case v.Present:
		r.all[n-1].Present, r.all[n-1].at = true, v.at
	}
}

// columnOf is the text of a column in the JSON of a line of history; ok is false where it is not in it.
func columnOf(of sql.NullString, column string) (text string, ok bool, err error) {
	if !of.Valid {
		return "", false, nil
	}
	r, err := decodeRow(of.String)
	if err != nil {
		return "", false, err
	}
	v, ok := r[column]
	text, _ = v.(string)
	return text, ok, nil
}

// VersionText is the words of a version.
func (s *Store) VersionText(ctx context.Context, of journal.TextOf, v Version) (string, error) {
	kept, err := s.versionKept(ctx, of, v)
	if err != nil {
		return "", err
	}
	return wordsIn(of.Kind, kept)
}

// versionKept is what the column of a text held in a version.
func (s *Store) versionKept(ctx context.Context, of journal.TextOf, v Version) (text string, err error) {
	err = s.read(ctx, func(q querier) error {
		tbl, column, id, err := findText(ctx, q, of)
		if err != nil {
			return err
		}
		if v.at.line == 0 {
			now, err := current(ctx, q, tbl, id, []string{column})
			text, _ = now[column].(string)
			return err
		}
		side := "before"
		if v.at.after {
			side = "after"
		}
		kept, ok, err := first(ctx, q, func(r *sql.Rows) (c sql.NullString, err error) { return c, r.Scan(&c) },
			"SELECT "+side+" FROM history WHERE id = ? AND tbl = ? AND row_id = ?", v.at.line, string(tbl), id)
		if err != nil {
			return err
		}
		if ok {
			text, ok, err = columnOf(kept, column)
		}
		if err == nil && !ok {
			return journal.Errorf(journal.CodeNotFound, "That version is not in the journal any more; nothing was changed.")
		}
		return err
	})
	return text, err
}
