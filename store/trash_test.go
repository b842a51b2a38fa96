package store

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// trashed writes what is in the trash on a line each.
func trashed(tb testing.TB, s *Store) string {
	tb.Helper()
	return inTrash(must(s.Trash(context.Background()))(tb))
}

func inTrash(all []journal.Trashed) string {
	var lines []string
	for _, t := range all {
		line := string(t.Kind) + ": " + t.Text
		if t.Name != "" {
			line += " (" + t.Name + ")"
		}
		for i, c := range t.With {
			line += []string{" with ", ", "}[min(i, 1)] + c.String()
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func wantTrash(tb testing.TB, s *Store, want ...string) []journal.Trashed {
	tb.Helper()
	if got := trashed(tb, s); got != strings.Join(want, "\n") {
		tb.Errorf("in the trash:\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
	return must(s.Trash(context.Background()))(tb)
}

// fullLife is a journal with everything a person may have, of two people.
func fullLife(tb testing.TB, s *Store) journal.Kept {
	tb.Helper()
	ctx := context.Background()
	d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), PersonName: "Priya Nambiar", Role: journal.RoleMentor, Text: "secretdraft"}))(tb)
	k := must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentor, DraftUID: d.UID, Text: "secretfirst words\n- [ ] secretlist fri\n- [x] secretdone\ngot: secretview\nshift: secretshift\nask: secretask"}))(tb)
	rel := k.Session.RelationshipID
	reword(tb, s, k.Session, strings.Replace(k.Session.Note, "secretfirst", "secretsecond", 1))
	v := must(s.Session(ctx, k.Session.ID))(tb)
	ok(tb, s.ChangeSession(ctx, v.ID, SessionChange{At: v.At, Role: v.Role, Private: "secretprivate", CheckIn: journal.CheckIn{Trust: 3}}))
	sam := must(s.AddPerson(ctx, journal.Person{Name: "Sam Taylor"}, &journal.Relationship{Role: journal.RoleMentee, State: journal.StateActive}))(tb)
	must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: v.Exchanges[0].ID, Kind: journal.AdvicePassed, ToID: sam.Relationships[0].ID, Outcome: "secretpassed"}))(tb)
	g := must(s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: "secretgoal"}))(tb)
	must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "secretprogress", SessionID: v.ID}))(tb)
	must(s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, Often: "secretoften"}))(tb)
	ok(tb, s.SetMatch(ctx, journal.Match{RelationshipID: rel, Why: "secretwhy", Checks: []journal.Check{{Line: journal.Checklist(journal.RoleMentor)[0].ID, Answer: journal.CheckYes, Word: "secretword"}}}))
	must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "secretreview\n- [ ] secretpromise"}, journal.DecisionGoOn))(tb)
	must(s.KeepAnswer(ctx, journal.Draft{PersonID: k.Session.PersonID, Text: "secretanswer\n- [ ] secretanswered"}))(tb)
	p := must(s.Person(ctx, k.Session.PersonID))(tb).Person
	p.Notes = "secretnotes"
	ok(tb, s.ChangePerson(ctx, p))
	return k
}

func TestTrash(t *testing.T) {
	ctx := context.Background()
	t.Run("a person with all that is theirs comes back whole", func(t *testing.T) {
		s := MustOpen(t)
		k := fullLife(t, s)
		before := dump(t, s)
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		all := wantTrash(t, s, "person: secretnotes (Priya Nambiar) with 1 relationship, 1 conversation, 1 answer, 1 match, 1 agreement, 1 review, 1 goal, 1 progress note, 4 actions, 1 topic, 1 check-in, 1 shift, 1 thing given or received, 1 note on advice")
		parts := must(s.TrashTexts(ctx, all[0].StepID))(t)
		var read strings.Builder
		for _, p := range parts {
			fmt.Fprintf(&read, "%s: %s\n", p.Title, p.Text)
		}
		for _, want := range []string{"person: notes: secretnotes", "conversation of 2026-11-21: note: secretsecond", "note apart: secretprivate", "goal: secretgoal", "match: why this person: secretwhy"} {
			if !strings.Contains(read.String(), want) {
				t.Errorf("%q is not in\n%s", want, read.String())
			}
		}
		if told := must(s.BringBackTrashed(ctx, all[0].StepID))(t); len(told) != 0 {
			t.Errorf("told %q", told)
		}
		if got := dump(t, s); got != before {
			t.Errorf("brought back:\n%s", firstDiff(before, got))
		}
		wantTrash(t, s)
		if _, err := s.BringBackTrashed(ctx, all[0].StepID); journal.ErrorCode(err) != journal.CodeNotFound {
			t.Errorf("again: %v", err)
		}
		step, _ := must2(s.Undo(ctx))(t)
		if step.String() != "brought back: person (Priya Nambiar)" {
			t.Errorf("undone: %s", step)
		}
		if len(must(s.Trash(ctx))(t)) != 1 {
			t.Error("it is not in the trash again")
		}
		must2(s.Redo(ctx))(t)
		if got := dump(t, s); got != before {
			t.Errorf("done again:\n%s", firstDiff(before, got))
		}
	})
	t.Run("each thing there is", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk\n- [ ] send it\nask: why")
		rel := k.Session.RelationshipID
		topics, _ := must2(s.Topics(ctx, TopicQuery{RelationshipID: rel}))(t)
		g := must(s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: "a goal"}))(t)
		n := must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "a step"}))(t)
		r := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "a review"}, ""))(t)
		a := must(s.KeepAnswer(ctx, journal.Draft{Text: "an answer"}))(t)
		agreement := must(s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, Often: "often"}))(t)
		ok(t, s.SetMatch(ctx, journal.Match{RelationshipID: rel, Why: "why not"}))
		set := must(s.AddSet(ctx, journal.PromptSet{Title: "a set"}))(t)
		prompt := must(s.AddPrompt(ctx, journal.Prompt{SetID: set.ID, Text: "a question?"}))(t)
		must(s.AddPrompt(ctx, journal.Prompt{SetID: set.ID, Text: "another?"}))(t)
		draft := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), PersonName: "Ada", Text: "a draft"}))(t)
		before := dump(t, s)
		steps := []func() error{
			func() error { return s.DeleteAction(ctx, k.Actions[0].ID) }, func() error { return s.DeleteTopic(ctx, topics[0].ID) },
			func() error { return s.DeleteGoalNote(ctx, n.ID) }, func() error { return s.DeleteGoal(ctx, g.ID) },
			func() error { return s.DeleteReview(ctx, r.Review.ID) }, func() error { return s.DeleteReflection(ctx, a.Reflection.ID) },
			func() error { return s.DeleteAgreement(ctx, agreement.ID) }, func() error { return s.SetMatch(ctx, journal.Match{RelationshipID: rel}) },
			func() error { return s.DeletePrompt(ctx, prompt.ID) }, func() error { return s.DeleteSet(ctx, set.ID) },
			func() error { return s.SetDraftAside(ctx, draft.ID) }, func() error { return s.DeleteSession(ctx, k.Session.ID) },
		}
		for _, do := range steps {
			ok(t, do())
		}
		all := wantTrash(t, s, "conversation: talk - [ ] send it ask: why (Priya Nambiar)", "draft: a draft (Ada)", "set: a set with 1 question", "question: a question?",
			"match: why not (Priya Nambiar)", "agreement: often (Priya Nambiar)", "answer: an answer", "review: a review (Priya Nambiar)", "goal: a goal (Priya Nambiar)",
			"progress note: a step (Priya Nambiar)", "topic: why (Priya Nambiar)", "action: send it (Priya Nambiar)")
		// A question and a step of a goal come back after what they are part of.
		_, err := s.BringBackTrashed(ctx, all[3].StepID)
		wantCode(t, err, journal.CodeConflict)
		_, err = s.BringBackTrashed(ctx, all[9].StepID)
		wantCode(t, err, journal.CodeConflict)
		for _, one := range all {
			if parts := must(s.TrashTexts(ctx, one.StepID))(t); len(parts) == 0 {
				t.Errorf("nothing to read of %+v", one)
			}
			must(s.BringBackTrashed(ctx, one.StepID))(t)
		}
		if got := dump(t, s); got != before {
			t.Errorf("brought back:\n%s", firstDiff(before, got))
		}
		wantTrash(t, s)
	})
	t.Run("what was deleted for another reason is in none", func(t *testing.T) {
		s := MustOpen(t)
		d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), PersonName: "Ada", Role: journal.RoleMentee, Text: "half"}))(t)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentee, Text: "half and whole", DraftUID: d.UID}))(t)
		must2(s.Undo(ctx))(t)
		wantTrash(t, s, "undone: half and whole (Ada)")
	})
	t.Run("a deletion that was undone, and made again", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		must2(s.Undo(ctx))(t)
		wantTrash(t, s)
		must2(s.Redo(ctx))(t)
		wantTrash(t, s, "conversation: talk (Priya Nambiar)")
		must2(s.Undo(ctx))(t)
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		wantTrash(t, s, "conversation: talk (Priya Nambiar)")
	})
	t.Run("what was deleted anew since stays deleted", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk\n- [ ] send it")
		ok(t, s.DeleteAction(ctx, k.Actions[0].ID))
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		all := wantTrash(t, s, "conversation: talk - [ ] send it (Priya Nambiar)", "action: send it (Priya Nambiar)")
		must(s.BringBackTrashed(ctx, all[0].StepID))(t)
		if v := must(s.Session(ctx, k.Session.ID))(t); len(v.Actions) != 0 {
			t.Errorf("actions = %+v", v.Actions)
		}
		wantTrash(t, s, "action: send it (Priya Nambiar)")
	})
	t.Run("a part of a person who was deleted after it", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		all := wantTrash(t, s, "person:  (Priya Nambiar) with 1 relationship", "conversation: talk (Priya Nambiar)")
		_, err := s.BringBackTrashed(ctx, all[1].StepID)
		wantCode(t, err, journal.CodeConflict)
		must(s.BringBackTrashed(ctx, all[0].StepID))(t)
		must(s.BringBackTrashed(ctx, all[1].StepID))(t)
		must(s.Session(ctx, k.Session.ID))(t)
	})
	t.Run("somebody of the same name came meanwhile", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk")
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		priya(t, s, "another")
		told := must(s.BringBackTrashed(ctx, must(s.Trash(ctx))(t)[0].StepID))(t)
		if len(told) != 1 || !strings.Contains(told[0], "2 people called Priya Nambiar") {
			t.Errorf("told %q", told)
		}
	})
}

func TestTrashDays(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "journal.db")
	s := mustOpenAt(t, path)
	deleted := time.Date(2026, 11, 21, 14, 0, 0, 0, berlin(t))
	now := deleted
	s.now = func() time.Time { return now }
	k := priya(t, s, "talk")
	ok(t, s.DeleteSession(ctx, k.Session.ID))
	for _, c := range []struct {
		days          int
		after         time.Duration
		shown, purged int
	}{{0, 0, 1, 0}, {29, 0, 1, 0}, {30, 0, 1, 0}, {30, time.Second, 0, 1}, {31, 0, 0, 1}} {
		t.Run(fmt.Sprint("after ", c.days, " days and ", c.after), func(t *testing.T) {
			now = deleted.AddDate(0, 0, c.days).Add(c.after)
			if n := len(must(s.Trash(ctx))(t)); n != c.shown {
				t.Errorf("%d in the trash", n)
			}
			if n := len(must(s.Purgeable(ctx, PurgeQuery{}))(t).Things); n != c.purged {
				t.Errorf("%d to be purged", n)
			}
			if n := len(must(s.Purgeable(ctx, PurgeQuery{All: true}))(t).Things); n != 1 {
				t.Errorf("%d of all to be purged", n)
			}
		})
	}
	// What is no longer offered is still in the file, and undo still brings it back.
	must2(s.Undo(ctx))(t)
	must(s.Session(ctx, k.Session.ID))(t)
}
