package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"bothways/journal"
)

// selectStanding reads how relationships stand: each of its parts is a step or a few into an index,
// however many conversations there were. The newest energies are pairs of a value and its day.
const selectStanding = `SELECT j.value,
	(SELECT s.held_on FROM session s WHERE s.relationship_id = j.value AND s.deleted_at IS NULL ORDER BY s.held_at, s.id LIMIT 1),
	(SELECT s.held_on FROM session s WHERE s.relationship_id = j.value AND s.deleted_at IS NULL ORDER BY s.held_at DESC, s.id DESC LIMIT 1),
	(SELECT v.held_on FROM review v WHERE v.relationship_id = j.value AND ` + isHeld + ` ORDER BY v.held_at DESC, v.id DESC LIMIT 1),
	(SELECT v.due_on FROM review v WHERE v.relationship_id = j.value AND ` + isPlanned + ` ORDER BY v.due_on, v.id LIMIT 1),
	ifnull(g.review_every, 0), ifnull(g.review_unit, ''), g.agreed_on,
	(SELECT json_group_array(newest.energy) FROM (SELECT c.energy FROM checkin c
		WHERE c.relationship_id = j.value AND c.deleted_at IS NULL AND c.energy IS NOT NULL ORDER BY c.held_at DESC, c.session_id DESC LIMIT ?2) newest),
	(SELECT s.held_on FROM session s WHERE s.id = (SELECT c.session_id FROM checkin c
		WHERE c.relationship_id = j.value AND c.deleted_at IS NULL AND c.energy IS NOT NULL ORDER BY c.held_at DESC, c.session_id DESC LIMIT 1)),
	(SELECT s.held_on FROM session s WHERE s.id = (SELECT c.session_id FROM checkin c
		WHERE c.relationship_id = j.value AND c.deleted_at IS NULL AND c.energy IS NOT NULL ORDER BY c.held_at DESC, c.session_id DESC LIMIT 1 OFFSET 2))
	FROM json_each(?1) j LEFT JOIN agreement g ON g.id = (SELECT x.id FROM agreement x
		WHERE x.relationship_id = j.value AND x.deleted_at IS NULL ORDER BY x.agreed_on DESC, x.id DESC LIMIT 1)`

func scanStanding(r *sql.Rows) (v journal.Standing, err error) {
	var firstOn, lastOn, review, planned, agreed, energyOn, energySince sql.NullString
	var energies string
	if err := r.Scan(&v.RelationshipID, &firstOn, &lastOn, &review, &planned, &v.Agreed.Every, &v.Agreed.Unit, &agreed, &energies, &energyOn, &energySince); err != nil {
		return v, err
	}
	v.First, v.Last, v.Review, v.Planned, v.AgreedOn = day(firstOn), day(lastOn), day(review), day(planned), day(agreed)
	v.EnergyOn, v.EnergySince = day(energyOn), day(energySince)
	if err := json.Unmarshal([]byte(energies), &v.Energies); err != nil {
		return v, err
	}
	if len(v.Energies) == 0 {
		v.Energies = nil
	}
	return v, nil
}

// Standings are how relationships stand, by their ids. Each id that is asked for has one, also
// where nothing is known of it.
func (s *Store) Standings(ctx context.Context, relIDs []int64) (all map[int64]journal.Standing, err error) {
	all = make(map[int64]journal.Standing, len(relIDs))
	err = s.read(ctx, func(db querier) error {
		found, err := list(ctx, db, scanStanding, selectStanding, ids(relIDs), journal.EnergiesRead)
		for _, v := range found {
			all[v.RelationshipID] = v
		}
		return err
	})
	return all, err
}
