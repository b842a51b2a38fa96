package config

import "strings"

// perhaps proposes the name that is most like a name that is none, or says otherwise.
func perhaps(name string, names []string, otherwise string) string {
	best, least := "", 3 // so many slips and no more
	for _, n := range names {
		if d := slips(strings.ToLower(name), n); d < least && d < len(n) {
			best, least = n, d
		}
	}
	if best == "" {
		return otherwise
	}
	return "perhaps you mean “" + best + "”"
}

// slips is how many letters stand between two words. Words longer than any name are not looked at.
func slips(a, b string) int {
	const longest = 64
	if len(a) > longest {
		return len(a)
	}
	above := make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			swap := above[j]
			if a[i] != b[j] {
				swap++
			}
			row[j+1] = min(swap, above[j+1]+1, row[j]+1)
		}
		above = row
	}
	return above[len(b)]
}
