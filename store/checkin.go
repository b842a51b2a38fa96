package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"slices"

	"bothways/journal"
)

const selectCheckIn = "SELECT session_id, energy, ifnull(trust, 0), ifnull(listening, 0), ifnull(asking, 0), ifnull(advising, 0), needs, interventions, moves, relations FROM checkin"

// checkInOf is the check-in of a conversation.
type checkInOf struct {
	session int64
	journal.CheckIn
}

func scanCheckIn(r *sql.Rows) (c checkInOf, err error) {
	var energy sql.NullInt64
	var words [4]string
	if err := r.Scan(&c.session, &energy, &c.Trust, &c.Split.Listening, &c.Split.Asking, &c.Split.Advising, &words[0], &words[1], &words[2], &words[3]); err != nil {
		return c, err
	}
	if energy.Valid {
		e := int(energy.Int64)
		c.Energy = &e
	}
	for i, to := range []*[]string{&c.Needs, &c.Interventions, &c.Moves, &c.Relations} {
		if err := json.Unmarshal([]byte(words[i]), to); err != nil {
			return c, err
		}
		if len(*to) == 0 {
			*to = nil
		}
	}
	return c, nil
}

// setCheckIn sets the check-in of a conversation; the zero one takes it away. Its row has the uid
// of the conversation, and is used again where it was taken away or undone.
func (t *tx) setCheckIn(session int64, c journal.CheckIn) error {
	var uid string
	var relationship, held int64
	if err := t.QueryRowContext(t.ctx, "SELECT uid, relationship_id, held_at FROM session WHERE id = ?", session).Scan(&uid, &relationship, &held); err != nil {
		return err
	}
	was, there, err := t.named(tableCheckIn, uid)
	if err != nil {
		return err
	}
	if c.IsZero() {
		if there && !was.gone {
			return t.delete(tableCheckIn, was.id)
		}
		return nil
	}
	set, err := checkInRow(c)
	if err != nil {
		return err
	}
	set["relationship_id"], set["held_at"] = relationship, held
	if there {
		set["deleted_at"] = nil
		return t.update(tableCheckIn, was.id, set)
	}
	set["uid"], set["session_id"] = uid, session
	_, err = t.insert(tableCheckIn, set)
	return err
}

// checkInRow is a check-in as it is kept: each word once, in the order of the table it is from.
func checkInRow(c journal.CheckIn) (row, error) {
	r := row{"energy": nil, "trust": orNull(int64(c.Trust)), "listening": nil, "asking": nil, "advising": nil}
	if c.Energy != nil {
		r["energy"] = int64(*c.Energy)
	}
	if !c.Split.IsZero() {
		r["listening"], r["asking"], r["advising"] = int64(c.Split.Listening), int64(c.Split.Asking), int64(c.Split.Advising)
	}
	for _, of := range []struct {
		column      string
		said, known []string
	}{
		{"needs", c.Needs, journal.Needs()}, {"interventions", c.Interventions, journal.Interventions()},
		{"moves", c.Moves, journal.Moves()}, {"relations", c.Relations, journal.Relations()},
	} {
		said := slices.Clone(of.said)
		slices.SortFunc(said, func(a, b string) int { return cmp.Compare(slices.Index(of.known, a), slices.Index(of.known, b)) })
		said = slices.Compact(said)
		words := "[]"
		if len(said) > 0 {
			b, err := json.Marshal(said)
			if err != nil {
				return nil, err
			}
			words = string(b)
		}
		r[of.column] = words
	}
	return r, nil
}

// typedCheckIn is a check-in as a draft has it: as far as it was filled in.
type typedCheckIn struct {
	Energy        *int     `json:"energy,omitempty"`
	Trust         int      `json:"trust,omitempty"`
	Listening     int      `json:"listening,omitempty"`
	Asking        int      `json:"asking,omitempty"`
	Advising      int      `json:"advising,omitempty"`
	Needs         []string `json:"needs,omitempty"`
	Interventions []string `json:"interventions,omitempty"`
	Moves         []string `json:"moves,omitempty"`
	Relations     []string `json:"relations,omitempty"`
}

// encodeCheckIn is the check-in of a draft as text, "" for none.
func encodeCheckIn(c journal.CheckIn) (string, error) {
	if c.IsZero() {
		return "", nil
	}
	b, err := json.Marshal(typeCheckIn(c))
	return string(b), err
}

func typeCheckIn(c journal.CheckIn) typedCheckIn {
	return typedCheckIn{c.Energy, c.Trust, c.Split.Listening, c.Split.Asking, c.Split.Advising, c.Needs, c.Interventions, c.Moves, c.Relations}
}

func (t typedCheckIn) said() journal.CheckIn {
	return journal.CheckIn{Energy: t.Energy, Trust: t.Trust, Split: journal.Split{Listening: t.Listening, Asking: t.Asking, Advising: t.Advising},
		Needs: t.Needs, Interventions: t.Interventions, Moves: t.Moves, Relations: t.Relations}
}

func decodeCheckIn(s string) (journal.CheckIn, error) {
	if s == "" {
		return journal.CheckIn{}, nil
	}
	var t typedCheckIn
	err := json.Unmarshal([]byte(s), &t)
	return t.said(), err
}
