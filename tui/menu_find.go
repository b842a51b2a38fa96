package tui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"

	"bothways/journal"
)

// menuFit is how well what was typed fits an action, the best first. What it is called goes before
// what is said of it, and letters in one run before letters that are only there in their order.
type menuFit int

const (
	fitsCalled    menuFit = iota // it is the whole name
	nameBegins                   // the name begins with it
	nameWord                     // a word of the name begins with it
	nameHas                      // the name has it somewhere
	helpWord                     // a word of what is said begins with it
	helpHas                      // what is said has it somewhere
	eachWord                     // every word typed begins one of the name or of what is said
	nameScattered                // its letters are in the name, in their order
	helpScattered                // they are in the name and what is said
	fitsNot
)

// findActions are the actions that fit what was typed, the best first, and all of them where that is
// nothing.
func findActions(all []Action, typed string) []Action {
	q := journal.Fold(strings.Join(strings.Fields(typed), " "))
	if q == "" {
		return slices.Clone(all)
	}
	type hit struct {
		Action
		fit   menuFit
		score int
	}
	var hits []hit
	for _, a := range all {
		h := hit{Action: a}
		if h.fit, h.score = fitsAction(a, q); h.fit < fitsNot {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.fit, b.fit), cmp.Compare(b.score, a.score))
	})
	found := make([]Action, len(hits))
	for i, h := range hits {
		found[i] = h.Action
	}
	return found
}

// fitsAction is how well q, which is folded, fits a. Among scattered letters a higher score is better.
func fitsAction(a Action, q string) (fit menuFit, score int) {
	name, help := journal.Fold(a.Name), journal.Fold(a.Help)
	switch {
	case name == q:
		return fitsCalled, 0
	case strings.HasPrefix(name, q):
		return nameBegins, 0
	case beginsWord(name, q):
		return nameWord, 0
	case strings.Contains(name, q):
		return nameHas, 0
	case beginsWord(help, q):
		return helpWord, 0
	case strings.Contains(help, q):
		return helpHas, 0
	case eachBeginsWord(name+" "+help, q):
		return eachWord, 0
	case a.ID == "undo" || a.ID == "redo":
		// They ask nothing and change whatever was changed last, which nobody must come upon by
		// letters that happen to be there.
		return fitsNot, 0
	}
	if m := fuzzy.Find(q, []string{name}); len(m) > 0 {
		return nameScattered, m[0].Score
	}
	if m := fuzzy.Find(q, []string{name + " " + help}); len(m) > 0 {
		return helpScattered, m[0].Score
	}
	return fitsNot, 0
}

// beginsWord reports whether s has q from the beginning of a word on.
func beginsWord(s, q string) bool {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
	inWord := false
	for i, r := range s {
		if !inWord && strings.HasPrefix(s[i:], q) {
			return true
		}
		inWord = letter(r)
	}
	return false
}

// eachBeginsWord reports whether every word of q begins one of s.
func eachBeginsWord(s, q string) bool {
	return !slices.ContainsFunc(strings.Fields(q), func(word string) bool { return !beginsWord(s, word) })
}
