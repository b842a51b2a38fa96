package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/editor"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// line is one line of typing, with the terminal's own cursor in it so that input methods work.
// It is the journal's own editor in one row: text goes in and out byte for byte, is made harmless
// where it is drawn, and is edited by what a reader calls a character.
type line struct {
	ed   *editor.Editor
	hint string
	left int // the first column drawn

	most int  // the bytes that may be pasted into it, 0 for any number
	over bool // what was pasted last was beyond them, and was not put in
}

// maxTyped is how long a line grows by single keys, in bytes: one that is held down is no text.
// What is pasted is taken whole, but into a name.
const maxTyped = 1 << 16

// maxRow is more columns than a line of that length takes; a tab takes the most for its one byte.
const maxRow = 4*maxTyped + 2

// newNameLine is a line for a name.
func newNameLine(hint string) line {
	l := newLine(hint)
	l.most = journal.MaxName
	return l
}

// nameFull is what is said where more is pasted into a name than one can have. One letter too many is
// seen as it is typed, and is said once the name is taken.
func nameFull() string {
	return fmt.Sprintf("A name has at most %d bytes, so what you pasted was left out.", journal.MaxName)
}

// hasRoom reports whether an editor has room for what is pasted within most bytes.
func hasRoom(ed *editor.Editor, more string, most int) bool {
	return most == 0 || more == "" || ed.Len()-len(ed.Selection())+len(more) <= most
}

// editsLine reports whether a key changes a line or moves within it, besides those that are typed.
func editsLine(k tea.KeyPressMsg) bool {
	switch k.String() {
	case "backspace", "delete", "left", "right", "home", "end", "ctrl+a", "ctrl+e", "ctrl+h", "ctrl+u", "ctrl+w", "alt+backspace", "ctrl+left", "ctrl+right":
		return true
	}
	return false
}

// putIn is a message that puts text in, pasted or from the clipboard, with that text: on one line, unless it
// may be long. ok is false for any other message.
func putIn(msg tea.Msg, long bool) (m tea.Msg, text string, ok bool) {
	fit := func(text string) string {
		if long {
			return text
		}
		return oneLine(text)
	}
	switch m := msg.(type) {
	case tea.PasteMsg:
		m.Content = fit(m.Content)
		return m, m.Content, true
	case tea.ClipboardMsg:
		m.Content = fit(m.Content)
		return m, m.Content, true
	}
	return msg, "", false
}

func newLine(hint string) line {
	return line{ed: editor.New(editor.Options{Measure: maxRow}), hint: hint}
}

func (l *line) Value() string     { return l.ed.Text() }
func (l *line) SetValue(s string) { l.ed.SetText(s, len(s)) }

func (l *line) Update(msg tea.Msg) tea.Cmd {
	if m, text, ok := putIn(msg, false); ok {
		if l.over = !hasRoom(l.ed, text, l.most); l.over {
			return nil
		}
		return l.ed.Update(m)
	}
	if m, ok := msg.(tea.KeyPressMsg); ok {
		switch m.String() {
		case "enter", "shift+enter", "alt+enter", "ctrl+j", "tab", "shift+tab", "up", "down":
			return nil
		}
		l.over = false
		if m.Text != "" && l.ed.Len() >= maxTyped && l.ed.Selection() == "" {
			return nil
		}
	}
	return l.ed.Update(msg)
}

// oneLine is a text whose lines are put into one: a line is a line, whatever was copied.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
}

// Render is the line in w cells.
func (l *line) Render(w int, t *theme.Theme) (string, *tea.Cursor) {
	if l.ed.Empty() {
		return t.Faint.Render(widget.Cut(l.hint, w)), tea.NewCursor(0, 0)
	}
	styles := editor.Styles{Text: t.Text, Selection: t.Mark, Faint: t.Faint}
	if l.ed.Len() > maxTyped { // a page that was pasted: the editor breaks it, and shows the cursor's row
		return l.ed.Render(max(1, w), 1, styles)
	}
	row, cur := l.ed.Render(maxRow, 1, styles)
	return l.window(row, cur.X, w)
}

// window cuts w columns out of a row so that column x, the cursor's, is among them. It moves no
// further than it has to, and an ellipsis stands where there is more.
func (l *line) window(row string, x, w int) (string, *tea.Cursor) {
	wide := ansi.StringWidthWc(row)
	last := w - 3 // room for a wide character at the cursor, and the ellipsis
	if x >= wide {
		last = w - 1
	}
	left := max(min(l.left, x-2), x-max(0, last))
	l.left = max(0, min(left, wide-(w-1)))
	if l.left > 0 {
		row = leftCut(row, wide, l.left)
	}
	row = ansi.Truncate(ansi.TruncateWc(row, w, "…"), w, "…")
	return row, tea.NewCursor(max(0, min(x-l.left, w-1)), 0)
}

// leftCut is a row of wide columns without its first n, and an ellipsis in the first that is left.
// A wide character that would be cut through goes whole.
func leftCut(row string, wide, n int) string {
	for from := n + 1; from < wide; from++ {
		if rest := ansi.TruncateLeftWc(row, from, ""); wide-ansi.StringWidthWc(rest) == from {
			return "…" + strings.Repeat(" ", from-n-1) + rest
		}
	}
	return "…"
}
