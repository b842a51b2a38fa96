package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// row is one question: when it was answered last, its words, and what it asks for.
func (p *SetScreen) row(q journal.Prompt, chosen bool, w int) string {
	th := p.env.Theme
	style := th.Text
	switch {
	case chosen:
		style = th.Selected
	case q.Hidden:
		style = th.Faint
	}
	tail := markOf(q.Own, q.Hidden)
	if w >= 70 { // narrower, it stands below the list
		said := ""
		if p.mixed {
			said = promptSide(q.Role)
		}
		tail = tailOf(journal.Span(q.Seconds), said) + tail
	}
	if q.ID == p.set.At && !q.Hidden {
		tail += " · goes on here"
	}
	room := w - 16
	words := widget.Cut(oneLine(p.env.Veil.Words(q.Text)), room-ansi.StringWidth(tail))
	return chosenMark(chosen) + th.Faint.Render(widget.Pad(wording.Ago(p.q.Answered[q.ID].Last, p.env.Now()), 14)) + style.Render(words) + th.Faint.Render(tail)
}

// tailOf is what is said behind words, each after a dot.
func tailOf(parts ...string) string {
	var out strings.Builder
	for _, s := range parts {
		if s != "" {
			out.WriteString(" · " + s)
		}
	}
	return out.String()
}

// promptSide is the side a question is for, "" for either.
func promptSide(r journal.PromptRole) string {
	switch r {
	case journal.ForMentor:
		return "as mentor"
	case journal.ForMentee:
		return "as mentee"
	}
	return ""
}

// momentPhrase is when a question is for, in a word or three.
func momentPhrase(m journal.Moment) string {
	switch m {
	case journal.MomentBefore:
		return "before a conversation"
	case journal.MomentAfter:
		return "after a conversation"
	case journal.MomentAlone:
		return "on your own"
	case journal.MomentChoosing:
		return "when choosing"
	case journal.MomentReview:
		return "at a review"
	case journal.MomentEnding:
		return "at an ending"
	}
	return string(m)
}

// aboutPrompt is the chosen question whole, and what is to be said of it.
func (p *SetScreen) aboutPrompt(w, h int) []string {
	q := p.chosen()
	if q == nil || w < 8 || h < 2 {
		return nil
	}
	th := p.env.Theme
	var rows []string
	for _, row := range widget.Wrap(p.env.Veil.Words(oneLine(q.Text)), w, h-1) {
		rows = append(rows, th.Text.Render(row))
	}
	facts := momentPhrase(q.Moment) + tailOf(promptSide(q.Role), journal.Span(q.Seconds))
	if from := cited(q.Sources); from != "" {
		facts += " · " + from
	}
	for _, row := range widget.Wrap(facts, w, h-len(rows)) {
		rows = append(rows, th.Faint.Render(row))
	}
	return rows
}
