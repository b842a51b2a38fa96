package journal

// Split is how a conversation went: how much was listening, asking and advising. One conversation's
// adds up to SplitWhole; several may be added up.
type Split struct{ Listening, Asking, Advising int }

// IsZero reports whether the split is unsaid.
func (s Split) IsZero() bool { return s == Split{} }

// Tenths are the shares of what was added up, in whole tenths that make SplitWhole; the zero Split
// for one that is unsaid.
func (s Split) Tenths() Split {
	parts := [3]int{s.Listening, s.Asking, s.Advising}
	sum := parts[0] + parts[1] + parts[2]
	if sum == 0 {
		return Split{}
	}
	var out [3]int
	left := SplitWhole
	for i, n := range parts {
		out[i] = n * SplitWhole / sum
		left -= out[i]
	}
	for ; left > 0; left-- { // to whoever is furthest from a whole share
		at := 0
		for i, n := range parts {
			if n*SplitWhole-out[i]*sum > parts[at]*SplitWhole-out[at]*sum {
				at = i
			}
		}
		out[at]++
	}
	return Split{out[0], out[1], out[2]}
}
