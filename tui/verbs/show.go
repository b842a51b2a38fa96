package verbs

import (
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
)

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
	p, err := findShown(cmd.Context(), s, name, role, all)
	if err != nil {
		return err
	}
	arcs, err := readArcs(cmd.Context(), s, p.person)
	if err != nil {
		return err
	}
	p.hide(a.discreet.veil)
	for i := range arcs {
		arcs[i].hide(a.discreet.veil)
	}
	if a.json {
		return a.showJSON(p, arcShape(arcs))
	}
	return a.showPlain(p, arcs)
}
