package store

import (
	"context"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// said are the notices of what was kept, one after the other.
func said(came journal.Came) string {
	var all []string
	for _, n := range came.Notices {
		all = append(all, n.Text)
	}
	return strings.Join(all, " ")
}

func TestReviewChangedElsewhere(t *testing.T) {
	ctx := context.Background()
	decided := func(d journal.Decision) *journal.Decision { return &d }
	edit := func(v journal.KeptReview, text string) journal.Draft {
		return journal.Draft{ReviewID: v.ID, BaseRev: v.Rev, Was: &journal.Details{At: v.HeldAt}, Decided: decided(v.Decision), Text: text}
	}
	held := func(t *testing.T, s *Store, d journal.Decision) journal.KeptReview {
		t.Helper()
		return must(s.KeepReview(ctx, journal.Draft{RelationshipID: sam(t, s).ID, Text: "words"}, d))(t)
	}
	t.Run("the words", func(t *testing.T) {
		s := MustOpen(t)
		was := held(t, s, "")
		must(s.KeepReview(ctx, edit(was, "theirs"), ""))(t)
		now := must(s.KeepReview(ctx, edit(was, "mine"), ""))(t)
		if now.ID != was.ID || now.Text != "mine" || !strings.Contains(said(now.Came), "changed elsewhere while you wrote") {
			t.Errorf("kept %+v, and said %q", now.Review, said(now.Came))
		}
		must2(s.Undo(ctx))(t)
		if v := must(s.Review(ctx, was.ID))(t); v.Text != "theirs" {
			t.Errorf("after undo: %q", v.Text)
		}
		again := must(s.KeepReview(ctx, edit(was, "theirs"), ""))(t)
		if len(again.Notices) != 0 {
			t.Errorf("the same words: %q", said(again.Came))
		}
	})
	t.Run("only words are changed here, and a decision there", func(t *testing.T) {
		s := MustOpen(t)
		was := held(t, s, "")
		must(s.KeepReview(ctx, edit(was, "words"), journal.DecisionChange))(t)
		if now := must(s.KeepReview(ctx, edit(was, "other words"), ""))(t); now.Decision != journal.DecisionChange || now.Text != "other words" {
			t.Errorf("review = %+v", now.Review)
		}
		if now := must(s.KeepReview(ctx, edit(was, "other words"), journal.DecisionGoOn))(t); now.Decision != journal.DecisionGoOn {
			t.Errorf("decided anew: %+v", now.Review)
		}
	})
	t.Run("a decision is taken back here", func(t *testing.T) {
		s := MustOpen(t)
		was := held(t, s, journal.DecisionGoOn)
		if now := must(s.KeepReview(ctx, edit(was, "words"), ""))(t); now.Decision != "" {
			t.Errorf("review = %+v", now.Review)
		}
	})
	t.Run("a review is never left with nothing", func(t *testing.T) {
		s := MustOpen(t)
		was := held(t, s, journal.DecisionGoOn)
		must(s.KeepReview(ctx, edit(was, "words"), ""))(t)
		if now := must(s.KeepReview(ctx, edit(was, ""), journal.DecisionGoOn))(t); now.Decision != journal.DecisionGoOn || now.Text != "" {
			t.Errorf("review = %+v", now.Review)
		}
	})
	t.Run("its day", func(t *testing.T) {
		s := MustOpen(t)
		was := held(t, s, "")
		d := edit(was, "words")
		d.Details, d.At = true, was.HeldAt.AddDate(0, 0, -3)
		moved := must(s.KeepReview(ctx, d, ""))(t)
		d = edit(was, "other words")
		d.Details, d.At = true, was.HeldAt
		if now := must(s.KeepReview(ctx, d, ""))(t); !now.HeldAt.Equal(moved.HeldAt) {
			t.Errorf("held at %s, not %s", now.HeldAt, moved.HeldAt)
		}
	})
}

func TestReviewHeldMeanwhile(t *testing.T) {
	ctx := context.Background()
	begun := func(t *testing.T) (*Store, int64, journal.Draft) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-01")))
		planned := must(s.Reviews(ctx, rel))(t)[0]
		d := journal.Draft{UID: "d1", Kind: journal.DraftReview, ReviewID: planned.ID, BaseRev: planned.Rev, RelationshipID: rel, Text: "mine", Writer: "w1", Typed: 1}
		must(s.SaveDraft(ctx, d))(t)
		return s, rel, d
	}
	there := func(t *testing.T, s *Store, id int64, text string, decision journal.Decision) journal.KeptReview {
		t.Helper()
		return must(s.KeepReview(ctx, journal.Draft{ReviewID: id, BaseRev: 1, Text: text}, decision))(t)
	}
	t.Run("with other words, so that there are two", func(t *testing.T) {
		s, rel, d := begun(t)
		first := there(t, s, d.ReviewID, "theirs", journal.DecisionGoOn)
		d.Typed++
		now := must(s.KeepReview(ctx, d, journal.DecisionChange))(t)
		if now.ID == first.ID || now.Text != "mine" || now.RelationshipID != rel || !now.Held() || !strings.Contains(said(now.Came), "yours is kept beside it") {
			t.Errorf("kept %+v, and said %q", now.Review, said(now.Came))
		}
		if v := must(s.Review(ctx, first.ID))(t); v != first.Review {
			t.Errorf("the other one is %+v", v)
		}
		wantDrafts(t, s)
		wantStep(t, s, "review kept (Sam)")
		all := must(s.Drafts(ctx, 0))(t)
		if len(all) != 1 || all[0].Text != "mine" {
			t.Fatalf("after undo: %+v", all)
		}
		// Taken up from there it still overwrites nothing.
		if again := must(s.KeepReview(ctx, all[0].Draft, ""))(t); again.ID == first.ID {
			t.Errorf("kept over %+v", first.Review)
		}
	})
	t.Run("and the draft set aside and brought back", func(t *testing.T) {
		s, _, d := begun(t)
		first := there(t, s, d.ReviewID, "theirs", "")
		ok(t, s.SetDraftAside(ctx, must(s.Drafts(ctx, 0))(t)[0].ID))
		must2(s.Undo(ctx))(t)
		back := must(s.Drafts(ctx, 0))(t)[0].Draft
		if now := must(s.KeepReview(ctx, back, ""))(t); now.ID == first.ID || must(s.Review(ctx, first.ID))(t).Text != "theirs" {
			t.Errorf("kept over %+v", first.Review)
		}
	})
	t.Run("with the same words", func(t *testing.T) {
		s, rel, d := begun(t)
		there(t, s, d.ReviewID, "mine", "")
		must(s.KeepReview(ctx, d, journal.DecisionGoOn))(t)
		if all := must(s.Reviews(ctx, rel))(t); len(all) != 1 || all[0].Decision != journal.DecisionGoOn {
			t.Errorf("reviews = %+v", all)
		}
	})
	t.Run("without words, so that they are added", func(t *testing.T) {
		s, rel, d := begun(t)
		there(t, s, d.ReviewID, "", journal.DecisionGoOn)
		none := journal.Decision("")
		d.Decided = &none
		must(s.KeepReview(ctx, d, ""))(t)
		if all := must(s.Reviews(ctx, rel))(t); len(all) != 1 || all[0].Decision != journal.DecisionGoOn || all[0].Text != "mine" {
			t.Errorf("reviews = %+v", all)
		}
	})
}

func TestKeepReviewNext(t *testing.T) {
	ctx := context.Background()
	next := func(s string) *journal.Date {
		if s == "" {
			return &journal.Date{}
		}
		d := date(t, s)
		return &d
	}
	for name, c := range map[string]struct {
		planned string
		next    *journal.Date
		want    string
	}{
		"planned anew":             {"", next("2027-02-01"), "2027-02-01"},
		"moved":                    {"2026-12-01", next("2027-02-01"), "2027-02-01"},
		"planned no more":          {"2026-12-01", next(""), ""},
		"as it is":                 {"2026-12-01", nil, "2026-12-01"},
		"none where there is none": {"", next(""), ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := MustOpen(t)
			rel := sam(t, s).ID
			if c.planned != "" {
				ok(t, s.PlanReview(ctx, rel, date(t, c.planned)))
			}
			before := must(s.Reviews(ctx, rel))(t)
			must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "words", Next: c.next}, ""))(t)
			all := must(s.Reviews(ctx, rel))(t)
			got := ""
			if !all[0].Held() {
				got, all = all[0].Due.String(), all[1:]
			}
			if got != c.want || len(all) != 1 || all[0].Text != "words" {
				t.Errorf("next on %q, held %+v", got, all)
			}
			must2(s.Undo(ctx))(t)
			if after := must(s.Reviews(ctx, rel))(t); len(after) != len(before) || len(after) == 1 && after[0] != before[0] {
				t.Errorf("one undo leaves %+v", after)
			}
		})
	}
	t.Run("the planned one is held, and another one planned", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-01")))
		id := must(s.Reviews(ctx, rel))(t)[0].ID
		must(s.KeepReview(ctx, journal.Draft{ReviewID: id, Text: "words", Next: next("2027-02-01")}, ""))(t)
		if all := must(s.Reviews(ctx, rel))(t); len(all) != 2 || all[0].Due != date(t, "2027-02-01") || all[1].ID != id || all[1].Due != date(t, "2026-12-01") {
			t.Errorf("reviews = %+v", all)
		}
	})
}

func TestKeepReviewNoWords(t *testing.T) {
	ctx := context.Background()
	typed := func(t *testing.T, s *Store, d journal.Draft) journal.Draft {
		t.Helper()
		d.UID, d.Kind, d.Text, d.Writer, d.Typed = "d1", journal.DraftReview, "half a thought", "w1", 1
		must(s.SaveDraft(ctx, d))(t)
		d.Text, d.Typed = "", 2
		return d
	}
	wantBack := func(t *testing.T, s *Store) {
		t.Helper()
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		if all := must(s.Drafts(ctx, 0))(t); len(all) != 1 || all[0].Text != "half a thought" {
			t.Errorf("after undo: %+v", all)
		}
		must2(s.Redo(ctx))(t)
		wantDrafts(t, s)
	}
	t.Run("a decision", func(t *testing.T) {
		s := MustOpen(t)
		must(s.KeepReview(ctx, typed(t, s, journal.Draft{RelationshipID: sam(t, s).ID}), journal.DecisionGoOn))(t)
		wantBack(t, s)
	})
	t.Run("nothing new", func(t *testing.T) {
		s := MustOpen(t)
		v := must(s.KeepReview(ctx, journal.Draft{RelationshipID: sam(t, s).ID}, journal.DecisionGoOn))(t)
		must(s.KeepReview(ctx, typed(t, s, journal.Draft{ReviewID: v.ID, BaseRev: v.Rev}), journal.DecisionGoOn))(t)
		wantBack(t, s)
		if now := must(s.Review(ctx, v.ID))(t); now != v.Review {
			t.Errorf("review = %+v", now)
		}
	})
}

const reviewNote = "## What now?\n- [ ] send the questions fri\n- [ ] @sam bring the list\ngave: my way of closing\ngot: his doubt\nshift: less rehearsing\nask: the move\nask!: the money\npriv: he may leave\n"

func TestReviewLifts(t *testing.T) {
	ctx := context.Background()
	kept := func(t *testing.T) (*Store, journal.RelationshipSummary, journal.KeptReview) {
		s := MustOpen(t)
		r := sam(t, s)
		return s, r, must(s.KeepReview(ctx, journal.Draft{UID: "d1", RelationshipID: r.ID, Text: reviewNote}, journal.DecisionGoOn))(t)
	}
	t.Run("all of it, read back", func(t *testing.T) {
		s, r, v := kept(t)
		came := must(s.ReviewCame(ctx, v.ID))(t)
		for name, c := range map[string]journal.Came{"kept": v.Came, "read": came} {
			if len(c.Actions) != 2 || len(c.Exchanges) != 2 || len(c.Shifts) != 1 || len(c.Topics) != 2 || len(c.Notices) != 0 {
				t.Fatalf("%s: %+v", name, c)
			}
			a, mine := c.Actions[1], c.Actions[0]
			if a.ReviewID != v.ID || a.Owner != journal.OwnerThem || a.PersonID != r.PersonID || a.RelationshipID != r.ID || a.SessionID != 0 || mine.Due != date(t, "2026-11-27") {
				t.Errorf("%s: actions = %+v", name, c.Actions)
			}
			if w := c.Topics[1]; w.ReviewID != v.ID || !w.Hard || w.RelationshipID != r.ID || w.State != journal.TopicWaiting {
				t.Errorf("%s: topic = %+v", name, w)
			}
		}
		if all, _ := must2(s.Exchanges(ctx, ExchangeQuery{RelationshipID: r.ID}))(t); len(all) != 2 || !all[0].At.Equal(v.HeldAt.Truncate(time.Millisecond)) || all[0].At.Location().String() != "Europe/Berlin" {
			t.Errorf("exchanges = %+v", all)
		}
		must2(s.Undo(ctx))(t)
		if n := scalar(t, s, liftedFromReviews); n != 0 {
			t.Errorf("after undo %d things are left", n)
		}
		must2(s.Redo(ctx))(t)
		if n := scalar(t, s, liftedFromReviews); n != 7 {
			t.Errorf("after redo there are %d things", n)
		}
	})
	t.Run("an edit", func(t *testing.T) {
		s, _, v := kept(t)
		ok(t, s.CarryAction(ctx, v.Actions[0].ID, date(t, "2026-12-24")))
		text := strings.Replace(strings.Replace(reviewNote, "send the questions fri", "send the five questions fri", 1), "ask: the move\n", "", 1)
		now := must(s.KeepReview(ctx, journal.Draft{ReviewID: v.ID, BaseRev: v.Rev, Was: &journal.Details{At: v.HeldAt}, Text: text}, v.Decision))(t)
		if a := now.Actions[0]; len(now.Actions) != 2 || a.ID != v.Actions[0].ID || a.Text != "send the five questions" || a.Due != date(t, "2026-12-24") {
			t.Errorf("actions = %+v", now.Actions)
		}
		if said(now.Came) != "“the move” is no longer in the review; it stays among what to raise." {
			t.Errorf("said %q", said(now.Came))
		}
		if came := must(s.ReviewCame(ctx, v.ID))(t); len(came.Topics) != 2 {
			t.Errorf("topics = %+v", came.Topics)
		}
	})
	t.Run("held on another day, which what went across follows", func(t *testing.T) {
		s, r, v := kept(t)
		at := v.HeldAt.AddDate(0, 0, -9)
		must(s.KeepReview(ctx, journal.Draft{ReviewID: v.ID, Text: v.Text, Details: true, At: at}, v.Decision))(t)
		if all, _ := must2(s.Exchanges(ctx, ExchangeQuery{RelationshipID: r.ID}))(t); len(all) != 2 || all[0].At.UnixMilli() != at.UnixMilli() {
			t.Errorf("exchanges = %+v", all)
		}
		wantStep(t, s, "review edited (Sam)")
		if all, _ := must2(s.Exchanges(ctx, ExchangeQuery{RelationshipID: r.ID}))(t); all[0].At.UnixMilli() != v.HeldAt.UnixMilli() {
			t.Errorf("after undo: %+v", all)
		}
	})
	t.Run("the planned one, kept, undone and kept again", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-01")))
		d := journal.Draft{ReviewID: must(s.Reviews(ctx, rel))(t)[0].ID, Text: reviewNote}
		must(s.KeepReview(ctx, d, ""))(t)
		must2(s.Undo(ctx))(t)
		if v := must(s.KeepReview(ctx, d, ""))(t); len(v.Actions) != 2 || scalar(t, s, liftedFromReviews) != 7 {
			t.Errorf("actions = %+v", v.Actions)
		}
	})
	t.Run("where it has ended nothing is left to raise", func(t *testing.T) {
		s := MustOpen(t)
		r := sam(t, s)
		ok(t, s.EndRelationship(ctx, r.ID, journal.Ending{}))
		v := must(s.KeepReview(ctx, journal.Draft{RelationshipID: r.ID, Text: reviewNote}, ""))(t)
		if len(v.Topics) != 0 || len(v.Actions) != 2 || v.Actions[0].RelationshipID != r.ID || !strings.Contains(said(v.Came), "There is no open relationship with Sam to raise “the move” in") {
			t.Errorf("came %+v", v.Came)
		}
	})
	t.Run("deleted with the review, but for what is closed", func(t *testing.T) {
		s, r, v := kept(t)
		ok(t, s.CloseAction(ctx, v.Actions[0].ID, journal.ActionDone, ""))
		ok(t, s.DeleteReview(ctx, v.ID))
		if n := scalar(t, s, liftedFromReviews); n != 1 {
			t.Errorf("%d things are left", n)
		}
		must2(s.Undo(ctx))(t)
		if n := scalar(t, s, liftedFromReviews); n != 7 {
			t.Errorf("%d things came back", n)
		}
		ok(t, s.DeletePerson(ctx, r.PersonID))
		if n := scalar(t, s, liftedFromReviews); n != 0 {
			t.Errorf("%d things are left of a person", n)
		}
	})
}

// liftedFromReviews counts everything that lifted from reviews.
const liftedFromReviews = "SELECT (SELECT count(*) FROM action WHERE review_id IS NOT NULL AND deleted_at IS NULL) + (SELECT count(*) FROM topic WHERE review_id IS NOT NULL AND deleted_at IS NULL)" +
	" + (SELECT count(*) FROM exchange WHERE review_id IS NOT NULL AND deleted_at IS NULL) + (SELECT count(*) FROM shift WHERE review_id IS NOT NULL AND deleted_at IS NULL)"

// TestNextReview plans the next one with a review, but not with somebody it has ended with.
func TestNextReview(t *testing.T) {
	ctx := context.Background()
	day := journal.Date{Year: 2030, Month: 1, Day: 1}
	planned := func(t *testing.T, s *Store, rel int64) int {
		t.Helper()
		n := 0
		for _, v := range must(s.Reviews(ctx, rel))(t) {
			if !v.Held() {
				n++
			}
		}
		return n
	}
	t.Run("Ended", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{}))
		wantCode(t, s.PlanReview(ctx, rel, day), journal.CodeConflict)
		k := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "Looking back.", Next: &day}, ""))(t)
		if planned(t, s, rel) != 0 || len(k.Notices) != 1 || !strings.Contains(k.Notices[0].Text, "closed") {
			t.Errorf("kept %+v", k)
		}
	})
	t.Run("DecisionAfterUndo", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		ok(t, s.PlanReview(ctx, rel, day))
		id := must(s.Reviews(ctx, rel))(t)[0].ID
		must(s.KeepReview(ctx, journal.Draft{ReviewID: id, Text: "words"}, journal.DecisionGoOn))(t)
		must2(s.Undo(ctx))(t)
		before := journal.DecisionGoOn
		if k := must(s.KeepReview(ctx, journal.Draft{ReviewID: id, Text: "words, and more", Decided: &before}, journal.DecisionGoOn))(t); k.Decision != journal.DecisionGoOn {
			t.Errorf("decided %q", k.Decision)
		}
	})
	t.Run("AnotherDayLiftsNothing", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		v := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "We said so."}, ""))(t)
		if _, err := s.wr.Exec("UPDATE review SET text = '- [ ] call him' WHERE id = ?", v.ID); err != nil { // kept before reviews lifted
			t.Fatal(err)
		}
		k := must(s.KeepReview(ctx, journal.Draft{ReviewID: v.ID, Text: "- [ ] call him", Details: true, At: v.HeldAt.AddDate(0, 0, -1)}, ""))(t)
		if len(k.Actions) != 0 || !k.HeldAt.Before(v.HeldAt) {
			t.Errorf("kept %+v", k)
		}
	})
}
