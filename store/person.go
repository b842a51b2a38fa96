package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

const personColumns = "p.id, p.uid, p.name, p.how_known, p.common_ground, p.core_values, p.contact, p.notes, p.created_at"

func (s *Store) scanPerson(r *sql.Rows) (p journal.PersonSummary, err error) {
	var created int64
	err = r.Scan(&p.ID, &p.UID, &p.Name, &p.HowKnown, &p.CommonGround, &p.CoreValues, &p.Contact, &p.Notes, &created)
	p.CreatedAt = s.clock(created)
	return p, err
}

// People lists people by name, with their relationships.
func (s *Store) People(ctx context.Context, q PeopleQuery) (page []journal.PersonSummary, next Cursor, err error) {
	where, args := "", []any{}
	if part := nameKey(q.Part); part != "" {
		where += " AND instr(p.name_key, ?) > 0"
		args = append(args, part)
	}
	if q.After != "" {
		key, id, err := q.After.read()
		if err != nil {
			return nil, "", err
		}
		where += " AND (p.name_key, p.id) > (?, ?)"
		args = append(args, key, id)
	}
	limit := limitOr(q.Limit)
	args = append(args, limit+1)
	err = s.read(ctx, func(db querier) error {
		page, err = list(ctx, db, s.scanPerson, "SELECT "+personColumns+" FROM person p WHERE p.deleted_at IS NULL"+where+" ORDER BY p.name_key, p.id LIMIT ?", args...)
		if err != nil {
			return err
		}
		page, next = cut(page, limit, func(p journal.PersonSummary) Cursor { return cursorOf(nameKey(p.Name), p.ID) })
		return s.addRelationships(ctx, db, page)
	})
	return page, next, err
}

// Person is a person with their relationships and how often you talked in each.
func (s *Store) Person(ctx context.Context, id int64) (p journal.PersonSummary, err error) {
	err = s.read(ctx, func(db querier) error {
		p, err = s.person(ctx, db, id)
		return err
	})
	return p, err
}

func (s *Store) person(ctx context.Context, db querier, id int64) (journal.PersonSummary, error) {
	found, err := list(ctx, db, s.scanPerson, "SELECT "+personColumns+" FROM person p WHERE p.id = ? AND p.deleted_at IS NULL", id)
	if err != nil {
		return journal.PersonSummary{}, err
	}
	if len(found) == 0 {
		return journal.PersonSummary{}, notFound("person")
	}
	if err := s.addRelationships(ctx, db, found); err != nil {
		return found[0], err
	}
	for i := range found[0].Relationships {
		if err := countSessions(ctx, db, &found[0].Relationships[i]); err != nil {
			return found[0], err
		}
	}
	return found[0], nil
}

// addRelationships adds to people what relationships they are part of: open ones first, those
// talked in last before others.
func (s *Store) addRelationships(ctx context.Context, db querier, people []journal.PersonSummary) error {
	at := make(map[int64]int, len(people))
	who := make([]int64, len(people))
	for i, p := range people {
		at[p.ID], who[i] = i, p.ID
	}
	all, err := list(ctx, db, s.scanRelationship, selectRelationship+`
		WHERE r.person_id IN (SELECT value FROM json_each(?)) AND r.deleted_at IS NULL
		ORDER BY r.state IN ('ended', 'declined'), l.held_at DESC, r.id DESC`, ids(who))
	for _, r := range all {
		p := &people[at[r.PersonID]]
		p.Relationships = append(p.Relationships, r)
	}
	return err
}

// AddPerson adds a person, and a relationship with them where r is not nil. It answers
// journal.CodeConflict where somebody of that name is there already.
func (s *Store) AddPerson(ctx context.Context, p journal.Person, r *journal.Relationship) (sum journal.PersonSummary, err error) {
	if p.Name, err = journal.CleanName(p.Name); err != nil {
		return sum, err
	}
	err = s.step(ctx, journal.StepPersonAdded, p.Name, "", func(t *tx) error {
		if err := t.freeName(p.Name, 0); err != nil {
			return err
		}
		id, err := t.insertPerson(p)
		if err != nil {
			return err
		}
		if r != nil {
			rel := *r
			rel.PersonID = id
			if _, err := t.insertRelationship(rel); err != nil {
				return err
			}
		}
		sum, err = s.person(t.ctx, t.Tx, id)
		return err
	})
	return sum, err
}

// ChangePerson sets all of a person's own fields.
func (s *Store) ChangePerson(ctx context.Context, p journal.Person) (err error) {
	if p.Name, err = journal.CleanName(p.Name); err != nil {
		return err
	}
	return s.step(ctx, journal.StepPersonChanged, p.Name, "", func(t *tx) error {
		if err := t.live(tablePerson, p.ID, "person"); err != nil {
			return err
		}
		if err := t.freeName(p.Name, p.ID); err != nil {
			return err
		}
		return t.update(tablePerson, p.ID, personRow(p))
	})
}

// freeName answers journal.CodeConflict where another person has a name.
func (t *tx) freeName(name string, but int64) error {
	id, other, err := t.personNamed(name, but)
	if err == nil && id != 0 {
		return journal.Errorf(journal.CodeConflict, "%s is here already; nothing was changed. Add a surname or an initial to tell the two apart.", other)
	}
	return err
}

// personNamed finds a person by their whole name, without case and accents; id is 0 for nobody.
func (t *tx) personNamed(name string, but int64) (id int64, as string, err error) {
	type found struct {
		id   int64
		name string
	}
	f, _, err := first(t.ctx, t.Tx, func(r *sql.Rows) (f found, err error) { return f, r.Scan(&f.id, &f.name) },
		"SELECT id, name FROM person WHERE name_key = ? AND id <> ? AND deleted_at IS NULL ORDER BY id LIMIT 1", nameKey(name), but)
	return f.id, f.name, err
}

func (t *tx) insertPerson(p journal.Person) (int64, error) {
	r := personRow(p)
	r["uid"] = p.UID
	return t.insert(tablePerson, r)
}

func personRow(p journal.Person) row {
	return row{
		"name": p.Name, "name_key": nameKey(p.Name), "how_known": p.HowKnown, "common_ground": p.CommonGround,
		"core_values": p.CoreValues, "contact": p.Contact, "notes": p.Notes,
	}
}
