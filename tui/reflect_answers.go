package tui

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
)

// answers is a list of what was answered, newest first, as part of a page.
type answers struct {
	env    *Env
	to     string // the page it is part of
	person int64  // those about this person, 0 for all

	seq     int
	read    bool
	reading bool // more is on its way
	err     error

	rows  []journal.ReflectionView
	next  store.Cursor
	names called
	list  sectioned
	lost  lostRow
}

// answersPage is what one read found.
type answersPage struct {
	paged[journal.ReflectionView]
	more bool // it goes below what was there
}

// previewBytes is how much of an answer a list keeps of it: more than a side panel shows.
const previewBytes = 1500

// init reads again as much as was there.
func (l *answers) init() tea.Cmd {
	l.seq++
	l.reading = false
	return l.load("", max(rowsRead/2, len(l.rows)))
}

func (l *answers) load(before store.Cursor, limit int) tea.Cmd {
	st, q := l.env.Store, store.ReflectionQuery{PersonID: l.person, Before: before, Limit: limit}
	return load(l.env, l.to, l.seq, func(ctx context.Context) (g answersPage, err error) {
		g.more = before != ""
		g.rows, g.next, err = st.Reflections(ctx, q)
		for i := range g.rows {
			if r := &g.rows[i]; len(r.Text) > previewBytes {
				r.Text = strings.ToValidUTF8(strings.Clone(r.Text[:previewBytes]), "") + "…"
			}
		}
		return g, err
	})
}

func (l *answers) more() tea.Cmd {
	if l.next == "" || l.reading || !l.list.NearEnd() {
		return nil
	}
	l.reading = true
	return l.load(l.next, rowsRead/2)
}

// take puts in what was read; the cursor stays on its answer.
func (l *answers) take(m loaded[answersPage]) tea.Cmd {
	if m.seq != l.seq {
		return nil
	}
	l.reading = false
	if m.err != nil && m.value.more {
		return send(failed(m.err))
	}
	l.read, l.err = true, m.err
	if m.err != nil {
		return nil
	}
	was := l.key(l.list.At)
	l.next = m.value.next
	if m.value.more {
		l.rows = append(l.rows, m.value.rows...)
	} else {
		l.rows = m.value.rows
	}
	l.arrange()
	l.lost.follow(&l.list.List, was, l.key)
	return nil
}

// arrange puts the years over the answers, and gathers what people are called.
func (l *answers) arrange() {
	l.names, l.list.heads = called{}, nil
	year := 0
	for i, r := range l.rows {
		if r.PersonName != "" {
			l.names.add(r.PersonName)
		}
		if y := r.At.Year(); i == 0 || y != year {
			year = y
			l.list.heads = append(l.list.heads, section{i, fmt.Sprint(y)})
		}
	}
	l.list.SetLen(len(l.rows))
}

func (l *answers) key(i int) string {
	if i < 0 || i >= len(l.rows) {
		return ""
	}
	return l.rows[i].UID
}

func (l *answers) chosen() *journal.ReflectionView { return rowAt(l.list.At, l.rows, nil) }

func (l *answers) move(n int) tea.Cmd {
	l.list.Move(n)
	return l.more()
}

// actions are what can be done with the chosen answer.
func (l *answers) actions() []Action {
	none := ""
	r := l.chosen()
	if r == nil {
		none, r = "There is no answer to choose.", &journal.ReflectionView{}
	}
	id := r.ID
	again := none
	if again == "" && r.PromptID == "" {
		again = wereFreeWords
	}
	asked, person := r.PromptID, r.PersonID
	return []Action{
		{ID: "read", Group: groupHere, Keys: []string{"enter", "right", "l"}, Name: "read", Help: "the whole answer", Foot: true, Disabled: none, Run: func() tea.Cmd { return push(NewReflection(l.env, id)) }},
		{ID: "edit", Group: groupHere, Keys: []string{"e"}, Name: "edit", Help: "write on in this answer", Foot: true, Disabled: none, Run: func() tea.Cmd { return push(NewAnswer(l.env, AnswerStart{ReflectionID: id})) }},
		{ID: "question", Group: groupHere, Keys: []string{"o"}, Name: "ask it again", Help: "sit with the same question once more", Disabled: again, Run: func() tea.Cmd { return askAgain(l.env, asked, person) }},
		{ID: "delete", Group: groupHere, Keys: []string{"D"}, Name: "delete", Help: "take this answer out of the journal", Disabled: cmp.Or(none, cannotChange(l.env)), Run: func() tea.Cmd { return askDeleteReflection(l.env, id, nil) }},
	}
}

// askAgain opens the question of an answer, about the same person, if it is still there.
func askAgain(env *Env, promptID string, person int64) tea.Cmd {
	return func() tea.Msg {
		q, err := env.Store.Questions(env.Ctx)
		if err != nil {
			return failed(err)
		}
		p, ok := q.Prompt(promptID)
		if !ok {
			return sayMsg{text: questionGone}
		}
		return pushMsg{NewQuestion(env, QuestionStart{SetID: p.SetID, PromptID: p.ID, PersonID: person, Alone: true})}
	}
}

// render draws the list in at most h rows of w cells, and says on which of them the cursor is;
// empty stands where there is nothing.
func (l *answers) render(w, h int, empty string) ([]string, int) {
	th := l.env.Theme
	switch {
	case l.err != nil:
		return strings.Split(indent(th.Error, journal.ErrorMessage(l.err), w), "\n"), -1
	case !l.read:
		return nil, -1
	case len(l.rows) == 0:
		return strings.Split(indent(th.Faint, empty, w), "\n"), -1
	}
	listWidth, room := w, h
	beside := w >= sidePanelFrom
	var about []string
	switch {
	case beside:
		listWidth = w * 55 / 100
		about = answerBeginning(l.chosen(), w-listWidth-4, 3, h, l.env)
	case h >= wholeFrom:
		room -= belowWords
		about = answerBeginning(l.chosen(), min(w-6, 76), 1, belowWords-1, l.env)
	}
	rows, cur := l.list.render(room, th, listWidth, func(i int, chosen bool) string {
		return l.env.spots.row(l.row(l.rows[i], chosen, listWidth-1), chosen, func() tea.Cmd { return l.move(i - l.list.At) })
	})
	if beside {
		return widget.Columns(rows, about, listWidth, th.Rule.Render("│")+" "), cur
	}
	return underList(rows, about), cur
}

// row is one answer: its day and whom it is about, then its question, or its own words where
// there was none.
func (l *answers) row(r journal.ReflectionView, chosen bool, w int) string {
	th := l.env.Theme
	style := th.Text
	if chosen {
		style = th.Selected
	}
	head, used := widget.Pad(l.env.Dates.Within(journal.DateOf(r.At)), 12), 14
	if l.person == 0 {
		head, used = head+widget.Pad(l.who(r), 8)+" ", used+9
	}
	words := l.env.Veil.Words(r.Question)
	if words == "" {
		words = narrative(l.env.Veil.Words(r.Text))
	}
	return chosenMark(chosen) + th.Faint.Render(head) + style.Render(widget.Cut(oneLine(words), w-used))
}

// who is whom an answer is about, in a word.
func (l *answers) who(r journal.ReflectionView) string {
	if r.PersonName == "" {
		return "–"
	}
	return l.names.name(l.env.Veil, r.PersonName)
}

// answerBeginning is the question of an answer in at most asked rows, and how the answer begins, in h
// rows of w cells.
func answerBeginning(r *journal.ReflectionView, w, asked, h int, env *Env) []string {
	if r == nil || w < 8 || h < 1 {
		return nil
	}
	t, text := env.Theme, env.Veil.Words(r.Text)
	var rows []string
	if r.Question != "" {
		for _, row := range widget.Wrap(env.Veil.Words(oneLine(r.Question)), w, asked) {
			rows = append(rows, t.Strong.Render(row))
		}
		if asked > 1 {
			rows = append(rows, "")
		}
	}
	if asked > 1 {
		for _, row := range widget.Wrap(text, w, max(1, h-len(rows))) {
			rows = append(rows, t.Text.Render(row))
		}
		return rows[:min(len(rows), h)]
	}
	for _, row := range widget.Wrap(oneLine(narrative(text)), w, max(1, h-len(rows))) {
		rows = append(rows, t.Faint.Render(row))
	}
	return rows[:min(len(rows), h)]
}
