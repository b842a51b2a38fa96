//go:build unix

package e2e

import "testing"

// TestWatch leaves a window alone while something is kept elsewhere: it shows it by itself.
func TestWatch(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.Keeps("- [ ] send it fri\n", "Priya N.", "--role", "mentor")
	p := h.Opens()
	p.Sees("send it")
	h.Keeps("- [ ] ring her back mon\n", "Priya N.")
	p.Sees("ring her back").Press("q").Ends().Well()
}
