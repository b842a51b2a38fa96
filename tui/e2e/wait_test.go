//go:build unix

package e2e

import (
	"testing"
	"time"
)

const (
	// patience is how long anything may take before a test gives up on it. Nothing is said about
	// speed by it: it is far above what any step needs on a busy machine.
	patience = 10 * time.Second
	// lastWords is how long what a program wrote before it ended may take until it is drawn.
	lastWords = 3 * time.Second
	// pollEvery is how often a test looks again.
	pollEvery = 5 * time.Millisecond
)

// eventually looks until ok, and reports false where that did not come about.
func eventually(ok func() bool) bool { return within(patience, ok) }

// within is eventually with a limit of its own.
func within(limit time.Duration, ok func() bool) bool {
	if ok() {
		return true
	}
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for end := time.Now().Add(limit); time.Now().Before(end); {
		<-tick.C
		if ok() {
			return true
		}
	}
	return ok()
}

// must ends the test on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
