package journal

import (
	"cmp"
	"strings"
	"time"
	"unicode/utf8"
)

// MemoryKind is what is looked back on.
type MemoryKind string

const (
	MemorySession MemoryKind = "session"
	MemoryAnswer  MemoryKind = "reflection"
)

// Memory is a conversation or an answer as looking back shows it.
type Memory struct {
	Kind           MemoryKind
	ID             int64
	UID            string
	On             Date      // the day it had where it was
	At             time.Time // in its own zone
	PersonID       int64     // 0 for an answer that is about nobody
	PersonName     string    // "" for nobody
	RelationshipID int64     // of a conversation
	Role           Role      // of a conversation
	Minutes        int       // of a conversation, 0 where unsaid
	Question       string    // of an answer, "" for free words
	Words          string    // how it begins, byte for byte
}

// PastLine is a shift or an exchange with the day it has from where it came up, and with whom that was.
type PastLine struct {
	ID         int64
	UID        string
	Direction  Direction // "" for a shift
	Text       string
	On         Date
	At         time.Time
	PersonName string // "" where it is about nobody

	// One of these says where it came from.
	SessionID, ReflectionID, ReviewID int64
	FromUID                           string // the same by its uid
}

// PastGoal is a goal that was closed, with whom it was worked toward.
type PastGoal struct {
	Goal
	PersonName string
}

// PastReview is a review that was held, and with whom.
type PastReview struct {
	Review
	PersonName string
}

// PastAgreement is a day on which something was agreed, and with whom.
type PastAgreement struct {
	ID             int64
	UID            string
	RelationshipID int64
	On             Date
	PersonName     string
}

// Meeting is the first conversation there ever was with a person.
type Meeting struct {
	PersonID   int64
	PersonUID  string
	PersonName string
	SessionID  int64
	On         Date
}

// LookBack is what some days were made of. Every list has the oldest first. Drafts, and what was
// deleted, are not in it.
type LookBack struct {
	Days       Days
	Sessions   []Memory
	Answers    []Memory
	Shifts     []PastLine
	Exchanges  []PastLine
	Actions    []ActionView // closed in these days: done, or dropped
	Goals      []PastGoal   // closed in these days: reached, or let go
	Agreements []PastAgreement
	Reviews    []PastReview // held
	Met        []Meeting
}

// IsZero reports whether nothing at all came up.
func (b LookBack) IsZero() bool {
	return len(b.Sessions)+len(b.Answers)+len(b.Shifts)+len(b.Exchanges)+len(b.Actions)+len(b.Goals)+len(b.Agreements)+len(b.Reviews) == 0
}

// Closed are the actions that ended in a state.
func (b LookBack) Closed(state ActionState) (all []ActionView) {
	for _, a := range b.Actions {
		if a.State == state {
			all = append(all, a)
		}
	}
	return all
}

// GoalsIn are the goals that ended in a state.
func (b LookBack) GoalsIn(state GoalState) (all []PastGoal) {
	for _, g := range b.Goals {
		if g.State == state {
			all = append(all, g)
		}
	}
	return all
}

// Went are the exchanges of one direction.
func (b LookBack) Went(way Direction) (all []PastLine) {
	for _, e := range b.Exchanges {
		if e.Direction == way {
			all = append(all, e)
		}
	}
	return all
}

// People is how many people there were conversations with.
func (b LookBack) People() int {
	met := map[int64]bool{}
	for _, s := range b.Sessions {
		met[s.PersonID] = true
	}
	return len(met)
}

// Minutes are those of the conversations that say how long they were; timed is how many do.
func (b LookBack) Minutes() (minutes, timed int) {
	for _, s := range b.Sessions {
		minutes += s.Minutes
		if s.Minutes > 0 {
			timed++
		}
	}
	return minutes, timed
}

// ThisDay is what was on the same day of other years, newest first.
type ThisDay struct {
	On       Date
	Week     bool // nothing was on the day itself: it is from the days around it
	Memories []Memory
	More     bool // there is more, of years further back
}

// SameDays are the days of a year, as MM-DD, that stand for the day on in the years before. What was
// on 29 February stands on the 28th where a year has no 29th.
func SameDays(on Date) []string {
	days := []string{on.String()[5:]}
	if _, leap := NewDate(on.Year, time.February, 29); on.Month == time.February && on.Day == 28 && !leap {
		days = append(days, "02-29")
	}
	return days
}

// SameWeek are the days around on in the same way: three before it, and three after.
func SameWeek(on Date) []string {
	var days []string
	for n := -3; n <= 3; n++ {
		days = append(days, SameDays(on.AddDays(n))...)
	}
	return days
}

// SharedWords is the beginning of what a text tells, on one line, for a page that others may read: without
// what was told in confidence. Where it is nothing but things, it is those. It has at most most bytes; where
// there is more it ends at a word, with an ellipsis behind it.
func SharedWords(text string, most int) string {
	text = WithoutConfided(cutBytes(text, plainLook))
	told := cmp.Or(Plain(text, LiftContext{}, most+utf8.UTFMax), strings.Join(strings.Fields(text), " "))
	if len(told) <= most {
		return told
	}
	told = cutBytes(told, most)
	if end := strings.LastIndexByte(told, ' '); end > most/2 {
		told = told[:end]
	}
	return strings.TrimRight(told, " ,;:") + "…"
}
