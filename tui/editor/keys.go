package editor

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// maxClipboard is the longest text handed to the terminal's clipboard, in bytes.
// Past it terminals drop the text or stall; it stays in the editor's own.
const maxClipboard = 1 << 20

// Key is a line of help: some keys and what they do.
type Key struct {
	Keys  string // as in "ctrl+left / alt+b"
	Desc  string
	Group string
}

// Help returns the editor's keys, in the order to show them.
func (e *Editor) Help() []Key {
	return []Key{
		{"left / right / up / down", "move", "Move"},
		{"ctrl+left / alt+left / alt+b", "word back", "Move"},
		{"ctrl+right / alt+right / alt+f", "word on", "Move"},
		{"home / end", "start and end of the row", "Move"},
		{"pgup / pgdown", "a page up and down", "Move"},
		{"ctrl+home / ctrl+end", "start and end of the text", "Move"},
		{"shift+left / shift+right / shift+up / shift+down", "select, with any of the moves", "Select"},
		{"ctrl+a", "select everything", "Select"},
		{"ctrl+x / ctrl+c / ctrl+v", "cut, copy and paste", "Select"},
		{"ctrl+z", "undo", "Change"},
		{"ctrl+y / ctrl+shift+z", "redo", "Change"},
		{"backspace / ctrl+h", "delete back", "Change"},
		{"delete", "delete on", "Change"},
		{"ctrl+w / alt+backspace / ctrl+backspace", "delete a word back", "Change"},
		{"alt+d / ctrl+delete", "delete a word on", "Change"},
		{"ctrl+u", "delete to the start of the line", "Change"},
		{"enter", "new line", "Lines"},
		{"alt+enter", "the next item of a list", "Lines"},
		{"tab / shift+tab", "set lines in and out", "Lines"},
		{"alt+up / alt+down", "move the line up and down", "Lines"},
	}
}

// Handles reports whether k is the editor's: text, or one of its keys. esc and
// ctrl+c are while something is selected.
func (e *Editor) Handles(k tea.KeyPressMsg) bool {
	return e.typed(k) != "" || e.command(k) != nil
}

// Update takes a message that is the editor's and returns what is to be run for
// it, if anything. All others are ignored.
func (e *Editor) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if run := e.command(msg); run != nil {
			return run()
		}
		if s := e.typed(msg); s != "" {
			e.replaceSelection(s, kindTyping)
		}
	case tea.PasteMsg:
		e.paste(msg.Content)
	case tea.ClipboardMsg:
		e.answered(msg.Content)
	case tea.BlurMsg:
		e.clipOld = true
	}
	return nil
}

// typed returns the text that k types, empty for a command.
func (e *Editor) typed(k tea.KeyPressMsg) string {
	const chord = tea.ModCtrl | tea.ModAlt | tea.ModMeta | tea.ModSuper | tea.ModHyper
	mod := k.Mod & chord
	altGr := mod == tea.ModCtrl|tea.ModAlt
	if mod != 0 && !altGr {
		return ""
	}
	switch {
	case k.Text != "":
		return lineBreaks(k.Text)
	case altGr:
		return ""
	case k.Code == tea.KeySpace:
		return " "
	case k.Code >= tea.KeyKp0 && k.Code <= tea.KeyKp9:
		return string('0' + k.Code - tea.KeyKp0)
	}
	return keypad(k.Code)
}

func keypad(code rune) string {
	switch code {
	case tea.KeyKpMultiply:
		return "*"
	case tea.KeyKpPlus:
		return "+"
	case tea.KeyKpMinus:
		return "-"
	case tea.KeyKpComma:
		return ","
	case tea.KeyKpDecimal:
		return "."
	case tea.KeyKpDivide:
		return "/"
	case tea.KeyKpEqual:
		return "="
	}
	return ""
}

// name returns k's keystroke without shift and locks, and whether shift was held.
func name(k tea.KeyPressMsg) (string, bool) {
	const quiet = tea.ModShift | tea.ModCapsLock | tea.ModNumLock | tea.ModScrollLock
	plain := tea.KeyPressMsg{Code: k.Code, BaseCode: k.BaseCode, Mod: k.Mod &^ quiet}
	return strings.ToLower(plain.Keystroke()), k.Mod&tea.ModShift != 0
}

// command returns what k does, nil if it is not the editor's or types text.
func (e *Editor) command(k tea.KeyPressMsg) func() tea.Cmd {
	key, shift := name(k)
	if move := e.motion(key); move != nil {
		return func() tea.Cmd { move(shift); return nil }
	}
	if do := e.action(key, shift); do != nil {
		return func() tea.Cmd { do(); return nil }
	}
	if shift {
		return nil
	}
	switch key {
	case "ctrl+x":
		return e.cut
	case "ctrl+v":
		return e.pasteKey
	case "ctrl+c":
		if e.selecting() {
			return e.copySelection
		}
	}
	return nil
}

// motion returns the move that key makes; it is told whether to select.
func (e *Editor) motion(key string) func(bool) {
	switch key {
	case "left":
		return e.left
	case "right":
		return e.right
	case "up":
		return func(x bool) { e.vertical(-1, x) }
	case "down":
		return func(x bool) { e.vertical(1, x) }
	case "ctrl+left", "alt+left", "alt+b":
		return func(x bool) { e.moveTo(e.wordLeft(e.cur), x) }
	case "ctrl+right", "alt+right", "alt+f":
		return func(x bool) { e.moveTo(e.wordRight(e.cur), x) }
	case "home":
		return e.home
	case "end":
		return e.endOfRow
	case "pgup":
		return func(x bool) { e.page(-1, x) }
	case "pgdown":
		return func(x bool) { e.page(1, x) }
	case "ctrl+home":
		return func(x bool) { e.moveTo(pos{}, x) }
	case "ctrl+end":
		return func(x bool) { e.moveTo(e.buf.end(), x) }
	}
	return nil
}

// action returns the change that key makes, beside those of the clipboard.
func (e *Editor) action(key string, shift bool) func() {
	if shift {
		switch key {
		case "ctrl+z":
			return e.redo
		case "tab":
			return e.outdent
		case "enter":
			return func() { e.newline(true) }
		case "backspace":
			return func() { e.erase(e.prev(e.cur), kindBack) }
		case "delete":
			return func() { e.erase(e.next(e.cur), kindForward) }
		}
		return nil
	}
	switch key {
	case "enter", "ctrl+j": // ctrl+j is what some terminals send for shift+enter
		return func() { e.newline(true) }
	case "alt+enter":
		return func() { e.newline(false) }
	case "tab":
		return e.tab
	case "backspace", "ctrl+h":
		return func() { e.erase(e.prev(e.cur), kindBack) }
	case "delete":
		return func() { e.erase(e.next(e.cur), kindForward) }
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		return func() { e.erase(e.wordLeft(e.cur), kindBack) }
	case "alt+d", "ctrl+delete", "alt+delete":
		return func() { e.erase(e.wordRight(e.cur), kindForward) }
	case "ctrl+u":
		return func() { e.erase(pos{e.cur.line, 0}, kindBack) }
	case "ctrl+a":
		return e.selectAll
	case "ctrl+z":
		return e.undo
	case "ctrl+y":
		return e.redo
	case "alt+up":
		return func() { e.moveLines(-1) }
	case "alt+down":
		return func() { e.moveLines(1) }
	case "esc":
		if e.selecting() {
			return func() { e.moveTo(e.cur, false) }
		}
	}
	return nil
}

func (e *Editor) copySelection() tea.Cmd {
	s := e.Selection()
	if s == "" {
		return nil
	}
	e.clip, e.clipOld, e.asked = strings.Clone(s), false, false
	if len(s) > maxClipboard {
		return nil
	}
	return tea.SetClipboard(s)
}

func (e *Editor) cut() tea.Cmd {
	cmd := e.copySelection()
	if e.selecting() {
		e.replaceSelection("", kindOther)
	}
	return cmd
}

func (e *Editor) pasteKey() tea.Cmd {
	if e.clip != "" && (!e.clipOld || e.asked) {
		e.asked = false
		e.replaceSelection(e.clip, kindOther)
		return nil
	}
	e.asked = true
	return tea.ReadClipboard
}

// answered takes the terminal's answer, if it was asked.
func (e *Editor) answered(s string) {
	if !e.asked {
		return
	}
	e.asked = false
	if s == "" {
		s = e.clip
	}
	e.paste(s)
}

func (e *Editor) paste(s string) { e.replaceSelection(lineBreaks(s), kindOther) }

// lineBreaks returns s with every line break as \n.
func lineBreaks(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
