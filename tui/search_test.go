package tui

import (
	"context"
	"strings"
	"testing"
)

// searching is the search page over some years, with all of their words taken in.
func searching(t testing.TB) (*desk, circle) {
	t.Helper()
	d := newDesk(t)
	c := someYears(d)
	_, err := d.store().Indexed(context.Background())
	d.must(err)
	d.keys("/")
	return d, c
}

func TestSearchGolden(t *testing.T) {
	t.Run("empty", func(t *testing.T) {
		d, _ := searching(t)
		d.in(t).goldens()
	})
	t.Run("found", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel")
		d.in(t).goldens()
	})
	t.Run("nothing", func(t *testing.T) {
		d, _ := searching(t)
		d.types("xylophone")
		d.in(t).goldens()
	})
}

func TestSearch(t *testing.T) {
	t.Run("as one types", func(t *testing.T) {
		d, _ := searching(t)
		d.sees("with:priya", "is:action")
		d.types("pan")
		d.sees("send the panel list", "newest first")
		d.types("zzz")
		d.sees("Nothing you kept has all of that.")
		d.keys("backspace", "backspace", "backspace")
		d.sees("send the panel list")
	})
	t.Run("enter goes there and esc comes back to the row", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel")
		d.keys("down")
		row := chosenRow(d)
		d.keys("enter")
		if _, ok := d.root.top().(*SearchScreen); ok {
			t.Fatalf("still here:\n%s", d.screen())
		}
		d.keys("esc")
		d.sees("/ panel")
		if got := chosenRow(d); got != row {
			t.Errorf("on %q, was on %q", got, row)
		}
	})
	t.Run("typed ahead, enter opens what is found for all of it", func(t *testing.T) {
		d, _ := searching(t)
		d.still = true // no read comes back before enter
		d.types("is:session panel")
		d.still = false
		d.keys("enter")
		if _, ok := d.root.top().(*SessionScreen); !ok {
			t.Errorf("on %T:\n%s", d.root.top(), d.screen())
		}
	})
	t.Run("an older answer is dropped", func(t *testing.T) {
		d, _ := searching(t)
		p := d.root.top().(*SearchScreen)
		p.in.SetValue("panel")
		old := p.find(10)
		p.in.SetValue("xylophone")
		d.settle(p.again())
		d.settle(old)
		d.sees("Nothing you kept has all of that.")
	})
}

// chosenRow is the row the cursor is on.
func chosenRow(d *desk) string {
	for row := range strings.SplitSeq(d.screen(), "\n") {
		if strings.Contains(row, "❯") {
			return strings.TrimSpace(row)
		}
	}
	return ""
}
