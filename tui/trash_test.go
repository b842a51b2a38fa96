package tui

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"bothways/journal"
	"bothways/store"
)

// deleted is a journal from which several things were deleted, with the trash shown.
func deleted(t testing.TB) *desk {
	t.Helper()
	ctx := context.Background()
	d, c := seeded(t, priyasPage)
	st := d.store()
	goal := d.addsGoal(c.priya, "", "", "say what I think in the room", journal.GoalNote{Text: "She spoke once, at the end."})
	answer, err := st.KeepAnswer(ctx, journal.Draft{Asked: journal.Asked{Question: "What did someone once see in you?"}, Text: "That I ask more than I tell."})
	if err != nil {
		t.Fatal(err)
	}
	actions, _, err := st.Actions(ctx, store.ActionQuery{RelationshipID: c.priya})
	if err != nil || len(actions) == 0 {
		t.Fatal(err, actions)
	}
	sam, err := st.FindPerson(ctx, "Sam")
	if err != nil {
		t.Fatal(err)
	}
	for _, do := range []func() error{
		func() error { return st.DeleteAction(ctx, actions[0].ID) }, func() error { return st.DeleteGoal(ctx, goal.ID) },
		func() error { return st.DeleteReflection(ctx, answer.Reflection.ID) }, func() error { return st.DeleteSession(ctx, d.sessionsOf(c.priya)[0].ID) },
		func() error { return st.DeletePerson(ctx, sam.ID) },
	} {
		d.now = d.now.Add(26 * time.Hour)
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
	d.keys("T")
	return d
}

func (d *desk) trash() []journal.Trashed {
	d.t.Helper()
	all, err := d.store().Trash(context.Background())
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

func TestTrashGolden(t *testing.T) {
	t.Run("some", func(t *testing.T) { deleted(t).in(t).goldens() })
	t.Run("none", func(t *testing.T) {
		d := newDesk(t)
		d.keys("T")
		d.in(t).goldens()
	})
	t.Run("read", func(t *testing.T) {
		d := deleted(t)
		d.keys("enter")
		d.in(t).goldens()
	})
	t.Run("purge asked", func(t *testing.T) {
		d := deleted(t)
		d.keys("D")
		d.types("purg")
		d.in(t).goldens()
	})
}

func TestTrash(t *testing.T) {
	t.Run("a person comes back whole, and that is undone", func(t *testing.T) {
		d := deleted(t)
		d.sees("Sam", "person")
		d.keys("o")
		d.sees("Brought back. u undoes it.")
		d.keys("P")
		d.sees("Sam")
		d.keys("u", "T")
		d.sees("person", "Sam")
		if n := len(d.trash()); n != 5 {
			t.Errorf("%d things are in the trash", n)
		}
	})
	t.Run("from its own page, which goes then", func(t *testing.T) {
		d := deleted(t)
		d.keys("j", "enter")
		d.sees("conversation", "NOTE", "deleted ")
		d.keys("o")
		d.sees("Brought back.", "Trash · the last 30 days")
		if n := len(d.trash()); n != 4 {
			t.Errorf("%d things are in the trash", n)
		}
	})
	t.Run("nothing is destroyed without the word", func(t *testing.T) {
		d := deleted(t)
		for _, typed := range []string{"", "y", "purg", "yes"} {
			d.keys("D")
			d.types(typed)
			d.keys("enter")
			d.isAsked("Destroy this for good?", "“Sam Tennant”: 1 person", "Type purge to go on; esc leaves it.")
			d.keys("esc")
			if typed != "" { // it asks once before it leaves words
				d.keys("esc")
			}
		}
		if n := len(d.trash()); n != 5 {
			t.Errorf("%d things are in the trash", n)
		}
	})
	t.Run("one thing is destroyed, and undo says so", func(t *testing.T) {
		d := deleted(t)
		d.keys("j", "j", "D")
		d.isAsked("What did someone once see in you?”: 1 answer, with every version and draft", "nothing brings it back.", "Backups")
		d.types("purge")
		d.keys("enter")
		d.sees("Destroyed: 1 answer.")
		d.seesNot("once see in you")
		if n := len(d.trash()); n != 4 {
			t.Errorf("%d things are in the trash", n)
		}
		raw, err := os.ReadFile(d.store().Path())
		if err != nil || strings.Contains(string(raw), "I ask more than I tell") {
			t.Errorf("the words are in the file: %v", err)
		}
		d.keys("u", "u", "u")
		d.sees("was purged and cannot come back")
		d.keys("u")
		d.sees("Undone: goal deleted")
	})
	t.Run("after thirty days it is not offered", func(t *testing.T) {
		d := deleted(t)
		d.now = d.now.AddDate(0, 0, 29)
		d.send(changedMsg{})
		d.sees("Sam")
		d.now = d.now.AddDate(0, 0, 2)
		d.send(changedMsg{})
		d.sees("Nothing was deleted or undone lately.")
		d.keys("o")
		d.sees("Nothing is in the trash.")
	})
	t.Run("what was kept and undone", func(t *testing.T) {
		d := newDesk(t)
		d.kept("Priya N.", journal.RoleMentor, "stays")
		d.kept("Priya N.", journal.RoleMentor, "secretword, said in confidence")
		d.keys("u", "T")
		d.sees("undone", "Priya N. · note kept", "secretword, said", "ctrl+r brings it back")
		d.keys("o")
		d.sees("ctrl+r does it again")
		d.keys("enter")
		d.sees("secretword, said in confidence")
		d.keys("esc", "ctrl+r")
		d.sees("Done again", "Nothing was deleted or undone lately.")
		d.keys("u", "D")
		d.isAsked("1 conversation and 1 step undone", "What was undone can then not be done again.")
		d.types("purge")
		d.keys("enter")
		d.sees("Destroyed: 1 conversation and 1 step undone.", "Nothing was deleted or undone lately.")
		raw, err := os.ReadFile(d.store().Path())
		if err != nil || strings.Contains(string(raw), "secretword") {
			t.Errorf("the words are in the file: %v", err)
		}
		d.keys("ctrl+r")
		if n := len(d.sessions()); n != 1 {
			t.Errorf("%d conversations", n)
		}
	})
	t.Run("what cannot be done again is said", func(t *testing.T) {
		d := newDesk(t)
		d.kept("Priya N.", journal.RoleMentor, "secretword")
		d.keys("u")
		d.kept("Sam T.", journal.RoleMentee, "another")
		d.keys("T")
		d.sees("note kept · undone since Sat 21 Nov 14:30 · something was done after")
		d.seesNot("undone by")
		d.keys("o")
		d.sees("Something else was done since")
	})
	t.Run("a draft somebody types in just now is named", func(t *testing.T) {
		d := newDesk(t)
		d.kept("Priya N.", journal.RoleMentor, "stays")
		d.keys("n")
		d.types("Priya\nhalf a thought")
		d.keys("esc")
		priya, err := d.store().FindPerson(context.Background(), "Priya")
		if err != nil {
			t.Fatal(err)
		}
		d.now = d.now.Add(time.Hour)
		if err := d.store().DeletePerson(context.Background(), priya.ID); err != nil {
			t.Fatal(err)
		}
		d.keys("T", "D")
		d.isAsked("1 draft of them was not kept yet,", "last written at 14:30.")
	})
	t.Run("from the palette and the help of the first page", func(t *testing.T) {
		for _, key := range []string{"ctrl+k", "?"} {
			d := newDesk(t)
			d.keys(key)
			d.types("trash")
			d.keys("enter")
			d.sees("Trash · the last 30 days")
		}
	})
}

// isAsked checks what a question says, wherever its rows end.
func (d *desk) isAsked(parts ...string) {
	d.t.Helper()
	said := strings.ReplaceAll(d.flat(), " │ │ ", " ")
	for _, part := range parts {
		if !strings.Contains(said, part) {
			d.t.Fatalf("%q is not asked: %s", part, said)
		}
	}
}
