package tui

import (
	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// demoMsg asks for a made-up journal to look around in; demoOpened brings it.
type (
	demoMsg    struct{}
	demoOpened struct {
		store *store.Store
		close func() error
		err   error
	}
)

func (r *Root) openDemo() tea.Cmd {
	open, ctx := r.env.OpenDemo, r.env.Ctx
	if open == nil {
		return say("There is no made-up journal to look at here.")
	}
	r.news = sayMsg{text: "Making up a journal…"}
	return func() tea.Msg {
		st, closer, err := open(ctx)
		return demoOpened{store: st, close: closer, err: err}
	}
}

// enterDemo shows the made-up journal in place of the person's own. It has surroundings of its
// own, so that nothing still on its way can reach the wrong file.
func (r *Root) enterDemo(m demoOpened) tea.Cmd {
	if m.err != nil {
		return send(failed(m.err))
	}
	env := *r.env
	env.Store, env.MadeUp, env.OpenDemo, env.Veil = m.store, true, nil, journal.Veil{}
	env.Looked, env.Period = "", ""
	r.own, r.env, r.version = r.env, &env, 0
	r.closers = append(r.closers, m.close)
	r.overlays, r.pages = nil, []Screen{NewToday(r.env)}
	r.news = sayMsg{text: "A made-up journal: try anything, nothing of it is kept. " + env.key("quit", "q") + " goes back to yours."}
	return r.top().Init()
}

// leaveDemo goes back to the person's own journal.
func (r *Root) leaveDemo() tea.Cmd {
	r.env, r.own, r.version = r.own, nil, 0
	r.overlays, r.pages = nil, []Screen{NewToday(r.env)}
	r.news = sayMsg{text: "Back in your own journal."}
	return r.top().Init()
}

// close lets go of what was opened along the way.
func (r *Root) close() error {
	var first error
	for _, c := range r.closers {
		if err := c(); err != nil && first == nil {
			first = err
		}
	}
	return first
}
