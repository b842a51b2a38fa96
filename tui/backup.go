package tui

import (
	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// backUp makes the backup of the day behind the pages, once something was written on it. What goes
// wrong with it is said; what goes well is not.
func (r *Root) backUp() tea.Cmd {
	env := r.env
	if env.MadeUp || !env.Store.BackupDue() {
		return nil
	}
	return func() tea.Msg {
		if err := env.Store.DailyBackup(env.Ctx); err != nil {
			return sayMsg{text: journal.ErrorMessage(err)}
		}
		return nil
	}
}
