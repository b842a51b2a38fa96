package tui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/tui/widget"
)

// reflecting is a desk on the page of the sets.
func reflecting(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	d.open(NewReflect(d.root.env))
	return d
}

// questions reads all sets as the journal has them now.
func (d *desk) questions() journal.Questions {
	d.t.Helper()
	q, err := d.store().Questions(context.Background())
	if err != nil {
		d.t.Fatal(err)
	}
	return q
}

// titles are the sets' titles in their order.
func (d *desk) titles() []string {
	var out []string
	for _, s := range d.questions().Sets {
		out = append(out, s.Title)
	}
	return out
}

// asks is how a question begins, whatever its wording is by now.
func (d *desk) asks(prompt string) string {
	d.t.Helper()
	p, ok := d.questions().Prompt(prompt)
	if !ok {
		d.t.Fatalf("%q is no question", prompt)
	}
	words, _ := strings.CutSuffix(widget.Cut(oneLine(p.Text), 24), "…")
	return words
}

// row is the line of the screen with this text, "" where there is none.
func (d *desk) row(text string) string {
	for row := range strings.SplitSeq(d.screen(), "\n") {
		if strings.Contains(row, text) {
			return row
		}
	}
	return ""
}

// isOn fails unless the cursor is on the row with this text.
func (d *desk) isOn(text string) {
	d.t.Helper()
	if !strings.HasPrefix(d.row("❯ "), "❯ ") || !strings.Contains(d.row("❯ "), text) {
		d.t.Fatalf("the cursor is not on %q:\n%s", text, d.screen())
	}
}

func TestReflectGolden(t *testing.T) {
	t.Run("sets", func(t *testing.T) {
		d := reflecting(t)
		if err := d.store().StopAt(context.Background(), "thirty-seconds", "thirty-seconds/what-helped"); err != nil {
			t.Fatal(err)
		}
		d.keys("n")
		d.types("Evenings of a very long title that somebody made up for a test, 日本語の題名\nWhat I ask myself on the way home.")
		d.keys("ctrl+s", "esc")
		d.keys("home", "j")
		d.in(t).goldens()
	})
	t.Run("hidden", func(t *testing.T) {
		d := reflecting(t)
		d.keys("d", "j", "d", "z")
		d.in(t).goldens()
	})
	t.Run("all hidden", func(t *testing.T) {
		d := reflecting(t)
		for range d.questions().Sets {
			d.keys("d")
		}
		d.in(t).goldens()
	})
	t.Run("no answers", func(t *testing.T) {
		d := reflecting(t)
		d.keys("tab")
		d.in(t).goldens()
	})
}

func TestReflect(t *testing.T) {
	t.Run("enter begins a set and o opens its questions", func(t *testing.T) {
		d := reflecting(t)
		d.keys("j", "o")
		d.sees("Thirty seconds", d.asks("thirty-seconds/moment"))
		d.keys("h")
		d.sees("Reflect", "[questions]")
		d.isOn("Thirty seconds")
		d.keys("l")
		d.sees(d.asks("thirty-seconds/moment"))
	})
	t.Run("a set that was stopped in says where it goes on", func(t *testing.T) {
		d := reflecting(t)
		if err := d.store().StopAt(context.Background(), "thirty-seconds", "thirty-seconds/what-helped"); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.keys("j")
		d.sees("at 2 of 3", "goes on at 2 of 3", "enter go on")
		d.keys("o")
		d.sees("goes on here")
	})
	t.Run("a set of one's own", func(t *testing.T) {
		d := reflecting(t)
		d.keys("n")
		d.types("My evenings")
		d.keys("tab")
		d.types("What I ask myself on the way home.")
		d.keys("ctrl+s")
		d.sees("My evenings · yours", "What I ask myself", "No question yet", "Added. n writes its first question.")
		d.keys("n")
		d.types("What was good?")
		d.keys("ctrl+s")
		d.sees("What was good?", "Added.")
		d.keys("esc")
		d.isOn("My evenings · yours")
		d.sees("1 question")
	})
	t.Run("enter on a set without questions leads to its page", func(t *testing.T) {
		d := reflecting(t)
		d.keys("n")
		d.types("My evenings")
		d.keys("ctrl+s", "esc")
		d.isOn("My evenings")
		d.sees("none yet", "enter open")
		d.keys("enter")
		d.sees("No question yet")
	})
	t.Run("a set without a title is not taken", func(t *testing.T) {
		d := reflecting(t)
		d.keys("n")
		d.types("  ")
		d.keys("ctrl+s")
		d.sees("A set needs a title.")
	})
	t.Run("editing one's own set keeps what was changed elsewhere", func(t *testing.T) {
		d := reflecting(t)
		d.keys("n")
		d.types("My evenings")
		d.keys("ctrl+s", "esc", "e", "tab")
		sets := d.questions().Sets
		set := sets[len(sets)-1]
		set.Title = "Our evenings"
		if err := d.store().ChangeSet(context.Background(), set); err != nil {
			t.Fatal(err)
		}
		d.types("On the way home.")
		d.keys("ctrl+s")
		d.sees("Changed.", "Our evenings", "On the way home.")
		d.keys("u")
		d.sees("Undone: set changed")
		d.seesNot("On the way home.")
	})
	t.Run("a built-in set cannot be edited or deleted, and says so", func(t *testing.T) {
		d := reflecting(t)
		d.keys("e")
		d.sees("built in and stays as it is")
		d.keys("D")
		d.sees("built in; d hides it")
	})
	t.Run("hidden and brought back", func(t *testing.T) {
		d := reflecting(t)
		d.keys("z")
		d.sees("Nothing is hidden here.")
		d.keys("j", "d")
		d.sees("Hidden. z shows what is hidden; u brings it back.")
		d.seesNot("Thirty seconds")
		d.isOn("Before a conversation, as mentor")
		d.keys("z")
		d.sees("Thirty seconds · hidden", "with what is hidden")
		d.keys("k")
		d.isOn("Thirty seconds · hidden")
		d.sees("d bring back")
		d.keys("d")
		d.sees("It is here again.")
		d.isOn("Thirty seconds")
		d.seesNot("· hidden")
	})
	t.Run("hidden and undone", func(t *testing.T) {
		d := reflecting(t)
		d.keys("j", "d", "u")
		d.sees("Undone: set hidden: Thirty seconds.", "not yet        3 questions  Thirty seconds")
		d.isOn("Thirty seconds")
	})
	t.Run("all hidden", func(t *testing.T) {
		d := reflecting(t)
		for range d.questions().Sets {
			d.keys("d")
		}
		d.sees("Every set is hidden. z shows them, and d brings one back.")
		d.keys("z", "d")
		d.sees("It is here again.")
	})
	t.Run("put lower and higher", func(t *testing.T) {
		d := reflecting(t)
		was := d.titles()
		d.keys("J", "shift+down")
		d.isOn(was[0])
		d.sees("One place down. u puts it back.")
		want := append(append(slices.Clone(was[1:3]), was[0]), was[3:]...)
		if got := d.titles(); !slices.Equal(got, want) {
			t.Errorf("it is %q", got)
		}
		d.keys("K")
		d.isOn(was[0])
		d.keys("u", "u", "u")
		if got := d.titles(); !slices.Equal(got, was) {
			t.Errorf("after undo it is %q", got)
		}
		d.keys("home", "K")
		d.sees("It is the first one.")
		d.keys("end", "J")
		d.sees("It is the last one.")
	})
	t.Run("past a hidden one", func(t *testing.T) {
		d := reflecting(t)
		was := d.titles()
		d.keys("j", "d", "home", "J")
		d.isOn(was[0])
		want := append(append(slices.Clone(was[1:3]), was[0]), was[3:]...)
		if got := d.titles(); !slices.Equal(got, want) {
			t.Errorf("it is %q", got)
		}
	})
	t.Run("a set of one's own deleted and brought back", func(t *testing.T) {
		d := reflecting(t)
		d.keys("n")
		d.types("My evenings")
		d.keys("ctrl+s", "n")
		d.types("What was good?")
		d.keys("ctrl+s", "esc", "D")
		d.sees("Delete “My evenings”?", "Your answers stay")
		d.keys("y")
		d.sees("Deleted. u brings it back.")
		d.seesNot("My evenings")
		d.keys("u")
		d.sees("Undone: set deleted: My evenings.")
		d.keys("end")
		d.isOn("My evenings")
		d.sees("1 question ")
	})
	t.Run("the help names what can be done", func(t *testing.T) {
		d := reflecting(t)
		d.keys("?")
		d.types("put lower")
		d.keys("enter")
		d.sees("One place down.")
	})
}

func TestMovedPast(t *testing.T) {
	for _, c := range []struct {
		name, id, past string
		after          bool
		want           string
	}{
		{"down", "a", "b", true, "b a c d"},
		{"down past a hidden one", "a", "c", true, "b c a d"},
		{"up", "c", "b", false, "a c b d"},
		{"to the front", "d", "a", false, "d a b c"},
		{"to the end", "a", "d", true, "b c d a"},
		{"gone", "x", "a", true, "a b c d"},
		{"past one that is gone", "a", "x", true, "a b c d"},
		{"past itself", "a", "a", true, "a b c d"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(movedPast([]string{"a", "b", "c", "d"}, c.id, c.past, c.after), " "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestReflectBegins(t *testing.T) {
	t.Run("on the set that was answered last", func(t *testing.T) {
		d := newDesk(t)
		d.keepsAnswer("meaning/next", 0, 3, 0, "More.")
		d.keepsAnswer("critical-friend/listened", 0, 1, 0, "She waited.")
		d.open(NewReflect(d.root.env))
		d.isOn("Critical friend")
		d.keys("home")
		d.send(changedMsg{})
		d.isOn("What mentoring means")
	})
	t.Run("on the set that was left half way", func(t *testing.T) {
		d := newDesk(t)
		d.keepsAnswer("critical-friend/listened", 0, 1, 0, "She waited.")
		if err := d.store().StopAt(context.Background(), "thirty-seconds", "thirty-seconds/what-helped"); err != nil {
			t.Fatal(err)
		}
		d.open(NewReflect(d.root.env))
		d.isOn("Thirty seconds")
	})
	t.Run("on the first one where that is hidden", func(t *testing.T) {
		d := newDesk(t)
		d.keepsAnswer("critical-friend/listened", 0, 1, 0, "She waited.")
		if err := d.store().HideSet(context.Background(), "critical-friend", true); err != nil {
			t.Fatal(err)
		}
		d.open(NewReflect(d.root.env))
		d.isOn("What mentoring means")
	})
}

func TestReflectPreview(t *testing.T) {
	long := strings.Repeat("What would you say to them if there were time enough? ", 5) + "And at the very end?"
	d := newDesk(t)
	if _, err := d.store().AddPrompt(context.Background(), journal.Prompt{SetID: "thirty-seconds", Text: long, Role: journal.ForEither, Moment: journal.MomentAlone}); err != nil {
		t.Fatal(err)
	}
	d.open(NewReflect(d.root.env))
	d.keys("j")
	d.size(110, 35)
	d.sees("the very end?")
	d.size(110, 16)
	d.seesNot("the very end?")
	for _, p := range d.questions().Sets[1].Prompts {
		d.sees(strings.Join(strings.Fields(p.Text)[:3], " "))
	}
}
