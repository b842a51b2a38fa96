package demo

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"bothways/journal"
)

// The files of growth/ hold what the older years are put together from: people.txt has a line for
// every walk of life, names.txt first and last names, and the others sections of one line a piece.
// A word in braces is filled in: {name} is the person, {other} and {boss} two people around them,
// {matter} what it is all about and {relative} whose relative, the same for a whole relationship;
// {place}, {food} and the other sections of words.txt change from line to line. {Place} begins
// with a capital.
//
// arc.txt has what a relationship has besides its conversations, and goals.txt a section of goals for
// each focus and need, and "skill".
//
// answers.txt has a section for a built-in question, named by its id, with beginnings of answers,
// and reviews.txt one for a question of a review.

// pool is everything the older years are put together from.
type pool struct {
	walks       []walk
	first, last []string
	words       map[string][]string
	note        noteParts
	line        lineParts
	question    []template
	answers     []answered
	aboutSome   []template // reflections about a person
	aboutNone   []template
	arc         arcParts
	goals       []goalCard
	reviews     []answered
}

// walk is a walk of life: what somebody does, and what there is to work on with them.
type walk struct {
	trade, known, setting, asMentor, asMentee string
	focus                                     []string
}

// noteParts are the parts of a note's text.
type noteParts struct {
	opening, beginning, doubt, turn, ending, mentor, mentee, shared, closing, brief []template
}

// lineParts are the lines that lift, and what became of them.
type lineParts struct {
	mine, theirs, gave, got, shift, ask, hard, priv, done, dropped, private []template
}

// arcParts are the parts of what a relationship has besides its conversations.
type arcParts struct {
	why, common, watch, word, asked                           []template
	mine, theirs, confidence, limits, feedback, often, ending []template
	note, reached, letGo, review, thanks, tried, passed       []template
}

// goalCard is a goal somebody may have.
type goalCard struct {
	kind journal.GoalKind
	tag  string // "" for a skill
	text template
}

// readPool reads the files of the folder growth.
func readPool(files fs.FS, built builtIn) (*pool, error) {
	p := &pool{}
	var err error
	if p.walks, err = readWalks(files); err != nil {
		return nil, err
	}
	if p.words, err = readSections(files, "growth/words.txt", cutLine); err != nil {
		return nil, err
	}
	names, err := readSections(files, "growth/names.txt", func(l textLine) ([]string, error) { return strings.Fields(l.text), nil })
	if err != nil {
		return nil, err
	}
	p.first, p.last = names["first"], names["last"]
	if len(p.first) < 10 || len(p.last) < 10 {
		return nil, journal.Errorf(journal.CodeInvalid, "names.txt needs at least ten first and ten last names.")
	}
	asTemplate := func(l textLine) ([]template, error) {
		t, err := parseTemplate(l, p.words)
		return []template{t}, err
	}
	n, l := &p.note, &p.line
	if err := fill(files, "growth/notes.txt", asTemplate, map[string]*[]template{
		"opening": &n.opening, "beginning": &n.beginning, "doubt": &n.doubt, "turn": &n.turn, "ending": &n.ending,
		"mentor": &n.mentor, "mentee": &n.mentee, "shared": &n.shared, "closing": &n.closing, "brief": &n.brief,
	}); err != nil {
		return nil, err
	}
	if err := fill(files, "growth/lines.txt", asTemplate, map[string]*[]template{
		"mine": &l.mine, "theirs": &l.theirs, "gave": &l.gave, "got": &l.got, "shift": &l.shift, "ask": &l.ask,
		"hard": &l.hard, "priv": &l.priv, "done": &l.done, "dropped": &l.dropped, "private": &l.private,
	}); err != nil {
		return nil, err
	}
	if err := fill(files, "growth/reflections.txt", asTemplate, map[string]*[]template{
		"question": &p.question, "person": &p.aboutSome, "any": &p.aboutNone,
	}); err != nil {
		return nil, err
	}
	a := &p.arc
	if err := fill(files, "growth/arc.txt", asTemplate, map[string]*[]template{
		"why": &a.why, "common": &a.common, "watch": &a.watch, "word": &a.word, "asked": &a.asked,
		"mine": &a.mine, "theirs": &a.theirs, "confidence": &a.confidence, "limits": &a.limits, "feedback": &a.feedback,
		"often": &a.often, "ending": &a.ending, "note": &a.note, "reached": &a.reached, "let go": &a.letGo, "review": &a.review,
		"thanks": &a.thanks, "tried": &a.tried, "passed": &a.passed,
	}); err != nil {
		return nil, err
	}
	if p.goals, err = readGoals(files, p.words); err != nil {
		return nil, err
	}
	if p.reviews, err = readAnswers(files, "growth/reviews.txt", built, p.words); err != nil {
		return nil, err
	}
	p.answers, err = readAnswers(files, "growth/answers.txt", built, p.words)
	return p, err
}

// readGoals reads goals.txt.
func readGoals(files fs.FS, words map[string][]string) ([]goalCard, error) {
	sections, err := readSections(files, "growth/goals.txt", func(l textLine) ([]textLine, error) { return []textLine{l}, nil })
	if err != nil {
		return nil, err
	}
	var out []goalCard
	for _, tag := range slices.Sorted(maps.Keys(sections)) {
		card := goalCard{tag: tag}
		switch {
		case slices.Contains(journal.Focuses(), tag):
			card.kind = journal.GoalFocus
		case slices.Contains(journal.Needs(), tag):
			card.kind = journal.GoalNeed
		case tag == string(journal.GoalSkill):
			card.kind, card.tag = journal.GoalSkill, ""
		default:
			return nil, sections[tag][0].errorf("%q is neither a focus nor a need.", tag)
		}
		for _, l := range sections[tag] {
			if card.text, err = parseTemplate(l, words); err != nil {
				return nil, err
			}
			out = append(out, card)
		}
	}
	return out, nil
}

// cutLine is a line as one piece.
func cutLine(l textLine) ([]string, error) { return []string{l.text}, nil }

// readSections reads a file of sections, each begun by its name in brackets.
func readSections[T any](files fs.FS, name string, read func(textLine) ([]T, error)) (map[string][]T, error) {
	lines, err := readLines(files, name)
	if err != nil {
		return nil, err
	}
	out := map[string][]T{}
	section := ""
	for _, l := range lines {
		if inside, ok := strings.CutPrefix(l.text, "["); ok {
			section = strings.TrimSuffix(inside, "]")
			continue
		}
		if l.text == "" {
			continue
		}
		if section == "" {
			return nil, l.errorf("a section begins with its name in brackets.")
		}
		pieces, err := read(l)
		if err != nil {
			return nil, err
		}
		out[section] = append(out[section], pieces...)
	}
	return out, nil
}

// fill reads a file of sections into their places. Every place needs its section.
func fill[T any](files fs.FS, name string, read func(textLine) ([]T, error), places map[string]*[]T) error {
	sections, err := readSections(files, name, read)
	if err != nil {
		return err
	}
	for section, pieces := range sections {
		if places[section] == nil {
			return journal.Errorf(journal.CodeInvalid, "%s has a section %q, which nothing uses.", name, section)
		}
		*places[section] = pieces
	}
	for section := range places {
		if len(sections[section]) == 0 {
			return journal.Errorf(journal.CodeInvalid, "%s needs a section %q with something in it.", name, section)
		}
	}
	return nil
}

// readWalks reads people.txt: fields between bars, "#" for a remark.
func readWalks(files fs.FS) ([]walk, error) {
	lines, err := readLines(files, "growth/people.txt")
	if err != nil {
		return nil, err
	}
	var out []walk
	for _, l := range lines {
		if l.text == "" || strings.HasPrefix(l.text, "#") {
			continue
		}
		f := strings.Split(l.text, " | ")
		if len(f) != 6 {
			return nil, l.errorf("a walk of life has six fields between bars; this has %d.", len(f))
		}
		out = append(out, walk{f[0], f[1], f[2], f[3], f[4], strings.Split(f[5], ", ")})
	}
	if len(out) == 0 {
		return nil, journal.Errorf(journal.CodeInvalid, "people.txt needs at least one walk of life.")
	}
	return out, nil
}
