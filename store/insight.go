package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"bothways/journal"
)

// The most steps a picture over time has: as many columns as the narrowest usual window, and as many
// rows as a page. Half a year of weeks and a year of them have room.
const (
	mostColumns = 54
	mostRows    = 13
)

// FirstDay is the day of the first thing a journal has a day of: a conversation, an answer, a review or
// an action, each on its own day. It is zero where there is none.
func (s *Store) FirstDay(ctx context.Context) (d journal.Date, err error) {
	err = s.read(ctx, func(db querier) error {
		for _, of := range []table{tableSession, tableReflection, tableReview, tableAction} {
			on, err := s.firstOf(ctx, db, of)
			if err != nil {
				return err
			}
			if !on.IsZero() && (d.IsZero() || on.Before(d)) {
				d = on
			}
		}
		return nil
	})
	return d, err
}

// firstOf is the first day of a table. The first instant need not have the first day: where it was
// earlier the clocks may have been ahead by more than a day.
func (s *Store) firstOf(ctx context.Context, db querier, of table) (d journal.Date, err error) {
	where := "x.deleted_at IS NULL"
	if of == tableReview {
		where += " AND x.held_on IS NOT NULL"
	}
	const most = 2 * 24 * time.Hour // no two zones are further apart
	var on sql.NullString
	var noted sql.NullInt64 // of what came from nowhere
	err = db.QueryRowContext(ctx, fmt.Sprintf(`SELECT min(x.held_on), min(x.held_at) FILTER (WHERE x.held_on IS NULL) FROM %[1]s x
		WHERE %[2]s AND x.held_at <= (SELECT min(x.held_at) FROM %[1]s x WHERE %[2]s) + ?`, of, where), most.Milliseconds()).Scan(&on, &noted)
	if d = day(on); noted.Valid {
		if here := journal.DateOf(s.clock(noted.Int64)); d.IsZero() || here.Before(d) {
			d = here
		}
	}
	return d, err
}

// Insights adds up a period. Conversations, and what was given, received and promised in them, count on
// the day they were in their own zone; an action that came from nowhere on the day it was noted here.
func (s *Store) Insights(ctx context.Context, p journal.Period, week journal.Week) (in journal.Insights, err error) {
	in.Period = p
	err = s.read(ctx, func(db querier) error {
		for _, part := range []func(context.Context, querier, journal.Week, *journal.Insights) error{
			insightTalks, insightHours, insightUsed, insightSplits, s.insightEnergy, s.insightCrossed, s.insightPromises, insightFocus,
		} {
			if err := part(ctx, db, week, &in); err != nil {
				return err
			}
		}
		return nil
	})
	return in, err
}

// inPeriod are the conversations of the days ?1 to ?2. From there the way goes to their check-ins, not
// the other way round: hence CROSS JOIN.
const inPeriod = "s.held_on >= ?1 AND s.held_on <= ?2 AND s.deleted_at IS NULL"

// inStep are those of a step, see stepArg.
const inStep = "s.held_on >= j.value->>0 AND s.held_on <= j.value->>1 AND s.deleted_at IS NULL"

// stepArg is steps as json_each takes them: pairs of the first and the last day. Counting each part
// of an index by itself needs no sorting, and leaves the calendar to the program.
func stepArg(steps []journal.Days) string {
	pairs := make([][2]string, len(steps))
	for i, d := range steps {
		pairs[i] = [2]string{d.From.String(), d.To.String()}
	}
	b, err := json.Marshal(pairs)
	if err != nil {
		return "[]" // texts always have a form
	}
	return string(b)
}

// numbers is a row of a few numbers that came as one JSON array.
func numbers(r *sql.Rows) (n []int, err error) {
	var text string
	if err := r.Scan(&text); err != nil {
		return nil, err
	}
	return n, json.Unmarshal([]byte(text), &n)
}

// stepCounts answers, for each step, the n numbers a query finds in it.
func stepCounts(ctx context.Context, db querier, query, steps string) ([][]int, error) {
	return list(ctx, db, numbers, "SELECT ("+query+") FROM json_each(?) j", steps)
}

func insightTalks(ctx context.Context, db querier, week journal.Week, in *journal.Insights) error {
	step, steps := in.Period.Steps(week, journal.UnitWeek, mostColumns)
	in.TalksBy = step
	all, err := stepCounts(ctx, db, `SELECT json_array(count(*) FILTER (WHERE s.role = 'mentor'), count(*) FILTER (WHERE s.role = 'mentee'),
		count(*) FILTER (WHERE s.role = 'mutual')) FROM session s WHERE `+inStep, stepArg(steps))
	for i, n := range all {
		in.Talks = append(in.Talks, journal.TalkStep{Days: steps[i], Mentor: n[0], Mentee: n[1], Mutual: n[2]})
	}
	return err
}

func insightHours(ctx context.Context, db querier, week journal.Week, in *journal.Insights) error {
	step, steps := in.Period.Steps(week, journal.UnitMonth, mostRows)
	in.HoursBy = step
	all, err := stepCounts(ctx, db, `SELECT json_array(ifnull(sum(s.minutes), 0), count(s.minutes), count(*)) FROM session s WHERE `+inStep, stepArg(steps))
	for i, n := range all {
		in.Hours = append(in.Hours, journal.HourStep{Days: steps[i], Minutes: n[0], Timed: n[1], Talks: n[2]})
	}
	return err
}

// insightUsed counts the sets of words conversations have, which are few, and what is in them.
func insightUsed(ctx context.Context, db querier, _ journal.Week, in *journal.Insights) error {
	in.Used = make([]journal.Intervention, len(journal.Interventions()))
	at := map[string]*journal.Intervention{}
	for i, word := range journal.Interventions() {
		in.Used[i].Word = word
		at[word] = &in.Used[i]
	}
	type one struct {
		role  journal.Role
		words string
		n     int
	}
	all, err := list(ctx, db, func(r *sql.Rows) (o one, err error) { return o, r.Scan(&o.role, &o.words, &o.n) },
		`SELECT s.role, c.interventions, count(*) FROM session s CROSS JOIN checkin c ON c.session_id = s.id AND c.deleted_at IS NULL
		WHERE `+inPeriod+` AND c.interventions <> '[]' GROUP BY s.role, c.interventions`, in.Period.From.String(), in.Period.To.String())
	if err != nil {
		return err
	}
	for _, o := range all {
		var words []string
		if err := json.Unmarshal([]byte(o.words), &words); err != nil {
			return err
		}
		in.UsedSaid += o.n
		for _, word := range words {
			switch used := at[word]; {
			case used == nil: // of a later version, which knows more words
			case o.role == journal.RoleMentor:
				used.Mentor += o.n
			case o.role == journal.RoleMentee:
				used.Mentee += o.n
			default:
				used.Mutual += o.n
			}
		}
	}
	return nil
}

func insightSplits(ctx context.Context, db querier, week journal.Week, in *journal.Insights) error {
	step, steps := in.Period.Steps(week, journal.UnitMonth, mostRows)
	in.SplitsBy = step
	all, err := stepCounts(ctx, db, `SELECT json_array(count(*), ifnull(sum(c.listening), 0), ifnull(sum(c.asking), 0), ifnull(sum(c.advising), 0))
		FROM session s CROSS JOIN checkin c ON c.session_id = s.id AND c.deleted_at IS NULL AND c.listening IS NOT NULL WHERE `+inStep, stepArg(steps))
	for i, n := range all {
		in.Splits = append(in.Splits, journal.SplitStep{Days: steps[i], Said: n[0], Split: journal.Split{Listening: n[1], Asking: n[2], Advising: n[3]}})
	}
	return err
}

// insightEnergy adds up first, and then reads of each relationship as many values as are drawn.
func (s *Store) insightEnergy(ctx context.Context, db querier, _ journal.Week, in *journal.Insights) (err error) {
	from, until := s.around(in.Period.Days)
	in.Energy, err = list(ctx, db, func(r *sql.Rows) (e journal.EnergyOf, err error) {
		var newest string
		if err := r.Scan(&e.RelationshipID, &e.RelationshipUID, &e.PersonName, &e.Role, &e.Said, &e.Sum, &newest); err != nil {
			return e, err
		}
		err = json.Unmarshal([]byte(newest), &e.Newest)
		slices.Reverse(e.Newest)
		return e, err
	}, `SELECT r.id, r.uid, p.name, r.role, said.n, said.total,
		(SELECT json_group_array(newest.energy) FROM (SELECT c.energy FROM checkin c JOIN session s ON s.id = c.session_id
			WHERE c.relationship_id = r.id AND c.deleted_at IS NULL AND c.energy IS NOT NULL
			AND c.held_at >= ?4 AND c.held_at < ?5 AND `+inPeriod+`
			ORDER BY c.held_at DESC, c.session_id DESC LIMIT ?3) newest)
		FROM (SELECT s.relationship_id AS id, count(*) AS n, sum(c.energy) AS total FROM session s
			CROSS JOIN checkin c ON c.session_id = s.id AND c.deleted_at IS NULL AND c.energy IS NOT NULL
			WHERE `+inPeriod+` GROUP BY +s.relationship_id) said
		JOIN relationship r ON r.id = said.id JOIN person p ON p.id = r.person_id
		ORDER BY said.n DESC, r.id`, in.Period.From.String(), in.Period.To.String(), journal.EnergiesRead, from, until)
	return err
}

// instants are the days of today's zone as milliseconds, from the beginning of the first until right
// before the day after the last.
func (s *Store) instants(d journal.Days) (from, until int64) {
	zone := s.now().Location()
	at := func(d journal.Date) int64 { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone).UnixMilli() }
	return at(d.From), at(d.To.AddDays(1))
}

// around are instants that hold every moment of the days, in whatever zone it was.
func (s *Store) around(d journal.Days) (from, until int64) {
	return s.instants(journal.Days{From: d.From.AddDays(-2), To: d.To.AddDays(2)})
}

// within asks for the rows of some days, with a ? for each of withinArgs; x is what the rows are called.
// The day of what they came from is theirs, or the one of today's zone where they came from nothing. The
// instants around are for the index that has the rows in their order.
func within(x string) string {
	return strings.ReplaceAll("x.held_at >= ? AND x.held_at < ? AND CASE WHEN x.held_on IS NULL THEN x.held_at >= ? AND x.held_at < ? ELSE x.held_on BETWEEN ? AND ? END", "x.", x+".")
}

// withinStep is within for those of a step, each withinArgs.
func withinStep(x string) string {
	where := within(x)
	for i := range strings.Count(where, "?") {
		where = strings.Replace(where, "?", fmt.Sprintf("j.value->>%d", i), 1)
	}
	return where
}

func (s *Store) withinArgs(d journal.Days) []any {
	from, until := s.around(d)
	here, end := s.instants(d)
	return []any{from, until, here, end, d.From.String(), d.To.String()}
}

func (s *Store) insightCrossed(ctx context.Context, db querier, week journal.Week, in *journal.Insights) error {
	step, steps := in.Period.Steps(week, journal.UnitWeek, mostColumns)
	in.CrossedBy = step
	each := make([][]any, len(steps))
	for i, d := range steps {
		each[i] = s.withinArgs(d)
	}
	b, err := json.Marshal(each)
	if err != nil {
		return err
	}
	all, err := stepCounts(ctx, db, `SELECT json_array(count(*) FILTER (WHERE e.direction = 'gave'), count(*) FILTER (WHERE e.direction = 'got'))
		FROM exchange e WHERE `+withinStep("e")+" AND e.deleted_at IS NULL", string(b))
	for i, n := range all {
		in.Crossed = append(in.Crossed, journal.CrossedStep{Days: steps[i], Gave: n[0], Got: n[1]})
	}
	return err
}

func (s *Store) insightPromises(ctx context.Context, db querier, _ journal.Week, in *journal.Insights) error {
	in.Mine.Owner, in.Theirs.Owner = journal.OwnerMe, journal.OwnerThem
	tally, into := "", []any{}
	for _, side := range []*journal.Promises{&in.Mine, &in.Theirs} {
		for _, n := range []struct {
			state        journal.ActionState
			all, carried *int
		}{{journal.ActionDone, &side.Kept, &side.KeptCarried}, {journal.ActionDropped, &side.Dropped, &side.DroppedCarried}, {journal.ActionOpen, &side.Open, &side.OpenCarried}} {
			which := fmt.Sprintf("a.owner = '%s' AND a.state = '%s'", side.Owner, n.state)
			tally += ", count(*) FILTER (WHERE " + which + "), count(*) FILTER (WHERE " + which + " AND a.carried > 0)"
			into = append(into, n.all, n.carried)
		}
	}
	return db.QueryRowContext(ctx, "SELECT "+strings.TrimPrefix(tally, ", ")+" FROM action a WHERE "+within("a")+" AND a.deleted_at IS NULL", s.withinArgs(in.Period.Days)...).Scan(into...)
}

// insightFocus takes relationships that were there in the period: those talked in, and those that are
// open still, unless they began after it.
func insightFocus(ctx context.Context, db querier, _ journal.Week, in *journal.Insights) error {
	type talked struct {
		rel int64
		n   int
	}
	said, err := list(ctx, db, func(r *sql.Rows) (t talked, err error) { return t, r.Scan(&t.rel, &t.n) },
		"SELECT s.relationship_id, count(*) FROM session s WHERE "+inPeriod+" GROUP BY +s.relationship_id", in.Period.From.String(), in.Period.To.String())
	if err != nil {
		return err
	}
	talks := make(map[int64]int, len(said))
	for _, t := range said {
		talks[t.rel] = t.n
	}
	type one struct {
		journal.FocusPerson
		open bool
	}
	all, err := list(ctx, db, func(r *sql.Rows) (p one, err error) {
		var focus string
		if err := r.Scan(&p.RelationshipID, &p.RelationshipUID, &p.PersonName, &p.Role, &p.open, &focus); err != nil {
			return p, err
		}
		return p, json.Unmarshal([]byte(focus), &p.Focus)
	}, `SELECT r.id, r.uid, p.name, r.role, r.state IN ('trial', 'active', 'paused') AND ifnull(r.from_on <= ?, 1), r.focus FROM relationship r JOIN person p ON p.id = r.person_id
		WHERE r.deleted_at IS NULL AND p.deleted_at IS NULL AND r.focus <> '[]' ORDER BY r.id`, in.Period.To.String())
	for _, p := range all {
		if p.Talks = talks[p.RelationshipID]; p.Talks > 0 || p.open {
			in.Focused = append(in.Focused, p.FocusPerson)
		}
	}
	slices.SortStableFunc(in.Focused, func(a, b journal.FocusPerson) int { return b.Talks - a.Talks })
	in.Focus = journal.FocusRows(in.Focused)
	return err
}
