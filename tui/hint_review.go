package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/wording"
)

// reviewProposed is how many days ahead a review is proposed.
const reviewProposed = 7

// askReviewDay plans a review, or moves the one that is planned.
func askReviewDay(env *Env, r journal.RelationshipSummary, planned journal.Date) tea.Cmd {
	today := env.Day()
	day := planned
	if !day.After(today) {
		day = today.AddDays(reviewProposed)
	}
	return ask(newPrompt("A review with "+r.PersonName, wording.DateLong(day, today)+" · or fri · 1 dec · in 2 weeks", "", reviewDayEcho(day, today), func(s string) tea.Cmd {
		on := day
		if s != "" {
			on, _ = typedDate(s, today)
		}
		return write(env, "Planned. u takes it back.", func(ctx context.Context) error { return env.Store.PlanReview(ctx, r.ID, on) })
	}))
}

// reviewDayEcho says which day a line means: one that is there, and has not passed.
func reviewDayEcho(day, today journal.Date) func(string) (string, bool) {
	echo := proposed(day, today)
	return func(s string) (string, bool) {
		said, ok := echo(s)
		switch on, _ := typedDate(s, today); {
		case s == "" || !ok:
			return said, ok
		case on.IsZero():
			return "A review needs a day; esc leaves it.", false
		case on.Before(today):
			return wording.DateLong(on, today) + " has passed already.", false
		}
		return said, ok
	}
}

// holdReview opens the review that is planned, or one that nobody planned.
func holdReview(env *Env, relationship int64) tea.Cmd {
	return func() tea.Msg {
		all, err := env.Store.Reviews(env.Ctx, relationship)
		if err != nil {
			return failed(err)
		}
		var id int64
		if len(all) > 0 && !all[0].Held() {
			id = all[0].ID
		}
		return pushMsg{NewReview(env, relationship, id)}
	}
}
