package config

import (
	"slices"
	"strings"
)

// misplaced says that a setting stands among the keys, as one does that was added at the end of the file.
func (p *parsing) misplaced(name string, line int) {
	p.wrong(line, "sets %s below [keys], where only keys are; move it above that line.", name)
}

// isSetting reports whether there is a setting of that name.
func isSetting(name string) bool {
	return slices.ContainsFunc(settings(), func(s setting) bool { return s.name == name })
}

// meantAsSetting reports whether a value looks like that of the setting and not like keys of the action
// that has the same name.
func meantAsSetting(name string, value any) bool {
	text, ok := value.(string)
	if _, why := readKey(text); !ok || why == "" || text == "" {
		return false
	}
	known := settings()
	words := known[slices.IndexFunc(known, func(s setting) bool { return s.name == name })].words
	if len(words) > 0 {
		return slices.Contains(words, text)
	}
	return !strings.ContainsAny(text, "+0123456789") // a command line
}
