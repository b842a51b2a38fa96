package tui

import (
	"context"
	"fmt"
	"strings"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/filters"
	"bothways/tui/wording"
)

// searchExamples are searches that find something in this journal.
func searchExamples(ctx context.Context, st *store.Store, today journal.Date) ([]string, error) {
	const tried = 3 // years
	var out []string
	find := func(typed string) ([]journal.Found, error) {
		q, _ := journal.ReadSearch(typed, today)
		found, err := st.Search(ctx, q, store.SearchOptions{Limit: 1})
		return found.Found, err
	}
	last, err := find("is:session before:" + today.AddDays(1).String())
	if err != nil {
		return nil, err
	}
	for _, f := range last {
		if word := exampleWord(f); word != "" {
			out = append(out, strings.ToLower(word)+" with:"+strings.ToLower(wording.FirstName(f.Person)))
		}
	}
	oldest, newest, err := st.SearchSpan(ctx)
	if err != nil {
		return nil, err
	}
	if newest.After(today) {
		newest = today
	}
	all := filters.Spans(true, "", oldest, newest)
	for _, span := range all[:min(len(all), tried)] {
		for _, kind := range []journal.SearchKind{journal.SearchShift, journal.SearchAction, journal.SearchSession} {
			typed := fmt.Sprintf("is:%s after:%s", kind, span)
			if found, err := find(typed); err != nil || len(found) > 0 {
				return append(out, typed), err
			}
		}
	}
	return out, nil
}

// exampleWord is a word of a note that may stand in an example, "" where it has none: the longest of
// plain letters, of what was not told in confidence.
func exampleWord(f journal.Found) string {
	const looked, least, most = 400, 5, 12
	if !plainWord(wording.FirstName(f.Person)) {
		return ""
	}
	best := ""
	for word := range strings.FieldsSeq(journal.SharedWords(f.Words, looked)) {
		word = strings.Trim(word, ".,;:!?")
		if len(word) >= least && len(word) <= most && len(word) > len(best) && plainWord(word) {
			best = word
		}
	}
	return best
}

// plainWord reports whether a word is letters that can be typed anywhere.
func plainWord(word string) bool {
	return word != "" && !strings.ContainsFunc(word, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })
}
