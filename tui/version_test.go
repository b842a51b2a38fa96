package tui

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// versioned is a journal with a note that was edited five times, shown.
func versioned(t testing.TB) (*desk, journal.SessionView) {
	t.Helper()
	d := newDesk(t)
	texts := []string{
		"She is chairing the panel on the 3rd and slept badly.\n- [ ] send the panel list fri\nshift: chairing is listening",
		"She is chairing the panel on the 3rd and slept badly. We talked about what a chair is for.\n- [ ] send the panel list fri\nshift: chairing is listening",
		"She is chairing the panel on the 3rd and slept well. We talked about what a chair is for.\n- [ ] send the whole panel list 1 dec\nshift: chairing is listening",
		"She is chairing the panel on the 3rd and slept well. We talked about what a chair is for.\n- [ ] send the whole panel list 1 dec\n\nI wanted to hand her my run sheet.\nshift: chairing is listening",
		"She is chairing the panel on the 4th and slept well. We talked about what a chair does.\n- [ ] send the whole panel list 2 dec\n\nI wanted to hand her my run sheet.\nshift: chairing is listening",
		"She is chairing the panel on the 4th. We talked about what a chair does, and what not.\n- [ ] send the whole panel list 2 dec\n\nI wanted to hand her my run sheet, and asked instead.\nshift: chairing is listening",
	}
	kept, err := d.store().KeepNote(context.Background(), journal.Note{PersonName: "Priya N.", Role: journal.RoleMentor, Text: texts[0]})
	for _, text := range texts[1:] {
		if err != nil {
			t.Fatal(err)
		}
		d.now = d.now.Add(7 * time.Minute)
		kept, err = d.store().KeepNote(context.Background(), journal.Note{SessionID: kept.Session.ID, Text: text})
	}
	if err != nil {
		t.Fatal(err)
	}
	d.open(NewSession(d.root.env, kept.Session.ID))
	return d, kept.Session
}

func TestVersionsGolden(t *testing.T) {
	t.Run("before the present", func(t *testing.T) {
		d, _ := versioned(t)
		d.keys("H")
		d.in(t).goldens()
	})
	t.Run("the third", func(t *testing.T) {
		d, _ := versioned(t)
		d.keys("H", "j", "j")
		d.in(t).goldens()
	})
	t.Run("the present", func(t *testing.T) {
		d, _ := versioned(t)
		d.keys("H", "k")
		d.in(t).goldens()
	})
	t.Run("asked", func(t *testing.T) {
		d, _ := versioned(t)
		d.keys("H", "j", "j", "enter")
		d.in(t).goldens()
	})
	t.Run("several texts", func(t *testing.T) {
		d, s := versioned(t)
		d.agrees(s.RelationshipID, "what we said stays here", "one hour, every other week")
		d.agrees(s.RelationshipID, "what we said stays here, but for what hurts somebody", "one hour, once a month")
		d.open(NewRelationship(d.root.env, s.RelationshipID))
		d.toPart("agreement")
		d.keys("H", "tab")
		d.in(t).goldens()
	})
}

// agrees keeps an agreement of today.
func (d *desk) agrees(rel int64, confidence, often string) {
	d.t.Helper()
	d.now = d.now.Add(time.Minute)
	if _, err := d.store().KeepAgreement(context.Background(), journal.Agreement{RelationshipID: rel, Confidence: confidence, Often: often}); err != nil {
		d.t.Fatal(err)
	}
}

func TestVersions(t *testing.T) {
	ctx := context.Background()
	t.Run("the third of five edits is brought back, and that is undone", func(t *testing.T) {
		d, s := versioned(t)
		d.keys("H", "j", "j")
		d.sees("slept well", "[−")
		d.keys("enter", "y")
		d.sees("Brought back. u undoes it.", "[note 7]")
		d.keys("esc")
		d.sees("slept well", "1 Dec")
		now, err := d.store().Session(ctx, s.ID)
		if err != nil || !strings.HasSuffix(now.Note, "whole panel list 1 dec\nshift: chairing is listening") || now.Actions[0].Due.String() != "2026-12-01" {
			t.Fatalf("%q, %+v, %v", now.Note, now.Actions, err)
		}
		d.keys("u")
		d.sees("Undone: note edited", "asked instead", "2 Dec")
	})
	t.Run("of the present nothing is brought back", func(t *testing.T) {
		d, _ := versioned(t)
		d.keys("H", "k", "enter")
		d.sees("These are the words as they are.")
	})
	t.Run("one is destroyed, and no byte of it stays", func(t *testing.T) {
		d, s := versioned(t)
		d.keys("H", "k", "D")
		d.sees("only earlier ones are destroyed")
		d.keys("j", "j", "j") // slept well, to be handed the run sheet
		d.sees("[note 6]")
		d.keys("D")
		d.types("purg")
		d.keys("enter")
		d.sees("Destroy this version for good?", "nothing brings it back", "Type purge to go on")
		d.types("e")
		d.keys("enter")
		d.sees("Destroyed: a version of the note.", "[note 5]")
		raw, err := os.ReadFile(d.store().Path())
		if err != nil || strings.Contains(string(raw), "whole panel list 1 dec\n\nI wanted") {
			t.Errorf("the words are in the file: %v", err)
		}
		now, err := d.store().Session(ctx, s.ID)
		if err != nil || !strings.Contains(now.Note, "asked instead") {
			t.Errorf("%q, %v", now.Note, err)
		}
	})
	t.Run("what was said twice goes both times, and that is said", func(t *testing.T) {
		d := newDesk(t)
		kept, err := d.store().KeepNote(ctx, journal.Note{PersonName: "Priya N.", Role: journal.RoleMentor, Text: "alpha"})
		for _, text := range []string{"alpha xy", "alpha", "alpha q"} {
			if err != nil {
				t.Fatal(err)
			}
			d.now = d.now.Add(7 * time.Minute)
			kept, err = d.store().KeepNote(ctx, journal.Note{SessionID: kept.Session.ID, Text: text})
		}
		if err != nil {
			t.Fatal(err)
		}
		d.open(NewSession(d.root.env, kept.Session.ID))
		d.keys("H")
		d.sees("[note 4]")
		d.keys("D")
		d.types("purg")
		d.keys("enter")
		if got := d.flat(); !strings.Contains(strings.ReplaceAll(got, " │ │ ", " "), "The note as it was on Sat 21 Nov 14:44, “alpha”, and 1 other time with the same words: nothing brings them back.") {
			t.Errorf("it says %s", got)
		}
		d.sees("Destroy these versions for good?", "version with other words stay", "it leaves them out and goes on.")
		d.seesNot("every other version")
		d.types("e")
		d.keys("enter")
		d.sees("Destroyed: 2 versions of the note.", "[note 2]", "Sat 21 Nov 14:37", "Sat 21 Nov 14:51", "now · in place of words destroyed since")
		d.seesNot("Sat 21 Nov 14:30", "Sat 21 Nov 14:44")
	})
	t.Run("nothing was written", func(t *testing.T) {
		d, s := versioned(t)
		d.open(NewRelationship(d.root.env, s.RelationshipID))
		d.toPart("match")
		d.keys("H")
		d.sees("Nothing was written here yet")
		d.keys("enter")
		d.sees("There is no version to bring back.")
	})
	t.Run("an action that lifted, after its line changed", func(t *testing.T) {
		d, s := versioned(t)
		d.open(NewActions(d.root.env))
		d.keys("H")
		d.sees("[action 2]", "send the [+whole +]panel list", "− send the panel list")
		d.keys("enter", "y")
		d.sees("Brought back.")
		a, err := d.store().Action(ctx, s.Actions[0].ID)
		if err != nil || a.Text != "send the panel list" {
			t.Errorf("%+v, %v", a, err)
		}
	})
	t.Run("on every page that shows one text", func(t *testing.T) {
		d, s := versioned(t)
		rel := s.RelationshipID
		review, err := d.store().KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "we are well"}, journal.DecisionGoOn)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := d.store().KeepAnswer(ctx, journal.Draft{Text: "an answer of mine"})
		if err != nil {
			t.Fatal(err)
		}
		goal := d.addsGoal(rel, "", "", "chair a panel", journal.GoalNote{Text: "she opened it"})
		for name, page := range map[string]Screen{
			"note": NewSession(d.root.env, s.ID), "review": NewHeldReview(d.root.env, review.Review.ID),
			"answer": NewReflection(d.root.env, answer.Reflection.ID), "progress note": NewGoal(d.root.env, goal.ID),
			"name": NewPeople(d.root.env), "action": NewActions(d.root.env),
		} {
			d.open(page)
			d.keys("H")
			d.sees("Versions", "["+name+" ")
			d.keys("g")
		}
	})
	t.Run("every text there is, behind H of some page", func(t *testing.T) {
		d, s := versioned(t)
		rel := s.RelationshipID
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		review, err := d.store().KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "we are well"}, journal.DecisionGoOn)
		must(err)
		answer, err := d.store().KeepAnswer(ctx, journal.Draft{Text: "an answer of mine"})
		must(err)
		got, err := d.store().KeepNote(ctx, journal.Note{RelationshipID: rel, Text: "got: a view of panels"})
		must(err)
		_, err = d.store().NoteAdvice(ctx, journal.Advice{ExchangeID: got.Session.Exchanges[0].ID, Kind: journal.AdviceTried, Outcome: "it works"})
		must(err)
		_, err = d.store().AddTopic(ctx, journal.Topic{RelationshipID: rel, Text: "what a chair is for"})
		must(err)
		goal := d.addsGoal(rel, journal.GoalSkill, "chairing", "chair a panel", journal.GoalNote{Text: "she opened it"})
		d.agrees(rel, "what we said stays here", "one hour")
		must(d.store().EndRelationship(ctx, rel, journal.Ending{Thanks: "for all of it"}))
		must(d.store().BeginAgain(ctx, rel))
		set, err := d.store().AddSet(ctx, journal.PromptSet{Title: "mine"})
		must(err)
		_, err = d.store().AddPrompt(ctx, journal.Prompt{SetID: set.ID, Text: "what now?"})
		must(err)

		behind := map[journal.TextKind]bool{}
		look := func() {
			for _, a := range d.root.top().Actions() {
				if a.ID != "versions" || a.Disabled != "" {
					continue
				}
				m, is := a.Run()().(pushMsg)
				if !is {
					t.Fatalf("H does %v", m)
				}
				for _, of := range m.screen.(*VersionsScreen).of {
					behind[of.Kind] = true
				}
			}
		}
		for _, page := range []Screen{
			NewSession(d.root.env, s.ID), NewHeldReview(d.root.env, review.Review.ID), NewReflection(d.root.env, answer.Reflection.ID),
			NewGoal(d.root.env, goal.ID), NewPeople(d.root.env), NewActions(d.root.env), NewEnding(d.root.env, rel), NewSetPage(d.root.env, set.ID),
		} {
			d.open(page)
			look()
		}
		d.open(NewReflect(d.root.env))
		d.keys("end")
		for range 30 {
			look()
			d.keys("k")
		}
		d.open(NewRelationship(d.root.env, rel))
		for range 12 {
			for range 3 {
				look()
				d.keys("j")
			}
			d.keys("tab")
		}
		for _, kind := range journal.TextKinds() {
			if !behind[kind] {
				t.Errorf("no page has the versions of %q", kind)
			}
		}
	})
	t.Run("the word on a line of the checklist is brought back", func(t *testing.T) {
		d, s := versioned(t)
		for _, word := range []string{"always", "mostly"} {
			check := journal.Check{Line: "respect", Answer: journal.CheckYes, Word: word}
			if err := d.store().SetMatch(ctx, journal.Match{RelationshipID: s.RelationshipID, Checks: []journal.Check{check}}); err != nil {
				t.Fatal(err)
			}
		}
		d.open(NewRelationship(d.root.env, s.RelationshipID))
		d.toPart("match")
		d.keys("H")
		d.sees("[word on respect 2]", "[−always−]", "[+mostly+]")
		d.keys("enter", "y")
		d.sees("Brought back.")
		if m, err := d.store().Match(ctx, s.RelationshipID); err != nil || m.Checks[0].Word != "always" {
			t.Errorf("%+v, %v", m, err)
		}
	})
	t.Run("a past ending's thanks are brought back", func(t *testing.T) {
		d, s := versioned(t)
		err := d.store().EndRelationship(ctx, s.RelationshipID, journal.Ending{Thanks: "for her patience"})
		if err == nil {
			err = d.store().BeginAgain(ctx, s.RelationshipID)
		}
		past, _ := d.store().Endings(ctx, s.RelationshipID)
		if err != nil || len(past) != 1 {
			t.Fatal(past, err)
		}
		past[0].Thanks = "for nothing"
		if err := d.store().ChangePastEndings(ctx, past); err != nil {
			t.Fatal(err)
		}
		d.open(NewEnding(d.root.env, s.RelationshipID))
		d.keys("H", "tab")
		d.sees("[thanks of before 2]", "[−her patience−]")
		d.keys("enter", "y")
		d.sees("Brought back.")
		if past, err = d.store().Endings(ctx, s.RelationshipID); err != nil || past[0].Thanks != "for her patience" {
			t.Errorf("%+v, %v", past, err)
		}
	})
	t.Run("a long line without a space, and one with tabs", func(t *testing.T) {
		d := newDesk(t)
		long := strings.Repeat("x", 9000) + "\n\ta\tb"
		kept, err := d.store().KeepNote(ctx, journal.Note{PersonName: "Priya N.", Role: journal.RoleMentor, Text: long})
		if err == nil {
			_, err = d.store().KeepNote(ctx, journal.Note{SessionID: kept.Session.ID, Text: long + "\n渡辺 \u202e new \x1b[31m" + strings.Repeat("y", 500)})
		}
		if err != nil {
			t.Fatal(err)
		}
		d.open(NewSession(d.root.env, kept.Session.ID))
		for _, size := range [][2]int{{40, 10}, {60, 20}, {109, 30}, {110, 30}, {200, 50}} {
			d.size(size[0], size[1])
			d.keys("H", "end", "space", "home", "esc")
			d.keys("H", "k", "end", "esc")
			for i, row := range strings.Split(d.screen(), "\n") {
				if n := len([]rune(row)); n > size[0] {
					t.Fatalf("row %d at %v has %d cells", i, size, n)
				}
			}
		}
		d.keys("H", "end")
		d.sees("new")
		if strings.ContainsAny(d.screen(), "\u202e\x1b") {
			t.Error("what steers a terminal came through")
		}
	})
	t.Run("more versions than the list has rows", func(t *testing.T) {
		d, s := versioned(t)
		for i := range 30 {
			if _, err := d.store().KeepNote(ctx, journal.Note{SessionID: s.ID, Text: fmt.Sprint("another ", i)}); err != nil {
				t.Fatal(err)
			}
		}
		d.keys("H")
		for range 40 {
			d.keys("j")
		}
		d.sees("[note 36]", "note kept", "slept badly")
	})
}
