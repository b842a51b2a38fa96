package journal

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// after is what the anchors are once a matching is kept: in the order of the lines, then what is gone.
func (m Matching) after() (anchors []Anchor) {
	type placed struct {
		line   int
		anchor Anchor
	}
	var all []placed
	next := int64(1)
	add := func(a Anchor, l Lifted) {
		next = max(next, a.ID+1)
		all = append(all, placed{l.Line, Anchor{ID: a.ID, Kind: l.Kind, Source: l.Source, Closed: a.Closed}})
	}
	for _, p := range slices.Concat(m.Same, m.Back) {
		add(p.Anchor, p.Now)
	}
	for _, e := range m.Edit {
		add(e.Anchor, e.Now)
	}
	for _, a := range slices.Concat(m.Gone, m.Still) {
		next = max(next, a.ID+1)
	}
	for _, l := range m.Make {
		add(Anchor{ID: next}, l)
	}
	slices.SortStableFunc(all, func(a, b placed) int { return a.line - b.line })
	for _, p := range all {
		anchors = append(anchors, p.anchor)
	}
	for _, a := range slices.Concat(m.Gone, m.Still) {
		a.Gone = true
		anchors = append(anchors, a)
	}
	return anchors
}

// checkMatching tests what holds of every matching.
func checkMatching(t *testing.T, old []Anchor, now []Lifted, ctx LiftContext, m Matching) {
	t.Helper()
	if again := MatchLines(old, now, ctx); !reflect.DeepEqual(m, again) {
		t.Fatalf("matching twice differs: %q and %q", m, again)
	}

	anchors, lines := map[Anchor]int{}, map[Lifted]int{}
	for _, a := range old {
		anchors[a]++
	}
	for _, l := range now {
		if l.Kind != LiftPrivate {
			lines[l]++
		}
	}
	useAnchor := func(a Anchor, gone bool) {
		if anchors[a]--; anchors[a] < 0 || a.Gone != gone {
			t.Fatalf("%+v is in %q once too often, or in the wrong place", a, m)
		}
	}
	useLine := func(l Lifted, kind LiftKind) {
		if lines[l]--; lines[l] < 0 || l.Kind != kind {
			t.Fatalf("%+v is in %q once too often, or in the wrong place", l, m)
		}
	}
	for _, p := range m.Same {
		useAnchor(p.Anchor, false)
		useLine(p.Now, p.Anchor.Kind)
		if p.Anchor.Source != p.Now.Source {
			t.Fatalf("%+v is not the same", p)
		}
	}
	for _, p := range m.Back {
		useAnchor(p.Anchor, true)
		useLine(p.Now, p.Anchor.Kind)
		if p.Anchor.Source != p.Now.Source {
			t.Fatalf("%+v is not the same", p)
		}
	}
	for _, e := range m.Edit {
		useAnchor(e.Anchor, false)
		useLine(e.Now, e.Anchor.Kind)
		if e.Anchor.Source == e.Now.Source || e.Was.Source != e.Anchor.Source || e.Was.Kind != e.Anchor.Kind {
			t.Fatalf("%+v is no edit", e)
		}
	}
	for _, l := range m.Make {
		useLine(l, l.Kind)
		for _, a := range slices.Concat(m.Gone, m.Still) {
			if a.Kind == l.Kind && a.Source == l.Source {
				t.Fatalf("%q is made anew though it was there", l.Source)
			}
		}
	}
	for _, a := range m.Gone {
		useAnchor(a, false)
	}
	for _, a := range m.Still {
		useAnchor(a, true)
	}
	for a, n := range anchors {
		if n != 0 {
			t.Fatalf("%+v is not in %q", a, m)
		}
	}
	for l, n := range lines {
		if n != 0 {
			t.Fatalf("%+v is not in %q", l, m)
		}
	}

	if again := MatchLines(m.after(), now, ctx); !again.Unchanged() || len(again.Same) != len(m.Same)+len(m.Edit)+len(m.Back)+len(m.Make) {
		t.Fatalf("keeping the same note again: %q after %q", again, m)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("- [ ] send the list fri\ngot: a\n- [ ] send the list fri", "got: a\n- [ ] send list mon\nshift: b", uint64(1))
	f.Add("ask: a\nask: a\nask!: a", "ask: a", uint64(2))
	f.Add("priv: a\n- [ ] b", "- [ ] b\r\n- [ ] b\r\r\n- [ ] c", uint64(3))
	f.Add("", "got: x\ngot: y", uint64(4))
	f.Fuzz(func(t *testing.T, was, now string, seed uint64) {
		ctx := LiftContext{On: Date{2026, 11, 21}, Person: "Priya N."}
		rnd := rand.New(rand.NewPCG(seed, 0))
		old := anchorsOf(was, ctx)
		for i := range old {
			old[i].Gone, old[i].Closed = rnd.IntN(4) == 0, rnd.IntN(4) == 0
		}
		things, _ := Lift(now, ctx)
		m := MatchLines(old, things, ctx)
		checkMatching(t, old, things, ctx, m)

		// The lines in any order are still the same lines.
		kept := m.after()
		lines := strings.Split(now, "\n")
		if strings.Contains(now, "``") || strings.Contains(now, "~~") {
			return // reordering would move lines into code or out of it
		}
		rnd.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		moved, _ := Lift(strings.Join(lines, "\n"), ctx)
		if again := MatchLines(kept, moved, ctx); !again.Unchanged() {
			t.Fatalf("reordering %q: %q", now, again)
		}

		// A note that was emptied and came back makes nothing anew.
		emptied := MatchLines(kept, nil, ctx)
		if back := MatchLines(emptied.after(), things, ctx); len(back.Make)+len(back.Edit)+len(back.Gone) != 0 {
			t.Fatalf("%q came back as %q", now, back)
		}
	})
}

func TestMatchHistory(t *testing.T) {
	// A note is edited at random many times; whatever happens, no thing is lost or doubled.
	forms := []string{"- [ ] %s", "- [x] @priya %s fri", "got: %s", "gave: %s", "shift: %s", "ask: %s", "ask!: %s", "priv: %s", "%s"}
	words := []string{"send", "the", "panel", "list", "to", "Leila", "chairing", "is", "listening", "book", "room", "in", "Leeds"}
	for seed := range uint64(30) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		ctx := talk(t)
		line := func() string {
			text := make([]string, 1+rnd.IntN(5))
			for i := range text {
				text[i] = words[rnd.IntN(len(words))]
			}
			return fmt.Sprintf(forms[rnd.IntN(len(forms))], strings.Join(text, " "))
		}
		var note []string
		var kept []Anchor
		for step := range 60 {
			at := func() int { return rnd.IntN(len(note)) }
			switch n := rnd.IntN(6); {
			case n <= 1 || len(note) == 0:
				note = slices.Insert(note, rnd.IntN(len(note)+1), line())
			case n == 2:
				i := at()
				note = slices.Delete(note, i, i+1)
			case n == 3:
				note = append(note, note[at()])
			case n == 4:
				i, j := at(), at()
				note[i], note[j] = note[j], note[i]
			default:
				note[at()] += " " + words[rnd.IntN(len(words))]
			}
			now, _ := Lift(strings.Join(note, "\n"), ctx)
			m := MatchLines(kept, now, ctx)
			checkMatching(t, kept, now, ctx, m)
			if len(m.Make)+len(m.Edit)+len(m.Back)+len(m.Gone) > 2 {
				t.Fatalf("seed %d, step %d: one change did %q", seed, step, m)
			}
			if after := m.after(); len(after) != len(kept)+len(m.Make) {
				t.Fatalf("seed %d, step %d: %d things became %d with %q", seed, step, len(kept), len(after), m)
			} else {
				kept = after
			}
		}
	}
}
