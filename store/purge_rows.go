package store

// tie is how one row refers to another.
type tie struct {
	child    table
	column   string
	parent   table
	goes     going
	required bool // the column cannot be empty
}

// going says what becomes of a deleted row when what it refers to is purged.
type going int

const (
	stays     going = iota // it has words of its own; it only forgets what it came from
	goesAlone              // it goes along, but where it was deleted by itself and is in the trash as such
	goesAlong              // it goes along
)

// ties are all ways in which rows refer to others.
func ties() []tie {
	all := []tie{
		{tableRelationship, "person_id", tablePerson, goesAlong, true},
		{tableRelationship, "suggested_in", tableRelationship, stays, false},
		{tableSession, "person_id", tablePerson, goesAlong, true},
		{tableSession, "relationship_id", tableRelationship, goesAlong, true},
		{tableReflection, "person_id", tablePerson, goesAlong, false},
		{tableAction, "person_id", tablePerson, goesAlong, false},
		{tableAction, "relationship_id", tableRelationship, goesAlong, false},
		{tableTopic, "relationship_id", tableRelationship, goesAlong, true},
		{tableTopic, "raised_in", tableSession, stays, false},
		{tableExchange, "relationship_id", tableRelationship, goesAlong, false},
		{tableCheckIn, "relationship_id", tableRelationship, goesAlong, false},
		{tableCheckIn, "session_id", tableSession, goesAlong, true},
		{tableGoalNote, "goal_id", tableGoal, goesAlong, true},
		{tableGoalNote, "session_id", tableSession, stays, false},
		{tableAdvice, "exchange_id", tableExchange, goesAlone, true},
		{tableAdvice, "to_relationship_id", tableRelationship, goesAlone, false},
		{tableDraft, "person_id", tablePerson, goesAlong, false},
		{tableDraft, "relationship_id", tableRelationship, goesAlong, false},
		{tableDraft, "session_id", tableSession, goesAlong, false},
		{tableDraft, "reflection_id", tableReflection, goesAlong, false},
		{tableDraft, "review_id", tableReview, goesAlong, false},
	}
	for _, of := range []table{tableMatch, tableAgreement, tableGoal, tableReview, tableEnding} {
		all = append(all, tie{of, "relationship_id", tableRelationship, goesAlong, true})
	}
	for _, of := range []table{tableExchange, tableShift, tableTopic, tableAction} {
		for _, from := range origins() {
			all = append(all, tie{of, from.column, from.table, goesAlone, false})
		}
	}
	return all
}

// liftedFrom is where things lift from: a table, and the column of what lifted.
type liftedFrom struct {
	table  table
	column string
}

func origins() []liftedFrom {
	return []liftedFrom{{tableSession, noteOrigin().column}, {tableReflection, answerOrigin().column}, {tableReview, reviewOrigin().column}}
}

// emptied is what a row is without a word: it stays where its number must not be given to another, or
// where something with words of its own refers to it.
func emptied(tbl table) row {
	texts := func(columns ...string) row {
		r := row{}
		for _, c := range columns {
			r[c] = ""
		}
		return r
	}
	switch tbl {
	case tablePerson:
		return texts("name", "name_key", "how_known", "common_ground", "core_values", "contact", "notes")
	case tableRelationship:
		r := texts("setting", "purpose", "asked_how", "thanks")
		r["focus"] = "[]"
		return r
	case tableSession:
		return texts("note", "private")
	case tableExchange, tableShift, tableTopic:
		return texts("text", "source")
	case tableAction:
		return texts("text", "source", "outcome")
	case tableReflection:
		return texts("question", "text")
	case tableDraft:
		r := texts("text", "person_name", "question", "checkin", "was")
		r["raised"] = "[]"
		return r
	case tableCheckIn:
		return row{"energy": nil, "trust": nil, "listening": nil, "asking": nil, "advising": nil, "needs": "[]", "interventions": "[]", "moves": "[]", "relations": "[]"}
	case tableMatch:
		r := texts("why", "common", "watch")
		r["checks"] = "[]"
		return r
	case tableAgreement:
		return texts("expect_mine", "expect_theirs", "confidence", "boundaries", "feedback", "often", "ending")
	case tableGoal:
		return texts("text", "tag")
	case tableGoalNote, tableReview:
		return texts("text")
	case tableAdvice:
		return texts("text", "outcome")
	case tableEnding:
		return texts("thanks")
	case tablePrompt:
		r := texts("text", "slug")
		r["sources"] = "[]"
		return r
	case tablePromptSet:
		return texts("slug", "title", "about")
	}
	return nil
}
