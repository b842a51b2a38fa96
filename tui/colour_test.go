package tui

import (
	"fmt"
	"image/color"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"bothways/journal"
	"bothways/tui/theme"
)

// TestNotByColourAlone moves about on every page of a full journal: whatever a key changes in colours
// it changes in signs or words as well.
func TestNotByColourAlone(t *testing.T) {
	w := newWall(t)
	d := w.desk
	*d.root.env.Theme = *theme.New(true)
	changed := 0
	for _, page := range append(w.readPages(), w.rarePages()...) {
		for _, before := range page.before {
			r := &presser{t: t, d: d, open: page.open, before: before}
			r.come()
			for _, key := range []string{"down", "down", "up", "tab", "right", "left", "end", "home"} {
				was, said := d.root.View(), d.screen()
				at := fmt.Sprintf("%T, %q: %s", d.root.top(), before, key)
				d.keys(key)
				is := d.root.View()
				if was.Content == is.Content {
					continue
				}
				changed++
				if d.screen() == said {
					t.Errorf("%s changes only colours:\n%s", at, said)
				}
			}
		}
	}
	if changed < 200 {
		t.Errorf("only %d keys changed anything", changed)
	}
}

// TestSignsWithoutColours reads rows that have a colour with a meaning as somebody does who sees none.
func TestSignsWithoutColours(t *testing.T) {
	d := newDesk(t)
	*d.root.env.Theme = *theme.Plain(true)
	day := d.root.env.Day()
	row := func(a journal.Action) string {
		return actionRow(journal.ActionView{Action: a}, d.root.env, "Ada", false, 70)
	}
	for _, c := range []struct {
		name, sign string
		a          journal.Action
	}{
		{"mine", "  · ", journal.Action{Owner: journal.OwnerMe, Due: day.AddDays(9)}},
		{"overdue", "  ! ", journal.Action{Owner: journal.OwnerMe, Due: day.AddDays(-9)}},
		{"theirs", "  ~ ", journal.Action{Owner: journal.OwnerThem, Due: day.AddDays(9)}},
		{"theirs and overdue", " ~! ", journal.Action{Owner: journal.OwnerThem, Due: day.AddDays(-9)}},
		{"done", "  ✓ ", journal.Action{Owner: journal.OwnerMe, State: journal.ActionDone}},
		{"dropped", "  – ", journal.Action{Owner: journal.OwnerMe, State: journal.ActionDropped}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.a.State == "" {
				c.a.State = journal.ActionOpen
			}
			c.a.Text = "send it"
			if got := ansi.Strip(row(c.a)); !strings.HasPrefix(got[1:], c.sign) {
				t.Errorf("got %q", got)
			}
		})
	}
}

// TestThemes draws the first page once in each theme, with its colours.
func TestThemes(t *testing.T) {
	d := newDesk(t)
	d.story()
	for name, look := range map[string]theme.Look{
		"dark": {Chosen: theme.ChooseDark}, "light": {Chosen: theme.ChooseLight}, "plain": {Chosen: theme.ChoosePlain},
		"16 on dark": {Chosen: theme.ChooseSixteen, Dark: true}, "16 on light": {Chosen: theme.ChooseSixteen},
	} {
		t.Run(name, func(t *testing.T) {
			*d.root.env.Theme = *look.Theme()
			content := d.root.View().Content
			if name == "plain" {
				if c := regexp.MustCompile("\x1b\\[[0-9;]*[34]8?[0-9;]*m").FindString(content); c != "" {
					t.Errorf("there is a colour: %q", c)
				}
			}
			golden.RequireEqual(t, []byte(strings.ReplaceAll(rightTrimmed(content), "\x1b", "␛")))
		})
	}
}

// TestThemeFollowsTheTerminal tells the program what a terminal tells of itself, in either order.
func TestThemeFollowsTheTerminal(t *testing.T) {
	same := func(a, b *theme.Theme) bool {
		return a.Dark == b.Dark && a.Key.GetForeground() == b.Key.GetForeground()
	}
	few := tea.ColorProfileMsg{Profile: colorprofile.ANSI}
	white := tea.BackgroundColorMsg{Color: color.White}
	for _, c := range []struct {
		name   string
		chosen theme.Choice
		told   []tea.Msg
		want   *theme.Theme
	}{
		{"white", "", []tea.Msg{white}, theme.New(false)},
		{"few colours on white", "", []tea.Msg{few, white}, theme.Sixteen(false)},
		{"white, of few colours", "", []tea.Msg{white, few}, theme.Sixteen(false)},
		{"many colours", "", []tea.Msg{white, tea.ColorProfileMsg{Profile: colorprofile.TrueColor}}, theme.New(false)},
		{"dark was chosen", theme.ChooseDark, []tea.Msg{white}, theme.New(true)},
		{"plain was chosen", theme.ChoosePlain, []tea.Msg{few, white}, theme.Plain(false)},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			d.root.colours.Chosen = c.chosen
			for _, m := range c.told {
				d.send(m)
			}
			if !same(d.root.env.Theme, c.want) {
				t.Error("it is another theme")
			}
		})
	}
}

// TestStill looks at pages while time goes by and nobody does anything.
func TestStill(t *testing.T) {
	t.Run("a countdown says that it runs, and that it is over", func(t *testing.T) {
		for _, still := range []bool{true, false} {
			d := newDesk(t)
			d.root.env.Still = still
			d.still = true
			s := NewQuestion(d.root.env, QuestionStart{SetID: "thirty-seconds"})
			d.open(s)
			s.clock.toggle(s.ID())
			var seen []string
			for range 29 {
				d.root.Update(tickMsg{s.clock.to, s.clock.turn})
				if !slices.Contains(seen, d.screen()) {
					seen = append(seen, d.screen())
				}
			}
			if still && len(seen) != 1 || !still && len(seen) != 29 {
				t.Errorf("with reduced motion %v it looks %d ways", still, len(seen))
			}
			if still {
				d.sees("30 s, and it runs")
			}
			d.root.Update(tickMsg{s.clock.to, s.clock.turn})
			d.sees("The time is up.")
		}
	})
	t.Run("nothing else moves", func(t *testing.T) {
		w := newWall(t)
		d := w.desk
		for _, page := range w.readPages() {
			(&presser{t: t, d: d, open: page.open}).come()
			was := d.screen()
			d.now = d.now.Add(90_000_000_000)
			d.root.Update(lookMsg{}) // what follows it would go on for ever
			if d.screen() != was {
				t.Errorf("%T moves by itself:\n%s\n%s", d.root.top(), was, d.screen())
			}
		}
	})
}
