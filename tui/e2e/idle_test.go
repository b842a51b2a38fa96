//go:build unix

package e2e

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// Silence cannot be waited for, only listened to for a while.
const (
	settled  = 400 * time.Millisecond // so long without a byte, and the program is at rest
	listened = 1500 * time.Millisecond
)

// TestIdle leaves the program alone: it writes nothing, neither to the window nor to the file.
func TestIdle(t *testing.T) {
	for _, c := range []struct {
		name string
		at   func(*person)
	}{
		{"first page", func(p *person) { p.Sees("NOT KEPT YET") }},
		{"in a note", func(p *person) {
			p.Press("enter").Sees("Sam T. · I mentor", "half a thought").Types(".").Sees("thought.", "draft k")
		}},
		{"in a question", func(p *person) { p.Press("n").Sees("Who did you talk with?") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			h.Keeps("We began.\n- [ ] send it fri\n", "Priya N.", "--role", "mentor")
			h.Opens().BeginsNote("Sam T.").Types("half a thought").Press("esc").Sees("NOT KEPT YET").Press("q").Ends().Well()
			p := h.Opens()
			p.Sees("NOT KEPT YET", "send it")
			c.at(p)

			size, since := p.writtenLen(), time.Now()
			if !eventually(func() bool {
				if n := p.writtenLen(); n != size {
					size, since = n, time.Now()
				}
				return time.Since(since) >= settled
			}) {
				p.fail("the program never comes to rest")
			}
			file := h.trace()
			if within(listened, func() bool { return p.writtenLen() != size }) {
				t.Errorf("at rest it wrote %q", p.written()[size:])
			}
			if now := h.trace(); now != file {
				t.Errorf("at rest the journal changed from %s to %s", file, now)
			}
		})
	}
}

// trace is what a write to the journal would change: sizes and times of its files.
func (h *home) trace() string {
	h.t.Helper()
	out := ""
	for _, ext := range []string{"", "-wal"} {
		info, err := os.Stat(h.Journal() + ext)
		if os.IsNotExist(err) {
			out += ext + " not there; "
			continue
		}
		must(h.t, err)
		out += fmt.Sprintf("%d bytes at %s; ", info.Size(), info.ModTime())
	}
	return out
}
