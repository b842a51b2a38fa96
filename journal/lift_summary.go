package journal

import (
	"strconv"
	"strings"
)

// maxSaidActions is how many actions a summary says the owner and date of.
const maxSaidActions = 3

// Summary says what lifted from a note in the one line that stands below it: "2 actions: you
// Fri 27 Nov, Priya Tue 1 Dec · 1 shift · 1 received". It is "" where nothing did.
func Summary(things []Lifted, ctx LiftContext) string {
	var actions []Lifted
	var shifts, got, gave, topics, private int
	for _, t := range things {
		switch t.Kind {
		case LiftAction:
			actions = append(actions, t)
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
	if len(actions) > 0 {
		parts = append(parts, sayActions(actions, ctx))
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

// sayActions is "2 actions: you Fri 27 Nov, Priya (done)".
func sayActions(actions []Lifted, ctx LiftContext) string {
	said := actions[:min(len(actions), maxSaidActions)]
	words := make([]string, 0, len(said))
	for _, a := range said {
		who := "you"
		if a.Owner == OwnerThem {
			if who = firstName(ctx.Person); who == "" {
				who = "them"
			}
		}
		if a.Done {
			who += " (done)"
		} else if !a.Due.IsZero() {
			who += " " + EchoDate(a.Due, ctx.On)
		}
		words = append(words, who)
	}
	s := "1 action: "
	if len(actions) > 1 {
		s = strconv.Itoa(len(actions)) + " actions: "
	}
	s += strings.Join(words, ", ")
	if more := len(actions) - len(said); more > 0 {
		s += " and " + strconv.Itoa(more) + " more"
	}
	return s
}
