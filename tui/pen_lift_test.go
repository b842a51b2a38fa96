package tui

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/tui/editor"
)

// TestLifts types, pastes and deletes lines that lift, blocks of code and what looks like them: what is
// said of the text is at any time what the one rule for whole texts says.
func TestLifts(t *testing.T) {
	lines := []string{
		"- [ ] send it fri", "- [ ] @priya read it 1 dec", "- [ ] @tom too", "shift: a", "ask!: b", "words", "", "```", "```go", "~~~~", "~~~", "  ```", "`` ` ``", "- [ ] 31 feb",
	}
	ctx := journal.LiftContext{On: journal.Date{Year: 2026, Month: 11, Day: 21}, Person: "Priya N."}
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		ed := editor.New(editor.Options{})
		l := lifts{ctx: ctx}
		for range 25 {
			ed.SetCursor(r.IntN(ed.Len() + 1))
			switch r.IntN(6) {
			case 0:
				ed.Insert("x")
			case 1:
				ed.Update(keyPress("backspace"))
			case 2:
				ed.Replace(strings.Replace(ed.Text(), "\n", "", 1))
			default:
				ed.Insert("\n" + lines[r.IntN(len(lines))] + "\n")
			}
			l.update(ed)
			l.gather()
			things, notices := journal.Lift(ed.Text(), ctx)
			if want := journal.Summary(things, ctx); l.summary() != want || l.count != len(things) || !slices.Equal(l.notices, notices) {
				t.Fatalf("of\n%s\nit says %q (%d things, %+v), want %q (%+v)", ed.Text(), l.summary(), l.count, l.notices, want, notices)
			}
		}
	}
}
