package wording_test

import (
	"testing"

	"bothways/journal"
	"bothways/tui/wording"
)

func TestLookBack(t *testing.T) {
	closed := func(s journal.ActionState) journal.ActionView {
		return journal.ActionView{Action: journal.Action{State: s}}
	}
	goal := func(s journal.GoalState) journal.PastGoal {
		return journal.PastGoal{Goal: journal.Goal{State: s}}
	}
	for _, c := range []struct {
		name string
		of   journal.LookBack
		want string
	}{
		{"of everything", journal.LookBack{
			Sessions: []journal.Memory{{PersonID: 1, Minutes: 65}, {PersonID: 2}}, Shifts: make([]journal.PastLine, 2), Answers: make([]journal.Memory, 3),
			Actions: []journal.ActionView{closed(journal.ActionDone), closed(journal.ActionDropped)}, Goals: []journal.PastGoal{goal(journal.GoalReached)},
			Exchanges: []journal.PastLine{{Direction: journal.Got}, {Direction: journal.Gave}, {Direction: journal.Got}}, Reviews: make([]journal.PastReview, 1),
		}, "2 conversations with 2 people, 1 h 05 · 2 shifts · 1 action done · 1 goal reached · 3 answers · 1 given · 2 received"},
		{"no length", journal.LookBack{Sessions: make([]journal.Memory, 1)}, "1 conversation with 1 person"},
		{"of the rest only", journal.LookBack{Actions: []journal.ActionView{closed(journal.ActionDropped)}, Goals: []journal.PastGoal{goal(journal.GoalLetGo)},
			Agreements: make([]journal.PastAgreement, 1), Reviews: make([]journal.PastReview, 2)}, "1 action let go · 1 goal let go · 1 agreement · 2 reviews"},
		{"of nothing", journal.LookBack{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.LookBack(c.of); got != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestPeriodAndDays(t *testing.T) {
	today, first := journal.Date{Year: 2026, Month: 11, Day: 21}, journal.Date{Year: 2026, Month: 3, Day: 4}
	between, err := journal.PeriodBetween(journal.Date{Year: 2026, Month: 1, Day: 1}, today, today, first)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		of   journal.Period
		want string
	}{
		{journal.Period12Months.Period(today, journal.Date{}), "12 months: 22 Nov 2025 to 21 Nov 2026"},
		{journal.Period12Months.Period(today, first), "12 months, kept since 4 Mar 2026"},
		{journal.Period3Months.Period(today, first), "3 months: 22 Aug to 21 Nov 2026"},
		{journal.PeriodAll.Period(today, first), "all there is: 4 Mar to 21 Nov 2026"},
		{journal.Period{Days: journal.YearOf(first)}, "2026"},
		{between, "1 Jan to 21 Nov 2026, kept since 4 Mar 2026"},
	} {
		if got := wording.DayMonth.PeriodAndDays(c.of); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
