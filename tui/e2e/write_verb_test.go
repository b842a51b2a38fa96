//go:build unix

package e2e

import "testing"

// TestWriteVerb goes straight into a note from the shell.
func TestWriteVerb(t *testing.T) {
	t.Run("a new name", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Opens("write", "--role", "mentee", "--at", "yesterday 9:30", "--minutes", "45", "Sam", "T.").
			Sees("Sam T. · mentors me · Fri 20 Nov 09:30 · 45 min", "Just begin").
			Types("He asked which of these only I could do.").
			Press("ctrl+s").Sees("Kept.", "Sam T.").Press("q").Ends().Well()
		var show showShape
		h.Asks(&show, "show", "Sam")
		if len(show.Sessions) != 1 || show.Sessions[0].Role != "mentee" || show.Sessions[0].At != "2026-11-20T09:30:00Z" {
			t.Errorf("show: %+v", show)
		}
	})
	t.Run("part of a known name", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
		h.Opens("write", "pri").Sees("Priya N. · I mentor", "Just begin").
			Types("half a thought").Sees("half a thought").
			Press("ctrl+c").Ends().Well()
		hasDraft(t, h, "half a thought")
	})
	t.Run("no name", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Opens("write").Sees("Who did you talk with?").
			Types("Ines K.").Sees("enter begin").Press("tab", "tab").Sees("[both ways]").
			Press("enter").Sees("Ines K. · both ways").
			Types("words").Press("ctrl+s").Sees("Kept.", "Both ways").Press("q").Ends().Well()
	})
}
