package tui

import (
	"context"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/theme"
)

// note is a note as people write them.
const note = `She is chairing the panel on the 3rd and slept badly.

- [ ] send the panel list fri
- [ ] @priya try the opening on Leila 1 dec
shift: chairing is listening
got: her view of remote panels`

func TestWrite(t *testing.T) {
	t.Run("two keys, a name and the words", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("Priya N.:")
		d.types(note)
		d.sees("2 actions: you Fri 27 Nov, Priya Tue 1 Dec · 1 shift · 1 received")
		d.keys("ctrl+s")
		d.sees("Kept", "TO FOLLOW UP", "send the panel list", "try the opening on")
	})
	t.Run("the role is chosen with tab", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("Sam T.")
		d.keys("tab", "enter")
		d.sees("Sam T. · mentors me · today 14:30")
	})
	t.Run("nothing written is nothing kept", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("Sam")
		d.keys("enter", "ctrl+s")
		d.sees("no words yet")
		d.keys("esc")
		d.sees("write about a conversation you just had")
	})
	t.Run("leaving keeps the draft", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("Sam\nhalf a thought")
		d.keys("esc")
		d.sees("NOT KEPT YET", "half a thought")
		d.keys("enter")
		d.sees("Sam · I mentor", "half a thought")
		d.types(" and the rest")
		d.keys("ctrl+s")
		d.seesNot("NOT KEPT YET")
		if got := d.sessions(); len(got) != 1 || got[0].Note != "half a thought and the rest" {
			t.Errorf("kept %+v", got)
		}
	})
	t.Run("an emptied draft is not offered", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("Sam\nno")
		d.keys("backspace", "backspace", "esc")
		d.seesNot("NOT KEPT YET")
	})
	t.Run("a draft set aside comes back with u", func(t *testing.T) {
		d := newDesk(t)
		d.kept("Sam", journal.RoleMentee, "first")
		d.keys("n")
		d.types("Sam\nsecond thoughts")
		d.keys("esc", "d")
		d.seesNot("second thoughts")
		d.keys("u")
		d.sees("second thoughts")
	})
	t.Run("undo of a kept note offers its words again", func(t *testing.T) {
		d := newDesk(t)
		d.kept("Sam", journal.RoleMentee, "before")
		d.keys("n")
		d.types("Sam\nwords that came back")
		d.keys("ctrl+s")
		d.seesNot("NOT KEPT YET")
		d.keys("u")
		d.sees("Undone: note kept (Sam)", "NOT KEPT YET", "words that came back")
		d.keys("ctrl+r")
		d.sees("Done again")
		d.seesNot("NOT KEPT YET")
	})
	t.Run("a name that is no name", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("…")
		d.keys("backspace")
		d.types(strings.Repeat("long ", 60))
		d.keys("enter")
		d.sees("at most 200 bytes")
	})
	t.Run("an action of somebody else", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("Sam\n- [ ] @leila call back 31 nov")
		d.sees("@leila is not Sam, so it stays in the words and the action is yours.", "nov” is not a date")
	})
}

func TestWriteEdit(t *testing.T) {
	d := newDesk(t)
	d.kept("Priya N.", journal.RoleMentor, note)
	d.open(NewWrite(d.root.env, WriteStart{SessionID: d.sessions()[0].ID}))
	d.sees("editing a kept note", "slept badly")
	d.keys("ctrl+end")
	d.types("\nask: what happens next")
	d.keys("ctrl+s")
	all, _, err := d.store().Actions(context.Background(), store.ActionQuery{Limit: 10})
	if err != nil || len(all) != 2 {
		t.Fatalf("an edit made actions double: %v %v", all, err)
	}
	topics, _, err := d.store().Topics(context.Background(), store.TopicQuery{RelationshipID: d.sessions()[0].RelationshipID, Limit: 10})
	if err != nil || len(topics) != 1 || topics[0].Text != "what happens next" {
		t.Fatalf("topics %v %v", topics, err)
	}
}

func TestWriteGolden(t *testing.T) {
	d := newDesk(t)
	d.kept("Priya N.", journal.RoleMentor, "We began.\nask: the promotion\nask!: is she thinking of leaving")
	d.keys("n", "enter")
	d.types(note)
	d.goldens()
}

// kept keeps a note as if it had been typed before.
func (d *desk) kept(name string, role journal.Role, text string) journal.Kept {
	d.t.Helper()
	kept, err := d.store().KeepNote(context.Background(), journal.Note{PersonName: name, Role: role, At: d.now, Text: text})
	if err != nil {
		d.t.Fatal(err)
	}
	d.send(changedMsg{})
	return kept
}

// sessions are the conversations kept, newest first.
func (d *desk) sessions() []journal.SessionView {
	d.t.Helper()
	all, _, err := d.store().Sessions(context.Background(), store.SessionQuery{Limit: 50})
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

func TestWriteQuestions(t *testing.T) {
	t.Run("as mentor the questions beside the words are the mentor's", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		d.size(120, 40)
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
		d.sees("AFTER, AS MENTOR")
		s, ok := d.root.top().(*WriteScreen)
		if !ok || len(s.asks) < mostBeside {
			t.Fatalf("there are %d questions", len(s.asks))
		}
		for _, o := range s.asks {
			if o.Prompt.Role == journal.ForMentee {
				t.Errorf("%s is for the mentee", o.Prompt.ID)
			}
		}
	})
	t.Run("one key puts a question into the note as a heading", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
		d.types("She slept badly.")
		s := d.root.top().(*WriteScreen)
		d.keys("ctrl+o")
		d.sees("A question as a heading", "AFTER, AS MENTOR")
		d.keys("down", "enter")
		d.types("Longer than I thought.")
		if got, want := s.Words(), "She slept badly.\n\n## "+oneLine(s.asks[1].Prompt.Text)+"\nLonger than I thought."; got != want {
			t.Errorf("the note is %q, not %q", got, want)
		}
		d.keys("ctrl+z", "ctrl+z")
		if got := s.Words(); got != "She slept badly." {
			t.Errorf("undone it is %q", got)
		}
	})
	t.Run("a question that was put in before anything was written is no draft", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID, Heading: "What do they need?"}))
		d.sees("## What do they need?")
		d.keys("esc")
		d.seesNot("NOT KEPT YET")
	})
	t.Run("the question alone is no note", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID, Heading: "What do they need?"}))
		d.keys("ctrl+s")
		d.sees("There is only the question yet")
		if n := len(d.sessions()); n != 1 {
			t.Errorf("there are %d conversations", n)
		}
	})
	t.Run("a very long question is seen from its beginning", func(t *testing.T) {
		asks := make([]journal.Offered, 3)
		for i := range asks {
			asks[i].Prompt = journal.Prompt{Moment: journal.MomentAfter, Text: "Where " + strings.Repeat("and when ", 200) + "was it?"}
		}
		l := newAskList("", journal.RoleMentor, asks, journal.Questions{}, theme.New(true))
		for range asks {
			rows, at := l.questions(60, 12)
			if at != 0 && at != 1 || !strings.HasPrefix(ansi.Strip(rows[at]), "❯ Where and when") {
				t.Errorf("the cursor is on row %d of:\n%s", at, ansi.Strip(strings.Join(rows, "\n")))
			}
			l.list.Move(1)
		}
	})
}
