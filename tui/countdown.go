package tui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
)

// countdown is the time a question asks for. It invites and never cuts off: it begins when somebody
// begins it, can be left alone, and when it is over nothing happens. It ticks only while it runs.
type countdown struct {
	whole, left int // seconds; whole is 0 where the question asks for none
	running     bool
	to          string        // the page that is told each second
	turn        int           // a tick of an earlier turn counts no more
	second      time.Duration // how long one is
	still       bool          // it shows only that it runs, not how it goes
}

// tickMsg is one second.
type tickMsg struct {
	to   string
	turn int
}

func (m tickMsg) target() string { return m.to }

func newCountdown(env *Env, seconds int) *countdown {
	return &countdown{whole: seconds, left: seconds, second: env.Second, still: env.Still}
}

// begin makes it the countdown of another question. A second of the one before that is still on its
// way counts no more.
func (c *countdown) begin(seconds int) {
	c.whole, c.left, c.running = seconds, seconds, false
	c.turn++
}

// begun reports whether some of the time has gone.
func (c *countdown) begun() bool { return c.left < c.whole }

// over reports whether all of it has gone.
func (c *countdown) over() bool { return c.left <= 0 }

// toggle begins, halts or goes on; after the end it begins anew.
func (c *countdown) toggle(to string) tea.Cmd {
	if c.whole <= 0 {
		return nil
	}
	if c.over() {
		c.left, c.running = c.whole, false
	}
	c.running = !c.running
	c.to = to
	c.turn++
	if !c.running {
		return nil
	}
	return c.next()
}

// follow makes the page called to the one that is told each second.
func (c *countdown) follow(to string) tea.Cmd {
	if c.to == to || !c.running {
		return nil
	}
	c.to = to
	c.turn++
	return c.next()
}

func (c *countdown) next() tea.Cmd {
	to, turn := c.to, c.turn
	return aside(tea.Tick(c.second, func(time.Time) tea.Msg { return tickMsg{to, turn} }))
}

// take counts a second.
func (c *countdown) take(m tickMsg) tea.Cmd {
	if m.turn != c.turn || !c.running {
		return nil
	}
	if c.left--; c.over() {
		c.running = false
		return nil
	}
	return c.next()
}

// row draws it on one row: the time, how much of it is left, and what the key does.
func (c *countdown) row(t *theme.Theme, key string) string {
	const cells = 20
	left := fmt.Sprintf("%d:%02d", c.left/60, c.left%60)
	gone := min(cells, (c.whole-c.left)*cells/max(1, c.whole))
	bar := t.Key.Render(strings.Repeat("━", cells-gone)) + t.Rule.Render(strings.Repeat("─", gone))
	switch {
	case c.over():
		return t.Good.Render("The time is up.") + t.Faint.Render(" Stay as long as you like.")
	case c.still && c.running:
		return t.Strong.Render(journal.Span(c.whole)) + t.Faint.Render(", and it runs"+key+" halts")
	case c.still && c.begun():
		return t.Strong.Render(journal.Span(c.whole)) + t.Faint.Render(", halted"+key+" goes on")
	case c.running:
		return t.Strong.Render(left) + "  " + bar + t.Faint.Render(key+" halts")
	case c.begun():
		return t.Strong.Render(left) + "  " + bar + t.Faint.Render("  halted"+key+" goes on")
	}
	return t.Faint.Render(left + "  if you like" + key + " begins")
}
