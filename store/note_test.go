package store

import (
	"context"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

const panelNote = `She is chairing the panel on the 3rd and slept badly.

- [ ] send the panel list fri
- [ ] @priya try the opening on Leila 1 dec
shift: chairing is listening
got: her view of remote panels
gave: how I prepare
ask!: is she thinking of leaving
priv: she may leave
`

func TestKeepNote(t *testing.T) {
	ctx := context.Background()
	t.Run("new person", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		if !k.NewPerson || k.Session.PersonName != "Priya Nambiar" || k.Session.Role != journal.RoleMentor {
			t.Errorf("kept %+v", k.Session)
		}
		if k.Session.Note != panelNote {
			t.Errorf("note = %q", k.Session.Note)
		}
		if got := k.Session.At.Format(time.RFC3339); got != "2026-11-20T14:30:00+01:00" || k.Session.At.Location().String() != "Europe/Berlin" {
			t.Errorf("at = %s in %s", got, k.Session.At.Location())
		}
		if len(k.Actions) != 2 || len(k.Exchanges) != 2 || len(k.Shifts) != 1 || len(k.Topics) != 1 {
			t.Fatalf("lifted %d actions, %d exchanges, %d shifts, %d topics", len(k.Actions), len(k.Exchanges), len(k.Shifts), len(k.Topics))
		}
		mine, theirs := k.Actions[0], k.Actions[1]
		if mine.Text != "send the panel list" || mine.Owner != journal.OwnerMe || mine.Due != date(t, "2026-11-27") {
			t.Errorf("mine = %+v", mine)
		}
		if theirs.Owner != journal.OwnerThem || theirs.Due != date(t, "2026-12-01") || theirs.PersonID != k.Session.PersonID || theirs.RelationshipID != k.Session.RelationshipID {
			t.Errorf("theirs = %+v", theirs)
		}
		if !k.Topics[0].Hard || k.Exchanges[0].Direction != journal.Got {
			t.Errorf("topic %+v, exchange %+v", k.Topics[0], k.Exchanges[0])
		}
		if len(k.Notices) != 0 {
			t.Errorf("notices = %v", k.Notices)
		}
		today := must(s.Today(ctx, date(t, "2026-11-21"), TodayLimits{FollowUp: 1, Coming: 5, People: 5, Drafts: 5}))(t)
		if today.Empty || len(today.FollowUp) != 1 || today.More != 1 || today.FollowUp[0].Text != "send the panel list" || len(today.People) != 1 {
			t.Errorf("today = %+v", today)
		}
	})
	t.Run("known name in another spelling", func(t *testing.T) {
		s := MustOpen(t)
		first := priya(t, s, "one")
		k := must(s.KeepNote(ctx, journal.Note{PersonName: "  prïya   NAMBIAR ", Text: "two"}))(t)
		if k.NewPerson || k.Session.RelationshipID != first.Session.RelationshipID || k.Session.Role != journal.RoleMentor {
			t.Errorf("kept %+v", k.Session)
		}
	})
	t.Run("another role makes another relationship", func(t *testing.T) {
		s := MustOpen(t)
		first := priya(t, s, "one")
		k := must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentee, Text: "two"}))(t)
		if k.Session.PersonID != first.Session.PersonID || k.Session.RelationshipID == first.Session.RelationshipID {
			t.Errorf("kept %+v", k.Session)
		}
	})
	t.Run("new name without a role", func(t *testing.T) {
		s := MustOpen(t)
		_, err := s.KeepNote(ctx, journal.Note{PersonName: "Ada", Text: "words"})
		wantCode(t, err, journal.CodeInvalid)
		if n := scalar(t, s, "SELECT count(*) FROM person") + scalar(t, s, "SELECT count(*) FROM step"); n != 0 {
			t.Errorf("%d rows were left", n)
		}
	})
	for name, text := range map[string]string{"blank": " \n\t", "not UTF-8": "caf\xe9"} {
		t.Run(name, func(t *testing.T) {
			_, err := MustOpen(t).KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentor, Text: text})
			wantCode(t, err, journal.CodeInvalid)
		})
	}
	t.Run("every byte", func(t *testing.T) {
		s := MustOpen(t)
		text := "a\x00b\r\n\x1b]0;x\x07 \u202e\u2028 e\u0301 👩🏽‍🚀 <>&\"\\ '\n- [ ] x\x00y\n\n"
		k := priya(t, s, text)
		if k.Session.Note != text {
			t.Errorf("note = %q", k.Session.Note)
		}
		reword(t, s, k.Session, "other")
		must2(s.Undo(ctx))(t)
		if got := must(s.Session(ctx, k.Session.ID))(t); got.Note != text {
			t.Errorf("after undo: %q", got.Note)
		}
		if got := must(s.Action(ctx, k.Actions[0].ID))(t); got.Text != "x\x00y" {
			t.Errorf("action = %q", got.Text)
		}
	})
	t.Run("next conversation is over", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "one")
		r := must(s.Relationship(ctx, k.Session.RelationshipID))(t)
		r.NextSession = date(t, "2026-11-24")
		ok(t, s.ChangeRelationship(ctx, r.Relationship))
		must(s.KeepNote(ctx, journal.Note{RelationshipID: r.ID, Text: "early", At: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}))(t)
		if got := must(s.Relationship(ctx, r.ID))(t); got.NextSession.IsZero() {
			t.Error("an earlier conversation cleared it")
		}
		must(s.KeepNote(ctx, journal.Note{RelationshipID: r.ID, Text: "then", At: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}))(t)
		if got := must(s.Relationship(ctx, r.ID))(t); !got.NextSession.IsZero() || got.Sessions != 3 {
			t.Errorf("next = %s, %d conversations", got.NextSession, got.Sessions)
		}
	})
	t.Run("topics are raised", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "ask: one\nask: two")
		next := must(s.KeepNote(ctx, journal.Note{RelationshipID: k.Session.RelationshipID, Text: "we spoke of it", Raised: []int64{k.Topics[1].ID, 999}}))(t)
		waiting, _ := must2(s.Topics(ctx, TopicQuery{RelationshipID: k.Session.RelationshipID}))(t)
		closed, _ := must2(s.Topics(ctx, TopicQuery{RelationshipID: k.Session.RelationshipID, Closed: true}))(t)
		if len(waiting) != 1 || len(closed) != 1 || closed[0].Text != "two" || closed[0].RaisedInUID != next.Session.UID {
			t.Errorf("waiting %+v, closed %+v", waiting, closed)
		}
	})
}

func TestKeepNoteEdit(t *testing.T) {
	ctx := context.Background()
	count := func(t *testing.T, s *Store) [4]int64 {
		t.Helper()
		var n [4]int64
		for i, tbl := range []string{"action", "exchange", "shift", "topic"} {
			n[i] = scalar(t, s, "SELECT count(*) FROM "+tbl+" WHERE deleted_at IS NULL")
		}
		return n
	}
	t.Run("unchanged", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		steps := scalar(t, s, "SELECT count(*) FROM step")
		again := reword(t, s, k.Session, panelNote)
		if n := scalar(t, s, "SELECT count(*) FROM step"); n != steps {
			t.Errorf("%d steps, want %d", n, steps)
		}
		if again.Session.Rev != k.Session.Rev || count(t, s) != [4]int64{2, 2, 1, 1} || len(again.Actions) != 2 {
			t.Errorf("rev %d, counts %v", again.Session.Rev, count(t, s))
		}
	})
	t.Run("an edited line edits its thing", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		again := reword(t, s, k.Session, strings.Replace(panelNote, "send the panel list fri", "send the panel list to Leila mon", 1))
		a := must(s.Action(ctx, k.Actions[0].ID))(t)
		if a.Text != "send the panel list to Leila" || a.Due != date(t, "2026-11-23") || count(t, s) != [4]int64{2, 2, 1, 1} {
			t.Errorf("action %+v, counts %v", a.Action, count(t, s))
		}
		if again.Session.Rev != k.Session.Rev+1 {
			t.Errorf("rev = %d", again.Session.Rev)
		}
	})
	t.Run("only what the line changed", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		id := k.Actions[0].ID
		ok(t, s.CarryAction(ctx, id, date(t, "2026-12-24")))
		ok(t, s.CloseAction(ctx, id, journal.ActionDone, "went well"))
		reword(t, s, k.Session, strings.Replace(panelNote, "send the panel list fri", "send the Panel list fri", 1))
		a := must(s.Action(ctx, id))(t)
		if a.Text != "send the Panel list" || a.Due != date(t, "2026-12-24") || a.State != journal.ActionDone || a.Outcome != "went well" || a.Carried != 1 {
			t.Errorf("action = %+v", a.Action)
		}
	})
	t.Run("a new promise in the place of a closed one", func(t *testing.T) {
		for _, state := range []journal.ActionState{journal.ActionDone, journal.ActionDropped} {
			s := MustOpen(t)
			k := priya(t, s, "- [ ] send list")
			id := k.Actions[0].ID
			ok(t, s.CloseAction(ctx, id, state, "went well"))
			again := reword(t, s, k.Session, "- [ ] book the room fri")
			was := must(s.Action(ctx, id))(t)
			if was.Text != "send list" || was.State != state || was.Outcome != "went well" {
				t.Errorf("was %+v", was.Action)
			}
			if len(again.Actions) != 1 || again.Actions[0].Text != "book the room" || again.Actions[0].State != journal.ActionOpen || again.Actions[0].Due.IsZero() {
				t.Errorf("actions = %+v", again.Actions)
			}
			if len(again.Notices) != 1 || again.Notices[0].Text != "“send list” is no longer in the note; it stays among the actions." {
				t.Errorf("notices = %v", again.Notices)
			}
			back := reword(t, s, again.Session, "- [ ] book the room fri\n- [ ] send list")
			if len(back.Notices) != 1 || back.Notices[0].Text != "“send list” is in the note again; it is closed already." || count(t, s)[0] != 2 {
				t.Errorf("notices = %v, counts %v", back.Notices, count(t, s))
			}
		}
	})
	t.Run("a new promise to somebody of a name alike", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "- [ ] call Maria")
		id := k.Actions[0].ID
		ok(t, s.CloseAction(ctx, id, journal.ActionDone, "went well"))
		again := reword(t, s, k.Session, "- [ ] call Marie")
		if was := must(s.Action(ctx, id))(t); was.Text != "call Maria" || was.State != journal.ActionDone || was.Outcome != "went well" {
			t.Errorf("was %+v", was.Action)
		}
		if len(again.Actions) != 1 || again.Actions[0].Text != "call Marie" || again.Actions[0].State != journal.ActionOpen || again.Actions[0].Outcome != "" {
			t.Errorf("actions = %+v", again.Actions)
		}
	})
	for _, tt := range []struct {
		name, was, now, want string
		state                journal.ActionState
	}{
		{"done", "words\n- [ ] send the propsal", "words\n- [ ] send the proposal", "“send the proposal” is done already and was changed with its line.", journal.ActionDone},
		{"dropped", "words\n- [ ] send the propsal", "words\n- [ ] send the proposal", "“send the proposal” was dropped already and was changed with its line.", journal.ActionDropped},
		{"ticked", "words\n- [x] call Maria", "words\n- [x] call Marie", "“call Marie” is done already and was changed with its line.", journal.ActionDone},
		{"opened by its line", "words\n- [x] call Maria", "words\n- [ ] call Marie", "“call Marie” is open again and was changed with its line.", journal.ActionDone},
		{"open", "words\n- [ ] call Maria", "words\n- [ ] call Marie", "", journal.ActionOpen},
		{"done, another day only", "words\n- [ ] call Maria fri", "words\n- [ ] call Maria mon", "", journal.ActionDone},
	} {
		t.Run("the line of a closed one, "+tt.name, func(t *testing.T) {
			s := MustOpen(t)
			k := priya(t, s, tt.was)
			if tt.state != journal.ActionOpen {
				ok(t, s.CloseAction(ctx, k.Actions[0].ID, tt.state, "went well"))
			}
			again := reword(t, s, k.Session, tt.now)
			if len(again.Actions) != 1 || again.Actions[0].ID != k.Actions[0].ID {
				t.Fatalf("actions = %+v", again.Actions)
			}
			if tt.want == "" && len(again.Notices) == 0 {
				return
			}
			if len(again.Notices) != 1 || again.Notices[0] != (journal.Notice{Line: 1, Text: tt.want}) {
				t.Errorf("notices = %v", again.Notices)
			}
		})
	}
	for state, want := range map[journal.TopicState]string{
		journal.TopicRaised:  "“how her promotion went” was raised already and was changed with its line.",
		journal.TopicDropped: "“how her promotion went” was dropped already and was changed with its line.",
	} {
		t.Run("the line of a closed one, a topic "+string(state), func(t *testing.T) {
			s := MustOpen(t)
			k := priya(t, s, "ask: how her promtion went")
			ok(t, s.SetTopicState(ctx, k.Topics[0].ID, state, k.Session.ID))
			again := reword(t, s, k.Session, "ask: how her promotion went")
			if len(again.Topics) != 1 || again.Topics[0].ID != k.Topics[0].ID || len(again.Notices) != 1 || again.Notices[0] != (journal.Notice{Text: want}) {
				t.Errorf("topics %+v, notices %v", again.Topics, again.Notices)
			}
		})
	}
	t.Run("a new promise in the place of a ticked line", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "- [x] send list")
		again := reword(t, s, k.Session, "- [ ] book the room fri")
		if len(again.Actions) != 1 || again.Actions[0].State != journal.ActionOpen {
			t.Errorf("actions = %+v", again.Actions)
		}
	})
	t.Run("a new topic in the place of a raised one", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "ask: one")
		must(s.KeepNote(ctx, journal.Note{RelationshipID: k.Session.RelationshipID, Text: "raised it", Raised: []int64{k.Topics[0].ID}}))(t)
		again := reword(t, s, k.Session, "ask: what about the promotion")
		waiting, _ := must2(s.Topics(ctx, TopicQuery{RelationshipID: k.Session.RelationshipID}))(t)
		closed, _ := must2(s.Topics(ctx, TopicQuery{RelationshipID: k.Session.RelationshipID, Closed: true}))(t)
		if len(waiting) != 1 || waiting[0].Text != "what about the promotion" || len(closed) != 1 || closed[0].Text != "one" {
			t.Errorf("waiting %+v, closed %+v", waiting, closed)
		}
		if len(again.Notices) != 1 || again.Notices[0].Text != "“one” is no longer in the note; it stays among what was raised or dropped." {
			t.Errorf("notices = %v", again.Notices)
		}
	})
	t.Run("details are left alone", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		ok(t, s.ChangeSession(ctx, k.Session.ID, SessionChange{At: k.Session.At, Minutes: 30, Medium: journal.MediumCall, Role: journal.RoleMutual}))
		got := must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: "other", At: k.Session.At.AddDate(0, 0, 1), Minutes: 45, Medium: journal.MediumMail, Role: journal.RoleMentee}))(t).Session
		if !got.At.Equal(k.Session.At) || got.Minutes != 30 || got.Medium != journal.MediumCall || got.Role != journal.RoleMutual {
			t.Errorf("session = %+v", got.Session)
		}
	})
	t.Run("details are set and cleared", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "- [ ] send it fri")
		edit := journal.Note{SessionID: k.Session.ID, Text: "- [ ] send it mon", SetDetails: true, At: k.Session.At.AddDate(0, 0, 7), Minutes: 45, Medium: journal.MediumMail, Role: journal.RoleMentee}
		kept := must(s.KeepNote(ctx, edit))(t)
		if v := kept.Session; !v.At.Equal(edit.At) || v.Minutes != 45 || v.Medium != journal.MediumMail || v.Role != journal.RoleMentee {
			t.Errorf("session = %+v", v.Session)
		}
		if due := kept.Actions[0].Due; due != date(t, "2026-11-30") {
			t.Errorf("due %s, which is not counted from the new day", due)
		}
		v := must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: "words", SetDetails: true}))(t).Session
		if v.Minutes != 0 || v.Medium != "" || !v.At.Equal(edit.At) || v.Role != journal.RoleMentee {
			t.Errorf("session = %+v", v.Session)
		}
		_, err := s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: "words", SetDetails: true, Minutes: -1})
		wantCode(t, err, journal.CodeInvalid)
	})
	t.Run("a ticked box", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		k = reword(t, s, k.Session, strings.Replace(panelNote, "- [ ] send", "- [x] send", 1))
		a := must(s.Action(ctx, k.Actions[0].ID))(t)
		if a.State != journal.ActionDone || a.ClosedAt.IsZero() {
			t.Errorf("action = %+v", a.Action)
		}
		reword(t, s, k.Session, panelNote)
		if a = must(s.Action(ctx, k.Actions[0].ID))(t); a.State != journal.ActionOpen || !a.ClosedAt.IsZero() {
			t.Errorf("action = %+v", a.Action)
		}
	})
	t.Run("reordered lines", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "- [ ] one\n- [ ] two\nask: three")
		before := dump(t, s)
		reword(t, s, k.Session, "ask: three\n- [ ] two\n- [ ] one")
		if count(t, s) != [4]int64{2, 0, 0, 1} {
			t.Errorf("counts %v", count(t, s))
		}
		if a := must(s.Action(ctx, k.Actions[0].ID))(t); a.Text != "one" {
			t.Errorf("action = %+v", a.Action)
		}
		must2(s.Undo(ctx))(t)
		if d := dump(t, s); d != before {
			t.Error(firstDiff(before, d))
		}
	})
	t.Run("a deleted line leaves its thing, and comes back", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		gone := reword(t, s, k.Session, strings.Replace(panelNote, "- [ ] send the panel list fri\n", "", 1))
		if count(t, s) != [4]int64{2, 2, 1, 1} || len(gone.Actions) != 1 {
			t.Errorf("counts %v", count(t, s))
		}
		if len(gone.Notices) != 1 || gone.Notices[0].Text != "“send the panel list” is no longer in the note; it stays among the actions." {
			t.Errorf("notices = %v", gone.Notices)
		}
		back := reword(t, s, gone.Session, panelNote)
		if count(t, s) != [4]int64{2, 2, 1, 1} || len(back.Actions) != 2 || len(back.Notices) != 1 || back.Notices[0].Line != 2 {
			t.Errorf("counts %v, notices %v", count(t, s), back.Notices)
		}
		if again := reword(t, s, back.Session, panelNote+"more"); len(again.Notices) != 0 {
			t.Errorf("notices = %v", again.Notices)
		}
	})
	t.Run("many deleted lines", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, strings.Repeat("got: a\n", 9)+"words")
		gone := reword(t, s, k.Session, "words")
		if len(gone.Notices) != goneTold+1 || !strings.HasPrefix(gone.Notices[goneTold].Text, "5 more lines") {
			t.Errorf("notices = %v", gone.Notices)
		}
	})
	t.Run("the same line pasted again makes two", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "- [ ] one")
		reword(t, s, k.Session, "- [ ] one\n- [ ] one")
		if count(t, s) != [4]int64{2, 0, 0, 0} {
			t.Errorf("counts %v", count(t, s))
		}
	})
	t.Run("deleted by hand stays deleted", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "- [ ] one two three\nwords")
		ok(t, s.DeleteAction(ctx, k.Actions[0].ID))
		k = reword(t, s, k.Session, "- [ ] one two three\nother words")
		if count(t, s) != [4]int64{0, 0, 0, 0} || len(k.Actions) != 0 {
			t.Errorf("counts %v", count(t, s))
		}
		k = reword(t, s, k.Session, "- [ ] one two three four fri\nother words")
		if count(t, s) != [4]int64{1, 0, 0, 0} || len(k.Actions) != 1 || k.Actions[0].Due.IsZero() {
			t.Errorf("a line that says something new did not come back: %v", k.Actions)
		}
	})
	t.Run("an undone line can be written again", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		reword(t, s, k.Session, "words\n- [ ] one")
		must2(s.Undo(ctx))(t)
		now := must(s.Session(ctx, k.Session.ID))(t)
		again := reword(t, s, now, "words\n- [ ] one")
		if count(t, s) != [4]int64{1, 0, 0, 0} || len(again.Actions) != 1 {
			t.Errorf("counts %v", count(t, s))
		}
	})
	t.Run("so can one that was deleted by hand before that was undone too", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		made := reword(t, s, k.Session, "words\n- [ ] one")
		ok(t, s.DeleteAction(ctx, made.Actions[0].ID))
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		now := must(s.Session(ctx, k.Session.ID))(t)
		if again := reword(t, s, now, "words\n- [ ] one"); len(again.Actions) != 1 {
			t.Errorf("counts %v", count(t, s))
		}
	})
	t.Run("changed elsewhere meanwhile", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		reword(t, s, k.Session, "theirs")
		mine := reword(t, s, k.Session, "mine")
		if mine.Session.Note != "mine" || len(mine.Notices) != 1 || mine.Session.Rev != 3 {
			t.Errorf("kept %+v, %v", mine.Session, mine.Notices)
		}
		must2(s.Undo(ctx))(t)
		if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != "theirs" || v.Rev != 4 {
			t.Errorf("after undo: %q, rev %d", v.Note, v.Rev)
		}
	})
	t.Run("deleted elsewhere meanwhile", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		_, err := s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, BaseRev: 1, Text: "second"})
		wantCode(t, err, journal.CodeConflict)
	})
}
