package editor

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// prose makes n words in paragraphs of the given length, 0 for one paragraph.
func prose(n, paragraph int) string {
	words := strings.Fields("she said that listening is harder than it looks and asked what I would do first — nothing, perhaps; we walked on and talked about the panel, the café, and who had been heard")
	var b strings.Builder
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		switch {
		case i == 0:
		case paragraph > 0 && i%paragraph == 0:
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		b.WriteString(words[r.IntN(len(words))])
	}
	return b.String()
}

func benchStyles() Styles {
	return Styles{
		Text:      lipgloss.NewStyle().Foreground(lipgloss.Color("#dddddd")),
		Selection: lipgloss.NewStyle().Background(lipgloss.Color("#334455")),
		Faint:     lipgloss.NewStyle().Faint(true),
		ForLine: func(s string) lipgloss.Style {
			return lipgloss.NewStyle().Bold(strings.HasPrefix(s, "- [ ] "))
		},
	}
}

// benchKey types letters and spaces, takes them back now and then, and draws.
func benchKey(b *testing.B, text string, at float64) {
	now := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	e := New(Options{Now: func() time.Time { return now }})
	e.SetText(text, int(at*float64(len(text))))
	st := benchStyles()
	e.Render(100, 40, st)
	keys := []tea.KeyPressMsg{key("a"), key("b"), key("c"), key("space"), key("d"), key("backspace"), key("backspace"), key("backspace"), key("backspace"), key("backspace"), key("left"), key("right")}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		e.Update(keys[i%len(keys)])
		e.Cursor()
		e.Render(100, 40, st)
	}
}

func BenchmarkKey(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		for _, at := range []float64{0, 0.5, 1} {
			b.Run(fmt.Sprintf("%d words/%v", n, at), func(b *testing.B) { benchKey(b, prose(n, 80), at) })
		}
	}
	for _, at := range []float64{0, 0.5, 1} {
		b.Run(fmt.Sprintf("one paragraph of 100000/%v", at), func(b *testing.B) { benchKey(b, prose(100_000, 0), at) })
		b.Run(fmt.Sprintf("100000 lines/%v", at), func(b *testing.B) { benchKey(b, strings.Repeat("a short line\n", 100_000), at) })
		b.Run(fmt.Sprintf("Japanese paragraph of 100000/%v", at), func(b *testing.B) { benchKey(b, strings.Repeat("日本語の段落。", 14_000), at) })
	}
}

func BenchmarkLineKey(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"100000 lines", strings.Repeat("a short line\n", 100_000)},
		{"one paragraph of 100000", prose(100_000, 0)},
	} {
		b.Run(c.name, func(b *testing.B) {
			e := New(Options{})
			e.SetText(c.text, len(c.text)/2)
			e.Render(100, 40, benchStyles())
			keys := []tea.KeyPressMsg{key("enter"), key("backspace")}
			for i := 0; b.Loop(); i++ {
				e.Update(keys[i%2])
				e.Render(100, 40, benchStyles())
			}
		})
	}
}

func BenchmarkMove(b *testing.B) {
	text := prose(100_000, 80)
	for _, pair := range [][2]string{{"pgdown", "pgup"}, {"ctrl+end", "ctrl+home"}, {"down", "up"}, {"ctrl+right", "ctrl+left"}} {
		b.Run(pair[0], func(b *testing.B) {
			e := New(Options{})
			e.SetText(text, len(text)/2)
			e.Render(100, 40, benchStyles())
			keys := []tea.KeyPressMsg{key(pair[0]), key(pair[1])}
			for i := 0; b.Loop(); i++ {
				e.Update(keys[i%2])
				e.Render(100, 40, benchStyles())
			}
		})
	}
}

func BenchmarkPaste10MB(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"prose", prose(1_800_000, 80)},
		{"one paragraph", prose(1_900_000, 0)},
		{"short lines with CRLF", strings.Repeat("a short line\r\n", 750_000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			e := New(Options{})
			for b.Loop() {
				e.SetText("before after", 6)
				e.Update(tea.PasteMsg{Content: c.text})
				e.Render(100, 40, benchStyles())
			}
		})
	}
}

func BenchmarkSetText(b *testing.B) {
	text := prose(100_000, 80)
	b.SetBytes(int64(len(text)))
	e := New(Options{})
	for b.Loop() {
		e.SetText(text, len(text))
		e.Render(100, 40, benchStyles())
	}
}

func BenchmarkText(b *testing.B) {
	e := New(Options{})
	e.SetText(prose(100_000, 80), 0)
	for b.Loop() {
		e.Text()
	}
}
