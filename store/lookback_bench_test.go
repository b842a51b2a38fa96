package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"bothways/journal"
)

// BenchmarkLookBack is what each part of looking back waits for, in journals of one, ten and sixty years:
// none of it may grow faster than what it shows.
func BenchmarkLookBack(b *testing.B) {
	ctx := context.Background()
	for _, years := range []int{1, 10, 60} {
		b.Run(fmt.Sprint(years), func(b *testing.B) {
			s := asMuchAs(b, years)
			newest, _ := must2(s.Sessions(ctx, SessionQuery{Limit: 1, Preview: 1}))(b)
			last := journal.DateOf(newest[0].At)
			year, month := journal.YearOf(last), journal.MonthOf(last)
			if years > 1 { // the last two years of a made-up journal are its quietest
				year, month = year.Move(-3), month.Move(-36)
			}
			r := rand.New(rand.NewPCG(1, 2))
			run := func(name string, do func(n int) error) { benchEach(b, name, do) }
			run("ThisDay", func(n int) error { _, err := s.ThisDay(ctx, last.AddDays(-n%365), 200); return err })
			run("LastOnThisDay", func(n int) error { _, _, err := s.LastOnThisDay(ctx, last.AddDays(-n%365)); return err })
			run("a month", func(n int) error { _, err := s.LookBack(ctx, month.Move(-n%12)); return err })
			run("a year", func(int) error { _, err := s.LookBack(ctx, year); return err })
			run("Chance", func(int) error { _, _, err := s.Chance(ctx, r.Int64N, journal.Memory{}); return err })
			_, next := must2(s.ShiftLine(ctx, "", 50))(b)
			run("ShiftLine", func(int) error { _, _, err := s.ShiftLine(ctx, "", 50); return err })
			run("ShiftLine further on", func(int) error { _, _, err := s.ShiftLine(ctx, next, 50); return err })
		})
	}
}
