package store

import (
	"context"

	"bothways/journal"
)

// ReviewCame is what came of the words of a review, in their order, also where a line is no longer
// in them.
func (s *Store) ReviewCame(ctx context.Context, id int64) (came journal.Came, err error) {
	err = s.read(ctx, func(db querier) error {
		came, err = s.cameOf(ctx, db, reviewOrigin(), id)
		return err
	})
	return came, err
}

// cameOf are the things that lifted from some words.
func (s *Store) cameOf(ctx context.Context, db querier, from origin, id int64) (came journal.Came, err error) {
	of := " WHERE " + from.column + " = ? AND %s.deleted_at IS NULL ORDER BY pos, %[1]s.id"
	if came.Actions, err = list(ctx, db, s.scanAction, "SELECT "+actionColumns+" FROM action a"+alias(of, "a"), id); err != nil {
		return came, err
	}
	if came.Exchanges, err = list(ctx, db, s.scanExchange, "SELECT "+exchangeColumns+" FROM exchange"+alias(of, "exchange"), id); err != nil {
		return came, err
	}
	if came.Shifts, err = list(ctx, db, s.scanShift, "SELECT "+shiftColumns+" FROM shift"+alias(of, "shift"), id); err != nil {
		return came, err
	}
	came.Topics, err = s.topicsFrom(ctx, db, from, []int64{id})
	return came, err
}
