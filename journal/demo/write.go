package demo

import "bothways/journal"

// Write writes the journal of the plan to a Sink: first what is told by hand, whose ids begin at 1,
// then what is older from its first day on. What it holds in memory does not grow
// with the plan.
func Write(p Plan, to Sink) error {
	if err := p.validate(); err != nil {
		return err
	}
	story, err := readStory(storyFiles)
	if err != nil {
		return err
	}
	built, err := readBuiltIn()
	if err != nil {
		return err
	}
	told, err := story.tell(p.Until, p.toldDays(story), built)
	if err != nil {
		return err
	}
	size, err := p.older(told)
	if err != nil {
		return err
	}
	if err := told.write(to); err != nil {
		return err
	}
	if size.sessions == 0 {
		return nil
	}
	pool, err := readPool(growthFiles, built)
	if err != nil {
		return err
	}
	return newGrowth(p, size, told, pool).write(to)
}

// ids are the last ids given out, of each kind of thing.
type ids struct {
	person, relationship, session, action, exchange, shift, topic, reflection int64
	agreement, goal, goalNote, review, advice                                 int64
}

// lifted sorts what lifted from a conversation's note into it, with ids, uids and the times set.
// Actions are open and topics waiting, unless the note itself says done; what became of them is for
// the caller. The topics are appended to topics.
func (c *Conversation) lifted(things []journal.Lifted, n *ids, u uids, topics []journal.Topic) []journal.Topic {
	s := &c.Session
	c.Actions, c.Exchanges, c.Shifts = c.Actions[:0], c.Exchanges[:0], c.Shifts[:0]
	for _, thing := range things {
		switch thing.Kind {
		case journal.LiftAction:
			n.action++
			a := journal.Action{
				ID: n.action, UID: u.at(s.CreatedAt), PersonID: c.PersonID, RelationshipID: s.RelationshipID, SessionID: s.ID,
				Source: thing.Source, Text: thing.Text, Owner: thing.Owner, Due: thing.Due, State: journal.ActionOpen, CreatedAt: s.CreatedAt,
			}
			if thing.Done {
				a.State, a.ClosedAt = journal.ActionDone, s.CreatedAt
			}
			c.Actions = append(c.Actions, a)
		case journal.LiftExchange:
			n.exchange++
			c.Exchanges = append(c.Exchanges, journal.Exchange{
				ID: n.exchange, UID: u.at(s.CreatedAt), SessionID: s.ID,
				Direction: thing.Direction, Text: thing.Text, Source: thing.Source, CreatedAt: s.CreatedAt,
			})
		case journal.LiftShift:
			n.shift++
			c.Shifts = append(c.Shifts, journal.Shift{
				ID: n.shift, UID: u.at(s.CreatedAt), SessionID: s.ID,
				Text: thing.Text, Source: thing.Source, CreatedAt: s.CreatedAt,
			})
		case journal.LiftTopic:
			n.topic++
			topics = append(topics, journal.Topic{
				ID: n.topic, UID: u.at(s.CreatedAt), RelationshipID: s.RelationshipID, SessionID: s.ID,
				Text: thing.Text, Hard: thing.Hard, State: journal.TopicWaiting, Source: thing.Source, CreatedAt: s.CreatedAt,
			})
		}
	}
	return topics
}
