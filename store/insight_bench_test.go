package store

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"bothways/journal"
)

// fillYears writes years of conversations up to the tests' day, 333 in each, with all that pictures
// are drawn from.
func fillYears(f *Filler, years int) error {
	n := years * 333
	end := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	apart := time.Duration(years) * 365 * 24 * time.Hour / time.Duration(n)
	uid := func(kind, n int) string { return fmt.Sprintf("01930000-%04x-7000-8000-%012x", kind, n*7919) }
	people := 5 * years
	for p := 1; p <= people; p++ {
		id, state := int64(p), journal.StateEnded
		if p > people-8 {
			state = journal.StateActive
		}
		if err := errors.Join(
			f.Person(journal.Person{ID: id, UID: uid(1, p), Name: fmt.Sprintf("Person %d", p)}),
			f.Relationship(journal.Relationship{ID: id, UID: uid(2, p), PersonID: id, Role: journal.Roles()[p%3], State: state, Focus: []string{journal.Focuses()[p%7]}}),
		); err != nil {
			return err
		}
	}
	for i := 1; i <= n; i++ {
		rel := int64((i-1)*people/n + 1)
		at := end.Add(-time.Duration(n-i) * apart)
		energy := i%5 - 2
		v := journal.SessionView{Session: journal.Session{ID: int64(i), UID: uid(3, i), RelationshipID: rel, At: at, Role: journal.Roles()[i%3], Minutes: 30 + i%60, Note: "words\n- [ ] a thing\ngot: a view"},
			CheckIn:   journal.CheckIn{Energy: &energy, Split: journal.Split{Listening: 5, Asking: 3, Advising: 2}, Interventions: journal.Interventions()[i%8 : i%8+2]},
			Exchanges: []journal.Exchange{{ID: int64(i), UID: uid(8, i), Direction: []journal.Direction{journal.Gave, journal.Got}[i%2], Text: "a view", Source: "got: a view"}}}
		for k := range 3 {
			v.Actions = append(v.Actions, journal.Action{ID: int64(i*3 + k), UID: uid(4, i*3+k), PersonID: rel, RelationshipID: rel, Text: "a thing", Source: "- [ ] a thing", CreatedAt: at,
				Owner: []journal.Owner{journal.OwnerMe, journal.OwnerThem}[k%2], State: journal.ActionDone, Carried: i % 2, ClosedAt: at})
		}
		if err := f.Session(v, nil, nil); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkInsights adds up a year, ten years and all there is, of journals of one, ten and sixty years.
func BenchmarkInsights(b *testing.B) {
	today := journal.Date{Year: 2026, Month: 11, Day: 21}
	for _, years := range []int{1, 10, 60} {
		b.Run(fmt.Sprint(years, " years"), func(b *testing.B) {
			s := MustOpen(b)
			ok(b, s.Fill(context.Background(), func(f *Filler) error { return fillYears(f, years) }))
			first := must(s.FirstDay(context.Background()))(b)
			for _, name := range []journal.PeriodName{journal.Period12Months, journal.Period10Years, journal.PeriodAll} {
				b.Run(string(name), func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						if _, err := s.Insights(context.Background(), name.Period(today, first), journal.WeekMonday); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		})
	}
}
