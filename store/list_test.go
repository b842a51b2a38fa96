package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// pages reads a list page by page and checks that no page is longer than asked for.
func pages[T any](t *testing.T, limit int, page func(Cursor) ([]T, Cursor, error)) (all []T) {
	t.Helper()
	var at Cursor
	for range 1000 {
		rows, next := must2(page(at))(t)
		if len(rows) > limit || len(rows) < limit && next != "" {
			t.Fatalf("a page of %d rows, and next is %q", len(rows), next)
		}
		all = append(all, rows...)
		if next == "" {
			return all
		}
		at = next
	}
	t.Fatal("the list does not end")
	return nil
}

func texts(actions []journal.ActionView) string {
	var all []string
	for _, a := range actions {
		all = append(all, a.Text)
	}
	return strings.Join(all, " ")
}

func TestActions(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	a, b := priya(t, s, "words").Session, must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentee, Text: "words"}))(t).Session
	add := func(text string, rel int64, owner journal.Owner, due string) int64 {
		return must(s.AddAction(ctx, journal.Action{RelationshipID: rel, Text: text, Owner: owner, Due: date(t, due)}))(t).ID
	}
	add("undated1", a.RelationshipID, journal.OwnerMe, "")
	add("dec", a.RelationshipID, journal.OwnerThem, "2026-12-01")
	add("nov", b.RelationshipID, journal.OwnerMe, "2026-11-01")
	add("dec2", b.RelationshipID, journal.OwnerMe, "2026-12-01")
	add("undated2", b.RelationshipID, journal.OwnerThem, "")
	done := add("done", a.RelationshipID, journal.OwnerMe, "2026-11-02")
	dropped := add("dropped", b.RelationshipID, journal.OwnerMe, "")
	deleted := add("deleted", a.RelationshipID, journal.OwnerMe, "2026-11-03")
	ok(t, s.CloseAction(ctx, done, journal.ActionDone, "well"))
	ok(t, s.CloseAction(ctx, dropped, journal.ActionDropped, ""))
	ok(t, s.DeleteAction(ctx, deleted))
	for _, c := range []struct {
		name string
		q    ActionQuery
		want string
	}{
		{"open", ActionQuery{}, "nov dec dec2 undated1 undated2"},
		{"mine", ActionQuery{Owner: journal.OwnerMe}, "nov dec2 undated1"},
		{"theirs", ActionQuery{Owner: journal.OwnerThem}, "dec undated2"},
		{"of a person", ActionQuery{PersonID: b.PersonID}, "nov dec2 undated2"},
		{"of a relationship", ActionQuery{RelationshipID: a.RelationshipID}, "dec undated1"},
		{"overdue", ActionQuery{OverdueOn: date(t, "2026-12-01")}, "nov"},
		{"overdue a day later", ActionQuery{OverdueOn: date(t, "2026-12-02")}, "nov dec dec2"},
		{"closed", ActionQuery{Closed: true}, "dropped done"},
		{"closed of a person", ActionQuery{Closed: true, PersonID: a.PersonID}, "done"},
		{"of nobody known", ActionQuery{PersonID: 999}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for limit := 1; limit < 7; limit++ {
				got := pages(t, limit, func(at Cursor) ([]journal.ActionView, Cursor, error) {
					q := c.q
					q.After, q.Limit = at, limit
					return s.Actions(ctx, q)
				})
				if texts(got) != c.want {
					t.Errorf("by %d: %q, want %q", limit, texts(got), c.want)
				}
			}
		})
	}
	t.Run("names around it", func(t *testing.T) {
		v := must(s.Action(ctx, done))(t)
		if v.PersonName != "Priya Nambiar" || v.PersonID != a.PersonID || v.Outcome != "well" || v.ClosedAt.IsZero() || v.SessionUID != "" {
			t.Errorf("action = %+v", v)
		}
	})
	t.Run("a cursor that is none", func(t *testing.T) {
		for _, at := range []Cursor{"?", "abc", cursorOf("!", 1)} {
			_, _, err := s.Actions(ctx, ActionQuery{Closed: true, After: at})
			wantCode(t, err, journal.CodeInvalid)
		}
	})
	t.Run("deleted", func(t *testing.T) {
		_, err := s.Action(ctx, deleted)
		wantCode(t, err, journal.CodeNotFound)
		wantCode(t, s.CarryAction(ctx, deleted, journal.Date{}), journal.CodeNotFound)
	})
	t.Run("closed ones are not carried over", func(t *testing.T) {
		wantCode(t, s.CarryAction(ctx, done, date(t, "2026-12-24")), journal.CodeConflict)
	})
	t.Run("reopened", func(t *testing.T) {
		ok(t, s.ReopenAction(ctx, done))
		if v := must(s.Action(ctx, done))(t); v.State != journal.ActionOpen || v.Outcome != "" || !v.ClosedAt.IsZero() {
			t.Errorf("action = %+v", v.Action)
		}
	})
	t.Run("rules", func(t *testing.T) {
		_, err := s.AddAction(ctx, journal.Action{Text: " ", Owner: journal.OwnerMe})
		wantCode(t, err, journal.CodeInvalid)
		_, err = s.AddAction(ctx, journal.Action{Text: "x", Owner: journal.OwnerMe, PersonID: 999})
		wantCode(t, err, journal.CodeNotFound)
		wantCode(t, s.CloseAction(ctx, done, journal.ActionOpen, ""), journal.CodeInvalid)
		wantCode(t, s.EditAction(ctx, done, "caf\xe9", journal.OwnerMe, journal.Date{}), journal.CodeInvalid)
	})
}

func TestFindAction(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	for i, end := range []string{"aaaa11", "bbbb11", "cccc22", "cccc22"} {
		must(s.AddAction(ctx, journal.Action{UID: fmt.Sprintf("01930000-0000-7000-8000-%06d%s", i, end), Text: fmt.Sprint("action ", i), Owner: journal.OwnerMe}))(t)
	}
	for _, c := range []struct {
		name, part string
		code       journal.Code
		want       string
	}{
		{"ending", "bb11", "", "action 1"},
		{"longer ending", "01bbbb11", "", "action 1"},
		{"in capitals", " BBBB11 ", "", "action 1"},
		{"beginning", "01930000-0000-7000-8000-000000", "", "action 0"},
		{"too short an ending", "b11", journal.CodeNotFound, ""},
		{"several beginnings", "0193", journal.CodeAmbiguous, ""},
		{"several endings", "cccc22", journal.CodeAmbiguous, ""},
		{"unknown", "ffff", journal.CodeNotFound, ""},
		{"empty", "", journal.CodeNotFound, ""},
		{"odd", "%_'\"", journal.CodeNotFound, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, err := s.FindAction(ctx, c.part)
			if journal.ErrorCode(err) != c.code || v.Text != c.want {
				t.Errorf("found %q, %v", v.Text, err)
			}
		})
	}
	t.Run("the only open one", func(t *testing.T) {
		ok(t, s.CloseAction(ctx, 4, journal.ActionDone, ""))
		if v := must(s.FindAction(ctx, "cccc22"))(t); v.ID != 3 {
			t.Errorf("found %d", v.ID)
		}
	})
}

func TestSessions(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	zone := berlin(t)
	a := priya(t, s, "n0").Session
	for i := 1; i < 7; i++ {
		must(s.KeepNote(ctx, journal.Note{RelationshipID: a.RelationshipID, Text: fmt.Sprintf("n%d é and more words\nshift: s%d\ngot: g%d\n- [ ] a%d", i, i, i, i),
			At: time.Date(2026, 11, 20-i/2*2, 14, 30, 0, 0, zone)}))(t) // some at the same time
	}
	other := must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentee, Text: "n7", At: time.Date(2026, 1, 1, 0, 30, 0, 0, time.FixedZone("", -9*3600-1800))}))(t).Session
	must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMutual, Text: "n8", At: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)}))(t)
	heads := func(all []journal.SessionView) (h string) {
		for _, v := range all {
			h += v.Note[:2] + " "
		}
		return strings.TrimSpace(h)
	}
	for _, c := range []struct {
		name string
		q    SessionQuery
		want string
	}{
		{"all", SessionQuery{}, "n1 n0 n3 n2 n5 n4 n6 n7 n8"},
		{"of a person", SessionQuery{PersonID: a.PersonID}, "n1 n0 n3 n2 n5 n4 n6 n7"},
		{"of a relationship", SessionQuery{RelationshipID: a.RelationshipID}, "n1 n0 n3 n2 n5 n4 n6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for limit := 1; limit < 6; limit++ {
				got := pages(t, limit, func(at Cursor) ([]journal.SessionView, Cursor, error) {
					q := c.q
					q.Before, q.Limit = at, limit
					return s.Sessions(ctx, q)
				})
				if heads(got) != c.want {
					t.Errorf("by %d: %q, want %q", limit, heads(got), c.want)
				}
			}
		})
	}
	t.Run("with what lifted, as a preview", func(t *testing.T) {
		page, _ := must2(s.Sessions(ctx, SessionQuery{RelationshipID: a.RelationshipID, Preview: 4}))(t)
		v := page[2]
		if v.Note != "n3 é" || len(v.Shifts) != 1 || v.Shifts[0] != "s3" || len(v.Exchanges) != 1 || len(v.Actions) != 1 || v.Actions[0].Text != "a3" {
			t.Errorf("session = %+v", v)
		}
	})
	t.Run("in its own zone", func(t *testing.T) {
		v := must(s.FindSession(ctx, other.UID))(t)
		if got := v.At.Format(time.RFC3339); got != "2026-01-01T00:30:00-09:30" {
			t.Errorf("at = %s", got)
		}
		if n := scalar(t, s, "SELECT count(*) FROM session WHERE held_on = '2026-01-01' AND held_zone = '-09:30'"); n != 1 {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("changed", func(t *testing.T) {
		v := must(s.Session(ctx, a.ID))(t)
		ok(t, s.ChangeSession(ctx, a.ID, SessionChange{At: time.Date(2026, 3, 29, 12, 0, 0, 0, time.UTC), Minutes: 45, Medium: journal.MediumCall, Role: journal.RoleMutual, Private: "aside"}))
		got := must(s.Session(ctx, a.ID))(t)
		if got.Minutes != 45 || got.Medium != journal.MediumCall || got.Role != journal.RoleMutual || got.Private != "aside" || got.Rev != v.Rev || got.Note != v.Note {
			t.Errorf("session = %+v", got)
		}
		wantCode(t, s.ChangeSession(ctx, a.ID, SessionChange{At: v.At, Minutes: -1, Role: journal.RoleMutual}), journal.CodeInvalid)
	})
	t.Run("deleted with what is open", func(t *testing.T) {
		page, _ := must2(s.Sessions(ctx, SessionQuery{RelationshipID: a.RelationshipID, Limit: 2}))(t)
		var id, action int64
		for _, v := range page {
			if len(v.Actions) > 0 {
				id, action = v.ID, v.Actions[0].ID
			}
		}
		ok(t, s.DeleteSession(ctx, id))
		_, err := s.Session(ctx, id)
		wantCode(t, err, journal.CodeNotFound)
		_, err = s.Action(ctx, action)
		wantCode(t, err, journal.CodeNotFound)
		must2(s.Undo(ctx))(t)
		if v := must(s.Session(ctx, id))(t); len(v.Actions) != 1 || len(v.Shifts) != 1 || len(v.Exchanges) != 1 {
			t.Errorf("after undo: %+v", v)
		}
		ok(t, s.CloseAction(ctx, action, journal.ActionDone, ""))
		ok(t, s.DeleteSession(ctx, id))
		if v := must(s.Action(ctx, action))(t); v.SessionUID != "" {
			t.Errorf("action = %+v", v)
		}
	})
	t.Run("unknown", func(t *testing.T) {
		_, err := s.FindSession(ctx, "ffff")
		wantCode(t, err, journal.CodeNotFound)
		_, err = s.FindSession(ctx, "0")
		wantCode(t, err, journal.CodeAmbiguous)
	})
}

func TestPeople(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	for _, name := range []string{"Zoë Okafor", "ann Lee", "Anna Lind", "Ann Lee Smith", "Émile Ågren", "Bo"} {
		must(s.AddPerson(ctx, journal.Person{Name: name, Contact: "a line"}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateActive, Focus: []string{"a", "b"},
			Rhythm: journal.Rhythm{Every: 2, Unit: journal.Weeks}, From: date(t, "2026-01-01")}))(t)
	}
	t.Run("by name", func(t *testing.T) {
		for limit := 1; limit < 8; limit++ {
			var got []string
			for _, p := range pages(t, limit, func(at Cursor) ([]journal.PersonSummary, Cursor, error) {
				return s.People(ctx, PeopleQuery{After: at, Limit: limit})
			}) {
				got = append(got, p.Name)
				if len(p.Relationships) != 1 || len(p.Relationships[0].Focus) != 2 || p.Relationships[0].Rhythm.String() != "every 2 weeks" || p.Relationships[0].From.IsZero() {
					t.Errorf("person = %+v", p)
				}
			}
			if s := strings.Join(got, ", "); s != "ann Lee, Ann Lee Smith, Anna Lind, Bo, Émile Ågren, Zoë Okafor" {
				t.Errorf("by %d: %s", limit, s)
			}
		}
	})
	for _, c := range []struct {
		name, part string
		code       journal.Code
		want       string
	}{
		{"part", "oka", "", "Zoë Okafor"},
		{"without accents", "ZOE", "", "Zoë Okafor"},
		{"with accents", "bö", "", "Bo"},
		{"whole name before parts", "Ann Lee", "", "ann Lee"},
		{"spaces", "  ann   lee  smith ", "", "Ann Lee Smith"},
		{"several", "ann", journal.CodeAmbiguous, "“ann” fits several people: ann Lee, Ann Lee Smith and Anna Lind. Say more of the name."},
		{"nobody", "Xu", journal.CodeNotFound, "Nobody here is called “Xu”."},
		{"a slip", "Emil Agern", journal.CodeNotFound, "Nobody here is called “Emil Agern”. There is Émile Ågren."},
		{"nothing", " ", journal.CodeInvalid, ""},
		{"odd", "%' OR 1", journal.CodeNotFound, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := s.FindPerson(ctx, c.part)
			got := p.Name
			if err != nil {
				got = err.Error()
			}
			if journal.ErrorCode(err) != c.code || c.want != "" && got != c.want {
				t.Errorf("found %q", got)
			}
		})
	}
	t.Run("beginning of a uid", func(t *testing.T) {
		p := must(s.FindPerson(ctx, "bo"))(t)
		if got := must(s.FindPerson(ctx, p.UID))(t); got.ID != p.ID {
			t.Errorf("found %s", got.Name)
		}
	})
	t.Run("last talked to first", func(t *testing.T) {
		must(s.KeepNote(ctx, journal.Note{PersonName: "Bo", Role: journal.RoleMentor, Text: "x"}))(t)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Zoë Okafor", Role: journal.RoleMentor, Text: "x"}))(t)
		names := must(s.MatchNames(ctx, "O", 3))(t)
		rels := must(s.OpenRelationships(ctx, "", 3))(t)
		if len(names) != 2 || names[0].Name != "Zoë Okafor" || len(rels) != 3 || rels[0].PersonName != "Zoë Okafor" || rels[1].PersonName != "Bo" {
			t.Errorf("names %v, relationships %v", names, rels)
		}
	})
	t.Run("a name is taken", func(t *testing.T) {
		_, err := s.AddPerson(ctx, journal.Person{Name: "ZOE okafor"}, nil)
		wantCode(t, err, journal.CodeConflict)
		if !strings.Contains(err.Error(), "Zoë Okafor") {
			t.Errorf("it says %q", err)
		}
		bo := must(s.FindPerson(ctx, "bo"))(t)
		bo.Name = "Ann  Lee"
		wantCode(t, s.ChangePerson(ctx, bo.Person), journal.CodeConflict)
		bo.Name = " BO "
		ok(t, s.ChangePerson(ctx, bo.Person))
	})
	t.Run("deleted with all that is theirs", func(t *testing.T) {
		k := priya(t, s, panelNote)
		before := dump(t, s)
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		for _, tbl := range []string{"exchange", "shift", "topic", "action"} {
			if n := scalar(t, s, "SELECT count(*) FROM "+tbl+" WHERE deleted_at IS NULL"); n != 0 {
				t.Errorf("%d rows of %s are left", n, tbl)
			}
		}
		_, err := s.FindPerson(ctx, "Priya")
		wantCode(t, err, journal.CodeNotFound)
		must2(s.Undo(ctx))(t)
		if d := dump(t, s); d != before {
			t.Error(firstDiff(before, d))
		}
	})
}

func TestRelationships(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	p := priya(t, s, "words").Session.PersonID
	add := func(role journal.Role, state journal.State) (journal.RelationshipSummary, error) {
		return s.AddRelationship(ctx, journal.Relationship{PersonID: p, Role: role, State: state})
	}
	t.Run("the same role again", func(t *testing.T) {
		_, err := add(journal.RoleMentor, journal.StateTrial)
		wantCode(t, err, journal.CodeConflict)
		ended := must(add(journal.RoleMentor, journal.StateEnded))(t)
		ended.State = journal.StateActive
		wantCode(t, s.ChangeRelationship(ctx, ended.Relationship), journal.CodeConflict)
	})
	t.Run("choose", func(t *testing.T) {
		mentee := must(add(journal.RoleMentee, journal.StateActive))(t)
		r, open := must2(s.ChooseRelationship(ctx, p, ""))(t)
		if r.Role != journal.RoleMentor || open != 2 {
			t.Errorf("chose %s of %d", r.Role, open)
		}
		must(s.KeepNote(ctx, journal.Note{RelationshipID: mentee.ID, Text: "later"}))(t)
		if r, _ = must2(s.ChooseRelationship(ctx, p, ""))(t); r.ID != mentee.ID {
			t.Errorf("chose %s", r.Role)
		}
		if r, _ = must2(s.ChooseRelationship(ctx, p, journal.RoleMentor))(t); r.Role != journal.RoleMentor || r.State != journal.StateActive {
			t.Errorf("chose %s", r.Role)
		}
		_, open, err := s.ChooseRelationship(ctx, p, journal.RoleMutual)
		wantCode(t, err, journal.CodeNotFound)
		if open != 2 {
			t.Errorf("%d open ones", open)
		}
	})
	t.Run("coming up", func(t *testing.T) {
		r, _ := must2(s.ChooseRelationship(ctx, p, journal.RoleMentor))(t)
		r.NextSession = date(t, "2026-11-24")
		ok(t, s.ChangeRelationship(ctx, r.Relationship))
		for day, want := range map[string]int{"2026-11-20": 1, "2026-11-24": 1, "2026-11-25": 0} {
			today := must(s.Today(ctx, date(t, day), TodayLimits{Coming: 5, People: 1}))(t)
			if len(today.Coming) != want || len(today.People) != 1 || today.MorePeople != 1 {
				t.Errorf("%s: %d coming, %d people and %d more", day, len(today.Coming), len(today.People), today.MorePeople)
			}
		}
	})
	t.Run("unknown", func(t *testing.T) {
		_, err := s.Relationship(ctx, 999)
		wantCode(t, err, journal.CodeNotFound)
		_, err = s.AddRelationship(ctx, journal.Relationship{PersonID: 999, Role: journal.RoleMentor, State: journal.StateActive})
		wantCode(t, err, journal.CodeNotFound)
	})
}

func TestPrepare(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	k := priya(t, s, panelNote)
	must(s.AddAction(ctx, journal.Action{PersonID: k.Session.PersonID, Text: "by hand", Owner: journal.OwnerMe}))(t)
	p := must(s.Prepare(ctx, k.Session.RelationshipID, 10))(t)
	if p.Relationship.PersonName != "Priya Nambiar" || p.Relationship.Sessions != 1 || p.Relationship.OpenMine != 1 || p.Relationship.OpenTheirs != 1 {
		t.Errorf("relationship = %+v", p.Relationship)
	}
	if texts(p.Mine) != "send the panel list by hand" || texts(p.Theirs) != "try the opening on Leila" || len(p.Topics) != 1 {
		t.Errorf("mine %q, theirs %q, topics %v", texts(p.Mine), texts(p.Theirs), p.Topics)
	}
	if p.Last == nil || p.Last.Note != panelNote || len(p.Last.Shifts) != 1 {
		t.Errorf("last = %+v", p.Last)
	}
	if p.Mine[0].SessionUID != k.Session.UID || !p.Mine[0].SessionAt.Equal(k.Session.At) {
		t.Errorf("action = %+v", p.Mine[0])
	}
	empty := must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateConsidering}))(t)
	if p = must(s.Prepare(ctx, empty.Relationships[0].ID, 10))(t); p.Last != nil || len(p.Mine)+len(p.Theirs)+len(p.Topics) != 0 {
		t.Errorf("preparation = %+v", p)
	}
}

func TestTodayEmpty(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	lim := TodayLimits{FollowUp: 5, Coming: 5, People: 5, Drafts: 5}
	if today := must(s.Today(ctx, date(t, "2026-11-21"), lim))(t); !today.Empty {
		t.Errorf("today = %+v", today)
	}
	must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Text: "x"}))(t)
	if today := must(s.Today(ctx, date(t, "2026-11-21"), lim))(t); today.Empty || len(today.Drafts) != 1 {
		t.Errorf("today = %+v", today)
	}
}
