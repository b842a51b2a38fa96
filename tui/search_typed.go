package tui

import (
	"context"
	"slices"
	"strings"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/filters"
)

// search reads the line and finds what fits. Where nothing has the words of a filter there is none of,
// or a last word that may become a filter, what has the others is found, if there is any.
func (g *searchPage) search(ctx context.Context, st *store.Store, o store.SearchOptions, today journal.Date, ended bool) error {
	typed := g.read(today, ended)
	var err error
	if g.SearchResult, err = st.Search(ctx, g.q, o); err != nil || len(g.Found) > 0 {
		return err
	}
	if head, last := filters.LastWord(g.typed); !ended && beginsFilter(last) {
		if there, err := g.instead(ctx, st, o, head, today); err != nil || there {
			g.held = there
			return err
		}
	}
	if strange(g.notices) {
		_, err = g.instead(ctx, st, o, typed, today)
	}
	return err
}

// instead finds what has a part of what was typed, without the words of filters there are none of, and
// reports whether there is any.
func (g *searchPage) instead(ctx context.Context, st *store.Store, o store.SearchOptions, typed string, today journal.Date) (bool, error) {
	q, notices := journal.ReadSearchKnown(typed, today)
	found, err := st.Search(ctx, q, o)
	if err != nil || len(found.Found) == 0 {
		return false, err
	}
	g.q, g.notices, g.SearchResult = q, notices, found
	return true, nil
}

// beginsFilter reports whether a word may become a filter once more of it is typed.
func beginsFilter(word string) bool {
	return word != "" && slices.ContainsFunc(journal.SearchFilters(), func(f string) bool { return strings.HasPrefix(f, journal.Fold(word)) })
}

// read reads the line, and answers what of it was read. The last word may still be typed: while it
// cannot be meant as it stands, it is left out without a word.
func (g *searchPage) read(today journal.Date, ended bool) string {
	g.q, g.notices = journal.ReadSearch(g.typed, today)
	head, last := filters.LastWord(g.typed)
	if ended || !strings.Contains(last, ":") {
		return g.typed
	}
	q, before := journal.ReadSearch(head, today)
	if len(before) >= len(g.notices) {
		return g.typed
	}
	if !g.notices[len(g.notices)-1].Left { // else it is left out already, and what of it can be read is not
		g.q = q
	}
	g.notices, g.held = before, true
	return head
}

// strange reports whether a filter is typed that there is none of.
func strange(notices []journal.SearchNotice) bool {
	return slices.ContainsFunc(notices, func(n journal.SearchNotice) bool { return n.Strange })
}
