package tui

import (
	"testing"

	"bothways/journal"
	"bothways/store"
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
		d.sees("❯ energy", "trust         4", "coaching")
	})
	t.Run("of an edit is taken away", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("m", "1", "4", "ctrl+s", "enter", "e", "ctrl+t", "backspace", "down", "backspace", "ctrl+t", "ctrl+s")
		if got := d.sessions()[0]; !got.CheckIn.IsZero() || got.Role != journal.RoleMentor || got.Minutes != 45 {
			t.Errorf("the journal has %+v", got)
		}
	})
	t.Run("changed elsewhere while a note is edited", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		id := unsaidTalk(d, c)
		d.open(NewWrite(d.root.env, WriteStart{SessionID: id}))
		d.keys("ctrl+t", "4", "5", "ctrl+s")
		s := d.checkedIn(id)
		d.must(d.store().ChangeSession(t.Context(), id, store.SessionChange{At: s.At, Role: s.Role, Medium: s.Medium, Private: s.Private, CheckIn: journal.CheckIn{Trust: 5}}))
		d.send(changedMsg{})
		d.types("More words. ")
		d.keys("esc")
		d.open(NewWrite(d.root.env, WriteStart{SessionID: id}))
		d.sees("These are the words you had not kept yet.")
		d.keys("ctrl+s")
		if got := d.checkedIn(id); got.CheckIn.Trust != 5 || got.Minutes != 45 {
			t.Errorf("the journal has %d min and %+v", got.Minutes, got.CheckIn)
		}
	})
	t.Run("before there are words it waits as a draft", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("n", "ctrl+t")
		d.keys(mostKeys()[1:]...)
		d.keys("ctrl+s")
		d.sees("There are no words yet, so there is nothing to keep.")
		d.keys("esc", "g")
		d.sees("NOT KEPT YET", "no words yet")
		d.keys("enter", "ctrl+t")
		d.sees("coaching")
	})
}
