package store

import (
	"context"
	"fmt"
	"testing"

	"bothways/journal"
)

// BenchmarkInsights adds up a year, ten years and all there is, of journals of one, ten and sixty years.
func BenchmarkInsights(b *testing.B) {
	today := journal.Date{Year: 2026, Month: 11, Day: 21}
	for _, years := range []int{1, 10, 60} {
		b.Run(fmt.Sprint(years, " years"), func(b *testing.B) {
			s := asMuchAs(b, years)
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
