//go:build unix

package e2e

import (
	"slices"
	"strings"
	"testing"
)

// on is the home on another morning.
func (h *home) on(day string) *home { return h.With("BOTHWAYS_NOW=" + day + "T09:00:00Z") }

// considers adds somebody as one to consider; role is how often the right arrow is pressed on it.
func (p *person) considers(name string, role int) *person {
	p.t.Helper()
	p.Sees("bothways").Press("P").Sees("People").Press("+").Sees("Someone new").Types(name).Press("tab")
	for range role {
		p.Press("right")
	}
	return p.Press("tab", "tab", "tab", "right").Sees("[one to consider]").Press("ctrl+s").Sees("is here now.").
		Press("enter").Sees(name, "considering", "[timeline]")
}

// relationship goes from the first page to that with the one person there is.
func (p *person) relationship(name string) *person {
	p.t.Helper()
	return p.Sees("PEOPLE").Press("P").Sees("People", name).Press("enter").Sees(name, "[timeline]")
}

// part goes on to a part of the relationship's page.
func (p *person) part(title string) *person {
	p.t.Helper()
	parts := []string{"timeline", "actions", "topics", "goals", "reviews", "agreement", "match", "balance", "exchanges", "about"}
	at := slices.IndexFunc(parts, func(one string) bool { return strings.Contains(p.text(), "["+one) })
	for ; at >= 0 && parts[at] != title; at = (at + 1) % len(parts) {
		p.Press("tab").Sees("[" + parts[(at+1)%len(parts)])
	}
	return p.Sees("[" + title)
}

// TestArc carries a relationship from being considered to its end, a day at a time, and reads it back
// a year later.
func TestArc(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	leave := func(p *person) {
		t.Helper()
		p.Press("ctrl+c").Ends().Well()
	}

	p := h.on("2026-01-05").Opens().considers("Noor Haddad", 1)
	p.part("match").Sees("BEFORE YOU ASK").Press("space").Sees("yes").Press("down", "space", "space").Sees("no ")
	p.Press("A").Sees("Asked Noor Haddad").Press("tab").Types("over coffee").Press("ctrl+s").Sees("asked on Mon 5 Jan, over coffee")
	leave(p)

	p = h.on("2026-01-09").Opens().relationship("Noor")
	p.Press("A").Sees("What came of it").Press("tab").Types("in 2 months").Press("ctrl+s").Sees("on trial until Mon 9 Mar")
	p.part("agreement").Press("e").Sees("What you agree on with").Types("a straight word").Press("ctrl+s").Sees("a straight word")
	leave(p)

	talk := func(day, words, energy string) {
		t.Helper()
		p := h.on(day).Opens().relationship("Noor")
		p.Press("n").Sees("Just begin").Types(words+"\n").Press("ctrl+t").Sees("About this conversation").
			Press("tab", "tab").Sees("drained you").Types(energy).Press("ctrl+t").Sees(" words").Press("ctrl+s").Sees("Kept")
		leave(p)
	}
	talk("2026-01-12", "We drew the team on a napkin.\nask!: is there a place for me here\n- [ ] write to Leila fri", "2")

	p = h.on("2026-01-13").Opens().relationship("Noor")
	p.part("goals").Press("+").Sees("goal").Types("say no in the meeting itself").Press("ctrl+s").Sees("say no in the meeting itself")
	leave(p)

	p = h.on("2026-03-09").Opens().Sees("trial until today").relationship("Noor")
	p.Press("A").Sees("After the trial").Press("ctrl+s").Sees("Under way.")
	p.part("agreement").Press("e").Types(" and time to think").Press("ctrl+s").Sees("2 of 2, agreed on 9 March", "and time to think").Press("[").Sees("1 of 2, agreed on 9 January").SeesNot("time to think")
	leave(p)

	talk("2026-03-10", "Twenty minutes on the budget.\ngot: ask who decides before asking what", "1")
	talk("2026-03-24", "She was late and so was I.", "0")
	talk("2026-04-07", "We went round it.", "-1")

	p = h.on("2026-04-08").Opens().Sees("worth a review?").Press("tab").Sees("energy fell: +1, 0, −1 after the last three").
		Press("!").Sees("not said again").SeesNot("worth a review?")
	leave(p)
	h.on("2026-04-09").Opens().Sees("PEOPLE").SeesNot("worth a review?").Press("ctrl+c").Ends().Well()

	talk("2026-04-21", "Better: we walked.\ngave: a name for the knot", "1")

	p = h.on("2026-04-22").Opens().relationship("Noor").part("reviews")
	p.Press("w").Sees("review").Types("The walks help; the office does not.\n- [ ] book the canal path mon").Press("ctrl+s").Sees("What was decided?").
		Press("right", "right").Sees("[change]").Press("ctrl+s").Sees("Kept: 1 action", "The walks help; the office does not.")
	leave(p)
	h.Keeps("One good hour.", "Noor", "--at", "2026-05-05 17:00")

	p = h.on("2026-06-30").Opens().relationship("Noor").Press("F").Sees("Ending well with Noor", "write to Leila", "say no in the meeting itself")
	p.Press("t").Sees("Thanks to Noor").Types("For the walks.").Press("ctrl+s").Sees("For the walks.")
	p.Press("E").Sees("Still open: 2 actions of yours", "d drops them").Press("d").Sees("Ended.")
	leave(p)

	p = h.on("2027-07-01").Opens().Sees("PEOPLE").Press("P").Sees("Noor Haddad").Press("enter").
		Sees("ended 30 Jun 2026", "talked 6 times", "One good hour.")
	p.part("agreement").Sees("2 of 2", "a straight word and time to think")
	p.part("about").Sees("For the walks.")
	leave(p)

	got := h.Runs("", "show", "Noor", "--agreement")
	if got.status != 0 || !strings.Contains(got.out, "WHAT WE AGREE ON") || !strings.Contains(got.out, "a straight word and time to think") {
		t.Errorf("the agreement is %s%s", got.out, got.err)
	}
	var show struct {
		Relationships []struct {
			State, Thanks string
			AskedOn       string `json:"asked_on"`
			EndedOn       string `json:"ended_on"`
			TrialUntil    string `json:"trial_until"`
		}
		Goals      []struct{ Text, State string }
		Reviews    []struct{ Decision, Text string }
		Agreements []struct{ On string }
		Topics     []struct{ Hard bool }
		Matches    []struct{ Checks []struct{ Answer string } }
		Sessions   []struct{ Energy *int }
	}
	h.Asks(&show, "show", "Noor")
	r := show.Relationships[0]
	if r.State != "ended" || r.AskedOn != "2026-01-05" || r.TrialUntil != "2026-03-09" || r.EndedOn != "2026-06-30" || r.Thanks != "For the walks." {
		t.Errorf("the relationship is %+v", r)
	}
	if len(show.Goals) != 1 || len(show.Reviews) != 1 || show.Reviews[0].Decision != "change" || len(show.Agreements) != 2 ||
		len(show.Topics) != 1 || !show.Topics[0].Hard || len(show.Matches) != 1 || len(show.Matches[0].Checks) != 2 || len(show.Sessions) != 6 {
		t.Errorf("the arc is %+v", show)
	}
}

// TestArcWithNothing takes the same way with every field left empty that may be.
func TestArcWithNothing(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	p := h.Opens().considers("Noor", 1)
	p.Press("A").Sees("Asked Noor").Press("ctrl+s").Sees("Noted: asked.")
	p.Press("A").Sees("What came of it").Press("ctrl+s").Sees("On trial.")
	p.Press("A").Sees("After the trial").Press("ctrl+s").Sees("Under way.")
	p.part("reviews").Press("w").Sees("0 words").Press("ctrl+s").Sees("What was decided?").
		Press("right").Sees("[go on]").Press("ctrl+s").Sees("without words")
	p.Press("F").Sees("Ending well with Noor").Press("E").Sees("y end").Press("y").Sees("Ended.")
	p.Press("B").Sees("Begun again.", "Noor · mentors me").SeesNot("Ending well")
	p.Press("ctrl+c").Ends().Well()

	var show struct {
		Relationships []struct{ State string }
		Endings       []struct{ On, Again string }
	}
	h.Asks(&show, "show", "Noor")
	if show.Relationships[0].State != "active" || len(show.Endings) != 1 || show.Endings[0].On != "2026-11-21" {
		t.Errorf("it is %+v", show)
	}
}

// TestBothDirections has one person in two roles, and advice that goes from one person to another.
func TestBothDirections(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.Keeps("Goroutines, again.\ngave: draw the channel first", "Ada K.", "--role", "mentor", "--at", "2026-11-10 17:00")
	h.Keeps("How to begin a talk.\ngot: say the last sentence first", "Ada", "--role", "mentee", "--at", "2026-11-12 17:00")
	h.Keeps("His first panel.", "Tom B.", "--role", "mentor", "--at", "2026-11-14 17:00")

	p := h.Opens().Sees("PEOPLE", "I mentor", "I am mentored by").SeesNot("just now.").
		Press("P").Sees("Ada K.", "Tom B.").Press("f").Sees("any part of a name").Types("ada").Press("enter", "enter").Sees("Ada K. · mentors me", "[timeline]").Press("s").Sees("Ada K. · I mentor").Press("s").Sees("Ada K. · mentors me", "[timeline]")
	p.part("exchanges").Sees("say the last sentence first").
		Press("f").Sees("Passed on").SeesNot("I mentor   11 days").Types("tom").Sees("Tom B.").Press("enter").Types("he laughed").Press("ctrl+s").Sees("Tom B.")
	p.Press("ctrl+c").Ends().Well()

	var ada, tom struct {
		Relationships []struct{ ID, Role string }
		Advice        []struct {
			Kind, Text, Outcome string
			From, To            *struct{ Relationship, Person string }
		}
	}
	h.Asks(&ada, "show", "Ada")
	h.Asks(&tom, "show", "Tom")
	if len(ada.Relationships) != 2 || len(ada.Advice) != 1 || len(tom.Advice) != 1 {
		t.Fatalf("with Ada there is %+v, with Tom %+v", ada, tom)
	}
	a := tom.Advice[0]
	if a.Kind != "passed on" || a.Text != "say the last sentence first" || a.From == nil || a.From.Person != "Ada K." || a.To == nil || a.To.Relationship != tom.Relationships[0].ID {
		t.Errorf("the advice is %+v", a)
	}
}
