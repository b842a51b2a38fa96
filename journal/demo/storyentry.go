package demo

import (
	"strconv"
	"strings"
	"time"

	"bothways/journal"
)

// blocks cuts lines before every line that begins with "== ".
func blocks(lines []textLine) [][]textLine {
	var out [][]textLine
	for i, l := range lines {
		if strings.HasPrefix(l.text, "== ") {
			out = append(out, nil)
		}
		if len(out) > 0 {
			out[len(out)-1] = append(out[len(out)-1], lines[i])
		}
	}
	return out
}

// parseEntry reads one conversation; the first line is its "== " line.
func parseEntry(lines []textLine) (entry, error) {
	e := entry{place: lines[0].place}
	var err error
	var rest []string
	if e.days, e.hour, e.minute, rest, err = parseWhen(lines[0]); err != nil {
		return e, err
	}
	for _, word := range rest {
		if role, ok := strings.CutPrefix(word, "as "); ok {
			e.role, err = journal.ParseRole(role)
		} else if minutes, ok := strings.CutSuffix(word, " min"); ok {
			e.minutes, err = strconv.Atoi(minutes)
		} else {
			e.medium, err = journal.ParseMedium(word)
		}
		if err != nil {
			return e, e.errorf("%q is neither a medium, nor \"50 min\", nor \"as mentor\".", word)
		}
	}
	note := lines[1:]
	for i, l := range note {
		if l.text != "-- afterwards" {
			continue
		}
		for _, l := range note[i+1:] {
			if err := e.afterwards(l); err != nil {
				return e, err
			}
		}
		note = note[:i]
		break
	}
	if e.note = joined(note); journal.Blank(e.note) {
		return e, e.errorf("the conversation has no note.")
	}
	return e, nil
}

// parseWhen reads "== 41 days, 17:30, ..." and returns the words after it.
func parseWhen(l textLine) (days, hour, minute int, rest []string, err error) {
	words := strings.Split(strings.TrimPrefix(l.text, "== "), ", ")
	bad := l.errorf("a beginning has the form \"== 41 days, 17:30\".")
	if len(words) < 2 {
		return 0, 0, 0, nil, bad
	}
	count, ok := strings.CutSuffix(words[0], " days")
	days, err = strconv.Atoi(count)
	clock, wrong := time.Parse("15:04", words[1])
	if !ok || err != nil || wrong != nil || days < 1 || days > toldYears*yearDays {
		return 0, 0, 0, nil, bad
	}
	return days, clock.Hour(), clock.Minute(), words[2:], nil
}

// afterwards reads one line of what came of a conversation.
func (e *entry) afterwards(l textLine) error {
	if l.text == "" {
		return nil
	}
	if words, ok := strings.CutPrefix(l.text, "private: "); ok {
		e.private = words
		return nil
	}
	if words, ok := strings.CutPrefix(l.text, "check-in: "); ok {
		var err error
		e.checkIn, err = parseCheckIn(l.place, words)
		return err
	}
	if words, ok := strings.CutPrefix(l.text, "got "); ok {
		fate, err := parseAdviceFate(l.place, words)
		e.advice = append(e.advice, fate)
		return err
	}
	if words, ok := strings.CutPrefix(l.text, "topic "); ok {
		fate, err := parseTopicFate(l.place, words)
		e.topics = append(e.topics, fate)
		return err
	}
	fate, err := parseActionFate(l)
	e.actions = append(e.actions, fate)
	return err
}

// parseTopicFate reads "raised next time", "raised 2 times later", "waiting" or "dropped".
func parseTopicFate(at place, words string) (topicFate, error) {
	f := topicFate{place: at, later: 1}
	switch words {
	case "waiting":
		f.state = journal.TopicWaiting
	case "dropped":
		f.state = journal.TopicDropped
	case "raised next time":
		f.state = journal.TopicRaised
	default:
		count, ok := strings.CutPrefix(words, "raised ")
		count, ends := strings.CutSuffix(count, " times later")
		later, err := strconv.Atoi(count)
		if !ok || !ends || err != nil || later < 1 {
			return f, at.errorf("a topic was \"raised next time\", \"raised 2 times later\", is \"waiting\" or was \"dropped\".")
		}
		f.state, f.later = journal.TopicRaised, later
	}
	return f, nil
}

// parseActionFate reads "open", "open, carried 2" or "done after 9 days, carried 1: words".
func parseActionFate(l textLine) (actionFate, error) {
	f := actionFate{place: l.place}
	head, outcome, _ := strings.Cut(l.text, ": ")
	f.outcome = outcome
	head, carried, has := strings.Cut(head, ", carried ")
	if has {
		var err error
		if f.carried, err = strconv.Atoi(carried); err != nil || f.carried < 1 {
			return f, l.errorf("%q is not how often it was carried over.", carried)
		}
	}
	if head == "open" {
		f.state = journal.ActionOpen
		return f, nil
	}
	state, after, _ := strings.Cut(head, " after ")
	after, ok := strings.CutSuffix(after, " days")
	days, err := strconv.Atoi(after)
	f.state, f.after = journal.ActionState(state), days
	if !ok || err != nil || days < 0 || f.state != journal.ActionDone && f.state != journal.ActionDropped {
		return f, l.errorf("an action is \"open\", \"done after 9 days: words\" or \"dropped after 9 days: words\".")
	}
	return f, nil
}

// parseReflections reads the file of reflections.
func parseReflections(lines []textLine) ([]reflection, error) {
	var out []reflection
	for _, block := range blocks(lines) {
		r := reflection{place: block[0].place}
		var err error
		var rest []string
		if r.days, r.hour, r.minute, rest, err = parseWhen(block[0]); err != nil {
			return nil, err
		}
		for _, word := range rest {
			if name, ok := strings.CutPrefix(word, "about "); ok {
				r.about = name
				continue
			}
			minutes, ok := strings.CutSuffix(word, " min")
			if r.minutes, err = strconv.Atoi(minutes); !ok || err != nil {
				return nil, r.errorf("%q is neither \"about NAME\" nor \"5 min\".", word)
			}
		}
		text := block[1:]
		if len(text) > 0 {
			var own, builtIn bool
			r.question, own = strings.CutPrefix(text[0].text, "? ")
			r.prompt, builtIn = strings.CutPrefix(text[0].text, "prompt: ")
			switch {
			case own:
				r.prompt, text = "", text[1:]
			case builtIn:
				r.question, text = "", text[1:]
			default:
				r.question, r.prompt = "", ""
			}
		}
		if r.text = joined(text); journal.Blank(r.text) {
			return nil, r.errorf("the reflection has no words.")
		}
		out = append(out, r)
	}
	return out, nil
}

// joined is the text of lines, without empty ones at either end.
func joined(lines []textLine) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.text)
	}
	return strings.Trim(b.String(), "\n")
}
