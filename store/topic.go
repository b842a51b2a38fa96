package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

const selectTopic = `SELECT t.id, t.uid, t.relationship_id, t.text, t.hard, t.state, ifnull(t.raised_in, 0),
	ifnull(t.session_id, 0), ifnull(t.reflection_id, 0), ifnull(t.review_id, 0), t.source, t.created_at, ifnull(s.uid, '')
	FROM topic t LEFT JOIN session s ON s.id = t.raised_in AND s.deleted_at IS NULL`

func (s *Store) scanTopic(r *sql.Rows) (v journal.TopicView, err error) {
	var created int64
	err = r.Scan(&v.ID, &v.UID, &v.RelationshipID, &v.Text, &v.Hard, &v.State, &v.RaisedIn,
		&v.SessionID, &v.ReflectionID, &v.ReviewID, &v.Source, &created, &v.RaisedInUID)
	v.CreatedAt = s.clock(created)
	return v, err
}

// Topics lists the topics of a relationship.
func (s *Store) Topics(ctx context.Context, q TopicQuery) (page []journal.TopicView, next Cursor, err error) {
	err = s.read(ctx, func(db querier) error {
		page, next, err = s.topics(ctx, db, q)
		return err
	})
	return page, next, err
}

func (s *Store) topics(ctx context.Context, db querier, q TopicQuery) ([]journal.TopicView, Cursor, error) {
	where, order, beyond := "t.state = 'waiting'", "t.created_at, t.id", ">"
	if q.Closed {
		where, order, beyond = "t.state <> 'waiting'", "t.created_at DESC, t.id DESC", "<"
	}
	args := []any{q.RelationshipID}
	if q.After != "" {
		at, id, err := q.After.readAt()
		if err != nil {
			return nil, "", err
		}
		where += " AND (t.created_at, t.id) " + beyond + " (?, ?)"
		args = append(args, at, id)
	}
	limit := limitOr(q.Limit)
	rows, err := list(ctx, db, s.scanTopic, selectTopic+" WHERE t.relationship_id = ? AND t.deleted_at IS NULL AND "+where+
		" ORDER BY "+order+" LIMIT ?", append(args, limit+1)...)
	if err != nil {
		return nil, "", err
	}
	page, next := cut(rows, limit, func(v journal.TopicView) Cursor { return cursorAt(v.CreatedAt.UnixMilli(), v.ID) })
	return page, next, nil
}

// Topic is one topic.
func (s *Store) Topic(ctx context.Context, id int64) (v journal.TopicView, err error) {
	err = s.read(ctx, func(db querier) error {
		v, err = s.topic(ctx, db, id)
		return err
	})
	return v, err
}

func (s *Store) topic(ctx context.Context, db querier, id int64) (journal.TopicView, error) {
	v, ok, err := first(ctx, db, s.scanTopic, selectTopic+" WHERE t.id = ? AND t.deleted_at IS NULL", id)
	if err == nil && !ok {
		err = notFound("topic")
	}
	return v, err
}

// AddTopic adds something to raise by hand.
func (s *Store) AddTopic(ctx context.Context, topic journal.Topic) (added journal.Topic, err error) {
	if topic.State == "" {
		topic.State = journal.TopicWaiting
	}
	if err := topic.Validate(); err != nil {
		return topic, err
	}
	err = s.step(ctx, journal.StepTopicAdded, "", topic.Text, func(t *tx) error {
		r, err := s.relationship(t.ctx, t.Tx, topic.RelationshipID)
		if err != nil {
			return err
		}
		t.name = r.PersonName
		id, err := t.insert(tableTopic, topicRow(topic))
		if err != nil {
			return err
		}
		v, err := s.topic(t.ctx, t.Tx, id)
		added = v.Topic
		return err
	})
	return added, err
}

func topicRow(t journal.Topic) row {
	return row{
		"uid": t.UID, "relationship_id": t.RelationshipID, "session_id": orNull(t.SessionID),
		"reflection_id": orNull(t.ReflectionID), "review_id": orNull(t.ReviewID), "text": t.Text, "hard": flag(t.Hard),
		"state": string(t.State), "raised_in": orNull(t.RaisedIn), "source": t.Source,
	}
}

// changeTopic runs one step on a topic that is there.
func (s *Store) changeTopic(ctx context.Context, id int64, what journal.StepKind, do func(*tx, journal.Topic) error) error {
	return s.step(ctx, what, "", "", func(t *tx) error {
		v, err := s.topic(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		r, err := s.relationship(t.ctx, t.Tx, v.RelationshipID)
		if err != nil {
			return err
		}
		t.name, t.text = r.PersonName, v.Text
		return do(t, v.Topic)
	})
}

// EditTopic sets a topic's words and whether it is hard to ask.
func (s *Store) EditTopic(ctx context.Context, id int64, text string, hard bool) error {
	return s.changeTopic(ctx, id, journal.StepTopicEdited, func(t *tx, topic journal.Topic) error {
		topic.Text, topic.Hard = text, hard
		if err := topic.Validate(); err != nil {
			return err
		}
		t.text = text
		return t.update(tableTopic, id, row{"text": text, "hard": flag(hard)})
	})
}

// SetTopicState says what became of a topic. sessionID is the conversation it was raised in, 0
// where that is not known.
func (s *Store) SetTopicState(ctx context.Context, id int64, st journal.TopicState, sessionID int64) error {
	what := journal.StepTopicReopened
	switch st {
	case journal.TopicRaised:
		what = journal.StepTopicRaised
	case journal.TopicDropped:
		what = journal.StepTopicDropped
	}
	return s.changeTopic(ctx, id, what, func(t *tx, topic journal.Topic) error {
		topic.State = st
		if err := topic.Validate(); err != nil {
			return err
		}
		if st != journal.TopicRaised {
			sessionID = 0
		}
		if sessionID != 0 {
			if err := t.live(tableSession, sessionID, "conversation"); err != nil {
				return err
			}
		}
		return t.update(tableTopic, id, row{"state": string(st), "raised_in": orNull(sessionID)})
	})
}

// DeleteTopic hides a topic. The line of the note it lifted from stays and makes no new one.
func (s *Store) DeleteTopic(ctx context.Context, id int64) error {
	return s.changeTopic(ctx, id, journal.StepTopicDeleted, func(t *tx, _ journal.Topic) error {
		return t.delete(tableTopic, id)
	})
}
