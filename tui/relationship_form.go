package tui

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// askEditRelationship changes how a relationship stands. Only what was changed is written, over
// what the journal holds by then.
func askEditRelationship(env *Env, r journal.RelationshipSummary) tea.Cmd {
	today := env.Day()
	return ask(newForm(r.PersonName+", "+r.Role.Phrase(), []field{
		{key: "purpose", label: "purpose", hint: "what it is for", value: r.Purpose},
		{key: "next", label: "next talk", hint: "fri · 1 dec · in 2 weeks", value: r.NextSession.String(), echo: dateEcho(today)},
		{key: "rhythm", label: "rhythm", hint: "2 weeks · every month · none", value: r.Rhythm.String(), echo: rhythmEcho},
		{key: "state", label: "state", value: string(r.State), choices: stateChoices()},
		{key: "focus", label: "focus", hint: "confidence, hiring", value: strings.Join(r.Focus, ", "), echo: focusEcho},
		{key: "kind", label: "kind", value: string(r.Kind), choices: kindChoices()},
		{key: "setting", label: "setting", hint: "at work, the choir, …", value: r.Setting},
		{key: "terms", label: "terms", value: string(r.Formality), choices: []choice{{"", "unsaid"}, {string(journal.Informal), "informal"}, {string(journal.Formal), "formal"}}},
		{key: "from", label: "since", hint: "2026-01-31", value: r.From.String(), echo: dateEcho(today)},
		{key: "until", label: "until", hint: "2026-12-31", value: r.Until.String(), echo: dateEcho(today)},
	}, func(v values) tea.Cmd {
		return write(env, "Changed.", func(ctx context.Context) error {
			now, err := env.Store.Relationship(ctx, r.ID)
			if err != nil {
				return err
			}
			return env.Store.ChangeRelationship(ctx, changedRelationship(now.Relationship, v, today))
		})
	}))
}

// changedRelationship is r with what was changed in the form, whose fields have all been found
// good.
func changedRelationship(r journal.Relationship, v values, today journal.Date) journal.Relationship {
	v.set("purpose", &r.Purpose)
	v.set("setting", &r.Setting)
	date := func(key string, to *journal.Date) {
		if d, ok := typedDate(v.text(key), today); ok && v.changed(key) {
			*to = d
		}
	}
	date("next", &r.NextSession)
	date("from", &r.From)
	date("until", &r.Until)
	if rhythm, ok := readRhythm(v.text("rhythm")); ok && v.changed("rhythm") {
		r.Rhythm = rhythm
	}
	if v.changed("state") {
		r.State = journal.State(v.text("state"))
	}
	if v.changed("kind") {
		r.Kind = journal.Kind(v.text("kind"))
	}
	if v.changed("terms") {
		r.Formality = journal.Formality(v.text("terms"))
	}
	if v.changed("focus") {
		r.Focus = readFocus(v.text("focus"))
	}
	return r
}

// readRhythm reads "2 weeks", "every month", "weekly", "monthly"; "" and "none" are no rhythm.
func readRhythm(s string) (journal.Rhythm, bool) {
	w := strings.Fields(journal.Fold(s))
	if len(w) > 0 && w[0] == "every" {
		w = w[1:]
		if len(w) == 0 {
			return journal.Rhythm{}, false
		}
	}
	switch len(w) {
	case 0:
		return journal.Rhythm{}, true
	case 1:
		switch w[0] {
		case "none", "-":
			return journal.Rhythm{}, true
		case "week", "weekly":
			return journal.Rhythm{Every: 1, Unit: journal.Weeks}, true
		case "fortnight", "fortnightly":
			return journal.Rhythm{Every: 2, Unit: journal.Weeks}, true
		case "month", "monthly":
			return journal.Rhythm{Every: 1, Unit: journal.Months}, true
		}
	case 2:
		n, err := strconv.Atoi(w[0])
		switch w[0] {
		case "a", "one":
			n, err = 1, nil
		case "other", "second", "two":
			n, err = 2, nil
		case "three":
			n, err = 3, nil
		}
		if err != nil || n < 1 || n > 99 {
			return journal.Rhythm{}, false
		}
		switch w[1] {
		case "week", "weeks":
			return journal.Rhythm{Every: n, Unit: journal.Weeks}, true
		case "month", "months":
			return journal.Rhythm{Every: n, Unit: journal.Months}, true
		}
	}
	return journal.Rhythm{}, false
}

func rhythmEcho(s string) (string, bool) {
	r, ok := readRhythm(s)
	switch {
	case !ok:
		return "That is not a rhythm I can read; try 2 weeks, every month or none.", false
	case r.IsZero():
		return "no rhythm", true
	}
	return r.String(), true
}

// readFocus reads tags between commas, each once.
func readFocus(s string) []string {
	var out []string
	seen := map[string]bool{}
	for part := range strings.SplitSeq(s, ",") {
		tag := strings.Join(strings.Fields(part), " ")
		if key := journal.Fold(tag); !journal.Blank(tag) && !seen[key] {
			seen[key] = true
			out = append(out, tag)
		}
	}
	return out
}

func focusEcho(s string) (string, bool) {
	if tags := readFocus(s); len(tags) > 0 {
		return strings.Join(tags, " · "), true
	}
	return "tags, with commas between them", true
}

func stateChoices() []choice {
	var out []choice
	for _, s := range journal.States() {
		out = append(out, choice{string(s), string(s)})
	}
	return out
}

func kindChoices() []choice {
	out := []choice{{"", "unsaid"}}
	for _, k := range journal.Kinds() {
		out = append(out, choice{string(k), string(k)})
	}
	return out
}
