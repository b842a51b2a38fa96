package picture_test

import (
	"strings"
	"testing"
	"time"

	"bothways/journal"
	"bothways/tui/picture"
	"bothways/tui/wording"
)

func on(y int, m time.Month, d int) journal.Date { return journal.Date{Year: y, Month: m, Day: d} }

func pictureOf(t *testing.T, in journal.Insights, veil journal.Veil, id string) picture.Picture {
	t.Helper()
	for _, p := range picture.All(in, veil, wording.DayMonth) {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("no picture is called %q", id)
	return picture.Picture{}
}

func TestQuietSteps(t *testing.T) {
	// talks has n conversations in the first step from a day on, and then in every third.
	talks := func(p journal.Period, from journal.Date) journal.Insights {
		in := journal.Insights{Period: p}
		unit, steps := journal.StepsIn(p.Days, journal.WeekMonday, journal.UnitWeek, 54)
		in.TalksBy = unit
		n := 0
		for _, s := range steps {
			one := journal.TalkStep{Days: s}
			if !s.To.Before(from) {
				if n%3 == 0 {
					one.Mentor = 2
				}
				n++
			}
			in.Talks = append(in.Talks, one)
		}
		return in
	}
	today := on(2026, 11, 21)
	for _, c := range []struct {
		name  string
		in    journal.Insights
		quiet string
	}{
		{"a journal that began within the time", talks(journal.Period5Years.Period(today, on(2024, 3, 4)), on(2024, 3, 4)), "; nothing in 7 of 10 whole quarters since March 2024."},
		{"a year of whole weeks", talks(journal.Period12Months.Period(today, on(2019, 3, 4)), on(2019, 3, 4)), "; nothing in 34 of 51 whole weeks."},
		{"whole months", talks(journal.Period{Days: journal.Days{From: on(2024, 1, 1), To: on(2025, 12, 31)}}, on(2024, 1, 1)), "; nothing in 16 of 24 months."},
		{"what was before the first conversation", talks(journal.Period5Years.Period(today, on(2024, 3, 4)), on(2023, 4, 1)), " since April 2023."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if s := pictureOf(t, c.in, journal.Veil{}, "conversations").Sentence; !strings.HasSuffix(s, c.quiet) {
				t.Errorf("%s", s)
			}
		})
	}
}

func TestHoursSince(t *testing.T) {
	in := some()
	in.Period.Begun = days(31, 31).From
	if s := pictureOf(t, in, journal.Veil{}, "hours").Sentence; strings.Contains(s, "a month") {
		t.Errorf("of one month it says %s", s)
	}
	in.Period.Days = days(0, 100)
	if s := pictureOf(t, in, journal.Veil{}, "hours").Sentence; !strings.Contains(s, "about 1 h 33 a month since February 2026") {
		t.Errorf("%s", s)
	}
}

// TestHalves is about the half of a step that has nothing: it stands for the whole.
func TestHalves(t *testing.T) {
	in := some()
	for _, c := range []struct {
		id   string
		at   picture.Spot
		says string
		n    int
	}{
		{"conversations", picture.Spot{Row: 0}, "January 2026: 2 conversations as mentor; none as mentee, 1 both ways", 2},
		{"conversations", picture.Spot{Row: 2}, "January 2026: no conversations as mentee; 2 as mentor, 1 both ways", 3},
		{"conversations", picture.Spot{Row: 0, Col: 1}, "February 2026: no conversations", 0},
		{"exchanges", picture.Spot{Row: 0}, "January 2026: 3 given; none received", 3},
		{"exchanges", picture.Spot{Row: 2}, "January 2026: 3 given, none received", 3},
	} {
		p := pictureOf(t, in, journal.Veil{}, c.id)
		if got := p.Part(c.at); got.Says != c.says || got.N != c.n || (c.at.Row == 2) != (got.Pick.Role == "" && got.Pick.Direction == "") && c.n > 0 {
			t.Errorf("%s %v: %+v", c.id, c.at, got)
		}
		if p.Begin.Col != 0 {
			t.Errorf("%s begins on a step with nothing: %v", c.id, p.Begin)
		}
	}
}

func TestThousands(t *testing.T) {
	in := some()
	in.Talks[0].Mentor = 12345
	in.Energy[0].Said = 23456
	drawn := ""
	for _, id := range []string{"conversations", "energy"} {
		for _, row := range pictureOf(t, in, journal.Veil{}, id).Draw(100, 20, picture.Spot{}, true) {
			drawn += row.Plain() + "\n"
		}
	}
	if !strings.Contains(drawn, "12,346") || !strings.Contains(drawn, "23,456") {
		t.Errorf("%s", drawn)
	}
}
