package verbs

import (
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
)

// maxCompletions is how many names a shell is offered.
const maxCompletions = 50

func (a *app) completionVerb() *cobra.Command {
	return &cobra.Command{
		Use:       "completion SHELL",
		Long:      "Prints a script that lets your shell complete the verbs, their flags and\npeople's names.",
		Example:   "bothways completion bash > ~/.local/share/bash-completion/completions/bothways",
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch strings.Join(args, " ") {
			case "bash":
				return root.GenBashCompletionV2(a.out, true)
			case "zsh":
				return root.GenZshCompletion(a.out)
			case "fish":
				return root.GenFishCompletion(a.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.out)
			}
			return misused(cmd, "Completion is made for one of bash, zsh, fish and powershell.")
		},
	}
}

// completeName offers the names that fit what was typed so far as the first word. Whatever goes
// wrong, a shell is told nothing rather than an error in the middle of a line.
func (a *app) completeName(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	err := a.withExisting(cmd.Context(), func(s *store.Store) error {
		found, err := s.MatchNames(cmd.Context(), typed, maxCompletions)
		for _, m := range found {
			names = append(names, m.Name)
		}
		return err
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeFlags gives the flags of cmd that take a word of a short list that list, and --with a name.
func (a *app) completeFlags(cmd *cobra.Command) {
	roles := make([]string, 0, len(journal.Roles()))
	for _, r := range journal.Roles() {
		roles = append(roles, string(r))
	}
	media := make([]string, 0, len(journal.Media()))
	for _, m := range journal.Media() {
		media = append(media, string(m))
	}
	for name, words := range map[string][]string{
		"role": roles, "medium": media, "owner": {string(journal.OwnerMe), string(journal.OwnerThem)},
	} {
		if cmd.Flags().Lookup(name) != nil {
			// Only a flag that does not exist, or one registered twice, is refused.
			_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
		}
	}
	if cmd.Flags().Lookup("with") != nil {
		_ = cmd.RegisterFlagCompletionFunc("with", func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			return a.completeName(cmd, nil, typed)
		})
	}
}
