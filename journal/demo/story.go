package demo

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"bothways/journal"
)

// A file of story/ is one relationship: a head of "key: value" lines, then its conversations,
// oldest first. Days are counted back from the last day of the journal; where the head names a
// weekday, everything moves back to it.
//
//	== 41 days, 17:30, in person, 60 min, as mentor
//	The note, as it was written. Dates that have to fall near the end of the journal stand in
//	braces, counted from its last day: {+4 short} is written "1 dec", {+4 iso} "2026-12-01".
//	- [ ] send the list fri
//	ask: how it went
//	-- afterwards
//	done after 9 days, carried 1: what became of the first action
//	topic raised next time
//	private: a note apart
//	check-in: energy +1; trust 4; split 5 3 2; needs confidence, skills; interventions support
//
// After the dashes stands what became of the actions (done, dropped, open) and of the topics
// (raised next time, raised 2 times later, waiting, dropped), each in the order of the note. Every
// part of a check-in may be missing; the split is listening, asking and advising, and there may be
// moves and relations too.
//
// What came of advice stands there too, said of the first line received or of another one:
//
//	got tried after 9 days: what came of it
//	got 2 passed on to Tom Birch after 40 days: a word on it
//
// Before the conversations a file may have what else belongs to a relationship; storyarc.go says how.
// Somebody who is only considered or asked, or who declined, needs no conversation.
//
// The file reflections.txt holds reflections in the same form:
//
//	== 41 days, 22:10, about Sam Tierney, 5 min
//	? The question, where there was one
//	The answer.
//
// A question that is built in stands there by its id: "prompt: meaning/shift".

const reflectionsFile = "reflections.txt"

// story is what the text files say, before it is laid onto a calendar.
type story struct {
	relations   []relation
	reflections []reflection
}

// relation is one file: a person, the relationship with them, and its conversations.
type relation struct {
	place
	person       journal.Person
	relationship journal.Relationship
	from, until  int // days before the last day; until 0 for not ended
	next         int // days after the last day, 0 for none
	weekday      time.Weekday
	anyDay       bool
	entries      []entry

	asked, trial, ended int    // days before the last day, 0 for none
	suggested           string // who declined and named this person
	match               journal.Match
	agreements          []agreed
	goals               []goal
	reviews             []review
}

// entry is one conversation.
type entry struct {
	place
	days         int // before the last day
	hour, minute int
	medium       journal.Medium
	minutes      int
	role         journal.Role // "" for that of the relationship
	note         string
	actions      []actionFate
	topics       []topicFate
	private      string
	checkIn      journal.CheckIn
	advice       []adviceFate
}

// actionFate is what became of an action.
type actionFate struct {
	place
	state   journal.ActionState
	after   int // days after the conversation
	carried int
	outcome string
}

// topicFate is what became of a topic.
type topicFate struct {
	place
	state journal.TopicState
	later int // how many conversations later it was raised
}

// reflection is one reflection.
type reflection struct {
	place
	days         int
	hour, minute int
	about        string
	minutes      int
	question     string // in words of one's own
	prompt       string // or the id of a built-in one
	text         string
}

// readStory reads every text file in the folder story.
func readStory(files fs.FS) (*story, error) {
	names, err := fs.Glob(files, "story/*.txt")
	if err != nil || len(names) == 0 {
		return nil, journal.Errorf(journal.CodeInternal, "There is no story to tell.")
	}
	slices.SortFunc(names, inTurn)
	s := &story{}
	for _, name := range names {
		lines, err := readLines(files, name)
		if err != nil {
			return nil, err
		}
		if path.Base(name) == reflectionsFile {
			s.reflections, err = parseReflections(lines)
		} else {
			var r relation
			r, err = parseRelation(lines)
			s.relations = append(s.relations, r)
		}
		if err != nil {
			return nil, err
		}
	}
	return s, nil
}

// inTurn compares the names of two files by the numbers they begin with.
func inTurn(a, b string) int {
	number := func(name string) int {
		count, _, _ := strings.Cut(path.Base(name), "-")
		n, _ := strconv.Atoi(count) // none is 0
		return n
	}
	return cmp.Or(cmp.Compare(number(a), number(b)), strings.Compare(a, b))
}
