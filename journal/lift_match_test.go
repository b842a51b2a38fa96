package journal

import (
	"fmt"
	"strings"
	"testing"
)

// anchorsOf are the things a note makes when it is kept for the first time, with ids from 1.
func anchorsOf(note string, ctx LiftContext) (anchors []Anchor) {
	things, _ := Lift(note, ctx)
	for _, l := range things {
		if l.Kind != LiftPrivate {
			anchors = append(anchors, Anchor{ID: int64(len(anchors) + 1), Kind: l.Kind, Source: l.Source})
		}
	}
	return anchors
}

// Unchanged reports whether nothing is to be done for the things and nothing to be said.
func (m Matching) Unchanged() bool {
	return len(m.Edit)+len(m.Back)+len(m.Make)+len(m.Gone) == 0
}

// String says a matching by ids and texts: "same 1 2; edit 3 send it; make call her; gone 4".
func (m Matching) String() string {
	var parts []string
	say := func(what string, items ...string) {
		if len(items) > 0 {
			parts = append(parts, what+" "+strings.Join(items, ", "))
		}
	}
	ids := func(anchors []Anchor) (s []string) {
		for _, a := range anchors {
			s = append(s, fmt.Sprint(a.ID))
		}
		return s
	}
	var same, edit, back, made []string
	for _, p := range m.Same {
		same = append(same, fmt.Sprint(p.Anchor.ID))
	}
	for _, e := range m.Edit {
		edit = append(edit, fmt.Sprintf("%d %s", e.Anchor.ID, e.Now.Text))
	}
	for _, p := range m.Back {
		back = append(back, fmt.Sprint(p.Anchor.ID))
	}
	for _, l := range m.Make {
		made = append(made, l.Text)
	}
	say("same", same...)
	say("edit", edit...)
	say("back", back...)
	say("make", made...)
	say("gone", ids(m.Gone)...)
	say("still", ids(m.Still)...)
	return strings.Join(parts, "; ")
}

func TestMatch(t *testing.T) {
	lines := func(l ...string) string { return strings.Join(l, "\n") }
	const (
		list = "- [ ] send the panel list fri"
		room = "- [ ] book a room in Leeds"
		open = "- [ ] @priya try the opening on Leila 1 dec"
		got  = "got: her view of remote panels"
		hear = "shift: chairing is listening"
		ask  = "ask: what happens with the promotion"
		priv = "priv: she may leave"
	)
	tests := []struct{ name, was, now, want string }{
		{"unchanged", lines(list, open, got, hear, ask, priv), lines(list, open, got, hear, ask, priv), "same 1, 2, 3, 4, 5"},
		{"nothing and nothing", "", "", ""},
		{"words around it", lines(list, got), lines("She was tired.", list, "", got, "We laughed."), "same 1, 2"},
		{"windows line ends", lines(list, got), list + "\r\n" + got + "\r\n", "same 1, 2"},
		{"reordered", lines(list, open, got, hear), lines(hear, got, open, list), "same 4, 3, 2, 1"},
		{"new line", lines(list, got), lines(list, room, got), "same 1, 2; make book a room in Leeds"},
		{"edited words", lines(list, open), lines("- [ ] send list to Leila mon", open), "same 2; edit 1 send list to Leila"},
		{"edited and moved", lines(list, open, got), lines(open, got, "- [ ] send the whole panel list mon"), "same 2, 3; edit 1 send the whole panel list"},
		{"edited date", lines(list, room), lines("- [ ] send the panel list mon", room), "same 2; edit 1 send the panel list"},
		{"edited box", lines(list, room), lines("- [x] send the panel list fri", room), "same 2; edit 1 send the panel list"},
		{"edited owner", lines(list, room), lines("- [ ] @them send the panel list fri", room), "same 2; edit 1 send the panel list"},
		{"edited direction", lines(list, got), lines(list, "gave: her view of remote panels"), "same 1; edit 2 her view of remote panels"},
		{"edited hardness", lines(list, ask), lines(list, "ask!: what happens with the promotion"), "same 1; edit 2 what happens with the promotion"},
		{"edited spaces", lines(list, ask), lines("  "+list, ask), "same 2; edit 1 send the panel list"},
		{"edited spelling", lines("- [ ] cal Ann", room, list), lines(list, room, "- [ ] call Anna"), "same 3, 2; edit 1 call Anna"},
		{"edited without spaces", lines("- [ ] 明日の資料を送る", room, list), lines(list, room, "- [ ] 来週の資料を送る"), "same 3, 2; edit 1 来週の資料を送る"},
		{"each its own edit", lines("- [ ] call Ann fri", "- [ ] call Ben fri"), lines("- [ ] call Ben mon", "- [ ] call Ann mon"), "edit 2 call Ben, 1 call Ann"},
		{"of equals the nearest", lines("- [ ] call fri", "- [ ] call fri"), lines("- [ ] call mon", "- [ ] call tue"), "edit 1 call, 2 call"},
		{"deleted", lines(list, open, got), lines(open, got), "same 2, 3; gone 1"},
		{"all deleted", lines(list, open, got), "words", "gone 1, 2, 3"},
		{"into code", lines(list, got), lines("```", list, "```", got), "same 2; gone 1"},
		{"pasted twice", lines(list, got), lines(list, list, got), "same 1, 2; make send the panel list"},
		{"pasted twice at the end", lines(list, got), lines(list, got, list), "same 1, 2; make send the panel list"},
		{"one of two deleted", lines(list, list, got), lines(list, got), "same 1, 3; gone 2"},
		{"first of two edited", lines(list, list), lines("- [ ] send the panel list mon", list), "same 2; edit 1 send the panel list"},
		{"second of two edited", lines(list, list), lines(list, "- [ ] send the panel list mon"), "same 1; edit 2 send the panel list"},
		{"many alike", strings.Repeat(list+"\n", 5), strings.Repeat(list+"\n", 8), "same 1, 2, 3, 4, 5; make send the panel list, send the panel list, send the panel list"},

		{"rewritten in its place", lines(got, list, hear), lines(got, room, hear), "same 1, 3; edit 2 book a room in Leeds"},
		{"rewritten, the only line", list, room, "edit 1 book a room in Leeds"},
		{"rewritten beside another kind", lines(list, hear), lines(room, "shift: no words are alike"), "edit 1 book a room in Leeds, 2 no words are alike"},
		{"another in another place", lines(list, got, hear), lines(got, hear, room), "same 2, 3; make book a room in Leeds; gone 1"},
		{"two rewritten are others", lines(list, "- [ ] ring Tom", got), lines(room, "- [ ] walk home", got), "same 3; make book a room in Leeds, walk home; gone 1, 2"},
		{"another kind is another thing", lines("ask: who sends the panel list", got), lines(got, "- [ ] ask who sends the panel list"), "same 2; make ask who sends the panel list; gone 1"},
		{"private lines are nothing", lines(priv, list), lines(list, "priv: she may leave in May"), "same 1"},
		{"made private", lines("got: she may leave", list), lines("priv: she may leave", list), "same 2; gone 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx := talk(t)
			old := anchorsOf(tt.was, ctx)
			now, _ := Lift(tt.now, ctx)
			m := MatchLines(old, now, ctx)
			if got := m.String(); got != tt.want {
				t.Errorf("Match = %q, want %q", got, tt.want)
			}
			checkMatching(t, old, now, ctx, m)
		})
	}
}

func TestMatchGone(t *testing.T) {
	ctx := talk(t)
	anchor := func(id int64, source string, gone bool) Anchor {
		l, _, ok := LiftLine(source, ctx)
		if !ok {
			t.Fatalf("%q lifts nothing", source)
		}
		return Anchor{ID: id, Kind: l.Kind, Source: source, Gone: gone}
	}
	const list, room = "- [ ] send the panel list fri", "- [ ] book a room in Leeds"
	tests := []struct {
		name string
		old  []Anchor
		now  string
		want string
	}{
		{"still", []Anchor{anchor(1, list, true), anchor(2, room, false)}, room, "same 2; still 1"},
		{"back", []Anchor{anchor(1, list, true), anchor(2, room, false)}, room + "\n" + list, "same 2; back 1"},
		{"back, but not twice", []Anchor{anchor(1, list, true)}, list + "\n" + list, "back 1; make send the panel list"},
		{"a standing line first", []Anchor{anchor(1, list, true), anchor(2, list, false)}, list, "same 2; still 1"},
		{"a standing line first, then back", []Anchor{anchor(1, list, true), anchor(2, list, false)}, list + "\n" + list, "same 2; back 1"},
		{"a standing line first, amid others", []Anchor{anchor(1, list, true), anchor(2, "got: a", false), anchor(3, list, false), anchor(4, "got: b", false)}, "got: b\n" + list + "\ngot: a", "same 4, 3, 2; still 1"},
		{"changed does not come back", []Anchor{anchor(1, list, true)}, "- [ ] send the panel list mon", "make send the panel list; still 1"},
		{"standing words before gone ones", []Anchor{anchor(1, list, true), anchor(2, room, false)}, "- [ ] book a room in York", "edit 2 book a room in York; still 1"},
		{"gone ones are no neighbours", []Anchor{anchor(1, "got: a", true), anchor(2, list, false), anchor(3, "got: b", true)}, "got: a\n" + room, "edit 2 book a room in Leeds; back 1; still 3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			now, _ := Lift(tt.now, ctx)
			m := MatchLines(tt.old, now, ctx)
			if got := m.String(); got != tt.want {
				t.Errorf("Match = %q, want %q", got, tt.want)
			}
			checkMatching(t, tt.old, now, ctx, m)
		})
	}
}

func TestMatchClosed(t *testing.T) {
	ctx := talk(t)
	const list, room, got, proposal = "- [ ] send the panel list fri", "- [ ] book a room in Leeds", "got: a", "- [ ] send the proposal fri"
	tests := []struct{ name, was, now, want string }{
		{"stands", got + "\n" + list, list + "\n" + got, "same 2, 1"},
		{"another promise in its place", list, room, "make book a room in Leeds; gone 1"},
		{"another promise between its neighbours", got + "\n" + list + "\ngot: b", got + "\n" + room + "\ngot: b", "same 1, 3; make book a room in Leeds; gone 2"},
		{"to somebody else", "- [ ] send the panel list to Ann", "- [ ] send the panel list to Ben", "make send the panel list to Ben; gone 1"},
		{"once more", list, "- [ ] send the panel list again fri", "make send the panel list again; gone 1"},
		{"the next chapter", "- [ ] read chapter 14", "- [ ] read chapter 15", "make read chapter 15; gone 1"},
		{"a short name", "- [ ] call Tim", "- [ ] call Tom", "make call Tom; gone 1"},
		{"another name", "- [ ] call Maria", "- [ ] call Marie", "make call Marie; gone 1"},
		{"a longer name", "- [ ] call Christina", "- [ ] call Christine", "make call Christine; gone 1"},
		{"a name that was no name", "- [ ] call christina", "- [ ] call Christine", "make call Christine; gone 1"},
		{"a name that is no name", "- [ ] call Christina", "- [ ] call christine", "make call christine; gone 1"},
		{"a name in capitals only now", "- [ ] call christina", "- [ ] call CHRISTINA", "edit 1 call CHRISTINA"},
		{"a script without capitals", "- [ ] 来週の資料を送る", "- [ ] 来月の資料を送る", "make 来月の資料を送る; gone 1"},
		{"hotel and hostel", "- [ ] book the hotel", "- [ ] book the hostel", "make book the hostel; gone 1"},
		{"tests and texts", "- [ ] read the tests", "- [ ] read the texts", "make read the texts; gone 1"},
		{"form and from", "- [ ] the form", "- [ ] the from", "make the from; gone 1"},
		{"a short word swapped", "- [ ] panle", "- [ ] panel", "make panel; gone 1"},
		{"a letter less", "- [ ] send the propposal fri", proposal, "edit 1 send the proposal"},
		{"a letter more", "- [ ] send the proposl fri", proposal, "edit 1 send the proposal"},
		{"a letter changed", "- [ ] send the proposel fri", proposal, "edit 1 send the proposal"},
		{"letters swapped", "- [ ] letetr", "- [ ] letter", "edit 1 letter"},
		{"marks above letters", "- [ ] rufe wegen der prü\u0308fnug an", "- [ ] rufe wegen der prüfung an", "edit 1 rufe wegen der prüfung an"},
		{"two slips", "- [ ] reveiw the propsal", "- [ ] review the proposal", "edit 1 review the proposal"},
		{"three slips", "- [ ] reveiw the propsal befroe", "- [ ] review the proposal before", "make review the proposal before; gone 1"},
		{"case and marks", "- [ ] send the Panel-list!", "- [ ] send the panel list", "edit 1 send the panel list"},
		{"ticked as well", list, "- [x] send the panel list fri", "edit 1 send the panel list"},
		{"another day", list, "- [ ] send the panel list mon", "edit 1 send the panel list"},
		{"no letters", "- [ ] !!", "- [ ] ??", "make ??; gone 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			old := anchorsOf(tt.was, ctx)
			for i := range old {
				old[i].Closed = old[i].Kind == LiftAction
			}
			now, _ := Lift(tt.now, ctx)
			m := MatchLines(old, now, ctx)
			if got := m.String(); got != tt.want {
				t.Errorf("Match = %q, want %q", got, tt.want)
			}
			checkMatching(t, old, now, ctx, m)
		})
	}
	t.Run("an open one beside it is edited", func(t *testing.T) {
		old := anchorsOf("- [ ] send the list to Ann\n- [ ] send the list to Ben", ctx)
		old[0].Closed = true
		now, _ := Lift("- [ ] send the list to Carla", ctx)
		if m := MatchLines(old, now, ctx); m.String() != "edit 2 send the list to Carla; gone 1" {
			t.Errorf("Match = %q", m)
		}
	})
}

func TestMatchSameIDs(t *testing.T) {
	// Things of different kinds are kept apart and may have the same number.
	ctx := talk(t)
	old := []Anchor{{ID: 1, Kind: LiftAction, Source: "- [ ] a"}, {ID: 1, Kind: LiftShift, Source: "shift: b"}, {ID: 1, Kind: LiftTopic, Source: "ask: c"}}
	now, _ := Lift("ask: c\nshift: b\n- [ ] a", ctx)
	if m := MatchLines(old, now, ctx); !m.Unchanged() || len(m.Same) != 3 || m.Same[0].Anchor.Kind != LiftTopic {
		t.Errorf("Match = %+v", m)
	}
}

func TestEdit(t *testing.T) {
	fields := func(e Edit) string {
		var s []string
		for _, f := range []struct {
			name    string
			changed bool
		}{
			{"text", e.TextChanged()}, {"owner", e.OwnerChanged()}, {"due", e.DueChanged()},
			{"done", e.DoneChanged()}, {"direction", e.DirectionChanged()}, {"hard", e.HardChanged()},
		} {
			if f.changed {
				s = append(s, f.name)
			}
		}
		if e.Changed() != (len(s) > 0) {
			t.Errorf("Changed() = %v with %v", e.Changed(), s)
		}
		return strings.Join(s, " ")
	}
	tests := []struct{ name, was, now, want string }{
		{"text", "- [ ] call Ann fri", "- [ ] call Anna fri", "text"},
		{"due", "- [ ] call Ann fri", "- [ ] call Ann by mon", "due"},
		{"due the same day", "- [ ] call Ann fri", "- [ ] call Ann 27 nov", ""},
		{"due no more", "- [ ] call Ann fri", "- [ ] call Ann", "due"},
		{"owner", "- [ ] call Ann fri", "- [ ] @priya call Ann fri", "owner"},
		{"owner said another way", "- [ ] @them call Ann", "- [ ] @priya call Ann", ""},
		{"done", "- [ ] call Ann fri", "- [x] call Ann fri", "done"},
		{"direction", "got: it", "gave: it", "direction"},
		{"hard", "ask: it", "ask!: it", "hard"},
		{"spaces", "shift: it", "- shift:  it ", ""},
		{"several", "- [ ] call Ann fri", "- [x] @them call Anna", "text owner due done"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			now, _ := Lift(tt.now, talk(t))
			m := MatchLines(anchorsOf(tt.was, talk(t)), now, talk(t))
			if len(m.Edit) != 1 {
				t.Fatalf("Match = %q, want an edit", m)
			}
			if got := fields(m.Edit[0]); got != tt.want {
				t.Errorf("changed: %q, want %q", got, tt.want)
			}
		})
	}
	t.Run("another day and name change nothing", func(t *testing.T) {
		old := anchorsOf("- [ ] @priya call Ann fri", talk(t))
		ctx := LiftContext{On: day(t, "2027-03-01"), Person: "Someone Else"}
		now, _ := Lift("- [ ] @priya call Ann fri", ctx)
		if m := MatchLines(old, now, ctx); !m.Unchanged() {
			t.Errorf("Match = %q", m)
		}
		now, _ = Lift("- [x] @priya call Ann fri", ctx)
		if m := MatchLines(old, now, ctx); len(m.Edit) != 1 || fields(m.Edit[0]) != "done" {
			t.Errorf("Match = %q", m)
		}
	})
	t.Run("a line that lifts no more", func(t *testing.T) {
		old := []Anchor{{ID: 1, Kind: LiftShift, Source: "an old form: it"}}
		now, _ := Lift("shift: it", talk(t))
		if m := MatchLines(old, now, talk(t)); len(m.Edit) != 1 || fields(m.Edit[0]) != "text" {
			t.Errorf("Match = %q", m)
		}
	})
}
