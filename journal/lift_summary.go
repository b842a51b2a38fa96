package journal

import (
	"iter"
	"strconv"
	"strings"
)

// maxSaidActions is how many actions a summary says the owner and date of.
const maxSaidActions = 3

// Summary says what lifted from a note in the one line that stands below it: "2 actions: you
// Fri 27 Nov, Priya Tue 1 Dec · 1 shift · 1 received". It is "" where nothing did.
func Summary(things []Lifted, ctx LiftContext) string {
	return SummaryOf(func(yield func(*Lifted) bool) {
		for i := range things {
			if !yield(&things[i]) {
				return
			}
		}
	}, ctx, EchoDate)
}

// SummaryOf is Summary of things that are not in a list, with dates said as echo says them on the day on.
// It keeps none of them.
func SummaryOf(things iter.Seq[*Lifted], ctx LiftContext, echo func(d, on Date) string) string {
	var said []string // of the first actions
	var actions, shifts, got, gave, topics, private int
	for t := range things {
		switch t.Kind {
		case LiftAction:
			if actions++; actions <= maxSaidActions {
				said = append(said, sayAction(t, ctx, echo))
			}
		case LiftShift:
			shifts++
		case LiftExchange:
			if t.Direction == Got {
				got++
			} else {
				gave++
			}
		case LiftTopic:
			topics++
		case LiftPrivate:
			private++
		}
	}
	var parts []string
	if actions > 0 {
		parts = append(parts, sayActions(actions, said))
	}
	say := func(n int, one, many string) {
		if n == 1 {
			parts = append(parts, "1 "+one)
		} else if n > 1 {
			parts = append(parts, strconv.Itoa(n)+" "+many)
		}
	}
	say(shifts, "shift", "shifts")
	say(got, "received", "received")
	say(gave, "given", "given")
	say(topics, "to raise", "to raise")
	say(private, "private", "private")
	return strings.Join(parts, " · ")
}

// sayAction is "you Fri 27 Nov" or "Priya (done)".
func sayAction(a *Lifted, ctx LiftContext, echo func(d, on Date) string) string {
	who := "you"
	if a.Owner == OwnerThem {
		if who = firstName(ctx.Person); who == "" {
			who = "them"
		}
	}
	if a.Done {
		return who + " (done)"
	}
	if !a.Due.IsZero() {
		return who + " " + echo(a.Due, ctx.On)
	}
	return who
}

// sayActions is "2 actions: you Fri 27 Nov, Priya (done)", of n actions with what is said of the first.
func sayActions(n int, said []string) string {
	s := "1 action: "
	if n > 1 {
		s = strconv.Itoa(n) + " actions: "
	}
	s += strings.Join(said, ", ")
	if more := n - len(said); more > 0 {
		s += " and " + strconv.Itoa(more) + " more"
	}
	return s
}
