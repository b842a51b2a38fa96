package editor

import (
	"slices"
	"strings"
)

// Lines are kept in chunks, each of which knows its sums, so that finding an
// offset or putting in a line costs a walk over a few hundred chunks at most.
const (
	chunkLines = 256  // a new chunk's size
	chunkMax   = 1024 // a chunk that would grow past this is cut up
)

// pos is a place in the text: a line, and a byte offset in it on the border of a
// cluster.
type pos struct{ line, col int }

func (p pos) less(q pos) bool {
	return p.line < q.line || p.line == q.line && p.col < q.col
}

type line struct {
	text  string
	words int
	lay   *layout // nil until the line is first drawn
}

type chunk struct {
	lines []line
	bytes int // with one for the \n of each line
	words int
}

// buffer is a text as lines. It always has at least one.
type buffer struct {
	chunks []*chunk
	count  int // lines
	bytes  int // as in chunk: one more than the text has
	words  int
	width  int // columns to wrap at

	// The chunk used last and its first line: keys come from one neighbourhood.
	atChunk, atLine int
}

func newBuffer(text string, width int) *buffer {
	b := &buffer{width: width}
	b.put(0, 0, newLines(text))
	return b
}

func newLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for {
		s, rest, more := strings.Cut(text, "\n")
		lines = append(lines, line{text: s, words: countWords(s, false)})
		if !more {
			return lines
		}
		text = rest
	}
}

// put replaces the chunks from to to by lines.
func (b *buffer) put(from, to int, lines []line) {
	for _, c := range b.chunks[from:to] {
		b.count -= len(c.lines)
		b.bytes -= c.bytes
		b.words -= c.words
	}
	fresh := make([]*chunk, 0, len(lines)/chunkLines+1)
	for part := range slices.Chunk(lines, chunkLines) {
		c := &chunk{lines: part}
		for i := range part {
			c.bytes += len(part[i].text) + 1
			c.words += part[i].words
		}
		b.count += len(c.lines)
		b.bytes += c.bytes
		b.words += c.words
		fresh = append(fresh, c)
	}
	b.chunks = slices.Replace(b.chunks, from, to, fresh...)
	b.atChunk, b.atLine = 0, 0
}

// find returns the chunk that holds line i and i's place in it.
func (b *buffer) find(i int) (*chunk, int) {
	for i < b.atLine {
		b.atChunk--
		b.atLine -= len(b.chunks[b.atChunk].lines)
	}
	for {
		c := b.chunks[b.atChunk]
		if i < b.atLine+len(c.lines) {
			return c, i - b.atLine
		}
		b.atLine += len(c.lines)
		b.atChunk++
	}
}

func (b *buffer) line(i int) *line {
	c, j := b.find(i)
	return &c.lines[j]
}

// layout returns the rows of line i, laid out if they were not.
func (b *buffer) layout(i int) *layout {
	l := b.line(i)
	if l.lay == nil || l.lay.width != b.width {
		l.lay = wrap(l.text, b.width)
	}
	return l.lay
}

// end is the last place in the text.
func (b *buffer) end() pos {
	return pos{b.count - 1, len(b.line(b.count - 1).text)}
}

// offset returns p as a byte offset in the text.
func (b *buffer) offset(p pos) int {
	_, j := b.find(p.line)
	off := p.col
	for _, c := range b.chunks[:b.atChunk] {
		off += c.bytes
	}
	for _, l := range b.chunks[b.atChunk].lines[:j] {
		off += len(l.text) + 1
	}
	return off
}

// pos is the reverse of offset; off is clamped to the text.
func (b *buffer) pos(off int) pos {
	if off >= b.bytes-1 {
		return b.end()
	}
	off = max(off, 0)
	b.atChunk, b.atLine = 0, 0
	for off >= b.chunks[b.atChunk].bytes {
		off -= b.chunks[b.atChunk].bytes
		b.atLine += len(b.chunks[b.atChunk].lines)
		b.atChunk++
	}
	at := b.atLine
	for _, l := range b.chunks[b.atChunk].lines {
		if off <= len(l.text) {
			break
		}
		off -= len(l.text) + 1
		at++
	}
	return pos{at, off}
}

func (b *buffer) text() string {
	return b.slice(pos{}, b.end())
}

// slice returns the text between two places. A small part of a long line is
// copied, so that keeping it does not keep the line.
func (b *buffer) slice(from, to pos) string {
	if from.line == to.line {
		s := b.line(from.line).text
		return own(s[from.col:to.col], len(s))
	}
	var out strings.Builder
	out.Grow(b.offset(to) - b.offset(from))
	out.WriteString(b.line(from.line).text[from.col:])
	for i := from.line + 1; i < to.line; i++ {
		out.WriteByte('\n')
		out.WriteString(b.line(i).text)
	}
	out.WriteByte('\n')
	out.WriteString(b.line(to.line).text[:to.col])
	return out.String()
}

// own returns s, copied if it is a small part of a whole of n bytes.
func own(s string, n int) string {
	if n > 64 && len(s) < n/2 {
		return strings.Clone(s)
	}
	return s
}

// replace puts ins in the place of the text between from and to, and returns the
// place after it.
func (b *buffer) replace(from, to pos, ins string) pos {
	if from.line == to.line && strings.IndexByte(ins, '\n') < 0 {
		b.edit(from.line, from.col, to.col, ins)
		return pos{from.line, from.col + len(ins)}
	}
	first, last := *b.line(from.line), *b.line(to.line)
	tail := last.text[to.col:]
	lines := newLines(ins)
	end := pos{from.line + len(lines) - 1, len(lines[len(lines)-1].text)}
	if len(lines) == 1 {
		end.col += from.col
		joined := line{text: first.text[:from.col] + ins + tail}
		joined.words = countWords(joined.text, false)
		joined.lay = carry(joinLayouts(first.lay, last.lay, from.col, to.col), joined.text, from.col, 0, len(ins))
		lines[0] = joined
	} else {
		var tailLay *layout
		if last.lay != nil {
			tailLay = last.lay.clone() // first and last may be the same line
		}
		head, foot := &lines[0], &lines[len(lines)-1]
		grown := len(head.text)
		head.text = own(first.text[:from.col], len(first.text)) + head.text
		head.words = countWords(head.text, false)
		head.lay = carry(first.lay, head.text, from.col, len(first.text)-from.col, grown)
		grown = len(foot.text)
		foot.text += own(tail, len(last.text))
		foot.words = countWords(foot.text, false)
		foot.lay = carry(tailLay, foot.text, 0, to.col, grown)
	}
	b.splice(from.line, to.line+1, lines)
	return end
}

// joinLayouts returns the layout of a line cut at a and the part of another from
// z on put after it: the rows are those that the two had.
func joinLayouts(first, last *layout, a, z int) *layout {
	if first == nil || last == nil || first.width != last.width || first.indent != last.indent {
		return nil
	}
	for len(first.more) > 0 && first.more[len(first.more)-1] > a {
		first.more = first.more[:len(first.more)-1]
	}
	for _, start := range last.more {
		if start > z {
			first.more = append(first.more, start-z+a)
		}
	}
	return first
}

func carry(l *layout, s string, a, removed, inserted int) *layout {
	if l == nil {
		return nil
	}
	return l.rewrap(s, a, removed, inserted)
}

// edit replaces the bytes a to z of one line.
func (b *buffer) edit(i, a, z int, ins string) {
	c, j := b.find(i)
	l := &c.lines[j]
	now := l.text[:a] + ins + l.text[z:]
	words := wordDelta(l.text, now, a, z, ins)
	grown := len(now) - len(l.text)
	l.text = now
	l.words += words
	l.lay = carry(l.lay, now, a, z-a, len(ins))
	c.bytes += grown
	c.words += words
	b.bytes += grown
	b.words += words
}

// splice replaces the lines from to to, at least one, by at least one other.
func (b *buffer) splice(from, to int, lines []line) {
	c, j := b.find(from)
	n := to - from
	if j+n <= len(c.lines) && len(c.lines)-n+len(lines) <= chunkMax {
		for k := range lines {
			c.bytes += len(lines[k].text) + 1
			c.words += lines[k].words
			b.bytes += len(lines[k].text) + 1
			b.words += lines[k].words
		}
		for k := j; k < j+n; k++ {
			c.bytes -= len(c.lines[k].text) + 1
			c.words -= c.lines[k].words
			b.bytes -= len(c.lines[k].text) + 1
			b.words -= c.lines[k].words
		}
		b.count += len(lines) - n
		c.lines = slices.Replace(c.lines, j, j+n, lines...)
		return
	}
	first := b.atChunk
	head := c.lines[:j]
	c, j = b.find(to - 1)
	foot := c.lines[j+1:]
	all := make([]line, 0, len(head)+len(lines)+len(foot))
	all = append(append(append(all, head...), lines...), foot...)
	b.put(first, b.atChunk+1, all)
}
