package tui

import (
	"strings"
	"testing"
)

func TestMenuRows(t *testing.T) {
	t.Run("a name is whole where there is room", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewSetPage(d.root.env, "thirty-seconds"))
		for _, size := range [][2]int{{60, 20}, {80, 24}} {
			d.size(size[0], size[1])
			d.keys("?")
			d.sees("new question ")
			for _, a := range d.root.overlay().(*menu).all {
				if row := widthOfName(d.root.overlay().(*menu), size[0]-8); len([]rune(a.Name)) > row {
					t.Errorf("at %v %q has %d cells", size, a.Name, row)
				}
			}
			d.keys("esc")
		}
	})
	t.Run("a reason is whole, and so is what the chosen one does", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewSetPage(d.root.env, "thirty-seconds"))
		for _, size := range [][2]int{{60, 20}, {80, 24}} {
			d.size(size[0], size[1])
			d.keys("?")
			d.types("a question of yours")
			for _, word := range strings.Fields("This question is built in and stays as it is; d hides it, and n puts one of your own beside it.") {
				d.sees(word)
			}
			d.keys("esc")
		}
	})
	t.Run("the chosen one is in sight from the first to the last", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewSetPage(d.root.env, "thirty-seconds"))
		for _, size := range [][2]int{{40, 10}, {60, 20}, {80, 24}} {
			d.size(size[0], size[1])
			d.keys("?")
			m := d.root.overlay().(*menu)
			for _, key := range []string{"down", "up"} {
				for range m.all {
					if !strings.Contains(d.screen(), "❯ "+m.shown[m.list.At].Label()) {
						t.Fatalf("at %v %q is not in sight:\n%s", size, m.shown[m.list.At].Name, d.screen())
					}
					d.keys(key)
				}
			}
			d.keys("esc")
		}
	})
}

func widthOfName(m *menu, w int) int { return m.columns(w).name }
