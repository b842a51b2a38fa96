package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/picture"
	"bothways/tui/theme"
)

// aYearBothWays fills the journal with a year of conversations in every role, with check-ins, actions
// and lines that went across.
func aYearBothWays(d *desk) {
	d.t.Helper()
	ctx := context.Background()
	var rels []int64
	for _, p := range []struct {
		name  string
		role  journal.Role
		focus []string
	}{
		{"Priya Nair", journal.RoleMentor, []string{"confidence", "chairing"}},
		{"Sam Tennant", journal.RoleMentee, []string{"transition", "confidence"}},
		{"Inés Köhler-Montgomery of the long name", journal.RoleMutual, []string{"resilience"}},
		{"渡辺 葵", journal.RoleMentor, []string{"finding one's way"}},
	} {
		got, err := d.store().AddPerson(ctx, journal.Person{Name: p.name}, &journal.Relationship{Role: p.role, State: journal.StateActive, Focus: p.focus})
		if err != nil {
			d.t.Fatal(err)
		}
		rels = append(rels, got.Relationships[0].ID)
	}
	lines := []string{"gave: a way to say no\n", "got: what the floor hears\n- [ ] read it\n", "", "- [ ] @them try it\ngave: my first talk\ngot: a laugh\n", "priv: she may leave\n"}
	for i := range 44 {
		energy := []int{1, 2, 0, -1, 1, 0, 2, -2, 1}[i%9]
		n := journal.Note{
			RelationshipID: rels[i*i%7%len(rels)], Role: journal.Roles()[i*i%5%3], At: d.now.AddDate(0, 0, -i*8-i%3), Minutes: []int{45, 60, 0, 30}[i%4],
			Text: "We talked about the panel with Priya.\n" + lines[i%len(lines)],
		}
		if i%3 != 1 {
			n.CheckIn = journal.CheckIn{Energy: &energy, Split: journal.Split{Listening: 3 + i%4, Asking: 4, Advising: 3 - i%4}, Interventions: []string{journal.Interventions()[i*i%6]}}
		}
		if _, err := d.store().KeepNote(ctx, n); err != nil {
			d.t.Fatal(err)
		}
	}
	page, _, err := d.store().Actions(ctx, store.ActionQuery{Limit: 9})
	if err != nil {
		d.t.Fatal(err)
	}
	for i, a := range page {
		if err := d.store().CloseAction(ctx, a.ID, []journal.ActionState{journal.ActionDone, journal.ActionDone, journal.ActionDropped}[i%3], ""); err != nil {
			d.t.Fatal(err)
		}
	}
}

// onInsights is a desk on the pictures of that year.
func onInsights(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	aYearBothWays(d)
	d.keys("I")
	return d
}

func (d *desk) insights() *InsightsScreen {
	d.t.Helper()
	p, ok := d.root.top().(*InsightsScreen)
	if !ok {
		d.t.Fatalf("on top is %T:\n%s", d.root.top(), d.screen())
	}
	return p
}

func TestInsightsGolden(t *testing.T) {
	d := onInsights(t)
	t.Run("the list", func(t *testing.T) { d.in(t).goldens() })
	for _, pic := range d.insights().pictures() {
		d.keys("enter")
		t.Run(pic.ID, func(t *testing.T) {
			if !pic.Drawn() {
				t.Fatalf("it is not drawn: %s", pic.Sentence)
			}
			d.in(t).goldens()
		})
		d.keys("esc", "tab")
	}
	t.Run("what a part is made of", func(t *testing.T) {
		d.keys("home", "enter", "enter")
		d.in(t).goldens()
		d.keys("esc", "esc")
	})
	t.Run("nothing yet", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewInsights(d.root.env))
		d.in(t).goldens()
	})
}

// TestInsightsColours keeps how a picture is styled on a light and on a dark background.
func TestInsightsColours(t *testing.T) {
	d := onInsights(t)
	d.size(80, 24)
	d.keys("enter")
	for name, dark := range map[string]bool{"dark": true, "light": false} {
		t.Run(name, func(t *testing.T) {
			*d.root.env.Theme = *theme.New(dark)
			golden.RequireEqual(t, []byte(d.root.View().Content))
		})
	}
}

func TestInsights(t *testing.T) {
	t.Run("every part opens as many as it says", func(t *testing.T) {
		d := onInsights(t)
		p := d.insights()
		checked := 0
		for i, pic := range p.pictures() {
			for row := range pic.Rows {
				for col := range pic.Cols {
					part := pic.Part(picture.Spot{Row: row, Col: col})
					page, err := readPicked(context.Background(), d.store(), part.Pick, "", 1000)
					if err != nil {
						t.Fatal(err)
					}
					if len(page.rows) != part.N {
						t.Errorf("picture %d: %q opens %d, not %d", i, part.Says, len(page.rows), part.N)
					}
					checked += part.N
				}
			}
		}
		if checked < 200 {
			t.Errorf("only %d things were counted", checked)
		}
	})
	t.Run("a part opens, and what it lists opens further", func(t *testing.T) {
		d := onInsights(t)
		d.keys("enter", "enter")
		d.sees("Insights", "Week of 16 Nov 2026", "Priya Nair")
		d.keys("enter")
		if _, ok := d.root.top().(*SessionScreen); !ok {
			t.Fatalf("on top is %T", d.root.top())
		}
		d.keys("esc", "esc")
		d.sees("Conversations, both ways", "┃")
		d.keys("esc")
		d.sees("❯ Conversations, both ways", "The nine interventions")
		d.keys("esc")
		d.seesNot("The nine interventions")
	})
	t.Run("the keys move among parts and pictures", func(t *testing.T) {
		d := onInsights(t)
		d.keys("right", "left", "up")
		d.sees("Week of 9 Nov 2026", "as mentor", "▲")
		d.keys("down", "down")
		d.sees("as mentee", "▼")
		d.keys("tab")
		d.sees("The nine interventions", "❯ teaching")
		d.keys("j", "down")
		d.sees("❯ role modelling")
		d.keys("end")
		d.sees("❯ resources")
		d.keys("shift+tab", "shift+tab")
		d.sees("Hours a month")
	})
	t.Run("the period is chosen", func(t *testing.T) {
		d := onInsights(t)
		d.sees("12 months, kept since 11 Dec 2025")
		d.keys("[")
		d.sees("3 months: 22 Aug to 21 Nov 2026")
		d.keys("[")
		d.sees("3 months")
		d.keys("p")
		d.sees("Which time", "❯   3 months", "last year")
		d.types("10 y")
		d.keys("enter")
		d.sees("10 years, kept since 11 Dec 2025", "by week")
		d.keys("]", "]")
		d.sees("all there is")
	})
	t.Run("the period stays", func(t *testing.T) {
		d := onInsights(t)
		d.keys("]", "esc")
		d.seesNot("Insights")
		d.keys("I")
		d.sees("2 years, kept since")
		d.keys("p")
		d.sees("❯   2 years")
		d.keys("enter")
		d.sees("2 years, kept since")
	})
	t.Run("a young journal is drawn from where it began", func(t *testing.T) {
		d := newDesk(t)
		got, err := d.store().AddPerson(context.Background(), journal.Person{Name: "Priya"}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateActive})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 4 {
			if _, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: got.Relationships[0].ID, At: d.now.AddDate(0, 0, -6*i), Minutes: 30, Text: fmt.Sprint("words ", i)}); err != nil {
				t.Fatal(err)
			}
		}
		d.keys("I", "enter")
		d.sees("12 months, kept since 3 Nov 2026", "     2 Nov ")
		if n := d.insights().shown().Cols; n != 3 {
			t.Errorf("there are %d weeks", n)
		}
		d.keys("end")
		d.sees("Week of 16 Nov 2026")
		d.keys("esc", "end", "enter")
		d.sees("Nov 26  2 h")
		d.seesNot("Oct 26")
	})
	t.Run("the list stays as it is while one moves through it", func(t *testing.T) {
		d := onInsights(t)
		p := d.insights()
		for h := 8; h < 60; h += 3 {
			beside, _ := saidRows(p.pictures(), 33, h, true)
			alone, _ := saidRows(p.pictures(), 74, h, false)
			long := 0
			for p.at = range p.pictures() {
				all, from, to := p.listOf(38, h, true)
				if p.at == 0 {
					long = len(all)
				}
				if len(all) != long || to-from > 1+beside {
					t.Errorf("with picture %d of %d rows the list has %d, before it had %d", p.at, h, len(all), long)
				}
				if all, _, _ := p.listOf(79, h, false); alone > 0 && len(all) > h {
					t.Errorf("picture %d takes the list to %d rows of %d", p.at, len(all), h)
				}
			}
		}
	})
	t.Run("the list beside a picture says which one it is", func(t *testing.T) {
		d := onInsights(t)
		d.size(120, 40)
		d.sees("  Listening, asking, advising   ")
		d.keys("tab", "tab")
		d.sees("Listening, asking, advising, by month", "❯ Listening, asking, advising ")
		d.seesNot("by mo…")
		d.keys("enter")
		d.sees("› Listening, asking, advising ", "❯ Nov 26")
		d.seesNot("❯ Listening")
	})
	t.Run("an empty part says so and opens nothing", func(t *testing.T) {
		d := onInsights(t)
		d.keys("tab", "enter", "end", "enter")
		d.sees("Resources: never in this time", "There is nothing here to open.")
	})
	t.Run("names and what was told in confidence are hidden", func(t *testing.T) {
		d := onInsights(t)
		d.keys("v")
		for range d.insights().pictures() {
			d.keys("enter")
			d.seesNot("Priya", "Tennant", "渡辺", "Köhler")
			d.keys("enter")
			d.seesNot("Priya", "Tennant", "渡辺", "Köhler", "she may leave")
			if _, ok := d.root.top().(*PickedScreen); ok {
				d.keys("esc")
			}
			d.keys("esc", "tab")
		}
	})
	t.Run("a few conversations are not drawn", func(t *testing.T) {
		d := newDesk(t)
		got, err := d.store().AddPerson(context.Background(), journal.Person{Name: "Priya"}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateActive})
		if err != nil {
			t.Fatal(err)
		}
		for i := range journal.LeastTalks {
			if _, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: got.Relationships[0].ID, At: d.now.Add(-time.Duration(i) * time.Hour), Text: fmt.Sprint("words ", i)}); err != nil {
				t.Fatal(err)
			}
			d.open(NewInsights(d.root.env))
			drawn := d.insights().shown().Drawn()
			if drawn != (i == journal.LeastTalks-1) {
				t.Errorf("with %d it is drawn: %v\n%s", i+1, drawn, d.screen())
			}
			if !drawn {
				d.sees("Too little to say")
				d.keys("enter")
				d.sees("From 3 on they")
			}
			d.keys("g")
		}
	})
	t.Run("what is drawn can be told apart without colours", func(t *testing.T) {
		d := onInsights(t)
		d.size(120, 40)
		for _, pic := range d.insights().pictures() {
			for _, cell := range pic.Legend {
				sign := strings.TrimSpace(cell.Text)
				if n := strings.Count(d.legend(pic), sign); sign != "" && len([]rune(sign)) == 1 && n > 1 && !strings.Contains(d.legend(pic), "up "+sign) {
					t.Errorf("%s: %q means %d things: %s", pic.ID, sign, n, d.legend(pic))
				}
			}
		}
	})
}

// legend is the legend of a picture as it is read.
func (d *desk) legend(pic picture.Picture) string {
	var b strings.Builder
	for _, c := range pic.Legend {
		b.WriteString(c.Text)
	}
	return b.String()
}
