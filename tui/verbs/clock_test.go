package verbs

import (
	"testing"
	"time"

	"bothways/journal"
)

func TestClock(t *testing.T) {
	zone := time.FixedZone("", 3600)
	real := time.Date(2030, 1, 1, 0, 0, 0, 0, zone)
	tick := func() time.Time { return real }

	t.Run("real", func(t *testing.T) {
		now, err := clock(tick, "")
		if err != nil || !now().Equal(real) || now().Location() != zone {
			t.Errorf("got %v, %v", now(), err)
		}
	})
	t.Run("set and ticking on", func(t *testing.T) {
		now, err := clock(tick, "2026-11-21T14:30:00Z")
		if err != nil {
			t.Fatal(err)
		}
		real = real.Add(90 * time.Second)
		if got := now().Format(time.RFC3339); got != "2026-11-21T15:31:30+01:00" {
			t.Errorf("got %s", got)
		}
	})
	for _, bad := range []string{"now", "2026-11-21", "2026-11-21 14:30", "2026-13-01T00:00:00Z", "1700000000"} {
		t.Run("ErrUnreadable/"+bad, func(t *testing.T) {
			if _, err := clock(tick, bad); journal.ErrorCode(err) != journal.CodeInvalid {
				t.Errorf("got %v", err)
			}
		})
	}
}
