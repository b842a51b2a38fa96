package editor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// model is an editor written as simply as can be: a string and two offsets.
type model struct {
	text           string
	cursor, anchor int
	sel            bool
	clip           string
}

// borders lists the offsets where a cursor may stand.
func (m *model) borders() []int {
	var all []int
	off := 0
	for _, line := range strings.Split(m.text, "\n") {
		valid := ""
		flush := func() {
			for g := graphemes.FromString(valid); g.Next(); {
				all = append(all, off)
				off += len(g.Value())
			}
			valid = ""
		}
		for i := 0; i < len(line); {
			r, n := utf8.DecodeRuneInString(line[i:])
			if r == utf8.RuneError && n == 1 {
				flush()
				all = append(all, off)
				off++
			} else {
				valid += line[i : i+n]
			}
			i += n
		}
		flush()
		all = append(all, off)
		off++
	}
	return all
}

func (m *model) before(off int) int {
	at := 0
	for _, b := range m.borders() {
		if b < off {
			at = b
		}
	}
	return at
}

func (m *model) after(off int) int {
	for _, b := range m.borders() {
		if b > off {
			return b
		}
	}
	return len(m.text)
}

func (m *model) snap(off int) int {
	for _, b := range m.borders() {
		if b >= off {
			return b
		}
	}
	return len(m.text)
}

func (m *model) move(to int, extend bool) {
	if extend && !m.sel {
		m.anchor = m.cursor
	}
	m.sel = extend
	m.cursor = to
}

func (m *model) replace(a, b int, s string) {
	m.text = m.text[:a] + s + m.text[b:]
	m.cursor = m.snap(a + len(s))
	m.sel = false
}

func (m *model) span() (int, int) {
	if !m.sel {
		return m.cursor, m.cursor
	}
	return min(m.anchor, m.cursor), max(m.anchor, m.cursor)
}

func (m *model) put(s string) {
	a, b := m.span()
	if a != b || s != "" {
		m.replace(a, b, s)
	}
}

func (m *model) lineStart() int { return strings.LastIndexByte(m.text[:m.cursor], '\n') + 1 }

func (m *model) words() int {
	n := 0
	for _, field := range strings.FieldsFunc(m.text, unicode.IsSpace) {
		ideograph := func(r rune) bool { return isIdeograph(r) || unicode.Is(unicode.Han, r) }
		for _, r := range field {
			if ideograph(r) {
				n++
			}
		}
		for _, part := range strings.FieldsFunc(field, ideograph) {
			if strings.ContainsFunc(part, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				n++
			}
		}
	}
	return n
}

// pieces are what the fuzzer types and pastes.
func pieces() []string {
	return []string{
		"a", "b", " ", "word", "two words ", "\t", "-", "- ", "- [ ] ", "* ", "é", "e\u0301", "\u0301", "\u200d",
		"👨‍👩‍👧", "👍🏽", "❤️", "🇩", "🇰", "日本語", "、", "（", "नमस्ते", "क्", "한국어", "\x00", "\x1b[31m", "\u009b", "\u202e",
		"\u2028", "\x7f", "\xff", "\xe6\x97", "\xa5", "\xc3", "\xa9", "\ufe0f", "\u200b", "\u00a0", "\u3000", "\u0600", "don't",
		"https://example.com/a/very/long/path/that/goes/on/and/on?and=on#and-on-and-on-until-it-does-not-fit",
		"one\ntwo", "\n\n", "a well-known thing — or not", "       ", "\r", strings.Repeat("x\n", 40), strings.Repeat("long paragraph of words ", 12),
	}
}

// apply does one operation on both, chosen by op and arg.
func apply(e *Editor, m *model, op, arg byte) (undone bool) {
	all := pieces()
	s := all[int(arg)%len(all)]
	one := func(k string, do func(a, b int)) {
		a, b := m.span()
		press(e, k)
		if a != b {
			m.replace(a, b, "")
		} else {
			do(a, b)
		}
	}
	follow := func(k string) { // a move by rows: any border will do
		press(e, k)
		m.move(e.Cursor(), strings.Contains(k, "shift"))
	}
	switch op % 24 {
	case 0, 1, 2, 3:
		if s = strings.ReplaceAll(s, "\r", "\n"); true {
			e.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: s})
			m.put(s)
		}
	case 4:
		e.Update(tea.PasteMsg{Content: s})
		m.put(strings.ReplaceAll(s, "\r", "\n"))
	case 5, 6:
		shift := arg%3 == 0
		a, _ := m.span()
		to := m.before(m.cursor)
		if m.sel && a != max(m.anchor, m.cursor) && !shift {
			to = a
		}
		press(e, map[bool]string{true: "shift+left", false: "left"}[shift])
		m.move(to, shift)
	case 7, 8:
		shift := arg%3 == 0
		a, b := m.span()
		to := m.after(m.cursor)
		if a != b && !shift {
			to = b
		}
		press(e, map[bool]string{true: "shift+right", false: "right"}[shift])
		m.move(to, shift)
	case 9, 10:
		one("backspace", func(a, _ int) {
			if a > 0 {
				m.replace(m.before(a), a, "")
			}
		})
	case 11:
		one("delete", func(a, _ int) {
			if a < len(m.text) {
				m.replace(a, m.after(a), "")
			}
		})
	case 12:
		one("ctrl+u", func(a, _ int) {
			if a > m.lineStart() {
				m.replace(m.lineStart(), a, "")
			}
		})
	case 13:
		press(e, "enter")
		m.put("\n")
	case 14:
		follow([]string{"up", "down", "pgup", "pgdown", "home", "end", "shift+up", "shift+down", "shift+end", "shift+pgdown"}[arg%10])
	case 15:
		follow([]string{"ctrl+left", "ctrl+right", "ctrl+shift+left", "ctrl+shift+right"}[arg%4])
	case 16:
		press(e, "ctrl+home")
		m.move(0, false)
	case 17:
		press(e, "ctrl+end")
		m.move(len(m.text), false)
	case 18:
		off := int(arg) * (len(m.text) + 1) / 256
		e.SetCursor(off)
		if b := m.borders(); !slices.Contains(b, off) {
			off = m.before(off)
		}
		m.move(off, false)
	case 19:
		e.Insert(s)
		m.put(s)
	case 20:
		press(e, "ctrl+a")
		m.anchor, m.cursor, m.sel = 0, len(m.text), true
	case 21:
		press(e, []string{"alt+enter", "alt+up", "alt+down", "shift+tab", "ctrl+w", "alt+d", "tab"}[arg%7])
		undone = true
	case 22:
		press(e, []string{"ctrl+z", "ctrl+y"}[arg%2])
		undone = true
	case 23:
		if a, b := m.span(); a != b {
			press(e, "ctrl+x")
			m.clip = m.text[a:b]
			m.put("")
		} else if m.clip != "" {
			press(e, "ctrl+v")
			m.put(m.clip)
		}
	}
	return undone
}

func FuzzEdit(f *testing.F) {
	f.Add("", []byte("abcdefghijklmnopqrstuvwxyz"))
	f.Add("one\ntwo 日本語 three\n\n- [ ] do\n", []byte("\x00\x05\x09\x0a\x0e\x01\x16\x00\x17\x0f\x15\x01\x16\x01\x0b\x20\x0c\x02"))
	f.Add("e\u0301👨‍👩‍👧\xff\xe6\x97", []byte("\x05\x00\x05\x03\x00\x21\x09\x00\x12\x40\x00\x12\x12\x80\x0b\x00"))
	f.Add(strings.Repeat("a long paragraph of many words that wraps ", 40), []byte("\x12\x80\x00\x03\x00\x2a\x09\x00\x09\x00\x0e\x01\x0d\x00\x09\x01\x12\x20\x00\x2f"))
	f.Fuzz(func(t *testing.T, start string, ops []byte) {
		if len(start) > 4000 || len(ops) > 120 {
			return // the naive model is quadratic
		}
		runEdits(t, start, ops)
	})
}

// TestRandomEdits is the fuzz test with made-up operations, so that every run of
// the tests goes a good way.
func TestRandomEdits(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 7))
		var start strings.Builder
		for range r.IntN(30) {
			start.WriteString(pieces()[r.IntN(len(pieces()))])
		}
		ops := make([]byte, 80)
		for i := range ops {
			ops[i] = byte(r.Uint32())
		}
		runEdits(t, start.String(), ops)
		if t.Failed() {
			t.Fatalf("with seed %d", seed)
		}
	}
}

func runEdits(t *testing.T, start string, ops []byte) {
	t.Helper()
	e, c := newTest(start, 0)
	m := &model{text: start}
	seen := map[string]bool{start: true}
	shadow := linesOf(e)
	e.Changed()
	for i := 0; i+1 < len(ops); i += 2 {
		free := apply(e, m, ops[i], ops[i+1])
		if ops[i+1]%5 == 0 {
			c.t = c.t.Add(2 * time.Second)
		}
		if free {
			m.text, m.cursor = e.Text(), e.Cursor()
			if m.sel = e.sel; m.sel {
				m.anchor = e.buf.offset(e.anchor)
			}
			if ops[i]%24 == 22 && !seen[m.text] {
				t.Fatalf("op %d: undo made a text that never was: %q", i, m.text)
			}
		}
		if len(m.text) > 20_000 {
			return
		}
		seen[m.text] = true
		compare(t, i, e, m)
		checkInside(t, e)
		shadow = checkChanged(t, e, shadow)
		checkRender(t, e, 1+int(ops[i+1])*7%90, 1+int(ops[i])%30, ansi.Method(ops[i]%2))
	}
	end, whole := e.Text(), len(e.hist.undone) == 0
	for n := -1; n != len(e.hist.done); {
		n = len(e.hist.done)
		press(e, "ctrl+z")
	}
	if got := e.Text(); got != start {
		t.Fatalf("undone to %q, began with %q", got, start)
	}
	for n := -1; n != len(e.hist.undone); {
		n = len(e.hist.undone)
		press(e, "ctrl+y")
	}
	if got := e.Text(); whole && got != end {
		t.Fatalf("redone to %q, ended with %q", got, end)
	}
	checkInside(t, e)
}

func linesOf(e *Editor) []string {
	all := make([]string, e.LineCount())
	for i := range all {
		all[i] = e.Line(i)
	}
	return all
}

func compare(t *testing.T, op int, e *Editor, m *model) {
	t.Helper()
	if got := e.Text(); got != m.text {
		t.Fatalf("op %d: text %q, want %q", op, got, m.text)
	}
	if got := e.Cursor(); got != m.cursor || !slices.Contains(m.borders(), got) {
		t.Fatalf("op %d: cursor %d, want %d, in %q", op, got, m.cursor, m.text)
	}
	if got := e.Words(); got != m.words() {
		t.Fatalf("op %d: %d words, want %d, in %q", op, got, m.words(), m.text)
	}
	a, b := m.span()
	if got := e.Selection(); got != m.text[a:b] {
		t.Fatalf("op %d: selected %q, want %q", op, got, m.text[a:b])
	}
	if e.Len() != len(m.text) || e.Empty() != (m.text == "") || e.LineCount() != strings.Count(m.text, "\n")+1 {
		t.Fatalf("op %d: the sums are off", op)
	}
}

// checkInside compares what is kept with what it should be, worked out anew.
func checkInside(t *testing.T, e *Editor) {
	t.Helper()
	count, bytes, words := 0, 0, 0
	for _, c := range e.buf.chunks {
		cb, cw := 0, 0
		for _, l := range c.lines {
			cb += len(l.text) + 1
			cw += l.words
			if l.lay == nil {
				continue
			}
			if fresh := wrap(l.text, l.lay.width); !slices.Equal(fresh.more, l.lay.more) {
				t.Fatalf("%q at %d columns: rows at %v, afresh at %v", l.text, l.lay.width, l.lay.more, fresh.more)
			}
		}
		if cb != c.bytes || cw != c.words || len(c.lines) == 0 {
			t.Fatalf("chunk says %d bytes and %d words, has %d and %d", c.bytes, c.words, cb, cw)
		}
		count, bytes, words = count+len(c.lines), bytes+cb, words+cw
	}
	if count != e.buf.count || bytes != e.buf.bytes || words != e.buf.words {
		t.Fatalf("buffer says %d lines, %d bytes, %d words; has %d, %d, %d", e.buf.count, e.buf.bytes, e.buf.words, count, bytes, words)
	}
}

func checkChanged(t *testing.T, e *Editor, was []string) []string {
	t.Helper()
	is := linesOf(e)
	from, to, grown := e.Changed()
	if !slices.Equal(is[:from], was[:from]) || !slices.Equal(is[to:], was[to-grown:]) || len(is) != len(was)+grown {
		t.Fatalf("Changed says %d to %d, grown by %d: was %q, is %q", from, to, grown, was, is)
	}
	return is
}

func checkRender(t *testing.T, e *Editor, w, h int, m ansi.Method) {
	t.Helper()
	e.SetWidths(m)
	st := Styles{Faint: lipgloss.NewStyle().Faint(true), ForLine: func(s string) lipgloss.Style {
		return lipgloss.NewStyle().Bold(strings.HasPrefix(s, "- "))
	}}
	out, cur := e.Render(w, h, st)
	rows := strings.Split(out, "\n")
	if len(rows) > h {
		t.Fatalf("%d rows at %dx%d", len(rows), w, h)
	}
	if cur == nil || cur.X < 0 || cur.X >= w || cur.Y < 0 || cur.Y >= len(rows) {
		t.Fatalf("cursor %v at %dx%d with %d rows", cur, w, h, len(rows))
	}
	for _, row := range rows {
		if a, b := ansi.StringWidth(row), ansi.StringWidthWc(row); a > w || b > w {
			t.Fatalf("row %q is %d or %d wide at %dx%d", row, a, b, w, h)
		}
		bare := ansi.Strip(row)
		if !utf8.ValidString(bare) {
			t.Fatalf("row %q is not UTF-8", row)
		}
		for _, r := range bare {
			if r < 0x20 || r >= 0x7f && r <= 0x9f || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
				t.Fatalf("row %q shows %U", row, r)
			}
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range append(pieces(), "", "\n", "a\r\nb\r\n", "\xff\xfe\x00\n\x80") {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, cursor int) {
		e, _ := newTest(s, cursor)
		if got := e.Text(); got != s {
			t.Fatalf("SetText(%q) gave %q", s, got)
		}
		if got, want := e.Words(), (&model{text: s}).words(); got != want {
			t.Fatalf("%d words, want %d", got, want)
		}
		for _, size := range [][2]int{{1, 1}, {2, 1}, {3, 2}, {5, 20}, {20, 5}, {60, 20}, {80, 24}, {200, 60}} {
			for m := ansi.WcWidth; m <= ansi.GraphemeWidth; m++ {
				checkRender(t, e, size[0], size[1], m)
			}
		}
		press(e, "ctrl+a")
		checkRender(t, e, 40, 10, ansi.WcWidth)
		press(e, "ctrl+x")
		if !e.Empty() {
			t.Fatalf("left %q", e.Text())
		}
		press(e, "ctrl+z")
		if got := e.Text(); got != s {
			t.Fatalf("undo gave %q", got)
		}
	})
}
