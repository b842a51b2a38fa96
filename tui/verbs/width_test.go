package verbs_test

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// wide says on which output there is a terminal, and how wide it is.
func (b *bench) wide(columns int, on ...io.Writer) {
	b.env.Width = func(w io.Writer) int {
		if slices.Contains(on, w) {
			return columns
		}
		return 0
	}
}

// TestWidth reads long words on a terminal, where rows end at words, and in a pipe, where each
// paragraph is one line.
func TestWidth(t *testing.T) {
	b := newBench(t)
	long := strings.TrimSpace(strings.Repeat("many words and a \u65e5\u672c\u8a9e ", 12))
	steer := "\x1b[31m"
	b.keep(long+steer+"\n\n- [ ] @sam "+long+"\nask!: "+long+"\n", "Sam T.", "--role", "mentee")
	b.env.Stdin, b.env.StdinTerminal = strings.NewReader(long+"\n"), false
	b.run(0, "reflect", "meaning/sentence", "--about", "sam")
	b.env.Stdin, b.env.StdinTerminal = strings.NewReader(""), true

	verbs := [][]string{{"show", "sam"}, {"prepare", "sam"}, {"actions"}, {"reflect", "--answers"}, {"reflect", "meaning", "--answers"},
		{"reflect", "--list"}, {"library"}, {"library", "critical-friend"}, {"library", "needs-interventions-relations"}, {"look-back"}, {"look-back", "this", "year"}}
	for _, args := range verbs {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			b.t = t
			b.wide(60)
			b.run(0, args...)
			piped := b.out.String()
			for _, c := range []struct{ columns, most int }{{40, 40}, {60, 60}, {130, 100}} {
				b.wide(c.columns, &b.out)
				b.run(0, args...)
				widest := 0
				for row := range strings.Lines(b.out.String()) {
					widest = max(widest, ansi.StringWidth(strings.TrimSuffix(row, "\n")))
				}
				if widest > c.most {
					t.Errorf("%d columns, and a row of %d:\n%s", c.columns, widest, b.out.String())
				}
				if strings.Contains(b.out.String(), "\x1b") {
					t.Error("an escape is printed")
				}
				if c.columns == 130 && strings.Join(strings.Fields(b.out.String()), " ") != strings.Join(strings.Fields(piped), " ") && !slices.Contains(args, "library") {
					t.Errorf("other words than in a pipe:\n%s\n%s", b.out.String(), piped)
				}
			}
			b.wide(0)
			b.env.Width = nil
			b.run(0, args...)
			if b.out.String() != piped {
				t.Errorf("without any terminal it is %s", b.out.String())
			}
		})
	}
	b.t = t
	b.wide(60)
	b.run(0, "show", "sam")
	if !strings.Contains(b.out.String(), "\n  "+long) {
		t.Errorf("in a pipe a paragraph is broken:\n%s", b.out.String())
	}
	b.wide(60, &b.out)
	b.run(0, "show", "sam", "--json")
	if !strings.Contains(b.out.String(), long) {
		t.Error("JSON is broken into rows")
	}
	b.run(0, "prepare", "sam")
	if !strings.Contains(b.out.String(), "\n                             words and a \u65e5\u672c\u8a9e") {
		t.Errorf("what goes on does not stand below the words:\n%s", b.out.String())
	}
}

func TestWidthOfMessages(t *testing.T) {
	b := newBench(t)
	b.wide(40, &b.errs)
	b.run(1, "reflect", "no such words at all")
	if want := "There is no set or question that “no\nsuch words at all” fits. `bothways\nreflect --list` shows them all.\n"; b.errs.String() != want {
		t.Errorf("got %q, want %q", b.errs.String(), want)
	}
	b.wide(40, &b.out)
	b.run(2, "peple")
	if got := b.errs.String(); strings.Count(got, "\n") != 2 {
		t.Errorf("got %q", got)
	}
}

func TestAnswersAboutSomebody(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.", "Sam T.", "--role", "mentee", "--at", "2026-11-09 17:00")
	answer := func(text string, args ...string) {
		t.Helper()
		b.env.Stdin, b.env.StdinTerminal = strings.NewReader(text), false
		b.run(0, append([]string{"reflect", "--about", "sam"}, args...)...)
		b.env.Stdin, b.env.StdinTerminal = strings.NewReader(""), true
	}
	b.run(0, "show", "sam")
	if strings.Contains(b.out.String(), "ANSWERS") {
		t.Errorf("there are none:\n%s", b.out.String())
	}
	answer("- [ ] send it\n\nWhat I think of,\nlately, "+strings.Repeat("and so on ", 20), "--free", "--at", "2026-11-01 9:00")
	answer("She waited.", "meaning/sentence", "--at", "2026-11-02 9:00")
	b.run(0, "show", "sam")
	want := "\n\nMY ANSWERS ABOUT SAM\n" +
		"  Mon 2 Nov 2026   Which sentence of somebody who helped you do you still hea…\n" +
		"  Sun 1 Nov 2026   What I think of, lately, and so on and so on and so on and…\n" +
		"\nMon 9 Nov 2026 17:00"
	if !strings.Contains(b.out.String(), want) {
		t.Errorf("got\n%s\nwant%s", b.out.String(), want)
	}
	for range 4 {
		answer("Again.", "meaning/sentence")
	}
	b.run(0, "show", "sam")
	if got := b.out.String(); strings.Count(got, "Which sentence of") != 5 || !strings.Contains(got, "\n  There is more; `bothways reflect --answers --about 'Sam T.'` reads them.\n") {
		t.Errorf("got\n%s", got)
	}
	b.run(0, "show", "sam", "--all")
	if got := b.out.String(); strings.Count(got, "Which sentence of") != 5 || !strings.Contains(got, "What I think of") || strings.Contains(got, "There is more") {
		t.Errorf("got\n%s", got)
	}
}
