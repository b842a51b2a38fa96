package verbs

import (
	"context"
	"slices"

	"bothways/journal"
	"bothways/store"
)

// arc is what two people settled in one relationship, from choosing to ending, and how it weighs.
type arc struct {
	rel        journal.RelationshipSummary
	match      journal.Match
	agreements []journal.Agreement // the one in force first
	goals      []journal.Goal
	reviews    []journal.Review // what is planned first, then those held, newest first
	balance    journal.Balance
	endings    []journal.PastEnding // those after which it began again, oldest first
	advice     []journal.Advice     // that went on from here or came here, newest first
}

// readArcs reads the arc of each of a person's relationships, in their order. None of the lists in it
// is long: they are what two people settled in years.
func readArcs(ctx context.Context, s *store.Store, p journal.PersonSummary) ([]arc, error) {
	all := make([]arc, 0, len(p.Relationships))
	for _, r := range p.Relationships {
		one := arc{rel: r}
		if err := one.read(ctx, s); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// hide hides what a veil hides of it.
func (a *arc) hide(v journal.Veil) {
	a.rel, a.match, a.agreements, a.goals = veiled(v, a.rel), veiled(v, a.match), veiled(v, a.agreements), veiled(v, a.goals)
	a.reviews, a.endings, a.advice = veiled(v, a.reviews), veiled(v, a.endings), veiled(v, a.advice)
}

func (a *arc) read(ctx context.Context, s *store.Store) (err error) {
	id := a.rel.ID
	if a.match, err = s.Match(ctx, id); err != nil {
		return err
	}
	if a.agreements, err = s.Agreements(ctx, id); err != nil {
		return err
	}
	if a.goals, err = s.Goals(ctx, id); err != nil {
		return err
	}
	if a.reviews, err = s.Reviews(ctx, id); err != nil {
		return err
	}
	if a.endings, err = s.Endings(ctx, id); err != nil {
		return err
	}
	if a.advice, err = s.AdviceFrom(ctx, id); err != nil {
		return err
	}
	to, err := s.AdviceTo(ctx, id)
	if err != nil {
		return err
	}
	a.advice = append(a.advice, to...)
	slices.SortStableFunc(a.advice, func(x, y journal.Advice) int { return y.On.DaysSince(x.On) })
	a.advice = slices.CompactFunc(a.advice, func(x, y journal.Advice) bool { return x.ID == y.ID })
	a.balance, err = s.Balance(ctx, id)
	return err
}
