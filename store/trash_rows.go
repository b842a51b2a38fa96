package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"bothways/journal"
)

// rowRef is one row of a table.
type rowRef struct {
	table table
	row   int64
}

// rowSet is rows of several tables.
type rowSet map[table]map[int64]bool

// add puts a row in and reports whether it was not there.
func (r rowSet) add(tbl table, id int64) bool {
	if r[tbl] == nil {
		r[tbl] = map[int64]bool{}
	}
	was := r[tbl][id]
	r[tbl][id] = true
	return !was
}

func (r rowSet) has(tbl table, id int64) bool { return r[tbl][id] }

// ids are the rows of a table in their order.
func (r rowSet) ids(tbl table) []int64 {
	out := make([]int64, 0, len(r[tbl]))
	for id := range r[tbl] {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// trashTables are the tables of what can be in the trash, so that what refers to others comes before
// them.
func trashTables() []table {
	return []table{
		tableAdvice, tableDraft, tableExchange, tableShift, tableCheckIn, tableTopic, tableAction, tableGoalNote, tableGoal,
		tableReview, tableAgreement, tableMatch, tableEnding, tableReflection, tableSession, tableRelationship, tablePerson,
		tablePrompt, tablePromptSet,
	}
}

// trashKind is how rows of a table are called.
func trashKind(tbl table) journal.TrashKind {
	switch tbl {
	case tablePerson:
		return journal.TrashPerson
	case tableRelationship:
		return journal.TrashRelationship
	case tableSession:
		return journal.TrashSession
	case tableReflection:
		return journal.TrashAnswer
	case tableAction:
		return journal.TrashAction
	case tableTopic:
		return journal.TrashTopic
	case tableGoal:
		return journal.TrashGoal
	case tableGoalNote:
		return journal.TrashGoalNote
	case tableReview:
		return journal.TrashReview
	case tableAgreement:
		return journal.TrashAgreement
	case tableMatch:
		return journal.TrashMatch
	case tablePrompt:
		return journal.TrashQuestion
	case tablePromptSet:
		return journal.TrashSet
	case tableAdvice:
		return journal.TrashAdvice
	case tableDraft:
		return journal.TrashDraft
	case tableExchange:
		return journal.TrashExchange
	case tableShift:
		return journal.TrashShift
	case tableCheckIn:
		return journal.TrashCheckIn
	case tableEnding:
		return journal.TrashEnding
	}
	return ""
}

// trashOf is the table of what a step deleted; ok is false for a step that was not made to delete.
func trashOf(what journal.StepKind) (tbl table, ok bool) {
	for _, t := range trashSteps() {
		if t.what == what {
			return t.table, true
		}
	}
	return "", false
}

// trashStep is a step that deletes one thing of a table, and what goes with it.
type trashStep struct {
	what  journal.StepKind
	table table
}

func trashSteps() []trashStep {
	return []trashStep{
		{journal.StepPersonDeleted, tablePerson}, {journal.StepNoteDeleted, tableSession}, {journal.StepAnswerDeleted, tableReflection},
		{journal.StepActionDeleted, tableAction}, {journal.StepTopicDeleted, tableTopic}, {journal.StepGoalDeleted, tableGoal},
		{journal.StepGoalNoteDeleted, tableGoalNote}, {journal.StepReviewDeleted, tableReview}, {journal.StepAgreementGone, tableAgreement},
		{journal.StepMatchChanged, tableMatch}, {journal.StepPromptDeleted, tablePrompt}, {journal.StepSetDeleted, tablePromptSet},
		{journal.StepAdviceDeleted, tableAdvice}, {journal.StepDraftSetAside, tableDraft},
	}
}

// trashSQL are the kinds of the steps of the trash as a list of SQL.
func trashSQL() string {
	kinds := "''"
	for _, t := range trashSteps() {
		kinds += ", '" + string(t.what) + "'"
	}
	return kinds
}

// trashLine is a row that is still deleted by a step of the trash.
type trashLine struct {
	step, row int64
	what      journal.StepKind
	name      string
	at        int64
	table     table
}

// trashLines are all rows that are still deleted by steps of the trash made between two moments, in
// milliseconds, both included: the last step that deleted a row counts, and a row that was brought
// back is in none.
func trashLines(ctx context.Context, q querier, from, to int64) ([]trashLine, error) {
	// There are many steps and few of these, so they are looked for once.
	steps, err := list(ctx, q, scanID, "SELECT id FROM step WHERE state = 'done' AND what IN ("+trashSQL()+") AND at BETWEEN ? AND ?", from, to)
	if err != nil || len(steps) == 0 {
		return nil, err
	}
	return deletedBy(ctx, q, steps)
}

// deletedBy are the rows that are still deleted by some steps of the trash that are done.
func deletedBy(ctx context.Context, q querier, steps []int64) ([]trashLine, error) {
	var all []trashLine
	for _, tbl := range trashTables() {
		found, err := list(ctx, q, func(r *sql.Rows) (l trashLine, err error) {
			l.table = tbl
			return l, r.Scan(&l.step, &l.row, &l.what, &l.name, &l.at)
		}, fmt.Sprintf(`SELECT s.id, h.row_id, s.what, s.name, s.at FROM step s JOIN history h ON h.step_id = s.id JOIN %[1]s x ON x.id = h.row_id
			WHERE s.id IN (SELECT value FROM json_each(?)) AND h.tbl = '%[1]s' AND h.op = 'delete' AND x.deleted_at = s.at
			AND NOT EXISTS (SELECT 1 FROM history l JOIN step ls ON ls.id = l.step_id
				WHERE l.tbl = h.tbl AND l.row_id = h.row_id AND l.id > h.id AND l.op = 'delete' AND ls.state = 'done')
			ORDER BY h.id`, tbl), ids(steps))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// linesOf are the rows that are still deleted by one of some steps, which need not be of the trash any
// more.
func linesOf(ctx context.Context, q querier, steps []int64) ([]trashLine, error) {
	done, err := list(ctx, q, func(r *sql.Rows) (one trashLine, err error) { return one, r.Scan(&one.step, &one.what) },
		"SELECT id, what FROM step WHERE state = 'done' AND id IN (SELECT value FROM json_each(?))", ids(steps))
	if err != nil {
		return nil, err
	}
	var of []int64
	for _, d := range done {
		if _, ok := trashOf(d.what); ok {
			of = append(of, d.step)
		}
	}
	if len(of) == 0 {
		return nil, nil
	}
	return deletedBy(ctx, q, of)
}
