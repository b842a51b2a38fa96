package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// openFound opens the chosen thing. Where the last word was left out because it might go on, it is said
// first what is the matter with it: what is shown is not what was meant.
func (p *SearchScreen) openFound() tea.Cmd {
	if !p.held {
		return p.openChosen()
	}
	p.ended = p.typed
	return p.again()
}

// openChosen opens the place where the chosen thing stands.
func (p *SearchScreen) openChosen() tea.Cmd {
	r := p.chosen()
	if r == nil {
		return nil
	}
	p.looked()
	env, f, q := p.env, *r, p.q
	return func() tea.Msg {
		page, err := placeOf(env.Ctx, env, f, q)
		if err != nil {
			return failed(err)
		}
		return pushMsg{page}
	}
}

// placeOf is the page on which something that was found stands, at it, with the words lit where they
// are read whole.
func placeOf(ctx context.Context, env *Env, f journal.Found, q journal.Search) (Screen, error) {
	at, err := env.Store.WhereFound(ctx, f)
	if err != nil {
		return nil, err
	}
	switch f.Kind {
	case journal.SearchSession:
		return sessionLit(env, f.ID, q), nil
	case journal.SearchReflection:
		return reflectionLit(env, f.ID, q), nil
	case journal.SearchReview:
		if at.Held {
			return reviewLit(env, f.ID, q), nil
		}
		return relationshipAt(env, f.RelationshipID, relPlace{title: "reviews", review: f.ID}), nil
	case journal.SearchExchange, journal.SearchShift:
		if page := writtenIn(env, at, f, q); page != nil {
			return page, nil
		}
	case journal.SearchAction:
		if f.RelationshipID != 0 {
			return relationshipAt(env, f.RelationshipID, relPlace{tab: tabActions, action: f.ID}), nil
		}
		if page := writtenIn(env, at, f, q); page != nil {
			return page, nil
		}
		return NewActions(env), nil
	case journal.SearchTopic:
		return relationshipAt(env, f.RelationshipID, relPlace{tab: tabTopics, topic: f.ID}), nil
	case journal.SearchGoal:
		page := NewGoal(env, at.GoalID)
		page.found = true
		if at.NoteID != 0 {
			page.want = f.UID
		}
		return page, nil
	case journal.SearchAgreement:
		return relationshipAt(env, f.RelationshipID, relPlace{title: "agreement", agreement: f.ID, look: q}), nil
	case journal.SearchMatch:
		return relationshipAt(env, f.RelationshipID, relPlace{title: "match", look: q}), nil
	case journal.SearchAdvice:
		return relationshipAt(env, f.RelationshipID, relPlace{title: "exchanges", advice: f.UID}), nil
	case journal.SearchQuestion:
		page := NewSetPage(env, at.SetID)
		page.want = at.PromptID
		return page, nil
	case journal.SearchPerson:
		return personAt(ctx, env, f.PersonID, q)
	}
	return relationshipAt(env, f.RelationshipID, relPlace{tab: tabAbout, look: q}), nil
}

// writtenIn is the page of what a line was written in, at that line; nil where there is none.
func writtenIn(env *Env, at store.SearchPlace, f journal.Found, q journal.Search) Screen {
	line, _, _ := strings.Cut(f.Text(env.Veil), "\n")
	switch {
	case at.SessionID != 0:
		page := sessionLit(env, at.SessionID, q)
		page.line = line
		return page
	case at.ReflectionID != 0:
		page := reflectionLit(env, at.ReflectionID, q)
		page.line = line
		return page
	case at.ReviewID != 0:
		page := reviewLit(env, at.ReviewID, q)
		page.line = line
		return page
	}
	return nil
}

func sessionLit(env *Env, id int64, q journal.Search) *SessionScreen {
	page := NewSession(env, id)
	page.look, page.found = q, true
	return page
}

func reflectionLit(env *Env, id int64, q journal.Search) *ReflectionScreen {
	page := NewReflection(env, id)
	page.look, page.found = q, true
	return page
}

func reviewLit(env *Env, id int64, q journal.Search) *HeldReviewScreen {
	page := NewHeldReview(env, id)
	page.look, page.found = q, true
	return page
}

// personAt is what is known of somebody: on the page of a relationship with them, the open one where
// there is one, else among all people.
func personAt(ctx context.Context, env *Env, id int64, q journal.Search) (Screen, error) {
	person, err := env.Store.Person(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(person.Relationships) == 0 {
		page := NewPeople(env)
		page.want = personRow{person: id}
		return page, nil
	}
	rel := person.Relationships[0].ID
	for _, r := range person.Relationships {
		if r.State.Open() {
			rel = r.ID
			break
		}
	}
	return relationshipAt(env, rel, relPlace{tab: tabAbout, look: q}), nil
}
