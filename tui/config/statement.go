package config

import "strings"

// statement is one setting, the beginning of a table or a comment: the rows it stands on, counted from 0.
type statement struct {
	from, to int    // both belong to it
	table    string // it stands in, or begins
	name     string // of the setting within its table, "" where none can be read
	begins   bool   // a table
	value    string // what follows the sign on its first row
}

// path is the name of what is set, with its table before it.
func (s statement) path() string {
	switch {
	case s.begins:
		return s.table
	case s.table == "" || s.name == "":
		return s.name
	}
	return s.table + "." + s.name
}

// statements parts a text that the reader of the format gave up on, so that one bad row does not take
// the others along. A value that never ends is its first row, and what follows is read on its own.
func statements(rows []string) []statement {
	var out []statement
	table := ""
	for i := 0; i < len(rows); i++ {
		row := strings.Trim(rows[i], " \t\r") // other blanks are none to the reader of the format
		if row == "" {
			continue
		}
		if row[0] == '#' { // which may hold what no comment can
			out = append(out, statement{from: i, to: i, table: table})
			continue
		}
		name, rest := keyPath(strings.TrimLeft(row, "["))
		if row[0] == '[' {
			table = name
			out = append(out, statement{from: i, to: i, table: table, begins: true})
			continue
		}
		s := statement{from: i, to: i, table: table, name: name}
		if value, ok := strings.CutPrefix(rest, "="); ok && name != "" {
			s.value = strings.TrimSpace(value)
			s.to = valueEnd(rows, i, value)
		}
		out = append(out, s)
		i = s.to
	}
	return out
}

// valueEnd is the row on which the value ends that begins on row i with first.
func valueEnd(rows []string, i int, first string) int {
	open, quotes := "", ""
	for at, row := i, first; ; row = rows[at] {
		if open, quotes = left(row, open, quotes); open == "" && quotes == "" {
			return at
		}
		at++
		if at == len(rows) {
			return i
		}
		// A list that another setting interrupts was not closed; in braces settings are what there is.
		if quotes == "" && !strings.Contains(open, "{") && (strings.HasPrefix(rows[at], "[keys]") || sets(rows[at])) {
			return at - 1
		}
	}
}

// sets reports whether a row begins a setting.
func sets(row string) bool {
	name, rest := keyPath(row)
	return name != "" && strings.HasPrefix(rest, "=")
}

// left is what is still open after a row: brackets and braces, and the quotes of a text of several rows.
func left(row, open, quotes string) (string, string) {
	for row != "" {
		if quotes != "" {
			if quotes == `"""` && row[0] == '\\' {
				row = row[min(2, len(row)):]
			} else if strings.HasPrefix(row, quotes) {
				row, quotes = row[3:], ""
			} else {
				row = row[1:]
			}
			continue
		}
		switch c := row[0]; c {
		case '#':
			return open, ""
		case '[', '{':
			open += string(c)
		case ']', '}':
			open = open[:max(0, len(open)-1)]
		case '"', '\'':
			if three := strings.Repeat(string(c), 3); strings.HasPrefix(row, three) {
				row, quotes = row[3:], three
				continue
			}
			row = row[1:]
			for row != "" && row[0] != c {
				if c == '"' && row[0] == '\\' {
					row = row[min(1, len(row)):]
				}
				row = row[min(1, len(row)):]
			}
			if row == "" {
				return open, ""
			}
		}
		row = row[1:]
	}
	return open, quotes
}
