package material

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"bothways/journal"
)

// question reads a paragraph below the head. It is in the set, or it is told why it is left out.
func (r *reader) question(p paragraph) {
	prompt := r.prompt
	entries, words := p.cut(questionKeys())
	entries, words = r.keysOf(entries, words)
	if id, twice := otherID(entries); twice {
		r.leave(id, "“id” stands here twice, so this question was left out; leave one of them.")
		return
	}
	for _, e := range r.first(entries) {
		if !r.questionEntry(&prompt, e) {
			return
		}
	}
	switch {
	case len(words) == 0:
		r.leave(p.at(), "this question has no words, so it was left out; write them right below, without an empty line between.")
		return
	case !utf8.ValidString(words.words()):
		r.leave(words.at(), "this question is not UTF-8 text, so it was left out; type it anew and save the file as UTF-8.")
		return
	}
	prompt.Text = words.words()
	if err := prompt.Validate(); err != nil {
		r.leave(words.at(), "%s It was left out.", journal.ErrorMessage(err))
		return
	}
	if before, twice := r.ids[prompt.ID]; twice {
		r.leave(p.at(), "the id %s is taken by the question in line %d, so this one was left out; give it another.", prompt.ID, before+1)
		return
	}
	if prompt.ID != "" {
		r.ids[prompt.ID] = p.at()
	}
	r.keysBelow(words)
	r.set().Prompts = append(r.set().Prompts, prompt)
}

// leave tells why a question is left out, and counts it.
func (r *reader) leave(line int, format string, args ...any) {
	r.leftOut++
	r.add(line, format, args...)
}

// keysOf parts what stands above the words of a question into keys and into words that only look
// like one, such as “remember: who?”, which are the first of the question's words.
func (r *reader) keysOf(above []entry, below paragraph) (keys []entry, words paragraph) {
	known := questionKeys()
	for _, e := range above {
		key := meant(e.key, known)
		switch {
		case slices.Contains(known, e.key):
			keys = append(keys, e)
		case slices.Contains(setKeys(), e.key):
			r.add(e.number, "“%s” belongs to the first lines of a set, so this line was taken as words of the question.", e.key)
			words = append(words, textLine{e.number, e.text})
		case key != "" && fitsKey(key, e.value):
			r.add(e.number, "“%s” is not something a question has; perhaps you mean “%s”. The question was taken in without it.", e.key, key)
		default:
			r.add(e.number, "“%s” is not something a question has (id, from, role, moment, time or version), so this line was taken as words of the question.", shown(e.key))
			words = append(words, textLine{e.number, e.text})
		}
	}
	return keys, append(words, below...)
}

// fitsKey reports whether a value can be that of a key, so that a key mistyped is no word.
func fitsKey(key, value string) bool {
	var err error
	switch key {
	case keyID:
		return isID(value)
	case keyTime:
		seconds, ok := journal.ReadSpan(value)
		return ok && seconds > 0
	case keyRole:
		_, err = journal.ParsePromptRole(value)
	case keyMoment:
		_, err = journal.ParseMoment(value)
	case keyVersion:
		_, err = strconv.Atoi(value)
	default:
		return value != "" && !strings.ContainsAny(value, "?？")
	}
	return err == nil
}

// otherID finds a second id that is not the first one, and its line.
func otherID(entries []entry) (line int, found bool) {
	first := ""
	for _, e := range entries {
		switch {
		case e.key != keyID || e.value == "":
		case first == "":
			first = e.value
		case e.value != first:
			return e.number, true
		}
	}
	return 0, false
}

// keysBelow tells of what looks like a key below the words of a question: perhaps an empty line was
// forgotten.
func (r *reader) keysBelow(words paragraph) {
	known := append(questionKeys(), keySet)
	for _, l := range words[1:] {
		word, value, found := strings.Cut(l.text, ":")
		key := journal.Fold(strings.TrimSpace(word))
		if !found || !slices.Contains(known, key) || value != "" && !strings.HasPrefix(value, " ") && !strings.HasPrefix(value, "\t") {
			continue
		}
		r.add(l.number, "“%s” stands below the words of a question, so this line was taken as words as well; where a new one begins, put an empty line above it.", key)
	}
}

// questionEntry takes one entry up and reports whether the question may be kept.
func (r *reader) questionEntry(p *journal.Prompt, e entry) bool {
	switch {
	case !utf8.ValidString(e.value) && e.key == keyID:
		r.leave(e.number, "this id is not UTF-8 text, so this question was left out; type the line anew and save the file as UTF-8.")
		return false
	case !utf8.ValidString(e.value):
		r.add(e.number, "this is not UTF-8 text, so the question was taken in without it; type the line anew and save the file as UTF-8.")
		return true
	case e.value == "":
		return true // unsaid
	}
	const taken = "the question was taken in"
	switch e.key {
	case keyID:
		if p.ID = e.value; !isID(e.value) {
			r.leave(e.number, "“%s” cannot be an id, so this question was left out; use letters, digits, hyphens and slashes.", shown(e.value))
			return false
		}
	case keyFrom:
		p.Sources = readSources(e.value)
	case keyRole:
		r.role(p, e, taken)
	case keyMoment:
		r.moment(p, e, taken)
	case keyTime:
		seconds, ok := journal.ReadSpan(e.value)
		switch {
		case !ok:
			r.add(e.number, "“%s” is not a time such as 30 seconds or 3 minutes; %s without one.", shown(e.value), taken)
		case seconds > journal.MaxPromptSeconds:
			r.add(e.number, "“%s” is more than the hour a question may have; %s without a time.", shown(e.value), taken)
		default:
			p.Seconds = seconds
		}
	case keyVersion:
		version, err := strconv.Atoi(e.value)
		if err != nil || version < 1 {
			r.add(e.number, "“%s” is not a version, which is a number from 1 on; %s without one.", shown(e.value), taken)
			break
		}
		p.Version = version
	}
	return true
}
