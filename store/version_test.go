package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
)

// versionsOf writes the versions of a text on a line each, with what is said of them.
func versionsOf(tb testing.TB, s *Store, of journal.TextOf) []string {
	tb.Helper()
	var out []string
	for _, v := range must(s.Versions(context.Background(), of))(tb) {
		said := must(s.VersionText(context.Background(), of, v))(tb)
		if len(said) != v.Bytes {
			tb.Errorf("%q is said to have %d bytes", said, v.Bytes)
		}
		if v.TakenBack {
			said += " (taken back)"
		}
		if v.Present {
			said += " (now)"
		}
		out = append(out, said)
	}
	return out
}

func wantVersions(tb testing.TB, s *Store, of journal.TextOf, want ...string) {
	tb.Helper()
	if got := versionsOf(tb, s, of); !slices.Equal(got, want) {
		tb.Errorf("versions = %q, want %q", got, want)
	}
}

// bringBack brings the nth version back, counted from the oldest.
func bringBack(tb testing.TB, s *Store, of journal.TextOf, n int) []string {
	tb.Helper()
	return must(s.BringBack(context.Background(), of, must(s.Versions(context.Background(), of))(tb)[n]))(tb)
}

// note is the text of a conversation's note.
func note(id int64) journal.TextOf { return journal.TextOf{Kind: journal.TextNote, ID: id} }

func TestVersions(t *testing.T) {
	ctx := context.Background()
	t.Run("a note edited five times, its third version brought back", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		s := mustOpenAt(t, path)
		k := priya(t, s, "version 1\n- [ ] send it 1 dec")
		id := k.Session.ID
		for n := 2; n <= 6; n++ {
			reword(t, s, must(s.Session(ctx, id))(t), fmt.Sprintf("version %d\n- [ ] send it %d dec", n, n))
		}
		ok(t, s.Close())
		s = mustOpenAt(t, path)
		if told := bringBack(t, s, note(id), 2); len(told) != 0 {
			t.Errorf("told %q", told)
		}
		v := must(s.Session(ctx, id))(t)
		if v.Note != "version 3\n- [ ] send it 3 dec" || len(v.Actions) != 1 || v.Actions[0].Due.String() != "2026-12-03" {
			t.Errorf("brought back: %q, %+v", v.Note, v.Actions)
		}
		all := versionsOf(t, s, note(id))
		if len(all) != 7 || all[6] != "version 3\n- [ ] send it 3 dec (now)" || !strings.HasPrefix(all[5], "version 6") || !strings.HasPrefix(all[0], "version 1") {
			t.Errorf("versions = %q", all)
		}
		step, did := must2(s.Undo(ctx))(t)
		if !did || step.What != journal.StepNoteEdited {
			t.Errorf("undone: %s", step)
		}
		v = must(s.Session(ctx, id))(t)
		if v.Note != "version 6\n- [ ] send it 6 dec" || v.Actions[0].Due.String() != "2026-12-06" {
			t.Errorf("undone: %q, %+v", v.Note, v.Actions)
		}
	})
	t.Run("what was taken back is among them", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		reword(t, s, k.Session, "second")
		reword(t, s, must(s.Session(ctx, k.Session.ID))(t), "third")
		must2(s.Undo(ctx))(t)
		wantVersions(t, s, note(k.Session.ID), "first", "second (now)", "third (taken back)")
		must2(s.Undo(ctx))(t)
		wantVersions(t, s, note(k.Session.ID), "first (now)", "second (taken back)", "third (taken back)")
		reword(t, s, must(s.Session(ctx, k.Session.ID))(t), "fourth")
		wantVersions(t, s, note(k.Session.ID), "first", "second (taken back)", "third (taken back)", "fourth (now)")
		bringBack(t, s, note(k.Session.ID), 2)
		wantVersions(t, s, note(k.Session.ID), "first", "second (taken back)", "third (taken back)", "fourth", "third (now)")
		must2(s.Undo(ctx))(t)
		must2(s.Redo(ctx))(t)
		wantVersions(t, s, note(k.Session.ID), "first", "second (taken back)", "third (taken back)", "fourth", "third (now)")
	})
	t.Run("the steps that made them", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		reword(t, s, k.Session, "second")
		all := must(s.Versions(ctx, note(k.Session.ID)))(t)
		if all[0].Step.What != journal.StepNoteKept || all[1].Step.What != journal.StepNoteEdited || !all[0].Step.At.Before(all[1].Step.At) {
			t.Errorf("versions = %+v", all)
		}
	})
	t.Run("an action that lifted, after its line changed", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "- [ ] send the list")
		reword(t, s, k.Session, "- [ ] send the long list")
		reword(t, s, must(s.Session(ctx, k.Session.ID))(t), "- [ ] send nothing of the kind")
		of := journal.TextOf{Kind: journal.TextAction, ID: k.Actions[0].ID}
		wantVersions(t, s, of, "send the list", "send the long list", "send nothing of the kind (now)")
		bringBack(t, s, of, 1)
		v := must(s.Session(ctx, k.Session.ID))(t)
		if v.Actions[0].Text != "send the long list" || v.Note != "- [ ] send nothing of the kind" {
			t.Errorf("brought back: %+v in %q", v.Actions, v.Note)
		}
		reword(t, s, v, "more\n- [ ] send nothing of the kind") // the line did not change, so the action stays
		if v = must(s.Session(ctx, v.ID))(t); len(v.Actions) != 1 || v.Actions[0].Text != "send the long list" {
			t.Errorf("after an edit: %+v", v.Actions)
		}
	})
	t.Run("a version whose line is gone", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk\n- [ ] send it")
		reword(t, s, k.Session, "talk")
		told := bringBack(t, s, note(k.Session.ID), 0)
		v := must(s.Session(ctx, k.Session.ID))(t)
		if len(v.Actions) != 1 || len(told) != 1 || !strings.Contains(told[0], "in the note again") {
			t.Errorf("%q, %+v", told, v.Actions)
		}
	})
	t.Run("one that was never written", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		wantVersions(t, s, journal.TextOf{Kind: journal.TextPrivate, ID: k.Session.ID})
		wantVersions(t, s, journal.TextOf{Kind: journal.TextWhy, UID: "nobody"})
	})
	t.Run("of what was deleted", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		reword(t, s, k.Session, "second")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		wantVersions(t, s, note(k.Session.ID), "first", "second (now)")
		_, err := s.BringBack(ctx, note(k.Session.ID), must(s.Versions(ctx, note(k.Session.ID)))(t)[0])
		wantCode(t, err, journal.CodeConflict)
	})
	t.Run("words with every character", func(t *testing.T) {
		s := MustOpen(t)
		odd := "a\x00b<&>\u2028\U0001F469\u200d\U0001F467 \u202e"
		k := priya(t, s, odd)
		reword(t, s, k.Session, "plain")
		bringBack(t, s, note(k.Session.ID), 0)
		if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != odd {
			t.Errorf("brought back %q", v.Note)
		}
	})
}

// TestBringBack changes every kind of text twice and brings the first words back.
func TestBringBack(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	k := priya(t, s, "note one\ngot: a view")
	rel := must(s.Relationship(ctx, k.Session.RelationshipID))(t)
	person := must(s.Person(ctx, rel.PersonID))(t).Person
	review := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel.ID, Text: "one"}, journal.DecisionGoOn))(t)
	answer := must(s.KeepAnswer(ctx, journal.Draft{PersonID: rel.PersonID, Text: "one"}))(t)
	goal := must(s.AddGoal(ctx, journal.Goal{RelationshipID: rel.ID, Text: "one", Kind: journal.GoalSkill, Tag: "one"}))(t)
	progress := must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: goal.ID, Text: "one"}))(t)
	topic := must(s.AddTopic(ctx, journal.Topic{RelationshipID: rel.ID, Text: "one", Hard: true}))(t)
	action := must(s.AddAction(ctx, journal.Action{RelationshipID: rel.ID, Text: "one", Owner: journal.OwnerThem}))(t)
	ok(t, s.CloseAction(ctx, action.ID, journal.ActionDropped, "one"))
	all := func(text string) journal.Agreement {
		return journal.Agreement{RelationshipID: rel.ID, ExpectMine: text, ExpectTheirs: text, Confidence: text, Boundaries: text, Feedback: text, Often: text, Ending: text}
	}
	agreement := must(s.KeepAgreement(ctx, all("one")))(t)
	match := func(text string) journal.Match {
		m := journal.Match{RelationshipID: rel.ID, Why: text, Common: text, Watch: text}
		for _, l := range journal.Checklist(journal.RoleMentor) {
			m.Checks = append(m.Checks, journal.Check{Line: l.ID, Answer: journal.CheckNotSure, Word: text})
		}
		return m
	}
	ok(t, s.SetMatch(ctx, match("one")))
	ok(t, s.EndRelationship(ctx, rel.ID, journal.Ending{Thanks: "one"}))
	ok(t, s.BeginAgain(ctx, rel.ID))
	past := must(s.Endings(ctx, rel.ID))(t)[0]
	advice := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: k.Session.Exchanges[0].ID, Kind: journal.AdviceTried, Outcome: "one"}))(t)
	set := must(s.AddSet(ctx, journal.PromptSet{Title: "one", About: "one"}))(t)
	prompt := must(s.AddPrompt(ctx, journal.Prompt{SetID: set.ID, Text: "one"}))(t)
	words := func(text string) {
		person.Notes, person.HowKnown, person.CommonGround, person.CoreValues, person.Contact, person.Name = text, text, text, text, text, text
		ok(t, s.ChangePerson(ctx, person))
		now := must(s.Relationship(ctx, rel.ID))(t).Relationship
		now.Purpose, now.AskedHow, now.Thanks, now.Setting, now.Focus = text, text, text, text, []string{text, "hiring"}
		ok(t, s.ChangeRelationship(ctx, now))
		v := must(s.Session(ctx, k.Session.ID))(t)
		ok(t, s.ChangeSession(ctx, v.ID, SessionChange{At: v.At, Role: v.Role, Private: text}))
	}
	words("one")
	words("two")
	reword(t, s, k.Session, "note two\ngot: a view")
	must(s.KeepReview(ctx, journal.Draft{ReviewID: review.Review.ID, RelationshipID: rel.ID, Text: "two"}, journal.DecisionGoOn))(t)
	must(s.KeepAnswer(ctx, journal.Draft{ReflectionID: answer.Reflection.ID, Text: "two"}))(t)
	ok(t, s.ChangeGoal(ctx, journal.Goal{ID: goal.ID, Text: "two", Kind: journal.GoalSkill, Tag: "two"}))
	ok(t, s.ChangeGoalNote(ctx, journal.GoalNote{ID: progress.ID, Text: "two"}))
	ok(t, s.EditTopic(ctx, topic.ID, "two", true))
	ok(t, s.EditAction(ctx, action.ID, "two", journal.OwnerThem, journal.Date{}))
	ok(t, s.CloseAction(ctx, action.ID, journal.ActionDropped, "two"))
	second := all("two")
	second.ID = agreement.ID
	must(s.KeepAgreement(ctx, second))(t)
	ok(t, s.SetMatch(ctx, match("two")))
	past.Thanks = "two"
	ok(t, s.ChangePastEndings(ctx, []journal.PastEnding{past}))
	ok(t, s.ChangeAdvice(ctx, journal.Advice{ID: advice.ID, Kind: journal.AdviceTried, Outcome: "two"}))
	prompt.Text, set.Title, set.About = "two", "two", "two"
	ok(t, s.ChangePrompt(ctx, prompt))
	ok(t, s.ChangeSet(ctx, set))

	texts := slices.Concat(
		journal.Texts(k.Session.ID, journal.TextNote, journal.TextPrivate), journal.Texts(review.Review.ID, journal.TextReview),
		journal.Texts(answer.Reflection.ID, journal.TextAnswer), journal.Texts(goal.ID, journal.GoalTexts()...), journal.Texts(past.ID, journal.TextPastThanks), journal.Texts(progress.ID, journal.TextGoalNote),
		journal.Texts(topic.ID, journal.TextTopic), journal.Texts(action.ID, journal.ActionTexts()...), journal.Texts(agreement.ID, journal.AgreementTexts()...),
		journal.TextsUID(rel.UID, journal.MatchTexts()...), journal.Texts(rel.ID, journal.RelationshipTexts()...), journal.Texts(rel.PersonID, journal.PersonTexts()...),
		journal.Texts(advice.ID, journal.TextAdvice), journal.TextsUID(prompt.ID, journal.TextQuestion), journal.TextsUID(set.ID, journal.TextSetTitle, journal.TextSetAbout),
	)
	for _, kind := range journal.TextKinds() {
		if !slices.ContainsFunc(texts, func(of journal.TextOf) bool { return of.Kind == kind }) {
			t.Errorf("nothing brings %q back", kind)
		}
	}
	for _, of := range texts {
		t.Run(string(of.Kind), func(t *testing.T) {
			head := ""
			switch of.Kind {
			case journal.TextNote:
				head = "note "
			}
			before := dump(t, s)
			steps := scalar(t, s, "SELECT count(*) FROM step WHERE state = 'done'")
			was := versionsOf(t, s, of)
			first := 0
			switch of.Kind {
			case journal.TextName:
				first = 1 // before it was another name
			case journal.TextThanks:
				first = 2 // those of the ending before, and none when it began again
			}
			if len(was) != first+2 || !strings.HasPrefix(was[first], head+"one") || !strings.HasPrefix(was[first+1], head+"two") {
				t.Fatalf("versions = %q", was)
			}
			bringBack(t, s, of, first)
			now := versionsOf(t, s, of)
			if len(now) != first+3 || !strings.HasPrefix(now[first+2], head+"one") || !strings.HasSuffix(now[first+2], "(now)") {
				t.Fatalf("versions = %q", now)
			}
			if n := scalar(t, s, "SELECT count(*) FROM step WHERE state = 'done'"); n != steps+1 {
				t.Errorf("it was %d steps", n-steps)
			}
			must2(s.Undo(ctx))(t)
			if got := dump(t, s); got != before {
				t.Errorf("undone:\n%s", firstDiff(before, got))
			}
		})
	}
}

// notTyped says why a column that holds text has no versions of its own, "" for one that must have.
func notTyped(tbl table, column string) string {
	switch column {
	case "uid", "of_uid", "name_key", "due_key", "slug", "set_id", "prompt_id", "writer", "language", "prompt_language":
		return "the program's own"
	case "due_on", "from_on", "until_on", "next_on", "asked_on", "trial_until", "ended_on", "again_on", "resumed_on", "noted_on", "agreed_on",
		"held_on", "held_zone", "shown_on", "stopped_at":
		return "a day, a zone or a place"
	case "role", "kind", "formality", "state", "owner", "medium", "direction", "decision", "rhythm_unit", "review_unit", "moment",
		"needs", "interventions", "moves", "relations":
		return "one of a few words to choose from"
	case "source":
		return "a line of a text that has versions"
	}
	switch {
	case tbl == tableDraft:
		return "not kept yet"
	case tbl == "setting":
		return "no words"
	case tbl == tableExchange && column == "text", tbl == tableShift && column == "text", tbl == tableAdvice && column == "text":
		return "lifted from a text that has versions"
	case tbl == tableReflection && column == "question":
		return "as it was asked, and never changed"
	case tbl == tablePrompt && column == "sources":
		return "from a file, and never changed here"
	}
	return ""
}

// TestVersionsOfEveryText goes over all columns that hold text: where a person's words are in one,
// their versions can be looked at, or it is said why not.
func TestVersionsOfEveryText(t *testing.T) {
	s := MustOpen(t)
	type place struct {
		tbl    table
		column string
	}
	kinds := map[place][]journal.TextKind{}
	for _, kind := range journal.TextKinds() {
		tbl, column := textColumn(kind)
		if tbl == "" {
			t.Errorf("%q is kept nowhere", kind)
		}
		kinds[place{tbl, column}] = append(kinds[place{tbl, column}], kind)
	}
	if n := len(kinds[place{tableMatch, "checks"}]); n != len(journal.Checklist(journal.RoleMentee)) {
		t.Errorf("%d lines of the checklist have versions", n)
	}
	places := must(list(context.Background(), s.rd, func(r *sql.Rows) (p place, err error) { return p, r.Scan(&p.tbl, &p.column) },
		`SELECT m.name, c.name FROM sqlite_schema m, pragma_table_xinfo(m.name) c
		WHERE m.type = 'table' AND m.rootpage > 0 AND c.type = 'TEXT' AND m.name NOT IN ('step', 'history') AND m.name NOT GLOB 'search*'`))(t)
	if len(places) < 100 {
		t.Fatalf("there are %d columns", len(places))
	}
	for _, p := range places {
		switch why := notTyped(p.tbl, p.column); {
		case why == "" && len(kinds[p]) == 0:
			t.Errorf("%s.%s has words whose versions cannot be looked at", p.tbl, p.column)
		case why != "" && len(kinds[p]) > 0:
			t.Errorf("%s.%s has versions, and is said to be %s", p.tbl, p.column, why)
		}
		delete(kinds, p)
	}
	for p := range kinds {
		t.Errorf("there is no %s.%s", p.tbl, p.column)
	}
}

// TestBringBackParts brings back what is kept beside other words in one column.
func TestBringBackParts(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	k := priya(t, s, "We talked.")
	rel := must(s.Relationship(ctx, k.Session.RelationshipID))(t)
	set := func(checks ...journal.Check) {
		t.Helper()
		ok(t, s.SetMatch(ctx, journal.Match{RelationshipID: rel.ID, Checks: checks}))
	}
	check := func(line string, a journal.CheckAnswer, word string) journal.Check {
		return journal.Check{Line: line, Answer: a, Word: word}
	}
	word := func(line string) journal.TextOf { return journal.TextOf{Kind: journal.TextCheck(line), UID: rel.UID} }
	checks := func(want ...journal.Check) {
		t.Helper()
		if got := must(s.Match(ctx, rel.ID))(t).Checks; !slices.Equal(got, want) {
			t.Errorf("checks = %+v, want %+v", got, want)
		}
	}
	set(check("time", journal.CheckNo, "too busy"))
	set(check("respect", journal.CheckYes, "always"), check("time", journal.CheckNo, "too busy"))
	set(check("respect", journal.CheckYes, "always"), check("time", journal.CheckYes, "now they do"))
	wantVersions(t, s, word("time"), "too busy", "now they do (now)")
	wantVersions(t, s, word("respect"), "always (now)")
	wantVersions(t, s, word("no-say"))
	t.Run("a word, and the answer of now stays", func(t *testing.T) {
		bringBack(t, s, word("time"), 0)
		checks(check("respect", journal.CheckYes, "always"), check("time", journal.CheckYes, "too busy"))
	})
	t.Run("a word whose answer is gone", func(t *testing.T) {
		set(check("respect", journal.CheckYes, "always"))
		wantVersions(t, s, word("time"), "too busy", "now they do", "too busy", " (now)")
		bringBack(t, s, word("time"), 0)
		checks(check("respect", journal.CheckYes, "always"), check("time", journal.CheckNo, "too busy"))
	})
	t.Run("a word of a match that was taken away", func(t *testing.T) {
		set()
		bringBack(t, s, word("respect"), 0)
		checks(check("respect", journal.CheckYes, "always"))
	})
	t.Run("what a goal is about, of another kind", func(t *testing.T) {
		g := must(s.AddGoal(ctx, journal.Goal{RelationshipID: rel.ID, Text: "speak up", Kind: journal.GoalFocus, Tag: "resilience"}))(t)
		ok(t, s.ChangeGoal(ctx, journal.Goal{ID: g.ID, Text: "speak up", Kind: journal.GoalSkill, Tag: "chairing"}))
		of := journal.TextOf{Kind: journal.TextGoalTag, ID: g.ID}
		wantVersions(t, s, of, "resilience", "chairing (now)")
		bringBack(t, s, of, 0)
		if g = must(s.Goal(ctx, g.ID))(t); g.Kind != journal.GoalFocus || g.Tag != "resilience" {
			t.Errorf("goal = %+v", g)
		}
		bringBack(t, s, of, 1)
		if g = must(s.Goal(ctx, g.ID))(t); g.Kind != journal.GoalSkill || g.Tag != "chairing" {
			t.Errorf("goal = %+v", g)
		}
	})
	t.Run("the thanks of an ending that was taken back", func(t *testing.T) {
		ok(t, s.EndRelationship(ctx, rel.ID, journal.Ending{Thanks: "for all of it"}))
		ok(t, s.BeginAgain(ctx, rel.ID))
		of := journal.TextOf{Kind: journal.TextPastThanks, ID: must(s.Endings(ctx, rel.ID))(t)[0].ID}
		v := must(s.Versions(ctx, of))(t)
		must2(s.Undo(ctx))(t)
		_, err := s.BringBack(ctx, of, v[0])
		wantCode(t, err, journal.CodeNotFound)
	})
}
