package verbs

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"bothways/journal"
	"bothways/journal/material"
	"bothways/store"
	"bothways/tui/filters"
)

// maxCompletions is how many names a shell is offered.
const maxCompletions = 50

func (a *app) completionVerb() *cobra.Command {
	return &cobra.Command{
		Use:       "completion SHELL",
		Long:      "Prints a script that lets your shell complete the verbs, their flags, people's\nnames, questions and cards.",
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

// completeName offers the names that fit what was typed so far as the first word; none behind --discreet,
// since a shell lists them for whoever sees the screen. Whatever goes wrong, a shell is told nothing
// rather than an error in the middle of a line.
func (a *app) completeName(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 || a.discreet.on {
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

// completeQuestion offers the ids of the sets that fit what was typed so far, and those of the
// questions once it can only be one set.
func (a *app) completeQuestion(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	const only = cobra.ShellCompDirectiveNoFileComp
	if len(args) > 0 {
		return nil, only
	}
	var sets, questions []string
	err := a.withQuestions(cmd.Context(), func(q journal.Questions, _ *store.Store) error {
		for _, set := range q.Sets {
			if set.Hidden {
				continue
			}
			if strings.HasPrefix(set.ID, typed) {
				sets = append(sets, completion(set.ID, a.discreet.veil.Words(set.Title)))
			}
			for _, p := range set.Visible() {
				if strings.HasPrefix(p.ID, typed) {
					questions = append(questions, completion(p.ID, a.discreet.veil.Words(p.Text)))
				}
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, only
	case len(sets) > 1:
		return sets, only
	}
	return append(sets, questions...), only
}

// completeCard offers the ids of the cards.
func (a *app) completeCard(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var ids []string
	cards, err := material.Cards()
	if err == nil && len(args) == 0 {
		for _, c := range cards {
			if strings.HasPrefix(c.ID, typed) {
				ids = append(ids, completion(c.ID, c.Title))
			}
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// completion is a word to be completed to, with what it stands for.
func completion(id, words string) string {
	return cobra.CompletionWithDesc(id, clipped(words))
}

// completeFlags gives the flags of cmd that take a word of a short list that list, and --with and
// --about a name. A shell offers files for those that take one, and for no other.
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
	for _, name := range []string{"with", "about"} {
		if cmd.Flags().Lookup(name) != nil {
			_ = cmd.RegisterFlagCompletionFunc(name, func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
				return a.completeName(cmd, nil, typed)
			})
		}
	}
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if takes, _ := pflag.UnquoteUsage(f); takes != "FILE" {
			// One that has its words already is left as it is.
			_ = cmd.RegisterFlagCompletionFunc(f.Name, cobra.NoFileCompletions)
		}
	})
}

// completeVerb offers the verbs there are, and behind one its own.
func completeVerb(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	about, rest, err := cmd.Root().Find(args)
	if err != nil || len(rest) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var verbs []string
	for _, c := range about.Commands() {
		if c.IsAvailableCommand() && strings.HasPrefix(c.Name(), typed) {
			verbs = append(verbs, c.Name())
		}
	}
	return verbs, cobra.ShellCompDirectiveNoFileComp
}

// bare takes the marks out of what is said of flags that name what a flag takes: help makes one word
// stand out by them, and a shell would show them.
func bare(cmd *cobra.Command) {
	plain := func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") }
	cmd.Flags().VisitAll(plain)
	cmd.PersistentFlags().VisitAll(plain)
	for _, c := range cmd.Commands() {
		bare(c)
	}
}

// completeDeleted offers the names of people who were deleted; none behind --discreet.
func (a *app) completeDeleted(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	if a.discreet.on {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	err := a.withExisting(cmd.Context(), func(s *store.Store) error {
		what, err := s.Purgeable(cmd.Context(), store.PurgeQuery{All: true})
		for _, t := range what.Things {
			if t.Kind == journal.TrashPerson && strings.HasPrefix(journal.Fold(t.Name), journal.Fold(typed)) && len(names) < maxCompletions {
				names = append(names, t.Name)
			}
		}
		return err
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeSearch offers what the search screen does. What has a space there stands in quotes, which a shell
// takes for its own: here it is the first word, which is enough to be found by. Behind --discreet it is
// nothing that says who is meant.
func (a *app) completeSearch(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var offers []string
	err := a.withExisting(cmd.Context(), func(s *store.Store) (err error) {
		offers, err = filters.Offers(cmd.Context(), s, typed, journal.DateOf(a.now()))
		return err
	})
	only := cobra.ShellCompDirectiveNoFileComp
	if err != nil {
		return nil, only
	}
	var words []string
	for _, offer := range offers {
		word, _, _ := strings.Cut(strings.ReplaceAll(offer, `"`, ""), " ")
		if name, ok := strings.CutPrefix(word, "with:"); a.discreet.on && (ok && name != "" || a.discreet.veil.Words(word) != word) {
			continue
		}
		if !slices.Contains(words, word) && strings.HasPrefix(journal.Fold(word), journal.Fold(typed)) {
			words = append(words, word)
		}
		if strings.HasSuffix(word, ":") { // what goes behind it follows at once
			only |= cobra.ShellCompDirectiveNoSpace
		}
	}
	return words, only
}
