package tui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/wording"
)

// wayIn is how a relationship came to be and how it ended before, beside what it says itself: who
// named this person, and who was named here instead.
type wayIn struct {
	by      journal.RelationshipSummary   // it was declined and named this person; zero for none
	instead []journal.RelationshipSummary // who was named when this one was declined
	past    []journal.PastEnding          // after which it began again
}

// readWayIn reads the two ends of a suggestion, and the endings. One that is deleted is nobody.
func readWayIn(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (w wayIn, err error) {
	if rel.SuggestedIn != 0 {
		if w.by, err = st.Relationship(ctx, rel.SuggestedIn); err != nil && journal.ErrorCode(err) != journal.CodeNotFound {
			return w, err
		}
	}
	if w.instead, err = st.SuggestedBy(ctx, rel.ID); err != nil {
		return w, err
	}
	w.past, err = st.Endings(ctx, rel.ID)
	return w, err
}

// named are the names of who was named instead.
func (w wayIn) named() string {
	names := make([]string, len(w.instead))
	for i, r := range w.instead {
		names[i] = r.PersonName
	}
	return strings.Join(names, ", ")
}

// said is a line for the head: where the way stands and which key goes on, "" for one that is under
// way or over.
func (w wayIn) said(env *Env, r journal.RelationshipSummary) string {
	dates, today, next := env.Dates, env.Day(), env.key("way in", "A")
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	words := askingWords(r.Role)
	switch r.State {
	case journal.StateConsidering:
		if r.AskedOn.After(today) {
			add(words.mean + " on " + dates.Long(r.AskedOn, today))
		} else if !r.AskedOn.IsZero() && !r.AskedOn.Before(r.ResumedOn) {
			add(words.meant + " on " + dates.Long(r.AskedOn, today))
		} else {
			add(words.notYet)
		}
		add(next + " " + words.once)
	case journal.StateAsked:
		add(askedSaid(r.Relationship, dates, today))
		add(next + " what came of it")
	case journal.StateTrial:
		switch until := dates.Long(r.TrialUntil, today); {
		case r.TrialUntil.IsZero():
			add("on trial")
			add(next + " when it is over")
		case r.TrialUntil.Before(today):
			add("the trial was until " + until)
			add(next + " what comes of it")
		default:
			add("on trial until " + until)
			add(next + " when it is over")
		}
	case journal.StateDeclined:
		switch len(w.instead) {
		case 0:
			add("nothing came of it")
			add(next + " considers it again")
		case 1:
			add(env.key("suggested", "S") + " goes to " + w.named() + ", who was suggested instead")
		default:
			add(env.key("suggested", "S") + " goes to " + w.named() + ", who were suggested instead")
		}
	default:
		return ""
	}
	if w.by.ID != 0 {
		add("suggested by " + w.by.PersonName)
	}
	return strings.Join(parts, " · ")
}

// facts are what is known of the way and of its end, for the page of what is known: label and value
// in turns.
func (w wayIn) facts(r journal.Relationship, dates wording.Dates, today journal.Date) [][2]string {
	facts := [][2]string{
		{askingWords(r.Role).asked, strings.TrimSpace(strings.Join([]string{dateOrNone(dates, r.AskedOn, today), r.AskedHow}, " "))},
		{"trial until", dateOrNone(dates, r.TrialUntil, today)},
		{"suggested by", w.by.PersonName},
		{"named instead", w.named()},
	}
	if !r.EndedOn.IsZero() {
		facts = append(facts, [2]string{"ended", dates.DayAndYear(r.EndedOn)})
	}
	facts = append(facts, [2]string{"thanks", r.Thanks})
	for _, e := range slices.Backward(w.past) {
		facts = append(facts, [2]string{"before", dates.EndedAndAgain(e)}, [2]string{"thanks then", e.Thanks})
	}
	return facts
}

// askedSaid is when and how it was asked.
func askedSaid(r journal.Relationship, dates wording.Dates, today journal.Date) string {
	said := askingWords(r.Role).asked
	if !r.AskedOn.IsZero() {
		said += " on " + dates.Long(r.AskedOn, today)
	}
	if r.AskedHow != "" {
		said += ", " + oneLine(r.AskedHow)
	}
	return said
}

// askingPhrases are the words of one side: a mentor offers, everybody else asks.
type askingPhrases struct {
	asked, notYet, mean, meant, once string
	title, how                       string
}

func askingWords(r journal.Role) askingPhrases {
	if r == journal.RoleMentor {
		return askingPhrases{"offered", "not offered yet", "you mean to offer", "you meant to offer", "once you have", "Offered to ", "over lunch · she asked me"}
	}
	return askingPhrases{"asked", "not asked yet", "you mean to ask", "you meant to ask", "once you have", "Asked ", "over coffee · in a letter"}
}

// actions are the next step of the way, and the way to the other end of a suggestion. p is whom the
// relationship is with.
func (w wayIn) actions(env *Env, r journal.RelationshipSummary, p journal.PersonSummary) []Action {
	next := Action{ID: "way in", Group: groupHere, Writes: true, Keys: []string{"A"}, Name: "next step", Help: "asked, on trial, under way", Run: func() tea.Cmd { return nextStep(env, r) }}
	switch r.State {
	case journal.StateConsidering:
		next.Name, next.Foot = askingWords(r.Role).asked, true
		next.Help = "you have, or a day you mean to"
	case journal.StateAsked:
		next.Name, next.Help, next.Foot = "what came of it", "a trial, a yes, or a no", true
	case journal.StateTrial:
		next.Name, next.Help, next.Foot = "trial over", "it goes on, takes longer, or stops", true
	case journal.StateDeclined:
		next.Name, next.Help = "consider again", "it is one to consider once more"
		if _, ok := openInRole(p, r.Role); ok {
			next.Disabled = "There is an open one with " + wording.FirstName(p.Name) + " in this role; " + env.key("switch", "s") + " goes round to it."
		}
	case journal.StateEnded:
		next.Disabled = "It has ended; " + env.key("ending", "F") + " begins it again, and all of it stays here to read."
	case journal.StatePaused:
		next.Name, next.Help, next.Foot = "go on", "it is under way again", true
	default:
		next.Disabled = "It is under way already; " + env.key("relationship", "e") + " on the part “about” changes how it stands, and " + env.key("ending", "F") + " ends it well."
	}
	return append([]Action{next}, w.follow(env)...)
}

// follow goes to the other end of a suggestion; where there are several, to the one that is chosen.
func (w wayIn) follow(env *Env) []Action {
	to := slices.Clone(w.instead)
	if w.by.ID != 0 {
		to = append(to, w.by)
	}
	act := Action{ID: "suggested", Group: groupGo, Keys: []string{"S"}}
	switch {
	case len(to) == 0:
		return nil
	case len(to) == 1:
		act.Name, act.Help = wording.FirstName(to[0].PersonName), "who was suggested instead"
		if w.by.ID != 0 {
			act.Help = "who suggested them"
		}
		act.Run = func() tea.Cmd { return push(NewRelationship(env, to[0].ID)) }
	default:
		act.Name, act.Help = "suggested", "who was suggested instead, and who suggested them"
		act.Run = func() tea.Cmd { return askWhichWay(env, to) }
	}
	return []Action{act}
}

// askWhichWay asks to which of several ends of a suggestion to go.
func askWhichWay(env *Env, to []journal.RelationshipSummary) tea.Cmd {
	var names []choice
	for _, r := range to {
		names = append(names, choice{strconv.FormatInt(r.ID, 10), r.PersonName})
	}
	return ask(newForm("Go to whom?", []field{{key: "to", label: "to", value: names[0].value, choices: names}}, func(v values) tea.Cmd {
		id, err := strconv.ParseInt(v.text("to"), 10, 64)
		if err != nil {
			return send(failed(err))
		}
		return push(NewRelationship(env, id))
	}))
}
