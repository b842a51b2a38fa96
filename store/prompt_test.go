package store

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
)

func TestOwnQuestions(t *testing.T) {
	ctx := context.Background()
	t.Run("a question in a built-in set", func(t *testing.T) {
		s := asking(t)
		p := must(s.AddPrompt(ctx, journal.Prompt{SetID: "morning", Text: " What about\nmine? ", Role: journal.ForMentee, Moment: journal.MomentAfter, Seconds: 30}))(t)
		q := must(s.Questions(ctx))(t)
		got, found := q.Prompt(p.ID)
		if !found || got.Text != "What about\nmine?" || got.Role != journal.ForMentee || got.Moment != journal.MomentAfter || got.Seconds != 30 || !got.Own || got.Version != 1 || got.SetID != "morning" {
			t.Errorf("prompt = %+v", got)
		}
		if last := q.Sets[0].Prompts[3]; last.ID != p.ID {
			t.Errorf("last = %+v", last)
		}
		p.Text, p.Seconds = "What about me?", 0
		ok(t, s.ChangePrompt(ctx, p))
		if got, _ = must(s.Questions(ctx))(t).Prompt(p.ID); got.Text != "What about me?" || got.Seconds != 0 || got.Version != 2 {
			t.Errorf("prompt = %+v", got)
		}
		p.Role = journal.ForMentor
		ok(t, s.ChangePrompt(ctx, p))
		if got, _ = must(s.Questions(ctx))(t).Prompt(p.ID); got.Version != 2 {
			t.Errorf("version = %d", got.Version)
		}
		must2(s.Undo(ctx))(t)
		wantStep(t, s, "question changed: What about me?")
		if got, _ = must(s.Questions(ctx))(t).Prompt(p.ID); got.Text != "What about\nmine?" || got.Version != 3 {
			t.Errorf("after undo: %+v", got)
		}
		ok(t, s.DeletePrompt(ctx, p.ID))
		wantTold(t, s, "Morning: a b c", "Evening: d")
		wantCode(t, s.DeletePrompt(ctx, p.ID), journal.CodeNotFound)
		wantStep(t, s, "question deleted: What about mine?")
		wantStep(t, s, "question added: What about mine?")
	})
	t.Run("not a built-in one", func(t *testing.T) {
		s := asking(t)
		for _, err := range []error{
			s.ChangePrompt(ctx, journal.Prompt{ID: "morning/a", Text: "other"}), s.DeletePrompt(ctx, "morning/a"),
			s.ChangeSet(ctx, journal.PromptSet{ID: "morning", Title: "Other"}), s.DeleteSet(ctx, "morning"),
		} {
			wantCode(t, err, journal.CodeInvalid)
			if !strings.Contains(err.Error(), "is built in: it can be hidden") {
				t.Errorf("it says %q", err)
			}
		}
	})
	t.Run("what cannot be", func(t *testing.T) {
		s := asking(t)
		add := func(p journal.Prompt) error { _, err := s.AddPrompt(ctx, p); return err }
		wantCode(t, add(journal.Prompt{SetID: "noon", Text: "words"}), journal.CodeNotFound)
		wantCode(t, add(journal.Prompt{SetID: "morning", Text: " \n"}), journal.CodeInvalid)
		wantCode(t, add(journal.Prompt{SetID: "morning", Text: "words", Moment: "noon"}), journal.CodeInvalid)
		wantCode(t, add(journal.Prompt{SetID: "morning", Text: strings.Repeat("x", journal.MaxPromptText+1)}), journal.CodeInvalid)
		_, err := s.AddSet(ctx, journal.PromptSet{Title: "\t"})
		wantCode(t, err, journal.CodeInvalid)
		_, err = s.AddSet(ctx, journal.PromptSet{Title: strings.Repeat("x", journal.MaxPromptText+1)})
		wantCode(t, err, journal.CodeInvalid)
		wantCode(t, s.ChangeSet(ctx, journal.PromptSet{ID: "noon", Title: "Noon"}), journal.CodeNotFound)
		if n := scalar(t, s, "SELECT count(*) FROM step"); n != 0 {
			t.Errorf("%d steps", n)
		}
	})
	t.Run("a set", func(t *testing.T) {
		s := asking(t)
		set := must(s.AddSet(ctx, journal.PromptSet{Title: " Noon ", About: "In between."}))(t)
		for _, text := range []string{"e", "f"} {
			must(s.AddPrompt(ctx, journal.Prompt{SetID: set.ID, Text: text}))(t)
		}
		wantTold(t, s, "Morning: a b c", "Evening: d", "Noon+: e+ f+")
		ok(t, s.ChangeSet(ctx, journal.PromptSet{ID: set.ID, Title: "Midday"}))
		got, _ := must(s.Questions(ctx))(t).Set(set.ID)
		if got.Title != "Midday" || got.About != "" {
			t.Errorf("set = %+v", got)
		}
		ok(t, s.DeleteSet(ctx, set.ID))
		wantTold(t, s, "Morning: a b c", "Evening: d")
		wantStep(t, s, "set deleted: Midday")
		wantTold(t, s, "Morning: a b c", "Evening: d", "Midday+: e+ f+")
		wantStep(t, s, "set changed: Midday")
	})
	t.Run("read only", func(t *testing.T) {
		s := asking(t)
		must(s.AddPrompt(ctx, journal.Prompt{SetID: "morning", Text: "mine"}))(t)
		ok(t, s.wr.Close())
		s.wr, s.readOnly = nil, true
		wantTold(t, s, "Morning: a b c mine+", "Evening: d")
		wantCode(t, s.StopAt(ctx, "morning", "morning/b"), journal.CodeReadOnly)
		wantCode(t, s.HideSet(ctx, "morning", true), journal.CodeReadOnly)
	})
}
