package editor

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

func TestUndoGroups(t *testing.T) {
	// undone lists the texts that ctrl+z gives, one after the other.
	undone := func(e *Editor) string {
		var all []string
		for len(e.hist.done) > 0 {
			press(e, "ctrl+z")
			all = append(all, e.Text())
		}
		return strings.Join(all, "|")
	}
	for _, c := range []struct {
		name string
		do   func(e *Editor, c *clock)
		want string
	}{
		{"a run of typing", func(e *Editor, _ *clock) { typeText(e, "one two") }, ""},
		{"a pause", func(e *Editor, c *clock) {
			typeText(e, "one")
			c.t = c.t.Add(1001 * time.Millisecond)
			typeText(e, "two")
		}, "one|"},
		{"no pause", func(e *Editor, c *clock) {
			typeText(e, "one")
			c.t = c.t.Add(time.Second)
			typeText(e, "two")
		}, ""},
		{"a move", func(e *Editor, _ *clock) { typeText(e, "ab"); press(e, "left", "right"); typeText(e, "c") }, "ab|"},
		{"a long run breaks at a word", func(e *Editor, _ *clock) { typeText(e, "a run of twenty or more breaks") },
			"a run of twenty or more |"},
		{"enter", func(e *Editor, _ *clock) { typeText(e, "ab\ncd") }, "ab\n|ab|"},
		{"deletes", func(e *Editor, _ *clock) {
			typeText(e, "abcd")
			press(e, "backspace", "backspace", "backspace")
		}, "abcd|"},
		{"deletes forward", func(e *Editor, _ *clock) {
			typeText(e, "abcd")
			press(e, "ctrl+home", "delete", "delete")
		}, "abcd|"},
		{"typing after deletes", func(e *Editor, _ *clock) { typeText(e, "ab"); press(e, "backspace"); typeText(e, "c") }, "a|ab|"},
		{"a paste", func(e *Editor, _ *clock) {
			typeText(e, "a")
			e.Update(tea.PasteMsg{Content: "b\nc"})
			typeText(e, "d")
		}, "ab\nc|a|"},
		{"typing over a selection joins", func(e *Editor, _ *clock) {
			typeText(e, "ab")
			press(e, "shift+left")
			typeText(e, "xy")
		}, "ab|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, clk := newTest("", 0)
			c.do(e, clk)
			end := e.Text()
			if got := undone(e); got != c.want {
				t.Errorf("undo gave %q, want %q", got, c.want)
			}
			for len(e.hist.undone) > 0 {
				press(e, "ctrl+y")
			}
			if got := e.Text(); got != end {
				t.Errorf("redo gave %q, want %q", got, end)
			}
		})
	}
	t.Run("SetText forgets", func(t *testing.T) {
		e, _ := newTest("", 0)
		typeText(e, "a")
		e.SetText("b", 9)
		press(e, "ctrl+z", "ctrl+y")
		wantText(t, e, "b|")
	})
	t.Run("version grows", func(t *testing.T) {
		e, _ := newTest("", 0)
		seen := e.Version()
		for _, k := range []string{"a", "ctrl+z", "ctrl+y", "enter", "backspace"} {
			press(e, k)
			if e.Version() <= seen {
				t.Errorf("%s left the version at %d", k, seen)
			}
			seen = e.Version()
		}
		press(e, "left", "ctrl+a", "esc")
		if e.Version() != seen {
			t.Error("a move changed the version")
		}
	})
}

func TestUndoIsBounded(t *testing.T) {
	t.Run("steps", func(t *testing.T) {
		e, _ := newTest("", 0)
		for i := range maxSteps + 5 {
			e.Insert(fmt.Sprint(i % 10))
		}
		if n := len(e.hist.done); n > maxSteps || n < maxSteps/2 {
			t.Errorf("%d steps", n)
		}
	})
	t.Run("bytes", func(t *testing.T) {
		e, _ := newTest("", 0)
		big := strings.Repeat("x", 20<<20)
		for range 5 {
			e.Insert(big)
			press(e, "ctrl+a")
		}
		if e.hist.kept > maxKept || len(e.hist.done) < 1 {
			t.Errorf("%d bytes in %d steps", e.hist.kept, len(e.hist.done))
		}
		press(e, "ctrl+z")
		if got := e.Len(); got != len(big) {
			t.Errorf("%d bytes after undo", got)
		}
	})
}
