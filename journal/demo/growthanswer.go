package demo

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"

	"bothways/journal"
)

// answered is a built-in question with beginnings of answers to it.
type answered struct {
	prompt journal.Prompt
	early  bool // in the later half of the older years nobody asks it any more
	lines  []template
}

// putAside is how many of the questions there are to one that is put aside some day.
const putAside = 5

// readAnswers reads a file of answers, such as answers.txt.
func readAnswers(files fs.FS, name string, built builtIn, words map[string][]string) ([]answered, error) {
	sections, err := readSections(files, name, func(l textLine) ([]textLine, error) { return []textLine{l}, nil })
	if err != nil {
		return nil, err
	}
	var out []answered
	for i, id := range slices.Sorted(maps.Keys(sections)) {
		a := answered{early: i%putAside == 0}
		if a.prompt, err = built.prompt(sections[id][0].place, id); err != nil {
			return nil, err
		}
		for _, l := range sections[id] {
			t, err := parseTemplate(l, words)
			if err != nil {
				return nil, err
			}
			a.lines = append(a.lines, t)
		}
		out = append(out, a)
	}
	return out, nil
}

// answerDeck deals questions in a shuffled order, as a deck does with lines.
type answerDeck struct {
	cards []*answerCard
	dealt int
}

// answerCard is a question with its beginnings, which are dealt in turn.
type answerCard struct {
	answered
	begin deck
}

// answerDecks sorts the questions into those asked alone and those about somebody, by my role.
func answerDecks(all []answered) (alone *answerDeck, about map[journal.Role]*answerDeck) {
	alone, about = &answerDeck{}, map[journal.Role]*answerDeck{}
	for _, role := range journal.Roles() {
		about[role] = &answerDeck{}
	}
	for _, a := range all {
		card := &answerCard{a, deck{cards: a.lines}}
		if a.prompt.Moment == journal.MomentAlone {
			alone.cards = append(alone.cards, card)
			continue
		}
		for role, d := range about {
			if a.prompt.Role.Fits(role) {
				d.cards = append(d.cards, card)
			}
		}
	}
	return alone, about
}

// deal is the next question, one that is still asked where late is set; nil where there is none.
func (d *answerDeck) deal(r *rand.Rand, late bool) *answerCard {
	for range d.cards {
		at := d.dealt % len(d.cards)
		if at == 0 {
			r.Shuffle(len(d.cards), func(i, k int) { d.cards[i], d.cards[k] = d.cards[k], d.cards[i] })
		}
		d.dealt++
		if !late || !d.cards[at].early {
			return d.cards[at]
		}
	}
	return nil
}

// asked is the question of the next reflection and, where it is a built-in one, the beginning of
// the answer. Half are built in, a fifth are the person's own, and the rest are free words.
func (g *growth) asked(b *bond, about bool) (asked journal.Asked, begin template, answers bool) {
	r := g.chance
	switch kind := r.IntN(10); {
	case kind < 5:
		from := g.alone
		if about {
			from = g.about[b.rel.Role]
		}
		if card := from.deal(r, g.reflected > g.size.reflected/2); card != nil {
			return card.prompt.Asked(), card.begin.deal(r), true
		}
	case kind < 7:
		asked.Question = string(g.questions.deal(r).appendTo(nil, &b.cast, r))
	}
	return asked, begin, false
}
