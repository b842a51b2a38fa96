package wording

import (
	"strings"

	"bothways/journal"
)

// LookBack is what some days were made of, in one line: "5 conversations with 4 people, 3 h 15 · 2 shifts".
func LookBack(b journal.LookBack) string {
	var parts []string
	say := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, Counted(n, one, many))
		}
	}
	if n := len(b.Sessions); n > 0 {
		said := Counted(n, "conversation", "conversations") + " with " + Counted(b.People(), "person", "people")
		if minutes, timed := b.Minutes(); timed > 0 {
			said += ", " + Hours(minutes)
		}
		parts = append(parts, said)
	}
	say(len(b.Shifts), "shift", "shifts")
	say(len(b.Closed(journal.ActionDone)), "action done", "actions done")
	say(len(b.GoalsIn(journal.GoalReached)), "goal reached", "goals reached")
	say(len(b.Answers), "answer", "answers")
	say(len(b.Went(journal.Gave)), "given", "given")
	say(len(b.Went(journal.Got)), "received", "received")
	if len(parts) == 0 { // else the line would be empty above what there is
		say(len(b.Closed(journal.ActionDropped)), "action let go", "actions let go")
		say(len(b.GoalsIn(journal.GoalLetGo)), "goal let go", "goals let go")
		say(len(b.Agreements), "agreement", "agreements")
		say(len(b.Reviews), "review", "reviews")
	}
	return strings.Join(parts, " · ")
}
