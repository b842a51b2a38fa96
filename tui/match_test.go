package tui

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
)

func samsPage(e *Env, c circle) Screen { return NewRelationship(e, c.sam) }

// onPart turns the page to the part of that name.
func (d *desk) onPart(name string) {
	d.t.Helper()
	for range 12 {
		if strings.Contains(d.screen(), "["+name) {
			return
		}
		d.keys("tab")
	}
	d.t.Fatalf("there is no part %s:\n%s", name, d.screen())
}

func (d *desk) matchOf(relID int64) journal.Match {
	d.t.Helper()
	m, err := d.store().Match(context.Background(), relID)
	if err != nil {
		d.t.Fatal(err)
	}
	return m
}

func TestMatch(t *testing.T) {
	t.Run("empty, then why, common ground and what to watch", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.onPart("match")
		d.sees("can stand here; e begins", "I respect them, and would take a hard word")
		d.keys("e")
		d.types("tells me what I miss")
		d.keys("tab")
		d.types("the same first job")
		d.keys("tab")
		d.types("we both talk too long")
		d.keys("ctrl+s")
		d.sees("why Sam", "tells me what I miss", "common ground", "the same first job", "to watch", "we both talk too long")
		if m := d.matchOf(c.sam); m.Why != "tells me what I miss" || m.Common != "the same first job" || m.Watch != "we both talk too long" {
			t.Errorf("the journal has %+v", m)
		}
		d.keys("u")
		d.seesNot("tells me what I miss")
	})
	t.Run("going round does not lose the word on a line", func(t *testing.T) {
		said := journal.Check{Line: "time", Answer: journal.CheckNotSure, Word: "busy spring"}
		if next := nextAnswer(said); next != journal.CheckYes {
			t.Errorf("with a word comes %q", next)
		}
		said.Word = ""
		if next := nextAnswer(said); next != "" {
			t.Errorf("without one comes %q", next)
		}
	})
	t.Run("space goes round, 1 2 3 say it at once, enter takes a word", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.onPart("match")
		d.keys("enter")
		d.sees("Answer the line first")
		d.keys("space")
		d.sees("❯ ✓ yes")
		d.keys("space")
		d.sees("❯ – no")
		d.keys("space")
		d.sees("❯ ? not sure")
		d.keys("space")
		d.sees("❯ · ")
		if m := d.matchOf(c.sam); !m.IsZero() {
			t.Errorf("all answers are gone, but the journal has %+v", m)
		}
		d.keys("down", "2", "enter")
		d.types("we will both want the lead")
		d.keys("enter")
		d.sees("❯ – no", "They gain nothing if I fail.", "→ we will both want the lead")
		d.keys("3")
		d.sees("❯ ? not sure", "→ we will both want the lead")
		if m := d.matchOf(c.sam); len(m.Checks) != 1 || m.Checks[0] != (journal.Check{Line: "nothing-to-gain", Answer: journal.CheckNotSure, Word: "we will both want the lead"}) {
			t.Errorf("the journal has %+v", m.Checks)
		}
	})
	t.Run("the last line of a long page comes in sight", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		if err := d.store().SetMatch(context.Background(), journal.Match{RelationshipID: c.sam, Why: strings.Repeat("a reason and another one ", 40)}); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.size(60, 20)
		d.onPart("match")
		d.keys("end")
		d.sees("They know the way")
		d.keys("1")
		d.sees("❯ ✓ yes")
		d.keys("home")
		d.sees("❯ why Sam")
	})
	t.Run("the chosen line is in sight in every window", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		if err := d.store().SetMatch(context.Background(), journal.Match{RelationshipID: c.sam, Why: strings.Repeat("a reason and another one ", 10),
			Checks: []journal.Check{{Line: "time", Answer: journal.CheckYes, Word: strings.Repeat("a word and another one ", 10)}}}); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.onPart("match")
		for _, size := range [][2]int{{40, 10}, {52, 12}, {80, 24}, {110, 14}, {200, 60}} {
			d.size(size[0], size[1])
			d.keys("home")
			for range 12 {
				d.sees("❯ ")
				d.keys("down")
			}
			for range 12 {
				d.sees("❯ ")
				d.keys("up")
			}
			d.sees("❯ why Sam")
		}
	})
	t.Run("as mentor it is about offering", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.onPart("match")
		d.sees("I like how they go about things.")
	})
}

func TestMatchGolden(t *testing.T) {
	d, c := seeded(t, samsPage)
	err := d.store().SetMatch(context.Background(), journal.Match{
		RelationshipID: c.sam, Why: "He says the thing nobody says in the room, and stays kind while he does. I would rather hear it from him than find out in a year.",
		Common: "the same first job, ten years apart", Watch: "we both talk too long",
		Checks: []journal.Check{{Line: "respect", Answer: journal.CheckYes}, {Line: "time", Answer: journal.CheckNotSure, Word: "he said “for this, yes”; ask again in spring"}, {Line: "no-rivalry", Answer: journal.CheckNo, Word: "the lead role, perhaps"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	d.send(changedMsg{})
	d.onPart("match")
	d.keys("down", "down", "down", "down")
	d.goldens()
}
