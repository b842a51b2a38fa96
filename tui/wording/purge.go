package wording

import (
	"fmt"
	"strings"

	"bothways/journal"
)

// Purge says what a purge takes, what goes along, and what it does not reach: sentences that follow
// each other. counts is what goes, waiting are the drafts that go without ever having been kept, again
// how many steps could still be done again, and drafted how many drafts stay with words of what was
// undone.
func (s Dates) Purge(counts []journal.TrashCount, waiting journal.TrashWaiting, again, drafted int, today journal.Date) string {
	what, steps, n := make([]string, len(counts)), 0, 0
	for i, c := range counts {
		what[i] = c.String()
		if n += c.N; c.Kind == journal.TrashUndone {
			steps += c.N
		}
	}
	first := Listed(what)
	if steps < n { // a step by itself has neither
		first += ", with every version and draft"
	}
	them := "them"
	if n == 1 {
		them = "it"
	}
	said := []string{first + ": nothing brings " + them + " back."}
	if waiting.N > 0 {
		drafts := "1 draft of them was not kept yet"
		if waiting.N > 1 {
			drafts = fmt.Sprintf("%d drafts of them were not kept yet", waiting.N)
		}
		when := "at " + waiting.Last.Format("15:04")
		if on := journal.DateOf(waiting.Last); on != today {
			when = s.Long(on, today)
		}
		said = append(said, drafts+", last written "+when+".")
	}
	if again > 0 {
		said = append(said, "What was undone can then not be done again.")
	}
	switch {
	case drafted > 0 && steps == 1:
		said = append(said, "The step goes; its words stay as a draft on the first page. d sets that aside there, and then it can be purged too.")
	case drafted > 0:
		said = append(said, "The steps go; "+draftsStay(drafted)+" on the first page. d sets a draft aside there, and then it can be purged too.")
	}
	return strings.Join(append(said, "Backups made before still hold "+them+" until you delete those"), " ")
}

func draftsStay(n int) string {
	if n == 1 {
		return "words of theirs stay as a draft"
	}
	return fmt.Sprintf("words of theirs stay as %d drafts", n)
}

// Listed is "2 conversations, 1 answer and 3 actions".
func Listed(parts []string) string {
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
	return strings.Join(parts, "")
}

// VersionsCost says what cannot be undone, or done again, once words of earlier versions are destroyed,
// "" for nothing.
func VersionsCost(undo, redo bool) string {
	var said []string
	if undo {
		said = append(said, "Undo cannot bring these words back then; it leaves them out and goes on.")
	}
	if redo {
		said = append(said, "What was undone can then not be done again.")
	}
	return strings.Join(said, " ")
}

// PurgeVersions says what goes with n earlier versions of a text, and what does not; cost is
// VersionsCost.
func PurgeVersions(n int, cost string) string {
	them := "them"
	if n == 1 {
		them = "it"
	}
	said := []string{"In all " + Versions(n) + ": nothing brings " + them + " back. The words of now stay, and what their lines became. Older words that actions and the like had from them go too."}
	if cost != "" {
		said = append(said, cost)
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
