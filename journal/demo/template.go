package demo

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// template is a line of the pool: plain pieces and slots to be filled in, in turn.
type template struct {
	pieces []piece
	words  int // roughly, slots counted as one
}

// piece is plain text, or a slot: one of the cast's words, or a choice of several.
type piece struct {
	plain   string
	role    string   // a slot of the cast, such as "name"
	choice  []string // a slot of words.txt
	capital bool
}

// cast is who and what the slots of a relationship stand for.
type cast struct {
	name, other, boss, matter, relative, trade string
}

// word is what a slot of the cast stands for, "" where it is none of them.
func (c *cast) word(role string) string {
	switch role {
	case "name":
		return c.name
	case "other":
		return c.other
	case "boss":
		return c.boss
	case "matter":
		return c.matter
	case "relative":
		return c.relative
	case "trade":
		return c.trade
	case "atrade":
		if strings.ContainsRune("aeiou", rune(c.trade[0])) {
			return "an " + c.trade
		}
		return "a " + c.trade
	}
	return ""
}

// parseTemplate reads a line of the pool; its slots are the cast's or sections of words.
func parseTemplate(l textLine, words map[string][]string) (template, error) {
	t := template{words: len(strings.Fields(l.text))}
	probe := cast{"x", "x", "x", "x", "x", "x"}
	rest := l.text
	for rest != "" {
		before, after, found := strings.Cut(rest, "{")
		if before != "" {
			t.pieces = append(t.pieces, piece{plain: before})
		}
		if !found {
			break
		}
		slot, after, closed := strings.Cut(after, "}")
		if !closed {
			return t, l.errorf("a brace is not closed.")
		}
		name := strings.ToLower(slot)
		p := piece{capital: slot != name}
		// What a relationship keeps from first to last is asked for first.
		if probe.word(name) != "" {
			p.role = name
		} else if p.choice = words[name]; len(p.choice) == 0 {
			return t, l.errorf("nothing fills {%s}.", slot)
		}
		t.pieces = append(t.pieces, p)
		rest = after
	}
	return t, nil
}

// appendTo appends the line, its slots filled in, to b.
func (t template) appendTo(b []byte, c *cast, r *rand.Rand) []byte {
	for _, p := range t.pieces {
		word := p.plain
		if p.role != "" {
			word = c.word(p.role)
		} else if p.choice != nil {
			word = p.choice[r.IntN(len(p.choice))]
		}
		if !p.capital {
			b = append(b, word...)
			continue
		}
		first, size := utf8.DecodeRuneInString(word)
		b = utf8.AppendRune(b, unicode.ToUpper(first))
		b = append(b, word[size:]...)
	}
	return b
}

// deck deals the lines of a section in a shuffled order, so that none comes back before all the
// others were there.
type deck struct {
	cards []template
	order []uint16
	next  int
}

// deal is the next line.
func (d *deck) deal(r *rand.Rand) template {
	if d.next == len(d.order) {
		if d.order == nil {
			d.order = make([]uint16, len(d.cards))
			for i := range d.order {
				d.order[i] = uint16(i)
			}
		}
		last := d.order[len(d.order)-1]
		r.Shuffle(len(d.order), func(i, k int) { d.order[i], d.order[k] = d.order[k], d.order[i] })
		if len(d.order) > 1 && d.order[0] == last {
			d.order[0], d.order[len(d.order)-1] = d.order[len(d.order)-1], d.order[0]
		}
		d.next = 0
	}
	d.next++
	return d.cards[d.order[d.next-1]]
}
