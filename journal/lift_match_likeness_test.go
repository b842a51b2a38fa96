package journal

import (
	"fmt"
	"strings"
	"testing"
)

func TestMatchLikeness(t *testing.T) {
	tests := []struct {
		a, b  string
		alike bool
	}{
		{"send the panel list", "send list to Leila", true},
		{"send the panel list", "send the panel list to Leila today", true},
		{"send teh panle lsit", "send the panel list", true},
		{"Zoë ruft an", "ZOE RUFT AN", true},
		{"chairing is listening", "listening is chairing", true},
		{"write down what a good week looks like", "write what a good month looks like", true},
		{"send the panel list", "book a room in Leeds", false},
		{"introduce me to Leila", "write down what a good week looks like", false},
		{"try saying no to one meeting", "draft the proposal for the board", false},
		{"her view of remote panels", "a way to begin a hard talk", false},
		{"how promotion really works here", "whether I should stay on this team", false},
		{"ring Tom", "walk home", false},
		{"", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.a+" / "+tt.b, func(t *testing.T) {
			score := newProfile(tt.a).likeness(newProfile(tt.b))
			back := newProfile(tt.b).likeness(newProfile(tt.a))
			if (score >= minLikeness) != tt.alike || score != back || score < 0 || score > 1 {
				t.Errorf("likeness %v, back %v; alike should be %v", score, back, tt.alike)
			}
		})
	}
}

func TestMatchLikenessLong(t *testing.T) {
	// Of very long lines the beginnings are compared, and no letter is cut in two.
	for shift := range 3 {
		long := strings.Repeat("x", shift) + " " + strings.Repeat("ó聴くこと ", 1<<16)
		if score := newProfile(long).likeness(newProfile(long + "and more")); score != 1 {
			t.Errorf("likeness %v", score)
		}
		if p := newProfile(long); len(p.pairs) > maxCompared {
			t.Errorf("%d pairs are compared", len(p.pairs))
		}
		for _, word := range newProfile(long).words {
			if strings.Contains(word, "\ufffd") {
				t.Errorf("%q holds half a letter", word)
			}
		}
	}
}

func TestMatchManyChanged(t *testing.T) {
	// Every line of a long note changed and ten new ones came first: each is still found.
	ctx := talk(t)
	var was, now strings.Builder
	for n := range 10 {
		fmt.Fprintf(&now, "- [ ] quite another thing, %c\n", 'a'+n)
	}
	for n := range 5000 {
		fmt.Fprintf(&was, "- [ ] send list %d%d%d to the panel fri\n", n, n, n)
		fmt.Fprintf(&now, "- [ ] send list %d%d%d to the panel soon\n", n, n, n)
	}
	old := anchorsOf(was.String(), ctx)
	things, _ := Lift(now.String(), ctx)
	m := MatchLines(old, things, ctx)
	checkMatching(t, old, things, ctx, m)
	if len(m.Edit) != 5000 || len(m.Make) != 10 {
		t.Fatalf("%d edits and %d new", len(m.Edit), len(m.Make))
	}
	for _, e := range m.Edit {
		if e.Was.Text+" soon" != e.Now.Text {
			t.Fatalf("%q became %q", e.Was.Text, e.Now.Text)
		}
	}
}

func BenchmarkMatchUnchanged(b *testing.B) {
	note, ctx := longNote(100_000), talk(b)
	old := anchorsOf(note, ctx)
	now, _ := Lift(note, ctx)
	b.ReportAllocs()
	for b.Loop() {
		MatchLines(old, now, ctx)
	}
}

func BenchmarkMatchAllChanged(b *testing.B) {
	ctx := talk(b)
	var was, is strings.Builder
	for n := range 5000 {
		fmt.Fprintf(&was, "- [ ] send list %d to the people on the panel and ask what they think of it fri\n", n)
		fmt.Fprintf(&is, "- [ ] send list %d to the people on the panel and hear what they think of it mon\n", n)
	}
	old := anchorsOf(was.String(), ctx)
	now, _ := Lift(is.String(), ctx)
	b.ReportAllocs()
	for b.Loop() {
		MatchLines(old, now, ctx)
	}
}
