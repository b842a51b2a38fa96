package filters

import (
	"strings"
	"testing"

	"bothways/journal"
)

func TestSpans(t *testing.T) {
	date := func(s string) journal.Date {
		d, err := journal.ParseISODate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		name, filter, part, oldest, newest, want string
	}{
		{"after a year there is more", "after", "", "2023-05-01", "2026-11-20", "2025 2024 2023"},
		{"before a year there is something", "before", "", "2023-05-01", "2026-11-20", "2026 2025 2024"},
		{"after a month", "after", "2026-", "2023-05-01", "2026-04-20", "2026-03 2026-02 2026-01"},
		{"before a month", "before", "2023-", "2023-10-01", "2026-04-20", "2023-12 2023-11"},
		{"of a young journal", "after", "", "2026-09-01", "2026-11-20", "2026-10 2026-09"},
		{"of its first month", "after", "", "2026-11-01", "2026-11-20", ""},
		{"long ago", "after", "1850-", "2023-05-01", "2026-11-20", ""},
		{"no year", "before", "foo-", "2023-05-01", "2026-11-20", ""},
		{"half a year", "before", "20-", "2023-05-01", "2026-11-20", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(Spans(c.filter == "after", c.part, date(c.oldest), date(c.newest)), " "); got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}
