package store

import (
	"context"
	"database/sql"
	"errors"
)

// setThere is what was set for a journal, by name. One of an older form has nothing set.
func setThere(ctx context.Context, db querier) ([][2]string, error) {
	n, err := count(ctx, db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'setting'")
	if err != nil || n == 0 {
		return nil, err
	}
	return list(ctx, db, func(r *sql.Rows) (s [2]string, err error) { return s, r.Scan(&s[0], &s[1]) }, "SELECT name, value FROM setting ORDER BY name")
}

// set is what was set for the journal that is there, as far as its file tells: it may be damaged.
func (r *restoring) set(ctx context.Context) (all [][2]string) {
	_ = withConn(ctx, r.path, toReadAt, func(conn *sql.Conn) (err error) {
		all, err = setThere(ctx, conn)
		return err
	})
	return all
}

// goOn makes what was set for a journal go on in the copy that takes its place: whoever hides names
// while others look on does not want them shown because words came back.
func (r *restoring) goOn(ctx context.Context, tmp string, all [][2]string) error {
	if len(all) == 0 {
		return nil
	}
	return errors.Join(withDB(tmp, toWrite, func(db *sql.DB) error {
		if err := migrate(ctx, db); err != nil { // an older form has no place for it
			return err
		}
		for _, s := range all {
			if _, err := db.ExecContext(ctx, setSetting, s[0], s[1], r.now().UnixMilli()); err != nil {
				return err
			}
		}
		return nil
	}), syncFile(tmp))
}
