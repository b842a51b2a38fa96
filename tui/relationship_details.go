package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// askEditSession changes when a conversation was, how long, how, and in which role. Only what was
// changed is written, over what the journal holds by then.
func askEditSession(env *Env, s journal.SessionView) tea.Cmd {
	now := env.Now().In(s.At.Location()) // a time typed anew is in the zone it was written in
	return ask(newForm("About this conversation", sessionFields(s.At, s.Minutes, s.Medium, s.Role, now), func(v values) tea.Cmd {
		return write(env, "Changed.", func(ctx context.Context) error {
			was, err := env.Store.Session(ctx, s.ID)
			if err != nil {
				return err
			}
			return env.Store.ChangeSession(ctx, s.ID, changedSession(was.Session, v, now))
		})
	}))
}

// changedSession is what a conversation becomes by the form, whose fields have all been found
// good.
func changedSession(s journal.Session, v values, now time.Time) store.SessionChange {
	c := store.SessionChange{At: s.At, Minutes: s.Minutes, Medium: s.Medium, Role: s.Role, Private: s.Private}
	if at, err := journal.ReadMoment(v.text("at"), now); err == nil && v.changed("at") {
		c.At = at
	}
	if v.changed("minutes") {
		c.Minutes = readMinutes(v.text("minutes"))
	}
	if v.changed("medium") {
		c.Medium = journal.Medium(v.text("medium"))
	}
	if v.changed("role") {
		c.Role = journal.Role(v.text("role"))
	}
	return c
}
