package tui

import (
	"testing"

	"bothways/journal"
)

func TestTodayFit(t *testing.T) {
	for _, c := range []struct {
		name                             string
		drafts, follow, more, coming, at int
		h                                int
		want                             todayFit
	}{
		{"all fits", 0, 4, 0, 2, 0, 8, todayFit{stretch{0, 4}, stretch{0, 2}}},
		{"the follow-ups give way", 0, 10, 3, 3, 0, 12, todayFit{stretch{0, 6}, stretch{0, 3}}},
		{"then the days, to two", 0, 10, 3, 4, 0, 8, todayFit{stretch{0, 3}, stretch{0, 2}}},
		{"the cursor is among what is shown", 0, 10, 3, 4, 7, 8, todayFit{stretch{5, 8}, stretch{0, 2}}},
		{"also on the last day", 0, 10, 3, 4, 13, 8, todayFit{stretch{7, 10}, stretch{2, 4}}},
		{"on a draft", 2, 10, 0, 4, 1, 8, todayFit{stretch{0, 3}, stretch{0, 2}}},
		{"nothing is coming", 0, 10, 3, 0, 9, 5, todayFit{stretch{0, 10}, stretch{0, 0}}},
		{"too low for both", 0, 10, 3, 4, 0, 4, todayFit{stretch{0, 10}, stretch{0, 4}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &TodayScreen{coming: make([]comingDay, c.coming)}
			s.data.Drafts, s.data.FollowUp, s.data.More = make([]journal.DraftView, c.drafts), make([]journal.ActionView, c.follow), c.more
			s.list[partDo].SetLen(c.drafts + c.follow + c.coming)
			s.list[partDo].Move(c.at)
			if got := s.fit(c.h); got != c.want {
				t.Errorf("shows %v", got)
			}
		})
	}
}

func TestTodayDraftKeys(t *testing.T) {
	s := &TodayScreen{env: newDesk(t).root.env, read: true}
	s.data.Drafts = make([]journal.DraftView, 1)
	s.list[partDo].SetLen(1)
	said, aside := "", false
	for _, a := range s.Actions() {
		switch a.ID {
		case "done":
			said = a.Disabled
		case "drop":
			t.Error("two actions have the key d")
		case "aside":
			aside = a.Disabled == ""
		}
	}
	if said != noAction || !aside {
		t.Errorf("x says %q; setting aside is offered: %t", said, aside)
	}
}
