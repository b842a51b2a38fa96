package journal

// Ending is how a relationship ends. Source: "Mentoring for all" on changing what no longer gives
// energy; "What is mentoring?" (Anthea) on how formal mentoring finishes.
type Ending struct {
	On      Date
	Thanks  string // "" for none
	Actions LeftActions
}

// PastEnding is an ending after which a relationship began again.
type PastEnding struct {
	ID     int64
	On     Date // the day it ended, zero where that is not known
	Again  Date // the day it began again
	Thanks string
}

// Validate checks the rules of a past ending: it is not after the day it began again.
func (e PastEnding) Validate() error {
	if e.On.After(e.Again) {
		return Errorf(CodeInvalid, "It began again on %s, so it cannot have ended on %s; nothing was changed.", e.Again, e.On)
	}
	return nil
}

// LeftActions is what becomes of the actions that are still open.
type LeftActions string

const (
	LeaveActions LeftActions = "leave" // they stay open
	DropActions  LeftActions = "drop"
)

// Validate checks the rules of an ending: a day, and a known answer on the open actions. "" is one
// where nobody asked: they stay open.
func (e Ending) Validate() error {
	switch {
	case e.On.IsZero():
		return Errorf(CodeInvalid, "An ending needs a day.")
	case e.Actions != "" && e.Actions != LeaveActions && e.Actions != DropActions:
		return Errorf(CodeInvalid, "%q is not what becomes of open actions; use leave or drop.", e.Actions)
	}
	return nil
}

// CheckEnding checks a day a relationship is said to end on: it has been or is today, and it is not
// before the relationship began or last went on again. A beginning that is still to come says nothing of that.
func (r Relationship) CheckEnding(on, today Date) error {
	switch {
	case on.IsZero():
		return Errorf(CodeInvalid, "An ending needs a day.")
	case on.After(today):
		return Errorf(CodeInvalid, "%s is still to come, and an ending is of a day that has been; nothing was changed.", on)
	case !r.From.After(today) && on.Before(r.From):
		return Errorf(CodeInvalid, "It began on %s, so it cannot have ended on %s; nothing was changed.", r.From, on)
	case on.Before(r.ResumedOn):
		return Errorf(CodeInvalid, "It went on again on %s, so it cannot have ended on %s; nothing was changed.", r.ResumedOn, on)
	}
	return nil
}

// Unsettled is what is still open between two people. It is shown before an ending and stands in
// nobody's way: all of it may be left as it is.
type Unsettled struct {
	Mine, Theirs []ActionView
	Goals        []Goal
	Topics       []TopicView // that still wait to be raised
}

// LeftToSettle are the open ones of a relationship's actions, goals and topics, in their order.
func LeftToSettle(actions []ActionView, goals []Goal, topics []TopicView) Unsettled {
	var u Unsettled
	for _, a := range actions {
		switch {
		case a.State != ActionOpen:
		case a.Owner == OwnerMe:
			u.Mine = append(u.Mine, a)
		default:
			u.Theirs = append(u.Theirs, a)
		}
	}
	for _, g := range goals {
		if g.State == GoalOpen {
			u.Goals = append(u.Goals, g)
		}
	}
	for _, t := range topics {
		if t.State == TopicWaiting {
			u.Topics = append(u.Topics, t)
		}
	}
	return u
}

// Actions is how many actions of both sides are open.
func (u Unsettled) Actions() int { return len(u.Mine) + len(u.Theirs) }

// IsZero reports whether nothing is left to settle.
func (u Unsettled) IsZero() bool {
	return u.Actions() == 0 && len(u.Goals) == 0 && len(u.Topics) == 0
}
