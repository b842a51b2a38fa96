package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// quotedTrash is how many columns of a deleted thing are said before it goes.
const quotedTrash = 64

// purgeWord is what is typed to destroy something: no single key does.
const purgeWord = "purge"

// askPurge destroys a deleted thing, once it was said what goes and the word was typed.
func askPurge(env *Env, t journal.Trashed) tea.Cmd {
	return func() tea.Msg {
		what, err := env.Store.Purgeable(env.Ctx, store.PurgeQuery{Step: t.StepID})
		if err != nil {
			return failed(err)
		}
		// The question lies over the row it is about, so it says which that is.
		which := widget.Cut(trashedSaid(t, env.Dates, env.Day()), quotedTrash)
		return askPurgeWord("Destroy this for good?", strings.TrimPrefix("“"+which+"”: ", "“”: ")+purgeSaid(what, env.Dates, env.Day()), purgeTrashed(env, what.Steps()))
	}
}

// askPurgeWord asks for the word that destroys, under everything that is to be known before.
func askPurgeWord(title, said string, do tea.Cmd) tea.Msg {
	p := newPrompt(title, "type "+purgeWord, "", func(s string) (string, bool) {
		if journal.Fold(s) != purgeWord {
			return said + " Type " + purgeWord + " to go on; esc leaves it.", false
		}
		return said, true
	}, func(string) tea.Cmd { return do })
	p.rows = purgeRows
	return overlayMsg{purgePrompt{p}}
}

// purgeRows is room for all that a purge says, in the smallest window.
const purgeRows = 12

// purgePrompt is a prompt that says what its word does.
type purgePrompt struct{ *prompt }

// Hint is which keys answer it.
func (p purgePrompt) Hint() string { return "enter destroy · esc never mind" }

// purgeSaid says what a purge takes, and what it does not reach.
func purgeSaid(what store.Purgeable, dates wording.Dates, today journal.Date) string {
	return dates.Purge(what.Counts, what.Waiting, what.Again, what.Drafted, today) + "."
}

func purgeTrashed(env *Env, steps []int64) tea.Cmd {
	return func() tea.Msg {
		done, err := env.Store.Purge(env.Ctx, steps)
		if err != nil {
			return failed(err)
		}
		return changedMsg{say: strings.TrimSpace("Destroyed: " + countsSentence(done.Counts) + ". " + done.Warning)}
	}
}
