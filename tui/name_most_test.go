package tui

import (
	"strings"
	"testing"

	"bothways/journal"
)

// TestPastedName pastes a page where a name belongs.
func TestPastedName(t *testing.T) {
	page := strings.Repeat("word ", 2<<20)
	flat := func(d *desk) string { return d.flat() }
	const said = "A name has at most 200 bytes, so what you pasted was left out."
	t.Run("who a conversation was with", func(t *testing.T) {
		for _, size := range [][2]int{{80, 24}, {60, 20}, {40, 10}} {
			d, got := picking(t, true, "Tom B.")
			d.size(size[0], size[1])
			d.types("Priya")
			d.send(pasted(page))
			if !strings.Contains(strings.ReplaceAll(flat(d), "│ │ ", ""), said) {
				t.Errorf("at %v it says:\n%s", size, d.screen())
			}
			if typed := d.root.overlay().(*picker).in.Value(); typed != "Priya" {
				t.Errorf("it holds %d bytes", len(typed))
			}
			d.send(pasted(" Nair"))
			d.seesNot("left out")
			d.keys("enter")
			if got() != "new Priya Nair, I mentor" {
				t.Errorf("it took %s", got())
			}
		}
	})
	t.Run("as long as a name can be", func(t *testing.T) {
		d, got := picking(t, true)
		name := strings.Repeat("n", journal.MaxName)
		d.send(pasted(name))
		d.keys("enter")
		if got() != "new "+name+", I mentor" {
			t.Errorf("it took %s", got())
		}
	})
	t.Run("over a selection", func(t *testing.T) {
		d, _ := picking(t, true)
		d.send(pasted(strings.Repeat("n", journal.MaxName)))
		d.keys("ctrl+a")
		d.send(pasted("Priya"))
		d.seesNot("left out")
		d.sees("Priya")
	})
	t.Run("in a form", func(t *testing.T) {
		d := newDesk(t)
		d.settle(addPerson(d.root.env))
		d.types("Priya")
		d.send(pasted(page))
		d.sees("what you pasted was left out")
		d.types("!")
		d.seesNot("left out")
		d.keys("backspace", "ctrl+s")
		d.sees("Priya is here now.")
	})
	t.Run("other fields of it take a page", func(t *testing.T) {
		d := newDesk(t)
		d.settle(addPerson(d.root.env))
		d.keys("tab", "tab")
		d.send(pasted(strings.Repeat("word ", 100)))
		d.seesNot("left out")
	})
}
