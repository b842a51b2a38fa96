package journal

import "strings"

// LiftLine reads one line and returns what it becomes, with Line 0, and what is to be said about
// it. ok is false for a line that becomes nothing, also for a marker without words after it, which
// is a line still being typed. It knows nothing of the code a line may stand in; see Fence.
func LiftLine(line string, ctx LiftContext) (thing Lifted, notices []Notice, ok bool) {
	// Files that went through careless tools end lines in several returns; cutting all of them
	// keeps Source the same when it is read again.
	line = strings.TrimRight(line, "\r\n")
	thing, rest, ok := cutMarker(line)
	if !ok {
		return Lifted{}, nil, false
	}
	thing.Source = line
	thing.Text = strings.TrimSpace(rest)
	if thing.Kind == LiftAction {
		notices = liftAction(&thing, ctx)
	}
	if Blank(thing.Text) {
		return Lifted{}, nil, false
	}
	return thing, notices, true
}

// liftAction reads owner and due date out of the action's text.
func liftAction(thing *Lifted, ctx LiftContext) (notices []Notice) {
	text, owner, other := cutOwner(thing.Text, ctx.Person)
	if other != "" {
		notices = append(notices, Notice{Text: otherOwner(other, ctx.Person)})
	}
	text, due, tried := CutDate(text, ctx.On)
	if tried != "" {
		notices = append(notices, Notice{Text: "“" + tried + "” is not a date that can be read, so it stays in the words."})
	}
	thing.Text, thing.Owner, thing.Due = text, owner, due
	return notices
}

// cutMarker reads what a line begins with, and returns what that says and the rest of the line.
// Most lines are ordinary ones and every line of a note comes through here at every key, so the
// first letter decides for most of them.
func cutMarker(line string) (thing Lifted, rest string, ok bool) {
	s := strings.TrimSpace(line)
	if s == "" {
		return Lifted{}, "", false
	}
	if s[0] == '-' || s[0] == '*' {
		after := strings.TrimLeft(s[1:], " \t")
		spaced := len(after) < len(s)-1
		if after == "" || !spaced && s[0] == '*' {
			return Lifted{}, "", false
		}
		if after[0] == '[' {
			return cutBox(after)
		}
		if !spaced {
			return Lifted{}, "", false
		}
		s = after
	}
	return cutKeyword(s)
}

// cutBox reads the box of an action: [ ] or [x].
func cutBox(s string) (thing Lifted, rest string, ok bool) {
	if len(s) < 3 || s[2] != ']' {
		return Lifted{}, "", false
	}
	switch s[1] {
	case ' ':
	case 'x', 'X':
		thing.Done = true
	default:
		return Lifted{}, "", false
	}
	rest = s[3:]
	// These make it a link of Markdown, whose words happen to be an x.
	if rest != "" && (rest[0] == '(' || rest[0] == '[' || rest[0] == ':') {
		return Lifted{}, "", false
	}
	thing.Kind = LiftAction
	return thing, rest, true
}

// cutKeyword reads a word and its colon, such as "gave:".
func cutKeyword(s string) (thing Lifted, rest string, ok bool) {
	switch s[0] | 0x20 {
	case 'g':
		thing = Lifted{Kind: LiftExchange, Direction: Gave}
		if rest, ok = cutWord(s, "gave"); !ok {
			thing.Direction = Got
			rest, ok = cutWord(s, "got")
		}
	case 's':
		thing.Kind = LiftShift
		rest, ok = cutWord(s, "shift")
	case 'p':
		thing.Kind = LiftPrivate
		rest, ok = cutWord(s, "priv")
	case 'a':
		thing.Kind = LiftTopic
		if rest, ok = cutWord(s, "ask"); ok {
			rest, thing.Hard = strings.CutPrefix(rest, "!")
		}
	}
	if !ok {
		return Lifted{}, "", false
	}
	// Some languages are written with a space before a colon.
	after := strings.TrimPrefix(rest, " ")
	rest, ok = strings.CutPrefix(after, ":")
	if !ok && thing.Kind == LiftPrivate { // what was told in confidence must not depend on a keyboard
		rest, ok = strings.CutPrefix(after, "：")
	}
	if !ok {
		return Lifted{}, "", false
	}
	return thing, rest, true
}

// cutWord cuts a word of lower-case ASCII letters off the beginning of s, in any case.
func cutWord(s, word string) (rest string, ok bool) {
	if len(s) < len(word) {
		return "", false
	}
	for i := 0; i < len(word); i++ {
		if c := s[i]; c|0x20 != word[i] {
			return "", false
		}
	}
	return s[len(word):], true
}
