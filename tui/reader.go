package tui

import (
	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// reader is how a page stands on which one text is read whole.
type reader struct {
	read    bool
	leaving bool // it was deleted from here: the page goes once that is so
	err     error
}

// took takes in how a read went. put lays what was found in place; the text stays at the row it was on.
func (r *reader) took(page Screen, err error, doc *document, put func()) tea.Cmd {
	if err != nil && r.leaving && journal.ErrorCode(err) == journal.CodeNotFound {
		r.leaving = false
		return popPage(page)
	}
	r.read, r.err, r.leaving = true, err, false
	if err == nil {
		at := doc.at
		put()
		doc.at = at
	}
	return nil
}
