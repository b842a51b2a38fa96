package verbs

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
)

// adding is what `actions add` was given besides the name and the words.
type adding struct {
	due, owner, role string
}

func (a *app) addActionVerb() *cobra.Command {
	var in adding
	cmd := &cobra.Command{
		Use:     "add NAME TEXT",
		Long:    "Adds something one of you will do. --due sets its day, --owner whose it is.",
		Example: `bothways actions add "Sam T" introduce me to Leila --owner them --due "1 dec"`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 || journal.Blank(args[0]) || journal.Blank(strings.Join(args[1:], " ")) {
				return misused(cmd, "`%s` needs a name and then what is to be done; a name of several words goes in quotes.", cmd.CommandPath())
			}
			return nil
		},
		ValidArgsFunction: a.completeName,
		RunE: func(cmd *cobra.Command, args []string) error {
			action, role, err := a.readAdding(cmd, in)
			if err != nil {
				return err
			}
			action.Text = strings.Join(args[1:], " ")
			return a.changeAction(cmd, func(s *store.Store) (journal.ActionView, error) {
				return addAction(cmd.Context(), s, action, args[0], role)
			})
		},
	}
	cmd.Flags().StringVar(&in.due, "due", "", "the `DAY`: fri, 1 dec, 2026-12-01, in 2 weeks, +10d")
	cmd.Flags().StringVar(&in.owner, "owner", string(journal.OwnerMe), "the one `WHO` does it: me or them")
	roleFlag(cmd, &in.role, "of several relationships the one of this `ROLE`")
	a.jsonFlag(cmd)
	a.completeFlags(cmd)
	return cmd
}

func (a *app) readAdding(cmd *cobra.Command, in adding) (journal.Action, journal.Role, error) {
	action := journal.Action{State: journal.ActionOpen}
	role, err := readRole(cmd, in.role)
	if err != nil {
		return action, "", err
	}
	if action.Owner, err = journal.ParseOwner(in.owner); err != nil {
		return action, "", misread(cmd, err)
	}
	if cmd.Flags().Changed("due") {
		due, ok := journal.ReadDate(in.due, journal.DateOf(a.now()))
		if !ok {
			return action, "", misused(cmd, "“%s” is not a day that can be read, so nothing was added; "+
				"try fri, 1 dec, 2026-12-01, \"in 2 weeks\" or +10d.", in.due)
		}
		action.Due = due
	}
	return action, role, nil
}

// addAction adds action for the person name fits, to the relationship role asks for, or that of
// the last conversation. With somebody whose relationships have all ended it belongs to none.
func addAction(ctx context.Context, s *store.Store, action journal.Action, name string, role journal.Role) (journal.ActionView, error) {
	p, err := s.FindPerson(ctx, name)
	if err != nil {
		return journal.ActionView{}, err
	}
	r, _, err := s.ChooseRelationship(ctx, p.ID, role)
	switch {
	case err == nil:
		action.RelationshipID = r.ID
	case role != "" || journal.ErrorCode(err) != journal.CodeNotFound:
		return journal.ActionView{}, err
	}
	action.PersonID = p.ID
	return s.AddAction(ctx, action)
}

func (a *app) doneVerb() *cobra.Command {
	return a.closeVerb(journal.ActionDone, "done ID [OUTCOME]", "Says that an action is done, and how it went if you like.",
		"bothways actions done 3fa9c1 she used it in the first minute")
}

func (a *app) dropVerb() *cobra.Command {
	return a.closeVerb(journal.ActionDropped, "drop ID [OUTCOME]", "Lets an action go, and says why if you like.",
		"bothways actions drop 3fa9c1 no longer needed")
}

func (a *app) closeVerb(state journal.ActionState, use, long, example string) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Long: long, Example: example, Args: someID, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.changeFound(cmd, args[0], func(ctx context.Context, s *store.Store, id int64) error {
				return s.CloseAction(ctx, id, state, strings.Join(args[1:], " "))
			})
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) reopenVerb() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "reopen ID",
		Long:    "Opens an action again that was done or dropped.",
		Example: "bothways actions reopen 3fa9c1",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return misused(cmd, "`%s` takes one id.", cmd.CommandPath())
			}
			return someID(cmd, args)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.changeFound(cmd, args[0], func(ctx context.Context, s *store.Store, id int64) error {
				return s.ReopenAction(ctx, id)
			})
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

// someID refuses a verb without the id it needs.
func someID(cmd *cobra.Command, args []string) error {
	if len(args) == 0 || journal.Blank(args[0]) {
		return misused(cmd, "`%s` needs the id of an action, which `bothways actions` shows first on each line.", cmd.CommandPath())
	}
	return nil
}

// changeFound changes the one action whose id part is a beginning or an end of.
func (a *app) changeFound(cmd *cobra.Command, part string, change func(context.Context, *store.Store, int64) error) error {
	ctx := cmd.Context()
	return a.changeAction(cmd, func(s *store.Store) (journal.ActionView, error) {
		v, err := s.FindAction(ctx, part)
		if err != nil {
			return v, err
		}
		if err := change(ctx, s, v.ID); err != nil {
			return v, err
		}
		return s.Action(ctx, v.ID)
	})
}

// changeAction answers with the action as it stands after change.
func (a *app) changeAction(cmd *cobra.Command, change func(*store.Store) (journal.ActionView, error)) error {
	return a.withExisting(cmd.Context(), func(s *store.Store) error {
		v, err := change(s)
		if err != nil {
			return err
		}
		v = veiled(a.discreet.veil, v)
		if a.json {
			return a.writeJSON(a.actionShape(v))
		}
		return a.actionRow(v)
	})
}
