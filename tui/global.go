package tui

import tea "charm.land/bubbletea/v2"

// global is what can be done on every page.
func (r *Root) global() []Action {
	back := Action{ID: "back", Group: groupMove, Keys: []string{"esc"}, Name: "back", Help: "one step back; nothing typed is lost", Run: pop}
	if len(r.pages) == 1 {
		back.Disabled = "This is the first page; " + r.env.key("quit", "q") + " leaves."
	}
	change := ""
	if _, typing := r.top().(Typing); typing {
		change = "In the text ctrl+z undoes and ctrl+y does it again."
	}
	acts := []Action{
		back,
		{ID: "today", Group: groupGo, Keys: []string{"g"}, Name: "today", Help: "the first page", Run: func() tea.Cmd { return send(homeMsg{}) }},
	}
	for _, p := range places() {
		acts = append(acts, Action{ID: p.id, Group: groupGo, Keys: []string{p.key}, Name: p.name, Help: p.help, Run: func() tea.Cmd { return push(p.open(r.env)) }})
	}
	return append(acts, []Action{
		{ID: "undo", Group: groupApp, Writes: true, Keys: []string{"u"}, Name: "undo", Help: "take the last change back", Disabled: change, Run: func() tea.Cmd { return r.undo(false) }},
		{ID: "redo", Group: groupApp, Writes: true, Keys: []string{"ctrl+r"}, Name: "redo", Help: "do again what was taken back", Disabled: change, Run: func() tea.Cmd { return r.undo(true) }},
		{ID: "discreet", Group: groupApp, Keys: []string{"v", "f3"}, Name: discreetName(r.env), Help: "people as initials, and what was told in confidence hidden, for reading in company", Run: r.discreet},
		{ID: "mouse", Group: groupApp, Keys: []string{"f2"}, Name: mouseName(r.env), Help: "click to choose, click again to open, and the wheel; off, the terminal selects text by itself", Run: r.toggleMouse},
		{ID: "help", Group: groupApp, Keys: []string{"?", "f1"}, Name: "help", Help: "what can be done here", Foot: true, Run: r.openHelp},
		{ID: "palette", Group: groupApp, Keys: []string{"ctrl+k"}, Name: "commands", Help: "a command, a person, a set, a card or what you wrote lately, by a few letters", Foot: true, Run: r.openPalette},
		{ID: "suspend", Group: groupApp, Keys: []string{"ctrl+z"}, Name: "suspend", Help: "back to the shell for a while; fg returns", Run: r.suspend},
		{ID: "quit", Group: groupApp, Keys: []string{"q", "ctrl+c"}, Name: "quit", Help: "leave; a draft waits for you", Run: r.quit},
	}...)
}

// actions is what can be done now: the page's own first, and a key the page took for itself is
// not offered a second time.
func (r *Root) actions() []Action {
	_, typing := r.top().(Typing)
	own := r.top().Actions()
	for i := range own {
		own[i] = r.env.keysOf(r.allowed(own[i]), typing)
	}
	taken := map[string]bool{}
	for _, a := range own {
		for _, k := range a.Keys {
			taken[k] = true
		}
	}
	out := own
	for _, a := range r.global() {
		a = r.env.keysOf(a, typing)
		if typing && a.ID == "back" && taken["esc"] {
			continue
		}
		var keys []string
		for _, k := range a.Keys {
			if !taken[k] && !(typing && (len(k) == 1 || k == "ctrl+z")) { // those are the text's
				keys = append(keys, k)
			}
		}
		if len(keys) == 0 && !typing {
			continue
		}
		a.Keys = keys
		out = append(out, r.allowed(a))
	}
	return out
}

func (r *Root) openHelp() tea.Cmd { return ask(r.help()) }

func (r *Root) help() *menu {
	return newMenu("What can be done here", r.actions(), r.run, r.textKeys())
}

func (r *Root) openPalette() tea.Cmd {
	return ask(newPalette(r.env, r.actions(), func(a Action) tea.Cmd { return r.run(r.allowed(a)) }))
}

// textKeys is what the editor of a page does by itself, for the help.
func (r *Root) textKeys() []Action {
	if t, ok := r.top().(interface{ TextKeys() []Action }); ok {
		return t.TextKeys()
	}
	return nil
}
