package store

import (
	"context"
	"database/sql"
	"errors"
)

// SettingDiscreet is "on" while names and what was told in confidence are hidden on the screen.
const SettingDiscreet = "discreet"

// SettingMouse is "on" while the mouse is listened to.
const SettingMouse = "mouse"

// Setting is what was set under a name, "" where nothing was.
func (s *Store) Setting(ctx context.Context, name string) (value string, err error) {
	err = s.read(ctx, func(db querier) error {
		err := db.QueryRowContext(ctx, "SELECT value FROM setting WHERE name = ?", name).Scan(&value)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return value, err
}

const setSetting = `INSERT INTO setting (name, value, updated_at) VALUES (?1, ?2, ?3)
	ON CONFLICT (name) DO UPDATE SET value = ?2, updated_at = ?3`

// SetSetting remembers value under a name. It is no step, as no words are changed; a journal that can
// only be read remembers nothing.
func (s *Store) SetSetting(ctx context.Context, name, value string) error {
	if s.wr == nil {
		return nil
	}
	return s.derive(ctx, func(ctx context.Context, x *sql.Tx) error {
		_, err := x.ExecContext(ctx, setSetting, name, value, s.now().UnixMilli())
		return err
	})
}

// Names are the names of all people, also of those in the trash, as they were before they were changed,
// and as they were until that was undone: what is shown may still have them.
func (s *Store) Names(ctx context.Context) (names []string, err error) {
	err = s.read(ctx, func(db querier) error {
		names, err = list(ctx, db, func(r *sql.Rows) (n string, err error) { return n, r.Scan(&n) },
			`SELECT name FROM person UNION
			SELECT person_name FROM draft WHERE person_name <> '' UNION
			SELECT json_extract(before, '$.name') FROM history WHERE tbl = 'person' AND op = 'update' AND json_extract(before, '$.name') IS NOT NULL UNION
			SELECT json_extract(after, '$.name') FROM history WHERE tbl = 'person' AND op = 'update' AND json_extract(after, '$.name') IS NOT NULL`)
		return err
	})
	return names, err
}
