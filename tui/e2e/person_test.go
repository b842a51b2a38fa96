//go:build unix

package e2e

import (
	"fmt"
	"os"
	"strings"
	"syscall"

	"github.com/charmbracelet/x/term"
)

// person sits at a terminal with the program in it. Every step either does something at once or
// looks until something is there; none of them waits for a time.
type person struct {
	*terminal
}

// Sees looks until every text is in the window.
func (p *person) Sees(texts ...string) *person {
	p.t.Helper()
	for _, s := range texts {
		there := func() bool { return strings.Contains(p.text(), s) }
		if !eventually(func() bool { return there() || !p.running() }) || !within(lastWords, there) {
			p.fail("%q does not appear", s)
		}
	}
	return p
}

// SeesNot looks until none of the texts is in the window.
func (p *person) SeesNot(texts ...string) *person {
	p.t.Helper()
	for _, s := range texts {
		if !eventually(func() bool { return !strings.Contains(p.text(), s) }) {
			p.fail("%q does not go away", s)
		}
	}
	return p
}

// Press presses keys one after the other.
func (p *person) Press(keys ...string) *person {
	p.t.Helper()
	for _, k := range keys {
		b := keyBytes(k)
		if b == "" {
			p.t.Fatalf("no key is called %q", k)
		}
		p.send(b)
	}
	return p
}

// Types presses a key for each character.
func (p *person) Types(text string) *person {
	p.t.Helper()
	p.send(strings.ReplaceAll(text, "\n", keyBytes("enter")))
	return p
}

// Pastes brings in a text as a terminal does that says where a paste begins and ends.
func (p *person) Pastes(text string) *person {
	p.t.Helper()
	p.send("\x1b[200~" + text + "\x1b[201~")
	return p
}

// Resizes drags the window to another size, in cells.
func (p *person) Resizes(w, h int) *person {
	p.t.Helper()
	must(p.t, p.resize(w, h))
	return p
}

// Signals sends the program a signal.
func (p *person) Signals(s syscall.Signal) *person {
	p.t.Helper()
	must(p.t, p.cmd.Process.Signal(s))
	return p
}

func (p *person) send(s string) {
	p.t.Helper()
	if err := p.terminal.send(s); err != nil {
		p.fail("the window takes no keys: %v", err)
	}
}

func (p *person) fail(format string, args ...any) {
	p.t.Helper()
	state := "running"
	if !p.running() {
		state = p.cmd.ProcessState.String()
	}
	raw := p.written()
	p.t.Fatalf("%s\nprogram: %s\nwindow:\n%s\nlast bytes: %q", fmt.Sprintf(format, args...), state, framed(p.text()), raw[max(0, len(raw)-300):])
}

// framed sets a screen off from what is said about it.
func framed(screen string) string {
	return "  | " + strings.ReplaceAll(strings.TrimRight(screen, "\n"), "\n", "\n  | ")
}

// ending is how a program ended and what it left in the window.
type ending struct {
	p             *person
	state         *os.ProcessState
	before, after *term.State // the settings of the line
	raw           string      // every byte it ever wrote
}

// Ends waits until the program has ended and everything it wrote has arrived.
func (p *person) Ends() *ending {
	p.t.Helper()
	if !eventually(func() bool { return !p.running() }) {
		p.fail("the program does not end")
	}
	after, err := term.GetState(p.slave.Fd())
	must(p.t, err)
	p.closeSlave()
	if !eventually(p.allRead) {
		p.fail("something still holds the line open")
	}
	return &ending{p: p, state: p.cmd.ProcessState, before: p.before, after: after, raw: p.written()}
}

// Well requires that the program ended by itself with a status of 0 and left the terminal as it
// was found.
func (e *ending) Well() *ending {
	e.p.t.Helper()
	if !e.state.Exited() || e.state.ExitCode() != 0 {
		e.p.fail("the program ended with %s", e.state)
	}
	return e.Tidily()
}

// Tidily requires that the terminal was left as it was found: the settings of its line, and every
// mode the program switched on.
func (e *ending) Tidily() *ending {
	e.p.t.Helper()
	if *e.before != *e.after {
		e.p.fail("the settings of the line were\n%+v and now are\n%+v", *e.before, *e.after)
	}
	for _, wrong := range leftOn(e.raw) {
		e.p.t.Errorf("the terminal was not left as it was found: %s", wrong)
	}
	return e
}
