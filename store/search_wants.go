package store

import "bothways/journal"

// wants reports whether something that fits is answered: of the days that are asked for, and with
// words to be read. What has none, such as a review that is still to come, is looked for by its kind.
func (m *searchMatcher) wants(f journal.Found) bool {
	wordless := journal.Blank(f.Words) && journal.Blank(f.Private)
	return m.fitsDay(f.Day) && (!wordless || len(m.q.Kinds) > 0) && (!m.open || m.q.FoundOpenly(f))
}
