package verbs

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

// purgeWord is what is typed to destroy something.
const purgeWord = "purge"

// purging is what `purge` was given.
type purging struct {
	all, yes bool
	with     string
	versions string // the id of what the earlier versions are of
}

func (a *app) purgeVerb() *cobra.Command {
	var in purging
	cmd := &cobra.Command{
		Use: "purge",
		Long: "Destroys for good what was deleted more than 30 days ago: its words, every version\n" +
			"of them and the drafts; and what was kept and undone more than 30 days ago. It says\n" +
			"first what goes, and asks. Nothing brings it back. Only this and D on the pages of\n" +
			"the trash and of versions destroy a word.",
		Example:           "bothways purge --with \"Sam T\"",
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return misused(cmd, "`%s` takes no words after it; --with NAME names a deleted person.", cmd.CommandPath())
			case cmd.Flags().Changed("with") && journal.Blank(in.with):
				return misused(cmd, "--with needs the name of somebody who was deleted.")
			case cmd.Flags().Changed("versions") && (journal.Blank(in.versions) || in.all || in.with != ""):
				return misused(cmd, "--versions needs the id of a conversation or an answer, and goes neither with --all nor with --with.")
			case in.all && in.with != "":
				return misused(cmd, "--all and --with do not go together: one is everything deleted or undone, the other one person.")
			}
			return a.withExisting(cmd.Context(), func(s *store.Store) error {
				if in.versions != "" {
					return a.purgeVersions(cmd, s, in)
				}
				return a.purge(cmd, s, in)
			})
		},
	}
	cmd.Flags().BoolVar(&in.all, "all", false, "what was deleted or undone in the last 30 days too")
	cmd.Flags().StringVar(&in.with, "with", "", "only the deleted person of this `NAME`, and all that was theirs")
	cmd.Flags().StringVar(&in.versions, "versions", "", "only the earlier versions of the note or the answer with this `ID`; its words of now stay")
	cmd.Flags().BoolVar(&in.yes, "yes", false, "do not ask")
	// Only a flag that does not exist, or one registered twice, is refused.
	_ = cmd.RegisterFlagCompletionFunc("with", a.completeDeleted)
	a.completeFlags(cmd)
	return cmd
}

func (a *app) purge(cmd *cobra.Command, s *store.Store, in purging) error {
	ctx := cmd.Context()
	what, err := s.Purgeable(ctx, store.PurgeQuery{All: in.all, With: in.with})
	if err != nil {
		return err
	}
	if len(what.Things) == 0 {
		if in.all {
			return a.line("Nothing is in the trash, so nothing was destroyed.")
		}
		return a.line("Nothing was deleted or undone more than %d days ago, so nothing was destroyed; --all takes what was deleted since too.", journal.TrashDays)
	}
	if err := a.listPurge(veiledTrash(a.discreet.veil, what)); err != nil {
		return err
	}
	if sure, err := a.purgeSure(cmd, in); err != nil || !sure {
		return err
	}
	return a.doPurge(ctx, s, what)
}

// purgeSure asks, unless that was said to be unwanted, and says so where nothing is destroyed.
func (a *app) purgeSure(cmd *cobra.Command, in purging) (bool, error) {
	if in.yes {
		return true, nil
	}
	sure, err := a.sure(cmd)
	if err == nil && !sure {
		err = a.line("Nothing was destroyed.")
	}
	return sure, err
}

// listPurge says what goes, and what a purge does not reach.
func (a *app) listPurge(what store.Purgeable) error {
	for _, t := range what.Things {
		words := safe.Line(t.Name)
		if t.Undone != "" {
			words = strings.TrimPrefix(words+" · "+string(t.Undone), " · ")
		}
		if t.Text != "" && t.Kind != journal.TrashPerson {
			words = strings.TrimPrefix(words+" · "+clipped(t.Text), " · ")
		}
		if err := a.lineOf(fmt.Sprintf("%s  %-14s  ", journal.DateOf(t.At), t.Kind), words); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.out)
	return a.line("In all %s; `%s restore` lists them.",
		a.config.Dates.Purge(what.Counts, what.Waiting, what.Again, what.Drafted, journal.DateOf(a.now())), a.program())
}

// sure asks for the word.
func (a *app) sure(cmd *cobra.Command) (bool, error) {
	if !a.env.StdinTerminal {
		return false, misused(cmd, "Without a terminal to ask at, nothing was destroyed; --yes destroys what is listed.")
	}
	fmt.Fprintf(a.out, "\nType %s to destroy them, anything else to leave them: ", purgeWord)
	if err := a.out.Flush(); err != nil {
		return false, unwritable(err)
	}
	answer, err := bufio.NewReader(a.env.Stdin).ReadString('\n')
	if err != nil && answer == "" {
		fmt.Fprintln(a.out)
		return false, nil
	}
	return journal.Fold(strings.TrimSpace(answer)) == purgeWord, nil
}

func (a *app) doPurge(ctx context.Context, s *store.Store, what store.Purgeable) error {
	done, err := s.Purge(ctx, what.Steps())
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out)
	return a.line("%s", strings.TrimSpace(fmt.Sprintf("Destroyed: %s. %s", countsSaid(done.Counts), done.Warning)))
}

// countsSaid is "2 conversations, 1 answer and 3 actions".
func countsSaid(all []journal.TrashCount) string {
	parts := make([]string, len(all))
	for i, c := range all {
		parts[i] = c.String()
	}
	return wording.Listed(parts)
}
