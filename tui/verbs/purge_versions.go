package verbs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

// earlierVersions are the versions of one text that are not its words any more.
type earlierVersions struct {
	of  journal.TextOf
	all []store.Version
}

// purgeVersions destroys every earlier version of what the person wrote of a conversation or as an
// answer. The words of now stay.
func (a *app) purgeVersions(cmd *cobra.Command, s *store.Store, in purging) error {
	texts, err := a.writtenTexts(cmd, s, in.versions)
	if err != nil {
		return err
	}
	var found []earlierVersions
	var takes store.PurgedVersion
	n := 0
	for _, of := range texts {
		e, costs, err := earlierOf(cmd, s, of)
		if err != nil {
			return err
		}
		if len(e.all) == 0 {
			continue
		}
		found, n = append(found, e), n+len(e.all)
		takes = takes.And(costs)
		for _, v := range e.all {
			words, err := s.VersionText(cmd.Context(), of, v)
			if err != nil {
				return err
			}
			if err := a.lineOf(fmt.Sprintf("%s  %-14s  ", v.Step.At.Format("2006-01-02 15:04"), of.Kind), clipped(veiledText(a.discreet.veil, of.Kind, words))); err != nil {
				return err
			}
		}
	}
	if n == 0 {
		return a.line("There is no earlier version, so nothing was destroyed.")
	}
	fmt.Fprintln(a.out)
	if err := a.line("%s", wording.PurgeVersions(n, wording.VersionsCost(takes.Undo > 0, takes.Redo))+" `"+a.program()+" restore` lists them."); err != nil {
		return err
	}
	if sure, err := a.purgeSure(cmd, in); err != nil || !sure {
		return err
	}
	gone, warnings, failed := destroyVersions(cmd, s, found)
	if failed == nil || gone > 0 {
		fmt.Fprintln(a.out)
		if err := a.line("%s", strings.Join(append([]string{"Destroyed: " + wording.Versions(gone) + "."}, warnings...), " ")); err != nil {
			return err
		}
	}
	if failed != nil && gone > 0 {
		e := journal.Errorf(journal.ErrorCode(failed), "%s Of the %s, %d %s destroyed before that.",
			journal.ErrorMessage(failed), wording.Versions(n), gone, wasWere(gone))
		e.Cause = failed
		return e
	}
	return failed
}

// destroyVersions destroys versions text by text, and answers how many went also where it fails in the
// middle, and each warning once.
func destroyVersions(cmd *cobra.Command, s *store.Store, found []earlierVersions) (gone int, warnings []string, err error) {
	for _, e := range found {
		done, err := s.PurgeVersions(cmd.Context(), e.of, e.all...)
		if err != nil {
			return gone, warnings, err
		}
		gone += len(e.all)
		if done.Warning != "" && !slices.Contains(warnings, done.Warning) {
			warnings = append(warnings, done.Warning)
		}
	}
	return gone, warnings, nil
}

func wasWere(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

// writtenTexts are the texts of the conversation or the answer that an id names.
func (a *app) writtenTexts(cmd *cobra.Command, s *store.Store, id string) ([]journal.TextOf, error) {
	session, err := s.FindSession(cmd.Context(), id)
	if err == nil {
		return journal.Texts(session.ID, journal.SessionTexts()...), nil
	}
	if journal.ErrorCode(err) != journal.CodeNotFound {
		return nil, err
	}
	answer, err := s.FindReflection(cmd.Context(), id)
	if journal.ErrorCode(err) == journal.CodeNotFound {
		return nil, journal.Errorf(journal.CodeNotFound, "No conversation and no answer has the id “%s”; `bothways show NAME --json` lists them. Nothing was destroyed.", safe.Line(id))
	}
	return journal.Texts(answer.ID, journal.TextAnswer), err
}

// earlierOf finds the earlier versions of a text, and what destroying them takes.
func earlierOf(cmd *cobra.Command, s *store.Store, of journal.TextOf) (e earlierVersions, costs store.PurgedVersion, err error) {
	e.of = of
	all, err := s.Versions(cmd.Context(), of)
	if err != nil {
		return e, costs, err
	}
	for _, v := range all {
		if v.Present || v.Bytes == 0 {
			continue
		}
		one, err := s.PurgeableVersions(cmd.Context(), of, v)
		switch {
		case journal.ErrorCode(err) == journal.CodeConflict: // the words of now, said before as well
			continue
		case err != nil:
			return e, costs, err
		}
		e.all = append(e.all, v)
		costs = costs.And(one)
	}
	return e, costs, nil
}
