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

// ReflectionScreen is one answer to read, whole.
type ReflectionScreen struct {
	env *Env
	id  int64
	seq int
	reader

	reflectionPage
}

// reflectionPage is an answer, made ready to be drawn, and the question as it is now.
type reflectionPage struct {
	r      journal.ReflectionView
	prompt journal.Prompt // without an ID where there is none any more
	doc    document
}

// NewReflection makes the page of one answer.
func NewReflection(env *Env, id int64) *ReflectionScreen { return &ReflectionScreen{env: env, id: id} }

// ID is the page's name for answers.
func (p *ReflectionScreen) ID() string { return fmt.Sprintf("reflection:%d", p.id) + p.way() }

// Init reads the answer again.
func (p *ReflectionScreen) Init() tea.Cmd {
	p.seq++
	st, today, id, veil := p.env.Store, p.env.Day(), p.id, p.env.Veil
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (g reflectionPage, err error) {
		if g.r, err = st.Reflection(ctx, id); err != nil {
			return g, err
		}
		g.doc = reflectionDocument(veiledAnswer(veil, g.r), p.env.Dates, today)
		if g.r.PromptID == "" {
			return g, nil
		}
		q, err := st.Questions(ctx)
		if err == nil {
			g.prompt, _ = q.Prompt(g.r.PromptID)
		}
		return g, err
	})
}

// Update takes in what was read.
func (p *ReflectionScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[reflectionPage])
	if !ok || m.seq != p.seq {
		return nil
	}
	return p.took(p, m.err, &p.doc, func() { p.reflectionPage = m.value })
}

// Actions are what can be done with the answer.
func (p *ReflectionScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	gone := ""
	switch {
	case p.r.PromptID == "":
		gone = wereFreeWords
	case p.prompt.ID == "":
		gone = questionGone
	}
	start := QuestionStart{SetID: p.prompt.SetID, PromptID: p.prompt.ID, PersonID: p.r.PersonID, Alone: true}
	id := p.id
	return append(hitMoves(&p.doc, p.look), append([]Action{
		{ID: "edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "write on in this answer", Foot: true, Run: func() tea.Cmd { return push(NewAnswer(p.env, AnswerStart{ReflectionID: id})) }},
		{ID: "question", Group: groupHere, Keys: []string{"o"}, Name: "ask it again", Help: "sit with the same question once more", Foot: true, Disabled: gone, Run: func() tea.Cmd { return push(NewQuestion(p.env, start)) }},
		{ID: "delete", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take this answer out of the journal", Foot: true, Disabled: cannotChange(p.env), Run: func() tea.Cmd {
			return askDeleteReflection(p.env, id, func() { p.leaving = true })
		}},
		answerVersions(p.env, id),
	}, readMoves(&p.doc)...)...)
}

// answerVersions opens what an answer said before.
func answerVersions(env *Env, id int64) Action {
	return versionsAction(env, "your answer", "", journal.Texts(id, journal.TextAnswer)...)
}

// Why the question of an answer cannot be asked again.
const (
	wereFreeWords = "These are free words; no question was asked."
	questionGone  = "That question is not in the journal any more."
)

// askDeleteReflection takes an answer out of the journal; going is run once it is meant.
func askDeleteReflection(env *Env, id int64, going func()) tea.Cmd {
	return ask(newConfirm("Delete this answer?", "Its words go, with what lifted from them and is still open. "+env.key("undo", "u")+" brings all of it back.", "delete", func() tea.Cmd {
		if going != nil {
			going()
		}
		return write(env, "Deleted. "+env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return env.Store.DeleteReflection(ctx, id) })
	}))
}

// Render draws the page.
func (p *ReflectionScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	if shown, unread := p.env.unread("This answer", p.read, p.err, w); unread {
		return shown, nil
	}
	rows := p.head(w, h)
	body := p.doc.render(p.env.textWidth(w), h-len(rows), th)
	return strings.Join(append(rows, body...), "\n"), tea.NewCursor(0, len(rows))
}

// head is the question as it was asked, and when the answer was written.
func (p *ReflectionScreen) head(w, h int) []string {
	th := p.env.Theme
	question := p.r.Question
	if journal.Blank(question) {
		question = "Free words"
	}
	most := max(1, min(askedRows, (h-2)/2))
	var rows []string
	for _, row := range widget.Wrap(p.env.Veil.Words(question), max(1, min(w-4, p.env.measure())), most) {
		rows = append(rows, "  "+th.Strong.Render(row))
	}
	return append(rows, "  "+th.Faint.Render(widget.Cut(reflectionFacts(p.r, p.env.Dates, p.env.Day()), w-3)), "")
}

// reflectionFacts is when it was, about whom, and how long it took.
func reflectionFacts(r journal.ReflectionView, dates wording.Dates, today journal.Date) string {
	said := dates.Long(journal.DateOf(r.At), today) + r.At.Format(" 15:04")
	if r.Seconds > 0 {
		said += " · " + journal.Span(r.Seconds)
	}
	if r.PersonName != "" {
		said += " · about " + r.PersonName
	}
	return said
}
