package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"

	"bothways/journal"
)

// Trash is what was deleted in the last days and not brought back since, and what was undone in them,
// newest first.
func (s *Store) Trash(ctx context.Context) (all []journal.Trashed, err error) {
	err = s.read(ctx, func(q querier) error {
		if all, err = s.trash(ctx, q, s.trashFrom(), math.MaxInt64); err != nil {
			return err
		}
		all, err = s.withUndone(ctx, q, all, s.trashFrom(), math.MaxInt64)
		return err
	})
	return all, err
}

// withUndone adds the steps to the trash that were undone between two moments, newest first.
func (s *Store) withUndone(ctx context.Context, q querier, all []journal.Trashed, from, to int64) ([]journal.Trashed, error) {
	undone, err := s.undoneSteps(ctx, q, from, to, nil)
	if err != nil {
		return nil, err
	}
	for _, u := range undone {
		t, err := u.trashed(ctx, q, s)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	slices.SortStableFunc(all, func(a, b journal.Trashed) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.StepID, a.StepID)) })
	return all, nil
}

// trashFrom is the first moment whose deletions are offered, in milliseconds.
func (s *Store) trashFrom() int64 { return s.now().AddDate(0, 0, -journal.TrashDays).UnixMilli() }

// trash is what was deleted between two moments, both included.
func (s *Store) trash(ctx context.Context, q querier, from, to int64) ([]journal.Trashed, error) {
	lines, err := trashLines(ctx, q, from, to)
	if err != nil {
		return nil, err
	}
	type found struct {
		journal.Trashed
		row  int64
		tbl  table
		with map[table]int
		last trashLine // the greatest of what went with it: lines come in the order of trashTables
	}
	steps := map[int64]*found{}
	for _, l := range lines {
		f := steps[l.step]
		if f == nil {
			f = &found{with: map[table]int{}}
			f.StepID, f.Name, f.At = l.step, l.name, s.clock(l.at)
			steps[l.step] = f
		}
		if of, _ := trashOf(l.what); of == l.table {
			if f.row != 0 {
				f.with[l.table]++
			}
			f.row, f.tbl, f.Kind = l.row, l.table, trashKind(l.table)
			continue
		}
		f.with[l.table]++
		f.last = l
	}
	var all []journal.Trashed
	for _, f := range steps {
		if f.row == 0 { // it is back, or purged: what went with it is listed by the greatest of it
			f.row, f.tbl, f.Kind = f.last.row, f.last.table, trashKind(f.last.table)
			f.with[f.tbl]--
		}
		if err := s.describe(ctx, q, f.tbl, f.row, &f.Trashed); err != nil {
			return nil, err
		}
		f.With = counts(f.with)
		all = append(all, f.Trashed)
	}
	slices.SortFunc(all, func(a, b journal.Trashed) int { return cmp.Compare(b.StepID, a.StepID) })
	return all, nil
}

// counts are numbers of rows by what they are called, the greatest things first. Where a relationship
// is counted its person is too, so it is left out.
func counts(of map[table]int) []journal.TrashCount {
	var out []journal.TrashCount
	for _, tbl := range slices.Backward(trashTables()) {
		if n := of[tbl]; n > 0 {
			out = append(out, journal.TrashCount{Kind: trashKind(tbl), N: n})
		}
	}
	return out
}

// describe says what a deleted row is: its person, its day and its first words.
func (s *Store) describe(ctx context.Context, q querier, tbl table, id int64, t *journal.Trashed) error {
	const ofRelationship = " LEFT JOIN relationship r ON r.id = x.relationship_id LEFT JOIN person p ON p.id = r.person_id"
	const ofPerson = " LEFT JOIN person p ON p.id = x.person_id"
	query := ""
	switch tbl {
	case tablePerson:
		query = "x.name, x.notes, '' FROM person x"
	case tableSession:
		query = "p.name, x.note, x.held_on FROM session x" + ofPerson
	case tableReflection:
		query = "p.name, CASE WHEN x.question <> '' THEN x.question ELSE x.text END, x.held_on FROM reflection x" + ofPerson
	case tableAction:
		query = "p.name, x.text, x.due_on FROM action x" + ofPerson
	case tableTopic, tableGoal:
		query = "p.name, x.text, '' FROM " + string(tbl) + " x" + ofRelationship
	case tableReview:
		query = "p.name, x.text, ifnull(x.held_on, x.due_on) FROM review x" + ofRelationship
	case tableAgreement:
		query = "p.name, x.expect_mine || ' ' || x.expect_theirs || ' ' || x.confidence || ' ' || x.boundaries || ' ' || x.often, x.agreed_on FROM agreement x" + ofRelationship
	case tableMatch:
		query = "p.name, x.why || ' ' || x.common || ' ' || x.watch, '' FROM pairing x" + ofRelationship
	case tableGoalNote:
		query = "p.name, x.text, x.noted_on FROM goal_note x LEFT JOIN goal g ON g.id = x.goal_id LEFT JOIN relationship r ON r.id = g.relationship_id LEFT JOIN person p ON p.id = r.person_id"
	case tableAdvice:
		query = "'', x.text || ' ' || x.outcome, x.noted_on FROM advice x"
	case tablePrompt:
		query = "'', x.text, '' FROM prompt x"
	case tablePromptSet:
		query = "'', x.title, '' FROM prompt_set x"
	case tableDraft:
		query = "ifnull(p.name, x.person_name), x.text, '' FROM draft x" + ofRelationship
	case tableRelationship:
		query = "p.name, x.purpose, '' FROM relationship x" + ofPerson
	case tableExchange, tableShift:
		query = "'', x.text, '' FROM " + string(tbl) + " x"
	case tableCheckIn:
		query = "'', '', '' FROM checkin x"
	case tableEnding:
		query = "p.name, x.thanks, x.ended_on FROM ending x" + ofRelationship
	default:
		return fmt.Errorf("%s is in no trash", tbl)
	}
	var name, text, on sql.NullString
	if err := q.QueryRowContext(ctx, "SELECT "+query+" WHERE x.id = ?", id).Scan(&name, &text, &on); err != nil {
		return err
	}
	t.Name, t.On = cmp.Or(name.String, t.Name), day(on)
	t.Text = firstWords(text.String)
	return nil
}

// firstWords are the first words of a text on one line.
func firstWords(text string) string {
	const most = 400
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "…"
	}
	return oneLine(text)
}

// TrashTexts are the words of what a step deleted, the thing itself first. It answers CodeNotFound
// where that was brought back or purged meanwhile.
func (s *Store) TrashTexts(ctx context.Context, stepID int64) (all []journal.Part, err error) {
	err = s.read(ctx, func(q querier) error {
		lines, err := linesOf(ctx, q, []int64{stepID})
		if err != nil {
			return err
		}
		if len(lines) == 0 {
			undone, err := s.undoneSteps(ctx, q, 0, 0, []int64{stepID})
			if err != nil {
				return err
			}
			if len(undone) == 0 {
				return notInTrash()
			}
			all, err = undoneTexts(ctx, q, undone[0])
			return err
		}
		for _, l := range slices.Backward(lines) {
			parts, err := trashTexts(ctx, q, l.table, l.row)
			if err != nil {
				return err
			}
			all = append(all, parts...)
		}
		return nil
	})
	return all, err
}

func notInTrash() error {
	return journal.Errorf(journal.CodeNotFound, "That is not in the trash any more: it was brought back or purged meanwhile.")
}

// trashTexts are the words of a row, each with what it is called.
func trashTexts(ctx context.Context, q querier, tbl table, id int64) ([]journal.Part, error) {
	columns := append(readable(tbl), "uid")
	if d := dayColumn(tbl); d != "" {
		columns = append(columns, d)
	}
	r, err := current(ctx, q, tbl, id, columns)
	if err != nil {
		return nil, err
	}
	title := string(trashKind(tbl))
	if d, ok := r[dayColumn(tbl)].(string); ok {
		title += " of " + d
	}
	var out []journal.Part
	for _, c := range readable(tbl) {
		text, _ := r[c].(string)
		if journal.Blank(text) {
			continue
		}
		said := title
		if called := columnCalled(tbl, c); called != "" && called != string(trashKind(tbl)) {
			said += ": " + called
		}
		out = append(out, journal.Part{Title: said, Text: text})
	}
	return out, nil
}

// dayColumn is where the day of a row is, "" for none.
func dayColumn(tbl table) string {
	switch tbl {
	case tableSession, tableReflection, tableReview:
		return "held_on"
	case tableAgreement:
		return "agreed_on"
	case tableGoalNote, tableAdvice:
		return "noted_on"
	}
	return ""
}

// readable are the columns of a table a person reads, in the order they are read.
func readable(tbl table) []string {
	switch tbl {
	case tablePerson:
		return []string{"name", "how_known", "common_ground", "core_values", "contact", "notes"}
	case tableRelationship:
		return []string{"purpose", "setting", "asked_how", "thanks"}
	case tableSession:
		return []string{"note", "private"}
	case tableReflection:
		return []string{"question", "text"}
	case tableAction:
		return []string{"text", "outcome"}
	case tableAgreement:
		return []string{"expect_mine", "expect_theirs", "confidence", "boundaries", "feedback", "often", "ending"}
	case tableMatch:
		return []string{"why", "common", "watch"}
	case tableAdvice:
		return []string{"text", "outcome"}
	case tablePromptSet:
		return []string{"title", "about"}
	case tableEnding:
		return []string{"thanks"}
	case tableCheckIn:
		return nil
	}
	return []string{"text"}
}

// columnCalled is how a text of a row is called beside the row itself, "" where it is the row's own.
func columnCalled(tbl table, column string) string {
	for _, kind := range slices.Concat(journal.SessionTexts(), journal.ActionTexts(), journal.AgreementTexts(), journal.MatchTexts(), journal.RelationshipTexts(), journal.PersonTexts(), []journal.TextKind{journal.TextAdvice, journal.TextSetTitle, journal.TextSetAbout}) {
		if t, c := textColumn(kind); t == tbl && c == column {
			return string(kind)
		}
	}
	if column == "question" {
		return column
	}
	return ""
}
