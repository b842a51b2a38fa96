package widget

// List is a cursor over rows that may be more than a page holds, and may have more to be read.
type List struct {
	Len int // rows known so far
	At  int // the chosen row
	top int // the first row shown
}

// SetLen says how many rows there are now and keeps the cursor on one of them.
func (l *List) SetLen(n int) { l.Len = n; l.Move(0) }

// Move goes n rows down, or up where n is negative, and stops at the ends.
func (l *List) Move(n int) { l.At = max(0, min(l.At+n, l.Len-1)) }

// Window is the range of rows shown in h lines, with the cursor in it and a row of what is above
// and below in sight where there is one.
func (l *List) Window(h int) (from, to int) {
	if h <= 0 {
		return 0, 0
	}
	margin := 1
	if h < 4 {
		margin = 0
	}
	l.top = min(l.top, l.At-margin)
	l.top = max(l.top, l.At+margin-h+1)
	l.top = max(0, min(l.top, l.Len-h))
	return l.top, min(l.Len, l.top+h)
}

// NearEnd reports whether the cursor is close enough to the last known row for more to be read.
func (l *List) NearEnd() bool { return l.At >= l.Len-20 }

// Follow puts the cursor back on the row it was on, by a key of the row that stays the same where
// the row moves; where that row is gone the cursor stays in its place.
func (l *List) Follow(was string, key func(int) string) {
	if was == "" || l.At < l.Len && key(l.At) == was {
		return
	}
	for i := range l.Len {
		if key(i) == was {
			l.At = i
			return
		}
	}
}
