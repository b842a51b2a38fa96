package journal

import (
	"reflect"
	"strings"
	"testing"
)

// talk is the conversation most tests here lift from: with Priya, on a Saturday.
func talk(t testing.TB) LiftContext {
	t.Helper()
	return LiftContext{On: day(t, "2026-11-21"), Person: "Priya N."}
}

func TestLiftLine(t *testing.T) {
	ctx := talk(t)
	fri := day(t, "2026-11-27")
	tests := []struct {
		name, line string
		want       Lifted
	}{
		{"action", "- [ ] send the panel list", Lifted{Kind: LiftAction, Text: "send the panel list", Owner: OwnerMe}},
		{"action due", "- [ ] send the panel list by fri", Lifted{Kind: LiftAction, Text: "send the panel list", Owner: OwnerMe, Due: fri}},
		{"action done", "- [x] send the panel list", Lifted{Kind: LiftAction, Text: "send the panel list", Owner: OwnerMe, Done: true}},
		{"action done, large", "- [X] send", Lifted{Kind: LiftAction, Text: "send", Owner: OwnerMe, Done: true}},
		{"action starred", "* [ ] send", Lifted{Kind: LiftAction, Text: "send", Owner: OwnerMe}},
		{"action without spaces", "-[ ]send", Lifted{Kind: LiftAction, Text: "send", Owner: OwnerMe}},
		{"action indented", "  \t- [ ] send", Lifted{Kind: LiftAction, Text: "send", Owner: OwnerMe}},
		{"action spaced", "-   [ ]   send  the list \t", Lifted{Kind: LiftAction, Text: "send  the list", Owner: OwnerMe}},
		{"action of a date alone", "- [ ] tomorrow", Lifted{Kind: LiftAction, Text: "tomorrow", Owner: OwnerMe}},
		{"control characters stay", "- [ ] a\x1b[31mb", Lifted{Kind: LiftAction, Text: "a\x1b[31mb", Owner: OwnerMe}},

		{"owner by name", "- [ ] @priya rehearse fri", Lifted{Kind: LiftAction, Text: "rehearse", Owner: OwnerThem, Due: fri}},
		{"owner them", "- [ ] @them rehearse", Lifted{Kind: LiftAction, Text: "rehearse", Owner: OwnerThem}},
		{"owner them, in capitals", "- [ ] @THEM rehearse", Lifted{Kind: LiftAction, Text: "rehearse", Owner: OwnerThem}},
		{"owner me", "- [ ] @me rehearse", Lifted{Kind: LiftAction, Text: "rehearse", Owner: OwnerMe}},
		{"owner by part of a name", "- [ ] @RIY rehearse", Lifted{Kind: LiftAction, Text: "rehearse", Owner: OwnerThem}},
		{"owner by the last name", "- [ ] @n. rehearse", Lifted{Kind: LiftAction, Text: "rehearse", Owner: OwnerThem}},
		{"owner by the whole name", "- [ ] @priyan rehearse", Lifted{Kind: LiftAction, Text: "rehearse", Owner: OwnerThem}},
		{"owner with a colon", "- [ ] @priya: rehearse", Lifted{Kind: LiftAction, Text: "rehearse", Owner: OwnerThem}},
		{"owner with a comma", "- [x]@priya, rehearse", Lifted{Kind: LiftAction, Text: "rehearse", Owner: OwnerThem, Done: true}},
		{"owner only right after the box", "- [ ] ask @priya", Lifted{Kind: LiftAction, Text: "ask @priya", Owner: OwnerMe}},
		{"owner without a name", "- [ ] @ home", Lifted{Kind: LiftAction, Text: "@ home", Owner: OwnerMe}},

		{"gave", "gave: how I prepare", Lifted{Kind: LiftExchange, Text: "how I prepare", Direction: Gave}},
		{"got", "Got: her view", Lifted{Kind: LiftExchange, Text: "her view", Direction: Got}},
		{"got in a list", "- got: her view", Lifted{Kind: LiftExchange, Text: "her view", Direction: Got}},
		{"got in a starred list", " *  GOT:her view", Lifted{Kind: LiftExchange, Text: "her view", Direction: Got}},
		{"space before the colon", "got : her view", Lifted{Kind: LiftExchange, Text: "her view", Direction: Got}},
		{"a date is for actions", "gave: my slides fri", Lifted{Kind: LiftExchange, Text: "my slides fri", Direction: Gave}},
		{"shift", "shift: chairing is listening", Lifted{Kind: LiftShift, Text: "chairing is listening"}},
		{"ask", "ask: what happens", Lifted{Kind: LiftTopic, Text: "what happens"}},
		{"ask hard", "Ask!: should I stay", Lifted{Kind: LiftTopic, Text: "should I stay", Hard: true}},
		{"ask with colons", "ask: : why: this", Lifted{Kind: LiftTopic, Text: ": why: this"}},
		{"priv", "priv: he may leave", Lifted{Kind: LiftPrivate, Text: "he may leave"}},
		{"priv with a wide colon", "- PRIV：he may leave", Lifted{Kind: LiftPrivate, Text: "he may leave"}},
		{"other scripts", "shift: 聴くこと 🙂", Lifted{Kind: LiftShift, Text: "聴くこと 🙂"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.want.Source = tt.line
			for _, end := range []string{"", "\n", "\r\n", "\r", "\r\r\n"} {
				got, notices, ok := LiftLine(tt.line+end, ctx)
				if !ok || got != tt.want || len(notices) != 0 {
					t.Errorf("LiftLine(%q)\n got %+v, %v, %v\nwant %+v", tt.line+end, got, notices, ok, tt.want)
				}
			}
		})
	}
}

func TestLiftLineOrdinary(t *testing.T) {
	ctx := talk(t)
	for _, line := range []string{
		"", " ", "\r", "She is chairing the panel.", "Got the feeling that it went well: yes", "gave", "gave her this",
		"gave:", "got: ", "shift:\t", "ask!:", "priv: \u200b", "- gave:", "-", "- ", "*", "* *", "--", "-got: it", "*got: it",
		"- [ ]", "- [ ] ", "- [x]", "- [ ] @priya", "- [ ] @me:", "- [", "- [ ", "- []", "- [y] no", "- [  ] no", "*[ ] no",
		"- [x](https://example.org)", "- [x]: https://example.org", "- [x][1]", "[ ] no", "+ [ ] no", "1. [ ] no", "> - [ ] no",
		"forgot: it", "gaveː it", "ﬁ", "ſhift: it", "ask! it", "ask!!: it", "ask !: it", "gave  : it", "shifts: it", "private: it",
		"asked: it", "priv", "g", "s", "a", "p", "\x00", "\xff",
	} {
		if got, notices, ok := LiftLine(line, ctx); ok || len(notices) != 0 || got != (Lifted{}) {
			t.Errorf("LiftLine(%q) = %+v, %v, %v; want nothing", line, got, notices, ok)
		}
	}
}

func TestLiftLineNotices(t *testing.T) {
	tests := []struct {
		name, person, line string
		want               Lifted
		notices            []string
	}{
		{"another name", "Priya N.", "- [ ] @leila: introduce us fri", Lifted{Text: "@leila: introduce us", Due: Date{2026, 11, 27}},
			[]string{"@leila is not Priya, so it stays in the words and the action is yours."}},
		{"a name alone", "Priya N.", "- [ ] @leila", Lifted{Text: "@leila"},
			[]string{"@leila is not Priya, so it stays in the words and the action is yours."}},
		{"nobody", "", "- [ ] @priya rehearse", Lifted{Text: "@priya rehearse"},
			[]string{"@priya is nobody here, so it stays in the words and the action is yours."}},
		{"nobody is them", " ", "- [ ] @them rehearse", Lifted{Text: "@them rehearse"},
			[]string{"@them is nobody here, so it stays in the words and the action is yours."}},
		{"me without a person", "", "- [ ] @me rehearse", Lifted{Text: "rehearse"}, nil},
		{"an unreadable date", "Priya N.", "- [ ] send the list 31 nov", Lifted{Text: "send the list 31 nov"},
			[]string{"“31 nov” is not a date that can be read, so it stays in the words."}},
		{"both", "Priya N.", "- [ ] @leila send the list +10x", Lifted{Text: "@leila send the list +10x"},
			[]string{"@leila is not Priya, so it stays in the words and the action is yours.", "“+10x” is not a date that can be read, so it stays in the words."}},
		{"accents", "Zoë O’Brien-Łuk", "- [ ] @zoe write", Lifted{Text: "write", Owner: OwnerThem}, nil},
		{"apostrophe", "Zoë O’Brien-Łuk", "- [ ] @obrienłuk write", Lifted{Text: "write", Owner: OwnerThem}, nil},
		{"decomposed", "Zoe\u0308", "- [ ] @Zoë write", Lifted{Text: "write", Owner: OwnerThem}, nil},
		{"other script", "山田 太郎", "- [ ] @太郎 電話", Lifted{Text: "電話", Owner: OwnerThem}, nil},
		{"a name of no letters", "🙂", "- [ ] @🙂 write", Lifted{Text: "write", Owner: OwnerThem}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.want.Kind, tt.want.Source = LiftAction, tt.line
			if tt.want.Owner == "" {
				tt.want.Owner = OwnerMe
			}
			got, notices, ok := LiftLine(tt.line, LiftContext{On: day(t, "2026-11-21"), Person: tt.person})
			if !ok || got != tt.want {
				t.Errorf("LiftLine(%q)\n got %+v, %v\nwant %+v", tt.line, got, ok, tt.want)
			}
			var said []string
			for _, n := range notices {
				said = append(said, n.Text)
			}
			if !reflect.DeepEqual(said, tt.notices) {
				t.Errorf("LiftLine(%q) says %q, want %q", tt.line, said, tt.notices)
			}
		})
	}
}

func TestLift(t *testing.T) {
	note := strings.Join([]string{
		"She is chairing the panel on the 3rd and slept badly.\r",
		"",
		"- [ ] send the panel list fri\r",
		"  - [x] @priya try the opening on Leila 1 dec",
		"```",
		"- [ ] not this",
		"```",
		"shift: chairing is listening",
		"shift: so is asking",
		"- [ ] @leila call 31 nov",
		"ask!: what happens with the promotion",
		"priv: she may leave",
		"got: her view of remote panels",
	}, "\n")
	want := []Lifted{
		{Kind: LiftAction, Line: 2, Source: "- [ ] send the panel list fri", Text: "send the panel list", Owner: OwnerMe, Due: Date{2026, 11, 27}},
		{Kind: LiftAction, Line: 3, Source: "  - [x] @priya try the opening on Leila 1 dec", Text: "try the opening on Leila", Owner: OwnerThem, Due: Date{2026, 12, 1}, Done: true},
		{Kind: LiftShift, Line: 7, Source: "shift: chairing is listening", Text: "chairing is listening"},
		{Kind: LiftShift, Line: 8, Source: "shift: so is asking", Text: "so is asking"},
		{Kind: LiftAction, Line: 9, Source: "- [ ] @leila call 31 nov", Text: "@leila call 31 nov", Owner: OwnerMe},
		{Kind: LiftTopic, Line: 10, Source: "ask!: what happens with the promotion", Text: "what happens with the promotion", Hard: true},
		{Kind: LiftPrivate, Line: 11, Source: "priv: she may leave", Text: "she may leave"},
		{Kind: LiftExchange, Line: 12, Source: "got: her view of remote panels", Text: "her view of remote panels", Direction: Got},
	}
	got, notices := Lift(note, talk(t))
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Lift\n got %+v\nwant %+v", got, want)
	}
	if len(notices) != 2 || notices[0].Line != 9 || notices[1].Line != 9 || !strings.HasPrefix(notices[0].Text, "@leila") {
		t.Errorf("Lift says %+v", notices)
	}
	for _, nothing := range []string{"", "\n", "\r\n\r\n", "Only words.\n"} {
		if things, notices := Lift(nothing, talk(t)); things != nil || notices != nil {
			t.Errorf("Lift(%q) = %v, %v; want nothing", nothing, things, notices)
		}
	}
}

func TestLiftFence(t *testing.T) {
	tests := []struct {
		name, note string
		want       int // how many of its "got: it" lines lift
	}{
		{"backticks", "got: it\n```\ngot: it\n```\ngot: it", 2},
		{"tildes", "~~~\ngot: it\n~~~\ngot: it", 1},
		{"language", "```go\ngot: it\n```\ngot: it", 1},
		{"never closed", "got: it\n```\ngot: it\ngot: it", 1},
		{"windows line ends", "```\r\ngot: it\r\n```\r\ngot: it\r\n", 1},
		{"indented", "  ```\n  got: it\n  ```\ngot: it", 1},
		{"longer fence closes", "```\ngot: it\n`````  \ngot: it", 1},
		{"shorter fence does not close", "````\ngot: it\n```\ngot: it\n````\ngot: it\ngot: it", 2},
		{"other mark does not close", "```\ngot: it\n~~~\ngot: it\n```\ngot: it", 1},
		{"words after it do not close", "```\ngot: it\n``` go\ngot: it", 0},
		{"two are none", "``\ngot: it\n~~\ngot: it", 2},
		{"code within a line", "```x``` is code\ngot: it", 1},
		{"tildes with backticks", "~~~ `x`\ngot: it", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if things, _ := Lift(tt.note, talk(t)); len(things) != tt.want {
				t.Errorf("Lift(%q) lifts %d, want %d", tt.note, len(things), tt.want)
			}
		})
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		name, person, note, want string
	}{
		{"nothing", "Priya N.", "words", ""},
		{"write screen", "Priya N.", "- [ ] send the panel list fri\n- [ ] @priya try the opening on Leila 1 dec\nshift: chairing is listening\ngot: her view of remote panels",
			"2 actions: you Fri 27 Nov, Priya Tue 1 Dec · 1 shift · 1 received"},
		{"all", "Priya N.", "priv: a\nask: b\nask!: c\ngave: d\ngave: e\ngot: f\ngot: g\nshift: h\nshift: i\n- [ ] j",
			"1 action: you · 2 shifts · 2 received · 2 given · 2 to raise · 1 private"},
		{"one each", "Priya N.", "priv: a\nask: b\ngave: d", "1 given · 1 to raise · 1 private"},
		{"done", "Priya N.", "- [x] @priya a fri", "1 action: Priya (done)"},
		{"today and next year", "Priya N.", "- [ ] a today\n- [ ] b tomorrow\n- [ ] c 5 jan", "3 actions: you today, you tomorrow, you Tue 5 Jan 2027"},
		{"many actions", "Priya N.", strings.Repeat("- [ ] a\n", 5), "5 actions: you, you, you and 2 more"},
		{"nobody", "", "- [ ] @them a", "1 action: you"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx := LiftContext{On: day(t, "2026-11-21"), Person: tt.person}
			things, _ := Lift(tt.note, ctx)
			if got := Summary(things, ctx); got != tt.want {
				t.Errorf("Summary = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSummaryThem(t *testing.T) {
	// An action that was theirs before the note lost its person.
	things := []Lifted{{Kind: LiftAction, Owner: OwnerThem, Text: "a"}}
	if got := Summary(things, LiftContext{On: day(t, "2026-11-21"), Person: " "}); got != "1 action: them" {
		t.Errorf("Summary = %q", got)
	}
}

func FuzzLift(f *testing.F) {
	for _, note := range []string{
		"- [ ] send the panel list fri\r\n- [x] @priya try 31 nov\n", "```\ngot: it\n```\ngot: it", "ask!: a\npriv: b\nshift : c",
		"- [ ] @leila", "- [ ] @\n- [ ] @@ @@ in 2 weeks", "~~~\n", "\xff: \x00\n- [ ] \xff",
	} {
		f.Add(note, "Priya N.")
	}
	f.Add("- [ ] @🙂 x", "🙂")
	f.Add("Ask:0\r\r", "0")
	f.Fuzz(func(t *testing.T, note, person string) {
		ctx := LiftContext{On: Date{2026, 11, 21}, Person: person}
		things, notices := Lift(note, ctx)
		lines := strings.Split(note, "\n")
		last := -1
		for _, l := range things {
			if l.Line <= last || l.Line >= len(lines) || strings.TrimRight(lines[l.Line], "\r") != l.Source {
				t.Fatalf("%+v is not line %d of %q", l, l.Line, note)
			}
			last = l.Line
			if Blank(l.Text) || l.Text != strings.TrimSpace(l.Text) || !strings.Contains(l.Source, l.Text) {
				t.Fatalf("the text of %+v is not from its line", l)
			}
			if (l.Owner != "") != (l.Kind == LiftAction) || (l.Direction != "") != (l.Kind == LiftExchange) {
				t.Fatalf("%+v has what is of another kind", l)
			}
			alone, _, ok := LiftLine(l.Source, ctx)
			if alone.Line = l.Line; !ok || alone != l {
				t.Fatalf("the line of %+v alone lifts as %+v", l, alone)
			}
		}
		for _, n := range notices {
			if n.Line < 0 || n.Line >= len(lines) || n.Text == "" {
				t.Fatalf("a notice speaks of no line: %+v", n)
			}
		}
		again, said := Lift(note, ctx)
		if !reflect.DeepEqual(things, again) || !reflect.DeepEqual(notices, said) {
			t.Fatalf("lifting %q twice differs", note)
		}
		if (Summary(things, ctx) == "") != (len(things) == 0) {
			t.Fatalf("%d things are summed up as %q", len(things), Summary(things, ctx))
		}
	})
}

// longNote is a note of so many words, one line in ten of which lifts.
func longNote(words int) string {
	var b strings.Builder
	for n := 0; n < words; n += 20 {
		switch n / 20 % 10 {
		case 3:
			b.WriteString("- [ ] @priya send the list of the people on the panel to Leila and ask what she thinks of it in 2 weeks\n")
		default:
			b.WriteString("She is chairing the panel on the third and slept badly, so we talked about what a chair is there for.\n")
		}
	}
	return b.String()
}

func BenchmarkLift(b *testing.B) {
	note, ctx := longNote(10_000), talk(b)
	b.SetBytes(int64(len(note)))
	b.ReportAllocs()
	for b.Loop() {
		Lift(note, ctx)
	}
}

func BenchmarkLiftLineOrdinary(b *testing.B) {
	ctx := talk(b)
	b.ReportAllocs()
	for b.Loop() {
		LiftLine("She is chairing the panel on the third and slept badly, so we talked about what a chair is for.", ctx)
	}
}

func BenchmarkLiftLineAction(b *testing.B) {
	ctx := talk(b)
	b.ReportAllocs()
	for b.Loop() {
		LiftLine("- [ ] @priya try the opening on Leila by 1 dec", ctx)
	}
}

func TestLiftLineOrdinaryAllocatesNothing(t *testing.T) {
	ctx := talk(t)
	for _, line := range []string{"She is chairing the panel.", "Got the feeling that it went well", "- a list", "", "  * [link](x)"} {
		if n := testing.AllocsPerRun(100, func() { LiftLine(line, ctx) }); n != 0 {
			t.Errorf("LiftLine(%q) allocates %v times", line, n)
		}
	}
}
