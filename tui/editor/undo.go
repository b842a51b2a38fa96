package editor

import (
	"slices"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	runPause = time.Second // a longer rest starts a new step
	runWords = 20          // characters after which a new word starts a new step
	runBytes = 4096        // a step of typing or deleting grows no further
	maxSteps = 10_000      // steps kept
	maxKept  = 64 << 20    // bytes of text kept, except for the last step
)

// kind says which changes may share a step.
type kind uint8

const (
	kindOther kind = iota // never shares
	kindTyping
	kindBack    // deleting backwards
	kindForward // deleting forwards
)

// state is what undo brings back beside the text, in byte offsets.
type state struct {
	cursor, anchor int
	sel            bool
}

// step is what one undo takes back: old, at off, became new.
type step struct {
	off           int
	old, new      string
	before, after state
	kind          kind
	at            time.Time // of its last change
}

func (s *step) size() int { return len(s.old) + len(s.new) }

type history struct {
	done, undone []step
	kept         int  // bytes in done
	closed       bool // the last step takes no more
}

// add records a change, in the last step if it belongs there.
func (h *history) add(s step) {
	h.undone = nil
	if n := len(h.done); n > 0 && !h.closed && h.done[n-1].join(s) {
		h.kept += s.size()
		return
	}
	h.closed = false
	h.done = append(h.done, s)
	h.kept += s.size()
	h.trim()
}

// settle sets where the last step leaves the cursor.
func (h *history) settle(after state) {
	if n := len(h.done); n > 0 {
		h.done[n-1].after = after
	}
}

func (h *history) trim() {
	drop := 0
	if len(h.done) > maxSteps {
		drop = maxSteps / 10 // many at once, for dropping moves the rest
	}
	for kept := h.kept; kept > maxKept && drop < len(h.done)-1; drop++ {
		kept -= h.done[drop].size()
	}
	if drop == 0 {
		return
	}
	for i := range h.done[:drop] {
		h.kept -= h.done[i].size()
	}
	h.done = slices.Delete(h.done, 0, drop)
}

// join takes next into s and reports whether it did.
func (s *step) join(next step) bool {
	if s.kind != next.kind || s.kind == kindOther || s.size() > runBytes || next.at.Sub(s.at) > runPause {
		return false
	}
	switch s.kind {
	case kindTyping:
		if next.old != "" || next.off != s.off+len(s.new) || newWord(s.new, next.new) {
			return false
		}
		s.new += next.new
	case kindBack:
		if next.off+len(next.old) != s.off {
			return false
		}
		s.old = next.old + s.old
		s.off = next.off
	case kindForward:
		if next.off != s.off {
			return false
		}
		s.old += next.old
	}
	s.after, s.at = next.after, next.at
	return true
}

// newWord reports whether next starts a word where a run is long enough to end.
func newWord(run, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(run)
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsSpace(last) && !unicode.IsSpace(first) && utf8.RuneCountInString(run) >= runWords
}

// back takes the last step from those done, forth the last from those undone.
func (h *history) back() (step, bool) {
	n := len(h.done)
	if n == 0 {
		return step{}, false
	}
	s := h.done[n-1]
	h.done = h.done[:n-1]
	h.undone = append(h.undone, s)
	h.kept -= s.size()
	h.closed = true
	return s, true
}

func (h *history) forth() (step, bool) {
	n := len(h.undone)
	if n == 0 {
		return step{}, false
	}
	s := h.undone[n-1]
	h.undone = h.undone[:n-1]
	h.done = append(h.done, s)
	h.kept += s.size()
	h.closed = true
	return s, true
}
