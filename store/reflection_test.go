package store

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// about is an answer to a question of twoSets, about a person or nobody.
func about(person int64, text string) journal.Draft {
	return journal.Draft{PersonID: person, Text: text, Asked: journal.Asked{PromptID: "morning/a", SetID: "morning", Question: "What about a?", Language: "en", Version: 2}}
}

func answer(tb testing.TB, s *Store, d journal.Draft) journal.KeptAnswer {
	tb.Helper()
	return must(s.KeepAnswer(context.Background(), d))(tb)
}

// noticesTold are notices as text, each with its line.
func wantNotices(tb testing.TB, got []journal.Notice, want ...string) {
	tb.Helper()
	var told []string
	for _, n := range got {
		told = append(told, n.Text)
	}
	if !slices.Equal(told, want) {
		tb.Errorf("notices %q, want %q", told, want)
	}
}

func TestKeepAnswer(t *testing.T) {
	ctx := context.Background()
	t.Run("about nobody", func(t *testing.T) {
		s := asking(t)
		d := about(0, "It was good.\n- [ ] write it down fri\n- [ ] @sam read it\nshift: so\ngot: a view\ngave: time\nask: why\npriv: not this")
		d.Seconds = 31
		k := answer(t, s, d)
		r := k.Reflection
		if r.Asked != d.Asked || r.Text != d.Text || r.Seconds != 31 || r.PersonID != 0 || r.PersonName != "" || r.Rev != 1 || !r.At.Equal(r.CreatedAt.Add(time.Second)) {
			t.Errorf("answer = %+v", r)
		}
		if len(k.Actions) != 2 || len(k.Shifts) != 1 || len(k.Exchanges) != 2 || len(k.Topics) != 0 {
			t.Fatalf("came %+v", k.Came)
		}
		if a := k.Actions[0]; a.Owner != journal.OwnerMe || a.PersonID != 0 || a.RelationshipID != 0 || a.SessionID != 0 || a.ReflectionID != r.ID || a.Due != date(t, "2026-11-27") {
			t.Errorf("action = %+v", a)
		}
		wantNotices(t, k.Notices, "@sam is nobody here, so it stays in the words and the action is yours.", "“why” is about nobody you could raise it with, so it stays in the words.")
		if n := k.Notices[1].Line; n != 6 {
			t.Errorf("the notice is of line %d", n)
		}
		if len(r.Actions) != 2 {
			t.Errorf("the page has %d actions", len(r.Actions))
		}
		if all, _ := must2(s.Actions(ctx, ActionQuery{}))(t); len(all) != 2 || all[0].PersonName != "" || all[0].SessionUID != "" {
			t.Errorf("actions = %+v", all)
		}
		wantStep(t, s, "answer kept")
		if _, err := s.Reflection(ctx, r.ID); journal.ErrorCode(err) != journal.CodeNotFound {
			t.Errorf("it is there still: %v", err)
		}
		must2(s.Redo(ctx))(t)
		if r := must(s.Reflection(ctx, r.ID))(t); r.Text != d.Text || len(r.Actions) != 2 {
			t.Errorf("done again: %+v", r)
		}
	})
	t.Run("about a person", func(t *testing.T) {
		s := asking(t)
		first := priya(t, s, "words")
		second := must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentee, Text: "later", At: first.Session.At.Add(time.Hour)}))(t)
		d := about(first.Session.PersonID, "- [ ] @priya rehearse\nask!: why")
		d.At = time.Date(2026, 11, 19, 23, 30, 0, 0, berlin(t))
		k := answer(t, s, d)
		if r := k.Reflection; r.PersonName != "Priya Nambiar" || r.PersonUID == "" || !r.At.Equal(d.At) || r.At.Location().String() != "Europe/Berlin" {
			t.Errorf("answer = %+v", r)
		}
		if a := k.Actions[0]; a.Owner != journal.OwnerThem || a.PersonID != first.Session.PersonID || a.RelationshipID != second.Session.RelationshipID {
			t.Errorf("action = %+v", a)
		}
		if topic := k.Topics[0]; !topic.Hard || topic.RelationshipID != second.Session.RelationshipID || topic.ReflectionID != k.Reflection.ID || topic.SessionID != 0 {
			t.Errorf("topic = %+v", topic)
		}
		wantNotices(t, k.Notices)
		if p := must(s.Prepare(ctx, second.Session.RelationshipID, 5))(t); len(p.Theirs) != 1 || len(p.Topics) != 1 {
			t.Errorf("prepare = %+v", p)
		}
		wantStep(t, s, "answer kept (Priya Nambiar)")
	})
	t.Run("about a person without an open relationship", func(t *testing.T) {
		s := asking(t)
		p := must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateEnded}))(t)
		k := answer(t, s, about(p.ID, "- [ ] @ada write\nask: why"))
		if a := k.Actions[0]; a.PersonID != p.ID || a.RelationshipID != 0 || a.Owner != journal.OwnerThem {
			t.Errorf("action = %+v", a)
		}
		wantNotices(t, k.Notices, "There is no open relationship with Ada to raise “why” in, so it stays in the words.")
	})
	t.Run("about somebody deleted meanwhile", func(t *testing.T) {
		s := asking(t)
		p := must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, nil))(t)
		ok(t, s.DeletePerson(ctx, p.ID))
		k := answer(t, s, about(p.ID, "words"))
		if k.Reflection.PersonID != 0 {
			t.Errorf("answer = %+v", k.Reflection)
		}
		wantNotices(t, k.Notices, "The person this was about was deleted meanwhile, so it was kept as about nobody.")
		_, err := s.KeepAnswer(ctx, about(99, "words"))
		wantCode(t, err, journal.CodeNotFound)
	})
	for name, text := range map[string]string{"blank": " \n\t", "not UTF-8": "caf\xe9"} {
		t.Run(name, func(t *testing.T) {
			s := asking(t)
			d := about(0, text)
			d.UID = "d1"
			_, err := s.KeepAnswer(ctx, d)
			wantCode(t, err, journal.CodeInvalid)
			if n := scalar(t, s, "SELECT (SELECT count(*) FROM reflection) + (SELECT count(*) FROM step) + (SELECT count(*) FROM draft)"); n != 0 {
				t.Errorf("%d rows", n)
			}
		})
	}
	t.Run("free words, every byte", func(t *testing.T) {
		s := asking(t)
		text := "a\x00b\r\n\x1b]0;x\x07 \u202e\u2028 e\u0301 👩🏽‍🚀 <>&\"\\ '\n\n"
		k := answer(t, s, journal.Draft{Text: text})
		if k.Reflection.Text != text || k.Reflection.Asked != (journal.Asked{}) {
			t.Errorf("answer = %+v", k.Reflection)
		}
		answer(t, s, journal.Draft{ReflectionID: k.Reflection.ID, Text: "other"})
		must2(s.Undo(ctx))(t)
		if got := must(s.Reflection(ctx, k.Reflection.ID))(t); got.Text != text || got.Rev != 3 {
			t.Errorf("after undo: %+v", got)
		}
	})
}

func TestKeepAnswerEdit(t *testing.T) {
	ctx := context.Background()
	edit := func(v journal.ReflectionView, text string) journal.Draft {
		return journal.Draft{ReflectionID: v.ID, BaseRev: v.Rev, Text: text}
	}
	t.Run("its lines", func(t *testing.T) {
		s := asking(t)
		p := priya(t, s, "words")
		was := answer(t, s, about(p.Session.PersonID, "- [ ] one\nshift: so\nask: why\ngot: a view"))
		now := answer(t, s, edit(was.Reflection, "first\n- [ ] one and two\nask: why not"))
		if now.Actions[0].ID != was.Actions[0].ID || now.Actions[0].Text != "one and two" || now.Topics[0].ID != was.Topics[0].ID || now.Topics[0].Text != "why not" {
			t.Errorf("came %+v", now.Came)
		}
		if now.Reflection.Asked != was.Reflection.Asked || now.Reflection.PersonID != p.Session.PersonID || now.Reflection.Rev != 2 {
			t.Errorf("answer = %+v", now.Reflection)
		}
		wantNotices(t, now.Notices, "“so” is no longer in the answer; it stays as a shift of this answer.", "“a view” is no longer in the answer; it stays with what was given and received.")
		back := answer(t, s, edit(now.Reflection, "shift: so"))
		if len(back.Shifts) != 1 || back.Shifts[0].ID != was.Shifts[0].ID || !strings.Contains(back.Notices[0].Text, "is in the answer again") {
			t.Errorf("came %+v", back.Came)
		}
		wantStep(t, s, "answer edited (Priya Nambiar)")
	})
	t.Run("a conversation's things are not touched", func(t *testing.T) {
		s := asking(t)
		p := priya(t, s, "- [ ] one\nshift: so")
		k := answer(t, s, about(p.Session.PersonID, "- [ ] one\nshift: so"))
		if k.Reflection.ID != p.Session.ID {
			t.Fatalf("the ids are not alike, so this shows nothing")
		}
		answer(t, s, edit(k.Reflection, "no more"))
		if v := must(s.Session(ctx, p.Session.ID))(t); len(v.Actions) != 1 || v.Actions[0].ID != p.Actions[0].ID || len(v.Shifts) != 1 {
			t.Errorf("session = %+v", v)
		}
		if n := len(reword(t, s, p.Session, "- [ ] one\nshift: so\nmore").Notices); n != 0 {
			t.Errorf("%d notices", n)
		}
	})
	t.Run("details", func(t *testing.T) {
		s := asking(t)
		p := priya(t, s, "words")
		was := answer(t, s, about(0, "- [ ] one"))
		d := edit(was.Reflection, "- [ ] one, more")
		d.PersonID, d.Seconds, d.At = p.Session.PersonID, 60, time.Date(2026, 1, 2, 3, 4, 0, 0, time.UTC)
		if now := answer(t, s, d); now.Reflection.PersonID != 0 || now.Reflection.Seconds != 0 || !now.Reflection.At.Equal(was.Reflection.At) {
			t.Errorf("without Details: %+v", now.Reflection)
		}
		d.Details = true
		now := answer(t, s, d)
		if now.Reflection.PersonID != p.Session.PersonID || now.Reflection.Seconds != 60 || !now.Reflection.At.Equal(d.At) {
			t.Errorf("with Details: %+v", now.Reflection)
		}
		if a := now.Actions[0]; a.ID != was.Actions[0].ID || a.PersonID != p.Session.PersonID || a.RelationshipID != p.Session.RelationshipID {
			t.Errorf("action = %+v", a)
		}
		must2(s.Undo(ctx))(t)
		if a := must(s.Action(ctx, was.Actions[0].ID))(t); a.PersonID != 0 {
			t.Errorf("after undo: %+v", a)
		}
	})
	t.Run("what is to be raised goes to whom it is about now", func(t *testing.T) {
		s := asking(t)
		p := priya(t, s, "words")
		ada := must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentee, Text: "words"}))(t).Session
		was := answer(t, s, about(p.Session.PersonID, "ask: why"))
		d := edit(was.Reflection, "ask: why")
		d.Details, d.PersonID = true, ada.PersonID
		now := answer(t, s, d)
		if topic := now.Topics[0]; topic.ID != was.Topics[0].ID || topic.RelationshipID != ada.RelationshipID {
			t.Errorf("topic = %+v", topic)
		}
		d.PersonID, d.BaseRev = 0, 0
		now = answer(t, s, d)
		wantNotices(t, now.Notices, "What there is to raise in this answer is still to be raised with Ada.")
		if topic := now.Topics[0]; topic.RelationshipID != ada.RelationshipID {
			t.Errorf("topic = %+v", topic)
		}
	})
	t.Run("overtaken", func(t *testing.T) {
		s := asking(t)
		k := answer(t, s, about(0, "first"))
		answer(t, s, edit(k.Reflection, "here"))
		now := answer(t, s, edit(k.Reflection, "there"))
		wantNotices(t, now.Notices, "This answer was changed elsewhere while you wrote. Your words were kept; undo brings the other version back.")
		must2(s.Undo(ctx))(t)
		if got := must(s.Reflection(ctx, k.Reflection.ID))(t); got.Text != "here" || got.Rev != 4 {
			t.Errorf("after undo: %+v", got)
		}
	})
	t.Run("deleted meanwhile", func(t *testing.T) {
		s := asking(t)
		k := answer(t, s, about(0, "first"))
		ok(t, s.DeleteReflection(ctx, k.Reflection.ID))
		_, err := s.KeepAnswer(ctx, edit(k.Reflection, "other"))
		wantCode(t, err, journal.CodeConflict)
	})
}

func TestKeepAnswerAboutSomebodyElse(t *testing.T) {
	s, ctx := MustOpen(t), context.Background()
	tom := must(s.KeepNote(ctx, journal.Note{PersonName: "Tom B.", Role: journal.RoleMentor, Text: "We began."}))(t).Session.PersonID
	const text = "- [ ] @tom bring the rota\n- [ ] ask about it"
	kept := must(s.KeepAnswer(ctx, journal.Draft{PersonID: tom, Text: text}))(t)
	theirs := func(r journal.ReflectionView, owner journal.Owner, words string, person int64) {
		t.Helper()
		if a := r.Actions[0]; a.Owner != owner || a.Text != words || a.PersonID != person {
			t.Errorf("it is %s of %d: %q", a.Owner, a.PersonID, a.Text)
		}
		if a := r.Actions[1]; a.Owner != journal.OwnerMe || a.Text != "ask about it" {
			t.Errorf("mine is %s: %q", a.Owner, a.Text)
		}
	}
	theirs(kept.Reflection, journal.OwnerThem, "bring the rota", tom)
	alone, _, _ := journal.LiftLine("- [ ] @tom bring the rota", journal.LiftContext{})
	nobody := must(s.KeepAnswer(ctx, journal.Draft{ReflectionID: kept.Reflection.ID, Text: text, Details: true}))(t)
	theirs(nobody.Reflection, alone.Owner, alone.Text, 0)
	again := must(s.KeepAnswer(ctx, journal.Draft{ReflectionID: kept.Reflection.ID, PersonID: tom, Text: text, Details: true}))(t)
	theirs(again.Reflection, journal.OwnerThem, "bring the rota", tom)
}

func TestDeleteReflection(t *testing.T) {
	ctx := context.Background()
	s := asking(t)
	p := priya(t, s, "words")
	k := answer(t, s, about(p.Session.PersonID, "- [ ] one\n- [x] two\nshift: so\nask: why\ngot: a view"))
	before := dump(t, s)
	ok(t, s.DeleteReflection(ctx, k.Reflection.ID))
	if open, _ := must2(s.Actions(ctx, ActionQuery{}))(t); len(open) != 0 {
		t.Errorf("open: %+v", open)
	}
	if closed, _ := must2(s.Actions(ctx, ActionQuery{Closed: true}))(t); len(closed) != 1 {
		t.Errorf("closed: %+v", closed)
	}
	if n := scalar(t, s, "SELECT (SELECT count(*) FROM shift WHERE deleted_at IS NULL) + (SELECT count(*) FROM topic WHERE deleted_at IS NULL) + (SELECT count(*) FROM exchange WHERE deleted_at IS NULL)"); n != 0 {
		t.Errorf("%d rows are left", n)
	}
	wantCode(t, s.DeleteReflection(ctx, k.Reflection.ID), journal.CodeNotFound)
	wantStep(t, s, "answer deleted (Priya Nambiar)")
	if after := dump(t, s); after != before {
		t.Error(firstDiff(before, after))
	}
	ok(t, s.DeletePerson(ctx, p.Session.PersonID))
	for _, tbl := range []table{tableReflection, tableAction, tableShift, tableTopic, tableExchange} {
		if n := scalar(t, s, "SELECT count(*) FROM "+string(tbl)+" WHERE deleted_at IS NULL"); n != 0 {
			t.Errorf("%d of %s are left without their person", n, tbl)
		}
	}
	must2(s.Undo(ctx))(t)
	if after := dump(t, s); after != before {
		t.Error(firstDiff(before, after))
	}
}

func TestReflections(t *testing.T) {
	ctx := context.Background()
	s := asking(t)
	p := priya(t, s, "words").Session.PersonID
	day := func(n int) time.Time { return time.Date(2026, 11, n, 10, 0, 0, 0, time.UTC) }
	for n := 1; n <= 6; n++ {
		d := about([]int64{0, p}[n%2], strings.Repeat("- [ ] act\n", n))
		d.At = day(n)
		if n > 4 {
			d.Asked.PromptID = "evening/d"
		}
		answer(t, s, d)
	}
	days := func(q ReflectionQuery) (days []int) {
		for {
			page, next := must2(s.Reflections(ctx, q))(t)
			for _, v := range page {
				days = append(days, v.At.Day())
				if len(v.Actions) != v.At.Day() || v.Actions[0].ReflectionID != v.ID {
					t.Errorf("answer %d has actions %+v", v.ID, v.Actions)
				}
			}
			if next == "" {
				return days
			}
			q.Before = next
		}
	}
	for name, c := range map[string]struct {
		q    ReflectionQuery
		want []int
	}{
		"all":                         {ReflectionQuery{Limit: 4}, []int{6, 5, 4, 3, 2, 1}},
		"to a question":               {ReflectionQuery{PromptID: "morning/a", Limit: 2}, []int{4, 3, 2, 1}},
		"about a person":              {ReflectionQuery{PersonID: p, Limit: 1}, []int{5, 3, 1}},
		"to a question about someone": {ReflectionQuery{PromptID: "evening/d", PersonID: p}, []int{5}},
		"to a question never asked":   {ReflectionQuery{PromptID: "morning/b"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := days(c.q); !slices.Equal(got, c.want) {
				t.Errorf("days %v, want %v", got, c.want)
			}
		})
	}
	t.Run("with what came of each", func(t *testing.T) {
		d := about(p, "gave: time\nshift: so\n- [ ] act\ngot: a view\nask!: why\nask: how\nshift: and so")
		d.At, d.Asked.PromptID = day(7), "evening/e"
		one := answer(t, s, d).Reflection
		d.At, d.Text = day(8), "got: another view"
		two := answer(t, s, d).Reflection
		ok(t, s.SetTopicState(ctx, one.Topics[1].ID, journal.TopicRaised, 0))
		ok(t, s.DeleteTopic(ctx, one.Topics[0].ID))
		page, _ := must2(s.Reflections(ctx, ReflectionQuery{PromptID: "evening/e"}))(t)
		for _, got := range []journal.ReflectionView{page[1], must(s.Reflection(ctx, one.ID))(t), must(s.FindReflection(ctx, one.UID))(t)} {
			if len(got.Exchanges) != 2 || got.Exchanges[0].Direction != journal.Gave || got.Exchanges[0].Text != "time" || got.Exchanges[1].Text != "a view" || got.Exchanges[1].UID == "" {
				t.Errorf("exchanges %+v", got.Exchanges)
			}
			if !slices.Equal(got.Shifts, []string{"so", "and so"}) {
				t.Errorf("shifts %q", got.Shifts)
			}
			if len(got.Topics) != 1 || got.Topics[0].Text != "how" || got.Topics[0].State != journal.TopicRaised || got.Topics[0].ReflectionID != one.ID {
				t.Errorf("topics %+v", got.Topics)
			}
			if len(got.Actions) != 1 {
				t.Errorf("actions %+v", got.Actions)
			}
		}
		if got := page[0]; got.ID != two.ID || len(got.Exchanges) != 1 || len(got.Shifts)+len(got.Topics)+len(got.Actions) != 0 {
			t.Errorf("the other answer has %+v", got)
		}
		if n := must(s.CountReflections(ctx, p))(t); n != 5 {
			t.Errorf("%d answers are about them, want 5", n)
		}
		ok(t, s.DeleteReflection(ctx, two.ID))
		ok(t, s.DeleteReflection(ctx, one.ID))
		if n := must(s.CountReflections(ctx, p))(t); n != 3 {
			t.Errorf("%d answers are about them, want 3", n)
		}
	})
	t.Run("what a note left to raise", func(t *testing.T) {
		k := priya(t, s, "ask: one\nask!: two")
		ok(t, s.SetTopicState(ctx, k.Topics[0].ID, journal.TopicDropped, 0))
		got := must(s.SessionTopics(ctx, k.Session.ID))(t)
		if len(got) != 2 || got[0].Text != "one" || got[0].State != journal.TopicDropped || !got[1].Hard {
			t.Errorf("topics %+v", got)
		}
	})
	t.Run("by its id", func(t *testing.T) {
		all, _ := must2(s.Reflections(ctx, ReflectionQuery{}))(t)
		for _, part := range []string{all[2].UID, strings.ToUpper(all[2].UID[24:])} {
			if v := must(s.FindReflection(ctx, part))(t); v.ID != all[2].ID {
				t.Errorf("%q finds %d", part, v.ID)
			}
		}
		_, err := s.FindReflection(ctx, "zzzz")
		wantCode(t, err, journal.CodeNotFound)
		_, err = s.FindReflection(ctx, "0")
		wantCode(t, err, journal.CodeAmbiguous)
	})
	t.Run("when it was answered", func(t *testing.T) {
		today := about(0, "today")
		today.At = time.Date(2026, 11, 21, 0, 0, 0, 0, berlin(t))
		answer(t, s, today)
		free := journal.Draft{Text: "free words"}
		answer(t, s, free)
		q := must(s.Questions(ctx))(t)
		if a := q.Answered["morning/a"]; !a.Last.Equal(today.At) || a.Last.Location().String() != "Europe/Berlin" || !a.Before.Equal(day(4)) {
			t.Errorf("answered = %+v", a)
		}
		if a := q.Answered["evening/d"]; !a.Last.Equal(day(6)) || !a.Before.Equal(day(6)) {
			t.Errorf("answered = %+v", a)
		}
		if len(q.Answered) != 2 {
			t.Errorf("answered = %+v", q.Answered)
		}
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		if a := must(s.Questions(ctx))(t).Answered["morning/a"]; !a.Last.Equal(day(4)) {
			t.Errorf("after undo: %+v", a)
		}
	})
	t.Run("answered today for the first time", func(t *testing.T) {
		d := about(0, "b")
		d.Asked.PromptID, d.At = "morning/b", time.Date(2026, 11, 21, 10, 0, 0, 0, berlin(t))
		answer(t, s, d)
		if a := must(s.Questions(ctx))(t).Answered["morning/b"]; !a.Last.Equal(d.At) || !a.Before.IsZero() {
			t.Errorf("answered = %+v", a)
		}
	})
}
