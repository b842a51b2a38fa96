package store

import (
	"os"
	"testing"
)

// TestRenewedOften makes the connections anew again and again, and counts the files that are open.
func TestRenewedOften(t *testing.T) {
	s := MustOpen(t)
	renew := func() int {
		s.doubt.Store(true)
		priya(t, s, "after a sync failed")
		return len(must(os.ReadDir("/proc/self/fd"))(t))
	}
	renew()
	before := renew()
	for range 20 {
		if now := renew(); now > before+readers { // of which fewer may have been made by then
			t.Fatalf("%d files are open, and were %d", now, before)
		}
	}
}
