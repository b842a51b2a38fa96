package tui

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// onPart is a desk on one part, title, of the page of the relationship id gives.
func onPart(t testing.TB, title string, id func(circle) int64, before func(*desk, circle)) (*desk, circle) {
	t.Helper()
	d := newDesk(t)
	c := someYears(d)
	if before != nil {
		before(d, c)
	}
	d.open(partsPage(d.root.env, id(c)))
	d.turnTo(title)
	return d, c
}

// partsPage is a relationship's page with the parts that are tested here.
func partsPage(env *Env, id int64) *RelationshipScreen {
	p := NewRelationship(env, id)
	p.parts = []relPart{newBalancePart(env), newAdvicePart(env)}
	return p
}

// turnTo goes to a part of the page on top by its name.
func (d *desk) turnTo(title string) {
	d.t.Helper()
	for range 9 {
		if strings.Contains(d.screen(), "["+title) {
			return
		}
		d.keys("tab")
	}
	d.t.Fatalf("there is no part %q:\n%s", title, d.screen())
}

func ofPriya(c circle) int64 { return c.priya }
func ofInes(c circle) int64  { return c.ines }
func ofSam(c circle) int64   { return c.sam }
func ofAda(c circle) int64   { return c.adaMentee }

// aYear adds a year of conversations with Priya, with how each was.
func aYear(d *desk, c circle) {
	d.t.Helper()
	lines := []string{"gave: how I run a review\n", "gave: a way to say no\ngot: what the floor hears\n", "", "got: a book on chairs\n", "gave: my first talk\ngave: and what went wrong\n"}
	for i := range 10 {
		energy := []int{1, 2, 1, 0, 0, -1, 1, 0, -1, -2}[i]
		at := d.now.AddDate(0, -10+i, -3)
		if _, err := d.store().KeepNote(context.Background(), journal.Note{
			RelationshipID: c.priya, Role: journal.RoleMentor, At: at, Minutes: 40, Text: "We talked about the panel.\n" + lines[i%len(lines)],
			CheckIn: journal.CheckIn{Energy: &energy, Split: journal.Split{Listening: 5, Asking: 3, Advising: 2}},
		}); err != nil {
			d.t.Fatal(err)
		}
	}
}

func TestBalanceGolden(t *testing.T) {
	t.Run("a year", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofPriya, aYear)
		d.in(t).goldens()
	})
	t.Run("a beginning", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofPriya, nil)
		d.in(t).goldens()
	})
	t.Run("a first conversation", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofInes, func(d *desk, c circle) {
			energy := 1
			if _, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: c.ines, Role: journal.RoleMentee, At: d.now.AddDate(0, 0, -1), Text: "got: a map of the house", CheckIn: journal.CheckIn{Energy: &energy}}); err != nil {
				d.t.Fatal(err)
			}
		})
		d.in(t).goldens()
	})
	t.Run("nothing yet", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofInes, nil)
		d.in(t).goldens()
	})
}

func TestBalance(t *testing.T) {
	t.Run("what went each way", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofPriya, aYear)
		d.size(120, 50)
		d.sees("given          9  █████████", "received       6  ██████", "as mentor     12", "as mentee      1", "8 h 40 in all",
			"█████▒▒▒░░", "listening 5", "▅▆▅▄▄▃▅▄▃▂", "from +1 to −2, over 10 conversations")
	})
	t.Run("too little to say", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofPriya, nil)
		d.size(120, 50)
		d.sees("HOW IT WENT", "No check-in says yet")
		d.seesNot("by month", "ENERGY AFTERWARDS", "LISTENING")
	})
	t.Run("hours of those that say them", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofPriya, func(d *desk, c circle) { d.talks(c.priya, []int{3, 2}, 1, 0) })
		d.size(120, 50)
		d.sees("kept           5, 2 h noted in 3 of them", "ENERGY AFTERWARDS", "Said in 2 conversations so far: too little to say.", "LISTENING, ASKING, ADVISING")
		d.seesNot("in all", "HOW IT WENT")
	})
	t.Run("read on down the page", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofPriya, aYear)
		d.size(60, 20)
		d.sees("GIVEN AND RECEIVED", "↓ more")
		d.seesNot("WHAT BECAME OF ACTIONS")
		d.keys("end")
		d.sees("WHAT BECAME OF ACTIONS", "Priya")
		d.seesNot("↓ more", "GIVEN AND RECEIVED")
		d.keys("home")
		d.sees("GIVEN AND RECEIVED")
	})
	t.Run("what became of actions", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofPriya, nil)
		d.size(120, 50)
		d.sees("you            0        0     2             0")
		d.turnTo("actions")
		d.keys("x")
		d.types("it went well\n")
		d.turnTo("balance")
		d.sees("you            1        0     1             0")
	})
	t.Run("nothing is wider than the window", func(t *testing.T) {
		d, _ := onPart(t, "balance", ofPriya, aYear)
		d.keys("home")
		for _, size := range [][2]int{{40, 10}, {47, 13}, {60, 20}, {110, 35}, {200, 60}} {
			d.size(size[0], size[1])
			d.fits(size[0], size[1])
		}
	})
}

// fits fails where the screen is larger than the window.
func (d *desk) fits(w, h int) {
	d.t.Helper()
	rows := strings.Split(d.screen(), "\n")
	if len(rows) > h {
		d.t.Errorf("at %dx%d there are %d rows", w, h, len(rows))
	}
	for _, r := range rows {
		if n := cellsOf(r); n > w {
			d.t.Errorf("at %dx%d a row has %d cells: %q", w, h, n, r)
		}
	}
}

// fitsEverySize fails where a page is larger than a window of any size.
func (d *desk) fitsEverySize(name string) {
	d.t.Helper()
	before := d.t.Failed()
	for _, size := range [][2]int{{1, 1}, {20, 5}, {39, 10}, {40, 9}, {40, 10}, {47, 13}, {60, 20}, {76, 24}, {80, 24}, {109, 30}, {110, 35}, {200, 60}} {
		d.size(size[0], size[1])
		d.fits(size[0], size[1])
	}
	d.size(80, 24)
	if d.t.Failed() && !before {
		d.t.Errorf("that is %s", name)
	}
}

func TestMonths(t *testing.T) {
	d := newDesk(t)
	of := func(months ...journal.BalanceMonth) []string {
		p := balancePicture{theme: d.root.env.Theme, env: d.root.env, today: d.root.env.Day(), w: 80}
		rows := p.months(months)
		for i, r := range rows {
			rows[i] = stripped(r)
		}
		return rows
	}
	t.Run("months without anything are there", func(t *testing.T) {
		rows := of(journal.BalanceMonth{Year: 2026, Month: time.August, Gave: 4}, journal.BalanceMonth{Year: 2026, Month: time.October, Got: 1})
		want := []string{"  by month    Aug  Sep  Oct  Nov", "  given       █4   ·    ·    ·", "  received    ·    ·    ▂1   ·"}
		if !slices.Equal(rows, want) {
			t.Errorf("%q", rows)
		}
	})
	t.Run("over the turn of a year", func(t *testing.T) {
		rows := of(journal.BalanceMonth{Year: 2020, Month: time.May, Gave: 40}, journal.BalanceMonth{Year: 2025, Month: time.December, Gave: 1}, journal.BalanceMonth{Year: 2026, Month: time.January, Got: 1})
		if !strings.Contains(rows[0], "Dec  Jan  Feb") || !strings.Contains(rows[1], "▂1") || strings.Contains(rows[1], "40") {
			t.Errorf("%q", rows)
		}
	})
	t.Run("long ago", func(t *testing.T) {
		rows := of(journal.BalanceMonth{Year: 2021, Month: time.May, Gave: 1}, journal.BalanceMonth{Year: 2021, Month: time.June, Got: 1})
		if !strings.HasPrefix(rows[0], "  to Jun 2021 May  Jun") {
			t.Errorf("%q", rows)
		}
	})
}
