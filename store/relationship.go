package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"bothways/journal"
)

// selectRelationship reads relationships as lists show them; l is the last conversation.
const selectRelationship = `SELECT r.id, r.uid, r.person_id, r.role, r.kind, r.setting, r.formality, r.state,
	r.purpose, r.focus, r.from_on, r.until_on, r.rhythm_every, r.rhythm_unit, r.next_on, r.created_at,
	r.asked_on, r.asked_how, r.trial_until, r.ended_on, ifnull(r.suggested_in, 0), ifnull((SELECT d.uid FROM relationship d WHERE d.id = r.suggested_in AND d.deleted_at IS NULL), ''), r.thanks, r.resumed_on,
	p.uid, p.name, l.held_at, l.held_zone,
	(SELECT count(*) FROM action a WHERE a.relationship_id = r.id AND a.owner = 'me' AND a.state = 'open' AND a.deleted_at IS NULL),
	(SELECT count(*) FROM action a WHERE a.relationship_id = r.id AND a.owner = 'them' AND a.state = 'open' AND a.deleted_at IS NULL)
	FROM relationship r JOIN person p ON p.id = r.person_id
	LEFT JOIN session l ON l.id = (SELECT x.id FROM session x WHERE x.relationship_id = r.id AND x.deleted_at IS NULL
		ORDER BY x.held_at DESC, x.id DESC LIMIT 1)`

// isOpen is the condition of relationships that conversations still belong to, word for word as
// the indexes have it.
const isOpen = "r.deleted_at IS NULL AND r.state NOT IN ('ended', 'declined')"

func (s *Store) scanRelationship(r *sql.Rows) (v journal.RelationshipSummary, err error) {
	var focus string
	var from, until, next, asked, trial, ended, resumed, zone sql.NullString
	var created int64
	var last sql.NullInt64
	err = r.Scan(&v.ID, &v.UID, &v.PersonID, &v.Role, &v.Kind, &v.Setting, &v.Formality, &v.State,
		&v.Purpose, &focus, &from, &until, &v.Rhythm.Every, &v.Rhythm.Unit, &next, &created,
		&asked, &v.AskedHow, &trial, &ended, &v.SuggestedIn, &v.SuggestedInUID, &v.Thanks, &resumed,
		&v.PersonUID, &v.PersonName, &last, &zone, &v.OpenMine, &v.OpenTheirs)
	if err != nil {
		return v, err
	}
	v.From, v.Until, v.NextSession = day(from), day(until), day(next)
	v.AskedOn, v.TrialUntil, v.EndedOn, v.ResumedOn = day(asked), day(trial), day(ended), day(resumed)
	v.CreatedAt, v.LastSession = s.clock(created), s.momentOf(last, zone)
	return v, json.Unmarshal([]byte(focus), &v.Focus)
}

func countSessions(ctx context.Context, db querier, r *journal.RelationshipSummary) (err error) {
	r.Sessions, err = count(ctx, db, "SELECT count(*) FROM session WHERE relationship_id = ? AND deleted_at IS NULL", r.ID)
	return err
}

// Relationship is a relationship with how often you talked.
func (s *Store) Relationship(ctx context.Context, id int64) (r journal.RelationshipSummary, err error) {
	err = s.read(ctx, func(db querier) error {
		r, err = s.relationship(ctx, db, id)
		return err
	})
	return r, err
}

func (s *Store) relationship(ctx context.Context, db querier, id int64) (journal.RelationshipSummary, error) {
	r, ok, err := first(ctx, db, s.scanRelationship, selectRelationship+" WHERE r.id = ? AND r.deleted_at IS NULL", id)
	if err != nil {
		return r, err
	}
	if !ok {
		return r, notFound("relationship")
	}
	return r, countSessions(ctx, db, &r)
}

// OpenRelationships are open relationships with people whose name has part in it, those talked in
// last first.
func (s *Store) OpenRelationships(ctx context.Context, part string, limit int) (all []journal.RelationshipSummary, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err = list(ctx, db, s.scanRelationship, selectRelationship+" WHERE "+isOpen+` AND instr(p.name_key, ?) > 0
			ORDER BY l.held_at DESC, r.id DESC LIMIT ?`, nameKey(part), limitOr(limit))
		return err
	})
	return all, err
}

// ChooseRelationship finds the open relationship with a person that is meant where only the person
// is named: the one of that role, or without a role the one of the last conversation. open is how
// many open ones there are with them.
func (s *Store) ChooseRelationship(ctx context.Context, personID int64, role journal.Role) (r journal.RelationshipSummary, open int, err error) {
	err = s.read(ctx, func(db querier) error {
		r, open, err = s.chooseRelationship(ctx, db, personID, role)
		return err
	})
	return r, open, err
}

func (s *Store) chooseRelationship(ctx context.Context, db querier, personID int64, role journal.Role) (r journal.RelationshipSummary, open int, err error) {
	p, err := s.person(ctx, db, personID)
	if err != nil {
		return r, 0, err
	}
	found := false
	for _, one := range p.Relationships {
		if !one.State.Open() {
			continue
		}
		open++
		if !found && (role == "" || one.Role == role) {
			r, found = one, true
		}
	}
	switch {
	case found:
		return r, open, nil
	case role != "":
		return r, open, journal.Errorf(journal.CodeNotFound, "There is no open relationship with %s where the role is %s, so nothing was changed. `bothways write %s --role %[2]s` begins one, and `bothways show %[3]s` has those there are.",
			p.Name, role, shellWord(p.Name))
	}
	return r, open, journal.Errorf(journal.CodeNotFound, "There is no open relationship with %s, so nothing was changed. `bothways write %s --role ROLE` begins one (as mentor, mentee or mutual), and `bothways show %[2]s` has what was.",
		p.Name, shellWord(p.Name))
}

// AddRelationship adds a relationship with a person who is there already. It answers
// journal.CodeConflict where there is an open one of that role with them.
func (s *Store) AddRelationship(ctx context.Context, r journal.Relationship) (sum journal.RelationshipSummary, err error) {
	err = s.step(ctx, journal.StepRelationAdded, "", "", func(t *tx) error {
		p, err := s.person(t.ctx, t.Tx, r.PersonID)
		if err != nil {
			return err
		}
		t.name = p.Name
		if err := noSecond(p, r); err != nil {
			return err
		}
		id, err := t.insertRelationship(r)
		if err != nil {
			return err
		}
		sum, err = s.relationship(t.ctx, t.Tx, id)
		return err
	})
	return sum, err
}

// ChangeRelationship sets all of a relationship's own fields. Whose it is stays, and so does whether
// it is open: ending, declining and beginning again are steps of their own, so that every ending has
// its day. It answers journal.CodeConflict where r has it otherwise.
func (s *Store) ChangeRelationship(ctx context.Context, r journal.Relationship) error {
	if err := r.Validate(); err != nil {
		return err
	}
	return s.step(ctx, journal.StepRelationChanged, "", "", func(t *tx) error {
		was, err := s.relationship(t.ctx, t.Tx, r.ID)
		if err != nil {
			return err
		}
		t.name = was.PersonName
		if was.State != r.State && !(was.State.Open() && r.State.Open()) {
			return notSoMoved(was)
		}
		if was.EndedOn != r.EndedOn {
			if r.State != journal.StateEnded {
				return notSoMoved(was)
			}
			if err := r.CheckEnding(r.EndedOn, s.today(t)); err != nil {
				return err
			}
		}
		if was.Role != r.Role {
			p, err := s.person(t.ctx, t.Tx, was.PersonID)
			if err != nil {
				return err
			}
			if err := noSecond(p, r); err != nil {
				return err
			}
		}
		if r.SuggestedIn != was.SuggestedIn {
			if err := t.suggestedIn(r); err != nil {
				return err
			}
		}
		return s.setRelationship(t, was.State, r)
	})
}

// notSoMoved says by which way a relationship is opened or closed.
func notSoMoved(was journal.RelationshipSummary) error {
	if was.State.Open() {
		return journal.Errorf(journal.CodeConflict, "The relationship with %s is open; on its page F ends it well, so nothing was changed here.", was.PersonName)
	}
	return journal.Errorf(journal.CodeConflict, "The relationship with %s is %s; on its page F begins it again, so nothing was changed here.", was.PersonName, was.State)
}

// setRelationship sets all of a relationship's own fields. One that is neither paused nor closed any
// more goes on from today.
func (s *Store) setRelationship(t *tx, was journal.State, r journal.Relationship) error {
	silent := func(s journal.State) bool { return s == journal.StatePaused || !s.Open() }
	if silent(was) && !silent(r.State) {
		r.ResumedOn = s.today(t)
	}
	if err := r.Validate(); err != nil {
		return err
	}
	set, err := relationshipRow(r)
	if err != nil {
		return err
	}
	return t.update(tableRelationship, r.ID, set)
}

// suggestedIn makes sure that the relationship somebody was named in is another one that is there.
func (t *tx) suggestedIn(r journal.Relationship) error {
	switch r.SuggestedIn {
	case 0:
		return nil
	case r.ID:
		return journal.Errorf(journal.CodeInvalid, "Nobody is suggested in the relationship with themselves; nothing was changed.")
	}
	return t.live(tableRelationship, r.SuggestedIn, "relationship")
}

// noSecond makes sure that r does not become a second open relationship of its role.
func noSecond(p journal.PersonSummary, r journal.Relationship) error {
	for _, other := range p.Relationships {
		if other.ID != r.ID && other.State.Open() && r.State.Open() && other.Role == r.Role {
			return journal.Errorf(journal.CodeConflict, "There is an open relationship with %s in this role already; nothing was changed.", p.Name)
		}
	}
	return nil
}

func (t *tx) insertRelationship(r journal.Relationship) (int64, error) {
	if err := r.Validate(); err != nil {
		return 0, err
	}
	if err := t.suggestedIn(r); err != nil {
		return 0, err
	}
	set, err := relationshipRow(r)
	if err != nil {
		return 0, err
	}
	set["uid"], set["person_id"] = r.UID, r.PersonID
	return t.insert(tableRelationship, set)
}

func relationshipRow(r journal.Relationship) (row, error) {
	focus, err := focusJSON(r.Focus)
	if err != nil {
		return nil, err
	}
	return row{
		"role": string(r.Role), "kind": string(r.Kind), "setting": r.Setting, "formality": string(r.Formality),
		"state": string(r.State), "purpose": r.Purpose, "focus": focus,
		"from_on": dateOrNull(r.From), "until_on": dateOrNull(r.Until),
		"rhythm_every": int64(r.Rhythm.Every), "rhythm_unit": string(r.Rhythm.Unit), "next_on": dateOrNull(r.NextSession),
		"asked_on": dateOrNull(r.AskedOn), "asked_how": r.AskedHow, "trial_until": dateOrNull(r.TrialUntil),
		"suggested_in": orNull(r.SuggestedIn), "ended_on": dateOrNull(r.EndedOn), "thanks": r.Thanks,
		"resumed_on": dateOrNull(r.ResumedOn),
	}, nil
}

func focusJSON(focus []string) (string, error) {
	if len(focus) == 0 {
		return "[]", nil
	}
	b, err := json.Marshal(focus)
	return string(b), err
}
