package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bothways/journal"
)

// FindAction finds the one action whose uid begins with part or, from four characters on, ends
// with it: uids made together share their beginning, so lists show their end. Of several, the only
// open one is meant.
func (s *Store) FindAction(ctx context.Context, part string) (v journal.ActionView, err error) {
	err = s.read(ctx, func(db querier) error {
		fits, err := findUIDs(ctx, db, tableAction, part)
		if err != nil {
			return err
		}
		var found []journal.ActionView
		for _, id := range fits {
			a, err := s.action(ctx, db, id)
			if err != nil {
				return err
			}
			found = append(found, a)
		}
		open := slices.DeleteFunc(slices.Clone(found), func(a journal.ActionView) bool { return a.State != journal.ActionOpen })
		switch {
		case len(found) == 0:
			return journal.Errorf(journal.CodeNotFound, "No action has an id that begins or ends with “%s”; `bothways actions` lists them.", clip(part))
		case len(found) == 1:
			v = found[0]
			return nil
		case len(open) == 1:
			v = open[0]
			return nil
		}
		return journal.Errorf(journal.CodeAmbiguous, "“%s” fits several actions: %s. Say more of the id.", clip(part), tellActions(found))
	})
	return v, err
}

// tellActions lists actions in a sentence, each with what tells its id apart.
func tellActions(found []journal.ActionView) string {
	const most, idEnd = 5, 6
	var said []string
	for _, a := range found[:min(len(found), most)] {
		said = append(said, fmt.Sprintf("%s (%s)", a.UID[max(0, len(a.UID)-idEnd):], clip(a.Text)))
	}
	if more := len(found) - len(said); more > 0 {
		said = append(said, "and more")
	}
	return strings.Join(said, ", ")
}
