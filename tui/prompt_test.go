package tui

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/store"
)

func TestPrompt(t *testing.T) {
	outcome := func(t *testing.T) *desk {
		d := newDesk(t)
		d.story()
		d.keys("x")
		d.sees("Done: Send the panel list", "esc never mind")
		return d
	}
	t.Run("esc leaves at once where nothing was typed", func(t *testing.T) {
		d := outcome(t)
		d.keys("esc")
		d.seesNot("Done: ")
		d.sees("Send the panel list")
	})
	t.Run("esc asks once over words", func(t *testing.T) {
		d := outcome(t)
		d.types("she had it by nine")
		d.keys("esc")
		d.sees("she had it by nine", "not kept yet", "esc again to leave it")
		d.types("!")
		d.seesNot("not kept yet")
		d.keys("esc")
		d.sees("she had it by nine!", "not kept yet")
		d.keys("esc")
		d.seesNot("Done: ", "she had it")
		d.sees("Send the panel list")
	})
	t.Run("ctrl+s keeps as it does in a form", func(t *testing.T) {
		d := outcome(t)
		d.types("she had it by nine")
		d.keys("ctrl+s")
		d.sees("Done.")
		d.seesNot("Send the panel list")
	})
	t.Run("words that were asked about can be kept", func(t *testing.T) {
		d := outcome(t)
		d.types("she had it by nine")
		d.keys("esc", "enter")
		d.sees("Done. u takes it back.")
		if got := d.closedActions(t); len(got) != 1 || got[0].Outcome != "she had it by nine" {
			t.Errorf("closed are %+v", got)
		}
	})
	t.Run("a proposal that nobody changed is no words", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		d.keys("c", "esc")
		d.seesNot("Carry over: ")
	})
	t.Run("a failed write loses nothing", func(t *testing.T) {
		d := outcome(t)
		d.types("she had it by nine")
		ctx := context.Background()
		a := d.openActions(t)[0]
		if err := d.store().DeleteAction(ctx, a.ID); err != nil {
			t.Fatal(err)
		}
		d.keys("enter")
		d.sees("Done: Send the panel list", "she had it by nine", "That action is not in the journal")
		if _, ok, err := d.store().Undo(ctx); !ok || err != nil {
			t.Fatal(ok, err)
		}
		d.keys("enter")
		d.seesNot("Done: Send")
		if got := d.closedActions(t); len(got) != 1 || got[0].Outcome != "she had it by nine" {
			t.Errorf("closed are %+v", got)
		}
	})
	t.Run("a long outcome is kept whole", func(t *testing.T) {
		d := outcome(t)
		long := strings.Repeat("word ", 1000) + "end"
		d.send(pasted(long))
		d.keys("enter")
		if got := d.closedActions(t); len(got) != 1 || got[0].Outcome != long {
			t.Errorf("of %d bytes were kept: %+v", len(long), got)
		}
	})
}

func (d *desk) openActions(t *testing.T) []journal.ActionView { return d.actionsOf(t, false) }

func (d *desk) closedActions(t *testing.T) []journal.ActionView { return d.actionsOf(t, true) }

func (d *desk) actionsOf(t *testing.T, closed bool) []journal.ActionView {
	t.Helper()
	got, _, err := d.store().Actions(context.Background(), store.ActionQuery{Closed: closed})
	if err != nil {
		t.Fatal(err)
	}
	return got
}
