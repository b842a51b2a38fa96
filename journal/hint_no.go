package journal

import "strings"

// hintSep stands between the parts of a key: the kind of a hint, the uid of a relationship, and the
// day it is on the occasion of.
const hintSep = ":"

// hintAbout is what the keys of one kind of hint about a relationship begin with.
func hintAbout(kind HintKind, uid string) string { return string(kind) + hintSep + uid }

// HintsAbout are what the keys of all hints about relationships begin with, before a colon, and
// those that are about none.
func HintsAbout(uids []string) []string {
	about := []string{string(HintDirection)}
	for _, uid := range uids {
		for _, kind := range []HintKind{HintDrifted, HintReview, HintTrial, HintAsk, HintEnergy} {
			about = append(about, hintAbout(kind, uid))
		}
	}
	return about
}

// noes are what was told no about one relationship.
type noes struct {
	last   Date // the last day it was, zero for never
	energy Date // the newest conversation whose energy it was about, zero for none
}

// rests reports whether a no is so fresh that nothing else is said.
func (n noes) rests(today Date) bool {
	return !n.last.IsZero() && today.DaysSince(n.last) < NoRests
}

// noesOf are what was told no, by the uid of the relationship it is about.
func noesOf(told map[string]HintState) map[string]noes {
	all := map[string]noes{}
	for key, state := range told {
		parts := strings.Split(key, hintSep)
		if state.No.IsZero() || len(parts) != 3 {
			continue
		}
		n := all[parts[1]]
		n.last = laterOf(n.last, DateOf(state.No))
		if on, err := ParseISODate(parts[2]); err == nil && parts[0] == string(HintEnergy) {
			n.energy = laterOf(n.energy, on)
		}
		all[parts[1]] = n
	}
	return all
}
