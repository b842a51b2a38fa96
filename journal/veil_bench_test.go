package journal_test

import (
	"strings"
	"testing"

	"bothways/journal"
)

// BenchmarkVeil hides in a screenful of words, and in one line as long as a note can be.
func BenchmarkVeil(b *testing.B) {
	v := journal.NewVeil([]string{"Priya Natarajan", "Tom Berg", "李明", "Will Ford", "R2D2"})
	const words = "We talked with Priya about what Will said to Tom on 12 May; 和李明谈话, he will write. "
	for name, text := range map[string]string{"screen": strings.Repeat(words+"\n", 40), "one line": strings.Repeat(words, 12000)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				v.Hidden(text)
			}
		})
	}
}
