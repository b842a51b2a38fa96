package tui

import (
	"fmt"
	"regexp"
	"testing"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/wording"
)

// TestDatesEverywhere writes dates as numbers and looks at every page and at what lies over it, in a
// journal whose own words have none: no day may stand there with the name of its month. What one
// could type is in lower case and is another thing.
func TestDatesEverywhere(t *testing.T) {
	w := newWall(t)
	d := w.desk
	d.root.env.Dates = wording.ISO
	w.paint("Quiet words")
	named := []*regexp.Regexp{dayNamed(wording.DayMonth), dayNamed(wording.MonthDay)}
	seen := 0
	look := func(where string) {
		t.Helper()
		got := d.screen()
		for _, is := range named {
			if day := is.FindString(got); day != "" {
				t.Errorf("%s has %q at %d columns:\n%s", where, day, d.root.w, got)
			}
		}
		seen += len(numberedDay().FindAllString(got, -1))
	}
	for _, page := range w.datedPages() {
		for _, size := range [][2]int{{130, 40}, {80, 24}, {60, 20}} {
			d.alone(page, size)
			if _, is := page.(*SearchScreen); is {
				d.types("quiet")
			}
			look(fmt.Sprintf("%T", page))
		}
		d.alone(page, [2]int{80, 24})
		for _, a := range page.Actions() {
			if a.Disabled != "" || len(a.Keys) == 0 || a.ID == "editor" || a.ID == "quit" || a.ID == "suspend" {
				continue
			}
			d.alone(page, [2]int{80, 24})
			d.keys(a.Keys[0])
			look(fmt.Sprintf("%T after %s", page, a.ID))
		}
	}
	d.alone(NewWrite(d.root.env, WriteStart{}), [2]int{80, 24})
	d.types("Ona")
	d.keys("enter")
	d.types("- [ ] call them 2027-03-03")
	look("what a line becomes")
	d.sees("Wed 2027-03-03")
	if seen < 100 {
		t.Errorf("only %d days were seen at all", seen)
	}
}

// TestDatesEverywhereNamed finds days with the names of their months where those are wanted, so that
// what the test above looks for is what would be there, and none the other way round.
func TestDatesEverywhereNamed(t *testing.T) {
	w := newWall(t)
	w.paint("Quiet words")
	for _, dates := range []wording.Dates{wording.DayMonth, wording.MonthDay} {
		w.desk.root.env.Dates = dates
		seen := 0
		for _, page := range w.pages() {
			w.desk.alone(page, [2]int{80, 24})
			got := w.desk.screen()
			seen += len(dayNamed(dates).FindAllString(got, -1))
			if dates == wording.DayMonth {
				continue // "Nov 26" is a month with its year there
			}
			if day := dayNamed(wording.DayMonth).FindString(got); day != "" {
				t.Errorf("%T writes %q where days are %s:\n%s", page, day, dates, got)
			}
		}
		if seen < 15 {
			t.Errorf("only %d days are written as %s", seen, dates)
		}
	}
}

// dayNamed is a day with its month's name, in one of the ways that have it.
func dayNamed(s wording.Dates) *regexp.Regexp {
	const month = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)`
	if s == wording.MonthDay {
		return regexp.MustCompile(`\b` + month + ` +\d{1,2}\b`)
	}
	return regexp.MustCompile(`(?:^|[^\d:])[0-3]?\d +` + month + `\b`)
}

// numberedDay is a day as numbers, with its year or without.
func numberedDay() *regexp.Regexp { return regexp.MustCompile(`\b(?:\d{4}-)?[01]\d-[0-3]\d\b`) }

// datedPages are the pages of the wall, every part of a relationship's and of the look back, and what
// was deleted and what words were before.
func (w *wall) datedPages() []Screen {
	d, env, ctx := w.desk, w.desk.root.env, w.t.Context()
	id := func(query string) (n int64) {
		if err := w.db.QueryRow(query).Scan(&n); err != nil {
			w.t.Fatalf("%s: %v", query, err)
		}
		return n
	}
	talk := id("SELECT min(id) FROM session")
	d.must(d.store().ChangeSession(ctx, talk, store.SessionChange{At: d.now.AddDate(0, -2, 0), Role: journal.RoleMentor, Private: "Quieter"}))
	d.must(d.store().DeleteSession(ctx, id("SELECT max(id) FROM session")))
	d.must(d.store().DeleteReflection(ctx, id("SELECT max(id) FROM reflection")))
	trash, err := d.store().Trash(ctx)
	d.must(err)
	pages := append(w.pages(), NewTrash(env), NewTrashed(env, trash[0]), NewVersions(env, "Quiet", journal.Texts(talk, journal.SessionTexts()...)...))
	rel := id("SELECT relationship_id FROM review WHERE held_at IS NOT NULL AND deleted_at IS NULL ORDER BY id LIMIT 1")
	pages = append(pages, NewReview(env, rel, 0), NewWrite(env, WriteStart{SessionID: talk}))
	for tab := tabActions; tab < tabParts+6; tab++ {
		p := NewRelationship(env, rel)
		p.tab = tab
		pages = append(pages, p)
	}
	for n := range 4 {
		p := NewLookBack(env)
		p.at = n
		pages = append(pages, p)
	}
	for n := range 8 {
		p := NewInsights(env)
		p.at = n
		pages = append(pages, p)
	}
	return pages
}
