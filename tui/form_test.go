package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/wording"
)

// paper is a form under test: keys go in, and what save was given comes out.
type paper struct {
	t      *testing.T
	form   Overlay
	got    []values
	answer tea.Msg // what the save answers
	closed bool
	sent   tea.Msg // what went on to the root
}

func newPaper(t *testing.T, fields ...field) *paper {
	p := &paper{t: t, answer: changedMsg{say: "Kept."}}
	p.form = newForm("A form", fields, func(v values) tea.Cmd {
		p.got = append(p.got, v)
		return func() tea.Msg { return p.answer }
	})
	p.form.(themed).setTheme(theme.New(true))
	return p
}

func (p *paper) send(m tea.Msg) {
	done, cmd := p.form.Update(m)
	p.closed = p.closed || done
	if cmd == nil {
		return
	}
	m = cmd()
	if _, ok := m.(loaded[formAnswer]); ok {
		p.send(m)
		return
	}
	p.sent = m
}

func (p *paper) keys(names ...string) {
	for _, n := range names {
		p.send(keyPress(n))
	}
}

func (p *paper) types(s string) {
	for _, r := range s {
		p.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func (p *paper) screen(w, h int) string {
	s, _ := p.form.Render(w, h)
	return ansi.Strip(s)
}

func (p *paper) sees(text string) {
	p.t.Helper()
	if s := p.screen(60, 18); !strings.Contains(s, text) {
		p.t.Fatalf("%q is not in the form:\n%s", text, s)
	}
}

// kept is the one set of values that was saved.
func (p *paper) kept() values {
	p.t.Helper()
	if len(p.got) != 1 {
		p.t.Fatalf("saved %d times, want once", len(p.got))
	}
	return p.got[0]
}

func someFields() []field {
	return []field{
		{key: "name", label: "name", hint: "a name", echo: nameEcho},
		{key: "role", label: "role", value: "mentee", choices: roleChoices()},
		{key: "notes", label: "notes", value: "first\n\tsecond\n", long: true},
	}
}

func TestForm(t *testing.T) {
	t.Run("ctrl+s keeps from any field", func(t *testing.T) {
		p := newPaper(t, someFields()...)
		p.types(" Ada ")
		p.keys("ctrl+s")
		v := p.kept()
		if got := v.text("name"); got != "Ada" {
			t.Errorf("name is %q", got)
		}
		if !p.closed {
			t.Error("the form is still open")
		}
		if m, ok := p.sent.(changedMsg); !ok || m.say != "Kept." {
			t.Errorf("the root was told %#v", p.sent)
		}
	})
	t.Run("F1 says what the keys do, and again says nothing", func(t *testing.T) {
		d, _ := seeded(t, samsPage)
		d.keys("e")
		d.types("more")
		d.keys("f1")
		d.sees("go from field to field", "ctrl+s keeps all of it", "more")
		d.keys("f1")
		d.seesNot("go from field to field")
		d.keys("f1")
		d.types("!")
		d.seesNot("go from field to field")
		d.sees("more!")
	})
	t.Run("enter goes on, and keeps on the last field", func(t *testing.T) {
		p := newPaper(t, someFields()...)
		p.types("Ada")
		p.keys("enter", "enter")
		if len(p.got) != 0 {
			t.Fatal("it was kept before the last field")
		}
		p.keys("enter")
		p.kept()
	})
	t.Run("what nobody changed is kept byte for byte", func(t *testing.T) {
		p := newPaper(t, someFields()...)
		p.types("Ada")
		p.keys("tab", "tab", "ctrl+s")
		v := p.kept()
		if got := v.text("notes"); got != "first\n\tsecond\n" {
			t.Errorf("notes are %q", got)
		}
		if v.changed("notes") || v.changed("role") || !v.changed("name") {
			t.Error("what was changed is told wrongly")
		}
	})
	t.Run("choices", func(t *testing.T) {
		for keys, want := range map[string]journal.Role{"right": journal.RoleMutual, "left": journal.RoleMentor, "space space": journal.RoleMentor, "right right right": journal.RoleMentee} {
			p := newPaper(t, someFields()...)
			p.types("Ada")
			p.keys("tab")
			p.keys(strings.Fields(keys)...)
			p.keys("ctrl+s")
			if got := p.kept().text("role"); got != string(want) {
				t.Errorf("%s: role is %q, want %q", keys, got, want)
			}
		}
	})
	t.Run("a field that cannot be taken", func(t *testing.T) {
		p := newPaper(t, someFields()...)
		p.keys("tab", "tab", "ctrl+s")
		if len(p.got) != 0 {
			t.Fatal("it was saved without a name")
		}
		p.sees("❯ name")
		p.sees("A person needs a name.")
		p.types("Ada")
		p.keys("ctrl+s")
		p.kept()
	})
	t.Run("a failed save loses nothing", func(t *testing.T) {
		p := newPaper(t, someFields()...)
		p.answer = failed(journal.Errorf(journal.CodeConflict, "Ada is here already."))
		p.types("Ada")
		p.keys("ctrl+s")
		if p.closed {
			t.Fatal("the form closed over a failure")
		}
		p.sees("Ada is here already.")
		p.types(" B")
		p.answer = changedMsg{}
		p.keys("ctrl+s")
		if !p.closed || p.got[1].text("name") != "Ada B" {
			t.Errorf("the second try kept %q", p.got[1].text("name"))
		}
	})
	t.Run("esc leaves at once where nothing was changed", func(t *testing.T) {
		p := newPaper(t, someFields()...)
		p.keys("esc")
		if !p.closed || len(p.got) != 0 {
			t.Error("esc did not leave without a change")
		}
	})
	t.Run("esc asks once over words", func(t *testing.T) {
		p := newPaper(t, someFields()...)
		p.types("A")
		p.keys("esc")
		if p.closed {
			t.Fatal("the words are gone with one esc")
		}
		p.sees("esc again")
		p.types("d")
		p.keys("esc", "esc")
		if !p.closed || len(p.got) != 0 {
			t.Error("the second esc did not leave")
		}
	})
	t.Run("several lines", func(t *testing.T) {
		p := newPaper(t, field{key: "notes", label: "notes", long: true})
		p.types("one")
		p.keys("ctrl+j")
		p.types("two")
		p.keys("enter")
		if got := p.kept().text("notes"); got != "one\ntwo" {
			t.Errorf("notes are %q", got)
		}
	})
	t.Run("a pasted page is one line where one is asked for", func(t *testing.T) {
		p := newPaper(t, field{key: "name", label: "name"})
		p.send(tea.PasteMsg{Content: "Ada\r\nWhitlock\n"})
		p.keys("ctrl+s")
		if got := p.kept().text("name"); got != "Ada Whitlock" {
			t.Errorf("name is %q", got)
		}
	})
	t.Run("up and down pass through a long text", func(t *testing.T) {
		p := newPaper(t, field{key: "a", label: "a"}, field{key: "notes", label: "notes", value: "one\ntwo\nthree", long: true}, field{key: "z", label: "z"})
		p.screen(60, 18)
		p.keys("down")
		p.sees("❯ notes")
		p.keys("up", "up")
		p.sees("❯ notes")
		p.keys("up")
		p.sees("❯ a")
		p.keys("down", "down", "down", "down")
		p.sees("❯ z")
	})
}

func TestFormSizes(t *testing.T) {
	fields := append(someFields(), field{key: "wide", label: "a label that is too long", value: strings.Repeat("日本 👩‍👩‍👧 ", 60)}, field{key: "when", label: "when", echo: dateEcho(wording.DayMonth, journal.Date{Year: 2026, Month: 11, Day: 21})})
	for w := 1; w <= 76; w += 5 {
		for h := 1; h <= 20; h++ {
			p := newPaper(t, fields...)
			p.answer = failed(journal.Errorf(journal.CodeInvalid, "%s", strings.Repeat("not so ", 30)))
			p.types("a")
			p.keys("ctrl+s")
			for range fields {
				s, cur := p.form.Render(w, h)
				checkFits(t, fmt.Sprintf("%dx%d", w, h), s, max(w, labelWidth+3), h)
				if cur != nil && (cur.Y < 0 || cur.Y >= h) {
					t.Fatalf("%dx%d: the cursor is on row %d", w, h, cur.Y)
				}
				p.keys("tab")
			}
		}
	}
}

// checkFits fails where a text has more than h rows or one of them more than w cells.
func checkFits(t *testing.T, what, s string, w, h int) {
	t.Helper()
	rows := strings.Split(s, "\n")
	if len(rows) > h {
		t.Fatalf("%s: %d rows, want at most %d:\n%s", what, len(rows), h, ansi.Strip(s))
	}
	for _, r := range rows {
		if n := ansi.StringWidth(r); n > w {
			t.Fatalf("%s: a row of %d cells, want at most %d: %q", what, n, w, ansi.Strip(r))
		}
	}
}
