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

// BenchmarkVeilMany hides in a screenful of words while many people are known.
func BenchmarkVeilMany(b *testing.B) {
	firsts := strings.Fields("Priya Tom Anna Ольга Στέλιος Liam Will Ada Zoë Günther Işıl Rosa 明 太郎 수")
	lasts := strings.Fields("Natarajan Berg Ford Lovelace Groß Müller Nambiar O'Brien Roy Cruz 李 山田 김 Ng Hall Иванова Lin Rose Kowalska Yılmaz")
	var names []string
	for _, first := range firsts {
		for _, last := range lasts {
			names = append(names, first+" "+last, last+first)
		}
	}
	v := journal.NewVeil(names[:300])
	for name, words := range map[string]string{
		"latin":  "We talked with Priya about what Will said to Tom on 12 May; he will write to Zoë and call again.",
		"joined": "昨日の午後山田さんと会議室で話をして太郎に手紙を書くことになったので来週また会うと思う김민수가말했다",
	} {
		text := strings.Repeat(words+"\n", 40)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				v.Hidden(text)
			}
		})
	}
}
