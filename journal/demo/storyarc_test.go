package demo

import (
	"strings"
	"testing"

	"bothways/journal"
)

func TestStoryArcErrors(t *testing.T) {
	talk := "\n== 9 days, 12:00\nwords\n"
	for name, c := range map[string]struct{ text, where string }{
		"match line":          {"== match\nnothing\n" + talk, "line 5: a line of a match"},
		"match check":         {"== match\nshoes: yes\n" + talk, "line 5: \"shoes\" is not a line of the checklist"},
		"match answer":        {"== match\ntime: perhaps, soon\n" + talk, "line 5: A line of the checklist is answered"},
		"agreement undated":   {"== agreement\noften: yes\n" + talk, "line 4: an agreement begins"},
		"agreement day":       {"== agreement, soon\noften: yes\n" + talk, "line 4: \"soon\" is not a number of days"},
		"agreement part":      {"== agreement, 9 days\nshoes: red\n" + talk, "line 5: \"shoes\" is not a part"},
		"agreement rhythm":    {"== agreement, 9 days\nreview: every 0 weeks\n" + talk, "line 5: a rhythm has the form"},
		"agreement empty":     {"== agreement, 9 days\n" + talk, "line 4: An agreement needs"},
		"goal without words":  {"== goal, 9 days\n" + talk, "line 4: a goal begins"},
		"goal kind":           {"== goal, 9 days, dream big\nfly\n" + talk, "line 4: \"dream\" is not what a goal"},
		"goal fate":           {"== goal, 9 days\nfly\nflown\n" + talk, "line 6: a goal was"},
		"goal note":           {"== goal, 9 days\nfly\nnote 9 days\n" + talk, "line 6: a note has words"},
		"goal closed before":  {"== goal, 9 days\nfly\nreached 10 days\n" + talk, "line 6: a goal cannot be closed before"},
		"goal notes in turn":  {"== goal, 9 days\nfly\nnote 2 days: up\nnote 3 days: down\n" + talk, "line 7: a note has words, and the notes stand oldest first"},
		"note before goal":    {"== goal, 9 days\nfly\nnote 10 days: up\n" + talk, "line 6: a note has words"},
		"review alone":        {"== review\n" + talk, "line 4: a review begins"},
		"review clock":        {"== review, 9 days, noon\nwords\n" + talk, "line 4: a review begins"},
		"review no words":     {"== review, 9 days, 12:00, go on\n" + talk, "line 4: a review begins"},
		"review decision":     {"== review, 9 days, 12:00, marry\nwords\n" + talk, "line 4: \"marry\" is not a decision"},
		"review question":     {"== review, 9 days, 12:00\nprompt: still-good/none\nwords\n" + talk, "line 5: \"still-good/none\" is not the id"},
		"review planned odd":  {"== review, due in spring\n" + talk, "line 4: \"spring\" is not a number of days"},
		"review planned said": {"== review, due in 3 days, go on\n" + talk, "line 4: a review begins"},
		"advice odd":          {talk + "got: this\n-- afterwards\ngot lost\n", "line 9: something received was"},
		"advice of nothing":   {talk + "-- afterwards\ngot tried after 2 days: well\n", "line 8: the note has 0 lines received"},
		"advice in future":    {talk + "got: this\n-- afterwards\ngot tried after 10 days: well\n", "line 9: 10 days after is beyond"},
		"advice to nobody":    {talk + "got: this\n-- afterwards\ngot passed on to Zed after 2 days: well\n", "line 9: there is nobody called Zed"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := tellOne(goodHead+c.text, "")
			if err == nil || !strings.HasPrefix(err.Error(), "1-ada.txt, "+c.where) || journal.ErrorCode(err) != journal.CodeInvalid {
				t.Errorf("error %v, want 1-ada.txt, %s", err, c.where)
			}
		})
	}
	t.Run("suggested by nobody", func(t *testing.T) {
		_, err := tellOne("name: Ada\nrole: mentor\nstate: considering\nsuggested by: Zed\n", "")
		if err == nil || !strings.HasPrefix(err.Error(), "1-ada.txt, line 1: nobody called Zed declined") {
			t.Errorf("error %v", err)
		}
	})
}

func TestTellArc(t *testing.T) {
	told, err := tellOne(`name: Ada Vane
role: mentee
state: ended
weekday: tue
asked: 31
asked how: by post
trial until: 20
ended: 9
thanks: For the post.

== match
why: She writes.
time: not sure, in May

== agreement, 30 days
often: Mondays.
review: every 3 weeks

== goal, 30 days, skill writing
write
note 30 days: wrote
note 15 days: wrote again
reached 9 days

== review, 12 days, 21:00, due 14 days, change
prompt: still-good/energy
More.

== review, due in 6 days

== 30 days, 17:30, in person, 50 min
got: a pen
got: a page
-- afterwards
got 2 tried after 3 days: Well.

== 9 days, 18:00
Second.
`, "")
	if err != nil {
		t.Fatal(err)
	}
	rel, goal, held, planned, advice := told.relationships[0], told.goals[0], told.reviews[0], told.reviews[1], told.advice[0]
	// The last day is Saturday 21 November 2026.
	for _, c := range []struct{ what, got, want string }{
		{"asked, moved back to a Tuesday", rel.AskedOn.String() + " " + rel.AskedHow, "2026-10-20 by post"},
		{"trial", rel.TrialUntil.String(), "2026-10-27"},
		{"ended", rel.EndedOn.String() + " " + rel.Thanks, "2026-11-10 For the post."},
		{"match", told.matches[0].Why + " " + string(told.matches[0].Checks[0].Answer) + " " + told.matches[0].Checks[0].Word, "She writes. not sure in May"},
		{"agreement", told.agreements[0].On.String() + " " + told.agreements[0].Review.String(), "2026-10-20 every 3 weeks"},
		{"goal", goal.Text + " " + string(goal.Kind) + " " + goal.Tag + " " + string(goal.State) + " " + goal.ClosedAt.Format("2006-01-02"), "write skill writing reached 2026-11-10"},
		{"newest note, by hand", goal.Notes[0].On.String() + goal.Notes[0].SessionUID, "2026-11-06"},
		{"note from a conversation", goal.Notes[1].On.String() + goal.Notes[1].SessionUID, "2026-10-20" + told.conversations[0].Session.UID},
		{"review", held.Due.String() + " " + held.HeldAt.Format("2006-01-02 15:04") + " " + string(held.Decision), "2026-11-07 2026-11-09 21:00 change"},
		{"its words", held.Text, "## " + told.built["still-good/energy"].Text + "\nMore."},
		{"planned", planned.Due.String() + " " + planned.Text, "2026-11-27 "},
		{"advice", advice.Text + " " + string(advice.Kind) + " " + advice.On.String() + " " + advice.Outcome + " " + advice.FromName, "a page tried 2026-10-23 Well. Ada Vane"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if planned.Held() || goal.Notes[1].SessionID != told.conversations[0].Session.ID || advice.ExchangeID != told.conversations[0].Exchanges[1].ID {
		t.Error("something is linked to the wrong thing")
	}
}

// Whatever stands in a file, it is told or refused with its place.
func FuzzStory(f *testing.F) {
	f.Add("== match\nwhy: x\n== agreement, 9 days\noften: x\n== goal, 9 days, need confidence\nfly\nnote 8 days: x\nreached 1 days\n")
	f.Add("== review, 9 days, 21:00, due 3 days, go on\nwords\n== review, due in 6 days\n")
	f.Add("\n== 9 days, 12:00\ngot: x\n-- afterwards\ngot 1 passed on to Ada Vane after 2 days: x\n")
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := tellOne(goodHead+text, ""); err != nil && (journal.ErrorCode(err) != journal.CodeInvalid || !strings.HasPrefix(err.Error(), "1-ada.txt, line ")) {
			t.Errorf("error %v has no place", err)
		}
	})
}
