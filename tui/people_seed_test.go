package tui

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

// circle is a small journal with every sort of relationship in it.
type circle struct {
	priya, sam, adaMentor, adaMentee, ines, aoi int64 // relationships
	tom                                         int64 // a person without one
}

// someYears fills the journal of d.
func someYears(d *desk) circle {
	d.t.Helper()
	ctx, st := context.Background(), d.store()
	var c circle
	add := func(p journal.Person, r *journal.Relationship) journal.PersonSummary {
		d.t.Helper()
		got, err := st.AddPerson(ctx, p, r)
		if err != nil {
			d.t.Fatal(err)
		}
		return got
	}
	rel := func(p journal.Person, r journal.Relationship) int64 {
		d.t.Helper()
		return add(p, &r).Relationships[0].ID
	}
	note := func(id int64, role journal.Role, daysAgo, minutes int, medium journal.Medium, text string) {
		d.t.Helper()
		at := d.now.AddDate(0, 0, -daysAgo).Add(-time.Hour)
		if _, err := st.KeepNote(ctx, journal.Note{RelationshipID: id, Role: role, At: at, Minutes: minutes, Medium: medium, Text: text}); err != nil {
			d.t.Fatal(err)
		}
	}
	day := func(n int) journal.Date { return journal.DateOf(d.now).AddDays(n) }

	c.priya = rel(journal.Person{Name: "Priya Nair", HowKnown: "the reading group at work", CommonGround: "we both came late to this field", CoreValues: "fairness; saying things plainly", Contact: "priya@example.org"},
		journal.Relationship{Role: journal.RoleMentor, State: journal.StateActive, Purpose: "chair the panel without hiding", Focus: []string{"confidence", "speaking"}, Rhythm: journal.Rhythm{Every: 2, Unit: journal.Weeks}, NextSession: day(5)})
	c.sam = rel(journal.Person{Name: "Sam Tennant", HowKnown: "my first lead"},
		journal.Relationship{Role: journal.RoleMentee, State: journal.StateActive, Purpose: "find my feet as a lead", NextSession: day(3)})
	c.adaMentor = rel(journal.Person{Name: "Ada Whitlock"}, journal.Relationship{Role: journal.RoleMentor, State: journal.StateActive, Purpose: "Go"})
	ada, err := st.Relationship(ctx, c.adaMentor)
	if err != nil {
		d.t.Fatal(err)
	}
	second, err := st.AddRelationship(ctx, journal.Relationship{PersonID: ada.PersonID, Role: journal.RoleMentee, State: journal.StateTrial, Purpose: "speaking in public"})
	if err != nil {
		d.t.Fatal(err)
	}
	c.adaMentee = second.ID
	c.ines = rel(journal.Person{Name: "Inés Köhler-Montgomery of the long name"}, journal.Relationship{Role: journal.RoleMutual, State: journal.StatePaused})
	c.aoi = rel(journal.Person{Name: "渡辺 葵"}, journal.Relationship{Role: journal.RoleMentor, State: journal.StateEnded, Purpose: "first year in the city"})
	c.tom = add(journal.Person{Name: "Tom Osei"}, nil).ID

	note(c.aoi, journal.RoleMentor, 400, 60, journal.MediumInPerson, "We closed the year with a walk along the river.\n\n- [x] write down what we would do again\n")
	note(c.priya, journal.RoleMentor, 30, 45, journal.MediumCall, "She asked for harder questions.\n- [ ] find the list of panels 1 nov\nshift: asking is a way of chairing\n")
	note(c.priya, journal.RoleMentee, 14, 30, "", "She showed me how she plans a week, and I took notes.\ngot: plan the energy, not the hours\n")
	note(c.priya, journal.RoleMentor, 1, 45, journal.MediumCall, "She is chairing the panel on the 3rd and slept badly. We talked about what a chair is for. I wanted to hand her my run sheet and asked what she would do first instead.\n\n- [ ] send the panel list fri\n- [ ] @priya try the opening on Leila 1 dec\nshift: chairing is listening\ngave: how I prepare for chairing\ngot: her view of remote panels\nask: what happens with the promotion\nask!: is she thinking of leaving\n")
	note(c.sam, journal.RoleMentee, 12, 60, journal.MediumInPerson, "We looked at my calendar. Sam asked which of these only I could do, and I had no answer.\n- [ ] try saying no to one meeting 20 nov\n- [ ] @sam introduce me to Leila\nshift: being useful is not the same as being busy\nask!: whether I should stay on this team\n")
	note(c.adaMentor, journal.RoleMentor, 70, 25, journal.MediumText, "Interfaces, and when to leave them out.\n- [ ] send the article on errors in 3 months\n")
	return c
}

// seeded is a desk with that journal, showing the page make gives.
func seeded(t testing.TB, make func(*Env, circle) Screen) (*desk, circle) {
	t.Helper()
	d := newDesk(t)
	c := someYears(d)
	d.open(make(d.root.env, c))
	return d, c
}
