package verbs

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
)

// thisDayMost is how much of other years is printed.
const thisDayMost = 20

func (a *app) lookBackVerb() *cobra.Command {
	cmd := &cobra.Command{
		Use: "look-back [MONTH or YEAR]",
		Long: "Prints a page to keep: what a month or a year was made of. It goes like 2025,\n" +
			"2025-03, march 2025, march (the last one), last month or this year. Without\n" +
			"it: what was on this day in other years, and this month so far. What was told\n" +
			"in confidence is left out.",
		Example:           "bothways look-back 2025 > 2025.txt",
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			today := journal.DateOf(a.now())
			p := lookedBack{days: journal.MonthOf(today)}
			words := strings.Join(args, " ")
			switch {
			case len(args) == 0:
				p.day = &journal.ThisDay{On: today}
			case journal.Blank(words):
				return misused(cmd, "`%s` takes a month or a year, such as 2025-03 or 2025.", cmd.CommandPath())
			default:
				var err error
				if p.days, err = journal.ReadDays(words, today); err != nil {
					return misread(cmd, err)
				}
			}
			p.back.Days = p.days
			return a.listing(cmd.Context(), func() error { return a.writeJSON(a.lookBackShape(p)) },
				func(s *store.Store) error { return a.lookBack(cmd.Context(), s, p) })
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

// lookedBack is what is printed.
type lookedBack struct {
	days journal.Days
	day  *journal.ThisDay // nil where a month or a year was named
	back journal.LookBack
}

func (a *app) lookBack(ctx context.Context, s *store.Store, p lookedBack) (err error) {
	if p.day != nil {
		if *p.day, err = s.ThisDay(ctx, p.day.On, thisDayMost); err != nil {
			return err
		}
	}
	if p.back, err = s.LookBack(ctx, p.days); err != nil {
		return err
	}
	p.back = veiled(a.discreet.veil, forOthers(p.back))
	if p.day != nil {
		for i, m := range p.day.Memories {
			p.day.Memories[i].Question = journal.WithoutConfided(m.Question)
		}
		*p.day = veiled(a.discreet.veil, *p.day)
	}
	if a.json {
		return a.writeJSON(a.lookBackShape(p))
	}
	return a.lookBackPlain(p)
}

// forOthers is what a page for others may have of some days: no text of it has what was told in confidence.
// Where nothing is left of a thing it stays, without its words. Conversations and answers are cut by
// memoryWords, and goals, topics and reviews have no more than what is listed here.
func forOthers(b journal.LookBack) journal.LookBack {
	told := func(texts ...*string) {
		for _, t := range texts {
			*t = journal.WithoutConfided(*t)
		}
	}
	for i := range b.Sessions {
		told(&b.Sessions[i].Words)
	}
	for i := range b.Answers {
		told(&b.Answers[i].Question, &b.Answers[i].Words)
	}
	for i := range b.Shifts {
		told(&b.Shifts[i].Text)
	}
	for i := range b.Exchanges {
		told(&b.Exchanges[i].Text)
	}
	for i := range b.Actions {
		told(&b.Actions[i].Text, &b.Actions[i].Outcome)
	}
	for i := range b.Goals {
		told(&b.Goals[i].Text)
	}
	for i := range b.Reviews {
		told(&b.Reviews[i].Text)
	}
	return b
}

// memoryWords are the first words of a conversation or an answer, as a page to share has them.
func memoryWords(m journal.Memory) string { return journal.SharedWords(m.Words, snippetBytes) }
