package tui

import (
	"slices"
	"strings"
	"testing"

	"bothways/tui/config"
)

// TestKeysSet gives actions other keys, as a config file does, and uses them.
func TestKeysSet(t *testing.T) {
	set := func(t *testing.T, text string) *desk {
		t.Helper()
		c, errs := config.Parse("F", []byte(text))
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		d := newDesk(t)
		d.root.env.Keys = c.Keys
		return d
	}
	t.Run("everywhere", func(t *testing.T) {
		d := set(t, "[keys]\npeople = \"Y\"\nhelp = [\"Z\", \"f5\"]")
		d.sees("Z help")
		d.keys("P")
		d.seesNot("Nobody here yet")
		d.keys("Y")
		d.sees("Nobody here yet")
		d.keys("Z")
		d.sees("What can be done here")
		d.types("everyone")
		d.sees("❯ Y")
	})
	t.Run("on a page", func(t *testing.T) {
		d := set(t, "[keys]\nnote = \"f4\"")
		d.sees("f4 write")
		d.keys("n")
		d.seesNot("Who did you talk with?")
		d.keys("f4")
		d.sees("Who did you talk with?")
	})
	t.Run("where letters are words", func(t *testing.T) {
		d := set(t, "[keys]\nkeep = \"f4\"\nhelp = \"Z\"")
		d.open(NewWrite(d.root.env, WriteStart{Name: "Ada", Role: "mentor"}))
		d.types("Hello")
		d.sees("Hello", "f4 keep", "f1 help")
		d.keys("ctrl+s")
		d.sees("Hello", "f4 keep")
		d.keys("f1")
		d.sees("What can be done here")
		d.keys("esc", "f4")
		d.seesNot("f4 keep")
	})
	t.Run("as a page says them", func(t *testing.T) {
		d := set(t, "[keys]\nwith-question = \"f9\"")
		d.story()
		d.open(NewPrepare(d.root.env, d.sessions()[0].RelationshipID))
		d.sees("f9 begins the note with it")
	})
	t.Run("esc and ctrl+c lead out all the same", func(t *testing.T) {
		d := set(t, "[keys]\nback = \"f6\"\nquit = \"f7\"")
		for _, key := range []string{"esc", "f6"} {
			d.keys("P")
			d.sees("Nobody here yet")
			d.keys(key)
			d.seesNot("Nobody here yet")
		}
		for _, a := range d.root.actions() {
			if a.ID == "quit" && !slices.Equal(a.Keys, []string{"f7", "ctrl+c"}) {
				t.Errorf("quit has %q", a.Keys)
			}
		}
	})
}

// TestOfText asks the editor of a text which keys it takes, and the config file for the same.
func TestOfText(t *testing.T) {
	d := newDesk(t)
	d.open(NewWrite(d.root.env, WriteStart{Name: "Ada", Role: "mentor"}))
	page := d.root.top().(Typing)
	names := strings.Fields("enter tab up down left right home end pgup pgdown backspace delete f1 f2 f3")
	for r := 'a'; r <= 'z'; r++ {
		names = append(names, string(r))
	}
	for _, name := range names {
		for _, mod := range []string{"", "ctrl+", "alt+", "shift+"} {
			key := mod + name
			if key == "ctrl+i" || key == "ctrl+m" || mod == "shift+" && len(name) == 1 {
				continue
			}
			k := keyPress(key)
			if takes, says := k.Text != "" || page.Claims(k), config.OfText(key); takes && !says {
				t.Errorf("%s goes into the text, and can be given to an action", key)
			} else if !takes && says && mod == "" {
				t.Errorf("%s is the text's for the config file alone", key)
			}
		}
	}
}
