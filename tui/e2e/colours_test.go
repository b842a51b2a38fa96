//go:build unix

package e2e

import (
	"strings"
	"testing"
)

// TestColours opens the program in a terminal that answers nothing, but says in its surroundings that
// it is a light one: it is written on in dark colours.
func TestColours(t *testing.T) {
	const darkKey, lightKey = "38;2;195;166;255", "38;2;102;57;186"
	for _, c := range []struct{ name, says, has, hasNot string }{
		{"light", "COLORFGBG=0;15", lightKey, darkKey},
		{"dark", "COLORFGBG=15;0", darkKey, lightKey},
		{"unsaid", "COLORFGBG=", darkKey, lightKey},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := newHome(t).With(c.says, "COLORTERM=truecolor", "TERM=xterm-256color").OpensIn(window{width: 80, height: 24, mute: true})
			p.Sees("A journal for your mentoring").Press("q").Ends().Well()
			if raw := p.written(); !strings.Contains(raw, c.has) || strings.Contains(raw, c.hasNot) {
				t.Errorf("it is written in other colours: %q", raw[:min(len(raw), 900)])
			}
		})
	}
}
