package tui

import (
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// few is the built-in question of a few minutes.
const few = "meaning/in-your-words"

func TestQuestion(t *testing.T) {
	t.Run("the thirty seconds from start to a kept answer", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: "thirty-seconds"}))
		d.sees("Thirty seconds · 1 of 3", "0:30", "Someone once helped you")
		d.keys("space")
		d.sees("The time is up. Stay as long as you like.")
		d.keys("n")
		d.sees("2 of 3", "what did they say or do")
		d.keys("enter")
		d.types("She asked which of the two I would regret not doing.\n- [ ] write to her fri")
		d.sees("1 action: you Fri 27 Nov")
		d.keys("ctrl+s")
		d.sees("Kept: 1 action", "NOW", "She asked which of the two", "This is your first answer to it.")
		d.keys("n")
		d.sees("3 of 3")
		d.keys("esc")
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: "thirty-seconds"}))
		d.sees("3 of 3")
		d.keys("n")
		d.sees("That was the last question of this set.")
		d.keys("esc")
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: "thirty-seconds"}))
		d.sees("1 of 3")
	})
	t.Run("a year later both answers stand side by side", func(t *testing.T) {
		d := newDesk(t)
		d.answers(few, "Somebody who has the time.", d.now.AddDate(-1, 0, 0))
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few, Alone: true}))
		d.sees("You answered this once, 12 months ago.")
		d.seesNot("Somebody who has the time.")
		d.keys("enter")
		d.types("Being asked before being told.")
		d.seesNot("Somebody who has the time.")
		d.keys("tab")
		d.sees("Somebody who has the time.")
		d.keys("tab")
		d.seesNot("Somebody who has the time.")
		d.keys("ctrl+s")
		d.sees("NOW", "EARLIER", "Being asked before being", "Somebody who has the time.")
		d.goldens()
	})
	t.Run("earlier answers on tab", func(t *testing.T) {
		d := newDesk(t)
		d.answers(few, "Somebody who has the time.", d.now.AddDate(-1, 0, 0))
		d.answers(few, "A door, held open.", d.now.AddDate(0, -7, 0))
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few}))
		d.keys("tab")
		d.sees("A door, held open.", "Somebody who has the time.")
		d.keys("tab")
		d.seesNot("A door, held open.")
	})
	t.Run("undo of a kept answer asks again", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few}))
		d.keys("enter")
		d.types("Too soon.")
		d.keys("ctrl+s")
		d.sees("NOW")
		d.keys("u")
		d.sees("Undone: answer kept")
		d.seesNot("NOW")
		d.keys("enter")
		d.sees("Too soon.", "These are the words you had not kept yet.")
	})
	t.Run("an answer left half way is offered on the first page", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few}))
		d.keys("enter")
		d.types("Half a thought")
		d.keys("esc")
		d.sees("Not kept yet: the words wait on the first page.")
		d.keys("enter")
		d.sees("Half a thought", "These are the words you had not kept yet.")
		d.types(", whole")
		d.keys("ctrl+s")
		d.sees("NOW", "Half a thought, whole")
	})
	t.Run("an answer that is empty is not stored and says so", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few}))
		d.keys("enter", "ctrl+s")
		d.sees("There are no words yet, so there is nothing to keep.")
		d.keys("esc")
		d.seesNot("Not kept yet")
	})
	t.Run("about a person, and about nobody again", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Tom B.", "We talked about the rota.")
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few}))
		d.keys("ctrl+t")
		d.types("tom")
		d.keys("enter")
		d.sees("about Tom B.")
		d.keys("enter")
		d.sees("about Tom B.")
		d.types("- [ ] @tom bring the rota")
		d.sees("Tom")
		d.keys("ctrl+s")
		d.sees("Kept: 1 action: Tom")
		d.keys("ctrl+t")
		d.sees("About nobody again.")
	})
	t.Run("the answer can be changed", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few}))
		d.keys("enter")
		d.types("First.")
		d.keys("ctrl+s", "e")
		d.sees("editing a kept answer", "First.")
		d.types(" And second.")
		d.keys("ctrl+s")
		d.sees("First. And second.", "NOW")
	})
	t.Run("a question that is not there", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: "meaning/nothing"}))
		d.sees("This question is not there any more")
	})
	t.Run("free words", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewAnswer(d.root.env, AnswerStart{}))
		d.sees("Free words")
		d.types("Nothing asked, and still.")
		d.keys("ctrl+s")
		d.sees("Kept.")
	})
	t.Run("a question that gets a time while it is open can be timed", func(t *testing.T) {
		d := newDesk(t)
		p := d.asksOwn("What now?")[0]
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: p.SetID}))
		p.Seconds = 30
		d.must(d.store().ChangePrompt(t.Context(), p))
		d.send(changedMsg{})
		d.sees("0:30  if you like")
		d.keys("space")
		d.sees("The time is up.")
	})
	t.Run("a second of the question before does not count", func(t *testing.T) {
		d := newDesk(t)
		own := d.asksOwn("One?", "Two?")
		for _, p := range own {
			p.Seconds = 60
			d.must(d.store().ChangePrompt(t.Context(), p))
		}
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: own[0].SetID}))
		q, ok := d.root.top().(*QuestionScreen)
		if !ok {
			t.Fatal("no question is open")
		}
		q.clock.toggle(q.id)
		late := tickMsg{q.id, q.clock.turn}
		d.keys("n")
		q.clock.toggle(q.id)
		if q.Update(late); q.clock.left != 60 {
			t.Errorf("%d seconds are left", q.clock.left)
		}
	})
	t.Run("stopping at a question one went to goes on there", func(t *testing.T) {
		d := newDesk(t)
		own := d.asksOwn("One?", "Two?", "Three?")
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: own[0].SetID, PromptID: own[2].ID}))
		d.keys("esc")
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: own[0].SetID}))
		d.sees("3 of 3", "Three?")
	})
	t.Run("the question of the day leaves the place of its set alone and leads on", func(t *testing.T) {
		d := newDesk(t)
		own := d.asksOwn("One?", "Two?", "Three?")
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: own[1].ID, Alone: true}))
		d.keys("n")
		d.sees("Three?")
		d.keys("esc")
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: own[0].SetID}))
		d.sees("1 of 3", "One?")
	})
	t.Run("an answer is of the day it was kept, so the question of that day stays", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Tom B.", "We talked.")
		today := d.now
		asked := d.offer(journal.MomentAlone, journal.RoleMentor).Prompt.ID
		d.now = today.Add(-16 * time.Hour)
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: asked, Alone: true}))
		d.keys("enter")
		d.types("Half a thought")
		d.keys("esc")
		d.now = today
		d.keys("g", "enter")
		d.types(", whole")
		d.keys("ctrl+s")
		d.sees("NOW  Sat 21 Nov")
		if o := d.offer(journal.MomentAlone, journal.RoleMentor); o.Prompt.ID != asked || !o.Today {
			t.Errorf("%s was asked, and now %s is: %+v", asked, o.Prompt.ID, o)
		}
	})
	t.Run("a draft about somebody else is another answer", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Tom B.", "We talked about the rota.")
		d.writes("Ada L.", "We talked about engines.")
		about := func(name string) {
			d.keys("ctrl+t")
			d.types(name)
			d.keys("enter", "enter")
		}
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few}))
		about("tom")
		d.types("He listens")
		d.keys("esc", "ctrl+t")
		about("ada")
		d.sees("about Ada L.")
		d.seesNot("He listens")
		d.keys("esc", "ctrl+t")
		about("tom")
		d.sees("about Tom B.", "He listens")
	})
	t.Run("what was kept stays in sight while earlier answers go by", func(t *testing.T) {
		d := newDesk(t)
		for i := range 9 {
			d.answers(few, strings.Repeat("An answer of before. ", 9), d.now.AddDate(0, -9+i, 0))
		}
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few}))
		d.keys("enter")
		d.types("Today's.")
		d.keys("ctrl+s")
		d.sees("NOW", "EARLIER", "↓ more")
		d.keys("pgdown", "pgdown")
		d.sees("NOW", "Today's.")
		d.seesNot("EARLIER")
		d.keys("home")
		d.sees("EARLIER")
	})
	t.Run("in a low window the foot still says what lifts", func(t *testing.T) {
		d := newDesk(t)
		d.size(60, 11)
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: "thirty-seconds"}))
		d.keys("space", "enter")
		d.types("- [ ] write to her fri")
		d.sees("- [ ] write to her fri", "1 action: you Fri 27 Nov")
	})
	t.Run("words typed are in the file before they are kept", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few}))
		d.keys("enter")
		d.types("On its way")
		waiting, err := d.store().Drafts(t.Context(), 10)
		if err != nil || len(waiting) != 1 {
			t.Fatal(waiting, err)
		}
		if got := waiting[0]; got.Kind != journal.DraftAnswer || got.Text != "On its way" || got.Asked.PromptID != few || got.Asked.Version == 0 {
			t.Errorf("the draft is %+v", got)
		}
	})
}

func TestQuestionGolden(t *testing.T) {
	t.Run("asked", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewQuestion(d.root.env, QuestionStart{SetID: "thirty-seconds"}))
		d.goldens()
	})
	t.Run("answering", func(t *testing.T) {
		d := newDesk(t)
		d.answers(few, "Somebody who has the time.", d.now.AddDate(-1, 0, 0))
		d.open(NewAnswer(d.root.env, AnswerStart{PromptID: few}))
		d.types("It used to be advice. Now it is mostly that someone remembers what I said last time, and asks.")
		d.keys("tab")
		d.goldens()
	})
}

// answers keeps an answer to a question as it was given on another day.
func (d *desk) answers(prompt, text string, at time.Time) {
	d.t.Helper()
	q, err := d.store().Questions(d.root.env.Ctx)
	if err != nil {
		d.t.Fatal(err)
	}
	p, ok := q.Prompt(prompt)
	if !ok {
		d.t.Fatalf("there is no question %s", prompt)
	}
	if _, err := d.store().KeepAnswer(d.root.env.Ctx, journal.Draft{Kind: journal.DraftAnswer, Asked: p.Asked(), Text: text, At: at}); err != nil {
		d.t.Fatal(err)
	}
}

// writes keeps a note about a conversation with somebody new, as their mentor.
func (d *desk) writes(name, text string) {
	d.t.Helper()
	if _, err := d.store().KeepNote(d.root.env.Ctx, journal.Note{PersonName: name, Role: journal.RoleMentor, Text: text}); err != nil {
		d.t.Fatal(err)
	}
}

// asksOwn adds a set with these questions.
func (d *desk) asksOwn(texts ...string) []journal.Prompt {
	d.t.Helper()
	ctx := d.root.env.Ctx
	set, err := d.store().AddSet(ctx, journal.PromptSet{Title: "Mine"})
	d.must(err)
	var out []journal.Prompt
	for _, text := range texts {
		p, err := d.store().AddPrompt(ctx, journal.Prompt{SetID: set.ID, Text: text})
		d.must(err)
		out = append(out, p)
	}
	return out
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}
