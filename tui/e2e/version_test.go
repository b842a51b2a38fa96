//go:build unix

package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestVersions looks at what a note said before, and brings that back.
func TestVersions(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.Keeps("The plan, version 1.\n- [ ] send draft 1 fri", "Priya N.", "--role", "mentor")
	p := h.Opens()
	p.Sees("send draft 1").Press("P").Sees("Priya N.").Press("enter").Sees("The plan").Press("enter").Sees("WHAT CAME OF IT")
	for n := 2; n <= 6; n++ {
		p.Press("e").Sees("ctrl+s keep").Press("ctrl+end").Types(fmt.Sprintf("\nMore in version %d.", n)).Sees(fmt.Sprintf("More in version %d.", n)).
			Press("ctrl+s").Sees("WHAT CAME OF IT")
	}
	p.Press("H").Sees("[note 6]", "now · note edited", "[+More in version 6.+]").
		Press("j").Sees("[+More in version 5.").Press("j").Sees("[+More in version 4.").
		Press("enter").Sees("Bring these words back?").Press("y").Sees("Brought back. u undoes it.", "[note 7]").
		Press("q").Ends().Well()
	text := func() string {
		var show showShape
		h.Asks(&show, "show", "Priya")
		if len(show.Sessions) != 1 {
			t.Fatalf("show: %+v", show)
		}
		return show.Sessions[0].Note
	}
	if got := text(); got != "The plan, version 1.\n- [ ] send draft 1 fri\nMore in version 2.\nMore in version 3." {
		t.Errorf("brought back: %q", got)
	}
	// Also after another start it is one step.
	h.Opens().Sees("send draft 1").Press("u").Sees("Undone: note edited").Press("q").Ends().Well()
	if got := text(); !strings.HasSuffix(got, "More in version 5.\nMore in version 6.") {
		t.Errorf("undone: %q", got)
	}
	h.Opens().Sees("send draft 1").Press("ctrl+r").Sees("Done again: note edited").Press("q").Ends().Well()
	if got := text(); !strings.HasSuffix(got, "More in version 3.") {
		t.Errorf("done again: %q", got)
	}
}

// TestTrash deletes somebody, brings them back after another start, and destroys them in the end.
func TestTrash(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.Keeps("hushhush words\n- [ ] send the list fri\n", "Priya N.", "--role", "mentor")
	h.Keeps("other words\n", "Sam T.", "--role", "mentee")
	h.Opens().Sees("send the list").Press("P").Sees("Priya N.").Press("D").Sees("Delete").Press("y").SeesNot("Priya N.  ").Press("q").Ends().Well()
	h.Opens().Sees("Sam T.").Press("T").Sees("person", "Priya N.", "1 relationship, 1 conversation").
		Press("enter").Sees("CONVERSATION OF", "hushhush words").
		Press("o").Sees("Brought back. u undoes it.", "Nothing was deleted or undone lately.").
		Press("g").Sees("send the list").Press("q").Ends().Well()
	h.Opens().Sees("send the list").Press("u").Sees("Undone: brought back: person (Priya N.)").Press("T").Sees("Priya N.").Press("q").Ends().Well()
	inFile := func() bool {
		b, err := os.ReadFile(h.Journal())
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(string(b), "hushhush")
	}
	p := h.OpensIn(window{width: 80, height: 24}, "purge", "--all")
	p.Sees("person", "Priya N.", "Type purge to destroy them").Types("yes\n").Sees("Nothing was destroyed.").Ends()
	if !inFile() {
		t.Fatal("it was destroyed without the word")
	}
	p = h.OpensIn(window{width: 80, height: 24}, "purge", "--with", "priya")
	if e := p.Sees("Type purge to destroy them").Types("purge\n").Sees("Destroyed: 1 person").Ends(); e.state.ExitCode() != 0 {
		t.Errorf("purge ended with %s", e.state)
	}
	if inFile() {
		t.Error("the words are still in the file")
	}
	h.Opens().Sees("Sam T.").Press("u").Sees("was purged and cannot come back").Press("T").Sees("Nothing was deleted or undone lately.").Press("P").Sees("Sam T.").SeesNot("Priya").Press("q").Ends().Well()
}
