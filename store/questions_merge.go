package store

import (
	"cmp"
	"slices"

	"bothways/journal"
)

// mergeQuestions puts what is built in and what a person has of their own together. What is built
// in comes before what is theirs, until they order it; what was ordered comes before what never
// was. builtIn stays as it is.
func mergeQuestions(builtIn []journal.PromptSet, own ownQuestions) []journal.PromptSet {
	all := make([]journal.PromptSet, 0, len(builtIn)+len(own.sets))
	at := map[string]int{}
	for _, set := range builtIn {
		set.Prompts = slices.Clone(set.Prompts)
		at[set.ID] = len(all)
		all = append(all, set)
	}
	for _, set := range own.sets {
		// A newer version may bring a set of the same id: then the questions are all in that one.
		if _, taken := at[set.ID]; set.deleted || taken {
			continue
		}
		at[set.ID] = len(all)
		all = append(all, set.PromptSet)
	}
	for _, p := range own.prompts {
		if i, ok := at[p.SetID]; ok && !p.deleted {
			all[i].Prompts = append(all[i].Prompts, p.Prompt)
		}
	}
	for i := range all {
		own.decideSet(&all[i])
	}
	slices.SortStableFunc(all, func(a, b journal.PromptSet) int { return comparePlaces(own.places[a.ID], own.places[b.ID]) })
	return all
}

// decideSet makes a set and its questions what the person decided they are.
func (own ownQuestions) decideSet(set *journal.PromptSet) {
	here := own.places[set.ID]
	set.Hidden, set.At = here.hidden, ""
	for i := range set.Prompts {
		p := &set.Prompts[i]
		p.Hidden = own.places[p.ID].hidden
		if p.ID == here.stopped && !p.Hidden {
			set.At = p.ID
		}
	}
	slices.SortStableFunc(set.Prompts, func(a, b journal.Prompt) int { return comparePlaces(own.places[a.ID], own.places[b.ID]) })
}

func comparePlaces(a, b place) int {
	switch {
	case a.pos.Valid && b.pos.Valid:
		return cmp.Compare(a.pos.Int64, b.pos.Int64)
	case a.pos.Valid:
		return -1
	case b.pos.Valid:
		return 1
	}
	return 0
}

// inOrder are ids as they were wanted, and after them those that nobody named, as they were. What
// is wanted and not there is left out, and so is what is wanted again.
func inOrder(ids, wanted []string) []string {
	ordered := make([]string, 0, len(ids))
	for _, id := range slices.Concat(wanted, ids) {
		if slices.Contains(ids, id) && !slices.Contains(ordered, id) {
			ordered = append(ordered, id)
		}
	}
	return ordered
}

func setIDs(sets []journal.PromptSet) []string {
	ids := make([]string, len(sets))
	for i, s := range sets {
		ids[i] = s.ID
	}
	return ids
}

func promptIDs(prompts []journal.Prompt) []string {
	ids := make([]string, len(prompts))
	for i, p := range prompts {
		ids[i] = p.ID
	}
	return ids
}
