package wording_test

import (
	"testing"
	"time"

	"bothways/journal"
	"bothways/tui/wording"
)

func TestHint(t *testing.T) {
	today := journal.Date{Year: 2026, Month: time.November, Day: 21}
	weekly := journal.Relationship{State: journal.StateActive, Rhythm: journal.Rhythm{Every: 1, Unit: journal.Weeks}}
	for _, c := range []struct {
		name, label, reason string
		hint                journal.Hint
	}{
		{"energy", "worth a review?", "energy fell: +2, 0, −1 after the last three", journal.Hint{Kind: journal.HintEnergy, Energies: []int{2, 0, -1}}},
		{"review", "worth a review?", "a review was due Mon 16 Nov", journal.Hint{Kind: journal.HintReview, On: today.AddDays(-5)}},
		{"review today", "worth a review?", "a review is due today", journal.Hint{Kind: journal.HintReview, On: today}},
		{"review planned", "review was 12 Nov", "a review was planned for Thu 12 Nov", journal.Hint{Kind: journal.HintReview, ByHand: true, On: today.AddDays(-9)}},
		{"review planned for today", "review today", "a review is planned for today", journal.Hint{Kind: journal.HintReview, ByHand: true, On: today}},
		{"trial", "trial was until Fri", "the trial was until Fri 20 Nov", journal.Hint{Kind: journal.HintTrial, On: today.AddDays(-1)}},
		{"trial today", "trial until today", "the trial is until today", journal.Hint{Kind: journal.HintTrial, On: today}},
		{"drifted", "drifted: every week", "every week would have been Tue 11 Nov 2025", journal.Hint{Kind: journal.HintDrifted, On: journal.Date{Year: 2025, Month: time.November, Day: 11}}},
		{"ask", "ask? meant for 12 Nov", "you meant to ask on Thu 12 Nov", journal.Hint{Kind: journal.HintAsk, On: today.AddDays(-9)}},
		{"nobody mentors me", "", "P, then + adds somebody you might ask", journal.Hint{Kind: journal.HintDirection, Role: journal.RoleMentee}},
		{"I mentor nobody", "", "P, then + adds somebody you might mentor", journal.Hint{Kind: journal.HintDirection, Role: journal.RoleMentor}},
		{"something else", "", "", journal.Hint{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.DayMonth.HintLabel(c.hint, weekly, today); got != c.label {
				t.Errorf("behind the name %q, want %q", got, c.label)
			}
			if got := wording.DayMonth.HintReason(c.hint, weekly, today); got != c.reason {
				t.Errorf("the reason is %q, want %q", got, c.reason)
			}
		})
	}
}

func TestHintOffer(t *testing.T) {
	today := journal.Date{Year: 2026, Month: time.November, Day: 21}
	h, r := journal.Hint{Kind: journal.HintAsk, On: today.AddDays(-1)}, journal.Relationship{Role: journal.RoleMentor}
	if label, reason := wording.DayMonth.HintLabel(h, r, today), wording.DayMonth.HintReason(h, r, today); label != "offer? meant for Fri" || reason != "you meant to offer on Fri 20 Nov" {
		t.Errorf("%q, %q", label, reason)
	}
}

func TestTrialLabel(t *testing.T) {
	today := journal.Date{Year: 2026, Month: time.November, Day: 21}
	for _, c := range []struct {
		name  string
		state journal.State
		until journal.Date
		want  string
	}{
		{"ahead", journal.StateTrial, today.AddDays(6), "on trial until Fri"},
		{"today", journal.StateTrial, today, "on trial until today"},
		{"over", journal.StateTrial, today.AddDays(-1), ""},
		{"no day", journal.StateTrial, journal.Date{}, ""},
		{"no trial any more", journal.StateActive, today.AddDays(6), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.DayMonth.TrialLabel(journal.Relationship{State: c.state, TrialUntil: c.until}, today); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestWaitingSince(t *testing.T) {
	now := time.Date(2026, time.November, 21, 14, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		at   time.Time
		want string
	}{
		{"never", time.Time{}, ""},
		{"a few weeks", now.AddDate(0, 0, -27), ""},
		{"a month", now.AddDate(0, 0, -28), "waiting since October"},
		{"another year", now.AddDate(0, -12, 0), "waiting since November 2025"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.WaitingSince(c.at, now); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestGoal(t *testing.T) {
	today := journal.Date{Year: 2026, Month: time.November, Day: 21}
	g := journal.Goal{Text: "speak up"}
	if words, noted := wording.GoalWords(g), wording.DayMonth.NotedOn(g, today); words != "speak up" || noted != "" {
		t.Errorf("%q, %q", words, noted)
	}
	g.Tag, g.Notes = "confidence", []journal.GoalNote{{On: journal.Date{Year: 2025, Month: time.May, Day: 2}}, {On: today}}
	if words, noted := wording.GoalWords(g), wording.DayMonth.NotedOn(g, today); words != "speak up (confidence)" || noted != "last note 2 May 2025" {
		t.Errorf("%q, %q", words, noted)
	}
}
