package wording_test

import (
	"testing"
	"time"

	"bothways/journal"
	"bothways/tui/wording"
)

func TestPurge(t *testing.T) {
	const backups = " Backups made before still hold "
	undone := func(n int) journal.TrashCount { return journal.TrashCount{Kind: journal.TrashUndone, N: n} }
	for _, c := range []struct {
		name    string
		counts  []journal.TrashCount
		drafted int
		want    string
	}{
		{"things", []journal.TrashCount{{Kind: journal.TrashPerson, N: 1}, {Kind: journal.TrashAction, N: 2}}, 0,
			"1 person and 2 actions, with every version and draft: nothing brings them back." + backups + "them until you delete those"},
		{"one step", []journal.TrashCount{undone(1)}, 0, "1 step undone: nothing brings it back." + backups + "it until you delete those"},
		{"one step, its words a draft again", []journal.TrashCount{undone(1)}, 1,
			"1 step undone: nothing brings it back. The step goes; its words stay as a draft on the first page. d sets that aside there, and then it can be purged too." + backups + "it until you delete those"},
		{"two steps, two drafts", []journal.TrashCount{undone(2)}, 2,
			"2 steps undone: nothing brings them back. The steps go; words of theirs stay as 2 drafts on the first page. d sets a draft aside there, and then it can be purged too." + backups + "them until you delete those"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.DayMonth.Purge(c.counts, journal.TrashWaiting{}, 0, c.drafted, date(2026, time.November, 21)); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestVersionsCost(t *testing.T) {
	for _, c := range []struct {
		undo, redo bool
		want       string
	}{
		{false, false, ""},
		{false, true, "What was undone can then not be done again."},
		{true, false, "Undo cannot bring these words back then; it leaves them out and goes on."},
		{true, true, "Undo cannot bring these words back then; it leaves them out and goes on. What was undone can then not be done again."},
	} {
		if got := wording.VersionsCost(c.undo, c.redo); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
