package demo

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bothways/journal"
)

const goodHead = "name: Ada Vane\nrole: mentor\n\n"

// tellOne reads and tells a story of one file, and perhaps one of reflections.
func tellOne(text, reflections string) (*told, error) {
	files := fstest.MapFS{"story/1-ada.txt": {Data: []byte(text)}}
	if reflections != "" {
		files["story/reflections.txt"] = &fstest.MapFile{Data: []byte(reflections)}
	}
	s, err := readStory(files)
	if err != nil {
		return nil, err
	}
	built, err := readBuiltIn()
	if err != nil {
		return nil, err
	}
	return s.tell(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC), toldYears*yearDays, built)
}

func TestStoryErrors(t *testing.T) {
	for name, c := range map[string]struct{ text, where string }{
		"no name":            {"role: mentor\n== 9 days, 12:00\nwords\n", "line 1: the head needs a name"},
		"no role":            {"name: Ada\n== 9 days, 12:00\nwords\n", "line 1: A relationship needs a role"},
		"unknown key":        {"name: Ada\nshoe size: 39\n", "line 2: \"shoe size\" is not a key"},
		"no colon":           {"name: Ada\nmentor\n", "line 2: a line of the head"},
		"unknown role":       {"name: Ada\nrole: boss\n", "line 2: \"boss\" is not a role"},
		"unknown kind":       {"name: Ada\nkind: odd\n", "line 2: \"odd\" is not a kind"},
		"unknown state":      {"name: Ada\nstate: odd\n", "line 2: \"odd\" is not a state"},
		"unknown weekday":    {"name: Ada\nweekday: someday\n", "line 2: \"someday\" is not a weekday"},
		"rhythm":             {"name: Ada\nrhythm: often\n", "line 2: a rhythm has the form"},
		"days that are none": {"name: Ada\nfrom: long ago\n", "line 2: \"long ago\" is not a number of days"},
		"no conversation":    {goodHead, "line 1: there is no conversation with Ada Vane"},
		"no days":            {goodHead + "== lately, 12:00\nwords\n", "line 4: a beginning has the form"},
		"no clock":           {goodHead + "== 9 days\nwords\n", "line 4: a beginning has the form"},
		"hour":               {goodHead + "== 9 days, 25:00\nwords\n", "line 4: a beginning has the form"},
		"too long ago":       {goodHead + "== 999 days, 12:00\nwords\n", "line 4: a beginning has the form"},
		"medium":             {goodHead + "== 9 days, 12:00, by pigeon\nwords\n", "line 4: \"by pigeon\" is neither"},
		"minutes":            {goodHead + "== 9 days, 12:00, some min\nwords\n", "line 4: \"some min\" is neither"},
		"no note":            {goodHead + "== 9 days, 12:00\n\n-- afterwards\n", "line 4: the conversation has no note"},
		"order":              {goodHead + "== 9 days, 12:00\nwords\n\n== 10 days, 12:00\nwords\n", "line 7: the conversations stand oldest first"},
		"action untold":      {goodHead + "== 9 days, 12:00\n- [ ] sing\n", "line 4: the note has more actions than"},
		"action told twice":  {goodHead + "== 9 days, 12:00\n- [ ] sing\n-- afterwards\nopen\nopen\n", "line 4: the note has 1 actions"},
		"action odd":         {goodHead + "== 9 days, 12:00\n- [ ] sing\n-- afterwards\nforgotten\n", "line 7: an action is"},
		"action carried":     {goodHead + "== 9 days, 12:00\n- [ ] sing\n-- afterwards\nopen, carried along\n", "line 7: \"along\" is not how often"},
		"action in future":   {goodHead + "== 9 days, 12:00\n- [ ] sing\n-- afterwards\ndone after 10 days: well\n", "line 7: 10 days after is beyond"},
		"topic untold":       {goodHead + "== 9 days, 12:00\nask: why\n", "line 4: the note raises 1 topics"},
		"topic odd":          {goodHead + "== 9 days, 12:00\nask: why\n-- afterwards\ntopic gone\n", "line 7: a topic was"},
		"topic too late":     {goodHead + "== 9 days, 12:00\nask: why\n-- afterwards\ntopic raised next time\n", "line 7: there are not that many"},
		"check-in part":      {goodHead + "== 9 days, 12:00\nwords\n-- afterwards\ncheck-in: mood +1\n", "line 7: \"mood\" is not a part of a check-in"},
		"check-in number":    {goodHead + "== 9 days, 12:00\nwords\n-- afterwards\ncheck-in: energy 1; trust much\n", "line 7: \"much\" is not a number of trust"},
		"check-in range":     {goodHead + "== 9 days, 12:00\nwords\n-- afterwards\ncheck-in: energy -3\n", "line 7: Energy goes from"},
		"check-in word":      {goodHead + "== 9 days, 12:00\nwords\n-- afterwards\ncheck-in: needs cake\n", "line 7: \"cake\" is not a word"},
		"check-in split":     {goodHead + "== 9 days, 12:00\nwords\n-- afterwards\ncheck-in: split 5 5\n", "line 7: a split has three numbers"},
		"check-in not whole": {goodHead + "== 9 days, 12:00\nwords\n-- afterwards\ncheck-in: split 5 5 1\n", "line 7: Listening, asking and advising share ten"},
		"date in note":       {goodHead + "== 9 days, 12:00\n- [ ] sing 31 nov\n-- afterwards\nopen\n", "line 4: “31 nov” is not a date"},
		"date in braces":     {goodHead + "== 9 days, 12:00\n- [ ] sing {soon}\n-- afterwards\nopen\n", "line 4: a date in braces"},
		"brace not closed":   {goodHead + "== 9 days, 12:00\nwords {+4 iso\n", "line 4: a date in braces"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := tellOne(c.text, "")
			if err == nil || !strings.HasPrefix(err.Error(), "1-ada.txt, "+c.where) || journal.ErrorCode(err) != journal.CodeInvalid {
				t.Errorf("error %v, want 1-ada.txt, %s", err, c.where)
			}
		})
	}
	story := goodHead + "== 9 days, 12:00\nwords\n"
	for name, c := range map[string]struct{ text, where string }{
		"about nobody": {"== 9 days, 22:00, about Zed\nwords\n", "line 1: there is nobody called Zed"},
		"no question":  {"== 9 days, 22:00\nprompt: meaning/none\nwords\n", "line 1: \"meaning/none\" is not the id"},
		"no words":     {"== 9 days, 22:00\n? Why?\n", "line 1: the reflection has no words"},
		"unknown word": {"== 9 days, 22:00, long\nwords\n", "line 1: \"long\" is neither"},
	} {
		t.Run("reflection "+name, func(t *testing.T) {
			if _, err := tellOne(story, c.text); err == nil || !strings.HasPrefix(err.Error(), "reflections.txt, "+c.where) {
				t.Errorf("error %v, want reflections.txt, %s", err, c.where)
			}
		})
	}
}

func TestTell(t *testing.T) {
	told, err := tellOne(`name: Ada Vane
role: mentee
state: ended
weekday: tue
from: 40
until: 9
next: 1
rhythm: every 2 weeks

== 30 days, 17:30, in person, 50 min, as mentor
First lines.

- [ ] sing
- [x] hum
- [ ] @ada dance {+4 short}
ask!: why
-- afterwards
dropped after 2 days: No voice.
open, carried 2
topic raised next time
private: quite
check-in: energy -1; trust 4; split 5 3 2; needs confidence, skills; interventions support; moves listened; relations trust

== 9 days, 18:00
Second - {+10 iso}.
`, "== 8 days, 22:00, about Ada Vane, 5 min\n? Why?\nWell.\n\nWell.\n\n== 7 days, 22:00\nprompt: meaning/shift\nHere.\n\n== 6 days, 22:00\nFree.\n")
	if err != nil {
		t.Fatal(err)
	}
	first, second := told.conversations[0], told.conversations[1]
	date := func(d journal.Date) string { return d.String() }
	// The last day is Saturday 21 November 2026.
	for _, c := range []struct{ what, got, want string }{
		{"first day, moved back to a Tuesday", first.Session.At.Format(time.DateTime), "2026-10-20 17:30:00"},
		{"second day", second.Session.At.Format(time.DateTime), "2026-11-10 18:00:00"},
		{"from", date(told.relationships[0].From), "2026-10-06"},
		{"until", date(told.relationships[0].Until), "2026-11-10"},
		{"next", date(told.relationships[0].NextSession), "2026-11-24"},
		{"rhythm", told.relationships[0].Rhythm.String(), "every 2 weeks"},
		{"role", string(first.Session.Role) + " " + string(second.Session.Role), "mentor mentee"},
		{"medium", string(first.Session.Medium), "in person"},
		{"note", first.Session.Note, "First lines.\n\n- [ ] sing\n- [x] hum\n- [ ] @ada dance 25 nov\nask!: why"},
		{"note with an ISO date", second.Session.Note, "Second - 2026-12-01."},
		{"private", first.Session.Private, "quite"},
		{"dropped", string(first.Actions[0].State) + " " + first.Actions[0].Outcome + " " + first.Actions[0].ClosedAt.Format(time.DateOnly), "dropped No voice. 2026-10-22"},
		{"done in the note", string(first.Actions[1].State), "done"},
		{"open", string(first.Actions[2].State) + " " + date(first.Actions[2].Due) + " " + string(first.Actions[2].Owner), "open 2026-11-25 them"},
		{"reflection", told.reflections[0].Question + " " + told.reflections[0].Text, "Why? Well.\n\nWell."},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if first.Actions[2].Carried != 2 || first.Session.Minutes != 50 || told.reflections[0].Seconds != 300 || told.reflections[0].PersonID != 1 {
		t.Error("a number got lost")
	}
	energy := -1
	if want := (journal.CheckIn{
		Energy: &energy, Trust: 4, Split: journal.Split{Listening: 5, Asking: 3, Advising: 2}, Needs: []string{"confidence", "skills"},
		Interventions: []string{"support"}, Moves: []string{"listened"}, Relations: []string{"trust"},
	}); !first.CheckIn.Equal(want) {
		t.Errorf("the check-in is %+v", first.CheckIn)
	}
	if !second.CheckIn.IsZero() {
		t.Errorf("there was no check-in, and it is %+v", second.CheckIn)
	}
	if asked := told.reflections[1].Asked; asked != told.built["meaning/shift"].Asked() || asked.SetID != "meaning" || asked.Version < 1 {
		t.Errorf("%+v was asked", asked)
	}
	if told.reflections[1].Text != "Here." || told.reflections[2].Asked != (journal.Asked{}) || told.reflections[2].Text != "Free." {
		t.Errorf("the reflections are %+v", told.reflections[1:])
	}
	if topic := told.topics[0]; !topic.Hard || topic.State != journal.TopicRaised || topic.RaisedIn != second.Session.ID {
		t.Errorf("the topic is %+v", topic)
	}
}

func TestPoolErrors(t *testing.T) {
	words := map[string][]string{"food": {"soup"}}
	for name, c := range map[string]struct{ text, want string }{
		"unknown slot": {"some {drink}", "lines.txt, line 3: nothing fills {drink}"},
		"open brace":   {"some {food", "lines.txt, line 3: a brace is not closed"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := parseTemplate(textLine{place{"lines.txt", 3}, c.text}, words)
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
	t.Run("walk", func(t *testing.T) {
		files := fstest.MapFS{"growth/people.txt": {Data: []byte("# remark\nnurse | ward\n")}}
		if _, err := readWalks(files); err == nil || !strings.HasPrefix(err.Error(), "people.txt, line 2: a walk of life has six fields") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("answers to no question", func(t *testing.T) {
		files := fstest.MapFS{"growth/answers.txt": {Data: []byte("[meaning/none]\nWords.\n")}}
		if _, err := readAnswers(files, "growth/answers.txt", builtIn{}, words); err == nil || !strings.HasPrefix(err.Error(), "answers.txt, line 2: \"meaning/none\" is not the id") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("goal about nothing known", func(t *testing.T) {
		files := fstest.MapFS{"growth/goals.txt": {Data: []byte("[skill]\nread {food}\n[cake]\nbake\n")}}
		if _, err := readGoals(files, words); err == nil || !strings.HasPrefix(err.Error(), "goals.txt, line 4: \"cake\" is neither a focus") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("line before a section", func(t *testing.T) {
		files := fstest.MapFS{"growth/words.txt": {Data: []byte("\nsoup\n")}}
		if _, err := readSections(files, "growth/words.txt", cutLine); err == nil || !strings.HasPrefix(err.Error(), "words.txt, line 2: a section begins") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("section nothing uses", func(t *testing.T) {
		files := fstest.MapFS{"growth/words.txt": {Data: []byte("[drink]\ntea\n")}}
		if err := fill(files, "growth/words.txt", cutLine, map[string]*[]string{}); err == nil || !strings.Contains(err.Error(), "\"drink\", which nothing uses") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("section missing", func(t *testing.T) {
		files := fstest.MapFS{"growth/words.txt": {Data: nil}}
		if err := fill(files, "growth/words.txt", cutLine, map[string]*[]string{"food": new([]string)}); err == nil || !strings.Contains(err.Error(), "needs a section \"food\"") {
			t.Errorf("error %v", err)
		}
	})
}
