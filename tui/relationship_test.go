package tui

import (
	"context"
	"testing"

	"bothways/journal"
)

func pageOf(id func(circle) int64) func(*Env, circle) Screen {
	return func(e *Env, c circle) Screen { return NewRelationship(e, id(c)) }
}

func priyasPage(e *Env, c circle) Screen { return NewRelationship(e, c.priya) }

func TestRelationshipGolden(t *testing.T) {
	t.Run("timeline", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.in(t).goldens()
	})
	t.Run("actions", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("tab")
		d.in(t).goldens()
	})
	t.Run("topics", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("tab", "tab")
		d.in(t).goldens()
	})
	t.Run("about", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("shift+tab")
		d.in(t).goldens()
	})
	t.Run("two roles", func(t *testing.T) {
		d, _ := seeded(t, pageOf(func(c circle) int64 { return c.adaMentor }))
		d.in(t).goldens()
	})
}

// in is the desk for the test t, so that its files are named for it.
func (d *desk) in(t *testing.T) *desk {
	c := *d
	c.t = t
	return &c
}

func TestRelationship(t *testing.T) {
	t.Run("an action is done with an outcome", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		d.keys("tab")
		d.sees("❯  ! 1 Nov", "find the list of panels")
		d.keys("x")
		d.types("it was on the intranet")
		d.keys("enter")
		d.sees("Done.", "find the list of panels → it was on the intranet", "CLOSED", "❯  · Fri")
		rows, _, err := d.store().Actions(context.Background(), actionsOf(c.priya, true))
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != 1 || rows[0].Outcome != "it was on the intranet" {
			t.Errorf("the journal has %+v", rows)
		}
		d.keys("u")
		d.seesNot("CLOSED")
	})
	t.Run("an action is added", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("tab", "+")
		d.types("@them bring a question 2 dec")
		d.keys("enter")
		d.sees("~ 2 Dec", "bring a question")
	})
	t.Run("a topic is raised, waits again, is hard", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("tab", "tab")
		d.sees("TO RAISE", "? hard", "is she thinking of leaving")
		d.keys("x")
		d.sees("✓ raised", "RAISED OR DROPPED")
		d.keys("u")
		d.seesNot("✓ raised")
		d.sees("❯  ? hard")
		d.keys("!")
		d.seesNot("? hard")
		d.keys("!")
		d.sees("❯  ? hard   is she thinking of leaving")
	})
	t.Run("rhythm and next conversation", func(t *testing.T) {
		d, c := seeded(t, pageOf(func(c circle) int64 { return c.sam }))
		d.keys("e", "tab")
		d.keys("ctrl+a", "delete")
		d.types("1 dec")
		d.sees("Tue 1 Dec")
		d.keys("tab")
		d.types("every 3 weeks")
		d.keys("ctrl+s")
		d.sees("next Tue 1 Dec", "every 3 weeks", "find my feet as a lead")
		r, err := d.store().Relationship(context.Background(), c.sam)
		if err != nil {
			t.Fatal(err)
		}
		if r.Rhythm != (journal.Rhythm{Every: 3, Unit: journal.Weeks}) || r.NextSession.String() != "2026-12-01" {
			t.Errorf("the journal has %+v, %s", r.Rhythm, r.NextSession)
		}
	})
	t.Run("a day that cannot be read", func(t *testing.T) {
		d, _ := seeded(t, pageOf(func(c circle) int64 { return c.sam }))
		d.keys("e", "tab", "ctrl+a", "delete")
		d.types("soonish")
		d.keys("ctrl+s")
		d.sees("That is not a day I can read", "soonish")
	})
	t.Run("a period that ends before it begins", func(t *testing.T) {
		d, c := seeded(t, pageOf(func(c circle) int64 { return c.sam }))
		d.keys("e", "shift+tab")
		d.types("2026-01-01")
		d.keys("shift+tab")
		d.types("2026-02-01")
		d.keys("ctrl+s")
		d.sees("The period ends (2026-01-01) before it begins", "2026-02-01")
		d.keys("esc", "esc")
		r, err := d.store().Relationship(context.Background(), c.sam)
		if err != nil {
			t.Fatal(err)
		}
		if !r.From.IsZero() || !r.Until.IsZero() {
			t.Errorf("the journal has %s to %s", r.From, r.Until)
		}
	})
	t.Run("the other role", func(t *testing.T) {
		d, _ := seeded(t, pageOf(func(c circle) int64 { return c.adaMentor }))
		d.sees("Ada Whitlock · I mentor", "also: mentors me")
		d.keys("s")
		d.sees("Ada Whitlock · mentors me · trial", "also: I mentor")
		d.keys("s")
		d.sees("Ada Whitlock · I mentor")
	})
	t.Run("one role only", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("s")
		d.sees("There is one relationship with Priya")
	})
	t.Run("answers about them are counted, and read", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		d.seesNot("of yours")
		rel, err := d.store().Relationship(context.Background(), c.priya)
		if err != nil {
			t.Fatal(err)
		}
		d.keepsAnswer("", rel.PersonID, 2, 0, "The panel is hers.")
		d.send(changedMsg{})
		d.sees("1 answer of yours · r")
		d.keepsAnswer("", rel.PersonID, 1, 0, "Still.")
		d.send(changedMsg{})
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
			d.size(size[0], size[1])
			d.sees("2 answers of yours · r")
		}
		d.sees("r your answers")
		d.size(80, 24)
		d.keys("shift+tab")
		d.sees("on your own   2 answers of yours · r")
		d.keys("r")
		d.sees("Answers about Priya Nair", "Still.")
	})
	t.Run("deleted meanwhile", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		p := d.root.top().(*RelationshipScreen)
		if err := d.store().DeletePerson(context.Background(), p.rel.PersonID); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("Not here any more")
		d.keys("u")
		d.sees("Priya Nair · I mentor")
	})
}

func TestSession(t *testing.T) {
	t.Run("golden", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("enter")
		d.in(t).goldens()
	})
	t.Run("details", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("enter", "m")
		d.sees("About this conversation")
		d.keys("tab", "tab", "tab", "tab", "tab", "tab", "tab", "2")
		d.keys("down", "5", "0", "ctrl+s")
		d.sees("50 min", "mentors me", "Fri 20 Nov")
		d.keys("u")
		d.sees("45 min", "I mentor")
	})
	t.Run("what it left to raise", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("enter")
		d.screen()
		d.keys("end")
		d.sees("WHAT CAME OF IT", "· given: how I prepare for chairing", "· received: her view of remote panels", "· shift: chairing is listening", "? to raise: is she thinking of leaving · hard to ask")
		d.seesNot("↓ more")
		d.size(60, 20)
		d.keys("home")
		d.sees("↓ more")
	})
	t.Run("delete and undo", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("enter")
		d.sees("chairing the panel on the 3rd")
		d.keys("D")
		d.sees("Delete this conversation?")
		d.keys("y")
		d.sees("Deleted. u brings it back.", "[timeline]")
		d.seesNot("chairing the panel on the 3rd")
		d.keys("u")
		d.sees("chairing the panel on the 3rd")
	})
}

func TestReadRhythm(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "none": "", "2 weeks": "every 2 weeks", "every month": "every month", "every 3 months": "every 3 months",
		"Weekly": "every week", "monthly": "every month", "every other week": "every 2 weeks", "1 week": "every week", "99 weeks": "every 99 weeks",
		"0 weeks": "?", "100 weeks": "?", "every": "?", "2": "?", "two days": "?", "-3 weeks": "?", "every 2 weeks or so": "?",
	} {
		t.Run(s, func(t *testing.T) {
			r, ok := readRhythm(s)
			got := r.String()
			if !ok {
				got = "?"
			}
			if got != want {
				t.Errorf("%q is read as %q, want %q", s, got, want)
			}
		})
	}
	t.Run("what is said is read", func(t *testing.T) {
		for n := 1; n <= 99; n++ {
			for _, u := range []journal.RhythmUnit{journal.Weeks, journal.Months} {
				want := journal.Rhythm{Every: n, Unit: u}
				if got, ok := readRhythm(want.String()); !ok || got != want {
					t.Fatalf("%q is read as %+v", want, got)
				}
			}
		}
	})
}

func TestReadFocus(t *testing.T) {
	got := readFocus(" confidence,, Hiring ,hiring, saying  no ,")
	want := []string{"confidence", "Hiring", "saying no"}
	if len(got) != len(want) {
		t.Fatalf("read %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("tag %d is %q, want %q", i, got[i], want[i])
		}
	}
}
