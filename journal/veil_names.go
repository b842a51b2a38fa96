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
	stems  map[string]bool // names without the vowel at their end
	other  []string        // names that are no word, such as R2D2

	handles map[string]bool   // both names of somebody as one word
	joined  map[rune][]string // names in a script that joins words, by their first letter: found within other words
}

func newVeilNames() veilNames {
	return veilNames{
		words: map[string]bool{}, begins: map[string]bool{}, ends: map[string]bool{},
		stems: map[string]bool{}, handles: map[string]bool{}, joined: map[rune][]string{},
	}
}

// shortestJoined is how many letters a name needs to be found within other words: in a script without
// spaces two say who is meant, in one that puts "and" in front of a word two are too few.
func shortestJoined(r rune) int {
	const hebrew = 0x590                                                                  // the first of those scripts
	const longVowel, narrowLongVowel, narrowVoiced, narrowHalfVoiced = 'ー', 'ｰ', 'ﾞ', 'ﾟ' // of no script by themselves
	switch {
	case r < hebrew:
		return 0
	case plainJoined(r), r == longVowel, r == narrowLongVowel, r == narrowVoiced, r == narrowHalfVoiced:
		return 2
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
	fields := calledBy(name)
	for i, field := range append(slices.Clone(fields), calledInBrackets(name)...) {
		known, inner := false, i > 0
		for at := 0; at < len(field); {
			r, size := utf8.DecodeRuneInString(field[at:])
			if nameLetter(r) {
				size = wordLen(field[at:])
				known = n.addWord(field[at:at+size], inner) || known
			}
			at += size
		}
		// Somebody 10 is not every ten there is.
		number := len(fields) > 1 && strings.Trim(field, "0123456789") == ""
		odd := strings.IndexFunc(field, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSymbol(r) }) >= 0
		if !known && odd && !number && utf8.RuneCountInString(field) > 1 {
			n.other = append(n.other, field)
		}
	}
	// 李 明 is written 李明 as well.
	if whole := strings.Join(fields, ""); len(fields) > 1 {
		if r, _ := utf8.DecodeRuneInString(whole); shortestJoined(r) == 2 {
			n.addWord(whole, false)
		}
	}
	n.addHandles(fields)
	n.addHandles(strings.Fields(withoutBrackets(name))) // with the particles
}

// addWord adds a word of a name and its parts, and reports whether it can be told from others: one
// letter alone is no name. inner is that it is not the first of the name: then it may be a particle.
func (n *veilNames) addWord(word string, inner bool) bool {
	known := n.addPart(word, inner)
	for i, part := range strings.FieldsFunc(word, joins) {
		known = n.addPart(part, inner || i > 0) || known
	}
	return known
}

func (n *veilNames) addPart(word string, inner bool) bool {
	folded := foldWord(word)
	letters := []rune(folded)
	// Al, Di and Van are names as well, which "de" between two others is not.
	small := strings.ToLower(word) == word || folded == "the" || folded == "of" || folded == "and"
	if len(letters) < 2 || inner && small && particle(folded) {
		return false
	}
	n.words[folded] = true
	n.begin(folded)
	n.addStem(letters)
	for i := 2; i < min(len(letters), longestBegin); i++ {
		n.begins[string(letters[:i])] = true
		n.ends[string(letters[len(letters)-i:])] = true
	}
	n.addJoined(word)
	return true
}

// begin keeps what a word begins with.
func (n *veilNames) begin(folded string) {
	if folded[0] <= 'z' {
		n.firsts[folded[0]] = true
	}
}

// addJoined adds a name of a script that joins words, and what may be one of its two parts: nobody but a
// reader knows where 山田太郎 has them.
func (n *veilNames) addJoined(word string) {
	first, _ := utf8.DecodeRuneInString(word)
	whole := foldJoined(word).text
	for _, name := range []string{whole, withoutHonorific(whole)} {
		if utf8.RuneCountInString(name) >= max(1, shortestJoined(first)) && shortestJoined(first) > 0 {
			n.join(name)
		}
	}
	name := withoutHonorific(whole)
	if strings.ContainsFunc(name, func(r rune) bool { return !plainJoined(r) && !unicode.Is(unicode.Han, r) }) {
		return
	}
	letters := []rune(name)
	for i := 2; i < len(letters); i++ {
		n.joinPart(letters[:i])
		n.joinPart(letters[len(letters)-i:])
	}
}

// joinPart adds what may be a part of a name. Two letters of kana are a part of many a word.
func (n *veilNames) joinPart(letters []rune) {
	kana := !slices.ContainsFunc(letters, func(r rune) bool { return r < 'ぁ' || r > 'ー' })
	if len(letters) >= 3 || len(letters) == 2 && !kana {
		n.join(string(letters))
	}
}

func (n *veilNames) join(name string) {
	first, _ := utf8.DecodeRuneInString(name)
	n.joined[first] = append(n.joined[first], name)
}

// longestBegin is how many letters of a name cut short are known: more than a column for names has.
const longestBegin = 40

// sort puts the longest first, so that a whole name goes before a part of it.
func (n *veilNames) sort() {
	longest := func(list []string) []string {
		slices.SortFunc(list, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
		return slices.Compact(list)
	}
	n.other = longest(n.other)
	for first, list := range n.joined {
		n.joined[first] = longest(list)
	}
}

// word adds what is hidden of one word, text[from:to].
func (n *veilNames) word(out []Hidden, text string, from, to int) []Hidden {
	return n.parts(out, text, from, to, 0)
}

// parts adds what is hidden of a word, or else of its parts: those that are joined, then those that
// something unseen stands between, then those that begin with a capital, as in TeamPriya.
func (n *veilNames) parts(out []Hidden, text string, from, to, by int) []Hidden {
	if from == to {
		return out
	}
	word := text[from:to]
	first, _ := utf8.DecodeRuneInString(word)
	joined := shortestJoined(first)
	if joined == 2 && strings.IndexFunc(word, joins) < 0 { // a whole name is one within, too
		return n.within(out, text, from, to)
	}
	if i := n.instead(text, from, to); i != "" {
		return append(out, Hidden{from, to, i})
	}
	if smallWord(word) {
		return out
	}
	if joined > 0 && strings.IndexFunc(word, joins) < 0 {
		return n.within(out, text, from, to)
	}
	for ; by < 3; by++ {
		if end, _ := firstPart(word, by); end == len(word) {
			continue
		}
		for at := from; at < to; {
			end, gap := firstPart(text[at:to], by)
			out = n.parts(out, text, at, at+end, by+1)
			at += end + gap
		}
		break
	}
	return out
}

// smallWord reports whether a word has no parts, as most have.
func smallWord(word string) bool {
	for i := 1; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return word[0] < utf8.RuneSelf
}

// firstPart is how many bytes the first part of a word has, and how many part it from the next one.
func firstPart(word string, by int) (end, gap int) {
	apart := joins
	switch by {
	case 1:
		apart = unseen
	case 2:
		return capitalWithin(word), 0
	}
	at := strings.IndexFunc(word, apart)
	if at < 0 {
		return len(word), 0
	}
	_, gap = utf8.DecodeRuneInString(word[at:])
	return at, gap
}

// within adds the names inside a word of a script that joins words.
func (n *veilNames) within(out []Hidden, text string, from, to int) []Hidden {
	if len(n.joined) == 0 {
		return out
	}
	word := foldJoined(text[from:to])
	for at := 0; at < len(word.text); {
		r, size := utf8.DecodeRuneInString(word.text[at:])
		for _, name := range n.joined[r] {
			if !strings.HasPrefix(word.text[at:], name) {
				continue
			}
			size = len(name)
			start, end := word.written(at, at+size)
			if last := len(out) - 1; last < 0 || out[last].To <= from+start {
				out = append(out, Hidden{from + start, from + end, initial(name)})
			}
			break
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
		if n.handle(text, from, to, folded) {
			return initial(word)
		}
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
	meant := from > 0 && text[from-1] == '@' // whoever is called so, in whatever letters
	if !meant && strings.ToLower(word) == word && everyday(folded) {
		return ""
	}
	if inDate(folded, text, from, to) {
		return ""
	}
	return initial(word) + tail
}

// grown is what stands for a name with another vowel at its end, or a longer one with one or two letters
// more, as many languages have it; "" for other words. In lower case it may be any word: normal is not Norma.
func (n *veilNames) grown(word, folded string) string {
	const long, most = 5, 2
	if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
		return ""
	}
	letters := []rune(folded)
	if n.declined(letters) {
		return initial(word)
	}
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
		if !nameLetter(r) && !joins(r) && !unseen(r) {
			break
		}
		from -= size
	}
	for at := from; at < len(text); {
		word := text[at:]
		r, size := utf8.DecodeRuneInString(word)
		folded := foldWord(word)
		known := v.names.begins[folded] || v.names.words[folded]
		if known && (!everyday(folded) || strings.ToLower(word) != word) && !inDate(folded, text, at, len(text)) {
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

// particle reports whether a folded part of a name, in lower case between others, says of nobody who is
// meant.
func particle(folded string) bool {
	switch folded {
	case "the", "of", "and", "de", "del", "della", "des", "di", "da", "das", "do", "dos", "du", "la", "le", "las", "los", "les",
		"el", "al", "bin", "bint", "ibn", "van", "von", "der", "den", "dem", "ten", "ter", "te", "zu", "zum", "zur", "af", "av":
		return true
	}
	return false
}

// everyday reports whether a folded name stays where it is in lower case.
func everyday(folded string) bool {
	return commonWord(folded) || particle(folded) || programWord(folded)
}

// programWord reports whether a folded name is a word that the program itself says all the time.
func programWord(folded string) bool {
	const words = " " +
		"about above account action actions advice ago agreement all also answer answers anyone asked asking back before begin " +
		"below between book both change chosen close command commands company confidence confidences conversation conversations " +
		"date day days decided delete deleted discreet done draft each edit editor else end ended energy enter every " +
		"everyone file find first focus for from gave given goal goals got half hard help hidden hour hours idea ideas in initial " +
		"initials insight insights is journal kept language last later learning less letter letters library line lines " +
		"listening match meeting mentee mentor mentors mine minute minutes month months more mouse move name names need new " +
		"newest next none not note notes nothing often oldest once one only open others over part past paused people person " +
		"picture planned prepare private prompt question questions quit received reflect relationship review reviews row rows " +
		"said say says search second seen set sets shift shifts show shows since some somebody space still support tab " +
		"take talk talks terms their theirs then there time timeline today together tomorrow topic topics trash trial " +
		"type typed undo until version wait waiting week weeks what when where which why word words write written year " +
		"years yesterday "
	return strings.Contains(words, " "+folded+" ")
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
