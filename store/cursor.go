package store

import (
	"encoding/base64"
	"strconv"
	"strings"

	"bothways/journal"
)

// cursorOf is the place right after the row that sorts by key and id.
func cursorOf(key string, id int64) Cursor {
	return Cursor(base64.RawURLEncoding.EncodeToString([]byte(strconv.FormatInt(id, 36) + "." + key)))
}

// cursorAt is cursorOf for a key that is an instant in milliseconds.
func cursorAt(key, id int64) Cursor { return cursorOf(strconv.FormatInt(key, 36), id) }

// read takes a cursor apart.
func (c Cursor) read() (key string, id int64, err error) {
	raw, err := base64.RawURLEncoding.DecodeString(string(c))
	if err == nil {
		var head string
		var ok bool
		head, key, ok = strings.Cut(string(raw), ".")
		if id, err = strconv.ParseInt(head, 36, 64); ok && err == nil {
			return key, id, nil
		}
	}
	return "", 0, journal.Errorf(journal.CodeInvalid, "That place in the list cannot be read; start the list again.")
}

// readAt takes a cursor of cursorAt apart.
func (c Cursor) readAt() (key, id int64, err error) {
	s, id, err := c.read()
	if err != nil {
		return 0, 0, err
	}
	if key, err = strconv.ParseInt(s, 36, 64); err != nil {
		return 0, 0, journal.Errorf(journal.CodeInvalid, "That place in the list cannot be read; start the list again.")
	}
	return key, id, nil
}

// limitOr is how many rows a page has.
func limitOr(limit int) int {
	if limit <= 0 {
		return pageSize
	}
	return limit
}

// cut makes a page of rows that were read one beyond the limit, and says where the next begins.
func cut[T any](rows []T, limit int, at func(T) Cursor) ([]T, Cursor) {
	if len(rows) <= limit {
		return rows, ""
	}
	return rows[:limit], at(rows[limit-1])
}
