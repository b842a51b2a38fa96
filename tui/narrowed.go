package tui

import (
	tea "charm.land/bubbletea/v2"

	"bothways/tui/widget"
)

// narrowed is a list one chooses from, and a line above it: what is typed there narrows the list to
// what fits, the best first.
type narrowed struct {
	in    line
	by    []sought
	shown []int // what is in sight, by its place among all
	list  widget.List
	spots *spots
}

func (n *narrowed) setSpots(s *spots) { n.spots = s }

func newNarrowed(hint string, by []sought) narrowed {
	n := narrowed{in: newLine(hint), by: by}
	n.narrow()
	return n
}

func (n *narrowed) narrow() {
	n.shown, n.list.At = find(n.by, n.in.Value()), 0
	n.list.SetLen(len(n.shown))
}

// typed reports whether anything is.
func (n *narrowed) typed() bool { return foldTyped(n.in.Value()) != "" }

// chosen is the place among all of what the cursor is on; ok is false where nothing fits.
func (n *narrowed) chosen() (at int, ok bool) {
	if n.list.At >= len(n.shown) {
		return 0, false
	}
	return n.shown[n.list.At], true
}

// Update moves, and types.
func (n *narrowed) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "up", "ctrl+p", "shift+tab":
			n.list.Move(-1)
			return nil
		case "down", "ctrl+n", "tab":
			n.list.Move(1)
			return nil
		case "pgup":
			n.list.Move(-8)
			return nil
		case "pgdown":
			n.list.Move(8)
			return nil
		}
	}
	before := n.in.Value()
	cmd := n.in.Update(msg)
	if n.in.Value() != before {
		n.narrow()
	}
	return cmd
}

// nothingFits is said where what was typed leaves nothing.
const nothingFits = "Nothing here is like that; try fewer letters."
