package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// keepsAnswer keeps an answer so many days ago; prompt is "" for free words.
func (d *desk) keepsAnswer(prompt string, person int64, daysAgo, seconds int, text string) journal.ReflectionView {
	d.t.Helper()
	var asked journal.Asked
	if prompt != "" {
		p, ok := d.questions().Prompt(prompt)
		if !ok {
			d.t.Fatalf("%q is no question", prompt)
		}
		asked = p.Asked()
	}
	kept, err := d.store().KeepAnswer(context.Background(), journal.Draft{
		Kind: journal.DraftAnswer, PersonID: person, Asked: asked, At: d.now.AddDate(0, 0, -daysAgo).Add(-time.Hour), Seconds: seconds, Text: text,
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return kept.Reflection
}

// someAnswers is a journal with a few answers, the newest first; about are those about Priya.
func someAnswers(d *desk) (all []journal.ReflectionView, priya int64) {
	d.t.Helper()
	priya = d.relationshipWith("Priya Nair").PersonID
	tom := d.relationshipWith("渡辺 葵 with a long name").PersonID
	all = []journal.ReflectionView{
		d.keepsAnswer("", 0, 0, 0, "Nobody asked me anything today and I noticed that I missed it."),
		d.keepsAnswer("before-as-mentor/needs", priya, 2, 95, "She needs to hear that the panel is hers, not mine. I keep handing her my run sheet as if there were one way to do it.\n\n- [ ] leave the run sheet at home thu\n- [ ] @priya bring her own opening\nshift: a gift can be in the way\n\nThe rest is waiting."),
		d.keepsAnswer("thirty-seconds/what-helped", tom, 30, 30, "He said: you already know, say it again slower."),
		d.keepsAnswer("meaning/next", priya, 70, 0, "A year from now I would like to be asked less and to ask more.\n"+strings.Repeat("And so on, for a while, until the page is full and there is more below it. ", 30)),
		d.keepsAnswer("meaning/in-your-words", 0, 400, 180, "Somebody keeps a lamp lit while you look."),
	}
	return all, priya
}

func TestAnswersGolden(t *testing.T) {
	t.Run("all", func(t *testing.T) {
		d := newDesk(t)
		someAnswers(d)
		d.open(NewReflect(d.root.env))
		d.keys("tab", "j")
		d.in(t).goldens()
	})
	t.Run("about one", func(t *testing.T) {
		d := newDesk(t)
		_, priya := someAnswers(d)
		d.open(NewAnswersAbout(d.root.env, priya, "Priya Nair"))
		d.in(t).goldens()
	})
	t.Run("about nobody yet", func(t *testing.T) {
		d := newDesk(t)
		r := d.relationshipWith("Sam T.")
		d.open(NewAnswersAbout(d.root.env, r.PersonID, r.PersonName))
		d.in(t).goldens()
	})
	t.Run("sets answered", func(t *testing.T) {
		d := newDesk(t)
		someAnswers(d)
		d.open(NewReflect(d.root.env))
		d.in(t).goldens()
	})
}

func TestAnswers(t *testing.T) {
	t.Run("read, then back on the same row", func(t *testing.T) {
		d := newDesk(t)
		someAnswers(d)
		d.open(NewReflect(d.root.env))
		d.keys("tab", "j")
		d.sees("2026", "2025", "Priya", d.asks("before-as-mentor/needs"))
		d.keys("enter")
		d.sees(d.asks("before-as-mentor/needs"), "Thu 19 Nov 13:30", "1 min 35 s", "about Priya Nair", "│ shift: a gift can be in the way", "WHAT CAME OF IT", "you: leave the run sheet at home", "Priya: bring her own opening")
		d.keys("esc")
		d.isOn(d.asks("before-as-mentor/needs"))
	})
	t.Run("deleted from the list and brought back", func(t *testing.T) {
		d := newDesk(t)
		someAnswers(d)
		d.open(NewReflect(d.root.env))
		d.keys("tab", "j", "D")
		d.sees("Delete this answer?")
		d.keys("y")
		d.sees("Deleted. u brings it back.")
		d.seesNot(d.asks("before-as-mentor/needs"))
		d.isOn(d.asks("thirty-seconds/what-helped"))
		d.keys("u")
		d.sees("Undone: answer deleted", d.asks("before-as-mentor/needs"))
		d.isOn(d.asks("before-as-mentor/needs"))
	})
	t.Run("the question of one is asked again", func(t *testing.T) {
		d := newDesk(t)
		someAnswers(d)
		d.open(NewReflect(d.root.env))
		d.keys("tab", "o")
		d.sees("These are free words; no question was asked.")
		d.keys("j", "o")
		d.atQuestion()
		d.sees(d.asks("before-as-mentor/needs"), "Priya")
	})
	t.Run("a question that is gone cannot be asked again", func(t *testing.T) {
		d := newDesk(t)
		q, err := d.store().AddPrompt(context.Background(), journal.Prompt{SetID: "meaning", Text: "What was good?", Role: journal.ForEither, Moment: journal.MomentAlone})
		if err != nil {
			t.Fatal(err)
		}
		d.keepsAnswer(q.ID, 0, 0, 0, "The tea.")
		if err := d.store().DeletePrompt(context.Background(), q.ID); err != nil {
			t.Fatal(err)
		}
		d.open(NewReflect(d.root.env))
		d.keys("tab", "o")
		d.sees("That question is not in the journal any more.", "[answers]")
	})
	t.Run("free words are shown as they begin", func(t *testing.T) {
		d := newDesk(t)
		someAnswers(d)
		d.open(NewReflect(d.root.env))
		d.keys("tab")
		d.isOn("Nobody asked me anything today")
	})
	t.Run("those about one person alone", func(t *testing.T) {
		d := newDesk(t)
		_, priya := someAnswers(d)
		d.open(NewAnswersAbout(d.root.env, priya, "Priya Nair"))
		d.sees("Answers about Priya Nair", d.asks("before-as-mentor/needs"), d.asks("meaning/next"))
		d.seesNot("Nobody asked me", d.asks("thirty-seconds/what-helped"))
	})
	t.Run("many are read as one goes down", func(t *testing.T) {
		d := newDesk(t)
		for i := range 130 {
			d.keepsAnswer("", 0, i, 0, fmt.Sprintf("day %d before", i))
		}
		d.open(NewReflect(d.root.env))
		d.keys("tab")
		p := d.root.top().(*ReflectScreen)
		if n := len(p.answers.rows); n != rowsRead/2 {
			t.Errorf("%d are read at first", n)
		}
		d.keys("end", "end", "end", "end")
		d.isOn("day 129 before")
		d.send(changedMsg{})
		d.isOn("day 129 before")
	})
}

func TestReflectionGolden(t *testing.T) {
	t.Run("about somebody", func(t *testing.T) {
		d := newDesk(t)
		all, _ := someAnswers(d)
		d.open(NewReflection(d.root.env, all[1].ID))
		d.in(t).goldens()
	})
	t.Run("long", func(t *testing.T) {
		d := newDesk(t)
		all, _ := someAnswers(d)
		d.open(NewReflection(d.root.env, all[3].ID))
		d.in(t).goldens()
	})
}

func TestReflection(t *testing.T) {
	t.Run("free words", func(t *testing.T) {
		d := newDesk(t)
		all, _ := someAnswers(d)
		d.open(NewReflection(d.root.env, all[0].ID))
		d.sees("Free words", "Sat 21 Nov 13:30", "I noticed that I missed it")
		d.keys("o")
		d.sees("These are free words; no question was asked.")
	})
	t.Run("all that came of it is below", func(t *testing.T) {
		d := newDesk(t)
		priya := d.relationshipWith("Priya Nair").PersonID
		r := d.keepsAnswer("", priya, 0, 0, "- [ ] write it down\ngave: an hour\ngot: her view\nshift: slower\nask: what is next\nask!: whether she stays")
		d.open(NewReflection(d.root.env, r.ID))
		d.sees("you: write it down", "· given: an hour", "· received: her view", "· shift: slower", "· to raise: what is next", "? to raise: whether she stays · hard to ask")
		if err := d.store().SetTopicState(context.Background(), r.Topics[0].ID, journal.TopicRaised, 0); err != nil {
			t.Fatal(err)
		}
		if err := d.store().SetTopicState(context.Background(), r.Topics[1].ID, journal.TopicDropped, 0); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("✓ to raise: what is next · raised", "– to raise: whether she stays · dropped")
	})
	t.Run("more below is said until the end", func(t *testing.T) {
		d := newDesk(t)
		all, _ := someAnswers(d)
		d.open(NewReflection(d.root.env, all[3].ID))
		seen := d.screen()
		for range 40 {
			if !strings.Contains(d.screen(), "↓ more") {
				break
			}
			d.keys("space")
			seen += d.screen()
		}
		d.seesNot("↓ more")
		if n := strings.Count(all[3].Text, "And so on"); strings.Count(seen, "And so") < n {
			t.Errorf("not all of it was seen:\n%s", seen)
		}
		d.keys("k")
		d.sees("↓ more")
	})
	t.Run("scrolled to its end and back", func(t *testing.T) {
		d := newDesk(t)
		all, _ := someAnswers(d)
		d.open(NewReflection(d.root.env, all[3].ID))
		d.seesNot("WHAT CAME OF IT")
		first := d.row("A year from now")
		d.keys("end")
		d.seesNot("A year from now")
		d.keys("home")
		if d.row("A year from now") != first {
			t.Errorf("it does not begin as before:\n%s", d.screen())
		}
	})
	t.Run("deleted, and brought back by undo", func(t *testing.T) {
		d := newDesk(t)
		someAnswers(d)
		d.open(NewReflect(d.root.env))
		d.keys("tab", "enter", "D")
		d.sees("Delete this answer?", "what lifted from them")
		d.keys("y")
		d.sees("Deleted. u brings it back.", "[answers]")
		d.seesNot("Nobody asked me")
		d.keys("u")
		d.sees("Nobody asked me")
	})
	t.Run("deleted elsewhere while it is read", func(t *testing.T) {
		d := newDesk(t)
		all, _ := someAnswers(d)
		d.open(NewReflection(d.root.env, all[0].ID))
		if err := d.store().DeleteReflection(context.Background(), all[0].ID); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("Not here any more", "This answer was deleted.")
	})
	t.Run("its question is gone, its words are not", func(t *testing.T) {
		d := newDesk(t)
		ctx := context.Background()
		q, err := d.store().AddPrompt(ctx, journal.Prompt{SetID: "meaning", Text: "What was good?", Role: journal.ForEither, Moment: journal.MomentAlone})
		if err != nil {
			t.Fatal(err)
		}
		r := d.keepsAnswer(q.ID, 0, 0, 0, "The tea.")
		q.Text = "What was good today?"
		if err := d.store().ChangePrompt(ctx, q); err != nil {
			t.Fatal(err)
		}
		d.open(NewReflection(d.root.env, r.ID))
		d.sees("What was good?", "The tea.", "o ask it again")
		if err := d.store().DeletePrompt(ctx, q.ID); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("What was good?", "The tea.")
		d.keys("o")
		d.sees("That question is not in the journal any more.")
	})
	t.Run("a question too long for the head stands whole at the end", func(t *testing.T) {
		d := newDesk(t)
		long := strings.Repeat("What would you say to them if there were time enough, and nobody listening? ", 6) + "And then?"
		q, err := d.store().AddPrompt(context.Background(), journal.Prompt{SetID: "meaning", Text: long, Role: journal.ForEither, Moment: journal.MomentAlone})
		if err != nil {
			t.Fatal(err)
		}
		r := d.keepsAnswer(q.ID, 0, 0, 0, "Everything.")
		d.open(NewReflection(d.root.env, r.ID))
		d.sees("Everything.", "THE WHOLE QUESTION", "And then?")
	})
}
