package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/picture"
)

// parts are the places of parts of a picture that are on the screen.
func (d *desk) parts() []region {
	d.root.View()
	var out []region
	for _, r := range d.root.env.spots.regions {
		part := d.root.env.spots.all[r.spot].part
		for x := r.from; part != nil && x < min(r.to, d.root.w); x++ {
			if _, ok := part(x - r.from); ok {
				out = append(out, region{y: r.y, from: x, to: x + 1, spot: r.spot})
			}
		}
	}
	return out
}

// TestInsightsMouse presses parts all over every picture.
func TestInsightsMouse(t *testing.T) {
	d := onInsights(t)
	d.root.listen(true)
	for _, size := range [][2]int{{120, 40}, {60, 20}} {
		d.size(size[0], size[1])
		for n, pic := range d.insights().pictures() {
			p := d.insights()
			p.at, p.inside = n, true
			delete(p.spots, pic.ID)
			found, all := map[picture.Spot]bool{}, len(d.parts())
			for i := 0; i < all; i += max(1, all/10) {
				p.inside = true
				delete(p.spots, pic.ID) // the picture as it is come to
				d.root.pressed = pressed{}
				r := d.parts()[i]
				d.clicks(r.from, r.y)
				if !p.inside || p.at != n || d.root.top() != Screen(p) {
					t.Fatalf("%v %s: a press at %d %d left the picture:\n%s", size, pic.ID, r.from, r.y, d.screen())
				}
				found[p.spot(pic)] = true
			}
			if want := min(pic.Rows*pic.Cols, 3); len(found) < want {
				t.Errorf("%v: %d parts of %s were found, of %d places", size, len(found), pic.ID, all)
			}
		}
	}
}

// TestInsightsPress presses parts whose place is known.
func TestInsightsPress(t *testing.T) {
	t.Run("a column, above and below the line", func(t *testing.T) {
		d := onInsights(t)
		d.root.listen(true)
		d.size(120, 40)
		d.keys("enter")
		x, y := d.find("┃") // the mark is below the last column
		_, line := d.find("0 ─")
		for _, c := range []struct {
			x, y int
			want picture.Spot
		}{{x, line - 1, picture.Spot{Row: 0, Col: 52}}, {x, line + 1, picture.Spot{Row: 2, Col: 52}}, {x, line, picture.Spot{Row: 1, Col: 52}}, {x - 3, y, picture.Spot{Row: 1, Col: 49}}} {
			d.waits()
			d.clicks(c.x, c.y)
			p := d.insights()
			if got := p.spot(p.shown()); got.Row != c.want.Row || p.shown().Cols-1-got.Col != 52-c.want.Col {
				t.Errorf("a press at %d %d chose %v:\n%s", c.x, c.y, got, d.screen())
			}
		}
	})
	for _, key := range []string{"enter", "f7"} {
		t.Run("a second press opens it, with "+key, func(t *testing.T) {
			d := onInsights(t)
			d.root.listen(true)
			d.root.env.Keys = map[string][]string{"open": {key}, "look": {key}}
			d.size(120, 40)
			d.keys("tab")
			d.clicksOn("counselling     7")
			d.sees("❯ counselling", "Counselling: in")
			d.clicksOn("counselling     7")
			if _, ok := d.root.top().(*PickedScreen); !ok {
				t.Errorf("on top is %T:\n%s", d.root.top(), d.screen())
			}
		})
	}
	t.Run("a dot of the table", func(t *testing.T) {
		d := onInsights(t)
		d.root.listen(true)
		d.size(80, 24)
		for d.insights().shown().ID != "focus" {
			d.keys("tab")
		}
		d.keys("enter")
		x, y := d.find("ST")
		d.clicks(x, y+2)
		d.sees("with Sam Tennant")
		if got := d.insights().spot(d.insights().shown()); got.Row != 1 {
			t.Errorf("row %d is chosen:\n%s", got.Row, d.screen())
		}
	})
}

// TestInsightsUnread looks at the page, and presses a key, before anything is read.
func TestInsightsUnread(t *testing.T) {
	d := newDesk(t)
	aYearBothWays(d)
	_, cmd := d.root.Update(pushMsg{NewInsights(d.root.env)})
	d.sees("Insights", "12 months: 22 Nov 2025 to 21 Nov 2026")
	d.settle(cmd)
	var held tea.Cmd
	_, held = d.root.Update(keyPress("enter")) // opens the picture
	d.settle(held)
	p := d.insights()
	_, cmd = d.root.Update(keyPress("enter"))
	_, early := d.root.Update(keyPress("enter")) // typed ahead: it is for the list that is still read
	picked := newPicked(d.root.env, p.shown().Part(p.spot(p.shown())).Pick, func(journal.Veil) picture.Part { return p.shown().Part(p.spot(p.shown())) })
	text, _ := picked.Render(80, 20)
	if text == "" {
		t.Error("the list is blank while it is read")
	}
	d.settle(tea.Batch(cmd, early))
	if _, ok := d.root.top().(*SessionScreen); !ok {
		t.Errorf("the second enter was lost; on top is %T:\n%s", d.root.top(), d.screen())
	}
}

// TestInsightsLonger goes over the periods with one key there and with another back.
func TestInsightsLonger(t *testing.T) {
	d := onInsights(t)
	for _, c := range []struct{ key, sees string }{
		{"]", "2 years, kept since 11 Dec 2025"}, {"]", "5 years,"}, {"]", "10 years,"}, {"]", "all there is:"}, {"]", "there is no longer time"},
		{"[", "10 years,"}, {"[", "5 years,"}, {"[", "2 years,"}, {"[", "12 months,"}, {"[", "3 months:"}, {"[", "Three months are the shortest"},
	} {
		d.keys(c.key)
		d.sees(c.sees)
	}
	for name, c := range map[journal.PeriodName][2]string{journal.PeriodThisYear: {"3 months:", "12 months,"}, journal.PeriodLastYear: {"3 months:", "2 years,"}} {
		for i, key := range []string{"[", "]"} {
			d.settle(d.insights().look(name))
			d.keys(key)
			d.sees(c[i])
		}
	}
}
