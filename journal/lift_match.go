package journal

import (
	"cmp"
	"slices"
)

// Anchor is a thing an earlier save made of a line, with that line. IDs are those of its kind.
type Anchor struct {
	ID     int64
	Kind   LiftKind
	Source string // as Lifted has it
	Gone   bool   // an earlier save found its line deleted
	Closed bool   // the thing was closed elsewhere, while its line says it is open
}

// Pair is a thing and the line it stands at.
type Pair struct {
	Anchor Anchor
	Now    Lifted
}

// Edit is a thing whose line was changed. Was is what the old line says, read in the same context
// as the new one, so that what differs between the two is what the person changed. Only that is to
// be set: the thing itself may have been carried over or marked done elsewhere since.
type Edit struct {
	Anchor   Anchor
	Was, Now Lifted
}

func (e Edit) TextChanged() bool      { return e.Was.Text != e.Now.Text }
func (e Edit) OwnerChanged() bool     { return e.Was.Owner != e.Now.Owner }
func (e Edit) DueChanged() bool       { return e.Was.Due != e.Now.Due }
func (e Edit) DoneChanged() bool      { return e.Was.Done != e.Now.Done }
func (e Edit) DirectionChanged() bool { return e.Was.Direction != e.Now.Direction }
func (e Edit) HardChanged() bool      { return e.Was.Hard != e.Now.Hard }

// Changed reports whether the thing itself changed, and not just how its line is written.
func (e Edit) Changed() bool {
	return e.TextChanged() || e.OwnerChanged() || e.DueChanged() || e.DoneChanged() || e.DirectionChanged() || e.HardChanged()
}

// Matching says for each thing of an earlier save and each line of the note now what they are to
// each other. Every anchor and every line that is not private is in it once. Lists with lines are
// in their order, lists of anchors in the order they were given.
type Matching struct {
	Same  []Pair   // the line stands as it was, perhaps elsewhere
	Edit  []Edit   // the line was changed
	Back  []Pair   // the line was gone and is there again, exactly
	Make  []Lifted // a new line
	Gone  []Anchor // the line was deleted since the last save; the thing stays
	Still []Anchor // the line was gone before and still is
}

// MatchLines finds the things an earlier save made, old, in the lines a note has now. A line that is
// exactly there is the same one wherever it stands, each as often as it stands there. Of the rest,
// lines of a kind with similar words are edits, and so is the only one left of its kind where its
// neighbours are the same as before. A closed anchor is found only in its exact line or in one
// whose words differ by a slip of the pen: any other line is a new promise, and must not begin as
// done. ctx is what the lines now were read with.
func MatchLines(old []Anchor, now []Lifted, ctx LiftContext) Matching {
	m := newMatcher(old, now, ctx)
	m.matchEnds()
	m.matchExact(false)
	m.matchExact(true)
	for _, kind := range m.kindsLeft() {
		m.matchSimilar(kind)
	}
	for _, kind := range m.kindsLeft() {
		m.matchPlace(kind)
	}
	return m.result()
}

// matcher holds a matching while it is made. Indexes are into old and now; -1 is unmatched.
type matcher struct {
	old []Anchor
	now []Lifted // without private lines
	ctx LiftContext

	live  []int // the anchors that are not gone
	oldTo []int // for each anchor its line
	nowTo []int // for each line its anchor
	same  []bool
}

type lineKey struct {
	kind   LiftKind
	source string
}

func newMatcher(old []Anchor, now []Lifted, ctx LiftContext) *matcher {
	m := &matcher{old: old, ctx: ctx}
	for _, l := range now {
		if l.Kind != LiftPrivate {
			m.now = append(m.now, l)
		}
	}
	m.oldTo = slices.Repeat([]int{-1}, len(m.old))
	m.nowTo = slices.Repeat([]int{-1}, len(m.now))
	m.same = make([]bool, len(m.now))
	for i, a := range m.old {
		if !a.Gone {
			m.live = append(m.live, i)
		}
	}
	return m
}

func (m *matcher) oldKey(i int) lineKey { return lineKey{m.old[i].Kind, m.old[i].Source} }
func (m *matcher) nowKey(j int) lineKey { return lineKey{m.now[j].Kind, m.now[j].Source} }

func (m *matcher) match(i, j int, same bool) {
	m.oldTo[i], m.nowTo[j], m.same[j] = j, i, same
}

// matchEnds matches what is unchanged at the beginning and at the end. Of several lines that read
// alike, that finds the one which was not edited.
func (m *matcher) matchEnds() {
	first := 0
	for first < len(m.live) && first < len(m.now) && m.oldKey(m.live[first]) == m.nowKey(first) {
		m.match(m.live[first], first, true)
		first++
	}
	i, j := len(m.live)-1, len(m.now)-1
	for i >= first && j >= first && m.oldKey(m.live[i]) == m.nowKey(j) {
		m.match(m.live[i], j, true)
		i, j = i-1, j-1
	}
}

// matchExact matches each line left with the first anchor left that has just this line, among
// those that are gone or those that are not.
func (m *matcher) matchExact(gone bool) {
	left := make(map[lineKey][]int)
	for i, a := range m.old {
		if a.Gone == gone && m.oldTo[i] < 0 {
			left[m.oldKey(i)] = append(left[m.oldKey(i)], i)
		}
	}
	for j := range m.now {
		if m.nowTo[j] >= 0 {
			continue
		}
		key := m.nowKey(j)
		if anchors := left[key]; len(anchors) > 0 {
			m.match(anchors[0], j, true)
			left[key] = anchors[1:]
		}
	}
}

// kindsLeft are the kinds lines are left of, in the order of the lines.
func (m *matcher) kindsLeft() (kinds []LiftKind) {
	for j, l := range m.now {
		if m.nowTo[j] < 0 && !slices.Contains(kinds, l.Kind) {
			kinds = append(kinds, l.Kind)
		}
	}
	return kinds
}

// leftOf are the live anchors and the lines of a kind that are not matched yet.
func (m *matcher) leftOf(kind LiftKind) (anchors, lines []int) {
	for _, i := range m.live {
		if m.oldTo[i] < 0 && m.old[i].Kind == kind {
			anchors = append(anchors, i)
		}
	}
	for j, l := range m.now {
		if m.nowTo[j] < 0 && l.Kind == kind {
			lines = append(lines, j)
		}
	}
	return anchors, lines
}

// was is what an anchor's line says. A line that lifts no more, since the rules for lines have
// changed, is taken as its bare words.
func (m *matcher) was(i int) Lifted {
	a := m.old[i]
	if l, _, ok := LiftLine(a.Source, m.ctx); ok && l.Kind == a.Kind {
		return l
	}
	return Lifted{Kind: a.Kind, Source: a.Source, Text: a.Source}
}

// matchPlace matches the one anchor and the one line left of a kind where they stand between the
// same neighbours: then the line was rewritten, whatever its words are now.
func (m *matcher) matchPlace(kind LiftKind) {
	anchors, lines := m.leftOf(kind)
	if len(anchors) != 1 || len(lines) != 1 {
		return
	}
	i, j := anchors[0], lines[0]
	if m.old[i].Closed {
		return
	}
	if m.oldNeighbour(i, -1) == m.nowNeighbour(j, -1) && m.oldNeighbour(i, 1) == m.nowNeighbour(j, 1) {
		m.match(i, j, false)
	}
}

// oldNeighbour is the line matched by the nearest live anchor before (step -1) or after (step 1)
// anchor i that is matched, -1 for none.
func (m *matcher) oldNeighbour(i, step int) int {
	for i += step; i >= 0 && i < len(m.old); i += step {
		if !m.old[i].Gone && m.oldTo[i] >= 0 {
			return m.oldTo[i]
		}
	}
	return -1
}

// nowNeighbour is the nearest line before or after line j that matches a live anchor.
func (m *matcher) nowNeighbour(j, step int) int {
	for j += step; j >= 0 && j < len(m.now); j += step {
		if i := m.nowTo[j]; i >= 0 && !m.old[i].Gone {
			return j
		}
	}
	return -1
}

func (m *matcher) result() (r Matching) {
	for j, l := range m.now {
		i := m.nowTo[j]
		switch {
		case i < 0:
			r.Make = append(r.Make, l)
		case m.old[i].Gone:
			r.Back = append(r.Back, Pair{m.old[i], l})
		case m.same[j]:
			r.Same = append(r.Same, Pair{m.old[i], l})
		default:
			r.Edit = append(r.Edit, Edit{m.old[i], m.was(i), l})
		}
	}
	for i, a := range m.old {
		switch {
		case m.oldTo[i] >= 0:
		case a.Gone:
			r.Still = append(r.Still, a)
		default:
			r.Gone = append(r.Gone, a)
		}
	}
	return r
}

// likeness is how alike an anchor's line and a line are, and how far apart they stand among what
// is left of their kind.
type likeness struct {
	anchor, line int
	score        float64
	apart        int
}

// matchSimilar matches the anchors and lines left of a kind by their words, the most alike first
// and of equals the nearest.
func (m *matcher) matchSimilar(kind LiftKind) {
	anchors, lines := m.leftOf(kind)
	if len(anchors) == 0 || len(lines) == 0 {
		return
	}
	was, spelt := make([]profile, len(anchors)), make(map[int]spelling)
	for x, i := range anchors {
		text := m.was(i).Text
		was[x] = newProfile(text)
		if m.old[i].Closed {
			spelt[x] = newSpelling(text)
		}
	}
	window := likenessWindow(len(anchors), len(lines))
	var pairs []likeness
	for y, j := range lines {
		is := newProfile(m.now[j].Text)
		var spells spelling
		if len(spelt) > 0 {
			spells = newSpelling(m.now[j].Text)
		}
		// Where not all can be compared, those at about the same place are.
		centre := y * len(anchors) / len(lines)
		for x := max(0, centre-window); x < min(len(anchors), centre+window+1); x++ {
			score := was[x].likeness(is)
			if s, closed := spelt[x]; closed {
				if !s.sameButForSlips(spells) {
					continue
				}
				score = max(score, minLikeness)
			}
			if score >= minLikeness {
				pairs = append(pairs, likeness{anchors[x], j, score, max(x-centre, centre-x)})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b likeness) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.apart, b.apart), cmp.Compare(a.line, b.line), cmp.Compare(a.anchor, b.anchor))
	})
	for _, p := range pairs {
		if m.oldTo[p.anchor] < 0 && m.nowTo[p.line] < 0 {
			m.match(p.anchor, p.line, false)
		}
	}
}
