package journal

import (
	"strings"
	"testing"
)

func TestReadSpan(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
		ok   bool
	}{
		{"", 0, true}, {"none", 0, true}, {"-", 0, true}, {"0 s", 0, true}, {"30 seconds", 30, true}, {"45s", 45, true}, {"45 s", 45, true}, {"1 second", 1, true},
		{"3 minutes", 180, true}, {"2 MIN", 120, true}, {"2 min.", 120, true}, {"1 min 30 s", 90, true}, {"1 min, 30 s", 90, true}, {"1 hour", 3600, true},
		{"60 min", 3600, true}, {"2 hours", 7200, true}, {" 5 m ", 300, true}, {strings.Repeat("99999 h ", 9999), longestSpan, true},
		{"3", 0, false}, {"s", 0, false}, {"soon", 0, false}, {"three minutes", 0, false}, {"half a minute", 0, false}, {"-3 min", 0, false}, {"1.5 min", 0, false},
		{"3 days", 0, false}, {"3 s 4", 0, false}, {"99999999999999999999 s", 0, false}, {"3 min x", 0, false}, {"٣ s", 0, false},
	} {
		t.Run(c.in[:min(len(c.in), 20)], func(t *testing.T) {
			if got, ok := ReadSpan(c.in); got != c.want || ok != c.ok {
				t.Errorf("got %d %t, want %d %t", got, ok, c.want, c.ok)
			}
		})
	}
}

func TestSpan(t *testing.T) {
	for seconds, want := range map[int]string{-1: "", 0: "", 1: "1 s", 60: "1 min", 90: "1 min 30 s", 3600: "60 min"} {
		if got := Span(seconds); got != want {
			t.Errorf("%d seconds are %q, want %q", seconds, got, want)
		}
		if got, ok := ReadSpan(want); got != max(seconds, 0) || !ok {
			t.Errorf("%q is read as %d", want, got)
		}
	}
}
