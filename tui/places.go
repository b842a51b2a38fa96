package tui

// place is a page that every page leads to, by a key of its own. Its id is also what the settings call it
// where the journal is to open on it.
type place struct {
	id, key, name, help string
	open                func(*Env) Screen
}

// places are all of them, in the order they are offered in.
func places() []place {
	return []place{
		{"people", "P", "people", "everyone, and each relationship", func(e *Env) Screen { return NewPeople(e) }},
		{"actions", "a", "actions", "what each side said they would do", func(e *Env) Screen { return NewActions(e) }},
		{"reflect", "R", "reflect", "sit with a question: all sets, and what you answered", func(e *Env) Screen { return NewReflect(e) }},
		{"insights", "I", "insights", "pictures of your conversations, both ways", func(e *Env) Screen { return NewInsights(e) }},
		{"look back", "M", "look back", "this day in other years, a month, a page by chance, the shifts", func(e *Env) Screen { return NewLookBack(e) }},
		{"library", "L", "library", "the ideas the questions stand on, a card each", func(e *Env) Screen { return NewLibrary(e) }},
		{"search", "/", "search", "every word you kept: notes, actions, answers, people", func(e *Env) Screen { return NewSearch(e) }},
		{"trash", "T", "trash", "what was deleted lately: read it, bring it back, or destroy it", func(e *Env) Screen { return NewTrash(e) }},
	}
}
