package tui

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// oddInputs are what nobody means, and what a terminal or the index might take for more than words.
func oddInputs() []string {
	return []string{
		`"`, `""`, `"panel`, `panel"`, `"panel list`, `""""`, "“panel", "-", "*", "-panel", "panel*", "*panel", "^", "(", ")", "(panel", "panel)", "AND", "OR", "NOT", "panel AND", "AND panel", "panel OR",
		"NOT panel", "NEAR(", "NEAR(panel list)", "NEAR/2", "text:panel", "tags:ksession", "rowid:1", "{text}:panel", "text : panel", "+", "panel + list", "'", "''", "'; DROP TABLE person; --", `\`, "%", "_", "?1",
		"\x00", "pa\x00nel", "\x1b[31mpanel", "\u202epanel", "\xff\xfe", "e\u0301", "會議", "면담", "🎉", ":", "::", ":panel", "panel:", "foo:", "foo:bar", "with:", "with:nobody", `with:"`, "is:", "is:nothing", "is:,", "role:boss",
		"before:yesterday", "before:soon", "after:2026-13", "after:99999", "before:-1", "focus:", "focus:zzz", "is:action is:shift is:foo", "with:a with:b with:c",
		strings.Repeat("a", 10_000), strings.Repeat("a ", 5_000), strings.Repeat("panel ", 1_700), strings.Repeat(`"`, 10_000), strings.Repeat("with:p ", 1_400), strings.Repeat("is:action ", 1_000), strings.Repeat("(", 10_000), strings.Repeat("會", 3_300), strings.Repeat("focus:c ", 1_250),
	}
}

// TestSearchInput types odd things: there are always results, or a sentence that says what to do.
func TestSearchInput(t *testing.T) {
	d, _ := searching(t)
	for _, in := range oddInputs() {
		name := in
		if len(name) > 20 {
			name = name[:20]
		}
		t.Run(name, func(t *testing.T) {
			d.t = t
			d.send(tea.PasteMsg{Content: in})
			p := d.root.top().(*SearchScreen)
			if p.err != nil {
				t.Fatalf("%q: %v", in, p.err)
			}
			_, body, _ := strings.Cut(d.screen(), "\n")
			body, _, _ = strings.Cut(body, "f4 ")
			if strings.TrimSpace(body) == "" {
				t.Errorf("%q: nothing is said:\n%s", in, d.screen())
			}
			p.in.SetValue("")
		})
	}
	t.Run("a filter that does not exist names those that do", func(t *testing.T) {
		d, _ := searching(t)
		d.types("who:priya ")
		d.sees("There is no filter who:")
		for _, f := range journal.SearchFilters() {
			d.sees(f + ":")
		}
	})
}

// FuzzSearchScreen types anything into the line and draws the page.
func FuzzSearchScreen(f *testing.F) {
	for _, in := range oddInputs() {
		f.Add(in)
	}
	w := newWall(f)
	_, err := w.desk.store().Indexed(context.Background())
	w.desk.must(err)
	f.Fuzz(func(t *testing.T, in string) {
		w.t, w.desk.t = t, t
		page := NewSearch(w.desk.root.env)
		w.desk.root.pages, w.desk.root.overlays, w.desk.root.news = []Screen{NewToday(w.desk.root.env)}, nil, sayMsg{}
		w.desk.size(110, 40)
		w.desk.open(page)
		w.desk.send(tea.PasteMsg{Content: in})
		if page.err != nil {
			t.Fatalf("%q: %v", in, page.err)
		}
		w.harmless(page)
		w.desk.keys("tab", "down", "ctrl+b")
		w.harmless(page)
		w.desk.size(44, 14)
		w.harmless(page)
	})
}
