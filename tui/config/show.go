package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// String is what is in force as a file that sets it, with what each line means above it.
func (c Config) String() string {
	var b strings.Builder
	b.WriteString("# The settings of bothways, as they are in force.\n")
	if c.Path != "" {
		fmt.Fprintf(&b, "# They are read from %s\n# when it starts; what that file does not set is the usual.\n", inComment(c.Path))
	}
	for _, s := range settings() {
		b.WriteString("\n# " + strings.ReplaceAll(s.about, "\n", "\n# ") + "\n")
		if len(s.words) > 0 {
			b.WriteString("# It can be " + s.takes() + ".\n")
		}
		v := s.show(c)
		if !s.number {
			v = basic(v)
		}
		fmt.Fprintf(&b, "%s = %s # %s\n", s.name, v, either(c.Said[s.name], "from the file", "the usual"))
	}
	b.WriteString("\n# Keys in place of the usual ones: an action and its key, or a list of keys, as in\n" +
		"# note = \"f4\" or note = [\"f4\", \"ctrl+n\"]. A key is a letter or sign as it is typed, or\n" +
		"# one of these: ctrl+n, alt+n, shift+tab, enter, space, tab, up, down, left, right,\n" +
		"# home, end, pgup, pgdown, backspace, delete, insert, f1 to f12. esc and ctrl+c\n" +
		"# always lead out. An action has its keys on every page that has it.\n[keys]\n")
	all := Actions()
	var seen []string
	wide := 0
	for _, a := range all {
		wide = max(wide, len(a.ID))
		if keys, ok := c.Keys[a.ID]; ok && !slices.Contains(seen, a.ID) {
			seen = append(seen, a.ID)
			list := make([]string, len(keys))
			for i, k := range keys {
				list[i] = basic(k)
			}
			fmt.Fprintf(&b, "%s = [%s] # from the file\n", a.ID, strings.Join(list, ", "))
		}
	}
	b.WriteString("\n# The actions, their usual keys and what they do.\n")
	for _, row := range actionRows(all) {
		fmt.Fprintf(&b, "#   %-*s  %-14s %s\n", wide, row[0], row[1], row[2])
	}
	return b.String()
}

// actionRows are the actions with the same id, keys and words said once, by their ids.
func actionRows(all []Action) [][3]string {
	var rows [][3]string
	for _, a := range all {
		row := [3]string{a.ID, strings.Join(a.Keys, " "), a.Help}
		if !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b [3]string) int { return strings.Compare(a[0], b[0]) })
	return rows
}

// inComment is a path in a comment: one row, whatever is in it.
func inComment(path string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == utf8.RuneError {
			return '?'
		}
		return r
	}, path)
}

// basic is a text in quotes as the format has it.
func basic(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString("\\" + string(r))
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, "\\u%04X", r)
		case !unicode.IsGraphic(r): // it would not be seen, and is not printed as it is
			fmt.Fprintf(&b, "\\U%08X", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
