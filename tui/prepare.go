package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// PrepareScreen is the one page read right before a conversation; every row can be worked on
// where it stands.
type PrepareScreen struct {
	env  *Env
	rel  int64
	seq  int
	read bool
	data journal.Preparation
	err  error
	list widget.List

	soft, hard []journal.TopicView // what to raise, the hard ones apart
	goals      []journal.Goal      // open ones
	coming     []journal.Coming
	question   *journal.Offered // to go in with; nil where none fits
	view       prepareView
}

// preparePage is what is read for the page.
type preparePage struct {
	data     journal.Preparation
	goals    []journal.Goal
	coming   []journal.Coming
	question *journal.Offered
}

// prepareRows is how many actions of each side and how many topics are read.
const prepareRows = 50

// NewPrepare makes the page for one relationship.
func NewPrepare(env *Env, relationshipID int64) *PrepareScreen {
	return &PrepareScreen{env: env, rel: relationshipID, view: prepareView{kept: true}}
}

// ID is the page's name for answers.
func (p *PrepareScreen) ID() string { return fmt.Sprintf("prepare:%d", p.rel) }

// Init reads the page again.
func (p *PrepareScreen) Init() tea.Cmd {
	p.seq++
	day := p.env.Day()
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (page preparePage, err error) {
		if page.data, err = p.env.Store.Prepare(ctx, p.rel, prepareRows); err != nil {
			return page, err
		}
		if page.goals, err = openGoals(ctx, p.env, p.rel); err != nil {
			return page, err
		}
		if page.coming, err = comingWith(ctx, p.env, page.data.Relationship); err != nil {
			return page, err
		}
		page.question, err = readOffer(ctx, p.env, journal.Occasion{Day: day, Moment: journal.MomentBefore, Roles: []journal.Role{page.data.Relationship.Role}})
		return page, err
	})
}

// Update takes in what was read.
func (p *PrepareScreen) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(loaded[preparePage]); ok && m.seq == p.seq {
		was := p.key(p.list.At)
		p.read, p.data, p.goals, p.question, p.err = true, m.value.data, m.value.goals, m.value.question, m.err
		p.coming, p.soft, p.hard = m.value.coming, nil, nil
		for _, t := range p.data.Topics {
			if t.Hard {
				p.hard = append(p.hard, t)
			} else {
				p.soft = append(p.soft, t)
			}
		}
		p.list.SetLen(len(p.data.Mine) + len(p.data.Theirs) + len(p.data.Topics) + len(p.goals))
		p.list.Follow(was, p.key)
	}
	return nil
}

// prepareRow is a row that can be chosen: at most one of its parts is set.
type prepareRow struct {
	action *journal.ActionView
	topic  *journal.TopicView
	goal   *journal.Goal
}

// at is what the cursor is on.
func (p *PrepareScreen) at() prepareRow { return p.row(p.list.At) }

// key is what makes a row the same one after it moved, "" for none.
func (p *PrepareScreen) key(i int) string {
	switch r := p.row(i); {
	case r.action != nil:
		return r.action.UID
	case r.topic != nil:
		return r.topic.UID
	case r.goal != nil:
		return r.goal.UID
	}
	return ""
}

// row is what stands at row i, in the order of the page.
func (p *PrepareScreen) row(i int) (r prepareRow) {
	for _, actions := range [][]journal.ActionView{p.data.Mine, p.data.Theirs} {
		if i < len(actions) {
			r.action = &actions[i]
			return r
		}
		i -= len(actions)
	}
	for _, topics := range [][]journal.TopicView{p.soft, p.hard} {
		if i < len(topics) {
			r.topic = &topics[i]
			return r
		}
		i -= len(topics)
	}
	if i < len(p.goals) {
		r.goal = &p.goals[i]
	}
	return r
}

// Actions are what can be done while preparing.
func (p *PrepareScreen) Actions() []Action {
	at := p.at()
	rel := p.data.Relationship
	notRead, noneToTake := "", ""
	if !p.read || p.err != nil {
		notRead, noneToTake = "The page is not there yet.", "The page is not there yet."
	} else if p.question == nil {
		noneToTake = noQuestion
	}
	acts := []Action{
		{ID: "write", Group: groupHere, Writes: true, Keys: []string{"enter", "n"}, Name: "write", Help: "begin the note of this conversation", Foot: true, Disabled: notRead, Run: func() tea.Cmd {
			return push(NewWrite(p.env, WriteStart{RelationshipID: p.rel, Role: rel.Role}))
		}},
		{ID: "with question", Group: groupHere, Writes: true, Keys: []string{"o"}, Name: "question", Help: "begin the note with the question to go in with", Foot: true, Disabled: noneToTake, Run: func() tea.Cmd {
			return push(NewWrite(p.env, WriteStart{RelationshipID: p.rel, Role: rel.Role, Heading: p.question.Prompt.Text}))
		}},
		{ID: "add action", Group: groupHere, Writes: true, Keys: []string{"a"}, Name: "add action", Help: "something one of you will do", Foot: true, Disabled: notRead, Run: func() tea.Cmd { return askNewAction(p.env, rel) }},
	}
	after := []Action{
		{ID: "add topic", Group: groupHere, Writes: true, Keys: []string{"t"}, Name: "add topic", Help: "something to raise; begin with ! where it is hard to ask", Foot: true, Disabled: notRead, Run: func() tea.Cmd { return askNewTopic(p.env, rel) }},
		{ID: "next", Group: groupHere, Writes: true, Keys: []string{"w"}, Name: "when next", Help: "set the day of the next conversation", Disabled: notRead, Run: func() tea.Cmd { return askNextDay(p.env, rel) }},
		{ID: "open", Group: groupGo, Keys: []string{"r"}, Name: "relationship", Help: "the whole relationship", Disabled: notRead, Run: func() tea.Cmd { return push(NewRelationship(p.env, p.rel)) }},
	}
	more := actionActions(p.env, at.action, rel.NextSession)
	switch {
	case at.topic != nil:
		more = topicActions(p.env, *at.topic)
	case at.goal != nil:
		more = openGoalActions(p.env, *at.goal)
	}
	// All that stands here is open, so nothing is to be opened again: o is the question's.
	more = slices.DeleteFunc(more, func(a Action) bool { return slices.Contains(a.Keys, "o") })
	return slices.Concat(acts, more, after, p.moves())
}

// Render draws the page.
func (p *PrepareScreen) Render(w, h int) (string, *tea.Cursor) {
	if shown, unread := p.env.unread("", p.read, p.err, w); unread {
		return shown, nil
	}
	rows := append(p.head(w), "")
	body, cur := p.body(min(w, 110))
	body, cur = p.inSight(body, cur, h-len(rows))
	return strings.Join(append(rows, body...), "\n"), rowCursor(cur, len(rows))
}

// head says whom the page is about and when they talk, and on a second row what else is coming.
func (p *PrepareScreen) head(w int) []string {
	th, r := p.env.Theme, p.data.Relationship
	var parts, also []string
	for _, c := range p.coming {
		if said := p.env.Dates.Coming(c, r.Role, p.env.Day()); c.Kind == journal.ComingTalk {
			parts = append(parts, said)
		} else {
			also = append(also, said)
		}
	}
	facts := strings.Join(parts, " · ")
	if !r.LastSession.IsZero() {
		last := strings.Join(append(parts, "last "+wording.Ago(r.LastSession, p.env.Now())), " · ")
		if facts == "" || ansi.StringWidth(last) <= w/2 { // the coming day goes before what was
			facts = last
		}
	}
	who := p.env.Veil.Name(r.PersonName)
	name := widget.Cut(who+" "+r.Role.Phrase(), max(10, w-6-len(facts)))
	if r.Role == journal.RoleMentor {
		name = widget.Cut("I mentor "+who, max(10, w-6-len(facts)))
	}
	rows := []string{"  " + th.Strong.Render(name) + th.Faint.Render("  "+widget.Cut(facts, w/2))}
	if len(also) > 0 {
		rows = append(rows, "  "+th.Lifted.Render(widget.Cut(strings.Join(also, " · "), w-4)))
	}
	return rows
}

// body is the page below its head, and the row the cursor is on.
func (p *PrepareScreen) body(w int) ([]string, int) {
	th, r := p.env.Theme, p.data.Relationship
	var rows []string
	cur, i := -1, 0
	p.view.lines = p.view.lines[:0]
	head := func(s string) {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, "  "+th.Heading.Render(widget.Cut(s, w-2)))
	}
	add := func(draw func(chosen bool) string) {
		if i == p.list.At {
			cur = len(rows)
		}
		p.view.lines = append(p.view.lines, len(rows))
		row := i
		rows = append(rows, p.env.spots.row(draw(i == p.list.At), i == p.list.At, func() tea.Cmd { return p.point(row) }))
		i++
	}
	none := func(s string) { rows = append(rows, "  "+th.Faint.Render(widget.Cut(s, w-2))) }

	if r.Purpose != "" {
		head("TOWARD")
		for _, line := range widget.Wrap(p.env.Veil.Words(r.Purpose), w-6, 2) {
			rows = append(rows, "  "+line)
		}
	}
	head("I SAID I WOULD")
	for _, a := range p.data.Mine {
		add(func(chosen bool) string { return actionRow(a, p.env, "", chosen, w) })
	}
	if len(p.data.Mine) == 0 {
		none("nothing open")
	}
	head(strings.ToUpper(wording.FirstName(r.PersonName)) + " SAID")
	for _, a := range p.data.Theirs {
		add(func(chosen bool) string { return actionRow(a, p.env, "", chosen, w) })
	}
	if len(p.data.Theirs) == 0 {
		none("nothing open")
	}
	head("TO RAISE")
	for _, t := range p.soft {
		add(func(chosen bool) string { return topicRow(t, p.env, chosen, w) })
	}
	if len(p.data.Topics) == 0 {
		none("nothing yet; " + p.env.key("add topic", "t") + " adds something")
	} else if len(p.soft) == 0 {
		none("nothing easy; " + p.env.key("add topic", "t") + " adds something")
	}
	if len(p.hard) > 0 {
		head("HARD TO ASK")
		none("only where the moment is there; it can wait again")
	}
	for _, t := range p.hard {
		add(func(chosen bool) string { return p.hardRow(t, chosen, w) })
	}
	rows = append(rows, p.last(w)...)
	if len(p.goals) > 0 {
		head("WORKING TOWARD")
	}
	for _, g := range p.goals {
		add(func(chosen bool) string { return p.goalRow(g, chosen, w) })
	}
	p.view.question = len(rows) + 1
	return append(rows, p.goInWith(w)...), cur
}

// goInWith is the question to have in mind.
func (p *PrepareScreen) goInWith(w int) []string {
	if p.question == nil {
		return nil
	}
	th := p.env.Theme
	key := "  " + th.Key.Render(p.env.key("with question", "o")) + th.Faint.Render(widget.Cut(" begins the note with it", w-18))
	return append([]string{"", "  " + th.Heading.Render("TO GO IN WITH") + key}, textRows(oneLine(p.question.Prompt.Text), w, 4, p.env)...)
}

// last is where the two left off.
func (p *PrepareScreen) last(w int) []string {
	th, s := p.env.Theme, p.data.Last
	if s == nil {
		return []string{"", "  " + th.Heading.Render("LAST TIME"), "  " + th.Faint.Render(widget.Cut("You have not written about a conversation yet.", w-2))}
	}
	rows := []string{"", "  " + th.Heading.Render("LAST TIME, "+strings.ToUpper(p.env.Dates.Long(journal.DateOf(s.At), p.env.Day())))}
	for _, shift := range s.Shifts {
		rows = append(rows, "  "+th.Faint.Render("shift: ")+widget.Cut(p.env.Veil.Words(shift), w-9))
	}
	for _, line := range widget.Wrap(narrative(p.env.Veil.Words(s.Note)), w-6, 4) {
		rows = append(rows, "  "+line)
	}
	return rows
}
