package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// DiffSpan is a run of words that both of two texts have, or one of them.
type DiffSpan struct {
	Op   DiffOp
	Text string
}

// DiffOp says which text a span is in.
type DiffOp int

const (
	DiffSame DiffOp = iota // in both
	DiffGone               // only in the earlier one
	DiffNew                // only in the later one
)

// DiffBlock is a run of whole lines of two texts: the same in both, or another in each.
type DiffBlock struct {
	Same bool
	// Then and Now are the lines of the earlier and the later text, each as its spans: of the earlier
	// one DiffSame and DiffGone, of the later one DiffSame and DiffNew. No span has a line break.
	Then, Now [][]DiffSpan
}

// Diff is what changed between two texts, line by line and within changed lines word by word. All
// lines of both are in it, in their order. Texts that have next to nothing in common, and very long
// ones, are told apart more coarsely; what is in which text is always true.
func Diff(then, now string) []DiffBlock {
	var out []DiffBlock
	a, b := textLines(then), textLines(now)
	var gone, added []string
	flush := func() {
		if len(gone)+len(added) == 0 {
			return
		}
		spans := DiffWords(strings.Join(gone, "\n"), strings.Join(added, "\n"))
		var block DiffBlock
		if len(gone) > 0 {
			block.Then = cutLines(spans, DiffGone)
		}
		if len(added) > 0 {
			block.Now = cutLines(spans, DiffNew)
		}
		out, gone, added = append(out, block), nil, nil
	}
	for _, e := range script(a, b) {
		switch e.op {
		case DiffGone:
			gone = append(gone, a[e.from:e.to]...)
		case DiffNew:
			added = append(added, b[e.from:e.to]...)
		default:
			flush()
			same := cutLines([]DiffSpan{{DiffSame, strings.Join(a[e.from:e.to], "\n")}}, DiffSame)
			out = append(out, DiffBlock{Same: true, Then: same, Now: same})
		}
	}
	flush()
	return out
}

// textLines are the lines of a text; none has none.
func textLines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// DiffWords is what changed between two texts by words, white space and marks apart: the spans but
// for new ones make the earlier text, and those but for gone ones the later.
func DiffWords(then, now string) []DiffSpan {
	head := sameHead(then, now)
	tail := sameTail(then[head:], now[head:])
	a, b := words(then[head:len(then)-tail]), words(now[head:len(now)-tail])
	var out []DiffSpan
	add := func(op DiffOp, text string) {
		if n := len(out); n > 0 && out[n-1].Op == op {
			out[n-1].Text += text
			return
		}
		out = append(out, DiffSpan{op, text})
	}
	if head > 0 {
		add(DiffSame, then[:head])
	}
	for _, e := range script(a, b) {
		from := a
		if e.op == DiffNew {
			from = b
		}
		add(e.op, strings.Join(from[e.from:e.to], ""))
	}
	if tail > 0 {
		add(DiffSame, then[len(then)-tail:])
	}
	return gather(out)
}

// sameHead and sameTail are how many bytes two texts have in common at an end, as far as whole words
// go: to cut megabytes into words only to find them the same would take seconds. A little less than
// there is does no harm, for the words in between are compared all the same.
func sameHead(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n--; n > 0; n-- {
		if beginsWord(a, n) {
			return n
		}
	}
	return 0
}

func sameTail(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for n--; n > 0; n-- {
		if beginsWord(a, len(a)-n) {
			return n
		}
	}
	return 0
}

// beginsWord reports whether a word of plain letters or digits begins at byte i, after a space or a
// line break: whatever else is in a text, words cuts it there.
func beginsWord(s string, i int) bool {
	c := s[i]
	return (s[i-1] == ' ' || s[i-1] == '\n') && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
}

// gather makes one change of two that only white space stands between, which reads better than words
// struck out one by one.
func gather(spans []DiffSpan) []DiffSpan {
	var out []DiffSpan
	for i := 0; i < len(spans); {
		if spans[i].Op == DiffSame {
			out, i = append(out, spans[i]), i+1
			continue
		}
		var gone, added strings.Builder
		for i < len(spans) {
			s := spans[i]
			if s.Op == DiffSame {
				between := strings.TrimFunc(s.Text, unicode.IsSpace) == "" && !strings.Contains(s.Text, "\n")
				if !between || i+1 == len(spans) {
					break
				}
				gone.WriteString(s.Text)
				added.WriteString(s.Text)
			} else if s.Op == DiffGone {
				gone.WriteString(s.Text)
			} else {
				added.WriteString(s.Text)
			}
			i++
		}
		if gone.Len() > 0 {
			out = append(out, DiffSpan{DiffGone, gone.String()})
		}
		if added.Len() > 0 {
			out = append(out, DiffSpan{DiffNew, added.String()})
		}
	}
	return out
}

// cutLines are the lines of one text: the spans that are the same, and those of one op.
func cutLines(spans []DiffSpan, op DiffOp) [][]DiffSpan {
	lines := [][]DiffSpan{nil}
	for _, s := range spans {
		if s.Op != DiffSame && s.Op != op {
			continue
		}
		for i, part := range strings.Split(s.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			if part != "" {
				lines[len(lines)-1] = append(lines[len(lines)-1], DiffSpan{s.Op, part})
			}
		}
	}
	return lines
}

// words cuts a text into words, runs of white space, line breaks and single marks.
func words(s string) []string {
	var out []string
	for s != "" {
		first, n := utf8.DecodeRuneInString(s)
		kind := runeKind(first)
		for kind == wordRune || kind == spaceRune {
			r, size := utf8.DecodeRuneInString(s[n:])
			if size == 0 || runeKind(r) != kind {
				break
			}
			n += size
		}
		out, s = append(out, s[:n]), s[n:]
	}
	return out
}

const (
	wordRune = iota
	spaceRune
	markRune
)

func runeKind(r rune) int {
	switch {
	case r == '\n':
		return markRune
	case unicode.IsSpace(r):
		return spaceRune
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r), r == '\'', r == '’', r == utf8.RuneError:
		return wordRune
	}
	return markRune
}

// piece is a run of one of two lists: of the later one where it is new, else of the earlier one.
type piece struct {
	op       DiffOp
	from, to int
}

// script leads from a to b in few pieces: what is the same at both ends is, and in between the
// shortest way is looked for as long as that is not too far.
func script(a, b []string) []piece {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out []piece
	add := func(op DiffOp, from, to int) {
		if n := len(out); n > 0 && out[n-1].op == op && out[n-1].to == from {
			out[n-1].to = to
			return
		}
		if from < to {
			out = append(out, piece{op, from, to})
		}
	}
	add(DiffSame, 0, head)
	for _, p := range shortest(a[head:len(a)-tail], b[head:len(b)-tail]) {
		add(p.op, p.from+head, p.to+head)
	}
	if tail > 0 {
		add(DiffSame, len(a)-tail, len(a))
	}
	return out
}

// The most changes looked for one by one, and the most work done for that.
const (
	maxChanges  = 800
	maxDiffWork = 20_000_000
)

// shortest is the script with the fewest changes, by Myers' way through the grid of both lists; where
// there are too many, all of a goes and all of b comes.
func shortest(a, b []string) []piece {
	most := min(len(a)+len(b), maxChanges, 2+maxDiffWork/(1+len(a)+len(b)))
	v := make([]int, 2*most+3) // how far each diagonal reaches in a
	mid := most + 1
	var trace [][]int
	for d := 0; d <= most; d++ {
		trace = append(trace, append([]int(nil), v[mid-d-1:mid+d+2]...))
		for k := -d; k <= d; k += 2 {
			x := v[mid+k-1] + 1
			if k == -d || k != d && v[mid+k-1] < v[mid+k+1] {
				x = v[mid+k+1]
			}
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			if v[mid+k] = x; x >= len(a) && x-k >= len(b) {
				return walkBack(trace, len(a), len(b))
			}
		}
	}
	return []piece{{DiffGone, 0, len(a)}, {DiffNew, 0, len(b)}}
}

// walkBack reads the way that was found from its end. Each of trace is how far the diagonals reached
// before a change, from one below the lowest to one above the highest.
func walkBack(trace [][]int, x, y int) []piece {
	var back []piece
	for d := len(trace) - 1; d >= 0 && (x > 0 || y > 0); d-- {
		at := func(k int) int { return trace[d][k+d+1] }
		k := x - y
		from := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			from = k + 1
		}
		fromX := at(from)
		fromY := fromX - from
		if d == 0 {
			fromX, fromY = 0, 0
		}
		start := x
		for x > fromX && y > fromY {
			x, y = x-1, y-1
		}
		if x < start {
			back = append(back, piece{DiffSame, x, start})
		}
		switch {
		case d == 0:
		case x > fromX:
			back = append(back, piece{DiffGone, fromX, x})
		case y > fromY:
			back = append(back, piece{DiffNew, fromY, y})
		}
		x, y = fromX, fromY
	}
	out := make([]piece, 0, len(back))
	for i := len(back) - 1; i >= 0; i-- {
		out = append(out, back[i])
	}
	return out
}
