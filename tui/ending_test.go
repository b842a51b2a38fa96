package tui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// broken makes every read and write of the journal fail from here on.
func (d *desk) broken() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d.root.env.Ctx = ctx
	d.still = true
}

// drafts are the texts waiting in the file.
func (d *desk) drafts() []string {
	d.t.Helper()
	all, err := d.store().Drafts(context.Background(), 50)
	if err != nil {
		d.t.Fatal(err)
	}
	var texts []string
	for _, w := range all {
		texts = append(texts, w.Text)
	}
	return texts
}

// TestNoWayOut tries every way off a page whose words cannot be put into the file: it stays.
func TestNoWayOut(t *testing.T) {
	for _, c := range []struct {
		name  string
		keys  []string
		typed string
	}{
		{"escape", []string{"esc"}, ""},
		{"quit", []string{"ctrl+c"}, ""},
		{"the palette goes home", []string{"ctrl+k"}, "the first page"},
		{"the palette goes to a page below", []string{"ctrl+k"}, "everyone, and each"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			d.open(NewPeople(d.root.env))
			d.open(NewWrite(d.root.env, WriteStart{Name: "Sam", Role: journal.RoleMentor}))
			d.broken()
			d.types("words that are only here")
			d.keys(c.keys...)
			if c.typed != "" {
				d.types(c.typed)
				d.keys("enter")
			}
			d.sees("Sam · I mentor", "words that are only here")
		})
	}
}

// TestRescue ends the program where the journal cannot be written: the words are in a file that is
// named, and only this person can read it.
func TestRescue(t *testing.T) {
	d := newDesk(t)
	d.keys("n")
	d.types("Sam:")
	d.broken()
	d.types("words that are only here")
	d.root.turns.waiting++ // a letter that still waits for its turn is among them
	d.root.Update(tea.KeyPressMsg{Code: '!', Text: "!"})
	err := d.root.Flush(d.root.env.Ctx)
	if err == nil {
		t.Fatal("the words were kept in a journal that cannot be written")
	}
	said := journal.ErrorMessage(err)
	left, globErr := filepath.Glob(filepath.Join(d.root.env.Private, "note-*", "note.md"))
	if globErr != nil || len(left) != 1 || !strings.Contains(said, left[0]) {
		t.Fatalf("it said %q and left %v", said, left)
	}
	text, err := os.ReadFile(left[0])
	if err != nil || string(text) != "words that are only here!" {
		t.Errorf("the file has %q, %v", text, err)
	}
	if info, err := os.Stat(left[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
}

// TestRescueTakenBack writes the files because a save takes long, and takes them away once it is done.
func TestRescueTakenBack(t *testing.T) {
	d := newDesk(t)
	d.keys("n")
	d.types("Sam:")
	d.broken()
	d.types("words")
	boat := d.root.newLifeboat()
	boat.launch()
	if len(boat.dirs) != 1 {
		t.Fatalf("the boat has %v, %v", boat.dirs, boat.errs)
	}
	if err := boat.sink(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(boat.dirs[0]); !os.IsNotExist(err) {
		t.Errorf("the file stays once the words are safe (%v)", err)
	}
}

// TestFlushTypesAhead ends the program while letters wait for their turn.
func TestFlushTypesAhead(t *testing.T) {
	d := newDesk(t)
	d.keys("n")
	d.types("Sam:")
	d.types("half a ")
	d.root.turns.waiting++ // something is under way that will never be heard of again
	for _, r := range "thought" {
		d.root.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	if err := d.root.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := d.drafts(); len(got) != 1 || got[0] != "half a thought" {
		t.Errorf("the file has %q", got)
	}
}

func TestDrafts(t *testing.T) {
	t.Run("all of them are offered", func(t *testing.T) {
		d := newDesk(t)
		for _, words := range []string{"one", "two", "three", "four", "five"} {
			d.keys("n")
			d.types("Sam:" + words)
			d.keys("esc")
		}
		d.sees("one", "two", "three", "four", "five")
	})
	t.Run("of a conversation that was deleted", func(t *testing.T) {
		d := newDesk(t)
		kept := d.kept("Sam", journal.RoleMentor, "first")
		d.open(NewWrite(d.root.env, WriteStart{SessionID: kept.Session.ID}))
		d.types(" and more")
		d.keys("esc")
		if err := d.store().DeleteSession(context.Background(), kept.Session.ID); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.keys("enter")
		d.sees("first and more", "was deleted")
		d.keys("ctrl+s")
		if all := d.sessions(); len(all) != 1 || all[0].Note != "first and more" {
			t.Errorf("kept %+v", all)
		}
	})
	t.Run("an edit begun and not kept goes on", func(t *testing.T) {
		d := newDesk(t)
		kept := d.kept("Sam", journal.RoleMentor, "first")
		d.open(NewWrite(d.root.env, WriteStart{SessionID: kept.Session.ID}))
		d.types(" and more")
		d.keys("esc")
		d.open(NewWrite(d.root.env, WriteStart{SessionID: kept.Session.ID}))
		d.sees("first and more", "the words you had not kept")
	})
	t.Run("of a note whose details were changed since", func(t *testing.T) {
		d := newDesk(t)
		kept := d.kept("Sam", journal.RoleMentor, "first")
		d.open(NewWrite(d.root.env, WriteStart{SessionID: kept.Session.ID}))
		d.types(" and more")
		d.keys("esc")
		change := store.SessionChange{At: kept.Session.At, Minutes: 45, Role: journal.RoleMentor}
		if err := d.store().ChangeSession(context.Background(), kept.Session.ID, change); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.keys("enter", "ctrl+s")
		if got := d.sessions()[0]; got.Minutes != 45 || got.Note != "first and more" {
			t.Errorf("kept %d minutes and %q", got.Minutes, got.Note)
		}
	})
	t.Run("of an edit that was undone", func(t *testing.T) {
		d := newDesk(t)
		kept := d.kept("Sam", journal.RoleMentor, "first")
		d.open(NewWrite(d.root.env, WriteStart{SessionID: kept.Session.ID}))
		d.types(" and more")
		d.keys("ctrl+s", "u", "enter")
		d.sees("first and more")
		d.types("!")
		d.keys("ctrl+s")
		d.sees("Kept")
		d.seesNot("changed elsewhere")
	})
	t.Run("emptied and then the program ends", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("Sam:words")
		d.keys("ctrl+a", "backspace")
		if err := d.root.Flush(context.Background()); err != nil {
			t.Fatal(err)
		}
		if got := d.drafts(); len(got) != 0 {
			t.Errorf("the file offers %q", got)
		}
	})
}

// TestRescueElsewhere finds no room beside the journal and uses the temporary files.
func TestRescueElsewhere(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	beside := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(beside, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	dir, err := rescueFile(beside, "words")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(dir, noteFile)); err != nil || string(text) != "words" {
		t.Errorf("the file has %q, %v", text, err)
	}
}

// TestRaisedOnly ticks a topic in a kept note and leaves: the tick waits with the words.
func TestRaisedOnly(t *testing.T) {
	d := newDesk(t)
	kept := d.kept("Sam", journal.RoleMentor, "first\nask: the promotion")
	d.open(NewWrite(d.root.env, WriteStart{SessionID: kept.Session.ID}))
	d.keys("ctrl+g", "space", "enter", "esc")
	d.sees("NOT KEPT YET")
	d.keys("enter", "ctrl+s")
	d.open(NewPrepare(d.root.env, kept.Session.RelationshipID))
	d.seesNot("the promotion")
}

// TestTooSmall types in a window that is too small to draw a page in.
func TestTooSmall(t *testing.T) {
	d := newDesk(t)
	d.keys("n")
	d.types("Sam:one")
	d.size(20, 5)
	d.sees("small for a page")
	d.types(" two")
	d.size(80, 24)
	d.sees("one two")
	d.keys("ctrl+s")
	d.keys("n")
	d.types("Ki")
	d.size(20, 5)
	d.types("m")
	d.keys("ctrl+c") // what it would do cannot be seen
	d.size(80, 24)
	d.sees("Who did you talk with?", "Kim")
}

// TestNews wraps what is said, and covers only the last rows of the page with it.
func TestNews(t *testing.T) {
	d := newDesk(t)
	d.story()
	top := strings.Split(d.screen(), "\n")[:16]
	d.send(sayMsg{text: strings.Repeat("one clear sentence ", 9) + "and what to do."})
	d.sees("and what to do.")
	if got := strings.Split(d.screen(), "\n")[:16]; strings.Join(got, "\n") != strings.Join(top, "\n") {
		t.Errorf("the page moved:\n%s", d.screen())
	}
}

// TestCursorFollows adds a row above the one the cursor is on: it stays with the row.
func TestCursorFollows(t *testing.T) {
	d := newDesk(t)
	d.story()
	d.keys("down")
	d.sees("❯  · today  Sam")
	d.kept("Kim", journal.RoleMentor, "- [ ] earlier than all 2020-01-01")
	d.sees("❯  · today  Sam")
	d.keys("tab")
	d.sees("❯   6 days ago    Priya N.")
	d.kept("Tom B.", journal.RoleMentor, "again")
	d.sees("❯   6 days ago    Priya N.")
}

// TestHelpInANote offers no key for two things.
func TestHelpInANote(t *testing.T) {
	d := newDesk(t)
	d.keys("n")
	d.types("Sam:words")
	for _, a := range d.root.actions() {
		for _, k := range a.Keys {
			if claims(d.root.top(), k) {
				t.Errorf("%s is the text's and is offered for %q", k, a.ID)
			}
		}
	}
}

// claims reports whether the text of a page takes a key.
func claims(s Screen, key string) bool {
	typing, ok := s.(Typing)
	return ok && typing.Claims(keyPress(key))
}
