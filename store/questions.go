package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"bothways/journal"
)

// Questions are all sets, built in and the person's own, in the person's order and with what is
// hidden, and when each question was answered.
func (s *Store) Questions(ctx context.Context) (q journal.Questions, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err := s.questions(ctx, db)
		if err != nil {
			return err
		}
		q.Sets = all.merged
		q.Answered, err = s.answered(ctx, db, q.Sets)
		return err
	})
	return q, err
}

// questions is every set and question there is while they are read or changed.
type questions struct {
	own    ownQuestions
	merged []journal.PromptSet
}

func (s *Store) questions(ctx context.Context, db querier) (q questions, err error) {
	builtIn, err := s.builtIn()
	if err != nil {
		return q, err
	}
	if q.own, err = readOwnQuestions(ctx, db); err != nil {
		return q, err
	}
	q.merged = mergeQuestions(builtIn, q.own)
	return q, nil
}

// set finds a set by its id.
func (q questions) set(id string) (journal.PromptSet, error) {
	set, ok := journal.Questions{Sets: q.merged}.Set(id)
	if !ok {
		return set, notFound("set")
	}
	return set, nil
}

// prompt finds a question by its id.
func (q questions) prompt(id string) (journal.Prompt, error) {
	p, ok := journal.Questions{Sets: q.merged}.Prompt(id)
	if !ok {
		return p, notFound("question")
	}
	return p, nil
}

// ownQuestions is what a journal has of questions, also what was deleted.
type ownQuestions struct {
	sets    []ownSet
	prompts []ownPrompt
	places  map[string]place // by the id of a set or a question
}

// ownSet is a set of the person's own, without its questions.
type ownSet struct {
	journal.PromptSet
	row     int64
	slug    string
	deleted bool
}

// ownPrompt is a question of the person's own.
type ownPrompt struct {
	journal.Prompt
	row     int64
	slug    string
	deleted bool
}

// place is what the person decided of a set or a question, and where they stopped in a set.
type place struct {
	row     int64 // 0 where nothing was decided yet
	hidden  bool
	pos     sql.NullInt64 // not valid for the place it has by itself
	stopped string
}

func readOwnQuestions(ctx context.Context, db querier) (own ownQuestions, err error) {
	if own.sets, err = list(ctx, db, scanOwnSet, "SELECT id, ifnull(nullif(slug, ''), uid), slug, title, about, deleted_at IS NOT NULL FROM prompt_set ORDER BY id"); err != nil {
		return own, err
	}
	if own.prompts, err = list(ctx, db, scanOwnPrompt, `SELECT id, ifnull(nullif(slug, ''), uid), slug, set_id, text, role, moment, ifnull(seconds, 0),
		language, version, sources, deleted_at IS NOT NULL FROM prompt ORDER BY id`); err != nil {
		return own, err
	}
	type placed struct {
		place
		id string
	}
	// Where somebody stopped is no decision, and is there also where the decision was undone.
	places, err := list(ctx, db, func(r *sql.Rows) (p placed, err error) {
		var undone bool
		err = r.Scan(&p.row, &p.id, &p.hidden, &p.pos, &p.stopped, &undone)
		if undone {
			p.hidden, p.pos = false, sql.NullInt64{}
		}
		return p, err
	}, "SELECT id, uid, hidden, pos, stopped_at, deleted_at IS NOT NULL FROM prompt_place")
	own.places = make(map[string]place, len(places))
	for _, p := range places {
		own.places[p.id] = p.place
	}
	return own, err
}

func scanOwnSet(r *sql.Rows) (s ownSet, err error) {
	s.Own = true
	return s, r.Scan(&s.row, &s.ID, &s.slug, &s.Title, &s.About, &s.deleted)
}

func scanOwnPrompt(r *sql.Rows) (p ownPrompt, err error) {
	var sources string
	p.Own = true
	if err := r.Scan(&p.row, &p.ID, &p.slug, &p.SetID, &p.Text, &p.Role, &p.Moment, &p.Seconds, &p.Language, &p.Version, &sources, &p.deleted); err != nil {
		return p, err
	}
	return p, json.Unmarshal([]byte(sources), &p.Sources)
}

// answered tells of each question when it was answered: two steps into an index each, however many
// answers there are.
func (s *Store) answered(ctx context.Context, db querier, sets []journal.PromptSet) (map[string]journal.Answered, error) {
	var which []string
	for _, set := range sets {
		for _, p := range set.Prompts {
			which = append(which, p.ID)
		}
	}
	keys, err := json.Marshal(which)
	if err != nil || len(which) == 0 {
		return map[string]journal.Answered{}, err
	}
	type answer struct {
		prompt string
		journal.Answered
	}
	const newest = `(SELECT x.id FROM reflection x WHERE x.prompt_id = json_each.value AND x.prompt_id <> '' AND x.deleted_at IS NULL%s
		ORDER BY x.held_at DESC, x.id DESC LIMIT 1)`
	found, err := list(ctx, db, func(r *sql.Rows) (a answer, err error) {
		var last, before sql.NullInt64
		var lastZone, beforeZone sql.NullString
		err = r.Scan(&a.prompt, &last, &lastZone, &before, &beforeZone)
		a.Last, a.Before = s.momentOf(last, lastZone), s.momentOf(before, beforeZone)
		return a, err
	}, "SELECT json_each.value, l.held_at, l.held_zone, b.held_at, b.held_zone FROM json_each(?1) JOIN reflection l ON l.id = "+fmt.Sprintf(newest, "")+
		" LEFT JOIN reflection b ON b.id = "+fmt.Sprintf(newest, " AND x.held_at < ?2"), string(keys), dayStart(s.now()).UnixMilli())
	all := make(map[string]journal.Answered, len(found))
	for _, a := range found {
		all[a.prompt] = a.Answered
	}
	return all, err
}

// dayStart is the first moment of the day of now in its zone: not everywhere has every day a
// midnight.
func dayStart(now time.Time) time.Time {
	y, m, d := now.Date()
	start := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
	if start.Day() != d {
		_, start = start.ZoneBounds()
	}
	return start
}
