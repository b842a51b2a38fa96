package tui

import (
	"context"
	"testing"

	"bothways/journal"
)

// considered is a desk with somebody who is only thought about, on their page.
func considered(t *testing.T, role journal.Role) (*desk, int64) {
	t.Helper()
	d, _ := seeded(t, func(e *Env, _ circle) Screen { return NewPeople(e) })
	got, err := d.store().AddPerson(context.Background(), journal.Person{Name: "Leila Marsh"}, &journal.Relationship{Role: role, State: journal.StateConsidering, Purpose: "chairing"})
	if err != nil {
		t.Fatal(err)
	}
	id := got.Relationships[0].ID
	d.open(NewRelationship(d.root.env, id))
	return d, id
}

func (d *desk) relationship(id int64) journal.RelationshipSummary {
	d.t.Helper()
	r, err := d.store().Relationship(context.Background(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

func TestAskingGolden(t *testing.T) {
	d, _ := considered(t, journal.RoleMentee)
	t.Run("considering", func(t *testing.T) { d.in(t).goldens() })
	t.Run("asking", func(t *testing.T) { d.keys("A"); d.in(t).goldens() })
	d.keys("ctrl+s")
	t.Run("answer", func(t *testing.T) { d.keys("A"); d.in(t).goldens() })
	d.keys("right", "right", "tab", "tab")
	d.types("Noor Haddad")
	d.keys("ctrl+s")
	t.Run("declined", func(t *testing.T) { d.in(t).goldens() })
}

func TestAsking(t *testing.T) {
	t.Run("asked, on trial, under way", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		d.sees("considering", "not asked yet · A once you have", "A asked")
		d.keys("A")
		d.types("yesterday")
		d.keys("tab")
		d.types("over coffee")
		d.keys("ctrl+s")
		d.sees("asked on Fri 20 Nov, over coffee · A what came of it")
		d.keys("A", "tab")
		d.types("in 2 months")
		d.keys("ctrl+s")
		d.sees("on trial until Thu 21 Jan 2027 · A when it is over")
		if r := d.relationship(id); r.State != journal.StateTrial || r.TrialUntil.String() != "2027-01-21" || r.AskedOn.String() != "2026-11-20" || r.AskedHow != "over coffee" {
			t.Errorf("the journal has %+v", r.Relationship)
		}
		d.keys("A")
		d.sees("[it goes on]")
		d.keys("ctrl+s")
		d.sees("Leila Marsh · mentors me", "Under way.")
		d.seesNot("trial")
		d.keys("A")
		d.sees("It is under way already")
		d.keys("u")
		d.sees("on trial until")
		d.keys("u", "u")
		d.sees("not asked yet")
	})
	t.Run("nothing but the step itself is needed", func(t *testing.T) {
		d, id := considered(t, journal.RoleMutual)
		d.keys("A", "ctrl+s")
		d.sees("asked on Sat 21 Nov · A what came of it")
		d.keys("A", "right", "ctrl+s")
		if r := d.relationship(id); r.State != journal.StateActive {
			t.Errorf("it is %s", r.State)
		}
	})
	t.Run("a day to come is a plan", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		d.keys("A")
		d.types("tue")
		d.sees("a plan: until then it stays one to consider")
		d.keys("ctrl+s")
		d.sees("considering", "you mean to ask on Tue 24 Nov · A once you have")
		if r := d.relationship(id); r.State != journal.StateConsidering {
			t.Errorf("it is %s", r.State)
		}
	})
	t.Run("offering oneself", func(t *testing.T) {
		d, _ := considered(t, journal.RoleMentor)
		d.sees("not offered yet · A once you have", "A offered")
		d.keys("A")
		d.sees("Offered to Leila Marsh")
		d.keys("tab")
		d.types("she asked me")
		d.keys("ctrl+s")
		d.sees("offered on Sat 21 Nov, she asked me")
	})
	t.Run("declined, and somebody else is named", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		d.keys("A", "ctrl+s", "A", "tab", "tab")
		d.types("Noor Haddad")
		d.sees("Noor Haddad becomes the next one to consider")
		d.keys("ctrl+s")
		d.sees("Somebody is named instead where it comes to nothing", "Noor Haddad") // it is a trial still
		d.keys("tab", "right", "right", "ctrl+s")
		d.sees("declined", "S goes to Noor Haddad, who was suggested instead", "Noor Haddad is one to consider now")
		d.keys("S")
		d.sees("Noor Haddad · mentors me · considering", "not asked yet", "suggested by Leila Marsh")
		d.keys("S")
		d.sees("Leila Marsh · mentors me · declined")
		d.keys("shift+tab")
		d.sees("named instead Noor Haddad")
		d.keys("A")
		d.sees("Leila Marsh · mentors me · considering")
		if r := d.relationship(id); r.State != journal.StateConsidering {
			t.Errorf("it is %s", r.State)
		}
		d.keys("u", "u")
		d.sees("asked on")
	})
	t.Run("a trial that is over", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		if err := d.store().Trial(context.Background(), id, journal.Date{Year: 2026, Month: 11, Day: 12}); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("the trial was until Thu 12 Nov · A what comes of it")
		d.seesNot("on trial until")
	})
	t.Run("several were named, and it was named itself", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		for _, name := range []string{"Noor Haddad", "Bo Lind"} {
			if _, err := d.store().Decline(context.Background(), id, name); err != nil {
				t.Fatal(err)
			}
		}
		d.send(changedMsg{})
		d.sees("S goes to Noor Haddad, Bo Lind, who were suggested instead")
		d.keys("S", "right", "ctrl+s")
		d.sees("Bo Lind · mentors me · considering", "suggested by Leila Marsh")
		d.keys("A", "ctrl+s", "A", "right", "right", "tab", "tab")
		d.types("Kit Rao")
		d.keys("ctrl+s")
		d.sees("S goes to Kit Rao, who was suggested instead · suggested by Leila Marsh")
		d.keys("S")
		d.sees("Go to whom?", "[Kit Rao]", "Leila Marsh")
		d.keys("right", "ctrl+s")
		d.sees("Leila Marsh · mentors me · declined")
	})
	t.Run("under way the link is known too", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		next, err := d.store().Decline(context.Background(), id, "Noor Haddad")
		if err != nil {
			t.Fatal(err)
		}
		if err := d.store().Trial(context.Background(), next.ID, journal.Date{}); err != nil {
			t.Fatal(err)
		}
		if err := d.store().BeginAgain(context.Background(), id); err != nil {
			t.Fatal(err)
		}
		d.open(NewRelationship(d.root.env, next.ID))
		d.keys("A", "ctrl+s", "shift+tab")
		d.sees("suggested by  Leila Marsh")
		d.keys("S", "shift+tab")
		d.sees("Leila Marsh · mentors me · considering", "named instead Noor Haddad")
	})
	t.Run("considered again where there is an open one", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		d.keys("A", "ctrl+s", "A", "right", "right", "ctrl+s")
		if _, err := d.store().AddRelationship(context.Background(), journal.Relationship{PersonID: d.relationship(id).PersonID, Role: journal.RoleMentee, State: journal.StateActive}); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.keys("A")
		d.sees("There is an open one with Leila in this role; s goes round to it.")
		d.keys("s")
		d.seesNot("declined ·")
	})
	t.Run("the whole way with nothing but its steps", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		for _, want := range []journal.State{journal.StateAsked, journal.StateTrial, journal.StateActive} {
			d.keys("A", "ctrl+s")
			if r := d.relationship(id); r.State != want {
				t.Fatalf("it is %s, want %s", r.State, want)
			}
		}
		d.keys("F", "E", "y")
		d.sees("Ended with Leila Marsh")
		d.keys("enter")
		d.sees("Leila Marsh · mentors me · ended", "ended 21 Nov 2026 · not talked yet")
		if r := d.relationship(id); r.State != journal.StateEnded || r.AskedHow != "" || r.Thanks != "" || !r.From.IsZero() {
			t.Errorf("the journal has %+v", r.Relationship)
		}
	})
	t.Run("somebody new to consider", func(t *testing.T) {
		d, _ := seeded(t, func(e *Env, _ circle) Screen { return NewPeople(e) })
		d.keys("+")
		d.types("Noor Haddad")
		d.keys("shift+tab", "right", "ctrl+s", "enter")
		d.sees("Noor Haddad · I mentor · considering", "not offered yet")
	})
}

func TestRelationshipForm(t *testing.T) {
	t.Run("a second one in the same role goes to the one there is", func(t *testing.T) {
		d, c := seeded(t, pageOf(func(c circle) int64 { return c.adaMentor }))
		d.keys("N", "left")
		d.sees("[mentors me]", "there already: ctrl+s goes there")
		d.keys("ctrl+s")
		d.sees("Ada Whitlock · mentors me · trial", "This one was there already.")
		if p, err := d.store().Person(context.Background(), d.relationship(c.adaMentor).PersonID); err != nil || len(p.Relationships) != 2 {
			t.Errorf("there are %d, %v", len(p.Relationships), err)
		}
	})
	t.Run("a purpose typed for it is not lost", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("N", "left", "tab")
		d.types("something new")
		d.keys("ctrl+s")
		d.sees("There is one like this already", "something new")
	})
	t.Run("a rhythm of nothing", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.keys("e", "tab", "tab")
		d.types("0 weeks")
		d.keys("ctrl+s")
		d.sees("A rhythm begins at one; none takes it away.", "0 weeks")
		if r := d.relationship(c.sam); !r.Rhythm.IsZero() {
			t.Errorf("the journal has %s", r.Rhythm)
		}
	})
	t.Run("an open one is not ended here", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.keys("e", "tab", "tab", "tab")
		d.sees("F on the page ends it well")
		d.keys("right")
		d.sees("[paused]")
		d.keys("right")
		d.sees("[considering]")
		d.seesNot("declined")
		d.keys("left", "ctrl+s")
		if r := d.relationship(c.sam); r.State != journal.StatePaused {
			t.Errorf("it is %s", r.State)
		}
	})
	t.Run("a closed one is not opened here", func(t *testing.T) {
		d, c := seeded(t, pageOf(func(c circle) int64 { return c.aoi }))
		d.keys("e")
		d.types(", and the second")
		d.keys("tab", "tab", "tab")
		d.sees("[ended]", "F on the page begins it again")
		d.keys("right", "ctrl+s")
		if r := d.relationship(c.aoi); r.State != journal.StateEnded || r.Purpose != "first year in the city, and the second" {
			t.Errorf("the journal has %+v", r.Relationship)
		}
	})
	t.Run("ended elsewhere while the form is open", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.keys("e", "tab", "tab", "tab", "right")
		if err := d.store().EndRelationship(context.Background(), c.sam, journal.Ending{}); err != nil {
			t.Fatal(err)
		}
		d.keys("ctrl+s")
		d.sees("is ended; on its page F begins it", "[paused]")
		if r := d.relationship(c.sam); r.State != journal.StateEnded {
			t.Errorf("it is %s", r.State)
		}
	})
	t.Run("how it was asked is put right", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.keys("e", "shift+tab", "shift+tab", "shift+tab", "shift+tab")
		d.types("in a letter")
		d.keys("ctrl+s")
		if r := d.relationship(c.sam); r.AskedHow != "in a letter" || r.State != journal.StateActive {
			t.Errorf("the journal has %+v", r.Relationship)
		}
	})
}

// TestAskingDays takes a day and month just gone by as that day, and no day that is over for what is
// to come.
func TestAskingDays(t *testing.T) {
	t.Run("the day one meant to ask on has gone by", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		d.keys("A")
		d.types("27 nov")
		d.keys("ctrl+s")
		d.sees("you mean to ask on Fri 27 Nov")
		d.now = d.now.AddDate(0, 0, 8)
		d.open(NewRelationship(d.root.env, id))
		d.sees("you meant to ask on Fri 27 Nov")
		d.keys("A")
		d.types("27 nov")
		d.sees("Fri 27 Nov")
		d.keys("ctrl+s")
		d.sees("asked on Fri 27 Nov · A what came of it")
		d.keys("A", "tab")
		d.types("2026-11-01")
		d.keys("ctrl+s")
		d.sees("Sun 1 Nov is over; a trial needs a day to come.")
	})
	t.Run("paused, and going on", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		r := d.relationship(id)
		r.State = journal.StatePaused
		if err := d.store().ChangeRelationship(context.Background(), r.Relationship); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("A go on")
		d.keys("A")
		d.sees("Under way.")
		if r := d.relationship(id); r.State != journal.StateActive || r.ResumedOn != d.root.env.Day() {
			t.Errorf("it is %s, went on again on %v", r.State, r.ResumedOn)
		}
	})
	t.Run("another role is gone to", func(t *testing.T) {
		d, _ := considered(t, journal.RoleMentee)
		d.keys("N", "ctrl+s")
		d.sees("Leila Marsh · I mentor", "Added.")
	})
	t.Run("the next conversation is to come", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		d.open(NewPrepare(d.root.env, id))
		d.keys("w")
		d.types("2026-01-01")
		d.keys("enter")
		d.sees("Thu 1 Jan is over; the next conversation needs a day to come.")
	})
	t.Run("no review is planned with somebody it has ended with", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		if err := d.store().EndRelationship(context.Background(), id, journal.Ending{}); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.turnTo("reviews")
		d.keys("+")
		d.sees("Nothing is planned with somebody it has ended with")
		d.keys("w")
		d.types("Looking back.")
		d.keys("ctrl+s")
		d.sees("What was decided?")
		d.seesNot("next review")
	})
}
