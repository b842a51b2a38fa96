package verbs

import (
	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
)

// listAnswers prints earlier answers, newest first: those to one question, those to each question
// of a set, or all; with about only those about the person it fits.
func (a *app) listAnswers(cmd *cobra.Command, words, about string) error {
	at, err := a.findJournal(cmd.Context())
	switch {
	case err != nil:
		return err
	case !at.exists && (words != "" || about != ""):
		return at.missing()
	case !at.exists:
		return a.noList(at)
	}
	return a.withStore(cmd.Context(), at.path, func(s *store.Store) error {
		l := answers{app: a, cmd: cmd, store: s, list: jsonArray{w: a.out}}
		if about != "" {
			p, err := s.FindPerson(cmd.Context(), about)
			if err != nil {
				return onlyRead(err)
			}
			l.person = p.ID
		}
		if words != "" {
			q, err := s.Questions(cmd.Context())
			if err != nil {
				return err
			}
			found, err := findQuestion(q, words)
			if err != nil {
				return err
			}
			l.prompts = found.set.Prompts
			if found.prompt != nil {
				l.prompts = []journal.Prompt{*found.prompt}
			}
			l.asked, l.prompts = true, veiled(a.discreet.veil, l.prompts)
		}
		return l.print()
	})
}

// answers is a list of answers as it is printed.
type answers struct {
	*app
	cmd     *cobra.Command
	store   *store.Store
	person  int64            // 0 for whomever they are about
	asked   bool             // only answers to prompts
	prompts []journal.Prompt // in this order
	list    jsonArray
	any     bool
}

func (l *answers) print() error {
	if !l.asked {
		if err := l.read(store.ReflectionQuery{PersonID: l.person}, l.whole); err != nil {
			return err
		}
	}
	for _, p := range l.prompts {
		first := true
		err := l.read(store.ReflectionQuery{PromptID: p.ID, PersonID: l.person}, func(v journal.ReflectionView) error {
			if first && !l.json {
				if err := l.heading(p); err != nil {
					return err
				}
			}
			first = false
			return l.dated(v, p)
		})
		if err != nil {
			return err
		}
	}
	switch {
	case l.json:
		return l.endList(&l.list)
	case !l.any && l.asked:
		return l.line("Not answered yet.")
	case !l.any:
		return l.line("No answers yet; `bothways reflect` begins one.")
	}
	return nil
}

func (l *answers) read(q store.ReflectionQuery, each func(journal.ReflectionView) error) error {
	q.Limit = pageSize
	return pages(func(before store.Cursor) ([]journal.ReflectionView, store.Cursor, error) {
		q.Before = before
		rows, next, err := l.store.Reflections(l.cmd.Context(), q)
		return veiled(l.discreet.veil, rows), next, err
	}, each)
}

// heading is the question the answers below it are to.
func (l *answers) heading(p journal.Prompt) error {
	if l.any {
		if err := l.line(""); err != nil {
			return err
		}
	}
	return l.line("%s\n%s", safe.Line(p.Text), safe.Line(typeable(p.ID)))
}

// whole is an answer with its question.
func (l *answers) whole(v journal.ReflectionView) error {
	if l.json {
		return l.list.Add(reflectionShape(v))
	}
	if l.any {
		if err := l.line(""); err != nil {
			return err
		}
	}
	l.any = true
	if err := l.line("%s", l.reflectionHead(v)); err != nil {
		return err
	}
	if v.Question != "" {
		if err := l.line("%s", safe.Line(v.Question)); err != nil {
			return err
		}
	}
	return l.block(v.Text)
}

// dated is an answer under its question, which may have been worded differently then.
func (l *answers) dated(v journal.ReflectionView, p journal.Prompt) error {
	if l.json {
		return l.list.Add(reflectionShape(v))
	}
	l.any = true
	if err := l.line("\n%s", l.reflectionHead(v)); err != nil {
		return err
	}
	if v.Question != p.Text {
		if err := l.line("asked then: %s", safe.Line(v.Question)); err != nil {
			return err
		}
	}
	return l.block(v.Text)
}
