package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/tui/widget"
	"bothways/tui/wording"
)

// AnswersAboutScreen is what was written about one person alone.
type AnswersAboutScreen struct {
	env     *Env
	name    string
	answers answers
}

// NewAnswersAbout makes the page of the answers about one person.
func NewAnswersAbout(env *Env, personID int64, name string) *AnswersAboutScreen {
	p := &AnswersAboutScreen{env: env, name: name}
	p.answers = answers{env: env, person: personID}
	p.answers.to = p.ID()
	return p
}

// ID is the page's name for answers.
func (p *AnswersAboutScreen) ID() string { return fmt.Sprintf("answers:%d", p.answers.person) }

// Init reads the list again.
func (p *AnswersAboutScreen) Init() tea.Cmd { return p.answers.init() }

// Update takes in what was read.
func (p *AnswersAboutScreen) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(loaded[answersPage]); ok {
		return p.answers.take(m)
	}
	return nil
}

// Actions are what can be done with the chosen answer, and a new one about the same person.
func (p *AnswersAboutScreen) Actions() []Action {
	person := p.answers.person
	acts := append(p.answers.actions(),
		Action{ID: "free", Group: groupHere, Keys: []string{"f"}, Name: "free words", Help: "write about them without a question", Foot: true, Run: func() tea.Cmd { return push(NewAnswer(p.env, AnswerStart{PersonID: person})) }})
	return append(acts, listMoves(p.answers.move)...)
}

// Render draws the page.
func (p *AnswersAboutScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	rows := []string{"  " + th.Strong.Render(widget.Cut("Answers about "+p.name, w-4)), ""}
	called := wording.FirstName(p.name)
	if called == "" {
		called = "them"
	}
	body, cur := p.answers.render(w, h-len(rows), "No answer is about "+called+" yet. "+p.env.key("free", "f")+" begins with free words; a question can be about somebody too.")
	c := rowCursor(cur, len(rows))
	return strings.Join(append(rows, body...), "\n"), c
}
