package tui

import (
	"testing"

	"bothways/journal"
)

func TestCheckInWhileWriting(t *testing.T) {
	t.Run("ctrl+t, and kept with the note", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		_ = c
		d.keys("n")
		d.types("She laughed.")
		keys := mostKeys()
		keys[0] = "ctrl+t"
		d.keys(keys...)
		d.keys("ctrl+s")
		d.sees(mostOfItInALine)
		if got := d.sessions()[0]; got.Note != "She laughed." || got.Minutes != 45 || got.CheckIn.Trust != 4 {
			t.Errorf("the journal has %+v", got)
		}
	})
	t.Run("of a draft that was left", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("n")
		d.types("She laughed.")
		d.keys("ctrl+t")
		d.keys(mostKeys()[1:]...)
		d.keys("esc", "g", "enter", "ctrl+t")
		d.sees("❯ my role", "trust         4", "coaching")
	})
	t.Run("of an edit is taken away", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("m", "1", "4", "ctrl+s", "enter", "e", "ctrl+t", "up", "backspace", "up", "backspace", "ctrl+t", "ctrl+s")
		if got := d.sessions()[0]; !got.CheckIn.IsZero() || got.Role != journal.RoleMentor || got.Minutes != 45 {
			t.Errorf("the journal has %+v", got)
		}
	})
}
