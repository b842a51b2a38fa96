package demo

import (
	"testing"
	"testing/fstest"
)

func TestLately(t *testing.T) {
	s, err := readStory(fstest.MapFS{
		"story/1-ada.txt": {Data: []byte(goodHead + `== agreement, 90 days
often: daily

== agreement, 80 days
often: weekly

== agreement, 20 days
often: monthly

== goal, 90 days
over by then
reached 60 days

== goal, 85 days
begun before
note 70 days: too early
note 30 days: late

== goal, 15 days
later

== review, 70 days, 20:30
words

== review, due in 6 days

== 90 days, 12:00
got: one view

-- afterwards
got tried after 1 days

== 30 days, 12:00
got: another view
-- afterwards
got passed on to Bo Long after 2 days
got tried after 3 days

== 10 days, 12:00
words
`)},
		"story/2-bo.txt": {Data: []byte("name: Bo Long\nrole: mentee\n\n== 70 days, 12:00\nwords\n")},
		"story/3-cy.txt": {Data: []byte("name: Cy Moor\nrole: mentee\nstate: considering\n")},
		"story/reflections.txt": {Data: []byte("== 60 days, 22:00\nearly\n\n== 35 days, 22:00, about Ada Vane\nbefore she came\n\n" +
			"== 35 days, 22:00\nlate\n\n== 5 days, 22:00, about Bo Long\nof one who is gone\n\n== 5 days, 22:00, about Ada Vane\nnow\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	whole := s.conversations()
	late := s.lately(40)
	if len(late.relations) != 2 || late.relations[0].person.Name != "Ada Vane" || late.relations[1].person.Name != "Cy Moor" {
		t.Fatalf("%d relations are left", len(late.relations))
	}
	ada := late.relations[0]
	if len(ada.entries) != 2 || late.conversations() != 2 || len(ada.entries[0].advice) != 1 || ada.entries[0].advice[0].to != "" {
		t.Errorf("%d conversations, and what came of advice %+v", len(ada.entries), ada.entries[0].advice)
	}
	if a := ada.agreements; len(a) != 2 || a[0].says.Often != "weekly" || a[0].days != 30 || a[1].days != 20 {
		t.Errorf("agreements %+v", a)
	}
	if g := ada.goals; len(g) != 2 || g[0].days != 30 || len(g[0].notes) != 1 || g[0].notes[0].text != "late" || g[1].days != 15 {
		t.Errorf("goals %+v", g)
	}
	if v := ada.reviews; len(v) != 1 || v[0].days != 0 {
		t.Errorf("reviews %+v", v)
	}
	if r := late.reflections; len(r) != 2 || r[0].text != "late" || r[1].text != "now" {
		t.Errorf("reflections %+v", r)
	}
	if s.conversations() != whole || len(s.relations[0].goals) != 3 || s.relations[0].goals[1].days != 85 {
		t.Error("the story itself was cut")
	}
}
