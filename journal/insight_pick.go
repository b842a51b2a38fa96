package journal

// PickOf is what a part of a picture is made of.
type PickOf string

// What parts of pictures are made of.
const (
	PickSessions      PickOf = "conversations"
	PickActions       PickOf = "actions"
	PickExchanges     PickOf = "exchanges"
	PickRelationships PickOf = "people"
)

// Pick is a part of a picture: what it was counted from. The zero value of a field asks for all.
type Pick struct {
	Of PickOf
	Days

	RelationshipID int64

	// Of conversations.
	Role         Role   // of the day
	Intervention string // one of Interventions
	SaysSplit    bool
	SaysEnergy   bool

	// Of actions.
	Owner   Owner
	State   ActionState
	Carried bool // only those carried over at least once

	// Of exchanges.
	Direction Direction

	// Of relationships: their ids.
	Relationships []int64
}

// PickedExchange is an exchange with the name of whom it was with, "" where it was with nobody.
type PickedExchange struct {
	ExchangeView
	PersonName string
}
