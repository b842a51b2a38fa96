package tui

import (
	"strings"

	"bothways/journal"
)

// Texts as they are shown in discreet mode. Each is a copy: what is kept, and what is typed on, stays
// as it is.

func veiledSession(v journal.Veil, s journal.SessionView) journal.SessionView {
	s.Note, s.Private = v.Words(s.Note), v.Private(s.Private)
	return s
}

func veiledAnswer(v journal.Veil, r journal.ReflectionView) journal.ReflectionView {
	r.Text = v.Words(r.Text)
	return r
}

func veiledReview(v journal.Veil, r journal.Review) journal.Review {
	r.Text = v.Words(r.Text)
	return r
}

// veiledPerson is somebody without the way to reach them.
func veiledPerson(v journal.Veil, p journal.PersonSummary) journal.PersonSummary {
	p.Contact, p.Notes = v.Private(p.Contact), v.Words(p.Notes)
	return p
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
