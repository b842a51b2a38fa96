package config

import (
	"fmt"
	"strings"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/wording"
)

// setting is one line of the file: what it is called, what it means, what it can be, and how it gets
// into a Config and out again.
type setting struct {
	name   string
	about  string   // what it means, for the comment above it
	words  []string // what it can be, where that is one of a few words
	number bool     // it is a whole number, without quotes
	take   func(c *Config, value string) bool
	show   func(c Config) string
}

// settings are all there are beside the keys, in the order they are shown in.
func settings() []setting {
	return []setting{
		{
			name: "theme", about: "Colours. auto: as light or dark as the terminal says it is. 16: the terminal's\nown sixteen colours. plain: none.",
			words: themes(),
			take:  func(c *Config, v string) bool { c.Theme = theme.Choice(v); return true },
			show:  func(c Config) string { return string(c.Theme) },
		},
		{
			name: "measure", number: true, about: fmt.Sprintf("The widest a text is set, in columns: %d to %d.", LeastMeasure, MostMeasure),
			take: func(c *Config, v string) bool {
				n := 0
				if _, err := fmt.Sscanf(v, "%d", &n); err != nil || n < LeastMeasure || n > MostMeasure {
					return false
				}
				c.Measure = n
				return true
			},
			show: func(c Config) string { return fmt.Sprint(c.Measure) },
		},
		{
			name: "week_start", about: "The day a week begins on.", words: []string{"monday", "saturday", "sunday"},
			take: func(c *Config, v string) bool { c.Week = week(v); return true },
			show: func(c Config) string { return weekName(c.Week) },
		},
		{
			name: "dates", about: "How a date is written: 21 Nov, Nov 21, or 2026-11-21.",
			words: []string{string(wording.DayMonth), string(wording.MonthDay), string(wording.ISO)},
			take:  func(c *Config, v string) bool { c.Dates = wording.Dates(v); return true },
			show:  func(c Config) string { return string(c.Dates) },
		},
		{
			name: "first_screen", about: "The page the journal opens on. esc leads from it to today.",
			words: []string{string(FirstToday), string(FirstPeople), string(FirstActions), string(FirstReflect), string(FirstLookBack), string(FirstInsights), string(FirstSearch), string(FirstLibrary), string(FirstWrite)},
			take:  func(c *Config, v string) bool { c.First = First(v); return true },
			show:  func(c Config) string { return string(c.First) },
		},
		{
			name: "editor", about: "The editor that ctrl+e hands a text to, as you would type it in a shell.\nEmpty: the one that VISUAL or EDITOR names.",
			take: func(c *Config, v string) bool {
				c.Editor = strings.TrimSpace(v)
				return !strings.ContainsFunc(v, func(r rune) bool { return r < ' ' || r == 0x7f })
			},
			show: func(c Config) string { return c.Editor },
		},
		{
			name: "motion", about: "reduced: a countdown says no more than that it runs and that it is over.", words: []string{"full", "reduced"},
			take: func(c *Config, v string) bool { c.Still = v == "reduced"; return true },
			show: func(c Config) string { return either(c.Still, "reduced", "full") },
		},
		{
			name: "mouse", about: "on: the wheel scrolls and a click chooses. The terminal's own selecting then\nneeds shift held down. Once its key was pressed in a journal, it stays there as that left it.", words: []string{"off", "on"},
			take: func(c *Config, v string) bool { c.Mouse = v == "on"; return true },
			show: func(c Config) string { return either(c.Mouse, "on", "off") },
		},
	}
}

func either(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}

func week(name string) journal.Week {
	switch name {
	case "saturday":
		return journal.WeekSaturday
	case "sunday":
		return journal.WeekSunday
	}
	return journal.WeekMonday
}

func weekName(w journal.Week) string {
	switch w {
	case journal.WeekSaturday:
		return "saturday"
	case journal.WeekSunday:
		return "sunday"
	}
	return "monday"
}

// takes says in words what a setting can be.
func (s setting) takes() string {
	switch {
	case s.number:
		return fmt.Sprintf("a whole number from %d to %d", LeastMeasure, MostMeasure)
	case len(s.words) == 0:
		return `a command line in quotes, such as "vim -n"`
	}
	quoted := make([]string, len(s.words))
	for i, w := range s.words {
		quoted[i] = `"` + w + `"`
	}
	return strings.Join(quoted[:len(quoted)-1], ", ") + " or " + quoted[len(quoted)-1]
}

func themes() (words []string) {
	for _, c := range theme.Choices() {
		words = append(words, string(c))
	}
	return words
}
