package store

import (
	"testing"
)

// pages reads a list page by page and checks that no page is longer than asked for.
func pages[T any](t *testing.T, limit int, page func(Cursor) ([]T, Cursor, error)) (all []T) {
	t.Helper()
	var at Cursor
	for range 1000 {
		rows, next := must2(page(at))(t)
		if len(rows) > limit || len(rows) < limit && next != "" {
			t.Fatalf("a page of %d rows, and next is %q", len(rows), next)
		}
		all = append(all, rows...)
		if next == "" {
			return all
		}
		at = next
	}
	t.Fatal("the list does not end")
	return nil
}
