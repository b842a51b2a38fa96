package tui

import (
	"context"
	"testing"

	"bothways/journal"
)

// unsaidTalk is a conversation with Priya today of which only the words are kept.
func unsaidTalk(d *desk, c circle) int64 {
	d.t.Helper()
	kept, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: c.priya, Role: journal.RoleMentor, At: d.now, Text: "She opened the panel without her notes, and laughed when she lost the thread."})
	if err != nil {
		d.t.Fatal(err)
	}
	d.send(changedMsg{})
	return kept.Session.ID
}

// checkedIn is what the journal has of a conversation.
func (d *desk) checkedIn(id int64) journal.SessionView {
	d.t.Helper()
	s, err := d.store().Session(context.Background(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

// mostKeys are the keys of a check-in that says most of what there is to say. They begin with the key
// that opens it and end with the one that keeps it.
func mostKeys() []string {
	return []string{"m", "4", "5", "enter", "2", "1", "4", "5", "3", "2", "enter", "2", "ctrl+t"}
}

const mostOfItInALine = "energy +1 · trust 4 · listened 5 asked 3 advised 2 · confidence · coaching"

func TestCheckIn(t *testing.T) {
	t.Run("in fewer than fifteen keys", func(t *testing.T) {
		if n := len(mostKeys()); n >= 15 {
			t.Fatalf("it takes %d keys", n)
		}
		d, c := seeded(t, priyasPage)
		id := unsaidTalk(d, c)
		d.keys("home", "enter")
		d.sees("Sat 21 Nov 14:30 · I mentor\n", "laughed when she lost")
		d.keys(mostKeys()...)
		d.sees("Changed.", "45 min · call", mostOfItInALine)
		got := d.checkedIn(id)
		want := howItWent(1, 4, journal.Split{Listening: 5, Asking: 3, Advising: 2})
		want.Needs, want.Interventions = []string{"confidence"}, []string{"coaching"}
		if got.Minutes != 45 || got.Medium != journal.MediumCall || !got.CheckIn.Equal(want) {
			t.Errorf("the journal has %d minutes, %q, %+v", got.Minutes, got.Medium, got.CheckIn)
		}
		if want := journal.RoleMentor; got.Role != want || !got.At.Equal(d.now) {
			t.Errorf("the journal has %q at %s", got.Role, got.At)
		}
	})
	t.Run("from the timeline, and seen there", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		unsaidTalk(d, c)
		d.keys("home")
		d.keys(mostKeys()...)
		d.sees("[timeline]", "❯ Sat 21 Nov      call · 45 min", mostOfItInALine)
	})
	t.Run("corrected, and undone", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		id := unsaidTalk(d, c)
		d.keys("home")
		d.keys(mostKeys()...)
		d.keys("m")
		d.sees("❯ energy")
		d.keys("-", "2", "ctrl+s")
		d.sees("Changed.", "energy −2 · trust 4")
		d.keys("u")
		d.sees(mostOfItInALine)
		d.keys("u")
		d.seesNot("energy", "trust 4")
		if got := d.checkedIn(id); !got.CheckIn.IsZero() || got.Minutes != 0 {
			t.Errorf("the journal has %d minutes, %+v", got.Minutes, got.CheckIn)
		}
		d.keys("ctrl+r", "ctrl+r")
		d.sees("energy −2 · trust 4")
	})
	t.Run("a part is unsaid again", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		id := unsaidTalk(d, c)
		d.keys("home")
		d.keys(mostKeys()...)
		d.keys("m", "up", "up", "backspace", "down", "delete", "down", "backspace", "down", "backspace", "down", "delete", "down", "backspace", "down", "backspace", "ctrl+s")
		got := d.checkedIn(id)
		if !got.CheckIn.IsZero() || got.Minutes != 0 || got.Medium != "" {
			t.Errorf("the journal has %d minutes, %q, %+v", got.Minutes, got.Medium, got.CheckIn)
		}
		d.seesNot("energy", "coaching")
		d.keys("u")
		d.sees(mostOfItInALine)
	})
	t.Run("left with esc", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		id := unsaidTalk(d, c)
		d.keys("home", "m", "4", "5", "esc")
		d.sees("esc again leaves it")
		d.keys("esc")
		d.sees("[timeline]")
		if got := d.checkedIn(id); got.Minutes != 0 {
			t.Errorf("the journal has %d minutes", got.Minutes)
		}
	})
	t.Run("what another window said meanwhile stays", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		id := unsaidTalk(d, c)
		d.keys("home", "m", "3", "0")
		now := d.checkedIn(id)
		change := checkInResult{at: now.At, role: now.Role, said: howItWent(2, 5, journal.Split{})}.change(checkInStart{at: now.At, role: now.Role}, now)
		if err := d.store().ChangeSession(context.Background(), id, change); err != nil {
			t.Fatal(err)
		}
		d.keys("ctrl+s")
		d.sees("30 min", "energy +2 · trust 5")
	})
	t.Run("deleted meanwhile", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		id := unsaidTalk(d, c)
		d.keys("home", "m", "3", "0")
		if err := d.store().DeleteSession(context.Background(), id); err != nil {
			t.Fatal(err)
		}
		d.keys("ctrl+s")
		d.sees("❯ minutes       30", "not in the journal")
	})
	t.Run("no conversation yet", func(t *testing.T) {
		d, _ := seeded(t, pageOf(func(c circle) int64 { return c.ines }))
		d.keys("m")
		d.sees("No conversation is kept yet")
	})
}

func TestCheckInGolden(t *testing.T) {
	t.Run("opened", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		unsaidTalk(d, c)
		d.keys("home", "m", "4", "5", "enter")
		d.in(t).goldens()
	})
	t.Run("my part", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("m", "-", "2", "4", "5", "3", "up")
		d.in(t).goldens()
	})
	t.Run("interventions", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("m", "1", "4", "5", "3", "2", "6", "enter", "2", "5", "9")
		d.in(t).goldens()
	})
	t.Run("esc", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("m", "1", "esc")
		d.in(t).goldens()
	})
	t.Run("timeline", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("m", "1", "4", "5", "3", "2", "6", "enter", "2", "5", "9", "enter", "1", "6", "enter", "5", "enter")
		d.in(t).goldens()
	})
	t.Run("reader", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("m", "1", "4", "5", "3", "2", "6", "enter", "2", "5", "9", "enter", "1", "6", "enter", "5", "enter", "enter")
		d.in(t).goldens()
	})
}
