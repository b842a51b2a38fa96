package tui

import (
	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// failed is the line a person is shown for an error.
func failed(err error) tea.Msg { return sayMsg{text: journal.ErrorMessage(err), bad: true} }
