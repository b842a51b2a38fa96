package tui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// SessionScreen is one conversation to read, whole.
type SessionScreen struct {
	env *Env
	id  int64
	seq int
	reader

	s   journal.SessionView
	doc document
}

// sessionPage is a conversation, its note made ready to be drawn.
type sessionPage struct {
	s   journal.SessionView
	doc document
}

// NewSession makes the page of one conversation.
func NewSession(env *Env, sessionID int64) *SessionScreen {
	return &SessionScreen{env: env, id: sessionID}
}

// ID is the page's name for answers.
func (p *SessionScreen) ID() string { return fmt.Sprintf("session:%d", p.id) + p.way() }

// Init reads the conversation again.
func (p *SessionScreen) Init() tea.Cmd {
	p.seq++
	today, id, veil := p.env.Day(), p.id, p.env.Veil
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (sessionPage, error) {
		s, err := p.env.Store.Session(ctx, id)
		if err != nil {
			return sessionPage{}, err
		}
		topics, err := p.env.Store.SessionTopics(ctx, id)
		return sessionPage{s, sessionDocument(veiledSession(veil, s), p.env.Dates, today, veiledTopics(veil, topics)...)}, err
	})
}

// Update takes in what was read.
func (p *SessionScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[sessionPage])
	if !ok || m.seq != p.seq {
		return nil
	}
	return p.took(p, m.err, &p.doc, func() { p.s, p.doc = m.value.s, m.value.doc })
}

// Actions are what can be done with the conversation.
func (p *SessionScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	return append(hitMoves(&p.doc, p.look), append([]Action{
		{ID: "edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "write on in this note", Foot: true, Run: func() tea.Cmd { return push(NewWrite(p.env, WriteStart{SessionID: p.id})) }},
		{ID: "details", Group: groupHere, Writes: true, Keys: []string{"m"}, Name: "details", Help: "when and how it was, and how it went", Foot: true, Run: func() tea.Cmd { return askEditSession(p.env, p.s) }},
		{ID: "delete", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take this conversation out of the journal", Foot: true, Run: func() tea.Cmd { return askDeleteSession(p.env, p.id, func() { p.leaving = true }) }},
		{ID: "progress", Group: groupHere, Writes: true, Keys: []string{"G"}, Name: "progress", Help: "note how a goal goes, out of this conversation", Run: func() tea.Cmd { return askProgress(p.env, p.s.RelationshipID, p.id) }},
		{ID: "prepare", Group: groupHere, Keys: []string{"p"}, Name: "prepare", Help: "one page to read before the next conversation", Foot: true, Run: func() tea.Cmd { return push(NewPrepare(p.env, p.s.RelationshipID)) }},
		{ID: "note", Group: groupHere, Writes: true, Keys: []string{"n"}, Name: "new note", Help: "write about another conversation", Run: func() tea.Cmd { return push(NewWrite(p.env, WriteStart{RelationshipID: p.s.RelationshipID})) }},
		sessionVersions(p.env, p.s),
	}, readMoves(&p.doc)...)...)
}

// sessionVersions opens what the note of a conversation said before.
func sessionVersions(env *Env, s journal.SessionView) Action {
	return versionsAction(env, s.PersonName, "", journal.Texts(s.ID, journal.SessionTexts()...)...)
}

// askDeleteSession takes a conversation out of the journal; going is run once it is meant.
func askDeleteSession(env *Env, id int64, going func()) tea.Cmd {
	return ask(newConfirm("Delete this conversation?", "Its note goes, with what lifted from it and is still open. "+env.key("undo", "u")+" brings all of it back.", "delete", func() tea.Cmd {
		if going != nil {
			going()
		}
		return write(env, "Deleted. "+env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return env.Store.DeleteSession(ctx, id) })
	}))
}

// Render draws the page.
func (p *SessionScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	if shown, unread := p.env.unread("This conversation", p.read, p.err, w); unread {
		return shown, nil
	}
	today := p.env.Day()
	rows := []string{
		"  " + th.Strong.Render(widget.Cut(p.env.Veil.Name(p.s.PersonName), w-24)) + th.Faint.Render(widget.Cut(" · "+wording.Ago(p.s.At, p.env.Now()), 20)),
		"  " + th.Faint.Render(widget.Cut(sessionFacts(p.s, p.env.Dates, today), w-3)),
	}
	if said := wording.CheckIn(p.s.CheckIn); said != "" { // whole, but the words need room too
		for _, row := range widget.Wrap(said, p.env.textWidth(w), max(1, h/2)) {
			rows = append(rows, "  "+th.Faint.Render(row))
		}
	}
	rows = append(rows, "")
	body := p.doc.render(p.env.textWidth(w), h-len(rows), th)
	return strings.Join(append(rows, body...), "\n"), tea.NewCursor(0, len(rows))
}

// sessionFacts is when it was, how long, how, and in which role.
func sessionFacts(s journal.SessionView, dates wording.Dates, today journal.Date) string {
	parts := []string{dates.Long(journal.DateOf(s.At), today) + s.At.Format(" 15:04"), s.Role.Phrase()}
	if s.Minutes > 0 {
		parts = append(parts, fmt.Sprintf("%d min", s.Minutes))
	}
	if s.Medium != "" {
		parts = append(parts, string(s.Medium))
	}
	return strings.Join(parts, " · ")
}
