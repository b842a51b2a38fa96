package store

import (
	"fmt"
	"strings"

	"bothways/journal"
)

// searched are the tables whose words can be found, from what is told last of one minute to what is
// told first. Their places here are part of what is in the index.
func searched() []table {
	return []table{
		tablePromptSet, tablePrompt, tableEnding, tableAdvice, tableTopic, tableShift, tableExchange, tableAction, tableGoalNote,
		tableGoal, tableMatch, tableAgreement, tableReview, tableReflection, tableSession, tableRelationship, tablePerson,
	}
}

// searchKind is how what is found in a table is called.
func searchKind(tbl table) journal.SearchKind {
	switch tbl {
	case tablePerson:
		return journal.SearchPerson
	case tableRelationship, tableEnding:
		return journal.SearchRelationship
	case tableSession:
		return journal.SearchSession
	case tableExchange:
		return journal.SearchExchange
	case tableShift:
		return journal.SearchShift
	case tableTopic:
		return journal.SearchTopic
	case tableAction:
		return journal.SearchAction
	case tableReflection:
		return journal.SearchReflection
	case tableMatch:
		return journal.SearchMatch
	case tableAgreement:
		return journal.SearchAgreement
	case tableGoal, tableGoalNote:
		return journal.SearchGoal
	case tableReview:
		return journal.SearchReview
	case tableAdvice:
		return journal.SearchAdvice
	case tablePrompt, tablePromptSet:
		return journal.SearchQuestion
	}
	return ""
}

// searchQuery is the query for what is indexed of some rows of a table, given as a JSON array of ids:
// the id and uid, the relationship and the person it belongs to or 0, when it was in milliseconds, the
// day and the zone where it has them, its words, a line each, and those of them that are kept apart as
// nobody else's business. What is deleted is not among them.
func searchQuery(tbl table) string {
	const which = " WHERE t.deleted_at IS NULL AND t.id IN (SELECT value FROM json_each(?1))"
	const person = "(SELECT r.person_id FROM relationship r WHERE r.id = "
	const noDay = "t.created_at, NULL, ''"
	const came = "(SELECT s.held_at FROM session s WHERE s.id = t.session_id), "
	day := func(column string) string {
		return "ifnull(unixepoch(" + column + ", '+12 hours') * 1000, t.created_at), " + column + ", ''"
	}
	rows := func(relationship, person, at string, words ...string) string {
		apart := "''"
		switch tbl {
		case tableSession:
			apart = "t.private"
		case tablePerson:
			apart = "t.contact"
		}
		return fmt.Sprintf("SELECT t.id, t.uid, ifnull(%s, 0), ifnull(%s, 0), %s, %s, %s FROM %s t%s", relationship, person, at, searchWords(words), apart, tbl, which)
	}
	with := func(relationship, at string, words ...string) string {
		return rows(relationship, person+relationship+")", at, words...)
	}
	// What came from an answer or a review belongs to whom that is about.
	const origin = "coalesce((SELECT s.relationship_id FROM session s WHERE s.id = t.session_id), (SELECT v.relationship_id FROM review v WHERE v.id = t.review_id))"
	const originAt = "coalesce(" + came + "(SELECT v.held_at FROM review v WHERE v.id = t.review_id), (SELECT f.held_at FROM reflection f WHERE f.id = t.reflection_id), t.created_at), NULL, ''"
	switch tbl {
	case tablePerson:
		return rows("0", "t.id", noDay, "t.name", "t.how_known", "t.common_ground", "t.core_values", "t.notes")
	case tableRelationship:
		return with("t.id", day("t.from_on"), "t.purpose", "t.setting", "t.asked_how", "t.thanks", "t.focus")
	case tableEnding:
		return with("t.relationship_id", day("t.ended_on"), "t.thanks")
	case tableSession:
		return with("t.relationship_id", "t.held_at, t.held_on, t.held_zone", "t.note")
	case tableExchange:
		return with("t.relationship_id", "t.held_at, NULL, ''", "t.text")
	case tableShift:
		return with(origin, originAt, "t.text")
	case tableTopic:
		return with("t.relationship_id", originAt, "t.text")
	case tableAction:
		return rows("t.relationship_id", "t.person_id", originAt, "t.text", "t.outcome")
	case tableReflection:
		return rows("0", "t.person_id", "t.held_at, t.held_on, t.held_zone", "t.question", "t.text")
	case tableMatch:
		return with("t.relationship_id", noDay, "t.why", "t.common", "t.watch", "t.checks")
	case tableAgreement:
		return with("t.relationship_id", day("t.agreed_on"), "t.expect_mine", "t.expect_theirs", "t.confidence", "t.boundaries", "t.feedback", "t.often", "t.ending")
	case tableGoal:
		return with("t.relationship_id", noDay, "t.text", "t.tag")
	case tableGoalNote:
		return with("(SELECT g.relationship_id FROM goal g WHERE g.id = t.goal_id)", day("t.noted_on"), "t.text")
	case tableReview:
		return with("t.relationship_id", "coalesce(t.held_at, unixepoch(t.due_on, '+12 hours') * 1000, t.created_at), ifnull(t.held_on, t.due_on), t.held_zone", "t.text", "t.decision")
	case tableAdvice:
		return with("coalesce(t.to_relationship_id, (SELECT e.relationship_id FROM exchange e WHERE e.id = t.exchange_id))", day("t.noted_on"), "t.text", "t.outcome")
	case tablePrompt:
		return rows("0", "0", noDay, "t.text")
	case tablePromptSet:
		return rows("0", "0", noDay, "t.title", "t.about")
	}
	return ""
}

// searchWords is the words of columns, a line each and none for an empty one.
func searchWords(columns []string) string {
	all := make([]string, len(columns))
	for i, c := range columns {
		switch c {
		case "t.focus": // lists, which are left out where they are none: one broken row must not stop the others
			c = "CASE WHEN json_valid(t.focus) THEN (SELECT group_concat(value, char(10)) FROM json_each(t.focus)) END"
		case "t.checks":
			c = "CASE WHEN json_valid(t.checks) THEN (SELECT group_concat(value ->> 'word', char(10)) FROM json_each(t.checks)) END"
		}
		all[i] = "nullif(" + c + ", '')"
	}
	return "concat_ws(char(10), " + strings.Join(all, ", ") + ")"
}
