package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/store"
)

// clicks presses the left button and lets go.
func (d *desk) clicks(x, y int) {
	d.root.View() // what is seen is what is pressed
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// wheels turns the wheel n steps down, or up where n is negative.
func (d *desk) wheels(n int) {
	b := tea.MouseWheelDown
	if n < 0 {
		b = tea.MouseWheelUp
	}
	for range max(n, -n) {
		d.send(tea.MouseWheelMsg{X: 5, Y: 5, Button: b})
	}
}

// find is where a text is on the screen.
func (d *desk) find(text string) (x, y int) {
	d.t.Helper()
	for y, row := range strings.Split(d.screen(), "\n") {
		if i := strings.Index(row, text); i >= 0 {
			return ansi.StringWidth(row[:i]), y
		}
	}
	d.t.Fatalf("%q is not on the screen:\n%s", text, d.screen())
	return 0, 0
}

// clicksOn presses where a text is.
func (d *desk) clicksOn(text string) {
	d.t.Helper()
	x, y := d.find(text)
	d.clicks(x, y)
}

// waits lets so much time pass that the next press is no part of the last.
func (d *desk) waits() { d.now = d.now.Add(time.Minute) }

// listening is a desk with the mouse on.
func listening(t testing.TB) *desk {
	d := newDesk(t)
	d.root.listen(true)
	return d
}

// marked are the rows with the cursor's mark, and the cells the mark is in.
func (d *desk) marked() (x, y int, ok bool) {
	for y, row := range strings.Split(d.screen(), "\n") {
		if i := strings.Index(row, "❯"); i >= 0 {
			return ansi.StringWidth(row[:i]), y, true
		}
	}
	return 0, 0, false
}

// rowsSeen are the rows of lists that are on the screen.
func (d *desk) rowsSeen() []region {
	d.root.View()
	var out []region
	for _, r := range d.root.env.spots.regions {
		if what := d.root.env.spots.all[r.spot]; what.again == "enter" && what.part == nil {
			out = append(out, r)
		}
	}
	return out
}

// said is what is drawn in a region, without the cursor's mark, and that of a list the cursor is not in.
func (d *desk) said(r region) string {
	row := strings.Split(d.screen(), "\n")[r.y]
	text := ansi.TruncateLeft(ansi.Truncate(row, min(r.to, ansi.StringWidth(row)), ""), r.from, "")
	return strings.TrimSpace(strings.NewReplacer("❯", " ", "›", " ").Replace(text))
}

// TestMouseEverywhere goes over all pages: wherever the cursor can be, a press finds it, and every row
// that is seen is chosen by a press on it.
func TestMouseEverywhere(t *testing.T) {
	w := newWall(t)
	d := w.desk
	talks, _, err := d.store().Sessions(t.Context(), store.SessionQuery{Limit: 30})
	d.must(err)
	for _, talk := range talks[25:] { // so that there is something in the trash
		d.must(d.store().DeleteSession(t.Context(), talk.ID))
	}
	d.root.listen(true)
	checked := 0
	for i, page := range w.readPages() {
		for _, before := range page.before {
			sizes := [][2]int{{120, 40}, {60, 20}}
			if before != nil {
				sizes = sizes[i%2 : i%2+1] // each place once
			}
			for _, size := range sizes {
				t.Run(fmt.Sprintf("%02d %T %s %v", i, page.open(), strings.Join(before, " "), size), func(t *testing.T) {
					r := &presser{t: nil, d: d, open: page.open, before: before}
					d.t = t
					r.come()
					d.size(size[0], size[1])
					d.everyRowIsFound(t)
					checked += d.everyRowIsChosen(t)
				})
			}
		}
	}
	if checked < 300 {
		t.Errorf("only %d rows were pressed", checked)
	}
}

// everyRowIsFound walks the cursor down the page: under its mark is a row that can be pressed.
func (d *desk) everyRowIsFound(t *testing.T) {
	t.Helper()
	for range 12 {
		x, y, ok := d.marked()
		if !ok {
			return
		}
		if _, _, ok := d.root.env.spots.at(x, y); !ok {
			t.Fatalf("the row of the cursor cannot be pressed:\n%s", d.screen())
		}
		if _, typing := d.root.top().(Typing); typing {
			return
		}
		d.keys("down")
	}
}

func (d *desk) everyRowIsChosen(t *testing.T) (checked int) {
	t.Helper()
	for n := range d.rowsSeen() {
		rows := d.rowsSeen()
		if n >= len(rows) {
			break
		}
		r := rows[n]
		want := d.said(r)
		d.waits()
		d.root.pressed = pressed{}
		d.clicks(r.from+1, r.y)
		_, y, ok := d.marked()
		if !ok {
			t.Fatalf("after a press on %q nothing is chosen:\n%s", want, d.screen())
		}
		chosen := slices.ContainsFunc(d.rowsSeen(), func(s region) bool {
			return d.root.env.spots.all[s.spot].here && d.sameRow(want, d.said(s))
		})
		if !chosen {
			t.Fatalf("a press on %q (row %d) chose row %d:\n%s", want, r.y, y, d.screen())
		}
		if _, _, _, left := nextMark(d.root.View().Content); left {
			t.Fatalf("a mark is left on the page: %q", d.root.View().Content)
		}
		checked++
	}
	return checked
}

// sameRow reports whether two rows begin the same: the chosen one may be cut elsewhere.
func (d *desk) sameRow(a, b string) bool {
	n := min(len(a), len(b), 12)
	return a[:n] == b[:n]
}

func TestMouse(t *testing.T) {
	t.Run("off at first, and nothing is listened to", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		if v := d.root.View(); v.MouseMode != tea.MouseModeNone {
			t.Errorf("it asks for mode %v", v.MouseMode)
		}
		before := d.screen()
		d.clicks(5, 5)
		d.wheels(3)
		if d.screen() != before {
			t.Errorf("it did something:\n%s", d.screen())
		}
	})
	t.Run("a key turns it on and off, and it is remembered", func(t *testing.T) {
		d := newDesk(t)
		d.keys("f2")
		d.sees("The mouse is on")
		if v := d.root.View(); v.MouseMode != tea.MouseModeCellMotion {
			t.Errorf("it asks for mode %v", v.MouseMode)
		}
		if got, err := d.store().Setting(t.Context(), store.SettingMouse); got != "on" || err != nil {
			t.Errorf("it is remembered as %q, %v", got, err)
		}
		d.keys("f2")
		d.sees("The mouse is off")
		if v := d.root.View(); v.MouseMode != tea.MouseModeNone {
			t.Errorf("it asks for mode %v", v.MouseMode)
		}
	})
	t.Run("a press chooses and a second one opens", func(t *testing.T) {
		for _, wait := range []bool{false, true} {
			d := listening(t)
			d.writes("Priya N.", "- [ ] send it fri")
			d.writes("Sam T.", "- [ ] call fri")
			d.keys("a")
			d.clicksOn("send it")
			if !strings.Contains(d.flat(), "❯ · Fri Priya send it") {
				t.Fatalf("it is not chosen:\n%s", d.screen())
			}
			if wait {
				d.waits()
			}
			d.clicksOn("send it")
			d.sees("[timeline")
		}
	})
	t.Run("a row the keys chose is only chosen by the first press", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "- [ ] send it fri")
		d.keys("a")
		d.clicksOn("send it")
		d.sees("Open actions")
	})
	t.Run("the other column of the first page", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "- [ ] send it fri")
		d.send(changedMsg{})
		d.clicksOn("Priya N.")
		if x, _, _ := d.marked(); x < 20 {
			t.Errorf("the cursor is in column %d:\n%s", x, d.screen())
		}
		d.clicksOn("Priya N.")
		d.sees("[timeline")
	})
	t.Run("a part of a page", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "- [ ] send it fri")
		d.open(NewRelationship(d.root.env, d.sessions()[0].RelationshipID))
		d.clicksOn("topics")
		d.sees("[topics")
		d.clicksOn("timeline")
		d.sees("[timeline")
	})
	t.Run("a hint at the foot", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "We walked.")
		d.clicksOn("? help")
		d.sees("What can be done here")
		d.clicksOn("esc close")
		d.seesNot("What can be done here")
	})
	t.Run("beside what lies over a page nothing happens", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "- [ ] send it fri")
		d.keys("a", "?")
		before := d.screen()
		d.clicks(0, 4)
		d.clicks(70, 21)
		if d.screen() != before {
			t.Errorf("it did something:\n%s", d.screen())
		}
	})
	t.Run("a row of what lies over a page", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "We walked.")
		d.keys("ctrl+k")
		d.types("lib")
		d.clicksOn("the ideas")
		d.clicksOn("the ideas")
		d.sees("Library")
	})
	t.Run("the wheel scrolls a list, a text and a menu", func(t *testing.T) {
		d := listening(t)
		note := ""
		for n := range 40 {
			note += fmt.Sprintf("- [ ] thing %d\n", n)
		}
		d.writes("Priya N.", note)
		d.keys("a")
		d.wheels(4)
		if at := d.root.top().(*ActionsScreen).list.At; at != 4*wheelRows {
			t.Errorf("the cursor is on row %d", at)
		}
		d.wheels(-1)
		if at := d.root.top().(*ActionsScreen).list.At; at != 3*wheelRows {
			t.Errorf("the cursor is on row %d", at)
		}
		d.keys("esc")
		d.open(NewSession(d.root.env, d.sessions()[0].ID))
		before := d.screen()
		d.wheels(1)
		if d.screen() == before {
			t.Errorf("the text stays where it is:\n%s", before)
		}
		d.keys("?")
		d.wheels(1)
		if at := d.root.overlay().(*menu).list.At; at != wheelRows {
			t.Errorf("the menu is at %d", at)
		}
	})
	t.Run("in the words a press places the cursor, and a drag selects", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "We walked.")
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
		d.types("one two three\nfour five six")
		x, y := d.find("two")
		d.clicks(x, y)
		d.types("X")
		d.sees("one Xtwo three")
		x, y = d.find("four")
		d.root.View()
		d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		d.root.View()
		d.send(tea.MouseMotionMsg{X: x + 9, Y: y, Button: tea.MouseLeft})
		d.send(tea.MouseReleaseMsg{X: x + 9, Y: y, Button: tea.MouseLeft})
		d.send(tea.MouseMotionMsg{X: x + 2, Y: y, Button: tea.MouseLeft})
		d.types("Y")
		d.sees("Y six")
	})
	t.Run("the wheel scrolls the words", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "We walked.")
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
		d.types("the first\n" + strings.Repeat("more\n", 60) + "the last")
		d.sees("the last")
		d.wheels(-40)
		d.sees("the first")
		d.seesNot("the last")
		d.wheels(40)
		d.sees("the last")
	})
	t.Run("a field of a form", func(t *testing.T) {
		d := listening(t)
		d.keys("p") // the welcome page: add someone
		d.clicksOn("purpose")
		d.types("to find my feet")
		d.sees("❯ purpose       to find my feet")
		d.clicksOn("it is")
		d.sees("[under way]")
		d.clicksOn("[under way]")
		d.seesNot("[under way]")
	})
	t.Run("the text of a field", func(t *testing.T) {
		d := listening(t)
		d.keys("p")
		d.types("Priya Lee")
		d.keys("tab", "tab")
		d.types("to find my fet")
		x, y := d.find("fet")
		d.clicks(x+2, y)
		d.types("e")
		d.sees("to find my feet")
		x, y = d.find("purpose") // beside the text nothing moves
		d.clicks(x, y)
		d.types("e")
		d.sees("to find my feeet")
		x, y = d.find("find")
		d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		d.send(tea.MouseMotionMsg{X: x + 4, Y: y, Button: tea.MouseLeft})
		d.send(tea.MouseReleaseMsg{X: x + 4, Y: y, Button: tea.MouseLeft})
		d.types("mind")
		d.sees("to mind my feeet")
		d.keys("ctrl+s")
		d.sees("Priya is here now.")
	})
	t.Run("the text of a field that is hidden", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "we talked")
		d.keys("v")
		d.settle(ask(newForm("Somebody", []field{{key: "contact", label: "where", value: "down by the harbour"}}, func(values) tea.Cmd { return nil })))
		x, y := d.find("where")
		d.clicks(x+labelWidth+3, y)
		d.seesNot("harbour")
		d.keys("home")
		d.sees("harbour")
	})
	t.Run("a press while a key is answered is passed over", func(t *testing.T) {
		d := listening(t)
		d.writes("Priya N.", "- [ ] send it fri")
		d.keys("a")
		x, y := d.find("send it")
		d.root.turns.waiting++
		d.clicks(x, y)
		d.clicks(x, y)
		d.root.turns.waiting--
		d.sees("Open actions")
	})
}

// TestMouseFlood turns a wheel faster than can be seen.
func TestMouseFlood(t *testing.T) {
	now := time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC)
	filter := wheelFilter(func() time.Time { return now })
	passed := 0
	for range 1000 {
		if filter(nil, tea.MouseWheelMsg{Button: tea.MouseWheelDown}) != nil {
			passed++
		}
		now = now.Add(time.Millisecond)
	}
	if passed != 125 {
		t.Errorf("%d of 1000 steps in a second are taken", passed)
	}
	if filter(nil, tea.MouseClickMsg{Button: tea.MouseLeft}) == nil || filter(nil, keyPress("j")) == nil {
		t.Error("a press or a key is passed over")
	}
}

func TestSpots(t *testing.T) {
	at := func(s *spots, x, y int) int {
		what, within, ok := s.at(x, y)
		if !ok {
			return -1
		}
		what.point(within, false)
		return within
	}
	var got string
	point := func(name string) func() tea.Cmd { return func() tea.Cmd { got = name; return nil } }
	s := &spots{}
	left := s.row("日本 one", false, point("one"))
	right := s.row("two", false, point("two"))
	page := "head\n" + left + "   " + right + "  \n" + "│ " + s.place("三", point("three")) + " │"
	if drawn := s.read(page, 0, 0); drawn != "head\n日本 one   two  \n│ 三 │" {
		t.Errorf("%q is drawn", drawn)
	}
	for _, c := range []struct {
		x, y, within int
		want         string
	}{{0, 0, -1, ""}, {0, 1, 0, "one"}, {3, 1, 3, "one"}, {10, 1, 10, "one"}, {11, 1, 0, "two"}, {60, 1, 49, "two"}, {1, 2, -1, ""}, {2, 2, 0, "three"}, {4, 2, 2, "three"}, {5, 2, -1, ""}, {2, 3, -1, ""}} {
		got = ""
		if within := at(s, c.x, c.y); within != c.within || got != c.want {
			t.Errorf("at %d %d: %q, %d within; want %q, %d", c.x, c.y, got, within, c.want, c.within)
		}
	}
	var off *spots
	if off.row("one", false, nil) != "one" || off.read("one", 0, 0) != "one" {
		t.Error("with the mouse off something is marked")
	}
}

// TestMouseOver presses every row of what lies over a page.
func TestMouseOver(t *testing.T) {
	for name, open := range map[string]func(d *desk){
		"help":    func(d *desk) { d.keys("?") },
		"palette": func(d *desk) { d.keys("ctrl+k") },
		"found":   func(d *desk) { d.keys("ctrl+k"); d.types("sam") },
		"whom":    func(d *desk) { d.keys("n") },
		"somebody new": func(d *desk) {
			d.keys("n")
			d.types("Sam")
		},
		"questions": func(d *desk) {
			d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
			d.keys("ctrl+o")
		},
	} {
		for _, size := range [][2]int{{110, 40}, {60, 20}} {
			t.Run(fmt.Sprint(name, size), func(t *testing.T) {
				d := known(t)
				d.root.listen(true)
				d.size(size[0], size[1])
				open(d)
				if d.root.overlay() == nil {
					t.Fatal("nothing lies over the page")
				}
				d.everyRowIsFound(t)
				if n := d.everyRowIsChosen(t); n < 3 {
					t.Errorf("%d rows were pressed", n)
				}
			})
		}
	}
	t.Run("what was raised is ticked by a second press", func(t *testing.T) {
		d := listening(t)
		k := d.kept("Sam", "mentor", "first\nask: the promotion\nask: the move")
		d.open(NewWrite(d.root.env, WriteStart{SessionID: k.Session.ID}))
		d.keys("ctrl+g")
		d.clicksOn("the move")
		d.sees("❯ [ ] the move")
		d.clicksOn("the move")
		d.sees("[✓] the move", "[ ] the promotion")
	})
	t.Run("a row of the check-in", func(t *testing.T) {
		d := listening(t)
		d.writes("Sam T.", "We walked.")
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
		d.types("Again.")
		d.keys("ctrl+t")
		d.clicksOn("trust")
		d.sees("❯ trust")
	})
}
