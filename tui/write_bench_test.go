package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// BenchmarkWriteKey is one key in Write, taken in and drawn, in notes of several lengths.
func BenchmarkWriteKey(b *testing.B) {
	for _, words := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("words=%d", words), func(b *testing.B) {
			d := newDesk(b)
			d.size(120, 40)
			s := NewWrite(d.root.env, WriteStart{Name: "Priya", Role: "mentor"})
			d.open(s)
			s.saver.ticking = true // saving the draft is measured with the store
			d.send(tea.PasteMsg{Content: prose(words)})
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				k := tea.KeyPressMsg{Code: 'a' + rune(i%26), Text: string('a' + rune(i%26))}
				if i%6 == 5 {
					k = tea.KeyPressMsg{Code: ' ', Text: " "}
				}
				d.root.Update(k)
				_ = d.root.View()
			}
		})
	}
}

// prose is text of so many words in paragraphs, some of whose lines lift.
func prose(words int) string {
	var b strings.Builder
	for i := range words {
		switch {
		case i%400 == 399:
			b.WriteString("\n- [ ] send it fri\n")
		case i%90 == 89:
			b.WriteString("word.\n\n")
		default:
			b.WriteString("words ")
		}
	}
	return b.String()
}
