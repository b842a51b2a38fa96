package material

import (
	"slices"
	"strings"
	"unicode/utf8"

	"bothways/journal"
)

// ReadSet reads a set in the form of the built-in files, such as a person writes of their own. What
// cannot be read is told with its line; that question is left out, and all others are in the set.
// The title is "" where the file names none, an id is "" where none is given.
func ReadSet(text string) (journal.PromptSet, []journal.Notice) {
	// Two such bytes begin a file in UTF-16, as some editors save it: nothing in it can be read.
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		return journal.PromptSet{}, []journal.Notice{{Line: -1, Text: "This file is not UTF-8 text; save it as UTF-8 and try again."}}
	}
	r := setReader{
		prompt: journal.Prompt{Role: journal.ForEither, Moment: journal.MomentAlone, Version: 1},
		ids:    map[string]int{},
	}
	all := paragraphs(text)
	if len(all) > 0 && isHead(all[0]) {
		r.head(all[0])
		all = all[1:]
	} else {
		r.add(0, "the file begins with the title of the set, such as “set: Questions for the train”.")
	}
	for _, p := range all {
		r.question(p)
	}
	if len(all) == 0 {
		r.notices = append(r.notices, journal.Notice{Line: -1, Text: "There is no question in this file; write each one as a paragraph under the title."})
	}
	return r.set, r.sorted()
}

// isHead reports whether a paragraph names a set.
func isHead(p paragraph) bool {
	entries, _ := p.cut(setKeys())
	return slices.ContainsFunc(entries, func(e entry) bool { return e.key == keySet })
}

// setReader is a set as far as it was read.
type setReader struct {
	set    journal.PromptSet
	prompt journal.Prompt // what a question is where it says nothing else
	ids    map[string]int // of questions, with their lines
	notices
}

// head reads the first paragraph.
func (r *setReader) head(p paragraph) {
	entries, words := p.cut(setKeys())
	r.repeated(entries)
	for _, e := range entries {
		r.headEntry(e)
	}
	if r.set.Title == "" && !slices.ContainsFunc(entries, func(e entry) bool { return e.key == keySet && !utf8.ValidString(e.value) }) {
		r.add(p.at(), "“set” has no title behind it.")
	}
	if len(words) > 0 {
		r.add(words.at(), "a question stands on its own; put an empty line above this one.")
	}
}

func (r *setReader) headEntry(e entry) {
	if !utf8.ValidString(e.value) {
		r.add(e.number, "this is not UTF-8 text; type the line anew and save the file as UTF-8.")
		return
	}
	var err error
	switch {
	case e.value == "" && slices.Contains(setKeys(), e.key): // unsaid
	case e.key == keySet:
		r.set.Title = e.value
	case e.key == keyAbout:
		r.set.About = e.value
	case e.key == keyID:
		if !isID(e.value) {
			r.add(e.number, "“%s” cannot be an id; use letters, digits and hyphens.", shown(e.value))
			return
		}
		r.set.ID, r.prompt.SetID = e.value, e.value
	case e.key == keyLanguage:
		if !isLanguage(e.value) {
			r.add(e.number, "“%s” is not a language; use its short form, such as en or de-CH.", shown(e.value))
			return
		}
		r.prompt.Language = e.value
	case e.key == keyRole:
		err = setRole(&r.prompt, e.value)
	case e.key == keyMoment:
		err = setMoment(&r.prompt, e.value)
	default:
		r.add(e.number, "“%s” is not something a set has; use set, id, about, role, moment or language.", e.key)
	}
	if err != nil {
		r.add(e.number, "%s", journal.ErrorMessage(err))
	}
}

func setRole(p *journal.Prompt, value string) error {
	role, err := journal.ParsePromptRole(shown(value))
	if err == nil {
		p.Role = role
	}
	return err
}

func setMoment(p *journal.Prompt, value string) error {
	moment, err := journal.ParseMoment(shown(value))
	if err == nil {
		p.Moment = moment
	}
	return err
}
