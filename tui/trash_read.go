package tui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
)

// TrashedScreen is a deleted thing to read, with what went with it.
type TrashedScreen struct {
	env  *Env
	t    journal.Trashed
	seq  int
	read bool
	err  error
	doc  document
}

// NewTrashed makes the page of one deleted thing.
func NewTrashed(env *Env, t journal.Trashed) *TrashedScreen { return &TrashedScreen{env: env, t: t} }

// ID is the page's name for answers.
func (p *TrashedScreen) ID() string { return fmt.Sprintf("trashed:%d", p.t.StepID) }

// Init reads its words again.
func (p *TrashedScreen) Init() tea.Cmd {
	p.seq++
	st, step := p.env.Store, p.t.StepID
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) ([]journal.Part, error) { return st.TrashTexts(ctx, step) })
}

// Update takes in what was read. Once it was brought back or purged, the page goes.
func (p *TrashedScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[[]journal.Part])
	if !ok || m.seq != p.seq {
		return nil
	}
	if p.read && p.err == nil && journal.ErrorCode(m.err) == journal.CodeNotFound {
		return popPage(p)
	}
	p.read, p.err = true, m.err
	at := p.doc.at
	p.doc = document{at: at}
	for i, part := range m.value {
		if i > 0 {
			p.doc.add("", docPlain)
		}
		p.doc.add(strings.ToUpper(part.Title), docHeading)
		for line := range strings.SplitSeq(strings.TrimRight(veiledPart(p.env.Veil, part), "\n"), "\n") {
			p.doc.add(line, docPlain)
		}
	}
	return nil
}

// Actions are what can be done with the thing.
func (p *TrashedScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	return append(trashedActions(p.env, p.t, ""), readMoves(&p.doc)...)
}

// Render draws the page.
func (p *TrashedScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	if shown, unread := p.env.unread("", p.read, p.err, w); unread {
		return shown, nil
	}
	title := p.t.Name
	if title == "" {
		title = "In the trash"
	}
	rows := []string{titleRow(title, []string{string(p.t.Kind)}, th, w)}
	for _, r := range widget.Wrap(trashedFacts(p.env, p.t), max(1, min(w-4, p.env.measure())), max(1, h/3)) {
		rows = append(rows, "  "+th.Faint.Render(r))
	}
	rows = append(rows, "")
	if len(p.doc.lines) == 0 {
		return strings.Join(append(rows, indent(th.Faint, "It has no words to read.", w)), "\n"), nil
	}
	return strings.Join(append(rows, p.doc.render(p.env.textWidth(w), h-len(rows), th)...), "\n"), tea.NewCursor(0, len(rows))
}
