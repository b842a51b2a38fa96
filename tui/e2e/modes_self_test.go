//go:build unix

package e2e

import (
	"strings"
	"testing"
)

// TestLeftOn tests what the other tests judge a terminal by.
func TestLeftOn(t *testing.T) {
	const begin, end = "\x1b[?1049h\x1b[?2004h\x1b[>4;2m\x1b[>1u\x1b[?25l", "\x1b[>4m\x1b[<1u\x1b[?1049l\x1b[?2004l\x1b[?25h"
	for _, c := range []struct{ name, raw, wrong string }{
		{"tidy", begin + "words" + end, ""},
		{"twice", begin + end + begin + end, ""},
		{"killed", begin + "words", "private mode 1049"},
		{"no cursor", begin + strings.Replace(end, "\x1b[?25h", "", 1), "private mode 25"},
		{"no wrapping", begin + "\x1b[?7l" + end, "private mode 7"},
		{"wrapping again", begin + "\x1b[?7l\x1b[?7h" + end, ""},
		{"the mouse", begin + "\x1b[?1003;1006h" + end, "private mode 1006"},
		{"keyboard not popped", begin + strings.Replace(end, "\x1b[<1u", "", 1), "keyboard"},
		{"keyboard popped on the wrong screen", begin + "\x1b[>4m\x1b[?1049l\x1b[<1u\x1b[?2004l\x1b[?25h", "keyboard"},
		{"other keys", begin + strings.Replace(end, "\x1b[>4m", "", 1), "modifyOtherKeys"},
		{"nothing at all", "", "never written"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(leftOn(c.raw), "\n")
			if c.wrong == "" && got != "" || !strings.Contains(got, c.wrong) {
				t.Errorf("leftOn says %q, want something with %q", got, c.wrong)
			}
		})
	}
}
