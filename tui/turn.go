package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// Keys may come faster than the file answers: typed ahead over a slow line, or pasted into the
// terminal. So every key has its turn: what a key set going (a page read, an action written) has
// arrived on the screen before the next key is looked at, and no letter meant for a page that is
// about to open is taken for a command of the one before. Saving drafts goes on beside this.

// turns holds back keys while something a key set going is under way.
type turns struct {
	waiting int
	queue   []tea.Msg
	kept    bool // words were kept since the queue was empty
	early   bool // the key that is looked at was waiting while that happened
}

type (
	// settled brings what a command of this turn answered, and what is to follow it.
	settled struct {
		msg  tea.Msg
		rest []tea.Cmd
	}
	inOrderMsg struct{ cmds []tea.Cmd }
	asideMsg   struct{ cmd tea.Cmd }
)

// inOrder runs commands one after the other, each once the message of the one before was taken in.
// A nil one is passed over.
func inOrder(cmds ...tea.Cmd) tea.Cmd {
	return send(inOrderMsg{slices.DeleteFunc(cmds, func(c tea.Cmd) bool { return c == nil })})
}

// aside runs a command that no key waits for.
func aside(cmd tea.Cmd) tea.Cmd { return send(asideMsg{cmd}) }

// during makes cmd part of the turn.
func (r *Root) during(cmd tea.Cmd, rest ...tea.Cmd) tea.Cmd {
	if cmd == nil && len(rest) > 0 {
		cmd, rest = rest[0], rest[1:]
	}
	if cmd == nil {
		return nil
	}
	r.turns.waiting++
	return func() tea.Msg { return settled{msg: cmd(), rest: rest} }
}

// settle takes in an answer, and once all have come lets the keys go on that waited.
func (r *Root) settle(s settled) tea.Cmd {
	r.turns.waiting--
	cmds := []tea.Cmd{r.answer(s.msg)}
	if len(s.rest) > 0 {
		cmds = append(cmds, r.during(s.rest[0], s.rest[1:]...))
	}
	for r.turns.waiting == 0 && len(r.turns.queue) > 0 {
		next := r.turns.queue[0]
		r.turns.queue = r.turns.queue[1:]
		r.turns.early = r.turns.kept
		cmds = append(cmds, r.input(next))
		r.turns.early = false
	}
	if r.turns.waiting == 0 {
		r.turns.kept = false
	}
	return tea.Batch(cmds...)
}

// answer takes in a message of this turn. What is not the program's own goes back to the terminal
// library, which knows what to do with it.
func (r *Root) answer(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case nil:
		return nil
	case tea.BatchMsg:
		var cmds []tea.Cmd
		for _, c := range m {
			cmds = append(cmds, r.during(c))
		}
		return tea.Batch(cmds...)
	case inOrderMsg:
		return r.during(nil, m.cmds...)
	case asideMsg:
		return m.cmd
	case targeted, wordsSafe, pushMsg, replaceMsg, popMsg, homeMsg, overlayMsg, changedMsg, sayMsg, veilMsg, mouseMsg, demoMsg, demoOpened:
		return r.during(r.take(m))
	}
	return send(msg)
}

// turn gives a key its turn, or its place in the queue.
func (r *Root) turn(msg tea.Msg) tea.Cmd {
	if r.turns.waiting > 0 {
		if cmd, ok := r.glance(msg); ok {
			return cmd
		}
		r.turns.queue = append(r.turns.queue, msg)
		return nil
	}
	return r.input(msg)
}

// overtake types what was still waiting for its turn when the program ended: letters of a text,
// nothing that would be a command.
func (r *Root) overtake() {
	// A letter that makes the program fail has done so already; the words before it count.
	defer func() { _ = recover() }()
	t, ok := r.top().(Typing)
	if w, lends := r.top().(Lender); lends {
		w.Resume()
	}
	for _, msg := range r.turns.queue {
		k, isKey := msg.(tea.KeyPressMsg)
		if !ok || r.overlay() != nil || isKey && k.Text == "" && !t.Claims(k) {
			break
		}
		t.Update(msg)
	}
	r.turns.queue = nil
}

// input is a key or a paste whose turn it is.
func (r *Root) input(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		return r.during(r.key(k))
	}
	if r.overlay() != nil {
		return r.during(r.overlayUpdate(msg))
	}
	return r.during(r.top().Update(msg))
}
