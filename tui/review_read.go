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

// HeldReviewScreen is one review that was held, to read, whole.
type HeldReviewScreen struct {
	env *Env
	id  int64
	seq int
	reader

	heldReviewPage
}

// heldReviewPage is a review made ready to be drawn.
type heldReviewPage struct {
	review journal.Review
	rel    journal.RelationshipSummary
	doc    document
}

// NewHeldReview makes the page of one review.
func NewHeldReview(env *Env, reviewID int64) *HeldReviewScreen {
	return &HeldReviewScreen{env: env, id: reviewID}
}

// ID is the page's name for answers.
func (p *HeldReviewScreen) ID() string { return fmt.Sprintf("held review:%d", p.id) + p.way() }

// Init reads the review again.
func (p *HeldReviewScreen) Init() tea.Cmd {
	p.seq++
	st, today, id, veil := p.env.Store, p.env.Day(), p.id, p.env.Veil
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (g heldReviewPage, err error) {
		if g.review, err = st.Review(ctx, id); err != nil {
			return g, err
		}
		if g.rel, err = st.Relationship(ctx, g.review.RelationshipID); err != nil {
			return g, err
		}
		came, err := st.ReviewCame(ctx, id)
		g.doc = reviewDocument(veiledReview(veil, g.review), veiledCame(veil, came), g.rel.PersonName, p.env.key("edit", "e"), p.env.Dates, today)
		return g, err
	})
}

// reviewDocument is the words of a review with the lines that lift marked, and what came of it below.
// edit is the key that changes them.
func reviewDocument(v journal.Review, came journal.Came, person, edit string, dates wording.Dates, today journal.Date) document {
	// A review reads as a note does.
	as := journal.SessionView{Session: journal.Session{Note: v.Text}, PersonName: person, Actions: came.Actions, Exchanges: came.Exchanges}
	for _, s := range came.Shifts {
		as.Shifts = append(as.Shifts, s.Text)
	}
	if journal.Blank(v.Text) {
		as.Note = "It was kept without words; " + edit + " adds some."
	}
	return sessionDocument(as, dates, today, came.Topics...)
}

// Update takes in what was read.
func (p *HeldReviewScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[heldReviewPage])
	if !ok || m.seq != p.seq {
		return nil
	}
	return p.took(p, m.err, &p.doc, func() { p.heldReviewPage = m.value })
}

// Actions are what can be done with the review.
func (p *HeldReviewScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	rel, review := p.rel, p.review
	planned := ""
	if !review.Held() {
		planned = "It was not held; its day is on the page of the two of you."
	}
	return append(hitMoves(&p.doc, p.look), append([]Action{
		{ID: "edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "write on in this review, or change what was decided", Foot: true, Run: func() tea.Cmd { return push(NewReview(p.env, rel.ID, review.ID)) }},
		{ID: "day", Group: groupHere, Writes: true, Keys: []string{"m"}, Name: "when", Help: "the day it was held on", Foot: planned == "", Disabled: planned, Run: p.askHeldOn},
		{ID: "relationship", Group: groupGo, Keys: []string{"r"}, Name: "relationship", Help: "the whole relationship", Run: func() tea.Cmd { return push(NewRelationship(p.env, rel.ID)) }},
		{ID: "delete", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take this review out of the journal", Foot: true, Disabled: cannotChange(p.env), Run: func() tea.Cmd {
			return askDeleteReview(p.env, review, func() { p.leaving = true })
		}},
		versionsAction(p.env, rel.PersonName, "", journal.Texts(review.ID, journal.TextReview)...),
	}, readMoves(&p.doc)...)...)
}

// Render draws the page.
func (p *HeldReviewScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	if shown, unread := p.env.unread("This review", p.read, p.err, w); unread {
		return shown, nil
	}
	rows := []string{
		titleRow(p.rel.PersonName, []string{"a review", p.rel.Role.Phrase()}, th, w),
		"  " + th.Faint.Render(widget.Cut(reviewFacts(p.review, p.env.Dates, p.env.Day()), w-3)),
		"",
	}
	body := p.doc.render(p.env.textWidth(w), h-len(rows), th)
	return strings.Join(append(rows, body...), "\n"), tea.NewCursor(0, len(rows))
}

// reviewFacts is when it was, what it came to, and for when it had been planned.
func reviewFacts(v journal.Review, dates wording.Dates, today journal.Date) string {
	if !v.Held() {
		return "planned for " + dates.Long(v.Due, today) + " · not held"
	}
	said := dates.Long(journal.DateOf(v.HeldAt), today) + v.HeldAt.Format(" 15:04")
	if v.Decision == "" {
		said += " · nothing decided"
	} else {
		said += " · decided: " + string(v.Decision)
	}
	if !v.Due.IsZero() && v.Due != journal.DateOf(v.HeldAt) {
		said += " · planned for " + dates.Long(v.Due, today)
	}
	return said
}
