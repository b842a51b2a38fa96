//go:build unix

package e2e

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// modes follows what a stream of bytes switches on in a terminal.
type modes struct {
	private  map[string]bool // DEC private modes by number; what was never touched is not there
	keyboard [2]int          // pushed keyboard protocols, of the main screen and of the other one
	setFlags [2]int          // keyboard flags set without a push
	other    int             // modifyOtherKeys
	seen     map[string]bool
}

// leftOn names what a whole run of a program left switched on.
func leftOn(raw string) []string {
	m := modes{private: map[string]bool{}, seen: map[string]bool{}}
	sequence := regexp.MustCompile(`\x1b\[([?>=<]?)([0-9;]*)([hlum])`)
	for _, s := range sequence.FindAllStringSubmatch(raw, -1) {
		m.follow(s[1], s[2], s[3])
	}
	return m.wrong()
}

func (m *modes) follow(mark, params, final string) {
	screen := 0
	if m.private["1049"] {
		screen = 1
	}
	first, rest, _ := strings.Cut(params, ";")
	n, _ := strconv.Atoi(first)
	switch mark + final {
	case "?h", "?l":
		for mode := range strings.SplitSeq(params, ";") {
			m.private[mode] = final == "h"
			m.seen["?"+mode+final] = true
		}
	case ">u":
		m.keyboard[screen]++
		m.seen["push"] = true
	case "<u":
		m.keyboard[screen] = max(0, m.keyboard[screen]-max(1, n))
		m.setFlags[screen] = 0
		m.seen["pop"] = true
	case "=u":
		m.setFlags[screen] = n
	case ">m":
		if first == "4" {
			m.other, _ = strconv.Atoi(rest)
		}
	}
}

func (m *modes) wrong() []string {
	var out []string
	for mode, on := range m.private {
		if on != (mode == "25" || mode == "7") { // the cursor and the wrapping of lines are on at first
			out = append(out, fmt.Sprintf("private mode %s is on: %v", mode, on))
		}
	}
	if m.keyboard != [2]int{} || m.setFlags != [2]int{} {
		out = append(out, fmt.Sprintf("keyboard protocols pushed and not popped: %v, flags left: %v", m.keyboard, m.setFlags))
	}
	if m.other != 0 {
		out = append(out, fmt.Sprintf("modifyOtherKeys is %d", m.other))
	}
	// Where the program never used these, something else is wrong with the run.
	for _, must := range []string{"?1049h", "?1049l", "?2004h", "?2004l", "?25h", "push", "pop"} {
		if !m.seen[must] {
			out = append(out, must+" was never written")
		}
	}
	slices.Sort(out)
	return out
}
