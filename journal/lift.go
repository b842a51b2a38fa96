package journal

import "strings"

// LiftKind is what a line of a note becomes.
type LiftKind string

const (
	LiftAction   LiftKind = "action"
	LiftExchange LiftKind = "exchange"
	LiftShift    LiftKind = "shift"
	LiftTopic    LiftKind = "topic"
	LiftPrivate  LiftKind = "private" // told in confidence; it stays a line of the note
)

// Lifted is a line of a note as the thing it becomes.
type Lifted struct {
	Kind   LiftKind
	Line   int    // counted from 0
	Source string // the line as written, without its line end
	Text   string // its words without marker, name and date; never blank

	Owner     Owner     // actions
	Due       Date      // actions; zero for none
	Done      bool      // actions
	Direction Direction // exchanges
	Hard      bool      // topics
}

// LiftContext is what the words of a note are read against.
type LiftContext struct {
	On     Date   // the day of the conversation, from which dates count
	Person string // the name of the person it is about, "" for nobody
}

// Lift reads a note and returns what its lines become, in their order, and what is to be said
// about them. Lines within fenced code do not lift.
func Lift(note string, ctx LiftContext) ([]Lifted, []Notice) {
	var things []Lifted
	var notices []Notice
	var fence Fence
	for number := 0; ; number++ {
		line, rest, more := strings.Cut(note, "\n")
		if !fence.Next(line) {
			if thing, said, ok := LiftLine(line, ctx); ok {
				thing.Line = number
				things = append(things, thing)
				for _, n := range said {
					n.Line = number
					notices = append(notices, n)
				}
			}
		}
		if !more {
			return things, notices
		}
		note = rest
	}
}

// Fence follows the lines of a note and tells which are fenced code, as Markdown has it: from a
// line of at least three backticks or tildes to the next line of at least as many, or to the end.
// The zero Fence stands before the first line.
type Fence struct {
	mark   byte // 0 outside of code
	length int
}

// Next takes the next line and reports whether it is code or the fence around it.
func (f *Fence) Next(line string) bool {
	s := strings.TrimLeft(line, " \t")
	if f.mark == 0 && (s == "" || s[0] != '`' && s[0] != '~') {
		return false
	}
	if f.mark == 0 {
		rest := strings.TrimLeft(s, s[:1])
		length := len(s) - len(rest)
		// With a backtick after them, three backticks are code within a line.
		if length < 3 || s[0] == '`' && strings.Contains(rest, "`") {
			return false
		}
		f.mark, f.length = s[0], length
		return true
	}
	rest := strings.TrimLeft(s, string(rune(f.mark)))
	if len(s)-len(rest) >= f.length && strings.TrimSpace(rest) == "" {
		*f = Fence{}
	}
	return true
}
