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
	look    journal.Search // what somebody looked for on the way here, to be lit
	line    string         // the words of the line somebody came for, "" for none
	found   bool           // the page was opened from what was found
}

// way is what tells a page that was opened from a search apart from the same one below the search:
// one step back leads to what was found.
func (r *reader) way() string { return foundWay(r.found) }

func foundWay(found bool) string {
	if found {
		return ":found"
	}
	return ""
}

// took takes in how a read went. put lays what was found in place; the text stays at the row it was on.
func (r *reader) took(page Screen, err error, doc *document, put func()) tea.Cmd {
	if err != nil && r.leaving && journal.ErrorCode(err) == journal.CodeNotFound {
		r.leaving = false
		return popPage(page)
	}
	begin := !r.read
	r.read, r.err, r.leaving = true, err, false
	defer func() {
		if begin {
			doc.bestHit()
			doc.hit.line = r.line
		}
	}()
	if err == nil {
		at, hit := doc.at, doc.hit
		put()
		doc.at, doc.hit, doc.look = at, hit, r.look
	}
	return nil
}
