package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
	"bothways/journal/material"
)

// madeUp writes a journal of so many conversations, each with three actions, as a lifetime has
// them: over many people, of whom few are still talked to.
func madeUp(f *Filler, conversations int) error {
	start := time.Date(1966, 11, 21, 15, 0, 0, 0, time.UTC)
	uid := func(kind, n int) string { return fmt.Sprintf("01930000-%04x-7000-8000-%012x", kind, n*7919) }
	people := max(12, conversations/70)
	apart := 60 * 365 * 24 * time.Hour / time.Duration(conversations) // a Duration has room for 292 years
	at := func(n int) time.Time { return start.Add(time.Duration(n) * apart) }
	for p := 1; p <= people; p++ {
		id := int64(p)
		state := journal.StateEnded
		if p > people-10 {
			state = journal.StateActive
		}
		if err := errors.Join(
			f.Person(journal.Person{ID: id, UID: uid(1, p), Name: fmt.Sprintf("Person %c%d", 'A'+p%26, p)}),
			f.Relationship(journal.Relationship{ID: id, UID: uid(2, p), PersonID: id, Role: journal.Roles()[p%3], State: state}),
			madeUpArc(f, p, uid),
		); err != nil {
			return err
		}
	}
	// A part of the answers are free words.
	asked := []journal.Prompt{{}}
	sets, err := material.Sets()
	if err != nil {
		return err
	}
	for _, set := range sets {
		asked = append(asked, set.Prompts...)
	}
	plain := strings.Repeat("She asked what a chair is for and we talked about listening. ", 25)
	for n := 1; n <= conversations; n++ {
		rel := int64((n-1)*people/conversations + 1)
		if n%5 == 0 {
			rel = int64(people - n%10) // some last
		}
		v := journal.SessionView{Session: journal.Session{ID: int64(n), UID: uid(3, n), RelationshipID: rel, At: at(n), Role: journal.RoleMentor},
			CheckIn: journal.CheckIn{Trust: n % 6, Needs: journal.Needs()[:n%3]}}
		if n%3 == 0 {
			energy := n/3%5 - 2
			v.CheckIn.Energy = &energy
		}
		v.Exchanges = []journal.Exchange{{ID: int64(n), UID: uid(8, n), Direction: []journal.Direction{journal.Gave, journal.Got}[n%2], Text: "a view", Source: "got: a view"}}
		note := plain
		for i := range 3 {
			a := journal.Action{ID: int64(n*3 + i), UID: uid(4, n*3+i), PersonID: rel, RelationshipID: rel, Text: fmt.Sprintf("do thing %d of %d", i, n),
				Owner: []journal.Owner{journal.OwnerMe, journal.OwnerThem}[i%2], State: journal.ActionDone, ClosedAt: at(n + i)}
			if n > conversations-70 {
				a.State, a.ClosedAt = journal.ActionOpen, time.Time{}
			}
			a.Source = "- [ ] " + a.Text
			note += "\n" + a.Source
			v.Actions = append(v.Actions, a)
		}
		v.Note = note + "\ngot: a view\nshift: so that is it\nask: why\n"
		topic := journal.Topic{ID: int64(n), UID: uid(5, n), RelationshipID: rel, SessionID: v.ID, Text: "why", Source: "ask: why", State: journal.TopicRaised, RaisedIn: v.ID}
		shift := journal.Shift{ID: int64(n), UID: uid(6, n), Text: "so that is it", Source: "shift: so that is it"}
		if err := errors.Join(
			f.Session(v, nil, []journal.Shift{shift}),
			f.Topic(topic),
			f.Reflection(journal.Reflection{ID: int64(n), UID: uid(7, n), PersonID: rel, Text: plain[:300], At: at(n), Asked: asked[n%len(asked)].Asked()}),
		); err != nil {
			return err
		}
	}
	return f.Advice(journal.Advice{ID: 1, UID: uid(14, 1), ExchangeID: 1, Text: "a view", Kind: journal.AdvicePassed, ToID: int64(people), On: journal.DateOf(start)})
}

// madeUpArc writes what a relationship has of its own.
func madeUpArc(f *Filler, p int, uid func(kind, n int) string) error {
	id, on := int64(p), journal.Date{Year: 2020, Month: 2, Day: 1}
	g := journal.Goal{ID: id, UID: uid(11, p), RelationshipID: id, Text: "words", State: journal.GoalOpen,
		Notes: []journal.GoalNote{{ID: id, UID: uid(12, p), On: on, Text: "so far"}}}
	return errors.Join(
		f.Match(journal.Match{RelationshipID: id, Why: "why", Checks: []journal.Check{{Line: "time", Answer: journal.CheckYes}}}),
		f.Agreement(journal.Agreement{ID: id, UID: uid(10, p), RelationshipID: id, On: on, Often: "weekly", Review: journal.Rhythm{Every: 3, Unit: journal.Months}}),
		f.Goal(g),
		f.Review(journal.Review{ID: id, UID: uid(13, p), RelationshipID: id, HeldAt: time.Date(2020, 3, 1, 0, 0, 0, 0, time.UTC), Decision: journal.DecisionGoOn}),
		f.Review(journal.Review{ID: id + 10000, UID: uid(13, p+10000), RelationshipID: id, Due: journal.Date{Year: 2026, Month: 12, Day: 1}}),
	)
}

func TestFill(t *testing.T) {
	ctx := context.Background()
	fill := func(t *testing.T, path string) *Store {
		t.Helper()
		s := mustOpenAt(t, path)
		ok(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 150) }))
		return s
	}
	t.Run("all of it, to be used at once", func(t *testing.T) {
		s := fill(t, filepath.Join(t.TempDir(), "journal.db"))
		for tbl, want := range map[string]int64{"session": 150, "action": 450, "reflection": 150, "topic": 150, "shift": 150, "exchange": 150, "checkin": 150, "advice": 1, "pairing": 12, "agreement": 12, "goal": 12, "goal_note": 12, "review": 24, "history": 0, "step": 0} {
			if n := scalar(t, s, "SELECT count(*) FROM "+tbl); n != want {
				t.Errorf("%d rows of %s", n, tbl)
			}
		}
		v := must(s.Session(ctx, 150))(t)
		again := reword(t, s, v, strings.Replace(v.Note, "do thing 1", "do the thing 1", 1))
		if len(again.Notices) != 0 || len(again.Actions) != 3 || again.Actions[1].Text != "do the thing 1 of 150" || again.Actions[1].ID != v.Actions[1].ID {
			t.Errorf("an edit after it: %v, %+v", again.Notices, again.Actions)
		}
		must2(s.Undo(ctx))(t)
		if got := must(s.Session(ctx, 150))(t); got.Note != v.Note || got.Actions[1].Text != v.Actions[1].Text {
			t.Error("the edit was not undone")
		}
		if info := must(os.Stat(s.Path()))(t); info.Mode().Perm() != 0o600 {
			t.Errorf("the file is %o", info.Mode().Perm())
		}
		if n := scalar(t, s, "SELECT count(*) FROM sqlite_schema WHERE type = 'index'"); n != scalar(t, MustOpen(t), "SELECT count(*) FROM sqlite_schema WHERE type = 'index'") {
			t.Errorf("%d indexes", n)
		}
		var mode, check string
		ok(t, s.wr.QueryRow("PRAGMA journal_mode").Scan(&mode))
		ok(t, s.wr.QueryRow("PRAGMA integrity_check").Scan(&check))
		if mode != "wal" || check != "ok" {
			t.Errorf("journal_mode %s, integrity %s", mode, check)
		}
	})
	t.Run("the same twice", func(t *testing.T) {
		a, b := fill(t, filepath.Join(t.TempDir(), "a.db")), fill(t, filepath.Join(t.TempDir(), "b.db"))
		if x, y := dump(t, a), dump(t, b); x != y {
			t.Error(firstDiff(x, y))
		}
	})
	t.Run("not over what was written", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, "words")
		wantCode(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 10) }), journal.CodeConflict)
		if v := must(s.Session(ctx, 1))(t); v.Note != "words" {
			t.Errorf("note = %q", v.Note)
		}
	})
	t.Run("over a draft that never had words", func(t *testing.T) {
		s := MustOpen(t)
		ok(t, s.SetDraftAsideAs(ctx, journal.Draft{UID: "d1", Writer: "w1", Typed: 1}))
		ok(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 10) }))
	})
	t.Run("not over questions of one's own", func(t *testing.T) {
		s := MustOpen(t)
		must(s.AddSet(ctx, journal.PromptSet{Title: "Mine"}))(t)
		wantCode(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 10) }), journal.CodeConflict)
		if today := must(s.Today(ctx, journal.Date{}, TodayLimits{}))(t); !today.Empty {
			t.Error("the journal is not empty for whoever opens it")
		}
	})
	t.Run("not over words that were set aside", func(t *testing.T) {
		s := MustOpen(t)
		d := must(s.SaveDraft(ctx, journal.Draft{UID: "d1", Text: "words"}))(t)
		ok(t, s.SetDraftAside(ctx, d.ID))
		wantCode(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f, 10) }), journal.CodeConflict)
	})
	t.Run("given up half way", func(t *testing.T) {
		s := MustOpen(t)
		err := s.Fill(ctx, func(f *Filler) error { return errors.Join(madeUp(f, 10), errors.New("no")) })
		wantCode(t, err, journal.CodeInternal)
		if n := scalar(t, s, "SELECT count(*) FROM person"); n != 0 {
			t.Errorf("%d people", n)
		}
		priya(t, s, "words")
		for _, name := range dirNames(t, filepath.Dir(s.Path())) {
			if !strings.HasPrefix(name, "journal.db") {
				t.Errorf("%s is left", name)
			}
		}
	})
}

func TestFillArc(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	at := time.Date(2026, 1, 2, 23, 30, 0, 0, berlin(t))
	on := journal.Date{Year: 2026, Month: 1, Day: 3}
	energy := -1
	rel := journal.Relationship{ID: 2, UID: "r2", PersonID: 1, Role: journal.RoleMentee, State: journal.StateEnded, AskedOn: on, AskedHow: "on a walk",
		TrialUntil: on, SuggestedIn: 1, EndedOn: on, Thanks: "for all", ResumedOn: on, Focus: []string{"a"}}
	match := journal.Match{RelationshipID: 2, Why: "why", Checks: []journal.Check{{Line: "time", Answer: journal.CheckNo, Word: "no"}}}
	agreement := journal.Agreement{ID: 5, UID: "a5", RelationshipID: 2, On: on, ExpectTheirs: "much", Review: journal.Rhythm{Every: 2, Unit: journal.Weeks}}
	goal := journal.Goal{ID: 6, UID: "g6", RelationshipID: 2, Text: "words", Kind: journal.GoalSkill, Tag: "go", State: journal.GoalReached, ClosedAt: at,
		Notes: []journal.GoalNote{{ID: 7, UID: "n7", GoalID: 6, On: on, Text: "so far", SessionID: 1, SessionUID: "s1"}}}
	review := journal.Review{ID: 8, UID: "v8", RelationshipID: 2, Due: on, HeldAt: at, Decision: journal.DecisionEnd, Text: "words", Rev: 1}
	planned := journal.Review{ID: 9, UID: "v9", RelationshipID: 1, Due: on, Rev: 1}
	advice := journal.Advice{ID: 10, UID: "d10", ExchangeID: 4, Text: "a view", FromUID: "r2", FromName: "Ada", Kind: journal.AdvicePassed, Outcome: "so", On: on, ToID: 1, ToUID: "r1", ToName: "Ada", Returned: true}
	ok(t, s.Fill(ctx, func(f *Filler) error {
		return errors.Join(
			f.Person(journal.Person{ID: 1, UID: "p1", Name: "Ada"}),
			f.Relationship(journal.Relationship{ID: 1, UID: "r1", PersonID: 1, Role: journal.RoleMentor, State: journal.StateActive}),
			f.Relationship(rel),
			f.Session(journal.SessionView{Session: journal.Session{ID: 1, UID: "s1", RelationshipID: 2, Role: journal.RoleMentee, At: at, Note: "got: a view"},
				CheckIn: journal.CheckIn{Energy: &energy}, Exchanges: []journal.Exchange{{ID: 4, UID: "x4", Direction: journal.Got, Text: "a view", Source: "got: a view"}}}, nil, nil),
			f.Match(match), f.Agreement(agreement), f.Goal(goal), f.Review(review), f.Review(planned), f.Advice(advice),
		)
	}))
	got := must(s.Relationship(ctx, 2))(t).Relationship
	got.CreatedAt = rel.CreatedAt
	if !reflect.DeepEqual(got, rel) {
		t.Errorf("relationship = %+v", got)
	}
	if got := must(s.Match(ctx, 2))(t); !reflect.DeepEqual(got, match) {
		t.Errorf("match = %+v", got)
	}
	if got := must(s.Agreements(ctx, 2))(t); len(got) != 1 || got[0].UpdatedAt.IsZero() || got[0].ExpectTheirs != "much" || got[0].On != on || got[0].Review != agreement.Review {
		t.Errorf("agreements = %+v", got)
	}
	if got := must(s.Goal(ctx, 6))(t); got.Text != "words" || got.State != goal.State || !got.ClosedAt.Equal(at) || !slices.Equal(got.Notes, goal.Notes) {
		t.Errorf("goal = %+v", got)
	}
	if got := must(s.Review(ctx, 8))(t); !got.HeldAt.Equal(at) || got.HeldAt.Location().String() != "Europe/Berlin" || got.Decision != review.Decision || got.Text != "words" || got.Due != on {
		t.Errorf("review = %+v", got)
	}
	if got := must(s.AdviceTo(ctx, 1))(t); len(got) != 1 || got[0] != advice {
		t.Errorf("advice = %+v", got)
	}
	want := map[int64]journal.Standing{1: {RelationshipID: 1, Planned: on},
		2: {RelationshipID: 2, First: on.AddDays(-1), Last: on.AddDays(-1), Energies: []int{-1}, EnergyOn: on.AddDays(-1), Review: on.AddDays(-1), Agreed: agreement.Review, AgreedOn: agreement.On}}
	if got := must(s.Standings(ctx, []int64{1, 2}))(t); !reflect.DeepEqual(got, want) {
		t.Errorf("standings = %+v", got)
	}
	if got := must(s.Balance(ctx, 2))(t); got.Got != 1 || len(got.Months) != 1 {
		t.Errorf("balance = %+v", got)
	}
	// What was filled in is changed like any other.
	ok(t, s.SetMatch(ctx, journal.Match{RelationshipID: 2, Why: "other"}))
	must(s.KeepAgreement(ctx, journal.Agreement{RelationshipID: 2, On: on, Often: "weekly"}))(t)
	if n := scalar(t, s, "SELECT (SELECT count(*) FROM pairing) + (SELECT count(*) FROM agreement)"); n != 2 {
		t.Errorf("%d rows", n)
	}
	for _, wrong := range []func(f *Filler) error{
		func(f *Filler) error { return f.Match(journal.Match{Checks: []journal.Check{{Line: "luck"}}}) },
		func(f *Filler) error { return f.Agreement(journal.Agreement{}) },
		func(f *Filler) error { return f.Goal(journal.Goal{}) },
		func(f *Filler) error { return f.Review(journal.Review{}) },
		func(f *Filler) error { return f.Advice(journal.Advice{}) },
	} {
		wantCode(t, MustOpen(t).Fill(ctx, wrong), journal.CodeInvalid)
	}
}
