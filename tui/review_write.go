package tui

import (
	"cmp"
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// ReviewScreen is the page on which a review is written: how it goes between two people.
type ReviewScreen struct {
	pen
	seq int

	reviewPage
	asks []journal.Offered

	decision journal.Decision // as it was chosen last
	next     string           // the next review's day, as it was typed last
	asked    bool             // both were said on this page
	ends     bool             // an end was decided anew on this page, and is in the journal
	before   decidedBefore    // how things stood when they were asked for first
}

// reviewPage is what is read for the page.
type reviewPage struct {
	from   *journal.Draft // the words to go on from, nil for none
	again  bool           // there was a draft of this review
	orphan bool           // the draft was of a review that is deleted
	apart  bool           // it was of a planned one that was held meanwhile with other words

	review    journal.Review // the one that is planned or edited, without an ID for a new one
	rel       journal.RelationshipSummary
	name      string         // whose review it is, also where the relationship is deleted
	planned   journal.Review // another one that is planned, without an ID for none
	last      journal.Review // the one held before this one, without an ID for none
	goals     []journal.Goal
	questions journal.Questions
}

// NewReview makes the page: of the review reviewID, planned or held, or of a new one for 0.
func NewReview(env *Env, relationshipID, reviewID int64) *ReviewScreen {
	return newReview(env, journal.Draft{RelationshipID: relationshipID, ReviewID: reviewID})
}

// NewReviewDraft takes a draft of a review up again.
func NewReviewDraft(env *Env, draftID int64) *ReviewScreen {
	return newReview(env, journal.Draft{ID: draftID})
}

func newReview(env *Env, d journal.Draft) *ReviewScreen {
	d.Kind = journal.DraftReview
	return &ReviewScreen{pen: newPen(env, "review", d, false)}
}

// Init reads what the page needs; the words themselves only once.
func (s *ReviewScreen) Init() tea.Cmd {
	s.seq++
	first, d, st := !s.ready, s.draft, s.env.Store
	if s.ready {
		d.Text = s.ed.Text()
	}
	return s.stands(load(s.env, s.ID(), s.seq, func(ctx context.Context) (reviewPage, error) {
		return readForReviewing(ctx, st, d, first)
	}))
}

func readForReviewing(ctx context.Context, st *store.Store, d journal.Draft, words bool) (page reviewPage, err error) {
	if words {
		if err := page.readDraft(ctx, st, &d); err != nil {
			return page, err
		}
	}
	if d.ReviewID != 0 {
		page.review, err = st.Review(ctx, d.ReviewID)
		switch {
		case err == nil:
			d.RelationshipID = page.review.RelationshipID
			if page.review.HeldMeanwhile(d) {
				page.review, page.apart = journal.Review{}, true
			}
		case (page.from != nil || !words) && journal.ErrorCode(err) == journal.CodeNotFound: // deleted since: the words go on as a new review
			page.review, page.orphan = journal.Review{}, true
		default:
			return page, err
		}
	}
	if page.questions, err = st.Questions(ctx); err != nil || d.RelationshipID == 0 {
		return page, err
	}
	return page, page.readAround(ctx, st, d)
}

// readDraft finds the draft to go on from: the one that is asked for, or one of the same review that
// was begun and not kept.
func (page *reviewPage) readDraft(ctx context.Context, st *store.Store, d *journal.Draft) error {
	if d.ID != 0 {
		kept, err := st.Draft(ctx, d.ID)
		if err != nil {
			return err
		}
		page.from, page.name, *d = &kept.Draft, kept.Name, kept.Draft
		return nil
	}
	waiting, err := st.Drafts(ctx, todayDrafts)
	if err != nil {
		return err
	}
	held, err := st.Review(ctx, d.ReviewID)
	if err != nil && journal.ErrorCode(err) != journal.CodeNotFound {
		return err
	}
	for _, w := range waiting {
		if d.ReviewID != 0 && held.HeldMeanwhile(w.Draft) {
			continue // its words become another review; the first page offers them
		}
		if w.Kind == journal.DraftReview && !w.ReviewGone && w.ReviewID == d.ReviewID && (d.ReviewID != 0 || w.RelationshipID == d.RelationshipID) {
			page.from, page.again, *d = &w.Draft, true, w.Draft
			return nil
		}
	}
	return nil
}

// readAround reads what stands beside the words.
func (page *reviewPage) readAround(ctx context.Context, st *store.Store, d journal.Draft) (err error) {
	if page.rel, err = st.Relationship(ctx, d.RelationshipID); err != nil {
		if page.from != nil && journal.ErrorCode(err) == journal.CodeNotFound { // the words are to be read all the same
			page.rel, page.name = journal.RelationshipSummary{}, cmp.Or(page.name, d.PersonName)
			return nil
		}
		return err
	}
	page.name = page.rel.PersonName
	reviews, err := st.Reviews(ctx, page.rel.ID)
	if err != nil {
		return err
	}
	for _, v := range reviews {
		switch {
		case v.ID == page.review.ID:
		case !v.Held() && page.planned.ID == 0:
			page.planned = v
		case v.Held() && page.last.ID == 0 && (!page.review.Held() || v.HeldAt.Before(page.review.HeldAt)):
			page.last = v
		}
	}
	goals, err := st.Goals(ctx, page.rel.ID)
	for _, g := range goals {
		if g.State == journal.GoalOpen {
			page.goals = append(page.goals, g)
		}
	}
	return err
}

// Update takes in answers of the journal, and keys of the text.
func (s *ReviewScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded[reviewPage]:
		return s.read(msg)
	case wordsKept:
		return s.afterKeeping(msg)
	case headingMsg:
		return s.insert(heading(msg.text))
	case heldOnMsg:
		return s.setHeldOn(msg.day)
	case looseMsg:
		return s.loose()
	}
	if cmd, ok := s.progress(msg); ok {
		return cmd
	}
	return s.typed(msg)
}

// read puts what was read in its place.
func (s *ReviewScreen) read(msg loaded[reviewPage]) tea.Cmd {
	if msg.seq != s.seq {
		return nil
	}
	if msg.err != nil {
		return s.unreadable(msg.err)
	}
	s.reviewPage = msg.value
	s.held = s.review.Held()
	if !s.ready {
		s.begin()
	}
	s.follow()
	if s.orphan || s.apart {
		s.draft.ReviewID, s.draft.BaseRev = 0, 0
	}
	s.lifts.context(s.liftContext())
	s.asks = reviewAsks(s.questions, s.rel.Role, s.env.Day())
	switch {
	case s.orphan:
		return say("The review these words were for was deleted; kept, they become a new one.")
	case s.apart:
		return say("The planned review was held elsewhere meanwhile; kept, these words become another one beside it.")
	case s.again:
		return say("These are the words you had not kept yet.")
	case s.env.Store.ReadOnly():
		return send(sayMsg{text: "The journal can only be read, so nothing written here can be kept in it; " + s.env.textKey("file", "ctrl+f") + " puts the words into a file.", bad: true})
	}
	return nil
}

// begin lays the words of a draft or of a kept review into the editor.
func (s *ReviewScreen) begin() {
	s.take(s.review.Text, s.from)
	s.draft.Kind = journal.DraftReview
	if s.rel.ID != 0 {
		s.draft.RelationshipID = s.rel.ID
	}
	if s.from == nil {
		s.draft.BaseRev = s.review.Rev
		if s.held {
			s.draft.Was = &journal.Details{At: s.review.HeldAt}
		}
	}
}

// loose goes on with words that belong to nothing, or to nobody, any more: a review of nobody waits
// as a note.
func (s *ReviewScreen) loose() tea.Cmd {
	s.review = journal.Review{}
	if s.draft.RelationshipID == 0 {
		s.rel, s.name, s.goals, s.planned, s.last = journal.RelationshipSummary{}, "", nil, journal.Review{}, journal.Review{}
		return loose(s.env, "Whom this review is about", " and wait on the first page as a note;")
	}
	return tea.Batch(s.Init(), loose(s.env, "The review you edit here", ": "+s.env.textKey("keep", "ctrl+s")+" keeps them as a new one,"))
}

// follow takes over what was changed elsewhere in a review that is edited, as far as nothing was
// changed here.
func (s *ReviewScreen) follow() {
	if !s.held {
		return
	}
	if !s.details {
		s.draft.At = s.review.HeldAt
	}
	if s.review.Rev > s.draft.BaseRev && s.ed.Text() == s.base && !s.saver.stored && !s.saver.busy && !s.saver.keeping {
		s.draft.BaseRev = s.review.Rev
		s.ed.SetText(s.review.Text, len(s.review.Text))
		s.begun()
	}
}

func (s *ReviewScreen) liftContext() journal.LiftContext {
	return journal.LiftContext{On: journal.DateOf(s.draft.At), Person: s.name}
}

// mostReviewAsks is how many questions are offered: all there are, as long as it is a list to look over.
const mostReviewAsks = 60

// reviewAsks are the questions for a look at a relationship that fit my side of it.
func reviewAsks(q journal.Questions, role journal.Role, day journal.Date) []journal.Offered {
	return journal.Offer(q, journal.Occasion{Day: day, Moment: journal.MomentReview, Roles: []journal.Role{role}}, mostReviewAsks)
}

// Actions are what can be done with a review beside typing it.
func (s *ReviewScreen) Actions() []Action {
	noAsks := ""
	if len(s.asks) == 0 {
		noAsks = "There is no question that fits just now."
	}
	return []Action{
		{ID: "keep", Group: groupHere, Keys: []string{"ctrl+s"}, Name: "keep", Help: "say what was decided, and keep the review and what lifted from it", Foot: true, Run: s.askDecision},
		{ID: "question", Group: groupHere, Keys: []string{"ctrl+o"}, Name: "question", Help: "put a question into the review as a heading", Foot: true, Disabled: noAsks, Run: func() tea.Cmd {
			return ask(newAskList(s.ID(), s.rel.Role, s.asks, s.questions, s.env.Theme))
		}},
		{ID: "day", Group: groupHere, Keys: []string{"ctrl+t"}, Name: "when", Help: "the day it was held on", Foot: s.held, Run: s.askHeldOn},
		{ID: "editor", Group: groupHere, Keys: []string{"ctrl+e"}, Name: "editor", Help: "go on in your own editor, and come back", Foot: true, Run: s.handOff},
		s.toFile(),
		{ID: "leave", Group: groupHere, Keys: []string{"esc"}, Name: "leave", Help: "leave; the words wait on the first page", Foot: true, Run: s.goBack},
	}
}
