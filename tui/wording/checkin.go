package wording

import (
	"fmt"
	"strings"

	"bothways/journal"
)

// CheckIn says how a conversation was in one line: "energy +1 · trust 4 · listened 5 asked 3
// advised 2 · confidence, skills · coaching, support". It begins with what is compared from one
// conversation to the next, so that a row too narrow for it loses the lists. It is "" for none.
func CheckIn(c journal.CheckIn) string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if c.Energy != nil {
		add("energy " + Energy(*c.Energy))
	}
	if c.Trust != 0 {
		add(fmt.Sprintf("trust %d", c.Trust))
	}
	if s := c.Split; !s.IsZero() {
		add(fmt.Sprintf("listened %d asked %d advised %d", s.Listening, s.Asking, s.Advising))
	}
	add(strings.Join(c.Needs, ", "))
	add(strings.Join(c.Interventions, ", "))
	add(strings.Join(c.Moves, ", "))
	if len(c.Relations) > 0 { // trust is a relation too, and would read as a number left out
		add("built " + strings.Join(c.Relations, ", "))
	}
	return strings.Join(parts, " · ")
}

// Energy is an energy with its sign: "−2", "0", "+1".
func Energy(n int) string {
	switch {
	case n < 0:
		return fmt.Sprintf("−%d", -n)
	case n > 0:
		return fmt.Sprintf("+%d", n)
	}
	return "0"
}
