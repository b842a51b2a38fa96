package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/theme"
)

func TestCountdown(t *testing.T) {
	env, th := &Env{}, theme.New(true)
	says := func(t *testing.T, c *countdown, want string) {
		t.Helper()
		if got := ansi.Strip(c.row(th, " · space")); !strings.Contains(got, want) {
			t.Errorf("it says %q, not %q", got, want)
		}
	}
	t.Run("is only an offer at first", func(t *testing.T) {
		c := newCountdown(env, 30)
		says(t, c, "0:30  if you like · space")
		if c.take(tickMsg{"page", c.turn}) != nil || c.left != 30 {
			t.Error("it runs before it was begun")
		}
	})
	t.Run("counts while it runs and halts on the key", func(t *testing.T) {
		c := newCountdown(env, 180)
		c.toggle("page")
		if c.take(tickMsg{"page", c.turn}) == nil {
			t.Error("no second follows")
		}
		says(t, c, "2:59  ━")
		earlier := c.turn
		c.toggle("page")
		says(t, c, "halted · space")
		c.toggle("page")
		if c.take(tickMsg{"page", earlier}); c.left != 179 {
			t.Errorf("a second of before it was halted counts: %d", c.left)
		}
	})
	t.Run("nothing happens when it is over", func(t *testing.T) {
		c := newCountdown(env, 2)
		c.toggle("page")
		c.take(tickMsg{"page", c.turn})
		if c.take(tickMsg{"page", c.turn}) != nil {
			t.Error("it goes on below zero")
		}
		says(t, c, "The time is up. Stay as long as you like.")
		c.toggle("page")
		says(t, c, "0:02")
	})
	t.Run("goes on on another page", func(t *testing.T) {
		c := newCountdown(env, 30)
		c.toggle("question")
		first := c.turn
		if c.follow("answer") == nil {
			t.Fatal("it stands still there")
		}
		if c.take(tickMsg{"question", first}); c.left != 30 {
			t.Error("it counts twice")
		}
	})
}
