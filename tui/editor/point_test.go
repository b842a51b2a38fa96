package editor

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestPoint(t *testing.T) {
	e := New(Options{Measure: 40})
	var lines []string
	for n := range 30 {
		lines = append(lines, fmt.Sprintf("line %d of 日本 and more", n))
	}
	text := strings.Join(lines, "\n")
	e.SetText(text, len(text))
	at := func() (x, y int) {
		_, cur := e.Render(41, 10, Styles{})
		return cur.X, cur.Y
	}
	at()
	for _, c := range []struct{ name, x, y, wantX, wantY string }{
		{"a place in a row", "3", "4", "3", "4"},
		{"within a wide letter, before or behind it", "12", "4", "11 13", "4"},
		{"behind the end of a row", "39", "5", "24", "5"},
		{"left of it", "-2", "5", "0", "5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var x, y int
			fmt.Sscan(c.x, &x)
			fmt.Sscan(c.y, &y)
			e.Point(x, y, false)
			gotX, gotY := at()
			if fmt.Sprint(gotY) != c.wantY || !strings.Contains(" "+c.wantX+" ", fmt.Sprintf(" %d ", gotX)) {
				t.Errorf("pointing at %s %s puts it at %d %d", c.x, c.y, gotX, gotY)
			}
		})
	}
	t.Run("up to another place it selects", func(t *testing.T) {
		e.Point(0, 4, false)
		e.Point(4, 4, true)
		if got := e.Selection(); got != "line" {
			t.Errorf("%q is selected", got)
		}
	})
	t.Run("what is typed there is a step of its own", func(t *testing.T) {
		e.SetText("one\ntwo", 0)
		at()
		e.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
		e.Point(0, 1, false)
		e.Update(tea.KeyPressMsg{Code: 'y', Text: "y"})
		e.Update(tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl})
		if got := e.Text(); got != "xone\ntwo" {
			t.Errorf("undone it is %q", got)
		}
	})
}

func TestWheel(t *testing.T) {
	e := New(Options{Measure: 40})
	text := strings.Repeat("a line\n", 100)
	e.SetText(text, 0)
	top := func() string {
		_, cur := e.Render(41, 10, Styles{})
		if cur.Y < 0 || cur.Y > 9 {
			t.Errorf("the cursor is on row %d", cur.Y)
		}
		return fmt.Sprint(e.topRow().line)
	}
	top()
	for _, c := range []struct {
		n    int
		want string
	}{{3, "3"}, {3, "6"}, {-1, "5"}, {-50, "0"}, {500, "91"}, {-1, "90"}} {
		e.Wheel(c.n)
		if got := top(); got != c.want {
			t.Errorf("after %d it begins at line %s, not %s", c.n, got, c.want)
		}
	}
	if e.Text() != text {
		t.Error("the text changed")
	}
	short := New(Options{})
	short.SetText("one", 0)
	short.Render(20, 5, Styles{})
	short.Wheel(3)
	if got := short.topRow(); got != (place{}) {
		t.Errorf("a short text goes to %v", got)
	}
}
