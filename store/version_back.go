package store

import (
	"context"

	"bothways/journal"
)

// BringBack makes a version of a text the present one, as typing it would: lines lift again, it is
// one step, and what is the text until then becomes a version of it. told are sentences on what that
// did to things that had lifted.
func (s *Store) BringBack(ctx context.Context, of journal.TextOf, v Version) (told []string, err error) {
	kept, err := s.versionKept(ctx, of, v)
	if err != nil {
		return nil, err
	}
	text, err := wordsIn(of.Kind, kept)
	if err != nil {
		return nil, err
	}
	var id int64
	if err := s.read(ctx, func(q querier) (err error) { _, _, id, err = findText(ctx, q, of); return err }); err != nil {
		return nil, err
	}
	switch of.Kind {
	case journal.TextNote, journal.TextAnswer, journal.TextReview:
		came, err := s.keepAgain(ctx, of.Kind, id, text)
		for _, n := range came.Notices {
			told = append(told, n.Text)
		}
		return told, err
	case journal.TextPurpose, journal.TextAskedHow, journal.TextThanks, journal.TextSetting:
		return nil, s.setRelationshipText(ctx, id, of.Kind, text)
	case journal.TextFocus:
		return nil, s.setFocus(ctx, id, kept)
	case journal.TextPastThanks:
		return nil, s.setPastThanks(ctx, id, text)
	case journal.TextPersonNotes, journal.TextHowKnown, journal.TextCommonGround, journal.TextCoreValues, journal.TextContact, journal.TextName:
		return nil, s.setPersonText(ctx, id, of.Kind, text)
	case journal.TextWhy, journal.TextCommon, journal.TextWatch:
		return nil, s.setMatchText(ctx, id, of.Kind, text)
	case journal.TextQuestion, journal.TextSetTitle, journal.TextSetAbout:
		return nil, s.setQuestionText(ctx, of.UID, of.Kind, text)
	}
	if line := of.Kind.CheckLine(); line != "" {
		return nil, s.setCheckWord(ctx, id, line, kept)
	}
	if tbl, _ := textColumn(of.Kind); tbl == tableAgreement {
		return nil, s.setAgreementText(ctx, id, of.Kind, text)
	}
	return nil, s.setLineText(ctx, id, of.Kind, text)
}

// keepAgain keeps words that lift. They started from what is there.
func (s *Store) keepAgain(ctx context.Context, kind journal.TextKind, id int64, text string) (journal.Came, error) {
	switch kind {
	case journal.TextNote:
		kept, err := s.KeepNote(ctx, journal.Note{SessionID: id, Text: text})
		return kept.Came, err
	case journal.TextAnswer:
		kept, err := s.KeepAnswer(ctx, journal.Draft{ReflectionID: id, Text: text})
		return kept.Came, err
	}
	now, err := s.Review(ctx, id)
	if err != nil {
		return journal.Came{}, err
	}
	kept, err := s.KeepReview(ctx, journal.Draft{ReviewID: id, RelationshipID: now.RelationshipID, Text: text}, now.Decision)
	return kept.Came, err
}

// setLineText sets the text of what is a line or two.
func (s *Store) setLineText(ctx context.Context, id int64, kind journal.TextKind, text string) error {
	switch kind {
	case journal.TextPrivate:
		v, err := s.Session(ctx, id)
		if err != nil {
			return err
		}
		return s.ChangeSession(ctx, id, SessionChange{At: v.At, Minutes: v.Minutes, Medium: v.Medium, Role: v.Role, Private: text, CheckIn: v.CheckIn})
	case journal.TextGoal:
		g, err := s.Goal(ctx, id)
		if err != nil {
			return err
		}
		g.Text = text
		return s.ChangeGoal(ctx, g)
	case journal.TextGoalTag:
		g, err := s.Goal(ctx, id)
		if err != nil {
			return err
		}
		g.Tag, g.Kind = text, journal.GoalKindOf(text, g.Kind)
		return s.ChangeGoal(ctx, g)
	case journal.TextGoalNote:
		return s.ChangeGoalNote(ctx, journal.GoalNote{ID: id, Text: text})
	case journal.TextTopic:
		t, err := s.Topic(ctx, id)
		if err != nil {
			return err
		}
		return s.EditTopic(ctx, id, text, t.Hard)
	case journal.TextAction:
		a, err := s.Action(ctx, id)
		if err != nil {
			return err
		}
		return s.EditAction(ctx, id, text, a.Owner, a.Due)
	case journal.TextOutcome:
		a, err := s.Action(ctx, id)
		if err != nil {
			return err
		}
		if a.State == journal.ActionOpen {
			return journal.Errorf(journal.CodeConflict, "This action is open, and how it went is said of one that is closed; nothing was changed.")
		}
		return s.CloseAction(ctx, id, a.State, text)
	case journal.TextAdvice:
		return s.setAdviceText(ctx, id, text)
	}
	return journal.Errorf(journal.CodeInvalid, "This text cannot be brought back by itself; nothing was changed.")
}

func (s *Store) setAdviceText(ctx context.Context, id int64, text string) error {
	var a journal.Advice
	err := s.read(ctx, func(q querier) (err error) { a, err = oneAdvice(ctx, q, id); return err })
	if err != nil {
		return err
	}
	a.Outcome = text
	return s.ChangeAdvice(ctx, a)
}

func (s *Store) setRelationshipText(ctx context.Context, id int64, kind journal.TextKind, text string) error {
	r, err := s.Relationship(ctx, id)
	if err != nil {
		return err
	}
	switch kind {
	case journal.TextPurpose:
		r.Purpose = text
	case journal.TextAskedHow:
		r.AskedHow = text
	case journal.TextThanks:
		r.Thanks = text
	case journal.TextSetting:
		r.Setting = text
	}
	return s.ChangeRelationship(ctx, r.Relationship)
}

func (s *Store) setPersonText(ctx context.Context, id int64, kind journal.TextKind, text string) error {
	p, err := s.Person(ctx, id)
	if err != nil {
		return err
	}
	switch kind {
	case journal.TextPersonNotes:
		p.Notes = text
	case journal.TextHowKnown:
		p.HowKnown = text
	case journal.TextCommonGround:
		p.CommonGround = text
	case journal.TextCoreValues:
		p.CoreValues = text
	case journal.TextContact:
		p.Contact = text
	case journal.TextName:
		p.Name = text
	}
	return s.ChangePerson(ctx, p.Person)
}

// setMatchText sets a text of the match whose row has that id.
func (s *Store) setMatchText(ctx context.Context, row int64, kind journal.TextKind, text string) error {
	return s.changeMatchOf(ctx, row, func(m *journal.Match) {
		switch kind {
		case journal.TextWhy:
			m.Why = text
		case journal.TextCommon:
			m.Common = text
		case journal.TextWatch:
			m.Watch = text
		}
	})
}

// changeMatchOf changes the match whose row has that id.
func (s *Store) changeMatchOf(ctx context.Context, row int64, change func(*journal.Match)) error {
	var rel int64
	err := s.read(ctx, func(q querier) (err error) {
		rel, _, err = first(ctx, q, scanID, "SELECT relationship_id FROM pairing WHERE id = ?", row)
		return err
	})
	if err != nil {
		return err
	}
	m, err := s.Match(ctx, rel)
	if err != nil {
		return err
	}
	change(&m)
	return s.SetMatch(ctx, m)
}

// setAgreementText sets a part of one version of an agreement.
func (s *Store) setAgreementText(ctx context.Context, id int64, kind journal.TextKind, text string) error {
	var a journal.Agreement
	err := s.read(ctx, func(q querier) (err error) { a, err = s.agreement(ctx, q, id); return err })
	if err != nil {
		return err
	}
	switch kind {
	case journal.TextExpectMine:
		a.ExpectMine = text
	case journal.TextExpectTheirs:
		a.ExpectTheirs = text
	case journal.TextConfidence:
		a.Confidence = text
	case journal.TextBoundaries:
		a.Boundaries = text
	case journal.TextFeedback:
		a.Feedback = text
	case journal.TextOften:
		a.Often = text
	case journal.TextAgreementEnding:
		a.Ending = text
	}
	_, err = s.KeepAgreement(ctx, a)
	return err
}

// setQuestionText sets the words of an own question, or the title or the sentence of an own set.
func (s *Store) setQuestionText(ctx context.Context, id string, kind journal.TextKind, text string) error {
	q, err := s.Questions(ctx)
	if err != nil {
		return err
	}
	if kind == journal.TextQuestion {
		p, ok := q.Prompt(id)
		if !ok {
			return notFound("question")
		}
		p.Text = text
		return s.ChangePrompt(ctx, p)
	}
	for _, set := range q.Sets {
		if set.ID != id {
			continue
		}
		if kind == journal.TextSetTitle {
			set.Title = text
		} else {
			set.About = text
		}
		return s.ChangeSet(ctx, set)
	}
	return notFound("set")
}
