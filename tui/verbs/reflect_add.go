package verbs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/journal/material"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

// addSet takes in sets of the person's own from file. What cannot be read of it is said beside the
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
	sets, notices, leftOut := material.ReadSets(text)
	for _, n := range notices {
		a.aside("%s", safe.Line(n.Text)) // it names its line itself
	}
	if len(sets) == 0 {
		return journal.Errorf(journal.CodeInvalid, "%s does not say which set its questions are for, so nothing was taken in; its first line can be “set: My evenings”.", what)
	}
	full := slices.DeleteFunc(slices.Clone(sets), func(set journal.PromptSet) bool { return len(set.Prompts) == 0 })
	if len(full) == 0 {
		return journal.Errorf(journal.CodeInvalid, "%s has no question that can be read, so nothing was taken in.", what)
	}
	for _, set := range sets {
		if len(set.Prompts) == 0 {
			notices = append(notices, journal.Notice{Line: -1, Text: fmt.Sprintf("“%s” has no question that can be read, so this set was left out.", clipped(set.Title))})
			a.aside("%s", safe.Line(notices[len(notices)-1].Text))
		}
	}
	return a.withJournal(cmd.Context(), func(s *store.Store) error {
		taken, err := s.TakeSets(cmd.Context(), full...)
		if err != nil {
			return err
		}
		a.pipe.kept = true
		taken, notices = veiled(a.discreet.veil, taken), veiled(a.discreet.veil, notices)
		if a.json {
			return a.writeJSON(takenShape(taken, leftOut, notices))
		}
		for _, t := range taken {
			if err := a.line("%s", safe.Line(takenIn(t))); err != nil {
				return err
			}
		}
		in := 0
		for _, set := range full {
			in += len(set.Prompts)
		}
		left := "none"
		if leftOut > 0 {
			left = wording.Count(leftOut)
		}
		return a.line("Taken in: %s. Left out: %s.", plural(in, "question"), left)
	})
}

// takenIn says what became of a set that was read.
func takenIn(t store.Taken) string {
	switch {
	case t.Added > 0 && t.Changed > 0:
		return fmt.Sprintf("%s added, %d changed in “%s”.", plural(t.Added, "question"), t.Changed, t.Title)
	case t.Added > 0:
		return fmt.Sprintf("%s added in “%s”.", plural(t.Added, "question"), t.Title)
	case t.Changed > 0:
		return fmt.Sprintf("%s changed in “%s”.", plural(t.Changed, "question"), t.Title)
	case t.Retold:
		return fmt.Sprintf("The set “%s” was changed.", t.Title)
	case t.Ordered:
		return fmt.Sprintf("The questions of “%s” were put in another order.", t.Title)
	}
	return fmt.Sprintf("All of it is in “%s” already.", t.Title)
}

func takenShape(taken []store.Taken, leftOut int, notices []journal.Notice) takenJSON {
	out := takenJSON{
		Title: taken[0].Title, LeftOut: leftOut, Notices: shapes(notices, func(n journal.Notice) string { return n.Text }),
		Sets: shapes(taken, func(t store.Taken) takenSetJSON {
			return takenSetJSON{Title: t.Title, Added: t.Added, Changed: t.Changed, SetChanged: t.Retold, Reordered: t.Ordered}
		}),
	}
	for _, t := range taken {
		out.Added += t.Added
		out.Changed += t.Changed
	}
	return out
}
