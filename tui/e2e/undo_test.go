//go:build unix

package e2e

import "testing"

// TestUndo takes changes back on another page than the one they were made on.
func TestUndo(t *testing.T) {
	t.Run("a note that was kept", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.BeginsNote("Priya N.").Types("We drew the plan.\n- [ ] send the list fri").
			Press("ctrl+s").Sees("Kept", "TO FOLLOW UP", "send the list").
			Press("u").Sees("Undone: note kept", "NOT KEPT YET", "We drew the plan.").
			Press("enter").Sees("Priya N. · I mentor", "We drew the plan.", "send the list fri").
			Press("esc").Sees("NOT KEPT YET").
			Press("ctrl+r").Sees("Done again: note kept", "· Fri", "send the list").SeesNot("NOT KEPT YET").
			Press("q").Ends().Well()
		var show showShape
		h.Asks(&show, "show", "Priya")
		if len(show.Sessions) != 1 || show.Sessions[0].Note != "We drew the plan.\n- [ ] send the list fri" {
			t.Errorf("show: %+v", show)
		}
		if left := h.Drafts(); len(left) != 0 {
			t.Errorf("drafts are left: %q", left)
		}
	})
	t.Run("an action done while preparing", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("- [ ] send the list fri\n", "Priya N.", "--role", "mentor")
		p := h.Opens()
		p.Sees("send the list").
			Press("p").Sees("I SAID I WOULD", "send the list").
			Press("x").Sees("Done: send the list").Types("gladly").Press("enter").Sees("Done.", "nothing open").
			Press("esc").Sees("Nothing is waiting.").
			Press("u").Sees("Undone: action done: send the list", "· Fri").
			Press("ctrl+r").Sees("Done again: action done: send the list", "Nothing is waiting.").
			Press("u").Sees("· Fri").
			Press("u").Sees("Undone: note kept").SeesNot("· Fri").
			Press("ctrl+r").Sees("· Fri").
			Press("ctrl+r").Sees("Nothing is waiting.").
			Press("ctrl+r").Sees("There is nothing to do again.").
			Press("q").Ends().Well()
		var actions []actionShape
		h.Asks(&actions, "actions", "--all")
		if len(actions) != 1 || actions[0].State != "done" || !is(actions[0].Outcome, "gladly") {
			t.Errorf("actions: %+v", actions)
		}
	})
	t.Run("a draft set aside, after another start", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Opens().BeginsNote("Sam T.").Types("half a thought").Press("esc").Sees("NOT KEPT YET", "half a thought").
			Press("d").Sees("Set aside.").SeesNot("half a thought").
			Press("q").Ends().Well()
		if left := h.Drafts(); len(left) != 0 {
			t.Errorf("drafts are left: %q", left)
		}
		h.Opens().Sees("A journal for your mentoring").
			Press("u").Sees("Undone: draft set aside", "NOT KEPT YET", "half a thought").
			Press("enter").Sees("Sam T. · I mentor", "half a thought").
			Press("ctrl+c").Ends().Well()
		hasDraft(t, h, "half a thought")
	})
}
