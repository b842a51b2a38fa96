package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// BenchmarkSearchKeys measures what is waited for at every key of what one types to find something,
// in journals of a year, ten and sixty.
func BenchmarkSearchKeys(b *testing.B) {
	for _, years := range []int{1, 10, 60} {
		b.Run(fmt.Sprint(years, " years"), func(b *testing.B) {
			s := asMuchAs(b, years)
			keys := searchKeys(b, s)
			b.Run("newest", func(b *testing.B) { benchKeys(b, s, keys, SearchOptions{}) })
			b.Run("best", func(b *testing.B) { benchKeys(b, s, keys, SearchOptions{Best: true}) })
		})
	}
}

// benchKeys searches for everything that was typed, and reports the middle of how long it took and
// the slowest but one in a hundred.
func benchKeys(b *testing.B, s *Store, keys []string, o SearchOptions) {
	ctx := context.Background()
	today := journal.DateOf(s.now())
	var took []time.Duration
	for b.Loop() {
		for _, typed := range keys {
			q, _ := journal.ReadSearch(typed, today)
			began := time.Now()
			_ = must(s.Search(ctx, q, o))(b)
			took = append(took, time.Since(began))
		}
	}
	slices.Sort(took)
	ms := func(part int) float64 { return float64(took[len(took)*part/1000].Microseconds()) / 1000 }
	b.ReportMetric(float64(len(keys)), "keys")
	b.ReportMetric(ms(500), "p50-ms")
	b.ReportMetric(ms(990), "p99-ms")
	b.ReportMetric(ms(999), "p99.9-ms")
}

// searchKeys are about six hundred stages of typing: queries of one to three words that stand in the
// journal, key by key, every single letter, the most common words, and filters; and the slowest there is.
func searchKeys(tb testing.TB, s *Store) []string {
	tb.Helper()
	ctx := context.Background()
	var keys []string
	var common []string
	seen := map[string]int{}
	last := scalar(tb, s, "SELECT max(id) FROM session")
	for i := range int64(40) {
		v := must(s.Session(ctx, 1+i*(last-1)/40))(tb)
		var words []string
		for t := range journal.Terms(v.Note) {
			words = append(words, t.Text)
			if seen[t.Text]++; seen[t.Text] == 12 {
				common = append(common, t.Text)
			}
		}
		from := int(i*7) % max(1, len(words)-3)
		typed := strings.Join(words[from:min(len(words), from+1+int(i)%3)], " ")
		for n := range typed {
			if n > 0 && len(keys) < 450 {
				keys = append(keys, typed[:n])
			}
		}
	}
	name := must(s.Names(ctx))(tb)[0]
	first, _, _ := strings.Cut(name, " ")
	for r := 'a'; r <= 'z'; r++ {
		keys = append(keys, string(r), "the "+string(r))
	}
	for _, w := range common[:min(len(common), 40)] {
		keys = append(keys, w, w+" ", w+" with:"+first, w+" role:mentee")
	}
	// What stands nearly everywhere, together and side by side, also where it never stands so.
	keys = append(keys, "the of and to a", "the and of to in is it", "the of and to a in is it was for", "a i", "e t a o i n s", "t t", "the that", "that with they",
		`"it was the"`, `"and i was"`, `"of the"`, `"a a`, `"a a"`, `"the a"`, `"the the"`, `"to the" of`)
	return append(keys, "with:"+first, "is:action", "is:review t", "is:question t", "is:goal a", "before:2000", "a before:1980", "after:2026", "t after:2020 before:2021",
		"role:mutual", "s role:mutual is:shift", `"of the`, `"the w`, "is:person", "focus:c", "focus:c a", "e with:"+first+" is:topic")
}
