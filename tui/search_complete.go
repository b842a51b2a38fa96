package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// propose is what the last word of the line may become. tab takes the first, and again the next.
type propose struct {
	taken []string // what was proposed when tab was pressed first
	at    int      // which of them stands in the line
	head  string   // what is before it
}

func (c *propose) reset() { *c = propose{} }

// searchOffered is how many completions are proposed.
const searchOffered = 6

// proposals are what is proposed for the line as it stands.
func (p *SearchScreen) proposals() []string {
	switch {
	case len(p.taken) == 1:
		return nil // it stands in the line
	case p.taken != nil:
		return p.taken
	}
	if p.typed != p.in.Value() {
		return nil
	}
	return p.offers
}

// complete puts the first proposal in the place of the last word, or the next one.
func (p *SearchScreen) complete() tea.Cmd {
	all := p.proposals()
	if len(all) == 0 {
		return nil
	}
	if p.taken == nil {
		head, _ := lastWord(p.in.Value())
		p.propose = propose{taken: all, head: head}
	} else {
		p.at = (p.at + 1) % len(all)
	}
	p.in.SetValue(p.head + all[p.at])
	if strings.HasSuffix(all[p.at], ":") { // what goes behind it is proposed at once
		p.propose.reset()
	}
	return p.again()
}

// lastWord is what is typed at the end of a line, after the last space that is not in quotes.
func lastWord(typed string) (head, word string) {
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

// searchOffers are what the last word of what was typed may become.
func searchOffers(ctx context.Context, st *store.Store, typed string, today journal.Date) ([]string, error) {
	const longest = 60 // bytes: what is longer begins no filter
	_, word := lastWord(typed)
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
		names, err := st.MatchNames(ctx, part, searchOffered)
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
		return offersOf(name+":", "", part, spans(part, oldest, newest)), err
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
		if len(out) == searchOffered {
			break
		}
	}
	return out
}

// spans are the years there are words from, and the months of a year that is typed, the newest first.
func spans(part string, oldest, newest journal.Date) []string {
	if oldest.IsZero() {
		return nil
	}
	var out []string
	if year, _, months := strings.Cut(part, "-"); months {
		for m := 12; m >= 1; m-- {
			out = append(out, fmt.Sprintf("%s-%02d", year, m))
		}
		if strings.HasSuffix(part, "-") {
			slices.Reverse(out)
		}
		return out
	}
	for y := newest.Year; y >= oldest.Year; y-- {
		out = append(out, fmt.Sprintf("%04d", y))
	}
	return out
}
