package store

import (
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
// day and the zone where it has them, and its words, a line each. What is deleted is not among them.
func searchQuery(tbl table) string {
	const which = " WHERE t.deleted_at IS NULL AND t.id IN (SELECT value FROM json_each(?1))"
	const person = "(SELECT r.person_id FROM relationship r WHERE r.id = "
	const came = "(SELECT s.held_at FROM session s WHERE s.id = t.session_id), "
	day := func(column string) string {
		return "ifnull(unixepoch(" + column + ", '+12 hours') * 1000, t.created_at), " + column + ", ''"
	}
	lines := func(columns string) string { return "concat_ws(char(10), " + columns + ")" }
	with := func(relationship, at, words string) string {
		return "SELECT t.id, t.uid, ifnull(" + relationship + ", 0), ifnull(" + person + relationship + "), 0), " + at + ", " + lines(words) + " FROM " + string(tbl) + " t" + which
	}
	// What came from an answer or a review belongs to whom that is about.
	const origin = "coalesce((SELECT s.relationship_id FROM session s WHERE s.id = t.session_id), (SELECT v.relationship_id FROM review v WHERE v.id = t.review_id))"
	const originAt = "coalesce(" + came + "(SELECT v.held_at FROM review v WHERE v.id = t.review_id), (SELECT f.held_at FROM reflection f WHERE f.id = t.reflection_id), t.created_at), NULL, ''"
	switch tbl {
	case tablePerson:
		return "SELECT t.id, t.uid, 0, t.id, t.created_at, NULL, '', " + lines("t.name, t.how_known, t.common_ground, t.core_values, t.contact, t.notes") + " FROM person t" + which
	case tableRelationship:
		return with("t.id", "t.created_at, t.from_on, ''", "t.purpose, t.setting, (SELECT group_concat(value, char(10)) FROM json_each(t.focus)), t.asked_how, t.thanks")
	case tableEnding:
		return with("t.relationship_id", day("t.ended_on"), "t.thanks")
	case tableSession:
		return with("t.relationship_id", "t.held_at, t.held_on, t.held_zone", "t.note, nullif(t.private, '')")
	case tableExchange:
		return with("t.relationship_id", "t.held_at, NULL, ''", "t.text")
	case tableShift:
		return with(origin, originAt, "t.text")
	case tableTopic:
		return with("t.relationship_id", originAt, "t.text")
	case tableAction:
		return "SELECT t.id, t.uid, ifnull(t.relationship_id, 0), ifnull(t.person_id, 0), " + originAt + ", " + lines("t.text, nullif(t.outcome, '')") + " FROM action t" + which
	case tableReflection:
		return "SELECT t.id, t.uid, 0, ifnull(t.person_id, 0), t.held_at, t.held_on, t.held_zone, " + lines("nullif(t.question, ''), t.text") + " FROM reflection t" + which
	case tableMatch:
		return with("t.relationship_id", "t.created_at, NULL, ''", "t.why, t.common, t.watch, (SELECT group_concat(value ->> 'word', char(10)) FROM json_each(t.checks))")
	case tableAgreement:
		return with("t.relationship_id", day("t.agreed_on"), "t.expect_mine, t.expect_theirs, t.confidence, t.boundaries, t.feedback, t.often, t.ending")
	case tableGoal:
		return with("t.relationship_id", "t.created_at, NULL, ''", "t.text, nullif(t.tag, '')")
	case tableGoalNote:
		return with("(SELECT g.relationship_id FROM goal g WHERE g.id = t.goal_id)", day("t.noted_on"), "t.text")
	case tableReview:
		return with("t.relationship_id", "ifnull(t.held_at, t.created_at), ifnull(t.held_on, t.due_on), t.held_zone", "t.text, nullif(t.decision, '')")
	case tableAdvice:
		return with("coalesce(t.to_relationship_id, (SELECT e.relationship_id FROM exchange e WHERE e.id = t.exchange_id))", day("t.noted_on"), "t.text, nullif(t.outcome, '')")
	case tablePrompt:
		return "SELECT t.id, t.uid, 0, 0, t.created_at, NULL, '', t.text FROM prompt t" + which
	case tablePromptSet:
		return "SELECT t.id, t.uid, 0, 0, t.created_at, NULL, '', " + lines("t.title, nullif(t.about, '')") + " FROM prompt_set t" + which
	}
	return ""
}
