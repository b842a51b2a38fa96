package verbs

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
)

// someName refuses a verb without the name it needs.
func someName(cmd *cobra.Command, args []string) error {
	if journal.Blank(strings.Join(args, " ")) {
		return misused(cmd, "`%s` needs a name: any part of one that fits one person.", cmd.CommandPath())
	}
	return nil
}

// roleFlag gives cmd --role; read it with readRole.
func roleFlag(cmd *cobra.Command, role *string, usage string) {
	cmd.Flags().StringVar(role, "role", "", usage)
}

// readRole reads what --role was given, "" for nothing.
func readRole(cmd *cobra.Command, word string) (journal.Role, error) {
	if !cmd.Flags().Changed("role") {
		return "", nil
	}
	role, err := journal.ParseRole(word)
	if err != nil {
		return "", misread(cmd, err)
	}
	return role, nil
}

// onlyRead is an error about a name, without what it says of changes where there could be none.
func onlyRead(err error) error {
	var e *journal.Error
	if !errors.As(err, &e) || e.Code != journal.CodeNotFound {
		return err
	}
	return &journal.Error{Code: e.Code, Message: strings.Replace(e.Message, ", so nothing was changed.", ".", 1), Cause: e.Cause}
}

// about is whom and which relationship a verb is about.
type about struct {
	person       journal.PersonSummary
	relationship journal.RelationshipSummary
	open         int // how many open relationships there are with this person
}

// find looks up the one person name fits and the relationship with them that role asks for, or
// that of the last conversation.
func find(ctx context.Context, s *store.Store, name string, role journal.Role) (about, error) {
	p, err := s.FindPerson(ctx, name)
	if err != nil {
		return about{}, err
	}
	r, open, err := s.ChooseRelationship(ctx, p.ID, role)
	return about{p, r, open}, err
}
