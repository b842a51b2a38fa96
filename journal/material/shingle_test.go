package material

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bothways/journal"
)

// run is how many words in a row are somebody else's words.
const run = 7

// words are the words of a text as they are compared: letters and digits only, without case and
// accents. Hyphens and dashes part words, apostrophes and what cannot be seen do not.
func words(text string) []string {
	var b strings.Builder
	for _, r := range journal.Fold(norm.NFKD.String(text)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Cf, r) || strings.ContainsRune("'’‘ʼ`´", r):
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// shingles are hashes of every run of words in a text.
func shingles(text string) (all []string) {
	w := words(text)
	for i := range max(0, len(w)-run+1) {
		all = append(all, hashOf(w[i:i+run]))
	}
	return all
}

// hashOf is 64 bits: a text of these lists cannot be read back, and no two runs meet by chance.
func hashOf(words []string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, " ")))
	return hex.EncodeToString(sum[:8])
}

// shared are the runs of a text that are in a list.
func shared(text string, list map[string]string) (all []string) {
	w := words(text)
	for i, h := range shingles(text) {
		if from, ok := list[h]; ok {
			all = append(all, from+": "+strings.Join(w[i:i+run], " "))
		}
	}
	return all
}
