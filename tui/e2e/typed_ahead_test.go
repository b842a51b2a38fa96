//go:build unix

package e2e

import "testing"

// TestTypedAhead types faster than the program draws, as over a slow line or on a busy machine: no
// letter may go astray between two pages, or act on a page it was not meant for.
func TestTypedAhead(t *testing.T) {
	t.Run("a first note", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.Sees("A journal for your mentoring").
			Types("nTom B.:He is tired of the night shifts.").Press("ctrl+s").
			Sees("Kept.").Press("q").Ends().Well()
		var show showShape
		h.Asks(&show, "show", "Tom B.")
		if show.Name != "Tom B." || len(show.Sessions) != 1 || show.Sessions[0].Note != "He is tired of the night shifts." {
			t.Errorf("show: %+v", show)
		}
	})
	t.Run("into a draft that is being opened", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Opens().BeginsNote("Sam T.").Types("half a thought").Press("esc").Sees("NOT KEPT YET").Press("q").Ends().Well()
		p := h.At("15:00").Opens()
		p.Sees("NOT KEPT YET").Types("\nand the other half").Sees("Sam T. · I mentor", "half a thought")
		h.HoldsDraft("half a thoughtand the other half")
		p.Press("ctrl+c").Ends().Well()
	})
	t.Run("how it went", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("- [ ] send the list fri\n- [ ] draft the plan fri\n", "Priya N.", "--role", "mentor")
		p := h.Opens()
		p.Sees("send the list", "draft the plan").
			Types("xdone and dusted\n").Sees("Done.", "draft the plan").SeesNot("send the list").
			Press("q").Ends().Well()
		var actions []actionShape
		h.Asks(&actions, "actions", "--all")
		for _, a := range actions {
			if a.Text == "send the list" && (a.State != "done" || !is(a.Outcome, "done and dusted")) {
				t.Errorf("the action: %+v", a)
			}
		}
	})
	for _, c := range []struct{ name, sends string }{
		{"a new name where others are known", "Nobody Atall:"},
		{"a new name that is pasted where others are known", "\x1b[200~Nobody Atall\x1b[201~\r"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			if got := h.Runs("", "demo", "--to", h.Journal()+".made-up"); got.status != 0 {
				t.Fatalf("demo answers %+v", got)
			}
			p := h.Opens("--journal", h.Journal()+".made-up")
			p.Sees("PEOPLE").Press("n").Sees("Who did you talk with?")
			p.send(c.sends)
			p.Sees("Just begin").Sees("Nobody Atall · I mentor").
				Press("ctrl+c").Ends().Well()
		})
	}
}
