package config

import (
	_ "embed"
	"slices"
	"strings"
)

// actionsText is written out by a test of the screens, which have the actions: a row for each action of
// each page, its columns parted by tabs.
//
//go:embed actions.txt
var actionsText string

// Everywhere is the page of actions that every page has.
const Everywhere = "everywhere"

// Action is one thing that can be done on one page.
type Action struct {
	Page   string // Everywhere for one that all pages have
	Typing bool   // letters are words on that page
	ID     string // words joined with hyphens
	Keys   []string
	Help   string
}

// Actions are all that can have other keys, by pages.
func Actions() []Action {
	var out []Action
	for row := range strings.Lines(actionsText) {
		cols := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(cols) != 4 {
			continue
		}
		page, typing := strings.CutSuffix(cols[0], " (typing)")
		out = append(out, Action{Page: page, Typing: typing, ID: cols[1], Keys: strings.Fields(cols[2]), Help: cols[3]})
	}
	return out
}

// ActionsText is the text Actions reads, made of as.
func ActionsText(as []Action) string {
	var b strings.Builder
	for _, a := range as {
		page := a.Page
		if a.Typing {
			page += " (typing)"
		}
		b.WriteString(strings.Join([]string{page, a.ID, strings.Join(a.Keys, " "), a.Help}, "\t") + "\n")
	}
	return b.String()
}

// ID is the id of an action as it stands in the file, where names have no spaces.
func ID(action string) string { return strings.ReplaceAll(action, " ", "-") }

// Keys are the keys of an action by what is set, and those it cannot lose: the ones that always lead
// out, and where somebody writes one that does not go into the text.
func Keys(set map[string][]string, id string, usual []string, typing bool) []string {
	chosen, ok := set[ID(id)]
	if !ok {
		return usual
	}
	lost := typing && !slices.ContainsFunc(chosen, notOfText)
	out := slices.Clone(chosen)
	for _, k := range usual {
		if (leads(k) || lost && notOfText(k)) && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// leads reports whether a key always leads out, of a page or of the program.
func leads(key string) bool { return key == "esc" || key == "ctrl+c" }
