package tui

import (
	"fmt"
	"maps"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/editor"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// A form is a few fields over a page:
//
//	ask(newForm("Change", []field{
//		{key: "name", label: "name", value: p.Name, echo: nameEcho},
//		{key: "role", label: "role", value: "mentor", choices: roleChoices()},
//		{key: "next", label: "next", echo: dateEcho(env.Dates, today)},
//		{key: "notes", label: "notes", value: p.Notes, long: true},
//	}, func(v values) tea.Cmd { return write(env, "Changed.", …) }))
//
// save is run once every field's echo finds its value good. The form stays open, with all that
// was typed, until what save's command answers is not a failure; that answer then goes on to the
// root as if the form had not been there.

// field is one line of a form.
type field struct {
	key   string // how values names it
	label string // at most 13 cells
	hint  string // shown faintly while it is empty
	value string // what it holds at first
	long  bool   // may have several lines; ctrl+j begins one
	name  bool   // it is somebody's name: what is pasted goes in only where one can be that long

	choices []choice // where it is one of these; value is that of the first chosen one

	// echo says what the value means as it stands, trimmed; ok is false where it cannot be taken,
	// and then what was said is the reason, in one sentence. nil takes everything.
	echo func(string) (said string, ok bool)
}

// choice is one of the things a field can be.
type choice struct{ value, name string }

// values is what a form holds when it is kept.
type values struct{ now, first map[string]string }

// text is the value of a field: trimmed, or exactly as it was given where nobody changed it.
func (v values) text(key string) string { return v.now[key] }

// changed reports whether a field holds something else than at first.
func (v values) changed(key string) bool { return v.now[key] != v.first[key] }

// anyChanged reports whether a form was kept with something else in it than at first.
func (v values) anyChanged() bool { return !maps.Equal(v.now, v.first) }

// set puts a field's value into to, if it was changed.
func (v values) set(key string, to *string) {
	if v.changed(key) {
		*to = v.now[key]
	}
}

type form struct {
	title  string
	fields []*formField
	save   func(values) tea.Cmd
	at     int
	top    int    // the first row drawn
	said   string // why it was not kept, or what esc does now
	tried  bool   // the field at did not pass
	busy   bool   // waiting for save's answer
	asked  bool   // esc was pressed once over changes
	help   bool   // what the keys do is said below
	goes   bool   // it keeps nothing, and leads somewhere
	theme  *theme.Theme
	veil   journal.Veil
	spots  *spots
}

type formField struct {
	field
	ed     *editor.Editor // nil for a choice
	chosen int
}

// formAnswer is what the command of save came back with.
type formAnswer struct {
	of  Overlay
	msg tea.Msg
}

// awaiting runs the command that keeps what o holds; its answer comes back to o.
func awaiting(o interface {
	Overlay
	ID() string
}, cmd tea.Cmd) tea.Cmd {
	id := o.ID()
	return func() tea.Msg { return loaded[formAnswer]{to: id, value: formAnswer{o, cmd()}} }
}

// notKept is what esc says over changes before it leaves them.
const notKept = "Nothing of this is kept yet: ctrl+s keeps it, esc again leaves it."

// inSight is the first of all rows to draw in room, moved from top no further than it has to be
// for the rows between from and to to be in sight.
func inSight(top, from, to, room, all int) int {
	top = max(top, to-room)
	return max(0, min(top, from, max(0, all-room)))
}

// labelWidth is the cells of the labels' column, the mark before them not counted.
const labelWidth = 14

// newForm makes the overlay; see the top of this file.
func newForm(title string, fields []field, save func(values) tea.Cmd) Overlay {
	f := &form{title: title, save: save, theme: theme.New(true)}
	for _, d := range fields {
		ff := &formField{field: d}
		if d.choices == nil {
			ff.ed = editor.New(editor.Options{Measure: 200})
			ff.ed.SetText(d.value, len(d.value))
		}
		for i, c := range d.choices {
			if c.value == d.value {
				ff.chosen = i
				break
			}
		}
		f.fields = append(f.fields, ff)
	}
	return f
}

// newGoForm makes a form of one field that leads somewhere: there is nothing in it to be kept or lost.
func newGoForm(title string, to field, then func(values) tea.Cmd) Overlay {
	f := newForm(title, []field{to}, then)
	if f, ok := f.(*form); ok {
		f.goes = true
	}
	return f
}

func (f *form) ID() string { return "form" }
func (f *form) Hint() string {
	if f.goes {
		return "enter go · esc never mind"
	}
	return "tab next · ctrl+s keep · esc never mind"
}

func (f *form) setTheme(t *theme.Theme) { f.theme = t }
func (f *form) setVeil(v journal.Veil)  { f.veil = v }
func (f *form) setSpots(s *spots)       { f.spots = s }
func (f *form) fieldwise()              {}

func (f *form) Title() string {
	if len(f.fields) < 4 {
		return f.title
	}
	return fmt.Sprintf("%s · %d of %d", f.title, f.at+1, len(f.fields))
}

// now is the value as it would be kept.
func (ff *formField) now() string {
	if ff.ed == nil {
		return ff.choices[ff.chosen].value
	}
	if s := ff.ed.Text(); s != ff.value {
		return strings.TrimSpace(s)
	}
	return ff.value
}

func (ff *formField) said() (string, bool) {
	if ff.ed == nil && ff.echo == nil {
		return "← → or space changes it", true
	}
	if ff.echo == nil {
		return "", true
	}
	return ff.echo(strings.TrimSpace(ff.now()))
}

func (f *form) values() values {
	v := values{now: map[string]string{}, first: map[string]string{}}
	for _, ff := range f.fields {
		v.now[ff.key], v.first[ff.key] = ff.now(), ff.value
		if ff.ed == nil && !ff.knows(ff.value) { // what stood there was none of the choices
			v.first[ff.key] = ff.choices[0].value
		}
	}
	return v
}

func (ff *formField) knows(value string) bool {
	for _, c := range ff.choices {
		if c.value == value {
			return true
		}
	}
	return false
}

func (f *form) changed() bool { return f.values().anyChanged() }

func (f *form) Update(msg tea.Msg) (bool, tea.Cmd) {
	switch msg := msg.(type) {
	case loaded[formAnswer]:
		if msg.value.of != f { // that form is gone
			return false, nil
		}
		return f.answered(msg.value.msg)
	case tea.KeyPressMsg:
		if f.busy {
			return false, nil
		}
		return f.key(msg)
	}
	ff := f.fields[f.at]
	if m, text, ok := putIn(msg, ff.long); ok && ff.ed != nil && !f.busy {
		f.typed()
		if !f.full(ff, text) {
			return false, ff.ed.Update(m)
		}
	}
	return false, nil
}

// answered closes the form where the change worked.
func (f *form) answered(msg tea.Msg) (bool, tea.Cmd) {
	f.busy = false
	if s, ok := msg.(sayMsg); ok && s.bad {
		f.said = s.text
		return false, nil
	}
	return true, send(msg)
}

// typed forgets what was said about the field as it was before.
func (f *form) typed() { f.tried, f.asked, f.said, f.help = false, false, "", false }

// formKeys is what the keys of a form do.
const formKeys = "tab and ↑ ↓ go from field to field, ← → or space changes a choice, ctrl+j begins a line in a longer text. ctrl+s keeps all of it, enter does in the last field, esc leaves it."

func (f *form) key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	ff, name := f.fields[f.at], k.String()
	if name == "esc" {
		if f.asked || f.goes || !f.changed() {
			return true, nil
		}
		f.asked, f.said = true, notKept
		return false, nil
	}
	help := f.help
	f.typed()
	switch name {
	case "f1":
		f.help = !help
		return false, nil
	case "ctrl+s":
		return f.keep()
	case "tab":
		f.move(1, true)
		return false, nil
	case "shift+tab":
		f.move(-1, true)
		return false, nil
	case "enter":
		if f.at == len(f.fields)-1 {
			return f.keep()
		}
		f.move(1, false)
		return false, nil
	}
	if ff.ed == nil {
		f.choose(ff, name)
		return false, nil
	}
	switch name {
	case "up", "down":
		return false, f.upDown(ff, k)
	case "ctrl+j", "shift+enter", "alt+enter":
		if ff.long {
			ff.ed.Insert("\n")
		}
		return false, nil
	}
	return false, ff.ed.Update(k)
}

// full reports whether a field does not take what was pasted, and says so.
func (f *form) full(ff *formField, more string) bool {
	if !ff.name || hasRoom(ff.ed, more, journal.MaxName) {
		return false
	}
	f.said = nameFull()
	return true
}

// upDown moves within a text of several rows, and past its ends to the next field.
func (f *form) upDown(ff *formField, k tea.KeyPressMsg) tea.Cmd {
	before := ff.ed.Cursor()
	last := before == ff.ed.Len()
	cmd := ff.ed.Update(k)
	switch {
	case k.String() == "down" && (last || before == ff.ed.Cursor() || ff.ed.Cursor() == ff.ed.Len() && ff.ed.LineCount() == 1):
		f.move(1, false)
	case k.String() == "up" && (before == ff.ed.Cursor() || ff.ed.Cursor() == 0):
		f.move(-1, false)
	}
	return cmd
}

func (f *form) choose(ff *formField, name string) {
	n := len(ff.choices)
	switch name {
	case "right", "space", "l":
		ff.chosen = (ff.chosen + 1) % n
	case "left", "h":
		ff.chosen = (ff.chosen + n - 1) % n
	case "down", "j":
		f.move(1, false)
	case "up", "k":
		f.move(-1, false)
	}
}

// move goes to another field; around the ends where round is true.
func (f *form) move(n int, round bool) {
	at := f.at + n
	if round {
		at = (at + len(f.fields)) % len(f.fields)
	}
	f.at = max(0, min(at, len(f.fields)-1))
}

// point goes to a field that was pointed at; one that was there already, and is a choice, changes.
func (f *form) point(i int) {
	if f.busy {
		return
	}
	f.typed()
	if ff := f.fields[i]; i == f.at && ff.ed == nil {
		f.choose(ff, "right")
	}
	f.at = i
}

// keep runs save, unless a field cannot be taken: then the cursor goes there.
func (f *form) keep() (bool, tea.Cmd) {
	for i, ff := range f.fields {
		if _, ok := ff.said(); !ok {
			f.at, f.tried = i, true
			return false, nil
		}
	}
	cmd := f.save(f.values())
	if cmd == nil {
		return true, nil
	}
	f.busy = true
	return false, awaiting(f, cmd)
}

// Render draws the fields, scrolled to the one that is typed in, and what is to be said below.
func (f *form) Render(w, h int) (string, *tea.Cursor) {
	var foot []string
	if f.said != "" && h > 1 {
		for _, row := range widget.Wrap(f.said, w, max(1, min(3, h-2))) {
			foot = append(foot, f.theme.Error.Render(row))
		}
	}
	if f.help && h > 3 {
		for _, row := range widget.Wrap(formKeys, w, min(4, h-3)) {
			foot = append(foot, f.theme.Faint.Render(row))
		}
	}
	room := max(1, h-len(foot))
	var rows []string
	var cur *tea.Cursor
	from, to := 0, 0
	for i, ff := range f.fields {
		block, c := f.field(ff, i == f.at, w, room)
		if i == f.at {
			from, to = len(rows), len(rows)+len(block)
			if c != nil {
				cur = tea.NewCursor(c.X, c.Y+from)
			}
		}
		for n, row := range block {
			block[n] = f.spots.place(row, func() tea.Cmd { f.point(i); return nil })
		}
		rows = append(rows, block...)
	}
	f.top = inSight(f.top, from, to, room, len(rows))
	rows = rows[f.top:min(len(rows), f.top+room)]
	if cur != nil {
		cur.Y -= f.top
	}
	return strings.Join(append(rows, foot...), "\n"), cur
}

// field draws one field in at most h rows; what is said about it stands under it while it is
// typed in.
func (f *form) field(ff *formField, here bool, w, h int) ([]string, *tea.Cursor) {
	t := f.theme
	mark, label := "  ", t.Faint
	if here {
		mark, label = "❯ ", t.Selected
	}
	head, used := mark+label.Render(widget.Pad(ff.label, labelWidth)), labelWidth+2
	room := max(1, w-used)
	if !here {
		return []string{head + f.resting(ff, room)}, nil
	}
	var rows []string
	cur := tea.NewCursor(used, 0)
	if ff.ed == nil {
		rows = []string{head + ff.choice(t, room)}
	} else {
		var body string
		body, cur = ff.render(t, room, h, f.hide(ff))
		cur.X += used
		for i, row := range strings.Split(body, "\n") {
			if i > 0 {
				head = strings.Repeat(" ", used)
			}
			rows = append(rows, head+f.pointed(ff, row, i))
		}
	}
	said, ok := ff.said()
	style := t.Faint
	if !ok && f.tried {
		style = t.Error
	}
	if said != "" && (ok || f.tried || ff.now() != "") && len(rows) < h {
		for _, row := range widget.Wrap(said, max(1, w-4), max(1, min(2, h-len(rows)))) {
			rows = append(rows, "    "+style.Render(row))
		}
	}
	return rows, cur
}

// resting is a field that is not typed in.
func (f *form) resting(ff *formField, w int) string {
	if ff.ed == nil {
		return f.theme.Text.Render(widget.Cut(ff.choices[ff.chosen].name, w))
	}
	if s := ff.now(); s != "" {
		return f.theme.Text.Render(widget.Cut(f.shown(ff, s), w))
	}
	return f.theme.Faint.Render(widget.Cut(ff.hint, w))
}

// render draws the text of a field that is typed in.
func (ff *formField) render(t *theme.Theme, w, h int, hide func(string, bool) []editor.Span) (string, *tea.Cursor) {
	if ff.ed.Empty() {
		ff.ed.Render(w, 1, editor.Styles{}) // so that it knows its size
		return t.Faint.Render(widget.Cut(ff.hint, w)), tea.NewCursor(0, 0)
	}
	most := 3
	if ff.long {
		most = 6
	}
	rows := min(most, max(1, h-1), len(widget.Wrap(ff.ed.Text(), max(1, w-1), most)))
	return ff.ed.Render(w, rows, editor.Styles{Text: t.Text, Selection: t.Mark, Faint: t.Faint, Hide: hide})
}

// choice draws all choices where they fit, the chosen one in brackets, and else that one alone.
func (ff *formField) choice(t *theme.Theme, w int) string {
	var all, plain strings.Builder
	for i, c := range ff.choices {
		name := widget.Cut(c.name, w) // it may be somebody's
		cell := " " + name + " "
		if i == ff.chosen {
			cell = "[" + name + "]"
			all.WriteString(t.Strong.Render(cell))
		} else {
			all.WriteString(t.Faint.Render(cell))
		}
		plain.WriteString(cell)
	}
	if ansi.StringWidth(plain.String()) <= w {
		return all.String()
	}
	return t.Strong.Render(widget.Cut("‹ "+ff.choices[ff.chosen].name+" ›", w))
}
