package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// RelationshipScreen is everything between me and one person in one role.
type RelationshipScreen struct {
	env     *Env
	id      int64
	seq     int
	read    bool
	reading bool // more is on its way
	err     error

	rel     journal.RelationshipSummary
	person  journal.PersonSummary
	answers int // how many I wrote about them alone
	way     wayIn

	tab      relTab
	sessions paged[journal.SessionView]
	open     paged[journal.ActionView]
	closed   paged[journal.ActionView]
	waiting  paged[journal.TopicView]
	past     paged[journal.TopicView] // raised and dropped ones

	timeline timeline
	actions  sectioned
	topics   sectioned
	about    aboutText
	parts    []relPart
	found    bool     // it was opened from what was found
	to       relPlace // where the cursor goes once it is read
}

// relTab is a part of the page.
type relTab int

const (
	tabTimeline relTab = iota
	tabActions
	tabTopics
	tabAbout
	tabParts // the first of parts
)

// NewRelationship makes the page of one relationship.
func NewRelationship(env *Env, relationshipID int64) *RelationshipScreen {
	return &RelationshipScreen{env: env, id: relationshipID, parts: relParts(env)}
}

// ID is the page's name for answers.
func (p *RelationshipScreen) ID() string {
	return fmt.Sprintf("relationship:%d", p.id) + foundWay(p.found)
}

// Update takes in what was read.
func (p *RelationshipScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded[relationshipPage]:
		if msg.seq != p.seq {
			return nil
		}
		p.read, p.err = true, msg.err
		if msg.err != nil {
			return nil
		}
		p.take(msg.value)
		if p.tab != msg.value.shown {
			return p.readShown()
		}
		return p.morePart()
	case loaded[partRead]:
		return p.takePart(msg)
	case loaded[relationshipMore]:
		if msg.seq != p.seq {
			return nil
		}
		p.reading = false
		if msg.err != nil {
			return send(failed(msg.err))
		}
		p.add(msg.value)
	}
	return nil
}

// take puts what was read in the place of what was there; the cursors stay on their rows.
func (p *RelationshipScreen) take(g relationshipPage) {
	session, action, topic := p.session(), p.action(), p.topic()
	p.rel, p.person, p.answers, p.way = g.rel, g.person, g.answers, g.way
	p.sessions, p.open, p.closed, p.waiting, p.past = g.sessions, g.open, g.closed, g.waiting, g.past
	for _, take := range g.parts {
		take()
	}
	p.count()
	defer p.arrive()
	if session != nil {
		p.timeline.follow(slices.IndexFunc(p.sessions.rows, func(s journal.SessionView) bool { return s.ID == session.ID }))
	}
	// A row that was closed or opened again has gone to the other section: the cursor stays where
	// it was, on what comes next.
	if action != nil {
		p.followAction(action)
	}
	if topic != nil {
		p.followTopic(topic)
	}
}

func (p *RelationshipScreen) followAction(was *journal.ActionView) {
	followRow(&p.actions.At, p.open.rows, p.closed.rows, was.State == journal.ActionOpen, func(a journal.ActionView) bool { return a.ID == was.ID })
}

func (p *RelationshipScreen) followTopic(was *journal.TopicView) {
	followRow(&p.topics.At, p.waiting.rows, p.past.rows, was.State == journal.TopicWaiting, func(t journal.TopicView) bool { return t.ID == was.ID })
}

// followRow puts at on a row of two lists of which the second stands below the first, where it is in the one
// it was in.
func followRow[T any](at *int, first, second []T, inFirst bool, same func(T) bool) {
	rows, above := second, len(first)
	if inFirst {
		rows, above = first, 0
	}
	if i := slices.IndexFunc(rows, same); i >= 0 {
		*at = above + i
	}
}

func (p *RelationshipScreen) add(m relationshipMore) {
	switch m.tab {
	case tabTimeline:
		p.sessions = p.sessions.with(m.page.sessions)
	case tabActions:
		if p.open.next != "" {
			p.open = p.open.with(m.page.open)
		} else {
			p.closed = p.closed.with(m.page.closed)
		}
	case tabTopics:
		if p.waiting.next != "" {
			p.waiting = p.waiting.with(m.page.waiting)
		} else {
			p.past = p.past.with(m.page.past)
		}
	}
	p.count()
}

// count tells the lists how many rows there are now, and where their headings stand. Closed ones
// come in sight once the open ones are all there.
func (p *RelationshipScreen) count() {
	p.timeline.SetLen(len(p.sessions.rows))
	p.actions.heads = twoSections(len(p.open.rows), len(p.closedRows()), "OPEN", "CLOSED")
	p.actions.SetLen(len(p.open.rows) + len(p.closedRows()))
	p.topics.heads = twoSections(len(p.waiting.rows), len(p.pastRows()), "TO RAISE", "RAISED OR DROPPED")
	p.topics.SetLen(len(p.waiting.rows) + len(p.pastRows()))
}

func (p *RelationshipScreen) closedRows() []journal.ActionView {
	if p.open.next != "" {
		return nil
	}
	return p.closed.rows
}

func (p *RelationshipScreen) pastRows() []journal.TopicView {
	if p.waiting.next != "" {
		return nil
	}
	return p.past.rows
}

func twoSections(first, second int, firstTitle, secondTitle string) []section {
	var out []section
	if first > 0 {
		out = append(out, section{0, firstTitle})
	}
	if second > 0 {
		out = append(out, section{first, secondTitle})
	}
	return out
}

// session, action and topic are what the cursor of each list is on, nil for nothing.
func (p *RelationshipScreen) session() *journal.SessionView {
	return rowAt(p.timeline.At, p.sessions.rows, nil)
}
func (p *RelationshipScreen) action() *journal.ActionView {
	return rowAt(p.actions.At, p.open.rows, p.closedRows())
}
func (p *RelationshipScreen) topic() *journal.TopicView {
	return rowAt(p.topics.At, p.waiting.rows, p.pastRows())
}

func rowAt[T any](i int, first, second []T) *T {
	switch {
	case i < 0:
		return nil
	case i < len(first):
		return &first[i]
	case i < len(first)+len(second):
		return &second[i-len(first)]
	}
	return nil
}

// other is the next relationship with the same person, 0 where there is none.
func (p *RelationshipScreen) other() int64 {
	all := p.person.Relationships
	for i, r := range all {
		if r.ID == p.id && len(all) > 1 {
			return all[(i+1)%len(all)].ID
		}
	}
	return 0
}

func (p *RelationshipScreen) move(n int) tea.Cmd {
	if part := p.part(); part != nil {
		part.move(n)
		return p.more()
	}
	switch p.tab {
	case tabTimeline:
		p.timeline.Move(n)
	case tabActions:
		p.actions.Move(n)
	case tabTopics:
		p.topics.Move(n)
	case tabAbout:
		p.about.top = max(0, p.about.top+max(-1000, min(n, 1000)))
	}
	return p.more()
}

func (p *RelationshipScreen) turn(n relTab) func() tea.Cmd {
	return func() tea.Cmd {
		order := p.order()
		p.tab = order[(slices.Index(order, p.tab)+int(n)+len(order))%len(order)]
		return tea.Batch(p.readShown(), p.more())
	}
}

// Render draws the page.
func (p *RelationshipScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	if shown, unread := p.env.unread("This", p.read, p.err, w); unread {
		return shown, nil
	}
	rows := p.head(w, h)
	bodyWidth := w
	var side []string
	if w >= sidePanelFrom && p.tab != tabAbout {
		bodyWidth = w * 2 / 3
		side = p.aboutRows(w-bodyWidth-4, 5)
	}
	room := max(0, h-len(rows))
	body, cur := p.body(bodyWidth, room)
	if side != nil {
		body = widget.Columns(body, side[:min(len(side), room)], bodyWidth, th.Rule.Render("│")+" ")
	}
	c := rowCursor(cur, len(rows))
	return strings.Join(append(rows, body...), "\n"), c
}

// body draws the part that is shown, and says on which of its rows the cursor is.
func (p *RelationshipScreen) body(w, h int) ([]string, int) {
	th, today := p.env.Theme, p.env.Day()
	empty := func(s string) ([]string, int) { return strings.Split(indent(th.Faint, s, w), "\n"), -1 }
	if part := p.part(); part != nil {
		return part.render(w, h)
	}
	first := wording.FirstName(p.rel.PersonName)
	switch p.tab {
	case tabActions:
		if p.actions.Len == 0 {
			return empty("Nothing was promised yet, by you or by " + first + ". " + p.env.key("add", "+") + " adds an action; a line “- [ ] …” in a note becomes one too.")
		}
		row := func(i int, chosen bool) string {
			row := actionRow(*rowAt(i, p.open.rows, p.closedRows()), p.env, "", chosen, w-1)
			return p.env.spots.row(row, chosen, func() tea.Cmd { return p.move(i - p.actions.At) })
		}
		if h < wholeFrom+wholeRows {
			return p.actions.render(h, th, w, row)
		}
		rows, cur := p.actions.render(h-wholeRows, th, w, row)
		return wholeAction(rows, p.action(), p.env, w, h), cur
	case tabTopics:
		if p.topics.Len == 0 {
			return empty("Nothing to raise yet. " + p.env.key("add", "+") + " adds a topic; a line “ask: …” in a note becomes one too.")
		}
		return p.topics.render(h, th, w, func(i int, chosen bool) string {
			row := topicRow(*rowAt(i, p.waiting.rows, p.pastRows()), p.env, chosen, w-1)
			return p.env.spots.row(row, chosen, func() tea.Cmd { return p.move(i - p.topics.At) })
		})
	case tabAbout:
		return p.about.render(p.aboutRows(p.env.textWidth(w), 0), h, th), 0
	}
	if len(p.sessions.rows) == 0 {
		return empty("No conversation is kept yet. " + p.env.key("note", "n") + " writes about one; " + p.env.key("prepare", "p") + " prepares for the next.")
	}
	return p.timeline.render(w, h, p.sessions.rows, timelineLook{theme: th, today: today, role: p.rel.Role, veil: p.env.Veil, measure: p.env.measure(), dates: p.env.Dates, spots: p.env.spots, move: p.move})
}
