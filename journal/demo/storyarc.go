package demo

import (
	"strconv"
	"strings"
	"time"

	"bothways/journal"
)

// What belongs to a relationship besides its conversations stands in blocks of their own, with days
// counted back from the last one as everywhere. Every line may be missing but the words of a goal:
//
//	== match
//	why: Why this person.
//	common: The ground we share.
//	watch: What to keep an eye on.
//	no-rivalry: not sure, a word on that line of the checklist
//
//	== agreement, 590 days
//	I expect: ...
//	they expect: ...
//	between us: ...
//	limits: ...
//	feedback: ...
//	often: ...
//	review: every 4 months
//	ending: ...
//
//	== goal, 559 days, need confidence
//	What we work toward.
//	reached 379 days
//	note 511 days: How it went. On the day of a conversation it is from that conversation.
//
//	== review, 470 days, 21:40, due 480 days, go on
//	prompt: still-good/energy
//	What I think of it; the question above becomes a heading.
//
// A goal is about a focus, a need or a skill, and is open unless it was reached or let go. A review
// that is only planned is "== review, due in 6 days".

// agreed is an agreement as it stands in a file.
type agreed struct {
	place
	days int
	says journal.Agreement
}

// goal is a goal as it stands in a file.
type goal struct {
	place
	days, closed int // closed is 0 for open
	says         journal.Goal
	notes        []goalNote
}

// goalNote is a progress note as it stands in a file.
type goalNote struct {
	place
	days int
	text string
}

// review is a review as it stands in a file.
type review struct {
	place
	days, hour, minute int // days is 0 for one that is only planned
	due                int // days before the last day, below 0 for after it
	planned            bool
	decision           journal.Decision
	lines              []textLine
}

// adviceFate is what came of something received.
type adviceFate struct {
	place
	which   int    // of the lines received, from 1
	to      string // whom it was passed on to, "" for tried
	after   int    // days after the conversation
	outcome string
}

// arc reads a block that is no conversation; ok is false where it is one.
func (r *relation) arc(lines []textLine) (ok bool, err error) {
	words := strings.Split(strings.TrimPrefix(lines[0].text, "== "), ", ")
	rest := lines[1:]
	for len(rest) > 0 && rest[len(rest)-1].text == "" {
		rest = rest[:len(rest)-1]
	}
	switch words[0] {
	case "match":
		return true, r.readMatch(rest)
	case "agreement":
		return true, r.readAgreement(lines[0].place, words[1:], rest)
	case "goal":
		return true, r.readGoal(lines[0].place, words[1:], rest)
	case "review":
		return true, r.readReview(lines[0], words[1:], rest)
	}
	return false, nil
}

// readMatch reads why two people came together.
func (r *relation) readMatch(lines []textLine) error {
	for _, l := range lines {
		key, value, ok := strings.Cut(l.text, ": ")
		if !ok {
			return l.errorf("a line of a match has the form \"key: value\".")
		}
		switch key {
		case "why":
			r.match.Why = value
		case "common":
			r.match.Common = value
		case "watch":
			r.match.Watch = value
		default:
			answer, word, _ := strings.Cut(value, ", ")
			r.match.Checks = append(r.match.Checks, journal.Check{Line: key, Answer: journal.CheckAnswer(answer), Word: word})
			if err := r.match.Validate(); err != nil {
				return l.errorf("%s", journal.ErrorMessage(err))
			}
		}
	}
	return nil
}

// readAgreement reads what was agreed on, as it stood from one day on.
func (r *relation) readAgreement(at place, words []string, lines []textLine) error {
	a := agreed{place: at}
	var err error
	if len(words) != 1 {
		return at.errorf("an agreement begins \"== agreement, 590 days\".")
	}
	if a.days, err = parseDays(at, words[0]); err != nil {
		return err
	}
	for _, l := range lines {
		key, value, ok := strings.Cut(l.text, ": ")
		if !ok {
			return l.errorf("a line of an agreement has the form \"key: value\".")
		}
		switch key {
		case "I expect":
			a.says.ExpectMine = value
		case "they expect":
			a.says.ExpectTheirs = value
		case "between us":
			a.says.Confidence = value
		case "limits":
			a.says.Boundaries = value
		case "feedback":
			a.says.Feedback = value
		case "often":
			a.says.Often = value
		case "ending":
			a.says.Ending = value
		case "review":
			if a.says.Review, err = parseRhythm(l.place, value); err != nil {
				return err
			}
		default:
			return l.errorf("%q is not a part of an agreement.", key)
		}
	}
	if err := a.says.Validate(); err != nil {
		return at.errorf("%s", journal.ErrorMessage(err))
	}
	r.agreements = append(r.agreements, a)
	return nil
}

// readGoal reads a goal with its notes, which stand oldest first.
func (r *relation) readGoal(at place, words []string, lines []textLine) error {
	g := goal{place: at, says: journal.Goal{State: journal.GoalOpen}}
	var err error
	if len(words) == 0 || len(words) > 2 || len(lines) == 0 {
		return at.errorf("a goal begins \"== goal, 559 days, need confidence\", with its words on the next line.")
	}
	if g.days, err = parseDays(at, words[0]); err != nil {
		return err
	}
	if len(words) == 2 {
		kind, tag, _ := strings.Cut(words[1], " ")
		g.says.Kind, g.says.Tag = journal.GoalKind(kind), tag
	}
	g.says.Text = lines[0].text
	for _, l := range lines[1:] {
		if days, ok := strings.CutPrefix(l.text, "note "); ok {
			days, text, _ := strings.Cut(days, ": ")
			n := goalNote{place: l.place, text: text}
			if n.days, err = parseDays(l.place, days); err != nil {
				return err
			}
			if last := len(g.notes) - 1; journal.Blank(text) || n.days > g.days || last >= 0 && g.notes[last].days <= n.days {
				return l.errorf("a note has words, and the notes stand oldest first after the goal.")
			}
			g.notes = append(g.notes, n)
			continue
		}
		days, reached := strings.CutPrefix(l.text, "reached ")
		g.says.State = journal.GoalReached
		if !reached {
			var gone bool
			g.says.State = journal.GoalLetGo
			if days, gone = strings.CutPrefix(l.text, "let go "); !gone {
				return l.errorf("a goal was \"reached 90 days\" or \"let go 90 days\", or it has a \"note 90 days: words\".")
			}
		}
		if g.closed, err = parseDays(l.place, days); err != nil {
			return err
		}
		if g.closed > g.days {
			return l.errorf("a goal cannot be closed before there is one.")
		}
	}
	if err := g.says.Validate(); err != nil {
		return at.errorf("%s", journal.ErrorMessage(err))
	}
	r.goals = append(r.goals, g)
	return nil
}

// readReview reads a review, held or planned.
func (r *relation) readReview(first textLine, words []string, lines []textLine) error {
	v := review{place: first.place, lines: lines}
	bad := first.errorf("a review begins \"== review, 470 days, 21:40, due 480 days, go on\" or \"== review, due in 6 days\".")
	var err error
	if len(words) > 1 && !strings.HasPrefix(words[0], "due ") {
		clock, wrong := time.Parse("15:04", words[1])
		if v.days, err = parseDays(first.place, words[0]); err != nil || wrong != nil {
			return bad
		}
		v.hour, v.minute = clock.Hour(), clock.Minute()
		words = words[2:]
	}
	if len(words) > 0 && strings.HasPrefix(words[0], "due ") {
		days, ahead := strings.CutPrefix(words[0], "due in ")
		if !ahead {
			days = strings.TrimPrefix(words[0], "due ")
		}
		if v.due, err = parseDays(first.place, days); err != nil {
			return err
		}
		if ahead {
			v.due = -v.due
		}
		v.planned = true
		words = words[1:]
	}
	if len(words) > 0 {
		v.decision = journal.Decision(words[0])
		words = words[1:]
	}
	held := v.days > 0
	if len(words) > 0 || !held && (!v.planned || v.decision != "" || len(lines) > 0) || held && len(lines) == 0 {
		return bad
	}
	r.reviews = append(r.reviews, v)
	return nil
}

// parseDays reads "41 days", days before the last one.
func parseDays(at place, text string) (int, error) {
	count, ok := strings.CutSuffix(text, " days")
	days, err := strconv.Atoi(count)
	if !ok || err != nil || days < 1 || days > toldYears*yearDays {
		return 0, at.errorf("%q is not a number of days.", text)
	}
	return days, nil
}

// parseAdviceFate reads "tried after 9 days: words" or "2 passed on to Tom Birch after 9 days: words".
func parseAdviceFate(at place, words string) (adviceFate, error) {
	f := adviceFate{place: at, which: 1}
	bad := at.errorf("something received was \"got tried after 9 days: words\" or \"got passed on to NAME after 9 days: words\".")
	head, outcome, _ := strings.Cut(words, ": ")
	f.outcome = outcome
	if first, rest, _ := strings.Cut(head, " "); first != "tried" && first != "passed" {
		var err error
		if f.which, err = strconv.Atoi(first); err != nil {
			return f, bad
		}
		head = rest
	}
	head, after, _ := strings.Cut(head, " after ")
	days, err := parseDays(at, after)
	if err != nil {
		return f, bad
	}
	f.after = days
	to, passed := strings.CutPrefix(head, "passed on to ")
	if !passed && head != "tried" {
		return f, bad
	}
	if passed {
		f.to = to
	}
	return f, nil
}
