//go:build unix

package e2e

import (
	"strings"
	"testing"
)

// TestFirstRun goes from an empty home to the second note about somebody, and asks the verbs
// whether they tell the same.
func TestFirstRun(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	p := h.Opens()
	p.Sees("A journal for your mentoring", "write about a conversation").
		Press("n").Sees("Who did you talk with?").
		Types("Priya N.").Sees("new", "[I mentor]", "enter begin").
		Press("enter").Sees("Priya N. · I mentor · today 14:30", "Just begin")

	p.Types("She is chairing the panel on the 3rd.\n- [ ] send the panel list fri\n- [ ] @priya rehearse 1 dec\n").
		Types("ask: what happens with the promotion\nshift: chairing is listening").
		Sees("2 actions: you Fri 27 Nov, Priya Tue 1 Dec").
		Press("ctrl+s").
		Sees("Kept: 2 actions", "TO FOLLOW UP", "send the panel list", "rehearse", "I mentor", "Priya N.")

	p.Press("p").
		Sees("I mentor Priya N.", "I SAID I WOULD", "send the panel list", "PRIYA SAID", "rehearse", "TO RAISE", "the promotion", "LAST TIME", "She is chairing")

	p.Press("x").Sees("Done: send the panel list").
		Types("they were glad of it").Sees("they were glad of it").
		Press("enter").Sees("Done.", "nothing open").SeesNot("send the panel list")

	p.Press("c").Sees("Carry over: rehearse").
		Press("ctrl+u").SeesNot("2026-11-28").
		Types("8 dec").Sees("Tue 8 Dec").
		Press("enter").Sees("Carried over.", "carried once")

	p.Resizes(120, 35).
		Press("enter").Sees("Priya N. · I mentor · today", "TO RAISE", "what happens with the promotion").
		Types("The panel went well.").Sees("The panel went well.").
		Press("ctrl+g").Sees("What was raised?", "[ ]").
		Press("space").Sees("[✓]").
		Press("enter").SeesNot("What was raised?").
		Press("ctrl+s").Sees("Kept.", "The panel went well.", "nothing yet; t adds something")
	p.Press("q").Ends().Well()

	if left := h.Drafts(); len(left) != 0 {
		t.Errorf("drafts are left of notes that were kept: %q", left)
	}
	firstRunAgrees(t, h)
}

// firstRunAgrees asks the verbs for what TestFirstRun did.
func firstRunAgrees(t *testing.T, h *home) {
	t.Helper()
	var people []personShape
	h.Asks(&people, "people")
	if len(people) != 1 || people[0].Name != "Priya N." || len(people[0].Relationships) != 1 {
		t.Fatalf("people: %+v", people)
	}
	if r := people[0].Relationships[0]; r.Role != "mentor" || r.State != "active" || r.OpenMine != 0 || r.OpenTheirs != 1 || r.LastSession == nil {
		t.Errorf("the relationship: %+v", r)
	}

	var actions []actionShape
	h.Asks(&actions, "actions", "--all")
	if len(actions) != 2 {
		t.Fatalf("actions: %+v", actions)
	}
	for _, a := range actions {
		switch a.Text {
		case "rehearse":
			if a.Owner != "them" || !is(a.Due, "2026-12-08") || a.State != "open" || a.Carried != 1 || !is(a.Person, "Priya N.") {
				t.Errorf("theirs: %+v", a)
			}
		case "send the panel list":
			if a.Owner != "me" || !is(a.Due, "2026-11-27") || a.State != "done" || !is(a.Outcome, "they were glad of it") {
				t.Errorf("mine: %+v", a)
			}
		default:
			t.Errorf("an action nobody wrote: %+v", a)
		}
	}

	var show showShape
	h.Asks(&show, "show", "Priya")
	if len(show.Sessions) != 2 {
		t.Fatalf("show: %+v", show)
	}
	const first = "She is chairing the panel on the 3rd.\n- [ ] send the panel list fri\n- [ ] @priya rehearse 1 dec\n" +
		"ask: what happens with the promotion\nshift: chairing is listening"
	if s := show.Sessions[1]; s.Note != first || s.Role != "mentor" || !is(s.Shift, "chairing is listening") || !strings.HasPrefix(s.At, "2026-11-21T14:3") {
		t.Errorf("the first conversation: %+v", s)
	}
	if s := show.Sessions[0]; s.Note != "The panel went well." {
		t.Errorf("the second conversation: %+v", s)
	}

	var prepare prepareShape
	h.Asks(&prepare, "prepare", "Priya")
	if len(prepare.ActionsMine) != 0 || len(prepare.ActionsTheirs) != 1 || prepare.ActionsTheirs[0].Text != "rehearse" || prepare.LastSession == nil || len(prepare.Topics) != 0 {
		t.Errorf("prepare: %+v", prepare)
	}
}

// TestShortWay keeps the first note for a new name with two keys, the name and the words.
func TestShortWay(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	p := h.Opens()
	p.Sees("A journal for your mentoring").
		Press("n").Sees("Who did you talk with?").
		Types("Tom B.:").Sees("Tom B. · I mentor").
		Types("He is tired of the night shifts.").
		Press("ctrl+s").Sees("Kept.", "Tom B.").
		Press("q").Ends().Well()

	var show showShape
	h.Asks(&show, "show", "Tom")
	if show.Name != "Tom B." || len(show.Sessions) != 1 || show.Sessions[0].Note != "He is tired of the night shifts." {
		t.Errorf("show: %+v", show)
	}
}
