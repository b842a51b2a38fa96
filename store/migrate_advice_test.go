package store

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"
)

// TestMigrateAdvice brings notes on advice of the third form to have words of their own, those of
// the lines they are on, also where the line or the note was deleted.
func TestMigrateAdvice(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "journal.db")
	oldForm(t, path, 2)
	ok(t, withDB(path, toWrite, func(db *sql.DB) error {
		_, err := db.Exec("PRAGMA foreign_keys = OFF;" + string(must(schemaFiles.ReadFile("schema/0003.sql"))(t)) + `
			INSERT INTO exchange (id, uid, session_id, relationship_id, held_at, direction, text, created_at, updated_at, deleted_at) VALUES (90, 'x90', 7, 4, 1, 'got', 'of a deleted line', 1, 1, 2);
			INSERT INTO advice (id, uid, exchange_id, kind, to_relationship_id, noted_on, outcome, created_at, updated_at, deleted_at) VALUES
				(1, 'v1', 11, 'passed on', 52, '2026-11-01', 'so', 1, 1, NULL), (2, 'v2', 90, 'tried', NULL, '2026-11-02', '', 1, 1, NULL), (3, 'v3', 70, 'tried', NULL, '2026-11-03', '', 1, 1, 2);
			PRAGMA user_version = 3`)
		return err
	}))
	s := mustOpenAt(t, path)
	words := must(list(ctx, s.wr, func(r *sql.Rows) (text string, err error) { return text, r.Scan(&text) }, "SELECT text FROM advice ORDER BY id"))(t)
	if len(words) != 3 || words[0] != "a view" || words[1] != "of a deleted line" || words[2] != "of Ada" {
		t.Errorf("the words are %q", words)
	}
	if all := must(s.AdviceTo(ctx, 52))(t); len(all) != 1 || all[0].Text != "a view" || all[0].FromName != "Priya Nambiar" || all[0].ToName != "Ada" {
		t.Errorf("passed on: %+v", all)
	}
	if all := must(s.AdviceLeft(ctx, 4))(t); len(all) != 1 || all[0].Text != "of a deleted line" {
		t.Errorf("left: %+v", all)
	}
}
