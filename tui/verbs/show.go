package verbs

import (
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// How many conversations, and reflections about somebody, show without --all. In plain text the
// latter stand above the conversations, as a few rows.
const shownSessions, shownReflections, shownAnswers = 20, 20, 5

// showing is what `show` was asked for.
type showing struct {
	all       bool
	agreement bool
	role      string
}

func (a *app) showVerb() *cobra.Command {
	var q showing
	cmd := &cobra.Command{
		Use:               "show NAME",
		Long:              "Shows one person: how you stand, what is to be raised, your latest answers about\nthem, and your conversations, newest first.",
		Example:           "bothways show Priya --all | less",
		Args:              someName,
		ValidArgsFunction: a.completeName,
		RunE: func(cmd *cobra.Command, args []string) error {
			role, err := readRole(cmd, q.role)
			if err != nil {
				return err
			}
			if q.agreement && q.all {
				return misused(cmd, "--agreement shows one page; it goes without --all.")
			}
			return a.withExisting(cmd.Context(), func(s *store.Store) error {
				if q.agreement {
					p, err := s.FindPerson(cmd.Context(), strings.Join(args, " "))
					if err != nil {
						return onlyRead(err)
					}
					return a.showAgreement(cmd, s, p, role)
				}
				return a.show(cmd, s, strings.Join(args, " "), role, q.all)
			})
		},
	}
	cmd.Flags().BoolVar(&q.all, "all", false, "everything, not only the last twenty")
	cmd.Flags().BoolVar(&q.agreement, "agreement", false, "what you agreed on, as a page to read together")
	roleFlag(cmd, &q.role, "only where your `ROLE` is mentor, mentee or mutual")
	a.jsonFlag(cmd)
	a.completeFlags(cmd)
	return cmd
}

func (a *app) show(cmd *cobra.Command, s *store.Store, name string, role journal.Role, all bool) error {
	ctx := cmd.Context()
	p, err := s.FindPerson(ctx, name)
	if err != nil {
		return onlyRead(err)
	}
	query := store.SessionQuery{PersonID: p.ID, Limit: shownSessions}
	if role != "" {
		r, _, err := s.ChooseRelationship(ctx, p.ID, role)
		if err != nil {
			return onlyRead(err)
		}
		query.PersonID, query.RelationshipID = 0, r.ID
		p.Relationships = []journal.RelationshipSummary{r}
	}
	more := false
	sessions := func(before store.Cursor) ([]journal.SessionView, store.Cursor, error) {
		query.Before = before
		rows, next, err := s.Sessions(ctx, query)
		if !all {
			more, next = next != "", ""
		}
		return rows, next, err
	}
	topics := func(closed bool, each func(journal.TopicView) error) error {
		for _, r := range p.Relationships {
			err := pages(func(after store.Cursor) ([]journal.TopicView, store.Cursor, error) {
				return s.Topics(ctx, store.TopicQuery{RelationshipID: r.ID, Closed: closed, After: after, Limit: pageSize})
			}, each)
			if err != nil {
				return err
			}
		}
		return nil
	}
	answers := func(before store.Cursor, limit int) ([]journal.ReflectionView, store.Cursor, error) {
		return s.Reflections(ctx, store.ReflectionQuery{PersonID: p.ID, Before: before, Limit: limit})
	}
	arcs, err := readArcs(ctx, s, p)
	if err != nil {
		return err
	}
	if a.json {
		return a.showJSON(p, arcShape(arcs), sessions, topics, func(before store.Cursor) ([]journal.ReflectionView, store.Cursor, error) {
			rows, next, err := answers(before, shownReflections)
			if !all {
				next = ""
			}
			return rows, next, err
		})
	}
	if err := a.showHead(p); err != nil {
		return err
	}
	if err := a.showTopics(topics); err != nil {
		return err
	}
	if err := a.showArcs(arcs, all); err != nil {
		return err
	}
	if err := a.showAnswers(p.Name, all, answers); err != nil {
		return err
	}
	if err := pages(sessions, a.sessionBlock); err != nil {
		return err
	}
	if more {
		return a.line("\nThere is more; --all shows every conversation.")
	}
	return nil
}

type (
	sessionReader = func(store.Cursor) ([]journal.SessionView, store.Cursor, error)
	topicReader   = func(closed bool, each func(journal.TopicView) error) error
	answerReader  = func(store.Cursor) ([]journal.ReflectionView, store.Cursor, error)
)

func (a *app) showJSON(p journal.PersonSummary, arc arcJSON, sessions sessionReader, topics topicReader, answers answerReader) error {
	object := jsonObject{w: a.out}
	head := personShape(p)
	if err := object.Fields(named{"id", head.ID}, named{"name", head.Name}, named{"relationships", head.Relationships}); err != nil {
		return err
	}
	err := object.List("sessions", func(list *jsonArray) error {
		return pages(sessions, func(v journal.SessionView) error { return list.Add(sessionShape(v)) })
	})
	if err != nil {
		return err
	}
	err = object.List("topics", func(list *jsonArray) error {
		add := func(t journal.TopicView) error { return list.Add(topicViewShape(t)) }
		if err := topics(false, add); err != nil {
			return err
		}
		return topics(true, add)
	})
	if err != nil {
		return err
	}
	err = object.List("reflections", func(list *jsonArray) error {
		return pages(answers, func(v journal.ReflectionView) error { return list.Add(reflectionShape(v)) })
	})
	if err != nil {
		return err
	}
	if err := object.Fields(arc.fields()...); err != nil {
		return err
	}
	return object.Close()
}

func (a *app) showHead(p journal.PersonSummary) error {
	if err := a.line("%s", safe.Line(p.Name)); err != nil {
		return err
	}
	for _, r := range p.Relationships {
		next := ""
		if !r.NextSession.IsZero() {
			next = "next " + wording.DateLong(r.NextSession, journal.DateOf(a.now()))
		}
		state := string(r.State)
		if r.State == journal.StateEnded {
			state = wording.Ended(r.EndedOn)
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
func (a *app) showTopics(topics topicReader) error {
	any := false
	return topics(false, func(t journal.TopicView) error {
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
func (a *app) showAnswers(name string, all bool, read func(before store.Cursor, limit int) ([]journal.ReflectionView, store.Cursor, error)) error {
	any, more := false, false
	err := pages(func(before store.Cursor) ([]journal.ReflectionView, store.Cursor, error) {
		if all {
			return read(before, pageSize)
		}
		rows, next, err := read(before, shownAnswers)
		more = next != ""
		return rows, "", err
	}, func(v journal.ReflectionView) error {
		if !any {
			any = true
			if err := a.line("\nMY ANSWERS ABOUT %s", strings.ToUpper(safe.Line(wording.FirstName(name)))); err != nil {
				return err
			}
		}
		day := widget.Pad(dayLong(journal.DateOf(v.At)), dueWidth)
		return a.line("  %s  %s", day, widget.Cut(answerWords(v), a.page()-dueWidth-4))
	})
	if err != nil || !more {
		return err
	}
	return a.line("  There is more; `bothways reflect --answers --about '%s'` reads them.", safe.Line(name))
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
	if err := a.line("\n%s", joined(sessionHead(v), v.Role.Phrase())); err != nil {
		return err
	}
	if err := a.checkIn(v.CheckIn); err != nil {
		return err
	}
	return a.block(v.Note)
}
