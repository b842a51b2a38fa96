package store

import (
	"context"
	"fmt"
	"slices"

	"bothways/journal"
)

// BringBackTrashed brings back what a step deleted, whole, as one step: what the step deleted besides
// comes with it, but for what was brought back or deleted anew since. told are sentences on what is
// to be known of it.
func (s *Store) BringBackTrashed(ctx context.Context, stepID int64) (told []string, err error) {
	err = s.step(ctx, journal.StepBroughtBack, "", "", func(t *tx) error {
		lines, err := linesOf(t.ctx, t.Tx, []int64{stepID})
		if err != nil {
			return err
		}
		if len(lines) == 0 {
			return t.onlyAgain(stepID)
		}
		back := rowSet{}
		for _, l := range lines {
			back.add(l.table, l.row)
		}
		if err := t.belongs(back); err != nil {
			return err
		}
		// What others refer to comes first.
		for _, l := range slices.Backward(lines) {
			if err := t.update(l.table, l.row, row{"deleted_at": nil}); err != nil {
				return err
			}
		}
		what, err := s.trashedThing(t, lines)
		if err != nil {
			return err
		}
		t.name, t.text = what.Name, string(what.Kind)
		if what.Kind != journal.TrashPerson {
			return nil
		}
		same, err := count(t.ctx, t.Tx, "SELECT count(*) FROM person WHERE deleted_at IS NULL AND name_key = ?", nameKey(what.Name))
		if same > 1 {
			told = append(told, fmt.Sprintf("There are %d people called %s now.", same, what.Name))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return told, nil
}

// onlyAgain says why a step that deleted nothing is not brought back.
func (t *tx) onlyAgain(stepID int64) error {
	n, err := count(t.ctx, t.Tx, "SELECT count(*) FROM step WHERE id = ? AND state IN ('undone', 'void') AND what <> ?", stepID, string(journal.StepPurged))
	switch {
	case err != nil:
		return err
	case n > 0:
		return journal.Errorf(journal.CodeConflict, "That was undone, not deleted: doing it again (ctrl+r) brings it back, as long as nothing else was done since. Nothing was changed.")
	}
	return notInTrash()
}

// trashedThing is what the step of some lines deleted.
func (s *Store) trashedThing(t *tx, lines []trashLine) (what journal.Trashed, err error) {
	for _, l := range lines {
		if of, _ := trashOf(l.what); of == l.table {
			what.Kind, what.Name = trashKind(l.table), l.name
			err = s.describe(t.ctx, t.Tx, l.table, l.row, &what)
		}
	}
	return what, err
}

// belongs makes sure that what comes back has what it is part of, or brings it along.
func (t *tx) belongs(back rowSet) error {
	for _, c := range ties() {
		if c.goes != goesAlong {
			continue
		}
		parents, err := list(t.ctx, t.Tx, scanID, fmt.Sprintf("SELECT DISTINCT p.id FROM %s x JOIN %s p ON p.id = x.%s WHERE x.id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NOT NULL",
			c.child, c.parent, c.column), ids(back.ids(c.child)))
		if err != nil {
			return err
		}
		for _, id := range parents {
			if !back.has(c.parent, id) && c.child != tableDraft {
				return journal.Errorf(journal.CodeConflict, "It is part of a %s that was deleted as well, so nothing was brought back; bring that back first.", trashKind(c.parent))
			}
		}
	}
	sets, err := count(t.ctx, t.Tx, `SELECT count(*) FROM prompt x JOIN prompt_set p ON p.uid = x.set_id OR p.slug <> '' AND p.slug = x.set_id
		WHERE x.id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NOT NULL AND p.id NOT IN (SELECT value FROM json_each(?))`,
		ids(back.ids(tablePrompt)), ids(back.ids(tablePromptSet)))
	if err == nil && sets > 0 {
		err = journal.Errorf(journal.CodeConflict, "It is part of a set that was deleted as well, so nothing was brought back; bring that back first.")
	}
	return err
}
