package journal

import (
	"slices"
	"time"
)

// Details is what is around the words of a conversation.
type Details struct {
	At      time.Time
	Minutes int    // 0 where unsaid
	Medium  Medium // "" where unsaid
	Role    Role
	CheckIn CheckIn
}

// Details is what is around the words.
func (v SessionView) Details() Details {
	return Details{At: v.At, Minutes: v.Minutes, Medium: v.Medium, Role: v.Role, CheckIn: v.CheckIn}
}

// Change is d with what was changed from was to to, and nothing else: others may have changed the
// rest meanwhile. A zero time or role in to says nothing.
func (d Details) Change(was, to Details) Details {
	if !to.At.IsZero() && !to.At.Equal(was.At) {
		d.At = to.At
	}
	if to.Minutes != was.Minutes {
		d.Minutes = to.Minutes
	}
	if to.Medium != was.Medium {
		d.Medium = to.Medium
	}
	if to.Role != "" && to.Role != was.Role {
		d.Role = to.Role
	}
	d.CheckIn = d.CheckIn.Change(was.CheckIn, to.CheckIn)
	return d
}

// Change is c with the parts that differ between was and to as to has them.
func (c CheckIn) Change(was, to CheckIn) CheckIn {
	if (to.Energy == nil) != (was.Energy == nil) || to.Energy != nil && *to.Energy != *was.Energy {
		c.Energy = to.Energy
	}
	if to.Trust != was.Trust {
		c.Trust = to.Trust
	}
	if to.Split != was.Split {
		c.Split = to.Split
	}
	for _, part := range []struct {
		into    *[]string
		was, to []string
	}{
		{&c.Needs, was.Needs, to.Needs}, {&c.Interventions, was.Interventions, to.Interventions},
		{&c.Moves, was.Moves, to.Moves}, {&c.Relations, was.Relations, to.Relations},
	} {
		if !slices.Equal(part.was, part.to) {
			*part.into = part.to
		}
	}
	return c
}
