package tui

import (
	"context"
	"testing"

	"bothways/journal"
)

func TestWelcomeGolden(t *testing.T) { newDesk(t).goldens() }

func TestTodayGolden(t *testing.T) {
	d := newDesk(t)
	d.story()
	d.goldens()
}

func TestToday(t *testing.T) {
	t.Run("an action done with an outcome", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		d.sees("Send the panel list")
		d.keys("x")
		d.sees("Done: Send the panel list")
		d.types("she had it by nine")
		d.keys("enter")
		d.sees("Done. u takes it back.")
		d.seesNot("! Wed")
		d.keys("u")
		d.sees("Undone: action done: Send the panel list (Priya N.).", "Send the panel list")
	})
	t.Run("carried over to the day proposed", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		d.keys("c", "enter")
		d.sees("Carried over.", "carried once")
	})
	t.Run("a day that cannot be read is not taken", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		d.keys("c")
		d.keys("ctrl+u")
		d.types("someday")
		d.keys("enter")
		d.sees("not a day I can read")
		d.keys("esc")
		d.seesNot("carried once")
	})
	t.Run("tab goes to the people and enter opens one", func(t *testing.T) {
		d := newDesk(t)
		d.story()
		d.keys("tab", "enter")
		d.sees("Priya N.")
		d.keys("esc")
		d.sees("bothways")
	})
	t.Run("escape on the first page stays and says so", func(t *testing.T) {
		d := newDesk(t)
		d.keys("esc")
		d.sees("q leaves")
	})
}

func TestPrepareGolden(t *testing.T) {
	d := newDesk(t)
	d.story()
	rels, err := d.store().OpenRelationships(context.Background(), "priya", 1)
	if err != nil || len(rels) != 1 {
		t.Fatal(rels, err)
	}
	d.open(NewPrepare(d.root.env, rels[0].ID))
	d.goldens()
}

func TestPrepare(t *testing.T) {
	d := newDesk(t)
	d.story()
	rels, err := d.store().OpenRelationships(context.Background(), "priya", 1)
	if err != nil {
		t.Fatal(err)
	}
	d.open(NewPrepare(d.root.env, rels[0].ID))
	d.sees("I SAID I WOULD", "PRIYA SAID", "TO RAISE", "LAST TIME")
	d.keys("t")
	d.types("! whether she wants to stay")
	d.keys("enter")
	d.sees("? hard", "whether she wants to stay")
	d.keys("a")
	d.types("@them book the room tue")
	d.sees("Priya's, due Tue 24 Nov")
	d.keys("enter")
	d.sees("book the room")
	d.keys("w")
	d.keys("ctrl+u")
	d.types("tue")
	d.keys("enter")
	d.sees("next Tue 24 Nov")
	d.keys("enter")
	d.sees("Priya N. · I mentor · today 14:30")
	d.keys("esc", "esc")
	d.sees("COMING UP", "Tue 24")
}

func TestHelpAndPalette(t *testing.T) {
	d := newDesk(t)
	d.story()
	d.keys("?")
	d.sees("What can be done here", "write about a conversation")
	d.types("undo")
	d.keys("enter")
	d.sees("Undone")
	d.keys("ctrl+k")
	d.types("actions")
	d.keys("esc")
	d.sees("PEOPLE")
}

// TestKeys proves that no two enabled actions of a page share a key.
func TestKeys(t *testing.T) {
	d := newDesk(t)
	check := func(page string) {
		seen := map[string]string{}
		for _, a := range d.root.actions() {
			if a.Name == "" || a.Help == "" || a.Group == "" {
				t.Errorf("%s: action %q says too little", page, a.ID)
			}
			for _, k := range a.Keys {
				if other, ok := seen[k]; ok && a.Enabled() {
					t.Errorf("%s: %q and %q share the key %s", page, other, a.ID, k)
				}
				if a.Enabled() {
					seen[k] = a.ID
				}
			}
		}
	}
	check("welcome")
	d.story()
	check("today")
	for name, s := range d.everyPage() {
		d.open(s)
		check(name)
		d.settle(pop())
	}
}

// TestSizes draws every page in every size and finds nothing wider or higher than the window.
func TestSizes(t *testing.T) {
	d := newDesk(t)
	d.story()
	try := d.fitsEverySize
	try("today")
	for name, s := range d.everyPage() {
		d.open(s)
		try(name)
		d.keys("?")
		try(name + " with help")
		d.keys("esc")
		d.settle(pop())
	}
}

// everyPage makes one of each page.
func (d *desk) everyPage() map[string]Screen {
	rel := d.sessions()[0].RelationshipID
	return map[string]Screen{
		"people":       NewPeople(d.root.env),
		"reflect":      NewReflect(d.root.env),
		"set":          NewSetPage(d.root.env, "meaning"),
		"answers":      NewAnswersAbout(d.root.env, d.sessions()[0].PersonID, "Priya N."),
		"reflection":   NewReflection(d.root.env, d.keepsAnswer("", 0, 1, 0, "A quiet week.").ID),
		"actions":      NewActions(d.root.env),
		"relationship": NewRelationship(d.root.env, rel),
		"prepare":      NewPrepare(d.root.env, rel),
		"ending":       NewEnding(d.root.env, rel),
		"library":      NewLibrary(d.root.env),
		"card":         NewCard(d.root.env, "needs-interventions-relations"),
		"question":     NewQuestion(d.root.env, QuestionStart{SetID: "thirty-seconds"}),
		"answer":       NewAnswer(d.root.env, AnswerStart{PromptID: few}),
		"write":        NewWrite(d.root.env, WriteStart{RelationshipID: rel}),
	}
}

// story is a small journal with a bit of everything.
func (d *desk) story() {
	d.t.Helper()
	ctx, now := context.Background(), d.now
	for i, n := range []journal.Note{
		{PersonName: "Priya N.", Role: journal.RoleMentor, At: now.AddDate(0, 0, -6), Minutes: 45, Medium: journal.MediumCall, Text: "She is chairing the panel on the 3rd and slept badly. We talked about what a chair is for.\n- [ ] Send the panel list wed\n- [ ] @priya try the opening on Leila 1 dec\nask: what happens with the promotion\nshift: chairing is listening"},
		{PersonName: "Tom B.", Role: journal.RoleMentor, At: now.AddDate(0, 0, -35), Text: "Quiet. He had little to say and neither had I."},
		{PersonName: "Sam T.", Role: journal.RoleMentee, At: now.AddDate(0, 0, -12), Text: "Looked at my calendar. Which of these only I could do?\n- [ ] Say no to one meeting 21 nov\n- [ ] @sam Leila's introduction"},
		{PersonName: "Ines 日本 K.", Role: journal.RoleMutual, At: now.AddDate(0, 0, -1), Text: "- [ ] Draft the proposal fri"},
	} {
		d.now = n.At
		kept, err := d.store().KeepNote(ctx, n)
		if err != nil {
			d.t.Fatal(err)
		}
		if i == 2 {
			rel, err := d.store().Relationship(ctx, kept.Session.RelationshipID)
			if err != nil {
				d.t.Fatal(err)
			}
			rel.Purpose, rel.NextSession = "find my feet as a lead", journal.DateOf(now).AddDays(3)
			if err := d.store().ChangeRelationship(ctx, rel.Relationship); err != nil {
				d.t.Fatal(err)
			}
		}
	}
	d.now = now
	d.send(changedMsg{})
}
