//go:build unix

package e2e

import "strings"

// keyBytes is what a terminal sends for a key, "" for a name it does not know.
func keyBytes(name string) string {
	switch name {
	case "enter":
		return "\r"
	case "esc":
		return "\x1b"
	case "tab":
		return "\t"
	case "shift+tab":
		return "\x1b[Z"
	case "space":
		return " "
	case "backspace":
		return "\x7f"
	case "delete":
		return "\x1b[3~"
	case "up":
		return "\x1b[A"
	case "down":
		return "\x1b[B"
	case "right":
		return "\x1b[C"
	case "left":
		return "\x1b[D"
	case "home":
		return "\x1b[H"
	case "end":
		return "\x1b[F"
	case "f2":
		return "\x1bOQ"
	case "ctrl+home":
		return "\x1b[1;5H"
	case "ctrl+end":
		return "\x1b[1;5F"
	case "shift+left":
		return "\x1b[1;2D"
	case "shift+right":
		return "\x1b[1;2C"
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok && len(letter) == 1 && letter[0] >= 'a' && letter[0] <= 'z' {
		return string(letter[0] - 'a' + 1)
	}
	if len([]rune(name)) == 1 {
		return name
	}
	return ""
}
