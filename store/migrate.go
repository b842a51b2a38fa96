package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"

	"bothways/journal"
)

const (
	// applicationID marks a SQLite file as a journal ("BWJL").
	applicationID = 0x42574a4c

	// schemaVersion is the newest form of a journal this program knows; its file says which it has.
	schemaVersion = 6
)

//go:embed schema
var schemaFiles embed.FS

// migrate brings a journal to the newest form, in one transaction. It makes the first form as well.
func migrate(ctx context.Context, db *sql.DB) (err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	exec := func(query string) {
		if err == nil {
			_, err = conn.ExecContext(ctx, query)
		}
	}
	// While keys are enforced, a table that is made anew takes the rows that point to it along. It
	// can only be switched off before a transaction begins.
	exec("PRAGMA foreign_keys = OFF")
	exec("BEGIN IMMEDIATE")
	if err != nil {
		return err
	}
	if err = migrateWithin(ctx, conn); err == nil {
		exec("COMMIT")
	}
	if err != nil {
		_, undone := conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		return errors.Join(err, undone)
	}
	exec("PRAGMA foreign_keys = ON")
	return err
}

func migrateWithin(ctx context.Context, conn *sql.Conn) error {
	var version int64
	if err := conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version > schemaVersion {
		return errNewer(version)
	}
	if version == schemaVersion {
		return nil
	}
	for version++; version <= schemaVersion; version++ {
		script, err := schemaFiles.ReadFile(fmt.Sprintf("schema/%04d.sql", version))
		if err != nil {
			return err
		}
		if _, err := conn.ExecContext(ctx, string(script)); err != nil {
			return fmt.Errorf("schema %d: %w", version, err)
		}
	}
	pragmas := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, schemaVersion)
	if _, err := conn.ExecContext(ctx, pragmas); err != nil {
		return err
	}
	return checkKeys(ctx, conn)
}

// checkKeys makes sure that no row points to one that is not there.
func checkKeys(ctx context.Context, conn *sql.Conn) error {
	rows, err := conn.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		return journal.Errorf(journal.CodeDamaged, "Some of the journal's rows do not belong together any more, so it was left as it is. Make a copy of the file before anything else.")
	}
	return rows.Err()
}
