package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// SearchScreen finds words as they are typed. Each key starts a read and gives up the one before;
// no key waits for it, but enter opens only what is found for all that was typed by then.
type SearchScreen struct {
	env  *Env
	in   line
	best bool // the best match first, else the newest

	seq      int
	cancel   context.CancelFunc // of the read under way
	reading  bool               // more is on its way
	indexing bool               // words are being taken in

	searchPage
	shown int // the seq of what is shown
	err   error
	ended string // the line when enter was pressed: its last word is finished
	list  sectioned
	propose
}

// searchPage is what one read found.
type searchPage struct {
	typed   string // for which it is
	q       journal.Search
	notices []journal.SearchNotice
	held    bool // the last word cannot be meant as it stands, and may not be finished
	store.SearchResult
	offers   []string // what the last word may become
	examples []string // of what finds something, for an empty line

	more bool // it goes below what was there
	open bool // the first of it is wanted at once
}

// NewSearch makes the page with an empty line.
func NewSearch(env *Env) *SearchScreen {
	return &SearchScreen{env: env, in: newLine("words you remember, or a filter such as with:")}
}

// ID is the page's name for answers.
func (p *SearchScreen) ID() string { return "search" }

// Init reads again as much as was there.
func (p *SearchScreen) Init() tea.Cmd { return aside(p.find(max(store.SearchPage, len(p.Found)))) }

// Unsaved is nothing: the line is a question, not words of the journal.
func (p *SearchScreen) Unsaved() func(context.Context) error { return nil }

// Claims takes the keys that edit a line.
func (p *SearchScreen) Claims(k tea.KeyPressMsg) bool { return editsLine(k) }

// AskedAgain chooses all that is typed: who goes to the search again looks for something else, or for the
// same.
func (p *SearchScreen) AskedAgain() { p.in.ed.SelectAll() }

// Update gives typing to the line and takes in what was read.
func (p *SearchScreen) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.ClipboardMsg:
		before := p.in.Value()
		cmd := p.in.Update(msg)
		if p.in.Value() == before {
			return cmd
		}
		p.propose.reset()
		p.ended = ""
		return tea.Batch(cmd, p.again())
	case loaded[searchPage]:
		return p.take(m)
	case loaded[indexedMore]:
		p.indexing = false
		if m.err != nil {
			return nil // it is counted, and said
		}
		return p.Init()
	}
	return nil
}

// again searches for what is typed now.
func (p *SearchScreen) again() tea.Cmd { return aside(p.find(store.SearchPage)) }

// take puts in what was read.
func (p *SearchScreen) take(m loaded[searchPage]) tea.Cmd {
	if m.seq != p.seq {
		return nil
	}
	g := m.value
	p.reading = false
	if g.more {
		if m.err != nil {
			return send(failed(m.err))
		}
		p.Found, p.Next = append(p.Found, g.Found...), g.Next
		p.list.SetLen(len(p.Found))
		return nil
	}
	was := ""
	if g.typed == p.typed && p.shown > 0 {
		was = p.key(p.list.At)
	} else {
		p.list = sectioned{}
	}
	p.shown, p.err = m.seq, m.err
	if m.err != nil {
		g.Found, g.q = nil, journal.Search{}
	}
	p.searchPage = g
	p.list.SetLen(len(p.Found))
	p.list.Follow(was, p.key)
	if g.open && m.err == nil {
		return p.openFound()
	}
	return p.takeIn()
}

// key is what makes a row the same one after it moved.
func (p *SearchScreen) key(i int) string {
	if i < 0 || i >= len(p.Found) {
		return ""
	}
	return string(p.Found[i].Kind) + p.Found[i].UID
}

func (p *SearchScreen) chosen() *journal.Found { return rowAt(p.list.At, p.Found, nil) }

func (p *SearchScreen) move(n int) tea.Cmd {
	p.list.Move(n)
	if p.Next == "" || p.reading || p.shown != p.seq || !p.list.NearEnd() {
		return nil
	}
	p.reading = true
	return aside(p.readMore())
}

// turn shows the best match first, or the newest again.
func (p *SearchScreen) turn() tea.Cmd {
	p.best = !p.best
	p.list = sectioned{}
	p.Found, p.typed, p.shown = nil, "", 0
	p.list.SetLen(0)
	return p.again()
}

// Actions are the keys that are not words.
func (p *SearchScreen) Actions() []Action {
	none, noOffer, up := "", "", "a row up"
	if p.lookedLast() != "" {
		up = "what you looked for last"
	}
	if p.in.Value() == "" || len(p.Found) == 0 && p.shown == p.seq && !p.held {
		none = "Nothing is found to open."
	}
	if len(p.proposals()) == 0 {
		noOffer = "Nothing to complete here: " + p.env.key("complete", "tab") + " completes a filter such as with: or is:."
	}
	order := Action{ID: "best", Group: groupHere, Keys: []string{"f4", "ctrl+b"}, Name: "best match", Help: "the words side by side, close together and whole first; the newest first again", Foot: true, Run: p.turn}
	if p.best {
		order.Name = "newest first"
	}
	return []Action{
		{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "open", Help: "the place where the words stand", Foot: true, Disabled: none, Run: p.open},
		{ID: "complete", Group: groupHere, Keys: []string{"tab"}, Name: "complete", Help: "complete the filter that is typed; again for the next one that fits", Foot: noOffer == "", Disabled: noOffer, Run: p.complete},
		order,
		{ID: "leave", Group: groupMove, Keys: []string{"esc"}, Name: "back", Help: "one step back", Foot: true, Run: p.leave},
		{ID: "down", Group: groupMove, Keys: []string{"down", "ctrl+n"}, Name: "down", Help: "a row down", Run: func() tea.Cmd { return p.move(1) }},
		{ID: "up", Group: groupMove, Keys: []string{"up", "ctrl+p"}, Name: "up", Help: up, Run: p.up},
		{ID: "pagedown", Group: groupMove, Keys: []string{"pgdown", "ctrl+d"}, Name: "page down", Help: "ten rows down; what was found before that follows", Run: func() tea.Cmd { return p.move(10) }},
		{ID: "pageup", Group: groupMove, Keys: []string{"pgup"}, Name: "page up", Help: "ten rows up", Run: func() tea.Cmd { return p.move(-10) }},
	}
}

// searchAction opens the search, from a page whose foot says so.
func searchAction(env *Env) Action {
	return Action{ID: "search", Group: groupGo, Keys: []string{"/"}, Name: "search", Help: "every word you kept: notes, actions, answers, people", Foot: true, Run: func() tea.Cmd { return push(NewSearch(env)) }}
}

// up goes a row up; on an empty line it brings back what was looked for last.
func (p *SearchScreen) up() tea.Cmd {
	last := p.lookedLast()
	if last == "" {
		return p.move(-1)
	}
	p.in.SetValue(last)
	return p.again()
}

// lookedLast is what up brings back, "" for nothing.
func (p *SearchScreen) lookedLast() string {
	if p.in.Value() != "" || p.env.Veil.On() {
		return ""
	}
	return p.env.Looked
}

// looked remembers what is typed, for the next time.
func (p *SearchScreen) looked() {
	if typed := p.in.Value(); !journal.Blank(typed) {
		p.env.Looked = typed
	}
}

func (p *SearchScreen) leave() tea.Cmd {
	p.looked()
	if p.cancel != nil {
		p.cancel()
	}
	return popPage(p)
}

var _ Typing = (*SearchScreen)(nil)
