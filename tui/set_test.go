package tui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
)

// aSet is a desk on the page of a set.
func aSet(t *testing.T, id string) *desk {
	t.Helper()
	d := newDesk(t)
	d.open(NewSetPage(d.root.env, id))
	return d
}

// prompts are the words of a set's questions in their order.
func (d *desk) prompts(set string) []string {
	d.t.Helper()
	s, ok := d.questions().Set(set)
	if !ok {
		d.t.Fatalf("%q is no set", set)
	}
	var out []string
	for _, p := range s.Prompts {
		out = append(out, p.Text)
	}
	return out
}

func TestSetGolden(t *testing.T) {
	t.Run("built in", func(t *testing.T) {
		d := aSet(t, "meaning")
		d.keys("n")
		d.types("What would the person I was at twenty ask me about all this, if they could come by for an evening and stay?")
		d.keys("tab", "tab", "tab")
		d.types("3 min")
		d.keys("ctrl+s", "home")
		d.in(t).goldens()
	})
	t.Run("hidden", func(t *testing.T) {
		d := aSet(t, "before-as-mentor")
		d.keys("d", "j", "d", "z")
		d.in(t).goldens()
	})
	t.Run("a question of one's own", func(t *testing.T) {
		d := aSet(t, "before-as-mentor")
		d.keys("n")
		d.types("What did I promise myself last time?")
		d.in(t).goldens()
	})
	t.Run("empty", func(t *testing.T) {
		d := newDesk(t)
		set, err := d.store().AddSet(context.Background(), journal.PromptSet{Title: "My evenings", About: "On the way home."})
		if err != nil {
			t.Fatal(err)
		}
		d.open(NewSetPage(d.root.env, set.ID))
		d.in(t).goldens()
	})
}

func TestSet(t *testing.T) {
	t.Run("a question of one's own in a built-in set", func(t *testing.T) {
		d := aSet(t, "before-as-mentor")
		d.keys("n")
		d.types("What did I promise myself?")
		d.keys("tab")
		d.sees("[as mentor]") // as the others there
		d.keys("tab")
		d.sees("[before]")
		d.keys("tab")
		d.types("half a while")
		d.keys("enter")
		d.sees("not a time I can read")
		d.keys("ctrl+u")
		d.types("1 min 30 s")
		d.sees("1 min 30 s")
		d.keys("enter")
		d.sees("Added.")
		d.isOn("What did I promise myself?")
		d.sees("yours", "before a conversation · as mentor · 1 min 30 s")
		s, _ := d.questions().Set("before-as-mentor")
		got := s.Prompts[len(s.Prompts)-1]
		if got.Text != "What did I promise myself?" || got.Role != journal.ForMentor || got.Moment != journal.MomentBefore || got.Seconds != 90 || !got.Own {
			t.Errorf("it is %+v", got)
		}
		d.keys("u")
		d.sees("Undone: question added")
		d.seesNot("not yet       What did I promise myself?")
	})
	t.Run("no words", func(t *testing.T) {
		d := aSet(t, "meaning")
		d.keys("n", "ctrl+s")
		d.sees("A question needs a few words.")
	})
	t.Run("a question of several lines stays as it was typed", func(t *testing.T) {
		d := aSet(t, "meaning")
		d.keys("n")
		d.types("Look back.")
		d.keys("ctrl+j")
		d.types("What do you see?")
		d.keys("ctrl+s")
		d.isOn("Look back. What do you see?")
		if got := d.prompts("meaning"); got[len(got)-1] != "Look back.\nWhat do you see?" {
			t.Errorf("it is %q", got)
		}
	})
	t.Run("edited: its version grows, and what was not touched stays", func(t *testing.T) {
		d := aSet(t, "meaning")
		d.keys("n")
		d.types("What was good?")
		d.keys("ctrl+s", "e")
		d.sees("Change the question")
		d.keys("home")
		d.types("Today: ")
		s, _ := d.questions().Set("meaning")
		was := s.Prompts[len(s.Prompts)-1]
		was.Seconds = 60 // changed elsewhere meanwhile
		if err := d.store().ChangePrompt(context.Background(), was); err != nil {
			t.Fatal(err)
		}
		d.keys("ctrl+s")
		d.sees("Changed.", "Today: What was good?")
		now, _ := d.questions().Prompt(was.ID)
		if now.Text != "Today: What was good?" || now.Seconds != 60 || now.Version <= was.Version {
			t.Errorf("it is %+v", now)
		}
	})
	t.Run("kept without a change, nothing is written", func(t *testing.T) {
		d := aSet(t, "meaning")
		d.keys("n")
		d.types("What was good?")
		d.keys("ctrl+s", "e", "ctrl+s")
		if got := d.lastStep(); got != journal.StepPromptAdded {
			t.Errorf("something was written: %s", got)
		}
	})
	t.Run("a built-in question cannot be edited or deleted, and says so", func(t *testing.T) {
		d := aSet(t, "meaning")
		d.keys("e")
		d.sees("built in and stays as it is")
		d.keys("D")
		d.sees("built in; d hides it")
	})
	t.Run("hidden and brought back", func(t *testing.T) {
		d := aSet(t, "thirty-seconds")
		d.keys("z")
		d.sees("Nothing is hidden here.")
		d.keys("j", "d")
		d.sees("Hidden. z shows what is hidden; u brings it back.")
		d.seesNot(d.asks("thirty-seconds/what-helped"))
		d.isOn(d.asks("thirty-seconds/pass-on"))
		d.keys("z")
		d.sees(d.asks("thirty-seconds/what-helped"), "· hidden", "with what is hidden")
		d.keys("k")
		d.sees("d bring back")
		d.keys("d")
		d.sees("It is here again.")
		d.isOn(d.asks("thirty-seconds/what-helped"))
		d.seesNot("· hidden")
	})
	t.Run("hidden and undone", func(t *testing.T) {
		d := aSet(t, "thirty-seconds")
		d.keys("j", "d", "u")
		d.sees("Undone: question hidden", d.asks("thirty-seconds/what-helped"))
		d.isOn(d.asks("thirty-seconds/what-helped"))
	})
	t.Run("all hidden", func(t *testing.T) {
		d := aSet(t, "thirty-seconds")
		d.keys("d", "d", "d")
		d.sees("Every question of this set is hidden.")
		d.keys("enter")
		d.sees("There is no question to choose")
	})
	t.Run("put lower and higher", func(t *testing.T) {
		d := aSet(t, "thirty-seconds")
		was := d.prompts("thirty-seconds")
		d.keys("J")
		d.sees("One place down. u puts it back.")
		d.isOn(d.asks("thirty-seconds/moment"))
		if got := d.prompts("thirty-seconds"); !slices.Equal(got, []string{was[1], was[0], was[2]}) {
			t.Errorf("it is %q", got)
		}
		d.keys("shift+down", "shift+up", "u", "u", "u")
		if got := d.prompts("thirty-seconds"); !slices.Equal(got, was) {
			t.Errorf("after undo it is %q", got)
		}
	})
	t.Run("one of one's own deleted and brought back", func(t *testing.T) {
		d := aSet(t, "thirty-seconds")
		d.keys("n")
		d.types("What was good?")
		d.keys("ctrl+s", "D")
		d.sees("Delete this question?", "Your answers to it stay")
		d.keys("y")
		d.sees("Deleted. u brings it back.")
		d.seesNot("What was good?")
		d.keys("u")
		d.sees("Undone: question deleted", "What was good?")
	})
	t.Run("a set that was deleted meanwhile", func(t *testing.T) {
		d := newDesk(t)
		set, err := d.store().AddSet(context.Background(), journal.PromptSet{Title: "My evenings"})
		if err != nil {
			t.Fatal(err)
		}
		d.open(NewSetPage(d.root.env, set.ID))
		if err := d.store().DeleteSet(context.Background(), set.ID); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("Not here any more")
		d.keys("u")
		d.sees("My evenings", "No question yet")
	})
	t.Run("left goes back to the sets", func(t *testing.T) {
		d := reflecting(t)
		d.keys("right", "left")
		d.sees("[questions]")
	})
}

func TestSpanEcho(t *testing.T) {
	t.Run("too long", func(t *testing.T) {
		if said, ok := spanEcho("2 hours"); ok || !strings.Contains(said, "an hour") {
			t.Errorf("%q %t", said, ok)
		}
	})
}
