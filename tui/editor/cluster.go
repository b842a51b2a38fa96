package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bothways/tui/safe"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// maxShown bounds, in bytes, what is drawn of one cluster. A base with thousands
// of marks is legal text, but no terminal is the better for getting it.
const maxShown = 128

// class says how a cluster behaves at the end of a row.
type class uint8

const (
	classText    class = iota
	classLetter        // a letter, where a hyphen before it may end a row
	classSpace         // hangs over the end of a row
	classHyphen        // may end a row between letters
	classWide          // may stand on either side of a break
	classOpen          // may not end a row
	classClose         // may not start a row
	classControl       // shown by a stand-in
)

// clusterLen returns the length in bytes of the first cluster of s, which must
// not be empty. A byte that is not UTF-8 is a cluster of its own, so that junk
// can be walked through and deleted one byte at a time.
func clusterLen(s string) int {
	c := s[0]
	if c < utf8.RuneSelf {
		if len(s) == 1 || s[1] < utf8.RuneSelf || c < 0x20 || c == 0x7f {
			return 1
		}
	} else if r, n := utf8.DecodeRuneInString(s); r == utf8.RuneError && n == 1 {
		return 1
	}
	n := len(graphemes.FromString(s).First())
	for i := 0; i < n; {
		r, k := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && k == 1 {
			return i
		}
		i += k
	}
	return n
}

// glyph is one cluster as it stands on a row.
type glyph struct {
	n     int // bytes of text
	w     int // columns by the wider measure, at least 1
	class class
	show  string // what is drawn, empty for a tab
}

// glyphAt reads the cluster at the start of s, which stands at column col of its
// row. No glyph is wider than limit.
func glyphAt(s string, col, limit int) glyph {
	c := s[0]
	if c < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		switch {
		case c == '\t':
			return glyph{n: 1, w: safe.TabWidth - col%safe.TabWidth, class: classSpace}
		case c >= 0x20 && c < 0x7f:
			return glyph{n: 1, w: 1, class: asciiClass(c), show: s[:1]}
		}
	}
	n := clusterLen(s)
	if c == '\t' {
		return glyph{n: 1, w: safe.TabWidth - col%safe.TabWidth, class: classSpace}
	}
	r, rn := utf8.DecodeRuneInString(s)
	if rn == n && isIdeograph(r) && limit >= 2 {
		return glyph{n: n, w: 2, class: runeClass(r, 2), show: s[:n]}
	}
	g := glyph{n: n, show: shown(s[:n])}
	g.w = widest(g.show)
	g.class = runeClass(r, g.w)
	if r == utf8.RuneError && rn == 1 || safe.Unsafe(r) {
		g.class = classControl
	}
	if g.w == 0 {
		// A mark with nothing to sit on, or a character nobody can see: give it
		// a body, or the cursor would seem stuck.
		g.show, g.class = safe.Dot, classControl
		if unicode.IsMark(r) {
			g.show = "◌" + shown(s[:n])
		}
		g.w = widest(g.show)
	}
	if g.w > limit {
		g.show, g.w = ".", 1 // no room for it
	}
	return g
}

func widest(s string) int {
	return max(ansi.GraphemeWidth.StringWidth(s), ansi.WcWidth.StringWidth(s))
}

// width returns the columns g takes by measure m.
func (g glyph) width(m ansi.Method) int {
	if g.w == 1 && len(g.show) == 1 || g.show == "" {
		return g.w
	}
	return m.StringWidth(g.show)
}

func shown(cluster string) string {
	if len(cluster) > maxShown {
		cut := maxShown
		for !utf8.RuneStart(cluster[cut]) {
			cut--
		}
		cluster = cluster[:cut]
	}
	return safe.Line(cluster)
}

func asciiClass(c byte) class {
	switch {
	case c == ' ':
		return classSpace
	case c == '-':
		return classHyphen
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return classLetter
	case strings.IndexByte("([{", c) >= 0:
		return classOpen
	case strings.IndexByte(")]}.,;:!?%\"'", c) >= 0:
		return classClose
	}
	return classText
}

func runeClass(r rune, w int) class {
	switch {
	case r < utf8.RuneSelf:
		return asciiClass(byte(r))
	case r == '\u2013' || r == '\u2014':
		return classHyphen
	case r == '\u00a0' || r == '\u202f' || r == '\u2060' || r == '\ufeff':
		return classText // made to hold words together
	case unicode.IsSpace(r):
		return classSpace
	case strings.ContainsRune("（「『【〈《〔｛“‘«", r):
		return classOpen
	case strings.ContainsRune("、。，．！？：；）」』】〉》〕｝ー々ゝゞ・…”’»ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ", r):
		return classClose
	case w >= 2 && !unicode.Is(unicode.Hangul, r):
		return classWide
	case unicode.IsLetter(r):
		return classLetter
	}
	return classText
}

// isIdeograph covers the characters that every measure gives two columns.
func isIdeograph(r rune) bool {
	return r >= 0x3041 && r <= 0x3096 || r >= 0x30a1 && r <= 0x30fa || r >= 0x4e00 && r <= 0x9fff
}
