package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// heldOnMsg says on which day the review that is written was.
type heldOnMsg struct {
	to  string
	day journal.Date
}

func (m heldOnMsg) target() string { return m.to }

// askHeldOn asks on which day the review was that is written; it is kept with it.
func (s *ReviewScreen) askHeldOn() tea.Cmd {
	if !s.ready || s.saver.keeping || s.saver.leaving {
		return nil
	}
	to := s.ID()
	return askPastDay(s.env, journal.DateOf(s.draft.At), func(day journal.Date) tea.Cmd { return send(heldOnMsg{to, day}) })
}

func (s *ReviewScreen) setHeldOn(day journal.Date) tea.Cmd {
	s.draft.At, s.details = onDay(s.draft.At, day, s.env.Now()), true
	s.lifts.context(s.liftContext())
	return s.touched()
}

// askHeldOn asks for the day of a review that is read, and keeps it.
func (p *HeldReviewScreen) askHeldOn() tea.Cmd {
	env, id, now := p.env, p.id, p.env.Now()
	return askPastDay(env, journal.DateOf(p.review.HeldAt), func(day journal.Date) tea.Cmd {
		return write(env, "It was on "+p.env.Dates.Long(day, env.Day())+". "+env.key("undo", "u")+" takes it back.", func(ctx context.Context) error {
			v, err := env.Store.Review(ctx, id)
			if err != nil {
				return err
			}
			_, err = env.Store.KeepReview(ctx, journal.Draft{ReviewID: id, BaseRev: v.Rev, Text: v.Text, Decided: &v.Decision, Details: true, At: onDay(v.HeldAt, day, now)}, v.Decision)
			return err
		})
	})
}

// askPastDay asks on which day something was; then is run where it is another one than now.
func askPastDay(env *Env, now journal.Date, then func(journal.Date) tea.Cmd) tea.Cmd {
	echo := pastEcho(env)
	return ask(newPrompt("When was it?", env.Dates.Long(now, env.Day())+" · or today · fri · 12 nov", "", func(s string) (string, bool) {
		if s == "" {
			return "it stays " + env.Dates.Long(now, env.Day()), true
		}
		return echo(s)
	}, func(s string) tea.Cmd {
		day, ok := pastDay(s, env.Now())
		if !ok || day == now {
			return nil
		}
		return then(day)
	}))
}

// onDay is a time at the same hour of another day, but never one that is still to come.
func onDay(at time.Time, day journal.Date, now time.Time) time.Time {
	moved := time.Date(day.Year, day.Month, day.Day, at.Hour(), at.Minute(), at.Second(), 0, at.Location())
	if moved.After(now) {
		return now
	}
	return moved
}
