package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Action is one thing that can be done here: at once its keys, its line in the foot, its entry
// in the help and in the palette. Keys are named nowhere else.
type Action struct {
	ID    string   // stable within a screen
	Group string   // the heading it stands under in the help
	Keys  []string // as the terminal library names them; the first is shown
	Name  string   // a word or two, for the foot
	Help  string   // a short sentence, for the help and the palette
	Foot  bool     // shown in the foot of the page

	Writes   bool   // it changes the journal: not in one that can only be read
	Disabled string // why it cannot be done now; "" where it can
	Run      func() tea.Cmd
}

// Enabled reports whether the action can be run now.
func (a Action) Enabled() bool { return a.Disabled == "" && a.Run != nil }

// Label is the key as it is shown.
func (a Action) Label() string {
	if len(a.Keys) == 0 {
		return ""
	}
	switch k := a.Keys[0]; k {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	default:
		return k
	}
}

// takes reports whether a key is one of the action's.
func (a Action) takes(k tea.KeyPressMsg) bool {
	return key.Matches(k, key.NewBinding(key.WithKeys(a.Keys...)))
}

// The headings of the help, in no particular order.
const (
	groupHere = "Here"
	groupMove = "Moving about"
	groupGo   = "Go to"
	groupApp  = "Everywhere"
	groupText = "In the text"
)

// cannotChange says why nothing can be changed, "" where it can.
func cannotChange(env *Env) string {
	if env.Store.ReadOnly() {
		return "The journal can only be read, so nothing can be changed in it."
	}
	return ""
}
