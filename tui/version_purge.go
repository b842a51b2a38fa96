package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// askPurgeVersion destroys an earlier version of a text, once it was said what goes and the word was
// typed.
func askPurgeVersion(env *Env, of journal.TextOf, v store.Version) tea.Cmd {
	return func() tea.Msg {
		takes, err := env.Store.PurgeableVersions(env.Ctx, of, v)
		if err != nil {
			return failed(err)
		}
		return askPurgeWord("Destroy this version for good?", purgeVersionSaid(of, versionWhen(v, env.Day()), takes), purgeVersion(env, of, v))
	}
}

// purgeVersionSaid says what goes with a version, and what does not.
func purgeVersionSaid(of journal.TextOf, when string, takes store.PurgedVersion) string {
	said := []string{"The " + string(of.Kind) + " as it was on " + when + ": nothing brings it back. The words of now and every other version stay"}
	if of.Kind == journal.TextNote || of.Kind == journal.TextAnswer || of.Kind == journal.TextReview {
		said[0] += ", and what its lines became. Older words that actions and the like had from it go too"
	}
	said[0] += "."
	if takes.Undo > 0 {
		said = append(said, "Undo cannot bring these words back then; it leaves them out and goes on.")
	}
	if takes.Redo {
		said = append(said, "What was undone can then not be done again.")
	}
	return strings.Join(append(said, "Backups made before still hold it until you delete those."), " ")
}

func purgeVersion(env *Env, of journal.TextOf, v store.Version) tea.Cmd {
	return func() tea.Msg {
		done, err := env.Store.PurgeVersions(env.Ctx, of, v)
		if err != nil {
			return failed(err)
		}
		return changedMsg{say: strings.TrimSpace("Destroyed: a version of the " + string(of.Kind) + ". " + done.Warning)}
	}
}
