package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/store"
)

// The mouse is off until a key turns it on, as a terminal whose program listens to it can no longer be
// selected in by itself. It stays as it was left, in this journal.

// mouseMsg brings whether the mouse is listened to from now on.
type mouseMsg struct {
	on  bool
	say string
}

// doubleWithin is how long after a press another one at the same place belongs to it.
const doubleWithin = 500 * time.Millisecond

// wheelRows is how far one step of the wheel goes, in rows.
const wheelRows = 3

// pressed is the last thing that was done, where that was to point at something.
type pressed struct {
	x, y  int
	at    time.Time
	again string // the key a second press usually is, "" for none
	drags bool   // it began in a text, and the button is down
}

// listens reports whether the mouse is listened to.
func (r *Root) listens() bool { return r.env.spots != nil }

func (r *Root) listen(on bool) {
	r.env.spots, r.pressed = nil, pressed{}
	if on {
		r.env.spots = &spots{}
	}
}

// toggleMouse turns the mouse on, or off.
func (r *Root) toggleMouse() tea.Cmd {
	env, on := r.env, !r.listens()
	return func() tea.Msg {
		value, said := "off", "The mouse is off: the terminal selects text by itself again."
		if on {
			value, said = "on", "The mouse is on; "+r.env.key("mouse", "f2")+" turns it off. To select text, hold shift."
		}
		if err := env.Store.SetSetting(env.Ctx, store.SettingMouse, value); err != nil {
			return failed(err)
		}
		return mouseMsg{on: on, say: said}
	}
}

func mouseName(env *Env) string {
	if env.spots != nil {
		return "mouse off"
	}
	return "mouse"
}

// moused takes in that the mouse is on now, or off.
func (r *Root) moused(m mouseMsg) tea.Cmd {
	r.listen(m.on)
	r.news = sayMsg{text: m.say}
	return nil
}

// mouse takes what the mouse did. A press is meant for what is on the screen: where a key is still being
// answered that may be another page in a moment, so the press is passed over.
func (r *Root) mouse(msg tea.MouseMsg) tea.Cmd {
	if !r.listens() || r.tooSmall() || r.turns.waiting > 0 {
		return nil
	}
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		switch m.Button {
		case tea.MouseWheelDown:
			return r.during(r.wheel(1))
		case tea.MouseWheelUp:
			return r.during(r.wheel(-1))
		}
	case tea.MouseClickMsg:
		if m.Button == tea.MouseLeft {
			return r.during(r.press(m.X, m.Y))
		}
	case tea.MouseMotionMsg:
		if m.Button == tea.MouseLeft && r.pressed.drags {
			if what, x, ok := r.env.spots.at(m.X, m.Y); ok && what.words {
				return r.during(what.point(x, true))
			}
		}
	case tea.MouseReleaseMsg:
		r.pressed.drags = false
	}
	return nil
}

// press is a press of the left button.
func (r *Root) press(x, y int) tea.Cmd {
	last, now := r.pressed, r.env.Now()
	r.pressed = pressed{}
	what, within, ok := r.env.spots.at(x, y)
	if ok && what.part != nil {
		what.here, ok = what.part(within)
	}
	// The second of two quick presses opens what the first one chose, also where the list moved under it.
	quick := y == last.y && max(x-last.x, last.x-x) <= 1 && now.Sub(last.at) < doubleWithin
	switch {
	case last.again != "" && (quick || ok && what.here && what.again != ""):
		return r.again(last.again)
	case !ok:
		return nil
	}
	r.news, r.insisted = sayMsg{}, false
	r.pressed = pressed{x: x, y: y, at: now, again: what.again, drags: what.words}
	return what.point(within, false)
}

// wheel goes a step down, or up where n is -1.
func (r *Root) wheel(n int) tea.Cmd {
	r.pressed = pressed{}
	k := tea.KeyPressMsg{Code: tea.KeyDown}
	if n < 0 {
		k.Code = tea.KeyUp
	}
	steps, do := wheelRows, func() tea.Cmd { return r.top().Update(k) }
	if o := r.overlay(); o != nil {
		if _, ok := o.(interface{ fieldwise() }); ok {
			steps = 1
		}
		do = func() tea.Cmd { return r.overlayUpdate(k) }
	} else if a := r.actionOf(k); a.Enabled() {
		do = a.Run
	} else if text, ok := r.top().(interface{ Wheel(rows int) }); ok {
		text.Wheel(n * wheelRows)
		return nil
	}
	var cmds []tea.Cmd
	for range steps {
		if cmd := do(); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	return tea.Batch(cmds...)
}

// actionOf is the action of the page that takes a key.
func (r *Root) actionOf(k tea.KeyPressMsg) Action {
	for _, a := range r.top().Actions() {
		if a.takes(k) {
			return a
		}
	}
	return Action{}
}

// runOwn runs the action id that can be done now, as its key does, whatever key that is.
func (r *Root) runOwn(id string) tea.Cmd {
	r.news, r.pressed, r.insisted = sayMsg{}, pressed{}, false
	for _, a := range r.actions() {
		if a.ID == id {
			return r.run(a)
		}
	}
	return nil
}

// again is a second press at a place: the action of the page that usually has the key a row stands for,
// whatever key it has now. What lies over a page takes that key itself.
func (r *Root) again(key string) tea.Cmd {
	k, _ := keyNamed(key)
	if r.overlay() != nil {
		return r.key(k)
	}
	for _, a := range r.top().Actions() {
		if slices.Contains(a.Keys, key) {
			r.news, r.pressed, r.insisted = sayMsg{}, pressed{}, false
			return r.run(r.allowed(a))
		}
	}
	return r.key(k)
}

// keyNamed is the key that the hints of what lies over a page name; ok is false for a name of several.
func keyNamed(name string) (k tea.KeyPressMsg, ok bool) {
	switch name {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}, true
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}, true
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}, true
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, true
	case "↓", "down":
		return tea.KeyPressMsg{Code: tea.KeyDown}, true
	case "↑", "up":
		return tea.KeyPressMsg{Code: tea.KeyUp}, true
	case "←", "left":
		return tea.KeyPressMsg{Code: tea.KeyLeft}, true
	case "→", "right":
		return tea.KeyPressMsg{Code: tea.KeyRight}, true
	case "backspace":
		return tea.KeyPressMsg{Code: tea.KeyBackspace}, true
	}
	if len(name) == len("ctrl+x") && name[:5] == "ctrl+" {
		return tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl}, true
	}
	if runes := []rune(name); len(runes) == 1 {
		return tea.KeyPressMsg{Code: runes[0], Text: name}, true
	}
	return tea.KeyPressMsg{}, false
}

// wheelFilter passes over steps of a wheel that come faster than they can be seen, so that a wheel that
// was turned hard does not go on turning afterwards.
func wheelFilter(now func() time.Time) func(tea.Model, tea.Msg) tea.Msg {
	var last time.Time
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		switch msg.(type) {
		case tea.MouseWheelMsg, tea.MouseMotionMsg:
			at := now()
			if at.Sub(last) < floodGap {
				return nil
			}
			last = at
		}
		return msg
	}
}

// floodGap is the least time between two steps of a wheel, or two places of a drag: less than a frame.
const floodGap = 8 * time.Millisecond
