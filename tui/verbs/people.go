package verbs

import (
	"context"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

func (a *app) peopleVerb() *cobra.Command {
	cmd := &cobra.Command{
		Use:               "people",
		Long:              "Lists everyone in your journal: who mentors whom, when you last talked, and\nwhat is open.",
		Example:           "bothways people --json | jq -r '.[].name'",
		Args:              noWords,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.listing(cmd.Context(), nil, func(s *store.Store) error { return a.people(cmd, s) })
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) people(cmd *cobra.Command, s *store.Store) error {
	read := func(after store.Cursor) ([]journal.PersonSummary, store.Cursor, error) {
		rows, next, err := s.People(cmd.Context(), store.PeopleQuery{After: after, Limit: pageSize})
		return veiled(a.discreet.veil, rows), next, err
	}
	if a.json {
		list := jsonArray{w: a.out}
		if err := pages(read, func(p journal.PersonSummary) error { return list.Add(personShape(p)) }); err != nil {
			return err
		}
		return a.endList(&list)
	}
	any := false
	err := pages(read, func(p journal.PersonSummary) error {
		any = true
		return a.personRows(p)
	})
	if err == nil && !any {
		return a.line("Nobody here yet; `bothways write NAME` begins with someone.")
	}
	return err
}

// personRows writes one line for each relationship of p: role, state, last conversation, what is
// open, name and purpose.
func (a *app) personRows(p journal.PersonSummary) error {
	const row = "%-10s  %-11s  %-14s  %-20s  %s"
	if len(p.Relationships) == 0 {
		return a.line(row, "-", "-", "-", "-", safe.Line(p.Name))
	}
	for _, r := range p.Relationships {
		err := a.line(row, r.Role.Phrase(), r.State, wording.Ago(r.LastSession, a.now()),
			openCount(r.OpenMine, r.OpenTheirs), joined(safe.Line(p.Name), safe.Line(r.Purpose)))
		if err != nil {
			return err
		}
	}
	return nil
}

// noWords refuses words after a verb that takes none.
func noWords(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return misused(cmd, "`%s` takes no words after it; “%s” is one too many.", cmd.CommandPath(), args[0])
}

// noList answers where there is no journal to list from. Before the first word is written that is
// a list of nothing; but a file that was named is expected to be there, and a name mistyped must
// not pass for a journal with nothing in it.
func (a *app) noList(at place) error {
	switch {
	case at.named:
		return at.missing()
	case a.json:
		return a.line("[]")
	}
	return a.line("No journal yet at %s; `bothways` starts one.", safe.Line(at.path))
}

// listing runs do on the journal. Where there is none yet it is noList that answers; in JSON it is none,
// where that is not nil: what a verb says of nothing that is no list.
func (a *app) listing(ctx context.Context, none func() error, do func(*store.Store) error) error {
	at, err := a.findJournal(ctx)
	switch {
	case err != nil:
		return err
	case !at.exists && none != nil && a.json && !at.named:
		return none()
	case !at.exists:
		return a.noList(at)
	}
	return a.withStore(ctx, at.path, do)
}

// endList closes a list that is the whole answer.
func (a *app) endList(list *jsonArray) error {
	if err := list.Close(); err != nil {
		return err
	}
	return a.line("")
}
