package demo

import (
	"strconv"
	"strings"
	"time"

	"bothways/journal"
)

// parseRelation reads a file of one relationship.
func parseRelation(lines []textLine) (relation, error) {
	r := relation{anyDay: true}
	if len(lines) == 0 {
		return r, journal.Errorf(journal.CodeInvalid, "A file of the story is empty.")
	}
	r.place = lines[0].place
	n := 0
	for ; n < len(lines) && !strings.HasPrefix(lines[n].text, "== "); n++ {
		if lines[n].text == "" {
			continue
		}
		if err := r.head(lines[n]); err != nil {
			return r, err
		}
	}
	if err := r.person.Validate(); err != nil {
		return r, r.errorf("the head needs a name.")
	}
	if r.relationship.State == "" {
		r.relationship.State = journal.StateActive
	}
	if err := r.relationship.Validate(); err != nil {
		return r, r.errorf("%s", journal.ErrorMessage(err))
	}
	for _, block := range blocks(lines[n:]) {
		if arc, err := r.arc(block); err != nil {
			return r, err
		} else if arc {
			continue
		}
		e, err := parseEntry(block)
		if err != nil {
			return r, err
		}
		if last := len(r.entries) - 1; last >= 0 && r.entries[last].days <= e.days {
			return r, e.errorf("the conversations stand oldest first, and %d days is not after %d.", e.days, r.entries[last].days)
		}
		r.entries = append(r.entries, e)
	}
	if len(r.entries) == 0 && !r.untold() {
		return r, r.errorf("there is no conversation with %s.", r.person.Name)
	}
	return r, nil
}

// untold reports whether a relationship is one that needs no conversation.
func (r *relation) untold() bool {
	switch r.relationship.State {
	case journal.StateConsidering, journal.StateAsked, journal.StateDeclined:
		return true
	}
	return false
}

// head reads one line of the head.
func (r *relation) head(l textLine) error {
	key, value, ok := strings.Cut(l.text, ":")
	value = strings.TrimSpace(value)
	if !ok || value == "" {
		return l.errorf("a line of the head has the form \"key: value\".")
	}
	var err error
	switch key {
	case "name":
		r.person.Name = value
	case "how known":
		r.person.HowKnown = value
	case "common ground":
		r.person.CommonGround = value
	case "core values":
		r.person.CoreValues = value
	case "contact":
		r.person.Contact = value
	case "notes":
		r.person.Notes = value
	case "setting":
		r.relationship.Setting = value
	case "purpose":
		r.relationship.Purpose = value
	case "role":
		r.relationship.Role, err = journal.ParseRole(value)
	case "focus":
		r.relationship.Focus = strings.Split(value, ", ")
	case "asked how":
		r.relationship.AskedHow = value
	case "suggested by":
		r.suggested = value
	case "thanks":
		r.relationship.Thanks = value
	case "kind", "formality", "state":
		err = r.kindOf(l.place, key, value)
	case "rhythm", "weekday", "from", "until", "next", "asked", "trial until", "ended":
		err = r.when(l.place, key, value)
	default:
		return l.errorf("%q is not a key of the head.", key)
	}
	if err != nil && journal.ErrorCode(err) == journal.CodeInvalid && !strings.HasPrefix(err.Error(), l.file) {
		return l.errorf("%s", journal.ErrorMessage(err))
	}
	return err
}

// kindOf reads the keys whose value is one of a few words.
func (r *relation) kindOf(at place, key, value string) error {
	switch key {
	case "kind":
		for _, k := range journal.Kinds() {
			if string(k) == value {
				r.relationship.Kind = k
				return nil
			}
		}
	case "state":
		for _, s := range journal.States() {
			if string(s) == value {
				r.relationship.State = s
				return nil
			}
		}
	case "formality":
		if f := journal.Formality(value); f == journal.Formal || f == journal.Informal {
			r.relationship.Formality = f
			return nil
		}
	}
	return at.errorf("%q is not a %s.", value, key)
}

// when reads the keys that speak of days.
func (r *relation) when(at place, key, value string) error {
	if key == "weekday" {
		for d := time.Sunday; d <= time.Saturday; d++ {
			if strings.HasPrefix(strings.ToLower(d.String()), value) && len(value) == 3 {
				r.weekday, r.anyDay = d, false
				return nil
			}
		}
		return at.errorf("%q is not a weekday; use mon, tue, wed, thu, fri, sat or sun.", value)
	}
	if key == "rhythm" {
		var err error
		r.relationship.Rhythm, err = parseRhythm(at, value)
		return err
	}
	days, err := strconv.Atoi(value)
	if err != nil || days < 1 {
		return at.errorf("%q is not a number of days.", value)
	}
	switch key {
	case "from":
		r.from = days
	case "until":
		r.until = days
	case "next":
		r.next = days
	case "asked":
		r.asked = days
	case "trial until":
		r.trial = days
	case "ended":
		r.ended = days
	}
	return nil
}

// parseRhythm reads "every 6 weeks".
func parseRhythm(at place, value string) (journal.Rhythm, error) {
	value, _ = strings.CutPrefix(value, "every ")
	count, unit, _ := strings.Cut(value, " ")
	every, err := strconv.Atoi(count)
	out := journal.Rhythm{Every: every, Unit: journal.RhythmUnit(unit)}
	if err != nil || out.IsZero() || out.Validate() != nil {
		return journal.Rhythm{}, at.errorf("a rhythm has the form \"every 6 weeks\".")
	}
	return out, nil
}
