package tui

import tea "charm.land/bubbletea/v2"

// loadSays tells what mentoring asks of a mentor this month. The people's page has it on a row; here
// it is only told where somebody asks, and the page stays one that is taken in at a glance.
func loadSays(env *Env, key string) Action {
	return Action{ID: "load", Group: groupGo, Keys: []string{key}, Name: "this month", Help: "what mentoring asks of you: people, hours, energy", Run: func() tea.Cmd {
		return func() tea.Msg {
			l, err := monthLoad(env.Ctx, env.Store, env.Now())
			if err != nil {
				return failed(err)
			}
			if said := loadSaid(l); said != "" {
				return sayMsg{text: "Mentoring " + said}
			}
			return sayMsg{text: "You talked with nobody as their mentor this month."}
		}
	}}
}
