package tui

import tea "charm.land/bubbletea/v2"

// aboutMsg tells a page whom its answer is about.
type aboutMsg struct {
	to   string
	id   int64 // 0 for nobody
	name string
}

func (m aboutMsg) target() string { return m.to }

// askAbout answers the page called to with whom it is about; where it is about somebody already,
// it is about nobody again.
func askAbout(env *Env, to string, now int64) tea.Cmd {
	if now != 0 {
		return inOrder(send(aboutMsg{to: to}), say("About nobody again."))
	}
	return ask(newPicker(env, "About whom?", false, func(w WriteStart) tea.Cmd {
		return func() tea.Msg {
			r, err := env.Store.Relationship(env.Ctx, w.RelationshipID)
			if err != nil {
				return failed(err)
			}
			return aboutMsg{to: to, id: r.PersonID, name: r.PersonName}
		}
	}))
}
