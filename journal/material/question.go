package material

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"bothways/journal"
)

// question reads a paragraph below the head. It is in the set, or what is wrong with it is told.
func (r *setReader) question(p paragraph) {
	prompt := r.prompt
	entries, words := p.cut(questionKeys())
	wrong := r.repeated(entries)
	for _, e := range entries {
		if !r.questionEntry(&prompt, e) {
			wrong = true
		}
	}
	switch {
	case len(words) == 0:
		r.add(p.at(), "this question has no words; write them right below, without an empty line between.")
		return
	case !utf8.ValidString(words.words()):
		r.add(words.at(), "this question is not UTF-8 text; type it anew and save the file as UTF-8.")
		return
	}
	prompt.Text = words.words()
	if err := prompt.Validate(); err != nil {
		r.add(words.at(), "%s", journal.ErrorMessage(err))
		return
	}
	if before, twice := r.ids[prompt.ID]; twice {
		r.add(p.at(), "the id %s is taken by the question in line %d; give this one another.", prompt.ID, before+1)
		return
	}
	if wrong {
		return
	}
	if prompt.ID != "" {
		r.ids[prompt.ID] = p.at()
	}
	r.set.Prompts = append(r.set.Prompts, prompt)
}

// questionEntry takes one entry up and reports whether it could be read.
func (r *setReader) questionEntry(p *journal.Prompt, e entry) bool {
	if !utf8.ValidString(e.value) {
		r.add(e.number, "this is not UTF-8 text; type the line anew and save the file as UTF-8.")
		return false
	}
	told := len(r.notices)
	if e.value == "" && slices.Contains(questionKeys(), e.key) {
		return true // unsaid
	}
	var err error
	switch e.key {
	case keyID:
		if p.ID = e.value; !isID(e.value) {
			r.add(e.number, "“%s” cannot be an id; use letters, digits, hyphens and slashes.", shown(e.value))
		}
	case keyFrom:
		p.Sources = readSources(e.value)
	case keyRole:
		err = setRole(p, e.value)
	case keyMoment:
		err = setMoment(p, e.value)
	case keyTime:
		var ok bool
		if p.Seconds, ok = readTime(e.value); !ok {
			r.add(e.number, "“%s” is not a time; write it like 30 seconds or 3 minutes, up to an hour.", shown(e.value))
		}
	case keyVersion:
		version, readErr := strconv.Atoi(e.value)
		if p.Version = version; readErr != nil || version < 1 {
			r.add(e.number, "“%s” is not a version; it is a number, 1 or more.", shown(e.value))
		}
	case keySet, keyAbout, keyLanguage:
		r.add(e.number, "“%s” belongs to the first lines of the file, without an empty line among them.", e.key)
	default:
		r.add(e.number, "“%s” is not something a question has; use id, from, role, moment, time or version.", e.key)
	}
	if err != nil {
		r.add(e.number, "%s", journal.ErrorMessage(err))
	}
	return len(r.notices) == told
}
