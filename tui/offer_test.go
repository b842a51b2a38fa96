package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"bothways/journal"
	"bothways/store"
)

// offer is the question that fits an occasion today.
func (d *desk) offer(moment journal.Moment, roles ...journal.Role) journal.Offered {
	d.t.Helper()
	q, err := d.store().Questions(context.Background())
	if err != nil {
		d.t.Fatal(err)
	}
	found := journal.Offer(q, journal.Occasion{Day: journal.DateOf(d.now), Moment: moment, Roles: roles}, 1)
	if len(found) == 0 {
		d.t.Fatal("no question fits")
	}
	return found[0]
}

// beginning is the first words of a question, which stand on one row in every width.
func beginning(p journal.Prompt) string {
	words := strings.Fields(p.Text)
	return strings.Join(words[:min(4, len(words))], " ")
}

// answer keeps an answer to a question at the time of the desk.
func (d *desk) answer(p journal.Prompt, text string) {
	d.t.Helper()
	if _, err := d.store().KeepAnswer(context.Background(), journal.Draft{Kind: journal.DraftAnswer, UID: store.NewUID(), Asked: p.Asked(), At: d.now, Text: text}); err != nil {
		d.t.Fatal(err)
	}
}

// hideSets hides every set of questions, or brings all of them back.
func (d *desk) hideSets(hidden bool) {
	d.t.Helper()
	q, err := d.store().Questions(context.Background())
	if err != nil {
		d.t.Fatal(err)
	}
	for _, s := range q.Sets {
		if err := d.store().HideSet(context.Background(), s.ID, hidden); err != nil {
			d.t.Fatal(err)
		}
	}
	d.send(changedMsg{})
}

// atQuestion fails unless a question is on top.
func (d *desk) atQuestion() {
	d.t.Helper()
	if _, ok := d.root.top().(*QuestionScreen); !ok {
		d.t.Fatalf("on top is %T", d.root.top())
	}
}

func TestQuestionForToday(t *testing.T) {
	allRoles := journal.Roles()
	t.Run("it stands below what is coming and r opens it", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		o := d.offer(journal.MomentAlone, allRoles...)
		d.sees("A QUESTION FOR TODAY", beginning(o.Prompt), "not asked yet · r answer")
		d.keys("r")
		d.atQuestion()
		d.sees(beginning(o.Prompt))
		d.keys("esc")
		d.sees("A QUESTION FOR TODAY")
	})
	t.Run("it is for the sides one is on", func(t *testing.T) {
		d := newDesk(t)
		rel := &journal.Relationship{Role: journal.RoleMentee, State: journal.StateActive}
		if _, err := d.store().AddPerson(context.Background(), journal.Person{Name: "Sam T."}, rel); err != nil {
			t.Fatal(err)
		}
		for range 60 {
			d.now = d.now.AddDate(0, 0, 1)
			d.send(changedMsg{})
			o := d.offer(journal.MomentAlone, journal.RoleMentee)
			if !o.Prompt.Role.Fits(journal.RoleMentee) {
				t.Fatalf("%q is for a %s", o.Prompt.Text, o.Prompt.Role)
			}
			d.sees(beginning(o.Prompt))
		}
	})
	t.Run("answered today it stays and says so", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		o := d.offer(journal.MomentAlone, allRoles...)
		d.answer(o.Prompt, "It was the way she waited.")
		d.send(changedMsg{})
		d.sees("A QUESTION FOR TODAY", beginning(o.Prompt), "answered today")
		d.seesNot("not asked")
		d.size(60, 20)
		d.sees(beginning(o.Prompt), "answered today")
	})
	t.Run("it says since when it has not been asked", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		p := d.offer(journal.MomentAlone, allRoles...).Prompt
		now := d.now
		d.now = time.Date(2026, time.May, 4, 9, 0, 0, 0, now.Location())
		d.answer(p, "In May it was this.")
		for d.now = now; ; d.now = d.now.AddDate(0, 0, 1) { // it comes back by itself
			if d.now.Year() > 2026 {
				t.Fatal("it did not come back within weeks")
			}
			if d.offer(journal.MomentAlone, allRoles...).Prompt.ID == p.ID {
				break
			}
		}
		d.send(changedMsg{})
		d.sees(beginning(p), "not asked since May · r answer")
	})
	t.Run("hidden, all of them", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		d.hideSets(true)
		d.seesNot("A QUESTION FOR TODAY", "r answer")
		d.keys("r")
		d.sees("There is no question to offer")
		d.hideSets(false)
		d.sees("A QUESTION FOR TODAY")
	})
	t.Run("however much there is to follow up, both are in sight", func(t *testing.T) {
		d := newDesk(t)
		for i := range 20 {
			n := journal.Note{PersonName: fmt.Sprintf("Person %d", i), Role: journal.RoleMentor, At: d.now.Add(time.Duration(-i) * time.Hour), Text: "- [ ] send the list\n- [ ] read the draft again 1 dec"}
			if _, err := d.store().KeepNote(context.Background(), n); err != nil {
				t.Fatal(err)
			}
		}
		d.send(changedMsg{})
		words := beginning(d.offer(journal.MomentAlone, journal.RoleMentor).Prompt)
		for _, size := range [][2]int{{40, 10}, {60, 20}, {75, 24}, {80, 24}, {120, 30}} {
			d.size(size[0], size[1])
			for _, key := range []string{"j", "k", "tab", "j", "k", "tab"} {
				for range 22 {
					d.sees(words)
					if !strings.Contains(d.screen(), "❯") {
						t.Fatalf("at %v no row is chosen:\n%s", size, d.screen())
					}
					if d.keys(key); key == "tab" {
						break
					}
				}
			}
		}
	})
	t.Run("a draft of an answer is offered under a first name or nobody's", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		p := d.offer(journal.MomentAlone, allRoles...).Prompt
		priya := d.sessions()[0]
		for i, person := range []int64{0, priya.PersonID} {
			draft := journal.Draft{Kind: journal.DraftAnswer, UID: store.NewUID(), Writer: store.NewUID(), Typed: 1, PersonID: person, Asked: p.Asked(), At: d.now, Text: fmt.Sprintf("the %d. time I thought", i+1), UpdatedAt: d.now}
			if _, err := d.store().SaveDraft(context.Background(), draft); err != nil {
				t.Fatal(err)
			}
		}
		d.send(changedMsg{})
		d.sees("NOT KEPT YET", "✎ today  –        the 1. time I thought", "✎ today  "+strings.Fields(priya.PersonName)[0])
		for !strings.Contains(d.chosenRow(), "✎") {
			d.keys("k")
		}
		d.keys("enter")
		if _, isNote := d.root.top().(*WriteScreen); isNote || len(d.root.pages) != 2 {
			t.Errorf("on top is %T", d.root.top())
		}
	})
}

func TestWelcomeQuestion(t *testing.T) {
	t.Run("r sits with a question", func(t *testing.T) {
		d := newDesk(t)
		d.sees("r   sit with a question")
		d.keys("r")
		d.atQuestion()
		d.sees(beginning(d.offer(journal.MomentAlone).Prompt))
		d.keys("esc")
		d.sees("All it needs is a name")
	})
	t.Run("the ways in are seen in the smallest window", func(t *testing.T) {
		d := newDesk(t)
		d.size(40, 10)
		d.sees("  n   write", "  p   add", "  r   sit with", "  d   look")
	})
	t.Run("none is left", func(t *testing.T) {
		d := newDesk(t)
		d.hideSets(true)
		d.keys("r")
		d.sees("There is no question to offer")
	})
}

func TestPrepareQuestion(t *testing.T) {
	// prepare opens the page for the relationship with a person.
	prepare := func(t *testing.T, d *desk, name string) {
		t.Helper()
		rels, err := d.store().OpenRelationships(context.Background(), name, 1)
		if err != nil || len(rels) != 1 {
			t.Fatal(rels, err)
		}
		d.open(NewPrepare(d.root.env, rels[0].ID))
	}
	t.Run("it fits the role", func(t *testing.T) {
		for name, role := range map[string]journal.Role{"priya": journal.RoleMentor, "sam": journal.RoleMentee, "ines": journal.RoleMutual} {
			d := newDesk(t)
			d.story()
			prepare(t, d, name)
			o := d.offer(journal.MomentBefore, role)
			if !o.Prompt.Role.Fits(role) {
				t.Errorf("%s: %q is for a %s", name, o.Prompt.Text, o.Prompt.Role)
			}
			d.sees("TO GO IN WITH", beginning(o.Prompt), "o begins the note with it")
		}
	})
	t.Run("o begins the note with it, enter without", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		prepare(t, d, "priya")
		d.keys("o")
		d.sees("Priya N. · I mentor · today 14:30", "## "+beginning(d.offer(journal.MomentBefore, journal.RoleMentor).Prompt))
		d.keys("esc")
		d.sees("TO GO IN WITH")
		d.keys("enter")
		d.sees("Priya N. · I mentor · today 14:30")
		d.seesNot(beginning(d.offer(journal.MomentBefore, journal.RoleMentor).Prompt))
	})
	t.Run("the end of the page is reached in a small window", func(t *testing.T) {
		for _, size := range [][2]int{{40, 10}, {60, 14}, {60, 20}} {
			d := newDesk(t)
			d.size(size[0], size[1])
			d.story()
			prepare(t, d, "priya")
			d.screen()
			for range 40 {
				d.keys("j")
				d.screen()
			}
			d.sees(beginning(d.offer(journal.MomentBefore, journal.RoleMentor).Prompt))
			for range 40 {
				d.keys("k")
				d.screen()
			}
			d.sees("I SAID I WOULD")
			if !strings.Contains(d.chosenRow(), "Send the panel list") {
				t.Errorf("at %v the cursor is on %q", size, d.chosenRow())
			}
		}
	})
	t.Run("hidden, all of them", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		prepare(t, d, "priya")
		d.hideSets(true)
		d.seesNot("TO GO IN WITH", "o begins")
		d.keys("o")
		d.sees("There is no question to offer")
	})
}
