package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Actions are what can be done with a note beside typing it.
func (s *WriteScreen) Actions() []Action {
	noTopics := ""
	if len(s.topics) == 0 {
		noTopics = "Nothing was waiting to be raised."
	}
	return []Action{
		{ID: "keep", Group: groupHere, Keys: []string{"ctrl+s"}, Name: "keep", Help: "keep the note and what lifted from it", Foot: true, Run: s.keep},
		{ID: "raised", Group: groupHere, Keys: []string{"ctrl+g"}, Name: "raised", Help: "tick what was raised in this conversation", Foot: noTopics == "", Disabled: noTopics, Run: s.askRaised},
		{ID: "details", Group: groupHere, Keys: []string{"ctrl+t"}, Name: "details", Help: "when it was, how long, by what means, and the role you took", Foot: true, Run: s.askDetails},
		{ID: "editor", Group: groupHere, Keys: []string{"ctrl+e"}, Name: "editor", Help: "go on in your own editor, and come back", Foot: true, Run: s.handOff},
		{ID: "leave", Group: groupHere, Keys: []string{"esc"}, Name: "leave", Help: "leave; the words wait on the first page", Foot: true, Run: s.goBack},
	}
}

// TextKeys are what the editor does by itself, for the help.
func (s *WriteScreen) TextKeys() []Action {
	var out []Action
	for _, k := range s.ed.Help() {
		out = append(out, Action{Group: groupText, Keys: []string{strings.Split(k.Keys, " / ")[0]}, Name: k.Desc, Help: k.Keys, Run: func() tea.Cmd { return nil }})
	}
	return out
}
