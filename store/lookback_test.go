package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// talkedAt keeps a note on a conversation of a moment and a zone.
func talkedAt(tb testing.TB, s *Store, name, at, zone, text string) journal.Kept {
	tb.Helper()
	loc := must(time.LoadLocation(zone))(tb)
	when := must(time.ParseInLocation("2006-01-02 15:04", at, loc))(tb)
	return must(s.KeepNote(context.Background(), journal.Note{PersonName: name, Role: journal.RoleMentor, Text: text, At: when, Minutes: 30}))(tb)
}

// answered keeps an answer of a moment in Berlin.
func answered(tb testing.TB, s *Store, at, question, text string) journal.KeptAnswer {
	tb.Helper()
	when := must(time.ParseInLocation("2006-01-02 15:04", at, berlin(tb)))(tb)
	return must(s.KeepAnswer(context.Background(), journal.Draft{UID: NewUID(), Asked: journal.Asked{Question: question}, Text: text, At: when}))(tb)
}

// wordsOf is the first words of memories, for comparing.
func wordsOf(all []journal.Memory) string {
	return joined(all, "|", func(m journal.Memory) string { return m.Words })
}

func textsOf(all []journal.PastLine) string {
	return joined(all, "|", func(l journal.PastLine) string { return l.Text })
}

func TestThisDay(t *testing.T) {
	ctx := context.Background()
	on := func(t *testing.T, s *Store, day string) journal.ThisDay {
		return must(s.ThisDay(ctx, date(t, day), 10))(t)
	}
	t.Run("other years, newest first", func(t *testing.T) {
		s := MustOpen(t)
		talkedAt(t, s, "Ada", "2019-11-21 09:00", "Europe/Berlin", "first")
		talkedAt(t, s, "Ada", "2025-11-21 09:00", "Europe/Berlin", "morning")
		answered(t, s, "2025-11-21 20:00", "What?", "evening")
		talkedAt(t, s, "Ada", "2025-11-20 09:00", "Europe/Berlin", "the day before")
		talkedAt(t, s, "Ada", "2026-11-21 09:00", "Europe/Berlin", "today")
		got := on(t, s, "2026-11-21")
		if w := wordsOf(got.Memories); w != "evening|morning|first" || got.Week || got.More {
			t.Errorf("%q %+v", w, got)
		}
		if m := got.Memories[0]; m.Kind != journal.MemoryAnswer || m.Question != "What?" || m.On != date(t, "2025-11-21") {
			t.Errorf("%+v", m)
		}
		last, ok, err := s.LastOnThisDay(ctx, date(t, "2026-11-21"))
		if err != nil || !ok || last.Words != "evening" {
			t.Errorf("%+v %v %v", last, ok, err)
		}
		few := must(s.ThisDay(ctx, date(t, "2026-11-21"), 2))(t)
		if wordsOf(few.Memories) != "evening|morning" || !few.More {
			t.Errorf("%+v", few)
		}
	})
	t.Run("the week, where nothing was that day", func(t *testing.T) {
		s := MustOpen(t)
		talkedAt(t, s, "Ada", "2025-12-30 09:00", "Europe/Berlin", "three days before")
		talkedAt(t, s, "Ada", "2024-01-05 09:00", "Europe/Berlin", "three days after")
		talkedAt(t, s, "Ada", "2024-01-06 09:00", "Europe/Berlin", "too late")
		talkedAt(t, s, "Ada", "2024-12-30 09:00", "Europe/Berlin", "a year and three days before")
		got := on(t, s, "2026-01-02")
		if w := wordsOf(got.Memories); w != "a year and three days before|three days after" || !got.Week {
			t.Errorf("%q %+v", w, got)
		}
		if _, ok, err := s.LastOnThisDay(ctx, date(t, "2026-01-02")); ok || err != nil {
			t.Error(ok, err)
		}
	})
	t.Run("29 February", func(t *testing.T) {
		s := MustOpen(t)
		talkedAt(t, s, "Ada", "2024-02-29 09:00", "Europe/Berlin", "leap")
		talkedAt(t, s, "Ada", "2023-02-28 09:00", "Europe/Berlin", "the last of February")
		for day, want := range map[string]string{"2026-02-28": "leap|the last of February", "2028-02-28": "the last of February", "2028-02-29": "leap", "2026-03-01": "leap|the last of February"} {
			if w := wordsOf(on(t, s, day).Memories); w != want {
				t.Errorf("%s: %q, want %q", day, w, want)
			}
		}
		if !on(t, s, "2026-03-01").Week || on(t, s, "2026-02-28").Week {
			t.Error("the week is not told apart from the day")
		}
	})
	t.Run("an entry keeps its own day", func(t *testing.T) {
		s := MustOpen(t)
		talkedAt(t, s, "Ada", "2025-11-21 01:00", "Pacific/Auckland", "still the 20th in Berlin")
		talkedAt(t, s, "Ada", "2025-11-21 23:00", "America/Los_Angeles", "the 22nd in Berlin already")
		if w := wordsOf(on(t, s, "2026-11-21").Memories); w != "the 22nd in Berlin already|still the 20th in Berlin" {
			t.Errorf("%q", w)
		}
	})
	t.Run("deleted", func(t *testing.T) {
		s := MustOpen(t)
		k := talkedAt(t, s, "Ada", "2025-11-21 09:00", "Europe/Berlin", "gone")
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		if got := on(t, s, "2026-11-21"); len(got.Memories) > 0 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("nothing at all", func(t *testing.T) {
		if got := on(t, MustOpen(t), "2026-11-21"); len(got.Memories) > 0 || got.Week {
			t.Errorf("%+v", got)
		}
	})
}

func TestLookBack(t *testing.T) {
	ctx := context.Background()
	march := journal.MonthOf(journal.Date{Year: 2025, Month: time.March, Day: 1})
	t.Run("a month", func(t *testing.T) {
		s := MustOpen(t)
		talkedAt(t, s, "Ada", "2025-02-28 09:00", "Europe/Berlin", "before it\nshift: early")
		k := talkedAt(t, s, "Ada", "2025-03-01 00:30", "Europe/Berlin", "its first\nshift: one\ngave: a map\n- [ ] write it down")
		talkedAt(t, s, "Ben", "2025-03-31 23:30", "Europe/Berlin", "its last\ngot: a look at it")
		talkedAt(t, s, "Ben", "2025-04-01 00:30", "Europe/Berlin", "after it")
		answered(t, s, "2025-03-14 09:00", "Why?", "because\nshift: two")
		got := must(s.LookBack(ctx, march))(t)
		if w := wordsOf(got.Sessions); !strings.HasPrefix(w, "its first") || len(got.Sessions) != 2 || got.People() != 2 {
			t.Errorf("%q", w)
		}
		if w := textsOf(got.Shifts); w != "one|two" {
			t.Errorf("%q", w)
		}
		if textsOf(got.Went(journal.Gave)) != "a map" || textsOf(got.Went(journal.Got)) != "a look at it" || got.Went(journal.Got)[0].PersonName != "Ben" {
			t.Errorf("%+v", got.Exchanges)
		}
		if len(got.Answers) != 1 || got.Answers[0].Question != "Why?" {
			t.Errorf("%+v", got.Answers)
		}
		if minutes, timed := got.Minutes(); minutes != 60 || timed != 2 {
			t.Error(minutes, timed)
		}
		if len(got.Met) != 1 || got.Met[0].PersonName != "Ben" || got.Met[0].On != date(t, "2025-03-31") {
			t.Errorf("%+v", got.Met)
		}
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		got = must(s.LookBack(ctx, march))(t)
		if textsOf(got.Shifts) != "two" || len(got.Sessions) != 1 || len(got.Went(journal.Gave)) != 0 {
			t.Errorf("what was deleted is there: %+v", got)
		}
	})
	t.Run("an entry keeps its own day", func(t *testing.T) {
		s := MustOpen(t)
		talkedAt(t, s, "Ada", "2025-03-01 01:00", "Pacific/Auckland", "in\nshift: in")
		talkedAt(t, s, "Ada", "2025-03-31 23:00", "America/Los_Angeles", "in too\nshift: in too")
		talkedAt(t, s, "Ada", "2025-02-28 23:00", "America/Los_Angeles", "out\nshift: out")
		talkedAt(t, s, "Ada", "2025-04-01 01:00", "Pacific/Auckland", "out too\nshift: out too")
		got := must(s.LookBack(ctx, march))(t)
		if len(got.Sessions) != 2 || textsOf(got.Shifts) != "in|in too" {
			t.Errorf("%q %q", wordsOf(got.Sessions), textsOf(got.Shifts))
		}
	})
	t.Run("what was done in these days", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		ok(t, s.CloseAction(ctx, k.Actions[0].ID, journal.ActionDone, "it went well"))
		rel := k.Session.RelationshipID
		g := must(s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: "speak up"}))(t)
		ok(t, s.SetGoalState(ctx, g.ID, journal.GoalReached))
		must(s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, Often: "weekly", On: date(t, "2026-11-02")}))(t)
		review := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "It goes well.\ngave: thanks\nshift: slower"}, journal.DecisionGoOn))(t)
		got := must(s.LookBack(ctx, journal.MonthOf(date(t, "2026-11-21"))))(t)
		switch {
		case len(got.Closed(journal.ActionDone)) != 1 || got.Actions[0].Outcome != "it went well" || got.Actions[0].PersonName != "Priya Nambiar":
			t.Errorf("%+v", got.Actions)
		case len(got.GoalsIn(journal.GoalReached)) != 1 || got.Goals[0].PersonName != "Priya Nambiar":
			t.Errorf("%+v", got.Goals)
		case len(got.Agreements) != 1 || got.Agreements[0].On != date(t, "2026-11-02"):
			t.Errorf("%+v", got.Agreements)
		case len(got.Reviews) != 1 || got.Reviews[0].ID != review.ID || got.Reviews[0].Decision != journal.DecisionGoOn:
			t.Errorf("%+v", got.Reviews)
		case !strings.Contains(textsOf(got.Shifts), "slower") || !strings.Contains(textsOf(got.Exchanges), "thanks"):
			t.Errorf("%+v %+v", got.Shifts, got.Exchanges)
		}
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		if got := must(s.LookBack(ctx, journal.YearOf(date(t, "2026-11-21"))))(t); !got.IsZero() {
			t.Errorf("what was deleted is there: %+v", got)
		}
	})
}

// TestMemoryWords has as much of a text as there is room for, and no line that is cut.
func TestMemoryWords(t *testing.T) {
	ctx := context.Background()
	lines := func(n int) string { // of so many characters
		text := strings.Repeat("né et là\n", n/9+1)
		return string([]rune(text)[:n-4]) + "\nend"
	}
	for _, n := range []int{memoryWords - 1, memoryWords, memoryWords + 1, memoryPage - 1, memoryPage, memoryPage + 1} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			s := MustOpen(t)
			k := talkedAt(t, s, "Ada", "2025-03-01 09:00", "Europe/Berlin", lines(n))
			a := answered(t, s, "2025-03-02 09:00", "Why?", lines(n))
			back := must(s.LookBack(ctx, journal.MonthOf(date(t, "2025-03-01"))))(t)
			session, _, err := s.Memory(ctx, journal.MemorySession, k.Session.ID)
			ok(t, err)
			answer, _, err := s.Memory(ctx, journal.MemoryAnswer, a.Reflection.ID)
			ok(t, err)
			for _, c := range []struct {
				most int
				m    journal.Memory
			}{{memoryWords, back.Sessions[0]}, {memoryWords, back.Answers[0]}, {memoryPage, session}, {memoryPage, answer}} {
				if whole := c.m.Words == lines(n); whole != (n <= c.most) || !whole && !strings.HasPrefix(lines(n), c.m.Words+"\n") {
					t.Errorf("%s with room for %d: %d bytes of %d, …%q", c.m.Kind, c.most, len(c.m.Words), len(lines(n)), c.m.Words[len(c.m.Words)-12:])
				}
			}
		})
	}
}

func TestShiftLine(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	talkedAt(t, s, "Ada", "2025-03-01 09:00", "Europe/Berlin", "x\nshift: two\nshift: three")
	talkedAt(t, s, "Ben", "2019-03-01 09:00", "Europe/Berlin", "x\nshift: one")
	k := answered(t, s, "2026-03-01 09:00", "Why?", "x\nshift: four")
	rel := talkedAt(t, s, "Cleo", "2018-01-01 09:00", "Europe/Berlin", "x").Session
	must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel.RelationshipID, Text: "shift: five"}, ""))(t)
	read := func(limit int) string {
		t.Helper()
		var all []journal.PastLine
		for before := Cursor(""); ; {
			page, next := must2(s.ShiftLine(ctx, before, limit))(t)
			all = append(all, page...)
			if before = next; next == "" {
				return textsOf(all)
			}
		}
	}
	for _, limit := range []int{1, 2, 50} {
		if got := read(limit); got != "five|four|three|two|one" {
			t.Errorf("%d at a time: %q", limit, got)
		}
	}
	page, _ := must2(s.ShiftLine(ctx, "", 5))(t)
	if page[0].PersonName != "Cleo" || page[0].ReviewID == 0 || page[1].ReflectionID != k.Reflection.ID || page[1].PersonName != "" || page[4].PersonName != "Ben" || page[4].On != date(t, "2019-03-01") {
		t.Errorf("%+v", page)
	}
	// A conversation that is moved takes its shifts along, also back.
	ok(t, s.ChangeSession(ctx, page[4].SessionID, SessionChange{At: s.now().AddDate(1, 0, 0), Role: journal.RoleMentor}))
	if got := read(2); got != "one|five|four|three|two" {
		t.Errorf("%q", got)
	}
	must2(s.Undo(ctx))(t)
	ok(t, s.DeleteReflection(ctx, k.Reflection.ID))
	if got := read(2); got != "five|three|two|one" {
		t.Errorf("%q", got)
	}
	_, _, err := s.ShiftLine(ctx, "no place", 2)
	wantCode(t, err, journal.CodeInvalid)
}

func TestChance(t *testing.T) {
	ctx := context.Background()
	none := journal.Memory{}
	t.Run("every entry as often as any other", func(t *testing.T) {
		s := MustOpen(t)
		for i := range 6 {
			talkedAt(t, s, "Ada", "2025-03-01 09:00", "Europe/Berlin", fmt.Sprint("s", i))
		}
		for i := range 4 {
			answered(t, s, "2025-03-01 09:00", "Why?", fmt.Sprint("a", i))
		}
		for _, id := range []int64{2, 3} {
			ok(t, s.DeleteSession(ctx, id))
		}
		r := rand.New(rand.NewPCG(1, 2))
		seen := map[string]int{}
		const draws = 1600
		for range draws {
			m, there, err := s.Chance(ctx, r.Int64N, none)
			if err != nil || !there {
				t.Fatal(there, err)
			}
			seen[m.Words]++
		}
		if len(seen) != 8 {
			t.Errorf("%v", seen)
		}
		for words, n := range seen {
			if n < draws/8*3/4 || n > draws/8*5/4 {
				t.Errorf("%s came %d times of %d", words, n, draws)
			}
		}
	})
	t.Run("not the same again", func(t *testing.T) {
		s := MustOpen(t)
		talkedAt(t, s, "Ada", "2025-03-01 09:00", "Europe/Berlin", "one")
		answered(t, s, "2025-03-01 09:00", "Why?", "two")
		last := none
		for i := range 20 {
			m, there, err := s.Chance(ctx, func(int64) int64 { return 0 }, last)
			if err != nil || !there || m.UID == last.UID {
				t.Fatal(i, m, there, err)
			}
			last = m
		}
	})
	t.Run("the only one there is", func(t *testing.T) {
		s := MustOpen(t)
		var all []journal.Kept
		for i := range 9 {
			all = append(all, talkedAt(t, s, "Ada", "2025-03-01 09:00", "Europe/Berlin", fmt.Sprint(i)))
		}
		for _, k := range slices.Delete(slices.Clone(all), 4, 5) {
			ok(t, s.DeleteSession(ctx, k.Session.ID))
		}
		last := none
		for n := range int64(9) {
			m, there, err := s.Chance(ctx, func(int64) int64 { return n }, last)
			if err != nil || !there || m.Words != "4" {
				t.Fatal(m, there, err)
			}
			last = m
		}
		ok(t, s.DeleteSession(ctx, all[4].Session.ID))
		if m, there, err := s.Chance(ctx, func(int64) int64 { return 8 }, last); there || err != nil {
			t.Error(m, err)
		}
	})
	t.Run("nothing there", func(t *testing.T) {
		if _, there, err := MustOpen(t).Chance(ctx, func(int64) int64 { panic("nothing to pick from") }, none); there || err != nil {
			t.Error(there, err)
		}
	})
}

// askLookBack does everything of looking back, for its plans.
func askLookBack(t *testing.T, s *Store) {
	ctx := context.Background()
	today := journal.Date{Year: 2027, Month: 11, Day: 20}
	for _, day := range []journal.Date{today, today.AddDays(2)} {
		must(s.ThisDay(ctx, day, 1))(t)
	}
	must2(s.LastOnThisDay(ctx, today))(t)
	must(s.LookBack(ctx, journal.YearOf(today.AddMonths(-12))))(t)
	for _, n := range []int64{0, 1 << 20} {
		must2(s.Chance(ctx, func(of int64) int64 { return min(n, of-1) }, journal.Memory{}))(t)
	}
	m, _ := must2(s.Chance(ctx, func(int64) int64 { return 0 }, journal.Memory{}))(t)
	must2(s.Chance(ctx, func(int64) int64 { return 0 }, m))(t)
	must2(s.Memory(ctx, journal.MemorySession, 1))(t)
	_, next := must2(s.ShiftLine(ctx, "", 1))(t)
	if next == "" {
		t.Fatal("there is no second page of shifts")
	}
	must2(s.ShiftLine(ctx, next, 1))(t)
}
