// Package config reads the file in which a person says how the journal is to look and behave. It never
// writes that file; whatever is wrong in it is a sentence with its line, and the usual holds instead.
package config

import (
	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/wording"
)

// Config is what is in force: what the file says, and the usual for what it does not say.
type Config struct {
	Theme   theme.Choice
	Measure int // the widest a text is set, in columns, from LeastMeasure to MostMeasure
	Week    journal.Week
	Dates   wording.Dates
	First   First
	Editor  string // a command line that goes before $VISUAL, "" for none
	Still   bool   // nothing moves by itself more than it must
	Mouse   bool   // on from the start

	// Keys are the keys of actions, by their ids, in place of the usual ones.
	Keys map[string][]string

	Path string          // of the file, whether or not it is there; "" where no place for it is known
	Said map[string]bool // the settings that were read from the file, by their names
}

// First is the page the journal opens on.
type First string

// The pages the journal can open on.
const (
	FirstToday    First = "today"
	FirstPeople   First = "people"
	FirstActions  First = "actions"
	FirstReflect  First = "reflect"
	FirstLookBack First = "look-back"
	FirstInsights First = "insights"
	FirstSearch   First = "search"
	FirstLibrary  First = "library"
	FirstWrite    First = "write"
)

// How wide a text may be set, in columns.
const (
	LeastMeasure = 40
	UsualMeasure = 72
	MostMeasure  = 120
)

// Usual is what is in force where no file says otherwise.
func Usual() Config {
	return Config{Theme: theme.ChooseAuto, Measure: UsualMeasure, Dates: wording.DayMonth, First: FirstToday, Keys: map[string][]string{}, Said: map[string]bool{}}
}
