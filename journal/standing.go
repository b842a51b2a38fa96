package journal

import "time"

// Standing is how a relationship stands besides itself: what the gentle hints of the first page are
// made of.
type Standing struct {
	RelationshipID int64
	First          Date   // of the first conversation, zero where there was none
	Last           Date   // of the last one
	Energies       []int  // after conversations that say it, newest first, at most EnergiesRead
	EnergyOn       Date   // of the conversation that the newest of Energies is from, zero where there is none
	EnergySince    Date   // of the one that the third newest is from, zero where there are fewer
	Review         Date   // the last one held, zero where there was none
	Planned        Date   // the next one planned by hand, zero for none
	Agreed         Rhythm // how often it was agreed to review, zero where it was not
	AgreedOn       Date   // the day of the agreement that stands, zero for none
}

// EnergiesRead is how many values of energy are read of a relationship: as many as a picture has.
const EnergiesRead = 8

// Balance is what went each way between two people, and how.
type Balance struct {
	Gave, Got                    int // exchanges
	Sessions                     int
	Minutes                      int   // of the conversations that say how long they were
	Timed                        int   // how many say it
	AsMentor, AsMentee, BothWays int   // conversations by the role of the day
	Split                        Split // added up over the conversations that say it, in tenths
	Splits                       int   // how many say it
	Energies                     []int // oldest first, of all conversations that say it
	Mine, Theirs                 ActionTally
	Months                       []BalanceMonth // oldest first
}

// BalanceMonth is one month of giving and receiving.
type BalanceMonth struct {
	Year  int
	Month time.Month
	Gave  int
	Got   int
}

// ActionTally counts the actions of one side.
type ActionTally struct{ Open, Done, Dropped, Carried int }

// Load is what mentoring asks of a mentor in a stretch of time.
type Load struct {
	People   int   // with whom there was a conversation as their mentor
	Sessions int   // as mentor
	Minutes  int   // of those that say how long they were
	Timed    int   // how many say it
	Energies []int // after those that say it, oldest first
	Before   bool  // it is the stretch before the one asked for, in which there was none
}
