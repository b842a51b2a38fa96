package verbs

import (
	"time"

	"bothways/journal"
)

// envNow names the variable that sets the clock, for looking at the journal as of another day.
const envNow = "BOTHWAYS_NOW"

// clock is real; or, where set holds an instant, a clock that showed that instant when it was made
// and ticks on from there, in the same zone as real.
func clock(real func() time.Time, set string) (func() time.Time, error) {
	if set == "" {
		return real, nil
	}
	start, err := time.Parse(time.RFC3339, set)
	if err != nil {
		return nil, journal.Errorf(journal.CodeInvalid,
			"%s holds “%s”, which is not a time such as 2026-11-21T14:30:00+01:00; unset it to use the real one.", envNow, set)
	}
	began := real()
	return func() time.Time { return start.Add(real().Sub(began)).In(began.Location()) }, nil
}
