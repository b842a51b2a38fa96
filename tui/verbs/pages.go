package verbs

import (
	"bothways/store"
)

// pageSize is how many rows of a list are read at a time.
const pageSize = 100

// pages reads a list to its end, page by page, and hands each row to each.
func pages[T any](read func(after store.Cursor) ([]T, store.Cursor, error), each func(T) error) error {
	var after store.Cursor
	for {
		rows, next, err := read(after)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := each(row); err != nil {
				return err
			}
		}
		if next == "" {
			return nil
		}
		after = next
	}
}
