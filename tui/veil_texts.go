package tui

import (
	"slices"
	"strings"

	"bothways/journal"
)

// Texts as they are shown in discreet mode. Each is a copy: what is kept, and what is typed on, stays
// as it is.

func veiledSession(v journal.Veil, s journal.SessionView) journal.SessionView {
	s.Note, s.Private = v.Words(s.Note), v.Private(s.Private)
	s.Actions, s.Exchanges = veiledActions(v, s.Actions), veiledExchanges(v, s.Exchanges)
	s.Shifts = eachVeiled(s.Shifts, func(shift *string) { *shift = v.Words(*shift) })
	return s
}

func veiledActions(v journal.Veil, all []journal.Action) []journal.Action {
	return eachVeiled(all, func(a *journal.Action) { a.Text, a.Outcome = v.Words(a.Text), v.Words(a.Outcome) })
}

func veiledExchanges(v journal.Veil, all []journal.Exchange) []journal.Exchange {
	return eachVeiled(all, func(e *journal.Exchange) { e.Text = v.Words(e.Text) })
}

func veiledTopics(v journal.Veil, all []journal.Topic) []journal.Topic {
	return eachVeiled(all, func(t *journal.Topic) { t.Text = v.Words(t.Text) })
}

func veiledCame(v journal.Veil, c journal.Came) journal.Came {
	c.Actions, c.Exchanges, c.Topics = veiledActions(v, c.Actions), veiledExchanges(v, c.Exchanges), veiledTopics(v, c.Topics)
	c.Shifts = eachVeiled(c.Shifts, func(s *journal.Shift) { s.Text = v.Words(s.Text) })
	return c
}

// eachVeiled is a list of copies, each with something hidden.
func eachVeiled[T any](all []T, hide func(*T)) []T {
	all = slices.Clone(all)
	for i := range all {
		hide(&all[i])
	}
	return all
}

func veiledAnswer(v journal.Veil, r journal.ReflectionView) journal.ReflectionView {
	r.Text, r.Question = v.Words(r.Text), v.Words(r.Question)
	r.Actions, r.Exchanges, r.Topics = veiledActions(v, r.Actions), veiledExchanges(v, r.Exchanges), veiledTopics(v, r.Topics)
	r.Shifts = eachVeiled(r.Shifts, func(shift *string) { *shift = v.Words(*shift) })
	return r
}

func veiledReview(v journal.Veil, r journal.Review) journal.Review {
	r.Text = v.Words(r.Text)
	return r
}

// veiledPerson is somebody without the way to reach them.
func veiledPerson(v journal.Veil, p journal.PersonSummary) journal.PersonSummary {
	p.Contact, p.Notes = v.Private(p.Contact), v.Words(p.Notes)
	p.HowKnown, p.CommonGround, p.CoreValues = v.Words(p.HowKnown), v.Words(p.CommonGround), v.Words(p.CoreValues)
	return p
}

// veiledRelationship is what there is between us, nil for nothing.
func veiledRelationship(v journal.Veil, r *journal.RelationshipSummary) *journal.RelationshipSummary {
	if r == nil || !v.On() {
		return r
	}
	hidden := *r
	hidden.Purpose, hidden.Setting = v.Words(r.Purpose), v.Words(r.Setting)
	hidden.Focus = eachVeiled(r.Focus, func(f *string) { *f = v.Words(*f) })
	return &hidden
}

// veiledText is one text of a thing, as it is or was.
func veiledText(v journal.Veil, of journal.TextOf, text string) string {
	switch of.Kind {
	case journal.TextPrivate, journal.TextContact:
		return v.Private(text)
	}
	return v.Words(text)
}

// veiledPart is a text of a deleted thing, whose title ends with what it is called.
func veiledPart(v journal.Veil, part journal.Part) string {
	for _, kind := range []journal.TextKind{journal.TextPrivate, journal.TextContact} {
		if strings.HasSuffix(part.Title, string(kind)) {
			return v.Private(part.Text)
		}
	}
	return v.Words(part.Text)
}
