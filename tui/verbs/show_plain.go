package verbs

import (
	"strings"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// showPlain prints what there is about a person as a page to read from the top.
func (a *app) showPlain(b *shownPerson, arcs []arc) error {
	if err := a.showHead(b.person); err != nil {
		return err
	}
	if err := a.showTopics(b); err != nil {
		return err
	}
	if err := a.showArcs(arcs, b.all); err != nil {
		return err
	}
	if err := a.showAnswers(b); err != nil {
		return err
	}
	if err := pages(b.sessions, a.sessionBlock); err != nil || !b.more {
		return err
	}
	return a.line("\nThere is more; --all shows every conversation.")
}

func (a *app) showHead(p journal.PersonSummary) error {
	if err := a.line("%s", safe.Line(p.Name)); err != nil {
		return err
	}
	for _, r := range p.Relationships {
		next := ""
		if !r.NextSession.IsZero() {
			next = "next " + a.config.Dates.Long(r.NextSession, journal.DateOf(a.now()))
		}
		state := string(r.State)
		if r.State == journal.StateEnded {
			state = a.config.Dates.Ended(r.EndedOn)
		}
		err := a.line("  %s\n    %s", joined(r.Role.Phrase(), state, safe.Line(r.Purpose)),
			joined(r.Rhythm.String(), next, wording.LastTalked(r.LastSession, a.now()), openCount(r.OpenMine, r.OpenTheirs)))
		if err == nil {
			err = a.showCourse(r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// showTopics lists what is still to be raised, under a heading where there is any.
func (a *app) showTopics(b *shownPerson) error {
	any := false
	return b.topics(false, func(t journal.TopicView) error {
		if !any {
			any = true
			if err := a.line("\nTO RAISE"); err != nil {
				return err
			}
		}
		return a.topicRow(t.Topic)
	})
}

// showAnswers lists the latest answers about somebody, a row for each, under a heading where there is
// any.
func (a *app) showAnswers(b *shownPerson) error {
	any, more := false, false
	err := pages(func(before store.Cursor) ([]journal.ReflectionView, store.Cursor, error) {
		if b.all {
			return b.answers(before, pageSize)
		}
		rows, next, err := b.answers(before, shownAnswers)
		more = next != ""
		return rows, "", err
	}, func(v journal.ReflectionView) error {
		if !any {
			any = true
			if err := a.line("\nMY ANSWERS ABOUT %s", strings.ToUpper(safe.Line(wording.FirstName(b.person.Name)))); err != nil {
				return err
			}
		}
		day := widget.Pad(a.dayLong(journal.DateOf(v.At)), dueWidth)
		return a.line("  %s  %s", day, widget.Cut(answerWords(v), a.page()-dueWidth-4))
	})
	if err != nil || !more {
		return err
	}
	return a.line("  There is more; `bothways reflect --answers --about %s` reads them.", a.callable(b.person.Person))
}

// callable is what a verb finds a person by: the name, or the id where that is hidden.
func (a *app) callable(p journal.Person) string {
	if a.discreet.on {
		return p.UID
	}
	return "'" + safe.Line(p.Name) + "'"
}

// answerWords are the first words of an answer in a list: those of its question, and of free words
// their own.
func answerWords(v journal.ReflectionView) string {
	if !journal.Blank(v.Question) {
		return strings.Join(strings.Fields(v.Question), " ")
	}
	const most = 400 // bytes, more than is shown
	if told := journal.Plain(v.Text, journal.LiftContext{}, most); told != "" {
		return told
	}
	return strings.TrimSpace(strings.ToValidUTF8(v.Text[:min(len(v.Text), most)], ""))
}

// sessionBlock is a conversation with its whole note.
func (a *app) sessionBlock(v journal.SessionView) error {
	if err := a.line("\n%s", joined(a.sessionHead(v), v.Role.Phrase())); err != nil {
		return err
	}
	if err := a.checkIn(v.CheckIn); err != nil {
		return err
	}
	return a.block(v.Note)
}
