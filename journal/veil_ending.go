package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// addStem adds what stays of a folded name of four letters and more where it takes another ending: Ольг
// of Ольга, which is Ольгу and Ольге as well.
func (n *veilNames) addStem(letters []rune) {
	const shortest = 3
	end := len(letters) - 1
	if end > shortest && letters[end] == 'σ' {
		end--
	}
	if end >= shortest && nameVowel(letters[end]) {
		n.stems[string(letters[:end])] = true
	}
}

// declined reports whether a folded word, which begins with a capital, is a name with another ending.
func (n *veilNames) declined(letters []rune) bool {
	last := len(letters) - 1
	if last < 3 || !nameVowel(letters[last]) || alsoMonth(string(letters)) || monthOf(string(letters)) > 0 || vowelWord(string(letters)) {
		return false
	}
	if n.stems[string(letters[:last])] {
		return true
	}
	switch string(letters[last-1:]) {
	case "ie", "ou", "ои", "еи", "ою", "ею", "ου":
		return n.stems[string(letters[:last-1])]
	}
	return false
}

// nameVowel reports whether a folded letter is one that endings of names begin with.
func nameVowel(r rune) bool {
	return strings.ContainsRune("aeiouyаеиоуыэюяієьαεηιουω", r)
}

// vowelWord reports whether a folded word, at the beginning of a sentence, is an everyday one rather
// than a name with another ending: They is not of Theo.
func vowelWord(folded string) bool {
	const words = " " +
		"able above active agree alive alone already also among anyone apple area argue arrive auto aware away baby base " +
		"because become before bike bite body busy cake came care carry case cause change choose city close code coffee " +
		"come copy core country course create cure cute daily dare data date decide demo deny diary dine done drama duty " +
		"ease easy edge eighty else empty enjoy entire evening every everyone extra face fade fame fare fate few file fine " +
		"fire five fly free future game gate gave give glue gone guide happy hate have heavy hello here hero hide hire " +
		"hole holy home huge idea image into issue joke july jury kite lady large late lately lazy leave life like line " +
		"live logo lone lonely lose made maybe make male many mate maybe memo menu mile mine mode mole money more move " +
		"movie name nine ninety none nose note once only onto page pale party pasta people phone photo pile pine pity " +
		"pizza place plane plate please poke pole pony pure quite radio rare rate ready really rely ride rise role rude " +
		"rule safe sale same sane save scale scene score sense serve shape share shore shy side simple since site size " +
		"smile soda sofa some someone sore sorry space spare stage stare state stay store story study sure table take " +
		"tale tape taste tasty taxi thee there these they those three tide tidy time tiny tire today toe tone tune twice " +
		"type ugly untie vary very video vote wake wave were where while white whole wide wine wipe wire worry write yoga " +
		"zero " +
		"alle aber bitte danke deine diese eine ende ihre jede keine lange liebe meine ohne seine solche unsere viele " +
		"elle cette notre votre autre comme meme anche come dove molto sono todo esta este esto como pero gdzie moze " +
		"тебе меня мне надо если после тоже себя тоже поле воля доля море "
	return strings.Contains(words, " "+folded+" ")
}

// addHandles adds what somebody calls themselves where no spaces are: both names as one.
func (n *veilNames) addHandles(fields []string) {
	const shortest = 5
	var words []string
	for _, field := range fields {
		letters := strings.Map(func(r rune) rune {
			if nameLetter(r) {
				return r
			}
			return -1
		}, field)
		if r, _ := utf8.DecodeRuneInString(letters); letters != "" && shortestJoined(r) == 0 {
			word := foldWord(letters)
			words = append(words, word)
			if strings.IndexFunc(field, joins) > 0 && utf8.RuneCountInString(word) >= shortest { // OBrien
				n.words[word] = true
				n.begin(word)
			}
		}
	}
	if len(words) < 2 {
		return
	}
	first, last := words[0], words[len(words)-1]
	for _, handle := range []string{strings.Join(words, ""), first + last, last + first} {
		if utf8.RuneCountInString(handle) >= shortest {
			n.handles[handle] = true
			n.begin(handle)
		}
	}
}

// handle reports whether a word, text[from:to], is both names of somebody as one. A short one may be
// any other word, unless it is marked or has a capital within.
func (n *veilNames) handle(text string, from, to int, folded string) bool {
	const long = 8
	if !n.handles[folded] {
		return false
	}
	mark, _ := utf8.DecodeLastRuneInString(text[:from])
	return utf8.RuneCountInString(folded) >= long || strings.ContainsRune("@#＠＃", mark) || capitalWithin(text[from:to]) < to-from
}

// capitalWithin is where in a word a capital follows on a small letter, its length for nowhere.
func capitalWithin(word string) int {
	small := false
	for at, r := range word {
		if small && unicode.IsUpper(r) {
			return at
		}
		small = unicode.IsLower(r) || small && unicode.IsMark(r)
	}
	return len(word)
}
