package store

import (
	"cmp"
	"context"
	"slices"

	"bothways/journal"
)

// taking is a set from a file while it is taken in.
type taking struct {
	*tx
	q              questions
	id             string          // of the set, as the journal has it
	named          map[string]bool // the ids the file has named so far
	took           map[int64]bool  // the rows it has named so far
	added, changed int
}

// TakeSet takes a set in that was read from a file, as one step: what has an id that is there
// already is changed, the rest is added, and nothing is taken away. Without ids a set is known by
// its title and a question by its words. Ids of what is built in are answered with
// journal.CodeConflict, and then nothing is taken in. added and changed count questions.
func (s *Store) TakeSet(ctx context.Context, set journal.PromptSet) (added, changed int, err error) {
	if set, err = cleanSet(set); err != nil {
		return 0, 0, err
	}
	var k *taking
	err = s.step(ctx, journal.StepSetChanged, "", set.Title, func(t *tx) error {
		k = &taking{tx: t, named: map[string]bool{}, took: map[int64]bool{}}
		var err error
		if k.q, err = s.questions(t.ctx, t.Tx); err != nil {
			return err
		}
		if err := k.set(set); err != nil {
			return err
		}
		ids := make([]string, len(set.Prompts))
		for i, p := range set.Prompts {
			if ids[i], err = k.prompt(p); err != nil {
				return err
			}
		}
		if k.q, err = s.questions(t.ctx, t.Tx); err != nil {
			return err
		}
		return k.order(ids)
	})
	if err != nil {
		return 0, 0, err
	}
	return k.added, k.changed, nil
}

// set finds or makes the set itself.
func (k *taking) set(set journal.PromptSet) error {
	was, err := k.findSet(set)
	if err != nil {
		return err
	}
	r := row{"title": set.Title, "about": set.About}
	if was == nil {
		k.what, k.id = journal.StepSetAdded, cmp.Or(set.ID, NewUID())
		r["slug"] = set.ID
		if set.ID == "" {
			r["uid"] = k.id
		}
		_, err := k.insert(tablePromptSet, r)
		return err
	}
	if k.id = was.ID; was.deleted {
		k.what = journal.StepSetAdded
	}
	r["deleted_at"] = nil
	return k.update(tablePromptSet, was.row, r)
}

// findSet finds the set of the person's own that a file means, nil for none.
func (k *taking) findSet(set journal.PromptSet) (*ownSet, error) {
	if set.ID != "" {
		if i := liveFirst(k.q.own.sets, func(own ownSet) bool { return own.ID == set.ID }); i >= 0 {
			k.named[set.ID] = true
			return &k.q.own.sets[i], nil
		}
		if err := k.free(set.ID); err != nil {
			return nil, err
		}
	}
	// Two that were each given an id of their own are two, whatever they are called.
	i := liveFirst(k.q.own.sets, func(own ownSet) bool {
		return (set.ID == "" || own.slug == "") && journal.Fold(own.Title) == journal.Fold(set.Title)
	})
	if i < 0 {
		return nil, nil
	}
	return &k.q.own.sets[i], nil
}

// prompt finds or makes a question of the set and returns its id.
func (k *taking) prompt(p journal.Prompt) (id string, err error) {
	if p, err = cleanPrompt(p); err != nil {
		return "", err
	}
	p.SetID = k.id
	r, err := promptRow(p)
	if err != nil {
		return "", err
	}
	was, err := k.findPrompt(p)
	if err != nil {
		return "", err
	}
	if was == nil {
		id = cmp.Or(p.ID, NewUID())
		r["slug"] = p.ID
		if p.ID == "" {
			r["uid"] = id
		}
		made, err := k.insert(tablePrompt, r)
		k.took[made], k.added = true, k.added+1
		return id, err
	}
	k.took[was.row] = true
	switch {
	case was.deleted:
		k.added++
	case !sameQuestion(was.Prompt, p):
		k.changed++
	}
	r["deleted_at"] = nil
	return was.ID, k.update(tablePrompt, was.row, r)
}

// findPrompt finds the question of the person's own that a file means, nil for none. Of those that
// read alike each is meant once.
func (k *taking) findPrompt(p journal.Prompt) (*ownPrompt, error) {
	if p.ID != "" {
		i := liveFirst(k.q.own.prompts, func(own ownPrompt) bool { return own.ID == p.ID })
		if k.named[p.ID] || i >= 0 && k.took[k.q.own.prompts[i].row] {
			return nil, journal.Errorf(journal.CodeConflict, "“%s” is an id twice in this set, so nothing was taken in. Choose another id for one of the two.", clip(p.ID))
		}
		if i >= 0 {
			k.named[p.ID] = true
			return &k.q.own.prompts[i], nil
		}
		if err := k.free(p.ID); err != nil {
			return nil, err
		}
	}
	i := liveFirst(k.q.own.prompts, func(own ownPrompt) bool {
		return !k.took[own.row] && own.SetID == k.id && (p.ID == "" || own.slug == "") && oneLine(own.Text) == oneLine(p.Text)
	})
	if i < 0 {
		return nil, nil
	}
	return &k.q.own.prompts[i], nil
}

// liveFirst finds one that fits, rather one that is there than one that was deleted; -1 for none.
func liveFirst[T interface{ gone() bool }](all []T, fits func(T) bool) int {
	if i := slices.IndexFunc(all, func(one T) bool { return !one.gone() && fits(one) }); i >= 0 {
		return i
	}
	return slices.IndexFunc(all, fits)
}

func (s ownSet) gone() bool    { return s.deleted }
func (p ownPrompt) gone() bool { return p.deleted }

func sameQuestion(a, b journal.Prompt) bool {
	return a.SetID == b.SetID && a.Text == b.Text && a.Role == b.Role && a.Moment == b.Moment && a.Seconds == b.Seconds &&
		a.Language == b.Language && slices.Equal(a.Sources, b.Sources)
}

// free makes sure that an id of a file is not that of something else.
func (k *taking) free(id string) error {
	k.named[id] = true
	said := ""
	for _, set := range k.q.merged {
		if set.ID == id {
			said = "a set that is here already"
			if !set.Own {
				said = "a set that is built in"
			}
		}
		for _, p := range set.Prompts {
			if p.ID == id {
				said = "a question that is here already"
				if !p.Own {
					said = "a question that is built in"
				}
			}
		}
	}
	if said == "" {
		return nil
	}
	return journal.Errorf(journal.CodeConflict, "“%s” is the id of %s, so nothing was taken in. Choose another id in your file.", clip(id), said)
}

// order puts the questions that a file names in its order, where they are not.
func (k *taking) order(ids []string) error {
	set, err := k.q.set(k.id)
	if err != nil {
		return err
	}
	all := promptIDs(set.Prompts)
	named := slices.DeleteFunc(slices.Clone(all), func(id string) bool { return !slices.Contains(ids, id) })
	if slices.Equal(named, ids) {
		return nil
	}
	return k.tx.order(k.q.own, all, ids)
}
