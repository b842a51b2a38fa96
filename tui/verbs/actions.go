package verbs

import (
	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
)

// actionList is which actions `actions` was asked for.
type actionList struct {
	all, mine, theirs, overdue bool
	with                       string
}

func (a *app) actionsVerb() *cobra.Command {
	var q actionList
	cmd := &cobra.Command{
		Use: "actions",
		Long: "Lists what you and others said you would do: overdue first, then by day, then\n" +
			"what has no day. Each line begins with an id that done, drop and reopen take.",
		Example:           "bothways actions --overdue --with Sam",
		Args:              a.noSuchVerb,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case q.mine && q.theirs:
				return misused(cmd, "--mine and --theirs leave nothing between them; give one, or neither for both.")
			case q.all && q.overdue:
				return misused(cmd, "--all asks for closed actions as well and --overdue only for open ones; give one of them.")
			case cmd.Flags().Changed("with") && journal.Blank(q.with):
				return misused(cmd, "--with needs a name.")
			}
			at, err := a.findJournal(cmd.Context())
			switch {
			case err != nil:
				return err
			case !at.exists && q.with != "":
				return at.missing()
			case !at.exists:
				return a.noList(at)
			}
			return a.withStore(cmd.Context(), at.path, func(s *store.Store) error { return a.actions(cmd, s, q) })
		},
	}
	cmd.Flags().BoolVar(&q.all, "all", false, "done and dropped ones as well")
	cmd.Flags().BoolVar(&q.mine, "mine", false, "only yours")
	cmd.Flags().BoolVar(&q.theirs, "theirs", false, "only theirs")
	cmd.Flags().BoolVar(&q.overdue, "overdue", false, "only those whose day has passed")
	cmd.Flags().StringVar(&q.with, "with", "", "only those with the person `NAME` fits")
	a.jsonFlag(cmd)
	a.completeFlags(cmd)
	cmd.AddCommand(a.addActionVerb(), a.doneVerb(), a.dropVerb(), a.reopenVerb())
	return cmd
}

func (a *app) actions(cmd *cobra.Command, s *store.Store, q actionList) error {
	query := store.ActionQuery{Limit: pageSize}
	switch {
	case q.mine:
		query.Owner = journal.OwnerMe
	case q.theirs:
		query.Owner = journal.OwnerThem
	}
	if q.overdue {
		query.OverdueOn = journal.DateOf(a.now())
	}
	if q.with != "" {
		p, err := s.FindPerson(cmd.Context(), q.with)
		if err != nil {
			return err
		}
		query.PersonID = p.ID
	}
	read := func(after store.Cursor) ([]journal.ActionView, store.Cursor, error) {
		query.After = after
		return s.Actions(cmd.Context(), query)
	}
	list := jsonArray{w: a.out}
	any := false
	each := func(v journal.ActionView) error {
		any, v = true, veiled(a.discreet.veil, v)
		if a.json {
			return list.Add(a.actionShape(v))
		}
		return a.actionRow(v)
	}
	if err := pages(read, each); err != nil {
		return err
	}
	if q.all {
		query.Closed = true
		if err := pages(read, each); err != nil {
			return err
		}
	}
	switch {
	case a.json:
		return a.endList(&list)
	case any:
		return nil
	case q.overdue:
		return a.line("Nothing is overdue.")
	case q.all:
		return a.line("There are no actions here yet.")
	}
	return a.line("Nothing is open.")
}
