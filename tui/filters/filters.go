// Package filters proposes how a filter of a search may go on, on the screen and in a shell.
package filters

import (
	"context"
	"strings"

	"bothways/journal"
	"bothways/store"
)

// Most is how many completions are proposed: as many as there are months.
const Most = 12

// LastWord is what is typed at the end of a line, after the last space that is not in quotes.
func LastWord(typed string) (head, word string) {
	from, quoted := 0, false
	for i, r := range typed {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ' ' && !quoted:
			from = i + 1
		}
	}
	return typed[:from], typed[from:]
}

// Offers are what the last word of what was typed may become, Most at most: filters with their colon, and
// whole filters.
func Offers(ctx context.Context, st *store.Store, typed string, today journal.Date) ([]string, error) {
	const longest = 60 // bytes: what is longer begins no filter
	_, word := LastWord(typed)
	if word == "" || len(word) > longest {
		return nil, nil
	}
	name, part, isFilter := strings.Cut(word, ":")
	name, part = journal.Fold(name), strings.ReplaceAll(part, `"`, "")
	if !isFilter {
		return offersOf("", ":", name, journal.SearchFilters()), nil
	}
	switch name {
	case "with":
		names, err := st.MatchNames(ctx, part, Most)
		var all []string
		for _, n := range names {
			all = append(all, n.Name)
		}
		return offersOf("with:", "", "", all), err
	case "focus":
		all, err := st.SearchFocuses(ctx)
		return offersOf("focus:", "", part, all), err
	case "role":
		return offersOf("role:", "", part, []string{string(journal.RoleMentor), string(journal.RoleMentee), string(journal.RoleMutual)}), nil
	case "is":
		var all []string
		for _, k := range journal.SearchKinds() {
			all = append(all, string(k))
		}
		return offersOf("is:", "", part, all), nil
	case "before", "after":
		oldest, newest, err := st.SearchSpan(ctx)
		if newest.After(today) { // what is planned finds nothing yet
			newest = today
		}
		return offersOf(name+":", "", part, Spans(name == "after", part, oldest, newest)), err
	}
	return nil, nil
}

// offersOf are those of all that begin with a part, with what stands before and behind them. What has
// a space in it stands in quotes.
func offersOf(before, behind, part string, all []string) []string {
	part = journal.Fold(part)
	var out []string
	for _, one := range all {
		if !strings.HasPrefix(journal.Fold(one), part) || journal.Fold(one) == part && behind == "" {
			continue
		}
		if strings.ContainsAny(one, " \t") {
			one = `"` + strings.ReplaceAll(one, `"`, "") + `"`
		}
		out = append(out, before+one+behind)
		if len(out) == Most {
			break
		}
	}
	return out
}
