package verbs

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
)

// answer keeps the text that is piped in, or that of a file, as an answer or as free words.
func (a *app) answer(cmd *cobra.Command, words string, in reflecting) error {
	if words == "" && !in.free {
		return misused(cmd, "Text that is piped in needs the question it answers, which `%s --list` shows, or --free where it answers none; nothing was kept.", cmd.CommandPath())
	}
	at, err := a.readAt(cmd, in.at)
	if err != nil {
		return err
	}
	a.pipe.awaited = piped(in.file)
	ctx := cmd.Context()
	journalAt, err := a.findJournal(ctx)
	if err != nil {
		return err
	}
	d := journal.Draft{Kind: journal.DraftAnswer, At: at, Seconds: in.minutes * 60}
	var notices []journal.Notice
	read := func() (err error) {
		d.Text, notices, err = a.readText(in.file)
		return err
	}
	if !journalAt.exists { // words that cannot be kept must not make one
		switch err := a.mayAnswer(words, in.about, journalAt); {
		case err != nil && in.about != "":
			return err
		case err != nil:
			return notKept(err)
		}
		if err := read(); err != nil {
			return err
		}
	}
	return a.withJournal(ctx, func(s *store.Store) error {
		if err := settle(ctx, cmd, s, &d, words, in.about); err != nil {
			return notKept(err)
		}
		if journalAt.exists {
			if err := read(); err != nil {
				return err
			}
		}
		kept, err := s.KeepAnswer(ctx, d)
		if err != nil {
			return err
		}
		a.pipe.kept = true
		kept.Notices = append(notices, kept.Notices...)
		kept = veiled(a.discreet.veil, kept)
		if a.json {
			return a.writeJSON(a.answeredShape(kept))
		}
		return a.answeredPlain(kept)
	})
}

// settle finds the question words fit and the person an answer is about, where they are named.
func settle(ctx context.Context, cmd *cobra.Command, s *store.Store, d *journal.Draft, words, about string) error {
	if words != "" {
		p, err := onePrompt(ctx, cmd, s, words)
		if err != nil {
			return err
		}
		d.Asked = p.Asked()
	}
	if about != "" {
		p, err := findKnown(ctx, s, about)
		if err != nil {
			return err
		}
		d.PersonID = p.ID
	}
	return nil
}

// onePrompt is the question words fit; of a set its only one.
func onePrompt(ctx context.Context, cmd *cobra.Command, s *store.Store, words string) (journal.Prompt, error) {
	q, err := s.Questions(ctx)
	if err != nil {
		return journal.Prompt{}, err
	}
	found, err := findQuestion(q, words)
	switch {
	case err != nil:
		return journal.Prompt{}, err
	case found.prompt != nil:
		return *found.prompt, nil
	}
	visible := found.set.Visible()
	switch len(visible) {
	case 1:
		return visible[0], nil
	case 0:
		return journal.Prompt{}, misused(cmd, "The set “%s” has no question to be answered.", clipped(found.set.Title))
	}
	ids := shapes(visible, func(p journal.Prompt) string { return typeable(p.ID) })
	return journal.Prompt{}, misused(cmd, "“%s” is a set of several questions; name the one that is answered: %s.",
		clipped(found.set.Title), strings.Join(ids, ", "))
}

// notKept adds to what is said of a failure that nothing was kept.
func notKept(err error) error {
	const said = " Nothing was kept."
	var usage *usageError
	var e *journal.Error
	switch {
	case errors.As(err, &usage):
		return &usageError{usage.message + said, usage.verb}
	case errors.As(err, &e):
		return &journal.Error{Code: e.Code, Message: e.Message + said, Cause: e.Cause}
	}
	return err
}

// answerActions are the actions that lifted from an answer, with the name around them.
func answerActions(k journal.KeptAnswer) []journal.ActionView {
	return shapes(k.Actions, func(v journal.Action) journal.ActionView {
		return journal.ActionView{Action: v, PersonName: k.Reflection.PersonName}
	})
}

func (a *app) answeredShape(k journal.KeptAnswer) answeredJSON {
	return answeredJSON{
		Reflection: k.Reflection.UID, Prompt: askedShape(k.Reflection.Asked), Person: orNull(k.Reflection.PersonName),
		cameJSON: a.cameShape(k.Came, answerActions(k)),
	}
}

func (a *app) answeredPlain(k journal.KeptAnswer) error {
	if err := a.line("Kept: %s", a.reflectionHead(k.Reflection)); err != nil {
		return err
	}
	if err := a.question(k.Reflection.Question, "  "); err != nil {
		return err
	}
	return a.camePlain(k.Came, answerActions(k))
}

// reflectionHead says when an answer was written, how long it took and whom it is about.
func (a *app) reflectionHead(v journal.ReflectionView) string {
	about, free := "", ""
	if v.PersonName != "" {
		about = "about " + safe.Line(v.PersonName)
	}
	if v.Question == "" {
		free = "free words"
	}
	return joined(a.dayLong(journal.DateOf(v.At))+v.At.Format(" 15:04"), journal.Span(v.Seconds), about, free)
}
