package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// lookEvery is how often the journal is asked whether another window wrote to it.
const lookEvery = 5 * time.Second

type (
	lookMsg   struct{}
	lookedMsg struct {
		version  int64
		gone     error  // the file is not at its place any more
		due      bool   // something can not be found yet
		unfolded string // what is not in the journal's file itself yet
		discreet bool   // some window hides names
	}
)

// watch begins to look, where that is wanted.
func (r *Root) watch() tea.Cmd {
	if !r.env.Watch {
		return nil
	}
	return r.look()
}

// look asks whether somebody else wrote to the journal, now and from then on.
func (r *Root) look() tea.Cmd {
	env := r.env
	return func() tea.Msg {
		v, err := env.Store.DataVersion(env.Ctx)
		if journal.ErrorCode(err) == journal.CodeDamaged {
			return lookedMsg{gone: err}
		}
		if err != nil {
			v = 0 // it is asked again; whatever is wrong shows where something is read
		}
		due, _ := env.Store.IndexDue(env.Ctx) // what is wrong shows where something is read
		discreet, _ := env.Store.Setting(env.Ctx, store.SettingDiscreet)
		return lookedMsg{version: v, due: due, unfolded: env.Store.Unfolded(), discreet: discreet == "on"}
	}
}

// looked reads everything shown again where somebody did.
func (r *Root) looked(m lookedMsg) tea.Cmd {
	if m.gone != nil {
		return send(failed(m.gone)) // once: there is nothing more to look at
	}
	changed := r.version != 0 && m.version != 0 && m.version != r.version
	r.version = m.version
	next := []tea.Cmd{tea.Tick(lookEvery, func(time.Time) tea.Msg { return lookMsg{} })}
	if m.due {
		next = append(next, takeIn(r.env))
	}
	if r.quiet.look(m.unfolded) {
		next = append(next, fold(r.env))
	}
	next = append(next, r.backUp())
	if cmd := r.follow(m.discreet); cmd != nil { // which reads everything again too
		next = append(next, r.during(cmd))
	} else if changed {
		next = append(next, r.during(r.reload()))
	}
	return tea.Batch(next...)
}
