package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/wording"
)

// wayIn is how a relationship came to be, beside what it says itself: who named this person, and
// who was named here instead.
type wayIn struct {
	by      journal.RelationshipSummary // it was declined and named this person; zero for none
	instead journal.RelationshipSummary // who was named when this one was declined; zero for none
}

// readWayIn reads the two ends of a suggestion. One that is deleted is nobody.
func readWayIn(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (w wayIn, err error) {
	if rel.SuggestedIn != 0 {
		if w.by, err = st.Relationship(ctx, rel.SuggestedIn); err != nil && journal.ErrorCode(err) != journal.CodeNotFound {
			return w, err
		}
	}
	if rel.State != journal.StateDeclined {
		return w, nil
	}
	// Few relationships are declined, so nothing else needs to find these.
	var after store.Cursor
	for {
		people, next, err := st.People(ctx, store.PeopleQuery{After: after, Limit: rowsRead})
		if err != nil {
			return w, err
		}
		for _, p := range people {
			for _, r := range p.Relationships {
				if r.SuggestedIn == rel.ID {
					w.instead = r
					return w, nil
				}
			}
		}
		if after = next; next == "" {
			return w, nil
		}
	}
}

// said is a line for the head: where the way stands and which key goes on, "" for one that is under
// way or over.
func (w wayIn) said(r journal.RelationshipSummary, today journal.Date) string {
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
			add(words.mean + " on " + wording.DateLong(r.AskedOn, today))
		} else {
			add(words.notYet)
		}
		add("A " + words.once)
	case journal.StateAsked:
		add(askedSaid(r.Relationship, today))
		add("A what came of it")
	case journal.StateTrial:
		trial := "on trial"
		if !r.TrialUntil.IsZero() {
			trial += " until " + wording.DateLong(r.TrialUntil, today)
		}
		add(trial)
		add("A when it is over")
	case journal.StateDeclined:
		if w.instead.ID == 0 {
			add("nothing came of it")
			add("A considers it again")
		} else {
			add("S goes to " + w.instead.PersonName + ", who was suggested instead")
		}
	default:
		return ""
	}
	if w.by.ID != 0 {
		add("suggested by " + w.by.PersonName)
	}
	return strings.Join(parts, " · ")
}

// facts are what is known of the way, for the page of what is known: label and value in turns.
func (w wayIn) facts(r journal.Relationship, today journal.Date) [][2]string {
	return [][2]string{
		{askingWords(r.Role).asked, strings.TrimSpace(strings.Join([]string{dateOrNone(r.AskedOn, today), r.AskedHow}, " "))},
		{"trial until", dateOrNone(r.TrialUntil, today)},
		{"suggested by", w.by.PersonName},
		{"named instead", w.instead.PersonName},
	}
}

// askedSaid is when and how it was asked.
func askedSaid(r journal.Relationship, today journal.Date) string {
	said := askingWords(r.Role).asked
	if !r.AskedOn.IsZero() {
		said += " on " + wording.DateLong(r.AskedOn, today)
	}
	if r.AskedHow != "" {
		said += ", " + oneLine(r.AskedHow)
	}
	return said
}

// askingPhrases are the words of one side: a mentor offers, everybody else asks.
type askingPhrases struct {
	asked, notYet, mean, once string
	title, how                string
}

func askingWords(r journal.Role) askingPhrases {
	if r == journal.RoleMentor {
		return askingPhrases{"offered", "not offered yet", "you mean to offer", "once you have", "Offered to ", "over lunch · she asked me"}
	}
	return askingPhrases{"asked", "not asked yet", "you mean to ask", "once you have", "Asked ", "over coffee · in a letter"}
}

// actions are the next step of the way, and the way to the other end of a suggestion.
func (w wayIn) actions(env *Env, r journal.RelationshipSummary) []Action {
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
	case journal.StateEnded:
		next.Disabled = "It has ended; what was between you stays here to read."
	default:
		next.Disabled = "It is under way already; e on the part “about” changes how it stands."
	}
	acts := []Action{next}
	to, help := w.instead, "who was suggested instead"
	if to.ID == 0 {
		to, help = w.by, "who suggested them"
	}
	if to.ID != 0 {
		acts = append(acts, Action{ID: "suggested", Group: groupGo, Keys: []string{"S"}, Name: wording.FirstName(to.PersonName), Help: help, Run: func() tea.Cmd { return push(NewRelationship(env, to.ID)) }})
	}
	return acts
}
