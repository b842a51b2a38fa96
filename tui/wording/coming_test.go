package wording_test

import (
	"testing"
	"time"

	"bothways/journal"
	"bothways/tui/wording"
)

func TestComing(t *testing.T) {
	today := journal.Date{Year: 2026, Month: time.November, Day: 21}
	for _, c := range []struct {
		kind      journal.ComingKind
		role      journal.Role
		row       string
		soon, now string
	}{
		{journal.ComingTalk, journal.RoleMentor, "Noor", "next Tue 24 Nov", "next Sat 21 Nov"},
		{journal.ComingReview, journal.RoleMentee, "Noor · review", "review Tue 24 Nov", "review today"},
		{journal.ComingAsking, journal.RoleMentee, "ask Noor", "to ask Tue 24 Nov", "to ask today"},
		{journal.ComingAsking, journal.RoleMutual, "ask Noor", "to ask Tue 24 Nov", "to ask today"},
		{journal.ComingAsking, journal.RoleMentor, "offer to mentor Noor", "to offer Tue 24 Nov", "to offer today"},
		{journal.ComingTrial, journal.RoleMentee, "Noor · the trial ends", "the trial ends Tue 24 Nov", "the trial ends today"},
		{journal.ComingPeriod, journal.RoleMentee, "Noor · the period ends", "the period ends Tue 24 Nov", "the period ends today"},
	} {
		t.Run(c.row, func(t *testing.T) {
			before, behind := wording.ComingRow(c.kind, c.role)
			if got := before + "Noor" + behind; got != c.row {
				t.Errorf("row %q, want %q", got, c.row)
			}
			for on, want := range map[journal.Date]string{today.AddDays(3): c.soon, today: c.now} {
				if got := wording.DayMonth.Coming(journal.Coming{Kind: c.kind, On: on}, c.role, today); got != want {
					t.Errorf("%q, want %q", got, want)
				}
			}
		})
	}
}
