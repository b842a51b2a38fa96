package journal

import (
	"strings"
	"unicode"
)

// calledBy are the words of a name its person is called by: without titles, and without what only
// describes who is meant, as in "Ada from work" and "Ada (work)". Where nothing else is, they are all.
func calledBy(name string) []string {
	all := strings.Fields(name)
	fields := strings.Fields(withoutBrackets(name))
	small := strings.ToLower(name) == name
	var kept []string
	for i, field := range fields {
		folded := foldWord(strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }))
		if title(folded, strings.HasSuffix(field, ".")) || describes(folded) {
			continue
		}
		lower := strings.ToLower(field) == field && strings.ToUpper(field) != field
		// Somebody in a hurry writes Priya natarajan.
		hurried := i == 0 || i == 1 && len(fields) == 2
		if lower && !small && (!hurried || commonWord(folded) || particle(folded)) {
			continue
		}
		kept = append(kept, field)
	}
	if !strings.ContainsFunc(strings.Join(kept, ""), nameLetter) {
		return all
	}
	return kept
}

// withoutBrackets is a name without what stands in brackets at its end. What is in the middle is what
// somebody is called: Elizabeth (Liz) Hall.
func withoutBrackets(name string) string {
	for {
		name = strings.TrimSpace(name)
		at := strings.LastIndexAny(name, "([（［【{")
		if at < 0 {
			return name
		}
		if end := strings.IndexAny(name[at:], ")]）］】}"); end >= 0 && !Blank(strings.TrimLeft(name[at+end:], ")]）］】}")) {
			return name
		}
		name = name[:at]
	}
}

// calledInBrackets is what somebody is called by that stands in brackets at the end of a name: Robert
// Hall (Bobby), Ann (born Reed). What only describes who is meant is in small letters, one of many such
// words, several words, or stands behind a single name: Jo (Finance).
func calledInBrackets(name string) []string {
	name = strings.TrimSpace(name)
	before := withoutBrackets(name)
	if before == "" {
		return nil
	}
	several := len(strings.Fields(before)) > 1
	var called []string
	for part := range strings.FieldsFuncSeq(name[len(before):], func(r rune) bool { return strings.ContainsRune("()[]（）,;/", r) }) {
		if word := calledInPart(part, several); word != "" {
			called = append(called, word)
		}
	}
	return called
}

// calledInPart is the one word in a part of what stands in brackets by which somebody is called, "" for
// none. Where bare is false it has to be said that it is one, by a word before it or by quotes.
func calledInPart(part string, bare bool) (called string) {
	bare = bare || strings.ContainsAny(part, "\"“”„«»")
	for field := range strings.FieldsFuncSeq(part, func(r rune) bool { return !nameLetter(r) && !joins(r) }) {
		switch folded := foldWord(field); {
		case calls(folded):
			bare = true
		case title(folded, false):
		case describes(folded), programWord(folded), weekday(folded):
			return ""
		default:
			letters := []rune(field)
			if called != "" || len(letters) < 2 || !unicode.IsUpper(letters[0]) || strings.ToUpper(field) == field {
				return ""
			}
			called = field
		}
	}
	if !bare {
		return ""
	}
	return called
}

// calls reports whether a folded word stands before what somebody is called as well, or was.
func calls(folded string) bool {
	switch folded {
	case "aka", "called", "born", "nee", "formerly", "genannt", "geb", "geborene", "dit", "dite":
		return true
	}
	return false
}

// title reports whether a folded word of a name is how one addresses many people. Some are names
// themselves, unless a full stop shows that they are cut short.
func title(folded string, short bool) bool {
	switch folded {
	case "dr", "prof", "professor", "professorin", "mr", "mrs", "ms", "miss", "mx", "sir", "madam", "rev", "jr", "sr", "phd", "mba", "msc", "bsc",
		"herr", "herrn", "frau", "fraulein", "monsieur", "madame", "mme", "mlle", "senor", "senora", "senorita", "sra", "srta",
		"signor", "signora", "dott", "dottssa", "doktor", "mevrouw", "meneer", "pani", "господин", "госпожа", "κυριοσ", "κυρια":
		return true
	case "m", "fr", "hr", "st", "hon", "ing", "mag", "sig", "dipl", "lic", "capt", "lt", "col", "gen", "sgt":
		return short
	}
	return false
}

// describes reports whether a folded word of a name says what somebody is to the writer.
func describes(folded string) bool {
	switch folded {
	case "team", "group", "work", "school", "college", "university", "office", "club", "company", "project", "class", "course",
		"boss", "manager", "mentor", "mentee", "teacher", "student", "pupil", "intern", "colleague", "coworker", "neighbour", "neighbor",
		"family", "friend", "friends", "sister", "brother", "mother", "father", "mum", "mom", "mama", "papa", "dad", "aunt", "auntie", "uncle",
		"cousin", "niece", "nephew", "wife", "husband", "girlfriend", "boyfriend", "daughter", "kollege", "kollegin", "nachbar", "nachbarin", "chef", "chefin":
		return true
	}
	return false
}

// withoutHonorific is a name in a script that joins words without what is put behind it to be polite.
func withoutHonorific(name string) string {
	for _, polite := range []string{"선생님", "さん", "ちゃん", "くん", "さま", "先生", "老师", "老師", "教授", "同学", "经理", "様", "님", "씨"} {
		if cut, ok := strings.CutSuffix(name, polite); ok {
			return cut
		}
	}
	return name
}
