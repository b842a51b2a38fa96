package verbs

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// listQuestions prints the sets and their questions, or only what words fit. What is hidden is
// there with all, and where it was named.
func (a *app) listQuestions(cmd *cobra.Command, words string, all bool) error {
	return a.withQuestions(cmd.Context(), func(q journal.Questions, s *store.Store) error {
		sets, err := listed(q, words, all)
		if err == nil && s == nil {
			err = a.sayBuiltIn(cmd.Context())
		}
		if err != nil {
			return err
		}
		sets = veiled(a.discreet.veil, sets)
		if a.json {
			list := jsonArray{w: a.out}
			for _, set := range sets {
				if err := list.Add(setShape(q, set)); err != nil {
					return err
				}
			}
			return a.endList(&list)
		}
		if len(sets) == 0 {
			return a.line("Every question is hidden; --all lists them.")
		}
		for i, set := range sets {
			if err := a.setBlock(q, set, i == 0); err != nil {
				return err
			}
		}
		return nil
	})
}

// sayBuiltIn says beside the answer that a journal somebody named is not there, so that a name
// mistyped does not pass for a journal without answers.
func (a *app) sayBuiltIn(ctx context.Context) error {
	at, err := a.findJournal(ctx)
	if err == nil && at.named {
		a.aside("There is no journal at %s yet; these are the questions that are built in.", safe.Line(at.path))
	}
	return err
}

// listed are the sets to be listed, each with the questions to be listed.
func listed(q journal.Questions, words string, all bool) ([]journal.PromptSet, error) {
	if words != "" {
		found, err := findQuestion(q, words)
		switch {
		case err != nil:
			return nil, err
		case found.prompt != nil:
			found.set.Prompts = []journal.Prompt{*found.prompt}
		case !all:
			found.set.Prompts = found.set.Visible()
		}
		return []journal.PromptSet{found.set}, nil
	}
	if all {
		return q.Sets, nil
	}
	var out []journal.PromptSet
	for _, set := range q.Sets {
		if !set.Hidden {
			set.Prompts = set.Visible()
			out = append(out, set)
		}
	}
	return out, nil
}

// setBlock is a set and its questions.
func (a *app) setBlock(q journal.Questions, set journal.PromptSet, first bool) error {
	if !first {
		if err := a.line(""); err != nil {
			return err
		}
	}
	side := commonSide(set.Prompts)
	err := a.line("%s", joined(safe.Line(set.Title), safe.Line(typeable(set.ID)), sideWords(side), marks(set.Own, set.Hidden), a.answered(q.LastAnswered(set))))
	if err != nil {
		return err
	}
	if set.About != "" {
		if err := a.line("%s", safe.Line(set.About)); err != nil {
			return err
		}
	}
	if len(set.Prompts) == 0 {
		return a.line("  no questions yet")
	}
	for _, p := range set.Prompts {
		when := ""
		if last := q.Answered[p.ID].Last; !last.IsZero() {
			when = a.answered(last)
		}
		own := ""
		if p.Role != side {
			own = sideWords(p.Role)
		}
		err := a.line("  %s", joined(safe.Line(typeable(p.ID)), own, journal.Span(p.Seconds), marks(p.Own && !set.Own, p.Hidden), when))
		if err != nil {
			return err
		}
		if err := a.question(p.Text, "    "); err != nil {
			return err
		}
	}
	return nil
}

// question is the words of a question, line by line and wrapped, with lead before each; nothing of
// free words, which have none.
func (a *app) question(text, lead string) error {
	if journal.Blank(text) {
		return nil
	}
	for line := range strings.SplitSeq(strings.TrimRight(safe.Text(text), "\n"), "\n") {
		for _, row := range widget.Wrap(line, a.page()-len(lead), 0) {
			if err := a.line("%s%s", lead, row); err != nil {
				return err
			}
		}
	}
	return nil
}

// commonSide is the side all questions are for, and either where they are not alike.
func commonSide(prompts []journal.Prompt) journal.PromptRole {
	for _, p := range prompts {
		if p.Role != prompts[0].Role {
			return journal.ForEither
		}
	}
	if len(prompts) == 0 {
		return journal.ForEither
	}
	return prompts[0].Role
}

// sideWords says for which side of mentoring a question is, "" for either.
func sideWords(side journal.PromptRole) string {
	if side == journal.ForEither {
		return ""
	}
	return "as " + string(side)
}

// answered says when something was answered last.
func (a *app) answered(last time.Time) string {
	if last.IsZero() {
		return "not answered yet"
	}
	return "last answered " + wording.Ago(last, a.now())
}

// marks says that something is the person's own, and that it is hidden.
func marks(own, hidden bool) string {
	var said []string
	if own {
		said = append(said, "yours")
	}
	if hidden {
		said = append(said, "hidden")
	}
	return strings.Join(said, " · ")
}
