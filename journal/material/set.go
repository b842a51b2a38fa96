package material

import (
	"slices"
	"strings"
	"unicode/utf8"

	"bothways/journal"
)

// ReadSets reads sets in the form of the built-in files, such as a person writes of their own. A
// paragraph with "set:" begins each. What cannot be read is told with its line: where it is only a
// key, the question is in its set without it; where it would be wrong to keep a question, such as
// one whose id is another's, it is left out. leftOut counts those, and those without a set.
//
// Every set has a title. An id is "" where none is given, and a set may be without questions.
func ReadSets(text string) (sets []journal.PromptSet, said []journal.Notice, leftOut int) {
	// Two such bytes begin a file in UTF-16, as some editors save it: nothing in it can be read.
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		return nil, []journal.Notice{{Line: -1, Text: "This file is not UTF-8 text; save it as UTF-8 and try again."}}, 0
	}
	r := reader{ids: map[string]int{}}
	all := paragraphs(text)
	if len(all) == 0 || !isHead(all[0]) {
		r.add(0, "the file begins with the title of the set, such as “set: Questions for the train”; the questions above one were left out.")
		r.begin()
	}
	questions := 0
	for _, p := range all {
		if !isHead(p) {
			questions++
			r.question(p)
			continue
		}
		r.begin()
		if words := r.head(p); len(words) > 0 {
			questions++
			r.add(words.at(), "a question stands on its own, below an empty line; this one was taken in all the same.")
			r.question(words)
		}
	}
	if questions == 0 {
		r.notices = append(r.notices, journal.Notice{Line: -1, Text: "There is no question in this file; write each one as a paragraph under the title."})
	}
	for _, set := range r.sets {
		if set.Title == "" {
			r.leftOut += len(set.Prompts)
			continue
		}
		sets = append(sets, set)
	}
	return sets, r.sorted(), r.leftOut
}

// isHead reports whether a paragraph names a set.
func isHead(p paragraph) bool {
	entries, _ := p.cut(setKeys())
	return slices.ContainsFunc(entries, func(e entry) bool { return e.key == keySet })
}

// reader is a file as far as it was read.
type reader struct {
	sets    []journal.PromptSet // the last one is being read
	prompt  journal.Prompt      // what a question of it is where it says nothing else
	ids     map[string]int      // of questions, with their lines
	leftOut int
	notices
}

// begin begins a set.
func (r *reader) begin() {
	r.sets = append(r.sets, journal.PromptSet{})
	r.prompt = journal.Prompt{Role: journal.ForEither, Moment: journal.MomentAlone, Version: 1}
}

// set is the set that is being read.
func (r *reader) set() *journal.PromptSet { return &r.sets[len(r.sets)-1] }

// head reads the first paragraph of a set. What is below its keys is a question.
func (r *reader) head(p paragraph) (words paragraph) {
	entries, words := p.cut(setKeys())
	entries = r.first(entries)
	for _, e := range entries {
		r.headEntry(e)
	}
	if r.set().Title == "" && !slices.ContainsFunc(entries, func(e entry) bool { return e.key == keySet && !utf8.ValidString(e.value) }) {
		r.add(p.at(), "“set” has no title behind it, so the questions below were left out.")
	}
	return words
}

func (r *reader) headEntry(e entry) {
	if !utf8.ValidString(e.value) {
		r.add(e.number, "this is not UTF-8 text; type the line anew and save the file as UTF-8.")
		return
	}
	set, p := r.set(), &r.prompt
	switch {
	case e.value == "" && slices.Contains(setKeys(), e.key): // unsaid
	case e.key == keySet:
		set.Title = e.value
	case e.key == keyAbout:
		set.About = e.value
	case e.key == keyID && isID(e.value):
		set.ID, p.SetID = e.value, e.value
	case e.key == keyID:
		r.add(e.number, "“%s” cannot be an id; use letters, digits and hyphens. The set was taken in without one.", shown(e.value))
	case e.key == keyLanguage && isLanguage(e.value):
		p.Language = e.value
	case e.key == keyLanguage:
		r.add(e.number, "“%s” is not a language; use its short form, such as en or de-CH. The questions were taken in without one.", shown(e.value))
	case e.key == keyRole:
		r.role(p, e, "where they do not say so themselves, the questions were taken in")
	case e.key == keyMoment:
		r.moment(p, e, "where they do not say so themselves, the questions were taken in")
	default:
		r.add(e.number, "“%s” is not something a set has; use set, id, about, role, moment or language. This line was left out.", e.key)
	}
}

// role sets whom a question is for. taken says what became of the questions where that cannot be
// read.
func (r *reader) role(p *journal.Prompt, e entry, taken string) {
	role, err := journal.ParsePromptRole(e.value)
	if err != nil {
		r.add(e.number, "“%s” is not whom a question is for (mentor, mentee or either); %s for %s.", shown(e.value), taken, p.Role)
		return
	}
	p.Role = role
}

// moment sets when a question is for, as role does whom.
func (r *reader) moment(p *journal.Prompt, e entry, taken string) {
	moment, err := journal.ParseMoment(e.value)
	if err != nil {
		r.add(e.number, "“%s” is not a moment (alone, choosing, before, after, review or ending); %s for %s.", shown(e.value), taken, p.Moment)
		return
	}
	p.Moment = moment
}
