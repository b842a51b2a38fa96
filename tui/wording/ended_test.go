package wording_test

import (
	"testing"
	"time"

	"bothways/journal"
	"bothways/tui/wording"
)

func TestEnded(t *testing.T) {
	day, again := date(2027, time.March, 3), date(2027, time.May, 5)
	for want, got := range map[string]string{
		"ended 3 Mar 2027": wording.DayMonth.Ended(day),
		"ended":            wording.DayMonth.Ended(journal.Date{}),
		"ended 3 Mar 2027, begun again 5 May 2027": wording.DayMonth.EndedAndAgain(journal.PastEnding{On: day, Again: again}),
		"ended, begun again 5 May 2027":            wording.DayMonth.EndedAndAgain(journal.PastEnding{Again: again}),
		"not talked yet":                           wording.Talked(0),
		"talked once":                              wording.Talked(1),
		"talked 14 times":                          wording.Talked(14),
	} {
		if got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}
