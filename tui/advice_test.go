package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/store"
)

func cellsOf(s string) int     { return ansi.StringWidth(s) }
func stripped(s string) string { return strings.TrimRight(ansi.Strip(s), " ") }

func TestAdviceGolden(t *testing.T) {
	t.Run("what became of it", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		d.keys("down", "down", "t")
		d.types("it held for a week\n")
		d.keys("home", "f")
		d.types("Sam\n")
		d.types("she liked it\n")
		d.in(t).goldens()
	})
	t.Run("nothing yet", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofInes, nil)
		d.in(t).goldens()
	})
}

func TestAdvice(t *testing.T) {
	t.Run("newest first", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		got := d.screen()
		at := strings.Index(got, "her view of remote panels")
		if at < 0 || at > strings.Index(got, "plan the energy, not the hours") {
			t.Errorf("the order is another one:\n%s", got)
		}
		d.sees("[exchanges 3]", "given     Fri", "received  7 Nov")
	})
	t.Run("tried, and what came of it", func(t *testing.T) {
		d, c := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "t")
		d.sees("Tried: plan the energy")
		d.types("it worked with the team\n")
		d.sees("Noted. u takes it back.", "→ tried today: it worked with the team")
		page, _, err := d.store().Exchanges(context.Background(), store.ExchangeQuery{RelationshipID: c.priya})
		if err != nil {
			t.Fatal(err)
		}
		if a := page[2].Advice; len(a) != 1 || a[0].Kind != journal.AdviceTried || a[0].Outcome != "it worked with the team" {
			t.Errorf("the journal has %+v", a)
		}
		d.keys("u")
		d.seesNot("→ tried")
	})
	t.Run("passed on, seen over there, and back across", func(t *testing.T) {
		d, c := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "f")
		d.sees("Passed on to whom?")
		d.types("Sam\n")
		d.sees("Passed on: plan the energy")
		d.types("in one line\n")
		d.sees("→ passed on to Sam today: in one line")
		d.keys("down", "enter")
		d.sees("Sam Tennant · mentors me")
		d.keys("esc", "esc")
		d.open(partsPage(d.root.env, c.sam))
		d.turnTo("exchanges")
		d.sees("came      today   from Priya: plan the energy, not the hours → in one line", "go to Priya")
		d.keys("enter")
		d.sees("Priya Nair · I mentor")
	})
	t.Run("not to whom it came from", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "f")
		d.types("Priya\n")
		d.sees("It came from Priya Nair; choose somebody else")
		d.seesNot("→ passed on")
	})
	t.Run("what was given is not tried", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		for range 3 {
			if strings.Contains(d.screen(), "❯ given") {
				break
			}
			d.keys("down")
		}
		d.sees("❯ given")
		d.keys("t")
		d.sees("Only what you received can be tried")
	})
	t.Run("a note is changed and deleted", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "t")
		d.types("it helped\n")
		d.keys("end", "e")
		d.types(" a little")
		d.keys("tab", "ctrl+a", "delete")
		d.types("12 nov")
		d.keys("ctrl+s")
		d.sees("→ tried 12 Nov: it helped a little")
		d.keys("D")
		d.sees("Deleted. u brings it back.", "plan the energy, not the hours")
		d.seesNot("→ tried")
		d.keys("u")
		d.sees("→ tried 12 Nov: it helped a little")
	})
	t.Run("a note needs a day", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "t", "enter", "end", "e", "tab", "ctrl+a", "delete")
		d.types("in 2 weeks")
		d.keys("ctrl+s")
		d.sees("A day that has been")
	})
	t.Run("the conversation it came from", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, nil)
		d.keys("end", "enter")
		d.sees("She showed me how she plans a week")
	})
	t.Run("older ones on demand", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, func(d *desk, c circle) {
			var b strings.Builder
			for i := range adviceRead + 5 {
				fmt.Fprintf(&b, "got: thing %d\n", i)
			}
			if _, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: c.priya, Role: journal.RoleMentor, At: d.now.AddDate(-1, 0, 0), Text: b.String()}); err != nil {
				d.t.Fatal(err)
			}
		})
		d.sees("older")
		d.keys("end", "o", "end")
		d.sees(fmt.Sprintf("exchanges %d", adviceRead+8), "thing 0")
	})
	t.Run("fits every window", func(t *testing.T) {
		d, _ := onPart(t, "exchanges", ofPriya, aYear)
		for _, size := range [][2]int{{40, 10}, {47, 13}, {60, 20}, {110, 35}, {200, 60}} {
			d.size(size[0], size[1])
			d.fits(size[0], size[1])
		}
	})
}

func TestPastDay(t *testing.T) {
	now := newDesk(t).now // Sat 21 Nov 2026
	for s, want := range map[string]string{
		"today": "2026-11-21", "yesterday": "2026-11-20", "fri": "2026-11-20", "12 nov": "2026-11-12", "nov 12": "2026-11-12", "1 dec": "2025-12-01",
		"21 nov": "2026-11-21", "2026-11-12": "2026-11-12", "12 nov 2024": "2024-11-12",
		"": "?", "none": "?", "tomorrow": "?", "in 2 weeks": "?", "+10d": "?", "next tue": "?", "1 dec 2026": "?", "2027-01-01": "?", "soon": "?",
	} {
		t.Run(s, func(t *testing.T) {
			day, ok := pastDay(s, now)
			got := day.String()
			if !ok {
				got = "?"
			}
			if got != want {
				t.Errorf("%q is read as %s, want %s", s, got, want)
			}
		})
	}
}
