package wording

import (
	"fmt"
	"strings"

	"bothways/journal"
)

// Purge says what else a purge takes with it, and what it does not reach: sentences that follow each
// other. waiting are the drafts that go without ever having been kept, again how many steps could
// still be done again, and drafted how many drafts stay with words of what was undone.
func Purge(waiting journal.TrashWaiting, again, drafted int, today journal.Date) string {
	var said []string
	if waiting.N > 0 {
		drafts := "1 draft of them was not kept yet"
		if waiting.N > 1 {
			drafts = fmt.Sprintf("%d drafts of them were not kept yet", waiting.N)
		}
		when := "at " + waiting.Last.Format("15:04")
		if on := journal.DateOf(waiting.Last); on != today {
			when = DateLong(on, today)
		}
		said = append(said, drafts+", last written "+when+".")
	}
	if again > 0 {
		said = append(said, "What was undone can then not be done again.")
	}
	if drafted > 0 {
		said = append(said, "What was undone still waits as a draft on the first page, and stays there.")
	}
	return strings.Join(append(said, "Backups made before still hold them until you delete those"), " ")
}

// PurgeVersions says what goes with n earlier versions of a text, and what does not: undo and redo are
// whether steps cannot be undone, or done again, after it.
func PurgeVersions(n int, undo, redo bool) string {
	them := "them"
	if n == 1 {
		them = "it"
	}
	said := []string{"In all " + Versions(n) + ": nothing brings " + them + " back. The words of now stay, and what their lines became. Older words that actions and the like had from them go too."}
	if undo {
		said = append(said, "Undo cannot bring these words back then; it leaves them out and goes on.")
	}
	if redo {
		said = append(said, "What was undone can then not be done again.")
	}
	return strings.Join(append(said, "Backups made before still hold "+them+" until you delete those;"), " ")
}

// Versions is "1 earlier version" or "3 earlier versions".
func Versions(n int) string {
	if n == 1 {
		return "1 earlier version"
	}
	return fmt.Sprintf("%d earlier versions", n)
}
