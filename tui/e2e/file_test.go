//go:build unix

package e2e

import (
	"database/sql"
	"net/url"
	"slices"
	"strings"

	_ "modernc.org/sqlite"
)

// drafts are the texts in the file that were typed and not kept, the last one first. The file is
// only read, by a connection that is gone again afterwards, as if by somebody looking in from
// outside; where there is none yet, there are no drafts.
func (h *home) drafts() ([]string, error) {
	name := url.URL{Scheme: "file", Path: h.Journal(), RawQuery: "mode=ro&_pragma=busy_timeout(5000)&_pragma=query_only(1)"}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }()
	rows, err := db.QueryContext(h.t.Context(), `SELECT text FROM draft WHERE deleted_at IS NULL ORDER BY updated_at DESC, id DESC`)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// Drafts are the texts waiting in the file.
func (h *home) Drafts() []string {
	h.t.Helper()
	d, err := h.drafts()
	must(h.t, err)
	return d
}

// HoldsDraft looks until a draft in the file has these words in it.
func (h *home) HoldsDraft(words string) {
	h.t.Helper()
	var last []string
	var lastErr error
	if !eventually(func() bool {
		last, lastErr = h.drafts()
		return slices.ContainsFunc(last, func(s string) bool { return strings.Contains(s, words) })
	}) {
		h.t.Fatalf("no draft in the file has %q in it; there are %q (%v)", words, last, lastErr)
	}
}
