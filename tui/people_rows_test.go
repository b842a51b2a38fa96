package tui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/wording"
)

// mine are the pages of this part, each as it is to be tried.
func mine(t *testing.T) map[string]*desk {
	pages := map[string]func(*Env, circle) Screen{
		"people":  peoplePageOf,
		"actions": actionsPageOf,
		"session": priyasPage,
		"missing": func(e *Env, _ circle) Screen { return NewRelationship(e, 99999) },
	}
	for _, tab := range []string{"timeline", "actions", "topics", "about"} {
		pages["relationship "+tab] = priyasPage
	}
	out := map[string]*desk{}
	for name, page := range pages {
		d, _ := seeded(t, page)
		switch name {
		case "session":
			d.keys("enter")
		case "relationship actions":
			d.keys("tab")
		case "relationship topics":
			d.keys("tab", "tab")
		case "relationship about":
			d.keys("shift+tab")
		}
		out[name] = d
		empty := newDesk(t)
		if name == "people" || name == "actions" {
			empty.open(page(empty.root.env, circle{}))
			out[name+", empty"] = empty
			typing, _ := seeded(t, page)
			typing.keys("f")
			typing.types("a")
			out[name+", finding"] = typing
		}
	}
	return out
}

func TestPagesKeys(t *testing.T) {
	for name, d := range mine(t) {
		t.Run(name, func(t *testing.T) {
			taken, ids := map[string]string{}, map[string]bool{}
			for _, a := range d.root.top().Actions() {
				if a.ID == "" || a.Name == "" || a.Help == "" || a.Group == "" || len(a.Keys) == 0 {
					t.Errorf("an action is not whole: %+v", a)
				}
				if ids[a.ID] {
					t.Errorf("two actions are called %s", a.ID)
				}
				ids[a.ID] = true
				if !a.Enabled() {
					continue
				}
				for _, k := range a.Keys {
					if other, both := taken[k]; both {
						t.Errorf("%s is the key of %s and of %s", k, other, a.ID)
					}
					taken[k] = a.ID
				}
			}
			for _, k := range []string{"g", "P", "a", "u", "q", "?"} {
				if taken[k] != "" {
					t.Errorf("%s takes the key %s, which means the same everywhere", taken[k], k)
				}
			}
		})
	}
}

func TestPagesSizes(t *testing.T) {
	for name, d := range mine(t) {
		t.Run(name, func(t *testing.T) {
			for w := 1; w <= 200; w += 7 {
				for h := 1; h <= 60; h += 3 {
					d.size(w, h)
					v := d.root.View()
					checkFits(t, fmt.Sprintf("%dx%d", w, h), v.Content, w, h)
					if v.Cursor != nil && (v.Cursor.X < 0 || v.Cursor.X >= w || v.Cursor.Y < 0 || v.Cursor.Y >= h) {
						t.Fatalf("%dx%d: the cursor is at %d,%d", w, h, v.Cursor.X, v.Cursor.Y)
					}
					if w < minWidth || h < minHeight {
						continue
					}
					s, _ := d.root.top().Render(w, h-footRows)
					checkFits(t, fmt.Sprintf("page %dx%d", w, h), s, w, h-footRows)
				}
			}
		})
	}
}

func TestSectioned(t *testing.T) {
	t.Run("the cursor is always in sight", func(t *testing.T) {
		rng := rand.New(rand.NewPCG(1, 2))
		th := theme.New(true)
		for range 3000 {
			var s sectioned
			n := 1 + rng.IntN(40)
			for at := 0; at < n; at += 1 + rng.IntN(9) {
				s.heads = append(s.heads, section{at, fmt.Sprintf("HEAD %d", at)})
			}
			if rng.IntN(4) == 0 {
				s.heads = nil
			}
			s.SetLen(n)
			h := 1 + rng.IntN(25)
			for range 6 {
				s.Move(rng.IntN(2*n) - n)
				rows, cur := s.render(h, th, 40, func(i int, chosen bool) string { return chosenMark(chosen) + fmt.Sprintf("row %d", i) })
				if len(rows) > h {
					t.Fatalf("%d rows for %d", len(rows), h)
				}
				if cur < 0 || cur >= len(rows) || rows[cur] != fmt.Sprintf("❯ row %d", s.At) {
					t.Fatalf("the cursor is on row %d of %q, want row %d", cur, rows, s.At)
				}
				checkSections(t, rows, s.heads)
			}
		}
	})
	t.Run("the first heading comes with the first row", func(t *testing.T) {
		s := sectioned{heads: []section{{0, "NOW"}, {1, "LATER"}}}
		s.SetLen(30)
		th := theme.New(true)
		row := func(i int, chosen bool) string { return "row" }
		s.Move(29)
		s.render(6, th, 40, row)
		s.Move(-29)
		rows, _ := s.render(6, th, 40, row)
		if got := strings.TrimSpace(ansi.Strip(rows[0])); got != "NOW" {
			t.Errorf("the list begins with %q", got)
		}
	})
}

// checkSections fails unless every heading in sight stands right over its row.
func checkSections(t *testing.T, rows []string, heads []section) {
	t.Helper()
	for i, r := range rows {
		r = strings.TrimSpace(ansi.Strip(r))
		for _, h := range heads {
			if r == h.title && i+1 < len(rows) && !strings.HasSuffix(rows[i+1], fmt.Sprintf("row %d", h.at)) {
				t.Fatalf("%s stands over %q", r, rows[i+1])
			}
		}
	}
}

func TestTimeline(t *testing.T) {
	th := theme.New(true)
	look := timelineLook{theme: th, today: journal.Date{Year: 2026, Month: 11, Day: 21}, role: journal.RoleMentor, measure: 72}
	rng := rand.New(rand.NewPCG(3, 4))
	var all []journal.SessionView
	for i := range 60 {
		s := journal.SessionView{Session: journal.Session{ID: int64(i), Role: journal.RoleMentor, Note: strings.Repeat(fmt.Sprintf("words%d ", i), rng.IntN(80))}}
		for range rng.IntN(3) {
			s.Shifts = append(s.Shifts, "a shift")
		}
		all = append(all, s)
	}
	var l timeline
	l.SetLen(len(all))
	for range 4000 {
		l.Move(rng.IntN(20) - 10)
		w, h := 40+rng.IntN(60), 1+rng.IntN(30)
		rows, cur := l.render(w, h, all, look)
		if len(rows) > h || cur < 0 || cur >= len(rows) || !strings.HasPrefix(rows[cur], "❯ ") {
			t.Fatalf("%dx%d: the cursor is on row %d of %d", w, h, cur, len(rows))
		}
		checkFits(t, "timeline", strings.Join(rows, "\n"), w, h)
	}
}

func TestDocument(t *testing.T) {
	th := theme.New(true)
	day := journal.Date{Year: 2026, Month: 11, Day: 21}
	note := "A first line that is long enough to be wrapped into several rows of the page.\n\n```\n- [ ] code is code\n```\n- [ ] send it\n" + strings.Repeat("x", 3*docChunk) + "\n" + strings.Repeat("日本語", docChunk) + "\nthe end"
	s := journal.SessionView{Session: journal.Session{Note: note}, PersonName: "Priya", Actions: []journal.Action{{Text: "send it", Owner: journal.OwnerMe, State: journal.ActionDone, Outcome: "gladly"}}}
	t.Run("no word is left out", func(t *testing.T) {
		d := sessionDocument(s, wording.DayMonth, day)
		var b strings.Builder
		for _, l := range d.lines {
			b.WriteString(l.text)
		}
		if want := strings.ReplaceAll(note, "\n", ""); !strings.HasPrefix(b.String(), want) {
			t.Error("the lines do not make up the note")
		}
	})
	t.Run("lines that lift", func(t *testing.T) {
		rows := strings.Join(func() []string { d := sessionDocument(s, wording.DayMonth, day); return d.render(60, 12, th) }(), "\n")
		got := ansi.Strip(rows)
		if !strings.Contains(got, "│ - [ ] send it") || !strings.Contains(got, "  - [ ] code is code") {
			t.Errorf("drawn as\n%s", got)
		}
	})
	t.Run("scrolling meets every row and comes back", func(t *testing.T) {
		d := sessionDocument(s, wording.DayMonth, day)
		d.render(50, 10, th)
		first := d.at
		down := 0
		for at := d.at; ; at = d.at {
			if d.scroll(1); d.at == at {
				break
			}
			down++
		}
		last := d.at
		rows := d.render(50, 10, th)
		if got := ansi.Strip(rows[len(rows)-1]); !strings.Contains(got, "✓ you: send it · done → gladly") {
			t.Errorf("the end is %q", got)
		}
		d.scroll(-down)
		if d.at != first {
			t.Errorf("%d rows up is %+v", down, d.at)
		}
		d.end()
		if d.at != last {
			t.Errorf("the end is at %+v, want %+v", d.at, last)
		}
	})
	t.Run("a short note stays where it is", func(t *testing.T) {
		d := sessionDocument(journal.SessionView{Session: journal.Session{Note: "short"}}, wording.DayMonth, day)
		d.render(50, 10, th)
		d.scroll(5)
		d.end()
		if d.at != (docPlace{}) {
			t.Errorf("it went to %+v", d.at)
		}
	})
}
