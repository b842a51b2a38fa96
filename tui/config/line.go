package config

import (
	"strconv"
	"strings"
)

// lines finds the lines settings stand on, by their names joined with a dot: the reader of the format
// tells what was set, and not where. What it cannot find has the line 0.
type lines map[string]int

func findLines(text string) lines {
	out := lines{}
	table, open := "", ""
	for i, row := range strings.Split(text, "\n") {
		row = strings.TrimSpace(row)
		if open != "" { // in a text of several lines
			if strings.Contains(row, open) {
				open = ""
			}
			continue
		}
		name, rest := keyPath(strings.TrimLeft(row, "["))
		switch {
		case name == "":
			continue
		case strings.HasPrefix(row, "["):
			table = name
		case strings.HasPrefix(rest, "="):
			if table != "" {
				name = table + "." + name
			}
			for _, quotes := range []string{`"""`, "'''"} {
				if strings.Count(rest, quotes) == 1 {
					open = quotes
				}
			}
		default:
			continue
		}
		if _, ok := out[name]; !ok {
			out[name] = i + 1
		}
	}
	return out
}

// of is the line of a name, or of what it stands in.
func (l lines) of(name string) int {
	for {
		if n, ok := l[name]; ok {
			return n
		}
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			return 0
		}
		name = name[:i]
	}
}

// keyPath reads a name at the beginning of a row, in parts with dots between and perhaps in quotes. It
// gives back the parts joined with dots, and what follows.
func keyPath(row string) (name, rest string) {
	var parts []string
	for {
		row = strings.TrimSpace(row)
		if row == "" {
			break
		}
		var part string
		if q := row[0]; q == '"' || q == '\'' {
			end := strings.IndexByte(row[1:], q)
			if end < 0 {
				return "", row
			}
			part, row = row[1:1+end], row[end+2:]
			if plain, err := strconv.Unquote(`"` + part + `"`); q == '"' && err == nil {
				part = plain
			}
		} else {
			end := strings.IndexFunc(row, func(r rune) bool {
				return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_'
			})
			if end < 0 {
				end = len(row)
			}
			if end == 0 {
				break
			}
			part, row = row[:end], row[end:]
		}
		parts = append(parts, part)
		row = strings.TrimSpace(row)
		if !strings.HasPrefix(row, ".") {
			break
		}
		row = row[1:]
	}
	return strings.Join(parts, "."), strings.TrimSpace(row)
}
