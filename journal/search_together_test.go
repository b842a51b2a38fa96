package journal_test

import (
	"strings"
	"testing"

	"bothways/journal"
)

func TestTogether(t *testing.T) {
	far := func(n int) string { return strings.Repeat("and ", n) }
	for _, c := range []struct {
		typed, text string
		want        journal.Together
	}{
		{"panel list", "the Panel, list", journal.Beside},
		{"panel li", "the panel list", journal.Beside},
		{"panel li ", "the panel list", journal.Beside}, // a space is not the end of it
		{"panel list", "the list panel", journal.Near},
		{"panel list", "panel " + far(12) + "list", journal.Near},
		{"panel list", "panel " + far(13) + "list", journal.Apart},
		{"panel list", "panel " + far(20) + "list " + far(12) + "panel", journal.Near},
		{"panel list", "panel " + far(20) + "panel list", journal.Beside},
		{"a panel list", "a " + far(6) + "panel " + far(5) + "list", journal.Near},
		{"a panel list", "a " + far(6) + "panel " + far(6) + "list", journal.Apart},
		{`"the panel" list`, "list of the panel", journal.Near},
		{`"the panel" list`, "the panel list", journal.Beside},
		{"panel list", "panel", journal.Apart},
		{"会议 list", "会议list", journal.Beside},
		{"", "panel", journal.Apart},
		{"panel list", "", journal.Apart},
	} {
		q, _ := journal.ReadSearch(c.typed, journal.Date{})
		if got := q.Together(c.text); got != c.want {
			t.Errorf("%q in %q is %d, not %d", c.typed, c.text, got, c.want)
		}
	}
}
