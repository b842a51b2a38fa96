package tui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/tui/theme"
)

// countdown is the time a question asks for. It invites and never cuts off: it begins when somebody
// begins it, can be left alone, and when it is over nothing happens. It ticks only while it runs.
type countdown struct {
	whole, left int // seconds
	running     bool
	turn        int           // a tick of an earlier turn counts no more
	second      time.Duration // how long one is
}

// tickMsg is one second.
type tickMsg struct {
	to   string
	turn int
}

func (m tickMsg) target() string { return m.to }

func newCountdown(env *Env, seconds int) *countdown {
	return &countdown{whole: seconds, left: seconds, second: env.Second}
}

// begun reports whether some of the time has gone.
func (c *countdown) begun() bool { return c.left < c.whole }

// over reports whether all of it has gone.
func (c *countdown) over() bool { return c.left == 0 }

// toggle begins, halts or goes on; after the end it begins anew.
func (c *countdown) toggle(to string) tea.Cmd {
	if c.over() {
		c.left, c.running = c.whole, false
	}
	c.running = !c.running
	return c.follow(to)
}

// follow makes the page called to the one that is told each second.
func (c *countdown) follow(to string) tea.Cmd {
	c.turn++
	if !c.running {
		return nil
	}
	return c.next(to)
}

func (c *countdown) next(to string) tea.Cmd {
	turn := c.turn
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
	return c.next(m.to)
}

// row draws it on one row: the time, how much of it is left, and what the key does.
func (c *countdown) row(t *theme.Theme, key string) string {
	const cells = 20
	left := fmt.Sprintf("%d:%02d", c.left/60, c.left%60)
	gone := (c.whole - c.left) * cells / max(1, c.whole)
	bar := t.Key.Render(strings.Repeat("━", cells-gone)) + t.Rule.Render(strings.Repeat("─", gone))
	switch {
	case c.over():
		return t.Good.Render("The time is up.") + t.Faint.Render(" Stay as long as you like.")
	case c.running:
		return t.Strong.Render(left) + "  " + bar
	case c.begun():
		return t.Strong.Render(left) + "  " + bar + t.Faint.Render("  halted"+key)
	}
	return t.Faint.Render(left + "  if you like" + key)
}
