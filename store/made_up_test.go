package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bothways/journal/demo"
)

// pouring passes a made-up journal on to a store.
type pouring struct{ *Filler }

func (p pouring) Conversation(c demo.Conversation) error { return p.Session(c.View(), nil, c.Shifts) }

// madeUpPlan is a journal of a year up to the tests' day.
func madeUpPlan() demo.Plan {
	return demo.Plan{Seed: 1, Years: 1, Until: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)}
}

// madeUp writes a made-up journal of a year.
func madeUp(f *Filler) error { return demo.Write(madeUpPlan(), pouring{f}) }

// asMuchAs is a made-up journal of so many years, as full as those of a busy life, with all of its words
// to be found. BOTHWAYS_BENCH_JOURNAL names one of sixty years that was made before; a copy of it is
// taken, as what is measured writes.
func asMuchAs(tb testing.TB, years int) *Store {
	tb.Helper()
	ctx := context.Background()
	var s *Store
	if made := os.Getenv("BOTHWAYS_BENCH_JOURNAL"); made != "" && years == 60 {
		path := filepath.Join(tb.TempDir(), "journal.db")
		ok(tb, copyFile(path, made))
		s = mustOpenAt(tb, path)
	} else {
		const busy = 20_000 / 60 // conversations a year
		plan := madeUpPlan()
		plan.Years, plan.Sessions = years, busy*years
		s = MustOpen(tb)
		ok(tb, s.Fill(ctx, func(f *Filler) error { return demo.Write(plan, pouring{f}) }))
	}
	if due := must(s.Indexed(ctx))(tb); due > 0 {
		tb.Fatalf("%d things are not in the index", due)
	}
	return s
}
