package verbs

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// help prints what a verb does, one example, and its flags.
func (a *app) help(cmd *cobra.Command, _ []string) {
	if !cmd.HasParent() {
		fmt.Fprint(a.out, rootHelp)
		return
	}
	fmt.Fprintf(a.out, "%s\n\n  %s\n", cmd.Long, usage(cmd))
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(a.out, "  %s\n", usage(sub))
		}
	}
	fmt.Fprintf(a.out, "\nFor example\n\n%s\n\n", indent(cmd.Example, "  "))
	cmd.InheritedFlags() // joins them to its own, so that all stand in one table
	fmt.Fprint(a.out, cmd.Flags().FlagUsages())
}

// usage is how cmd is typed, its flags left to the table below it.
func usage(cmd *cobra.Command) string {
	cmd.DisableFlagsInUseLine = true
	return cmd.UseLine()
}

const rootHelp = `bothways is a journal of mentoring, in both directions: one file of your own.

  bothways                   open it
  bothways write [NAME]      write about a conversation, typed or piped in
  bothways prepare NAME      one page to read before the next conversation
  bothways reflect           sit with a question; --list prints them all
  bothways people            everyone, and how you stand
  bothways show NAME         one person and your conversations, newest first
  bothways actions           what each side said they would do; also changes it
  bothways search WORDS      every word you kept, the newest first
  bothways look-back [WHEN]  a month or a year, as a page you would keep
  bothways insights          pictures of a year, or of any time, as text
  bothways library [CARD]    what mentoring is and can be, on a few cards
  bothways backup            copy your journal; see also restore and check
  bothways purge             destroy what was deleted or undone; it asks first
  bothways demo              look around a made-up journal; nothing is kept
  bothways config            your settings and keys; see also completion SHELL

NAME is any part of a name that fits one person; for example bothways show pri.

      --journal FILE   in place of the usual file (or BOTHWAYS_JOURNAL)
      --discreet       names as initials, what is private hidden
  -h, --help           show this help, or a verb's: bothways write --help
`

func (a *app) helpVerb() *cobra.Command {
	return &cobra.Command{
		Use:    "help [VERB]",
		Hidden: true,

		ValidArgsFunction: completeVerb,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || about == cmd.Root() && len(rest) > 0 {
				return a.noSuchVerb(cmd.Root(), args)
			}
			a.help(about, nil)
			return nil
		},
	}
}

// indent is text with lead before each of its lines.
func indent(text, lead string) string {
	return lead + strings.ReplaceAll(text, "\n", "\n"+lead)
}
