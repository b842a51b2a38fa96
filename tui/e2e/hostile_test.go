//go:build unix

package e2e

import (
	"database/sql"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// hostile are sequences that would do something to a terminal, each unlike anything the program
// writes by itself.
func hostile() []string {
	return []string{
		"\x1b]0;OWNED\x07",                   // the window's title
		"\x1b]52;c;T1dORUQ=\x07",             // the clipboard
		"\x1b]8;;http://owned.example\x1b\\", // a link
		"\x1b[38;5;123;45m", "\x1b[913;937H", // colours, a place
		"\x1b[?1003h", "\x1bc", "\x1b[6i", "\x1bZ", // the mouse, a reset, a printer, a question
		"\u009b31m", "\u009d0;OWNED\u009c", // the same in one character
		"\u202e", "\u2066", // another direction
		"\x7f", "\x0b", "\x05",
	}
}

// noneOf requires that nothing of them is in what was written.
func noneOf(t *testing.T, where, written string) {
	t.Helper()
	for _, bad := range append(hostile(), "\x1b]52;", "\x1b]8;", "\u009b", "\u009d") {
		if i := strings.Index(written, bad); i >= 0 {
			t.Errorf("%s: %q reached the terminal, in %q", where, bad, written[max(0, i-60):min(len(written), i+60)])
		}
	}
}

// TestHostileText keeps text that means to steer the terminal, and looks at it on every page.
func TestHostileText(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	all := strings.Join(hostile(), "|")
	note := "^start " + all + " end\n- [ ] a" + all + "\n- [ ] @them b" + all + "\nshift: c" + all + "\ngot: d" + all + "\nask: e" + all
	h.Keeps(note, "Mal\u202elory", "--role", "mentor")

	var show showShape
	h.Asks(&show, "show", "Mal")
	if show.Name != "Mal\u202elory" || len(show.Sessions) != 1 || show.Sessions[0].Note != note {
		t.Errorf("it was not kept as it came: %+v", show)
	}
	for _, args := range [][]string{{"people"}, {"show", "Mal"}, {"actions"}, {"prepare", "Mal"}} {
		noneOf(t, strings.Join(args, " "), h.Runs("", args...).out)
		noneOf(t, strings.Join(args, " ")+" --json", h.Runs("", append(args, "--json")...).out)
	}

	p := h.Opens()
	p.Sees("TO FOLLOW UP", "Mal·lory", "a^[]0;OWNED").
		Press("n").Sees("Who did you talk with?", "Mal·lory").
		Press("esc").SeesNot("Who did you talk with?").
		Press("p").Sees("I mentor Mal·lory", "I SAID I WOULD", "^[]0;OWNED").
		Press("x").Sees("Done: a^[").
		Press("enter").Sees("Done.", "nothing open").
		Press("u").Sees("Undone: action done:").
		Press("esc").Sees("PEOPLE").
		Press("P").Sees("People", "Mal·lory").
		Press("enter").Sees("^start").
		Press("enter").SeesNot("PEOPLE").Sees("^start", "^[]0;OWNED^G|^[]52;", "m details").
		Press("e").Sees("editing a kept note", "^[]0;OWNED^G|").
		Press("ctrl+k").Sees("Commands").
		Press("esc").SeesNot("Commands").
		Resizes(130, 40).Sees("LINES THAT LIFT", "TO RAISE", "e^[]0;OWNED").
		Press("esc").SeesNot("LINES THAT LIFT").
		Press("g").Sees("PEOPLE").
		Press("a").Sees("a^[]0;OWNED").
		Press("q").Ends().Well()
	noneOf(t, "the full-screen journal", p.written())
	titles(t, p.written())
}

// TestHostileName meets a name that no door lets in, as a journal from elsewhere may hold it.
func TestHostileName(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	got := h.Runs("words", "write", "Mal\x1b]0;OWNED\x07lory", "--role", "mentor")
	if got.status == 0 || strings.ContainsAny(got.out+got.err, "\x1b\x07") {
		t.Errorf("a name with an escape sequence answers %+v", got)
	}
	h.Keeps("words\n- [ ] mine\n", "Mallory", "--role", "mentor")
	name := url.URL{Scheme: "file", Path: h.Journal(), RawQuery: "mode=rw"}
	db, err := sql.Open("sqlite", name.String())
	must(t, err)
	_, err = db.ExecContext(t.Context(), `UPDATE person SET name = ?`, "M\x1b]0;OWNED\x07\u009b31m\u202elory")
	must(t, err)
	must(t, db.Close())

	for _, args := range [][]string{{"people"}, {"show", "lory"}, {"actions"}, {"prepare", "lory"}} {
		got := h.Runs("", args...)
		noneOf(t, strings.Join(args, " "), got.out+got.err)
	}
	p := h.Opens()
	p.Sees("M^[]0;").
		Press("n").Sees("Who did you talk with?", "M^[]0;OWNED^G").
		Press("esc").SeesNot("Who did you talk with?").
		Press("p").Sees("I mentor M^[]0;OWNED^G", "SAID").
		Press("enter").Sees("M^[]0;OWNED^G", "Just begin").
		Press("esc").SeesNot("Just begin").
		Press("esc").Sees("PEOPLE").
		Press("P").Sees("M^[]0;OWNED^G").
		Press("q").Ends().Well()
	noneOf(t, "the full-screen journal", p.written())
	titles(t, p.written())
}

// titles requires that the window is called after the program and nothing else.
func titles(t *testing.T, written string) {
	t.Helper()
	for _, title := range regexp.MustCompile(`\x1b\][012];([^\x07\x1b]*)`).FindAllStringSubmatch(written, -1) {
		if title[1] != "bothways" && title[1] != "" {
			t.Errorf("the window was called %q", title[1])
		}
	}
}
