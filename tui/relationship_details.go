package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// askEditSession changes when and how a conversation was, and how it went. Only what was changed
// is written, over what the journal holds by then.
func askEditSession(env *Env, s journal.SessionView) tea.Cmd {
	start := checkInStart{at: s.At, role: s.Role, minutes: s.Minutes, medium: s.Medium, said: s.CheckIn}
	return ask(newCheckIn(env, start, func(r checkInResult) tea.Cmd {
		return write(env, "Changed.", func(ctx context.Context) error {
			was, err := env.Store.Session(ctx, s.ID)
			if err != nil {
				return err
			}
			return env.Store.ChangeSession(ctx, s.ID, r.change(start, was))
		})
	}))
}
