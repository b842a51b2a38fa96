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
		{key: "next", label: "next talk", hint: "fri · 1 dec · in 2 weeks", value: r.NextSession.String(), echo: toComeEcho(env.Dates, r.NextSession, today, "the next conversation")},
		{key: "rhythm", label: "rhythm", hint: "2 weeks · every month · none", value: r.Rhythm.String(), echo: rhythmEcho},
		{key: "state", label: "state", value: string(r.State), choices: stateChoices(r.State), echo: stateEcho(env, r.State)},
		{key: "focus", label: "focus", hint: "confidence, hiring", value: strings.Join(r.Focus, ", "), echo: focusEcho},
		{key: "kind", label: "kind", value: string(r.Kind), choices: kindChoices()},
		{key: "setting", label: "setting", hint: "at work, the choir, …", value: r.Setting},
		{key: "terms", label: "terms", value: string(r.Formality), choices: []choice{{"", "unsaid"}, {string(journal.Informal), "informal"}, {string(journal.Formal), "formal"}}},
		{key: "asked", label: askingWords(r.Role).asked, hint: "a day; one to come is a plan", value: r.AskedOn.String(), echo: dateEcho(env.Dates, today)},
		{key: "how", label: "how", hint: askingWords(r.Role).how, value: r.AskedHow},
		{key: "trial", label: "trial until", hint: "in 2 months", value: r.TrialUntil.String(), echo: dateEcho(env.Dates, today)},
		{key: "from", label: "since", hint: "2026-01-31", value: r.From.String(), echo: dateEcho(env.Dates, today)},
		{key: "until", label: "until", hint: "2026-12-31", value: r.Until.String(), echo: dateEcho(env.Dates, today)},
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
	date("asked", &r.AskedOn)
	date("trial", &r.TrialUntil)
	v.set("how", &r.AskedHow)
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
		if err != nil || n < 1 || n > journal.MaxEvery {
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
	case !ok && countsNothing(s):
		return "A rhythm begins at one; none takes it away.", false
	case !ok:
		return "That is not a rhythm I can read; try 2 weeks, every month or none.", false
	case r.IsZero():
		return "no rhythm", true
	}
	return r.String(), true
}

// countsNothing reports whether a rhythm was meant that never comes round: every 0 weeks.
func countsNothing(s string) bool {
	w := strings.Fields(strings.TrimPrefix(journal.Fold(s), "every "))
	if len(w) == 0 {
		return false
	}
	n, err := strconv.Atoi(w[0])
	return err == nil && n < 1 || w[0] == "no" || w[0] == "zero"
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

// stateChoices are the states a form can give one that is in state now. To end, to decline and to
// begin again are steps of their own, so that each has its day.
func stateChoices(now journal.State) []choice {
	if !now.Open() {
		return []choice{{string(now), string(now)}}
	}
	var out []choice
	for _, s := range journal.States() {
		if s.Open() {
			out = append(out, choice{string(s), string(s)})
		}
	}
	return out
}

// stateEcho says by which way one is opened or closed.
func stateEcho(env *Env, now journal.State) func(string) (string, bool) {
	said := "← → changes it · " + env.key("ending", "F") + " on the page ends it well"
	switch now {
	case journal.StateEnded:
		said = env.key("ending", "F") + " on the page begins it again"
	case journal.StateDeclined:
		said = env.key("way in", "A") + " on the page considers it again"
	}
	return func(string) (string, bool) { return said, true }
}

func kindChoices() []choice {
	out := []choice{{"", "unsaid"}}
	for _, k := range journal.Kinds() {
		out = append(out, choice{string(k), string(k)})
	}
	return out
}

// goOn goes to another relationship with the same person, which was added.
func (p *RelationshipScreen) goOn(id int64) tea.Msg {
	return tea.BatchMsg{replace(NewRelationship(p.env, id)), send(changedMsg{say: "Added."})}
}

// addRelationship adds a relationship with somebody who is there, and then does what follows. Where there is an open one of that
// role already it goes to that one: a second one is hardly ever what was meant.
func addRelationship(env *Env, r journal.Relationship, added func(id int64) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		now, err := env.Store.Person(env.Ctx, r.PersonID)
		if err != nil {
			return failed(err)
		}
		there, ok := openInRole(now, r.Role)
		switch {
		case ok && r.Purpose != "" && r.Purpose != there.Purpose:
			return sayMsg{text: "There is one like this already, so nothing was added. Take the purpose out to go there; " + env.key("relationship", "e") + " changes it there.", bad: true}
		case ok:
			return tea.BatchMsg{push(NewRelationship(env, there.ID)), say("This one was there already.")}
		}
		got, err := env.Store.AddRelationship(env.Ctx, r)
		if err != nil {
			return failed(err)
		}
		return added(got.ID)
	}
}

// openInRole is the open relationship with somebody in a role.
func openInRole(p journal.PersonSummary, role journal.Role) (journal.RelationshipSummary, bool) {
	for _, r := range p.Relationships {
		if r.Role == role && r.State.Open() {
			return r, true
		}
	}
	return journal.RelationshipSummary{}, false
}

// newRoleEcho says where a role is taken already.
func newRoleEcho(p journal.PersonSummary) func(string) (string, bool) {
	return func(role string) (string, bool) {
		if _, ok := openInRole(p, journal.Role(role)); ok {
			return "there already: ctrl+s goes there · ← → changes it", true
		}
		return "← → or space changes it", true
	}
}

// beginChoices are the two states something new begins in.
func beginChoices() []choice {
	return []choice{{string(journal.StateActive), "under way"}, {string(journal.StateConsidering), "one to consider"}}
}
