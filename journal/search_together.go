package journal

// Together is how close to each other the parts of a search stand in a text; more is closer.
type Together int

const (
	Apart  Together = iota // far from each other, or not all of them are there
	Near                   // with no more than nearTerms other words between
	Beside                 // side by side, in the order they were typed in
)

// nearTerms is how many words may stand between the first and the last of parts that are near.
const nearTerms = 12

// Together is how close to each other the parts of s stand where they are closest in a text.
func (s Search) Together(text string) Together {
	if len(s.Parts) == 0 {
		return Apart
	}
	beside := SearchPart{Prefix: s.Parts[len(s.Parts)-1].Prefix}
	for _, p := range s.Parts {
		beside.Terms = append(beside.Terms, p.Terms...)
	}
	found := Apart
	last := make([]int, len(s.Parts)) // where each part began when it was last met, from 1 on
	const wordBytes = 5               // and the space after it, or a little less
	terms := make([]Term, 0, len(text)/wordBytes)
	for t := range Terms(text) {
		terms = append(terms, t)
		if n := len(terms) - len(beside.Terms); n >= 0 && beside.fits(terms[n:]) {
			return Beside
		}
		met := false
		for i, p := range s.Parts {
			if n := len(terms) - len(p.Terms); n >= 0 && p.fits(terms[n:]) {
				last[i], met = n+1, true
			}
		}
		if met && found == Apart && s.near(last) {
			found = Near
		}
	}
	return found
}

// near reports whether parts that begin at some words are near each other; at 0 one was not met.
func (s Search) near(begin []int) bool {
	first, last := begin[0]+len(s.Parts[0].Terms), begin[0] // the end of the first part, the beginning of the last
	for i, at := range begin {
		if at == 0 {
			return false
		}
		first, last = min(first, at+len(s.Parts[i].Terms)), max(last, at)
	}
	return last-first <= nearTerms
}
