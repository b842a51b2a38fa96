package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
)

// noQuestion says why none is offered.
const noQuestion = "There is no question to offer: the ones that fit are hidden."

// readOffer reads the question for an occasion; nil where none fits.
func readOffer(ctx context.Context, env *Env, o journal.Occasion) (*journal.Offered, error) {
	questions, err := env.Store.Questions(ctx)
	if err != nil {
		return nil, err
	}
	if found := journal.Offer(questions, o, 1); len(found) > 0 {
		return &found[0], nil
	}
	return nil, nil
}

// rolesOf are the sides the person is on in these relationships, each once.
func rolesOf(relationships []journal.RelationshipSummary) []journal.Role {
	var roles []journal.Role
	for _, r := range relationships {
		if !slices.Contains(roles, r.Role) {
			roles = append(roles, r.Role)
		}
	}
	return roles
}

// sitWith opens a question by itself.
func sitWith(env *Env, p journal.Prompt) tea.Cmd {
	return push(NewQuestion(env, QuestionStart{SetID: p.SetID, PromptID: p.ID, Alone: true}))
}

// answerAction opens the offered question, if there is one.
func answerAction(env *Env, o *journal.Offered, a Action) Action {
	a.ID, a.Group, a.Keys, a.Foot = "question", groupHere, []string{"r"}, true
	if o == nil {
		a.Disabled = noQuestion
		return a
	}
	prompt := o.Prompt
	a.Run = func() tea.Cmd { return sitWith(env, prompt) }
	return a
}

// offerNote is why a question is offered, in a word.
func (t *TodayScreen) offerNote() string {
	if t.question.Today {
		return "answered today"
	}
	return t.env.Dates.NotAskedSince(t.question.Since, t.env.Now())
}

// What the question for today needs of a page, in rows below the head: in full, with its heading
// and its reason on one row, and what is left of the page to the lists above it.
const (
	offerInFull  = 18
	offerCompact = 12
)

// questionRows are the question for today and the blank row above it, in at most what is left of
// h rows when the lists above it have their share.
func (t *TodayScreen) questionRows(w, h int) []string {
	if t.question == nil {
		return nil
	}
	th := t.env.Theme
	words, head := oneLine(t.question.Prompt.Text), "  "+th.Heading.Render("A QUESTION FOR TODAY")
	key := th.Key.Render(t.env.key("question", "r")) + th.Faint.Render(" answer")
	switch {
	case h < offerCompact:
		named := t.env.key("question", "r")
		return []string{"  " + th.Key.Render(named) + " " + th.Text.Render(widget.Cut(words, w-4-ansi.StringWidth(named)))}
	case h < offerInFull:
		note := " · " + t.offerNote()
		if ansi.StringWidth(head+"  "+key+note) > w {
			key = th.Key.Render(t.env.key("question", "r"))
		}
		rows := []string{"", head + "  " + key + th.Faint.Render(widget.Cut(note, w-ansi.StringWidth(head+"  "+key)))}
		return append(rows, textRows(words, w, 2, t.env)...)
	}
	rows := append([]string{"", head}, textRows(words, w, 2, t.env)...)
	return append(rows, "  "+th.Faint.Render(t.offerNote()+" · ")+key)
}

// textRows are words on at most n rows, no wider than can be read with ease.
func textRows(words string, w, n int, env *Env) []string {
	th := env.Theme
	rows := widget.Wrap(env.Veil.Words(words), min(w-4, env.measure()), n)
	for i, r := range rows {
		rows[i] = "  " + th.Text.Render(r)
	}
	return rows
}
