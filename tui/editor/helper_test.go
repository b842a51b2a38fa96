package editor

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// clock is a time that tests move by hand.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

func newTest(text string, cursor int) (*Editor, *clock) {
	c := &clock{time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)}
	e := New(Options{Now: c.now})
	e.SetText(text, cursor)
	return e, c
}

// at makes an editor of text with | where the cursor is.
func at(text string) *Editor {
	i := strings.IndexByte(text, '|')
	e, _ := newTest(text[:i]+text[i+1:], i)
	return e
}

// shows returns the text with | for the cursor and [ ] around a selection.
func shows(e *Editor) string {
	s, c := e.Text(), e.Cursor()
	if !e.selecting() {
		return s[:c] + "|" + s[c:]
	}
	a, b := e.selection()
	i, j := e.buf.offset(a), e.buf.offset(b)
	if i == c {
		return s[:i] + "|[" + s[i:j] + "]" + s[j:]
	}
	return s[:i] + "[" + s[i:j] + "]|" + s[j:]
}

// key reads "ctrl+shift+left", "a", "enter".
func key(s string) tea.KeyPressMsg {
	parts := strings.Split(s, "+")
	var k tea.KeyPressMsg
	for _, p := range parts[:len(parts)-1] {
		switch p {
		case "ctrl":
			k.Mod |= tea.ModCtrl
		case "alt":
			k.Mod |= tea.ModAlt
		case "shift":
			k.Mod |= tea.ModShift
		default:
			panic("no such modifier: " + p)
		}
	}
	last := parts[len(parts)-1]
	if code := keyCode(last); code != 0 {
		k.Code = code
		if code == tea.KeySpace {
			k.Text = " "
		}
		return k
	}
	r, n := utf8.DecodeRuneInString(last)
	k.Code = unicode.ToLower(r)
	if n < len(last) {
		k.Code = tea.KeyExtended
	}
	if k.Mod&(tea.ModCtrl|tea.ModAlt) == 0 {
		k.Text = last
	}
	return k
}

func keyCode(s string) rune {
	switch s {
	case "left":
		return tea.KeyLeft
	case "right":
		return tea.KeyRight
	case "up":
		return tea.KeyUp
	case "down":
		return tea.KeyDown
	case "home":
		return tea.KeyHome
	case "end":
		return tea.KeyEnd
	case "pgup":
		return tea.KeyPgUp
	case "pgdown":
		return tea.KeyPgDown
	case "enter":
		return tea.KeyEnter
	case "tab":
		return tea.KeyTab
	case "backspace":
		return tea.KeyBackspace
	case "delete":
		return tea.KeyDelete
	case "esc":
		return tea.KeyEscape
	case "space":
		return tea.KeySpace
	}
	return 0
}

func press(e *Editor, keys ...string) {
	for _, k := range keys {
		e.Update(key(k))
	}
}

func typeText(e *Editor, s string) {
	for len(s) > 0 {
		n := clusterLen(s)
		switch s[:n] {
		case "\n":
			press(e, "enter")
		case " ":
			press(e, "space")
		default:
			e.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: s[:n]})
		}
		s = s[n:]
	}
}

// plain renders without styles.
func plain(e *Editor, w, h int) []string {
	s, _ := e.Render(w, h, Styles{})
	return strings.Split(s, "\n")
}

func wantText(t *testing.T, e *Editor, want string) {
	t.Helper()
	if got := shows(e); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
