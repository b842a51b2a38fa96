package tui

// stretch is a part of a list, its first row and the one behind its last.
type stretch struct{ from, to int }

func (s stretch) len() int { return s.to - s.from }

// around is a stretch of n of all rows with at in it, the first ones where it can be.
func around(at, n, all int) stretch {
	n = max(0, min(n, all))
	from := max(0, min(at-n+1, all-n))
	return stretch{from, from + n}
}

// todayFit is what is shown of what to follow up and of what is coming.
type todayFit struct{ follow, coming stretch }

// How many rows of each are shown before the other gives way.
const (
	leastFollow = 3
	leastComing = 2
)

// fit shares h rows between what to follow up, whose heading stands above them, and what is coming, so
// that neither hides the other. A page too low for a little of both has all rows, to scroll in.
func (t *TodayScreen) fit(h int) todayFit {
	follow, coming := len(t.data.FollowUp), len(t.coming)
	whole := todayFit{stretch{0, follow}, stretch{0, coming}}
	between := 0
	if coming > 0 {
		between = 2 // a blank row and the heading
	}
	room := h - between
	more := 0
	if t.data.More > 0 {
		more = 1
	}
	if follow == 0 || coming == 0 || h <= 0 || follow+more+coming <= room {
		return whole
	}
	room-- // the row that says how many more there are
	days := coming
	if room-days < min(leastFollow, follow) {
		days = max(min(leastComing, coming), room-min(leastFollow, follow))
	}
	if room-days < 1 {
		return whole
	}
	at := t.list[partDo].At - len(t.data.Drafts)
	if t.part != partDo {
		at = 0
	}
	return todayFit{around(at, room-days, follow), around(at-follow, days, coming)}
}
