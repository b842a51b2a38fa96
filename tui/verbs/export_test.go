package verbs

import (
	"github.com/spf13/cobra"
)

// Verb is a verb as its tests see it.
type Verb struct {
	Path string // as it is typed behind bothways, "" for none
	JSON bool   // it answers in JSON where it is asked to
}

// Verbs are all verbs that do something, also those that are not in the help.
func Verbs() (all []Verb) {
	var walk func(cmd *cobra.Command, path string)
	walk = func(cmd *cobra.Command, path string) {
		if cmd.Runnable() {
			all = append(all, Verb{path, cmd.Flags().Lookup("json") != nil})
		}
		for _, sub := range cmd.Commands() {
			next := sub.Name()
			if path != "" {
				next = path + " " + next
			}
			walk(sub, next)
		}
	}
	root := (&app{}).root()
	root.InitDefaultHelpCmd() // which is added when something is run
	walk(root, "")
	return all
}
