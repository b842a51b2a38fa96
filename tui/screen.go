package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// Screen is one full page. Screens are plain structs behind pointers; only the root is a model
// of the terminal library. A screen does no I/O in Update: it answers with a command, and what
// the command finds comes back as a message.
type Screen interface {
	ID() string // which page this is, so that an answer finds its way back to it
	Init() tea.Cmd
	Update(tea.Msg) tea.Cmd
	// Render draws the page into at most h rows of w cells; the cursor is relative to its corner.
	Render(w, h int) (string, *tea.Cursor)
	Actions() []Action
}

// Typing is a screen on which letters are words, not commands.
type Typing interface {
	Screen
	// Claims reports whether the text takes this key itself.
	Claims(tea.KeyPressMsg) bool
	// Unsaved is the save that is still owed to the words typed so far, nil for none. It is asked
	// for when the program is about to end, however it ends, and run wherever that is safe.
	Unsaved() func(ctx context.Context) error
}

// Lender is a page whose words another editor may have.
type Lender interface {
	Typing
	// Reclaim takes the words back when the program has ended; it answers what is to be done once
	// they are stored.
	Reclaim() func() error
	// Resume takes letters again, where the page waited for an answer that will not come any more.
	Resume()
	// Words is the text as it stands, for when nothing but a plain file is left to hold it.
	Words() string
}

// Overlay is something small that lies over a page until it is answered: a question, a list to
// choose from.
type Overlay interface {
	Title() string
	Update(tea.Msg) (done bool, cmd tea.Cmd)
	// Render draws the inside of the frame: at most h rows of w cells.
	Render(w, h int) (string, *tea.Cursor)
	Hint() string // which keys answer it
}

// Navigation is by message, so that screens need not know each other's insides.
type (
	pushMsg    struct{ screen Screen }
	replaceMsg struct{ screen Screen } // in place of the top one
	popMsg     struct{ id string }     // of the page that goes; "" for the top one
	homeMsg    struct{}                // all the way back
	overlayMsg struct{ overlay Overlay }
	// changedMsg follows every write: whatever is shown is read again.
	changedMsg struct{ say string }
	// sayMsg puts one line above the foot until the next key.
	sayMsg struct {
		text string
		bad  bool
	}
)

func push(s Screen) tea.Cmd    { return send(pushMsg{s}) }
func replace(s Screen) tea.Cmd { return send(replaceMsg{s}) }
func pop() tea.Cmd             { return send(popMsg{}) }
func ask(o Overlay) tea.Cmd    { return send(overlayMsg{o}) }
func popPage(s Screen) tea.Cmd { return send(popMsg{s.ID()}) }
func say(text string) tea.Cmd  { return send(sayMsg{text: text}) }
func send(m tea.Msg) tea.Cmd   { return func() tea.Msg { return m } }

// loaded carries what a read found back to the page that asked, wherever it stands by then. An
// answer to an older question than the page's last one is dropped.
type loaded[T any] struct {
	to    string
	seq   int
	value T
	err   error
}

func (l loaded[T]) target() string { return l.to }

type targeted interface{ target() string }

// load reads off the update loop.
func load[T any](env *Env, to string, seq int, read func(context.Context) (T, error)) tea.Cmd {
	return func() tea.Msg {
		v, err := read(env.Ctx)
		return loaded[T]{to: to, seq: seq, value: v, err: err}
	}
}

// write does a change off the update loop; done is said when it worked, and everything shown is
// read again.
func write(env *Env, done string, change func(context.Context) error) tea.Cmd {
	return func() tea.Msg {
		if err := change(env.Ctx); err != nil {
			return failed(err)
		}
		return changedMsg{say: done}
	}
}
