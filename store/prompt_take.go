package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"bothways/journal"
)

// Taken is what taking a set in did to the journal. All zero is nothing: it was all there already.
type Taken struct {
	Title   string // of the set
	Added   int    // questions
	Changed int    // questions
	Retold  bool   // the title of a set that was there, or the sentence about it, is another one
	Ordered bool   // its questions are in another order
}

// taking is a set from a file while it is taken in.
type taking struct {
	*tx
	Taken
	q     questions
	id    string          // of the set, as the journal has it
	fresh bool            // the set was not there
	named map[string]bool // the ids the file has named so far
	took  map[int64]bool  // the rows of questions it has named so far
}

// TakeSets takes sets in that were read from a file, all as one step or, where one cannot be, none:
// what has an id that is there already is changed, the rest is added, and nothing is taken away.
// Without ids a set is known by its title and a question by its words. Ids of what is built in are
// answered with journal.CodeConflict. A new question has the version it says, 1 where it says none.
func (s *Store) TakeSets(ctx context.Context, sets ...journal.PromptSet) (all []Taken, err error) {
	sets = slices.Clone(sets)
	titles := make([]string, len(sets))
	for i := range sets {
		if sets[i], err = cleanSet(sets[i]); err != nil {
			return nil, err
		}
		titles[i] = sets[i].Title
	}
	err = s.step(ctx, journal.StepSetChanged, "", strings.Join(titles, ", "), func(t *tx) error {
		all = all[:0]
		fresh := true
		named, took := map[string]bool{}, map[int64]bool{}
		for _, set := range sets {
			k := taking{tx: t, named: named, took: took}
			if err := k.take(s, set); err != nil {
				return err
			}
			fresh = fresh && k.fresh
			all = append(all, k.Taken)
		}
		if fresh {
			t.what = journal.StepSetAdded
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// take takes one set in.
func (k *taking) take(s *Store, set journal.PromptSet) (err error) {
	k.Title = set.Title
	if k.q, err = s.questions(k.ctx, k.Tx); err != nil {
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
	if k.q, err = s.questions(k.ctx, k.Tx); err != nil {
		return err
	}
	return k.order(ids)
}

// set finds or makes the set itself.
func (k *taking) set(set journal.PromptSet) error {
	was, err := k.findSet(set)
	if err != nil {
		return err
	}
	r := row{"title": set.Title, "about": set.About}
	if was == nil {
		k.fresh, k.id = true, cmp.Or(set.ID, NewUID())
		r["slug"] = set.ID
		if set.ID == "" {
			r["uid"] = k.id
		}
		_, err := k.insert(tablePromptSet, r)
		return err
	}
	k.id, k.fresh = was.ID, was.deleted
	k.Retold = !was.deleted && (was.Title != set.Title || was.About != set.About)
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
		r["version"] = int64(max(p.Version, 1))
		made, err := k.insert(tablePrompt, r)
		k.took[made], k.Added = true, k.Added+1
		return id, err
	}
	k.took[was.row] = true
	switch {
	case was.deleted:
		k.Added++
	case !sameQuestion(was.Prompt, p):
		k.Changed++
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
			return nil, journal.Errorf(journal.CodeConflict, "“%s” is an id twice in this file, so nothing was taken in. Choose another id for one of the two.", clip(p.ID))
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
	k.Ordered = !k.fresh
	return k.tx.order(k.q.own, all, ids)
}
