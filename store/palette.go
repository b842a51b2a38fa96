package store

import (
	"context"
	"database/sql"
	"time"

	"bothways/journal"
)

// How much of what can be gone to by name is read: everybody a life has, and what was written lately.
const (
	reachablePeople   = 2000
	reachableSessions = 200
	reachableAnswers  = 100
	// reachableWords is how many characters of a note or an answer are read.
	reachableWords = 160
)

// Reachable is what can be gone to by a few letters. Every list has the most recent first.
type Reachable struct {
	People   []ReachablePerson
	Sets     []journal.PromptSet
	Sessions []ReachableText
	Answers  []ReachableText
}

// ReachablePerson is somebody in one role; RelationshipID is 0 for a person who has none.
type ReachablePerson struct {
	PersonID, RelationshipID int64
	Name                     string
	Role                     journal.Role
	State                    journal.State
	Purpose                  string
	Last                     time.Time // the last conversation, zero where there was none
}

// ReachableText is a conversation or an answer, with its first words.
type ReachableText struct {
	ID       int64
	At       time.Time
	Name     string // of whom it was with or about, "" for nobody
	Question string // what was asked, "" for a conversation and free words
	Text     string
}

// Reachable reads it.
func (s *Store) Reachable(ctx context.Context) (r Reachable, err error) {
	err = s.read(ctx, func(db querier) error {
		r.People, err = list(ctx, db, s.scanReachablePerson, `SELECT p.id, p.name, ifnull(r.id, 0), ifnull(r.role, ''), ifnull(r.state, ''), ifnull(substr(r.purpose, 1, ?), ''), l.held_at, l.held_zone
			FROM person p LEFT JOIN relationship r ON r.person_id = p.id AND r.deleted_at IS NULL
			LEFT JOIN session l ON l.id = (SELECT x.id FROM session x WHERE x.relationship_id = r.id AND x.deleted_at IS NULL
				ORDER BY x.held_at DESC, x.id DESC LIMIT 1)
			WHERE p.deleted_at IS NULL ORDER BY l.held_at DESC, p.name_key, p.id, r.id LIMIT ?`, reachableWords, reachablePeople)
		if err != nil {
			return err
		}
		q, err := s.questions(ctx, db)
		if err != nil {
			return err
		}
		r.Sets = q.merged
		r.Sessions, err = list(ctx, db, s.scanReachableText, `SELECT s.id, s.held_at, s.held_zone, p.name, '', substr(s.note, 1, ?)
			FROM session s JOIN person p ON p.id = s.person_id
			WHERE s.deleted_at IS NULL ORDER BY s.held_at DESC, s.id DESC LIMIT ?`, reachableWords, reachableSessions)
		if err != nil {
			return err
		}
		r.Answers, err = list(ctx, db, s.scanReachableText, `SELECT x.id, x.held_at, x.held_zone, ifnull(p.name, ''), substr(x.question, 1, ?1), substr(x.text, 1, ?1)
			FROM reflection x LEFT JOIN person p ON p.id = x.person_id
			WHERE x.deleted_at IS NULL ORDER BY x.held_at DESC, x.id DESC LIMIT ?2`, reachableWords, reachableAnswers)
		return err
	})
	return r, err
}

func (s *Store) scanReachablePerson(r *sql.Rows) (p ReachablePerson, err error) {
	var last sql.NullInt64
	var zone sql.NullString
	err = r.Scan(&p.PersonID, &p.Name, &p.RelationshipID, &p.Role, &p.State, &p.Purpose, &last, &zone)
	p.Last = s.momentOf(last, zone)
	return p, err
}

func (s *Store) scanReachableText(r *sql.Rows) (t ReachableText, err error) {
	var held int64
	var zone string
	err = r.Scan(&t.ID, &held, &zone, &t.Name, &t.Question, &t.Text)
	t.At = s.zones.at(held, zone)
	return t, err
}
