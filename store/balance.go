package store

import (
	"context"
	"database/sql"
	"time"

	"bothways/journal"
)

// Balance adds up what went each way in a relationship, and how. Exchanges count also where they
// came from an answer about the person. Of its actions, Carried is how many were carried over at
// least once, whatever became of them. Months are those of today's zone in which something went
// either way.
func (s *Store) Balance(ctx context.Context, relID int64) (b journal.Balance, err error) {
	err = s.read(ctx, func(db querier) error {
		for _, part := range []func(context.Context, querier, int64, *journal.Balance) error{
			s.balanceExchanges, balanceSessions, balanceCheckIns, balanceActions,
		} {
			if err := part(ctx, db, relID, &b); err != nil {
				return err
			}
		}
		return nil
	})
	return b, err
}

func (s *Store) balanceExchanges(ctx context.Context, db querier, relID int64, b *journal.Balance) error {
	type one struct {
		at        int64
		direction journal.Direction
	}
	all, err := list(ctx, db, func(r *sql.Rows) (e one, err error) { return e, r.Scan(&e.at, &e.direction) },
		"SELECT held_at, direction FROM exchange WHERE relationship_id = ? AND deleted_at IS NULL ORDER BY held_at, id", relID)
	for _, e := range all {
		at := s.clock(e.at)
		if n := len(b.Months); n == 0 || b.Months[n-1].Year != at.Year() || b.Months[n-1].Month != at.Month() {
			b.Months = append(b.Months, journal.BalanceMonth{Year: at.Year(), Month: at.Month()})
		}
		month := &b.Months[len(b.Months)-1]
		if e.direction == journal.Gave {
			b.Gave++
			month.Gave++
		} else {
			b.Got++
			month.Got++
		}
	}
	return err
}

func balanceSessions(ctx context.Context, db querier, relID int64, b *journal.Balance) error {
	return db.QueryRowContext(ctx, `SELECT count(*), ifnull(sum(minutes), 0), count(minutes), count(*) FILTER (WHERE role = 'mentor'),
		count(*) FILTER (WHERE role = 'mentee'), count(*) FILTER (WHERE role = 'mutual')
		FROM session WHERE relationship_id = ? AND deleted_at IS NULL`, relID).Scan(&b.Sessions, &b.Minutes, &b.Timed, &b.AsMentor, &b.AsMentee, &b.BothWays)
}

func balanceCheckIns(ctx context.Context, db querier, relID int64, b *journal.Balance) error {
	err := db.QueryRowContext(ctx, `SELECT count(*), ifnull(sum(listening), 0), ifnull(sum(asking), 0), ifnull(sum(advising), 0)
		FROM checkin WHERE relationship_id = ? AND deleted_at IS NULL AND listening IS NOT NULL`, relID).Scan(&b.Splits, &b.Split.Listening, &b.Split.Asking, &b.Split.Advising)
	if err != nil {
		return err
	}
	b.Energies, err = list(ctx, db, scanEnergy, "SELECT energy FROM checkin WHERE relationship_id = ? AND deleted_at IS NULL AND energy IS NOT NULL ORDER BY held_at, session_id", relID)
	return err
}

func scanEnergy(r *sql.Rows) (e int, err error) { return e, r.Scan(&e) }

func balanceActions(ctx context.Context, db querier, relID int64, b *journal.Balance) error {
	for _, side := range []struct {
		owner journal.Owner
		tally *journal.ActionTally
	}{{journal.OwnerMe, &b.Mine}, {journal.OwnerThem, &b.Theirs}} {
		// Open and closed ones apart, since that is how they are indexed.
		var carried int
		if err := db.QueryRowContext(ctx, `SELECT count(*), count(*) FILTER (WHERE a.carried > 0) FROM action a
			WHERE a.relationship_id = ? AND a.owner = ? AND a.deleted_at IS NULL AND a.state = 'open'`, relID, string(side.owner)).
			Scan(&side.tally.Open, &carried); err != nil {
			return err
		}
		if err := db.QueryRowContext(ctx, `SELECT count(*) FILTER (WHERE a.state = 'done'), count(*) FILTER (WHERE a.state = 'dropped'), count(*) FILTER (WHERE a.carried > 0)
			FROM action a WHERE a.relationship_id = ? AND a.owner = ? AND a.deleted_at IS NULL AND a.state <> 'open'`, relID, string(side.owner)).
			Scan(&side.tally.Done, &side.tally.Dropped, &side.tally.Carried); err != nil {
			return err
		}
		side.tally.Carried += carried
	}
	return nil
}

// Load adds up what mentoring asked of me as a mentor, over the conversations from since until
// right before until.
func (s *Store) Load(ctx context.Context, since, until time.Time) (l journal.Load, err error) {
	type one struct {
		person  int64
		minutes sql.NullInt64
		energy  sql.NullInt64
	}
	people := map[int64]bool{}
	err = s.read(ctx, func(db querier) error {
		all, err := list(ctx, db, func(r *sql.Rows) (o one, err error) { return o, r.Scan(&o.person, &o.minutes, &o.energy) },
			`SELECT s.person_id, s.minutes, c.energy FROM session s LEFT JOIN checkin c ON c.session_id = s.id AND c.deleted_at IS NULL
			WHERE s.held_at >= ? AND s.held_at < ? AND s.role = 'mentor' AND s.deleted_at IS NULL ORDER BY s.held_at, s.id`, since.UnixMilli(), until.UnixMilli())
		for _, o := range all {
			people[o.person] = true
			l.Sessions++
			if o.minutes.Valid {
				l.Timed++
				l.Minutes += int(o.minutes.Int64)
			}
			if o.energy.Valid {
				l.Energies = append(l.Energies, int(o.energy.Int64))
			}
		}
		return err
	})
	l.People = len(people)
	return l, err
}
