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
	return askReviewOn(env, r, planned, planned)
}

// askReviewOn is askReviewDay with a day that is proposed; one that is over is not.
func askReviewOn(env *Env, r journal.RelationshipSummary, planned, day journal.Date) tea.Cmd {
	today := env.Day()
	if !day.After(today) {
		day = today.AddDays(reviewProposed)
	}
	return ask(newPrompt("A review with "+r.PersonName, env.Dates.Long(day, today)+" · or fri · 1 dec · in 2 months", "", reviewDayEcho(env.Dates, planned, day, today), func(s string) tea.Cmd {
		on := day
		if s != "" {
			on, _ = typedDate(s, today)
		}
		if on == planned {
			return nil
		}
		return write(env, "Planned for "+env.Dates.Long(on, today)+". "+env.key("undo", "u")+" takes it back.", func(ctx context.Context) error { return env.Store.PlanReview(ctx, r.ID, on) })
	}))
}

// reviewDayEcho says which day a line means: one that is there, and is to come. day is the one that
// is proposed.
func reviewDayEcho(dates wording.Dates, planned, day, today journal.Date) func(string) (string, bool) {
	echo := comingDayEcho(dates, planned, today)
	return func(s string) (string, bool) {
		switch on, ok := typedDate(s, today); {
		case s == "":
			return "enter takes " + dates.Long(day, today), true
		case ok && on.IsZero():
			return "A review needs a day; esc leaves it.", false
		}
		return echo(s)
	}
}

// comingDayEcho says which day of a review a line means.
func comingDayEcho(dates wording.Dates, now, today journal.Date) func(string) (string, bool) {
	return toComeEcho(dates, now, today, "a review")
}

// toComeEcho says which day of something a line means, and takes none that is over, except the one
// it is now.
func toComeEcho(dates wording.Dates, now, today journal.Date, what string) func(string) (string, bool) {
	echo := dateEcho(dates, today)
	return func(s string) (string, bool) {
		on, ok := typedDate(s, today)
		if !ok && journal.Fold(s) == "yesterday" {
			on, ok = today.AddDays(-1), true
		}
		if ok && !on.IsZero() && on.Before(today) && on != now {
			return dates.Long(on, today) + " is over; " + what + " needs a day to come.", false
		}
		return echo(s)
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
