// Package veil hides in rows that are about to be shown who is meant and what was told in confidence:
// the last door, after everything that laid them out.
package veil

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
)

// Look is how a row stands.
type Look struct {
	Width int  // cells of the window, 0 for none: a row that fills it may be cut off at its edge
	Still int  // the cells from the left in which everything stays where it is
	Typed bool // it is typed in, so that what was told in confidence must be seen
}

// Row hides names and what was told in confidence in one row, which may be styled. Columns stay where
// they are.
func Row(v journal.Veil, row string, o Look) string {
	if !v.On() {
		return row
	}
	plain := plainOf(row)
	hidden := withCut(withoutDates(v.Hidden(plain), plain), plain, o.Width, v)
	if !o.Typed {
		hidden = withConfided(hidden, plain)
	}
	if len(hidden) == 0 {
		return row
	}
	p := painter{plain: plain, hidden: hidden, still: o.Still}
	var state byte
	for row != "" {
		seq, width, n, next := ansi.DecodeSequence(row, state, nil)
		state, row = next, row[n:]
		if steers(seq, width) {
			p.out.WriteString(seq)
			continue
		}
		p.text(seq, width)
	}
	return p.out.String()
}

// plainOf is a row without what styles it, cut up as it is when it is written again.
func plainOf(row string) string {
	var b strings.Builder
	var state byte
	for row != "" {
		seq, width, n, next := ansi.DecodeSequence(row, state, nil)
		state, row = next, row[n:]
		if !steers(seq, width) {
			b.WriteString(seq)
		}
	}
	return b.String()
}

// steers reports whether a piece of a row is for the terminal, not to be read.
func steers(seq string, width int) bool {
	return width == 0 && seq != "" && (seq[0] == '\x1b' || seq[0] >= 0x80 && seq[0] <= 0x9f)
}

// painter writes a row again, piece by piece.
type painter struct {
	out    strings.Builder
	plain  string
	hidden []journal.Hidden
	still  int // cells from the left that stay
	x      int // the cell the next character stood in
	at     int // in plain
	owed   int // cells that became free and are still to be filled
	begun  bool
}

// text writes one character of width cells, or what stands in its place.
func (p *painter) text(s string, width int) {
	from, x := p.at, p.x
	p.at, p.x = p.at+len(s), p.x+width
	for len(p.hidden) > 0 && p.hidden[0].To <= from {
		p.hidden, p.begun = p.hidden[1:], false
	}
	if len(p.hidden) > 0 && p.hidden[0].From < p.at {
		h := p.hidden[0]
		if !p.begun {
			p.begun = true
			whole := ansi.StringWidth(p.plain[h.From:h.To])
			with := h.With
			if x < p.still {
				with = sameWidth(with, whole)
			}
			p.out.WriteString(with)
			p.owed += whole - ansi.StringWidth(with)
		}
		return
	}
	if p.owed > 0 && p.gap(from) {
		p.out.WriteString(strings.Repeat(" ", p.owed))
		p.owed = 0
	}
	if p.owed < 0 && s == " " && p.gap(from) {
		p.owed++
		return
	}
	p.out.WriteString(s)
}

// gap reports whether a column ends at a byte of the row.
func (p *painter) gap(at int) bool {
	rest := p.plain[at:]
	return strings.HasPrefix(rest, "  ") || strings.HasPrefix(rest, " │") || strings.HasPrefix(rest, "│") || strings.HasPrefix(rest, " ┃") || strings.HasPrefix(rest, "┃")
}

// sameWidth is what stands for a name of w cells, in as many.
func sameWidth(with string, w int) string {
	with = ansi.Truncate(strings.TrimSuffix(with, "."), w, "")
	return with + strings.Repeat("·", max(0, w-ansi.StringWidth(with)))
}

// withCut adds to what is hidden in a row what may be a part of a name: what was cut short before an
// ellipsis or at the edge of the window or of a box, and what goes on in another row, as names do in a
// script without spaces.
func withCut(hidden []journal.Hidden, plain string, w int, v journal.Veil) []journal.Hidden {
	for from := 0; ; {
		n := strings.Index(plain[from:], "…")
		if n < 0 {
			break
		}
		hidden = hideEnd(hidden, plain, from+n, v)
		from += n + len("…")
		hidden = hideStart(hidden, plain, from, v)
	}
	full := w > 0 && ansi.StringWidth(plain) >= w-1
	for from := 0; from < len(plain); {
		from += len(plain[from:]) - len(strings.TrimLeft(plain[from:], " │┃❯"))
		end := len(plain)
		for _, gap := range []string{"  ", "│", "┃"} {
			if n := strings.Index(plain[from:], gap); n >= 0 {
				end = min(end, from+n)
			}
		}
		text := strings.TrimRight(plain[from:end], " ")
		if text == "" {
			break
		}
		r, _ := utf8.DecodeRuneInString(text)
		last, _ := utf8.DecodeLastRuneInString(text)
		if !unicode.IsUpper(r) && !unicode.IsLower(r) {
			hidden = hideStart(hidden, plain, from, v)
		}
		if full && strings.Trim(plain[from+len(text):], " │┃╮╯") == "" || unicode.IsLetter(last) && !unicode.IsUpper(last) && !unicode.IsLower(last) {
			hidden = hideEnd(hidden, plain, from+len(text), v)
		}
		from = end
	}
	return hidden
}

// hideEnd hides the beginning of a name that ends at a byte of a row.
func hideEnd(hidden []journal.Hidden, plain string, end int, v journal.Veil) []journal.Hidden {
	start := v.CutEnd(plain[:end])
	if start < 0 {
		return hidden
	}
	_, size := utf8.DecodeRuneInString(plain[start:])
	return alsoHide(hidden, journal.Hidden{From: start, To: end, With: plain[start : start+size]})
}

// hideStart hides the end of a name that begins at a byte of a row.
func hideStart(hidden []journal.Hidden, plain string, start int, v journal.Veil) []journal.Hidden {
	if n := v.CutStart(plain[start:]); n > 0 {
		return alsoHide(hidden, journal.Hidden{From: start, To: start + n, With: "·"})
	}
	return hidden
}

// alsoHide puts one more among what is hidden, and makes one of those it touches on: in "Anne-Ma…" of
// Anne-Marie both are of one name.
func alsoHide(hidden []journal.Hidden, more journal.Hidden) []journal.Hidden {
	at := 0
	for at < len(hidden) && hidden[at].To <= more.From {
		at++
	}
	end := at
	for end < len(hidden) && hidden[end].From < more.To {
		if hidden[end].From <= more.From {
			more.From, more.With = hidden[end].From, hidden[end].With
		}
		more.To = max(more.To, hidden[end].To)
		end++
	}
	return slices.Insert(slices.Delete(slices.Clone(hidden), at, end), at, more)
}
