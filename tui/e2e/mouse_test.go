//go:build unix

package e2e

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// mouseModes are the bytes that ask a terminal to tell what its mouse does.
const mouseModes = `\x1b\[\?(9|100[0-7]|101[56])h`

// Clicks presses the left button on a text that is seen and lets go, as a terminal tells it.
func (p *person) Clicks(on string) *person {
	p.t.Helper()
	x, y := p.finds(on)
	p.send(fmt.Sprintf("\x1b[<0;%d;%dM\x1b[<0;%[1]d;%[2]dm", x+1, y+1))
	return p
}

// Wheels turns the wheel n steps down, or up where n is negative.
func (p *person) Wheels(n int) *person {
	p.t.Helper()
	button := 65
	if n < 0 {
		button, n = 64, -n
	}
	p.send(strings.Repeat(fmt.Sprintf("\x1b[<%d;9;9M", button), n))
	return p
}

// finds is the place of a text that is seen, from 0.
func (p *person) finds(text string) (x, y int) {
	p.t.Helper()
	p.Sees(text)
	for y, row := range strings.Split(p.text(), "\n") {
		if i := strings.Index(row, text); i >= 0 {
			return ansi.StringWidth(row[:i]), y
		}
	}
	p.fail("%q is gone again", text)
	return 0, 0
}

func TestMouse(t *testing.T) {
	t.Parallel()
	t.Run("off, the terminal is never asked for it", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		e := h.Opens().BeginsNote("Sam T.").Types("We walked.\n- [ ] call fri").Sees("- [ ] call fri").Press("ctrl+s").
			Sees("Kept").Press("esc").Press("a").Sees("call").Press("?").Sees("What can be done here").Press("esc").SeesNot("What can be done here").Press("q").Ends().Well()
		if got := regexp.MustCompile(mouseModes).FindString(e.raw); got != "" {
			t.Errorf("it wrote %q", got)
		}
	})
	t.Run("on, it chooses, opens, scrolls and is remembered", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		note := "We walked."
		for n := range 40 {
			note += fmt.Sprintf("\n- [ ] thing %d", n)
		}
		h.Keeps(note, "Sam T.", "--role", "mentor")
		p := h.Opens().Sees("PEOPLE").Press("f2").Sees("The mouse is on")
		p.Clicks("? help").Sees("What can be done here").Clicks("esc close").SeesNot("What can be done here")
		p.Press("a").Sees("Open actions")
		p.Clicks("thing 4").Sees("❯  · -      Sam      thing 4")
		p.Clicks("thing 4").Sees("[timeline")
		p.Clicks("actions").Sees("[actions")
		e := p.Press("q").Ends().Well()
		if !strings.Contains(e.raw, "\x1b[?1002h") || !strings.Contains(e.raw, "\x1b[?1006h") {
			t.Error("the terminal was not asked for the mouse")
		}
		p = h.Opens().Sees("PEOPLE").Press("a").Sees("Open actions")
		p.Wheels(60).Sees("❯  · -      Sam      thing")
		p.Press("f2").Sees("The mouse is off")
		p.Press("q").Ends().Well()
	})
}
