package verbs

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/filters"
	"bothways/tui/safe"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// How much of a thing search prints: about two rows of a terminal, and no more of a long note.
const snippetBytes = 160

func (a *app) searchVerb() *cobra.Command {
	limit, best := store.SearchPage, false
	cmd := &cobra.Command{
		Use: "search WORDS",
		Long: "Finds every word you kept, the newest first: all of the words have to be\n" +
			"there, and the last may be the beginning of one. Case and accents do not\n" +
			"matter. \"In quotes\" words stand side by side. Filters: with:priya, role:mentor,\n" +
			"is:action, before:2026-11, after:2025, focus:hiring.",
		Example:           "bothways search panel list with:priya after:2025",
		ValidArgsFunction: a.completeSearch,
		RunE: func(cmd *cobra.Command, args []string) error {
			typed := strings.Join(args, " ")
			q, notices := journal.ReadSearch(typed, journal.DateOf(a.now()))
			for _, n := range notices {
				if n.Left { // more would be found than was meant
					return misused(cmd, "%s", strings.Replace(n.Text, " was left out: ", " cannot be searched: ", 1))
				}
				a.aside("%s", n.Text)
			}
			switch {
			case limit < 1:
				return misused(cmd, "--limit is how many things are printed, 1 at least.")
			case q.IsZero() && len(notices) == 0 && filters.Begun(typed):
				return misused(cmd, "Nothing stands behind the colon of that filter; it goes on at once, as in is:action or before:2024.")
			case q.IsZero() && len(notices) == 0:
				return misused(cmd, "There is no word in that to be searched; `%s` takes one or more.", cmd.CommandPath())
			}
			return a.listing(cmd.Context(), nil, func(s *store.Store) error {
				return a.search(cmd, s, q, store.SearchOptions{Limit: limit, Best: best, Open: a.discreet.on})
			})
		},
	}
	cmd.Flags().BoolVar(&best, "best", false, "the best match first instead of the newest")
	cmd.Flags().IntVar(&limit, "limit", limit, "at most `N` things")
	a.jsonFlag(cmd)
	a.completeFlags(cmd)
	return cmd
}

func (a *app) search(cmd *cobra.Command, s *store.Store, q journal.Search, o store.SearchOptions) error {
	a.takeIn(cmd.Context(), s)
	found, err := s.Search(cmd.Context(), q, o)
	if err != nil {
		return err
	}
	found = veiled(a.discreet.veil, found)
	for _, n := range found.Notes {
		a.aside("%s", n)
	}
	if found.Due > 0 {
		a.aside("%s not taken in yet, since the journal cannot be written just now; their words are not found.", wording.Counted(found.Due, "thing is", "things are"))
	}
	if found.Capped {
		a.aside("These are the best of the newest %d that have it; --best looks no further back.", found.BestOf)
	}
	if a.json {
		list := jsonArray{w: a.out}
		for _, f := range found.Found {
			if err := list.Add(foundShape(f, q, a.discreet.veil)); err != nil {
				return err
			}
		}
		return a.endList(&list)
	}
	for _, f := range found.Found {
		if err := a.foundRow(f, q); err != nil {
			return err
		}
	}
	switch {
	case len(found.Found) == 0 && len(found.Notes) == 0:
		return a.line("Nothing you kept has that; drafts and earlier versions are not searched.")
	case found.Next != "":
		a.aside("There is more; --limit N prints up to N.")
	}
	return nil
}

// takeIn brings the index up to date, and says so where that takes a while: the first time, or after a
// great deal was written elsewhere. Where it cannot be done now, what is in it is searched.
func (a *app) takeIn(ctx context.Context, s *store.Store) {
	const soon = time.Second
	quick, end := context.WithTimeout(ctx, soon)
	defer end()
	if due, err := s.Indexed(quick); err == nil && due > 0 && !s.ReadOnly() {
		a.aside("Taking in %s first, so that every word can be found…", wording.Counted(due, "thing", "things"))
		_, _ = s.Indexed(ctx) // what is left is counted by the search
	}
}

// foundRow is a thing on one line: when, what it is, with whom, and where the words stand in it.
func (a *app) foundRow(f journal.Found, q journal.Search) error {
	const dayWidth, kindWidth = len("Tue 10 Nov 2026"), len(journal.SearchRelationship)
	person := f.Person
	if person == "" {
		person = "-"
	}
	line, _ := q.Snippet(f.Text(a.discreet.veil), snippetBytes)
	return a.lineOf(widget.Pad(a.dayLong(f.Day), dayWidth)+"  "+widget.Pad(string(f.Kind), kindWidth)+"  "+widget.Pad(safe.Line(person), personWidth)+"  ", safe.Line(line))
}

type foundJSON struct {
	Kind    journal.SearchKind `json:"kind"`
	ID      string             `json:"id"`
	Person  *string            `json:"person"`
	At      *string            `json:"at"`
	Snippet string             `json:"snippet"`
}

func foundShape(f journal.Found, q journal.Search, v journal.Veil) foundJSON {
	line, _ := q.Snippet(f.Text(v), snippetBytes)
	return foundJSON{Kind: f.Kind, ID: f.UID, Person: orNull(f.Person), At: instant(f.At), Snippet: line}
}
