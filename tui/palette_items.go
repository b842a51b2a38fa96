package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/wording"
)

// itemKind is what a row of the palette is.
type itemKind int

const (
	itemCommand itemKind = iota
	itemPerson
	itemDoing // something to do with a person
	itemSet
	itemCard
	itemQuestion
	itemTalk
	itemAnswer
)

// label is the kind in a word of at most eight letters.
func (k itemKind) label() string {
	switch k {
	case itemPerson:
		return "person"
	case itemSet:
		return "set"
	case itemCard:
		return "card"
	case itemQuestion:
		return "question"
	case itemTalk:
		return "talk"
	case itemAnswer:
		return "answer"
	}
	return "command"
}

// paletteDoings is with how many people a palette offers to write and to prepare: those talked with
// last.
const paletteDoings = 100

// items are the rows of what was read, in the order in which they are shown where they fit equally
// well. They are found by what is written, and shown as discreet mode has it.
func (p *palette) items(r reached) []menuItem {
	var out []menuItem
	for _, who := range r.People {
		out = append(out, p.person(who))
	}
	open := 0
	for _, who := range r.People {
		if who.RelationshipID != 0 && who.State.Open() && open < paletteDoings {
			out, open = append(out, p.doings(who)...), open+1
		}
	}
	for _, s := range r.Sets {
		if !s.Hidden {
			out = append(out, p.set(s))
		}
	}
	for _, c := range r.cards {
		out = append(out, p.card(c))
	}
	for _, s := range r.Sets {
		if s.Hidden {
			continue
		}
		for _, q := range s.Visible() {
			out = append(out, p.question(s, q))
		}
	}
	for _, t := range r.Sessions {
		out = append(out, p.talk(t))
	}
	for _, t := range r.Answers {
		out = append(out, p.answer(t))
	}
	return out
}

// entry is a row that opens a page, as it is shown. It is looked for by the name as it is.
func entry(kind itemKind, name, said string, by sought, open func() Screen) menuItem {
	return menuItem{kind: kind, by: by, Action: Action{Name: oneLine(name), Help: oneLine(said), Run: func() tea.Cmd { return push(open()) }}}
}

// person is somebody, with what tells them from another of that name.
func (p *palette) person(r store.ReachablePerson) menuItem {
	env := p.env
	by := soughtBy(r.Name, r.Purpose)
	if r.RelationshipID == 0 {
		return entry(itemPerson, env.Veil.Name(r.Name), "nothing between you yet", by, func() Screen {
			page := NewPeople(env)
			page.want = personRow{person: r.PersonID}
			return page
		})
	}
	said := r.Role.Phrase()
	if r.State != journal.StateActive {
		said += " · " + string(r.State)
	}
	said += purposeTail(env.Veil.Words(r.Purpose)) + " · " + wording.Ago(r.Last, env.Now())
	return entry(itemPerson, env.Veil.Name(r.Name), said, by, func() Screen { return NewRelationship(env, r.RelationshipID) })
}

// verbs are the words a doing is looked for by beside the name.
func (it menuItem) verbs() string {
	verb, _, _ := strings.Cut(it.by.name, " ")
	return verb + " " + it.by.said
}

// doings are what one does with somebody.
func (p *palette) doings(r store.ReachablePerson) []menuItem {
	env, id := p.env, r.RelationshipID
	name, said := env.Veil.Name(r.Name), r.Role.Phrase()+purposeTail(env.Veil.Words(r.Purpose))
	prepared := sought{name: journal.Fold("prepare with " + r.Name), upTo: eachWord}
	written := sought{name: journal.Fold("write about " + r.Name), said: "note", upTo: eachWord}
	prepare := entry(itemDoing, "prepare with "+name, said, prepared, func() Screen { return NewPrepare(env, id) })
	write := entry(itemDoing, "write about "+name, said, written, func() Screen { return NewWrite(env, WriteStart{RelationshipID: id}) })
	write.Writes = true
	return []menuItem{write, prepare}
}

func (p *palette) set(s journal.PromptSet) menuItem {
	by := soughtBy(s.Title, s.About)
	return entry(itemSet, p.env.Veil.Words(s.Title), p.env.Veil.Words(s.About), by, func() Screen { return NewSetPage(p.env, s.ID) })
}

func (p *palette) card(c journal.Card) menuItem {
	said := ""
	if len(c.Body) > 0 {
		said = firstWords(c.Body[0])
	}
	by := soughtBy(c.Title, "")
	return entry(itemCard, c.Title, said, by, func() Screen { return NewCard(p.env, c.ID) })
}

func (p *palette) question(s journal.PromptSet, q journal.Prompt) menuItem {
	by := soughtBy(q.Text, s.Title)
	by.upTo = eachWord
	return entry(itemQuestion, p.env.Veil.Words(q.Text), "", by, func() Screen {
		return NewQuestion(p.env, QuestionStart{SetID: s.ID, PromptID: q.ID, Alone: true})
	})
}

func (p *palette) talk(t store.ReachableText) menuItem {
	on := p.env.Dates.Long(journal.DateOf(t.At), p.env.Day())
	by := soughtBy(t.Name, on+" "+t.Text)
	by.upTo = eachWord
	return entry(itemTalk, p.env.Veil.Name(t.Name), on+" · "+firstWords(p.env.Veil.Words(t.Text)), by, func() Screen { return NewSession(p.env, t.ID) })
}

func (p *palette) answer(t store.ReachableText) menuItem {
	on := p.env.Dates.Long(journal.DateOf(t.At), p.env.Day())
	by := soughtBy(t.Question, on+" "+t.Name+" "+t.Text)
	by.upTo = eachWord
	name := on
	if t.Name != "" {
		name += " · " + p.env.Veil.Name(t.Name)
	}
	said := t.Question
	if said == "" {
		said = t.Text
	}
	return entry(itemAnswer, name, firstWords(p.env.Veil.Words(said)), by, func() Screen { return NewReflection(p.env, t.ID) })
}
