package config

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readKey is the name of a key as the terminal library has it, or why it is none.
func readKey(s string) (key, why string) {
	rest, mods := s, map[string]bool{}
	for {
		i := strings.IndexByte(rest, '+')
		if i <= 0 || i == len(rest)-1 {
			break
		}
		mod := strings.ToLower(rest[:i])
		if mod != "ctrl" && mod != "alt" && mod != "shift" {
			return "", "is no key; one looks like n, ?, ctrl+n, alt+n, shift+tab, space or f4"
		}
		mods[mod] = true
		rest = rest[i+1:]
	}
	one := utf8.RuneCountInString(rest) == 1
	r, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == " ":
		rest, one = "space", false
	case one && (!unicode.IsGraphic(r) || unicode.IsSpace(r) || unicode.Is(unicode.Mn, r)):
		return "", "is no key that can be pressed alone"
	case one && mods["shift"]:
		return "", "is shift with a letter; write the letter that makes, such as N"
	case one && len(mods) > 0:
		rest = strings.ToLower(rest)
	case !one:
		rest = strings.ToLower(rest)
	}
	if !one && !named(rest) {
		return "", "is no key; one looks like n, ?, ctrl+n, alt+n, shift+tab, space or f4"
	}
	for _, mod := range []string{"ctrl", "alt", "shift"} {
		if mods[mod] {
			key += mod + "+"
		}
	}
	key += rest
	switch key {
	case "ctrl+i":
		return "", "is what a terminal sends for tab; write tab, or take another key"
	case "ctrl+m":
		return "", "is what a terminal sends for enter; write enter, or take another key"
	case "ctrl+[":
		return "", "is what a terminal sends for esc; take another key"
	}
	return key, ""
}

func named(s string) bool {
	switch s {
	case "enter", "esc", "tab", "space", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "backspace", "delete", "insert":
		return true
	}
	n, err := strconv.Atoi(strings.TrimPrefix(s, "f"))
	return strings.HasPrefix(s, "f") && err == nil && n >= 1 && n <= 12 && s == "f"+strconv.Itoa(n)
}

// OfText reports whether a key goes into the text where somebody writes, and never to an action.
func OfText(key string) bool {
	return key == "space" || utf8.RuneCountInString(key) == 1 || slices.Contains(textKeys(), strings.ReplaceAll(key, "shift+", ""))
}

// textKeys are the keys the editor of a text takes for itself, also with shift.
func textKeys() []string {
	return strings.Fields(`left right up down home end pgup pgdown enter tab backspace delete
		ctrl+left ctrl+right alt+left alt+right alt+b alt+f ctrl+home ctrl+end ctrl+j alt+enter ctrl+h ctrl+w ctrl+backspace
		alt+backspace alt+d ctrl+delete alt+delete ctrl+u ctrl+a ctrl+z ctrl+y alt+up alt+down ctrl+x ctrl+v`)
}
