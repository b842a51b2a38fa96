package demo

import (
	"slices"
	"strconv"
	"strings"

	"bothways/journal"
)

// parseCheckIn reads "energy +1; trust 4; split 5 3 2; needs confidence, skills; ...".
func parseCheckIn(at place, text string) (c journal.CheckIn, err error) {
	for part := range strings.SplitSeq(text, "; ") {
		key, value, _ := strings.Cut(part, " ")
		switch key {
		case "energy":
			var energy int
			energy, err = parseNumber(at, key, value)
			c.Energy = &energy
		case "trust":
			c.Trust, err = parseNumber(at, key, value)
		case "split":
			c.Split, err = parseSplit(at, value)
		case "needs":
			c.Needs = inOrder(value, journal.Needs())
		case "interventions":
			c.Interventions = inOrder(value, journal.Interventions())
		case "moves":
			c.Moves = inOrder(value, journal.Moves())
		case "relations":
			c.Relations = inOrder(value, journal.Relations())
		default:
			err = at.errorf("%q is not a part of a check-in.", key)
		}
		if err != nil {
			return c, err
		}
	}
	if err := c.Validate(); err != nil {
		return c, at.errorf("%s", journal.ErrorMessage(err))
	}
	return c, nil
}

func parseNumber(at place, of, text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, at.errorf("%q is not a number of %s.", text, of)
	}
	return n, nil
}

// parseSplit reads "5 3 2": listening, asking, advising.
func parseSplit(at place, text string) (journal.Split, error) {
	var numbers [3]int
	words := strings.Fields(text)
	if len(words) != len(numbers) {
		return journal.Split{}, at.errorf("a split has three numbers.")
	}
	for i, word := range words {
		var err error
		if numbers[i], err = parseNumber(at, "split", word); err != nil {
			return journal.Split{}, err
		}
	}
	return journal.Split{Listening: numbers[0], Asking: numbers[1], Advising: numbers[2]}, nil
}

// inOrder are words between commas in the order they are offered in, whatever order they stand in.
func inOrder(text string, offered []string) []string {
	words := strings.Split(text, ", ")
	slices.SortStableFunc(words, func(a, b string) int { return slices.Index(offered, a) - slices.Index(offered, b) })
	return words
}
