package tui

import (
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
