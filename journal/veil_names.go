package journal

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// veilNames are the words people are called by.
type veilNames struct {
	words  map[string]bool // folded
	firsts ['z' + 1]bool   // the ASCII letters those begin with
	begins map[string]bool // the folded beginnings of those, of two letters and more
	ends   map[string]bool // and their ends
	joined []string        // names in a script that joins words, as written: found within other words
	other  []string        // names that are no word, such as R2D2
}

// shortestJoined is how many letters a name needs to be found within other words: in a script without
// spaces two say who is meant, in one that puts "and" in front of a word two are too few.
func shortestJoined(r rune) int {
	const hebrew = 0x590 // the first of those scripts
	if r < hebrew {
		return 0
	}
	if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
		return 2
	}
	if unicode.In(r, unicode.Arabic, unicode.Hebrew) {
		return 3
	}
	return 0
}

func (n *veilNames) add(name string) {
	for _, field := range strings.Fields(name) {
		known := false
		for at := 0; at < len(field); {
			r, size := utf8.DecodeRuneInString(field[at:])
			if nameLetter(r) {
				size = wordLen(field[at:])
				known = n.addWord(field[at:at+size]) || known
			}
			at += size
		}
		odd := strings.IndexFunc(field, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSymbol(r) }) >= 0
		if !known && odd && utf8.RuneCountInString(field) > 1 {
			n.other = append(n.other, field)
		}
	}
	// 李 明 is written 李明 as well.
	if whole := strings.Join(strings.Fields(name), ""); whole != strings.TrimSpace(name) {
		if r, _ := utf8.DecodeRuneInString(whole); shortestJoined(r) == 2 {
			n.addWord(whole)
		}
	}
}

// addWord adds a word of a name and its parts, and reports whether it can be told from others: one
// letter alone is no name.
func (n *veilNames) addWord(word string) bool {
	known := n.addPart(word)
	for _, part := range strings.FieldsFunc(word, joins) {
		known = n.addPart(part) || known
	}
	return known
}

func (n *veilNames) addPart(word string) bool {
	folded := foldWord(word)
	letters := []rune(folded)
	if len(letters) < 2 || particle(folded) {
		return false
	}
	n.words[folded] = true
	if letters[0] <= 'z' {
		n.firsts[letters[0]] = true
	}
	for i := 2; i < min(len(letters), longestBegin); i++ {
		n.begins[string(letters[:i])] = true
		n.ends[string(letters[len(letters)-i:])] = true
	}
	if r, _ := utf8.DecodeRuneInString(word); shortestJoined(r) > 0 && utf8.RuneCountInString(word) >= shortestJoined(r) {
		n.joined = append(n.joined, word)
	}
	return true
}

// longestBegin is how many letters of a name cut short are known: more than a column for names has.
const longestBegin = 40

// sort puts the longest first, so that a whole name goes before a part of it.
func (n *veilNames) sort() {
	for _, list := range []*[]string{&n.joined, &n.other} {
		slices.SortFunc(*list, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
		*list = slices.Compact(*list)
	}
}

// word adds what is hidden of one word, text[from:to].
func (n *veilNames) word(out []Hidden, text string, from, to int) []Hidden {
	word := text[from:to]
	if i := n.instead(text, from, to); i != "" {
		return append(out, Hidden{from, to, i})
	}
	if r, _ := utf8.DecodeRuneInString(word); len(n.joined) > 0 && shortestJoined(r) > 0 {
		return n.within(out, text, from, to)
	}
	if strings.IndexFunc(word, joins) < 0 {
		return out
	}
	for at := from; at < to; {
		end := strings.IndexFunc(text[at:to], joins)
		if end < 0 {
			end = to - at
		}
		if i := n.instead(text, at, at+end); i != "" {
			out = append(out, Hidden{at, at + end, i})
		} else if r, _ := utf8.DecodeRuneInString(text[at:to]); len(n.joined) > 0 && shortestJoined(r) > 0 {
			out = n.within(out, text, at, at+end)
		}
		at += end
		if at < to {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
	}
	return out
}

// within adds the names inside a word of a script that joins words.
func (n *veilNames) within(out []Hidden, text string, from, to int) []Hidden {
	for at := from; at < to; {
		size := 0
		for _, name := range n.joined {
			if strings.HasPrefix(text[at:to], name) {
				size = len(name)
				out = append(out, Hidden{at, at + size, initial(name)})
				break
			}
		}
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[at:])
		}
		at += size
	}
	return out
}

// instead is what stands for a word, text[from:to], that is a name; "" where it is none.
func (n *veilNames) instead(text string, from, to int) string {
	word := text[from:to]
	// Most words are no names, and this is asked of every word that is drawn. The letter must not have
	// a mark of its own, which makes no difference to how it is compared.
	if c := word[0] | 0x20; word[0] < utf8.RuneSelf && c <= 'z' && !n.firsts[c] {
		return ""
	}
	folded := foldWord(word)
	tail := ""
	if !n.words[folded] {
		// Priyas, as German and others have it, and Priya's where the apostrophe joins them.
		whole := folded
		var ok bool
		if folded, ok = strings.CutSuffix(folded, "s"); !ok {
			return n.grown(word, whole)
		}
		tail = "s"
		cut, ok := strings.CutSuffix(folded, "'")
		if ok {
			folded, tail = cut, word[strings.LastIndexFunc(word, joins):]
		}
		if !n.words[folded] || !ok && utf8.RuneCountInString(folded) < 3 {
			return n.grown(word, whole)
		}
	}
	if strings.ToLower(word) == word && commonWord(folded) {
		return ""
	}
	if alsoMonth(folded) && besideNumber(text, from, to) {
		return ""
	}
	return initial(word) + tail
}

// grown is what stands for a longer name with an ending of one or two letters, as many languages have
// it; "" for other words. In lower case it may be any word: normal is not Norma.
func (n *veilNames) grown(word, folded string) string {
	const long, most = 5, 2
	if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
		return ""
	}
	letters := []rune(folded)
	for i := max(long, len(letters)-most); i < len(letters); i++ {
		if name := string(letters[:i]); n.words[name] && !commonWord(name) {
			return initial(word)
		}
	}
	return ""
}

// odd adds names that are no words, where nothing else is hidden.
func (n *veilNames) odd(out []Hidden, text string) []Hidden {
	for _, name := range n.other {
		for from := 0; ; {
			at := strings.Index(text[from:], name)
			if at < 0 {
				break
			}
			at += from
			from = at + len(name)
			if !slices.ContainsFunc(out, func(h Hidden) bool { return h.From < from && at < h.To }) {
				out = append(out, Hidden{at, from, veilOdd(name)})
			}
		}
	}
	slices.SortFunc(out, func(a, b Hidden) int { return a.From - b.From })
	return out
}

func veilOdd(name string) string {
	if i := initial(name); i != "" {
		return i
	}
	return "·"
}

// CutEnd is where, in a text whose end was cut off, the beginning of a name of two letters and more
// stands at that end; -1 for nowhere.
func (v Veil) CutEnd(text string) int {
	if !v.on {
		return -1
	}
	from := len(text)
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if !nameLetter(r) && !joins(r) {
			break
		}
		from -= size
	}
	for at := from; at < len(text); {
		word := text[at:]
		r, size := utf8.DecodeRuneInString(word)
		folded := foldWord(word)
		known := v.names.begins[folded] || v.names.words[folded]
		if known && (!commonWord(folded) || strings.ToLower(word) != word) {
			return at
		}
		next := strings.IndexFunc(word, joins) // the last part of two that are joined
		if next >= 0 {
			_, wide := utf8.DecodeRuneInString(word[next:])
			next += wide
		}
		if shortestJoined(r) > 0 {
			next = size
		}
		if next < 0 {
			break
		}
		at += next
	}
	return -1
}

// CutStart is how many bytes at the start of a text whose beginning was cut off are the end of a name of
// two letters and more; 0 for none.
func (v Veil) CutStart(text string) int {
	r, _ := utf8.DecodeRuneInString(text)
	if !v.on || !nameLetter(r) {
		return 0
	}
	word := text[:wordLen(text)]
	if v.names.ends[foldWord(word)] || v.names.words[foldWord(word)] {
		return len(word)
	}
	most := 0
	if shortestJoined(r) > 0 {
		for at := range word {
			if at > most && v.names.ends[foldWord(word[:at])] {
				most = at
			}
		}
	}
	return most
}

func foldWord(word string) string {
	folded := Fold(word)
	if strings.IndexFunc(folded, func(r rune) bool { return r == '’' || r == '‐' || r == '‑' }) < 0 {
		return folded
	}
	return strings.Map(func(r rune) rune {
		if r == '’' {
			return '\''
		}
		if r == '‐' || r == '‑' {
			return '-'
		}
		return r
	}, folded)
}

// particle reports whether a folded part of a name says of nobody who is meant.
func particle(folded string) bool {
	switch folded {
	case "the", "of", "and", "de", "del", "della", "des", "di", "da", "das", "do", "dos", "du", "la", "le", "las", "los", "les",
		"el", "al", "bin", "bint", "ibn", "van", "von", "der", "den", "dem", "ten", "ter", "te", "zu", "zum", "zur", "af", "av":
		return true
	}
	return false
}

// alsoMonth reports whether a folded name is one of a month, too.
func alsoMonth(folded string) bool {
	switch folded {
	case "jan", "april", "may", "june", "august", "jun", "jul", "augustus", "juli", "avril", "mai", "abril", "mayo", "junio", "julio":
		return true
	}
	return false
}

// besideNumber reports whether a word stands beside a number, as the month of a date does.
func besideNumber(text string, from, to int) bool {
	before := strings.TrimRight(text[:from], " .")
	after := strings.TrimLeft(text[to:], " .")
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	return len(before) > 0 && from-len(before) < 3 && digit(before[len(before)-1]) ||
		len(after) > 0 && len(text)-to-len(after) < 3 && digit(after[0])
}

// commonWord reports whether a folded name is an everyday word of English or a particle of names, too:
// in lower case it stays, since whole sentences would go with it.
func commonWord(folded string) bool {
	const words = " " +
		"able ah al am amber an angel april art as at august autumn baker ball bank banks barber baron bay be bean bell " +
		"best better bill bin bird bishop black blaze blue bond booth brand brook brooks brown buck burns bush by " +
		"carter case chambers chance chase cherry chip chuck church cliff close con constance cook cotton crane cross " +
		"cruise crystal da dad darling das dash daughter dawn day de del den der des di do don dos drake drew driver du " +
		"duke earl early east echo eh ein eine el et eve even ever faith fern ferry field fields finch fish fisher " +
		"flower flowers foot ford forest fox frank frost fuller gardener gates gay glen gli go gold golden good grace " +
		"grant gray green grey guy ha ham hand hands hang hardy harmony hart haven hawk hay he head heath her hey hi " +
		"hill hills him his ho holiday honey hood hook hope house hu hung hunt hunter if il in iris is ist it its jack " +
		"jade jay jet jewel joy judge june justice keen key keys king knight la lake lamb lance land lane lark las law " +
		"lay le leaf les liberty like ling little lo long lord los love low lucky ma magic major mark marsh mason max " +
		"may mayor me mead melody mercy merry miles miller mills misty mit mona moon moss mum my nash ne neat nice " +
		"night no noble north nova ocean oder of oh olive on opal or ou our pa page para park parks pat patience peace " +
		"pearl peg penny pepper pilot piper plum pool poole pope poppy por porter post potter precious price pride " +
		"primrose prince prudence queen rain ray read real reed reef rice rich ridge river rob robin rock rocky rose " +
		"royal rush sage saint salt san sandy sang savage scarlet sea see self serene sharp she shepherd short silver " +
		"sin sing singer skinner sky small smart snap snow so solo son song sonny sons south speed spring star stark " +
		"steel sterling stern stone storm stormy street strong su sue summer summers sun sunny sweet swift ta tad tang " +
		"te temple ten than that the thing things this thyme ti tiger to trace trinity trip true trust tulip turner um " +
		"un una und une unity uno up us vale van victory vine von wade walker wall walls wang ward waters way we weaver " +
		"wells west white who wild will win wine wing wins winter wise wit wolf wood woods world worth ya yard ye yes " +
		"yo you young yu zu "
	return strings.Contains(words, " "+folded+" ")
}
