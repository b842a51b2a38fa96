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
	"bothways/journal/demo"
)

// counting counts what is handed over on its way to a store.
type counting struct {
	pouring
	rows map[table]int64
}

func (c counting) Person(p journal.Person) error { c.rows[tablePerson]++; return c.pouring.Person(p) }
func (c counting) Relationship(r journal.Relationship) error {
	c.rows[tableRelationship]++
	return c.pouring.Relationship(r)
}
func (c counting) Conversation(v demo.Conversation) error {
	c.rows[tableSession]++
	c.rows[tableAction] += int64(len(v.Actions))
	c.rows[tableExchange] += int64(len(v.Exchanges))
	c.rows[tableShift] += int64(len(v.Shifts))
	if !v.CheckIn.IsZero() {
		c.rows[tableCheckIn]++
	}
	return c.pouring.Conversation(v)
}
func (c counting) Topic(t journal.Topic) error { c.rows[tableTopic]++; return c.pouring.Topic(t) }
func (c counting) Reflection(r journal.Reflection) error {
	c.rows[tableReflection]++
	return c.pouring.Reflection(r)
}
func (c counting) Match(m journal.Match) error { c.rows[tableMatch]++; return c.pouring.Match(m) }
func (c counting) Agreement(a journal.Agreement) error {
	c.rows[tableAgreement]++
	return c.pouring.Agreement(a)
}
func (c counting) Goal(g journal.Goal) error {
	c.rows[tableGoal]++
	c.rows[tableGoalNote] += int64(len(g.Notes))
	return c.pouring.Goal(g)
}
func (c counting) Review(r journal.Review) error { c.rows[tableReview]++; return c.pouring.Review(r) }
func (c counting) Advice(a journal.Advice) error { c.rows[tableAdvice]++; return c.pouring.Advice(a) }

func TestFill(t *testing.T) {
	ctx := context.Background()
	fill := func(t *testing.T, path string) (*Store, map[table]int64) {
		t.Helper()
		s, rows := mustOpenAt(t, path), map[table]int64{"history": 0, "step": 0}
		ok(t, s.Fill(ctx, func(f *Filler) error { return demo.Write(madeUpPlan(), counting{pouring{f}, rows}) }))
		return s, rows
	}
	t.Run("all of it, to be used at once", func(t *testing.T) {
		s, rows := fill(t, filepath.Join(t.TempDir(), "journal.db"))
		for tbl, want := range rows {
			if n := scalar(t, s, fmt.Sprint("SELECT count(*) FROM ", tbl)); n != want {
				t.Errorf("%d rows of %s, want %d", n, tbl, want)
			}
		}
		if len(rows) != 17 {
			t.Errorf("it has only %v", rows)
		}
		page, _ := must2(s.Actions(ctx, ActionQuery{}))(t)
		at := slices.IndexFunc(page, func(a journal.ActionView) bool { return a.Due.IsZero() && a.Owner == journal.OwnerMe })
		a := page[at]
		v := must(s.Session(ctx, a.SessionID))(t)
		again := reword(t, s, v, strings.Replace(v.Note, a.Source, a.Source+" as well", 1))
		at = slices.IndexFunc(again.Actions, func(b journal.Action) bool { return b.ID == a.ID })
		if len(again.Notices) != 0 || len(again.Actions) != len(v.Actions) || at < 0 || again.Actions[at].Text != a.Text+" as well" {
			t.Errorf("an edit after it: %v, %+v", again.Notices, again.Actions)
		}
		must2(s.Undo(ctx))(t)
		if got := must(s.Session(ctx, v.ID))(t); got.Note != v.Note || got.Actions[at].Text != a.Text {
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
		a, _ := fill(t, filepath.Join(t.TempDir(), "a.db"))
		b, _ := fill(t, filepath.Join(t.TempDir(), "b.db"))
		if x, y := dump(t, a), dump(t, b); x != y {
			t.Error(firstDiff(x, y))
		}
	})
	t.Run("not over what was written", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, "words")
		wantCode(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f) }), journal.CodeConflict)
		if v := must(s.Session(ctx, 1))(t); v.Note != "words" {
			t.Errorf("note = %q", v.Note)
		}
	})
	t.Run("over a draft that never had words", func(t *testing.T) {
		s := MustOpen(t)
		ok(t, s.SetDraftAsideAs(ctx, journal.Draft{UID: "d1", Writer: "w1", Typed: 1}))
		ok(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f) }))
	})
	t.Run("not over questions of one's own", func(t *testing.T) {
		s := MustOpen(t)
		must(s.AddSet(ctx, journal.PromptSet{Title: "Mine"}))(t)
		wantCode(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f) }), journal.CodeConflict)
		if today := must(s.Today(ctx, journal.Date{}, TodayLimits{}))(t); !today.Empty {
			t.Error("the journal is not empty for whoever opens it")
		}
	})
	t.Run("not over words that were set aside", func(t *testing.T) {
		s := MustOpen(t)
		d := must(s.SaveDraft(ctx, journal.Draft{UID: "d1", Text: "words"}))(t)
		ok(t, s.SetDraftAside(ctx, d.ID))
		wantCode(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f) }), journal.CodeConflict)
	})
	t.Run("given up half way", func(t *testing.T) {
		s := MustOpen(t)
		err := s.Fill(ctx, func(f *Filler) error { return errors.Join(madeUp(f), errors.New("no")) })
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
