package store

import (
	"context"

	"bothways/journal"
)

// DeletePerson hides a person with all that is theirs: relationships with their match, agreements,
// goals, reviews and conversations with what came of them, reflections about them with what came of
// these, drafts, and what is noted of advice that came from them or went to them.
func (s *Store) DeletePerson(ctx context.Context, id int64) error {
	return s.step(ctx, journal.StepPersonDeleted, "", "", func(t *tx) error {
		p, err := s.person(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		t.name = p.Name
		for _, of := range rowsOfPerson() {
			if err := t.deleteAll(of.table, of.where, id); err != nil {
				return err
			}
		}
		return t.delete(tablePerson, id)
	})
}

// rowsOf are rows of a table that are somebody's; ?1 is the id of the person.
type rowsOf struct {
	table table
	where string
}

// rowsOfPerson are all rows that are a person's, so that what leads to others comes after them.
// Where rows are indexed in two parts, such as open and closed ones, they are asked for apart.
func rowsOfPerson() []rowsOf {
	const (
		relations = "relationship_id IN (SELECT id FROM relationship WHERE person_id = ?1 AND deleted_at IS NULL)"
		sessions  = "session_id IN (SELECT id FROM session WHERE person_id = ?1 AND deleted_at IS NULL)"
		answers   = "reflection_id IN (SELECT id FROM reflection WHERE person_id = ?1 AND deleted_at IS NULL)"
		exchanges = "exchange_id IN (SELECT id FROM exchange WHERE "
		goals     = "goal_id IN (SELECT id FROM goal WHERE deleted_at IS NULL AND " + relations + ")"
		held      = "review_id IN (SELECT id FROM review WHERE deleted_at IS NULL AND held_on IS NOT NULL AND " + relations + ")"
		planned   = "review_id IN (SELECT id FROM review WHERE deleted_at IS NULL AND held_on IS NULL AND " + relations + ")"
	)
	return []rowsOf{
		{tableAdvice, exchanges + sessions + ")"},
		{tableAdvice, exchanges + answers + ")"},
		{tableAdvice, exchanges + held + ")"},
		{tableAdvice, "to_" + relations},
		{tableAdvice, exchanges + "deleted_at IS NOT NULL AND " + relations + ")"},
		{tableDraft, "(" + relations + " OR " + sessions + " OR person_id = ?1 OR " + answers + " OR " + held + " OR " + planned + ")"},
		{tableExchange, sessions},
		{tableExchange, answers},
		{tableExchange, held},
		{tableShift, sessions},
		{tableShift, answers},
		{tableShift, held},
		{tableCheckIn, sessions},
		{tableTopic, "state = 'waiting' AND " + relations},
		{tableTopic, "state <> 'waiting' AND " + relations},
		{tableAction, "state = 'open' AND person_id = ?1"},
		{tableAction, "state <> 'open' AND person_id = ?1"},
		{tableAction, "state = 'open' AND " + relations},
		{tableAction, "state <> 'open' AND " + relations},
		{tableGoalNote, goals},
		{tableGoal, relations},
		{tableReview, "held_on IS NULL AND " + relations},
		{tableReview, "held_on IS NOT NULL AND " + relations},
		{tableAgreement, relations},
		{tableMatch, relations},
		{tableEnding, relations},
		{tableReflection, "person_id = ?1"},
		{tableSession, "person_id = ?1"},
		{tableRelationship, "person_id = ?1"},
	}
}
