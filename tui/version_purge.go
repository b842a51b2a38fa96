package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// quotedWords is how many columns of a version's words are said before it goes.
const quotedWords = 48

// askPurgeVersion destroys an earlier version of a text, once it was said what goes and the word was
// typed.
func askPurgeVersion(env *Env, of journal.TextOf, v store.Version, all []store.Version) tea.Cmd {
	return func() tea.Msg {
		takes, err := env.Store.PurgeableVersions(env.Ctx, of, v)
		if err != nil {
			return failed(err)
		}
		words, err := env.Store.VersionText(env.Ctx, of, v)
		if err != nil {
			return failed(err)
		}
		n := 0
		for _, other := range all {
			if other.SameWords(v) {
				n++
			}
		}
		title := "Destroy this version for good?"
		if n > 1 {
			title = "Destroy these versions for good?"
		}
		said := purgeVersionSaid(of, versionWhen(v, env.Dates, env.Day()), widget.Cut(firstWords(veiledText(env.Veil, of, words)), quotedWords), n, takes)
		return askPurgeWord(title, said, purgeVersion(env, of, v, n))
	}
}

// purgeVersionSaid says what goes with a version, and what does not. n is how many versions have its
// words, which go with it.
func purgeVersionSaid(of journal.TextOf, when, words string, n int, takes store.PurgedVersion) string {
	those, every, it := "", "every other version", "it"
	if n > 1 {
		those, every, it = fmt.Sprintf(", and %s with the same words", otherTimes(n-1)), "every version with other words", "them"
	}
	lines := ""
	if of.Kind == journal.TextNote || of.Kind == journal.TextAnswer || of.Kind == journal.TextReview {
		lines = ", and what its lines became. Older words that actions and the like had from it go too"
	}
	said := []string{fmt.Sprintf("The %s as it was on %s, “%s”%s: nothing brings %s back. The words of now and %s stay%s.", of.Kind, when, words, those, it, every, lines)}
	if cost := wording.VersionsCost(takes.Undo > 0, takes.Redo); cost != "" {
		said = append(said, cost)
	}
	return strings.Join(append(said, "Backups made before still hold "+it+" until you delete those."), " ")
}

func otherTimes(n int) string {
	if n == 1 {
		return "1 other time"
	}
	return fmt.Sprintf("%d other times", n)
}

func purgeVersion(env *Env, of journal.TextOf, v store.Version, n int) tea.Cmd {
	return func() tea.Msg {
		done, err := env.Store.PurgeVersions(env.Ctx, of, v)
		if err != nil {
			return failed(err)
		}
		what := "a version"
		if n > 1 {
			what = fmt.Sprintf("%d versions", n)
		}
		return changedMsg{say: strings.TrimSpace("Destroyed: " + what + " of the " + string(of.Kind) + ". " + done.Warning)}
	}
}
