package tui

import tea "charm.land/bubbletea/v2"

// Actions are what can be done with a question.
func (s *QuestionScreen) Actions() []Action {
	p, ok := s.prompt()
	if !ok {
		return []Action{s.back()}
	}
	noPrev, noTime, noEarlier, noRead := "", "", "", ""
	if s.at == 0 {
		noPrev = "This is the first one."
	}
	if p.Seconds == 0 {
		noTime = "This question asks for no time; take what you like."
	}
	switch {
	case s.isKept():
		noEarlier = "They are here already."
	case len(s.answers) == 0:
		noEarlier = "You have not answered this one before."
	}
	if s.env.Store.ReadOnly() {
		noRead = "The journal can only be read, so no answer can be kept in it."
	}
	time := "start"
	switch {
	case s.clock.running:
		time = "halt"
	case s.clock.begun() && !s.clock.over():
		time = "go on"
	}
	who := "about whom"
	if s.start.PersonID != 0 {
		who = "about nobody"
	}
	next := func() tea.Cmd { return s.goTo(s.at + 1) }
	write := Action{ID: "write", Group: groupHere, Keys: []string{"enter"}, Name: "write", Help: "write an answer; it can wait, and be changed later", Foot: true, Disabled: noRead, Run: s.write}
	on := Action{ID: "next", Group: groupHere, Keys: []string{"n", "right", "l"}, Name: "next", Help: "the next question, with or without an answer to this one", Foot: true, Run: next}
	if s.isKept() {
		write.Keys, write.Name, write.Help, write.Foot = []string{"w"}, "write again", "another answer to the same question", false
		if !s.start.Alone {
			on.Keys = append([]string{"enter"}, on.Keys...)
		}
	}
	acts := []Action{
		{ID: "time", Group: groupHere, Keys: []string{"space"}, Name: time, Help: "begin the time this question asks for, or halt it", Foot: noTime == "" && !s.isKept(), Disabled: noTime, Run: func() tea.Cmd { return s.clock.toggle(s.id) }},
		write,
		on,
		{ID: "change", Group: groupHere, Keys: []string{"e"}, Name: "edit", Help: "change the answer that was kept just now", Foot: s.isKept(), Disabled: s.notKept(), Run: func() tea.Cmd {
			return push(NewAnswer(s.env, AnswerStart{ReflectionID: s.kept, below: s.id}))
		}},
		s.back(),
		{ID: "previous", Group: groupHere, Keys: []string{"p", "left", "h"}, Name: "previous", Help: "the question before", Disabled: noPrev, Run: func() tea.Cmd { return s.goTo(s.at - 1) }},
		{ID: "earlier", Group: groupHere, Keys: []string{"tab"}, Name: "earlier answers", Help: "what you answered before", Foot: noEarlier == "", Disabled: noEarlier, Run: func() tea.Cmd { s.earlier, s.scroll = !s.earlier, 0; return nil }},
		{ID: "about", Group: groupHere, Keys: []string{"ctrl+t"}, Name: who, Help: "say whom your answer is about, or that it is about nobody", Foot: !s.isKept(), Run: func() tea.Cmd { return askAbout(s.env, s.id, s.start.PersonID) }},
		{ID: "down", Group: groupMove, Keys: []string{"down", "j"}, Name: "down", Help: "further down in the answers", Run: s.scrollBy(1)},
		{ID: "up", Group: groupMove, Keys: []string{"up", "k"}, Name: "up", Help: "back up in the answers", Run: s.scrollBy(-1)},
		{ID: "pagedown", Group: groupMove, Keys: []string{"pgdown"}, Name: "page down", Help: "a page further down in the answers", Run: func() tea.Cmd { return s.scrollBy(s.page)() }},
		{ID: "pageup", Group: groupMove, Keys: []string{"pgup"}, Name: "page up", Help: "a page back up in the answers", Run: func() tea.Cmd { return s.scrollBy(-s.page)() }},
		{ID: "first", Group: groupMove, Keys: []string{"home"}, Name: "beginning", Help: "the newest of the answers", Run: func() tea.Cmd { s.scroll = 0; return nil }},
		{ID: "last", Group: groupMove, Keys: []string{"end"}, Name: "end", Help: "the oldest of the answers", Run: s.scrollBy(earlierAnswers * answerRows)},
	}
	if !s.isKept() {
		return acts
	}
	kept := s.kept
	return append(acts,
		answerVersions(s.env, kept),
		Action{ID: "delete", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take the answer that was kept just now out of the journal", Run: func() tea.Cmd { return askDeleteReflection(s.env, kept, nil) }})
}

func (s *QuestionScreen) notKept() string {
	if !s.isKept() {
		return "No answer was kept just now."
	}
	return ""
}

// back leaves; a set goes on where it was left.
func (s *QuestionScreen) back() Action {
	name, help := "back", "one step back; what you typed waits on the first page"
	if !s.start.Alone {
		name, help = "stop", "stop here; the set goes on at this place another time"
	}
	return Action{ID: "stop", Group: groupHere, Keys: []string{"esc"}, Name: name, Help: help, Foot: true, Run: s.stop}
}

// stop leaves the page. Where an answer was just kept, the place is the next one already.
func (s *QuestionScreen) stop() tea.Cmd {
	if s.isKept() || s.at >= len(s.prompts) {
		return popPage(s)
	}
	return inOrder(s.stopAt(s.at), popPage(s))
}

// scrollBy moves n rows down in the answers, up where n is negative. The page stops at its end.
func (s *QuestionScreen) scrollBy(n int) func() tea.Cmd {
	return func() tea.Cmd { s.scroll = max(0, s.scroll+n); return nil }
}
