package store

import (
	"context"
	"slices"
	"testing"
	"time"

	"bothways/journal"
)

// talk is a conversation of a test.
type talk struct {
	at      time.Time
	role    journal.Role
	minutes int
	text    string
	checkIn journal.CheckIn
}

// talkedWith keeps conversations with one person, with whom I have a relationship of a focus.
func talkedWith(t *testing.T, s *Store, name string, role journal.Role, all ...talk) (rel int64, sessions []int64) {
	t.Helper()
	ctx := context.Background()
	p := must(s.AddPerson(ctx, journal.Person{Name: name}, &journal.Relationship{Role: role, State: journal.StateActive, Focus: []string{"confidence", name + "'s own"}}))(t)
	rel = p.Relationships[0].ID
	for _, one := range all {
		if one.role == "" {
			one.role = role
		}
		k := must(s.KeepNote(ctx, journal.Note{RelationshipID: rel, Role: one.role, At: one.at, Minutes: one.minutes, Text: one.text + "words", CheckIn: one.checkIn}))(t)
		sessions = append(sessions, k.Session.ID)
	}
	return rel, sessions
}

func insightDays(t *testing.T, from, to string) journal.Days {
	t.Helper()
	return journal.Days{From: date(t, from), To: date(t, to)}
}

func TestInsights(t *testing.T) {
	ctx := context.Background()
	at := func(s string) time.Time {
		when, err := time.ParseInLocation("2006-01-02 15:04", s, berlin(t))
		ok(t, err)
		return when
	}
	read := func(s *Store, from, to string) journal.Insights {
		t.Helper()
		return must(s.Insights(ctx, journal.Period{Days: insightDays(t, from, to)}, journal.WeekMonday))(t)
	}
	t.Run("nothing", func(t *testing.T) {
		s := MustOpen(t)
		if first := must(s.FirstDay(ctx))(t); !first.IsZero() {
			t.Errorf("the first day is %s", first)
		}
		in := read(s, "2026-01-01", "2026-11-21")
		if in.TalkSum().All()+in.UsedSaid+in.SplitSum().Said+len(in.Energy)+in.CrossedSum().Got+in.Mine.All()+in.Theirs.All()+len(in.Focused)+in.HourSum().Talks != 0 {
			t.Errorf("%+v", in)
		}
		if len(in.Talks) != 47 || len(in.Hours) != 11 || len(in.Used) != 9 {
			t.Errorf("%d weeks, %d months, %d interventions", len(in.Talks), len(in.Hours), len(in.Used))
		}
	})
	t.Run("a week over New Year", func(t *testing.T) {
		s := MustOpen(t)
		talkedWith(t, s, "Priya", journal.RoleMentor, talk{at: at("2025-12-31 10:00")}, talk{at: at("2026-01-01 10:00"), role: journal.RoleMentee}, talk{at: at("2026-01-05 10:00"), role: journal.RoleMutual})
		in := read(s, "2025-12-29", "2026-01-11")
		if len(in.Talks) != 2 || in.Talks[0].Mentor != 1 || in.Talks[0].Mentee != 1 || in.Talks[1].Mutual != 1 || in.TalkSum().All() != 3 {
			t.Errorf("%+v", in.Talks)
		}
		if first := must(s.FirstDay(ctx))(t); first.String() != "2025-12-31" {
			t.Errorf("the first day is %s", first)
		}
		if in := read(s, "2026-01-01", "2026-01-01"); in.TalkSum().All() != 1 {
			t.Errorf("on the day alone %+v", in.Talks)
		}
	})
	t.Run("some without minutes", func(t *testing.T) {
		s := MustOpen(t)
		talkedWith(t, s, "Priya", journal.RoleMentor, talk{at: at("2026-03-01 10:00"), minutes: 45}, talk{at: at("2026-03-02 10:00")}, talk{at: at("2026-05-02 10:00"), minutes: 15})
		in := read(s, "2026-03-01", "2026-05-31")
		want := []journal.HourStep{{Minutes: 45, Timed: 1, Talks: 2}, {}, {Minutes: 15, Timed: 1, Talks: 1}}
		for i, h := range in.Hours {
			if h.Days = (journal.Days{}); h != want[i] {
				t.Errorf("month %d: %+v, want %+v", i, h, want[i])
			}
		}
	})
	t.Run("a day of 25 hours, and a day elsewhere", func(t *testing.T) {
		s := MustOpen(t)
		tokyo, err := time.LoadLocation("Asia/Tokyo")
		ok(t, err)
		talkedWith(t, s, "Priya", journal.RoleMentor,
			talk{at: at("2026-10-25 00:30"), text: "gave: early\n"}, talk{at: at("2026-10-25 23:30"), text: "gave: late\n"},
			talk{at: time.Date(2026, 10, 27, 0, 30, 0, 0, tokyo)}) // the 26th here
		in := read(s, "2026-10-25", "2026-10-25")
		if in.TalkSum().Mentor != 2 || in.CrossedSum().Gave != 2 {
			t.Errorf("on the long day %+v, %+v", in.Talks, in.Crossed)
		}
		if in := read(s, "2026-10-26", "2026-10-26"); in.TalkSum().All()+in.CrossedSum().Gave != 0 {
			t.Errorf("on the next %+v, %+v", in.Talks, in.Crossed)
		}
		if in := read(s, "2026-10-27", "2026-10-27"); in.TalkSum().All() != 1 {
			t.Errorf("on the day it was there %+v", in.Talks)
		}
		page, _ := must2(s.PickedSessions(ctx, journal.Pick{Of: journal.PickSessions, Days: insightDays(t, "2026-10-27", "2026-10-27")}, "", 9))(t)
		if len(page) != 1 {
			t.Errorf("%d are listed", len(page))
		}
	})
	t.Run("check-ins", func(t *testing.T) {
		s := MustOpen(t)
		energy := func(n int) *int { return &n }
		rel, _ := talkedWith(t, s, "Priya", journal.RoleMentor,
			talk{at: at("2026-03-01 10:00"), checkIn: journal.CheckIn{Energy: energy(-1), Split: journal.Split{Listening: 5, Asking: 3, Advising: 2}, Interventions: []string{"advice", "coaching"}}},
			talk{at: at("2026-03-02 10:00"), checkIn: journal.CheckIn{Energy: energy(2), Interventions: []string{"advice"}}, role: journal.RoleMentee},
			talk{at: at("2026-04-02 10:00"), checkIn: journal.CheckIn{Trust: 4}},
			talk{at: at("2025-04-02 10:00"), checkIn: journal.CheckIn{Energy: energy(-2), Interventions: []string{"teaching"}}}) // of another time
		in := read(s, "2026-03-01", "2026-04-30")
		if in.UsedSaid != 2 || len(in.NeverUsed()) != 7 {
			t.Errorf("%d say what was used: %+v", in.UsedSaid, in.Used)
		}
		at := slices.IndexFunc(in.Used, func(u journal.Intervention) bool { return u.Word == "advice" })
		if u := in.Used[at]; u.Mentor != 1 || u.Mentee != 1 || u.Mutual != 0 {
			t.Errorf("%+v", u)
		}
		if sum := in.SplitSum(); sum.Said != 1 || sum.Split.Listening != 5 || in.Splits[0].Said != 1 {
			t.Errorf("%+v", in.Splits)
		}
		if e := in.Energy; len(e) != 1 || e[0].RelationshipID != rel || e[0].Said != 2 || e[0].Sum != 1 || !slices.Equal(e[0].Newest, []int{-1, 2}) {
			t.Errorf("%+v", e)
		}
	})
	t.Run("actions", func(t *testing.T) {
		s := MustOpen(t)
		talkedWith(t, s, "Priya", journal.RoleMentor, talk{at: at("2026-11-20 10:00"), text: "- [ ] one\n- [ ] two\n- [ ] @them three\n"})
		all, _ := must2(s.Actions(ctx, ActionQuery{}))(t)
		ok(t, s.CloseAction(ctx, all[0].ID, journal.ActionDone, "well"))
		in := read(s, "2026-11-01", "2026-11-30")
		if in.Mine.All() != 2 || in.Mine.Kept != 1 || in.Mine.Open != 1 || in.Theirs.All() != 1 || in.Theirs.Open != 1 {
			t.Errorf("%+v, %+v", in.Mine, in.Theirs)
		}
		if in := read(s, "2026-10-01", "2026-10-31"); in.Mine.All()+in.Theirs.All() != 0 {
			t.Errorf("in another month %+v, %+v", in.Mine, in.Theirs)
		}
	})
	t.Run("what was deleted counts nowhere", func(t *testing.T) {
		s := MustOpen(t)
		n := 1
		_, sessions := talkedWith(t, s, "Priya", journal.RoleMentor, talk{at: at("2026-11-20 10:00"), minutes: 30, text: "gave: a\n- [ ] b\n", checkIn: journal.CheckIn{Energy: &n, Split: journal.Split{Listening: 10}, Interventions: []string{"advice"}}})
		ok(t, s.DeleteSession(ctx, sessions[0]))
		in := read(s, "2026-11-01", "2026-11-30")
		if in.TalkSum().All()+in.UsedSaid+in.SplitSum().Said+len(in.Energy)+in.CrossedSum().Gave+in.Mine.All()+in.HourSum().Talks != 0 {
			t.Errorf("%+v", in)
		}
	})
	t.Run("focus and people", func(t *testing.T) {
		s := MustOpen(t)
		talkedWith(t, s, "Priya", journal.RoleMentor)
		busy, _ := talkedWith(t, s, "Sam", journal.RoleMentee, talk{at: at("2026-11-20 10:00")})
		gone, _ := talkedWith(t, s, "Tom", journal.RoleMentee, talk{at: at("2020-11-20 10:00")})
		ok(t, s.EndRelationship(ctx, gone, journal.Ending{}))
		in := read(s, "2026-11-01", "2026-11-30")
		if len(in.Focused) != 2 || in.Focused[0].RelationshipID != busy || in.Focused[0].Talks != 1 {
			t.Fatalf("%+v", in.Focused)
		}
		if r := in.Focus[0]; r.Focus != "confidence" || len(r.With) != 2 || !in.HelpedBy(r) {
			t.Errorf("%+v", r)
		}
		if in := read(s, "2020-11-01", "2020-11-30"); !slices.ContainsFunc(in.Focused, func(p journal.FocusPerson) bool { return p.RelationshipID == gone }) {
			t.Errorf("who was there then is not: %+v", in.Focused)
		}
	})
	t.Run("focus of who came later", func(t *testing.T) {
		s := MustOpen(t)
		must(s.AddPerson(ctx, journal.Person{Name: "Priya"}, &journal.Relationship{Role: journal.RoleMentee, State: journal.StateActive, Focus: []string{"confidence"}, From: date(t, "2026-03-01")}))(t)
		for to, want := range map[string]int{"2026-02-28": 0, "2026-03-01": 1} {
			if in := read(s, "2025-01-01", to); len(in.Focused) != want || in.HelpedBy(in.Focus[0]) != (want > 0) {
				t.Errorf("until %s: %+v", to, in.Focused)
			}
		}
	})
}
