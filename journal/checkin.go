package journal

import "slices"

// CheckIn is what a person notes of how a conversation was, besides its words. Every part is
// optional; the zero CheckIn is none.
//
// Sources: energy is from "Mentoring for all", trust and the needs, interventions, moves and
// relations are from "What is mentoring?" (Anthea; the table is Morton-Cooper and Palmer's,
// 2000: 44), the split is from "Mentoring for all".
type CheckIn struct {
	Energy *int  // -2 to +2 after the conversation, nil where unsaid
	Trust  int   // 1 to 5, 0 where unsaid
	Split  Split // of my side of the conversation

	Needs         []string // met, of Needs
	Interventions []string // used, of Interventions
	Moves         []string // made, of Moves
	Relations     []string // built, of Relations
}

// The ranges of a check-in.
const (
	MinEnergy, MaxEnergy = -2, 2
	MinTrust, MaxTrust   = 1, 5
	SplitWhole           = 10
)

// Needs are what a conversation can meet: the five of the table, and skills.
func Needs() []string {
	return []string{"self-development", "confidence", "creativity", "potential", "risk taking", "skills"}
}

// Interventions are the nine of the table.
func Interventions() []string {
	return []string{"teaching", "coaching", "role modelling", "counselling", "support", "advice", "sponsorship", "guidance", "resources"}
}

// Moves are what a mentor can do on the spot.
func Moves() []string {
	return []string{"showed how", "did it together", "informed", "introduced", "listened", "coached", "encouraged", "advocated"}
}

// Relations are what a conversation can build: the five of the table.
func Relations() []string {
	return []string{"interpersonal", "social", "networking", "sharing", "trust"}
}

// IsZero reports whether nothing at all is said.
func (c CheckIn) IsZero() bool {
	return c.Energy == nil && c.Trust == 0 && c.Split.IsZero() &&
		len(c.Needs) == 0 && len(c.Interventions) == 0 && len(c.Moves) == 0 && len(c.Relations) == 0
}

// Equal reports whether two check-ins say the same.
func (c CheckIn) Equal(d CheckIn) bool {
	if (c.Energy == nil) != (d.Energy == nil) || c.Energy != nil && *c.Energy != *d.Energy {
		return false
	}
	return c.Trust == d.Trust && c.Split == d.Split && slices.Equal(c.Needs, d.Needs) && slices.Equal(c.Interventions, d.Interventions) &&
		slices.Equal(c.Moves, d.Moves) && slices.Equal(c.Relations, d.Relations)
}

// Validate checks the ranges, that a split is whole, and that every word is a known one.
func (c CheckIn) Validate() error {
	s := c.Split
	switch {
	case c.Energy != nil && (*c.Energy < MinEnergy || *c.Energy > MaxEnergy):
		return Errorf(CodeInvalid, "Energy goes from -2 to +2.")
	case c.Trust != 0 && (c.Trust < MinTrust || c.Trust > MaxTrust):
		return Errorf(CodeInvalid, "Trust goes from 1 to 5.")
	case !s.IsZero() && (s.Listening < 0 || s.Asking < 0 || s.Advising < 0 || s.Listening+s.Asking+s.Advising != SplitWhole):
		return Errorf(CodeInvalid, "Listening, asking and advising share ten between them.")
	}
	for _, group := range []struct{ said, known []string }{
		{c.Needs, Needs()}, {c.Interventions, Interventions()}, {c.Moves, Moves()}, {c.Relations, Relations()},
	} {
		for _, word := range group.said {
			if !slices.Contains(group.known, word) {
				return Errorf(CodeInvalid, "%q is not a word of the check-in.", word)
			}
		}
	}
	return nil
}
