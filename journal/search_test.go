package journal_test

import (
	"slices"
	"strings"
	"testing"

	"bothways/journal"
)

func termsOf(text string) []string {
	var all []string
	for t := range journal.Terms(text) {
		all = append(all, t.Text)
	}
	return all
}

func TestTerms(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"words":               {"She said: maybe, NOT yes.", "she said maybe not yes"},
		"accents":             {"Zoë's café", "zoe s cafe"},
		"accents apart":       {"Zoe\u0308 cafe\u0301", "zoe cafe"},
		"letters of names":    {"Łukasz Sørensen, Straße, Þór, œuvre", "lukasz sorensen strasse thor oeuvre"},
		"numbers":             {"3rd floor, ½ past 10:30", "3rd floor 12 past 10 30"},
		"hyphens":             {"half-remembered — follow-up", "half remembered follow up"},
		"emoji":               {"great🎉 day 👍🏽!", "great 🎉 day 👍"},
		"chinese":             {"在会议室", "在会 会议 议室 室"},
		"japanese":            {"カレーと話", "カレ レー ーと と話 話"},
		"korean":              {"면담 했다", "면담 담 했다 다"},
		"korean apart":        {"\u1106\u1167\u11ab\u1103\u1161\u11b7", "면담 담"},
		"one letter alone":    {"茶 tea", "茶 tea"},
		"scripts together":    {"会議room", "会議 議 room"},
		"wide letters":        {"ＡＢＣ ﬁnal", "abc final"},
		"greek":               {"Λόγος λόγοσ", "λογοσ λογοσ"},
		"line form":           {"- [ ] me: send it by fri", "me send it by fri"},
		"signs of a keyboard": {"3$“x” a+é <b>é", "3 x a e b e"},
		"control":             {"a\x00b\x1b[31mc\u202ed", "a b 31mcd"},
		"not UTF-8":           {"a\xffb", "a b"},
		"nothing":             {" - * … !? \t\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(termsOf(c.text), " "); got != c.want {
				t.Errorf("terms of %q are %q, not %q", c.text, got, c.want)
			}
		})
	}

	t.Run("places", func(t *testing.T) {
		text := "Zoë: “会议”, fin"
		var got []string
		for w := range journal.Terms(text) {
			got = append(got, text[w.Start:w.End])
		}
		if want := []string{"Zoë", "会议", "议", "fin"}; !slices.Equal(got, want) {
			t.Errorf("they stand for %q, not %q", got, want)
		}
	})
	t.Run("a word without end", func(t *testing.T) {
		if got := termsOf(strings.Repeat("é", 100_000) + " b"); len(got) != 2 || len(got[0]) != 64 {
			t.Errorf("%d terms, the first of %d letters", len(got), len(got[0]))
		}
	})
}

func TestReadSearch(t *testing.T) {
	today, err := journal.ParseISODate("2026-11-20")
	if err != nil {
		t.Fatal(err)
	}
	read := func(typed string) string { s, said := journal.ReadSearch(typed, today); return tell(s, said) }
	for name, c := range map[string]struct{ typed, want string }{
		"one word":             {"pan", "pan*"},
		"several words":        {"Panel  LIST", "panel list*"},
		"phrase":               {`"panel list"`, "panel+list"},
		"phrase not closed":    {`send "panel li`, "send panel+li*"},
		"curly quotes":         {"“panel list” x", "panel+list x*"},
		"word and phrase":      {`a"b c"d`, "a b+c d*"},
		"hyphen":               {"half-rem", "half+rem*"},
		"operators":            {"AND (NEAR -x ^ title", "and near x title*"},
		"nothing":              {` - * " `, ""},
		"person":               {"panel with:priya", "panel* with=priya"},
		"name of two words":    {`with:"Priya N" pan`, "pan* with=Priya N"},
		"two people":           {"with:priya with:tom", "with=priya with=tom"},
		"role":                 {"role:Mentee", "role=mentee"},
		"kinds":                {"is:action is:notes|answers", "is=action is=session is=reflection"},
		"kinds with a comma":   {"is:action,topic", "is=action is=topic"},
		"focus":                {"focus:hiring", "focus=hiring"},
		"before a day":         {"before:2026-11-20", "before=2026-11-20"},
		"before a year":        {"before:2026", "before=2026-01-01"},
		"after a year":         {"after:2025", "from=2026-01-01"},
		"after a month":        {"after:2026-10", "from=2026-11-01"},
		"after a day":          {"after:yesterday", "from=2026-11-20"},
		"just being typed":     {"panel with:", "panel*"},
		"time of day":          {"10:30", "10+30*"},
		"line form":            {"priv: leave", "priv leave*"},
		"address":              {"https://example.org", "https+example+org*"},
		"ErrFilterUnknown":     {"who:priya x", "who+priya x* !There is no filter who:, so its words were searched; there are with:, role:, is:, before:, after:, focus:."},
		"ErrRoleUnknown":       {"role:boss", "!role:boss was left out: role: takes mentor, mentee or mutual."},
		"ErrDayUnknown":        {"before:soon", "!before:soon was left out: before: takes a day, a month or a year such as 2026-11-20, 2026-11 or 2026."},
		"ErrKindUnknown":       {"is:thing", "!is:thing was left out: is: takes session, action, reflection, topic, exchange, shift, goal, review, agreement, match, advice, person, relationship or question."},
		"words around filters": {"panel with:priya list", "panel list* with=priya"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := read(c.typed); got != c.want {
				t.Errorf("%q is read as\n%s\nnot\n%s", c.typed, got, c.want)
			}
		})
	}
}

// tell writes a search on one line.
func tell(s journal.Search, said []journal.SearchNotice) string {
	var all []string
	for _, p := range s.Parts {
		part := strings.Join(p.Terms, "+")
		if p.Prefix {
			part += "*"
		}
		all = append(all, part)
	}
	for _, w := range s.With {
		all = append(all, "with="+w)
	}
	if s.Role != "" {
		all = append(all, "role="+string(s.Role))
	}
	for _, k := range s.Kinds {
		all = append(all, "is="+string(k))
	}
	for _, f := range s.Focus {
		all = append(all, "focus="+f)
	}
	if !s.From.IsZero() {
		all = append(all, "from="+s.From.String())
	}
	if !s.Before.IsZero() {
		all = append(all, "before="+s.Before.String())
	}
	for _, n := range said {
		all = append(all, "!"+n.Text)
	}
	return strings.Join(all, " ")
}

func FuzzReadSearch(f *testing.F) {
	for _, seed := range []string{"panel list", `"panel li`, `a"b c"d`, "with:priya role:mentor is:action", "before:2026-11 after:1999", `with:"Priya N`, "is:|x|", "-", "*", "a\x00b", "who:x", ":", "::", `":"`, "“a”b", "会议室", "10:30", strings.Repeat("a ", 500)} {
		f.Add(seed)
	}
	today, _ := journal.ParseISODate("2026-11-20")
	f.Fuzz(func(t *testing.T, typed string) {
		s, said := journal.ReadSearch(typed, today)
		for _, p := range s.Parts {
			if len(p.Terms) == 0 {
				t.Fatal("a part has no term")
			}
			for _, term := range p.Terms {
				if term == "" || strings.ContainsAny(term, " \"\x00*:") || strings.ToLower(term) != term {
					t.Fatalf("%q has the term %q", typed, term)
				}
			}
		}
		for _, n := range said {
			if !strings.HasSuffix(n.Text, ".") {
				t.Fatalf("%q is no sentence", n.Text)
			}
		}
		if s.IsZero() && len(said) == 0 && len(termsOf(typed)) > 0 && !strings.Contains(typed, ":") {
			t.Fatalf("%q asks for something, and nothing is searched", typed)
		}
	})
}

func FuzzTerms(f *testing.F) {
	for _, seed := range []string{"She said: maybe", "Zoe\u0308", "在会议室x", "면담", "👍🏽", "a\xffb", "ǆ½ﬁ", "\u0e01\u0e34\u0e19", "カ゛ｶﾞ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for w := range journal.Terms(text) {
			if w.Text == "" || w.Start < last || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%q has the term %+v after %d", text, w, last)
			}
			last = w.Start
			for _, r := range w.Text {
				if r < 0x21 || r == 0x7f || r == '"' {
					t.Fatalf("%q has the term %q", text, w.Text)
				}
			}
		}
	})
}

func TestReadSearchLastYear(t *testing.T) {
	for _, typed := range []string{"after:9999", "before:9999", "after:9999-12", "before:9999-12-31"} {
		if _, notices := journal.ReadSearch(typed, journal.Date{Year: 2026, Month: 11, Day: 21}); len(notices) > 0 {
			t.Errorf("%s: %q", typed, notices[0].Text)
		}
	}
}

// TestFoundOpenly finds nothing by what was told in confidence.
func TestFoundOpenly(t *testing.T) {
	f := journal.Found{Person: "Priya Nair", Words: "She chairs the panel.\npriv: she is leaving", Private: "expecting"}
	for typed, want := range map[string]bool{
		"panel": true, "priya panel": true, "leaving": false, "panel leav": false, "expecting": false, `"the panel"`: true, "": true,
	} {
		q, _ := journal.ReadSearch(typed, journal.Date{Year: 2026, Month: 11, Day: 21})
		if got := q.FoundOpenly(f); got != want {
			t.Errorf("%q: %v", typed, got)
		}
	}
}
