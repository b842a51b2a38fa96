package store

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"bothways/journal"
)

// FuzzSearch compares what the index finds with looking through every word.
func FuzzSearch(f *testing.F) {
	for _, seed := range [][2]string{
		{"the panel list, again", "pan"}, {"the panel list", `"panel li`}, {"Zoë's café", "zoe cafe"}, {"在会议室谈了", "会议"}, {"在会议室", "室 在"},
		{"a\x00b c", "b"}, {"great🎉 day", "🎉"}, {"x AND y", "AND"}, {`say "yes"`, `"`}, {"k1 p1 r1 ksession", "ksession"}, {"면담 했다", "담"},
		{"straße ﬁn ½", "strasse fin 12"}, {"\u202eabc", "abc"}, {"ab-cd", "b-c"}, {"\U0001fae8 \ua7f7 \U0001e900", "\U0001fae8"},
	} {
		f.Add(seed[0], seed[1])
	}
	ctx := context.Background()
	s := MustOpen(f)
	k := priya(f, s, "words")
	session := k.Session
	f.Fuzz(func(t *testing.T, note, typed string) {
		if !utf8.ValidString(note) || journal.Blank(note) {
			return // not kept
		}
		text := "· " + note // no line of it lifts
		session.Rev = must(s.Session(ctx, session.ID))(t).Rev
		_ = reword(t, s, session, text)
		_ = must(s.Indexed(ctx))(t)
		q, _ := journal.ReadSearch(typed, journal.DateOf(s.now()))
		q.Kinds, q.With, q.Role, q.Focus, q.Before, q.From = []journal.SearchKind{journal.SearchSession}, nil, "", nil, journal.Date{}, journal.Date{}
		found := must(s.Search(ctx, q, SearchOptions{}))(t)
		got := slices.ContainsFunc(found.Found, func(f journal.Found) bool { return f.ID == session.ID })
		for _, p := range q.Parts {
			one := journal.Search{Parts: []journal.SearchPart{p}}
			named := len(q.Parts) > 1 && len(one.Hits("Priya Nambiar", 1)) > 0
			if !named && len(one.Hits(text, 1)) == 0 {
				if got {
					t.Fatalf("%q is found for %q, though %v is not in it", text, typed, p)
				}
				return
			}
		}
		if !got {
			t.Fatalf("%q is not found for %q", text, typed)
		}
		line, lit := q.Snippet(text, 60)
		if !utf8.ValidString(line) || len(line) > 60+2*len("…")+3*strings.Count(line, " · ") {
			t.Fatalf("the snippet is %q", line)
		}
		last := 0
		for _, at := range lit {
			if at.Start < last || at.End <= at.Start || at.End > len(line) || !utf8.ValidString(line[at.Start:at.End]) {
				t.Fatalf("%v of %q is lit", lit, line)
			}
			last = at.End
		}
	})
}
