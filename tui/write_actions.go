package tui

// Actions are what can be done with a note beside typing it.
func (s *WriteScreen) Actions() []Action {
	noTopics := ""
	if len(s.topics) == 0 {
		noTopics = "Nothing was waiting to be raised."
	}
	noAsks := ""
	if len(s.asks) == 0 {
		noAsks = "There is no question that fits just now."
	}
	return []Action{
		{ID: "keep", Group: groupHere, Keys: []string{"ctrl+s"}, Name: "keep", Help: "keep the note and what lifted from it", Foot: true, Run: s.keepIt},
		{ID: "check-in", Group: groupHere, Keys: []string{"ctrl+t"}, Name: "check-in", Help: "how the conversation was, in a few keys: when, how long, your role, energy, trust", Foot: true, Run: s.askCheckIn},
		{ID: "question", Group: groupHere, Keys: []string{"ctrl+o"}, Name: "question", Help: "put a question into the note as a heading", Foot: true, Disabled: noAsks, Run: s.chooseHeading},
		{ID: "raised", Group: groupHere, Keys: []string{"ctrl+g"}, Name: "raised", Help: "tick what was raised in this conversation", Foot: noTopics == "", Disabled: noTopics, Run: s.askRaised},
		{ID: "editor", Group: groupHere, Keys: []string{"ctrl+e"}, Name: "editor", Help: "go on in your own editor, and come back", Foot: true, Run: s.handOff},
		s.toFile(),
		{ID: "leave", Group: groupHere, Keys: []string{"esc"}, Name: "leave", Help: "leave; the words wait on the first page", Foot: true, Run: s.goBack},
	}
}
