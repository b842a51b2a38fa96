package tui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothways/journal"
)

// TestWordsToFile puts the words being written somewhere that is not the journal.
func TestWordsToFile(t *testing.T) {
	at := func(t *testing.T) (*desk, string) {
		t.Helper()
		home := t.TempDir()
		t.Setenv("HOME", home)
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
		return d, home
	}
	const proposed = "~/bothways-2026-11-21-1430.md"
	t.Run("where it proposes", func(t *testing.T) {
		d, home := at(t)
		d.types("Only here.")
		d.keys("ctrl+f")
		d.sees("Put the words into a file", proposed, "A file only you can read.")
		d.keys("enter")
		d.sees("The words are in", "Only here.")
		path := filepath.Join(home, strings.TrimPrefix(proposed, "~/"))
		b, err := os.ReadFile(path)
		d.must(err)
		info, err := os.Stat(path)
		d.must(err)
		if string(b) != "Only here." || info.Mode().Perm() != 0o600 {
			t.Errorf("the file is %o and has %q", info.Mode().Perm(), b)
		}
		d.types(" And more.")
		d.keys("ctrl+f", "enter")
		d.sees("of that name already", "Put the words into a file")
		if b, err = os.ReadFile(path); err != nil || string(b) != "Only here." {
			t.Errorf("the file has %q, %v", b, err)
		}
	})
	t.Run("nowhere", func(t *testing.T) {
		d, home := at(t)
		d.keys("ctrl+f")
		d.sees("There are no words yet")
		d.types("Only here.")
		d.keys("ctrl+f", "ctrl+u", "enter")
		d.sees("Put the words into a file")
		d.types(filepath.Join(home, "gone", "x.md"))
		d.keys("enter")
		d.sees("there is no such", "Put the words into a file")
		if left, err := os.ReadDir(home); err != nil || len(left) > 0 {
			t.Errorf("there are %v, %v", left, err)
		}
	})
	t.Run("named where words were not kept", func(t *testing.T) {
		for err, named := range map[error]bool{
			journal.Errorf(journal.CodeInternal, "The disk is full."):     true,
			journal.Errorf(journal.CodeDamaged, "It is damaged."):         true,
			errors.New("anything else"):                                   true,
			journal.Errorf(journal.CodeConflict, "It was deleted."):       false,
			journal.Errorf(journal.CodeInvalid, "Say which role it was."): false,
		} {
			if said := unkept(&Env{}, err).(sayMsg); strings.Contains(said.text, "ctrl+f") != named || !said.bad {
				t.Errorf("of %v it says %+v", err, said)
			}
		}
	})
}
