package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// known is a desk with a few people, a set of one's own and an answer.
func known(t testing.TB) *desk {
	d := newDesk(t)
	ctx := context.Background()
	for i, k := range []struct {
		name, purpose, text string
		role                journal.Role
	}{
		{"Una Berg", "", "We began.", journal.RoleMentor},
		{"Sam Reed", "the new job", "About the offer.", journal.RoleMentee},
		{"Sam Reed", "chairing a panel", "She will chair on the 3rd.", journal.RoleMentor},
		{"Priya Nambiar", "become a ward manager", "Lisbon came up again.", journal.RoleMentor},
		{"田中 ゆき", "", "はじめて", journal.RoleMutual},
	} {
		rel := journal.Relationship{Role: k.role, State: journal.StateActive, Purpose: k.purpose}
		if found, err := d.store().MatchNames(ctx, k.name, 1); err == nil && len(found) > 0 {
			rel.PersonID = found[0].ID
			r, err := d.store().AddRelationship(ctx, rel)
			d.must(err)
			rel.ID = r.ID
		} else {
			p, err := d.store().AddPerson(ctx, journal.Person{Name: k.name}, &rel)
			d.must(err)
			rel.ID = p.Relationships[0].ID
		}
		_, err := d.store().KeepNote(ctx, journal.Note{RelationshipID: rel.ID, Role: k.role, At: d.now.AddDate(0, 0, i-9), Text: k.text, DraftUID: store.NewUID()})
		d.must(err)
	}
	_, err := d.store().AddPerson(ctx, journal.Person{Name: "Ona"}, nil)
	d.must(err)
	_, err = d.store().AddSet(ctx, journal.PromptSet{Title: "Questions of mine", About: "For the train."})
	d.must(err)
	d.send(changedMsg{})
	return d
}

// first is the row the cursor is on, its spaces made one.
func (d *desk) first() string {
	for row := range strings.SplitSeq(d.screen(), "\n") {
		if _, after, ok := strings.Cut(row, "❯"); ok {
			return strings.Trim(strings.Join(strings.Fields(after), " "), "│ ")
		}
	}
	return ""
}

// unread opens a palette whose reading takes its time.
func (d *desk) unread() *palette {
	p := newPalette(d.root.env, d.root.actions(), d.root.run)
	d.root.overlays = append(d.root.overlays, p)
	return p
}

func TestPalette(t *testing.T) {
	for _, c := range []struct{ name, typed, first string }{
		{"a person by the beginning of their name", "pri", "person Priya Nambiar I mentor"},
		{"a command before a person who fits as well", "un", "command u undo"},
		{"a person by a last name", "nam", "person Priya Nambiar"},
		{"a person by letters that stand apart", "pnam", "person Priya Nambiar"},
		{"without accents and in any case", "ÜNA", "person Una Berg"},
		{"letters of another script", "田", "person 田中 ゆき"},
		{"one of two of a name, by what it is for", "sam chair", "person Sam Reed I mentor"},
		{"something to do with somebody", "prep pri", "command prepare with Priya Nambiar"},
		{"the same the other way round", "priya write", "command write about Priya Nambiar"},
		{"a set", "thirty", "set"},
		{"a set of one's own", "of mine", "set Questions of mine"},
		{"a page", "libr", "command L library"},
		{"a card", "intervention", "card"},
		{"a conversation by its words", "lisbon", "talk Priya Nambiar"},
		{"somebody there is nothing with yet", "ona", "person Ona nothing between you yet"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := known(t)
			d.size(110, 35)
			d.keys("ctrl+k")
			d.types(c.typed)
			if !strings.HasPrefix(d.first(), c.first) {
				t.Errorf("%q finds %q first, want %q\n%s", c.typed, d.first(), c.first, d.screen())
			}
		})
	}
	t.Run("before anything is typed what can be done here comes first, then people", func(t *testing.T) {
		d := known(t)
		d.keys("ctrl+k")
		p := d.root.overlay().(*palette)
		var people []string
		for i, it := range p.shown {
			if it.kind != itemCommand {
				people = append(people, it.Name)
			} else if i >= p.commands {
				t.Errorf("the command %q comes late", it.Name)
			}
		}
		if got := strings.Join(people, ", "); got != "田中 ゆき, Priya Nambiar, Sam Reed, Sam Reed, Una Berg, Ona" {
			t.Errorf("then come %s", got)
		}
		if want := d.root.top().Actions()[0].Name; p.shown[0].Name != want {
			t.Errorf("%q is first, not %q", p.shown[0].Name, want)
		}
	})
	t.Run("enter goes there", func(t *testing.T) {
		for typed, want := range map[string]string{
			"priya": "become a ward manager", "of mine": "For the train.", "libr": "the ideas the questions stand on",
			"lisbon": "Lisbon came up again.", "prep pri": "TO RAISE", "write pri": "What stayed with you?", "ona": "nothing between",
		} {
			d := known(t)
			d.keys("ctrl+k")
			d.types(typed)
			d.keys("enter")
			if typed == "ona" {
				if !strings.Contains(d.first(), "Ona") {
					t.Errorf("the cursor is on %q:\n%s", d.first(), d.screen())
				}
				continue
			}
			if !strings.Contains(d.flat(), want) {
				t.Errorf("%q leads to:\n%s", typed, d.screen())
			}
		}
	})
	t.Run("who is in two rows is told apart", func(t *testing.T) {
		d := known(t)
		d.size(110, 35)
		d.keys("ctrl+k")
		d.types("sam")
		d.sees("mentors me · the new job · 8", "I mentor · chairing a panel ·")
	})
	t.Run("nothing found", func(t *testing.T) {
		d := known(t)
		d.keys("ctrl+k")
		d.types("zzqq")
		d.sees("Nothing is called that")
		d.keys("enter", "down", "up")
		d.sees("Nothing is called that")
	})
	t.Run("in discreet mode names are initials, and are found all the same", func(t *testing.T) {
		d := known(t)
		d.keys("v", "ctrl+k")
		d.types("priya")
		d.sees("P. N.")
		d.keys("backspace", "backspace", "backspace", "backspace", "backspace")
		d.seesNot("Nambiar", "Reed", "Una")
		d.types("lisbon")
		d.seesNot("Nambiar")
	})
	t.Run("in a text, which it leaves as it is", func(t *testing.T) {
		d := known(t)
		d.open(NewWrite(d.root.env, WriteStart{Name: "Sam", Role: journal.RoleMentor}))
		d.types("half a")
		d.keys("ctrl+k")
		d.types("priya")
		d.keys("enter")
		d.sees("become a ward manager")
		d.keys("esc")
		d.sees("half a")
	})
	t.Run("an empty journal", func(t *testing.T) {
		d := newDesk(t)
		d.keys("ctrl+k")
		d.sees("command")
		d.types("refl")
		d.keys("enter")
		d.sees("Reflect")
	})
	t.Run("enter waits for what is read, typing does not", func(t *testing.T) {
		d := known(t)
		p := d.unread()
		d.types("pri")
		if p.read || p.query.Value() != "pri" {
			t.Fatalf("read: %v, typed: %q", p.read, p.query.Value())
		}
		d.keys("enter")
		d.types("x") // it is too late for that
		if d.root.overlay() == nil {
			t.Fatal("it did not wait")
		}
		d.settle(p.Init())
		d.sees("become a ward manager")
	})
	t.Run("a row that was gone to stays when the rest comes", func(t *testing.T) {
		d := known(t)
		p := d.unread()
		d.keys("down", "down")
		was := d.first()
		d.settle(p.Init())
		if d.first() != was {
			t.Errorf("the cursor went from %q to %q", was, d.first())
		}
	})
}

func TestPaletteGolden(t *testing.T) {
	for name, typed := range map[string]string{"empty": "", "letters": "sam", "nothing": "zzqq"} {
		t.Run(name, func(t *testing.T) {
			d := known(t)
			d.keys("ctrl+k")
			d.types(typed)
			d.in(t).goldens()
		})
	}
}

// TestPickersNarrow types into the lists one chooses from.
func TestPickersNarrow(t *testing.T) {
	t.Run("whom, by letters that stand apart", func(t *testing.T) {
		d, got := picking(t, false, "Tom B.", "Priya Nambiar")
		d.types("pnmb")
		d.keys("enter")
		if got() != "Priya Nambiar" {
			t.Errorf("it took %s", got())
		}
	})
	t.Run("letters that stand apart are somebody new where that can be", func(t *testing.T) {
		d, got := picking(t, true, "Samuel Abara")
		d.types("Sara")
		d.sees("Samuel Abara", "❯ new")
		d.keys("enter")
		if got() != "new Sara, I mentor" {
			t.Errorf("it took %s", got())
		}
	})
	t.Run("a question, also one that is not offered", func(t *testing.T) {
		d := known(t)
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
		d.keys("ctrl+o")
		l := d.root.overlay().(*askList)
		if len(l.asks) <= l.fit {
			t.Fatalf("%d questions, of which %d fit", len(l.asks), l.fit)
		}
		other := l.asks[len(l.asks)-1]
		d.types(other.Text[:min(len(other.Text), 24)])
		d.keys("enter")
		if got := d.root.top().(*WriteScreen).Words(); !strings.Contains(got, oneLine(other.Text)) {
			t.Errorf("the note is %q, without %q", got, other.Text)
		}
	})
	t.Run("a question that is not there", func(t *testing.T) {
		d := known(t)
		d.open(NewWrite(d.root.env, WriteStart{RelationshipID: d.sessions()[0].RelationshipID}))
		d.keys("ctrl+o")
		d.types("zzqq")
		d.sees(nothingFits)
		d.keys("enter")
		d.sees(nothingFits)
	})
	t.Run("what was raised", func(t *testing.T) {
		d := newDesk(t)
		k := d.kept("Sam", journal.RoleMentor, "first\nask: the promotion\nask: the move\nask: holidays")
		d.open(NewWrite(d.root.env, WriteStart{SessionID: k.Session.ID}))
		d.keys("ctrl+g")
		d.types("holi")
		d.seesNot("the move")
		d.keys("space")
		d.sees("[✓] holidays")
		d.keys("backspace", "backspace", "backspace", "backspace")
		d.sees("[ ] the move", "[✓] holidays")
	})
}

// BenchmarkPaletteKey types a letter where a lifetime can be gone to.
func BenchmarkPaletteKey(b *testing.B) {
	d := known(b)
	p := newPalette(d.root.env, d.root.actions(), func(Action) tea.Cmd { return nil })
	var r reached
	for i := range 300 {
		r.People = append(r.People, store.ReachablePerson{PersonID: int64(i), RelationshipID: int64(i), Name: "Priya Nambiar " + strings.Repeat("x", i%9), Purpose: "become a ward manager without losing the ward", State: journal.StateActive, Role: journal.RoleMentor, Last: time.Now()})
	}
	for i := range 300 {
		r.Sessions = append(r.Sessions, store.ReachableText{ID: int64(i), At: time.Now(), Name: "Priya Nambiar", Text: strings.Repeat("She will chair the panel. ", 6)})
	}
	q, err := d.store().Questions(b.Context())
	d.must(err)
	r.Sets = q.Sets
	p.took(loaded[reached]{value: r})
	p.setTheme(d.root.env.Theme)
	for b.Loop() {
		p.Update(keyPress("m"))
		p.Render(72, 18)
		p.Update(keyPress("backspace"))
	}
}
