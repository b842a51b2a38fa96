package store

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
)

// TestPurgePart destroys one thing of several that were deleted: the others stay in the trash, and
// nothing is left that neither is in it nor was destroyed.
func TestPurgePart(t *testing.T) {
	ctx := context.Background()
	t.Run("AConversationOfSomebodyDeleted", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first words")
		priya(t, s, "another talk, dear to me")
		uid := NewUID()
		must(s.SaveDraft(ctx, journal.Draft{UID: uid, Writer: uid, Typed: 1, SessionID: k.Session.ID, BaseRev: k.Session.Rev, RelationshipID: k.Session.RelationshipID, Text: "first words and more"}))(t)
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		ok(t, s.DeletePerson(ctx, k.Session.PersonID)) // the draft goes with her
		all := must(s.Trash(ctx))(t)
		if len(all) != 2 || all[0].Kind != journal.TrashPerson {
			t.Fatalf("the trash has %+v", all)
		}
		must(s.Purge(ctx, []int64{all[1].StepID}))(t)
		if left := must(s.Trash(ctx))(t); len(left) != 1 || left[0].StepID != all[0].StepID {
			t.Fatalf("the trash has %+v", left)
		}
		must(s.BringBackTrashed(ctx, all[0].StepID))(t)
		must(s.FindPerson(ctx, "Priya"))(t)
		if n := scalar(t, s, "SELECT count(*) FROM session WHERE deleted_at IS NULL"); n != 1 {
			t.Errorf("%d conversations are back", n)
		}
	})
	t.Run("WhatWentWithAConversation", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "secretnote\nshift: secretshift\ngot: secretview")
		must(s.KeepAnswer(ctx, journal.Draft{PersonID: k.Session.PersonID, Text: "secretanswer\nshift: secretturn"}))(t)
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		ok(t, s.DeleteReflection(ctx, scalar(t, s, "SELECT id FROM reflection")))
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		purge(t, s, PurgeQuery{With: "priya"})
		if left := inFiles(t, s, "secretnote", "secretshift", "secretview", "secretanswer", "secretturn"); len(left) != 0 {
			t.Errorf("the file still has %v", left)
		}
	})
	t.Run("WhileSomebodyReads", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, strings.Repeat("secretlong ", 3000))
		reword(t, s, must(s.Session(ctx, k.Session.ID))(t), "short")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		reads := must(mustOpenAt(t, s.Path()).rd.BeginTx(ctx, nil))(t)
		var n int
		ok(t, reads.QueryRow("SELECT count(*) FROM session").Scan(&n))
		done := must(s.Purge(ctx, must(s.Purgeable(ctx, PurgeQuery{All: true}))(t).Steps()))(t)
		if done.Warning == "" {
			t.Error("it does not say that somebody reads")
		}
		ok(t, reads.Rollback())
		ok(t, s.Close())
		if left := inFiles(t, s, "secretlong"); len(left) != 0 {
			t.Errorf("once everybody is gone the file still has %v", left)
		}
	})
	t.Run("ASetThatIsBack", func(t *testing.T) {
		s := MustOpen(t)
		asked := func(id, text string) journal.Prompt {
			return journal.Prompt{ID: id, Text: text, Role: journal.ForEither, Moment: journal.MomentAlone}
		}
		set := journal.PromptSet{ID: "my", Title: "Mine", Prompts: []journal.Prompt{asked("my/e", "Which one?")}}
		must(s.TakeSets(ctx, set))(t)
		own := asked("", "And my own?")
		own.SetID = "my"
		must(s.AddPrompt(ctx, own))(t)
		ok(t, s.DeleteSet(ctx, "my"))
		must(s.TakeSets(ctx, set))(t)
		if all := must(s.Trash(ctx))(t); len(all) != 1 || all[0].Kind != journal.TrashQuestion || all[0].Text != "And my own?" {
			t.Errorf("the trash has %+v", all)
		}
	})
}
