package verbs

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/journal/material"
	"bothways/store"
	"bothways/tui/safe"
)

// addSet takes in a set of the person's own from file. What cannot be read of it is said beside the
// answer, line by line, and all else is taken in.
func (a *app) addSet(cmd *cobra.Command, file string) error {
	if file == "-" && a.env.StdinTerminal {
		return misused(cmd, "--add - takes in what is piped in, and nothing is.")
	}
	what := source(file)
	text, err := a.readRaw(file)
	switch {
	case err != nil:
		return err
	case strings.IndexByte(text, 0) >= 0:
		return noText(what)
	case journal.Blank(text):
		return journal.Errorf(journal.CodeInvalid, "%s has no words in it, so nothing was taken in.", what)
	}
	set, notices := material.ReadSet(text)
	for _, n := range notices {
		fmt.Fprintln(a.env.Stderr, safe.Line(n.Text)) // it names its line itself
	}
	switch {
	case journal.Blank(set.Title):
		return journal.Errorf(journal.CodeInvalid, "%s does not say which set its questions are for, so nothing was taken in; its first line can be “set: My evenings”.", what)
	case len(set.Prompts) == 0:
		return journal.Errorf(journal.CodeInvalid, "%s has no question that can be read, so nothing was taken in.", what)
	}
	return a.withJournal(cmd.Context(), func(s *store.Store) error {
		added, changed, err := s.TakeSet(cmd.Context(), set)
		if err != nil {
			return err
		}
		if a.json {
			return a.writeJSON(takenJSON{Title: set.Title, Added: added, Changed: changed, Notices: shapes(notices, func(n journal.Notice) string { return n.Text })})
		}
		return a.line("%s", safe.Line(takenIn(set.Title, added, changed)))
	})
}

// takenIn says what became of a set that was read.
func takenIn(title string, added, changed int) string {
	switch {
	case added == 0 && changed == 0:
		return fmt.Sprintf("All of it is in “%s” already.", title)
	case changed == 0:
		return fmt.Sprintf("%s added in “%s”.", plural(added, "question"), title)
	case added == 0:
		return fmt.Sprintf("%s changed in “%s”.", plural(changed, "question"), title)
	}
	return fmt.Sprintf("%s added, %d changed in “%s”.", plural(added, "question"), changed, title)
}
