package config

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// mostBroken is how many settings of a file may be taken out before it is thought to be something else.
const mostBroken = 20

// decode reads the text. What cannot be read is taken out, said, and the rest read again. ok is false
// where so much is wrong that this is no file of settings.
func (p *parsing) decode(text string) (table map[string]any, ok bool) {
	rows := strings.Split(text, "\n")
	bad := badRows(rows)
	if _, err := toml.Decode(text, &table); err == nil && len(bad) == 0 {
		p.lines = findLines(text)
		return table, true
	}
	all := statements(rows)
	for _, i := range bad {
		p.wrong(i+1, "holds a character that no text has, and is left out.")
		at := slices.IndexFunc(all, func(s statement) bool { return s.from <= i && i <= s.to })
		if at < 0 {
			rows[i] = ""
			continue
		}
		takeOut(rows, all[at])
		all = slices.Delete(all, at, at+1)
	}
	all = slices.DeleteFunc(all, func(s statement) bool {
		var alone map[string]any
		_, err := toml.Decode(strings.Join(rows[s.from:s.to+1], "\n")+"\n", &alone)
		if err == nil {
			return false
		}
		takeOut(rows, s)
		if s.begins && s.table == "keys" { // what follows was meant for it
			rows[s.from] = "[keys]"
		}
		p.broken(s)
		return true
	})
	for len(p.faults) <= mostBroken {
		table = nil
		text = strings.Join(rows, "\n")
		_, err := toml.Decode(text, &table)
		if err == nil {
			p.lines = findLines(text)
			return table, true
		}
		// Each can be read alone, so one of them stands there twice.
		var where toml.ParseError
		line := 0
		if errors.As(err, &where) {
			line = where.Position.Line
		}
		at := slices.IndexFunc(all, func(s statement) bool { return s.from < line && line <= s.to+1 })
		if at < 0 {
			p.wrong(max(line, 1), "cannot be understood.")
			break
		}
		p.twice(all[at], findLines(text))
		takeOut(rows, all[at])
		all = slices.Delete(all, at, at+1)
	}
	return nil, false
}

func takeOut(rows []string, s statement) {
	for i := s.from; i <= s.to; i++ {
		rows[i] = ""
	}
}

// badRows are the rows with a character that is no text.
func badRows(rows []string) []int {
	var out []int
	for i, row := range rows {
		if !utf8.ValidString(row) || strings.Contains(row, "\x00") {
			out = append(out, i)
		}
	}
	return out
}

// wide reports whether a text is of two bytes for each letter, as some editors keep it.
func wide(text []byte) bool {
	return bytes.HasPrefix(text, []byte{0xff, 0xfe}) || bytes.HasPrefix(text, []byte{0xfe, 0xff})
}

// broken says why a setting could not be read.
func (p *parsing) broken(s statement) {
	line, inKeys := s.from+1, s.table == "keys"
	known := settings()
	i := slices.IndexFunc(known, func(k setting) bool { return k.name == s.path() })
	bare, _, _ := strings.Cut(s.value, "#")
	bare = strings.Trim(strings.TrimSpace(bare), "“”„‘’«»") // quotes of a text processor are none here
	lacksQuotes := bare != "" && !strings.ContainsAny(bare, "\"'\\[]{}=")
	switch {
	case s.begins:
		p.wrongOf("", inKeys, line, "cannot be understood; a line that begins a table looks like [keys].")
	case lacksQuotes && i >= 0 && (known[i].number || len(known[i].words) > 0 && !slices.Contains(known[i].words, bare)):
		p.wrongOf(s.path(), false, line, "sets %s to %s, but it can be %s", s.name, quoted(bare), known[i].takes())
	case lacksQuotes && (i >= 0 || inKeys && isAction(s.name)):
		p.wrongOf(s.path(), inKeys, line, `needs quotes, as in %s = "%s"`, s.name, short(bare))
	case s.name != "" && s.value != "" && s.table == "" && i < 0 && s.name != "keys" && !strings.HasPrefix(s.name, "keys."):
		p.unknown(s.name, line)
	case i >= 0:
		p.wrongOf(s.path(), false, line, `cannot be understood; a line looks like theme = "dark"`)
	case inKeys && isSetting(s.name) && !isAction(s.name):
		p.misplaced(s.name, line)
	case inKeys && isAction(s.name):
		p.wrongOf(s.path(), true, line, `cannot be understood; a line looks like note = "f4"`)
	case inKeys:
		p.wrongOf("", true, line, `cannot be understood and is left out; a line looks like note = "f4".`)
	default:
		p.wrong(line, `cannot be understood and is left out; a line looks like theme = "dark".`)
	}
}

// twice says that something was set before.
func (p *parsing) twice(s statement, above lines) {
	line, first := s.from+1, above[s.path()]
	after := ""
	if first > 0 && first < line {
		after = ", after line " + strconv.Itoa(first)
	}
	switch action, isKeys := strings.CutPrefix(s.path(), "keys."); {
	case s.begins:
		p.wrongOf("", s.table == "keys", line, "begins %s a second time%s; once is enough.", quoted("["+s.table+"]"), after)
	case isKeys && isAction(action):
		p.wrongOf(s.path(), true, line, "gives keys to %s a second time%s", quoted(action), after)
	case isSetting(s.path()):
		p.wrongOf(s.path(), false, line, "sets %s a second time%s", quoted(s.name), after)
	default:
		p.wrongOf("", isKeys, line, "sets %s a second time%s, and is left out.", quoted(s.name), after)
	}
}

// isAction reports whether there is an action of that name.
func isAction(name string) bool {
	return slices.ContainsFunc(Actions(), func(a Action) bool { return a.ID == ID(name) })
}
