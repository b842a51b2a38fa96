package demo

import "bothways/journal"

// Sink takes what is written, one thing at a time. A thing comes after everything it names, so
// that a store may check its references as it goes. An error ends the writing and is returned.
type Sink interface {
	Person(journal.Person) error
	Relationship(journal.Relationship) error
	Conversation(Conversation) error
	// Topic comes after the conversation it was raised in, and so, where it was raised at all,
	// some time after the one it came from.
	Topic(journal.Topic) error
	Reflection(journal.Reflection) error

	// The rest is what a relationship has besides its conversations, each after the relationship.
	Match(journal.Match) error
	Agreement(journal.Agreement) error
	// Goal comes with all its notes, newest first, after the conversations they are from.
	Goal(journal.Goal) error
	Review(journal.Review) error
	// Advice comes after the exchange it is made of and the relationship it was passed on in.
	Advice(journal.Advice) error
}

// Conversation is a session with what lifted from its note, in the order of the note's lines. Its
// slices are used again for the next one: a Sink that keeps them copies them.
type Conversation struct {
	Session    journal.Session
	CheckIn    journal.CheckIn // of its own, never used again
	PersonID   int64
	PersonName string
	Actions    []journal.Action
	Exchanges  []journal.Exchange
	Shifts     []journal.Shift
}

// View is the conversation as a store takes it, without its shifts, which it takes apart.
func (c Conversation) View() journal.SessionView {
	return journal.SessionView{
		Session: c.Session, PersonID: c.PersonID, PersonName: c.PersonName, Exchanges: c.Exchanges, Actions: c.Actions, CheckIn: c.CheckIn,
	}
}
